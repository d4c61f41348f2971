"""Fetching: for everything that a site may do, the row that comes of it."""

import gzip
import ipaddress
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import apache_beam as beam
import pytest
from apache_beam.testing.util import assert_that, equal_to
from beam_testing import pipeline
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from web_server import (
    NOON,
    FakeClock,
    Play,
    Web,
    drip,
    endless,
    in_turn,
    loopback_web,  # noqa: F401 (a fixture)
    page,
    raw,
    redirect,
    serve,
)

from schemas.article import Article
from schemas.document import Document
from schemas.reject import Reject
from transforms import addresses
from transforms.clean import clean_document
from transforms.fetch import FetchPages, PageRequest, fetch_page, fetch_pages
from transforms.fetcher import Fetcher, Manners

PROSE = "The minister of trade met her colleague in the town hall on Monday, and both “agreed” on fish and grain. "
PAGE = f"""<!doctype html><html lang="en"><head><title>Talks held</title>
<link rel="canonical" href="https://n.example/talks"></head>
<body><article><h1>Talks held</h1><p>{PROSE * 2}</p><p>{PROSE.replace("Monday", "Tuesday") * 2}</p></article>
</body></html>"""
MANNERS = Manners("desk@parley.example", (ipaddress.ip_network("127.0.0.0/8"),), pause=2.0, seconds=20.0)
BOMB = gzip.compress(b"<p>" + b"\0" * 40_000_000)
ZSTD = bytes.fromhex("28b52ffd0458510000") + b"<p>a page</p>"


def http_date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(MANNERS, FakeClock())


def fetch(fetcher: Fetcher, url: str) -> Document | Reject:
    return fetch_page(PageRequest("https://f.example/feed#1", url, "Talks held", "Norland Times", NOON), fetcher)


def refused(fetcher: Fetcher, url: str) -> str:
    """The reason of the row that comes of a page that must be refused."""
    found = fetch(fetcher, url)
    assert isinstance(found, Reject), found
    assert (found.stage, found.source, found.published_at) == ("fetch", "https://f.example/feed#1", NOON)
    assert fetch(fetcher, url) == found, "the same failure must be the same row"
    return found.reason


def test_a_page_is_a_document_with_its_final_address_and_the_time(web: Web, fetcher: Fetcher) -> None:
    first = web.put("a.example", "/old", redirect("/new#top", 301))
    web.put("a.example", "/new", redirect(web.url("b.example", "/talks?id=1"), 307))
    last = web.put("b.example", "/talks?id=1", page(PAGE))
    found = fetch(fetcher, first)
    assert found == Document(
        "https://f.example/feed#1", "html", PAGE.encode(), last, "Talks held", "Norland Times", NOON, "feed",
        fetcher.clock.now(),
    )  # fmt: skip
    article = clean_document(found)
    assert isinstance(article, Article)
    assert article.text.startswith(PROSE[:40])
    assert (article.url, article.canonical_url) == (last, "https://n.example/talks")
    assert article.fetched_at == fetcher.clock.now()


def test_a_redirect_may_be_written_in_utf8(web: Web, fetcher: Fetcher) -> None:
    web.put("a.example", "/caf%C3%A9?q=%C3%A9", page(PAGE))
    first = web.put("a.example", "/", redirect("/café?q=é".encode().decode("latin-1")))
    assert isinstance(fetch(fetcher, first), Document)


