"""Confidence: what makes a row surer, and what less sure, each against the same meeting told without it."""

import pytest

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"
MET = f"{BERG} met {COSTA}."


@pytest.mark.parametrize(
    "surer",
    [
        f"{BERG} met {COSTA} in Rome.",
        f"{BERG} met {COSTA} on Monday.",
        f"{BERG} will meet {COSTA}.",
    ],
)
def test_what_has_a_place_or_a_day_or_is_arranged_is_surer(told, surer: str) -> None:
    assert told(surer)[0].confidence > told(MET)[0].confidence


@pytest.mark.parametrize(
    "less_sure",
    [
        f"{BERG} met Italian officials.",
        f"{BERG} met {COSTA} and Italian officials.",
        f"{BERG} arrived home after talks with {COSTA}.",
    ],
)
def test_who_is_unnamed_or_told_in_passing_makes_less_sure(told, less_sure: str) -> None:
    assert told(less_sure)[0].confidence < told(MET)[0].confidence


def test_nobody_named_is_less_sure_than_somebody(told) -> None:
    assert told("Danish officials met Italian officials.")[0].confidence < (
        told(f"{BERG} met Italian officials.")[0].confidence
    )


def test_a_meeting_of_whom_another_is_told_too_is_less_sure(told) -> None:
    again = f"{MET}\nNext month {BERG} will meet Kenyan officials in Nairobi."
    alone = f"Next month {BERG} will meet Kenyan officials in Nairobi."
    first, second = told(again)
    assert second.confidence < told(alone)[0].confidence
    assert first.confidence == told(MET)[0].confidence
