"""Whether a sentence names those of a meeting whom the text told before in short, or only by their offices."""

from transforms.language.casts import is_same_party
from transforms.language.event import Event
from transforms.language.party import Party

_LEADING = frozenset("president prime premier king queen chancellor".split())
_HIGH_OFFICES = _LEADING | {"minister", "secretary", "ambassador"}
_OFFICERS = frozenset("envoy negotiator official diplomat representative commander chief adviser delegate".split())
_NEXT = 30  # tokens


def is_told_in_full_by(headline: Event, event: Event) -> bool:
    """Does a sentence name those whom the headline told in short ("a call with Gulf ministers")?"""
    named = [p for p, _ in headline.cast if p.kind == "person" and p.named]
    shared = sum(any(is_same_party(p, other) for other, _ in event.cast) for p in named)
    vague = any(p.kind != "person" or not p.named for p, _ in headline.cast)
    return shared > 1 or (shared == 1 and vague and len(event.cast) > 1) or _is_between_the_same_states(headline, event)


def is_named_by(known: Event, event: Event) -> bool:
    """Does the text tell officers of some states and right behind name persons of the same ("the envoys of both …")?

    A minister may be named by one who is called so, or of whom no office is told; an envoy or negotiator by anybody.
    """
    officers = [p for p, _ in known.cast if not p.named and p.kind in ("person", "group")]
    named = [p for p, _ in event.cast if p.named and p.kind == "person"]
    states = {p.country for p in officers}
    is_next = event.first.sent.start - min(anchor.token.sent.end for anchor in known.anchors) < _NEXT
    if not (is_next and len(officers) == len(known.cast) == len(states) == len(named) > 1) or None in states:
        return False
    bearers = [(p, next((o for o in named if o.country == p.country), None)) for p in officers]
    return all(other is not None and _can_bear(other, officer) for officer, other in bearers)


def _can_bear(person: Party, officer: Party) -> bool:
    """Can the person hold the office, as far as a title is told? Who leads a state is told as no envoy or official."""
    words, title = _words_of(officer.name), _words_of(person.title or "")
    if not title or "counterpart" in title or words & title & _HIGH_OFFICES:
        return True
    return bool(words & _OFFICERS) and not words & _HIGH_OFFICES and not title & _LEADING


def _words_of(title: str) -> set[str]:
    return {word.removesuffix("s") for word in title.lower().split()}


def _is_between_the_same_states(headline: Event, event: Event) -> bool:
    """Does it name persons of all the states whose officials the headline has ("Thai, Lao officials hold talks")?"""
    officials = [p.country for p, _ in headline.cast if p.kind == "group" and not p.named]
    states = {p.country for p, _ in event.cast if p.kind == "person" and p.named}
    return len(officials) == len(headline.cast) > 1 and None not in officials and set(officials) == states
