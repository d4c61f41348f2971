"""The meetings of a lake as a table for a terminal. Needs pyarrow, not Beam, so that it is there at once."""

import shutil
import textwrap
import unicodedata
from dataclasses import dataclass, fields
from datetime import date

import pyarrow.dataset as ds

from schemas.mention import Mode, Participant, Precision, Status
from schemas.tables import MEETINGS

_HEADINGS = ("when", "status", "who", "where", "articles")
_GAP = "  "
_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class ShownMeeting:
    """What the table shows of a meeting."""

    status: Status
    mode: Mode | None
    participants: tuple[Participant, ...]
    date_start: date | None
    date_end: date | None
    date_precision: Precision | None
    city: str | None
    country: str | None
    venue: str | None
    occasion: str | None
    n_articles: int


def meetings_table(lake: str, width: int | None = None) -> str:
    """The meetings in the lake, newest first, undated ones last, in lines of this width (default: the terminal's).

    lake: a folder or a URI that pyarrow knows. Raises FileNotFoundError where it holds no meetings.
    """
    columns = [field.name for field in fields(ShownMeeting)]
    found = ds.dataset(f"{lake}/{MEETINGS.name}", schema=MEETINGS.schema).to_table(columns=columns)
    meetings = sorted(MEETINGS.from_arrow(found, ShownMeeting), key=_newest_first)
    lines = [_HEADINGS, *(_cells(meeting) for meeting in meetings)]
    count = f"{len(meetings):,} meeting{'' if len(meetings) == 1 else 's'}"
    return "\n".join([*_align(lines, width or shutil.get_terminal_size((120, 24)).columns), "", count])


def _newest_first(meeting: ShownMeeting) -> tuple[bool, int, str]:
    day = meeting.date_start
    return day is None, -day.toordinal() if day else 0, _cells(meeting)[2]


def _cells(meeting: ShownMeeting) -> tuple[str, ...]:
    who = "; ".join(f"{p.name} ({p.country})" if p.country else p.name for p in meeting.participants)
    place = ", ".join(part for part in (meeting.venue, meeting.city) if part)
    country = f"({meeting.country})" if meeting.country and place else meeting.country
    by_wire = f"by {meeting.mode}" if meeting.mode in ("phone", "video") else None
    where = " ".join(part for part in (place, country, by_wire) if part)
    where = "; ".join(part for part in (where, meeting.occasion) if part)
    return tuple(_plain(cell) for cell in (when(meeting), meeting.status, who, where, str(meeting.n_articles)))


def when(meeting: ShownMeeting) -> str:
    """The date as precisely as it is known: a day, a month, a year, or a first and a last day."""
    start, end = meeting.date_start, meeting.date_end
    if start is None:
        return "unknown"
    if meeting.date_precision == "year":
        return f"{start:%Y}"
    if meeting.date_precision == "month":
        return f"{start:%Y-%m}"
    if end is None or end == start:
        return f"{start}"
    return f"{start}/{end:%m-%d}" if end.year == start.year else f"{start}/{end}"


def _plain(text: str) -> str:
    """The text without characters that could steer a terminal."""
    return " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in text).split())


def _align(lines: list[tuple[str, ...]], width: int) -> list[str]:
    """The cells in columns: as wide as their longest, but who and where share what the others leave."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    room = width - sum(widths[i] for i in (0, 1, 4)) - len(_GAP) * 4
    where = max(min(widths[3], max(room * 2 // 5, room - widths[2])), _NARROWEST)
    widths[2], widths[3] = max(min(widths[2], room - where), _NARROWEST), where
    return [row for line in lines for row in _wrapped(line, widths)]


def _wrapped(cells: tuple[str, ...], widths: list[int]) -> list[str]:
    columns = [textwrap.wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, columns))
    padded = [column + [""] * (height - len(column)) for column in columns]
    rows = zip(*padded, strict=True)
    return [_GAP.join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows]
