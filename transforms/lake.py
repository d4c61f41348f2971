"""What earlier runs published: where the rows of a lake lie, and how they are read back.

A lake is a folder with one folder a table, in it one folder a date. A reader of the whole can rely on three things:
every table exists; the partition of `ANCHOR` exists in every table, if need be without rows, so that the columns and
the type of `date` (a date, not a string) can be told even where nothing is dated; rows without a date lie in `UNDATED`.
"""

import glob
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, time
from itertools import chain
from typing import Any

import apache_beam as beam
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from apache_beam.io.filesystems import FileSystems
from apache_beam.pvalue import TaggedOutput
from apache_beam.typehints.decorators import no_annotations

from schemas.article import Article, ArticleKey
from schemas.tables import ARTICLES, Table
from transforms.manifest import File, from_json, manifest_path
from transforms.partitions import date_of_partition, partition_of


def partition_files(output: str, table: Table, partition: str = "date=*") -> dict[str, list[str]]:
    """The Parquet files of the lake's table, in order of name, under the partition they lie in."""
    pattern = FileSystems.join(glob.escape(output), table.name, partition, "*.parquet")
    partitions: dict[str, list[str]] = {}
    for metadata in sorted(FileSystems.match([pattern])[0].metadata_list, key=lambda m: m.path):
        partitions.setdefault(metadata.path.split("/")[-2], []).append(metadata.path)
    return partitions


def read_manifest(table: Table, output: str) -> tuple[File, ...]:
    """The files that the lake's manifest of a table lists; none where there is no manifest."""
    path = FileSystems.join(output, manifest_path(table))
    if not FileSystems.exists(path):
        return ()
    with FileSystems.open(path) as file:
        return from_json(table, file.read())


def count_rows(output: str, table: Table) -> int:
    """How many rows the lake's table has, told by its manifest; where it has none, by the ends of its files."""
    if listed := read_manifest(table, output):
        return sum(file.rows for file in listed)
    count = 0
    for path in chain.from_iterable(partition_files(output, table).values()):
        with FileSystems.open(path) as file:
            count += pq.read_metadata(file).num_rows
    return count


def read_arrow(table: Table, path: str) -> pa.Table:
    """One published file whole.

    Raises ValueError where its columns are not those of this version of parley.
    """
    with FileSystems.open(path) as file:
        rows = pq.read_table(file)
    if not rows.schema.equals(table.schema):
        raise ValueError(f"{path} does not have the columns of {table.name} in this version: ingest into a new folder")
    return rows


def read_rows(table: Table, path: str, record: type) -> Iterator[Any]:
    """The rows of one published file as records of this class, of which only the columns it names are read.

    A field that the table leaves out is a time; it comes back, to the day, from the partition.
    """
    names = [field.name for field in fields(record)]
    columns = [name for name in names if name in table.schema.names]
    day = date_of_partition(path.split("/")[-2])
    left_out = {table.leave_out: day and datetime.combine(day, time(), UTC)} if table.leave_out in names else {}
    with FileSystems.open(path) as file:
        for batch in pq.ParquetFile(file).iter_batches(columns=columns):
            for row in table.from_arrow(pa.Table.from_batches([batch]), record):
                yield replace(row, **left_out) if left_out else row


@dataclass(eq=False)
class ListFiles(beam.PTransform):
    """Lists the files of some tables of a lake, each once, when an element comes: what reads them is another stage."""

    output: str
    tables: tuple[Table, ...]

    @no_annotations
    def expand(self, starts: beam.PCollection) -> dict[str, beam.PCollection]:
        """Any elements to PCollections of str, the paths, by the name of each table."""
        output, tables = self.output, self.tables
        listed = (
            starts
            | "List" >> beam.FlatMap(lambda _: _files(output, tables)).with_output_types(tuple[tuple[str, str], None])
            | beam.GroupByKey()
            | "ByTable"
            >> beam.FlatMapTuple(lambda file, _: [TaggedOutput(*file)]).with_outputs(*(table.name for table in tables))
        )
        return {table.name: listed[table.name] for table in tables}


def _files(output: str, tables: Iterable[Table]) -> Iterator[tuple[tuple[str, str], None]]:
    for table in tables:
        for path in chain.from_iterable(partition_files(output, table).values()):
            yield (table.name, path), None


@dataclass(eq=False)
class ReadTable(beam.PTransform):
    """Reads the rows of a table from its files, as records that may be narrower than the table's."""

    table: Table
    record: type

    def default_label(self) -> str:
        """The record is part of the name, so that a graph can read several."""
        return f"Read{self.record.__name__}s"

    def expand(self, paths: beam.PCollection[str]) -> beam.PCollection:
        """Str to records."""
        table, record = self.table, self.record
        return paths | beam.FlatMap(lambda path: read_rows(table, path, record)).with_output_types(record)


def read_columns(table: Table, path: str, record: type) -> pa.Table:
    """The columns of one published file that this record has."""
    with FileSystems.open(path) as file:
        return pq.ParquetFile(file).read(_columns(table, record))


def _columns(table: Table, record: type) -> list[str]:
    return [field.name for field in fields(record) if field.name in table.schema.names]


def read_selected(table: Table, path: str, record: type, columns: Sequence[str], ids: Iterable[str]) -> list[Any]:
    """The rows of one published file whose first value in these columns that is not null is among the ids."""
    with FileSystems.open(path) as file:
        parquet = pq.ParquetFile(file)
        values = pc.coalesce(*parquet.read(columns).columns)
        selected = pc.is_in(values, pa.array(ids, pa.string()))
        if not pc.any(selected).as_py():
            return []
        return table.from_arrow(parquet.read(_columns(table, record)).filter(selected), record)


def read_partition(output: str, table: Table, partition: str, record: type) -> Iterator[Any]:
    """The rows of one partition of a lake's table, as read_rows gives them."""
    for path in partition_files(output, table, partition).get(partition, []):
        yield from read_rows(table, path, record)


@dataclass(eq=False)
class FetchArticles(beam.PTransform):
    """Fetches the lake's articles under these keys, with the links of the keys.

    Opens only the partitions in which the keys lie.
    """

    output: str

    def expand(self, keys: beam.PCollection[ArticleKey]) -> beam.PCollection[Article]:
        """ArticleKey to Article."""
        output = self.output
        return (
            keys
            | "ByPartition" >> beam.Map(_with_partition).with_output_types(tuple[str, ArticleKey])
            | beam.GroupByKey()
            | "Fetch" >> beam.FlatMap(lambda group: fetch_articles(output, *group)).with_output_types(Article)
        )


def _with_partition(key: ArticleKey) -> tuple[str, ArticleKey]:
    return partition_of(key.published_at and key.published_at.date()), key


def fetch_articles(output: str, partition: str, keys: Iterable[ArticleKey]) -> Iterator[Article]:
    """The lake's articles under these keys of one partition, with the links of the keys."""
    wanted = {key.article_id: key for key in keys}
    for article in read_partition(output, ARTICLES, partition, Article):
        if key := wanted.get(article.article_id):
            yield replace(article, duplicate_of=key.duplicate_of, similarity=key.similarity)
