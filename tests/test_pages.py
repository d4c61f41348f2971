"""Pages: the article and what the page declares, or a refusal before anything is parsed."""

from datetime import UTC, datetime

import pytest

from transforms.pages import MAX_TAGS, fragment_text, read_page
from transforms.refusal import Refused

PROSE = "The minister of trade met her colleague in the town hall on Monday, and both “agreed” on the café."
BODY = "".join(f"<p>{n}. {PROSE}</p>" for n in range(6)) + "<p>They had last met on July 13, 2019 in Bergen.</p>"
PAGE = (
    f"<html lang='en-GB'><head>HEAD</head><body><nav><a href='/'>Home</a></nav><article>{BODY}</article></body></html>"
)


def page(head: str = "") -> str:
    return PAGE.replace("HEAD", head)


def test_a_page_gives_its_article_and_what_it_declares() -> None:
    found = read_page(
        page(
            "<title>Ministers agree - Norland Times</title><link rel='canonical' href='https://n.example/a'>"
            "<meta property='og:site_name' content='Norland Times'>"
            "<meta property='article:published_time' content='2021-05-04T10:00:00Z'>"
        )
    )
    assert found.text.split("\n")[0] == f"0. {PROSE}"
    assert (found.title, found.publisher) == ("Ministers agree", "Norland Times")
    assert found.canonical == "https://n.example/a"
    assert found.published_at == datetime(2021, 5, 4, tzinfo=UTC)
    assert found.language == "en"


@pytest.mark.parametrize(
    ("part", "day"),
    [
        ("<p class='date'>May 4, 2021</p>", 4),
        ("<span id='published'>Published: 4 May 2021</span>", 4),
        ("<time datetime='2021-05-04T10:00'>Tuesday</time>", 4),
        ('<script type=\'application/ld+json\'>{"datePublished": "2021-05-04T10:00:00Z"}</script>', 4),
        ("<p>The two last met on 2021-05-04 in the town hall of Bergen.</p>", None),
        ("<div>The two last met on <b>2021-05-04</b> in the town hall of Bergen.</div>", None),
        ("<h1>Talks on 4 May 2021</h1>", None),
        ("", None),
    ],
)
def test_the_date_is_declared_and_no_sentences_or_headlines(part: str, day: int | None) -> None:
    found = read_page(page().replace("<article>", f"<article>{part}"))
    assert found.published_at == (datetime(2021, 5, day, tzinfo=UTC) if day else None)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta name='date' content='2021-05-04'>", 4),
        ("<meta name='generated' content='2021-05-04 10:11:12'>", 5),
        ("<meta name='date' content='1990-01-01'>", None),
        ("<title>Talks on 4 May 2021</title>", 5),
        ("", 5),
    ],
)
def test_metadata_go_before_a_line_apart(head: str, day: int | None) -> None:
    found = read_page(page(head).replace("<article>", "<article><time datetime='2021-05-05'>Tuesday</time>"))
    assert found.published_at == (datetime(2021, 5, day, tzinfo=UTC) if day else datetime(1990, 1, 1, tzinfo=UTC))


def test_the_day_of_publication_in_the_body_goes_before_that_of_a_change_in_the_head() -> None:
    body = page("<meta property='og:updated_time' content='2021-05-05'>")
    published = body.replace("<article>", "<meta itemprop='datePublished' content='2021-05-04'><article>")
    assert read_page(published).published_at == datetime(2021, 5, 4, tzinfo=UTC)


def test_a_date_after_the_fetch_is_not_believed() -> None:
    head = "<meta property='article:published_time' content='2021-05-04'>"
    assert read_page(page(head), fetched_at=datetime(2021, 5, 4, 9, tzinfo=UTC)).published_at is not None
    assert read_page(page(head), fetched_at=datetime(2021, 5, 1, tzinfo=UTC)).published_at is None


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252"),
        ("<meta charset='no-such-charset'>", "cp1252"),
        ("", "cp1252"),
        ("<meta charset='iso-8859-1'>", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_bytes_are_read_in_the_charset_the_page_declares(head: str, encoding: str) -> None:
    assert PROSE in read_page(page(head).encode(encoding)).text


@pytest.mark.parametrize("markup", [f"<p>{PROSE}</p>", f"<div>{PROSE}<br>More.</div>", PROSE])
def test_a_piece_of_markup_is_all_article(markup: str) -> None:
    assert read_page(markup).text.split("\n")[0] == PROSE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html><body></body></html>", "no_article"),
        ("<html><body><nav><a href='/'>Home</a><a href='/w'>World</a></nav></body></html>", "no_article"),
        ("<p>Short.</p>", "no_article"),
        ("<p>x</p>" * 7_000_000, "too_large"),
        ("<html><body>" + "<p>word" * 60_000, "too_many_elements"),
        ("<html><body>" + "<div>" * (MAX_TAGS - 2) + "deep", "no_article"),
        (bytes(range(256)) * 100, "binary"),
    ],
)
def test_what_holds_no_article_is_refused(content: str | bytes, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        read_page(content)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One\n two</p><p>three</p>", "One two\nthree"),
        ("a<br>b<b>c</b> d", "a\nbc d"),
        ("<p>a</p><script>x()</script><!-- y --><style>z</style>b", "a\nb"),
        ("a &amp; b &lt;c&gt; &ldquo;d&rdquo;", "a & b <c> “d”"),
        ("<![CDATA[a]]>b<?php c ?>", "b"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("", ""),
        ("<!", ""),
        ("<?xml version='1.0'?><a", ""),
        ("\x00\ud800a", "?a"),
        ("<p>&#1;a&#xfffe;</p>b", "a\nb"),
    ],
)
def test_a_fragment_is_one_line_for_each_block(markup: str, text: str) -> None:
    assert fragment_text(markup) == text
