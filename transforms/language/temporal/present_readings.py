"""Reading dates by the present: weekdays, "next month", "two days ago", and what counts from another event.

A reading gets the groups that a pattern caught, in lower case, the publication day (or the other event's), and whether
the meeting lies in the past or the future. It gives None where the words leave the day open.
"""

from datetime import date, timedelta

from transforms.language.lexicon.numbers import number
from transforms.language.temporal.calendar_readings import Groups, day_in, month_number, step_told
from transforms.language.temporal.periods import Direction, Period, choose, day_of, month_of, moved, span

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKS_AROUND = range(-2, 3)


def weekdays(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """A weekday, or the days from one to another: past means the last, future the next, neither the nearest.

    "last Friday" is the latest before the publication day, "next Monday" the first after it, though some writers
    mean the one of the next week; "this Friday" is the next where nothing tells that it is past.
    """
    first = _WEEKDAYS.index(g["w1"][:3])
    length = (_WEEKDAYS.index(g["w2"][:3]) - first) % 7 if "w2" in g else 0
    starts = [moved(published, "week", n).start + timedelta(first) for n in _WEEKS_AROUND]
    return _near([span(start, start + timedelta(length)) for start in starts], g.get("which"), published, direction)


def weekend(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """A weekend, chosen as a weekday is."""
    return _near([moved(published, "weekend", n) for n in _WEEKS_AROUND], g.get("which"), published, direction)


def _near(periods: list[Period], which: str | None, published: date, direction: Direction | None) -> Period | None:
    """The one of several recurring periods that "last", "this", "next" or, without such a word, direction tells."""
    if step_told(which) < 0:
        return choose([p for p in periods if p.end < published], published, "past")
    if step_told(which) > 0:
        return choose([p for p in periods if p.start > published], published, "future")
    return choose(periods, published, direction or ("future" if which else None))


def weekday_of_week(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """A weekday of the last, this or the next week."""
    monday = moved(published, "week", step_told(g["rel"])).start
    return day_of(monday + timedelta(_WEEKDAYS.index(g["w1"][:3])))


def day_of_this_month(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The day that a bare "the 5th" means, in the month that direction tells."""
    around = [moved(published, "month", n).start for n in range(-2, 3)]
    found = [day_of(day) for first in around if (day := day_in(first.year, first.month, g["d1"]))]
    return choose(found, published, direction)


def unit_by_present(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The present week, month or year, or one before or after it; a part of it ("early next month") tells no more."""
    return moved(published, g["unit"], step_told(g.get("which")))


def unit_up_to_now(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The days up to the publication day, from a week, 30 days or 365 days before it: "the past month"."""
    return span(published - timedelta({"week": 7, "month": 30, "year": 365}[g["unit"]]), published)


def month_by_present(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The month that "last November", "next May" or "this June" means.

    The last one ended before the publication's own month, the next one begins after it, this one is of its year, or of
    the next where it is over but told as to come.
    """
    around = [month_of(date(published.year + n, month_number(g["m1"]), 1)) for n in (-1, 0, 1)]
    here, step = month_of(published), step_told(g["which"])
    if step < 0:
        return choose(around, here.start - timedelta(1), "past")
    if step > 0:
        return choose(around, here.end + timedelta(1), "future")
    return choose(around[1:], published, "future") if direction == "future" else around[1]


def season_by_present(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The year of "last summer", the latest northern one that had ended, of "next summer", or the present year."""
    over = {"spring": 6, "summer": 9, "autumn": 12, "fall": 12, "winter": 3}[g["season"]] <= published.month
    step = step_told(g["which"])
    return moved(published, "year", 0 if (step < 0 and over) or (step > 0 and not over) else step)


def counted(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The day, week, month or year that so many of them lead to: "two weeks ago", "in a month".

    Hours count as their full days. A vague count ("a few") tells nothing but for hours, which are of the same day.
    "in two weeks" of something past tells how long it took.
    """
    sign = -1 if g["way"] in ("ago", "earlier", "before") else 1
    if g["way"] == "in" and direction == "past":
        return None
    if "vague" in g:
        return day_of(published) if g["unit"] == "hour" else None
    if g["unit"] == "hour":
        return day_of(published + timedelta(sign * (number(g["n"]) // 24)))
    unit, each = ("week", 2) if g["unit"] == "fortnight" else (g["unit"], 1)
    return moved(published, unit, sign * each * number(g["n"]))


def unit_after_next(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The week, month or year two after the present one ("the week after next") or before it ("before last")."""
    return moved(published, g["unit"], 2 * step_told(g["way"]))


def days_away(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The days around the present: "yesterday", "tonight", "the day after tomorrow"."""
    word = g["word"]
    near = -1 if "yesterday" in word or word.startswith("last") else 1 if "tomorrow" in word else 0
    return day_of(published + timedelta(2 * near if word.startswith("the day") else near))


def eve(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The day before another event's."""
    return day_of(published - timedelta(1))


def unit_by_event(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The day, week, month or year beside another event's: "the following day", "the month before", "that evening"."""
    return moved(published, g.get("unit", "day"), step_told(g.get("way")))


def month_of_year(g: Groups, published: date, direction: Direction | None) -> Period | None:
    """The month, or the day of it, of another event's year or one beside that: "May that year"."""
    year, month = published.year + step_told(g["way"]), month_number(g["m1"])
    if "d1" not in g:
        return month_of(date(year, month, 1))
    day = day_in(year, month, g["d1"])
    return day_of(day) if day else None
