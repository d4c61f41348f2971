"""Leaders are found by the names that news gives them, and only where the name can mean nobody else."""

import re
from collections import Counter
from pathlib import Path

import pytest

from transforms.language.lexicon.gazetteers import country_name, fold, organisation, rows
from transforms.language.lexicon.leaders import find_leader, is_named_in_full

ROWS = list(rows("leaders.tsv"))
SEEDS = Path(__file__).parent.parent / "seeds"
_NAME = re.compile(r"\b[A-Z][\w'’-]+(?= [A-Z])")


@pytest.mark.parametrize(
    ("name", "title", "year", "party"),
    [
        ("Angela Merkel", None, None, "DEU"),
        ("P. V. Narasimha Rao", None, None, "IND"),
        ("V.P. Singh", None, None, "IND"),
        ("Charles A. B. Sirleaf", None, None, None),
        ("G. Bush", None, 2005, "USA"),
        ("Lech Wałęsa", None, None, "POL"),
        ("Jonas Gahr Støre", None, None, "NOR"),
        ("Binali Yıldırım", None, None, "TUR"),
        ("Ferdinand R. Marcos, Jr.", None, None, "PHL"),
        ("Luiz Inácio Lula da Silva", None, None, "BRA"),
        ("Enrique Peña Nieto", None, None, "MEX"),
        ("Peña Nieto", None, None, "MEX"),
        ("Manuel López Obrador", None, None, "MEX"),
        ("Andrés Pastrana Arango", None, None, "COL"),
        ("Josaia Voreqe Bainimarama", None, None, "FJI"),
        ("Abe Shinzo", None, None, "JPN"),
        ("Hu Jintao", None, None, "CHN"),
        ("Hu", "President", 2006, "CHN"),
        ("Kim Jong-il", None, None, "PRK"),
        ("Kim Dae Jung", None, None, "KOR"),
        ("Kim", None, 2000, None),
        ("Kim", "President", 1999, "KOR"),
        ("Nuri al-Maliki", None, None, "IRQ"),
        ("Maliki", None, 2007, "IRQ"),
        ("Mohammad bin Salman bin Abdulaziz Al Saud", None, None, "SAU"),
        ("Muhammed bin Zayed", None, None, "ARE"),
        ("Moammar Gadhafi", None, None, "LBY"),
        ("Abdullah", "King", 2003, "JOR"),
        ("Abdullah", "King", 2008, None),
        ("Abdullah II", "King", 2008, "JOR"),
        ("Abdullah", None, 2003, None),
        ("Abdullah", "Crown Prince", 2003, "SAU"),
        ("Saddam", None, 2003, "IRQ"),
        ("Annan", None, None, "UN"),
        ("Javier Solana", None, 1998, "NATO"),
        ("Javier Solana", None, 2006, "EU"),
        ("António Guterres", "Prime Minister", None, "PRT"),
        ("António Guterres", None, 2012, "UNHCR"),
        ("António Guterres", None, 2020, "UN"),
        ("Eduard Shevardnadze", None, 1989, "RUS"),
        ("Eduard Shevardnadze", None, 2007, "GEO"),
        ("Haniyeh", None, None, "Hamas"),
        ("Blair", "Commissioner", 2006, None),
        ("Karzai", "provincial spokesman", 2006, None),
        ("Solana", "EU High Representative", 2006, "EU"),
        ("Barroso", None, 2003, "PRT"),
        ("Barroso", None, 2010, "European Commission"),
        ("Olmert", None, None, "ISR"),
        ("Olmert", "Mr.", 2007, "ISR"),
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
        ("Mohamed Irfaan Ali", "President", 2022, "GUY"),
        ("Muhammad Ali Tamim", "Planning Minister", 2024, None),
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


def test_no_name_leads_to_another_party_in_its_own_years() -> None:
    led = []
    for name, _, _, country, party, (first,), (last,), *_ in ROWS:
        found = find_leader(name[0], None, (int(first) + int(last)) // 2)
        if found and (found.country, found.organisation) != (*(country or [None]), *(party or [None])):
            led.append((name, found))
    assert led == []


def test_no_leader_is_in_the_table_twice() -> None:
    counted = Counter((fold(name[0]), *country, *party, *first) for name, _, _, country, party, first, *_ in ROWS)
    assert [key for key, n in counted.items() if n > 1] == []


def test_no_person_of_the_seeds_is_in_the_table() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    told = {fold(f"{m.group()} {text[m.end() + 1 :].split()[0].strip(',.;:')}") for m in _NAME.finditer(text)}
    names = {fold(n) for name, others, known_as, *_ in ROWS for n in name + others if " " in n}
    assert len(told) > 50
    assert sorted(told & names) == []


@pytest.mark.parametrize(
    ("is_name", "words"),
    [
        (True, "Jimmy Carter"),
        (True, "Gahr Støre"),
        (True, "Luiz Inácio Lula"),
        (False, "Jimmy Carter Center"),
        (False, "Anna Berg"),
    ],
)
def test_what_is_named_after_a_leader_is_no_name_of_his(is_name: bool, words: str) -> None:
    assert is_named_in_full(words) == is_name
