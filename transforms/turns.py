"""Pages fetched for ever: hosts in turns, and what may pass tried again later, so that no page is lost by it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import apache_beam as beam
from apache_beam.coders import PickleCoder
from apache_beam.pvalue import TaggedOutput
from apache_beam.transforms.timeutil import TimeDomain
from apache_beam.transforms.userstate import BagStateSpec, TimerSpec, on_timer
from apache_beam.typehints.decorators import no_annotations
from apache_beam.utils.timestamp import Duration, Timestamp

from schemas.document import Document
from schemas.reject import Reject
from transforms.fetch import PASSING, PageRequest, PagesFetched, fetch_pages, host_of, with_shard
from transforms.fetcher import Fetcher, Manners, shared_fetcher

# Of one host in one turn, so that a turn, which no checkpoint can interrupt, ends within minutes.
PAGES_OF_A_HOST = 20
_TRIES = 3
_NEXT = Duration.of(1)
_REJECTS = "rejects"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page to fetch, from this moment on, and how often it was tried in vain."""

    request: PageRequest
    due: Timestamp
    tries: int = 0


def fetch_in_turn(
    waiting: Iterable[Waiting], moment: Timestamp, fetcher: Fetcher, wait: Duration
) -> tuple[list[Document | Reject], list[Waiting]]:
    """What came of the pages that are due, and the pages that wait for another turn.

    Each is asked for once: one that may be had later waits, a little longer each time, and becomes a reject after the
    last of its tries.
    """
    now, left = _due(waiting, moment)
    found: list[Document | Reject] = []
    for each in fetch_pages((page.request for page in now.values()), fetcher, patient=False):
        tried = now[each.source].tries + 1
        if isinstance(each, Reject) and each.reason in PASSING and tried < _TRIES:
            left.append(replace(now[each.source], due=moment + wait * tried, tries=tried))
        else:
            found.append(each)
    return found, left


def _due(waiting: Iterable[Waiting], moment: Timestamp) -> tuple[dict[str, Waiting], list[Waiting]]:
    """The pages to fetch now, by source, and the others: those that are not due, and those too many for one host."""
    now: dict[str, Waiting] = {}
    left: list[Waiting] = []
    of_host: Counter[str] = Counter()
    for page in sorted(waiting, key=lambda page: (page.due, repr(page.request))):
        host = host_of(page.request)
        if page.due > moment:
            left.append(page)
        elif of_host[host] == PAGES_OF_A_HOST:
            left.append(replace(page, due=moment + _NEXT))
        else:
            of_host[host] += 1
            now[page.request.source] = page
    return now, left


@dataclass(eq=False)
class FetchInTurns(beam.PTransform):
    """Fetches the page of every request as FetchPages does, but for a page that may be had later: it is tried again.

    Waits as long between two tries, in event time. All pages of a host are fetched by one worker at a time.
    """

    manners: Manners
    wait: timedelta

    @no_annotations
    def expand(self, requests: beam.PCollection) -> PagesFetched:
        """PageRequest, in the global window, to Document and Reject."""
        fetched = (
            requests
            | "Shard" >> beam.Map(with_shard).with_output_types(tuple[int, PageRequest])
            | "Fetch"
            >> beam.ParDo(_Fetch(self.manners, self.wait))
            .with_output_types(Document, rejects=Reject)
            .with_outputs(_REJECTS, main="documents")
        )
        return PagesFetched(fetched.documents, fetched[_REJECTS])


class _Fetch(beam.DoFn):
    WAITING = BagStateSpec("waiting", PickleCoder())
    TURN = TimerSpec("turn", TimeDomain.WATERMARK)

    def __init__(self, manners: Manners, wait: timedelta) -> None:
        self._manners = manners
        self._wait = wait

    def process(
        self,
        element: tuple[int, PageRequest],
        moment: Any = beam.DoFn.TimestampParam,
        waiting: Any = beam.DoFn.StateParam(WAITING),
        turn: Any = beam.DoFn.TimerParam(TURN),
    ) -> None:
        waiting.add(Waiting(element[1], moment))
        turn.set(moment)

    @on_timer(TURN)
    def take_turn(
        self,
        moment: Any = beam.DoFn.TimestampParam,
        waiting: Any = beam.DoFn.StateParam(WAITING),
        turn: Any = beam.DoFn.TimerParam(TURN),
    ) -> Iterator[Any]:
        fetcher = shared_fetcher(self._manners)
        found, left = fetch_in_turn(waiting.read(), moment, fetcher, Duration.of(self._wait.total_seconds()))
        waiting.clear()
        for page in left:
            waiting.add(page)
        if left:
            turn.set(min(page.due for page in left))
        for each in found:
            yield TaggedOutput(_REJECTS, each) if isinstance(each, Reject) else each
