"""Keep sentences that parley is measured on out of training; only their digests are known here, not their text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.passages import Passage

DIGESTS = frozenset((Path(__file__).parent / "held_out.txt").read_text(encoding="ascii").split())
ENDS, CLOSERS = frozenset(".?!"), frozenset("\"'”’)»")
LONGEST = 8


def digest(text: str) -> str:
    """Name a sentence by its letters and digits alone, so that spacing and quotes do not hide it."""
    plain = "".join(char for char in text.lower() if char.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def digests_of(tests: Iterable[Path]) -> frozenset[str]:
    """Digest the texts of test files, one JSON object with a `text` a line."""
    lines = (line for test in tests for line in test.read_text(encoding="utf8").splitlines())
    return frozenset(digest(json.loads(line)["text"]) for line in lines)


def without_held_out(passage: Passage, digests: frozenset[str] = DIGESTS) -> Passage:
    """Cut the held-out sentences from a passage, also those that a full stop inside seems to split."""
    pieces = list(_sentences(passage))
    dropped: set[int] = set()
    for size in range(1, LONGEST + 1):
        for start in range(len(pieces) - size + 1):
            text = " ".join(token.text for piece in pieces[start : start + size] for token in piece)
            if digest(text) in digests:
                dropped.update(range(start, start + size))
    return [token for i, piece in enumerate(pieces) if i not in dropped for token in piece]


def _sentences(passage: Passage) -> Iterator[Passage]:
    start = 0
    for i, token in enumerate(passage):
        following = passage[i + 1].text if i + 1 < len(passage) else ""
        if (token.text[-1] in ENDS or token.text in CLOSERS) and following not in ENDS | CLOSERS and _ended(passage, i):
            yield passage[start : i + 1]
            start = i + 1
    if start < len(passage):
        yield passage[start:]


def _ended(passage: Passage, i: int) -> bool:
    while i and passage[i].text in CLOSERS:
        i -= 1
    return passage[i].text[-1] in ENDS  # "U.S." may end a sentence, too
