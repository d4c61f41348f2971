"""A web of made-up sites on loopback, and a clock that does not wait: what tests of the network share."""

import socket
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from transforms.addresses import Endpoint
from transforms.fetcher import Clock

Play = Callable[[BaseHTTPRequestHandler], None]
NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)


@dataclass
class FakeClock(Clock):
    """A clock that stands still but for the time that is slept; it remembers every sleep."""

    moment: datetime = NOON
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.moment.timestamp()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.moment += timedelta(seconds=seconds)


def page(body: str | bytes, status: int = 200, **headers: str) -> Play:
    """Answers with this body; a header's name is written with underscores."""
    data = body.encode() if isinstance(body, str) else body

    def play(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"content_type": "text/html; charset=utf-8", **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return play


def redirect(location: str, status: int = 302) -> Play:
    return page("", status, location=location)


def endless(piece: bytes, status: int = 200, **headers: str) -> Play:
    """Sends a piece again and again until nobody listens any more."""

    def play(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        while True:
            handler.wfile.write(piece)

    return play


def drip(start: bytes, piece: bytes) -> Play:
    """Sends a start, and then a piece again and again, slowly, until nobody listens any more."""

    def play(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        while True:
            handler.wfile.write(piece)
            time.sleep(0.02)

    return play


def raw(data: bytes) -> Play:
    """Sends these bytes in place of an answer and hangs up."""

    def play(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)
        handler.close_connection = True

    return play


def in_turn(*plays: Play) -> Play:
    """Plays one after the other, the last for ever."""
    left = list(plays)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


class Publication:
    """A feed whose content changes, with validators that work; what it plays may be put at any path."""

    def __init__(self, content: bytes = b"", etag: bool = True, last_modified: bool = True) -> None:
        self.changes = 0
        self.etag, self.last_modified = etag, last_modified
        self.publish(content)

    def publish(self, content: bytes) -> None:
        self.content = content
        self.changes += 1

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        validators = {}
        if self.etag:
            validators["If-None-Match"] = ("etag", f'W/"{self.changes}; a, \\b"')
        if self.last_modified:
            validators["If-Modified-Since"] = ("last_modified", f"mon, {self.changes} may 2024 at noon")
        known = validators and all(handler.headers[name] == value for name, (_, value) in validators.items())
        headers = dict(validators.values())
        page(b"" if known else self.content, 304 if known else 200, content_type="text/xml", **headers)(handler)


class Web:
    """Sites by name, each with what it plays by path; what is not there is a 404. It remembers every request."""

    def __init__(self, address: str, port: int) -> None:
        self.address = address
        self.port = port
        self.sites: defaultdict[str, dict[str, Play]] = defaultdict(dict)
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.names: dict[str, list[str]] = {}
        self.most_at_once = 0
        self._at_once: defaultdict[str, int] = defaultdict(int)
        self._lock = threading.Lock()

    def url(self, host: str, path: str = "/", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def put(self, host: str, path: str, play: Play) -> str:
        """Puts a page there and gives its URL."""
        self.sites[host][path] = play
        return self.url(host, path)

    def resolve(self, host: str, port: int) -> list[Endpoint]:
        """The addresses that are set for a name, else the one of the server."""
        names = self.names.get(host, [self.address])
        return [Endpoint(socket.AF_INET6 if ":" in name else socket.AF_INET, (name, port)) for name in names]

    def keep_waiting(self, host: str) -> None:
        """Counts how many requests wait at once for a host's answer: after it, a client may be quicker than this."""
        with self._lock:
            self._at_once[host] += 1
            self.most_at_once = max(self.most_at_once, self._at_once[host])
        time.sleep(0.02)
        with self._lock:
            self._at_once[host] -= 1

    def paths(self, host: str) -> list[str]:
        """What was asked of a host, robots.txt apart."""
        return [path for name, path in self.asked if name == host and path != "/robots.txt"]


@contextmanager
def serve(certificate: Path | None = None, address: str = "127.0.0.1") -> Iterator[Web]:
    """A web that lives as long as the context; certificate: a file with it and its key, for https."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 5

        def do_GET(self) -> None:
            host = self.headers["Host"].rpartition(":")[0]
            web.asked.append((host, self.path))
            web.headers.append({name.lower(): value for name, value in self.headers.items()})
            web.keep_waiting(host)
            try:
                web.sites[host].get(self.path, page("not there", 404))(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer((address, 0), Handler)
    server.daemon_threads = True
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
    web = Web(address, server.server_address[1])
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(name="web")
def loopback_web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A web, and no other: every name is looked up in it."""
    with serve() as made:
        monkeypatch.setattr("transforms.addresses.resolve", made.resolve)
        yield made


def free_port() -> int:
    """A port of loopback on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
