"""When a server wants to be asked again."""

from datetime import UTC, datetime, timedelta

import pytest

from transforms.intervals import LONGEST, max_age, retry_after

NOW = datetime(2024, 5, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        *[("120", 120), (" 0 ", 0), ("9" * 50, LONGEST.total_seconds())],
        *[("Mon, 06 May 2024 12:01:00 GMT", 60), ("Monday, 06-May-24 12:01:00 GMT", 60)],
        *[("Mon, 06 May 2024 12:01:00", 60), ("Mon, 06 May 2024 11:00:00 GMT", 0)],
        *[(f"{day} 12:00:00 -2300", LONGEST.total_seconds()) for day in ("Mon, 06 May 2999", "Fri, 31 Dec 9999")],
        *[("", None), ("soon", None), ("-5", None), ("1.5", None), ("٣", None), ("Mon, 99 May 2024", None)],
        *[("Mon, 06 May 2024 12:01:00 +99999999999999", None)],
    ],
)
def test_retry_after(written: str, seconds: float | None) -> None:
    expected = None if seconds is None else timedelta(seconds=seconds)
    assert retry_after({"retry-after": written}, NOW) == expected


def test_no_header_tells_nothing() -> None:
    assert retry_after({}, NOW) is None
    assert max_age({}) is None


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        *[("max-age=600", 600), ("public, Max-Age = 60", 60), ('max-age="5"', 5), ("max-age=0", 0)],
        ("max-age=" + "9" * 12, LONGEST.total_seconds()),
        *[("no-cache", None), ("s-maxage=60", None), ("max-age=-1", None), ("max-age=soon", None)],
    ],
)
def test_max_age(written: str, seconds: float | None) -> None:
    expected = None if seconds is None else timedelta(seconds=seconds)
    assert max_age({"cache-control": written}) == expected
