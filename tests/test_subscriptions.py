"""The list of feeds, and what is remembered of them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from transforms.poll import FeedState
from transforms.subscriptions import read_feed_list, recall, remember
from transforms.urls import web_url

STARTER = Path(__file__).parents[1] / "deploy" / "feeds.opml"
OPML = """<?xml version="1.0" encoding="ISO-8859-1"?><opml version="2.0"><head><title>Ministères</title></head><body>
<outline text="Folder"><outline type="rss" text="A" xmlUrl="https://a.example/feed?x=1&amp;y=2"/></outline>
<outline text="B" xmlUrl=" http://b.example/ "/><outline text="A again" xmlUrl="https://a.example/feed?x=1&amp;y=2"/>
<outline text="no feed" htmlUrl="https://c.example/"/></body></opml>"""
TEXT = """# my feeds
https://a.example/feed?x=1&y=2   # the first

  http://b.example/
https://a.example/feed?x=1&y=2
"""


@pytest.mark.parametrize(
    "data",
    [OPML.encode("latin-1"), b"\n" + OPML.partition("?>")[2].encode(), TEXT.encode(), b"\xef\xbb\xbf" + TEXT.encode()],
)
def test_a_list_may_be_opml_or_text(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "feeds").write_bytes(data)
    assert read_feed_list(str(tmp_path / "feeds")) == ("https://a.example/feed?x=1&y=2", "http://b.example/")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("", "cannot be read"),
        ("# none\n", "no feed in it"),
        ("<opml><body><outline text='x'/></body></opml>", "no feed in it"),
        ("<opml><body>", "cannot be read"),
        ("https://a.example/\nfile:///etc/passwd", "file:///etc/passwd: no http or https address"),
        ("a.example/feed", "a.example/feed: no http or https address"),
    ],
)
def test_a_list_that_is_none_is_refused_by_name(tmp_path: Path, data: str, says: str) -> None:
    path = tmp_path / "feeds"
    path.write_text(data)
    with pytest.raises(ValueError, match=str(path)) as refused:
        read_feed_list(str(path))
    assert says in str(refused.value)


def test_a_list_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"none\.opml: cannot be read"):
        read_feed_list(str(tmp_path / "none.opml"))


def test_what_is_remembered_comes_back(tmp_path: Path) -> None:
    lake = str(tmp_path / "lake")
    a = FeedState(
        "http://a/",
        "http://b/",
        'W/"é"',
        "then",
        datetime(2024, 5, 6, 12, 1, 2, 3, UTC),
        "http://c/",
        2,
        1,
        True,
        ("x",),
    )
    b = FeedState("http://b/", "http://b/")
    assert recall(lake, [b.url, a.url]) == [b, FeedState(a.url, a.url)]
    remember(lake, [a])
    remember(lake, [b])
    assert recall(lake, [b.url, a.url]) == [b, a]
    assert [path.name for path in Path(lake).rglob("*") if path.is_file()] == ["feeds.json"]


@pytest.mark.parametrize("content", ["", "[", "[1]", "[{}]", '[{"url": "http://a/", "due": "soon", "seen": []}]'])
def test_a_memory_that_is_none_is_refused_by_name(tmp_path: Path, content: str) -> None:
    remember(str(tmp_path), [])
    (tmp_path / ".state/feeds.json").write_text(content)
    with pytest.raises(ValueError, match=r"feeds\.json is no memory of feeds"):
        recall(str(tmp_path), ["http://a/"])


def test_the_starter_list_is_one() -> None:
    urls = read_feed_list(str(STARTER))
    assert len(urls) >= 10
    assert all(web_url(url) == url and url.startswith("https://") for url in urls)
