"""The unbounded graph on one screen: from feeds, polled for ever, to the landing folder of a lake."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import apache_beam as beam
from apache_beam.transforms.periodicsequence import PeriodicImpulse, RebaseMode

from schemas.reading import Reading
from transforms.extract import ReadForMeetings
from transforms.fetcher import Manners
from transforms.landing import LandReadings
from transforms.poll import MINIMUM_INTERVAL
from transforms.read import CleanDocuments
from transforms.repeats import DropRepeats
from transforms.turns import FetchInTurns
from transforms.watch import WatchFeeds


@dataclass(frozen=True, slots=True)
class Pace:
    """How often, and how long.

    tick: feeds are looked at this often, window: what came in this time lands together, both in event time; minimum:
    the least between two polls of a feed, by the clock; again: until a page is asked for again that could not be had;
    memory: how long a delivery of an article is remembered after its last repeat.
    """

    tick: timedelta = timedelta(minutes=1)
    window: timedelta = timedelta(minutes=5)
    minimum: timedelta = MINIMUM_INTERVAL
    again: timedelta = timedelta(minutes=15)
    memory: timedelta = timedelta(days=7)


def build_stream(
    root: beam.Pipeline,
    *,
    feeds: Sequence[str],
    manners: Manners,
    output: str,
    spacy_model: str,
    pace: Pace = Pace(),
    ticks: beam.PTransform | None = None,
) -> None:
    """Feeds to readings in the landing folder of `output`, from where `parley merge` brings them into the tables.

    ticks: takes the place of a tick every minute; its elements bear their time. All that comes of a tick bears its
    time, a page that was tried again that of the try. State lies in the global window, by feed, by hosts and by
    article.
    """
    ticks = ticks or PeriodicImpulse(fire_interval=pace.tick.total_seconds(), rebase=RebaseMode.REBASE_START)
    watched = root | "Ticks" >> ticks | WatchFeeds(tuple(feeds), manners, pace.minimum)
    fetched = watched.requests | FetchInTurns(manners, pace.again)
    cleaned = (watched.documents, fetched.documents) | "Documents" >> beam.Flatten() | CleanDocuments()
    read = cleaned.articles | DropRepeats(pace.memory) | ReadForMeetings(spacy_model)
    rejects = (watched.rejects, fetched.rejects, cleaned.rejects) | "Rejects" >> beam.Flatten()
    refused = rejects | "Refused" >> beam.Map(lambda reject: Reading(None, (), (reject,))).with_output_types(Reading)
    (read, refused) | "Readings" >> beam.Flatten() | LandReadings(output, pace.window.total_seconds())
