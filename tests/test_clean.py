"""Documents become articles: what is kept, what tells the date, what the id depends on."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from schemas.article import Article
from schemas.document import Document
from schemas.reject import Reject
from transforms.clean import MAX_CHARACTERS, clean_document

PROSE = "The two ministers spoke for an hour in the town hall about the price of fish and “salt”."
NOON = datetime(2021, 5, 4, 12, tzinfo=UTC)
DOCUMENT = Document("d/f.jsonl#3", "text", PROSE, "https://n.example/a?utm_source=x", "Talks", "Times", NOON, "header")


def article(document: Document) -> Article:
    found = clean_document(document)
    assert isinstance(found, Article)
    return found


def test_what_the_delivery_told_is_kept() -> None:
    assert article(DOCUMENT) == Article(
        article_id=article(DOCUMENT).article_id,
        url="https://n.example/a?utm_source=x",
        canonical_url="https://n.example/a",
        source="d/f.jsonl#3",
        publisher="Times",
        title="Talks",
        text=PROSE,
        language="en",
        published_at=NOON,
        published_basis="header",
    )


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (f"{PROSE}\n\n\n  {PROSE} Twice. \r\n", f"{PROSE}\n{PROSE} Twice."),
        (f"Talks\ntalks.\n{PROSE}", PROSE),
        (f"\ufeff{PROSE}\x00\ud800", f"{PROSE}?"),
        (f"Skip to content\n{PROSE}\nAdvertisement", PROSE),
        (f"Friday, January 8, 2021\n{PROSE}", f"Friday, January 8, 2021\n{PROSE}"),
        (f"Published: January 8, 2021\n{PROSE}", PROSE),
    ],
)
def test_a_text_is_one_paragraph_a_line_and_nothing_but_the_article(text: str, cleaned: str) -> None:
    assert article(replace(DOCUMENT, content=text)).text == cleaned


@pytest.mark.parametrize(
    ("document", "day", "basis"),
    [
        (Document("f", "text", f"Friday, January 8, 2021\n{PROSE}"), 8, "text"),
        (Document("f", "text", f"OSLO, January 8, 2021 (Agency) — {PROSE}"), 8, "text"),
        (
            Document("f", "html", f"<html><head><meta name='date' content='2021-01-07'></head><p>{PROSE}</html>"),
            7,
            "page",
        ),
        (Document("f", "html", f"<html><p>January 8, 2021</p><p>{PROSE}</p><p>{PROSE} Again.</p></html>"), 8, "text"),
        (Document("f", "text", f"{PROSE}\nThey met on January 8, 2021."), None, "none"),
    ],
)
def test_the_date_comes_from_the_first_that_tells_it(document: Document, day: int | None, basis: str) -> None:
    found = article(document)
    assert (found.published_at, found.published_basis) == (datetime(2021, 1, day, tzinfo=UTC) if day else None, basis)
    delivered = article(replace(document, published_at=NOON, published_basis="feed"))
    assert (delivered.published_at, delivered.published_basis) == (NOON, "feed")


@pytest.mark.parametrize(
    ("link", "url", "canonical"),
    [
        ("https://n.example/b", "https://m.example/amp/b", "https://n.example/b"),
        ("https://n.example/", "https://n.example/b", "https://n.example/b"),
        ("https://n.example/b", None, "https://n.example/b"),
        ("https://n.example/", None, None),
        ("mailto:x", "https://n.example/b#top", "https://n.example/b"),
    ],
)
def test_a_pages_canonical_link_counts_unless_it_is_the_home_page(
    link: str, url: str | None, canonical: str | None
) -> None:
    page = f"<html><head><link rel='canonical' href='{link}'></head><body><p>{PROSE}</p><p>Again {PROSE}</p></html>"
    found = article(Document("f.html", "html", page, url=url))
    assert found.canonical_url == canonical
    assert found.url == (url or canonical)


def test_an_id_depends_on_the_article_and_not_on_its_delivery() -> None:
    known = article(DOCUMENT).article_id
    assert known == "aebd476787b863cce320"
    assert article(replace(DOCUMENT, source="feeds/2.xml#9")).article_id == known
    assert article(replace(DOCUMENT, content=f"\n{PROSE}\nShare this\n", publisher=None)).article_id == known
    for other in ({"url": "https://n.example/b"}, {"title": None}, {"content": PROSE + "!"}, {"published_at": None}):
        assert article(replace(DOCUMENT, **other)).article_id != known
    unlinked = article(replace(DOCUMENT, url=None)).article_id
    assert article(replace(DOCUMENT, url=None, source="gs://b/e/f.jsonl#7")).article_id == unlinked
    assert article(replace(DOCUMENT, url=None, source="d/g.jsonl#3")).article_id != unlinked


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (replace(DOCUMENT, content="Skip to content\nAdvertisement\n###"), "no_text"),
        (replace(DOCUMENT, content=" "), "no_text"),
        (replace(DOCUMENT, content="Talks"), "no_text"),
        (replace(DOCUMENT, content="word " * MAX_CHARACTERS), "too_large"),
        (replace(DOCUMENT, media_type="html", content="<html><body></body></html>"), "no_article"),
        (replace(DOCUMENT, content=b"\x00\x01"), "binary"),
    ],
)
def test_a_document_without_an_article_is_one_reject(document: Document, reason: str) -> None:
    found = clean_document(document)
    assert isinstance(found, Reject)
    assert (found.stage, found.source, found.reason, found.published_at) == ("clean", document.source, reason, NOON)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (PROSE, "de", "en"),
        ("Die beiden Minister sprachen eine Stunde lang im alten Rathaus.", "de", "de"),
        ("Die beiden Minister sprachen eine Stunde lang im alten Rathaus.", "en", None),
        ("Министры говорили целый час в старой ратуше о цене на рыбу.", "", None),
    ],
)
def test_english_is_told_by_its_words_and_others_by_the_page(text: str, declared: str, language: str | None) -> None:
    page = f"<html lang='{declared}'><body><p>{text}</p><p>{text} 2.</p></body></html>"
    assert article(Document("f", "html", page)).language == language