def test_a_bug_tells_what_it_failed_on(web: Web, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transforms.fetch.page_content", lambda _: 1 / 0)
    url = web.put("a.example", "/", page(PAGE))
    with pytest.raises(RuntimeError, match=url):
        fetch(fetcher, url)


def test_every_request_says_who_asks_and_takes_gzip_alone(web: Web, fetcher: Fetcher) -> None:
    fetch(fetcher, web.put("a.example", "/", page(PAGE)))
    assert [path for _, path in web.asked] == ["/robots.txt", "/"]
    for headers in web.headers:
        assert headers["user-agent"] == "parley (reads diplomatic news; complaints: desk@parley.example)"
        assert headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize(
    "play",
    [
        page(gzip.compress(PAGE.encode()), content_encoding="gzip"),
        page(gzip.compress(PAGE.encode()), content_encoding="X-GZIP"),
        page(PAGE, content_encoding="identity"),
        page(PAGE, content_type="text/html"),
        page(PAGE, content_type="text/plain"),
        page(PAGE, content_type="gibberish"),
        page(PAGE, content_type="application/octet-stream"),
        page(PAGE.encode("cp1252"), content_type="text/html; charset=windows-1252"),
        page(PAGE.encode("cp1252"), content_type="text/html; charset=ISO-8859-1"),
        page(PAGE.encode("cp1252"), content_type="text/html; charset=utf-8"),
        page(PAGE.encode("cp1252"), content_type="text/html; charset=zlib"),
        page(PAGE, content_type="text/html; charset=windows-1252"),
        page(PAGE, content_type="text/html; charset=utf-16"),
        raw(b"HTTP/1.0 200 OK\r\n\r\n" + PAGE.encode()),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
            % (len(PAGE.encode()), PAGE.encode())),
    ],
)  # fmt: skip
def test_a_page_is_read_whatever_its_headers_say_of_it(web: Web, fetcher: Fetcher, play: Play) -> None:
    found = fetch(fetcher, web.put("a.example", "/", play))
    assert isinstance(found, Document), found
    article = clean_document(found)
    assert isinstance(article, Article)
    assert "“agreed”" in article.text


