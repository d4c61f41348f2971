"""The published tables keep their columns, and rows survive the way to Arrow and back."""

from datetime import UTC, date, datetime

import pyarrow as pa
import pytest

from schemas.article import Article
from schemas.meeting import Meeting, Source, StatusReport
from schemas.mention import Mention, Participant
from schemas.reject import Reject
from schemas.tables import ARTICLES, MEETINGS, MENTIONS, REJECTS, TABLES

NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)
ANNA = Participant("Anna Berg", "person", "Foreign Minister", "SWE", "host")
ARTICLE = Article("a1", "https://x.example/1", "https://x.example/1", "f.txt", None, "T", "text", "en", NOON, "header")
MENTION = Mention(
    "m1", "a1", NOON, "held", "in_person", (ANNA,), date(2024, 5, 5), date(2024, 5, 5), "day", "Sunday", "weekday",
    "Oslo", "NOR", None, None, ("trade",), 90, "q", 0, 1, 0.9, "046", "CONSULT", None, "1",
)  # fmt: skip
MEETING = Meeting(
    "e1", "held", (StatusReport("held", NOON, "a1"),), None, (ANNA,), None, None, None, None, None, None, None, (),
    None, NOON, NOON, 1, 1, (Source("a1", None, None, None, "q"),), 0.5, "040", "CONSULT", None,
)  # fmt: skip
REJECT = Reject("read", "f.txt", "empty", "no bytes", None, NOON)


@pytest.mark.parametrize(("table", "row"), [(ARTICLES, ARTICLE), (MENTIONS, MENTION), (MEETINGS, MEETING)])
def test_rows_survive_the_way_to_arrow_and_back(table, row) -> None:
    arrow = table.to_arrow([row])
    assert arrow.schema == table.schema
    assert table.from_arrow(arrow) == [row]


def test_a_rejects_date_is_no_column() -> None:
    assert REJECTS.schema.names == ["stage", "source", "reason", "detail", "article_id"]
    assert REJECTS.to_arrow([REJECT]).num_rows == 1
    assert REJECTS.date_of(REJECT) == date(2024, 5, 6)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_an_empty_table_has_its_types_and_no_partition_column(table) -> None:
    assert table.to_arrow([]).schema == table.schema
    assert "date" not in table.schema.names
    assert all(pa.types.is_null(t) is False for t in table.schema.types)


def test_times_are_microseconds_utc_and_days_are_date32() -> None:
    assert MENTIONS.schema.field("published_at").type == pa.timestamp("us", tz="UTC")
    assert MENTIONS.schema.field("date_start").type == pa.date32()
