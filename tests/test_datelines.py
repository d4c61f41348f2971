"""Datelines in the forms of the world's agencies, and what only looks like one."""

from dataclasses import replace

import pytest

from transforms.language.toponyms.datelines import Dateline, datelines, find_dateline, source_country

REST = "Berg met Costa."
OSLO, ROME = ("Oslo", "NOR"), ("Rome", "ITA")


@pytest.mark.parametrize(
    ("place", "agency", "head"),
    [
        (("St. Petersburg", "RUS"), None, "ST. PETERSBURG, May 3 -- "),
        (OSLO, "NOR", "OSLO, May 3 (NTB) - "),
        (OSLO, "NOR", "OSLO (NTB) — "),
        (OSLO, "NOR", "OSLO (The Post / NTB - 06th December, 2021) "),
        (OSLO, None, "OSLO — "),
        (OSLO, None, "OSLO – "),
        (OSLO, None, "OSLO -- "),
        (OSLO, None, "OSLO. – "),
        (OSLO, None, "OSLO- "),
        (OSLO, None, "OSLO. "),
        (OSLO, None, "OSLO: "),
        (OSLO, None, "Oslo: "),
        (OSLO, None, "Oslo -- "),
        (OSLO, None, "Oslo, Norway — "),
        (OSLO, None, "Oslo, May 3 — "),
        (OSLO, None, "OSLO, 3rd May, 2031 -- "),
        (OSLO, "NOR", "Oslo (NTB) – "),
        (OSLO, "NOR", "Oslo, NTB- "),
        (OSLO, "NOR", "Oslo, May 3, NTB – "),
        (OSLO, "NOR", "OSLO, 3 May. /NTB/. "),
        (OSLO, "NOR", "Oslo /NTB/. "),
        (OSLO, "NOR", "Oslo, May 3 (NTB) "),
        (OSLO, None, "OSLO (Reuters).- "),
        (OSLO, None, "OSLO/ROME (dpa) - "),
        (OSLO, None, "OSLO. May 3 (Interfax) - "),
        (ROME, "ITA", "(ANSA) - ROME, MAY 3 - "),
        (ROME, "NOR", "ROME, May 3 (NTB) - "),
        (("New Delhi", "IND"), None, "NEW DELHI: "),
        (("San Jose", "CRI"), None, "SAN JOSE, Costa Rica (AP) — "),
        (("Choluteca", "HND"), None, "CHOLUTECA, Honduras, CMC – "),
        (("Kuwait City", "KWT"), "KWT", "KUWAIT, May 3 (KUNA) -- "),
        (("Bolgatanga", "GHA"), "GHA", "Bolgatanga (U/E), May 3, GNA – "),
        (OSLO, None, "Oslo, 3 May. "),
        (OSLO, None, "Oslo, 03.05.2031 - "),
        (OSLO, "NOR", "Oslo, 3 Sept (NTB) --- "),
        (OSLO, "NOR", "OSLO, May 3/2031 (NTB) "),
        (("Tokyo", "JPN"), "JPN", "TOKYO, May 3, Kyodo - "),
        (("Riyadh", "SAU"), "SAU", "Riyadh, Ramadan 3, 1444, SPA -- "),
        ((None, None), "NOR", "NTB - "),
        ((None, None), "NOR", "(NTB) "),
        ((None, None), "NOR", "(NTB) – "),
        ((None, None), None, "MODERATOR: "),
        ((None, None), None, "U.S. – "),
        ((None, None), None, "Nowhere – "),
    ],
)
def test_a_dateline_tells_a_place_and_an_agency(place: tuple, agency: str | None, head: str) -> None:
    found = find_dateline(head + REST, 7)
    assert found is not None
    assert replace(found, day=None) == Dateline(7, 7 + len(head), *place, agency)


