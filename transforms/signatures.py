"""What an article's text is recognised by: a digest for the same text, two sketches for nearly the same.

A sketch keeps the smallest hashes of a set (Cohen & Kaplan, "Summarizing data using bottom-k sketches", PODC 2007): two
sketches are samples drawn alike, so that they tell both the overlap of two sets and how much of one lies in the other.
Two sets are sketched:

- *Shingles*, the word 3-grams. They tell how much text is shared (Broder, "On the resemblance and containment of
  documents", 1997).
- *Slots*. Every run of names and numbers stands in a slot: the two words before it and the word after. Two readouts
  from one template share slots and fill them with other names, other days; a copy that lost its tail or won a
  paragraph shares fewer slots, and fills those as before.

Hashes are BLAKE2 of words, mixed by fixed odd constants: the same in every process, on every machine and Python.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

SIGNATURE_VERSION = "1"
DIGEST_BYTES = 16

_SHINGLES = 64
_SLOTS = 48
_BUCKETS = 10
# Below this many shingles one changed word decides: such texts are compared by their digest only.
_FEWEST_SHINGLES = 10
_RESEMBLANCE = 0.45
_CONTAINMENT = 0.75
_CONFLICTS = 0.1

# Format characters; points and apostrophes inside words ("U.S.", "don't"); the commas of "1,000".
_INSIDE_WORDS = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]|(?<=[^\W\d_])[.'’ʼ](?=[^\W\d_])|(?<=\d),(?=\d{3})")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d")
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_FINISH = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(32)
_NAMES = np.uint64(1)


def sign(text: str) -> bytes:
    """The signature of a text, at most 563 bytes, comparable with those of the same SIGNATURE_VERSION.

    The first 16 bytes are equal for texts with the same words: compatibility forms, case, punctuation and white space
    do not count. The sketches follow; a text of fewer than three words has none.
    """
    words = _WORD.findall(_INSIDE_WORDS.sub("", unicodedata.normalize("NFKC", text)))
    plain = [word.casefold() for word in words]
    digest = hashlib.blake2b(
        (" ".join(plain) or text).encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES
    ).digest()
    shingles = _shingles(plain)
    contexts, fillings = _slots(words, plain)
    head = bytes([int(SIGNATURE_VERSION), len(shingles), len(contexts)])
    return b"".join((digest, head, shingles.tobytes(), contexts.tobytes(), fillings.tobytes()))


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _trigrams(hashes: np.ndarray) -> np.ndarray:
    """A 32-bit hash of every three neighbours."""
    mixed = hashes[:-2] * _MIX[0] + hashes[1:-1] * _MIX[1] + hashes[2:] * _MIX[2]
    mixed = (mixed ^ (mixed >> _HALF)) * _FINISH
    return (mixed >> _HALF).astype("<u4")


def _shingles(plain: list[str]) -> np.ndarray:
    if len(plain) < 3:
        return np.empty(0, dtype="<u4")
    return np.unique(_trigrams(np.array([_hash(word) for word in plain], dtype=np.uint64)))[:_SHINGLES]


def _slots(words: list[str], plain: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The smallest slot hashes with the hash of what fills each; slots filled in several ways are left out."""
    masked: list[int] = [0, 0]
    fillings: list[tuple[int, int]] = []
    run: list[str] = []
    for word, lower in zip([*words, ""], [*plain, ""], strict=True):
        if word[:1].isupper() or _NUMBER.search(word):
            run.append(lower)
            continue
        if run:
            fillings.append((len(masked), _hash(" ".join(run)) & 0xFFFF))
            masked.append(int(_NAMES))
            run = []
        masked.append(_hash(lower))
    if not fillings:
        return np.empty(0, dtype="<u4"), np.empty(0, dtype="<u2")
    tokens = np.array(masked, dtype=np.uint64)
    at = np.array([position for position, _ in fillings])
    around = np.stack((tokens[at - 2], tokens[at - 1], tokens[at + 1]), axis=1)
    mixed = (around * _MIX).sum(axis=1, dtype=np.uint64)
    slots = (((mixed ^ (mixed >> _HALF)) * _FINISH) >> _HALF) << np.uint64(16)
    filled = np.unique(slots | np.array([value for _, value in fillings], dtype=np.uint64))
    contexts, first, count = np.unique(filled >> np.uint64(16), return_index=True, return_counts=True)
    once = count == 1
    values = (filled[first] & np.uint64(0xFFFF))[once][:_SLOTS]
    return contexts[once][:_SLOTS].astype("<u4"), values.astype("<u2")


@dataclass(frozen=True, slots=True)
class Sketches:
    """A signature laid open. Each sketch is in ascending order."""

    shingles: tuple[int, ...]
    slots: dict[int, int]


def _laid_out(signature: bytes) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    version, shingles, slots = signature[DIGEST_BYTES : DIGEST_BYTES + 3] or (0, 0, 0)
    if str(version) != SIGNATURE_VERSION:
        raise ValueError(f"a signature of version {version}, not {SIGNATURE_VERSION}: sign the text again")
    at = DIGEST_BYTES + 3
    return (
        np.frombuffer(signature, "<u4", shingles, at),
        np.frombuffer(signature, "<u4", slots, at + 4 * shingles),
        np.frombuffer(signature, "<u2", slots, at + 4 * (shingles + slots)),
    )


def open_signature(signature: bytes) -> Sketches:
    """The sketches of a signature; ValueError if it is of another version."""
    shingles, slots, fillings = _laid_out(signature)
    return Sketches(tuple(shingles.tolist()), dict(zip(slots.tolist(), fillings.tolist(), strict=True)))


def bucket_hashes(signature: bytes) -> list[int]:
    """The hashes under which a text meets its candidates: its smallest shingles, none if it is too short.

    A text that shares the part c of its shingles with a text that holds it shares a bucket with it but for (1 - c)^10.
    """
    shingles = _laid_out(signature)[0]
    return shingles[:_BUCKETS].tolist() if len(shingles) >= _FEWEST_SHINGLES else []


def _overlap(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, int, int]:
    """How many hashes both samples hold, and how many each does, as far as both reach."""
    reach = min(a[-1] if len(a) == _SHINGLES else 1 << 32, b[-1] if len(b) == _SHINGLES else 1 << 32)
    return len(set(a).intersection(b)), bisect_right(a, reach), bisect_right(b, reach)


def resemblance(a: Sketches, b: Sketches) -> float:
    """The part of the shingles of two texts that they share, 0 to 1 (Jaccard), estimated within about 0.06."""
    if not a.shingles or not b.shingles:
        return 0.0
    shared, in_a, in_b = _overlap(a.shingles, b.shingles)
    return shared / (in_a + in_b - shared)


def are_near(a: Sketches, b: Sketches) -> bool:
    """Whether one text repeats the other: enough text shared, and the same names and numbers where they agree.

    Enough is a resemblance of 0.45 or three quarters of the shorter text. Of the slots that both have, one in ten may
    be filled otherwise: a corrected name, a spelled-out number.
    """
    shared, in_a, in_b = _overlap(a.shingles, b.shingles)
    if shared < _RESEMBLANCE * (in_a + in_b - shared) and shared < _CONTAINMENT * min(in_a, in_b):
        return False
    common = a.slots.keys() & b.slots.keys()
    return sum(a.slots[slot] != b.slots[slot] for slot in common) <= _CONFLICTS * len(common)
