"""Publishing: the rows of many owners become one Parquet file a partition, all of them at once or none.

A run first stages what it will publish under `STAGING`, outside the tables, where no reader looks. When every file is
there, `commit` writes down the moves to make and makes them, each an atomic rename: a reader finds the old or the new
rows of a partition, never half, never both. A run that dies before the moves are written leaves the lake as it was;
one that dies after is completed by `recover`, which the next run begins with, whatever its input is (a redo log; see
Gray and Reuter, Transaction Processing, 1993, chapter 9). The names of files depend on nothing but the partition.
"""

import fcntl
import glob
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

import apache_beam as beam
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from apache_beam.io.filesystems import FileSystems

from schemas.tables import TABLES, Row, Table
from transforms.lake import ANCHOR, partition_files, read_arrow

STAGING = ".staging"
_LOG = "moves.json"
_FILE = "part-0.parquet"
_ROWS_IN_GROUP = 20_000


@dataclass(frozen=True, slots=True)
class Change:
    """In this partition, the rows of this owner are now exactly these. An owner of nothing, (), changes nothing."""

    partition: str
    owner: tuple[Any, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """A step of a commit: a staged file takes its place, or, where none is staged, the published one goes.

    Paths are relative to the lake.
    """

    published: str
    staged: str | None


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


def write_rows(rows: pa.Table, path: str) -> None:
    """Writes a Parquet file whose bytes depend on the rows alone: zstd, row groups of a bounded number of rows."""
    with (
        FileSystems.create(path) as file,
        pq.ParquetWriter(file, rows.schema, compression="zstd", compression_level=3) as writer,
    ):
        for start in range(0, max(rows.num_rows, 1), _ROWS_IN_GROUP):
            writer.write_table(rows.slice(start, _ROWS_IN_GROUP).combine_chunks(), _ROWS_IN_GROUP)


def stage_partition(table: Table, output: str, partition: str, changes: Iterable[Change]) -> list[Move]:
    """Stages a partition as it is after the changes and gives the moves that publish it: none where nothing differs.

    Several files of a partition become one. Holds one partition in memory.
    """
    paths = partition_files(output, table, partition).get(partition, [])
    existing = pa.concat_tables([table.to_arrow([]), *(read_arrow(table, path) for path in paths)])
    rows = apply_changes(table, existing, changes)
    published = f"{table.name}/{partition}/{_FILE}"
    names = [f"{table.name}/{partition}/{path.split('/')[-1]}" for path in paths]
    surplus = [Move(name, None) for name in names if name != published]
    if published in names and not surplus and rows.equals(existing):
        return []
    if not rows.num_rows and partition != ANCHOR:
        return [Move(name, None) for name in names]
    staged = f"{STAGING}/{table.name}/{partition}"
    write_rows(rows, FileSystems.join(output, staged))
    return [Move(published, staged), *surplus]


@contextmanager
def exclusive(output: str) -> Iterator[None]:
    """Makes sure that the folder can be written, that no other run writes to it, and that it is whole.

    Raises OSError where it cannot, BlockingIOError where another run does. On a local disk the lock goes with the
    process, however that ends; object stores have none, and there one run at a time is up to the person.
    """
    FileSystems.create(FileSystems.join(output, STAGING, "probe")).close()
    lock = os.open(output, os.O_RDONLY) if _is_local(output) else None
    try:
        if lock is not None:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        recover(output)
        yield
    finally:
        if lock is not None:
            os.close(lock)


def commit(moves: Iterable[Move], output: str) -> None:
    """Publishes everything staged: writes the moves down, then makes them."""
    log = FileSystems.join(output, STAGING, _LOG)
    with FileSystems.create(log + ".new") as file:
        file.write(json.dumps([asdict(move) for move in sorted(moves)]).encode())
    FileSystems.rename([log + ".new"], [log])
    recover(output)


def recover(output: str) -> None:
    """Makes the moves that a commit wrote down, as far as they are not made yet, and clears the staging folder.

    Where no commit was reached, only the clearing is done, and the lake stays as it was. Doing it again is harmless.
    """
    log = FileSystems.join(output, STAGING, _LOG)
    if FileSystems.exists(log):
        with FileSystems.open(log) as file:
            moves = [Move(**move) for move in json.loads(file.read())]
        _publish(output, [(m.staged, m.published) for m in moves if m.staged])
        _withdraw(output, [m.published for m in moves if not m.staged])
    _clear(output)


def _publish(output: str, renames: list[tuple[str, str]]) -> None:
    paths = [(FileSystems.join(output, old), FileSystems.join(output, new)) for old, new in renames]
    pending = [(old, new) for old, new in paths if FileSystems.exists(old)]
    for _, new in pending:
        folder = new.rpartition("/")[0]
        if not FileSystems.exists(folder):
            FileSystems.mkdirs(folder)
    FileSystems.rename([old for old, _ in pending], [new for _, new in pending])


def _withdraw(output: str, published: list[str]) -> None:
    for path in (FileSystems.join(output, name) for name in published):
        if FileSystems.exists(path):
            FileSystems.delete([glob.escape(path)])
        folder = path.rpartition("/")[0]
        if _is_local(output) and os.path.isdir(folder) and not os.listdir(folder):
            os.rmdir(folder)


def _clear(output: str) -> None:
    staging = FileSystems.join(output, STAGING)
    if _is_local(output):
        shutil.rmtree(staging, ignore_errors=True)
    elif leftovers := [m.path for m in FileSystems.match([glob.escape(staging) + "/**"])[0].metadata_list]:
        FileSystems.delete([glob.escape(path) for path in leftovers])


def _is_local(path: str) -> bool:
    return FileSystems.get_scheme(path) is None


@dataclass(eq=False)
class PublishTables(beam.PTransform):
    """Publishes the changes of all four tables together: every partition that they touch, rewritten once.

    Takes a dict from a table's name to its changes. A table without changes comes to exist, empty.
    """

    output: str

    def expand(self, changes: dict[str, beam.PCollection[Change]]) -> beam.PCollection[None]:
        """Changes to one element, when everything is published."""
        staged = tuple(
            changes[table.name] | f"Stage_{table.name}" >> _StageTable(table, self.output) for table in TABLES
        )
        return (
            staged
            | beam.Flatten()
            | "WaitForAll" >> beam.CombineGlobally(beam.combiners.ToListCombineFn())
            | "Commit" >> beam.Map(commit, self.output)
        )


@dataclass(eq=False)
class _StageTable(beam.PTransform):
    table: Table
    output: str

    def expand(self, changes: beam.PCollection[Change]) -> beam.PCollection[Move]:
        table, output = self.table, self.output
        anchor = changes.pipeline | "Anchor" >> beam.Create([Change(ANCHOR, (), ())])
        return (
            (changes, anchor)
            | beam.Flatten()
            | "ByPartition" >> beam.Map(lambda change: (change.partition, change)).with_output_types(tuple[str, Change])
            | beam.GroupByKey()
            | "Stage" >> beam.FlatMap(lambda group: stage_partition(table, output, *group)).with_output_types(Move)
        )


@dataclass(eq=False)
class CompactTable(beam.PTransform):
    """Finds the partitions of a table that lie in several files, so that publishing writes each as one."""

    table: Table

    def default_label(self) -> str:
        """The table is part of the name, so that a graph can compact several."""
        return f"Compact_{self.table.name}"

    def expand(self, lakes: beam.PCollection[str]) -> beam.PCollection[Change]:
        """Str (a lake's folder) to Change, of no rows."""
        return lakes | "Scattered" >> beam.FlatMap(_scattered, self.table).with_output_types(Change)


def _scattered(output: str, table: Table) -> list[Change]:
    return [Change(name, (), ()) for name, paths in partition_files(output, table).items() if len(paths) > 1]
