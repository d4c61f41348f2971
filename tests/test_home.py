"""Whose officers a text leaves unmarked."""

import pytest

from transforms.language.parties.actors import find_parties
from transforms.language.parties.home import home_country, mark_governments, mark_officers, release_country
from transforms.language.parties.party import Party

LETTERHEAD = "Readout of President Holm's Call with President Berg of Denmark\n"


def person(name: str, title: str | None = None, country: str | None = None) -> Party:
    return Party(0, 1, "person", name, title, country)


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("USA", LETTERHEAD + "They spoke today."),
        ("USA", "Office of the Spokesperson\nSecretary Holm met Premier Costa."),
        ("USA", "Oval Office\n3:05 P.M. EST\nPRESIDENT HOLM: Good to see you."),
        ("GBR", "Foreign, Commonwealth & Development Office\nThe minister met Premier Costa."),
        ("SGP", "MFA Press Statement\nSenior Minister Anna Holm met Premier Costa."),
        ("DNK", "Minister Holm met Premier Costa.\nMINISTRY OF FOREIGN AFFAIRS\nDENMARK\n3 May 2031"),
        ("DNK", "Minister Holm met Premier Costa.\nMinistry of Foreign Affairs of Denmark"),
        ("DNK", "Minister Holm met Premier Costa.\nMinistry of Foreign Affairs\nCopenhagen"),
        ("DNK", "Ministry for Foreign Affairs of Denmark, press release, 3 May 2031\nMinister Holm met Costa."),
        (None, "Ministry of Foreign Affairs of Denmark, which met Premier Costa, said so."),
        (None, "Minister Holm met Premier Costa at the\nMinistry of Foreign Affairs of Denmark on Monday."),
        (None, "Minister Holm met Premier Costa.\nMinistry of Foreign Affairs\nMonday"),
        (None, "Secretary Holm met Premier Costa."),
        (None, "Denmark wants talks. " * 40 + "Office of the Spokesperson"),
    ],
)
def test_a_letterhead_tells_whose_release_it_is(country: str | None, text: str) -> None:
    assert release_country(text) == country


@pytest.mark.parametrize(
    ("home", "text"),
    [
        ("USA", "The White House confirmed it."),
        ("USA", "Secretary of State Karl Holm confirmed it."),
        ("USA", "Deputy Secretary Karl Holm confirmed it."),
        ("USA", "Secretary Holm confirmed it."),
        ("USA", "The White House and the State Department confirmed it."),
        ("USA", "Secretary of State Karl Holm spoke at the Kremlin."),
        (None, "The White House and the Kremlin confirmed it."),
        (None, "Danish President Anna Berg confirmed it."),
        (None, "Foreign Secretary Anna Berg confirmed it."),
        (None, "Mexican Secretary Anna Berg confirmed it."),
        (None, "Beijing and Moscow confirmed it."),
    ],
)
def test_the_home_country_is_the_one_whose_offices_are_not_marked(parse, parties, home: str | None, text: str) -> None:
    assert home_country(parse(text), parties(text)) == home


@pytest.mark.parametrize(
    ("party", "release", "news"),
    [
        (person("Karl Holm", "Defense Secretary"), "USA", "USA"),
        (person("Holm", "President"), "USA", "USA"),
        (person("Karl Holm", "President"), "USA", None),
        (person("Karl Holm", "Chief Negotiator"), "USA", None),
        (person("Karl Holm", "Foreign Minister"), None, None),
        (person("Karl Holm", "Secretary-General"), None, None),
        (person("Karl Holm", "Foreign Secretary"), "USA", None),
        (person("Karl Holm", "Defense Secretary", "PHL"), "PHL", "PHL"),
        (person("Karl Holm"), None, None),
        (Party(0, 1, "person", "the First Lady", "the First Lady", named=False), "USA", "USA"),
        (Party(0, 1, "person", "director of the office", "director of the office", named=False), None, None),
        (Party(0, 1, "person", "his counterpart", "counterpart", named=False, relational=True), None, None),
    ],
)
def test_an_unmarked_officer_is_of_the_home_country(parse, party: Party, release: str | None, news: str | None) -> None:
    seat = Party(1, 4, "government", "United States", country="USA")
    assert mark_officers(parse(LETTERHEAD), [party])[0].country == release
    assert mark_officers(parse("Told the White House."), [party, seat])[0].country == news


def test_the_site_of_a_government_tells_whose_officers_are_unmarked(parse) -> None:
    (party,) = mark_officers(parse("Minister Holm spoke."), [person("Holm", "Minister")], "DNK")
    assert party.country == "DNK"


def test_of_two_unmarked_presidents_the_one_named_first_is_the_states_own(parse) -> None:
    told = mark_officers(parse(LETTERHEAD), [person("Holm", "President"), person("Berg", "President")])
    assert [party.country for party in told] == ["USA", None]


def test_an_office_told_alone_is_not_the_homes_where_another_states_holder_was_named(parse) -> None:
    other = person("Anna Berg", "Defense Secretary", "PHL")
    alone = Party(2, 4, "person", "the Defense Secretary", "the Defense Secretary", named=False)
    assert mark_officers(parse(LETTERHEAD), [other, alone])[1].country is None
    assert mark_officers(parse(LETTERHEAD), [alone])[0].country == "USA"


@pytest.mark.parametrize(
    ("country", "text"),
    [
        (
            "COL",
            "Colombia said that talks between the government and the rebels would open in Oslo. Colombia is at war.",
        ),
        ("GIN", "The junta met envoys on Monday. Guinea has been ruled by soldiers since 2021."),
        (None, "Norway said that the government would hold talks in Colombia."),
        (None, "The government met envoys on Monday."),
    ],
)
def test_a_bare_government_is_that_of_the_country_told_most(parse, country: str | None, text: str) -> None:
    parties = mark_governments(doc := parse(text), find_parties(doc))
    assert {p.country for p in parties if p.kind == "government" and not p.named} == {country}
