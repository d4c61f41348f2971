"""Countries, demonyms, capitals, seats, regions, cities and organisations, as English news writes them.

Every function takes a name as written and answers None for what it does not know. A name is told with or without
"the" or a possessive ending, with any accents, hyphens, dots and apostrophes; it must have a capital, so that "turkey"
and "polish" are no country, and an abbreviation must be all capitals, so that "us" is none either. Country codes are
ISO 3166-1 alpha-3, and XKX (user-assigned) for Kosovo.

Origin: our own tables in transforms/data; formal names of countries, states and provinces from pycountry (ISO 3166).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import chain
from typing import Literal, TypeVar, cast
from urllib.parse import urlsplit

import pycountry

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "ʻ": "'", "´": "'"})
_SPELLING = _APOSTROPHES | dict.fromkeys(map(ord, "-‐‑‒–—―/"), " ") | {ord("."): None, ord("&"): " and "}
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_](?:[\w.&'’+]*[\w.'’+])?")
_COMPOUND = re.compile(r"[-‐-―][a-z]")
_OF_A_STATE = frozenset(("National", "Supreme"))
_NO_PLURAL = ("s", "x", "z", "sh", "ese", "men", "hman")
_OFFICIAL = frozenset({"gov", "gouv", "gob", "go", "gub", "govt", "gc", "mil"})
_SUBDIVIDED = {"US": "USA", "CA": "CAN", "AU": "AUS", "IN": "IND"}
T = TypeVar("T")
Span = tuple[int, int]
Find = Callable[[str], T | None]
OrganisationKind = Literal["international", "movement", "national"]


@dataclass(frozen=True, slots=True)
class Venue:
    """A building or residence where one meets; the city is None where it lies in none."""

    name: str
    city: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation: international ones stand for no country; a movement is an armed or political party to talks."""

    name: str
    short_name: str
    kind: OrganisationKind
    country: str | None


def fold(text: str) -> str:
    """The text in one spelling: lower case, no accents or dots, plain apostrophes, spaces for hyphens, "and" for &."""
    if text.isascii() and text.isalpha():
        return text.casefold()
    text = text.translate(_SPELLING)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


def lines(name: str) -> list[str]:
    """The lines of a table in transforms/data, without those that tell of it."""
    text = resources.files("transforms.data").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def rows(name: str) -> Iterator[list[list[str]]]:
    """The rows of a table in transforms/data: cells are parted by tabs, the entries of a cell by semicolons."""
    for line in lines(name):
        yield [[entry.strip() for entry in cell.split(";") if entry.strip()] for cell in line.split("\t")]


def _is_abbreviation(name: str) -> bool:
    letters = [] if " " in name else [c for c in name if c.isalpha()]
    return 1 < len(letters) <= 5 and all(c.isupper() for c in letters)


def _key(name: str) -> str:
    """What a name is found by: an abbreviation keeps its capitals, all else is folded."""
    name = _POSSESSIVE.sub("", name.translate(_APOSTROPHES).strip(" ,;:"))
    folded = fold(name).removeprefix("the ")
    folded = f"st {folded[6:]}" if folded.startswith("saint ") else folded
    return folded.upper() if _is_abbreviation(name) else folded


@lru_cache(1 << 16)
def _sought(name: str) -> tuple[str, ...]:
    """The keys that a name is looked for under, the first that is found counts; none without a capital or digit."""
    bare = re.sub(r"^(?:the|The|THE)\s+", "", name.strip())
    if not any(c.isupper() or c.isdigit() for c in bare):
        return ()
    key = _key(bare)
    return (key,) if key.islower() else (key, key.lower())


def _lookup(index: Mapping[str, T], name: str) -> T | None:
    """The entry under a name, if the name has a capital or a digit."""
    for key in _sought(name):
        if key in index:
            return index[key]
    return None


def _plural(word: str) -> str:
    return word if word.endswith(_NO_PLURAL) or _is_abbreviation(word) else word + "s"


@cache
def country_table() -> list[tuple[str, list[str], list[str], list[str]]]:
    """Code, names, demonyms and capitals of each country of our table; the code "-" holds what names none."""
    return [
        (code[0], name + others, demonyms, [capital.strip("()") for capital in capitals])
        for code, name, others, demonyms, capitals in rows("countries.tsv")
    ]


@cache
def _countries() -> dict[str, str]:
    index: dict[str, str] = {}
    for country in pycountry.countries:
        for attribute in ("name", "common_name", "official_name"):
            if name := getattr(country, attribute, None):
                index[_key(name)] = country.alpha_3
    for code, names, _, _ in country_table():
        index.update({_key(name): code for name in names if code != "-"})
    return index


