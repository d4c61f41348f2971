"""The landing folder: what a stream has read lies there, outside the tables, until `parley merge` takes it.

A window's readings become a file a shard, whole or not there: written beside its place, and renamed. The name carries
the start of the window, the shard and a digest of the rows. So a bundle that is done again with the same rows repeats
its name, and one that is done again with others takes nothing away, not even from a merge that is under way.
"""

import glob
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from operator import attrgetter
from typing import Any, NamedTuple

import apache_beam as beam
import pyarrow.parquet as pq
from apache_beam.io.filesystems import FileSystems
from apache_beam.pvalue import AsDict
from apache_beam.transforms.trigger import AccumulationMode
from apache_beam.transforms.window import FixedWindows
from apache_beam.typehints.decorators import no_annotations

from schemas.article import Article
from schemas.reading import Reading
from schemas.reject import Reject
from schemas.tables import LANDED, REJECTS
from transforms.extract import Extracted, split_readings, unless_copy
from transforms.grouping import GroupSides, IfAny, apart, by
from transforms.lake import ListFiles, ReadTable
from transforms.publish import parquet

_SHARDS = 4
_WINDOW = "%Y-%m-%dT%H-%M-%S"
_WINDOW_LENGTH = len("2024-05-06T12-00-00")
# Nothing is late by itself, for what comes of a tick bears its time; a runner that thinks otherwise drops nothing.
_LATENESS = timedelta(days=1)


@dataclass(eq=False)
class LandReadings(beam.PTransform):
    """Writes the readings of every window of so many seconds into the landing folder of a lake."""

    output: str
    seconds: float

    def expand(self, readings: beam.PCollection[Reading]) -> beam.PCollection[str]:
        """Reading to str, the path of each file."""
        windowed = beam.WindowInto(
            FixedWindows(self.seconds),
            accumulation_mode=AccumulationMode.DISCARDING,
            allowed_lateness=_LATENESS.total_seconds(),
        )
        return (
            readings
            | "Window" >> windowed
            | "ByShard" >> beam.Map(_with_shard).with_output_types(tuple[int, Reading])
            | beam.GroupByKey()
            | "Land" >> beam.ParDo(_Land(self.output)).with_output_types(str)
        )


def _with_shard(reading: Reading) -> tuple[int, Reading]:
    return hashlib.sha256(source_of(reading).encode()).digest()[0] % _SHARDS, reading


class _Land(beam.DoFn):
    def __init__(self, output: str) -> None:
        self._output = output

    def process(self, group: tuple[int, Iterable[Reading]], window: Any = beam.DoFn.WindowParam) -> Iterator[str]:
        shard, readings = group
        yield land(self._output, f"{window.start.to_utc_datetime():{_WINDOW}}-{shard}", readings)


def land(output: str, name: str, readings: Iterable[Reading]) -> str:
    """Writes readings as one file under a name that begins like this, and gives its path."""
    content = parquet(LANDED.to_arrow(sorted(readings, key=repr)))
    digest = hashlib.sha256(content).hexdigest()[:12]
    path = FileSystems.join(output, LANDED.name, f"{name}-{digest}.parquet")
    with FileSystems.create(path + ".new") as file:
        file.write(content)
    FileSystems.rename([path + ".new"], [path])
    return path


def landed_files(output: str) -> tuple[str, ...]:
    """What lies in the landing folder now, in order of name, relative to the lake."""
    pattern = FileSystems.join(glob.escape(output), LANDED.name, "*.parquet")
    paths = (metadata.path for metadata in FileSystems.match([pattern])[0].metadata_list)
    return tuple(f"{LANDED.name}/{name}" for name in sorted(path.split("/")[-1] for path in paths))


def read_landed(path: str) -> Iterator[Reading]:
    """The readings of one landed file. Raises ValueError where another version of parley wrote it."""
    with FileSystems.open(path) as file:
        rows = pq.read_table(file)
    if not rows.schema.equals(LANDED.schema):
        raise ValueError(f"{path} was landed by another version of parley: merge it with that one, or delete it")
    yield from LANDED.from_arrow(rows)


def source_of(reading: Reading) -> str:
    """The feed, or the entry in it, that a reading is of."""
    return reading.article.source if reading.article else reading.rejects[0].source


