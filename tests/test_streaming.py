"""The unbounded graph, its ticks played by a TestStream and its web by a server: what lands, and when."""

import ipaddress
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import apache_beam as beam
import pytest
from apache_beam.coders import PickleCoder
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.testing.test_stream import TestStream
from apache_beam.testing.util import assert_that, equal_to
from apache_beam.transforms.window import TimestampedValue
from apache_beam.utils.timestamp import Duration, Timestamp
from beam_testing import FindTold, digests, find_told, find_unreadable, pipeline, rows
from test_live import LOOPBACK, PROSE, SNAPSHOTS, needs_snapshots, rss
from test_snapshots import find_spoken
from web_server import (
    NOON,
    FakeClock,
    Publication,
    Web,
    in_turn,
    loopback_web,  # noqa: F401 (a fixture)
    page,
)

from pipeline.cli import main
from pipeline.graph import build
from pipeline.streaming import build_stream
from schemas.article import Article
from schemas.reading import Reading
from schemas.tables import MEETINGS
from transforms.check import check_lake
from transforms.commit import exclusive
from transforms.fetch import PageRequest
from transforms.fetcher import Fetcher, Manners
from transforms.landing import landed_files, read_landed
from transforms.poll import FeedState, Poll, ReadPolled, poll_feed
from transforms.repeats import DropRepeats
from transforms.turns import PAGES_OF_A_HOST, Waiting, fetch_in_turn

STREAMING_RUNNER = "BundleBasedDirectRunner"
MANNERS = Manners("desk@parley.example", (ipaddress.ip_network(LOOPBACK),), pause=0.0)


@dataclass(eq=False)
class ReadTold(beam.PTransform):
    """Takes the place of ReadForMeetings, as FindTold does of ExtractMentions."""

    spacy_model: str

    def expand(self, articles: beam.PCollection[Article]) -> beam.PCollection[Reading]:
        return articles | beam.Map(read_told).with_output_types(Reading)


def read_told(article: Article) -> Reading:
    return Reading(article, tuple(find_told(article)), tuple(find_unreadable(article)))


Act = Callable[[], object]
# What happens at each tick, by minutes after noon; here, so that no pickling copies it.
_ACTS: dict[float, Act] = {}
_CLOCK = FakeClock()


