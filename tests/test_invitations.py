"""Who is invited to come, and by whom."""

import pytest

from transforms.language.anchors.patterns import find_anchors


def roles(doc) -> dict[str, str]:
    """The roles at the visits of a text."""
    return {s.token.text: s.role for a in find_anchors(doc) if a.nature == "visit" for s in a.slots}


@pytest.mark.parametrize(
    "text",
    [
        "Berg invited Costa to visit Oslo.",
        "Costa was invited by Berg to visit Oslo.",
        "Costa accepted an invitation from Berg to visit Oslo.",
        "Costa declined an invitation from Berg to travel to Oslo.",
        "Costa arrived in Oslo at the invitation of Berg.",
        "Berg invited Costa to pay a visit to Oslo.",
        "Berg thanked them and invited Costa for a return visit.",
        "Berg conveyed an invitation to Premier Costa to pay a visit to Oslo.",
    ],
)
def test_a_guest_has_a_host(parse, text: str) -> None:
    assert {key: role for key, role in roles(parse(text)).items() if key != "Oslo"} == {
        "Costa": "visitor",
        "Berg": "host",
    }


@pytest.mark.parametrize(
    "text", ["Berg invited Costa to speak.", "The invitation of Berg was lost.", "Costa travelled to Oslo."]
)
def test_where_nobody_is_invited_to_come_nobody_visits(parse, text: str) -> None:
    assert roles(parse(text)) == {}


def test_where_nobody_is_told_to_invite_the_place_is_the_host(parse) -> None:
    assert roles(parse("Costa accepted an invitation to pay a visit to Norway.")) == {
        "Costa": "visitor",
        "Norway": "host",
    }


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("proposed", "Danish President Anna Berg invited Italian President Luca Costa to Copenhagen next year."),
        ("proposed", "Danish President Anna Berg has been invited to Rome by Italian President Luca Costa."),
        ("refused", "Danish President Anna Berg invited Italian President Luca Costa to Denmark, but he declined."),
    ],
)
def test_who_is_invited_to_a_town_or_country_is_to_meet_his_host(told, status: str, text: str) -> None:
    (mention,) = told(text, title="News")
    assert ({p.name for p in mention.participants}, mention.status) == ({"Anna Berg", "Luca Costa"}, status)


@pytest.mark.parametrize(
    "text",
    [
        "Danish President Anna Berg invited Italian President Luca Costa to Alba Fair.",
        "Danish President Anna Berg invited investors to Denmark.",
    ],
)
def test_who_is_invited_to_something_else_is_not(told, text: str) -> None:
    assert told(text, title="News") == []
