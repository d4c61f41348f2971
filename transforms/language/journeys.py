"""Journeys that a text tells: the meetings of a traveller inherit the days and the place of his journey.

An itinerary names its dates once ("will travel to Norway from May 3 to 5") and then tells what happens on the way.
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from schemas.mention import Status
from transforms.language import syntax
from transforms.language.dates import DateExpression
from transforms.language.participants import Cast
from transforms.language.party import Party
from transforms.language.places import Located, Place
from transforms.language.status import status_of

_TRAVELLING = frozenset("travel visit go fly head journey tour lead".split())
_TO_COME = ("planned", "proposed", "postponed")


@dataclass(frozen=True, slots=True)
class Journey:
    """Who travels, whether it lies ahead, when, and where to: None for several places, an empty one for none."""

    travellers: tuple[Party, ...]
    status: Status
    date: DateExpression | None
    place: Place | None
    start: int = 0

    def is_made_by(self, cast: list[Party]) -> bool:
        """Does one of these travel?"""
        return any(a.name == b.name and a.kind == b.kind for a in self.travellers for b in cast)

    def can_hold(self, status: Status) -> bool:
        """Can a meeting of this status happen on the way: both ahead, or both past?"""
        return (status in _TO_COME) == (self.status in _TO_COME)


def find_journeys(doc: Doc, cast: Cast, dates: list[DateExpression], places: list[Located]) -> list[Journey]:
    """Every journey of a named person that the text dates or whose one destination it names, in order."""
    found = []
    for verb in doc:
        if verb.pos_ == "NOUN" and syntax.lemma(verb) in ("visit", "trip"):
            found += _visit(verb, cast, places)
        if verb.pos_ != "VERB" or syntax.lemma(verb) not in _TRAVELLING:
            continue
        travellers = tuple(
            p for token in syntax.subjects(verb) for p in cast.at(token) if p.kind == "person" and p.named
        )
        date = next((d for d in dates if verb.sent.start <= d.start < verb.sent.end and _is_dated(verb, d)), None)
        place = _destination(verb, places)
        if travellers and (date or place is None or place):
            found.append(Journey(travellers, status_of(verb), date, place, verb.i))
    return found


def _visit(noun: Token, cast: Cast, places: list[Located]) -> list[Journey]:
    """The journey that a noun tells ("during her visit to Oslo"), on whose way its sentence's meetings are."""
    owners = syntax.children(noun, "nmod:poss")
    travellers = tuple(p for owner in owners for p in cast.owners(owner) if p.kind == "person" and p.named)
    reached = [p.place for p in places if p.head.i == noun.i and p.preposition == "to"]
    verb = syntax.verb_above(noun)
    if not travellers or len(reached) != 1 or verb is None:
        return []
    return [Journey(travellers, status_of(verb), None, reached[0], noun.i)]


def _is_dated(verb: Token, date: DateExpression) -> bool:
    """Is it near the verb, and does it hang on no other one?"""
    head = verb.doc[date.start : date.end].root.head
    return _is_near(verb, date.start) and (head.pos_ != "VERB" or head.i == verb.i)


def _is_near(verb: Token, position: int) -> bool:
    between = verb.doc[min(verb.i + 1, position) : max(verb.i, position)]
    return not any(token.pos_ == "VERB" for token in between)


def _destination(verb: Token, places: list[Located]) -> Place | None:
    """The one place that the verb's clause leads to; None when there are several."""
    reached = [
        p.place
        for p in places
        if verb.sent.start <= p.start < verb.sent.end and p.preposition in ("to", "into") and _is_near(verb, p.start)
    ]
    if len({place.country for place in reached}) > 1:
        return None
    return reached[0] if reached else Place()
