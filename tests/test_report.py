"""The table of meetings: newest first, as precise as is known, within the width of the terminal."""

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.report import ShownMeeting, meetings_table, when
from schemas.meeting import Meeting
from schemas.mention import Participant
from schemas.tables import MEETINGS

ANNA = Participant("Anna Berg", "person", "Foreign Minister", "SWE")
UNION = Participant("Union of Harbour Towns", "organisation")


def meeting(name: str, day: date | None, **fields) -> Meeting:
    known = {
        "status": "held", "status_history": (), "mode": None, "participants": (ANNA, UNION), "date_end": day,
        "date_precision": "day" if day else None, "city": "Oslo", "country": "NOR", "venue": None, "occasion": None,
        "topics": (), "duration_minutes": None, "first_reported_at": None, "last_reported_at": None, "n_articles": 1,
        "n_independent_articles": 1, "sources": (), "confidence": 0.5, "cameo_code": "040", "plover_event": "CONSULT",
        "plover_mode": None,
    }  # fmt: skip
    return Meeting(name, date_start=day, **{**known, **fields})


def shown(lake: Path, *meetings: Meeting, width: int = 120) -> list[str]:
    folder = lake / "meetings" / "date=1970-01-01"
    folder.mkdir(parents=True)
    pq.write_table(MEETINGS.to_arrow(meetings), folder / "part-0.parquet")
    return meetings_table(str(lake), width).splitlines()


def test_the_newest_come_first_and_the_undated_last(tmp_path: Path) -> None:
    days = [None, date(2024, 5, 6), date(2024, 7, 8), date(2023, 1, 1)]
    lines = shown(tmp_path, *(meeting(str(day), day) for day in days))
    assert [line.split()[0] for line in lines[:5]] == ["when", "2024-07-08", "2024-05-06", "2023-01-01", "unknown"]
    assert lines[-1] == "4 meetings"


def test_a_line_tells_who_where_and_by_how_many(tmp_path: Path) -> None:
    told = meeting("m", date(2024, 5, 6), n_articles=7, occasion="the harbour summit", venue="Old Mill")
    line = shown(tmp_path, told)[1]
    assert line.split("  ")[0] == "2024-05-06"
    assert "Anna Berg (SWE); Union of Harbour Towns" in line
    assert "Old Mill, Oslo (NOR); the harbour summit" in line
    assert line.endswith("7")


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"city": None}, "NOR"),
        ({"city": None, "country": None}, ""),
        ({"city": None, "country": None, "mode": "phone"}, "by phone"),
        ({"mode": "in_person"}, "Oslo (NOR)"),
    ],
)
def test_a_place_is_told_as_far_as_it_is_known(tmp_path: Path, fields, where) -> None:
    line = shown(tmp_path, meeting("m", date(2024, 5, 6), **fields))[1]
    assert line.split("Union of Harbour Towns")[1].removesuffix("1").strip() == where


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        (None, None, None, "unknown"),
        (date(2024, 5, 6), date(2024, 5, 6), "day", "2024-05-06"),
        (date(2024, 5, 6), None, "day", "2024-05-06"),
        (date(2024, 5, 6), date(2024, 5, 12), "week", "2024-05-06/05-12"),
        (date(2024, 12, 30), date(2025, 1, 5), "week", "2024-12-30/2025-01-05"),
        (date(2024, 5, 1), date(2024, 5, 31), "month", "2024-05"),
        (date(2024, 1, 1), date(2024, 12, 31), "year", "2024"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(start, end, precision, told) -> None:
    assert when(ShownMeeting("held", None, (), start, end, precision, None, None, None, None, 1)) == told


@pytest.mark.parametrize("width", [60, 80, 200])
def test_long_cells_are_wrapped_not_cut(tmp_path: Path, width: int) -> None:
    many = tuple(Participant(f"Delegate Number{i}", "person") for i in range(30))
    lines = shown(
        tmp_path, meeting("m", date(2024, 5, 6), participants=many, occasion="a long occasion " * 9), width=width
    )
    assert max(map(len, lines)) <= width
    assert all(f"Number{i}" in " ".join(lines) for i in range(30))


def test_characters_that_steer_a_terminal_are_not_printed(tmp_path: Path) -> None:
    lines = shown(tmp_path, meeting("m", None, city="Os\x1b[31mlo\u202e\nX"))
    assert all(character.isprintable() for line in lines for character in line)


def test_an_empty_table_says_so(tmp_path: Path) -> None:
    assert shown(tmp_path)[-1] == "0 meetings"
