"""What the status and the day of a meeting tell of each other: which way from the publication it lies."""

import re
from datetime import date

from schemas.mention import Status
from transforms.language.temporal.dates import DateExpression, Resolved
from transforms.language.temporal.periods import Direction

UNDONE: frozenset[Status] = frozenset(("cancelled", "postponed", "refused"))
_SEASONS = "spring|summer|autumn|fall|winter"
_TO_COME = re.compile(
    rf"\b(?:tomorrow|coming|later this (?:week|month|year)|next (?:week|month|year|{_SEASONS}|\w+day))\b", re.IGNORECASE
)
_GONE_BY = re.compile(
    r"^(?:in|of) |\b(?:yesterday|ago|(?:last|earlier this) (?:week|month|year|\w+day))\b", re.IGNORECASE
)


def status_on(status: Status, told: DateExpression | None) -> Status:
    """A status in the light of its day: what is to come has not been held, what has gone by does not go on."""
    day = told.text if told else ""
    if status == "held" and _TO_COME.search(day):
        return "planned"
    return "held" if status == "ongoing" and _GONE_BY.search(day) else status


def status_at(status: Status, days: Resolved | None, published: date | None, *, was_going_on: bool = False) -> Status:
    """A status as of the day of publication: what begins after it is neither held nor under way.

    was_going_on: what the text tells to have been under way, and what had ended by then, was held (a day more is
    left for clocks that differ), as was what somebody had set out for on a day before.
    """
    if days is None or published is None:
        return status
    days_ago = (published - days.end).days
    if was_going_on and (days_ago > 1 if status == "ongoing" else days_ago > 0 and status == "planned"):
        return "held"
    return "planned" if status in ("held", "ongoing") and (days.start - published).days > 1 else status


def direction_of(status: Status) -> Direction | None:
    """Whether the dates of such a meeting lie before or after the publication."""
    if status in ("held", "cancelled"):
        return "past" if status == "held" else None
    return "future" if status in ("planned", "proposed", "postponed") else None