@pytest.mark.parametrize(
    ("play", "reason"),
    [
        (page("", 404), "not_found"),
        (page("", 410), "gone"),
        (page(ZSTD, 410, content_encoding="zstd"), "gone"),
        (endless(b"x" * 100_000, status=404), "not_found"),
        (page("", 401), "denied"),
        (page("", 403), "denied"),
        (page("", 451), "denied"),
        (page("", 429), "busy"),
        (page("", 429, retry_after="7"), "busy"),
        (page("", 503, retry_after="3600"), "busy"),
        (page("", 500), "server_error"),
        (page("", 418), "bad_status"),
        (page("", 304), "bad_status"),
        (page(PAGE, 206), "bad_status"),
        (page(PAGE, 302), "bad_status"),
        (page(" \n"), "empty"),
        (page(PAGE, content_type="image/png"), "wrong_type"),
        (page(PAGE, content_type="application/pdf"), "wrong_type"),
        (page(ZSTD, content_encoding="zstd"), "bad_encoding"),
        (page(zlib.compress(PAGE.encode()), content_encoding="deflate"), "bad_encoding"),
        (page(PAGE, content_encoding="br"), "bad_encoding"),
        (page(gzip.compress(gzip.compress(PAGE.encode())), content_encoding="gzip, gzip"), "bad_encoding"),
        (page(PAGE, content_encoding="gzip"), "bad_encoding"),
        (page(BOMB, content_encoding="gzip"), "too_large"),
        (endless(b"<p>and so on</p>" * 5_000), "too_large"),
        (endless(gzip.compress(b"x" * 9_000_000), content_encoding="gzip"), "too_large"),
        (raw(b""), "broken_transfer"),
        (raw(b"no HTTP at all\r\n\r\n"), "broken_transfer"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort"), "broken_transfer"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nshort"), "broken_transfer"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), "broken_transfer"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nx"), "broken_transfer"),
        (endless(b"-1\r\n" + b"x" * 1_000_000, transfer_encoding="chunked"), "broken_transfer"),
        (raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000), "broken_transfer"),
        (redirect("/"), "too_many_redirects"),
        (redirect("http://["), "bad_redirect"),
        (redirect("file:///etc/passwd"), "bad_redirect"),
        (redirect("ftp://a.example/"), "bad_redirect"),
        (redirect("gopher://127.0.0.1:25/x"), "bad_redirect"),
        (redirect("http://a.example:99999/"), "bad_redirect"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_a_row_with_its_reason(web: Web, fetcher: Fetcher, play: Play, reason: str) -> None:
    assert refused(fetcher, web.put("a.example", "/", play)) == reason


@pytest.mark.parametrize(
    "play",
    [
        drip(b"HTTP/1.1 200 OK\r\n", b"X-Drip: 1\r\n"),
        drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
        drip(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", gzip.compress(b"")),
        drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        drip(b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
        drip(b"", b"H"),
    ],
)
def test_a_server_that_drips_is_cut_off(web: Web, play: Play) -> None:
    hasty = Fetcher(replace(MANNERS, seconds=0.15), FakeClock())
    web.put("a.example", "/robots.txt", page(""))
    found = fetch(hasty, web.put("a.example", "/", play))
    assert isinstance(found, Reject)
    assert found.reason == "timeout"


INSIDE = [
    *(
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "0",
        "localhost",
        "me:pw@127.0.0.1",
    ),
    *("[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::127.0.0.1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"),
    *("[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fec0::1]", "[::ffff:169.254.169.254]", "[64:ff9b::a9fe:a9fe]"),
    *("169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "[2002:a9fe:a9fe::1]", "[fd00:ec2::254]"),
    *("100.100.100.200", "168.63.129.16", "10.0.0.1", "172.16.0.1", "192.168.0.1", "[fe80::1]", "224.0.0.1"),
]


@pytest.mark.parametrize("host", INSIDE)
def test_no_link_and_no_redirect_leads_inside(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    lookup = addresses.resolve
    with serve() as inside, serve(address="127.7.7.7") as outside:
        monkeypatch.setattr(
            "transforms.addresses.resolve",
            lambda name, port: outside.resolve(name, port) if name == "a.example" else lookup(name, port),
        )
        fetcher = Fetcher(replace(MANNERS, networks=(ipaddress.ip_network("127.7.7.7"),)), FakeClock())
        secret = f"http://{host}:{inside.port}/secret"
        assert refused(fetcher, secret) == "forbidden_address"
        assert refused(fetcher, outside.put("a.example", "/", redirect(secret))) == "forbidden_address"
        assert outside.paths("a.example") == ["/", "/"]
        outside.put("a.example", "/robots.txt", redirect(secret))
        assert (
            refused(Fetcher(replace(MANNERS, networks=()), FakeClock()), outside.url("a.example"))
            == "forbidden_address"
        )
        assert inside.asked == []


def test_a_name_with_two_addresses_is_dialled_at_the_one_that_may_be(web: Web, fetcher: Fetcher) -> None:
    web.names["a.example"] = ["10.0.0.1", "127.0.0.1", "::1"]
    assert isinstance(fetch(fetcher, web.put("a.example", "/", page(PAGE))), Document)


def test_of_two_addresses_that_may_be_dialled_the_second_takes_the_place_of_the_first(web: Web, fetcher) -> None:
    web.names["a.example"] = ["127.9.9.9", "127.0.0.1"]
    assert isinstance(fetch(fetcher, web.put("a.example", "/", page(PAGE))), Document)


def test_a_name_that_changes_its_address_is_vetted_at_every_connection(web: Web, fetcher: Fetcher) -> None:
    lies = in_turn(page(PAGE, connection="close"))
    url = web.put("a.example", "/", lies)
    web.put("a.example", "/robots.txt", page("", connection="close"))
    assert isinstance(fetch(fetcher, url), Document)
    web.names["a.example"] = ["169.254.169.254"]
    assert refused(fetcher, url) == "forbidden_address"
    assert web.paths("a.example") == ["/"]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1:1/", "robots_unreachable"),
        ("http://127.0.0.1./", "unknown_host"),
        ("http://a..b/", "unknown_host"),
        (f"http://{'a' * 64}.example/", "unknown_host"),
        ("http://①②⑦.0.0.1/", "bad_address"),
        ("http://[::1/", "bad_address"),
        ("ftp://127.0.0.1/", "bad_address"),
    ],
)
def test_an_address_that_leads_nowhere_is_a_row(fetcher: Fetcher, url: str, reason: str) -> None:
    assert refused(fetcher, url) == reason


def certificate(folder: Path, name: str) -> Path:
    """A file with a self-signed certificate for this name, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    path = folder / "certificate.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.mark.parametrize(
    ("name", "trusted", "reason"),
    [("a.example", True, None), ("a.example", False, "bad_certificate"), ("b.example", True, "bad_certificate")],
)
def test_certificates_are_checked(tmp_path: Path, monkeypatch, name: str, trusted: bool, reason: str | None) -> None:
    pem = certificate(tmp_path, name)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    with serve(pem) as web:
        monkeypatch.setattr("transforms.addresses.resolve", web.resolve)
        web.put("a.example", "/", page(PAGE))
        found = fetch(Fetcher(MANNERS, FakeClock()), web.url("a.example", scheme="https"))
    assert (found.reason if isinstance(found, Reject) else None) == reason


def test_a_drip_over_tls_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pem = certificate(tmp_path, "a.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    with serve(pem) as web:
        monkeypatch.setattr("transforms.addresses.resolve", web.resolve)
        web.put("a.example", "/", drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x"))
        found = fetch(Fetcher(replace(MANNERS, seconds=0.4), FakeClock()), web.url("a.example", scheme="https"))
    assert isinstance(found, Reject)
    assert found.reason == "timeout"


@pytest.mark.parametrize(
    ("plays", "slept"),
    [
        ([page("", 500), page(PAGE)], [2, 2]),
        ([page("", 502), page("", 504), page(PAGE)], [2, 2, 8]),
        ([raw(b""), page(PAGE)], [2, 2]),
        ([page("", 503), page(PAGE)], [2, 2]),
        ([page("", 429, retry_after="30"), page(PAGE)], [2, 2, 28]),
        ([page("", 429, retry_after=http_date(NOON + timedelta(seconds=32))), page(PAGE)], [2, 2, 28]),
        ([page("", 503, retry_after="soon"), page(PAGE)], [2, 2]),
        ([page("", 503, retry_after="-1"), page(PAGE)], [2, 2]),
        ([page("", 429, retry_after=http_date(NOON - timedelta(days=1))), page(PAGE)], [2, 2]),
    ],
)  # fmt: skip
def test_what_may_pass_is_asked_again(web: Web, fetcher: Fetcher, plays: list[Play], slept: list[float]) -> None:
    assert isinstance(fetch(fetcher, web.put("a.example", "/", in_turn(*plays))), Document)
    assert isinstance(fetcher.clock, FakeClock)
    assert fetcher.clock.slept == slept


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418])
def test_what_will_not_pass_is_asked_once(web: Web, fetcher: Fetcher, status: int) -> None:
    fetch(fetcher, web.put("a.example", "/", page("", status)))
    assert web.paths("a.example") == ["/"]


def test_a_host_that_asks_for_more_than_a_minute_is_left_alone(web: Web, fetcher: Fetcher) -> None:
    busy = web.put("a.example", "/1", page("", 429, retry_after="3600"))
    other = web.put("a.example", "/2", page(PAGE))
    assert [fetch(fetcher, url).reason for url in (busy, other)] == ["busy", "busy"]  # type: ignore[union-attr]
    assert web.paths("a.example") == ["/1"]
    fetcher.clock.sleep(3600)
    assert isinstance(fetch(fetcher, other), Document)


def test_a_host_is_asked_one_thing_at_a_time_with_pauses(web: Web) -> None:
    urls = [web.put(host, f"/{n}", page(PAGE)) for host in ("a.example", "b.example") for n in range(4)]
    urls += [web.put(f"c{n}.example", "/", redirect(web.url("a.example", f"/{n}"))) for n in range(4)]
    fetcher = Fetcher(replace(MANNERS, pause=0.01))
    found = list(fetch_pages([PageRequest("f", url) for url in urls], fetcher))
    assert [document.url for document in found if isinstance(document, Document)] == urls[:8] + urls[:4]
    assert web.most_at_once == 1


def test_a_page_that_two_feeds_name_is_fetched_once(web: Web, fetcher: Fetcher) -> None:
    url = web.put("a.example", "/", page(PAGE))
    found = list(fetch_pages([PageRequest("f#2", url), PageRequest("e#1", url)], fetcher))
    assert [row.source for row in found] == ["e#1"]
    assert web.paths("a.example") == ["/"]


def test_the_transform_gives_what_the_function_gives(web: Web) -> None:
    urls = [web.put(f"{name}.example", "/", page(PAGE)) for name in "abcdef"] + [web.url("a.example", "/none")]
    requests = [PageRequest("f", url) for url in urls]
    manners = replace(MANNERS, pause=0.0)
    expected = list(fetch_pages(requests, Fetcher(manners)))
    with pipeline() as root:
        fetched = root | beam.Create(requests) | FetchPages(manners)
        got = (fetched.documents, fetched.rejects) | beam.Flatten() | beam.Map(_timeless)
        assert_that(got, equal_to([_timeless(row) for row in expected]))


def _timeless(row: Document | Reject) -> Document | Reject:
    return replace(row, fetched_at=None) if isinstance(row, Document) else row
