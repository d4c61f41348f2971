"""Feeds polled: what each has that is new, and when it wants to be asked again.

A state remembers a feed between two polls; it is a plain value, and polling a function of it and of the answer. What
the validators say, and how often a feed may be asked, is by RFC 9110, 13.1 and RFC 9111, 5.2, and RSS 2.0's ttl.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

import apache_beam as beam
from apache_beam.typehints.decorators import no_annotations

from schemas.document import Document
from schemas.reject import Reject
from transforms.feeds import MAX_FEED_BYTES, Entry, Feed, entry_document, parse_feed
from transforms.fetch import FetchPages, PageRequest, status_reason
from transforms.fetcher import Fetcher, Manners, Visit
from transforms.grouping import Spread, by
from transforms.intervals import max_age, retry_after
from transforms.read import CleanDocuments
from transforms.refusal import Refused

MINIMUM_INTERVAL = timedelta(minutes=15)
# Feeds that ask for more are still read four times a day, and by a daily run every day.
LONGEST_INTERVAL = timedelta(hours=6)
# A feed has moved when it said so this many times on end: a single such answer may be a mistake.
_MOVED_FOR_GOOD = 3
_SEEN = 1_000
_HOSTS_AT_ONCE = 16

Outcome = Literal["news", "unchanged", "broken", "failed", "retired", "not due"]


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is remembered of a feed.

    url: as the list names it; location: where it lies now. etag, last_modified: as the server wrote them. due: not to
    be asked before, UTC. moved_to, moved_times: where it said it had moved for good, and how often on end. failures:
    how many polls on end failed. retired: it is gone for good. seen: digests of the entries that were read, newest
    first, as many as a feed may show again.
    """

    url: str
    location: str
    etag: str | None = None
    last_modified: str | None = None
    due: datetime | None = None
    moved_to: str | None = None
    moved_times: int = 0
    failures: int = 0
    retired: bool = False
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Poll:
    """What came of one poll of a feed: its entries, each a document, a page to fetch or a reject; and its state now."""

    state: FeedState
    outcome: Outcome
    documents: tuple[Document, ...] = ()
    requests: tuple[PageRequest, ...] = ()
    rejects: tuple[Reject, ...] = ()


def poll_feed(state: FeedState, fetcher: Fetcher, minimum: timedelta = MINIMUM_INTERVAL) -> Poll:
    """Asks a feed for what is new, if it is due; one that fails is asked less and less often, down to every six hours.

    The reasons of its rejects: those of Fetcher.get, parse_feed and entry_document, and gone, busy, server_error, ….
    """
    now = fetcher.clock.now()
    if state.retired or (state.due and now < state.due):
        return Poll(state, "retired" if state.retired else "not due")
    try:
        visit = fetcher.get(state.location, MAX_FEED_BYTES, _validators(state), patient=False)
        if visit.answer.status not in (200, 304):
            return _failed(state, visit, minimum, now)
        fresh = max_age(visit.answer.headers) or timedelta()
        state = replace(_followed(state, visit), failures=0)
        if visit.answer.status == 304:
            return Poll(replace(state, due=now + _between(minimum, fresh, LONGEST_INTERVAL)), "unchanged")
        feed = parse_feed(visit.answer.body)
    except Refused as refused:
        return Poll(_put_off(state, minimum, now), "failed", rejects=(refused.reject("poll", state.url),))
    except Exception as error:
        raise RuntimeError(f"polling {state.url} failed") from error
    interval = _between(minimum, max(fresh, timedelta(minutes=min(feed.ttl or 0, 10_000))), LONGEST_INTERVAL)
    headers = visit.answer.headers
    state = replace(state, due=now + interval, etag=headers.get("etag"), last_modified=headers.get("last-modified"))
    return _news(state, feed)


def _validators(state: FeedState) -> dict[str, str]:
    headers = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in headers.items() if value}


def _followed(state: FeedState, visit: Visit) -> FeedState:
    """The state after an answer that may have come from another address."""
    times = state.moved_times + 1 if visit.moved and visit.moved == state.moved_to else int(bool(visit.moved))
    if visit.moved and times >= _MOVED_FOR_GOOD:
        return replace(state, location=visit.moved, moved_to=None, moved_times=0)
    return replace(state, moved_to=visit.moved, moved_times=times)


def _failed(state: FeedState, visit: Visit, minimum: timedelta, now: datetime) -> Poll:
    status = visit.answer.status
    reject = Refused(status_reason(status), f"{visit.url}: status {status}").reject("poll", state.url)
    if status == 410:
        return Poll(replace(state, retired=True), "retired", rejects=(reject,))
    asked = retry_after(visit.answer.headers, now) if status in (429, 503) else None
    state = _put_off(state, minimum, now)
    if asked:
        state = replace(state, due=now + max(minimum, asked))
    return Poll(state, "failed", rejects=(reject,))


def _put_off(state: FeedState, minimum: timedelta, now: datetime) -> FeedState:
    wait = minimum * 2 ** min(state.failures, 20)
    return replace(state, failures=state.failures + 1, due=now + _between(minimum, wait, LONGEST_INTERVAL))


