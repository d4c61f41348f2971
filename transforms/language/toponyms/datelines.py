"""Datelines: where a text was filed and by whom, as the head of its first paragraph tells ("HANOI, May 3 (VNA) –").

    dateline = (agency -)? place (, region)? (, | . | -) date? agency? end  |  date? agency end

A place, a date or an agency beside it makes sure of it; the weaker the end (a dash, a colon, a full stop, none), the
more of them must be there.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.language.lexicon import gazetteers
from transforms.language.toponyms.cities import find_city

_MONTH = (
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:\.(?=,? [\d(])|[a-z]{0,6})|"
    r"muharram|safar|rajab|sha[’']?ban|ramadan|shawwal|(?:rabi[’']?|jumada) (?:al-)?[a-z]+)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?i:(?:[a-z]{{3,6}}day,? )?(?:{_MONTH} {_DAY}|{_DAY} {_MONTH})(?:(?:,? |/)\d{{4}})?|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4}\b)"
)
_WORD = r"(?:(?:[A-Z]\.){2,}|S[Tt][Ee]?\.|[^\W\d_a-zß-ÿ][\w'’]*)"
_NAME = rf"{_WORD}(?:[ -](?:{_WORD}|of|de|del|al|el|au|es|and)){{0,4}}"
_DATELINE = re.compile(
    rf"(?:(?P<first>\([^\W\d_][\w ./-]{{1,24}}\))(?: ?[–—-] ?| ))?"
    rf"(?P<place>{_NAME})(?:/{_NAME})?(?: \([A-Z]/[A-Z]\))?"
    rf"(?:, ?(?P<region>(?!{_DATE}){_NAME}))?(?:, ?(?P<source>(?!{_DATE}){_NAME}))?"
    rf"(?P<dated>(?:[.,]? {{1,2}}| ?[–—-] )\(?(?:{_DATE})\)?)?"
    rf"(?:[.,]? ?\((?P<tag>[^\W\d_][\w ./-]{{1,24}}?)(?: - (?P<filed>{_DATE}))?\)|"
    r"(?P<agency>\.? ?/[^\W\d_][\w. -]{1,24}/|[.,]? [A-Z][A-Z-]{1,18}(?=[ .–—-]|\s*$)"
    r"|, [A-Z]\w{1,18}(?= (?:[–—]|--?) )| ?[–—-] ?[A-Z]{2,18}(?=\s*$)))?"
    r"(?P<end>\.? ?(?:[–—]|---?) ?|\.? ?- |: |\. |:?\.- | |\s*$)"
)
_TAG = re.compile(
    rf"(?:(?P<dated>{_DATE}) )?(?:\((?P<tag>[^\W\d_][\w ./-]{{1,24}})\)|(?P<name>{_WORD}(?: {_WORD})?(?= ?[–—-]|/)))"
    r"(?: ?[–—-]{1,3} | |/ )"
)
_LINE = re.compile(r"[^\n]+")
_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{3,}")
_OPENING = re.compile(r"[^\W\d_a-zß-ÿ]|[\"“‘'(\d]")
_SENTENCE = re.compile(r"[.!?…][\"”’')]*\s*$")
_BEFORE_SOURCE = r"(?:told|to|by|according to) (?:the )?"
_AFTER_SOURCE = r" (?:\w+ )?(?:reports?|reported|said|informed|learned|learnt|writes|citing|quoted)\b"


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a paragraph, text[start:end]: the place as far as it is known, and whose agency it names.

    agency: the country whose own news agency it is, ISO 3166-1 alpha-3; None for the world's agencies. day: the words
    of its date.
    """

    start: int
    end: int
    city: str | None = None
    country: str | None = None
    agency: str | None = None
    day: str | None = None


@cache
def _agencies() -> dict[str, str | None]:
    """The country of each news agency by its name, None for one that serves several."""
    table = gazetteers.rows("agencies.tsv")
    return {name: country[0] if country else None for names, others, country in table for name in names + others}


