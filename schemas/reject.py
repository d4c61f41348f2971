"""A reject: an input, or a part of one, that could not become what it should have."""

from dataclasses import dataclass
from datetime import datetime

from schemas.record import Record


@dataclass(frozen=True, slots=True)
class Reject(Record):
    """Why an input went no further: the stage that refused it, a fixed word for the reason, the detail for a person.

    published_at, where it is known, only chooses the partition; it is no column.
    """

    stage: str
    source: str
    reason: str
    detail: str
    article_id: str | None = None
    published_at: datetime | None = None
