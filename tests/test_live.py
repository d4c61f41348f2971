"""Feeds to a lake: polled once, in repeated runs, replayed, stopped."""

import ipaddress
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from pathlib import Path

import apache_beam as beam
import pytest
from apache_beam.options.pipeline_options import StandardOptions
from beam_testing import FindTold, digests, ingest, rows
from web_server import (
    FakeClock,
    Publication,
    Web,
    in_turn,
    loopback_web,  # noqa: F401 (a fixture)
    page,
    redirect,
    serve,
)

from pipeline.cli import main
from pipeline.live import run_until_stopped, stop_on_signals
from schemas.article import Article
from schemas.document import Document
from schemas.tables import ARTICLES, MEETINGS, MENTIONS, REJECTS
from transforms.check import check_lake
from transforms.clean import clean_document
from transforms.commit import exclusive
from transforms.fetcher import Fetcher, Manners
from transforms.poll import FeedState, poll_feed
from transforms.read import read_articles

TESTS = Path(__file__).parent
SNAPSHOTS = sorted((TESTS.parents[1] / "shared/eval/feeds").glob("*.rss"))
LOOPBACK = "127.0.0.0/8"
PROSE = "This is what the envoys said of the harbour and of the grain that is to be shipped from it. "
needs_snapshots = pytest.mark.skipif(not SNAPSHOTS, reason="the snapshots lie outside the repository")


def rss(*numbers: int) -> bytes:
    """A feed of whole entries, each of which tells a meeting."""
    items = "".join(
        f"<item><title>Talks {n}</title><link>https://n.example/{n}</link>"
        f"<pubDate>Mon, 06 May 2024 12:{n:02}:00 GMT</pubDate><content:encoded>"
        f"Anna met Olav on 2024-05-{n + 1:02} in Oslo. {PROSE} {' '.join(f'w{n}x{i}' for i in range(60))}"
        "</content:encoded></item>"
        for n in numbers
    )
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>'
        f"{items}</channel></rss>"
    ).encode()


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """No reading of language, no pauses between requests, and feeds that are always due."""
    monkeypatch.setattr("pipeline.graph.ExtractMentions", FindTold)
    monkeypatch.setattr("transforms.language.nlp.load", lambda name: None)
    monkeypatch.setattr("pipeline.live.Manners", partial(Manners, pause=0.0))
    monkeypatch.setattr("pipeline.live.poll_feeds", partial(poll_feeds_at_once))


def poll_feeds_at_once(states, fetcher):
    from transforms.poll import poll_feeds

    return poll_feeds([replace(state, due=None) for state in states], fetcher)


def polled_once(folder: Path, *urls: str) -> int:
    """What parley ingest --feeds gives for a list of these feeds."""
    (folder / "feeds.txt").write_text("\n".join(urls))
    return main(
        ["ingest", "--feeds", str(folder / "feeds.txt"), "--output", str(folder / "lake"), "--allow-network", LOOPBACK]
    )


def test_ingest_polls_once_and_remembers(web: Web, tmp_path: Path, fast, capsys) -> None:
    feed = Publication(rss(1, 2))
    urls = [web.put("f.example", "/", feed), web.put("g.example", "/", page("", 410))]
    assert polled_once(tmp_path, *urls) == 0
    assert "feeds     2: 1 news, 1 retired" in capsys.readouterr().out
    lake = tmp_path / "lake"
    assert sorted(article.title for article in rows(lake, ARTICLES)) == ["Talks 1", "Talks 2"]
    assert [article.source.partition("#")[0] for article in rows(lake, ARTICLES)] == [urls[0]] * 2
    assert [reject.reason for reject in rows(lake, REJECTS)] == ["gone"]
    before = digests(lake)
    assert polled_once(tmp_path, *urls) == 0
    assert "feeds     2: 1 retired, 1 unchanged" in capsys.readouterr().out
    memory = ".state/feeds.json"
    assert {**digests(lake), memory: ""} == {**before, memory: ""}
    feed.publish(rss(3, 2))
    assert polled_once(tmp_path, *urls) == 0
    assert sorted(article.title for article in rows(lake, ARTICLES)) == ["Talks 1", "Talks 2", "Talks 3"]


