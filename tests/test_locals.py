"""Officers whose country the text's dateline or agency tells."""

import pytest

LED = "A Danish delegation led by Energy Minister Lars Holm met Trade Minister Anna Berg."


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("NOR", "OSLO — Trade Minister Anna Berg met Danish Ambassador Lars Holm."),
        ("NOR", "Oslo: Trade Minister Anna Berg met Danish Ambassador Lars Holm."),
        ("NOR", "OSLO — Norway waits.\nTrade Minister Anna Berg met Danish Ambassador Lars Holm."),
        ("NOR", "OSLO — Danish Ambassador Lars Holm met Trade Minister Anna Berg."),
        ("NOR", "ROME, May 3 (NTB) - Trade Minister Anna Berg met Danish Ambassador Lars Holm."),
        ("NOR", "Trade Minister Anna Berg met Danish Ambassador Lars Holm in Rome, NTB reports."),
        ("NOR", f"OSLO — {LED}"),
        ("PRT", "OSLO — Lars Holm met Anna Berg, president of the Assembly of the Republic of Portugal."),
        ("NOR", "OSLO — Minister Anna Berg, Danish Minister Lars Holm and Prime Minister Luca Costa of Italy met."),
        ("ITA", "OSLO — Italy waits. Trade Minister Anna Berg of Italy met Danish Ambassador Lars Holm."),
        ("ITA", "ROME, May 3 (NTB) - Norwegian Premier Lars Holm was received by Speaker Anna Berg."),
        ("ITA", "ROME, May 3 (NTB) - Premier Lars Holm came.\nHe will meet Speaker Anna Berg on Monday."),
        ("NOR", "ROME, May 3 (NTB) - Premier Lars Holm came.\nThe talks were attended by Minister Anna Berg."),
        ("NOR", "ROME, May 3 (NTB) - The Danish premier met Trade Minister Anna Berg."),
        ("NOR", "OSLO, May 3 (NTB) - He met Trade Minister Anna Berg."),
        (None, "Norwegian Premier Lars Holm was received by Speaker Anna Berg, NTB reports."),
        ("NOR", "OSLO — Permanent Secretary Ambassador Anna Berg met Danish Ambassador Lars Holm."),
        ("FIN", "OSLO — The Finnish side was led by Under-Secretary of State Anna Berg."),
        ("NOR", "OSLO — Prime Minister Anna Berg and Prime Minister Luca Costa met on Monday."),
        (None, "OSLO — Prime Minister Luca Costa and Prime Minister Anna Berg met on Monday."),
        (None, "OSLO — The head of the government delegation, Anna Berg, met Danish Ambassador Lars Holm."),
        (None, "OSLO — Italy waits. Trade Minister Anna Berg met Danish Ambassador Lars Holm."),
        (None, "OSLO — She was in Rome to see Trade Minister Anna Berg."),
        (None, "OSLO — Ambassador Anna Berg met Danish Trade Minister Lars Holm."),
        (None, "OSLO — Anna Berg met Danish Trade Minister Lars Holm."),
        (None, "OSLO — E.U. Trade Commissioner Anna Berg met Danish Trade Minister Lars Holm."),
        (None, "OSLO — Trade Minister Anna Berg met Norwegian Trade Minister Lars Holm."),
        (None, "Trade Minister Anna Berg met Danish Ambassador Lars Holm in Rome."),
    ],
)
def test_an_unmarked_officer_is_of_the_country_of_the_agency_or_dateline(parties, country, text: str) -> None:
    assert {party.country for party in parties(text) if party.name == "Anna Berg"} == {country}


def test_who_leads_a_foreign_delegation_is_of_its_country(parties) -> None:
    assert {party.country for party in parties(f"OSLO — {LED}") if party.name == "Lars Holm"} == {"DNK"}


def test_what_a_dateline_names_is_no_party(parties) -> None:
    assert [party.name for party in parties("OSLO, Norway (NTB) — Anna Berg met Lars Holm.")] == [
        "Anna Berg",
        "Lars Holm",
    ]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("NOR", "OSLO (NTB) — The Prime Minister met Danish Premier Lars Holm."),
        (None, "OSLO (NTB) — The minister met Danish Premier Lars Holm."),
        (
            None,
            "OSLO (NTB) — State Secretary Luca Costa of Italy came. The State Secretary met Danish Premier Lars Holm.",
        ),
        (None, "OSLO (NTB) — A delegation led by Trade Minister Anna Berg met Danish Premier Lars Holm."),
    ],
)
def test_an_office_written_large_is_the_states_own(parties, country: str | None, text: str) -> None:
    assert [party.country for party in parties(text) if party.kind == "person"][-2:] == [country, "DNK"]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("LAO", "ROME, May 3 (ANSA) - Premier Luca Costa visited Laos, where President Anna Berg received him."),
        ("LAO", "Norwegian Premier Luca Costa went to Thailand and Laos, where he met President Anna Berg."),
        (None, "Norwegian Premier Luca Costa went to Laos, where President Anna Berg met Danish Premier Karl Holm."),
    ],
)
def test_who_receives_a_traveller_is_of_the_country_he_is_in(parties, country: str | None, text: str) -> None:
    assert {party.country for party in parties(text) if party.name == "Anna Berg"} == {country}


def test_who_is_met_in_a_town_abroad_is_not_of_the_home_state(told) -> None:
    text = (
        "OSLO: Foreign Minister Kari Lie of Norway will travel to Denmark and Italy this week.\n"
        "In Rome she will meet Premier Luca Costa."
    )
    assert {p.country for p in told(text)[-1].participants if p.name == "Luca Costa"} == {"ITA"}


@pytest.mark.parametrize(
    "text",
    [
        "President Holm will travel to Brussels, Belgium. There Holm will also see Danish Premier Anna Berg.",
        "President Holm met Belgian Premier Jan Maes in Brussels on Monday. Holm also met Danish Premier Anna Berg.",
    ],
)
def test_a_guest_is_not_of_the_country_he_is_in(told, text: str) -> None:
    assert {p.country for m in told(text) for p in m.participants if p.name == "Holm"} == {None}


def test_governors_met_on_a_journey_are_of_the_country_it_is_to(told) -> None:
    text = "Danish envoy Anna Berg visited Mozambique. There she met with the governors of Sofala and Tete."
    assert "MOZ" in {p.country for m in told(text) for p in m.participants}


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("LAO", "OSLO, May 3 -- Danish Premier Anna Berg met Foreign Minister Sengphet in Vientiane on Monday."),
        ("LAO", "OSLO, May 3 -- Danish Premier Anna Berg met Minister Dee and Minister Sengphet in Vientiane."),
        (
            "LAO",
            "OSLO, May 3 -- Talks between Danish Premier Anna Berg and Premier Sengphet are planned in Vientiane.",
        ),
        ("NOR", "OSLO, May 3 -- Danish Premier Anna Berg met Foreign Minister Sengphet in Copenhagen on Monday."),
        ("NOR", "OSLO, May 3 -- Foreign Minister Sengphet met Danish Premier Anna Berg in Vientiane on Monday."),
        ("LAO", "Secretary of State Anna Berg met with President Sengphet in Vientiane."),
    ],
)
def test_who_is_met_abroad_is_of_the_country_of_the_place(told, country: str, text: str) -> None:
    (mention,) = told(text, title="News")
    assert {p.country for p in mention.participants if p.name == "Sengphet"} == {country}
