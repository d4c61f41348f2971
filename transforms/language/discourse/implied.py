"""Meetings whose parties are told beside them.

"The idea of Berg's mission arose on Tuesday, when Costa asked for it in a telephone conversation."
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from transforms.language.anchors.patterns import reporter
from transforms.language.discourse.casts import distinct
from transforms.language.discourse.joining import best_match, is_definite
from transforms.language.discourse.judgement import is_meeting
from transforms.language.events.event import Event
from transforms.language.events.participants import Cast
from transforms.language.grammar import syntax
from transforms.language.grammar.tenses import is_in_headline
from transforms.language.parties.party import Party
from transforms.language.parties.standing import side_of


def of_those_beside(
    events: Iterable[Event], meetings: Sequence[Event], cast: Cast, published: date | None
) -> Iterator[Event]:
    """The events that are meetings if those whom their sentence names took part, and that the text does not tell else.

    They have a day or place, and their sentence tells no other meeting.
    """
    known = list(meetings)
    told = {anchor.token.sent.start for event in meetings for anchor in event.anchors}
    for event in events:
        if event.first.sent.start in told or not _is_open(event) or not (beside := _beside(event, cast)):
            continue
        event.cast = distinct(event.cast + [(party, "attendee") for party in beside])
        if is_meeting(event) and not best_match(known, event, published):
            known.append(event)
            told.add(event.first.sent.start)
            yield event


def _is_open(event: Event) -> bool:
    """Is it one with a day or place whose members may be told beside it?

    They are not where the reader knows it ("the talks"), it says whose it is, or it has more of them than are named.
    """
    word = event.first
    if not (event.date or event.place) or event.natures & {"summit", "visit"} or is_in_headline(word):
        return False
    return not (is_definite(event) or word.dep_ in syntax.SUBJECTS or syntax.obliques(word, "of", "between"))


def _beside(event: Event, cast: Cast) -> Sequence[Party]:
    """Those of two sides whom the sentence names: persons by name, else persons, else groups as well."""
    everyone = list(_told_with(event, cast))
    persons = [party for party in everyone if party.kind == "person"]
    named = [party for party in persons if party.named]
    return next((parties for parties in (named, persons, everyone) if len(_sides(event, parties)) > 1), [])


def _sides(event: Event, beside: Iterable[Party]) -> set[str]:
    own = [party for party, _ in event.cast if party.kind in ("person", "group")]
    return {side for party in (*own, *beside) if (side := side_of(party))}


def _told_with(event: Event, cast: Cast) -> Iterator[Party]:
    """The persons and groups with a side in the sentence of an event, but for those who tell of it."""
    sentence = event.first.sent
    speaker = reporter(event.first)
    speaks = cast.at(speaker) if speaker is not None else []
    here = (party for party in cast.parties if sentence.start <= party.start < sentence.end)
    for party in here:
        if party.kind in ("person", "group") and side_of(party) and not (party in speaks or cast.is_none(party)):
            yield party