@cache
def _demonyms() -> dict[str, str]:
    index: dict[str, str] = {}
    for code, _, demonyms, _ in country_table():
        for word in demonyms if code != "-" else ():
            index[_key(word)] = index[_key(_plural(word))] = code
    return index


@cache
def _capitals() -> dict[str, str]:
    table = rows("countries.tsv")
    index = {_key(name): code[0] for code, *_, capitals in table for name in capitals if not name.startswith("(")}
    for name, others, _, country, metonym in rows("seats.tsv"):
        if metonym == ["yes"]:
            index.update({_key(n): country[0] for n in name + others})
    return index


@cache
def _no_country() -> dict[str, str]:
    """What looks like a country's name or people and stands for none ("South American")."""
    return {_key(n): "-" for code, *cells in country_table() if code == "-" for cell in cells for n in cell}


def names_no_country(name: str) -> bool:
    """Does it only look like a country's name or people ("South American")?"""
    return _lookup(_no_country(), name) is not None


def country_code(name: str) -> str | None:
    """The country of this name or abbreviation ("the U.S.", "Burma", "Côte d'Ivoire's").

    A former state is the one that continues it ("Soviet Union" is RUS); None where several do ("Yugoslavia").
    """
    return _lookup(_countries(), name)


@cache
def _country_names() -> dict[str, str]:
    names = {country.alpha_3: country.name for country in pycountry.countries}
    return names | {code: names[0] for code, names, _, _ in country_table() if code != "-"}


def country_name(code: str) -> str:
    """The usual English name of a country; a KeyError for what is no alpha-3 code."""
    return _country_names()[code]


def demonym_code(word: str) -> str | None:
    """The country whose adjective or inhabitants this word names ("Chinese", "Britons", "South Korean")."""
    return _lookup(_demonyms(), word)


def capital_code(name: str) -> str | None:
    """The country that a capital or seat of government stands for ("Beijing", "the Kremlin"); None for Brussels."""
    return _lookup(_capitals(), name)


def capital_of(code: str) -> str | None:
    """The capital of a country ("Oslo" for NOR), where our table has one."""
    return next((capitals[0] for row, _, _, capitals in country_table() if row == code and capitals), None)


def site_country(url: str | None) -> str | None:
    """The country whose government's own site an address is of ("state.gov", "gov.uk", "diplomatie.gouv.fr")."""
    labels = (urlsplit(url or "").hostname or "").split(".")
    if labels[-1] in ("gov", "mil"):
        return "USA"
    if not _OFFICIAL & set(labels[:-1]):
        return None
    country = pycountry.countries.get(alpha_2="GB" if labels[-1] == "uk" else labels[-1].upper())
    return country.alpha_3 if country else None


def words_of(text: str) -> list[Span]:
    """Where the words of a text lie; a hyphen parts words, dots and apostrophes within one do not."""
    return [match.span() for match in _WORD.finditer(text)]


def lengths_of(keys: Iterable[str]) -> dict[str, int]:
    """How many words the longest name has that opens with a word."""
    lengths: dict[str, int] = {}
    for key in keys:
        first, *rest = key.lower().split()
        first = _POSSESSIVE.sub("", first)
        for opening in (first, "saint") if first == "st" else (first,):
            lengths[opening] = max(lengths.get(opening, 0), 1 + len(rest))
    return lengths


@lru_cache(1 << 14)
def _opening(word: str) -> str:
    """The first word of a name, as lengths_of has it."""
    return _key(word).lower()


def longest_name(
    text: str, words: Sequence[Span], first: int, find: Find[T], lengths: Mapping[str, int]
) -> tuple[T, int] | None:
    """What the most words from the first on name, and the word after them; lengths bounds how many are tried.

    An opening "the" is passed over, unless lengths knows it as a word of its own.
    """
    opening = first
    if opening < len(words) - 1 and text[slice(*words[opening])].lower() == "the" and "the" not in lengths:
        opening += 1
    longest = opening - first + lengths.get(_opening(text[slice(*words[opening])]), 0)
    for last in range(min(first + longest, len(words)), opening, -1):
        found = find(text[words[first][0] : words[last - 1][1]])
        if found is not None:
            return found, last
    return None


@cache
def _standings() -> dict[str, str]:
    """The country that each name stands for, "-" for one that looks like a country's and is not."""
    return dict.fromkeys(_regions(), "-") | _capitals() | _countries() | _demonyms() | _no_country()


@cache
def _standing_lengths() -> dict[str, int]:
    return lengths_of(_standings())


