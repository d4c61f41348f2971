"""One HTTP request and its answer: connections that vet where they lead, an end to every transfer, a bounded body.

The guard acts where the connection is made, after the name was resolved, so that neither a redirect nor a name that
changes its address leads past it. Environment variables that name a proxy have no effect: a proxy would resolve names
itself.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import DecodeError, HTTPError, LocationValueError, NewConnectionError, SSLError
from urllib3.exceptions import TimeoutError as TransferTimeoutError
from urllib3.response import BaseHTTPResponse, HTTPResponse

from transforms.addresses import Endpoint, Network, vetted_endpoints
from transforms.refusal import Refused

_ENCODINGS = ("", "identity", "gzip", "x-gzip")
_CONNECT_SECONDS = 10.0
_CHUNK = 1 << 16
_POOLS = 64
# The first that an error is one of tells its reason. The words are the same for every failure of a kind, so that an
# input that fails twice in one way is one row.
_REASONS: tuple[tuple[type[HTTPError], str, str], ...] = (
    (LocationValueError, "bad_address", "no address of a web page"),
    (DecodeError, "bad_encoding", "the gzip data are broken"),
    (NewConnectionError, "no_connection", "no connection can be made"),
    (SSLError, "no_connection", "no secure connection can be made"),
    (TransferTimeoutError, "timeout", "the transfer did not end in time"),
    (HTTPError, "broken_transfer", "the transfer broke off, or is no HTTP"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered to one request.

    headers: by their names in lower case. body: decoded bytes; empty where the status tells of no success.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


class Exchange:
    """Asks web servers, from one thread or several.

    allowed: networks that may be dialled though they are not public. seconds: the end of a whole transfer, however it
    proceeds; the lookup of the name comes before it and has the limits of the system's resolver. Certificates are
    always checked, against the system's authorities or those that SSL_CERT_FILE names.
    """

    def __init__(self, allowed: Iterable[Network] = (), seconds: float = 30.0) -> None:
        self._timeout = urllib3.Timeout(connect=min(_CONNECT_SECONDS, seconds), total=seconds)
        context = ssl.create_default_context()
        context.sslsocket_class = _TimedSSLSocket
        self._pools = urllib3.PoolManager(_POOLS, retries=False, ssl_context=context, cert_reqs="CERT_REQUIRED")
        self._pools.pool_classes_by_scheme = _pool_classes(tuple(allowed))

    def get(self, url: str, headers: Mapping[str, str], limit: int, *, cut: bool = False) -> Answer:
        """The answer to a GET of this URL, redirects not followed.

        limit: the most bytes that a body may have, decoded; one that has more is cut off there, or refused.
        Raises Refused: bad_address, unknown_host, forbidden_address, bad_certificate, no_connection, timeout,
        bad_encoding (a content coding that was not asked for, or broken), broken_transfer, too_large.
        """
        try:
            response = self._pools.request(
                "GET",
                url,
                headers={"Accept-Encoding": "gzip", **headers},
                redirect=False,
                timeout=self._timeout,
                preload_content=False,
            )
            try:
                body = _body(response, limit, cut) if 200 <= response.status < 300 else b""
            finally:
                # The connection of a body that was read to its end has gone back to the pool; another is of no use.
                response.close()
        except HTTPError as error:
            raise _refused(url, error) from error
        return Answer(response.status, {name.lower(): value for name, value in response.headers.items()}, body)


def _body(response: BaseHTTPResponse, limit: int, cut: bool) -> bytes:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in _ENCODINGS:
        raise Refused("bad_encoding", f"Content-Encoding {encoding!r} where gzip was asked for")
    body = bytearray()
    for chunk in response.stream(_CHUNK):
        body += chunk
        if len(body) > limit:
            if cut:
                break
            raise Refused("too_large", f"more than {limit} bytes")
    return bytes(body[:limit])


def _refused(url: str, error: HTTPError) -> Refused:
    cause = error.args[0] if error.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Refused("bad_certificate", f"{url}: {cause.verify_message}")
    reason, words = next((reason, words) for kind, reason, words in _REASONS if isinstance(error, kind))
    return Refused(reason, f"{url}: {words}")


class _Timed(socket.socket):
    """A socket on which every wait for data ends at one moment, so that data that come in drips do not prolong it."""

    ends: float

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        left = self.ends - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time for the whole transfer is over")
        self.settimeout(left)
        return super().recv_into(*arguments, **options)


class _TimedSSLSocket(_Timed, ssl.SSLSocket):
    pass


class _Answered(http.client.HTTPResponse):
    """An answer in which a chunk of negative length is an error; it would read all there is, past any limit."""

    def _safe_read(self, amount: int) -> bytes:
        if amount < 0:
            raise http.client.IncompleteRead(b"")
        return super()._safe_read(amount)  # type: ignore[misc]


class _Vetting(HTTPConnection):
    """Of a connection: dials nothing but vetted addresses, and reads no longer than its timeout, all reads together."""

    allowed: tuple[Network, ...]
    response_class = _Answered

    def _new_conn(self) -> socket.socket:
        for endpoint in vetted_endpoints(self._dns_host.strip("[]"), self.port, self.allowed):
            try:
                return self._dial(endpoint)
            except OSError as error:
                failure = error
        raise NewConnectionError(self, str(failure)) from failure

    def _dial(self, endpoint: Endpoint) -> socket.socket:
        dialled = _Timed(endpoint.family, socket.SOCK_STREAM)
        try:
            for option in self.socket_options or ():
                dialled.setsockopt(*option)
            dialled.settimeout(self.timeout)
            dialled.connect(endpoint.sockaddr)
        except OSError:
            dialled.close()
            raise
        return dialled

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]
        cast(_Timed, self.sock).ends = time.monotonic() + cast(float, self.timeout)
        return super().getresponse()


def _pool_classes(networks: tuple[Network, ...]) -> dict[str, type[HTTPConnectionPool]]:
    class Connection(_Vetting):
        allowed = networks

    class SecureConnection(_Vetting, HTTPSConnection):
        allowed = networks

    class Pool(HTTPConnectionPool):
        ConnectionCls = Connection

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = SecureConnection

    return {"http": Pool, "https": SecurePool}
