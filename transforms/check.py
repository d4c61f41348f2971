"""Checking a lake: whether its files are those of the manifests, and its rows keep what they promise.

Holds the ids of all articles, the ids of one table after another, and the rows of one partition at a time. Knows no
Beam, so that it is there at once.
"""

import os
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import fs

from schemas.article import Article
from schemas.meeting import Meeting
from schemas.mention import Mention
from schemas.reading import Reading
from schemas.tables import ARTICLES, LANDED, MEETINGS, MENTIONS, REJECTS, TABLES, Table
from transforms.manifest import File, describe, from_json, manifest_path
from transforms.partitions import partition_of
from transforms.promises import article_faults, meeting_faults, mention_faults, null_faults, word_faults

# Where a commit writes its moves down; see `transforms.commit`, which needs Beam.
_LOG = ".staging/moves.json"
_UNREADABLE = "is no Parquet file"
_OTHER_COLUMNS = "does not have the columns of this version of parley"
_ID_OF = {ARTICLES.name: "article_id", MENTIONS.name: "mention_id", MEETINGS.name: "meeting_id"}


@dataclass(frozen=True, slots=True)
class _Storage:
    """A lake, wherever it lies; paths are relative to it."""

    files: fs.FileSystem
    root: str

    def holds(self, path: str) -> bool:
        return self.files.get_file_info(f"{self.root}/{path}").type == fs.FileType.File

    def read(self, path: str) -> bytes:
        with self.files.open_input_stream(f"{self.root}/{path}", compression=None) as file:
            return file.read()

    def under(self, folder: str) -> set[str]:
        found = self.files.get_file_info(fs.FileSelector(f"{self.root}/{folder}", allow_not_found=True, recursive=True))
        return {info.path[len(self.root) + 1 :] for info in found if info.type == fs.FileType.File}

    def rows(self, path: str, columns: list[str] | None = None) -> pa.Table:
        return pq.ParquetFile(pa.BufferReader(self.read(path))).read(columns)


def check_lake(lake: str) -> Iterator[str]:
    """What is wrong with a lake, in lines that each name one file or row; none where all is well.

    lake: a folder or a URI that pyarrow knows. Raises FileNotFoundError where it holds no table, and nothing landed.
    """
    storage = _Storage(*fs.FileSystem.from_uri(lake if "://" in lake else os.path.abspath(lake)))
    tables = TABLES if any(storage.under(table.name) for table in TABLES) else ()
    if not tables and not storage.under(LANDED.name):
        raise FileNotFoundError(lake)
    if storage.holds(_LOG):
        yield f"{_LOG}: a run was killed while it published; the next one completes it"
    sound: dict[str, list[str]] = {}
    for table in tables:
        sound[table.name] = yield from _check_files(storage, table)
    copies = _copies(storage, sound.get(ARTICLES.name, []))
    for table in tables:
        yield from _check_ids(storage, table, sound[table.name])
        for path in sound[table.name]:
            yield from _check_partition(storage, table, path, sound, copies)
    yield from _check_landed(storage)


def _check_files(storage: _Storage, table: Table) -> Generator[str, None, list[str]]:
    """Yields what is wrong with the files of a table, and returns those whose rows can be looked at."""
    there = storage.under(table.name)
    listed: dict[str, File | None] = dict.fromkeys(there)
    manifest = manifest_path(table)
    if storage.holds(manifest):
        try:
            listed = {file.path: file for file in from_json(table, storage.read(manifest))}
        except ValueError as error:
            yield str(error)
    else:
        yield f"{manifest}: missing; parley merge writes it"
    yield from (f"{path}: foreign, the manifest does not list it" for path in sorted(there - listed.keys()))
    yield from (f"{path}: missing" for path in sorted(listed.keys() - there))
    sound = []
    for path in sorted(there & listed.keys()):
        faults = list(_file_faults(table, storage.read(path), listed[path]))
        yield from (f"{path}: {fault}" for fault in faults)
        if not set(faults) & {_UNREADABLE, _OTHER_COLUMNS}:
            sound.append(path)
    return sound


