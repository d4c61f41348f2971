"""Runs add up: twice is once, A then B is both, a killed run is completed, and order and hash seeds do not matter.

The reading of language is not what is tested here, so a small extractor that needs no model takes its place.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from beam_testing import digests, find_told, find_unreadable, ingest, rows, times, write_corpus

from schemas.article import Article
from schemas.mention import Report
from schemas.reject import Reject
from schemas.tables import ARTICLES, MEETINGS, MENTIONS, REJECTS
from transforms.commit import recover
from transforms.merge import merge_mentions
from transforms.read import read_articles
from transforms.restate import cite

TESTS = Path(__file__).parent


@pytest.fixture
def corpus(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return write_corpus(folder, seed=1)


def test_the_corpus_is_worth_testing_with(corpus, tmp_path: Path, monkeypatch) -> None:
    ingest(tmp_path / "lake", corpus, monkeypatch)
    articles = rows(tmp_path / "lake", ARTICLES)
    assert {article.duplicate_of is None for article in articles} == {True, False}
    assert {article.published_at is None for article in articles} == {True, False}
    assert {reject.stage for reject in rows(tmp_path / "lake", REJECTS)} == {"read", "extract"}
    assert any(len(meeting.sources) > 1 for meeting in rows(tmp_path / "lake", MEETINGS))


def test_running_twice_writes_nothing_the_second_time(corpus, tmp_path: Path, monkeypatch) -> None:
    ingest(tmp_path / "lake", corpus, monkeypatch)
    once = digests(tmp_path / "lake"), times(tmp_path / "lake")
    ingest(tmp_path / "lake", corpus, monkeypatch)
    assert (digests(tmp_path / "lake"), times(tmp_path / "lake")) == once


@pytest.mark.parametrize("seed", range(3))
def test_a_then_b_is_a_and_b_together(tmp_path: Path, monkeypatch, seed: int) -> None:
    dice = random.Random(seed)
    files = write_corpus(tmp_path, seed)
    ingest(tmp_path / "together", files, monkeypatch)
    dice.shuffle(files)
    cut = dice.randrange(1, len(files))
    for part in (files[:cut], files[cut:]):
        ingest(tmp_path / "apart", part, monkeypatch)
    assert digests(tmp_path / "apart") == digests(tmp_path / "together")


def test_an_earlier_original_that_arrives_late_takes_over(tmp_path: Path, monkeypatch) -> None:
    text = "Anna met Olav on 2024-05-06 in Oslo. " + " ".join(f"word{i}" for i in range(60))
    for name, day in (("late", "2024-05-09"), ("early", "2024-05-07")):
        record = f'{{"text": "{text} {name}", "published": "{day}T00:00:00Z", "url": "https://{name}.example/1"}}'
        (tmp_path / f"{name}.jsonl").write_text(record)
    ingest(tmp_path / "lake", [tmp_path / "late.jsonl"], monkeypatch)
    (late,) = rows(tmp_path / "lake", MENTIONS)
    ingest(tmp_path / "lake", [tmp_path / "early.jsonl"], monkeypatch)
    (mention,) = rows(tmp_path / "lake", MENTIONS)
    articles = {article.article_id: article for article in rows(tmp_path / "lake", ARTICLES)}
    assert articles[late.article_id].duplicate_of == mention.article_id != late.article_id
    (meeting,) = rows(tmp_path / "lake", MEETINGS)
    assert (meeting.n_articles, meeting.n_independent_articles) == (2, 1)


def test_the_pipeline_gives_the_rows_of_a_plain_loop(corpus, tmp_path: Path, monkeypatch) -> None:
    ingest(tmp_path / "lake", corpus, monkeypatch)
    read = [found for path in corpus for found in read_articles(str(path), path.read_bytes())]
    given = {row.article_id for row in read if isinstance(row, Article)}
    articles = rows(tmp_path / "lake", ARTICLES)
    assert sorted(given) == sorted(article.article_id for article in articles)
    originals = [article for article in articles if article.duplicate_of is None]
    mentions = [mention for article in originals for mention in find_told(article)]
    assert in_order(mentions) == in_order(rows(tmp_path / "lake", MENTIONS))
    citations = {article.article_id: cite(article) for article in articles}
    copies = {a: tuple(c for c in citations.values() if c.duplicate_of == a) for a in citations}
    reports = [Report(m, citations[m.article_id], copies[m.article_id]) for m in mentions]
    assert in_order(merge_mentions(reports)) == in_order(rows(tmp_path / "lake", MEETINGS))
    rejects = [row for row in read if isinstance(row, Reject)]
    rejects += [reject for article in originals for reject in find_unreadable(article)]
    assert in_order(map(REJECTS.owner_of, rejects)) == in_order(map(REJECTS.owner_of, rows(tmp_path / "lake", REJECTS)))


def in_order(values: Iterable) -> list:
    return sorted(values, key=lambda value: repr(value).replace("datetime.timezone.utc", "UTC"))


RUN = """
import os, signal, sys
from pathlib import Path
import pytest
from beam_testing import ingest

