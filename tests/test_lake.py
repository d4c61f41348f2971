"""What is published is read back: by parley by column and partition, by others with the right types."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import apache_beam as beam
import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from apache_beam.testing.util import assert_that, equal_to
from beam_testing import pipeline

from schemas.article import Article, ArticleKey
from schemas.meeting import Meeting
from schemas.reject import Reject
from schemas.tables import ARTICLES, MEETINGS, REJECTS
from transforms.commit import commit
from transforms.lake import (
    FetchArticles,
    ListFiles,
    ReadTable,
    count_rows,
    fetch_articles,
    partition_files,
    read_arrow,
    read_columns,
    read_rows,
    read_selected,
)
from transforms.partitions import ANCHOR, UNDATED, date_of_partition, partition_of
from transforms.publish import Change, stage_partition

MAY = "date=2024-05-06"
NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)


def article(name: str, published: datetime | None = NOON) -> Article:
    basis = "header" if published else "none"
    return Article(name, None, f"https://x.example/{name}", "f", None, None, "text", "en", published, basis)


def fill(lake: Path, **partitions: list[Article]) -> None:
    """Publishes articles: undated=[...], may=[...], and the anchor."""
    names = {"may": MAY, "undated": UNDATED}
    moves = stage_partition(ARTICLES, str(lake), ANCHOR, [])
    for partition, articles in partitions.items():
        changes = [Change("articles", names[partition], (a.article_id,), (a,)) for a in articles]
        moves += stage_partition(ARTICLES, str(lake), names[partition], changes)
    commit(moves, str(lake))


@pytest.mark.parametrize("day", [None, date(2024, 5, 6), date(1, 1, 1), date(9999, 12, 31)])
def test_a_partition_tells_its_day(day) -> None:
    assert date_of_partition(partition_of(day)) == day


def test_rows_come_back_as_they_were_or_narrower(tmp_path: Path) -> None:
    fill(tmp_path, may=[article("a")], undated=[article("b", None)])
    (path,) = partition_files(str(tmp_path), ARTICLES)[MAY]
    assert list(read_rows(ARTICLES, path, Article)) == [article("a")]
    key = ArticleKey("a", "https://x.example/a", "f", NOON, b"")
    assert list(read_rows(ARTICLES, path, ArticleKey)) == [key]


def test_only_the_columns_of_the_record_are_read(tmp_path: Path) -> None:
    fill(tmp_path, may=[article("a")])
    (path,) = partition_files(str(tmp_path), ARTICLES)[MAY]
    pq.write_table(pq.read_table(path).drop_columns(["text"]), path)
    assert [key.article_id for key in read_rows(ARTICLES, path, ArticleKey)] == ["a"]


def test_a_rejects_day_comes_back_from_its_partition(tmp_path: Path) -> None:
    reject = Reject("extract", "f", "bad", "d", "a1", NOON)
    commit(
        stage_partition(REJECTS, str(tmp_path), MAY, [Change("rejects", MAY, REJECTS.owner_of(reject), (reject,))]),
        str(tmp_path),
    )
    (path,) = partition_files(str(tmp_path), REJECTS)[MAY]
    (row,) = read_rows(REJECTS, path, Reject)
    assert REJECTS.date_of(row) == date(2024, 5, 6)


def test_a_lake_that_is_not_there_has_no_rows(tmp_path: Path) -> None:
    assert partition_files(str(tmp_path / "none"), MEETINGS) == {}
    assert count_rows(str(tmp_path / "none"), MEETINGS) == 0


def test_rows_are_counted_over_all_partitions(tmp_path: Path) -> None:
    fill(tmp_path, may=[article("a"), article("b")], undated=[article("c", None)])
    assert count_rows(str(tmp_path), ARTICLES) == 3
    (tmp_path / "_manifest/articles.json").unlink()
    assert count_rows(str(tmp_path), ARTICLES) == 3


def test_files_of_other_columns_are_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "part-0.parquet"
    pq.write_table(pa.table({"article_id": ["a"]}), path)
    with pytest.raises(ValueError, match=r"part-0.parquet does not have the columns of articles.*ingest into a new"):
        read_arrow(ARTICLES, str(path))


def test_files_are_listed_once_by_table_and_read_in_a_pipeline(tmp_path: Path) -> None:
    fill(tmp_path, may=[article("a")], undated=[article("b", None)])
    with pipeline() as root:
        files = root | beam.Create([1, 2]) | ListFiles(str(tmp_path), (ARTICLES, MEETINGS))
        assert_that(files["articles"] | ReadTable(ARTICLES, Article), equal_to([article("a"), article("b", None)]))
        assert_that(files["meetings"] | ReadTable(MEETINGS, Meeting), equal_to([]), "meetings")


def test_columns_are_read_in_tables_and_rows_selected_by_the_first_value_told(tmp_path: Path) -> None:
    copy = replace(article("b"), duplicate_of="a", similarity=0.9)
    fill(tmp_path, may=[article("a"), copy, article("c")])
    (path,) = partition_files(str(tmp_path), ARTICLES)[MAY]
    pq.write_table(pq.ParquetFile(path).read().drop_columns(["text"]), path)
    a, b, c = (ArticleKey(name, f"https://x.example/{name}", "f", NOON, b"") for name in "abc")
    b = replace(b, duplicate_of="a", similarity=0.9)
    assert ARTICLES.from_arrow(read_columns(ARTICLES, path, ArticleKey), ArticleKey) == [a, b, c]
    assert read_selected(ARTICLES, path, ArticleKey, ["article_id"], ["a", "d"]) == [a]
    assert read_selected(ARTICLES, path, ArticleKey, ["duplicate_of", "article_id"], ["a", "d"]) == [a, b]


def test_other_columns_are_read_only_of_files_with_selected_rows(tmp_path: Path) -> None:
    fill(tmp_path, may=[article("a")], undated=[article("b", None)])
    for path in tmp_path.glob("articles/date=2*/*.parquet"):
        pq.write_table(pq.ParquetFile(path).read().select(["article_id"]), path)
    (may,), (undated,) = (partition_files(str(tmp_path), ARTICLES)[name] for name in (MAY, UNDATED))
    assert read_selected(ARTICLES, may, ArticleKey, ["article_id"], ["b"]) == []
    (key,) = read_selected(ARTICLES, undated, ArticleKey, ["article_id"], ["b"])
    assert key.article_id == "b"
    with pytest.raises(TypeError, match="missing"):
        read_selected(ARTICLES, may, ArticleKey, ["article_id"], ["a"])


def test_articles_are_fetched_by_key_with_the_links_of_the_keys(tmp_path: Path) -> None:
    fill(tmp_path, may=[article("a"), article("b")], undated=[article("c", None)])
    keys = [
        ArticleKey("a", None, "f", NOON, b"", "c", 0.9),
        ArticleKey("c", None, "f", None, b"", None, None),
    ]
    with pipeline() as root:
        fetched = root | beam.Create(keys) | FetchArticles(str(tmp_path))
        links = fetched | beam.Map(lambda a: (a.article_id, a.duplicate_of, a.similarity, a.text))
        assert_that(links, equal_to([("a", "c", 0.9, "text"), ("c", None, None, "text")]))


def test_fetching_opens_no_other_partition(tmp_path: Path) -> None:
    fill(tmp_path, may=[article("a")], undated=[article("c", None)])
    (tmp_path / "articles" / UNDATED / "part-0.parquet").write_bytes(b"no parquet")
    key = ArticleKey("a", None, "f", NOON, b"")
    assert [a.article_id for a in fetch_articles(str(tmp_path), MAY, [key])] == ["a"]


READERS = {
    "duckdb": lambda glob: duckdb.sql(f"select * from read_parquet('{glob}', hive_partitioning=true)").to_arrow_table(),
    "polars": lambda glob: pl.scan_parquet(glob, hive_partitioning=True).collect().to_arrow(),
    "pyarrow": lambda glob: ds.dataset(glob.split("/**")[0], partitioning="hive").to_table(),
}


@pytest.mark.parametrize(
    ("contents", "days"),
    [
        ({}, []),
        ({"undated": [article("a", None)]}, [None]),
        ({"may": [article("a")]}, [date(2024, 5, 6)]),
        ({"may": [article("a")], "undated": [article("b", None)]}, [date(2024, 5, 6), None]),
    ],
    ids=["empty", "undated", "dated", "both"],
)
@pytest.mark.parametrize("reader", READERS)
def test_others_read_the_table_with_its_types_and_its_days(tmp_path: Path, reader: str, contents, days) -> None:
    fill(tmp_path, **contents)
    table = READERS[reader](f"{tmp_path}/articles/**/*.parquet")
    found = sorted(table["date"].to_pylist(), key=str)
    # pyarrow, left to infer, takes every partition key that is no number for a string.
    assert [str(day) for day in found] == [str(day) for day in days]
    assert table.schema.field("date").type in ((pa.string(),) if reader == "pyarrow" else (pa.date32(),))
    assert str(table.schema.field("published_at").type).startswith("timestamp[us, tz=")
    assert pa.types.is_floating(table.schema.field("similarity").type)
    assert set(table.schema.names) == {*ARTICLES.schema.names, "date"}


def test_pyarrow_told_that_partitions_are_dates_reads_dates(tmp_path: Path) -> None:
    fill(tmp_path, may=[article("a")], undated=[article("b", None)])
    hive = ds.partitioning(pa.schema([("date", pa.date32())]), flavor="hive")
    table = ds.dataset(tmp_path / "articles", partitioning=hive).to_table()
    assert table.schema.field("date").type == pa.date32()
    assert sorted(table["date"].to_pylist(), key=str) == [date(2024, 5, 6), None]
