"""Leaders are found by the names that news gives them, and only where the name can mean nobody else."""

import re
from collections import Counter
from pathlib import Path

import pytest

from transforms.language.gazetteers import country_name, fold, organisation, rows
from transforms.language.leaders import find_leader

ROWS = list(rows("leaders.tsv"))
SEEDS = Path(__file__).parent.parent / "seeds"
_NAME = re.compile(r"\b[A-Z][\w'’-]+(?= [A-Z])")


@pytest.mark.parametrize(
    ("name", "title", "year", "party"),
    [
        ("Angela Merkel", None, None, "DEU"),
        ("Gerhard Schröder", None, 2004, "DEU"),
        ("Nicolas Paul Stéphane Sarkozy", None, None, "FRA"),
        ("Hillary R. Clinton", None, None, "USA"),
        ("Clinton", None, None, "USA"),
        ("Bush", "President", 2005, "USA"),
        ("Brown", "Prime Minister", 2008, "GBR"),
        ("Rice", None, 2006, "USA"),
        ("Putin", None, None, "RUS"),
        ("Sergey Shoigu", "Defence Minister", 2020, "RUS"),
        ("Yushchenko", None, None, "UKR"),
        ("Rasmussen", "Danish Prime Minister", 2003, "DNK"),
        ("Orban", "Prime Minister", 2012, "HUN"),
        ("Orban", "Prime Minister", 2019, "HUN"),
        ("Gordon", "Assistant Secretary", 2010, None),
        ("Singh", None, 2006, None),
        ("Johnson", None, 2008, None),
        ("Johnson", "spokesman", 2020, None),
        ("Johnson", "Prime Minister", 2020, "GBR"),
        ("Martin", None, 2005, None),
        ("Martin", "Prime Minister", 2005, "CAN"),
        ("Felipe", "King", 2016, "ESP"),
        ("Benedict", "Pope", 2007, "VAT"),
        ("Benedict XVI", None, None, "VAT"),
        ("Felipe", None, 2016, None),
        ("Elizabeth", "Queen", None, "GBR"),
        ("Angela", None, None, None),
        ("Jane Doe", None, None, None),
        ("", None, None, None),
    ],
)
def test_a_leader_is_found_by_name(name, title, year, party) -> None:
    found = find_leader(name, title, year)
    assert (found and (found.country or found.organisation)) == party


def test_codes_and_organisations_of_the_table_are_known() -> None:
    for name, _, _, country, organisations, *_ in ROWS:
        assert country or organisations, name
        assert all(country_name(code) for code in country)
        assert all((found := organisation(o)) and found.short_name == o for o in organisations), name


def test_years_of_the_table_are_sane() -> None:
    for name, _, _, _, _, (first,), (last,), offices, alone in ROWS:
        assert 1945 <= int(first) <= int(last) <= 2026, name
        assert offices, name
        assert alone in ([], ["yes"], ["no"]), name


def test_no_leader_is_in_the_table_twice() -> None:
    counted = Counter((fold(name[0]), *country, *party, *first) for name, _, _, country, party, first, *_ in ROWS)
    assert [key for key, n in counted.items() if n > 1] == []


def test_no_person_of_the_seeds_is_in_the_table() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    told = {fold(f"{m.group()} {text[m.end() + 1 :].split()[0].strip(',.;:')}") for m in _NAME.finditer(text)}
    names = {fold(n) for name, others, known_as, *_ in ROWS for n in name + others if " " in n}
    assert len(told) > 50
    assert sorted(told & names) == []
