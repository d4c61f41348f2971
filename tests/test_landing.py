"""The landing folder: files that are whole and repeat their names, and merges that give what one batch gives."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import apache_beam as beam
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from beam_testing import (
    FindTold,
    Found,
    digests,
    find_told,
    find_unreadable,
    ingest,
    pipeline,
    rows,
    times,
    write_corpus,
)

from pipeline.graph import build
from schemas.article import Article
from schemas.mention import Mention
from schemas.reading import Reading
from schemas.reject import Reject
from schemas.tables import ARTICLES, LANDED, MENTIONS, REJECTS
from transforms.check import check_lake
from transforms.commit import exclusive
from transforms.landing import land, landed_files, read_landed, recall
from transforms.read import read_articles


def readings_of(files: Iterable[Path]) -> list[Reading]:
    """What a stream would have read of these files: each article with what it tells, whether it is a copy or not."""
    read = (row for path in files for row in read_articles(str(path), path.read_bytes()))
    return [
        Reading(row, tuple(find_told(row)), tuple(find_unreadable(row)))
        if isinstance(row, Article)
        else Reading(None, (), (row,))
        for row in read
    ]


def take(
    lake: Path, patched: pytest.MonkeyPatch, names: tuple[str, ...] | None = None, extraction: type = FindTold
) -> None:
    """Merges what has landed, or these files of it, into the tables."""
    patched.setattr("pipeline.graph.ExtractMentions", extraction)
    with exclusive(str(lake)), pipeline() as root:
        build(root, inputs=(), output=str(lake), spacy_model="none", landed=names or landed_files(str(lake)))


@pytest.fixture
def some(tmp_path: Path) -> list[Reading]:
    return readings_of(write_corpus(tmp_path, seed=3, files=2))


def test_rows_come_back_as_they_were(tmp_path: Path, some) -> None:
    assert {type(reading.article) for reading in some} == {Article, type(None)}
    path = land(str(tmp_path / "lake"), "w-0", some)
    assert sorted(read_landed(path), key=repr) == sorted(some, key=repr)
    assert landed_files(str(tmp_path / "lake")) == (path.removeprefix(f"{tmp_path}/lake/"),)


def test_the_same_rows_have_the_same_name_and_others_another(tmp_path: Path, some) -> None:
    lake = str(tmp_path / "lake")
    path = land(lake, "w-0", some)
    before = digests(tmp_path / "lake")
    assert land(lake, "w-0", reversed(some)) == path
    assert digests(tmp_path / "lake") == before
    assert land(lake, "w-0", some[1:]) != path
    assert len(landed_files(lake)) == 2


def test_a_file_that_is_being_written_is_not_seen(tmp_path: Path, some, monkeypatch) -> None:
    lake = str(tmp_path / "lake")
    with monkeypatch.context() as patched:
        patched.setattr("transforms.landing.FileSystems.rename", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            land(lake, "w-0", some)
    assert landed_files(lake) == ()
    land(lake, "w-0", some)
    assert [path.suffix for path in Path(lake, LANDED.name).iterdir()] == [".parquet"]


def test_a_file_of_another_version_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "old.parquet"
    pq.write_table(pa.table({"article": ["a"]}), path)
    with pytest.raises(ValueError, match=r"old\.parquet was landed by another version of parley: merge it with"):
        list(read_landed(str(path)))


def test_a_reading_is_recalled_for_the_delivery_it_is_of(some) -> None:
    reading = next(reading for reading in some if reading.article)
    written = replace(reading.article, signature=b"s", signature_version="1", duplicate_of="x", similarity=0.5)
    assert recall(written, [reading]) is reading
    assert recall(replace(written, source="elsewhere"), [reading]) is None


@pytest.mark.parametrize("seed", range(2))
def test_landed_and_merged_in_any_order_is_the_lake_of_one_batch(tmp_path: Path, monkeypatch, seed: int) -> None:
    dice = random.Random(seed)
    files = write_corpus(tmp_path, seed)
    ingest(tmp_path / "batch", files, monkeypatch)
    lake = tmp_path / "lake"
    ingest(lake, files[:1], monkeypatch)
    readings = readings_of(files[1:])
    dice.shuffle(readings)
    half = len(readings) // 2
    for number, part in enumerate((readings[:half], readings[half:])):
        land(str(lake), f"w-{number}", [*part, *dice.sample(readings, 5)])
        take(lake, monkeypatch)
        assert list(check_lake(str(lake))) == []
        assert landed_files(str(lake)) == ()
    assert digests(lake) == digests(tmp_path / "batch")


def test_what_has_landed_again_changes_nothing(tmp_path: Path, some, monkeypatch) -> None:
    land(str(tmp_path), "w-0", some)
    take(tmp_path, monkeypatch)
    before = times(tmp_path)
    land(str(tmp_path), "w-0", some)
    take(tmp_path, monkeypatch)
    assert times(tmp_path) == before


@dataclass(eq=False)
class NeverRead(beam.PTransform):
    """In the place of extraction where nothing is to be read."""

    spacy_model: str

    def expand(self, articles: beam.PCollection[Article]) -> Found:
        return Found(
            articles | "Mentions" >> beam.FlatMap(lambda _: 1 / 0).with_output_types(Mention),
            articles | "Rejects" >> beam.FlatMap(lambda _: 1 / 0).with_output_types(Reject),
        )


def test_what_has_landed_is_not_read_for_meetings_again(tmp_path: Path, some, monkeypatch) -> None:
    land(str(tmp_path), "w-0", [*some, *some[:3]])
    take(tmp_path, monkeypatch, extraction=NeverRead)
    told = {mention.mention_id for reading in some for mention in reading.mentions}
    assert {mention.mention_id for mention in rows(tmp_path, MENTIONS)} <= told
    originals = [article.article_id for article in rows(tmp_path, ARTICLES) if not article.duplicate_of]
    assert sorted({mention.article_id for mention in rows(tmp_path, MENTIONS)}) == sorted(
        {r.article.article_id for r in some if r.mentions and r.article.article_id in originals}
    )


def test_files_that_land_during_a_merge_stay(tmp_path: Path, some, monkeypatch) -> None:
    lake = tmp_path / "lake"
    land(str(lake), "w-0", some[:5])
    names = landed_files(str(lake))
    land(str(lake), "w-1", some[5:])
    take(lake, monkeypatch, names)
    assert [name[:10] for name in landed_files(str(lake))] == ["landed/w-1"]


@pytest.mark.parametrize("step", ["_publish", "_withdraw"])
def test_a_merge_that_dies_while_it_publishes_is_completed_by_the_next_run(
    tmp_path: Path, some, monkeypatch, step: str
) -> None:
    for lake in ("whole", "killed"):
        land(str(tmp_path / lake), "w-0", some)
    take(tmp_path / "whole", monkeypatch)
    with monkeypatch.context() as patched:
        patched.setattr(f"transforms.commit.{step}", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            take(tmp_path / "killed", monkeypatch)
    assert landed_files(str(tmp_path / "killed"))
    with exclusive(str(tmp_path / "killed")):
        pass
    assert digests(tmp_path / "killed") == digests(tmp_path / "whole")


def test_check_tells_what_is_wrong_with_what_has_landed(tmp_path: Path, some) -> None:
    reading = next(reading for reading in some if reading.mentions)
    land(str(tmp_path), "a", some)
    land(str(tmp_path), "b", [replace(reading, mentions=(replace(reading.mentions[0], quote="Eh?"),))])
    land(str(tmp_path), "c", [Reading(None, (), (Reject("fetch", "f", None, "eh"),))])  # type: ignore[arg-type]
    (tmp_path / "landed/d.parquet").write_bytes(b"eh")
    (tmp_path / "landed/e.parquet.new").write_bytes(b"half")
    lines = list(check_lake(str(tmp_path)))
    assert [line[:8] for line in lines] == ["landed/b", "landed/c", "landed/d"]
    assert [line.rpartition(": ")[2][:12] for line in lines] == ["quote is not", "reason is nu", "is no Parque"]


def test_a_reject_counts_until_something_later_is_told_of_its_feed_or_entry(tmp_path, some, monkeypatch) -> None:
    article = next(reading.article for reading in some if reading.article)
    feed, entry = "https://f.example/", "https://f.example/#1"
    down, lost = Reject("poll", feed, "busy", "503"), Reject("fetch", entry, "timeout", "30 s")
    steps: list[tuple[str, Reading, list[str]]] = [
        ("2024-05-06T12-00-00", Reading(None, (), (down,)), ["busy"]),
        ("2024-05-06T12-05-00", Reading(None, (), (lost,)), ["timeout"]),
        ("2024-05-06T12-10-00", Reading(replace(article, source=entry)), []),
        ("2024-05-06T12-15-00", Reading(None, (), (down,)), ["busy"]),
    ]
    for name, reading, reasons in steps:
        for lake in ("each", "all"):
            land(str(tmp_path / lake), f"{name}-0", [reading])
        take(tmp_path / "each", monkeypatch)
        assert [reject.reason for reject in rows(tmp_path / "each", REJECTS)] == reasons
    take(tmp_path / "all", monkeypatch)
    assert digests(tmp_path / "all") == digests(tmp_path / "each")
