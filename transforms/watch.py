"""Feeds watched for ever: a poll of each at every tick, and its state between two of them kept by the runner."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NamedTuple

import apache_beam as beam
from apache_beam.coders import PickleCoder
from apache_beam.pvalue import TaggedOutput
from apache_beam.transforms.userstate import ReadModifyWriteStateSpec
from apache_beam.typehints.decorators import no_annotations

from schemas.document import Document
from schemas.reject import Reject
from transforms.fetch import PageRequest
from transforms.fetcher import Manners, shared_fetcher
from transforms.poll import FeedState, poll_feed

_REQUESTS, _REJECTS = "requests", "rejects"


class Watched(NamedTuple):
    """PCollections of what feeds have that is new: entries that are whole, pages to fetch, and rejects."""

    documents: beam.PCollection
    requests: beam.PCollection
    rejects: beam.PCollection


@dataclass(eq=False)
class WatchFeeds(beam.PTransform):
    """Polls each of these feeds at every tick at which it is due, a feed on one worker at a time.

    minimum: never more often than that, by the clock and not by the ticks, which may come all at once.
    """

    urls: tuple[str, ...]
    manners: Manners
    minimum: timedelta

    @no_annotations
    def expand(self, ticks: beam.PCollection) -> Watched:
        """Elements of any kind, in the global window, to Document, PageRequest and Reject."""
        urls = self.urls
        found = (
            ticks
            | "Feeds" >> beam.FlatMap(lambda _: ((url, None) for url in urls)).with_output_types(tuple[str, None])
            | "Poll"
            >> beam.ParDo(_Poll(self.manners, self.minimum))
            .with_output_types(Document, requests=PageRequest, rejects=Reject)
            .with_outputs(_REQUESTS, _REJECTS, main="documents")
        )
        return Watched(found.documents, found[_REQUESTS], found[_REJECTS])


class _Poll(beam.DoFn):
    FEED = ReadModifyWriteStateSpec("feed", PickleCoder())

    def __init__(self, manners: Manners, minimum: timedelta) -> None:
        self._manners = manners
        self._minimum = minimum

    def process(self, element: tuple[str, None], feed: Any = beam.DoFn.StateParam(FEED)) -> Iterator[Any]:
        url = element[0]
        poll = poll_feed(feed.read() or FeedState(url, url), shared_fetcher(self._manners), self._minimum)
        feed.write(poll.state)
        yield from poll.documents
        yield from (TaggedOutput(_REQUESTS, request) for request in poll.requests)
        yield from (TaggedOutput(_REJECTS, reject) for reject in poll.rejects)
