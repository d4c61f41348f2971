"""Publishing: exactly the rows of now, the same bytes in any order, the old lake or the new after any crash."""

import json
import random
from datetime import UTC, datetime
from pathlib import Path

import apache_beam as beam
import pyarrow.parquet as pq
import pytest
from beam_testing import digests, pipeline, rows, times

from schemas.article import Article
from schemas.reject import Reject
from schemas.tables import ARTICLES, REJECTS, TABLES
from transforms.commit import commit, recover
from transforms.partitions import ANCHOR, UNDATED, partition_of
from transforms.publish import Change, CompactTables, PublishTables, apply_changes, stage_partition

MAY = "date=2024-05-06"
JUNE = "date=2024-06-07"


def article(name: str, day: str | None = "2024-05-06", text: str = "words") -> Article:
    published = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    return Article(name, None, None, "f.txt", None, None, text, "en", published, "header" if day else "none")


def put(*articles: Article) -> list[Change]:
    return [Change("articles", partition_of(ARTICLES.date_of(a)), (a.article_id,), (a,)) for a in articles]


def publish(lake: Path, articles: list[Change], rejects: list[Change] = []) -> None:  # noqa: B006
    with pipeline() as root:
        root | beam.Create([*articles, *rejects], reshuffle=False) | PublishTables(str(lake))


def ids(lake: Path) -> list[str]:
    return sorted(row.article_id for row in rows(lake, ARTICLES))


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        ([], put(article("b"), article("a")), ["a", "b"]),
        (["a"], [], ["a"]),
        (["a", "b"], [Change("articles", MAY, ("a",), ())], ["b"]),
        (["a"], [Change("articles", MAY, ("c",), ())], ["a"]),
        (["a"], [Change("articles", MAY, (), ())], ["a"]),
        (["b"], put(article("a")) * 2, ["a", "b"]),
    ],
)
def test_changes_replace_the_rows_of_their_owners_and_no_others(before, changes, after) -> None:
    existing = ARTICLES.to_arrow(article(name) for name in before)
    assert apply_changes(ARTICLES, existing, changes).column("article_id").to_pylist() == after


def test_changes_that_disagree_are_a_bug_named_with_its_key() -> None:
    with pytest.raises(ValueError, match=r"articles disagree about .*a1.* in date=2024-05-06"):
        apply_changes(ARTICLES, ARTICLES.to_arrow([]), put(article("a1", text="x"), article("a1", text="y")))


def test_rows_of_one_owner_have_one_order_and_an_owner_may_be_null() -> None:
    told = [Reject("read", "f", reason, "d", None) for reason in ("c", "a", "b")]
    changes = [Change("rejects", UNDATED, REJECTS.owner_of(row), (row,)) for row in told]
    once = apply_changes(REJECTS, REJECTS.to_arrow([]), changes)
    assert once.column("reason").to_pylist() == ["a", "b", "c"]
    assert apply_changes(REJECTS, once, changes[::-1]).equals(once)


def test_the_bytes_do_not_depend_on_the_order_of_changes_or_on_how_many_runs_brought_them(tmp_path: Path) -> None:
    changes = put(*(article(f"a{i}", random.Random(i).choice([None, "2024-05-06", "2024-06-07"])) for i in range(30)))
    publish(tmp_path / "once", changes)
    random.Random(1).shuffle(changes)
    publish(tmp_path / "twice", changes[:17])
    publish(tmp_path / "twice", changes[17:])
    assert digests(tmp_path / "once") == digests(tmp_path / "twice")


def test_publishing_the_same_again_writes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, put(article("a"), article("b", None)))
    before = times(tmp_path)
    publish(tmp_path, put(article("b", None), article("a")))
    assert times(tmp_path) == before


def test_only_the_partitions_that_change_are_written(tmp_path: Path) -> None:
    publish(tmp_path, put(article("a"), article("b", "2024-06-07")))
    before = times(tmp_path)
    publish(tmp_path, put(article("c", "2024-06-07")))
    assert {name for name, when in times(tmp_path).items() if before.get(name) != when} == {
        f"articles/{JUNE}/part-0.parquet",
        "_manifest/articles.json",
    }


def test_a_partition_without_rows_goes_with_its_folder_but_the_anchor_stays(tmp_path: Path) -> None:
    publish(tmp_path, put(article("a"), article("b", "1970-01-01")))
    publish(tmp_path, [Change("articles", MAY, ("a",), ()), Change("articles", ANCHOR, ("b",), ())])
    assert [path.name for path in (tmp_path / "articles").iterdir()] == [ANCHOR]
    assert ids(tmp_path) == []


def test_every_table_is_there_with_its_columns_even_without_rows(tmp_path: Path) -> None:
    publish(tmp_path, [])
    for table in TABLES:
        assert pq.read_schema(tmp_path / table.name / ANCHOR / "part-0.parquet").equals(table.schema)
    files = [
        name for table in TABLES for name in (f"{table.name}/{ANCHOR}/part-0.parquet", f"_manifest/{table.name}.json")
    ]
    assert sorted(digests(tmp_path)) == sorted(files)


