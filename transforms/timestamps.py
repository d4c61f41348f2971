"""Publication dates as news texts and records write them."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_DATE = (
    rf"{_WEEKDAY}(?:{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})\b"
)
_CLOCK = (
    r"(?:[\s,|·•–—-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?"
    r"(?:\s*[+-]\d{2}:?\d{2})?)?"
)
_ISO = r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w:])"
_LABEL = r"(?:first\s+)?(?:date|published|posted|publication date|date published|released)(?:\s+on)?"

_PARTS = re.compile(rf"(?P<y>\d{{4}})-(?P<m>\d{{2}})-(?P<d>\d{{2}})|(?P<month>{_MONTH})|(?P<number>\d+)", re.IGNORECASE)
_HEADER = re.compile(
    rf"\s*(?:date\s*:?|{_LABEL}\s*:)\s*(?P<date>{_ISO}|{_DATE})(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_ALONE = re.compile(rf"\W*(?P<date>{_DATE}){_CLOCK}\W*", re.IGNORECASE)
_LABELLED = re.compile(rf"\W*{_LABEL}\s*:?\s*(?P<date>{_DATE}){_CLOCK}\W*", re.IGNORECASE)
_PLACE = r"(?:[A-Z][\w.'’-]*,?\s+(?:(?:of|de|la|the)\s+)?){1,6}"
_DATELINE = re.compile(rf"{_PLACE}\(?(?P<date>{_DATE})\)?\s*(?:\([^()]{{1,40}}\))?\s*(?:[–—:]|-+\s)")
_NAMED_UTC = re.compile(r"(?<=:\d\d)\s*(?:UTC|GMT)\Z")
_HEAD_LINES = 8
_PROSE_WORDS = 12


def parse_timestamp(value: str) -> datetime:
    """The moment an ISO 8601 or RFC 2822 date or timestamp names, in UTC; without an offset it is read as UTC.

    Raises ValueError for anything else.
    """
    try:
        moment = datetime.fromisoformat(_NAMED_UTC.sub("+00:00", value.strip()))
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except (TypeError, IndexError, OverflowError) as error:
            raise ValueError(f"no ISO 8601 or RFC 2822 date: {value!r}") from error
    return as_utc(moment)


def as_utc(moment: datetime) -> datetime:
    """The same moment in UTC; a naive one is read as UTC. Raises ValueError where UTC leaves the calendar."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"outside the calendar in UTC: {moment}") from error


def midnight(day: date) -> datetime:
    """The first moment of a day, UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def split_header(line: str) -> tuple[datetime, str] | None:
    """The publication time that a saved text's header line gives, and what it runs on into; None for any other line."""
    match = _HEADER.match(line)
    if match is None:
        return None
    written = match["date"]
    try:
        moment = as_utc(datetime.fromisoformat(written))
    except ValueError:
        day = _written_day(written)
        if day is None:
            return None
        moment = midnight(day)
    return moment, match["rest"].strip(" \t|:–—-")


class StatedDate(NamedTuple):
    """A publication date that a text states; line is the one that holds nothing else, if there is one."""

    day: date
    line: str | None
    labelled: bool


def stated_date(lines: Sequence[str]) -> StatedDate | None:
    """The publication date stated before or at the first prose of a text: on a line of its own, or in a dateline."""
    for line in lines[:_HEAD_LINES]:
        for pattern in (_LABELLED, _ALONE):
            match = pattern.fullmatch(line)
            day = _written_day(match["date"]) if match else None
            if day:
                return StatedDate(day, line, pattern is _LABELLED)
        match = _DATELINE.match(line)
        day = _written_day(match["date"]) if match else None
        if day:
            return StatedDate(day, None, False)
        if len(line.split()) >= _PROSE_WORDS:
            return None
    return None


def is_date_line(line: str) -> bool:
    """Whether the line holds a date and nothing else."""
    return _ALONE.fullmatch(line) is not None


def _written_day(written: str) -> date | None:
    """The day of a full written date, None where the calendar has no such day."""
    numbers: list[int] = []
    month = 0
    for part in _PARTS.finditer(written):
        if part["y"]:
            return _day(int(part["y"]), int(part["m"]), int(part["d"]))
        if part["month"]:
            month = _MONTHS.index(part["month"][:3].lower()) + 1
        else:
            numbers.append(int(part["number"]))
    return _day(numbers[1], month, numbers[0])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
