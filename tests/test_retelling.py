"""Whether a sentence names those whom the text told before in short, or only by their offices."""

import pytest

WEATHER = "It rained.\n"
MINISTERS = "Danish Foreign Minister Anna Berg and Italian Foreign Minister Luca Costa discussed trade."
PRESIDENTS = "Danish President Anna Berg and Italian President Luca Costa discussed trade."


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, f"{WEATHER}The foreign ministers of Denmark and Italy met in Rome on Monday.\n{MINISTERS}"),
        (2, f"{WEATHER}The foreign ministers of Denmark and Norway met in Rome on Monday.\n{MINISTERS}"),
        (2, f"{WEATHER}The prime ministers of Denmark and Italy met in Rome on Monday.\n{MINISTERS}"),
        (2, f"{WEATHER}Danish and Italian officials met in Rome on Monday.\n{PRESIDENTS}"),
        (
            1,
            f"{WEATHER}The chief negotiators of Denmark and Italy spoke by telephone on Monday.\n"
            "Danish envoy Anna Berg and her Italian counterpart, Luca Costa, reviewed the situation.",
        ),
    ],
)
def test_officers_are_named_in_the_next_sentence(told, count: int, text: str) -> None:
    assert len(told(text)) == count


def test_officers_are_not_those_named_far_behind(told) -> None:
    text = f"{WEATHER}The chief negotiators of Denmark and Italy met in Rome on Monday.\n{WEATHER * 15}"
    assert len(told(text + "Danish envoy Anna Berg met Italian envoy Luca Costa.")) == 2


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Danish, Italian officials hold talks", f"{MINISTERS}"),
        (
            "Berg in talks with Gulf ministers",
            "Danish Premier Anna Berg met the ministers of Oman and Kuwait on Monday.",
        ),
    ],
)
def test_a_headline_tells_in_short_what_the_text_tells_in_full(told, title: str, text: str) -> None:
    assert len(told(text, title=title)) == 1


@pytest.mark.parametrize(
    ("count", "first"),
    [
        (1, "Ministers of two river states met in Oslo."),
        (2, "Ministers of three river states met in Oslo."),
        (1, "Rivals met in Oslo."),
    ],
)
def test_those_told_by_their_number_are_named_later(told, count: int, first: str) -> None:
    mentions = told(f"{first}\nThe ministers of Denmark and Italy met in Oslo on Monday to discuss the dam.")
    assert len(mentions) == count
    assert {party.country for party in mentions[-1].participants} == {"DNK", "ITA"}


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (2, "Danish President meets with senior Italian officials"),
        (2, "Danish President meets Italian officials\nDanish President meets Italian officials"),
        (3, "Danish President meets with senior Lao officials"),
    ],
)
def test_a_headline_may_sum_up_several_meetings(told, count: int, title: str) -> None:
    text = (
        "Danish President Anna Berg met Italian President Luca Costa on Monday.\n"
        "She also met Speaker Pia Ricci of the Italian Senate on Tuesday."
    )
    assert len(told(f"{title}\n{text}")) == count


def test_a_headline_of_one_meeting_is_told_again(told) -> None:
    text = "Danish President Anna Berg met Italian President Luca Costa on Monday."
    assert len(told(f"Danish President meets Italian President\n{text}")) == 1


@pytest.mark.parametrize(
    ("countries", "title"),
    [
        ({"Anna Berg": "DNK", "Luca Costa": "ITA"}, "Danish lawmaker meets Italian President Luca Costa"),
        ({"Anna Berg": None, "Luca Costa": "ITA"}, "Lawmaker Berg meets Italian President Luca Costa"),
    ],
)
def test_the_one_left_unnamed_is_the_one_named_later(told, countries: dict[str, str | None], title: str) -> None:
    text = "Party chair Anna Berg met Italian President Luca Costa in Rome on Monday."
    (mention,) = told(f"{title}\n{text}")
    assert {p.name: p.country for p in mention.participants} == countries


def test_one_of_an_organisation_is_not_the_counterpart_of_a_headline(told) -> None:
    text = (
        "Danish Minister Anna Berg received a phone call from her Italian counterpart.\n"
        "Berg also spoke by phone with the IAEA chief, Max Holm, later."
    )
    assert [{p.name for p in m.participants} & {"Max Holm"} for m in told(text)] == [set(), {"Max Holm"}]
