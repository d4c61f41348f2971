"""The web, asked politely: one request at a time a host, with pauses, as robots.txt allows, no longer than it likes."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urldefrag, urlsplit

from transforms.addresses import Network
from transforms.exchange import Answer, Exchange
from transforms.intervals import retry_after
from transforms.refusal import Refused
from transforms.robots import PRODUCT, ROBOTS_BYTES, Robots
from transforms.urls import web_url

MAX_REDIRECTS = 5
_REDIRECTS, _PERMANENT = (301, 302, 303, 307, 308), (301, 308)
_BUSY = (429, 503)
# What may have passed a little later.
_PASSING = ("timeout", "no_connection", "broken_transfer")
_BACKOFF_SECONDS = (2.0, 8.0)
# A host that wants to be left alone for longer is not waited for.
_LONGEST_WAIT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Manners:
    """How parley behaves on the web.

    contact: where a site's owner can complain, told to every site. networks: may be dialled though they are not
    public. pause: seconds between two requests to one host. seconds: the end of a whole transfer.
    """

    contact: str
    networks: tuple[Network, ...] = ()
    pause: float = 2.0
    seconds: float = 30.0


class Clock:
    """The time, and waiting."""

    def now(self) -> datetime:
        """The moment, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Waits."""
        time.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Visit:
    """The answer at the end of all redirects, and the URL it came from.

    moved: where the URL that was asked for now lies for good, told by its first redirects; None where it has not moved.
    """

    url: str
    moved: str | None
    answer: Answer


@dataclass
class _Host:
    """A host's turn: who has the lock may ask it, from this moment on."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0


class Fetcher:
    """Asks the web for what parley wants to read; one for a worker, used by one thread or several."""

    def __init__(self, manners: Manners, clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self._manners = manners
        self._exchange = Exchange(manners.networks, manners.seconds)
        self._robots = Robots(self._ask_robots, self.clock.monotonic)
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)

    def get(self, url: str, limit: int, headers: Mapping[str, str] | None = None, *, patient: bool = True) -> Visit:
        """What a GET leads to, whatever its status, where robots.txt allows it.

        limit: the most bytes a body may have. patient: asks again, up to twice, where that can help.
        Raises Refused: as Exchange.get and Robots.check do; too_many_redirects; bad_redirect; busy, when the host
        said before that it wants to be left alone for more than a minute.
        """
        if web_url(url) is None:
            raise Refused("bad_address", f"{url}: no address of a web page")
        for backoff in _BACKOFF_SECONDS if patient else ():
            try:
                visit = self._follow(url, headers or {}, limit)
                if visit.answer.status != 429 and visit.answer.status < 500:
                    return visit
            except Refused as refused:
                if refused.reason not in _PASSING:
                    raise
            self.clock.sleep(backoff)
        return self._follow(url, headers or {}, limit)

    def _follow(self, url: str, headers: Mapping[str, str], limit: int, *, robots: bool = True) -> Visit:
        moved, permanent = None, True
        for _ in range(MAX_REDIRECTS + 1):
            if robots:
                self._robots.check(url)
            answer = self._ask(url, headers, limit, cut=not robots)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or location is None:
                return Visit(url, moved, answer)
            target = web_url(urldefrag(_as_utf8(location)).url, url)
            if target is None:
                raise Refused("bad_redirect", f"{url} leads to {location!r}")
            permanent = permanent and answer.status in _PERMANENT
            moved = target if permanent else moved
            url = target
        raise Refused("too_many_redirects", f"more than {MAX_REDIRECTS}, the last to {url}")

    def _ask(self, url: str, headers: Mapping[str, str], limit: int, *, cut: bool) -> Answer:
        who = {"User-Agent": f"{PRODUCT} (reads diplomatic news; complaints: {self._manners.contact})"}
        name = (urlsplit(url).hostname or "").rstrip(".")
        with self._turn(name) as host:
            answer = self._exchange.get(url, {**who, **headers}, limit, cut=cut)
            if answer.status in _BUSY and (wait := retry_after(answer.headers, self.clock.now())):
                host.free_at = self.clock.monotonic() + wait.total_seconds()
        return answer

    @contextmanager
    def _turn(self, name: str) -> Iterator[_Host]:
        host = self._hosts[name]
        with host.lock:
            wait = host.free_at - self.clock.monotonic()
            if wait > _LONGEST_WAIT_SECONDS:
                raise Refused("busy", f"{name} wants to be left alone")
            if wait > 0:
                self.clock.sleep(wait)
            try:
                yield host
            finally:
                host.free_at = max(host.free_at, self.clock.monotonic() + self._manners.pause)

    def _ask_robots(self, url: str) -> Answer:
        return self._follow(url, {}, ROBOTS_BYTES, robots=False).answer


def _as_utf8(header: str) -> str:
    """A header that http.client read as Latin-1, as the UTF-8 that browsers take it for, where it is that."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


@cache
def shared_fetcher(manners: Manners) -> Fetcher:
    """The one fetcher of this process that has these manners, so that hosts have their pauses between its uses too."""
    return Fetcher(manners)