def begin(minutes: float) -> None:
    _CLOCK.moment = max(_CLOCK.moment, NOON + timedelta(minutes=minutes))
    _ACTS[minutes]()


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The folder that streams of this test land in; no reading of language, and a clock that goes as ticks say."""
    _CLOCK.moment = NOON
    fetcher = Fetcher(MANNERS, _CLOCK)
    monkeypatch.setattr("pipeline.streaming.ReadForMeetings", ReadTold)
    monkeypatch.setattr("transforms.watch.shared_fetcher", lambda _: fetcher)
    monkeypatch.setattr("transforms.turns.shared_fetcher", lambda _: fetcher)
    return str(tmp_path / "lake")


def stream(lake: str, feeds: Sequence[str], acts: dict[float, Act], late: dict[float, Act] | None = None) -> None:
    """Polls these feeds at ticks so many minutes after noon, at each of which something happens before.

    late: ticks that come when all others have.
    """
    _ACTS.clear()
    _ACTS.update({**acts, **(late or {})})
    script = TestStream()
    for minutes in acts:
        script = script.advance_watermark_to(_seconds(minutes)).add_elements([_tick(minutes)])
    script = script.advance_watermark_to(_seconds(max(acts) + 6))
    for minutes in late or {}:
        script = script.add_elements([_tick(minutes)])
    with beam.Pipeline(options=PipelineOptions(["--streaming", "--runner", STREAMING_RUNNER])) as root:
        ticks = _Play(script.advance_watermark_to_infinity())
        build_stream(root, feeds=feeds, manners=MANNERS, output=lake, spacy_model="none", ticks=ticks)


@dataclass(eq=False)
class _Play(beam.PTransform):
    script: TestStream

    def expand(self, root: beam.pvalue.PBegin) -> beam.PCollection[None]:
        return root | self.script | beam.Map(begin)


def _seconds(minutes: float) -> float:
    return (NOON + timedelta(minutes=minutes)).timestamp()


def _tick(minutes: float) -> TimestampedValue:
    return TimestampedValue(minutes, _seconds(minutes))


def landed(lake: str) -> dict[str, list[str]]:
    """The titles of articles and the reasons of rejects, by the start of the window that they landed in."""
    found: dict[str, list[str]] = {}
    for name in landed_files(lake):
        for reading in read_landed(f"{lake}/{name}"):
            told = reading.article.title if reading.article else reading.rejects[0].reason
            found.setdefault(name[7:26], []).append(str(told))
    return {window: sorted(told) for window, told in found.items()}


def nothing() -> None:
    pass


def test_what_comes_in_a_window_lands_together_under_its_name(web: Web, lake: str) -> None:
    feed = Publication(rss(1, 2))
    url = web.put("f.example", "/", feed)
    stream(lake, [url], {0: nothing, 1: nothing, 16: lambda: feed.publish(rss(3, 2)), 31: nothing})
    assert landed(lake) == {"2024-05-06T12-00-00": ["Talks 1", "Talks 2"], "2024-05-06T12-15-00": ["Talks 3"]}
    assert len(web.paths("f.example")) == 3, "not at the tick that comes too soon"


def test_readings_land_whole_with_what_the_articles_tell(web: Web, lake: str) -> None:
    stream(lake, [web.put("f.example", "/", Publication(rss(1)))], {0: nothing})
    (reading,) = (reading for name in landed_files(lake) for reading in read_landed(f"{lake}/{name}"))
    assert reading == read_told(reading.article)
    assert [mention.quote for mention in reading.mentions] == ["Anna met Olav on 2024-05-02 in Oslo."]
    assert [path.suffix for path in Path(lake).rglob("*") if path.is_file()] == [".parquet"]


def read_in_one_batch(lake: Path, polls: Iterable[Poll]) -> None:
    """Makes the lake of one batch run over what these polls found."""
    with exclusive(str(lake)), pipeline() as root:
        build(root, inputs=(), output=str(lake), spacy_model="none", feeds=ReadPolled(tuple(polls), MANNERS))


def merge(lake: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """parley merge, without the reading of language."""
    monkeypatch.setattr("pipeline.graph.ExtractMentions", FindTold)
    monkeypatch.setattr("transforms.language.nlp.load", lambda name: None)
    assert main(["merge", "--output", lake]) == 0


def test_a_stream_merged_is_the_lake_of_one_batch(web: Web, lake: str, tmp_path, monkeypatch) -> None:
    feed = Publication(rss(1, 2))
    url = web.put("f.example", "/", feed)
    stream(lake, [url], {0: nothing, 16: lambda: feed.publish(rss(2, 3)), 31: lambda: feed.publish(rss(1, 2, 3))})
    merge(lake, monkeypatch)
    read_in_one_batch(tmp_path / "batch", [poll_feed(FeedState(url, url), Fetcher(MANNERS, FakeClock()))])
    assert digests(Path(lake)) == digests(tmp_path / "batch")
    assert len(rows(Path(lake), MEETINGS)) == 3
    assert list(check_lake(lake)) == []


def replay(web: Web, lake: str, batch: Path, snapshots: Sequence[Path]) -> None:
    """Plays these snapshots of feeds one after another to a stream, and all of them to one batch run."""
    series = [list(group) for _, group in groupby(snapshots, lambda path: path.name[:5])]
    feeds = [Publication() for _ in series]
    urls = [web.put("f.example", f"/{number}", feed) for number, feed in enumerate(feeds)]
    polls: list[Poll] = []

    def change(at: int) -> None:
        for url, feed, paths in zip(urls, feeds, series, strict=True):
            if at < len(paths):
                feed.publish(paths[at].read_bytes())
                polls.append(poll_feed(FeedState(url, url), Fetcher(MANNERS, FakeClock())))

    stream(lake, urls, {20 * at: partial(change, at) for at in range(max(map(len, series)))})
    read_in_one_batch(batch, polls)


@needs_snapshots
def test_snapshots_replayed_as_a_stream_are_the_lake_of_one_batch_over_all(web, lake, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("beam_testing.find_told", find_spoken)
    monkeypatch.setattr("test_streaming.find_told", find_spoken)
    monkeypatch.setattr("pipeline.graph.ExtractMentions", FindTold)
    replay(web, lake, tmp_path / "batch", SNAPSHOTS[::7])
    merge(lake, monkeypatch)
    assert digests(Path(lake)) == digests(tmp_path / "batch")
    assert len(rows(Path(lake), MEETINGS)) > 10


def test_what_comes_late_lands_in_a_file_of_its_own_beside_the_first(web: Web, lake: str) -> None:
    feed = Publication(rss(1))
    url = web.put("f.example", "/", feed)

    def later() -> None:
        feed.publish(rss(1, 2))
        _CLOCK.moment += timedelta(hours=7)

    stream(lake, [url], {0: nothing}, late={2: later})
    assert landed(lake) == {"2024-05-06T12-00-00": ["Talks 1", "Talks 2"]}
    assert len(landed_files(lake)) == 2


def test_a_page_that_fails_waits_in_the_stream_and_becomes_an_article_or_a_reject(web: Web, lake: str) -> None:
    text = f"<html><head><title>T</title></head><body><article><p>{PROSE * 4}</p></article></body></html>"
    links = {
        "busy": web.put("p.example", "/busy", in_turn(page("", 503), page(text))),
        "dead": web.put("p.example", "/dead", page("", 500)),
        "none": web.put("p.example", "/none", page("", 404)),
    }
    items = "".join(f"<item><title>{name}</title><link>{link}</link></item>" for name, link in links.items())
    feed = Publication(rss().replace(b"</channel>", f"{items}</channel>".encode()))
    stream(lake, [web.put("f.example", "/", feed)], dict.fromkeys((0, 1, 15, 16, 30, 45, 46), nothing))
    assert landed(lake) == {
        "2024-05-06T12-00-00": ["not_found"],
        "2024-05-06T12-15-00": ["busy"],
        "2024-05-06T12-45-00": ["server_error"],
    }
    asked = web.paths("p.example")
    assert (asked.count("/busy"), asked.count("/dead"), asked.count("/none")) == (2, 3, 1)


def test_a_host_is_asked_for_so_many_pages_in_one_turn_and_the_rest_wait(web: Web, lake: str) -> None:
    hosts = {"many.example": PAGES_OF_A_HOST + 2, "few.example": 1}
    requests = [
        PageRequest(f"{host}#{n:02}", web.url(host, f"/{n:02}")) for host, most in hosts.items() for n in range(most)
    ]
    noon = Timestamp(_seconds(0))
    waiting = [Waiting(request, noon) for request in requests]
    found, left = fetch_in_turn(waiting, noon, Fetcher(MANNERS, _CLOCK), Duration(900))
    assert len(found) == PAGES_OF_A_HOST + 1
    assert [page.request.source for page in left] == ["many.example#20", "many.example#21"]
    assert {page.due for page in left} == {noon + Duration(1)}
    assert fetch_in_turn(left, noon, Fetcher(MANNERS, _CLOCK), Duration(900)) == ([], left)
    rest, none = fetch_in_turn(left, noon + Duration(1), Fetcher(MANNERS, _CLOCK), Duration(900))
    assert (len(rest), none) == (2, [])


def delivered(number: int, source: str = "f") -> Article:
    return Article(f"a{number}", None, None, source, None, None, "text", "en", None, "none")


Delivery = tuple[float, Article]


def _when(article: Article, moment: Any = beam.DoFn.TimestampParam) -> Delivery:
    return (float(moment) - _seconds(0)) / 86_400, article


@pytest.mark.parametrize(
    ("deliveries", "kept"),
    [
        ([(0.0, delivered(1)), (0.1, delivered(2)), (0.2, delivered(1)), (1.0, delivered(1))], [0, 1]),
        ([(0, delivered(1)), (5, delivered(1)), (11, delivered(1)), (17, delivered(1))], [0]),
        ([(0, delivered(1)), (5, delivered(1)), (13, delivered(1)), (14, delivered(1))], [0, 2]),
        ([(0, delivered(1, "g")), (1, delivered(1, "f")), (2, delivered(1, "g")), (3, delivered(1, "f"))], [0, 1]),
    ],
    ids=["again", "again and again", "after a week", "from a source that is preferred"],
)
def test_of_deliveries_days_apart_those_that_nobody_remembers_pass(deliveries: list[Delivery], kept: list[int]) -> None:
    script = TestStream(coder=PickleCoder())
    for days, article in deliveries:
        seconds = _seconds(days * 24 * 60)
        script = script.advance_watermark_to(seconds).add_elements([TimestampedValue(article, seconds)])
    with beam.Pipeline(options=PipelineOptions(["--streaming", "--runner", STREAMING_RUNNER])) as root:
        articles = root | script.advance_watermark_to_infinity() | beam.Map(lambda a: a).with_output_types(Article)
        told = articles | DropRepeats(timedelta(days=7)) | beam.Map(_when)
        assert_that(told, equal_to([deliveries[number] for number in kept]))
