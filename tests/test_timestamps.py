"""Publication dates are read where they are stated, and nowhere else."""

from datetime import UTC, date, datetime

import pytest

from transforms.timestamps import parse_timestamp, split_header, stated_date

PROSE = "The two ministers spoke for an hour in the town hall about the price of fish and of salt."


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2021-05-04", (2021, 5, 4)),
        ("2021-05-04T10:30:00Z", (2021, 5, 4, 10, 30)),
        ("2021-05-04 10:30", (2021, 5, 4, 10, 30)),
        ("2021-05-04 10:30:00 UTC", (2021, 5, 4, 10, 30)),
        ("2021-05-04T01:30:00+02:00", (2021, 5, 3, 23, 30)),
        ("Tue, 04 May 2021 10:30:00 GMT", (2021, 5, 4, 10, 30)),
        ("Tue, 04 May 2021 10:30:00 -0500", (2021, 5, 4, 15, 30)),
        ("4 May 2021 10:30:00 -0000", (2021, 5, 4, 10, 30)),
    ],
)
def test_a_timestamp_is_a_moment_in_utc(written: str, moment: tuple[int, ...]) -> None:
    assert parse_timestamp(written) == datetime(*moment, tzinfo=UTC)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    "written",
    [
        *("", "yesterday-ish", "Monday", "2021-13-01", "1620124200", "0001-01-01T00:00+14:00", "May", "4 May", "\0"),
        *("١", "Tue, 99999999999999999904 May 2021 10:30:00 GMT", "Tue, 04 May 99999999999999999999 10:30:00"),
    ],
)
def test_what_is_no_timestamp_is_an_error(written: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_timestamp(written)


@pytest.mark.parametrize(
    ("line", "day", "rest"),
    [
        (" date 2021-05-04 Ministers to meet in Oslo", (2021, 5, 4), "Ministers to meet in Oslo"),
        ("date: 2021-05-04", (2021, 5, 4), ""),
        ("Date 2021-05-04   1. Skip to content", (2021, 5, 4), "1. Skip to content"),
        ("Published: May 4th, 2021 | Ministers to meet", (2021, 5, 4), "Ministers to meet"),
        ("Posted on: 4 May 2021", (2021, 5, 4), ""),
        ("date 2021-05-04T10:30:00Z Ministers meet", (2021, 5, 4, 10, 30), "Ministers meet"),
        ("date 2021-05-04 10 ministers meet", (2021, 5, 4), "10 ministers meet"),
    ],
)
def test_a_header_line_gives_its_date_and_what_it_runs_into(line: str, day: tuple[int, ...], rest: str) -> None:
    assert split_header(line) == (datetime(*day, tzinfo=UTC), rest)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    "line",
    [
        "The date 2021-05-04 was agreed",
        "date 2021-02-31 Ministers meet",
        "dates 2021-05-04",
        "Published in May 2021",
        "",
    ],
)
def test_another_line_is_no_header(line: str) -> None:
    assert split_header(line) is None


@pytest.mark.parametrize(
    ("lines", "day", "dropped"),
    [
        (["Friday, January 8, 2021", PROSE], date(2021, 1, 8), "Friday, January 8, 2021"),
        (["Ministers agree", "8 Jan. 2021 10:30 GMT", PROSE], date(2021, 1, 8), "8 Jan. 2021 10:30 GMT"),
        (["Published: January 8, 2021", PROSE], date(2021, 1, 8), "Published: January 8, 2021"),
        ([f"LONDON, March 3, 2020 (Agency) — {PROSE}"], date(2020, 3, 3), None),
        ([f"Vientiane, Laos, 3 March 2020 – {PROSE}"], date(2020, 3, 3), None),
    ],
)
def test_a_date_stated_on_top_is_the_publication_date(lines: list[str], day: date, dropped: str | None) -> None:
    stated = stated_date(lines)
    assert stated
    assert (stated.day, stated.line) == (day, dropped)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [PROSE],
        ["The ministers of Norland and Sudland in Oslo, January 8, 2021."],
        [f"On January 8, 2021, {PROSE}"],
        [f"In Oslo, on January 8, 2021: {PROSE}"],
        [f"LONDON, March 3 (Agency) — {PROSE}"],
        ["Friday, February 31, 2021", PROSE],
        [PROSE, "Friday, January 8, 2021"],
        ["11 minutes ago", PROSE],
    ],
)
def test_a_date_in_a_sentence_or_a_caption_is_none(lines: list[str]) -> None:
    assert stated_date(lines) is None
