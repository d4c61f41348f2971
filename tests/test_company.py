"""Who else took part, told in a sentence of its own."""

import pytest

from transforms.language import nlp
from transforms.language.mentions import read_events

TALKS = "Danish Premier Anna Berg met Italian Premier Luca Costa on Monday."


def names(text: str) -> list[list[str]]:
    """The parties of each meeting of a text."""
    return [[party.name for party, _ in event.cast] for event in read_events(nlp.read(nlp.load(), text))]


@pytest.mark.parametrize(
    ("others", "sentence"),
    [
        (["Kari Lie"], "Norwegian Premier Kari Lie also attended the meeting."),
        (["Karl Holm", "Mona Dahl"], "Foreign Minister Karl Holm and Trade Minister Mona Dahl also participated."),
        (["Karl Holm", "Mona Dahl"], "She was joined by Foreign Minister Karl Holm and Trade Minister Mona Dahl."),
        (["Kari Lie"], "The two were joined by Norwegian Premier Kari Lie."),
        (["Karl Holm", "Kari Lie"], "Also present were Foreign Minister Karl Holm and EU envoy Kari Lie."),
        (["Karl Holm"], "Other Danish participants included Trade Secretary Karl Holm."),
        (["Kari Lie"], "The meeting was chaired by Norwegian Premier Kari Lie."),
        (["Kari Lie"], "It was hosted by Norwegian Premier Kari Lie."),
        ([], "The concert was hosted by Norwegian Premier Kari Lie."),
        (["Karl Holm"], "The meeting included Foreign Minister Karl Holm."),
        (["Leaders from Canada"], "Leaders from Canada also attended."),
        (["Karl Holm"], "Karl Holm was among those present at the meeting."),
        (["Karl Holm", "Mona Dahl"], "Foreign Minister Karl Holm and Italian Trade Minister Mona Dahl were present."),
        (["Karl Holm", "Mona Dahl"], "Karl Holm and Mona Dahl were also present at the discussion."),
        (["Mona Dahl"], "Ambassador Mona Dahl was in attendance."),
        (["Karl Holm", "Mona Dahl"], "Also in attendance were Foreign Minister Karl Holm and envoy Mona Dahl."),
        (["Karl Holm"], "The meeting was attended by Karl Holm, Danish Ambassador to Italy."),
        (["Karl Holm"], "Danish Ambassador Karl Holm took part in the meeting."),
        (["Karl Holm"], "Danish Ambassador Karl Holm sat in on the meeting."),
        (
            ["Karl Holm", "Mona Dahl"],
            "Minister Karl Holm and Italian envoy Mona Dahl joined the premiers.",
        ),
        (["Karl Holm"], "Foreign Minister Karl Holm accompanied Premier Berg."),
        (["Kari Lie"], "Norway was represented by State Secretary Kari Lie."),
        ([], "The workers were represented by Kari Lie."),
        ([], "Karl Holm was present in Oslo."),
        ([], "Karl Holm was not present at the meeting."),
        ([], "Danish Ambassador Karl Holm took part in the race."),
        ([], "Danish Ambassador Karl Holm took part in a meeting."),
        ([], "Karl Holm will be present at the meeting."),
        ([], "Norwegian Premier Kari Lie also attended the concert."),
        ([], "Norwegian Premier Kari Lie did not attend the meeting."),
        ([], "Thai Premier Somchai Dee was joined by Kari Lie."),
        ([], "Experts also participated."),
        ([], "Norway joined the sanctions."),
    ],
)
def test_those_told_to_join_attend_or_be_present_take_part(others: list[str], sentence: str) -> None:
    assert names(f"{TALKS} {sentence}")[0] == ["Anna Berg", "Luca Costa", *others]


