"""DedupeArticles equals the plain functions, and A then B equals A and B together."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import apache_beam as beam
import pyarrow.parquet as pq
import pytest
from apache_beam.testing.util import assert_that, equal_to
from beam_testing import pipeline
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import tables
from schemas.article import Article
from transforms.commit import commit
from transforms.dedupe import DedupeArticles, KeepNews, dedupe_articles, is_lacking, key_of
from transforms.partitions import UNDATED
from transforms.publish import Change, stage_partition

NOON = datetime(2022, 5, 1, 12, tzinfo=UTC)
STORY = (
    "The two delegations spent the morning on the wording of a joint paper about river water and the afternoon on its "
    "annexes, said a clerk who had watched them come and go through a side door of the old customs house."
)
TEXTS = [STORY, STORY + " More was not to be learned.", STORY[:150], "Briefly.", "Read on."]


def _article(name: str, text: str, url: str | None = None, source: str = "s", hour: int | None = None) -> Article:
    published = None if hour is None else NOON.replace(hour=hour)
    return Article(name, url, url, source, None, None, text, "en", published, "none")


ARTICLES = st.builds(
    _article,
    name=st.sampled_from([f"id{n}" for n in range(8)]),
    text=st.sampled_from(TEXTS),
    url=st.sampled_from([None, "https://x.example/1", "https://x.example/2"]),
    source=st.sampled_from(["s", "t", "u"]),
    hour=st.sampled_from([None, 1, 2]),
)


def _publish(lake: dict[str, Article], batch: Iterable[Article]) -> dict[str, Article]:
    """The lake after a run over one more batch."""
    written, relinked = dedupe_articles(batch, map(key_of, lake.values()))
    changed = {
        key.article_id: replace(lake[key.article_id], duplicate_of=key.duplicate_of, similarity=key.similarity)
        for key in relinked
    }
    assert not changed.keys() & {row.article_id for row in written}
    return lake | changed | {row.article_id: row for row in written}


@settings(deadline=None)
@given(st.lists(st.lists(ARTICLES, max_size=6), max_size=4))
def test_any_split_gives_the_same_lake(batches) -> None:
    together = _publish({}, [article for batch in batches for article in batch])
    for order in (batches, batches[::-1]):
        lake: dict[str, Article] = {}
        for batch in order:
            lake = _publish(lake, batch)
        assert lake == together
        assert all(dedupe_articles(batch, map(key_of, lake.values())) == ([], []) for batch in batches)


@pytest.mark.parametrize(
    ("copies", "kept"),
    [
        ([_article("a", "x", source="t"), _article("a", "x", source="s")], 1),
        (
            [
                replace(_article("a", "x"), fetched_at=NOON),
                replace(_article("a", "x"), fetched_at=NOON.replace(hour=3)),
            ],
            1,
        ),
        ([replace(_article("a", "x"), fetched_at=NOON), _article("a", "x")], 1),
    ],
    ids=["smallest source", "earliest fetch", "from storage"],
)
def test_one_delivery_is_kept(copies, kept) -> None:
    for order in (copies, copies[::-1]):
        ((row,), _) = dedupe_articles(order, [])
        assert (row.source, row.fetched_at) == (copies[kept].source, copies[kept].fetched_at)


@settings(deadline=None)
@given(st.lists(ARTICLES, max_size=6), st.lists(ARTICLES, max_size=6))
def test_what_the_lake_holds_already_changes_nothing(before, batch) -> None:
    told = {article.article_id: article for article in (*before, *batch)}
    before, batch = ([replace(told[a.article_id], source=a.source) for a in some] for some in (before, batch))
    lake = _publish({}, before)
    held = {name: key_of(article) for name, article in lake.items()}
    news = [article for article in batch if is_lacking(article, held.get(article.article_id))]
    assert _publish(lake, news) == _publish(lake, batch)


def test_only_what_the_lake_lacks_is_kept(tmp_path: Path) -> None:
    held, better, other = (_article(*row) for row in (("a", "x", None, "t"), ("a", "x", None, "s"), ("b", "x")))
    change = Change("articles", UNDATED, ("a",), (held,))
    commit(stage_partition(tables.ARTICLES, str(tmp_path), UNDATED, [change]), str(tmp_path))
    with pipeline() as root:
        new = root | beam.Create([held, better, other])
        assert_that(new | KeepNews(str(tmp_path)), equal_to([better, other]))


def test_the_transform_equals_the_plain_function(tmp_path: Path) -> None:
    articles = [
        _article(f"id{n % 17}", TEXTS[n % 5] + " x" * (n % 3), f"https://x.example/{n % 11}", "st"[n % 2], n % 4)
        for n in range(60)
    ]
    lake = _publish({}, articles[:20])
    written, relinked = dedupe_articles(articles[20:], map(key_of, lake.values()))
    assert written
    assert relinked
    rows, paths = list(lake.values()), [str(tmp_path / "one"), str(tmp_path / "two")]
    for path, some in zip(paths, (rows[:5], rows[5:]), strict=True):
        pq.write_table(tables.ARTICLES.to_arrow(some), path)
    with pipeline() as root:
        new = root | "New" >> beam.Create(articles[20:])
        files = root | "Earlier" >> beam.Create(paths)
        deduped = (new, files) | DedupeArticles()
        assert_that(deduped.articles, equal_to(written), "articles")
        assert_that(deduped.relinked, equal_to(relinked), "relinked")
        replaced = [key_of(lake[row.article_id]) for row in (*written, *relinked) if row.article_id in lake]
        assert_that(deduped.replaced, equal_to(replaced), "replaced")