def test_a_page_that_may_be_had_another_day_is_asked_for_again(web: Web, tmp_path, fast, monkeypatch) -> None:
    monkeypatch.setattr("transforms.fetcher._BACKOFF_SECONDS", (0.0, 0.0))
    text = f"<html><head><title>T</title></head><body><article><p>{PROSE * 4}</p></article></body></html>"
    links = {
        "busy": web.put("p.example", "/busy", in_turn(*[page("", 503)] * 6, page(text))),
        "not_found": web.put("p.example", "/none", page("", 404)),
        "too_many_redirects": web.put("p.example", "/loop", redirect("/loop")),
    }
    items = [f"<item><title>{name}</title><link>{link}</link></item>" for name, link in links.items()]
    content = rss().replace(b"</channel>", f"{''.join(items)}</channel>".encode())
    url = web.put("f.example", "/", Publication(content))
    lake = tmp_path / "lake"
    for _ in range(2):
        assert polled_once(tmp_path, url) == 0
        assert {(row.stage, row.reason) for row in rows(lake, REJECTS)} == {("fetch", reason) for reason in links}
        assert rows(lake, ARTICLES) == []
    assert polled_once(tmp_path, url) == 0
    assert sorted(row.reason for row in rows(lake, REJECTS)) == ["not_found", "too_many_redirects"]
    assert [article.title for article in rows(lake, ARTICLES)] == ["busy"]
    asked = web.paths("p.example")
    assert (asked.count("/busy"), asked.count("/none"), asked.count("/loop")) == (7, 1, 6)


def test_a_feed_that_recovers_has_no_reject_any_more(web: Web, tmp_path: Path, fast) -> None:
    url = web.put("f.example", "/", in_turn(page("", 500), Publication(rss(1))))
    for reasons in (["server_error"], []):
        assert polled_once(tmp_path, url) == 0
        assert [row.reason for row in rows(tmp_path / "lake", REJECTS)] == reasons


def test_a_run_that_fails_remembers_nothing_and_the_next_reads_all(web: Web, tmp_path, fast, monkeypatch) -> None:
    url = web.put("f.example", "/", Publication(rss(1, 2)))
    with monkeypatch.context() as patched:
        patched.setattr("transforms.publish.commit", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            polled_once(tmp_path, url)
    assert not (tmp_path / "lake/.state").exists()
    assert polled_once(tmp_path, url) == 0
    assert len(rows(tmp_path / "lake", ARTICLES)) == 2


def test_a_run_killed_before_it_remembers_is_done_again_without_a_trace(web: Web, tmp_path, fast, monkeypatch) -> None:
    url = web.put("f.example", "/", Publication(rss(1, 2)))
    with monkeypatch.context() as patched:
        patched.setattr("pipeline.live.remember", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            polled_once(tmp_path, url)
    before = digests(tmp_path / "lake")
    assert len(rows(tmp_path / "lake", ARTICLES)) == 2
    assert polled_once(tmp_path, url) == 0
    after = digests(tmp_path / "lake")
    assert after.pop(".state/feeds.json")
    assert after == before


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["ingest", "--output", "x"], "required: --input or --feeds; see parley ingest --help"),
        (["stream", "--output", "x"], "required: --feeds"),
        (["stream", "--feeds", "none.opml", "--output", "x"], "none.opml: cannot be read as a list of feeds"),
        (["ingest", "--feeds", "none.opml", "--output", "x"], "none.opml: cannot be read as a list of feeds"),
        (["ingest", "--feeds", "f", "--output", "x", "--allow-network", "10.0.0.1/8"], "invalid ip_network value"),
        (["ingest", "--feeds", "f", "--output", "x", "--contact", "a\r\nb: c"], "invalid _contact value"),
    ],
)
def test_wrong_usage_is_told_in_one_line(capsys, fast, argv: list[str], says: str) -> None:
    assert main(argv) == 2
    err = capsys.readouterr().err
    assert says in err
    assert err.count("\n") == 1


def replayed(web: Web, snapshots: list[Path]) -> Iterator[Document]:
    """The documents of two feeds whose snapshots follow one another, polled after every change and once more."""
    fetcher = Fetcher(Manners("desk@parley.example", (ipaddress.ip_network(LOOPBACK),), pause=0.0), FakeClock())
    for name in sorted({path.name[:5] for path in snapshots}):
        feed = Publication()
        url = web.put("f.example", f"/{name}", feed)
        state = FeedState(url, url)
        for path in (path for path in snapshots if path.name.startswith(name)):
            feed.publish(path.read_bytes())
            for expected in ("news", "unchanged"):
                poll = poll_feed(state, fetcher)
                assert poll.outcome in (expected, "unchanged"), path
                assert not poll.requests
                assert not poll.rejects
                state = poll.state
                fetcher.clock.sleep(6 * 3600)
                yield from poll.documents


@needs_snapshots
def test_snapshots_that_follow_one_another_give_the_articles_of_all_of_them_read_together(web: Web) -> None:
    together = {row.article_id for path in SNAPSHOTS for row in read_articles("f.xml", path.read_bytes())
                if isinstance(row, Article)}  # fmt: skip
    polled = [clean_document(document) for document in replayed(web, SNAPSHOTS)]
    ids = [row.article_id for row in polled if isinstance(row, Article)]
    assert set(ids) == together
    assert len(ids) < 1.2 * len(together), "what was seen is not read again"