def _between(least: timedelta, wanted: timedelta, most: timedelta) -> timedelta:
    return max(least, min(wanted, most))


def _news(state: FeedState, feed: Feed) -> Poll:
    """What a feed has that was not seen: an entry that changed counts as another."""
    digests = {entry_digest(entry): entry for entry in feed.entries}
    documents, requests, rejects = [], [], []
    for digest in digests.keys() - set(state.seen):
        entry, source = digests[digest], f"{state.url}#{digest}"
        try:
            if entry.url and not entry.whole:
                requests.append(PageRequest(source, entry.url, entry.title, entry.publisher, entry.published_at))
            else:
                documents.append(entry_document(source, entry))
        except Refused as refused:
            rejects.append(refused.reject("poll", source, entry.published_at))
    seen = tuple(dict.fromkeys((*digests, *state.seen)))[: max(_SEEN, len(digests))]
    outcome: Outcome = "broken" if feed.broken else "news" if documents or requests or rejects else "unchanged"
    return Poll(
        replace(state, seen=seen),
        outcome,
        tuple(sorted(documents, key=repr)),
        tuple(sorted(requests, key=repr)),
        tuple(sorted(rejects, key=repr)),
    )


def entry_digest(entry: Entry) -> str:
    """Hex digits that tell an entry, as it is now, from any other."""
    published = entry.published_at.isoformat() if entry.published_at else None
    told = json.dumps([entry.url, entry.title, published, entry.text, entry.publisher])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def poll_feeds(states: Iterable[FeedState], fetcher: Fetcher, minimum: timedelta = MINIMUM_INTERVAL) -> list[Poll]:
    """What poll_feed gives for each feed, in order of URL; several hosts at once, the feeds of one in turn."""
    by_host: dict[str, list[FeedState]] = {}
    for state in sorted(states, key=lambda state: state.url):
        by_host.setdefault(urlsplit(state.location).hostname or "", []).append(state)

    def poll_host(feeds: list[FeedState]) -> list[Poll]:
        return [poll_feed(state, fetcher, minimum) for state in feeds]

    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as threads:
        polls = [poll for polled in threads.map(poll_host, by_host.values()) for poll in polled]
    return sorted(polls, key=lambda poll: poll.state.url)


def asked(polls: Iterable[Poll]) -> frozenset[str]:
    """The sources that these polls ask anew, feeds and entries: what became of them before no longer counts."""
    feeds = (poll.state.url for poll in polls if poll.outcome != "not due" and (poll.rejects or not poll.state.retired))
    return frozenset((*feeds, *(request.source for poll in polls for request in poll.requests)))


def unseen(state: FeedState, failed: Iterable[str]) -> FeedState:
    """The state as if these entries, by their sources, had not been seen, so that the next poll brings them again."""
    digests = {source.removeprefix(f"{state.url}#") for source in failed if source.startswith(f"{state.url}#")}
    if digests.isdisjoint(state.seen):
        return state
    seen = tuple(digest for digest in state.seen if digest not in digests)
    return replace(state, seen=seen, etag=None, last_modified=None)


def outcomes(polls: Iterable[Poll]) -> Iterator[tuple[Outcome, int]]:
    """How many feeds came to what, the commonest first."""
    yield from sorted(Counter(poll.outcome for poll in polls).items(), key=lambda item: (-item[1], item[0]))


class PolledRead(NamedTuple):
    """PCollections of articles, of rejects, and of earlier rejects that no longer count."""

    articles: beam.PCollection
    rejects: beam.PCollection
    withdrawn: beam.PCollection


@dataclass(eq=False)
class ReadPolled(beam.PTransform):
    """The articles of what polls found, pages fetched where an entry is not whole; and the rejects.

    earlier: the lake's rejects of what these polls ask anew.
    """

    polls: tuple[Poll, ...]
    manners: Manners
    earlier: tuple[Reject, ...] = ()

    @no_annotations
    def expand(self, root: beam.pvalue.PBegin) -> PolledRead:
        """On a pipeline's root."""
        documents = root | "Documents" >> _create(Document, (d for poll in self.polls for d in poll.documents))
        requests = root | "Requests" >> _create(PageRequest, (r for poll in self.polls for r in poll.requests))
        rejects = root | "Rejects" >> _create(Reject, (r for poll in self.polls for r in poll.rejects))
        fetched = requests | FetchPages(self.manners)
        cleaned = (
            (documents, fetched.documents)
            | "AllDocuments" >> beam.Flatten()
            | "Spread" >> Spread(by(attrgetter("source")))
            | "Clean" >> CleanDocuments()
        )
        rejects = (rejects, fetched.rejects, cleaned.rejects) | "AllRejects" >> beam.Flatten()
        return PolledRead(cleaned.articles, rejects, root | "Earlier" >> _create(Reject, self.earlier))


def _create(record: type, rows: Iterable[Any]) -> beam.PTransform:
    return beam.Create(list(rows)).with_output_types(record)
