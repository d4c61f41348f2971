"""Cities, as English news names them.

Origin: transforms/data/geonames.tsv, made from GeoNames (CC BY 4.0): towns of 15,000 people and more, in order of
spelling, so that a name is looked up in its lines and no more of them are read; and transforms/data/cities.tsv.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from transforms.language.lexicon.gazetteers import (
    capital_of,
    country_code,
    country_table,
    demonym_code,
    find_venue,
    fold,
    is_region,
    lines,
    organisation,
    region_code,
    rows,
)

LARGE_TOWN = 50_000
_CHOSEN = 10**9
_VILLAGE = 20  # times as many people live in a city beside which a town of its name is none


@dataclass(frozen=True, slots=True)
class City:
    """A city or town, under its usual English name where our table has it, else as written; and its country."""

    name: str
    country: str


class _Entry(NamedTuple):
    """What a spelling may mean; the name is None where the spelling itself is kept, the zone where it is not known."""

    name: str | None
    country: str
    rank: int
    zone: str | None = None


@lru_cache(1 << 16)
def _entries(spelling: str) -> tuple[_Entry, ...]:
    """The cities of a folded spelling, ours last."""
    return (*_geonames(spelling), *_ours().get(spelling, ()))


@cache
def _geonames_lines() -> list[str]:
    return lines("geonames.tsv")


def _geonames(spelling: str) -> Iterator[_Entry]:
    table = _geonames_lines()
    for line in table[bisect_left(table, f"{spelling}\t") : bisect_left(table, f"{spelling}\n")]:
        _, country, rank, zone = line.split("\t")
        yield _Entry(None, country, int(rank), zone or None)


@cache
def _ours() -> dict[str, list[_Entry]]:
    index: defaultdict[str, list[_Entry]] = defaultdict(list)
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
    found = [e for e in _geonames(fold(capital_of(country) or "")) if e.country == country and e.zone]
    return ZoneInfo(max(found, key=lambda e: e.rank).zone or "") if found else None


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
    entries = _entries(fold(name))
    if not entries and "," in name:
        name, _, region = name.rpartition(",")
        told_behind = country_code(region) or region_code(region)
        country = told_behind or country
        entries = _entries(fold(name)) if told_behind else ()
    if not name[:1].isupper() or (_names_more(name) and not any(e.rank >= _CHOSEN - 1 for e in entries)):
        return None
    hinted = [e for e in entries if e.country == country]
    known = hinted or [e for e in entries if e.rank >= LARGE_TOWN]
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
