"""Feeds: RSS, RDF and Atom through feedparser, and JSON Feed, as entries; saved feeds as documents.

Bytes only ever reach feedparser as a BytesIO: from a string or bytes it would open files and addresses.
"""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

import feedparser

from schemas.document import Document
from schemas.reject import Reject
from transforms.decode import decode, read_whole, well_formed
from transforms.pages import fragment_text
from transforms.refusal import Refused
from transforms.timestamps import parse_timestamp
from transforms.urls import web_url

MAX_FEED_BYTES = 50_000_000
_JSON_FEED = "https://jsonfeed.org/version/"
# A summary this long tells what happened; a shorter one is a teaser for the page.
_SUMMARY_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. whole: its text is the full content, not a summary. published_at: UTC."""

    url: str | None
    title: str | None
    published_at: datetime | None
    text: str
    whole: bool
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's entries in its order.

    broken: it is ill-formed, and the entries are what could be read of it. ttl: the minutes it wants to be kept.
    """

    title: str | None
    entries: tuple[Entry, ...]
    broken: bool
    ttl: int | None = None


def read_feed(source: str, stream: BinaryIO) -> Iterator[Document | Reject]:
    """One document or reject for each entry of a saved feed, its source "file#n". Raises Refused as parse_feed does."""
    feed = parse_feed(read_whole(stream, MAX_FEED_BYTES))
    if not feed.entries:
        raise Refused("no_entries", "a feed without entries")
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{source}#{number}"
        try:
            yield entry_document(place, entry)
        except Refused as refused:
            yield refused.reject("read", place, entry.published_at)


def entry_document(source: str, entry: Entry) -> Document:
    """The document that an entry is by itself. Raises Refused: no_content, where only its page can tell."""
    if not entry.whole and len(entry.text) < _SUMMARY_CHARACTERS:
        raise Refused("no_content", f"a summary of {len(entry.text)} characters only: {entry.url or 'no link'}")
    return Document(
        source=source,
        media_type="text",
        content=entry.text,
        url=entry.url,
        title=entry.title,
        publisher=entry.publisher,
        published_at=entry.published_at,
        published_basis="feed" if entry.published_at else "none",
    )


def parse_feed(data: bytes) -> Feed:
    """The feed in the bytes. Raises Refused: empty, not_a_feed, broken_feed; of JSON moreover as decode does."""
    if not data.strip():
        raise Refused("empty", f"{len(data)} bytes, none of them text")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _parse_json_feed(data)
    try:
        parsed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    except Exception as error:  # its loose parser raises many kinds of them on ill-formed input
        raise Refused("broken_feed", f"feedparser: {type(error).__name__}: {error}") from error
    if not parsed.get("version") and not parsed.entries:
        raise Refused("not_a_feed", str(parsed.get("bozo_exception") or "no element of a feed in it"))
    title, home = _text(parsed.feed.get("title")), web_url(parsed.feed.get("link"))
    entries = tuple(_entry(entry, title, home) for entry in parsed.entries)
    ttl = str(parsed.feed.get("ttl", "")).strip()
    return Feed(title, entries, bool(parsed.bozo), int(ttl) if ttl.isascii() and ttl.isdigit() else None)


def _entry(entry: Any, feed_title: str | None, home: str | None) -> Entry:
    content = max((_plain(c.get("type"), c.get("value")) for c in entry.get("content", ())), key=len, default="")
    detail = entry.get("summary_detail") or {}
    summary = _plain(detail.get("type"), entry.get("summary"))
    whole = len(content) > 0 and len(content) >= len(summary)
    source = entry.get("source") or {}
    return Entry(
        # A guid may stand in for the link, as an address only.
        url=web_url(entry.get("link"), None if entry.get("guidislink") else home),
        title=_text(entry.get("title")),
        # "updated" falls back to "published" of its own accord, but never the other way round.
        published_at=_moment(entry.get("published")) or _moment(entry.get("updated")),
        text=content if whole else summary,
        whole=whole,
        publisher=_text(source.get("title")) or feed_title,
    )


def _plain(media_type: str | None, value: str | None) -> str:
    if not value:
        return ""
    return well_formed(value).strip() if media_type == "text/plain" else fragment_text(value)


def _text(markup: str | None) -> str | None:
    """A title as one line of plain text."""
    return " ".join(fragment_text(markup).split()) or None if markup else None


def _moment(written: str | None) -> datetime | None:
    """The moment a date names; feedparser's reading makes up what it does not understand of one, and is not used."""
    try:
        return parse_timestamp(written) if written else None
    except ValueError:
        return None


def _parse_json_feed(data: bytes) -> Feed:
    """A JSON Feed, https://www.jsonfeed.org/version/1.1/."""
    try:
        feed = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise Refused("not_a_feed", f"no JSON: {error}") from error
    if not str(feed.get("version")).startswith(_JSON_FEED) or not isinstance(feed.get("items"), list):
        raise Refused("not_a_feed", "a JSON object that is no JSON Feed")
    title, home = _text(_string(feed, "title")), web_url(_string(feed, "home_page_url"))
    items = (item for item in feed["items"] if isinstance(item, dict))
    return Feed(title, tuple(_item(item, title, home) for item in items), False)


def _item(item: dict[str, Any], feed_title: str | None, home: str | None) -> Entry:
    content = _plain("text/html", _string(item, "content_html")) or _plain("text/plain", _string(item, "content_text"))
    return Entry(
        url=web_url(_string(item, "url"), home),
        title=_text(_string(item, "title")),
        published_at=_moment(_string(item, "date_published")) or _moment(_string(item, "date_modified")),
        text=content or _plain("text/plain", _string(item, "summary")),
        whole=bool(content),
        publisher=feed_title,
    )


def _string(values: dict[str, Any], key: str) -> str | None:
    value = values.get(key)
    return well_formed(value) if isinstance(value, str) else None
