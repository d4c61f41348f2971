"""A meeting: what all articles together say of it."""

from dataclasses import dataclass
from datetime import date, datetime

from schemas.mention import Mode, Participant, Precision, Status
from schemas.record import Record


@dataclass(frozen=True, slots=True)
class StatusReport(Record):
    """The status that one article gave a meeting, and when it was published."""

    status: Status
    reported_at: datetime | None
    article_id: str


@dataclass(frozen=True, slots=True)
class Source(Record):
    """One article that tells a meeting, with its words."""

    article_id: str
    url: str | None
    publisher: str | None
    title: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Meeting(Record):
    """One meeting, merged from every mention of it.

    n_articles counts all articles that tell it; n_independent_articles counts copies of one story once.
    """

    meeting_id: str
    status: Status
    status_history: tuple[StatusReport, ...]
    mode: Mode | None
    participants: tuple[Participant, ...]
    date_start: date | None
    date_end: date | None
    date_precision: Precision | None
    city: str | None
    country: str | None
    venue: str | None
    occasion: str | None
    topics: tuple[str, ...]
    duration_minutes: int | None
    first_reported_at: datetime | None
    last_reported_at: datetime | None
    n_articles: int
    n_independent_articles: int
    sources: tuple[Source, ...]
    confidence: float
    cameo_code: str
    plover_event: str
    plover_mode: str | None


@dataclass(frozen=True, slots=True)
class MeetingKey(Record):
    """Which meeting, and what chooses its partition."""

    meeting_id: str
    date_start: date | None
