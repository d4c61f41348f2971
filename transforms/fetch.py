"""Requests for pages to documents: what is a page, what its bytes spell, and the wiring."""

import codecs
import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import apache_beam as beam
from apache_beam.pvalue import TaggedOutput
from apache_beam.typehints.decorators import no_annotations

from schemas.document import Document
from schemas.reject import Reject
from transforms.decode import MAX_BYTES
from transforms.fetcher import Fetcher, Manners, Visit, shared_fetcher
from transforms.refusal import Refused

# Servers call pages by these and worse names; what is none of a page, such as an image, is not worth reading.
_PAGE_TYPES = ("application/xhtml+xml", "application/xml", "application/octet-stream")
_STATUS_REASONS = {
    **dict.fromkeys((401, 402, 403, 407, 451), "denied"),
    404: "not_found",
    410: "gone",
    429: "busy",
    503: "busy",
}
# Reasons why a page could not be had this time, but perhaps another day.
PASSING = ("timeout", "no_connection", "broken_transfer", "busy", "server_error", "robots_unreachable")
_HOSTS_AT_ONCE = 16
_SHARDS = 4
_REJECTS = "rejects"


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A page to fetch, with what the feed that names it tells of it. source: the feed, and the entry in it."""

    source: str
    url: str
    title: str | None = None
    publisher: str | None = None
    published_at: datetime | None = None


def fetch_page(request: PageRequest, fetcher: Fetcher, *, patient: bool = True) -> Document | Reject:
    """The page as it was delivered, or the reject that says why there is none. patient: as Fetcher.get has it.

    Reasons: those of Fetcher.get, and not_found, gone, denied, busy, server_error, bad_status, wrong_type, empty.
    """
    try:
        visit = fetcher.get(request.url, MAX_BYTES, patient=patient)
        content = page_content(visit)
    except Refused as refused:
        return refused.reject("fetch", request.source, request.published_at)
    except Exception as error:
        raise RuntimeError(f"fetching {request.url} for {request.source} failed") from error
    return Document(
        source=request.source,
        media_type="html",
        content=content,
        url=visit.url,
        title=request.title,
        publisher=request.publisher,
        published_at=request.published_at,
        published_basis="feed" if request.published_at else "none",
        fetched_at=fetcher.clock.now(),
    )


def page_content(visit: Visit) -> str | bytes:
    """The page that was visited, decoded where only its header knows the charset. Raises Refused as fetch_page says."""
    answer = visit.answer
    if answer.status != 200:
        raise Refused(status_reason(answer.status), f"{visit.url}: status {answer.status}")
    content_type = Message()
    content_type["content-type"] = answer.headers.get("content-type", "text/html")
    media_type = content_type.get_content_type()
    if not media_type.startswith("text/") and media_type not in _PAGE_TYPES:
        raise Refused("wrong_type", f"{visit.url}: Content-Type {media_type}")
    if not answer.body.strip():
        raise Refused("empty", f"{visit.url}: {len(answer.body)} bytes, none of them text")
    return _decoded(answer.body, content_type.get_content_charset())


def status_reason(status: int) -> str:
    """The fixed word for an answer that is no page."""
    return _STATUS_REASONS.get(status) or ("server_error" if status >= 500 else "bad_status")


def _decoded(body: bytes, charset: str | None) -> str | bytes:
    """Text where the header names the charset and the bytes fit it, but not UTF-8, of which headers are often wrong."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        try:
            name = codecs.lookup(charset or "").name
            return body.decode("cp1252" if name == "iso8859-1" else name)
        except (LookupError, UnicodeError, ValueError):
            return body
    return body


def fetch_pages(
    requests: Iterable[PageRequest], fetcher: Fetcher, *, patient: bool = True
) -> Iterator[Document | Reject]:
    """What fetch_page gives for each page: several hosts at once, the pages of one host one after the other.

    A page that several requests name is fetched for the first of them, in the order of their values.
    """
    by_host: dict[str, dict[str, PageRequest]] = {}
    for request in sorted(requests, key=repr):
        by_host.setdefault(host_of(request), {}).setdefault(request.url, request)
    pages = (list(by_url.values()) for _, by_url in sorted(by_host.items()))

    def fetch_in_turn(requests: list[PageRequest]) -> list[Document | Reject]:
        return [fetch_page(request, fetcher, patient=patient) for request in requests]

    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as threads:
        for fetched in threads.map(fetch_in_turn, pages):
            yield from fetched


def host_of(request: PageRequest) -> str:
    """The host that a page is asked of."""
    return urlsplit(request.url).hostname or ""


class PagesFetched(NamedTuple):
    """What comes of requests: a PCollection of documents, and one of rejects."""

    documents: beam.PCollection
    rejects: beam.PCollection


@dataclass(eq=False)
class FetchPages(beam.PTransform):
    """Fetches the page of every request; the pages of one host all by one worker."""

    manners: Manners

    @no_annotations
    def expand(self, requests: beam.PCollection) -> PagesFetched:
        """PageRequest to Document and Reject."""
        fetched = (
            requests
            | "Shard" >> beam.Map(with_shard).with_output_types(tuple[int, PageRequest])
            | beam.GroupByKey()
            | beam.ParDo(_FetchPages(self.manners))
            .with_output_types(Document, rejects=Reject)
            .with_outputs(_REJECTS, main="documents")
        )
        return PagesFetched(fetched.documents, fetched[_REJECTS])


def with_shard(request: PageRequest) -> tuple[int, PageRequest]:
    """The request with the number that it shares with all requests to its host."""
    return hashlib.sha256(host_of(request).encode()).digest()[0] % _SHARDS, request


class _FetchPages(beam.DoFn):
    def __init__(self, manners: Manners) -> None:
        self._manners = manners

    def process(self, shard: tuple[int, Iterable[PageRequest]]) -> Iterator[Any]:
        for found in fetch_pages(shard[1], shared_fetcher(self._manners)):
            yield TaggedOutput(_REJECTS, found) if isinstance(found, Reject) else found
