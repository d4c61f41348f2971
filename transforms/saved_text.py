"""Saved text files: an article as a crawler or a clipboard left it, its header line and its title on top."""

from collections.abc import Iterator
from typing import BinaryIO

from schemas.document import Document
from transforms.boilerplate import article_lines, is_prose, normal_lines
from transforms.decode import decode, read_whole, well_formed
from transforms.timestamps import is_date_line, split_header

_TITLE_WORDS = range(3, 31)
_KICKER_WORDS = 3
_TITLE_LINES = 4
_NO_TITLE_END = (".", ":", ";", ",", '."', ".”", ".'", ".’")


def read_saved_text(source: str, stream: BinaryIO) -> Iterator[Document]:
    """The one document of a saved text file, its header line read, its title apart. Raises Refused as decode does."""
    lines = normal_lines(well_formed(decode(read_whole(stream))))
    header = split_header(lines[0]) if lines else None
    if header:
        lines = [header[1], *lines[1:]]
    title, body = split_title(article_lines(lines))
    yield Document(
        source=source,
        media_type="text",
        content="\n".join(body),
        title=title,
        published_at=header[0] if header else None,
        published_basis="header" if header else "none",
    )


def split_title(lines: list[str]) -> tuple[str | None, list[str]]:
    """The headline on top of the lines, if one stands there, and the rest.

    Above it a date of its own may stand, which stays, and a word or two of navigation, which go.
    """
    for i, line in enumerate(lines[:_TITLE_LINES]):
        if is_headline(line) and i + 1 < len(lines):
            return line, [*(above for above in lines[:i] if is_date_line(above)), *lines[i + 1 :]]
        if not is_date_line(line) and len(line.split()) > _KICKER_WORDS:
            break
    return None, lines


def is_headline(line: str) -> bool:
    """Whether the line can be a title: some words, no date alone, no end of a sentence."""
    return (
        len(line.split()) in _TITLE_WORDS
        and not line[0].islower()
        and not line.endswith(_NO_TITLE_END)
        and not is_date_line(line)
        and (not is_prose(line) or line.endswith(("?", "!", "”", "’", '"', "'", ")")))
    )
