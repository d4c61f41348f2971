"""Portions: every document in exactly one, none larger than asked for by more than a document."""

import gzip
import json
from pathlib import Path

import pytest

from schemas.document import Document
from transforms.portions import portions
from transforms.read import Part, match_files, read_part

HELD = 20_000


def lines(path: Path, texts: list[str]) -> Path:
    content = "\n".join(json.dumps({"text": text}) for text in texts).encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


@pytest.fixture
def files(tmp_path: Path) -> dict[str, int]:
    """Seven documents and two rejects: pages and saved articles, records of several lengths, compressed and not."""
    lines(tmp_path / "a.jsonl", ["one " * 9, "two " * 20_000, "three"])
    lines(tmp_path / "b.jsonl.gz", ["four", "five"])
    (tmp_path / "c.txt").write_text("Six is a saved article.")
    (tmp_path / "d.html").write_text("<html><p>Seven is a page.</html>")
    (tmp_path / "e.jsonl").write_text("no json\n")
    (tmp_path / "f.doc").write_text("no format")
    return match_files([f"{tmp_path}/*"])


def sources(portion: tuple[Part, ...]) -> list[str]:
    return [found.source for part in portion for found in read_part(part)]


@pytest.mark.parametrize("size", [1, HELD + 1, 2 * HELD, 3 * HELD, 100_000, 1_000_000])
def test_every_document_is_in_one_portion(files: dict[str, int], size: int) -> None:
    [whole] = portions(files)
    found = [source for portion in portions(files, size) for source in sources(portion)]
    assert found == sources(whole)
    assert len(found) == 9


@pytest.mark.parametrize(("size", "counts"), [(1, [1] * 9), (2 * HELD, [2, 2, 2, 2, 1]), (90_000, [2, 5, 2])])
def test_a_portion_is_full_with_the_document_that_reaches_its_size(
    files: dict[str, int], size: int, counts: list[int]
) -> None:
    assert [len(sources(portion)) for portion in portions(files, size)] == counts


def test_a_file_of_one_document_is_not_read_to_know_its_size(tmp_path: Path) -> None:
    path = tmp_path / "large.html.gz"
    path.write_bytes(b"no gzip")
    assert list(portions(match_files([str(path)]), 1)) == [(Part(str(path), 0, 1),)]


def test_documents_are_of_parts_only(tmp_path: Path) -> None:
    path = str(lines(tmp_path / "a.jsonl", ["one", "two", "three", "four"]))
    found = list(read_part(Part(path, 1, 3)))
    assert [document.content for document in found if isinstance(document, Document)] == ["two", "three"]
    assert [document.source for document in found] == [f"{path}#2", f"{path}#3"]


def test_no_input_is_one_portion_of_nothing() -> None:
    assert list(portions({})) == [()]
