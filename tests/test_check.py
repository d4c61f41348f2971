"""Checking a lake: silence where all is well, and for each corruption the one line that names it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from beam_testing import ingest, write_corpus

from pipeline.cli import main
from schemas.article import Article
from schemas.meeting import Meeting, Source, StatusReport
from schemas.mention import Mention, Participant
from schemas.reject import Reject
from schemas.tables import ARTICLES, MEETINGS, MENTIONS, REJECTS, TABLES, Row, Table
from transforms.check import check_lake
from transforms.commit import commit
from transforms.partitions import ANCHOR, partition_of
from transforms.publish import Change, stage_partition

NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)
MONDAY, TUESDAY, SUNDAY = date(2024, 5, 6), date(2024, 5, 7), date(2024, 5, 12)
TEXT = "Anna Berg met Olav Dahl in Oslo. They spoke of fish."
QUOTE = TEXT[:32]
QUOTED = (Source("a", None, None, None, QUOTE), Source("b", None, None, None, QUOTE))
ANNA = Participant("Anna Berg", "person", "Foreign Minister", "SWE", "visitor")
OLAV = Participant("Olav Dahl", "person", None, "XKX", "host")
A = Article("a", None, None, "f", None, None, TEXT, "en", NOON, "header")
B = replace(A, article_id="b", duplicate_of="a", similarity=0.9)
M = Mention(
    "m", "a", NOON, "held", "in_person", (ANNA, OLAV), MONDAY, MONDAY, "day", "today", "relative", "Oslo", "NOR", None,
    None, (), None, QUOTE, 0, 32, 0.9, "042", "CONSULT", "visit", "1",
)  # fmt: skip
E = Meeting(
    "e", "held", (StatusReport("held", NOON, "a"),), "in_person", (ANNA, OLAV), MONDAY, MONDAY, "day", "Oslo", "NOR",
    None, None, (), None, NOON, NOON, 2, 1, QUOTED,
    0.9, "042", "CONSULT", "visit",
)  # fmt: skip
MET = StatusReport("met", NOON, "a")
R = Reject("read", "f", "empty", "0 bytes", None, NOON)
MAY = "date=2024-05-06"


def put(lake: Path, table: Table, *rows: Row, partition: str | None = None, owner: str | None = None) -> None:
    """Publishes rows with their manifest, each in its partition or all in one given."""
    changes = [
        Change(
            table.name,
            partition or partition_of(table.date_of(row)),
            (owner,) if owner else table.owner_of(row),
            (row,),
        )
        for row in rows
    ]
    folders = {ANCHOR, *(change.partition for change in changes)}
    commit(
        [
            move
            for folder in sorted(folders)
            for move in stage_partition(table, str(lake), folder, [c for c in changes if c.partition == folder])
        ],
        str(lake),
    )


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    for table, rows in ((ARTICLES, (A, B)), (MENTIONS, (M,)), (MEETINGS, (E,)), (REJECTS, (R,))):
        put(folder, table, *rows)
    return folder


@pytest.fixture
def lake(sound: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sound, tmp_path / "lake")


def test_nothing_is_wrong_with_a_sound_lake(lake: Path) -> None:
    assert list(check_lake(str(lake))) == []


def test_nothing_is_wrong_with_what_runs_publish(tmp_path: Path, monkeypatch) -> None:
    files = write_corpus(tmp_path, seed=4, files=4)
    for part in (files[:2], files[2:]):
        ingest(tmp_path / "lake", part, monkeypatch)
        assert list(check_lake(str(tmp_path / "lake"))) == []


DATES = ("date_start", "date_end", "date_precision")


def dated(row: Mention | Meeting, *dates) -> Row:
    return replace(row, **dict(zip(DATES, dates, strict=True)))


@pytest.mark.parametrize(
    ("table", "row", "line"),
    [
        (ARTICLES, replace(A, source=None), "article a: source is null"),
        (ARTICLES, replace(A, published_basis="rumour"), "'rumour' is none of header, feed, page, text, none"),
        (ARTICLES, replace(A, published_basis="none"), "does not fit published_basis 'none'"),
        (ARTICLES, replace(B, duplicate_of="z"), "article b: duplicate_of z is not there"),
        (ARTICLES, replace(B, duplicate_of="b"), "article b: duplicate_of b is a duplicate itself"),
        (ARTICLES, replace(B, similarity=None), "duplicate_of and similarity are not known together"),
        (ARTICLES, replace(B, similarity=1.5), "similarity 1.5 is not between 0 and 1"),
        (MENTIONS, replace(M, article_id="z"), "mention m: article z is not there"),
        (MENTIONS, replace(M, article_id="b"), "mention m: article b is a duplicate"),
        (MENTIONS, replace(M, published_at=NOON.replace(hour=3)), "is not the article's"),
        (MENTIONS, replace(M, quote_start=1), "mention m: quote is not text[1:32] of article a"),
        (MENTIONS, replace(M, quote="Anna Berg"), "quote is not text[0:32]"),
        (MENTIONS, replace(M, status="met"), "status 'met' is none of planned, proposed"),
        (MENTIONS, replace(M, mode="pigeon"), "mode 'pigeon' is none of in_person, phone, video"),
        (MENTIONS, replace(M, country="NO"), "mention m: country 'NO' is no ISO 3166 alpha-3 code"),
        (MENTIONS, replace(M, participants=(replace(ANNA, country="ENG"),)), "participants.country 'ENG' is no ISO"),
        (MENTIONS, replace(M, participants=(replace(ANNA, kind="cat"),)), "participants.kind 'cat' is none of person"),
        (MENTIONS, replace(M, participants=(replace(ANNA, role="chef"),)), "participants.role 'chef' is none of host"),
        (MENTIONS, replace(M, confidence=-0.1), "confidence -0.1 is not between 0 and 1"),
        (MENTIONS, replace(M, confidence=float("nan")), "confidence nan is not between 0 and 1"),
        (MENTIONS, replace(M, confidence=None), "mention m: confidence is null"),
        (MENTIONS, replace(M, cameo_code="036"), "codes 036 / CONSULT / visit are none of those for held"),
        (MENTIONS, replace(M, plover_event="MEET"), "codes 042 / MEET / visit are none"),
        (MENTIONS, replace(M, plover_mode="meet"), "codes 042 / CONSULT / meet are none"),
        (MENTIONS, replace(M, status="cancelled"), "are none of those for cancelled"),
        (MENTIONS, dated(M, TUESDAY, MONDAY, "range"), "ends on 2024-05-06, before its start on 2024-05-07"),
        (MENTIONS, dated(M, MONDAY, TUESDAY, "day"), "2024-05-06 to 2024-05-07 is no day"),
        (MENTIONS, dated(M, MONDAY, MONDAY, "range"), "is no range"),
        (MENTIONS, dated(M, TUESDAY, SUNDAY, "week"), "is no week"),
        (MENTIONS, dated(M, MONDAY, SUNDAY, "month"), "is no month"),
        (MENTIONS, dated(M, date(2024, 2, 1), date(2024, 2, 28), "month"), "is no month"),
        (MENTIONS, dated(M, MONDAY, SUNDAY, "year"), "is no year"),
        (MENTIONS, dated(M, MONDAY, None, "day"), "date_start, date_end and date_precision are not known together"),
        (MEETINGS, replace(E, sources=(QUOTED[0], replace(QUOTED[0], article_id="z"))), "source z is not there"),
        (MEETINGS, replace(E, n_articles=3), "n_articles 3, n_independent_articles 1, but 2 sources"),
        (MEETINGS, replace(E, n_independent_articles=0), "n_independent_articles 0, but 2 sources"),
        (MEETINGS, replace(E, status_history=()), "status 'held' is not in status_history"),
        (MEETINGS, replace(E, status_history=(MET, *E.status_history)), "status_history.status 'met'"),
        (MEETINGS, replace(E, country="ZZZ"), "meeting e: country 'ZZZ'"),
        (MEETINGS, replace(E, cameo_code="999"), "codes 999"),
        (REJECTS, replace(R, reason=None), "reject read: reason is null"),
    ],
)  # fmt: skip
def test_a_row_that_breaks_a_promise_is_named(lake: Path, table: Table, row: Row, line: str) -> None:
    owner = "a" if table is MENTIONS else None
    if table is REJECTS:
        (lake / f"rejects/{MAY}/part-0.parquet").unlink()
    put(lake, table, row, partition=MAY, owner=owner)
    (told,) = check_lake(str(lake))
    assert told.startswith(f"{table.name}/{MAY}/part-0.parquet: ")
    assert line in told


@pytest.mark.parametrize(
    "row",
    [
        dated(M, MONDAY, SUNDAY, "week"),
        dated(M, date(2024, 2, 1), date(2024, 2, 29), "month"),
        dated(M, date(2024, 1, 1), date(2024, 12, 31), "year"),
        dated(M, MONDAY, TUESDAY, "range"),
        dated(M, None, None, None),
        replace(M, status="planned", cameo_code="036", plover_event="AGREE", plover_mode=None),
        replace(M, participants=(replace(ANNA, country=None), OLAV), mode=None),
    ],
)
def test_what_keeps_its_promise_is_not_named(lake: Path, row: Mention) -> None:
    put(lake, MENTIONS, row)
    assert list(check_lake(str(lake))) == []


@pytest.mark.parametrize(
    ("table", "row", "id_told"),
    [(ARTICLES, A, "article_id a"), (MENTIONS, M, "mention_id m"), (MEETINGS, E, "meeting_id e")],
)
def test_ids_that_are_there_twice_are_named_once(lake: Path, table: Table, row: Row, id_told: str) -> None:
    put(lake, table, row, partition="date=2024-06-07")
    told = list(check_lake(str(lake)))
    assert f"{table.name}: {id_told} is there 2 times" in told
    assert any(line.endswith(f"belongs in {MAY}") for line in told)


def rewrite(path: Path, change: Callable[[pa.Table], pa.Table]) -> None:
    pq.write_table(change(pq.ParquetFile(path).read()), path)


@pytest.mark.parametrize(
    ("corrupt", "lines"),
    [
        (lambda lake: (lake / f"rejects/{MAY}/part-0.parquet").unlink(), [f"rejects/{MAY}/part-0.parquet: missing"]),
        (
            lambda lake: shutil.copy(lake / f"rejects/{MAY}/part-0.parquet", lake / f"rejects/{MAY}/more.parquet"),
            [f"rejects/{MAY}/more.parquet: foreign"],
        ),
        (lambda lake: (lake / "articles/notes.txt").touch(), ["articles/notes.txt: foreign"]),
        (
            lambda lake: (lake / f"rejects/{MAY}/part-0.parquet").write_bytes(b"PAR1"),
            [f"rejects/{MAY}/part-0.parquet: is no Parquet file"],
        ),
        (
            lambda lake: rewrite(lake / f"rejects/{MAY}/part-0.parquet", lambda rows: pa.concat_tables([rows, rows])),
            ["2 rows, not 1 as the manifest says", "other bytes than the manifest says"],
        ),
        (
            lambda lake: rewrite(lake / f"mentions/{MAY}/part-0.parquet", lambda rows: rows.drop_columns(["quote"])),
            ["does not have the columns of this version", "other bytes"],
        ),
        (lambda lake: (lake / "_manifest/articles.json").unlink(), ["_manifest/articles.json: missing; parley merge"]),
        (
            lambda lake: (lake / "_manifest/articles.json").write_text("{}"),
            ["_manifest/articles.json is no manifest; delete it"],
        ),
        (
            lambda lake: ((lake / ".staging").mkdir(), (lake / ".staging/moves.json").touch()),
            [".staging/moves.json: a run was killed"],
        ),
    ],
    ids="missing foreign note unreadable rows columns no_manifest bad_manifest killed".split(),
)
def test_files_that_are_not_those_of_the_manifest_are_named(lake: Path, corrupt, lines: list[str]) -> None:
    corrupt(lake)
    told = list(check_lake(str(lake)))
    assert len(told) == len(lines)
    assert [line for line, part in zip(told, lines, strict=True) if part not in line] == []


def test_a_text_that_is_null_spares_no_mention(lake: Path) -> None:
    put(lake, ARTICLES, replace(A, text=None))
    told = [line.split(": ", 1)[1] for line in check_lake(str(lake))]
    assert told == ["article a: text is null", "mention m: quote is not text[0:32] of article a"]


def test_a_missing_file_of_articles_leaves_mentions_and_meetings_without_theirs(lake: Path) -> None:
    (lake / f"articles/{MAY}/part-0.parquet").unlink()
    told = list(check_lake(str(lake)))
    assert [line.split(": ", 1)[1] for line in told] == [
        "missing", "mention m: article a is not there", "meeting e: source a is not there",
        "meeting e: source b is not there",
    ]  # fmt: skip


def test_check_says_what_is_wrong_and_fails(lake: Path, capsys) -> None:
    assert main(["check", str(lake)]) == 0
    assert capsys.readouterr().out == "nothing is wrong\n"
    (lake / f"rejects/{MAY}/part-0.parquet").unlink()
    assert main(["check", str(lake)]) == 1
    assert capsys.readouterr().out.splitlines() == [f"rejects/{MAY}/part-0.parquet: missing", "1 thing is wrong"]


def test_a_folder_without_tables_is_refused(tmp_path: Path, capsys) -> None:
    assert main(["check", str(tmp_path / "none")]) == 2
    assert f"{tmp_path}/none holds no tables; parley ingest makes them" in capsys.readouterr().err


def test_checking_does_not_wait_for_beam(lake: Path) -> None:
    program = "import sys; from pipeline.cli import main; main(sys.argv[1:]); print('apache_beam' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program, "check", str(lake)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["nothing is wrong", "False"]


def test_every_table_is_checked(lake: Path) -> None:
    for table in TABLES:
        manifest = json.loads((lake / f"_manifest/{table.name}.json").read_text())
        (lake / manifest["files"][-1]["path"]).write_bytes(b"")
    assert {line.split("/")[0] for line in check_lake(str(lake))} == {table.name for table in TABLES}
