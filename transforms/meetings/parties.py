"""Who takes part, as far as it tells meetings apart: names that vary, countries, and sides."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from schemas.mention import Participant

_WORD = re.compile(r"\w+")
_LETTERS_NFKD_KEEPS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
_NO_NAME = frozenset(
    {"the", "of", "and", "for", "a", "an", "to", "in", "jr", "sr", "sir", "dr", "mr", "mrs", "ms", "state", "states"}
    | {"minister", "ministers", "foreign", "leader", "leaders", "official", "officials", "delegation", "delegations"}
    | {"representative", "representatives", "member", "members", "head", "heads"}
)
_VOWELS = re.compile(r"(?<=.)[aeiouyj]+")
_REPEATED = re.compile(r"(.)\1+")
_SHORTEST_SKELETON = 4
_KEPT = 65_536

NAMED = 2.0
STANDS_FOR = 1.0


class Party(NamedTuple):
    """One party: the words of its name in order (none when only its country is told) and whom it stands for.

    side: what it counts under when parties are counted, its country or else its name.
    """

    words: tuple[str, ...]
    person: bool
    country: str | None
    side: str
    mediator: bool


def plain_words(text: str) -> list[str]:
    """The words of a text without case and accents."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS_NFKD_KEEPS))
    return _WORD.findall("".join(c for c in folded if not unicodedata.combining(c)))


def _bare(word: str) -> str:
    """A word without the letters in which transliterations differ: Zelensky, Zelenskiy."""
    return _REPEATED.sub(r"\1", _VOWELS.sub("", word))


def _skeleton(word: str) -> str:
    bare = _bare(word)
    return bare if len(bare) >= _SHORTEST_SKELETON else word


@lru_cache(_KEPT)
def name_words(name: str) -> tuple[str, ...]:
    """The words that tell a name from others: no titles, initials or generic words, spelling levelled."""
    words = [w for w in plain_words(name) if len(w) > 1]
    return tuple(_skeleton(w) for w in words if w not in _NO_NAME) or tuple(words)


def is_described(participant: Participant) -> bool:
    """Whether a party is told only by whom it stands for: "China", "senior officials", "the ambassador"."""
    if participant.country is None:
        return False
    last = participant.name.split()[-1] if participant.name.split() else ""
    return participant.kind in ("government", "group") or last[:1].islower()


def party_of(participant: Participant) -> Party:
    """What a participant is matched by."""
    words = () if is_described(participant) else name_words(participant.name)
    return Party(words, participant.kind == "person", participant.country, "", participant.role == "mediator")


def parties_of(participants: Iterable[Participant]) -> tuple[Party, ...]:
    """The distinct parties; those who all stand for one country are each their own side."""
    return _on_sides(dict.fromkeys(party_of(p) for p in participants))


def _on_sides(parties: Iterable[Party]) -> tuple[Party, ...]:
    by_country = tuple(p._replace(side=p.country or _written(p.words)) for p in parties)
    if len({p.side for p in by_country}) > 1:
        return by_country
    return tuple(p._replace(side=_written(p.words) or p.side) for p in by_country)


def _written(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def same_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names can be one person's: one is part of the other, or the given name is shortened."""
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    if not few:
        return False
    if few == many or set(few) <= set(many):
        return True
    given, other = _bare(a[0]), _bare(b[0])
    return len(few) > 1 and few[-1] == many[-1] and (given in other or other in given)


def initials(words: Sequence[str]) -> str:
    """The first letters of a name: EU, NATO."""
    return "".join(word[0] for word in words)


def _is_short_for(a: Sequence[str], b: Sequence[str]) -> bool:
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    return len(few) == 1 < len(many) and few[0] == initials(many)


@lru_cache(_KEPT)
def likeness(a: Party, b: Party) -> float:
    """How well two parties match: by name, by whom they stand for, or (0) not at all."""
    one_country = a.country == b.country and a.country is not None
    if not (a.words and b.words and a.person == b.person):
        return STANDS_FOR if one_country else 0.0
    if not (same_name(a.words, b.words) or (not a.person and _is_short_for(a.words, b.words))):
        return 0.0
    whole = len(a.words) > 1 and set(a.words) == set(b.words)
    return NAMED if one_country or whole or a.country is None or b.country is None else 0.0


def _named_sides(parties: Iterable[Party]) -> dict[str, list[Party]]:
    sides: dict[str, list[Party]] = {}
    for party in parties:
        if party.words and party.person and party.country:
            sides.setdefault(party.side, []).append(party)
    return sides


def _contradict(a: Sequence[Party], b: Sequence[Party]) -> bool:
    """Whether both name persons of one side and none of them is the same."""
    theirs = _named_sides(b)
    return any(
        side in theirs and not any(likeness(p, q) for p in ours for q in theirs[side])
        for side, ours in _named_sides(a).items()
    )


def _matched(a: Sequence[Party], b: Sequence[Party]) -> dict[str, float]:
    """The best likeness of each side of a to anyone in b, for the sides that have one."""
    best: dict[str, float] = {}
    for p in a:
        value = max((likeness(p, q) for q in b), default=0.0)
        if value:
            best[p.side] = max(value, best.get(p.side, 0.0))
    return best


def _sides(parties: Sequence[Party]) -> set[str]:
    """The sides: no mediators, and nobody whose side is unknown where two others are known."""
    known = {p.side for p in parties if not p.mediator and (p.country or not p.person)}
    return known if len(known) > 1 else {p.side for p in parties if not p.mediator}


@lru_cache(_KEPT)
def party_evidence(a: tuple[Party, ...], b: tuple[Party, ...]) -> float | None:
    """How strongly two lists of parties speak for one meeting; None where they contradict each other.

    The strength is that of the two best matching sides: 2 for a name, 1 for a country. Between two sides nobody
    may be left over: a bilateral is not the multilateral at whose edge it takes place. Lists of three and more
    sides are rarely complete: half of one must match, and each that is left over in both costs as much as a country.
    """
    ours, theirs = _matched(a, b), _matched(b, a)
    if len(ours) < 2 or len(theirs) < 2 or _contradict(a, b):
        return None
    sides, other_sides = _sides(a), _sides(b)
    left, other_left = len(sides - ours.keys()), len(other_sides - theirs.keys())
    if min(len(sides), len(other_sides)) == 2 and (left or other_left):
        return None
    if left * 2 > len(sides) and other_left * 2 > len(other_sides):
        return None
    return sum(sorted(ours.values())[-2:]) - min(left, other_left) * STANDS_FOR


def join_parties(known: tuple[Party, ...], new: Sequence[Party]) -> tuple[Party, ...]:
    """The parties of a meeting after another mention of it: fuller names, countries filled in, further parties."""
    joined = list(known)
    for party in new:
        place = next((i for i, k in enumerate(joined) if likeness(k, party) == NAMED), None)
        if place is not None:
            joined[place] = _fuller(joined[place], party)
        elif party not in joined:
            joined.append(party)
    return _on_sides(joined)


def _fuller(a: Party, b: Party) -> Party:
    words = b.words if len(b.words) > len(a.words) else a.words
    return Party(words, a.person, a.country or b.country, a.side, a.mediator or b.mediator)
