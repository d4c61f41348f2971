"""A raw document: what was read or fetched, before anything is made of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from schemas.record import Record

MediaType = Literal["text", "html"]


@dataclass(frozen=True, slots=True)
class Document(Record):
    """One text or page as it was delivered, with what its delivery told about it.

    source: the file or feed it came from; a record of a file with many is "file#line".
    content: text already decoded, or the bytes of a page whose charset the page itself declares.
    published_at: UTC, as the delivery told it (a record's field, a feed entry's date), else None.
    fetched_at: UTC, when it was fetched over the network; None for what was read from storage.
    """

    source: str
    media_type: MediaType
    content: str | bytes
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_at: datetime | None = None
    published_basis: Literal["header", "feed", "none"] = "none"
    fetched_at: datetime | None = None
