"""Whom "the two leaders", "the pair" or "the three presidents" mean: those of a meeting that the text told before."""

from collections import Counter
from collections.abc import Iterable, Sequence

from schemas.mention import Role
from transforms.language import offices
from transforms.language.event import Event
from transforms.language.pairs import number_of_persons, office_of
from transforms.language.party import Party
from transforms.language.standing import side_of


def resume(event: Event, known: Iterable[Event]) -> list[tuple[Party, Role]]:
    """The cast with those of the last meeting of as many persons, where "the two" of it are those of no meeting.

    Who hold the office that the words tell are preferred. Empty where the cast needs no such reading.
    """
    meant = _resumed(event)
    if not meant:
        return []
    count = next((number for party in meant if (number := number_of_persons(party.name))), 2)
    office = next((words for party in meant if party.kind == "group" and (words := office_of(party))), frozenset())
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
    return [p for p, _ in event.cast if (p.kind == "person" and starts[p.start] > 1) or number_of_persons(p.name)]


def _holders(persons: Sequence[Party], office: frozenset[str]) -> int:
    return sum(bool(office) and office <= offices.words_of_title(party.title or "") for party in persons)


def _persons(event: Event) -> list[Party]:
    """The persons named in a cast, where they stand for two sides at least."""
    persons = [party for party, _ in event.cast if party.kind == "person" and party.named]
    return persons if len({side_of(party) for party in persons}) > 1 else []
