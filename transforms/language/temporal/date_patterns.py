"""What a rule for date expressions is made of: a pattern over named fragments, and how its match becomes days."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from transforms.language.lexicon.numbers import NUMBERS
from transforms.language.temporal.calendar_readings import HOLIDAYS, Groups
from transforms.language.temporal.periods import Direction, Period

Basis = Literal["explicit", "month", "weekday", "relative", "anchor", "publication"]

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
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\.|(?= \d)))",
    "WEEKDAY": rf"(?-i:(?:{'|'.join(f'{d}|{d.upper()}' for d in _DAYS)})\b"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\.)",
    "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)",
    "NTH": r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b",
    "YEAR": r"(?:19|20)\d\d(?![\w%]|[.,]\d)",
    "TO": r"(?: ?- ?| (?:to|through|until|till) )",
    "AND": r" (?:and|or) ",
    "ANDDAY": r"{AND}(?={WEEKDAY}|{MONTH}|{DAY}{END}|{DAY},? {YEAR})",  # not "on July 18 and 19 others"
    "TIME": r"(?:(?: early| late)? (?:morning|midday|noon|afternoon|evening|night))?",
    "PART": r"(?:(?:early|mid|late)(?: in)?[ -]|(?:the )?(?:very )?(?:beginning|start|middle|end|close) of )(?:the )?",
    "THEN": r"(?:early|late|earlier|later) (?:on |in )?(?:the )?",
    "REL": r"(?:last|this|next)",
    "WHICH": r"(?:last|this past|this coming|this|next|the coming)",
    "NUMBER": rf"(?:an?|{'|'.join(NUMBERS)}|\d{{1,2}})",
    "VAGUE": r"(?:a couple of|a few|several|some|many|(?:more than|over|less than|at least|nearly|almost) {NUMBER})",
    "ORDINAL": r"(?:first|second|third|fourth|last)",
    "SPAN": r"(?:week|month|year)",
    "DAYPART": r"(?:morning|afternoon|evening|night)",
    "DAYSPAN": r"(?:day|week|weekend|month|year)",
    "TURN": r"(?:following|previous|next)",
    "UNIT": r"(?:hour|day|week|fortnight|month|year)",
    "SEASON": r"(?:spring|summer|autumn|fall|winter)",
    "HOLIDAY": "|".join(sorted(HOLIDAYS, key=len, reverse=True)),
    "END": r"""(?= ?(?:[.,;:)"”-]|$)| (?:in|at|on|for|to|with|and|but|as|by|from|where)\b)""",
}


def expand(template: str) -> str:
    """The regular expression of a template in which {NAME} or {NAME:group} stands for a fragment."""

    def fragment(match: re.Match[str]) -> str:
        inner = expand(_FRAGMENTS[match[1]])
        return f"(?P<{match[2]}>{inner})" if match[2] else f"(?:{inner})"

    return re.sub(r"\{([A-Z]+)(?::(\w+))?\}", fragment, template)


@dataclass(frozen=True, slots=True)
class Resolved(Period):
    """The days that an expression means, and what fixed them."""

    basis: Basis


@dataclass(frozen=True)
class Pattern:
    """A kind of expression: an example, and the template that the whole of an expression must match."""

    example: str
    template: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The template as a regular expression, with the groups that the reading wants."""
        return re.compile(expand(self.template), re.IGNORECASE)


@dataclass(frozen=True)
class CalendarRule(Pattern):
    """A kind of expression that needs no publication day where it tells the year."""

    reading: Callable[[Groups, date | None, Direction | None], Period | None]

    def read(self, groups: Groups, published: date | None, direction: Direction | None) -> Resolved | None:
        """The days, by the calendar alone ("explicit") or with the year that the publication day suggests."""
        period = self.reading(groups, published, direction)
        told = "y1" in groups or "y2" in groups
        basis: Basis = "explicit" if told else "relative" if "rel" in groups else "month"
        return Resolved(period.start, period.end, period.precision, basis) if period else None


@dataclass(frozen=True)
class PresentRule(Pattern):
    """A kind of expression that means nothing without the day it is seen from."""

    basis: Basis
    reading: Callable[[Groups, date, Direction | None], Period | None]

    def read(self, groups: Groups, published: date | None, direction: Direction | None) -> Resolved | None:
        """The days, seen from the publication day or, for the basis "anchor", from another event's."""
        period = self.reading(groups, published, direction) if published else None
        return Resolved(period.start, period.end, period.precision, self.basis) if period else None
