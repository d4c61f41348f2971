"""Where a text is at, by its dateline: what "here" and a seat of government without a town mean, where hosts receive.

A dateline tells where the text was filed: by itself it places the talks of an official at home, and what narrative.py
finds to be told of the days before. Some gatherings tell their town by their name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from schemas.mention import Role
from transforms.language.anchors.patterns import Anchor
from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers
from transforms.language.lexicon.constructions import BESIDE
from transforms.language.lexicon.gazetteers import country_code
from transforms.language.parties.party import Party
from transforms.language.parties.standing import side_of
from transforms.language.toponyms.datelines import Dateline, datelines
from transforms.language.toponyms.places import LOCATIVE, TOWNS, Located, Place, find_places

_TOWNS_AGAIN = TOWNS - {"capital"}
_RESIDENT = re.compile(r"\b(?:ambassador|high commissioner|charg[eé])\b", re.IGNORECASE)


def find_scene(doc: Doc) -> Dateline | None:
    """The dateline of a text: its first one that tells a place."""
    return next((dateline for dateline in datelines(doc.text) if dateline.country), None)


def scene_places(doc: Doc, scene: Dateline | None) -> list[Located]:
    """Every place that a text tells by a preposition or by "here", those of its scene with the scene's town."""
    here = Place(scene.city, scene.country) if scene else Place()
    told = (replace(found, place=_at_scene(doc, found, here)) for found in find_places(doc))
    found = [*(located for located in told if located.place), *(_heres(doc, here) if scene else ())]
    found.sort(key=lambda located: located.start)
    return sorted([*found, *_theres(doc, found)], key=lambda located: located.start)


def _at_scene(doc: Doc, located: Located, here: Place) -> Place:
    """The place; a seat that many countries have ("State House") is the scene's where its sentence names no other."""
    if located.place.country or not located.place.venue:
        return located.place
    behind = doc[located.end : located.end + 2]
    runs_on = bool(behind) and (
        behind[0].pos_ == "PROPN"
        or behind[0].lower_ in ("in", "of", "near")
        or (behind[0].text == "," and behind[-1].text[0].isupper())
    )
    named = {country_code(entity.text) for entity in doc[located.start].sent.ents if entity.label_ == "GPE"}
    is_apart = runs_on or bool(named - {None, here.country})
    return Place() if is_apart or not here else replace(here, venue=located.place.venue)


def _heres(doc: Doc, here: Place) -> Iterator[Located]:
    for token in doc:
        is_this = token.lower_ in TOWNS and any(child.lower_ == "this" for child in syntax.children(token, "det"))
        if is_this and syntax.cases(token) & set(LOCATIVE):
            yield Located(token.i, token.i + 1, here, "in", token.head)
        if token.lower_ == "here" and token.dep_ == "advmod":
            verb = next((above for above in token.ancestors if above.pos_ == "VERB"), token.head)
            yield Located(token.i, token.i + 1, here, "in", verb)


def _theres(doc: Doc, places: Sequence[Located]) -> Iterator[Located]:
    """Where the text means the town told last: "there", "in the city", "at the same resort"."""
    for token in doc:
        is_there = token.lower_ == "there" and token.dep_ == "advmod"
        if not is_there and not _is_town_again(token):
            continue
        before = (located.place for located in reversed(places) if located.end <= token.i and located.place.city)
        if last := next(before, None):
            cases = [word for word in syntax.cases(token) if word in LOCATIVE]
            yield Located(token.i, token.i + 1, replace(last, venue=None), cases[0] if cases else "in", token.head)


def _is_town_again(noun: Token) -> bool:
    """Is it a town that only "the" or "the same" tells, under a preposition of place?"""
    if noun.lower_ not in _TOWNS_AGAIN or not syntax.cases(noun) & set(LOCATIVE):
        return False
    beside = {child.lower_ for child in noun.children if child.dep_ != "punct"} - syntax.cases(noun)
    return beside == {"the"} or beside == {"the", "same"}


@cache
def _gatherings() -> dict[str, Place]:
    table = gazetteers.rows("gatherings.tsv")
    return {name: Place(city[0], country[0]) for names, others, city, country in table for name in names + others}


def gathering_place(occasion: str | None) -> Place:
    """Where an occasion is that always is in the same town ("a session of the UN General Assembly")."""
    found = (place for name, place in _gatherings().items() if occasion and name in occasion)
    return next(found, Place())


def place_at_home(
    place: Place,
    anchor: Anchor,
    cast: Sequence[tuple[Party, Role]],
    places: Iterable[Located],
    scene: Dateline,
    *,
    is_told: bool,
) -> Place:
    """The place of a meeting, with the dateline's town where one who stands for its country meets others at home.

    So does who receives a visitor, and whoever of that country meets an ambassador or is the first of whom the text
    tells that they met others, unless its sentence names another country's place or what the meeting was on the
    sidelines of.

    is_told: whether the event's own words tell the place, as far as it is told.
    """
    here = Place(scene.city, scene.country)
    if place:
        at_home = place == Place(country=scene.country) and (anchor.nature == "reception" or not is_told)
        return here if at_home else place
    sentence = anchor.token.sent
    told = (p for p in places if sentence.start <= p.start < sentence.end and p.preposition in ("in", "at"))
    abroad = any(located.place.country not in (None, scene.country) for located in told)
    beside = any(syntax.lemma(token) in BESIDE for token in sentence)
    sides = {side_of(party) for party, _ in cast} - {None}
    is_lead = sentence.start_char == scene.end or any(_is_accredited(party) for party, _ in cast)
    return here if is_lead and scene.country in sides and len(sides) > 1 and not (abroad or beside) else place


def _is_accredited(party: Party) -> bool:
    return party.kind == "person" and bool(_RESIDENT.search(party.title or party.name))
