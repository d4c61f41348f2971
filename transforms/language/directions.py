"""What the status and the day of a meeting tell of each other: which way from the publication it lies."""

import re

from schemas.mention import Status
from transforms.language.dates import DateExpression
from transforms.language.periods import Direction

_SEASONS = "spring|summer|autumn|fall|winter"
_TO_COME = re.compile(
    rf"\b(?:tomorrow|coming|later this (?:week|month|year)|next (?:week|month|year|{_SEASONS}|\w+day))\b", re.IGNORECASE
)
_GONE_BY = re.compile(
    r"^(?:in|of) |\b(?:yesterday|ago|(?:last|earlier this) (?:week|month|year|\w+day))\b", re.IGNORECASE
)


def status_on(status: Status, date: DateExpression | None) -> Status:
    """A status in the light of its day: what is to come has not been held, what has gone by does not go on."""
    day = date.text if date else ""
    if status == "held" and _TO_COME.search(day):
        return "planned"
    return "held" if status == "ongoing" and _GONE_BY.search(day) else status


def direction_of(status: Status) -> Direction | None:
    """Whether the dates of such a meeting lie before or after the publication."""
    if status in ("held", "cancelled"):
        return "past" if status == "held" else None
    return "future" if status in ("planned", "proposed", "postponed") else None
