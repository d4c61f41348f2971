"""The promises of a lake hold on object stores, where no rename is atomic: S3 and Google Cloud Storage, over HTTP."""

import functools
import importlib.metadata
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import boto3
import pytest
from apache_beam.io.filesystems import FileSystems
from apache_beam.options.pipeline_options import PipelineOptions
from beam_testing import FindTold, digests, ingest, pipeline, write_corpus
from object_stores import STORES, ObjectStore, dying
from test_publish import article, put

from pipeline.cli import main
from pipeline.graph import build
from schemas.reading import Reading
from schemas.tables import ARTICLES
from transforms.commit import Move, commit, exclusive, recover
from transforms.landing import land, landed_files
from transforms.poll import FeedState
from transforms.publish import Change, stage_partition
from transforms.subscriptions import recall, remember

TESTS = Path(__file__).parent
SEED = TESTS.parent / "seeds" / "000_ad8db8c54279949b.txt"


@pytest.fixture(scope="module", params=STORES)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStore]:
    with pytest.MonkeyPatch.context() as environment:
        # Beam makes a session for every file, and each reads the description of the service anew.
        environment.setattr(boto3.session, "Session", functools.cache(boto3.session.Session))
        FileSystems.set_options(PipelineOptions([]))
        with STORES[request.param](tmp_path_factory.mktemp(request.param), environment) as opened:
            yield opened


def on_disk(lake: Path) -> dict[str, bytes]:
    return {path: (lake / path).read_bytes() for path in digests(lake)}


