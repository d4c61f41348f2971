"""How long a meeting lasted, told in words or digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.language.temporal.durations import find_duration


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("an hour", 60),
        ("an hour and a half", 90),
        ("one hour and 20 minutes", 80),
        ("an hour and twenty minutes", 80),
        ("two and a half hours", 150),
        ("a two-and-a-half-hour session", 150),
        ("2½ hours", 150),
        ("2.5 hours", 150),
        ("1 1/2 hours", 90),
        ("90 minutes", 90),
        ("ninety minutes", 90),
        ("a 45-minute call", 45),
        ("in a 90-minute meeting", 90),
        ("their five-hour talks", 300),
        ("Five hours of talks ended at dawn.", 300),
        ("half an hour", 30),
        ("a half-hour", 30),
        ("a half hour", 30),
        ("three-quarters of an hour", 45),
        ("a quarter of an hour", 15),
        ("an hour-long call", 60),
        ("their hour-long conversation", 60),
        ("nearly three hours", 180),
        ("more than two hours", 120),
        ("The ministers talked for about 40 minutes, after two hours of waiting.", 40),
        ("after two hours of talks", 120),
    ],
)
def test_a_duration_is_told_in_minutes(text: str, minutes: int) -> None:
    assert find_duration(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "hours-long talks",
        "hours of talks",
        "10 days of talks",
        "a two-day visit",
        "48 hours of talks",
        "two hours later",
        "two hours ago",
        "an hour before the vote",
        "in an hour",
        "in about two hours",
        "within 24 hours",
        "every two hours",
        "a two-hour flight",
        "two hours' drive",
        "at the eleventh hour",
        "the minutes of the meeting",
        "",
    ],
)
def test_what_is_no_duration_of_hours(text: str) -> None:
    assert find_duration(text) is None


WORDS = (
    "an",
    "a",
    "two",
    "90",
    "1,5",
    "½",
    "and",
    "half",
    "hour",
    "hours",
    "-",
    "minute",
    "minutes",
    "ago",
    "long",
    "of",
)


@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_give_minutes_of_a_day_or_none(words: list[str]) -> None:
    minutes = find_duration(" ".join(words))
    assert minutes is None or 0 < minutes <= 24 * 60
