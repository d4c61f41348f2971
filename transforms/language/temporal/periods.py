"""Calendar periods: a day, week, month or year, moved and chosen by plain arithmetic."""

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from schemas.mention import Precision

Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, and how exactly they are meant."""

    start: date
    end: date
    precision: Precision


def day_of(day: date) -> Period:
    """The day alone."""
    return Period(day, day, "day")


def week_of(day: date) -> Period:
    """Monday to Sunday around the day."""
    monday = day - timedelta(day.weekday())
    return Period(monday, monday + timedelta(6), "week")


def month_of(day: date) -> Period:
    """The first to the last day of the day's month."""
    return Period(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]), "month")


def year_of(day: date) -> Period:
    """1 January to 31 December of the day's year."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31), "year")


def span(start: date, end: date) -> Period:
    """From one day to another; a day where they are the same."""
    return day_of(start) if start == end else Period(start, end, "range")


def weekend_of(day: date) -> Period:
    """Saturday and Sunday of the day's week."""
    sunday = week_of(day).end
    return span(sunday - timedelta(1), sunday)


def _months_on(day: date, count: int) -> date:
    """The first of the month that lies so many months after the day's."""
    years, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(years, month + 1, 1)


_MOVES: dict[str, Callable[[date, int], Period]] = {
    "day": lambda day, count: day_of(day + timedelta(count)),
    "week": lambda day, count: week_of(day + timedelta(7 * count)),
    "weekend": lambda day, count: weekend_of(day + timedelta(7 * count)),
    "month": lambda day, count: month_of(_months_on(day, count)),
    "year": lambda day, count: year_of(date(day.year + count, 1, 1)),
}


def moved(day: date, unit: str, count: int) -> Period:
    """The day, week, weekend, month or year that lies so many of them after the day's own (before it if negative)."""
    return _MOVES[unit](day, count)


def choose(periods: Iterable[Period], published: date, direction: Direction | None, slack: int = 0) -> Period | None:
    """The one period of several that an expression without its year or week must mean.

    Past: the latest that has begun by the publication day; future: the first that has not ended before it, so the
    publication day itself counts in both; unknown: the nearest to it, the earlier of two as near. slack: how
    many days on the wrong side of it are still likelier meant than another year's.
    """
    ordered = sorted(periods, key=lambda period: period.start)
    if direction == "past":
        return next((p for p in reversed(ordered) if p.start <= published + timedelta(slack)), None)
    if direction == "future":
        return next((p for p in ordered if p.end >= published - timedelta(slack)), None)
    return min(ordered, key=lambda p: max(p.start - published, published - p.end, timedelta(0)), default=None)