def find_dateline(paragraph: str, start: int = 0) -> Dateline | None:
    """The dateline at the head of a paragraph, which lies at `start` in its text; None where there is none."""
    told = _with_place(paragraph, start)
    return told if told and (told.country or told.agency) else _agency_alone(paragraph, start) or told


def _agency_alone(paragraph: str, start: int) -> Dateline | None:
    """A head that names but the agency ("NTB – ", "(NTB) ")."""
    match = _TAG.match(paragraph)
    agency = _agency(match["tag"] or match["name"]) if match else None
    country = _agencies()[agency] if agency else None
    return Dateline(start, start + match.end(), agency=country, day=match["dated"]) if match and country else None


def _with_place(paragraph: str, start: int) -> Dateline | None:
    match = _DATELINE.match(paragraph)
    if not match:
        return None
    is_line = match.end() >= len(paragraph.rstrip())
    agency = next(
        (name for group in ("first", "tag", "agency", "source", "region") if (name := _agency(match[group]))), None
    )
    if not (match["dated"] or agency if is_line else _OPENING.match(paragraph, match.end())):
        return None
    city, country = _place(match, agency)
    known = bool(city or (country and (agency or match["dated"] or _CAPITALS.match(match["place"]))))
    if not (known if is_line else _is_sure(match, known, agency, bool(_SENTENCE.search(paragraph)))):
        return None
    city, country = (city, country) if known else (None, None)
    day = next((match[group].strip(" ,.()–—-") for group in ("dated", "filed") if match[group]), None)
    return Dateline(start, start + match.end(), city, country, _agencies().get(agency) if agency else None, day)


def _agency(words: str | None) -> str | None:
    name = (words or "").strip(" ,.()/–—-")
    forms = (name, name.title(), name.rpartition(" ")[2])
    return next((form for form in forms if form in _agencies()), None)


def _place(match: re.Match[str], agency: str | None) -> tuple[str | None, str | None]:
    """The city and the country that the words before the date name."""
    words, region = match["place"], match["region"]
    hint = gazetteers.country_code(region) or gazetteers.region_code(region) if region else None
    name = words.title() if _CAPITALS.search(words) and words.isupper() else words
    if code := None if hint else gazetteers.country_code(name):
        capital = gazetteers.capital_of(code)
        return (capital if capital and capital.startswith(name) else None), code
    if city := find_city(name, hint or (_agencies().get(agency) if agency else None)):
        return city.name, city.country
    return (name, hint) if hint and words.isupper() else (None, None)


def _is_sure(match: re.Match[str], known: bool, agency: str | None, is_prose: bool) -> bool:
    """Do the place, the date, the agency and the end make it a dateline?"""
    words, end = match["place"], match["end"].strip(" ")
    dated, tagged = bool(match["dated"]), bool(agency or match["tag"] or "/" in (match["agency"] or ""))
    if not end:
        return bool(agency and (known or dated)) and bool(match["tag"] or match["agency"])
    if end == ".":
        return (known and (words.isupper() or tagged or dated)) or (dated and tagged)
    if end == ":":
        return (known and is_prose) or (words.isupper() and bool(_CAPITALS.match(words)))
    return known or dated or tagged or bool(match["region"]) or end != "-" or words.isupper()


@lru_cache(maxsize=8)
def datelines(text: str) -> tuple[Dateline, ...]:
    """The datelines of a text's paragraphs that tell a place or an agency, in order."""
    found = (find_dateline(line.group(), line.start()) for line in _LINE.finditer(text))
    return tuple(dateline for dateline in found if dateline and (dateline.country or dateline.agency))


@cache
def _named_as_source() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name, country in _agencies().items() if country and len(name) > 2)
    signed = rf"(?:[(/–—]|--?) ?(?P<signs>{names})[)/.]*\s*\Z"
    return re.compile(rf"\b{_BEFORE_SOURCE}(?P<told>{names})\b|\b(?P<tells>{names}){_AFTER_SOURCE}|{signed}")


def source_country(text: str) -> str | None:
    """The country whose own news agency a text names as its source ("Ukrinform reports", "(NTB)" at its end)."""
    match = _named_as_source().search(text)
    return _agencies()[match[match.lastgroup or "told"]] if match else None
