"""The folders of a table: one a day, one for rows without a day, and one that is always there."""

from datetime import date

ANCHOR = "date=1970-01-01"
UNDATED = "date=__HIVE_DEFAULT_PARTITION__"


def partition_of(day: date | None) -> str:
    """The folder, within a table's, of the rows of this day."""
    return f"date={day.isoformat()}" if day else UNDATED


def date_of_partition(partition: str) -> date | None:
    """The day whose rows lie in this folder."""
    return None if partition == UNDATED else date.fromisoformat(partition.removeprefix("date="))
