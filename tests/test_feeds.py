"""Feeds: every entry a document or a reject, whatever the feed is like."""

import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from schemas.document import Document
from schemas.reject import Reject
from transforms.feeds import Feed, entry_document, parse_feed, read_feed
from transforms.read import read_documents
from transforms.refusal import Refused

EVAL = Path(__file__).parents[2] / "shared/eval"
PROSE = "The minister of trade met her colleague in the town hall on Monday, and both “agreed” on fish. "
NOON = datetime(2021, 5, 4, 12, tzinfo=UTC)

RSS = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Norland &amp; Times</title><link>https://n.example/</link>
<item><title>Talks &lt;b&gt;held&lt;/b&gt;</title><link>/a</link><guid isPermaLink="false">tag:1</guid>
<pubDate>Tue, 04 May 2021 12:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{PROSE}</p><p>More.</p>]]></content:encoded></item>
<item><link>https://n.example/b</link><description>&lt;p&gt;{PROSE * 3}&lt;/p&gt;</description></item>
<item><guid>no address</guid><description>Short.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Times</title><entry><title type="html">T &amp;amp; U</title>
<link href="https://n.example/a"/><id>tag:1</id><updated>2021-05-04T14:00:00+02:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PROSE}</p></div></content>
<source><title>Agency</title></source></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Times</title></channel>
<item><title>T</title><link>https://n.example/a</link><dc:date>2021-05-04T12:00:00Z</dc:date>
<description>{PROSE * 3}</description></item></rdf:RDF>"""
JSON_FEED: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Times",
    "items": [
        {
            "id": "1",
            "url": "https://n.example/a",
            "title": "T",
            "date_published": "2021-05-04T12:00:00Z",
            "content_html": PROSE,
        },
        {"id": 2, "url": 7, "date_published": "soon", "summary": "Short."},
        "no item",
    ],
}


def read(data: str | bytes) -> list[Document | Reject]:
    return list(read_documents("d/f.xml", data.encode() if isinstance(data, str) else data))


def test_an_entry_with_its_content_is_a_document() -> None:
    first, second, third = read(RSS)
    text, title = f"{PROSE.strip()}\nMore.", "Talks held"
    assert first == Document("d/f.xml#1", "text", text, "https://n.example/a", title, "Norland & Times", NOON, "feed")
    assert isinstance(second, Document)
    assert (second.content, second.published_basis) == ((PROSE * 3).strip(), "none")
    assert isinstance(third, Reject)
    assert (third.stage, third.source, third.reason) == ("read", "d/f.xml#3", "no_content")


@pytest.mark.parametrize(("feed", "publisher"), [(ATOM, "Agency"), (RDF, "Times"), (json.dumps(JSON_FEED), "Times")])
def test_other_formats_tell_the_same(feed: str, publisher: str) -> None:
    document = read(feed)[0]
    assert isinstance(document, Document)
    assert document.content == PROSE.strip() or document.content == (PROSE * 3).strip()
    assert (document.url, document.publisher) == ("https://n.example/a", publisher)
    assert (document.published_at, document.published_basis) == (NOON, "feed")
    assert document.title in ("T", "T & U")


def test_an_entry_without_content_can_be_fetched() -> None:
    entry = parse_feed(RSS.encode()).entries[2]
    assert (entry.url, entry.whole, entry.text) == (None, False, "Short.")
    with pytest.raises(Refused, match="no_content"):
        entry_document("f#3", entry)
    assert [e.whole for e in parse_feed(json.dumps(JSON_FEED).encode()).entries] == [True, False]


@pytest.mark.parametrize("data", [RSS.replace("</channel></rss>", ""), RSS.replace("Short.", "a & b < c", 1)])
def test_a_broken_feed_keeps_its_entries(data: str) -> None:
    feed = parse_feed(data.encode())
    assert feed.broken
    assert feed.entries[0].url == "https://n.example/a"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"<html><body><p>A page.</p></body></html>", "not_a_feed"),
        (b"no markup at all", "not_a_feed"),
        (b"/etc/passwd", "not_a_feed"),
        (b"file:///etc/passwd", "not_a_feed"),
        (b"<rss version='2.0'><channel><title>T</title></channel></rss>", "no_entries"),
        (b'{"version": 1}', "not_a_feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "no_entries"),
        (b"{" * 100_000, "not_a_feed"),
        (b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><r>&b;</r>', "not_a_feed"),
    ],
)
def test_what_is_no_feed_is_one_reject(data: bytes, reason: str) -> None:
    (found,) = read(data)
    assert isinstance(found, Reject)
    assert (found.stage, found.reason) == ("read", reason)


@pytest.mark.parametrize("part", ["&#99999999;", "&#xD800;", "</creativecommons:license>"])
def test_what_feedparser_fails_on_is_one_reject(part: str) -> None:
    (found,) = read(RSS.replace("Short.", part, 1).replace("</channel>", "<"))
    assert isinstance(found, Reject)
    assert found.reason == "broken_feed"


@pytest.mark.parametrize("written", ["9999-99-99", "soon", "-1", "2021-02-30", ""])
def test_a_date_that_is_none_leaves_the_entry_undated(written: str) -> None:
    (entry, *_) = parse_feed(RSS.replace("Tue, 04 May 2021 12:00:00 GMT", written).encode()).entries
    assert entry.published_at is None


@pytest.mark.parametrize(
    "written", ["2021-05-04 12:00:00 UTC", "Tue May  4 12:00:00 2021", "Tue, 4 May 2021 08:00 EDT"]
)
def test_a_date_may_be_written_loosely(written: str) -> None:
    assert parse_feed(RSS.replace("Tue, 04 May 2021 12:00:00 GMT", written).encode()).entries[0].published_at == NOON


@pytest.fixture(scope="module")
def opened() -> Iterator[list[str]]:
    """What files and addresses are opened while the fixture lives, the interpreter's own modules apart."""
    seen: list[str] = []
    watching = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in ("open", "socket.connect", "urllib.Request"):
            seen.append(str(arguments[0]))

    sys.addaudithook(watch)
    yield seen
    watching.clear()


@pytest.mark.skipif(not (EVAL / "feedsuite").is_dir(), reason="the feed suite lies outside the repository")
def test_every_feed_of_the_suite_gives_entries_or_a_reason_and_opens_nothing(opened: list[str]) -> None:
    for path in sorted((EVAL / "feedsuite").rglob("*.xml")):
        data = path.read_bytes()
        opened.clear()
        assert list(read_documents("f.xml", data)), path
        assert [name for name in opened if not name.endswith((".py", ".pyc"))] == [], path


@pytest.mark.skipif(not (EVAL / "feeds").is_dir(), reason="the snapshots lie outside the repository")
def test_real_snapshots_give_dated_documents_with_their_links() -> None:
    for path in sorted((EVAL / "feeds").iterdir()):
        found = list(read_feed("f.xml", io.BytesIO(path.read_bytes())))
        assert all(isinstance(d, Document) and d.url and d.published_basis == "feed" for d in found), path
        assert isinstance(parse_feed(path.read_bytes()), Feed)