def standing_rejects(told: Iterable[tuple[str, tuple[Reject, ...]]]) -> Iterator[Reject]:
    """The rejects of one feed or entry that still count: of all windows that tell of it, those of the last."""
    told = list(told)
    last = max(window for window, _ in told)
    return (reject for window, rejects in told if window == last for reject in rejects)


class LandedRead(NamedTuple):
    """PCollections of what landed: the readings of articles, the articles, the rejects where there is none.

    withdrawn: the lake's rejects of the same feeds and entries, which no longer count.
    """

    readings: beam.PCollection
    articles: beam.PCollection
    rejects: beam.PCollection
    withdrawn: beam.PCollection


@dataclass(eq=False)
class ReadLanded(beam.PTransform):
    """Reads landed files. names: relative to the lake, as landed_files gives them."""

    output: str
    names: tuple[str, ...]

    @no_annotations
    def expand(self, root: beam.pvalue.PBegin) -> LandedRead:
        """On a pipeline's root."""
        output = self.output
        named = (
            root
            | "Names" >> beam.Create(list(self.names)).with_output_types(str)
            | beam.Reshuffle()
            | "Read" >> beam.FlatMap(_read_named, output).with_output_types(tuple[str, Reading])
        )
        readings = named | "OfArticles" >> beam.FlatMap(_of_article).with_output_types(Reading)
        articles = readings | "Articles" >> beam.Map(lambda reading: reading.article).with_output_types(Article)
        told = named | "Told" >> beam.FlatMap(_told).with_output_types(tuple[str, tuple[str, tuple[Reject, ...]]])
        rejects = (
            told
            | "BySource" >> beam.GroupByKey()
            | "Rejects" >> beam.FlatMapTuple(lambda _, some: standing_rejects(some)).with_output_types(Reject)
        )
        sources = told | "Sources" >> beam.Map(lambda pair: (pair[0], None))
        files = sources | IfAny() | ListFiles(output, (REJECTS,))
        withdrawn = (
            files[REJECTS.name]
            | ReadTable(REJECTS, Reject)
            | "Withdrawn" >> beam.Filter(lambda row, ids: row.article_id is None and row.source in ids, AsDict(sources))
        )
        return LandedRead(readings, articles, rejects, withdrawn)


def _read_named(name: str, output: str) -> Iterator[tuple[str, Reading]]:
    return ((name.rpartition("/")[2], reading) for reading in read_landed(FileSystems.join(output, name)))


def _of_article(pair: tuple[str, Reading]) -> list[Reading]:
    return [pair[1]] if pair[1].article else []


def _told(pair: tuple[str, Reading]) -> Iterator[tuple[str, tuple[str, tuple[Reject, ...]]]]:
    """What a reading tells of its source, and that it tells of the feed: the window, and rejects if that is all."""
    window, reading = pair[0][:_WINDOW_LENGTH], pair[1]
    source = source_of(reading)
    yield source, (window, () if reading.article else reading.rejects)
    if (feed := source.partition("#")[0]) != source:
        yield feed, (window, ())


class Recalled(NamedTuple):
    """The articles that nobody has read for meetings yet, and what is known of the others."""

    unread: beam.PCollection[Article]
    known: Extracted


class RecallReadings(beam.PTransform):
    """Finds what has landed with articles, so that they need not be read for meetings again.

    Takes a pair: articles, one an id, of which those that repeat another are dropped; and readings of articles, an id
    perhaps several times.
    """

    @no_annotations
    def expand(self, pair: tuple[beam.PCollection[Article], beam.PCollection[Reading]]) -> Recalled:
        """Article and Reading to Recalled."""
        found = (
            pair
            | GroupSides(unless_copy, by(attrgetter("article.article_id")))
            | "Recall"
            >> beam.FlatMapTuple(lambda _, group: _recall(*apart(group))).with_outputs("unread", main="known")
        )
        return Recalled(found.unread, split_readings(found.known))


def _recall(articles: Iterable[Article], readings: Iterable[Reading]) -> Iterator[Any]:
    for article in articles:
        reading = recall(article, readings)
        yield reading or beam.pvalue.TaggedOutput("unread", article)


def recall(article: Article, readings: Iterable[Reading]) -> Reading | None:
    """The reading of this delivery of an article, before it was signed and linked; None where none has landed."""
    delivered = replace(article, duplicate_of=None, similarity=None, signature=b"", signature_version="")
    return next((reading for reading in readings if reading.article == delivered), None)
