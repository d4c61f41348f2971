"""The date expressions of English news, as patterns with an example and a reading each.

Rules stand in the order in which they are tried: the longer expression before its parts. Months and weekdays count
only when capitalised. The grammar is our own, written from reading news.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from transforms.language import calendar_readings as calendar
from transforms.language import present_readings as present
from transforms.language.calendar_readings import Groups
from transforms.language.numbers import NUMBERS
from transforms.language.periods import Direction, Period

Basis = Literal["explicit", "month", "weekday", "relative", "anchor"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FRAGMENTS = {
    "MONTH": rf"(?-i:(?:{'|'.join(f'{m}|{m.upper()}' for m in _MONTHS)})\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)",
    "WEEKDAY": rf"(?-i:(?:{'|'.join(f'{d}|{d.upper()}' for d in _DAYS)})\b"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\.)",
    "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)",
    "NTH": r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b",
    "YEAR": r"(?:19|20)\d\d(?![\w%]|[.,]\d)",
    "TO": r"(?: ?- ?| (?:to|through|until|till|and) )",
    "TIME": r"(?:(?: early| late)? (?:morning|midday|noon|afternoon|evening|night))?",
    "PART": r"(?:(?:early|mid|late)(?: in)?[ -]|(?:the )?(?:very )?(?:beginning|start|middle|end|close) of )(?:the )?",
    "THEN": r"(?:early|late|earlier|later) (?:on |in )?(?:the )?",
    "REL": r"(?:last|this|next)",
    "WHICH": r"(?:last|this past|this coming|this|next|the coming)",
    "NUMBER": rf"(?:an?|{'|'.join(NUMBERS)}|\d{{1,2}})",
    "SPAN": r"(?:week|month|year)",
    "UNIT": r"(?:hour|day|week|month|year)",
    "SEASON": r"(?:spring|summer|autumn|fall|winter)",
    "HOLIDAY": "|".join(sorted(calendar.HOLIDAYS, key=len, reverse=True)),
    "END": r"""(?= ?(?:[.,;:)"”-]|$)| (?:in|at|on|for|to|with|and|but|as|by|from|where)\b)""",
}
_FRAGMENTS["VAGUE"] = (
    r"(?:a couple of|a few|several|some|many|(?:more than|over|less than|at least|nearly|almost) {NUMBER})"
).replace("{NUMBER}", _FRAGMENTS["NUMBER"])


def _expand(template: str) -> str:
    """The regular expression of a template in which {NAME} or {NAME:group} stands for a fragment."""

    def fragment(match: re.Match[str]) -> str:
        return f"(?P<{match[2]}>{_FRAGMENTS[match[1]]})" if match[2] else f"(?:{_FRAGMENTS[match[1]]})"

    return re.sub(r"\{([A-Z]+)(?::(\w+))?\}", fragment, template)


@dataclass(frozen=True, slots=True)
class Resolved(Period):
    """The days that an expression means, and what fixed them."""

    basis: Basis


@dataclass(frozen=True)
class _Pattern:
    example: str
    template: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the whole of an expression must match, with the groups that the reading wants."""
        return re.compile(_expand(self.template), re.IGNORECASE)


@dataclass(frozen=True)
class CalendarRule(_Pattern):
    """A kind of expression that needs no publication day where it tells the year."""

    reading: Callable[[Groups, date | None, Direction | None], Period | None]

    def read(self, groups: Groups, published: date | None, direction: Direction | None) -> Resolved | None:
        """The days, by the calendar alone ("explicit") or with the year that the publication day suggests."""
        period = self.reading(groups, published, direction)
        told = "y1" in groups or "y2" in groups
        basis: Basis = "explicit" if told else "relative" if "rel" in groups else "month"
        return Resolved(period.start, period.end, period.precision, basis) if period else None


@dataclass(frozen=True)
class PresentRule(_Pattern):
    """A kind of expression that means nothing without the day it is seen from."""

    basis: Basis
    reading: Callable[[Groups, date, Direction | None], Period | None]

    def read(self, groups: Groups, published: date | None, direction: Direction | None) -> Resolved | None:
        """The days, seen from the publication day or, for the basis "anchor", from another event's."""
        period = self.reading(groups, published, direction) if published else None
        return Resolved(period.start, period.end, period.precision, self.basis) if period else None


_WEEKDAY_FIRST = r"(?:{WEEKDAY}(?:, | ))?(?:the )?"
_TOLD_YEAR = r"(?:,? (?:of )?{YEAR:y1}|,? (?:of )?{REL:rel} year)"
_OF_YEAR = _TOLD_YEAR + "?"
_MONTH_DAY = _WEEKDAY_FIRST + r"{MONTH:m1} (?:the )?{DAY:d1}" + _OF_YEAR
_DAY_MONTH = _WEEKDAY_FIRST + r"{DAY:d1} (?:of )?{MONTH:m1}" + _OF_YEAR
_COUNT = r"(?:{NUMBER:n}|{VAGUE:vague}) {UNIT:unit}s?"

RULES = (
    CalendarRule("2022-03-04", r"(?P<y1>(?:19|20)\d\d)-(?P<m>[01]?\d)-(?P<d>[0-3]?\d)(?!\d)", calendar.numeric_day),
    CalendarRule("3/14/2022", r"(?P<a>\d\d?)/(?P<b>\d\d?)/{YEAR:y1}", calendar.numeric_day),
    CalendarRule("week of March 14", r"week (?:of|beginning|starting) " + _MONTH_DAY, calendar.week_of_day),
    CalendarRule("week of 14 March", r"week (?:of|beginning|starting) " + _DAY_MONTH, calendar.week_of_day),
    CalendarRule(
        "July 18 to August 2, 2023",
        _WEEKDAY_FIRST
        + r"{MONTH:m1} {DAY:d1}(?:,? {YEAR:y1},?)?{TO}"
        + _WEEKDAY_FIRST
        + r"(?:{MONTH:m2} )?{DAY:d2}(?:,? {YEAR:y2})?",
        calendar.days,
    ),
    CalendarRule(
        "18 to 25 July 2023",
        _WEEKDAY_FIRST
        + r"{DAY:d1}(?: (?:of )?{MONTH:m1}(?:,? {YEAR:y1})?)?{TO}"
        + _WEEKDAY_FIRST
        + r"{DAY:d2} (?:of )?{MONTH:m2}(?:,? {YEAR:y2})?",
        calendar.days,
    ),
    CalendarRule("Thursday, July 13, 2023", r"{THEN}?" + _MONTH_DAY + r"{TIME}", calendar.days),
    CalendarRule("13 July 2023", r"{THEN}?" + _DAY_MONTH + r"{TIME}", calendar.days),
    CalendarRule("April to June 2022", r"{MONTH:m1}(?:,? {YEAR:y1})?{TO}{MONTH:m2}(?:,? {YEAR:y2})?", calendar.months),
    CalendarRule("early October 2022", r"(?:{PART:part}|{THEN})?{MONTH:m1}" + _OF_YEAR, calendar.months),
    CalendarRule("Christmas Eve 2022", r"{HOLIDAY:holiday}" + _OF_YEAR, calendar.holiday),
    CalendarRule("early summer 2022", r"(?:{PART}|{THEN})?{SEASON}" + _TOLD_YEAR, calendar.years),
    CalendarRule("2001-2005", r"{YEAR:y1}(?: ?- ?| to | through )(?P<y2>{YEAR}|\d\d(?!\d))", calendar.years),
    CalendarRule("between 2001 and 2005", r"(?<=between ){YEAR:y1} and {YEAR:y2}", calendar.years),
    CalendarRule("late 2023", r"(?:{PART}|{THEN})?(?:year )?{YEAR:y1}", calendar.years),
    PresentRule(
        "Tuesday of last week", r"{WEEKDAY:w1}{TIME},? (?:of )?{REL:rel} week", "relative", present.weekday_of_week
    ),
    PresentRule(
        "next week on Tuesday", r"{REL:rel} week,? (?:on )?{WEEKDAY:w1}{TIME}", "relative", present.weekday_of_week
    ),
    PresentRule(
        "Monday to Wednesday",
        r"(?:{WHICH:which} )?{WEEKDAY:w1}{TIME}{TO}{WEEKDAY:w2}{TIME}",
        "weekday",
        present.weekdays,
    ),
    PresentRule("late on Friday", r"(?:{WHICH:which} )?{THEN}?{WEEKDAY:w1}{TIME}", "weekday", present.weekdays),
    PresentRule("next weekend", r"(?:{WHICH:which}|the) weekend", "weekday", present.weekend),
    PresentRule("last November", r"{WHICH:which} {MONTH:m1}", "relative", present.month_by_present),
    PresentRule(
        "last summer", r"(?:{PART}|{THEN})?{WHICH:which} {SEASON:season}", "relative", present.season_by_present
    ),
    PresentRule(
        "later this month", r"(?:{PART:part}|{THEN})?{WHICH:which} {SPAN:unit}", "relative", present.unit_by_present
    ),
    PresentRule(
        "end of the month", r"(?:{PART:part}|(?:earlier|later) in the ){SPAN:unit}", "relative", present.unit_by_present
    ),
    PresentRule("the past week", r"the past {SPAN:unit}", "relative", present.unit_up_to_now),
    PresentRule(
        "the day after tomorrow",
        r"(?P<word>the day (?:before yesterday|after tomorrow))",
        "relative",
        present.days_away,
    ),
    PresentRule(
        "later today",
        r"{THEN}?(?P<word>today|yesterday|tomorrow|tonight|last (?:night|evening)|this (?:morning|afternoon|evening))"
        r"{TIME}",
        "relative",
        present.days_away,
    ),
    PresentRule("two weeks ago", _COUNT + r" (?P<way>ago)", "relative", present.counted),
    PresentRule(
        "two weeks from now", r"(?:in )?" + _COUNT + r" (?P<way>from (?:now|today))", "relative", present.counted
    ),
    PresentRule("in two weeks", r"(?P<way>in) " + _COUNT + r"(?:'s?)?(?: time)?(?! of)", "relative", present.counted),
    PresentRule("a week later", _COUNT + r" (?P<way>earlier|later)(?! than)", "anchor", present.counted),
    PresentRule("three days before", _COUNT + r" (?P<way>before|after){END}", "anchor", present.counted),
    PresentRule(
        "the following day",
        r"the (?:very )?(?P<way>following|next|previous|same) (?P<unit>day|week|weekend|month|year)",
        "anchor",
        present.unit_by_event,
    ),
    PresentRule(
        "the month before",
        r"the (?P<unit>day|week|month|year) (?P<way>before|after){END}",
        "anchor",
        present.unit_by_event,
    ),
    PresentRule(
        "later in the day",
        r"(?P<way>earlier|later) (?:that|in the|the same) (?P<unit>day)",
        "anchor",
        present.same_unit,
    ),
    PresentRule("the 5th", r"(?:the )?{NTH:d1}", "month", present.day_of_this_month),
)

PREPOSITION = re.compile(
    r"(?P<bound>since|until|till|by|before|after|prior to|ahead of|within|as of) "
    r"|(?:on|in|at|from|during|over|for|of|through|throughout|between|both) ",
    re.IGNORECASE,
)
_RULES_UNNAMED = "|".join(_expand(rule.template) for rule in RULES)
ANY_DATE = re.compile(
    re.sub(r"\?P<\w+>", "?:", rf"(?<![\w/-])(?:{PREPOSITION.pattern})??(?:the )??(?:{_RULES_UNNAMED})(?!\w)"),
    re.IGNORECASE,
)
