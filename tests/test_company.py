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