def test_runs_add_up_to_the_bytes_that_one_run_has_on_a_disk_and_one_run_more_writes_nothing(
    store: ObjectStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write_corpus(tmp_path, seed=3, files=2)
    ingest(tmp_path / "lake", files, monkeypatch)
    for part in (files[:1], files[1:]):
        ingest(store.url("added"), part, monkeypatch)
    assert store.contents("added") == on_disk(tmp_path / "lake")
    written = store.times("added")
    ingest(store.url("added"), files, monkeypatch)
    assert store.times("added") == written


class Dead(BaseException):
    """The process is no more: nothing catches this."""


def stage(lake: str) -> list[Move]:
    """Stages articles that are new, one in the place of another, and one that goes."""
    steps = [put(article("b")), put(article("c", "2024-06-07")), [Change("articles", "date=2024-07-08", ("gone",), ())]]
    return [move for step in steps for move in stage_partition(ARTICLES, lake, step[0].partition, step)]


def test_killed_at_any_request_a_commit_leaves_old_or_new_files_and_is_completed(store: ObjectStore) -> None:
    def die() -> NoReturn:
        raise Dead

    lake = store.url("whole")
    first = put(article("a")), put(article("gone", "2024-07-08"))
    commit([move for step in first for move in stage_partition(ARTICLES, lake, step[0].partition, step)], lake)
    before = store.contents("whole")
    moves = stage(lake)
    with dying(0, die) as requests:
        commit(moves, lake)
    after = store.contents("whole")
    assert after.keys() - before.keys() == {"articles/date=2024-06-07/part-0.parquet"}
    assert before.keys() - after.keys() == {"articles/date=2024-07-08/part-0.parquet"}
    ends = set()
    for at in range(1, len(requests) + 1):
        lake = store.url(f"killed-{at}")
        store.fill(f"killed-{at}", before)
        moves = stage(lake)
        with pytest.raises(Dead), dying(at, die):
            commit(moves, lake)
        seen = {path: content for path, content in store.contents(f"killed-{at}").items() if path[0] != "."}
        assert all(content in (before.get(path), after.get(path)) for path, content in seen.items())
        assert before.keys() & after.keys() <= seen.keys()
        recover(lake)
        recovered = store.contents(f"killed-{at}")
        assert recovered in (before, after)
        ends.add(recovered == after)
        commit(stage(lake), lake)
        assert store.contents(f"killed-{at}") == after
    assert ends == {True, False}


RUN = """
import functools, os, signal, sys
from pathlib import Path
import boto3, pytest
from apache_beam.io.filesystems import FileSystems
from apache_beam.options.pipeline_options import PipelineOptions
from beam_testing import ingest
from object_stores import dying

boto3.session.Session = functools.cache(boto3.session.Session)
FileSystems.set_options(PipelineOptions([]))
lake, die_at, *files = sys.argv[1:]
with pytest.MonkeyPatch.context() as patched, dying(int(die_at), lambda: os.kill(os.getpid(), signal.SIGKILL)) as made:
    ingest(lake, map(Path, files), patched)
print(len(made))
"""


def run_apart(lake: str, die_at: int, files: list[Path]) -> tuple[int, str]:
    """Ingests in a process of its own, killed in place of its nth request; its exit code and output."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])}
    command = [sys.executable, "-c", RUN, lake, str(die_at), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    return done.returncode, done.stdout if done.returncode <= 0 else done.stderr


def test_a_run_killed_while_it_publishes_is_completed_by_the_next(
    store: ObjectStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write_corpus(tmp_path, seed=5, files=2)
    code, requests = run_apart(store.url("after"), 0, files)
    assert code == 0, requests
    die_at = random.Random(store.scheme).randrange(int(requests) // 2, int(requests))
    assert run_apart(store.url("killed"), die_at, files)[0] == -signal.SIGKILL
    assert store.contents("killed") != store.contents("after")
    ingest(store.url("killed"), files, monkeypatch)
    assert store.contents("killed") == store.contents("after")


def test_the_program_reads_writes_checks_and_shows_a_lake_there(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lake, news = store.url("program/lake"), "inbox/a [1].txt"
    store.put(news, SEED.read_bytes())
    flags = []
    if store.scheme == "s3":
        flags = ["--s3_endpoint_url", os.environ["AWS_ENDPOINT_URL"]]
        monkeypatch.delenv("AWS_ENDPOINT_URL")
    assert main(["ingest", "--input", store.url("inbox/*.txt"), "--output", lake, *flags]) == 0
    assert "1 read: 1 new" in capsys.readouterr().out
    written = store.times("program/lake")
    assert main(["merge", "--output", lake, *flags]) == 0
    assert store.times("program/lake") == written
    monkeypatch.undo()
    capsys.readouterr()
    assert main(["check", lake]) == 0
    assert capsys.readouterr().out == "nothing is wrong\n"
    assert main(["report", lake]) == 0
    assert "Wang Yi" in capsys.readouterr().out


def test_what_a_stream_lands_there_is_taken(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    lake = store.url("landed")
    for name in ("a", "b"):
        land(lake, f"2024-05-06T12-00-00-{name}", [Reading(article(name, text=f"{name} is told."))])
    monkeypatch.setattr("pipeline.graph.ExtractMentions", FindTold)
    with exclusive(lake), pipeline() as root:
        build(root, inputs=(), output=lake, spacy_model="none", landed=landed_files(lake))
    assert landed_files(lake) == ()
    assert "articles/date=2024-05-06/part-0.parquet" in store.contents("landed")
    assert not [path for path in store.contents("landed") if path.startswith((".staging", "landed"))]


def test_what_is_remembered_of_feeds_is_remembered_there(store: ObjectStore) -> None:
    state = FeedState("https://site.example/feed", "https://site.example/moved", etag='W/"1"', seen=("a", "b"))
    lake = store.url("feeds/lake")
    assert recall(lake, [state.url]) == [FeedState(state.url, state.url)]
    remember(lake, [state])
    remember(lake, [])
    assert recall(lake, [state.url]) == [state]
    assert store.contents("feeds/lake").keys() == {".state/feeds.json"}


@pytest.mark.parametrize("command", ["ingest", "merge", "check", "report"])
def test_a_bucket_that_is_not_there_is_told(
    store: ObjectStore, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lake = f"{store.scheme}://no-such-bucket/lake"
    arguments = {"ingest": ["--input", str(SEED), "--output"], "merge": ["--output"]}
    assert main([command, *arguments.get(command, []), lake]) == 2
    assert lake in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["ingest", "--input", "gs://a/b", "--output", "lake"], "gs://a/b: needs google-cloud-storage; in"),
        (["ingest", "--feeds", "s3://a/b", "--output", "lake"], "s3://a/b: needs boto3; install parley with"),
        (["merge", "--output", "gs://a/b/"], "gs://a/b: needs google-cloud-storage; install parley with its extra gcs"),
    ],
)
def test_the_extra_that_a_store_needs_is_named(argv: list[str], says: str, capsys, monkeypatch) -> None:
    def missing(name: str) -> NoReturn:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.distribution", missing)
    assert main(argv) == 2
    assert says in capsys.readouterr().err


def test_a_folder_there_has_no_name_that_could_be_a_pattern(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", "--output", "s3://news/lake[1]"]) == 2
    assert "s3://news/lake[1]: a folder of an object store cannot have * ?" in capsys.readouterr().err
