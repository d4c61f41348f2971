"""Publishing: the rows of many owners become one Parquet file a partition, all of them at once or none.

The names of files depend on nothing but the partition; what is staged is published by `commit`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

import apache_beam as beam
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from apache_beam.io.filesystems import FileSystems

from schemas.record import Record
from schemas.tables import TABLES, TABLES_BY_NAME, Row, Table
from transforms.commit import STAGING, Move, commit
from transforms.lake import partition_files, read_arrow
from transforms.manifest import describe
from transforms.partitions import ANCHOR

_FILE = "part-0.parquet"
_ROWS_IN_GROUP = 20_000


@dataclass(frozen=True, slots=True)
class Change(Record):
    """In this partition of this table, the rows of this owner are now exactly these.

    An owner of nothing, (), changes nothing.
    """

    table: str
    partition: str
    owner: tuple[Any, ...]
    rows: tuple[Row, ...]


def apply_changes(table: Table, existing: pa.Table, changes: Iterable[Change]) -> pa.Table:
    """The rows of a partition after the changes, sorted by owner, then by all columns, in any order of the changes.

    Raises ValueError where two changes disagree about one owner.
    """
    rows_of: dict[tuple[Any, ...], tuple[Row, ...]] = {}
    for change in changes:
        if rows_of.setdefault(change.owner, change.rows) != change.rows:
            raise ValueError(f"two changes of {table.name} disagree about {change.owner} in {change.partition}")
    owners = zip(*(existing.column(name).to_pylist() for name in table.owner), strict=True)
    kept = existing.filter(pa.array([owner not in rows_of for owner in owners], pa.bool_()))
    new = table.to_arrow(row for rows in rows_of.values() for row in rows)
    values = [repr(row) for row in new.to_pylist()]
    new = new.take(pa.array(sorted(range(len(values)), key=values.__getitem__), pa.int64()))
    both = pa.concat_tables([kept, new])
    return both.take(pc.sort_indices(both, [(name, "ascending") for name in table.owner]))


def parquet(rows: pa.Table) -> bytes:
    """A Parquet file whose bytes depend on the rows alone: zstd, row groups of a bounded number of rows."""
    sink = pa.BufferOutputStream()
    with pq.ParquetWriter(sink, rows.schema, compression="zstd", compression_level=3) as writer:
        for start in range(0, max(rows.num_rows, 1), _ROWS_IN_GROUP):
            writer.write_table(rows.slice(start, _ROWS_IN_GROUP).combine_chunks(), _ROWS_IN_GROUP)
    return sink.getvalue().to_pybytes()


def stage_partition(table: Table, output: str, partition: str, changes: Iterable[Change]) -> list[Move]:
    """Stages a partition as it is after the changes and gives the moves that publish it: none where nothing differs.

    Several files of a partition become one. Holds one partition in memory.
    """
    paths = partition_files(output, table, partition).get(partition, [])
    existing = pa.concat_tables([table.to_arrow([]), *(read_arrow(table, path) for path in paths)])
    rows = apply_changes(table, existing, changes)
    published = f"{table.name}/{partition}/{_FILE}"
    names = [f"{table.name}/{partition}/{name}" for name in _names(paths)]
    surplus = [Move(name) for name in names if name != published]
    if published in names and not surplus and rows.equals(existing):
        return []
    if not rows.num_rows and partition != ANCHOR:
        return [Move(name) for name in names]
    staged = f"{STAGING}/{table.name}/{partition}"
    content = parquet(rows)
    with FileSystems.create(FileSystems.join(output, staged)) as file:
        file.write(content)
    return [Move(published, staged, describe(published, content, rows.num_rows)), *surplus]


@dataclass(eq=False)
class PublishTables(beam.PTransform):
    """Publishes changes of all tables together: every partition that they touch, rewritten once.

    A table without changes comes to exist, empty.
    withdrawn: files outside the tables, relative to the lake, that go as the tables change.
    """

    output: str
    withdrawn: tuple[str, ...] = ()

    def expand(self, changes: beam.PCollection[Change]) -> beam.PCollection[None]:
        """Changes to one element, when everything is published."""
        output, withdrawn = self.output, [Move(path) for path in self.withdrawn]
        anchors = changes.pipeline | beam.Impulse() | "Anchors" >> beam.FlatMap(_anchors).with_output_types(Change)
        return (
            (changes, anchors)
            | beam.Flatten()
            | "ByPartition" >> beam.Map(_by_partition).with_output_types(tuple[str, Change])
            | beam.GroupByKey()
            | "Stage" >> beam.FlatMapTuple(lambda folder, some: [("", _stage(output, folder, some))])
            | "WaitForAll" >> beam.GroupByKey()
            | "Commit" >> beam.MapTuple(lambda _, moves: commit([*chain.from_iterable(moves), *withdrawn], output))
        )


def _anchors(_: bytes) -> list[Change]:
    return [Change(table.name, ANCHOR, (), ()) for table in TABLES]


def _by_partition(change: Change) -> tuple[str, Change]:
    return f"{change.table}/{change.partition}", change


def _stage(output: str, folder: str, changes: Iterable[Change]) -> list[Move]:
    name, partition = folder.split("/")
    return stage_partition(TABLES_BY_NAME[name], output, partition, changes)


@dataclass(eq=False)
class CompactTables(beam.PTransform):
    """Finds the partitions that lie in several files, or under another name, so that each becomes one."""

    output: str

    def expand(self, starts: beam.PCollection) -> beam.PCollection[Change]:
        """One element to Change, of no rows."""
        output = self.output
        return starts | "Scattered" >> beam.FlatMap(lambda _: _scattered(output)).with_output_types(Change)


def _names(paths: list[str]) -> list[str]:
    return [path.split("/")[-1] for path in paths]


def _scattered(output: str) -> list[Change]:
    return [
        Change(table.name, partition, (), ())
        for table in TABLES
        for partition, paths in partition_files(output, table).items()
        if _names(paths) != [_FILE]
    ]
