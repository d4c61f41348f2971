"""The participants of a meeting, from the lists of all its mentions: each once, under the fullest name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from schemas.mention import Kind, Participant, Role
from transforms.meetings.parties import NAMED, Party, likeness, name_words, party_of

Value = TypeVar("Value")


def most_frequent(values: Iterable[Value | None]) -> Value | None:
    """The value given most often; between equals the first by its written form."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], str(value)), default=None)


@dataclass(slots=True)
class _Person:
    """All that is said of one participant. lists: in which of the mentions' lists it stands."""

    party: Party
    position: tuple[int, int]
    forms: list[Participant] = field(default_factory=list)
    lists: set[int] = field(default_factory=set)

    def participant(self) -> Participant:
        names = Counter(p.name for p in self.forms)
        name = min(names, key=lambda n: (-len(name_words(n)), -names[n], n))
        country = most_frequent(p.country for p in self.forms)
        role: Role = most_frequent(p.role for p in self.forms if p.role != "attendee") or "attendee"
        kind: Kind = most_frequent(p.kind for p in self.forms) or "person"
        return Participant(name, kind, most_frequent(p.title for p in self.forms), country, role)


def join_participants(lists: Sequence[Sequence[Participant]]) -> tuple[Participant, ...]:
    """Everyone in any of the lists once; those in most lists first, then as listed.

    A name takes in its shorter forms. A party told only by its country ("China", "officials") is taken in by a
    named one of that country, or by another such, unless one list sets the two side by side.
    """
    everyone: list[_Person] = []
    listed = [((i, j), p, party_of(p)) for i, each in enumerate(lists) for j, p in enumerate(each)]
    for position, participant, party in sorted(listed, key=lambda row: (-len(row[2].words), row[0])):
        person = next((k for k in everyone if _is_one(k.party, party)), None)
        if person is None:
            person = _Person(party, position)
            everyone.append(person)
        person.position = min(person.position, position)
        person.forms.append(participant)
        person.lists.add(position[0])
    return tuple(p.participant() for p in sorted(_distinct(everyone), key=lambda p: (-len(p.lists), p.position)))


def _is_one(known: Party, party: Party) -> bool:
    return likeness(known, party) == NAMED or (not party.words and not known.words and known == party)


def _distinct(everyone: Iterable[_Person]) -> list[_Person]:
    kept: list[_Person] = []
    for person in sorted(everyone, key=lambda p: (not p.party.words, -len(p.lists), p.position)):
        party = person.party
        if party.words or not any(k.party.country == party.country and not k.lists & person.lists for k in kept):
            kept.append(person)
    return kept
