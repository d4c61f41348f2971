"""An article: one cleaned text."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from schemas.record import Record

PublishedBasis = Literal["header", "feed", "page", "text", "none"]


@dataclass(frozen=True, slots=True)
class Article(Record):
    """One cleaned text, with where it came from and what it repeats.

    published_at, fetched_at: UTC. published_basis says what told the publication date: a header line or
    record field that came with the text, the feed, the page's metadata, the text itself, or nothing.
    duplicate_of: the article that this one repeats; similarity: how alike the two are, 0 to 1.
    signature: what near-duplicates are found by, comparable only within one signature_version.
    """

    article_id: str
    url: str | None
    canonical_url: str | None
    source: str
    publisher: str | None
    title: str | None
    text: str
    language: str | None
    published_at: datetime | None
    published_basis: PublishedBasis
    fetched_at: datetime | None = None
    duplicate_of: str | None = None
    similarity: float | None = None
    signature: bytes = b""
    signature_version: str = ""


@dataclass(frozen=True, slots=True)
class ArticleKey(Record):
    """What deduplication needs to know of an article: everything but its text."""

    article_id: str
    canonical_url: str | None
    source: str
    published_at: datetime | None
    signature: bytes
    duplicate_of: str | None = None
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class Citation(Record):
    """What a meeting quotes of an article: everything but its text and keys."""

    article_id: str
    url: str | None
    publisher: str | None
    title: str | None
    published_at: datetime | None
    duplicate_of: str | None = None
