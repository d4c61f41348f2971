"""Places as a text names them."""

import pytest

from transforms.language.toponyms.places import Place, find_places


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ([("in", "Oslo", "NOR", None)], "They met in Oslo."),
        ([("in", None, "NOR", None)], "They met in Norway."),
        ([("by", "Oslo", "NOR", None)], "Oslo hosted a forum."),
        ([("by", "Oslo", "NOR", None)], "The Norwegian capital hosted a forum."),
        ([], "Norway hosted a forum."),
        ([], "Oslo welcomed a forum."),
        ([("to", "Buenos Aires", "ARG", None)], "She visited Buenos Aires in May."),
        ([("near", "Oslo", "NOR", None)], "They met near Oslo."),
        ([("to", "Rome", "ITA", None)], "She flew to Rome."),
        ([("to", "Rome", "ITA", None)], "She visited Rome."),
        ([("at", "Washington", "USA", "White House")], "They met at the White House."),
        ([("at", "Moscow", "RUS", "Kremlin")], "They met at the Kremlin."),
        ([("in", "Rome", "ITA", None)], "They met in the Italian capital."),
        ([("in", "Verona", "ITA", None)], "They met in the rebel stronghold, Verona."),
        ([("in", None, "LAO", None)], "She chose Norway and then Laos, where they met."),
        ([], "She told Norway where they met."),
        ([("on", "Palermo", "ITA", None)], "They met on the island of Palermo."),
        ([("in", None, "ARE", None)], "They met in the United Arab Emirates."),
        ([], "She will travel to Central and South America."),
        ([("in", "Mexico City", "MEX", None)], "They met in Mexico City on Monday."),
        ([("in", "Kuwait City", "KWT", None)], "They met in Kuwait City."),
        ([("in", "Tripoli", "LBY", None)], "Upon landing in the Libyan capital, Akar held talks with her."),
        ([("in", "Verona", "ITA", None)], "They met in the Italian port, Verona, on Monday."),
        ([("in", "Punta del Este", "URY", None)], "They met in the Uruguayan resort of Punta del Este on Monday."),
        ([("at", "Crans-Montana", "CHE", None)], "They met at the Swiss resort of Crans-Montana on Monday."),
        ([("by", None, "ITA", None)], "This was followed by Italy, where she met him."),
        ([], "This was followed by Italy."),
        ([("in", "Genoa", "ITA", None)], "They met in the port city of Genoa on Monday."),
        ([("to", "Vilnius", "LTU", None)], "Berg will then travel to Vilnius, where she will hold talks."),
        ([("in", "Brussels", "BEL", None)], "They met in the Belgian capital."),
        ([("at", "Rome", "ITA", "Savoy Hotel")], "She met the premier at the Savoy Hotel, Rome, on Monday."),
        ([("at", "Lusaka", "ZMB", "State House")], "She met the premier at State House, Lusaka."),
        ([("at", None, None, "Foreign Ministry")], "She met the premier at the Foreign Office, Rome said."),
        ([("in", "Springfield", "USA", None)], "They met in Springfield, Illinois."),
        ([("in", "Oslo", "NOR", None), ("to", "Rome", "ITA", None)], "She met him in Oslo and flew to Rome."),
        ([("from", "Rome", "ITA", None)], "She came from Rome, where she met him."),
        ([], "She came from Rome."),
        ([("in", "Luxembourg", "LUX", None)], "They met in Luxembourg."),
        (
            [("at", None, None, "Marathon Mansion")],
            "She was received by Prime Minister Aris Gorgos at the Marathon Mansion.",
        ),
        ([("to", "Rome", "ITA", None)], "She left for Rome."),
        ([("to", "Rome", "ITA", None)], "She was heading for Rome on Monday."),
        ([("in", "Toledo", "ESP", None)], "The Spanish premier met her in Toledo."),
        ([("in", "Toledo", "USA", None)], "The premier met her in Toledo."),
        ([("in", "Paris", "FRA", None)], "The U.S. envoy met her in Paris."),
        ([("in", "Sydney", "AUS", None)], "The Canadian premier met her in Sydney."),
        ([("to", None, "BRN", None)], "She flew to Brunei Darussalam."),
        ([], "She was received by Emperor Kenji at the Imperial Palace."),
        ([], "She is on a visit to the Kingdom."),
        ([], "The E.U. meeting began."),
        ([], "She left for talks."),
        ([], "She thanked him for Rome."),
        ([], "Oslo agreed to the plan."),
        ([], "They met in May."),
        ([], "They met in private."),
        ([], "She met him at the hotel."),
        ([], "They agreed on trade."),
        ([], "She met him at the International Airport."),
        ([("in", None, "DNK", None)], "She met him in neighbouring Denmark."),
    ],
)
def test_places_stand_under_a_preposition_of_place(parse, places: list[tuple], text: str) -> None:
    found = find_places(parse(text))
    assert [(p.preposition, p.place.city, p.place.country, p.place.venue) for p in found] == places


