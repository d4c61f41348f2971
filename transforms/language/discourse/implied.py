"""Meetings whose parties are told beside them: "inked it on Monday after a session", "at a summit in Oslo in May"."""

from collections.abc import Iterator, Sequence
from datetime import date

from transforms.language.anchors.patterns import reporter
from transforms.language.discourse.casts import distinct
from transforms.language.discourse.joining import best_match
from transforms.language.discourse.judgement import is_meeting
from transforms.language.events.event import Event
from transforms.language.events.participants import Cast
from transforms.language.parties.party import Party
from transforms.language.parties.standing import side_of


def of_those_beside(
    events: Sequence[Event], meetings: Sequence[Event], cast: Cast, published: date | None
) -> Iterator[Event]:
    """The events that are meetings if those whom their sentence names took part, and that the text does not tell else.

    They are persons by name, or, of an event with a day or town of its own, any of whom the side is told. The sentence
    tells no other meeting.
    """
    known = list(meetings)
    told = {anchor.token.sent.start for event in meetings for anchor in event.anchors}
    for event in events:
        if event.is_headline or event.first.sent.start in told:
            continue
        beside = list(_beside(event, cast))
        persons = [party for party in beside if party.kind == "person"]
        named = [party for party in persons if party.named]
        ranked = (named, persons, beside) if event.date or event.place.city else (named, persons)
        chosen = next((parties for parties in ranked if len(_sides(event, parties)) > 1), None)
        if chosen is None:
            continue
        event.cast = distinct(event.cast + [(party, "attendee") for party in chosen])
        if is_meeting(event) and not best_match(known, event, published):
            known.append(event)
            told.add(event.first.sent.start)
            yield event


def _sides(event: Event, beside: Sequence[Party]) -> set[str]:
    own = [party for party, _ in event.cast if party.kind in ("person", "group")]
    return {side for party in (*own, *beside) if (side := side_of(party))}


def _beside(event: Event, cast: Cast) -> Iterator[Party]:
    """The persons and groups with a side in the sentence of an event, but for those who say so."""
    sentence = event.first.sent
    speaker = reporter(event.first)
    for party in cast.parties:
        speaks = speaker is not None and party.start <= speaker.i < party.end
        inside = sentence.start <= party.start < sentence.end
        if inside and party.kind in ("person", "group") and side_of(party) and not speaks:
            yield party
