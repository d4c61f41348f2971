"""Feeds between two runs, and runs until they are stopped: what a run polls before it, and remembers after it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import apache_beam as beam
from apache_beam.runners.runner import PipelineState

from pipeline.options import Feeds
from schemas.reject import Reject
from schemas.tables import REJECTS
from transforms.fetch import PASSING
from transforms.fetcher import Manners, shared_fetcher
from transforms.lake import partition_files, read_rows
from transforms.poll import Poll, ReadPolled, asked, outcomes, poll_feeds, unseen
from transforms.subscriptions import read_feed_list, recall, remember

_SECONDS_BETWEEN_LOOKS = 5.0


class Subscriptions:
    """The feeds of a list, and what a lake remembers of them.

    Raises ValueError where the list cannot be read. Whoever polls must hold the lake, and call remember when all that
    the poll found is published.
    """

    def __init__(self, feeds: Feeds, output: str) -> None:
        self.urls = read_feed_list(feeds.path)
        self.manners = Manners(feeds.contact, feeds.networks)
        self._output = output
        self._fetcher = shared_fetcher(self.manners)
        self._polls: list[Poll] = []
        self._earlier: tuple[Reject, ...] = ()

    def poll(self) -> ReadPolled:
        """Asks every feed that is due, says what came of it, and gives the transform that reads what they have."""
        self._polls = poll_feeds(recall(self._output, self.urls), self._fetcher)
        found = ", ".join(f"{count:,} {outcome}" for outcome, count in outcomes(self._polls))
        print(f"{'feeds':9} {len(self._polls):,}: {found}", flush=True)
        self._earlier = self._rejects()
        return ReadPolled(tuple(self._polls), self.manners, self._earlier)

    def has_news(self) -> bool:
        """Whether the last poll found anything to publish."""
        found = any(poll.documents or poll.requests or poll.rejects for poll in self._polls)
        return found or bool(self._earlier)

    def remember(self) -> None:
        """Keeps what the last poll told of the feeds; an entry whose page may be had another day is not yet seen."""
        failed = [reject.source for reject in self._rejects() if reject.reason in PASSING]
        remember(self._output, [unseen(poll.state, failed) for poll in self._polls])

    def _rejects(self) -> tuple[Reject, ...]:
        """The lake's rejects of what the last poll asked for, those of articles apart."""
        sources = asked(self._polls)
        paths = [path for paths in partition_files(self._output, REJECTS).values() for path in paths]
        rows = (row for path in paths for row in read_rows(REJECTS, path, Reject))
        return tuple(row for row in rows if row.source in sources and row.article_id is None)

    def seconds_until_due(self) -> float:
        """How long it is until a feed may be asked again; a day where all are gone."""
        now = self._fetcher.clock.now()
        due = [
            (poll.state.due - now).total_seconds() for poll in self._polls if poll.state.due and not poll.state.retired
        ]
        return max(0.0, min(due, default=86_400.0))


def run_until_stopped(root: beam.Pipeline) -> None:
    """Runs an unbounded pipeline until a signal stops it. Raises RuntimeError where it ends otherwise."""
    with stop_on_signals() as stopping:
        result = root.run()
        while not stopping.wait(_SECONDS_BETWEEN_LOOKS):
            if PipelineState.is_terminal(state := result.state):
                raise RuntimeError(f"the pipeline ended {state}; what has landed is whole")
        result.cancel()


@contextmanager
def stop_on_signals() -> Iterator[threading.Event]:
    """An event that the first Ctrl-C or SIGTERM sets; the second interrupts as a signal usually does."""
    stopping = threading.Event()
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.getsignal(number) for number in numbers}

    def restore() -> None:
        for number in numbers:
            signal.signal(number, before[number])

    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()
        restore()

    for number in numbers:
        signal.signal(number, stop)
    try:
        yield stopping
    finally:
        restore()
