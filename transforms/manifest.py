"""The manifest of a table: the files it consists of, with how many rows each holds and what its bytes are.

It lies in `MANIFESTS`, beside the tables, in a folder that readers of Parquet pass over.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from schemas.tables import Table

MANIFESTS = "_manifest"


@dataclass(frozen=True, slots=True, order=True)
class File:
    """A published file. path: within the lake, "articles/date=2024-05-06/part-0.parquet"; sha256: of its bytes."""

    path: str
    rows: int
    bytes: int
    sha256: str


def manifest_path(table: Table) -> str:
    """Where the manifest of a table lies within the lake."""
    return f"{MANIFESTS}/{table.name}.json"


def schema_version(table: Table) -> str:
    """A digest of the table's columns and their types: what is written with one can be read with the same."""
    columns = "\n".join(f"{field.name} {field.type}" for field in table.schema)
    return hashlib.sha256(columns.encode()).hexdigest()[:12]


def describe(path: str, content: bytes, rows: int) -> File:
    """The file of this content, as a manifest has it."""
    return File(path, rows, len(content), hashlib.sha256(content).hexdigest())


def to_json(table: Table, files: Iterable[File]) -> bytes:
    """The manifest of a table of these files: the same bytes for the same files, in any order."""
    listed = [asdict(file) for file in sorted(files)]
    manifest = {
        "table": table.name,
        "schema_version": schema_version(table),
        "rows": sum(file["rows"] for file in listed),
        "files": listed,
    }
    return json.dumps(manifest, indent=1).encode()


def from_json(table: Table, content: bytes) -> tuple[File, ...]:
    """The files that the manifest of a table lists.

    Raises ValueError where it is no manifest, or one of a table whose columns are not those of this version.
    """
    try:
        manifest = json.loads(content)
        version, files = manifest["schema_version"], tuple(File(**file) for file in manifest["files"])
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{manifest_path(table)} is no manifest; delete it and run parley merge") from error
    if version != schema_version(table):
        raise ValueError(
            f"{manifest_path(table)} has columns of version {version}, not {schema_version(table)} as this version of "
            "parley: ingest into a new folder"
        )
    return files
