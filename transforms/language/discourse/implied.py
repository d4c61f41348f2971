"""Meetings whose parties are told beside them: "inked it on Monday after a session", "at a summit in Oslo in May"."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from spacy.tokens import Span

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
    """The events that are meetings if those told beside them took part, and that the text does not tell else.

    They are whom their sentence names, where it tells no other meeting; or, of one with a day or town of its own, two
    persons of it and the sentence before whose sides meet nowhere else in the text.
    """
    known = list(meetings)
    told = {anchor.token.sent.start for event in meetings for anchor in event.anchors}
    for event in events:
        if event.is_headline or event.first.sent.start in told:
            continue
        chosen = _in_sentence(event, cast) or _in_two_sentences(event, cast, known)
        if not chosen:
            continue
        event.cast = distinct(event.cast + [(party, "attendee") for party in chosen])
        if is_meeting(event) and not best_match(known, event, published):
            known.append(event)
            told.add(event.first.sent.start)
            yield event


def _in_sentence(event: Event, cast: Cast) -> Sequence[Party]:
    """Those of two sides whom the sentence names: persons, or groups too at an event with a day or town of its own."""
    beside = list(_named_in(event.first.sent, event, cast))
    persons = [party for party in beside if party.kind == "person"]
    ranked = [[party for party in persons if party.named], persons]
    if _is_fixed(event):
        ranked.append(beside)
    return next((parties for parties in ranked if len(_sides(event, parties)) > 1), [])


def _in_two_sentences(event: Event, cast: Cast, known: Iterable[Event]) -> Sequence[Party]:
    """The persons whom its sentence and the one before name, if with its own cast they are two who meet only there."""
    sentence = event.first.sent
    before = event.first.doc[max(sentence.start - 2, 0)].sent
    window = event.first.doc[(before if before.start else sentence).start : sentence.end]
    persons = [party for party in _named_in(window, event, cast) if party.kind == "person" and party.named]
    sides = _sides(event, persons)
    together = any(sides <= {side_of(party) for party, _ in other.cast} for other in known)
    met = distinct(event.cast + [(person, "attendee") for person in persons])
    return persons if _is_fixed(event) and len(sides) == len(met) == 2 and not together else []


def _is_fixed(event: Event) -> bool:
    return bool(event.date or event.place.city)


def _sides(event: Event, beside: Iterable[Party]) -> set[str]:
    own = [party for party, _ in event.cast if party.kind in ("person", "group")]
    return {side for party in (*own, *beside) if (side := side_of(party))}


def _named_in(words: Span, event: Event, cast: Cast) -> Iterator[Party]:
    """The persons and groups with a side in these words, but for those who tell of the event."""
    speaker = reporter(event.first)
    for party in cast.parties:
        speaks = speaker is not None and party.start <= speaker.i < party.end
        inside = words.start <= party.start < words.end
        if inside and party.kind in ("person", "group") and side_of(party) and not speaks:
            yield party
