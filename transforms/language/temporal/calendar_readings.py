"""Reading dates by the calendar: days, months, years and holidays, with the year told or left open.

A reading gets the groups that a pattern caught, in lower case, the publication day or None, and whether the meeting
lies in the past or the future. It gives None where the calendar has no such day or nothing tells the year.
"""

import re
from collections.abc import Mapping
from datetime import date

from transforms.language.temporal.periods import (
    Direction,
    Period,
    choose,
    day_of,
    month_of,
    span,
    week_of,
    year_of,
)

Groups = Mapping[str, str]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "may day": (5, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
}
_STEPS = {
    **dict.fromkeys(("last", "past", "previous", "before"), -1),
    **dict.fromkeys(("next", "coming", "following", "after"), 1),
}
_PARTS = {"quarter": 3, "half": 6}  # months
_ORDINALS = ("first", "second", "third", "fourth")
_YEARS_AROUND = range(-8, 9)  # wide enough for a 29 February on each side
_SLACK = 7  # by so many days a day without its year may lie on the wrong side of the publication: posted late, say


def month_number(name: str) -> int:
    """The number of a month, from its first three letters."""
    return _MONTHS.index(name[:3]) + 1


def day_in(year: int, month: int, day: str) -> date | None:
    """The day ("5", "5th"), where the calendar has it."""
    try:
        return date(year, month, int(re.sub(r"\D", "", day)))
    except ValueError:
        return None


def step_told(words: str | None) -> int:
    """How many units before or after the present the words point: "this past" is -1."""
    return next((_STEPS[word] for word in (words or "").split() if word in _STEPS), 0)


def _told_years(g: Groups, published: date | None) -> list[int]:
    """The one year that the text tells, or those around the publication."""
    told = g.get("y1") or g.get("y2")
    if told:
        return [int(told)]
    if published is None:
        return []
    return [published.year + step_told(g["rel"])] if "rel" in g else [published.year + n for n in _YEARS_AROUND]


def _only_or_chosen(
    periods: list[Period], published: date | None, direction: Direction | None, slack: int = 0
) -> Period | None:
    if len(periods) == 1 or published is None:
        return periods[0] if periods else None
    return choose(periods, published, direction, slack)


def _end_years(g: Groups, year: int) -> tuple[int, int]:
    """The years of both ends; one that the text leaves out is this one or, over New Year, the one beside it."""
    first, last = int(g.get("y1") or year), int(g.get("y2") or year)
    over_new_year = first == last and month_number(g.get("m1") or g["m2"]) > month_number(g.get("m2") or g["m1"])
    if over_new_year and "y2" not in g:
        return first, last + 1
    return (first - 1, last) if over_new_year and "y1" not in g else (first, last)


def days(g: Groups, published: date | None, direction: Direction | None) -> Period | None:
    """A day of a month, or the days from one to another ("December 30 to January 2" ends in the next year)."""
    m1, m2 = month_number(g.get("m1") or g["m2"]), month_number(g.get("m2") or g["m1"])
    periods = []
    for year in _told_years(g, published):
        y1, y2 = _end_years(g, year)
        start, end = day_in(y1, m1, g["d1"]), day_in(y2, m2, g.get("d2") or g["d1"])
        if start and end and start <= end:
            periods.append(span(start, end))
    return _only_or_chosen(periods, published, direction, _SLACK)


def week_of_day(g: Groups, published: date | None, direction: Direction | None) -> Period | None:
    """The week that a told day lies in."""
    day = days(g, published, direction)
    return week_of(day.start) if day else None


def months(g: Groups, published: date | None, direction: Direction | None) -> Period | None:
    """A month, or the months from one to another. The early or late part of one tells no more than its month."""
    periods = []
    for year in _told_years(g, published):
        y1, y2 = _end_years(g, year)
        first, last = (month_of(date(y, month_number(m), 1)) for y, m in ((y1, g["m1"]), (y2, g.get("m2") or g["m1"])))
        if "m2" not in g:
            periods.append(first)
        elif first.start < last.start:
            periods.append(span(first.start, last.end))
    return _only_or_chosen(periods, published, direction)


def numeric_day(g: Groups, published: date | None, direction: Direction | None) -> Period | None:
    """A day in numbers; with the day's and month's order open, only where the calendar allows just one."""
    year = int(g["y1"])
    orders = [(g["m"], g["d"])] if "m" in g else [(g["a"], g["b"]), (g["b"], g["a"])]
    found = {day for month, d in orders if (day := day_in(year, int(month), d))}
    return day_of(found.pop()) if len(found) == 1 else None


def years(g: Groups, published: date | None, direction: Direction | None) -> Period | None:
    """A year, or the years from one to another. A season or other part tells no more than its year.

    Where in the year a season lies depends on the hemisphere, so it is not guessed.
    """
    if "y2" in g:
        first = int(g["y1"])
        last = int(g["y2"]) if len(g["y2"]) == 4 else first - first % 100 + int(g["y2"])
        return span(date(first, 1, 1), date(last, 12, 31)) if first < last else None
    periods = [year_of(date(year, 1, 1)) for year in _told_years(g, published)]
    return _only_or_chosen(periods, published, direction)


def part_of_year(g: Groups, published: date | None, direction: Direction | None) -> Period | None:
    """A quarter or half of a year; "the year" is that of the publication."""
    length = _PARTS[g["part"]]
    first = 13 - length if g["nth"] == "last" else 1 + length * _ORDINALS.index(g["nth"])
    years = _told_years(g if "y1" in g else {"rel": "this", **g}, published)
    if not years or first > 12:
        return None
    return span(date(years[0], first, 1), month_of(date(years[0], first + length - 1, 1)).end)


def holiday(g: Groups, published: date | None, direction: Direction | None) -> Period | None:
    """A holiday whose day is the same in every year and country."""
    month, day = HOLIDAYS[g["holiday"]]
    periods = [day_of(date(year, month, day)) for year in _told_years(g, published)]
    return _only_or_chosen(periods, published, direction, _SLACK)
