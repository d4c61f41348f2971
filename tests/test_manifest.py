"""Manifests: what a table consists of, the same bytes for the same files, refused where it tells of other columns."""

import hashlib
import json
from pathlib import Path

import pytest
from beam_testing import digests, ingest, write_corpus

from schemas.tables import ARTICLES, MENTIONS, TABLES
from transforms.commit import exclusive
from transforms.manifest import File, describe, from_json, manifest_path, schema_version, to_json

ONE = File("articles/date=2024-05-06/part-0.parquet", 3, 10, "ab")
TWO = File("articles/date=2024-05-07/part-0.parquet", 4, 20, "cd")


def test_a_manifest_survives_the_way_to_json_and_back_in_one_order() -> None:
    assert to_json(ARTICLES, [TWO, ONE]) == to_json(ARTICLES, [ONE, TWO])
    assert from_json(ARTICLES, to_json(ARTICLES, [TWO, ONE])) == (ONE, TWO)
    assert json.loads(to_json(ARTICLES, [TWO, ONE]))["rows"] == 7


def test_a_file_is_described_by_its_bytes() -> None:
    assert describe("p", b"words", 2) == File("p", 2, 5, hashlib.sha256(b"words").hexdigest())


def test_tables_of_other_columns_have_other_versions() -> None:
    assert len({schema_version(table) for table in TABLES}) == len(TABLES)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"schema_version": "1", "files": [{"path": "p"}]}'])
def test_what_is_no_manifest_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"_manifest/articles.json is no manifest; delete it and run parley merge"):
        from_json(ARTICLES, content)


def test_a_manifest_of_other_columns_is_refused_with_what_to_do() -> None:
    with pytest.raises(ValueError, match="ingest into a new folder"):
        from_json(ARTICLES, to_json(MENTIONS, []))


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lake that one run filled from the files beside it."""
    ingest(tmp_path / "lake", write_corpus(tmp_path, seed=3, files=3), monkeypatch)
    return tmp_path / "lake"


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_the_manifest_of_a_lake_lists_its_files_as_they_are(lake: Path, table) -> None:
    listed = from_json(table, (lake / manifest_path(table)).read_bytes())
    there = {name: digest for name, digest in digests(lake).items() if name.startswith(f"{table.name}/")}
    assert {file.path: file.sha256 for file in listed} == there
    assert all(file.bytes == (lake / file.path).stat().st_size for file in listed)


def test_a_lost_manifest_is_written_again_by_the_next_run(lake: Path, monkeypatch) -> None:
    before = digests(lake)
    (lake / manifest_path(ARTICLES)).unlink()
    ingest(lake, sorted(lake.parent.glob("*.jsonl")), monkeypatch)
    assert digests(lake) == before


def test_a_lake_of_other_columns_is_not_written_to(lake: Path) -> None:
    (lake / manifest_path(ARTICLES)).write_bytes(to_json(MENTIONS, []))
    with pytest.raises(ValueError, match="ingest into a new folder"), exclusive(str(lake)):
        pass