@needs_snapshots
def test_runs_after_every_change_give_the_rows_of_one_run_over_all(web: Web, tmp_path, fast, monkeypatch) -> None:
    series = [[path for path in SNAPSHOTS if path.name.startswith(name)][:15:6] for name in ("State", "White")]
    feeds = [Publication(), Publication()]
    urls = [web.put("f.example", f"/{number}", feed) for number, feed in enumerate(feeds)]
    for snapshots in zip_longest(*series):
        for feed, snapshot in zip(feeds, snapshots, strict=True):
            feed.publish(snapshot.read_bytes())
        assert polled_once(tmp_path, *urls) == 0
    batch = tmp_path / "batch"
    copies = [tmp_path / f"{path.name}.xml" for paths in series for path in paths]
    for copy, path in zip(copies, [path for paths in series for path in paths], strict=True):
        copy.write_bytes(path.read_bytes())
    ingest(batch, copies, monkeypatch)
    for table in (ARTICLES, MENTIONS, MEETINGS, REJECTS):
        live, together = ({_placeless(row) for row in rows(lake, table)} for lake in (tmp_path / "lake", batch))
        assert live == together, table.name
    assert len(rows(batch, ARTICLES)) > 10


def _placeless(row):
    return replace(row, source="") if hasattr(row, "source") else row


class Script:
    """In the place of the event that stops a stream: does the next thing whenever the stream waits, then stops it."""

    def __init__(self, *steps: Callable[[], object]) -> None:
        self.steps = list(steps)
        self.waits: list[float] = []

    def is_set(self) -> bool:
        return not self.steps

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.steps.pop(0)()


def test_a_stream_waits_for_a_run_beside_it_and_runs_only_for_news(web, tmp_path, fast, monkeypatch, capsys) -> None:
    lake, feed = tmp_path / "lake", Publication(rss(1))
    (tmp_path / "feeds.txt").write_text(web.put("f.example", "/", feed))
    beside = ExitStack()
    beside.enter_context(exclusive(str(lake)))
    published: list[dict[str, str]] = []
    script = Script(
        lambda: (published.append(digests(lake / "articles")), beside.close()),
        lambda: published.append(digests(lake / "articles")),
        lambda: (published.append(digests(lake / "articles")), feed.publish(rss(1, 2))),
        lambda: published.append(digests(lake / "articles")),
    )
    monkeypatch.setattr("pipeline.live.stop_on_signals", lambda: nullcontext(script))
    arguments = ["--feeds", str(tmp_path / "feeds.txt"), "--output", str(lake), "--allow-network", LOOPBACK]
    assert main(["stream", *arguments]) == 0
    nothing, one, still_one, two = published
    assert nothing == {}
    assert one == still_one
    assert one != two
    assert sorted(article.title for article in rows(lake, ARTICLES)) == ["Talks 1", "Talks 2"]
    out = capsys.readouterr().out
    assert out.count("lie in") == 2, "no run where there is nothing new"
    assert script.waits[0] == 5.0
    assert all(800 < seconds <= 900 for seconds in script.waits[1:])


STREAM = """
import sys
from datetime import timedelta
from functools import partial
import pytest
from beam_testing import FindTold
from transforms.fetcher import Manners
from transforms.poll import poll_feeds
with pytest.MonkeyPatch.context() as patched:
    patched.setattr("pipeline.graph.ExtractMentions", FindTold)
    patched.setattr("transforms.language.nlp.load", lambda name: None)
    patched.setattr("pipeline.live.Manners", partial(Manners, pause=0.0))
    patched.setattr("pipeline.live.poll_feeds", partial(poll_feeds, minimum=timedelta(seconds=0.2)))
    from pipeline.cli import main
    sys.exit(main(sys.argv[1:]))
"""


