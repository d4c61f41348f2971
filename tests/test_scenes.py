"""Where a text is at: "here", seats that many countries have, and officials who meet others at home."""

import pytest

from transforms.language.events.scenes import find_scene, gathering_place, scene_places
from transforms.language.lexicon.gazetteers import rows
from transforms.language.toponyms.places import Place

OSLO = Place("Oslo", "NOR")
BERG, COSTA = "Norwegian President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ([OSLO], "OSLO — They met here on Monday."),
        ([OSLO], "OSLO — They met in this capital on Monday."),
        ([], "OSLO — They met in a capital on Monday."),
        ([], "They met in this capital on Monday."),
        ([Place("Oslo", "NOR", "State House")], "OSLO — They met at State House on Monday."),
        ([Place(None, "ITA")], "OSLO — Berg visited Italy, where they met at State House."),
        ([Place("Rome", "ITA")], "OSLO — They met at State House in Rome on Monday."),
        ([Place("Rome", "ITA")], "OSLO — They met in Rome on Monday."),
        ([], "They met here on Monday."),
        ([OSLO, OSLO], "They met in Oslo and dined there."),
        ([OSLO, OSLO], "They met in Oslo. Berg spoke at the same resort."),
        (
            [OSLO, Place("Rome", "ITA"), Place("Rome", "ITA")],
            "They met in Oslo. They met in Rome. They dined in the city.",
        ),
        ([OSLO], "They met in Oslo. There is hope."),
        ([OSLO], "They met in Oslo and dined in the old city."),
        ([Place(None, "NOR")], "They met in Norway and dined in the city."),
        ([], "They met at State House on Monday."),
    ],
)
def test_the_dateline_tells_where_here_is(parse, places: list[Place], text: str) -> None:
    doc = parse(text)
    assert [located.place for located in scene_places(doc, find_scene(doc))] == places


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (OSLO, f"OSLO — {BERG} received {COSTA} on Monday."),
        (OSLO, f"OSLO — It rained.\n{BERG} received {COSTA} on Monday."),
        (OSLO, f"OSLO — {BERG} met with {COSTA} on Monday."),
        (OSLO, f"OSLO — {BERG} and {COSTA} met here on Monday."),
        (OSLO, "OSLO — Danish President Lars Holm and Italian President Luca Costa met here on Monday."),
        (OSLO, f"OSLO — It rained.\n{BERG} met with the Danish ambassador on Monday."),
        (OSLO, f"OSLO — {BERG} met with E.U. envoy Lars Holm on Monday."),
        (Place(), f"OSLO — It rained.\n{BERG} met with {COSTA} on Monday."),
        (Place(), f"OSLO — {BERG} met with {COSTA} on the sidelines of a summit."),
        (Place(), f"OSLO — {BERG} spoke with {COSTA} by telephone."),
        (Place(), f"OSLO — {BERG} will meet with {COSTA} on Monday."),
        (Place("Rome", "ITA"), f"OSLO — {BERG} met with {COSTA} in Rome on Monday."),
        (Place(), "OSLO — Danish President Lars Holm met with Italian President Luca Costa on Monday."),
    ],
)
def test_a_meeting_is_at_the_dateline_where_one_at_home_there_meets_others(events, place: Place, text: str) -> None:
    assert events(text)[-1].place == place


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (OSLO, f"OSLO — It rained.\n{BERG} met on Monday with {COSTA}, who is on an official visit to the Kingdom."),
        (OSLO, f"OSLO — It rained.\n{BERG} met on Monday with {COSTA}, who is visiting Norway."),
        (OSLO, f"OSLO — It rained.\nDuring his visit, {COSTA} was received by the mayor, Kari Lie."),
        (
            Place(),
            "Danish Premier Lars Holm met his Italian counterpart, who sought help during his visit to his friends.",
        ),
        (OSLO, f"OSLO — {COSTA} and Danish President Lars Holm held talks hosted by {BERG}."),
        (Place(None, "NOR"), f"OSLO — {BERG} met with {COSTA} in Norway on Monday."),
    ],
)
def test_a_visitor_is_met_where_the_text_was_filed(told, place: Place, text: str) -> None:
    (mention,) = told(text)
    assert (mention.city, mention.country) == (place.city, place.country)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (OSLO, "Oslo hosted talks between Denmark and Italy."),
        (Place(None, "NOR"), "Norway hosted talks between Denmark and Italy."),
        (Place("Bergen", "NOR"), "Oslo hosted talks between Denmark and Italy in Bergen."),
    ],
)
def test_a_capital_that_hosts_is_where_they_meet(events, place: Place, text: str) -> None:
    assert events(text)[0].place == place


@pytest.mark.parametrize(
    ("city", "text"),
    [
        ("Oslo", "Berg will meet Costa on the margins of the gathering."),
        ("Oslo", "Berg will meet Costa on the sidelines of the summit."),
        ("Rome", "Berg will meet Costa in Rome on the sidelines of the summit."),
        ("Oslo", "Berg will meet Costa before the summit."),
        ("Oslo", "On the eve of the gathering, Berg will dine with Costa."),
        ("Rome", "Berg will meet Costa in Rome before the summit."),
        (None, "Berg met Costa before the summit."),
        (None, "Berg will meet Costa on the sidelines of the conference."),
        (None, "Berg will meet Costa to speak of the gathering."),
    ],
)
def test_who_meets_beside_a_gathering_meets_where_it_is(events, city: str | None, text: str) -> None:
    lead = f"Danish President Anna Berg will attend the summit of the African Union in Oslo.\n{COSTA} is ill."
    beside = next(event for event in events(f"{lead}\n{text}") if event.natures == {"meeting"})
    assert beside.place.city == city


@pytest.mark.parametrize(
    ("occasion", "city"),
    [
        ("the 78th session of the UN General Assembly", "New York"),
        ("the Munich Security Conference", "Munich"),
        ("the G20 summit", None),
        (None, None),
    ],
)
def test_some_gatherings_are_always_in_the_same_town(occasion: str | None, city: str | None) -> None:
    assert gathering_place(occasion).city == city


def test_every_gathering_is_found_where_others_meet_beside_it(events) -> None:
    names = [name for row in rows("gatherings.tsv") for name in row[0] + row[1]]
    text = "Danish President Anna Berg met Italian President Luca Costa on the sidelines of the {} in May."
    lost = [name for name in names if not gathering_place(next(e.occasion for e in events(text.format(name))))]
    assert lost == []
