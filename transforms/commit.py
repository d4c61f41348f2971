"""Commits: what is staged is published all at once or not at all.

A run first stages what it will publish under `STAGING`, outside the tables, where no reader looks. When every file is
there, `commit` writes down the moves to make and makes them: a reader finds the old or the new rows of a partition,
never half, never both. A run that dies before the moves are written leaves the lake as it was; one that dies after is
completed by `recover`, which the next run begins with, whatever its input is (a redo log; see Gray and Reuter,
Transaction Processing, 1993, chapter 9). The manifests move last.

On a disk a move is an atomic rename. On an object store it is a copy, which takes the place of the published object at
once and whole, and then a deletion of the staged one: a move that died between the two is made again, with the same
bytes.
"""

import fcntl
import glob
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq
from apache_beam.io.filesystems import FileSystems

from schemas.record import Record
from schemas.tables import TABLES, Table
from transforms.lake import partition_files, read_manifest
from transforms.manifest import MANIFESTS, File, describe, manifest_path, to_json

STAGING = ".staging"
LOG = f"{STAGING}/moves.json"


@dataclass(frozen=True, slots=True)
class Move(Record):
    """A step of a commit: a staged file takes its place, or, where none is staged, the published one goes.

    Paths are relative to the lake. file: the published file as the manifest has it; a manifest is in none.
    """

    published: str
    staged: str | None = None
    file: File | None = None


@contextmanager
def exclusive(output: str) -> Iterator[None]:
    """Makes sure that the folder can be written, that no other run writes to it, and that it is whole.

    Raises OSError where it cannot, BlockingIOError where another run does, ValueError where its tables have other
    columns than this version's. On a local disk the lock goes with the process, however that ends; object stores have
    none that would, and there one run at a time is up to the person.
    """
    _probe(output)
    lock = os.open(output, os.O_RDONLY) if _is_local(output) else None
    try:
        if lock is not None:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        recover(output)
        for table in TABLES:
            read_manifest(table, output)
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _probe(output: str) -> None:
    try:
        with FileSystems.create(FileSystems.join(output, STAGING, "probe")) as file:
            file.write(b"probe")  # S3 takes no upload of nothing
    except (OSError, ValueError):
        raise
    except Exception as error:  # the client of each object store has errors of its own
        raise OSError(str(error)) from error


def commit(moves: Iterable[Move], output: str) -> None:
    """Publishes everything staged, with the manifests that list it: writes the moves down, then makes them.

    Doing it again is harmless, also where it died on its way. Raises RuntimeError where something staged has gone.
    """
    ordered = sorted(moves, key=lambda move: move.published)
    log = FileSystems.join(output, LOG)
    if not FileSystems.exists(log):
        _check_staged(ordered, output)
    ordered += [move for table in TABLES for move in _stage_manifest(table, ordered, output)]
    with FileSystems.create(log + ".new") as file:
        file.write(json.dumps([[move.staged, move.published] for move in ordered]).encode())
    FileSystems.rename([log + ".new"], [log])
    recover(output)


def _check_staged(moves: Iterable[Move], output: str) -> None:
    """Raises RuntimeError where a staged file is neither there nor published: another run has cleared it away."""
    staged = _staged(output)
    published = {file for table in TABLES for file in read_manifest(table, output)}
    for move in moves:
        if move.staged and FileSystems.join(output, move.staged) not in staged and move.file not in published:
            raise RuntimeError(
                f"{move.staged} has gone: another run writes to {output}; what is published is whole, run again"
            )


def _stage_manifest(table: Table, moves: Iterable[Move], output: str) -> list[Move]:
    """Stages the manifest of a table as it is after the moves, and gives the move of it: none where nothing differs."""
    files = {file.path: file for file in read_manifest(table, output) or _files_there(table, output)}
    before = to_json(table, files.values())
    for move in (move for move in moves if move.published.startswith(f"{table.name}/")):
        files.pop(move.published, None)
        if move.file:
            files[move.published] = move.file
    published = manifest_path(table)
    after = to_json(table, files.values())
    if after == before and FileSystems.exists(FileSystems.join(output, published)):
        return []
    staged = f"{STAGING}/{published}"
    with FileSystems.create(FileSystems.join(output, staged)) as file:
        file.write(after)
    return [Move(published, staged)]


def _files_there(table: Table, output: str) -> Iterator[File]:
    for partition, paths in partition_files(output, table).items():
        for path in paths:
            with FileSystems.open(path) as file:
                content = file.read()
            rows = pq.read_metadata(pa.BufferReader(content)).num_rows
            yield describe(f"{table.name}/{partition}/{path.split('/')[-1]}", content, rows)


def recover(output: str) -> None:
    """Makes the moves that a commit wrote down, as far as they are not made yet, and clears the staging folder.

    Where no commit was reached, only the clearing is done, and the lake stays as it was. Doing it again is harmless.
    """
    log = FileSystems.join(output, LOG)
    if FileSystems.exists(log):
        with FileSystems.open(log) as file:
            moves = [(staged, published) for staged, published in json.loads(file.read())]
        _publish(output, [move for move in moves if move[0] and not _is_manifest(move[1])])
        _withdraw(output, [published for staged, published in moves if not staged])
        _publish(output, [move for move in moves if _is_manifest(move[1])])
    _clear(output)


def _is_manifest(published: str) -> bool:
    return published.startswith(f"{MANIFESTS}/")


def _publish(output: str, renames: list[tuple[str, str]]) -> None:
    staged = _staged(output)
    paths = [(FileSystems.join(output, old), FileSystems.join(output, new)) for old, new in renames]
    pending = [(old, new) for old, new in paths if old in staged]
    if FileSystems.get_filesystem(output).has_dirs():
        for folder in {new.rpartition("/")[0] for _, new in pending}:
            if not FileSystems.exists(folder):
                FileSystems.mkdirs(folder)
    FileSystems.rename([old for old, _ in pending], [new for _, new in pending])


def _staged(output: str) -> set[str]:
    """The paths of all staged files, by one listing: an object store takes its time for each question."""
    pattern = FileSystems.join(glob.escape(output), STAGING, "**")
    return {metadata.path for metadata in FileSystems.match([pattern])[0].metadata_list}


def _withdraw(output: str, published: list[str]) -> None:
    paths = [FileSystems.join(output, name) for name in published]
    # An object store deletes what is not there as well, and takes its time for each question.
    asking = FileSystems.get_filesystem(output).has_dirs()
    FileSystems.delete([glob.escape(path) for path in paths if not asking or FileSystems.exists(path)])
    if _is_local(output):
        for folder in {path.rpartition("/")[0] for path in paths}:
            # A partition's; the landing folder stays, since a stream may be about to write to it.
            if "=" in folder.rpartition("/")[2] and os.path.isdir(folder) and not os.listdir(folder):
                os.rmdir(folder)


def _clear(output: str) -> None:
    staging = FileSystems.join(output, STAGING)
    if _is_local(output):
        shutil.rmtree(staging, ignore_errors=True)
    else:
        FileSystems.delete([f"{staging}/"])


def _is_local(path: str) -> bool:
    return FileSystems.get_scheme(path) is None