def streaming(folder: Path) -> "subprocess.Popen[str]":
    """A process that streams the feeds listed in the folder into the lake there."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])}
    lists = ["--feeds", str(folder / "feeds.txt"), "--output", str(folder / "lake"), "--allow-network", LOOPBACK]
    return subprocess.Popen(
        [sys.executable, "-c", STREAM, "stream", *lists], env=environment, text=True, stdout=subprocess.PIPE
    )


def until(process: "subprocess.Popen[str]", condition: Callable[[], bool]) -> None:
    """Waits until it is so, or the process ends."""
    while not condition():
        assert process.poll() is None
        time.sleep(0.05)


class Job:
    """A pipeline that runs somewhere, through these states, until it is cancelled; the signal comes with the last."""

    def __init__(self, *states: str) -> None:
        self.states = list(states)
        self.cancelled = False

    def run(self) -> "Job":
        return self

    @property
    def state(self) -> str:
        if len(self.states) == 1:
            signal.raise_signal(signal.SIGTERM)
        return self.states.pop(0)

    def cancel(self) -> None:
        self.cancelled = True


def test_an_unbounded_pipeline_is_cancelled_by_a_signal(monkeypatch) -> None:
    monkeypatch.setattr("pipeline.live._SECONDS_BETWEEN_LOOKS", 0.0)
    job = Job("STARTING", "RUNNING", "RUNNING")
    run_until_stopped(job)
    assert job.cancelled


def test_an_unbounded_pipeline_that_ends_by_itself_has_failed(monkeypatch) -> None:
    monkeypatch.setattr("pipeline.live._SECONDS_BETWEEN_LOOKS", 0.0)
    with pytest.raises(RuntimeError, match="the pipeline ended FAILED; what has landed is whole"):
        run_until_stopped(Job("RUNNING", "FAILED", "never asked for"))


def test_another_runner_gets_one_unbounded_pipeline(web: Web, tmp_path: Path, fast, monkeypatch, capsys) -> None:
    roots: list[beam.Pipeline] = []
    monkeypatch.setattr("pipeline.live.run_until_stopped", roots.append)
    (tmp_path / "feeds.txt").write_text(web.put("f.example", "/", Publication()))
    lists = ["--feeds", str(tmp_path / "feeds.txt"), "--output", str(tmp_path / "lake")]
    assert main(["stream", *lists, "--runner", "BundleBasedDirectRunner"]) == 0
    assert roots[0].options.view_as(StandardOptions).streaming
    assert "Ticks" in {label.partition("/")[0] for label in roots[0].applied_labels}
    assert f"parley merge brings what lands in {tmp_path}/lake/landed into the tables" in capsys.readouterr().out
    assert web.asked == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_to_stop_and_the_second_interrupts(number: signal.Signals) -> None:
    before = signal.signal(number, signal.default_int_handler)
    try:
        with stop_on_signals() as stopping:
            signal.raise_signal(number)
            assert stopping.is_set()
            with pytest.raises(KeyboardInterrupt):
                signal.raise_signal(number)
        assert signal.getsignal(number) is signal.default_int_handler
    finally:
        signal.signal(number, before)


def test_a_stream_publishes_what_comes_and_stops_when_told(tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    with serve() as web:
        feed = Publication(rss(1))
        web.sites["127.0.0.1"]["/"] = feed
        (tmp_path / "feeds.txt").write_text(web.url("127.0.0.1"))
        with streaming(tmp_path) as process:
            try:
                until(process, lambda: (lake / ".state/feeds.json").exists())
                feed.publish(rss(2, 1))
                until(process, lambda: len(rows(lake, ARTICLES)) == 2)
                process.send_signal(signal.SIGTERM)
                out, _ = process.communicate(timeout=60)
            finally:
                process.kill()
    assert process.returncode == 0
    lines = out.splitlines()
    assert re.match("parley: repeated batch runs", lines[0])
    assert lines[-1] == "parley: stopped; what is published is whole"
    assert len(rows(lake, MEETINGS)) == 2
    assert not list((lake / ".staging").rglob("*"))


def test_a_stream_that_is_killed_at_ten_moments_gives_the_lake_of_one_run(tmp_path: Path, fast) -> None:
    dice = random.Random(5)
    lake = tmp_path / "killed" / "lake"
    lake.parent.mkdir()
    memory = ".state/feeds.json"

    def remembered() -> int:
        return (lake / memory).stat().st_mtime_ns if (lake / memory).exists() else 0

    stages: list[Callable[[], bool]] = [
        lambda: True,
        lambda: any((lake / ".staging").glob("*/date=*")),
        lambda: (lake / ".staging/moves.json").exists(),
        lambda: False,
    ]
    with serve() as web:
        feed = Publication()
        web.sites["127.0.0.1"]["/"] = feed
        (lake.parent / "feeds.txt").write_text(web.url("127.0.0.1"))
        for number in range(10):
            feed.publish(rss(*range(1, number + 2)))
            before, reached = remembered(), stages[number % len(stages)]
            with streaming(lake.parent) as process:
                while not process.stdout.readline().startswith("feeds"):
                    assert process.poll() is None
                until(process, lambda: reached() or remembered() != before)  # noqa: B023
                time.sleep(dice.uniform(0.0, 0.5))
                process.kill()
        with streaming(lake.parent) as process:
            try:
                until(process, lambda: (lake / "articles").exists() and len(rows(lake, ARTICLES)) == 10)
                process.send_signal(signal.SIGTERM)
                process.communicate(timeout=300)
            finally:
                process.kill()
        assert polled_once(tmp_path, web.url("127.0.0.1")) == 0
    assert {**digests(lake), memory: ""} == {**digests(tmp_path / "lake"), memory: ""}
    assert list(check_lake(str(lake))) == []
