"""The four published tables: their pinned Arrow schemas, and the conversion of rows to Arrow and back.

And one that is not published: what a stream has landed.
"""

import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import cache, partial
from typing import Any

import pyarrow as pa

from schemas.article import Article
from schemas.meeting import Meeting
from schemas.mention import Mention
from schemas.reading import Reading
from schemas.reject import Reject

Row = Article | Mention | Meeting | Reject

_UNIONS = (types.UnionType, typing.Union)
_TIMESTAMP = pa.timestamp("us", tz="UTC")
_SCALARS = {
    str: pa.string(),
    bytes: pa.binary(),
    int: pa.int32(),
    float: pa.float64(),
    date: pa.date32(),
    datetime: _TIMESTAMP,
}


def _arrow_type(annotation: Any) -> pa.DataType:
    """The Arrow type that a field of this Python type is stored as."""
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if is_dataclass(annotation):
        return pa.struct(list(_arrow_schema(typing.cast(type, annotation))))
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in _UNIONS:
        return _arrow_type(next(a for a in arguments if a is not type(None)))
    if origin is typing.Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_arrow_type(arguments[0]))
    raise TypeError(f"no Arrow type for {annotation}")


@cache
def _arrow_schema(record: type, leave_out: str | None = None) -> pa.Schema:
    hints = typing.get_type_hints(record)
    return pa.schema([pa.field(f.name, _arrow_type(hints[f.name])) for f in fields(record) if f.name != leave_out])


@cache
def _reader(annotation: Any) -> Callable[[Any], Any] | None:
    """What makes the typed value of what Arrow's to_pylist gave; None where that is the value."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if is_dataclass(annotation):
        return partial(_record, annotation)
    if origin in _UNIONS:
        return _reader(next(a for a in arguments if a is not type(None)))
    if origin is tuple:
        read = _reader(arguments[0])
        return (lambda values: tuple(map(read, values))) if read else tuple
    return None


@cache
def _readers(record: type) -> dict[str, Callable[[Any], Any]]:
    hints = typing.get_type_hints(record)
    return {field.name: read for field in fields(record) if (read := _reader(hints[field.name]))}


def _record(record: Any, values: dict[str, Any]) -> Any:
    for name, read in _readers(record).items():
        if values.get(name) is not None:
            values[name] = read(values[name])
    return record(**values)


@cache
def _names(record: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def _to_plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _to_plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, tuple):
        return [_to_plain(v) for v in value]
    return value


@dataclass(frozen=True)
class Table:
    """One table.

    date_of chooses a row's partition. A change replaces the rows of one owner: those that agree in the owner columns.
    """

    name: str
    record: type
    owner: tuple[str, ...]
    date_of: Callable[[Any], date | None]
    leave_out: str | None = None

    @property
    def schema(self) -> pa.Schema:
        """The pinned Arrow schema, without the partition column."""
        return _arrow_schema(self.record, self.leave_out)

    def to_arrow(self, rows: Iterable[Row | Reading]) -> pa.Table:
        """The rows as an Arrow table of this schema, in the order given."""
        return pa.Table.from_pylist([_to_plain(row) for row in rows], schema=self.schema)

    def from_arrow(self, table: pa.Table, record: type | None = None) -> list[Any]:
        """The rows of an Arrow table of this schema, or of some of its columns as a record that has only those."""
        return [_record(record or self.record, values) for values in table.to_pylist()]

    def owner_of(self, row: Row) -> tuple[Any, ...]:
        """The values that say whose row this is."""
        return tuple(getattr(row, name) for name in self.owner)


def _published_date(row: Article | Mention | Reject) -> date | None:
    return row.published_at.date() if row.published_at else None


def _meeting_date(row: Meeting) -> date | None:
    return row.date_start


ARTICLES = Table("articles", Article, ("article_id",), _published_date)
MENTIONS = Table("mentions", Mention, ("article_id",), _published_date)
MEETINGS = Table("meetings", Meeting, ("meeting_id",), _meeting_date)
_REJECT_COLUMNS = ("stage", "source", "reason", "detail", "article_id")
REJECTS = Table("rejects", Reject, _REJECT_COLUMNS, _published_date, leave_out="published_at")
TABLES = (ARTICLES, MENTIONS, MEETINGS, REJECTS)
TABLES_BY_NAME = {table.name: table for table in TABLES}
LANDED = Table("landed", Reading, (), lambda _: None)