def _file_faults(table: Table, content: bytes, listed: File | None) -> Iterator[str]:
    try:
        file = pq.ParquetFile(pa.BufferReader(content))
    except (pa.ArrowInvalid, OSError):
        yield _UNREADABLE
        return
    if not file.schema_arrow.equals(table.schema):
        yield _OTHER_COLUMNS
    if listed is None:
        return
    found = describe(listed.path, content, file.metadata.num_rows)
    if found.rows != listed.rows:
        yield f"{found.rows} rows, not {listed.rows} as the manifest says"
    if (found.bytes, found.sha256) != (listed.bytes, listed.sha256):
        yield f"other bytes than the manifest says: digest {found.sha256}, not {listed.sha256}"


def _copies(storage: _Storage, paths: list[str]) -> dict[str, bool]:
    """The ids of all articles, with whether each repeats another."""
    copies: dict[str, bool] = {}
    for path in paths:
        ids, originals = storage.rows(path, ["article_id", "duplicate_of"]).columns
        copies.update(zip(ids.to_pylist(), originals.is_valid().to_pylist(), strict=True))
    return copies


def _check_ids(storage: _Storage, table: Table, paths: list[str]) -> Iterator[str]:
    name = _ID_OF.get(table.name)
    if name and paths:
        ids = pa.chunked_array(chunk for path in paths for chunk in storage.rows(path, [name]).column(0).chunks)
        counts = pc.value_counts(ids)
        for counted in counts.filter(pc.greater(counts.field("counts"), 1)).to_pylist():
            yield f"{table.name}: {name} {counted['values']} is there {counted['counts']} times"


def _check_partition(
    storage: _Storage, table: Table, path: str, sound: dict[str, list[str]], copies: dict[str, bool]
) -> Iterator[str]:
    """What is wrong with the rows of a file; mentions are held against the articles of their partition."""
    partition = path.split("/")[1]
    articles: dict[str, Article] = {}
    if table is MENTIONS:
        beside = [other for other in sound[ARTICLES.name] if other.split("/")[1] == partition]
        rows = (row for other in beside for row in ARTICLES.from_arrow(storage.rows(other)))
        articles = {article.article_id: article for article in rows}
    for row in table.from_arrow(storage.rows(path)):
        for fault in _faults(table, row, partition, articles, copies):
            yield f"{path}: {_name_of(table, row)}: {fault}"


def _check_landed(storage: _Storage) -> Iterator[str]:
    """What is wrong with what a stream has landed, files that it is writing apart."""
    for path in sorted(path for path in storage.under(LANDED.name) if path.endswith(".parquet")):
        faults = list(_file_faults(LANDED, storage.read(path), None))
        yield from (f"{path}: {fault}" for fault in faults)
        for reading in () if faults else LANDED.from_arrow(storage.rows(path)):
            yield from (f"{path}: {fault}" for fault in _reading_faults(reading))


def _reading_faults(reading: Reading) -> Iterator[str]:
    articles = {reading.article.article_id: reading.article} if reading.article else {}
    for table, rows in ((ARTICLES, articles.values()), (MENTIONS, reading.mentions), (REJECTS, reading.rejects)):
        for row in rows:
            partition = partition_of(table.date_of(row))
            yield from (f"{_name_of(table, row)}: {fault}" for fault in _faults(table, row, partition, articles, {}))


def _name_of(table: Table, row: Any) -> str:
    """What a row is called in a line: "mention 0a1b"."""
    return f"{table.record.__name__.lower()} {getattr(row, table.schema.names[0])}"


def _faults(
    table: Table, row: Any, partition: str, articles: dict[str, Article], copies: dict[str, bool]
) -> Iterator[str]:
    nulls = list(null_faults(row))
    yield from nulls
    if nulls:
        return
    yield from word_faults(row)
    if not table.leave_out and partition != partition_of(table.date_of(row)):
        yield f"belongs in {partition_of(table.date_of(row))}"
    match row:
        case Article():
            yield from article_faults(row, copies)
        case Mention():
            yield from mention_faults(row, articles.get(row.article_id))
        case Meeting():
            yield from meeting_faults(row, copies)
