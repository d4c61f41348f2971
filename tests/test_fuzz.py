"""The parsers of bytes from strangers: whatever comes, they give rows or refuse it by a reason, and nothing else."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.article import Article
from schemas.document import Document
from schemas.reject import Reject
from transforms.clean import clean_document
from transforms.exchange import Answer
from transforms.feeds import entry_document, parse_feed
from transforms.read import read_articles
from transforms.refusal import Refused
from transforms.robots import Robots
from transforms.timestamps import parse_timestamp

RSS = (
    b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    b"<channel><title>Desk &amp; Co</title><link>https://n.example/</link><ttl>15</ttl><item><title>Talks</title>"
    b"<link>https://n.example/1?a=b#c</link><guid isPermaLink='false'>x:1</guid><pubDate>Mon, 06 May 2024 12:00:00 GMT"
    b"</pubDate><description><![CDATA[<p>Anna met Olav.</p>]]></description><content:encoded>&lt;p&gt;They met in Oslo"
    b"&lt;/p&gt;</content:encoded><source url='https://m.example'>Wire</source></item></channel></rss>"
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://n.example/"><title type="html">&lt;b&gt;Desk</title>'
    b'<entry><title>Talks</title><link href="/1" rel="alternate"/><updated>2024-05-06T12:00:00+02:00</updated><content '
    b'type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">They met.</div></content></entry></feed>'
)
RDF = (
    b'<!DOCTYPE r [<!ENTITY e "E">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    b'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>D</title></channel>'
    b"<item><title>&e;</title><link>http://n.example/2</link><dc:date>2024-05-06</dc:date></item></rdf:RDF>"
)
JSON_FEED = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "Desk", "home_page_url": "https://n.example/",
    "items": [{"id": "1", "url": "/1", "title": "Talks", "content_html": "<p>They met.</p>", "date_published": "2024-05"
               "-06T12:00:00Z"}, {"id": 2, "content_text": "\ud800", "summary": None}],
}).encode()  # fmt: skip
PAGE = (
    b'<!doctype html><html lang="en"><head><meta charset="iso-8859-1"><title>Talks</title><link rel="canonical" '
    b'href="https://n.example/1"><meta property="article:published_time" content="2024-05-06T12:00:00Z"><script '
    b'type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-06"}</script></head><body><article>'
    + b"<p>Anna met Olav on Monday in Oslo, and they spoke of grain and of the caf\xe9 by the harbour.</p>" * 4
    + b"<table><tr><td>1</td></tr></table><!-- --></article></body></html>"
)
LINES = b'{"text": "Anna met Olav.", "published": "2024-05-06", "url": "https://n.example/1"}\n\n{"html": "<p>"}\n[1]\n'
ROBOTS = b"\xef\xbb\xbfUser-agent: parley\nDisallow: /a*b$\nAllow: /%7e\nCrawl-delay: 2\nSitemap: https://n.example/s\n"


def changed(*seeds: bytes) -> st.SearchStrategy[bytes]:
    """These bytes with pieces cut out, repeated, moved, and others put in; and any bytes at all."""
    strange = st.one_of(
        st.binary(max_size=8),
        st.sampled_from([b"\0", b"\xff\xfe", b"<![CDATA[", b"]]>", b"&#x110000;", b"&#0;", b"<", b'"', b"\xed\xa0\x80",
                         b"<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;", b"99999999999999999999", b"-1", b"{" * 300]),
    )  # fmt: skip
    edit = st.tuples(st.integers(0, 3000), st.integers(0, 400), strange, st.integers(0, 3))

    def apply(seed: bytes, edits: list[tuple[int, int, bytes, int]]) -> bytes:
        for place, length, put, times in edits:
            start = place % (len(seed) + 1)
            seed = seed[:start] + seed[start : start + length] * times + put + seed[start + length :]
        return seed

    return st.one_of(st.builds(apply, st.sampled_from(seeds), st.lists(edit, min_size=1, max_size=6)), st.binary())


@contextmanager
def refusing(*reasons: str) -> Iterator[None]:
    """What may be refused, and for these reasons alone."""
    try:
        yield
    except Refused as refused:
        if refused.reason not in reasons:
            raise


def check_feed(data: bytes) -> None:
    with refusing("empty", "not_a_feed", "broken_feed", "binary", "undecodable"):
        for entry in parse_feed(data).entries:
            with refusing("no_content"):
                assert isinstance(clean_document(entry_document("f", entry)), Article | Reject)


def check_page(data: bytes) -> None:
    assert isinstance(clean_document(Document("f", "html", data, url="https://n.example/1")), Article | Reject)


def check_file(ending: str) -> Callable[[bytes], None]:
    def check(data: bytes) -> None:
        rows = list(read_articles(f"f{ending}", data))
        assert rows
        for row in rows:
            json.dumps(repr(row)).encode()
            assert isinstance(row, Article | Reject)

    return check


def check_robots(data: bytes) -> None:
    robots = Robots(lambda _: Answer(200, {}, data))
    for path in ("/", "/a/b", "/%7Euser?q=%"):
        with refusing("disallowed"):
            robots.check(f"https://n.example{path}")


def check_date(data: bytes) -> None:
    with suppress(ValueError):
        assert parse_timestamp(data.decode("latin-1")).tzinfo


PARSERS = {
    "feeds": (check_feed, (RSS, ATOM, RDF, JSON_FEED)),
    "pages": (check_page, (PAGE,)),
    "lines": (check_file(".jsonl"), (LINES,)),
    "texts": (check_file(".txt"), (b"Talks | Desk | 6 May 2024 | https://n.example/1\n\nAnna met Olav.", LINES)),
    "feed files": (check_file(".xml"), (RSS, JSON_FEED)),
    "robots": (check_robots, (ROBOTS,)),
    "dates": (check_date, (b"Mon, 06 May 2024 12:00:00 GMT", b"2024-05-06T12:00:00+02:00")),
}


@pytest.mark.parametrize("name", PARSERS)
def test_whatever_comes_is_a_row_or_refused(name: str) -> None:
    check, seeds = PARSERS[name]
    settings(max_examples=60)(given(changed(*seeds))(check))()