def test_a_dash_behind_a_city_is_no_part_of_it(parse) -> None:
    (found,) = find_places(parse("They met in Rome — a first."))
    assert found.place == Place("Rome", "ITA")


def test_a_place_that_is_not_told_is_false() -> None:
    assert not Place()
    assert Place(country="NOR")
    assert Place(venue="Kremlin")


@pytest.mark.parametrize(
    ("cities", "text"),
    [
        ([], "The Danish minister also had a meeting with NC president Anna Berg this morning."),
        (["Oslo"], "The Danish minister also had a meeting with Oslo mayor Anna Berg this morning."),
    ],
)
def test_of_unknown_words_before_a_person_none_is_a_town(parse, cities: list[str], text: str) -> None:
    assert [located.place.city for located in find_places(parse(text))] == cities


BORREL = "Borrel/NNP/6/nsubj/B-GPE had/VBD/6/aux left=leave/VBN/0/ROOT"


@pytest.mark.parametrize(
    ("cities", "words"),
    [
        ([], f"In/IN/3/case/O the/DT/3/det/B-DATE day/NN/6/obl/I-DATE {BORREL}"),
        (["Borrel"], f"In/IN/3/case/O the/DT/3/det/O town/NN/6/obl/O {BORREL}"),
    ],
)
def test_a_name_behind_a_time_is_not_in_it(tree, cities: list[str], words: str) -> None:
    assert [located.place.city for located in find_places(tree(words))] == cities


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("CHE", "Danish Premier Anna Berg met Russian President Ivan Orlov in Geneva, the White House said."),
        ("CHE", "Danish Premier Anna Berg met Russian President Ivan Orlov in Geneva, Danish officials said."),
        ("GBR", "Danish Premier Anna Berg met Russian President Ivan Orlov in Aberdeen, Scotland, on Monday."),
        ("NLD", "Danish Premier Anna Berg met Russian President Ivan Orlov in The Hague, the Netherlands."),
    ],
)
def test_only_a_country_by_its_name_behind_a_town_is_that_of_the_town(told, country: str, text: str) -> None:
    (mention,) = told(text, title="News")
    assert mention.country == country


@pytest.mark.parametrize(("city", "country"), [("Accra", "Ghana"), ("Ouagadougou", "Burkina Faso")])
def test_the_capital_of_a_country_is_a_town(told, city: str, country: str) -> None:
    (mention,) = told(f"Danish Premier Anna Berg met Italian Premier Luca Costa in the capital of {country}.")
    assert mention.city == city


@pytest.mark.parametrize(
    "text",
    [
        'Danish Premier Anna Berg wrote in London\'s "Weekly" that she and Italian President Luca Costa will meet.',
        "Danish envoy Anna Berg will meet Italian President Luca Costa for talks on Vienna's late reply.",
    ],
)
def test_a_town_whose_something_is_is_no_place(told, text: str) -> None:
    assert [m.city for m in told(text, title="News")] == [None]


def test_a_town_before_where_may_have_hyphens(told) -> None:
    text = "The next stop is Port-au-Prince, where Danish Premier Anna Berg will meet President Luc Dee on Friday."
    (mention,) = told(text, title="News")
    assert (mention.city, mention.country) == ("Port-au-Prince", "HTI")