def test_files_are_zstd_with_spec_lists_and_bounded_row_groups(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("transforms.publish._ROWS_IN_GROUP", 2)
    moves = stage_partition(ARTICLES, str(tmp_path), MAY, put(*(article(name) for name in "abcde")))
    commit(moves, str(tmp_path))
    metadata = pq.read_metadata(tmp_path / "articles" / MAY / "part-0.parquet")
    assert [metadata.row_group(i).num_rows for i in range(metadata.num_row_groups)] == [2, 2, 1]
    assert metadata.row_group(0).column(0).compression == "ZSTD"
    publish(tmp_path, [])
    names = pq.read_metadata(tmp_path / "meetings" / ANCHOR / "part-0.parquet").schema
    assert "participants.list.element.name" in {names.column(i).path for i in range(len(names))}


def test_several_files_of_a_partition_become_one_with_the_same_rows(tmp_path: Path) -> None:
    publish(tmp_path, put(article("a"), article("b"), article("c")))
    expected = digests(tmp_path)
    folder = tmp_path / "articles" / MAY
    (folder / "part-0.parquet").unlink()
    for number, names in enumerate(["c", "ab"]):
        pq.write_table(ARTICLES.to_arrow(article(name) for name in names), folder / f"stream-{number}.parquet")
    with pipeline() as root:
        root | beam.Impulse() | CompactTables(str(tmp_path)) | PublishTables(str(tmp_path))
    assert digests(tmp_path) == expected


def test_what_was_staged_without_a_commit_is_cleared_and_the_lake_stays(tmp_path: Path) -> None:
    publish(tmp_path, put(article("a")))
    before = times(tmp_path)
    stage_partition(ARTICLES, str(tmp_path), MAY, put(article("b")))
    assert times(tmp_path) != before
    recover(str(tmp_path))
    assert times(tmp_path) == before
    recover(str(tmp_path))
    assert times(tmp_path) == before


def test_a_commit_whose_staged_files_another_run_cleared_away_publishes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, put(article("a")))
    before = times(tmp_path)
    moves = stage_partition(ARTICLES, str(tmp_path), MAY, put(article("b")))
    recover(str(tmp_path))
    with pytest.raises(RuntimeError, match=r"\.staging/articles/.* has gone: another run writes to"):
        commit(moves, str(tmp_path))
    assert times(tmp_path) == before


def test_a_commit_may_be_made_again(tmp_path: Path) -> None:
    moves = stage_partition(ARTICLES, str(tmp_path), MAY, put(article("b")))
    commit(moves, str(tmp_path))
    before = times(tmp_path)
    commit(moves, str(tmp_path))
    assert times(tmp_path) == before


@pytest.mark.parametrize("made", range(4))
def test_a_commit_that_died_between_two_moves_is_completed(tmp_path: Path, monkeypatch, made: int) -> None:
    publish(tmp_path, put(article("a"), article("gone", "2024-07-08")))
    steps = [put(article("b")), put(article("c", "2024-06-07")), [Change("articles", "date=2024-07-08", ("gone",), ())]]
    moves = [move for step in steps for move in stage_partition(ARTICLES, str(tmp_path), step[0].partition, step)]
    assert len(moves) == 3
    with monkeypatch.context() as patched:
        patched.setattr("transforms.commit.recover", lambda output: None)
        commit(moves, str(tmp_path))
    for move in moves[:made]:
        if move.staged:
            (tmp_path / move.published).parent.mkdir(exist_ok=True)
            (tmp_path / move.staged).rename(tmp_path / move.published)
        else:
            (tmp_path / move.published).unlink()
    recover(str(tmp_path))
    assert ids(tmp_path) == ["a", "b", "c"]
    assert not (tmp_path / ".staging").exists()
    assert not (tmp_path / "articles/date=2024-07-08").exists()


def test_a_folder_named_like_a_pattern_is_taken_by_its_name(tmp_path: Path) -> None:
    lake = tmp_path / "a[1]*"
    publish(lake, put(article("a")))
    publish(lake, [Change("articles", MAY, ("a",), ())])
    assert ids(lake) == []


def test_moves_are_written_down_before_any_is_made_with_the_manifests_last(tmp_path: Path, monkeypatch) -> None:
    moves = stage_partition(ARTICLES, str(tmp_path), MAY, put(article("a")))
    monkeypatch.setattr("transforms.commit.recover", lambda output: None)
    commit(moves, str(tmp_path))
    written = json.loads((tmp_path / ".staging/moves.json").read_text())
    assert written[0] == [f".staging/articles/{MAY}", f"articles/{MAY}/part-0.parquet"]
    assert written[1:] == [[f".staging/_manifest/{t.name}.json", f"_manifest/{t.name}.json"] for t in TABLES]
    assert [path.name for path in tmp_path.iterdir()] == [".staging"]
