"""Where they meet: the place told at the words of the meeting, not the dateline's nor that of another journey."""

import pytest

from transforms.language.patterns import find_anchors
from transforms.language.places import Place, find_places, place_of

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ([("in", "Oslo", "NOR", None)], "They met in Oslo."),
        ([("in", None, "NOR", None)], "They met in Norway."),
        ([("near", "Oslo", "NOR", None)], "They met near Oslo."),
        ([("to", "Rome", "ITA", None)], "She flew to Rome."),
        ([("to", "Rome", "ITA", None)], "She visited Rome."),
        ([("at", "Washington", "USA", "White House")], "They met at the White House."),
        ([("at", "Moscow", "RUS", "Kremlin")], "They met at the Kremlin."),
        ([("in", "Rome", "ITA", None)], "They met in the Italian capital."),
        ([("in", "Springfield", "USA", None)], "They met in Springfield, Illinois."),
        ([("in", "Oslo", "NOR", None), ("to", "Rome", "ITA", None)], "She met him in Oslo and flew to Rome."),
        ([("to", "Rome", "ITA", None)], "She left for Rome."),
        ([("to", "Rome", "ITA", None)], "She was heading for Rome on Monday."),
        ([("in", "Toledo", "ESP", None)], "The Spanish premier met her in Toledo."),
        ([("in", "Toledo", "USA", None)], "The premier met her in Toledo."),
        ([("in", "Paris", "FRA", None)], "The U.S. envoy met her in Paris."),
        ([("in", "Sydney", "AUS", None)], "The Canadian premier met her in Sydney."),
        ([], "The E.U. meeting began."),
        ([], "She left for talks."),
        ([], "She thanked him for Rome."),
        ([], "Oslo agreed to the plan."),
        ([], "They met in May."),
        ([], "They met in private."),
        ([], "She met him at the hotel."),
        ([], "They agreed on trade."),
    ],
)
def test_places_stand_under_a_preposition_of_place(parse, places: list[tuple], text: str) -> None:
    found = find_places(parse(text))
    assert [(p.preposition, p.place.city, p.place.country, p.place.venue) for p in found] == places


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("Oslo", "NOR"), f"{BERG} met {COSTA} in Oslo on Monday."),
        (Place("Oslo", "NOR"), f"In Oslo, {BERG} met {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} flew from Rome to meet {COSTA} in Oslo."),
        (Place("Oslo", "NOR"), f"{BERG} flew to Oslo to meet {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} arrived in Oslo for talks with {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} left for Oslo for talks with {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} will travel to Oslo for talks with {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} held talks in Oslo with {COSTA}."),
        (Place("Oslo", "NOR"), f"A meeting between {BERG} and {COSTA} took place in Oslo."),
        (Place("Oslo", "NOR"), f"{BERG} invited {COSTA} to a meeting in Oslo."),
        (Place("Oslo", "NOR"), f"{BERG} visited Oslo and met {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} began a visit to Oslo for talks with {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} is on a trip to Oslo to meet {COSTA}."),
        (Place("Oslo", "NOR"), f"A new round of talks between {BERG} and {COSTA} will take place in Oslo in May."),
        (Place(None, "NOR"), f"{BERG} is to make a first visit to Norway next week to meet {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} met on Monday with {COSTA}, a peace envoy, in Oslo."),
        (Place("Oslo", "NOR"), f"During a visit to Oslo, {BERG} met {COSTA}."),
        (Place("Oslo", "NOR"), f"Talks between {BERG} and {COSTA} will take place in Oslo in May."),
        (Place(), f"{BERG} criticized the visit to Oslo and met {COSTA}."),
        (Place(None, "NOR"), f"{BERG} met {COSTA} in Norway."),
        (Place("Washington", "USA", "White House"), f"{BERG} met {COSTA} at the White House."),
        (Place(), f"{BERG} met {COSTA} on Monday."),
        (Place(), f"{BERG} met {COSTA}, Oslo said."),
        (Place(), f"{BERG} met {COSTA} in response to Norway's request."),
        (Place(), f"{BERG} and {COSTA} held talks on South Korea's exports."),
        (Place(None, "NOR"), f"{BERG} will travel to Norway's south to meet {COSTA}."),
        (Place(None, "NOR"), f"{BERG} met {COSTA} in Norway's south."),
        (Place("Oslo", "NOR"), f"{BERG} met {COSTA} at Oslo's harbour."),
        (Place(), f"OSLO, May 6 (NTB) - {BERG} met {COSTA} on Monday."),
        (Place("Rome", "ITA"), f"OSLO, May 6 (NTB) - {BERG} met {COSTA} in Rome on Monday."),
        (Place("Rome", "ITA"), f"{BERG}, who visited Norway last week, met {COSTA} in Rome."),
    ],
)
def test_a_meeting_takes_place_where_its_own_words_say(parse, place: Place, text: str) -> None:
    doc = parse(text)
    anchor = list(find_anchors(doc))[-1]
    assert place_of(anchor, find_places(doc)) == place


def test_a_dash_behind_a_city_is_no_part_of_it(parse) -> None:
    (found,) = find_places(parse("They met in Rome — a first."))
    assert found.place == Place("Rome", "ITA")


def test_a_place_that_is_not_told_is_false() -> None:
    assert not Place()
    assert Place(country="NOR")
    assert Place(venue="Kremlin")
