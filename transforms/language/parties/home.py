"""Whose officers a text need not mark: those of the government that publishes it, or of the state it is at home in."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from transforms.language.lexicon import gazetteers
from transforms.language.lexicon.offices import is_unknown_to
from transforms.language.lexicon.word_classes import office_country
from transforms.language.parties.holders import is_told_of_another
from transforms.language.parties.locals import is_met_abroad, mark_delegates, mark_local_officers
from transforms.language.parties.party import Party
from transforms.language.toponyms.places import countries_told, find_places

_HEAD = 600  # characters of a release in which its publisher's letterhead stands
_SIGNATURE = re.compile(
    r"^ministry (?:of|for) (?:foreign|external) affairs,?(?:\n| of (?:the )?)(?P<place>[^\n,]{3,40})"
    r"(?:, (?:press release|\d)[^\n]*)?$",
    re.I | re.M,
)
_GOVERNMENT = re.compile(
    r"(?:the )?(?:(?:military|interim|transitional|ruling|federal) )?(?:government|junta|regime|authorities)", re.I
)
_SECRETARY = re.compile(r"(?:acting )?(?:deputy |assistant |under )?secretary(?: for .*)?")
_OTHER_SECRETARIES = frozenset(("general", "foreign", "home", "permanent", "party"))
_PRESIDENCY = frozenset(("president", "vice president", "first lady"))


def mark_officers(doc: Doc, parties: Iterable[Party], site: str | None = None) -> list[Party]:
    """The parties, those officers with the text's own country whom it leaves unmarked because they are its own.

    site: the country of the government on whose own site the text stands. In a government's release every officer
    named without a country is its own; else only secretaries (American ministers), and presidents and their deputies
    without a first name, which the press leaves away for its own alone ("President Berg" met "President Ana Costa"),
    and those whom the text's dateline or agency tells.
    """
    parties = mark_delegates(doc, list(parties))
    publisher = site or release_country(doc.text)
    if home := publisher or home_country(doc, parties):
        parties = _mark_own(doc, parties, home, bool(publisher))
    return parties if publisher else mark_local_officers(doc, parties)


def mark_governments(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties, a government without a country ("the government", "the junta") that of the one told most often."""
    bare = {p.start for p in parties if p.kind == "government" and not p.country and _GOVERNMENT.fullmatch(p.name)}
    told = countries_told(doc).most_common(2) if bare else []
    if not told or (len(told) > 1 and told[0][1] == told[1][1]):
        return list(parties)
    return [replace(p, country=told[0][0]) if p.start in bare else p for p in parties]


def _mark_own(doc: Doc, parties: list[Party], home: str, is_release: bool) -> list[Party]:
    """The parties, the unmarked officers of this state marked."""
    places = find_places(doc)
    own = [
        _is_own_officer(p, home, is_release)
        and not is_told_of_another(p, parties, home)
        and not (p.named and is_met_abroad(doc, p, home, parties, places))
        for p in parties
    ]
    heads: dict[str, str] = {}  # a state has one president at a time: the one named first
    for party in (p for p, is_own in zip(parties, own, strict=True) if is_own and p.named):
        heads.setdefault(_office(party), party.name)
    return [
        replace(party, country=home) if is_own and _is_the_one(party, heads) else party
        for party, is_own in zip(parties, own, strict=True)
    ]


def _is_the_one(party: Party, heads: Mapping[str, str]) -> bool:
    """Is it, if a head of state, the one who is the state's own?"""
    return _office(party) not in _PRESIDENCY or not party.named or heads[_office(party)] == party.name


def _office(party: Party) -> str:
    return re.sub("^the ", "", (party.title or "").lower())


@cache
def _letterheads() -> list[tuple[str, str]]:
    return [(words, country) for (country,), heads in gazetteers.rows("releases.tsv") for words in heads]


def release_country(text: str) -> str | None:
    """The country of the government whose release a text is, as its first lines or a ministry's signature tell."""
    head = text[:_HEAD].replace("’", "'")
    if known := next((country for words, country in _letterheads() if words in head), None):
        return known
    signed = _SIGNATURE.search(text)
    place = signed["place"].strip().title() if signed else ""
    return gazetteers.country_code(place) or gazetteers.capital_code(place)


def home_country(doc: Doc, parties: Iterable[Party]) -> str | None:
    """The one state whose offices the text names as its own, or else whose seats of government it names."""
    offices, seats = set[str](), set[str]()
    for party in parties:
        if party.named and (country := _own_office(party)):
            offices.add(country)
        if party.kind == "government" and party.country and gazetteers.find_venue(doc[party.start : party.end].text):
            seats.add(party.country)
    votes = offices or seats
    return votes.pop() if len(votes) == 1 else None


def _own_office(party: Party) -> str | None:
    """The country that a title tells by itself, with no nationality beside it ("Secretary of State")."""
    title = party.title or ""
    country = office_country(title) or ("USA" if _SECRETARY.fullmatch(title.lower()) else None)
    return country if party.country in (None, country) and not gazetteers.nationality(title) else None


def _is_own_officer(party: Party, home: str, is_release: bool) -> bool:
    """Is it one of the state's own, whose country neither the text nor the dictionary of leaders tells?"""
    told = party.country or party.organisation or party.relational
    title = _office(party)
    words = set(title.split())
    if party.kind != "person" or not title or told or is_unknown_to(home, title):
        return False
    if is_release and party.named:
        return True
    if title in _PRESIDENCY:
        return not party.named or " " not in party.name
    return "secretary" in words and not words & _OTHER_SECRETARIES
