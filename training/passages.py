"""A passage is tokens with entity tags in plain lists: what augmentation rewrites, and a Doc before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its text, whether a space follows, and its entity tag ("B-GPE", "I-GPE", "O"; None is unknown)."""

    text: str
    space: bool = True
    tag: str | None = "O"

    @property
    def label(self) -> str:
        """The entity's label, or nothing outside one."""
        return self.tag[2:] if self.tag and self.tag != "O" else ""


Passage = list[Token]


def from_doc(doc: Doc) -> Passage:
    """Read a Doc's tokens and entities; tokens whose annotation is missing stay missing."""
    return [Token(t.text, bool(t.whitespace_), _tag(t.ent_iob, t.ent_type_)) for t in doc]


def _tag(iob: int, label: str) -> str | None:
    if iob == 0:
        return None
    return "O" if iob == 2 else f"{'B' if iob == 3 else 'I'}-{label}"


def to_doc(passage: Passage, vocab: Vocab) -> Doc:
    """Build the Doc a passage stands for."""
    return Doc(
        vocab,
        words=[token.text for token in passage],
        spaces=[token.space for token in passage],
        ents=[token.tag or "" for token in passage],
    )


def entities(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of every entity, in order."""
    start = None
    for i, token in enumerate([*passage, Token("", False, "O")]):
        inside = token.tag is not None and token.tag.startswith("I-")
        if start is not None and not inside:
            yield start, i, passage[start].label
            start = None
        if token.tag is not None and token.tag.startswith("B-"):
            start = i


def entity(texts: list[str], label: str, space: bool = True) -> Passage:
    """Make the tokens of one entity; `space` says whether a space follows the last."""
    last = len(texts) - 1
    return [Token(text, space if i == last else True, f"{'I' if i else 'B'}-{label}") for i, text in enumerate(texts)]
