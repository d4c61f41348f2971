"""What a run changes: the difference between the rows published and those that hold now."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import apache_beam as beam
import pytest
from apache_beam.testing.util import assert_that, equal_to
from beam_testing import find_told, pipeline

from schemas.article import Article, ArticleKey, Citation
from schemas.mention import Mention
from schemas.reject import Reject
from schemas.tables import ARTICLES, MENTIONS, REJECTS
from transforms.commit import commit
from transforms.publish import Change, stage_partition
from transforms.restate import FetchRejects, RestateTables, assemble_reports, cite, differences

MAY, JUNE = datetime(2024, 5, 6, 8, tzinfo=UTC), datetime(2024, 6, 7, tzinfo=UTC)
IN_MAY, IN_JUNE = "date=2024-05-06", "date=2024-06-07"


def article(name: str = "a", published: datetime | None = MAY, **fields: str) -> Article:
    text = "Anna met Olav on 2024-05-06 in Oslo. Ines met Karl on 2024-05-07 in Lima."
    return Article(name, None, None, "f", None, None, text, "en", published, "header", **fields)


def key(published: datetime | None) -> ArticleKey:
    return ArticleKey("a", None, "f", published, b"")


def mentions(of: Article) -> tuple[Mention, ...]:
    return tuple(sorted(find_told(of), key=repr))


ONE, TWO = mentions(article())


@pytest.mark.parametrize(
    ("table", "earlier", "now", "changes"),
    [
        (ARTICLES, [], [article()], [Change("articles", IN_MAY, ("a",), (article(),))]),
        (ARTICLES, [article()], [article()], []),
        (ARTICLES, [key(MAY)], [article()], [Change("articles", IN_MAY, ("a",), (article(),))]),
        (
            ARTICLES,
            [key(MAY)],
            [article(published=JUNE)],
            [Change("articles", IN_MAY, ("a",), ()), Change("articles", IN_JUNE, ("a",), (article(published=JUNE),))],
        ),
        (MENTIONS, [ONE, TWO], [TWO, ONE], []),
        (MENTIONS, [ONE, TWO], [TWO], [Change("mentions", IN_MAY, ("a",), (TWO,))]),
        (MENTIONS, [ONE, TWO], [], [Change("mentions", IN_MAY, ("a",), ())]),
        (MENTIONS, [], [TWO, ONE], [Change("mentions", IN_MAY, ("a",), (ONE, TWO))]),
    ],
)
def test_differences_are_one_change_a_partition_that_differs(table, earlier, now, changes) -> None:
    assert list(differences(table, earlier, now)) == changes


def test_rows_are_restated_by_owner() -> None:
    other = article("b")
    with pipeline() as root:
        earlier = root | "Earlier" >> beam.Create([ONE, TWO, *find_told(other)])
        now = root | "Now" >> beam.Create([ONE, TWO])
        same = root | "Same" >> beam.Create([article()])
        changes = {"articles": (same, same), "mentions": (earlier, now)} | RestateTables()
        assert_that(changes, equal_to([Change("mentions", IN_MAY, ("b",), ())]))


def test_an_owner_of_several_columns_may_have_nulls() -> None:
    reject = Reject("read", "f", "empty", "0 bytes")
    with pipeline() as root:
        none = root | "Earlier" >> beam.Create([], reshuffle=False)
        now = root | "Now" >> beam.Create([reject, reject])
        changes = {"rejects": (none, now)} | RestateTables()
        owner = ("read", "f", "empty", "0 bytes", None)
        assert_that(changes, equal_to([Change("rejects", "date=__HIVE_DEFAULT_PARTITION__", owner, (reject,))]))


def test_rejects_are_fetched_of_the_extraction_of_articles_and_no_other_partition_opened(tmp_path: Path) -> None:
    rejects = [
        Reject("extract", "f", "too_large", "long", "a", MAY),
        Reject("extract", "f", "too_large", "long", "b", MAY),
        Reject("clean", "f", "no_text", "nothing", None, MAY),
    ]
    changes = [Change("rejects", IN_MAY, REJECTS.owner_of(reject), (reject,)) for reject in rejects]
    commit(stage_partition(REJECTS, str(tmp_path), IN_MAY, changes), str(tmp_path))
    (tmp_path / "rejects" / IN_JUNE).mkdir()
    (tmp_path / "rejects" / IN_JUNE / "part-0.parquet").write_bytes(b"no parquet")
    with pipeline() as root:
        fetched = root | beam.Create([article("a"), article("c")]) | FetchRejects(str(tmp_path))
        assert_that(fetched, equal_to([replace(rejects[0], published_at=datetime(2024, 5, 6, tzinfo=UTC))]))


def test_a_report_has_its_article_and_the_copies_in_order() -> None:
    copies = [cite(article(name, duplicate_of="a")) for name in ("c", "b")]
    (report,) = assemble_reports("a", [ONE], [copies[0], cite(article()), copies[1]])
    assert report.article == Citation("a", None, None, None, MAY)
    assert [copy.article_id for copy in report.copies] == ["b", "c"]


@pytest.mark.parametrize("citations", [[], [cite(article("b", duplicate_of="a"))]])
def test_a_mention_without_its_article_is_a_bug_named_with_its_key(citations) -> None:
    with pytest.raises(ValueError, match=f"mention {ONE.mention_id} is of article a"):
        list(assemble_reports("a", [ONE], citations))


def test_articles_without_mentions_make_no_reports() -> None:
    assert list(assemble_reports("a", [], [cite(article())])) == []


def test_a_reject_keeps_only_its_day() -> None:
    reject = Reject("read", "f", "empty", "d", None, MAY)
    kept = replace(reject, published_at=datetime(2024, 5, 6, tzinfo=UTC))
    assert list(differences(REJECTS, [kept], [reject])) == []
    assert [change.rows for change in differences(REJECTS, [], [reject])] == [(kept,)]
