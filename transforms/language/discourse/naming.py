"""Who the officials of a meeting are: those named in the next sentences, one for each side, who act together.

"Thai and Lao diplomats held talks. Vice Foreign Minister Berg and her Lao counterpart, Costa, reviewed …"
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc, Span

from schemas.mention import Role
from transforms.language.discourse.casts import Members
from transforms.language.events.event import Event
from transforms.language.events.participants import Cast
from transforms.language.grammar import syntax
from transforms.language.parties.party import Party
from transforms.language.parties.standing import is_statesman, side_of

_LEADERS = re.compile(
    r"(?:the )?(?:leaders|presidents|prime ministers|premiers) (?:of|from) (?:the two|both) "
    r"(?:countries|nations|states|neighbou?rs|sides|parties)$"
)
_MET = frozenset(("meeting", "talks"))
_REACH = 3  # sentences behind the one that tells the meeting best


def name_officials(meetings: Sequence[Event], doc: Doc, cast: Cast) -> None:
    """Replaces the unnamed officials of meetings held by the persons who, behind, do something together for them.

    Persons of whom another meeting is told act in that one.
    """
    taken = {party.name for event in meetings for party, _ in event.cast if party.kind == "person" and party.named}
    for event in meetings:
        event.cast = _with_leaders_named(event.cast, cast)
        sides = {party.country for party, _ in event.cast if party.kind in ("group", "government")}
        if not event.took_place or not 1 < len(sides - {None}) == len(event.cast):
            continue
        acting = (persons for sentence in _behind(doc, event) for persons in _together(sentence, cast))
        fitting = (p for p in acting if len(p) == len(sides) and {person.country for person in p} == sides)
        named = next((p for p in fitting if not any(person.name in taken for person in p)), [])
        event.cast = [(party, "attendee") for party in named] or event.cast


def _with_leaders_named(members: Members, cast: Cast) -> Members:
    """The cast with the one leader of each of the two states told most, for "the leaders of both countries"."""
    group = next((party for party, _ in members if not party.country and _LEADERS.match(party.name)), None)
    if group is None:
        return members
    leaders = {party.name: party for party in cast.parties if party.named and party.country and is_statesman(party)}
    there = {party.country for party, _ in members}
    told = Counter(p.country for p in cast.parties if p.country and p.country not in there).most_common(2)
    led = [[leader for leader in leaders.values() if leader.country == country] for country, _ in told]
    if [len(own) for own in led] != [1, 1]:
        return members
    rest = [(party, role) for party, role in members if party is not group]
    return [(leader, "attendee") for own in led for leader in own] + rest


def heads_of_delegations(event: Event, cast: Cast) -> list[tuple[Party, Role]]:
    """Those who lead the delegations of two sides, told right behind a meeting of nobody, or of only their states."""
    is_told = event.took_place and event.first.pos_ != "VERB" and event.natures & _MET
    met = {side for party, _ in event.cast if (side := side_of(party))}
    if not is_told or any(side_of(party) and party.kind != "government" for party, _ in event.cast):
        return []
    heads = cast.heads_behind(event.first)
    led = {side for party in heads if (side := side_of(party))}
    return [(party, "attendee") for party in heads] if len(led) > 1 and met <= led else []


def _behind(doc: Doc, event: Event) -> Iterator[Span]:
    end = event.first.sent.end
    told = (sentence for sentence in doc.sents if sentence.start >= end and sentence.text.strip())
    return islice(told, _REACH)


def _together(sentence: Span, cast: Cast) -> Iterator[list[Party]]:
    """The persons who are subjects of a verb in the past together."""
    for verb in sentence:
        if verb.tag_ not in ("VBD", "VBN") or syntax.is_passive(verb):
            continue
        subjects = [token for subject in syntax.own_subjects(verb) for token in syntax.conjuncts(subject)]
        persons = {p.name: p for token in subjects for p in cast.at(token) if p.kind == "person" and p.named}
        if len(persons) > 1:
            yield list(persons.values())
