"""Journeys that a text tells: the meetings of a traveller inherit the days and the place of his journey.

An itinerary names its dates once ("will travel to Norway from May 3 to 5") and then tells what happens on the way.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from schemas.mention import Status
from transforms.language.events.participants import Cast
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import GOVERNORS, lemma_of
from transforms.language.grammar.status import status_of
from transforms.language.lexicon.constructions import HAPPENING, HOSTING, INVITING, PROPOSALS, TAKING
from transforms.language.parties.party import Party
from transforms.language.temporal.dates import DateExpression
from transforms.language.toponyms.places import Located, Place

_ARRIVING = frozenset("arrive land".split())
_LEAVING = frozenset("leave depart embark".split())
_TRAVELLING = _ARRIVING | _LEAVING | frozenset("travel visit go come fly head journey tour lead".split())
_GOING = frozenset("travel go come fly head journey".split())
_VISITS = frozenset("visit trip".split())
_PAYING = frozenset("pay make undertake conclude begin start end complete continue".split())
_BOUNDS = frozenset("conclude begin start end complete arrive".split())
_ON_THE_WAY = frozenset(("during", "on", "for"))
_BEFORE = ("previously", "earlier")
_TO_COME = ("planned", "proposed", "postponed")
_NOT_MADE = ("cancelled", "refused")
_GIVEN_UP = ("cancelled", "postponed")


@dataclass(frozen=True, slots=True)
class Journey:
    """Who travels, whether it lies ahead, when, and where to: None for several places, an empty one for none.

    status: None where the text leaves open whether it lies ahead. doc[first:last] may tell meetings on the way.
    """

    travellers: tuple[Party, ...]
    status: Status | None
    date: DateExpression | None
    place: Place | None
    start: int = 0
    first: int = 0
    last: int = sys.maxsize

    def is_made_by(self, cast: list[Party]) -> bool:
        """Does one of these travel?"""
        return any(a.name == b.name and a.kind == b.kind for a in self.travellers for b in cast)

    @property
    def is_given_up(self) -> bool:
        """Is it put off or cancelled, and with it what was to happen on it?"""
        return self.status in _GIVEN_UP

    def can_hold(self, status: Status) -> bool:
        """Can a meeting of this status happen on the way: both ahead or past, any on one under way, or neither?"""
        if self.status in _NOT_MADE or status in _NOT_MADE:
            return status not in ("held", "ongoing")
        return self.status in (None, "ongoing") or (status in _TO_COME) == (self.status in _TO_COME)


def find_journeys(doc: Doc, cast: Cast, dates: list[DateExpression], places: list[Located]) -> list[Journey]:
    """Every journey of a person that the text dates or whose one destination it names, in order."""
    found: list[Journey] = []
    for word in doc:
        if word.pos_ == "NOUN" and syntax.lemma(word) in _VISITS:
            found += _visit(word, cast, dates, places)
        elif word.pos_ == "VERB" and (syntax.lemma(word) in _TRAVELLING or _is_awaited(word)):
            found += _travel(word, cast, dates, places)
        elif word.pos_ == "VERB" and syntax.lemma(word) in TAKING:
            found += _taken(word, cast, dates, places)
        elif word.pos_ == "VERB" and syntax.lemma(word) in HOSTING:
            found += _hosted(word, cast, dates)
        elif word.pos_ == "PROPN" and "in" in syntax.cases(word) and syntax.children(word, "cop"):
            found += _stay(word, cast, dates, places)
    return found


def _stay(town: Token, cast: Cast, dates: list[DateExpression], places: list[Located]) -> Iterator[Journey]:
    """The journey of a person who "is in Oslo", or "will be in Oslo on May 3"."""
    travellers = _persons(town, cast)
    place = next((p.place for p in places if p.start <= town.i < p.end and p.preposition == "in"), None)
    is_over = any(child.lower_ in _BEFORE for child in syntax.children(town, "advmod"))
    if travellers and place:
        last = town.sent.end if is_over else sys.maxsize
        yield Journey(travellers, None, _day_of(town, dates), place, town.i, last=last)


def _hosted(verb: Token, cast: Cast, dates: list[DateExpression]) -> Iterator[Journey]:
    """The journey of a person whom a country hosts ("Norway will host Costa on May 3")."""
    hosts = [p for token in syntax.own_subjects(verb) for p in cast.at(token) if p.kind == "government" and p.country]
    guests = tuple(p for token in syntax.objects(verb) for p in cast.at(token) if p.kind == "person" and p.named)
    if guests and len(hosts) == 1:
        yield Journey(guests, status_of(verb), _day_of(verb, dates), Place(country=hosts[0].country), verb.i)


def _taken(verb: Token, cast: Cast, dates: list[DateExpression], places: list[Located]) -> Iterator[Journey]:
    """The journey that takes a person somewhere ("a tour that will take Berg to Oslo on May 3")."""
    taken = (p for token in syntax.objects(verb) for p in cast.owners(token))
    travellers = tuple(p for p in taken if p.kind == "person" and p.named)
    place = _destination(verb, places, ("to",))
    if travellers and place:
        yield Journey(travellers, status_of(verb), _day_of(verb, dates), place, verb.i)


def _persons(predicate: Token, cast: Cast) -> tuple[Party, ...]:
    return tuple(
        p for token in syntax.subjects(predicate) for p in cast.owners(token) if p.kind == "person" and p.named
    )


def _travel(verb: Token, cast: Cast, dates: list[DateExpression], places: list[Located]) -> Iterator[Journey]:
    """The journey that a verb tells. On arrival and on leaving it is open what lies ahead, and when."""
    is_awaited = _is_awaited(verb)
    arrives = syntax.lemma(verb) in _ARRIVING or is_awaited
    is_open = syntax.lemma(verb) in _ARRIVING | _LEAVING
    travellers = _persons(verb, cast)
    date = None if is_open else _day_of(verb, dates)
    place = _destination(verb, places, ("in", "at") if arrives else ("to", "into"))
    status = None if is_open or is_awaited else status_of(verb)
    if status == "ongoing" and syntax.lemma(verb) in _GOING:
        status = "planned"  # who is flying to Oslo is not there yet
    if travellers and not _is_invited(verb) and (date or place is None or place):
        yield Journey(travellers, status, date, place, verb.i, first=_first_told_on(verb))


def _is_awaited(verb: Token) -> bool:
    """Is somebody expected somewhere, not to do something ("is expected in Oslo on Monday")?"""
    return syntax.lemma(verb) == "expect" and syntax.is_passive(verb) and not syntax.children(verb, "xcomp", "ccomp")


def _first_told_on(verb: Token) -> int:
    """The token from which on something can be told of a journey: behind what was done before he set out.

    "Will meet Costa before leaving for Oslo", "met Costa and left for Oslo".
    """
    if any(child.lower_ == "before" for child in syntax.children(verb, "mark")):
        return verb.sent.end
    return verb.i if verb.dep_ == "conj" and syntax.lemma(verb) in _LEAVING else 0


def _is_invited(verb: Token) -> bool:
    """Does somebody only ask for it ("invited Berg to visit", "extended an invitation to Berg to visit")?"""
    asking = (verb.head, *syntax.children(verb.head, "obj", "nmod"), verb.head.head)
    return verb.tag_ == "VB" and any(syntax.lemma(word) in INVITING | PROPOSALS for word in asking)


def _visit(noun: Token, cast: Cast, dates: list[DateExpression], places: list[Located]) -> Iterator[Journey]:
    """The journey that a noun tells ("her visit to Oslo", "the visit of Berg to Oslo", "paid a visit to Oslo")."""
    verb = syntax.verb_above(noun)
    owners = [p for owner in syntax.children(noun, "nmod:poss") for p in cast.owners(owner)]
    owners += [p for token in syntax.obliques(noun, "of", "by") for p in cast.at(token)]
    paid = verb is not None and not owners and _pays(verb, noun)
    if verb is not None and paid:
        owners = [p for token in syntax.subjects(verb) for p in cast.owners(token)]
    travellers = tuple(p for p in owners if p.kind == "person")
    holders = {noun.i, *(token.i for token in syntax.obliques(noun, "of", "by"))}
    reached = [p.place for p in places if p.preposition == "to" and (p.head.i in holders or p.start == noun.i + 2)]
    if not travellers or len(reached) != 1:
        return
    bound = verb is not None and syntax.lemma(verb) in _BOUNDS
    is_subject = verb is not None and noun.dep_ in syntax.SUBJECTS and syntax.lemma(verb) in HAPPENING
    happens = verb if is_subject else None
    there = (d for d in dates if noun.i < d.start < noun.sent.end and not bound)
    behind = (d for d in there if _is_near(noun, d.start) or (happens is not None and _is_dated(happens, d)))
    is_topic = noun.dep_ == "nmod" or syntax.cases(noun) - _ON_THE_WAY
    status = None if is_topic else status_of(noun)
    paid = paid or happens is not None
    yield Journey(
        travellers=travellers,
        status=status,
        date=next(behind, None),
        place=reached[0],
        start=noun.i,
        first=0 if paid else noun.sent.start,
        last=sys.maxsize if paid or status in _GIVEN_UP else noun.sent.end,
    )


def _pays(verb: Token, noun: Token) -> bool:
    """Does the subject make the visit, or not any more ("pays a visit", "is on a visit", "calls off a visit")?"""
    if verb.i == noun.i or "on" in syntax.cases(noun):
        return True
    gives_up = GOVERNORS.get(lemma_of(verb)) in _GIVEN_UP
    return (syntax.lemma(verb) in _PAYING or gives_up) and noun.head.i == verb.i


def _day_of(verb: Token, dates: list[DateExpression]) -> DateExpression | None:
    near = (d for d in dates if verb.sent.start <= d.start < verb.sent.end and _is_dated(verb, d))
    return next(near, None)


def _is_dated(verb: Token, date: DateExpression) -> bool:
    """Is it near the verb, and does it hang on no other one, nor on what is told since when?"""
    head = verb.doc[date.start : date.end].root.head
    owns = verb.doc[date.end : date.end + 1].text in ("'s", "’s")  # "this month's elections"
    is_other = owns or (head.pos_ == "VERB" and head.i != verb.i) or "since" in syntax.cases(head)
    return _is_near(verb, date.start) and not is_other


def _is_near(word: Token, position: int) -> bool:
    between = word.doc[min(word.i + 1, position) : max(word.i, position)]
    return not any(syntax.is_clause(token) and token.dep_ != "acl" for token in between)


def _leads_to(verb: Token, place: Located, prepositions: tuple[str, ...]) -> bool:
    told = verb.sent.start <= place.start < verb.sent.end and place.preposition in prepositions
    return told and _is_near(verb, place.start)


def _destination(verb: Token, places: list[Located], prepositions: tuple[str, ...]) -> Place | None:
    """The one place that the verb's clause leads to, or "where" it does; None when there are several."""
    where = verb.head.i if any(child.lower_ == "where" for child in verb.children) else None
    reached = [
        p for p in places if (p.start <= where < p.end if where is not None else _leads_to(verb, p, prepositions))
    ]
    listed = (word.i >= p.end for p in reached for word in syntax.children(verb.doc[p.start : p.end].root, "conj"))
    if any(listed) or len({p.place.country for p in reached}) > 1:
        return None
    return reached[0].place if reached else Place()
