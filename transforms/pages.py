"""HTML: the article in a page through trafilatura, and the text of a fragment."""

import codecs
import re
import threading
from dataclasses import dataclass
from datetime import UTC, datetime

import lxml.html
import trafilatura
import trafilatura.utils
from lxml import etree

from transforms.decode import MAX_BYTES, decode, well_formed
from transforms.refusal import Refused
from transforms.timestamps import parse_timestamp

# A page is refused before it is parsed: of real pages one in a hundred has more than 4,000 elements, and what trafilatura
# needs grows faster than the page.
MAX_TAGS = 30_000

# trafilatura is not safe in concurrent use, and threads only slow it down.
_ONE_AT_A_TIME = threading.Lock()
_PRESCAN = 4096
_DECLARED_CHARSET = re.compile(
    rb"""<(?:meta[^>]*?|\?xml[^>]*?en)c(?:harset|oding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_BLOCKS = (
    "address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul"
).split()
_SILENT = ("script", "style", "noscript", "template", "iframe", "object", "svg", "form", "button", "select", "textarea")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: its article's text, and what it declares of itself. canonical is its canonical link as written."""

    text: str
    title: str | None
    publisher: str | None
    published_at: datetime | None
    canonical: str | None
    language: str | None


def read_page(content: str | bytes, url: str | None = None, fetched_at: datetime | None = None) -> Page:
    """The article in the page and the page's metadata; a date after fetched_at, or after today, is not believed.

    Raises Refused: too_large, too_many_elements, no_article, or as decode does.
    """
    if len(content) > MAX_BYTES:
        raise Refused("too_large", f"a page of {len(content)} where {MAX_BYTES} is the limit")
    markup = well_formed(decode_page(content))
    if (tags := markup.count("<")) > MAX_TAGS:
        raise Refused("too_many_elements", f"{tags} tags where {MAX_TAGS} is the limit")
    latest = fetched_at or datetime.now(UTC)
    with _ONE_AT_A_TIME:
        tree = trafilatura.utils.load_html(markup)
        found = tree is not None and trafilatura.bare_extraction(
            tree,
            url=url,
            fast=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": latest.strftime("%Y-%m-%d"),
            },
        )
    if not isinstance(found, trafilatura.settings.Document) or not found.text:
        raise Refused("no_article", "trafilatura finds no article in it")
    return Page(
        text=found.text,
        title=found.title or None,
        publisher=found.sitename or None,
        published_at=parse_timestamp(found.date) if found.date else None,
        canonical=found.url if found.url != url else None,
        language=(tree.get("lang") or "").strip().lower().split("-")[0] or None,
    )


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
    root = lxml.html.fragment_fromstring(" ".join(well_formed(markup).split()), create_parent="div")
    etree.strip_elements(root, *_SILENT, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for block in root.iter(*_BLOCKS):
        block.text = f"\n{block.text or ''}"
        block.tail = f"\n{block.tail or ''}"
    return "\n".join(line for raw in root.text_content().splitlines() if (line := " ".join(raw.split())))
