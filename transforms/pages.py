"""HTML: the article in a page through trafilatura, and the text of a fragment."""

import codecs
import logging
import re
import threading
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import lxml.html
import trafilatura
import trafilatura.utils
from htmldate import find_date
from lxml import etree
from trafilatura.settings import Document

from transforms.boilerplate import is_prose
from transforms.decode import MAX_BYTES, decode, well_formed
from transforms.refusal import Refused
from transforms.timestamps import parse_timestamp

# A page is refused before it is parsed: one real page in a hundred has more than 4,000 elements, and the time that
# trafilatura takes grows faster than the page.
MAX_TAGS = 30_000

# It warns of every page without an article, which is a reject here.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
# trafilatura is not safe in concurrent use, and threads only slow it down.
_ONE_AT_A_TIME = threading.Lock()
# No earliest or latest date: of one out of bounds htmldate keeps the month and makes up the day.
_DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "9999-12-31",
}
_HEADLINES = ("title", "h1", "h2", "h3", "h4", "h5", "h6")
_DECLARING = etree.XPath(
    "body//*[self::h1 or self::h2 or self::h3 or self::script[@type='application/ld+json']"
    " or self::meta or @class='entry-title' or @class='post-title']"
)
_NO_DAY = "1990-01-01"  # what htmldate is made to answer, by an address, where the metadata tell no day
_PRESCAN = 4096
_DECLARED_CHARSET = re.compile(
    rb"""<(?:meta[^>]*?|\?xml[^>]*?en)c(?:harset|oding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_BLOCKS = (
    *("address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure"),
    *("footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
)
_WHOLE_PAGE = re.compile(r"<(?:!doctype|html|head|body|title|meta)\b", re.IGNORECASE)
_SILENT = ("script", "style", "noscript", "template", "iframe", "object", "svg", "form", "button", "select", "textarea")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: the text of its article, and what it declares of itself, canonical being its canonical link."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published_at: datetime | None = None
    canonical: str | None = None
    language: str | None = None


def read_page(content: str | bytes, url: str | None = None, fetched_at: datetime | None = None) -> Page:
    """The article in the page and the page's metadata; a date after fetched_at, or after today, is not believed.

    Markup without any element of a whole page is a piece of one, and all of it the article.
    Raises Refused: too_large, too_many_elements, no_article, or as decode does.
    """
    if len(content) > MAX_BYTES:
        raise Refused("too_large", f"a page of {len(content)} where {MAX_BYTES} is the limit")
    markup = well_formed(decode_page(content))
    if (tags := markup.count("<")) > MAX_TAGS:
        raise Refused("too_many_elements", f"{tags} tags where {MAX_TAGS} is the limit")
    page = _whole_page(markup, url, fetched_at) if _WHOLE_PAGE.search(markup) else Page(fragment_text(markup))
    if not any(map(is_prose, page.text.splitlines())):
        raise Refused("no_article", "no running text in it")
    return page


def _whole_page(markup: str, url: str | None, fetched_at: datetime | None) -> Page:
    with _ONE_AT_A_TIME:
        tree = trafilatura.utils.load_html(markup)
        text = None if tree is None else _article_text(tree)
        if tree is None or not text:
            raise Refused("no_article", "trafilatura finds no article in it")
        outline = _outline(tree)
        declared = trafilatura.extract_metadata(outline, url, _DATES)
        day = _declared_day(outline, declared.url) or _day_apart(tree, declared.url)
        published_at = parse_timestamp(day) if day else None
    return Page(
        text=text,
        title=declared.title or None,
        publisher=declared.sitename or None,
        published_at=published_at if published_at and published_at <= (fetched_at or datetime.now(UTC)) else None,
        canonical=declared.url if declared.url != url else None,
        language=(tree.get("lang") or "").strip().lower().split("-")[0] or None,
    )


def _article_text(tree: lxml.html.HtmlElement) -> str | None:
    found = trafilatura.bare_extraction(tree, fast=True, include_comments=False)
    return found.text if isinstance(found, Document) else None


def _outline(tree: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """The page without its text, in which trafilatura would look for authors and licences longer than for all else."""
    outline = lxml.html.html_parser.makeelement("html")
    outline.extend(deepcopy(list(tree.iterfind("head"))))
    body = lxml.html.html_parser.makeelement("body")
    body.extend(deepcopy(_DECLARING(tree)))
    outline.append(body)
    return outline


def _declared_day(outline: lxml.html.HtmlElement, url: str | None) -> str | None:
    """The day that the page's address gives, or else its metadata."""
    if url and (day := find_date(lxml.html.html_parser.makeelement("html"), url=url, **_DATES)):
        return day
    day = find_date(outline, url=f"https://page.invalid/{_NO_DAY}/", deferred_url_extractor=True, **_DATES)
    return None if day == _NO_DAY else day


def _day_apart(tree: lxml.html.HtmlElement, url: str | None) -> str | None:
    """The day that a line apart from the article gives.

    Sentences and headlines are taken out of the tree first: htmldate reads dates in them too.
    """
    for element in list(tree.iter(*_HEADLINES, *_BLOCKS)):
        innermost = all(inner.tag not in _BLOCKS for inner in element.iterdescendants())
        if element.tag in _HEADLINES or (innermost and is_prose(element.text_content())):
            element.drop_tree()
    return find_date(tree, url=url, **_DATES)


def decode_page(content: str | bytes) -> str:
    """The page's markup, decoded by its byte order mark, as UTF-8, by the charset it declares, or as decode does."""
    if isinstance(content, str):
        return content
    declared = _DECLARED_CHARSET.search(content[:_PRESCAN])
    for charset in ("utf-8", _codec(declared[1].decode("ascii", "replace")) if declared else None):
        if charset and b"\0" not in content:
            try:
                return content.decode(charset)
            except UnicodeDecodeError:
                continue
    return decode(content)


def _codec(label: str) -> str | None:
    """Python's codec for a charset label; Latin-1 and ASCII mean windows-1252, as they do in browsers."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML that is all article, one line for each block."""
    root = lxml.html.document_fromstring(
        f"<html><body><div>{' '.join(well_formed(markup).split())}</div></body></html>"
    )
    etree.strip_elements(root, *_SILENT, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for block in root.iter("br", *_BLOCKS):
        block.text = f"\n{well_formed(block.text or '')}"
        block.tail = f"\n{well_formed(block.tail or '')}"
    return "\n".join(line for raw in root.text_content().splitlines() if (line := " ".join(raw.split())))