@pytest.mark.parametrize(
    ("day", "head"),
    [
        ("May 3", "OSLO, May 3 (NTB) - "),
        ("3rd May, 2031", "OSLO, 3rd May, 2031 -- "),
        ("03.05.2031", "Oslo, 03.05.2031 - "),
        ("MAY 3", "(ANSA) - ROME, MAY 3 - "),
        ("May 3", "May 3 (NTB) - "),
        ("06th December, 2021", "OSLO (The Post / NTB - 06th December, 2021) "),
        (None, "OSLO (NTB) - "),
    ],
)
def test_a_dateline_may_tell_a_day(day: str | None, head: str) -> None:
    found = find_dateline(head + REST)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    "text",
    [
        "Berg met Costa in Oslo.",
        "Anna Berg, 3 May",
        "Oslo",
        "Berg: no talks",
        "Oslo: We Will Not Meet Costa",
        "Oslo – the town – met them.",
        "Oslo. Berg met Costa.",
        "Oslo, Norway. Berg met Costa.",
        "Berg, the premier, met Costa.",
        "Berg, May 3, met Costa.",
        "Premier Berg (SDP) met Costa.",
        "Paris (France) Berg met Costa.",
        "Costa Rica - The land met.",
        "Well-known envoys met in Oslo.",
        "The envoy said that – Berg agreed – they met.",
        "Berg said on Monday - a holiday - that she met Costa.",
        "OSLO",
        "OSLO — ",
        "NTB reported it.",
        "(Reuters) Berg met Costa.",
        "(SDP) Berg met Costa.",
        "Berg, 3 May. Costa left.",
        "",
    ],
)
def test_what_only_looks_like_a_dateline_is_left(text: str) -> None:
    assert find_dateline(text) is None


def test_the_datelines_of_a_text_are_those_that_tell_something() -> None:
    text = f"Berg meets Costa\nOSLO — {REST}\nMODERATOR: {REST}\nROME (ANSA) - {REST}"
    assert datelines(text) == (Dateline(17, 24, *OSLO), Dateline(67, 81, *ROME, "ITA"))


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("UKR", "They met on Monday, Ukrinform reports."),
        ("UKR", "They met on Monday, according to Ukrinform."),
        ("POL", "They met on Monday, the minister told PAP."),
        ("MAR", "They met on Monday. (MAP)"),
        ("NOR", "They met on Monday. — NTB."),
        ("NOR", "They met on Monday, says a release sent to NTB."),
        (None, "They met on Monday. (MAP) They left."),
        (None, "They met on Monday. (MNA)"),
        (None, "They met on Monday, the minister told Reuters."),
        (None, "They met at PAP on Monday."),
    ],
)
def test_a_national_agency_named_as_the_source_tells_whose_news_it_is(country: str | None, text: str) -> None:
    assert source_country(text) == country


def test_a_line_of_its_own_with_a_known_place_and_a_day_is_a_dateline() -> None:
    assert find_dateline("Oslo, May 3, NTB\n") == Dateline(0, 17, "Oslo", "NOR", "NOR", "May 3")
    assert find_dateline("Oslo - NTB") == Dateline(0, 10, "Oslo", "NOR", "NOR")
    assert find_dateline("Oslo, 3 May 2024") == Dateline(0, 16, "Oslo", "NOR", day="3 May 2024")
    assert datelines("Oslo  May 3\nBerg left.") == (Dateline(0, 11, "Oslo", "NOR", day="May 3"),)


@pytest.mark.parametrize(
    ("country", "rest", "text"),
    [
        ("DZA", "The premier left.", "ALGIERS – Thursday, 25 August 2022 (APS) – The premier left."),
        ("TJK", "The premier left.", "DUSHANBE, 25.08.2020. (NIAT Khovar) – The premier left."),
        ("TJK", "The premier left.", "(NIAT Khovar) – The premier left."),
        ("IRQ", "The premier left.", "Shafaq News/ The premier left."),
        ("ESP", "The premier left.", "July 8 (EUROPA PRESS) – The premier left."),
        ("EGY", "The premier left.", "Ahram Online - The premier left."),
    ],
)
def test_dates_before_agencies_and_agencies_of_two_words(country: str, rest: str, text: str) -> None:
    dateline = find_dateline(text)
    assert dateline is not None
    assert (dateline.country or dateline.agency, text[dateline.end :]) == (country, rest)


def test_an_apposition_is_no_agency() -> None:
    assert find_dateline("Berg - the premier - came to Oslo.") is None
