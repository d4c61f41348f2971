"""The meetings that one word tells: one of all, or one with each of those who are met separately."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from spacy.tokens import Span, Token

from schemas.mention import Role
from transforms.language.anchors.calls import are_both
from transforms.language.anchors.patterns import Anchor
from transforms.language.events.event import Event, event_at
from transforms.language.events.participants import Cast
from transforms.language.grammar import syntax
from transforms.language.lexicon.constructions import EVENT_NOUNS, MEASURES
from transforms.language.parties.party import Party
from transforms.language.parties.standing import side_of
from transforms.language.temporal.dates import DateExpression
from transforms.language.toponyms.places import Located, Place

_SEPARATE = frozenset("separate separately individual individually each respectively".split())
_ONE_BY_ONE = re.compile(r"\bone after (?:the other|another)\b|\bone by one\b|\bin succession\b")
_ONE_EACH = frozenset("appointments audiences calls conversations engagements meetings visits".split())
_AND_WITH = re.compile(r"(?:\band|,) (?:also |then |later |separately )?with\b|\band (?:then|later)\b")
_WHERE = ("in", "at")
_WHEN = ("in", "on", "at", "last")
Member = tuple[Party, Role]


def events_at(anchor: Anchor, cast: Cast, dates: list[DateExpression], places: list[Located]) -> list[Event]:
    """What an anchor's sentence tells of it: one event, or one with each of those who are met separately.

    They are where "separate" says so, where "calls" are with as many sides, or "with" or "then" stands before each.
    What is told behind one of these is of his meeting ("with Berg in Oslo on Monday, and with Costa in Rome"). Of
    several who each meet the same one ("Berg and Costa met separately with Lie") every one has a meeting. What they did
    "again" is one more, and "twice" two, where two days or places are told.
    """
    told = _events_at(anchor, cast, dates, places)
    times = _told_twice(anchor.token)
    both = [_told_in(_undated(event), when, dates, places) for event in told for when in times]
    if both and all(event.date or event.place for event in both):
        return both
    again = _told_again(anchor.token)
    return told + [_told_in(event, again, dates, places) for event in map(_undated, told)] if again else told


def _told_again(word: Token) -> Span | None:
    """When and where they met once more, behind an "and again" ("met in Oslo in May and again in Rome in July")."""
    behind = word.doc[word.i : word.sent.end]
    found = next((one for one, other in pairwise(behind) if (one.lower_, other.lower_) == ("and", "again")), None)
    if found is None or any(token.pos_ in ("VERB", "AUX") for token in word.doc[word.i + 1 : found.i]):
        return None
    when = word.doc[found.i + 2 : word.sent.end]
    return when if when and when[0].lower_ in _WHEN else None


def _told_twice(word: Token) -> list[Span]:
    """When and where each of two was ("met twice, in Oslo in May and in Rome in June"; "two rounds, in … and in …")."""
    noun = word.head if word.dep_ == "nmod" and syntax.lemma(word.head) in MEASURES else word
    is_twice = any(token.lower_ == "twice" for token in word.doc[word.i + 1 : word.i + 3])
    if not (is_twice or any(child.lower_ == "two" for child in syntax.children(noun, "nummod"))):
        return []
    behind = word.doc[word.i + 1 : word.sent.end]
    first = list(takewhile(lambda token: token.pos_ not in ("VERB", "AUX"), behind))
    links = [one.i for one, other in pairwise(first) if one.lower_ == "and" and other.lower_ in _WHEN]
    if not links or not any(token.lower_ in _WHEN for token in first if token.i < links[0]):
        return []
    return [word.doc[word.i + 1 : links[0]], word.doc[links[0] + 1 : word.sent.end]]


def _undated(event: Event) -> Event:
    return replace(_part(event, event.cast), date=None, place=Place())


def _events_at(anchor: Anchor, cast: Cast, dates: list[DateExpression], places: list[Located]) -> list[Event]:
    event = event_at(anchor, cast, dates, places)
    separate = _is_separate(event.first) or _is_one_each(event)
    met = _met(event, places, separate=separate)
    others = [member for member in event.cast if member[0].start <= event.first.i]
    if len(met) == 1 and len(others) > 1 and separate:
        return [_part(event, [member, *met[0]]) for member in others]
    if len(met) < 2 or _is_of_one_with_another(anchor):
        return [event]
    ends = [*(members[0][0].start for members in met[1:]), event.first.sent.end]
    told = [event.first.doc[members[0][0].start : end] for members, end in zip(met, ends, strict=True)]
    parts = [_part(event, others + members) for members in met]
    if separate:
        return list(map(_at_host, parts))
    return [_told_in(part, words, dates, places) for part, words in zip(parts, told, strict=True)]


def _at_host(event: Event) -> Event:
    """The event, a visit in the country of the host."""
    hosts = [party.country for party, role in event.cast if role == "host" and party.country]
    return replace(event, place=Place(country=hosts[0])) if event.natures == {"visit"} and hosts else event


def _is_separate(word: Token) -> bool:
    """Does a word beside it, its verb or its subjects say that each is met by himself?

    "A separate meeting" is one, apart from another.
    """
    if word.tag_ == "NN" and any(child.lower_ in _SEPARATE for child in syntax.children(word, "amod")):
        return False
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    behind = word.doc[word.i + 1 : word.sent.end]
    told = any(token.lower_ == "separate" and syntax.lemma(token.head) in EVENT_NOUNS for token in behind)
    clause = takewhile(lambda token: not syntax.is_clause(token), behind)
    apart = any(token.lower_ in ("separately", "individually") for token in clause)
    if (told and word.pos_ == "VERB") or apart or _ONE_BY_ONE.search(behind.text):
        return True
    meetings = [noun for noun in syntax.children(verb, "obl") if syntax.lemma(noun) in EVENT_NOUNS] if verb else []
    heads = [head for head in (word, verb, *meetings) if head is not None]
    heads += [subject for head in heads for subject in syntax.children(head, *syntax.SUBJECTS)]
    before = takewhile(lambda token: token.tag_ in ("JJ", "NN"), reversed(word.doc[word.sent.start : word.i]))
    beside = [*(child for head in heads for child in head.children), *before]
    return any(token.lower_ in _SEPARATE for token in beside)


def _is_of_one_with_another(anchor: Anchor) -> bool:
    """Is it told behind the word whose it is, and then with whom ("a meeting of Berg, the premier, with Costa")?"""
    behind = {slot.kind for slot in anchor.slots if slot.token.i > anchor.token.i}
    return {"shared", "counterpart"} <= behind


def _is_one_each(event: Event) -> bool:
    """Are "calls" or "meetings" told with those of as many sides, or are "both" telephoned ("called both leaders")?"""
    verb = event.first if event.mode == "phone" and event.first.pos_ == "VERB" else None
    if verb is not None and any(map(are_both, (*syntax.objects(verb), *syntax.obliques(verb, "with", "to")))):
        return True
    sides = [side_of(party) for party, _ in event.cast if party.start > event.first.i]
    return event.first.lower_ in _ONE_EACH and len(sides) == len({*sides} - {None})


def _met(event: Event, places: Sequence[Located], *, separate: bool) -> list[list[Member]]:
    """Those told behind the word, in the order told, each time with those who are met together.

    Where a place stands between two and another behind, each is met at his own ("met Berg in Oslo and Lie in Rome").
    """
    word = event.first
    towns = [located.start for located in places if located.preposition in _WHERE]
    met: list[list[Member]] = []
    persons = {party.start for party, _ in event.cast if party.kind == "person"}
    for party, role in sorted(event.cast, key=lambda member: member[0].start):
        if party.start <= word.i or (party.kind == "group" and party.start in persons):  # "both leaders"
            continue
        before = word.doc[met[-1][-1][0].end : party.start + 1].text if met else ""
        apart = met and _are_in_towns(met[-1][-1][0], party, towns)
        if met and not (separate or apart or _AND_WITH.search(before)):
            met[-1].append((party, role))
        else:
            met.append([(party, role)])
    return met


def _are_in_towns(party: Party, other: Party, towns: Sequence[int]) -> bool:
    """Does a place stand behind each of two, told right behind the other?"""
    between = any(party.end <= start < other.start for start in towns)
    return between and any(other.end <= start <= other.end + 1 for start in towns)


def _part(event: Event, cast: Sequence[Member]) -> Event:
    """The one of several meetings in which these take part."""
    anchors, topics = list(event.anchors), list(event.topics)
    return replace(event, anchors=anchors, topics=topics, cast=list(cast), is_one_of_several=True)


def _told_in(event: Event, words: Span, dates: Sequence[DateExpression], places: Sequence[Located]) -> Event:
    """The event with the day and the place that these words tell before another verb, where they tell any."""
    end = next((word.i for word in words if word.pos_ in ("VERB", "AUX")), words.end)
    date = next((date for date in dates if words.start <= date.start < end), event.date)
    here = (place for place in places if words.start <= place.start < end and place.preposition in _WHERE)
    return replace(event, date=date, place=next((located.place for located in here), event.place))
