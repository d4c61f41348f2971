"""Whom "the two leaders", "the pair" or a bare "they" mean: those of a meeting that the text told before."""

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from schemas.mention import Role
from transforms.language.events.event import Event
from transforms.language.lexicon import offices
from transforms.language.parties.pairs import are_persons_told, number_of_persons, office_of
from transforms.language.parties.party import Party
from transforms.language.parties.standing import is_of_states, side_of

_OF_TIME = ("when", "after", "before", "since")


def resume(event: Event, known: Sequence[Event]) -> list[tuple[Party, Role]]:
    """The cast with those of the last meeting, of as many persons, where "the two" of it are those of no meeting.

    Those whom another meets one by one are no two. Who hold the office that the words tell are preferred. Empty where
    the cast needs no such reading.
    """
    meant = _resumed(event)
    if all(map(_are_statesmen, meant)):
        clause = _subordinate(event)
        free = clause is None or (meant and any(word.lower_ in _OF_TIME for word in clause.children))
        return _of_main_meeting(event, known) if free and (meant or _names_nobody(event)) else []
    joint = [other for other in known if not other.is_one_of_several]
    all_told = list(filter(None, map(_persons, joint)))
    count = next((number for party in meant if (number := number_of_persons(party.name))), 2)
    office = next((words for party in meant if party.kind == "group" and (words := office_of(party))), frozenset())
    if any(map(_are_officers, meant)):
        told = [persons for persons in all_told if _holders(persons, office) == len(persons)]
    else:
        told = [persons for persons in all_told if len(persons) == count]
        most = max((_holders(persons, office) for persons in told), default=0)
        told = [persons for persons in told if _holders(persons, office) == most]
    if not told or any({p.name for p in meant} >= {p.name for p in persons} for persons in told):
        return []
    rest = [(party, role) for party, role in event.cast if party not in meant]
    return [(party, "attendee") for party in told[-1]] + rest


def _of_main_meeting(event: Event, known: Iterable[Event]) -> list[tuple[Party, Role]]:
    """Those of the meeting that the text told most of, for one with its own day or town ("They had met in May")."""
    if event.date is None and not event.place.city:
        return []
    told = sorted((other for other in known if _persons(other)), key=lambda other: -len(other.anchors))
    return [(party, "attendee") for other in told[:1] for party in _persons(other)]


def _resumed(event: Event) -> list[Party]:
    """The parties of a cast who are told only as "the two leaders": a group left so, or the pair taken for it."""
    starts = Counter(party.start for party, _ in event.cast) if event.is_resumed else Counter[int]()
    return [
        p for p, _ in event.cast
        if (p.kind == "person" and starts[p.start] > 1) or number_of_persons(p.name) or _are_officers(p)
        or (_are_statesmen(p) and len(event.cast) == 1)
    ]  # fmt: skip


def _names_nobody(event: Event) -> bool:
    """Does its sentence tell of nobody but "they" for those who meet, or of nobody at all for those who call?"""
    slots = event.anchors[0].slots
    is_call = event.natures == {"call"} and any(word.lower_ in ("a", "an") for word in event.first.children)
    return not event.cast and (is_call or (bool(slots) and {slot.token.lower_ for slot in slots} == {"they"}))


def _subordinate(event: Event) -> Token | None:
    """The clause below another that tells the event, whose sentence tells whom it means ("a call, in which they …")."""
    clauses = (word for word in (event.first, *event.first.ancestors) if word.dep_ in ("acl:relcl", "advcl"))
    return next(clauses, None)


def _are_statesmen(party: Party) -> bool:
    """Are they told by no more than what they are ("the ministers")?"""
    return party.kind == "group" and not party.country and are_persons_told(party.name)


def _are_officers(party: Party) -> bool:
    """Are they told by their office alone ("the interior ministers", of whichever states)?"""
    told = party.kind == "group" and not party.country and party.name.lower().startswith("the ")
    return told and len(office_of(party)) > 1 and not is_of_states(party) and not number_of_persons(party.name)


def _holders(persons: Sequence[Party], office: frozenset[str]) -> int:
    return sum(bool(office) and _holds(party, office) for party in persons)


def _holds(person: Party, office: frozenset[str]) -> bool:
    """Has a person this title, or is he told as the counterpart of one who has?"""
    return (person.title or "").endswith("counterpart") or office <= offices.words_of_title(person.title or "")


def _persons(event: Event) -> list[Party]:
    """The persons named in a cast, where they stand for two sides at least."""
    return event.persons if len({side_of(party) for party in event.persons}) > 1 else []
