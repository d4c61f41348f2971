"""Whom "the two leaders", "the pair" or "the three presidents" mean: those of a meeting that the text told before."""

import re
from collections import Counter
from collections.abc import Iterable

from schemas.mention import Role
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
    names = {party.name for party in meant}
    count = _count(meant)
    told = [persons for other in known if len(persons := _persons(other)) == count]
    if not told or any(names == {party.name for party, _ in persons} for persons in told):
        return []
    rest = [(party, role) for party, role in event.cast if party not in meant]
    return [(party, "attendee") for party, _ in told[-1]] + rest


def _resumed(event: Event) -> list[Party]:
    """The parties of a cast who are told only as "the two leaders": a group left so, or the pair taken for it."""
    starts = Counter(party.start for party, _ in event.cast) if event.is_resumed else Counter[int]()
    return [p for p, _ in event.cast if (p.kind == "person" and starts[p.start] > 1) or _SEVERAL.fullmatch(p.name)]


def _count(parties: list[Party]) -> int:
    words = " ".join(party.name.lower() for party in parties)
    return next((n for word, n in _COUNTS.items() if re.search(rf"\b{word}\b", words)), 2)


def _persons(event: Event) -> list[tuple[Party, Role]]:
    """The persons named in a cast, where they stand for two sides at least."""
    persons = [(party, role) for party, role in event.cast if party.kind == "person" and party.named]
    return persons if len({side_of(party) for party, _ in persons}) > 1 else []
