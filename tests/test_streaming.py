"""The unbounded graph, its ticks played by a TestStream and its web by a server: what lands, and when."""

import ipaddress
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import apache_beam as beam
import pytest
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.testing.test_stream import TestStream
from apache_beam.transforms.window import TimestampedValue
from beam_testing import find_told, find_unreadable
from test_live import LOOPBACK, rss
from web_server import (
    NOON,
    FakeClock,
    Publication,
    Web,
    loopback_web,  # noqa: F401 (a fixture)
)

from pipeline.streaming import build_stream
from schemas.article import Article
from schemas.reading import Reading
from transforms.fetcher import Fetcher, Manners
from transforms.landing import landed_files, read_landed

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
