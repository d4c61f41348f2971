"""A mention: what one article says of one meeting."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from schemas.article import Citation
from schemas.record import Record

Kind = Literal["person", "government", "organisation", "group"]
Role = Literal["host", "visitor", "mediator", "attendee"]
Status = Literal["planned", "proposed", "held", "ongoing", "cancelled", "postponed", "refused"]
Mode = Literal["in_person", "phone", "video"]
Precision = Literal["day", "range", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Participant(Record):
    """One party to a meeting, under the fullest name known.

    country: ISO 3166-1 alpha-3 of the state it stands for, None for international organisations and the unknown.
    """

    name: str
    kind: Kind
    title: str | None = None
    country: str | None = None
    role: Role = "attendee"


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """What one article says of one meeting.

    quote is text[quote_start:quote_end] of the article. date_basis says what fixed the dates; date_text is the
    expression as written. confidence: the probability, 0 to 1, that a careful reader finds this meeting here.
    """

    mention_id: str
    article_id: str
    published_at: datetime | None
    status: Status
    mode: Mode | None
    participants: tuple[Participant, ...]
    date_start: date | None
    date_end: date | None
    date_precision: Precision | None
    date_text: str | None
    date_basis: str | None
    city: str | None
    country: str | None
    venue: str | None
    occasion: str | None
    topics: tuple[str, ...]
    duration_minutes: int | None
    quote: str
    quote_start: int
    quote_end: int
    confidence: float
    cameo_code: str
    plover_event: str
    plover_mode: str | None
    extractor_version: str


@dataclass(frozen=True, slots=True)
class Outline(Record):
    """What a mention is recognised by: all that merging needs to find out which others it may be merged with."""

    mention_id: str
    article_id: str
    published_at: datetime | None
    status: Status
    mode: Mode | None
    participants: tuple[Participant, ...]
    date_start: date | None
    date_end: date | None
    city: str | None
    country: str | None
    occasion: str | None
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report(Record):
    """A mention with the article that makes it and the copies of that article: what meetings are merged from."""

    mention: Mention
    article: Citation
    copies: tuple[Citation, ...] = ()
