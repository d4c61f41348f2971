"""Documents to articles: the text without what is not the article, when it was published, and an id."""

import hashlib
import json
import posixpath
from datetime import datetime

from schemas.article import Article, PublishedBasis
from schemas.document import Document
from schemas.reject import Reject
from transforms.boilerplate import article_lines, comparable, normal_lines
from transforms.decode import decode, well_formed
from transforms.pages import Page, read_page
from transforms.refusal import Refused
from transforms.timestamps import StatedDate, midnight, stated_date
from transforms.urls import canonical_url, is_home

# Reading as much takes a worker a quarter of a minute and 1 GB; no article is as long.
MAX_CHARACTERS = 200_000
_ID_DIGITS = 20
_ENGLISH = frozenset((
    *("the", "of", "and", "to", "that", "for", "with", "was", "were", "by", "from", "said", "has", "have"),
    *("will", "this", "which", "their", "his", "her", "an", "are", "its", "would"),
))  # fmt: skip

_ENGLISH_SHARE = 0.12


def clean_document(document: Document) -> Article | Reject:
    """The article in a document, one paragraph a line, or the reject that says why there is none.

    The publication date is the delivery's, else the page's, else the one the text states on top of itself, else None.
    Reasons: too_large, too_many_elements, no_article, no_text, and those of decode.
    """
    try:
        return _article(document)
    except Refused as refused:
        return refused.reject("clean", document.source, document.published_at)


def _article(document: Document) -> Article:
    page = _page(document)
    title = _one_line(document.title) or _one_line(page.title)
    lines = normal_lines(well_formed(page.text))
    stated = stated_date(lines)
    published_at, basis = _publication(document, page, stated)
    if stated and stated.line and (stated.labelled or basis == "text"):
        lines.remove(stated.line)
    lines = article_lines(lines)
    while title and lines and comparable(lines[0]) == comparable(title):
        lines = lines[1:]
    text = "\n".join(lines)
    if not text:
        raise Refused("no_text", "nothing is left when what is not the article has gone")
    if len(text) > MAX_CHARACTERS:
        raise Refused("too_large", f"{len(text)} characters where {MAX_CHARACTERS} is the limit")
    link = _own_link(page)
    url = document.url or link
    return Article(
        article_id=_article_id(url or _file_name(document.source), title, text, published_at),
        url=url,
        canonical_url=canonical_url(link or url),
        source=document.source,
        publisher=_one_line(document.publisher) or _one_line(page.publisher),
        title=title,
        text=text,
        language=_language(text, page.language),
        published_at=published_at,
        published_basis=basis,
        fetched_at=document.fetched_at,
    )


def _page(document: Document) -> Page:
    if document.media_type == "html":
        return read_page(document.content, document.url, document.fetched_at)
    return Page(document.content if isinstance(document.content, str) else decode(document.content))


def _publication(document: Document, page: Page, stated: StatedDate | None) -> tuple[datetime | None, PublishedBasis]:
    if document.published_at:
        return document.published_at, document.published_basis
    if page.published_at:
        return page.published_at, "page"
    if stated:
        return midnight(stated.day), "text"
    return None, "none"


def _own_link(page: Page) -> str | None:
    """The page's canonical link, unless it names a whole site: some sites declare their home page on every page."""
    canonical = canonical_url(page.canonical)
    return page.canonical if canonical and not is_home(canonical) else None


def _one_line(text: str | None) -> str | None:
    return " ".join(well_formed(text).split()) or None if text else None


def _file_name(source: str) -> str:
    """The base name of the file that a source names, so that an id does not depend on where the file lies."""
    return posixpath.basename(source.replace("\\", "/")).partition("#")[0]


def _article_id(origin: str, title: str | None, text: str, published_at: datetime | None) -> str:
    """Hex digits that depend on what the article says and where it appeared, not on how it was delivered."""
    content = json.dumps([origin, title, text, published_at.isoformat() if published_at else None])
    return hashlib.sha256(content.encode()).hexdigest()[:_ID_DIGITS]


def _language(text: str, declared: str | None) -> str | None:
    """ "en" where enough words are English function words, else what the page declares, unless that is English too."""
    words = comparable(text[:5000]).split()
    if words and sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    return declared if declared != "en" else None
