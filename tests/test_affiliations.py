"""Whom a person is with or speaks for, told behind the name."""

import pytest

from transforms.language import nlp
from transforms.language.mentions import read_events
from transforms.language.parties.actors import find_parties


def cast(text: str) -> list[tuple[str, str | None]]:
    """The parties of the first meeting of a text, with their countries."""
    return [(party.name, party.country) for party, _ in read_events(nlp.read(nlp.load(), text))[0].cast]


@pytest.mark.parametrize(
    ("parties", "text"),
    [
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "The talks were led by Director Anna Berg, Danish Ministry of Trade, and Director Luca Costa, Italian Bureau "
         "of Fisheries."),
        ([("Anna Berg", "DNK"), ("Jan Kowal", "POL"), ("Kari Lie", "NOR")],
         "Danish Premier Anna Berg met Polish Minister Jan Kowal, representing the OSCE chair, and Norwegian envoy "
         "Kari Lie."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA"), ("Bakers Union", None)],
         "Danish Premier Anna Berg met Italian Premier Luca Costa, the Bakers Union, and others."),
        ([("Anna Berg", "DNK"), ("Pedro Ruiz", None)],
         "Danish Premier Anna Berg met Pedro Ruiz, of the rebel group ELN, on Monday."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA"), ("NATO", None)],
         "Danish Premier Anna Berg met Italian Premier Luca Costa, NATO, and others."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "Danish Premier Anna Berg met Luca Costa, State Secretary for New Markets of the Ministry of Foreign Affairs "
         "and Trade of Italy, on Monday."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "Danish Premier Anna Berg received Luca Costa, Member of the Political Bureau of the Central Committee and "
         "Minister for Foreign Affairs of the Republic of Italy, on Monday."),
        ([("Anna Berg", "NOR"), ("Luca Costa", "ITA"), ("Per Lund", "NLD")],
         "Foreign ministers Anna Berg (Norway), Luca Costa (Italy) and Per Lund (the Netherlands) met in Oslo."),
        ([("Anna Berg", "DNK"), ("Luca Costa", None)],
         "Danish Premier Anna Berg met Luca Costa (EU) in Oslo."),
        ([("Anna Berg", "DNK"), ("Luca Costa", None)],
         "Danish Premier Anna Berg met Luca Costa (left) in Oslo."),
        ([("Anna Berg", "DNK"), ("Luca Costa", None)],
         "Danish Premier Anna Berg met Luca Costa at the Ministry of Foreign Affairs of Italy."),
        ([("Anna Berg", "DNK"), ("Luca Costa", None)],
         "Danish Premier Anna Berg met Minister Luca Costa for talks on the economy of Italy."),
        ([("Anna Berg", "DNK"), ("Luca Costa", None)],
         "Danish Premier Anna Berg met Luca Costa, a friend of the people of Italy."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "Anna Berg, Joint Secretary (South) in the Danish foreign ministry, met Luca Costa, Director General at the "
         "Italian foreign ministry."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "Danish Premier Anna Berg met Luca Costa of the Italian defence ministry."),
        ([("Anna Berg", "DNK"), ("Luca Costa", None)],
         "Danish Premier Anna Berg met Luca Costa at the Italian foreign ministry."),
    ],
)  # fmt: skip
def test_a_body_behind_a_name_is_no_party_of_its_own(parties: list[tuple[str, str | None]], text: str) -> None:
    assert cast(text) == parties


@pytest.mark.parametrize(
    "text",
    [
        "Premier Anna Berg, on the Danish side, met Luca Costa, from the Italian side, in Oslo.",
        "Minister Anna Berg, from the Danish side, and Luca Costa, for the Italian side, met in Oslo.",
    ],
)
def test_who_is_on_a_side_stands_for_it(text: str) -> None:
    assert cast(text) == [("Anna Berg", "DNK"), ("Luca Costa", "ITA")]


def test_an_adviser_is_named_behind_whom_he_serves() -> None:
    text = "Danish Premier Anna Berg met with Diplomatic Advisor to Thai Premier Somchai Dee, Chai Wong, on Monday."
    assert cast(text) == [("Anna Berg", "DNK"), ("Chai Wong", "THA")]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("ITA", "The Italian Prime Minister's special envoy, Luca Costa, met Danish Premier Anna Berg."),
        ("ITA", "Luca Costa spoke.\nItalian Premier Jan Lupo's envoy Luca Costa met Danish Premier Anna Berg."),
        ("ITA", "Undersecretary for Trade at Italy's Ministry of Economy, Luca Costa, met Danish Premier Anna Berg."),
        ("ITA", "State Secretary at Italy's Ministry of Economy Luca Costa met Danish Premier Anna Berg."),
        (None, "The Italian Prime Minister's friend Luca Costa met Danish Premier Anna Berg."),
        (None, "Italy's Ministry of Economy and Minister Luca Costa met Danish Premier Anna Berg."),
    ],
)
def test_whose_officer_it_is_the_owner_tells(parties, country: str | None, text: str) -> None:
    assert {party.country for party in parties(text) if party.name == "Luca Costa"} == {country}


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("DNK", "Anna Berg became the first Danish premier to visit Rome."),
        ("DNK", "Anna Berg is the Danish ambassador to Laos."),
        ("DNK", "Anna Berg, who is the Danish ambassador to Laos, arrived."),
        (None, "Anna Berg is a former Danish premier."),
        (None, "Anna Berg met the Danish premier."),
    ],
)
def test_an_office_said_of_a_person_tells_the_country(parse, country: str | None, text: str) -> None:
    assert {p.country for p in find_parties(parse(text)) if p.name == "Anna Berg"} == {country}
