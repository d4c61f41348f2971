"""What the rows of a lake promise, row by row: each function gives what is wrong with one, in words."""

import calendar
import types
import typing
from collections.abc import Container, Iterator
from dataclasses import is_dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import pycountry

from schemas.article import Article
from schemas.meeting import Meeting
from schemas.mention import Mention, Precision, Status
from schemas.tables import Row

_HELD = (
    frozenset({"040", "041", "042", "043", "044", "045", "046"}),
    "CONSULT",
    frozenset({None, "phone", "visit", "third-party", "multilateral"}),
)
_TO_COME = (frozenset({"036", "038", "039"}), "AGREE", frozenset({None}))
_MEET = frozenset({"meet"})
_CODES: dict[Status, tuple[frozenset[str], str, frozenset[str | None]]] = {
    "held": _HELD,
    "ongoing": _HELD,
    "planned": _TO_COME,
    "postponed": _TO_COME,
    "proposed": (frozenset({"026", "036", "106"}), "REQUEST", _MEET),
    "refused": (frozenset({"125", "126"}), "REJECT", _MEET),
    "cancelled": (frozenset({"161", "164", "165"}), "REJECT", _MEET),
}


def null_faults(row: Row) -> Iterator[str]:
    """Fields that are null where they must not be: a row that has one is not to be looked at further."""
    return (f"{name} is null" for name, _, value in _leaves(type(row), row, "") if value is None)


def word_faults(row: Row) -> Iterator[str]:
    """Words where others are allowed, and countries that are none, in a row without null faults."""
    for name, annotation, value in _leaves(type(row), row, ""):
        if typing.get_origin(annotation) is typing.Literal and value not in typing.get_args(annotation):
            yield f"{name} {value!r} is none of {', '.join(typing.get_args(annotation))}"
        elif name.endswith("country") and value not in _countries():
            yield f"{name} {value!r} is no ISO 3166 alpha-3 code"


def _leaves(annotation: Any, value: Any, name: str) -> Iterator[tuple[str, Any, Any]]:
    """The values a value is made of that are not allowed to be null, or are not: name, type and value of each."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (types.UnionType, typing.Union):
        if value is not None:
            yield from _leaves(next(a for a in arguments if a is not type(None)), value, name)
    elif value is None:
        yield name, annotation, value
    elif origin is tuple:
        for each in value:
            yield from _leaves(arguments[0], each, name)
    elif is_dataclass(annotation):
        for field, hint in _hints(typing.cast(type, annotation)).items():
            yield from _leaves(hint, getattr(value, field), f"{name}.{field}" if name else field)
    else:
        yield name, annotation, value


@cache
def _hints(record: type) -> dict[str, Any]:
    return typing.get_type_hints(record)


@cache
def _countries() -> frozenset[str]:
    return frozenset({"XKX", *(country.alpha_3 for country in pycountry.countries)})


def article_faults(article: Article, copies: dict[str, bool]) -> Iterator[str]:
    """What is wrong with an article. copies: the ids of all articles, with whether each repeats another."""
    if (article.published_at is None) != (article.published_basis == "none"):
        yield f"published_at {article.published_at} does not fit published_basis {article.published_basis!r}"
    if (article.duplicate_of is None) != (article.similarity is None):
        yield "duplicate_of and similarity are not known together"
    if article.similarity is not None:
        yield from _probability_faults("similarity", article.similarity)
    if article.duplicate_of is not None and copies.get(article.duplicate_of, True):
        what = "a duplicate itself" if article.duplicate_of in copies else "not there"
        yield f"duplicate_of {article.duplicate_of} is {what}"


def mention_faults(mention: Mention, article: Article | None) -> Iterator[str]:
    """What is wrong with a mention. article: the one of its partition that it is of."""
    yield from _event_faults(mention)
    if article is None:
        yield f"article {mention.article_id} is not there"
        return
    if article.duplicate_of is not None:
        yield f"article {mention.article_id} is a duplicate, which is not read for meetings"
    if mention.published_at != article.published_at:
        yield f"published_at {mention.published_at} is not the article's, {article.published_at}"
    if article.text is None or mention.quote != article.text[mention.quote_start : mention.quote_end]:
        yield f"quote is not text[{mention.quote_start}:{mention.quote_end}] of article {mention.article_id}"


def meeting_faults(meeting: Meeting, articles: Container[str]) -> Iterator[str]:
    """What is wrong with a meeting. articles: the ids of all."""
    yield from _event_faults(meeting)
    for source in meeting.sources:
        if source.article_id not in articles:
            yield f"source {source.article_id} is not there"
    if not 1 <= meeting.n_independent_articles <= meeting.n_articles == len(meeting.sources):
        counts = f"n_articles {meeting.n_articles}, n_independent_articles {meeting.n_independent_articles}"
        yield f"{counts}, but {len(meeting.sources)} sources"
    if meeting.status not in {report.status for report in meeting.status_history}:
        yield f"status {meeting.status!r} is not in status_history"


def _event_faults(row: Mention | Meeting) -> Iterator[str]:
    yield from _probability_faults("confidence", row.confidence)
    yield from _date_faults(row.date_start, row.date_end, row.date_precision)
    if row.status not in _CODES:
        return
    codes, event, modes = _CODES[row.status]
    if row.cameo_code not in codes or row.plover_event != event or row.plover_mode not in modes:
        told = " / ".join(str(code) for code in (row.cameo_code, row.plover_event, row.plover_mode))
        yield f"codes {told} are none of those for {row.status}"


def _probability_faults(name: str, value: float) -> Iterator[str]:
    if not 0 <= value <= 1:
        yield f"{name} {value} is not between 0 and 1"


def _date_faults(start: date | None, end: date | None, precision: Precision | None) -> Iterator[str]:
    if start is None or end is None or precision is None:
        if not start is end is precision is None:
            yield "date_start, date_end and date_precision are not known together"
    elif end < start:
        yield f"ends on {end}, before its start on {start}"
    elif not _fits(start, end, precision):
        yield f"{start} to {end} is no {precision}"


def _fits(start: date, end: date, precision: Precision) -> bool:
    match precision:
        case "day":
            return start == end
        case "week":
            return start.weekday() == 0 and end - start == timedelta(6)
        case "month":
            last = calendar.monthrange(start.year, start.month)[1]
            return start.day == 1 and end == start.replace(day=last)
        case "year":
            return (start.month, start.day) == (1, 1) and end == date(start.year, 12, 31)
    return start < end
