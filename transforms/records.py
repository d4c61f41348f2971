"""JSON lines: one article a line, as text or as html."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

from schemas.document import Document, MediaType
from schemas.reject import Reject
from transforms.decode import decode, read_lines, well_formed
from transforms.refusal import Refused
from transforms.timestamps import parse_timestamp


def read_records(source: str, stream: BinaryIO) -> Iterator[Document | Reject]:
    """One document or reject for each line that is not blank, its source "file#line", the file never held whole."""
    count = 0
    for number, line in enumerate(read_lines(stream), start=1):
        place = f"{source}#{number}"
        try:
            if isinstance(line, Refused):
                raise line
            if line.strip():
                count += 1
                yield read_record(place, line)
        except Refused as refused:
            count += 1
            yield refused.reject("read", place)
    if not count:
        raise Refused("empty", "no line holds anything")


def read_record(source: str, line: bytes) -> Document:
    """The document that one line holds: an object with text or html, and optionally url, title, published, publisher.

    Other keys are ignored, as are optional values that are no strings.
    Raises Refused: bad_json, not_an_object, no_text, bad_date, or as decode does.
    """
    record = _load(line)
    media_type, content = _content(record)
    published_at = _published(record.get("published"))
    return Document(
        source=source,
        media_type=media_type,
        content=content,
        url=_string(record, "url"),
        title=_string(record, "title"),
        publisher=_string(record, "publisher"),
        published_at=published_at,
        published_basis="header" if published_at else "none",
    )


def _load(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        raise Refused("bad_json", str(error)) from error
    if not isinstance(record, dict):
        raise Refused("not_an_object", f"a JSON {type(record).__name__} where an object should be")
    return record


def _content(record: dict[str, Any]) -> tuple[MediaType, str]:
    for key, media_type in _MEDIA_TYPES.items():
        value = _string(record, key)
        if value:
            return media_type, value
    raise Refused("no_text", f"neither text nor html among its keys: {', '.join(map(repr, sorted(record)))}")


_MEDIA_TYPES: dict[str, MediaType] = {"text": "text", "html": "html"}


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return well_formed(value).strip() or None if isinstance(value, str) else None


def _published(value: object) -> datetime | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Refused("bad_date", f"published is no string: {value!r}")
    try:
        return parse_timestamp(value)
    except ValueError as error:
        raise Refused("bad_date", f"published: {error}") from error
