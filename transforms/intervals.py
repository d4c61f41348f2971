"""When a server wants to be asked again, as it says in the headers of an answer."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

# Longer ones are taken for this; what says a year may mean it, but is not known to.
LONGEST = timedelta(days=7)
_MAX_AGE = re.compile(r"(?:^|,)\s*max-age\s*=\s*\"?(\d{1,12})", re.IGNORECASE)


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long Retry-After (RFC 9110, 10.2.3) tells to wait, in seconds or until a date; None where it tells nothing.

    headers: by their names in lower case.
    """
    written = headers.get("retry-after", "").strip()
    if written.isascii() and written.isdigit():
        return min(timedelta(seconds=int(written[:12])), LONGEST)
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, OverflowError):
        return None
    return min(max(_utc(moment) - now, timedelta()), LONGEST)


def max_age(headers: Mapping[str, str]) -> timedelta | None:
    """How long Cache-Control (RFC 9111, 5.2.2.1) calls the answer fresh; None where it does not."""
    found = _MAX_AGE.search(headers.get("cache-control", ""))
    return min(timedelta(seconds=int(found[1])), LONGEST) if found else None


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
