"""Whose officers news leaves unmarked: those of the country whose agency tells it, or of the town it is filed from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from transforms.language.datelines import datelines, source_country
from transforms.language.offices import office
from transforms.language.party import Party
from transforms.language.places import Located, find_places
from transforms.language.sides import leaders_of_delegations

_SENT = re.compile(
    r"\b(?:ambassador|envoy|commissioner|representative|consul|charge|chargé|diplomat|negotiator|mediator|emissary|"
    r"delegate|nuncio|rapporteur|legate|coordinator|secretary[ -]general)\b",
    re.IGNORECASE,
)


def mark_local_officers(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties, officers without a country marked where the text's origin tells whose they are.

    A national agency writes of its own officers wherever it files from. Elsewhere those of the dateline's country are
    meant, unless the words just before the officer tell of another country alone: a correspondent covers several.
    """
    origin = next(iter(datelines(doc.text)), None)
    agency = origin.agency if origin and origin.agency else source_country(doc.text)
    home = agency or (origin.country if origin else None)
    if not home:
        return list(parties)
    places = [] if agency else find_places(doc)
    parties = _mark_delegates(doc, parties)
    return [
        replace(party, country=home)
        if _is_unmarked_officer(party) and (agency or _is_at_home(doc, party, home, parties, places))
        else party
        for party in parties
    ]


def _mark_delegates(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties, who leads a delegation marked with its country ("a Danish delegation headed by Minister Berg")."""
    delegations = leaders_of_delegations(doc, parties).values()
    led = {leader.name: leader.country for leaders in delegations for leader in leaders}
    return [replace(p, country=p.country or led.get(p.name)) if p.kind == "person" else p for p in parties]


def _is_unmarked_officer(party: Party) -> bool:
    """Does the party hold a state's office, nobody told whose: not one by which a state or body sends somebody?"""
    if party.kind != "person" or not party.title or party.country or party.organisation or party.relational:
        return False
    if not party.named and not re.match(r"(?:the )?[A-Z]", party.name):
        return False
    told = office(re.sub(r"^[Tt]he ", "", party.title))
    return bool(told and told.kind in ("office", "royal") and not told.plural and not _SENT.search(party.title))


def _is_at_home(doc: Doc, party: Party, home: str, parties: Iterable[Party], places: Iterable[Located]) -> bool:
    """Is no other country told in the officer's sentence before them and in the one before it, unless the home too?"""
    first, last = doc[max(doc[party.start].sent.start - 1, 0)].sent.start, party.start
    standing = [(p.kind, p.country) for p in parties if first <= p.start < last and p.country]
    towns = {located.place.country for located in places if first <= located.start < last} - {None}
    governments = {country for kind, country in standing if kind == "government"}
    return not governments | towns or home in towns or any(country == home for _, country in standing)
