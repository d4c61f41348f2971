"""Whom "the two leaders", "the pair" or "the three presidents" mean: those of a meeting that the text told before."""

import re
from collections import Counter
from collections.abc import Iterable

from schemas.mention import Role
from transforms.language import offices
from transforms.language.event import Event
from transforms.language.party import Party
from transforms.language.standing import side_of

_COUNTS = {"three": 3, "four": 4}
_SEVERAL = re.compile(
    r"(?:the )?(?:pair|duo|"
    r"(?:two|three|four)(?: (?:[\w-]+ ){0,2}(?:leaders|men|presidents|premiers|ministers|diplomats))?)",
    re.IGNORECASE,
)


def resume(event: Event, known: Iterable[Event]) -> list[tuple[Party, Role]]:
    """The cast with those of the last meeting of as many persons, where "the two" of it are those of no meeting.

    Empty where the cast needs no such reading.
    """
    meant = _resumed(event)
    if not meant:
        return []
    count, office = _count(meant), _office(meant)
    told = [persons for other in known if len(persons := _persons(other)) == count]
    most = max((_holders(persons, office) for persons in told), default=0)
    told = [persons for persons in told if _holders(persons, office) == most]
    if not told or any({p.name for p in meant} >= {p.name for p in persons} for persons in told):
        return []
    rest = [(party, role) for party, role in event.cast if party not in meant]
    return [(party, "attendee") for party in told[-1]] + rest


def _resumed(event: Event) -> list[Party]:
    """The parties of a cast who are told only as "the two leaders": a group left so, or the pair taken for it."""
    starts = Counter(party.start for party, _ in event.cast) if event.is_resumed else Counter[int]()
    return [p for p, _ in event.cast if (p.kind == "person" and starts[p.start] > 1) or _SEVERAL.fullmatch(p.name)]


def _count(parties: list[Party]) -> int:
    words = " ".join(party.name.lower() for party in parties)
    return next((n for word, n in _COUNTS.items() if re.search(rf"\b{word}\b", words)), 2)


def _office(parties: list[Party]) -> frozenset[str]:
    """The words of the office that a group's members hold ("the two deputy ministers")."""
    told = (offices.singular_title(party.name) for party in parties if party.kind == "group")
    return offices.words_of_title(next(filter(None, told), "")) - _COUNTS.keys() - {"two", "the"}


def _holders(persons: list[Party], office: frozenset[str]) -> int:
    return sum(bool(office) and office <= offices.words_of_title(party.title or "") for party in persons)


def _persons(event: Event) -> list[Party]:
    """The persons named in a cast, where they stand for two sides at least."""
    persons = [party for party, _ in event.cast if party.kind == "person" and party.named]
    return persons if len({side_of(party) for party in persons}) > 1 else []
