"""Which way a meeting lies by its status, and what its day makes of that."""

from datetime import date

import pytest

from schemas.mention import Status
from transforms.language.events.directions import direction_of, status_at, status_on
from transforms.language.temporal.dates import DateExpression, resolve

WEDNESDAY = date(2031, 5, 7)


@pytest.mark.parametrize(
    ("day", "status", "told_on"),
    [
        ("next week", "held", "planned"), ("later this month", "held", "planned"), ("next Monday", "held", "planned"),
        ("last week", "ongoing", "held"), ("two days ago", "ongoing", "held"), ("on Monday", "held", "held"),
        ("the next day", "held", "held"), ("last week", "planned", "planned"), ("today", "ongoing", "ongoing"),
    ],
)  # fmt: skip
def test_what_lies_ahead_is_not_held_and_what_is_past_not_going_on(day: str, status: Status, told_on: Status) -> None:
    assert status_on(status, DateExpression(0, 1, day)) == told_on


def test_a_status_without_a_day_stays_as_it_is() -> None:
    assert status_on("held", None) == "held"


@pytest.mark.parametrize(
    ("day", "status", "told_on"),
    [
        ("9 May 2031", "held", "planned"), ("9 May 2031", "ongoing", "planned"), ("9 May 2031", "refused", "refused"),
        ("8 May 2031", "held", "held"), ("7 May 2031", "ongoing", "ongoing"), ("May 2031", "held", "held"),
    ],
)  # fmt: skip
def test_what_begins_after_the_day_of_publication_is_planned(day: str, status: Status, told_on: Status) -> None:
    assert status_at(status, resolve(day, WEDNESDAY, None), WEDNESDAY) == told_on


def test_without_days_nothing_lies_ahead() -> None:
    assert (status_at("held", None, WEDNESDAY), status_at("held", None, None)) == ("held", "held")


@pytest.mark.parametrize(
    ("status", "direction"),
    [
        ("held", "past"), ("ongoing", None), ("cancelled", None), ("refused", None),
        ("planned", "future"), ("proposed", "future"), ("postponed", "future"),
    ],
)  # fmt: skip
def test_the_direction_in_which_dates_of_a_meeting_lie(status: Status, direction: str | None) -> None:
    assert direction_of(status) == direction


def test_what_somebody_had_set_out_for_on_a_day_before_was_held(told) -> None:
    errand = "Danish President Anna Berg flew to Rome yesterday to meet Italian President Luca Costa."
    assert [mention.status for mention in told(errand)] == ["held"]
    assert [mention.status for mention in told(errand.replace("yesterday", "today"))] == ["planned"]
