"""Feeds between two runs: what is polled before a run, and what is remembered after it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pipeline.options import Feeds
from transforms.fetcher import Fetcher, Manners
from transforms.poll import Poll, ReadPolled, outcomes, poll_feeds
from transforms.subscriptions import read_feed_list, recall, remember


class Subscriptions:
    """The feeds of a list, and what a lake remembers of them.

    Raises ValueError where the list cannot be read. Whoever polls must hold the lake, and call remember when all that
    the poll found is published.
    """

    def __init__(self, feeds: Feeds, output: str) -> None:
        self._urls = read_feed_list(feeds.path)
        self._output = output
        self._manners = Manners(feeds.contact, feeds.networks)
        self._fetcher = Fetcher(self._manners)
        self._polls: list[Poll] = []

    def poll(self) -> ReadPolled:
        """Asks every feed that is due, says what came of it, and gives the transform that reads what they have."""
        self._polls = poll_feeds(recall(self._output, self._urls), self._fetcher)
        found = ", ".join(f"{count:,} {outcome}" for outcome, count in outcomes(self._polls))
        print(f"{'feeds':9} {len(self._polls):,}: {found}", flush=True)
        return ReadPolled(tuple(self._polls), self._manners)

    def has_news(self) -> bool:
        """Whether the last poll found anything to publish."""
        return any(poll.documents or poll.requests or poll.rejects for poll in self._polls)

    def remember(self) -> None:
        """Keeps what was learned of the feeds by the last poll."""
        remember(self._output, [poll.state for poll in self._polls])

    def seconds_until_due(self) -> float:
        """How long it is until a feed may be asked again; a day where all are gone."""
        now = self._fetcher.clock.now()
        due = [
            (poll.state.due - now).total_seconds() for poll in self._polls if poll.state.due and not poll.state.retired
        ]
        return max(0.0, min(due, default=86_400.0))


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
