"""Rounds of talks that a text tells beside its own: "the third round will begin in Oslo", "the 11th session"."""

import re
from collections.abc import Iterable

from spacy.tokens import Token

from schemas.mention import Role
from transforms.language.events.event import Event
from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers
from transforms.language.lexicon.constructions import COUNTED, MEASURES, ORDINALS
from transforms.language.lexicon.numbers import NUMBERS, number
from transforms.language.parties.pairs import is_numbered
from transforms.language.parties.party import Party
from transforms.language.parties.standing import is_multinational, is_of_states, is_rebel, side_of

_PLACE_IN_SERIES = re.compile(
    rf"\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS)}|next|previous|latest|new|another|fresh|earlier|inaugural"
)
_IN_DIGITS = ("1st", "2nd", "3rd", *(f"{n}th" for n in range(4, 11)))
_IN_WORDS = {"inaugural": "first", **dict(zip(_IN_DIGITS, COUNTED, strict=True))}
_UNCOUNTED = frozenset("latest new another fresh earlier last".split())
_BEFORE = frozenset("last previously next".split())
_RESUMING = frozenset(("resume", "reconvene"))
_JOINT_BODIES = frozenset("commission committee council mechanism group".split())
_TALKS = frozenset(("meeting", "talks", "summit"))


def sides_of_series(event: Event, known: Iterable[Event]) -> list[tuple[Party, Role]]:
    """The states, bodies or group of the meeting that the text told most of, where the event is another round of it.

    The event tells its place in a series, a day or a town, and of those who take part one at most; whom it tells by
    office and states ("the ministers of the two countries") take part themselves.
    """
    own = {side: party for side, party in _sides(event).items() if side_of(party)}  # "the rebels" are some told before
    if event.natures == {"visit"}:
        return []
    if any(is_of_states(party) and "leaders" not in party.name for party, _ in event.cast):
        return []
    if not _is_in_series(event.first) or not (event.date or event.place) or (len(own) > 1 and not event.is_resumed):
        return []
    told = [other for other in sorted(known, key=lambda other: -len(other.anchors)) if other.natures & _TALKS]
    words = (word for party, _ in event.cast if is_numbered(party) for word in party.name.lower().split())
    counted = next((number(word) for word in words if word in NUMBERS), None)  # "six-party talks"
    most = told[:1] if not (own or counted) else []
    groups = [party for other in most for party, _ in other.cast if is_multinational(party)]
    fitting = (s for s in map(_sides, told) if len(s) == (counted or len(s)) > 1 and own.keys() <= s.keys())
    sides = next(fitting, {})
    return [(party, "attendee") for party in groups or sides.values()]


def _is_in_series(word: Token) -> bool:
    """Is it told by its place in a series, as "last held" before, to "resume", or by a body that "last met"?"""
    if word.pos_ == "VERB":
        again = any(child.lower_ in _BEFORE for child in syntax.children(word, "advmod"))
        return again and any(syntax.lemma(subject) in _JOINT_BODIES for subject in syntax.own_subjects(word))
    measured = word.head if word.dep_ == "nmod" and syntax.lemma(word.head) in MEASURES else word
    named = any(child.pos_ == "PROPN" for child in syntax.children(word, "compound"))
    told = any(_tells_place(child) for noun in (word, measured) for child in noun.children)
    verb = syntax.verb_above(word) if word.dep_ in syntax.SUBJECTS else None
    before = verb is not None and any(child.lower_ in _BEFORE for child in syntax.children(verb, "advmod"))
    before = before or (verb is not None and syntax.lemma(verb) in _RESUMING)
    return (told or before or word.lower_ in ORDINALS) and not named


def rounds_of(event: Event) -> set[str]:
    """By which places in their series an event's words tell it ("the second session", "the 2nd round")."""
    words = [anchor.token for anchor in event.anchors]
    nouns = [noun for word in words for noun in (word, word.head) if noun is word or syntax.lemma(noun) in MEASURES]
    told = [child.lower_ for noun in nouns for child in noun.children if _tells_place(child)]
    told += [word.lower_ for word in words if word.lower_ in ORDINALS]
    return {_IN_WORDS.get(word, word) for word in told} - _UNCOUNTED


def _tells_place(word: Token) -> bool:
    return word.dep_ in ("amod", "det", "compound") and bool(_PLACE_IN_SERIES.fullmatch(word.lower_))


def _sides(event: Event) -> dict[str, Party]:
    """Each side of a meeting once: the state of its persons and officials, else itself."""
    sides: dict[str, Party] = {}
    for party, _ in event.cast:
        if party.country:
            name = gazetteers.country_name(party.country)
            sides[party.country] = Party(party.start, party.end, "government", name, country=party.country)
        elif party.kind != "person" and (side := side_of(party) or (party.name if is_rebel(party) else None)):
            sides[side] = party
    return sides
