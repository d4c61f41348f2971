"""Whether a sentence names those of a meeting whom the text told before in short, or only by their offices.

Officers of whose naming no meeting is told by itself are named later; see naming.
"""

from collections.abc import Sequence
from dataclasses import replace

from transforms.language.discourse.casts import Members, is_same_party
from transforms.language.events.event import Event
from transforms.language.grammar.tenses import is_in_headline
from transforms.language.lexicon.offices import words_of_one, words_of_title
from transforms.language.parties.pairs import count_of, is_several
from transforms.language.parties.party import Party
from transforms.language.parties.standing import side_of

_LEADING = frozenset("president prime king queen chancellor".split())
_HIGH_OFFICES = _LEADING | {"minister", "secretary", "ambassador"}
_NEXT = 30  # tokens


def is_told_in_full_by(known: Event, event: Event) -> bool:
    """Does a headline name in short, or the text right before only by their offices, those whom an event names?"""
    named = (known.is_headline and _names_the_same(known, event)) or _names_officers(known, event)
    return named or names_several(known, event)


def _names_the_same(headline: Event, event: Event) -> bool:
    """Does a sentence name those whom the headline told in short ("a call with Gulf ministers")?"""
    named = [p for p, _ in headline.cast if p.kind == "person" and p.named]
    shared = sum(any(is_same_party(p, other) for other, _ in event.cast) for p in named)
    states = {side_of(p) for p, _ in event.cast}
    others = [p.country for p, _ in headline.cast if p.kind != "person" or not p.named]
    vague = bool(others) and (None in states or (states | {None}).issuperset(others))
    return shared > 1 or (shared == 1 and vague and len(event.cast) > 1)


def names_several(known: Event, event: Event) -> bool:
    """Are those named of whom only how many they are was told, or that they are at odds ("Thai rivals met")?"""
    group = known.cast[0][0]
    members = [party for party, _ in event.cast if party.kind in ("person", "government")]
    if len(known.cast) > 1 or len(members) < 2 or len(members) < len(event.cast) or not is_several(group):
        return False
    count = count_of(group)
    return group.country in {None, *(party.country for party in members)} and count in (None, len(members))


def _names_officers(known: Event, event: Event) -> bool:
    """Are officers of some states told, by the headline or right before, and persons of each named ("Thai envoys met")?

    A minister is named by one who is called so, or of whom no office is told; an envoy or official by anybody who does
    not lead a state. Of a headline's officers any may be named.
    """
    officers = [p for p, _ in known.cast if not p.named and p.kind in ("person", "group")]
    named = {p.country: p for p, _ in event.cast if p.named and p.kind == "person"}
    is_next = event.first.sent.start - min(anchor.token.sent.end for anchor in known.anchors) < _NEXT
    same = {p.country for p in officers} == named.keys() and None not in named
    if not (same and len(officers) == len(known.cast) > 1):
        return False
    return known.is_headline or (is_next and all(can_bear(named[p.country], p) for p in officers))


def identified(cast: Members, other: Members) -> tuple[Members, Members]:
    """The two casts, the one person whom one leaves unnamed taken for the one whom the other, else the same, names."""
    rest, names = _apart(cast, other), _apart(other, cast)
    one_each = len(rest) == len(names) == 1 and len(cast) > 1 and rest[0].named != names[0].named
    if not one_each or any(p.kind != "person" or p.relational for p in (*rest, *names)):
        return cast, other
    unnamed, named = sorted((*rest, *names), key=lambda p: p.named)
    if len({p.country or p.organisation for p in (unnamed, named)} - {None}) > 1 or not can_bear(named, unnamed):
        return cast, other
    known = replace(named, country=named.country or unnamed.country)
    first, second = ([(known if p in (named, unnamed) else p, r) for p, r in some] for some in (cast, other))
    return first, second


def _apart(cast: Members, other: Members) -> list[Party]:
    """Who of a cast is nobody of the other."""
    return [p for p, _ in cast if not any(is_same_party(p, known) for known, _ in other)]


def can_bear(person: Party, officer: Party) -> bool:
    """Can the person hold the office, as far as a title is told?"""
    office = words_of_one(officer.name)
    title = words_of_title(person.title or "")
    if not title or "counterpart" in title:
        return True
    if office & _HIGH_OFFICES:
        return bool(office & title & _HIGH_OFFICES) and ("prime" in office) == ("prime" in title)
    return title.isdisjoint(_LEADING)


def sums_up(known: Event, events: Sequence[Event]) -> bool:
    """Does only a headline tell it, as one for several meetings of the same person ("Berg meets Thai leaders")?

    Its others are groups, of the sides that the text has him meet one by one.
    """
    told = [anchor.token for anchor in known.anchors if anchor.nature != "visit"]
    persons = {p.name for p, _ in known.cast if p.kind == "person" and p.named}
    others = {side_of(p) for p, _ in known.cast if p.kind == "group"}
    if not all(map(is_in_headline, told)) or len(persons) != 1 or not others or None in others:
        return False
    casts = [{p.name: side_of(p) for p, _ in event.cast} for event in events if event is not known]
    parts = [{side for name, side in cast.items() if name not in persons} for cast in casts if persons & cast.keys()]
    return sum(bool(sides) and sides <= others for sides in parts) > 1
