"""The graph: every input in one place, nothing read that is not needed, meetings again from mentions."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import apache_beam as beam
import pyarrow.parquet as pq
import pytest
from beam_testing import digests, ingest, pipeline, rows, write_corpus

from pipeline.graph import build, build_merge
from pipeline.streaming import build_stream
from schemas.tables import ARTICLES, MEETINGS, MENTIONS, REJECTS, TABLES
from transforms.commit import exclusive, recover
from transforms.fetcher import Manners
from transforms.partitions import ANCHOR
from transforms.poll import ReadPolled
from transforms.read import read_articles


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lake that two runs filled from the files beside it."""
    files = write_corpus(tmp_path, seed=5, files=4)
    ingest(tmp_path / "lake", files[:2], monkeypatch)
    ingest(tmp_path / "lake", files[2:], monkeypatch)
    return tmp_path / "lake"


def merge(lake: Path) -> None:
    with pipeline() as root:
        build_merge(root, output=str(lake))


def test_every_input_is_in_exactly_one_place(lake: Path) -> None:
    read = [row for path in sorted(lake.parent.glob("*.jsonl")) for row in read_articles(str(path), path.read_bytes())]
    ids = {row.article_id for row in read if hasattr(row, "text")}
    published = Counter(article.article_id for article in rows(lake, ARTICLES))
    assert set(published) == ids
    assert set(published.values()) == {1}
    refused = [row.source for row in read if not hasattr(row, "text")]
    assert sorted(reject.source for reject in rows(lake, REJECTS) if reject.stage == "read") == sorted(refused)


def test_a_run_that_brings_nothing_new_reads_no_mentions_and_no_meetings(lake: Path, monkeypatch) -> None:
    for path in [*lake.glob("mentions/*/*.parquet"), *lake.glob("meetings/*/*.parquet")]:
        if pq.read_metadata(path).num_rows:
            path.write_bytes(b"no parquet")
    before = digests(lake)
    ingest(lake, sorted(lake.parent.glob("*.jsonl")), monkeypatch)
    assert digests(lake) == before


def test_only_what_a_run_can_change_is_read_whole(lake: Path, monkeypatch) -> None:
    not_needed = {ARTICLES: ["text", "title"], MENTIONS: ["quote", "venue"], MEETINGS: ["sources", "participants"]}
    for table, columns in not_needed.items():
        for path in lake.glob(f"{table.name}/*/*.parquet"):
            if path.parent.name != ANCHOR:
                pq.write_table(pq.ParquetFile(path).read().drop_columns(columns), path)
    for path in lake.glob(f"{REJECTS.name}/date=2*/*.parquet"):
        path.write_bytes(b"no parquet")
    before = digests(lake)
    apart = lake.parent / "apart.jsonl"
    apart.write_text('{"text": "Zora met Yan on 2031-05-06 in Lima. It rained.", "published": "2031-05-06"}')
    ingest(lake, [apart], monkeypatch)
    written = {name for name, digest in digests(lake).items() if before.get(name) != digest}
    assert written == {
        *(f"{name}/date=2031-05-06/part-0.parquet" for name in ("articles", "mentions", "meetings")),
        *(f"_manifest/{name}.json" for name in ("articles", "mentions", "meetings")),
    }


def test_merging_again_changes_nothing(lake: Path) -> None:
    before = digests(lake)
    merge(lake)
    assert digests(lake) == before


def test_merging_again_restores_meetings_and_makes_one_file_of_several(lake: Path) -> None:
    before = digests(lake)
    meetings = next(path for path in lake.glob("meetings/date=2024*/*.parquet"))
    pq.write_table(pq.read_table(meetings).slice(1), meetings)
    for table in TABLES:
        for path in list(lake.glob(f"{table.name}/*/part-0.parquet")):
            whole = pq.read_table(path)
            pq.write_table(whole.slice(0, 1), path.with_name("a.parquet"))
            pq.write_table(whole.slice(1), path.with_name("b.parquet"))
            path.unlink()
    merge(lake)
    assert digests(lake) == before


def test_a_lake_whose_mentions_lost_their_article_is_not_merged(lake: Path) -> None:
    for path in lake.glob(f"{ARTICLES.name}/*/*.parquet"):
        path.unlink()
    before = digests(lake)
    with pytest.raises(Exception, match=r"is of article .*, which is no original article"), exclusive(str(lake)):
        merge(lake)
    recover(str(lake))
    assert digests(lake) == before


def test_meetings_lie_under_the_day_they_begin(lake: Path) -> None:
    for path in lake.glob("meetings/*/*.parquet"):
        for meeting in MEETINGS.from_arrow(pq.ParquetFile(path).read()):
            assert path.parent.name == f"date={meeting.date_start}"


@pytest.mark.parametrize(
    "wire",
    [
        lambda root: build(root, inputs=["*.txt"], output="lake", spacy_model="m", feeds=ReadPolled((), Manners("c"))),
        lambda root: build_merge(root, output="lake"),
        lambda root: build_stream(root, feeds=[], manners=Manners("c"), output="lake", spacy_model="m"),
    ],
    ids=["build", "build_merge", "build_stream"],
)
def test_what_is_flattened_is_read_by_nobody_else(wire: Callable[[beam.Pipeline], None]) -> None:
    """Flink and Spark fail on other graphs: Beam's issue 34647."""
    root = beam.Pipeline()
    wire(root)
    steps = [step for step in root.to_runner_api().components.transforms.values() if not step.subtransforms]
    readers = Counter(collection for step in steps for collection in set(step.inputs.values()))
    flattens = [step for step in steps if step.spec.urn == "beam:transform:flatten:v1" and len(step.inputs) > 1]
    assert flattens
    assert [f.unique_name for f in flattens if any(readers[collection] > 1 for collection in f.inputs.values())] == []