@cache
def _name_lengths() -> dict[str, int]:
    lengths = lengths_of(chain(_standings(), _organisations()))
    return {"the": 1 + max(lengths.values())} | lengths


@lru_cache(1 << 14)
def longest_from(word: str) -> int:
    """How many words the longest name of a country, people, capital, region or organisation has that opens with it."""
    return _name_lengths().get(_opening(word).partition(" ")[0], 0)


def _standing(name: str) -> str | None:
    return _lookup(_standings(), name)


def nationality_at(text: str, words: Sequence[Span], first: int) -> tuple[str | None, int]:
    """The country told by the longest name that starts at a word, and the word after it; (None, first) for none.

    "Turkish-backed" tells none, but is passed over as one name.
    """
    found = longest_name(text, words, first, _standing, _standing_lengths())
    if found is None:
        return None, first
    code, after = found
    if code == "-" or _COMPOUND.match(text, words[after - 1][1]):
        return None, after
    return code, after


@lru_cache(1 << 12)
def nationality(text: str) -> str | None:
    """The country told by a modifier ("South Korean", "China's", "the Russian Federation's"); of several, the first.

    An organisation's name tells its own country, be there a capital or a people in it ("Indian Ocean Commission").
    """
    words, place = words_of(text), 0
    while place < len(words):
        code, after = nationality_at(text, words, place)
        found = organisation_at(text, words, place) if code else None
        people = demonym_code(text[words[place][0] : words[after - 1][1]]) if found else None
        if found and found[1] > after and (not people or found[0].kind == "international"):
            code, after = found[0].country, found[1]
        if code:
            return code
        place = max(after, place + 1)
    return None


def countries_told(text: str) -> Counter[str]:
    """How often a text tells each country by its name, its people or its seat of government."""
    words, place, told = words_of(text), 0, Counter[str]()
    while place < len(words):
        code, after = nationality_at(text, words, place)
        told.update([code] if code else [])
        place = max(after, place + 1)
    return told


@cache
def _regions() -> dict[str, str]:
    index = {
        _key(region.name): code
        for alpha_2, code in _SUBDIVIDED.items()
        for region in pycountry.subdivisions.get(country_code=alpha_2)
    }
    for name, others, country in rows("regions.tsv"):
        index |= {_key(n): country[0] if country else "-" for n in name + others}
    return index


def region_code(name: str) -> str | None:
    """The country that a region lies in ("Texas", "Crimea"); "Georgia" is a region too: ask country_code first."""
    code = _lookup(_regions(), name)
    return None if code == "-" else code


def is_region(name: str) -> bool:
    """Whether this is a region, be it one that several countries share ("Punjab")."""
    return _lookup(_regions(), name) is not None


@cache
def _seats() -> dict[str, Venue]:
    index = {}
    for name, others, city, country, _ in rows("seats.tsv"):
        venue = Venue(name[0], city[0] if city else None, country[0] if country else None)
        index.update({_key(n): venue for n in name + others})
    return index


def find_venue(name: str) -> Venue | None:
    """The famous building or residence of this name ("Camp David", "10 Downing Street")."""
    return _lookup(_seats(), name)


@cache
def _organisations() -> dict[str, Organisation]:
    index = {}
    for short, full, others, kind, country in rows("organisations.tsv"):
        found = Organisation(full[0], short[0], cast(OrganisationKind, kind[0]), country[0] if country else None)
        index.update({_key(n): found for n in short + full + others})
    return index


def organisation(name: str) -> Organisation | None:
    """The organisation of this name or abbreviation ("U.N.", "the Taliban", "Group of 20")."""
    return _lookup(_organisations(), name)


@cache
def _organisation_lengths() -> dict[str, int]:
    return lengths_of(_organisations())


def organisation_at(text: str, words: Sequence[Span], first: int) -> tuple[Organisation, int] | None:
    """The organisation of the longest name that starts at a word, and the word after it."""
    found = longest_name(text, words, first, organisation, _organisation_lengths())
    before = text[slice(*words[first - 1])] if first else ""
    if found and before and is_states_own(before, text[words[first][0] : words[found[1] - 1][1]]):
        return None
    return found


def is_states_own(before: str, name: str) -> bool:
    """Is an organisation's name, behind this word, that of a state's own body ("National Security Council")?"""
    return not _is_abbreviation(name) and (before in _OF_A_STATE or demonym_code(before) is not None)


@lru_cache(1 << 12)
def find_organisation(text: str) -> Organisation | None:
    """The first organisation that a phrase names ("leaders of the African Union", "Hamas officials")."""
    words = words_of(text)
    for place in range(len(words)):
        if found := organisation_at(text, words, place):
            return found[0]
    return None
