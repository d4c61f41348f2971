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


@dataclass(eq=False, slots=True)
class _Person:
    """All that is said of one participant. lists: in which of the mentions' lists it stands."""

    party: Party
    position: tuple[int, int]
    forms: list[Participant] = field(default_factory=list)
    lists: set[int] = field(default_factory=set)

    def is_told_by(self, party: Party, in_list: int) -> bool:
        """Whether this is whom a list tells: by name, or else by country where the list has nobody else for it."""
        if party.words:
            return likeness(self.party, party) == NAMED
        return self.party == party and in_list not in self.lists

    def add(self, participant: Participant, position: tuple[int, int]) -> None:
        self.party = self.party._replace(country=self.party.country or participant.country)
        self.position = min(self.position, position)
        self.forms.append(participant)
        self.lists.add(position[0])

    def participant(self) -> Participant:
        names = Counter(p.name for p in self.forms)
        name = min(names, key=lambda n: (-len(name_words(n)), -names[n], n))
        country = most_frequent(p.country for p in self.forms)
        role: Role = most_frequent(p.role for p in self.forms if p.role != "attendee") or "attendee"
        kind: Kind = most_frequent(p.kind for p in self.forms) or "person"
        return Participant(name, kind, most_frequent(p.title for p in self.forms), country, role)


def join_participants(
    lists: Sequence[Sequence[Participant]], outdated: Sequence[Sequence[Participant]] = ()
) -> tuple[Participant, ...]:
    """Everyone in any of the lists once; those in most lists first, then as listed.

    A name takes in its shorter forms. A party told only by its country ("China", "officials") is taken in by a
    named one of that country, or by another such, unless one list sets the two side by side. Of the outdated lists
    nobody is taken for whose country the others name somebody: who was to come is not who came.
    """
    everyone = _everyone((*lists, *outdated))
    of_now = [p for p in everyone if min(p.lists) < len(lists)]
    named = {p.party.country for p in of_now if p.party.words and p.party.country}
    taken = [p for p in everyone if p in of_now or p.party.country not in named]
    return tuple(p.participant() for p in sorted(_distinct(taken), key=lambda p: (-len(p.lists), p.position)))


def _everyone(lists: Sequence[Sequence[Participant]]) -> list[_Person]:
    """Who is told in the lists, the fullest names first."""
    told = [((i, j), p, party_of(p)) for i, each in enumerate(lists) for j, p in enumerate(each)]
    everyone: list[_Person] = []
    for position, participant, party in sorted(told, key=lambda row: (-len(row[2].words), row[0])):
        person = next((known for known in everyone if known.is_told_by(party, position[0])), None)
        if person is None:
            person = _Person(party, position)
            everyone.append(person)
        person.add(participant, position)
    return everyone


def _distinct(everyone: Iterable[_Person]) -> list[_Person]:
    """Without those told only by a country for which somebody else stands, who is in other lists."""
    kept: list[_Person] = []
    for person in sorted(everyone, key=lambda p: (not p.party.words, -len(p.lists), p.position)):
        party = person.party
        if party.words or not any(k.party.country == party.country and not k.lists & person.lists for k in kept):
            kept.append(person)
    return kept