def test_company_is_of_the_meeting_told_last() -> None:
    first = "Danish Premier Anna Berg met Norwegian Premier Kari Lie in Oslo."
    told = names(f"{first} She met Thai Premier Somchai Dee in Bangkok. Trade Minister Karl Holm also attended.")
    assert told == [["Anna Berg", "Kari Lie"], ["Anna Berg", "Somchai Dee", "Karl Holm"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Karl Holm attended from the Danish side.",
        "On the Danish side, Foreign Minister Karl Holm was present.",
        "The meeting was attended on the Danish side by Foreign Minister Karl Holm.",
        "Premier Berg was accompanied by Foreign Minister Karl Holm.",
        "The two spoke English, while the Danish delegation included Foreign Minister Karl Holm.",
    ],
)
def test_those_of_a_side_stand_for_it(sentence: str) -> None:
    event = read_events(nlp.read(nlp.load(), f"{TALKS} {sentence}"))[0]
    assert [(party.name, party.country) for party, _ in event.cast][2:] == [("Karl Holm", "DNK")]


def test_what_tells_only_who_attended_is_no_meeting_of_its_own() -> None:
    told = names(f"{TALKS} Minister Karl Holm and Italy's Ambassador Mona Dahl also attended the meeting.")
    assert told == [["Anna Berg", "Luca Costa", "Karl Holm", "Mona Dahl"]]


def test_the_meetings_are_all_those_told_before() -> None:
    first = "Danish Premier Anna Berg met Norwegian Premier Kari Lie in Oslo."
    told = names(f"{first} She also met Thai Premier Somchai Dee. Foreign Minister Karl Holm attended the meetings.")
    assert told == [["Anna Berg", "Kari Lie", "Karl Holm"], ["Anna Berg", "Somchai Dee", "Karl Holm"]]


def test_the_meeting_is_the_first_of_the_text_where_no_other_fits() -> None:
    planned = "Premier Berg will hold talks with Thai Premier Somchai Dee on Friday."
    told = names(f"{TALKS} {planned} Karl Holm was among those present at the meeting.")
    assert told == [["Anna Berg", "Luca Costa", "Karl Holm"], ["Somchai Dee", "Anna Berg"]]


def test_those_who_chair_a_session_take_part_for_their_states() -> None:
    told = names(
        "Denmark and Italy on Monday held the second session of their joint commission in Rome, "
        "co-chaired by Danish Trade Minister Karl Holm and Italian Trade Minister Mona Dahl."
    )
    assert told == [["Karl Holm", "Mona Dahl"]]


def test_company_told_long_after_a_meeting_is_not_of_it() -> None:
    gap = "The harbour was rebuilt. " * 5
    assert names(f"{TALKS} {gap}Trade Minister Karl Holm also participated.") == [["Anna Berg", "Luca Costa"]]


@pytest.mark.parametrize("role", ["in the presence of", "with the participation of", "under the chairmanship of the"])
def test_those_in_whose_presence_others_meet_take_part(role: str) -> None:
    text = f"Danish Premier Anna Berg met Italian Premier Luca Costa {role} Norwegian envoy Kari Lie."
    assert names(text) == [["Anna Berg", "Luca Costa", "Kari Lie"]]


def test_the_participants_of_a_nation_stand_for_it() -> None:
    text = f"{TALKS} Other Danish participants included Trade Secretary Karl Holm."
    event = read_events(nlp.read(nlp.load(), text))[0]
    assert [party.country for party, _ in event.cast] == ["DNK", "ITA", "DNK"]


def test_who_attended_a_meeting_told_before_attended_no_later_one() -> None:
    first = "Danish Premier Anna Berg met Norwegian Premier Kari Lie in Oslo."
    told = names(
        f"{first} She met Thai Premier Somchai Dee in Bangkok. Lie attended the meeting in place of her deputy."
    )
    assert told == [["Anna Berg", "Kari Lie"], ["Anna Berg", "Somchai Dee"]]


def test_who_chairs_a_session_in_its_own_sentence_may_have_met_before() -> None:
    text = (
        "Danish Minister Anna Berg met Italian Minister Luca Costa on Tuesday.\nThe Danish-Italian commission met on "
        "Monday, co-chaired by Berg and Costa."
    )
    assert names(text) == [["Anna Berg", "Luca Costa"], ["Anna Berg", "Luca Costa"]]
