"""What an article's text is recognised by: a digest for the same text, three sketches for nearly the same.

A sketch keeps the smallest hashes of a set (Cohen & Kaplan, "Summarizing data using bottom-k sketches", PODC 2007): two
sketches are samples drawn alike, so that they tell both the overlap of two sets and how much of one lies in the other.
Three sets are sketched:

- *Shingles*, the word 3-grams. They tell how much text is shared (Broder, "On the resemblance and containment of
  documents", 1997).
- *Passages*, the word 8-grams. A cut, a new headline, another paragraph leave whole passages as they were; what only
  follows one template or one house style shares phrases, but few passages.
- *Slots*. Every run of names and numbers stands in a slot: the two words before it and the word after. Two readouts
  from one template share slots and fill them with other names, other days; a copy that lost its tail or won a
  paragraph shares fewer slots, and fills those as before.

Hashes are BLAKE2 of words, mixed by fixed odd constants: the same in every process, on every machine and Python.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from struct import unpack_from
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

SIGNATURE_VERSION = "1"
DIGEST_BYTES = 16
_HEAD = DIGEST_BYTES + 4

_SHINGLES = 48
_PASSAGES = 48
_SLOTS = 32
_BUCKETS = 10
# Below this many shingles one changed word decides: such texts are compared by their digest only.
_FEWEST_SHINGLES = 10
# Beside a text some four times as long, too few hashes are left to compare.
_FEWEST_IN_REACH = 12
_RESEMBLANCE = 0.6
_CONTAINMENT = 0.75
_CONFLICTS = 0.1

# Format characters; points and apostrophes inside words ("U.S.", "don't"); the commas of "1,000".
_INSIDE_WORDS = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]|(?<=[^\W\d_])[.'’ʼ](?=[^\W\d_])|(?<=\d),(?=\d{3})")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d")
_MIX = tuple(np.uint64(odd) for odd in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_FINISH = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(32)
_FILLING = np.uint64(16)
_MASK = 1
_MARKS = 1024


def sign(text: str) -> bytes:
    """The signature of a text, at most 596 bytes, comparable with those of the same SIGNATURE_VERSION.

    The first 16 bytes are equal for texts with the same words: compatibility forms, case, punctuation and white space
    do not count. The sketches follow; a text of fewer than three words has none.
    """
    words = _WORD.findall(_INSIDE_WORDS.sub("", unicodedata.normalize("NFKC", text)))
    plain = [word.casefold() for word in words]
    digest = _digest(" ".join(plain) or text, DIGEST_BYTES)
    shingles = _runs(np.array([_hash(word) for word in plain], dtype=np.uint64), 1, 2)
    passages = _runs(shingles, 3, 5)
    sketches = _smallest(shingles, _SHINGLES), _smallest(passages, _PASSAGES), *_slots(words, plain)
    head = bytes([int(SIGNATURE_VERSION), *(len(sketch) for sketch in sketches[:3])])
    return b"".join((digest, head, *(sketch.tobytes() for sketch in sketches)))


def _digest(text: str, size: int) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return int.from_bytes(_digest(word, 8), "little")


def _mix(first: Hashes, second: Hashes, third: Hashes) -> Hashes:
    """A 32-bit hash, in 64 bits, of each three hashes."""
    mixed: Hashes = first * _MIX[0] + second * _MIX[1] + third * _MIX[2]
    return ((mixed ^ (mixed >> _HALF)) * _FINISH) >> _HALF


def _runs(hashes: Hashes, second: int, third: int) -> Hashes:
    """The hash of each hash with those that follow it at two distances."""
    count = max(len(hashes) - third, 0)
    return _mix(hashes[:count], hashes[second : second + count], hashes[third : third + count])


def _smallest(hashes: Hashes, size: int) -> npt.NDArray[np.uint32]:
    return np.unique(hashes)[:size].astype("<u4")


def _mask(words: list[str], plain: list[str]) -> tuple[list[int], list[int], list[int]]:
    """The hashes of a text in which each run of names and numbers is masked, where the masks stand, what they hide."""
    masked, places, hidden = [0, 0], [], []
    run: list[str] = []
    for word, lower in zip([*words, ""], [*plain, ""], strict=True):
        if word[:1].isupper() or _NUMBER.search(word):
            run.append(lower)
            continue
        if run:
            places.append(len(masked))
            hidden.append(_hash(" ".join(run)) & 0xFFFF)
            masked.append(_MASK)
            run = []
        masked.append(_hash(lower))
    return masked, places, hidden


def _slots(words: list[str], plain: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The smallest slot hashes with the hash of what fills each; slots filled in several ways are left out."""
    masked, places, hidden = _mask(words, plain)
    tokens, at = np.array(masked, dtype=np.uint64), np.array(places, dtype=np.intp)
    slots = _mix(tokens[at - 2], tokens[at - 1], tokens[at + 1])
    filled = np.unique(slots << _FILLING | np.array(hidden, dtype=np.uint64))
    contexts, first, ways = np.unique(filled >> _FILLING, return_index=True, return_counts=True)
    kept = np.flatnonzero(ways == 1)[:_SLOTS]
    return contexts[kept].astype("<u4"), filled[first[kept]].astype("<u2")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest hashes of a set, ascending, and how far up they are all it has: without end if they are all."""

    hashes: tuple[int, ...]
    members: frozenset[int]
    end: int


class Glance(NamedTuple):
    """The hashes of a signature as marks in a row of bits, by which most texts are told apart at little cost.

    least: how many marks a text must share to be near. Hashes that found their mark made already lower it.
    """

    shingles: int
    least_shingles: float
    passages: int
    least_passages: float


@dataclass(frozen=True, slots=True)
class Sketches:
    """A signature laid open."""

    shingles: Sketch
    passages: Sketch
    slots: dict[int, int]


def _sizes(signature: bytes) -> tuple[int, int, int]:
    version, *sizes = signature[DIGEST_BYTES:_HEAD] or [0]
    if str(version) != SIGNATURE_VERSION:
        raise ValueError(f"a signature of version {version}, not {SIGNATURE_VERSION}: sign the text again")
    shingles, passages, slots = sizes
    return shingles, passages, slots


@lru_cache(maxsize=1 << 12)
def open_signature(signature: bytes) -> Sketches:
    """The sketches of a signature; ValueError if it is of another version."""
    shingles, passages, slots = _sizes(signature)
    hashes = unpack_from(f"<{shingles + passages + slots}I{slots}H", signature, _HEAD)
    filled = hashes[shingles + passages :]
    return Sketches(
        _sketch(hashes[:shingles], _SHINGLES),
        _sketch(hashes[shingles : shingles + passages], _PASSAGES),
        dict(zip(filled[:slots], filled[slots:], strict=True)),
    )


def _sketch(hashes: tuple[int, ...], size: int) -> Sketch:
    return Sketch(hashes, frozenset(hashes), hashes[-1] if len(hashes) == size else 1 << 32)


def glance(signature: bytes) -> Glance:
    """The marks of a signature; ValueError if it is of another version."""
    n_shingles, n_passages, _ = _sizes(signature)
    hashes = unpack_from(f"<{n_shingles + n_passages}I", signature, _HEAD)
    shingles, passages = _marks(hashes[:n_shingles]), _marks(hashes[n_shingles:])
    # One less, so that no rounding of the resemblance matters.
    least_shingles = _RESEMBLANCE * n_shingles - 1 - (n_shingles - shingles.bit_count())
    least_passages = _CONTAINMENT * _FEWEST_IN_REACH - (n_passages - passages.bit_count())
    return Glance(shingles, least_shingles, passages, least_passages)


def _marks(hashes: Iterable[int]) -> int:
    return reduce(or_, (1 << (value % _MARKS) for value in hashes), 0)


def may_be_near(a: Glance, others: Iterable[Glance]) -> list[bool]:
    """Whether a text can be near others (`are_near`) as far as their marks tell: no pair that is near is missed."""
    shingles, least_shingles, passages, least_passages = a
    return [
        (passages & other_passages).bit_count() >= least_passages
        or (shared := (shingles & other_shingles).bit_count()) > least_shingles
        or shared > other_least
        for other_shingles, other_least, other_passages, _ in others
    ]


def bucket_hashes(signature: bytes) -> tuple[int, ...]:
    """The hashes under which a text meets its candidates: its smallest shingles, none if it is too short.

    A text that shares the part c of its shingles with a text that holds it shares a bucket with it but for (1 - c)^10.
    """
    shingles = _sizes(signature)[0]
    return unpack_from(f"<{_BUCKETS}I", signature, _HEAD) if shingles >= _FEWEST_SHINGLES else ()


def _overlap(a: Sketch, b: Sketch) -> tuple[int, int, int]:
    """How many hashes two sketches share, and how many each has as far up as both are all there is."""
    end = min(a.end, b.end)
    return len(a.members & b.members), bisect_right(a.hashes, end), bisect_right(b.hashes, end)


def resemblance(a: Sketches, b: Sketches) -> float:
    """The part of the shingles of two texts that they share, 0 to 1 (Jaccard), estimated within about 0.07."""
    shared, in_a, in_b = _overlap(a.shingles, b.shingles)
    return shared / max(in_a + in_b - shared, 1)


def are_near(a: Sketches, b: Sketches) -> bool:
    """Whether one text repeats the other: enough text shared, and the same names and numbers where they agree.

    Enough is a resemblance of 0.6, or three quarters of the shorter text's passages if it is no mere excerpt. Of the
    slots that both have, one in ten may be filled otherwise: a corrected name, a spelled-out number.
    """
    if resemblance(a, b) < _RESEMBLANCE:
        shared, in_a, in_b = _overlap(a.passages, b.passages)
        if shared < _CONTAINMENT * max(min(in_a, in_b), _FEWEST_IN_REACH):
            return False
    common = a.slots.keys() & b.slots.keys()
    return sum(a.slots[slot] != b.slots[slot] for slot in common) <= _CONFLICTS * len(common)
