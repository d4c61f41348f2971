"""The day that a narrative is at: a meeting told in the simple past without a day of its own happened on it.

A narrative moves on in time only where it says so; so does the point of reference in H. Reichenbach, Elements of
Symbolic Logic (1947), section 51.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Token

from transforms.language.events.event import Event
from transforms.language.events.participants import Cast
from transforms.language.events.scenes import find_scene
from transforms.language.grammar import syntax
from transforms.language.grammar.tenses import is_in_headline, is_in_pluperfect, is_simple_past, tense_of
from transforms.language.lexicon.constructions import REPORTING, TELLING
from transforms.language.parties.standing import side_of
from transforms.language.temporal.dates import RECENT, DateExpression, Resolved
from transforms.language.toponyms.datelines import Dateline
from transforms.language.toponyms.places import Place, find_places

_REACH = 400  # tokens over which a text stays at a day
_COORDINATE = ("conj", "parataxis")
_ANOTHER_TIME = frozenset("after before since recent recently previous previously last once ago first".split())
_MEANWHILE = frozenset("as when while".split())


class Told(NamedTuple):
    """A verb with the day that it tells, in the simple past or of what is news."""

    day: DateExpression
    verb: Token

    @property
    def is_report(self) -> bool:
        """Is it only the day on which something was made known ("said on Monday")?"""
        return syntax.lemma(self.verb) in TELLING


def take_up(meetings: Sequence[Event], cast: Cast, days: Sequence[Told], published: date | None) -> None:
    """Gives meetings, where their sentences tell none, the day and the place that the text is at.

    A meeting ahead only has the place: where one of the cast met others the day before.
    """
    scene = find_scene(cast.doc)
    towns = {located.place for located in find_places(cast.doc) if located.place.city and located.place.country}
    for n, event in enumerate(meetings):
        event.date = event.date or day_at(event, cast, days)
        if event.mode in ("in_person", None) and "call" not in event.natures:
            event.place = _place_around(event, meetings[:n], scene, published) or _home_told(event, towns)
            event.place = _in_town_told(event, towns)
        event.mode = event.mode or ("in_person" if event.place else None)


def _place_around(event: Event, before: Sequence[Event], scene: Dateline | None, published: date | None) -> Place:
    """Its place, where the text told it; of a country alone, the town where they are that day in that country."""
    if event.place.city or event.place.venue:
        return event.place
    there = _place_before(event, before, published)
    if event.place:
        return there if there.country == event.place.country else event.place
    return there or (_place_filed(event, scene, published) if event.took_place else Place())


def _home_told(event: Event, towns: Iterable[Place]) -> Place:
    """The one town that the text tells in the country of a side, which is where it received the others.

    Who only spoke may have done so by telephone, and a delegation has come from elsewhere.
    """
    sides = {side_of(party) for party, _ in event.cast}
    sides -= {side_of(party) for party, _ in event.cast if "delegation" in party.name.lower()}
    told = {(place.city, place.country) for place in towns if place.country in sides}
    spoke = event.mode is None and syntax.lemma(event.first) in ("speak", "talk")
    fits = event.took_place and len(sides) > 1 and not (spoke or event.occasion)
    return Place(*told.pop()) if fits and len(told) == 1 else Place()


def _in_town_told(event: Event, towns: Iterable[Place]) -> Place:
    """Its place, in the one town that the text tells in that country."""
    told = {place.city: place for place in towns if place.country == event.place.country}
    return event.place.in_town(next(iter(told.values()))) if len(told) == 1 else event.place


def _day(event: Event, published: date | None) -> Resolved | None:
    found = event.time(published)
    return found if found and found.precision == "day" else None


def _place_before(event: Event, before: Sequence[Event], published: date | None) -> Place:
    """Where one of the cast met others on the same day, or for a meeting ahead the day before, as told last.

    Or where the guests' side met others, and the hosts' side is at home. Where no day is known it may be the same.
    """
    names = {party.name for party, _ in event.cast if party.kind == "person" and party.named}
    day = _day(event, published)
    for other in reversed(before):
        then = _day(other, published)
        same = any(party.name in names for party, _ in other.cast) or _are_guests_again(event, other)
        if not (other.place and same):
            continue
        if day and then:
            stays = event.status == "planned" and other.took_place
            return replace(other.place, venue=None) if 0 <= (day.start - then.start).days <= stays else Place()
        if event.date is None and not (day or then) and event.took_place and other.took_place:
            return replace(other.place, venue=None)
    return Place()


def _are_guests_again(event: Event, other: Event) -> bool:
    """Does the side that was received in a country meet another of those at home there?"""
    ours, theirs = ({side_of(party) for party, _ in one.cast} - {None} for one in (event, other))
    home = {other.place.country} & ours & theirs
    return bool(home) and bool((ours & theirs) - home)


def _place_filed(event: Event, scene: Dateline | None, published: date | None) -> Place:
    """Where the text was filed within days of it: by an agency or in the country of a side, or in a town it tells."""
    day, sides = _day(event, published), {side_of(party) for party, _ in event.cast}
    if scene is None or day is None or published is None or published - day.start >= RECENT:
        return Place()
    text = event.first.doc.text
    told = scene.city and (scene.city in text[: scene.start] or scene.city in text[scene.end :])
    near = sides & {scene.country, scene.agency} - {None}
    return Place(scene.city, scene.country) if near or told else Place()


def days_told(doc: Doc, dates: Iterable[DateExpression], published: date | None) -> list[Told]:
    """The days that a text tells of what has happened, in its order."""
    return list(_days_told(doc, dates, published))


def day_at(event: Event, cast: Cast, days: Sequence[Told]) -> DateExpression | None:
    """The day that the text is at where it tells of what was held, by the first of its anchors that has one."""
    if not event.took_place:
        return None
    return next(filter(None, (_day_at(anchor.token, event, cast, days) for anchor in event.anchors)), None)


def _days_told(doc: Doc, dates: Iterable[DateExpression], published: date | None) -> Iterator[Told]:
    for expression in dates:
        when = expression.time(published, "past")
        verb = syntax.verb_above(doc[expression.start : expression.end].root)
        if expression.leads or verb is None or when is None or when.precision != "day":
            continue
        is_news = published is not None and timedelta(0) <= published - when.start < RECENT
        in_past = verb.tag_ == "VBD" and not syntax.auxiliaries(verb)
        if in_past or (is_news and tense_of(verb) in ("held", "ongoing")):
            yield Told(expression, verb)


def _day_at(word: Token, event: Event, cast: Cast, days: Sequence[Told]) -> DateExpression | None:
    """The day of a clause above, where a party tells of what it did; else the first that the text told before.

    A headline's is that of the first sentence.
    """
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    if verb is None:
        return None
    verb = verb.head if _is_spoken_after(verb) else verb
    if is_in_headline(verb):
        leads = _leads(verb.doc)
        return next((day for day, told in days if told.sent.start in leads), None)
    clauses = list(_clauses_above(verb))
    for day, told in days:
        if told in clauses and (_is_past(verb) or _is_told_by_party(event, told, cast)):
            return day
    if not _is_past(_finite(verb)) or _is_apart(word, verb):
        return None
    before = [(day, told) for day, told in days if told.i < verb.sent.start < told.i + _REACH]
    near = [day for day, told in before if "\n" not in verb.doc[told.i : verb.i].text and told.dep_ != "acl:relcl"]
    return next(iter(near[-1:] or [day for day, _ in before]), None) or _day_announced(verb, days)


def _finite(verb: Token) -> Token:
    """The verb of which an infinitive is a part ("went on to see")."""
    while verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl"):
        verb = verb.head
    return verb


def _day_announced(verb: Token, days: Sequence[Told]) -> DateExpression | None:
    """The day on which the next sentence tells that what the first one tells was made known ("said on Monday")."""
    if verb.sent.start not in _leads(verb.doc) | {0}:
        return None
    behind = (told for told in days if 0 <= told.verb.sent.start - verb.sent.end <= 1)
    return next((told.day for told in behind if told.is_report), None)


def _leads(doc: Doc) -> set[int]:
    """Where the sentences begin of which one is the first below the headline and the dateline."""
    return {sentence.start for sentence in islice(doc.sents, 1, 3)}


def _clauses_above(verb: Token) -> Iterator[Token]:
    """The verbs of whose time a verb is: those it is coordinated with, tells the place of, or is reported by."""
    while verb.head.i != verb.i:
        where = any(child.lower_ == "where" for child in verb.children)
        scene = where and verb.dep_ == "acl:relcl" and not is_in_pluperfect(verb)
        meanwhile = verb.dep_ == "advcl" and any(child.lower_ in _MEANWHILE for child in verb.children)
        reported = verb.dep_ == "ccomp" and syntax.lemma(verb.head) in REPORTING
        infinitive = verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp")
        if not (scene or reported or meanwhile or infinitive or verb.dep_ in _COORDINATE):
            return
        above = syntax.verb_above(verb.head) if scene else verb.head
        if above is None or above.i == verb.i:
            return
        yield (verb := above)


def _is_spoken_after(verb: Token) -> bool:
    """Does somebody speak right after it ("spoke after chairing a meeting"), so that it was on the same day?"""
    after = (verb.dep_, verb.tag_) == ("advcl", "VBG") and any(
        child.lower_ == "after" for child in syntax.children(verb, "mark")
    )
    return after and syntax.lemma(verb.head) in REPORTING


def _is_told_by_party(event: Event, verb: Token, cast: Cast) -> bool:
    tellers = {party.name for subject in syntax.subjects(verb) for party in cast.at(subject)}
    return any(party.name in tellers for party, _ in event.cast)


def _is_apart(word: Token, verb: Token) -> bool:
    """Does it tell of another time ("after he met her", "a recent meeting", "previously spoke"), or speak itself?"""
    clauses = (clause for clause in (verb, *_clauses_above(verb)) if clause.dep_ == "advcl")
    bounds = (mark for clause in clauses for mark in syntax.children(clause, "mark"))
    around = (*bounds, *syntax.children(verb, "advmod"), *syntax.children(word, "amod", "advmod"))
    speaks = any(subject.lower_ in syntax.FIRST_PERSON for subject in syntax.subjects(verb))
    return speaks or any(token.lower_ in _ANOTHER_TIME and not _goes_on(token) for token in around)


def _goes_on(word: Token) -> bool:
    """Is it a "first" of what was done at one time ("first talked alone and then with their aides")?"""
    behind = word.doc[word.i : word.sent.end]
    return word.lower_ == "first" and any(token.lower_ == "then" for token in behind)


def _is_past(verb: Token) -> bool:
    """Is it told in the simple past, its passive or its progressive?"""
    helpers = {token.lower_ for token in syntax.auxiliaries(verb)}
    return helpers <= {"was", "were"} if helpers else is_simple_past(verb)