lake, die_at, *files = sys.argv[1:]
left = int(die_at)

def dying(step):
    def counted(*args, **kwargs):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*args, **kwargs)
    return counted

os.rename, os.makedirs = dying(os.rename), dying(os.makedirs)
with pytest.MonkeyPatch.context() as patched:
    ingest(Path(lake), map(Path, files), patched)
print(int(die_at) - left)
"""


def run_apart(lake: Path, files: list[Path], *, die_at: int = 0, hash_seed: int = 0) -> tuple[int, str]:
    """Ingests in a process of its own, killed at the nth step that touches the disk; its exit code and output."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": str(hash_seed),
        "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)]),
    }
    command = [sys.executable, "-c", RUN, str(lake), str(die_at), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    return done.returncode, done.stdout if done.returncode <= 0 else done.stderr


def test_a_run_killed_at_any_step_did_all_or_nothing_and_the_next_completes_it(corpus, tmp_path, monkeypatch) -> None:
    ingest(tmp_path / "before", corpus[:4], monkeypatch)
    shutil.copytree(tmp_path / "before", tmp_path / "after")
    code, steps = run_apart(tmp_path / "after", corpus)
    assert code == 0, steps
    before, after = digests(tmp_path / "before"), digests(tmp_path / "after")
    ends = set()
    for die_at in (int(steps) // 3, int(steps) * 2 // 3, int(steps) - 1):
        lake = tmp_path / f"killed-{die_at}"
        shutil.copytree(tmp_path / "before", lake)
        assert run_apart(lake, corpus, die_at=die_at)[0] == -signal.SIGKILL
        assert rows(lake, ARTICLES)
        shutil.copytree(lake, tmp_path / f"recovered-{die_at}")
        recover(str(tmp_path / f"recovered-{die_at}"))
        recovered = digests(tmp_path / f"recovered-{die_at}")
        assert recovered in (before, after)
        ends.add(recovered == after)
        ingest(lake, corpus, monkeypatch)
        assert digests(lake) == after
    assert ends == {True, False}


@pytest.mark.parametrize("hash_seed", [1, 2])
def test_hash_seeds_and_the_order_of_elements_change_no_byte(corpus, tmp_path, monkeypatch, hash_seed: int) -> None:
    ingest(tmp_path / "here", corpus, monkeypatch)
    code, output = run_apart(tmp_path / "there", corpus[::-1], hash_seed=hash_seed)
    assert code == 0, output
    assert digests(tmp_path / "there") == digests(tmp_path / "here")


def test_another_runner_publishes_the_same_bytes(corpus, tmp_path: Path, monkeypatch) -> None:
    ingest(tmp_path / "here", corpus, monkeypatch)
    ingest(tmp_path / "there", corpus, monkeypatch, runner="BundleBasedDirectRunner")
    assert digests(tmp_path / "there") == digests(tmp_path / "here")
