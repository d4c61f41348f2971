"""Where a text is at: "here", seats that many countries have, and officials who meet others at home."""

import pytest

from transforms.language.gazetteers import rows
from transforms.language.places import Place
from transforms.language.scenes import find_scene, gathering_place, scene_places

OSLO = Place("Oslo", "NOR")
BERG, COSTA = "Norwegian President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ([OSLO], "OSLO — They met here on Monday."),
        ([Place("Oslo", "NOR", "State House")], "OSLO — They met at State House on Monday."),
        ([Place(None, "ITA")], "OSLO — Berg visited Italy, where they met at State House."),
        ([Place("Rome", "ITA")], "OSLO — They met at State House in Rome on Monday."),
        ([Place("Rome", "ITA")], "OSLO — They met in Rome on Monday."),
        ([], "They met here on Monday."),
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
