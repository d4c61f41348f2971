"""Saved texts: header, title, and the four seeds as they must come out."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.article import Article
from schemas.document import Document
from transforms.boilerplate import comparable, is_prose, normal_lines
from transforms.read import read_articles
from transforms.saved_text import is_headline, read_saved_text

SEEDS = Path(__file__).parent.parent / "seeds"
PROSE = "The two ministers spoke for an hour in the town hall about the price of fish."


def read(text: str) -> Document:
    (document,) = read_saved_text("f.txt", io.BytesIO(text.encode()))
    return document


@pytest.mark.parametrize(
    ("text", "title", "content"),
    [
        (f"date 2021-05-04 Ministers to meet in Oslo\n{PROSE}", "Ministers to meet in Oslo", PROSE),
        (
            f"date 2021-05-04  1. Skip to content\nMinisters to meet in Oslo\n\n{PROSE}",
            "Ministers to meet in Oslo",
            PROSE,
        ),
        (f"World\nNews\nWill the ministers meet?\n{PROSE}", "Will the ministers meet?", PROSE),
        (f"May 4, 2021\nMinisters to meet in Oslo\n{PROSE}", "Ministers to meet in Oslo", f"May 4, 2021\n{PROSE}"),
        (f"{PROSE}\n{PROSE} Twice.", None, f"{PROSE}\n{PROSE} Twice."),
        ("Ministers to meet in Oslo", None, "Ministers to meet in Oslo"),
        (f"Oslo\n{PROSE}", None, f"Oslo\n{PROSE}"),
    ],
)
def test_the_title_stands_apart(text: str, title: str | None, content: str) -> None:
    document = read(text)
    assert (document.title, document.content) == (title, content)


def test_the_header_dates_the_text() -> None:
    document = read(f"date 2021-05-04 Ministers to meet in Oslo\n{PROSE}")
    assert (document.published_at, document.published_basis) == (datetime(2021, 5, 4, tzinfo=UTC), "header")
    assert read(PROSE).published_basis == "none"


@pytest.mark.parametrize(("line", "headline"), [("Two words", False), ("ministers to meet", False), (PROSE, False)])
def test_what_a_headline_is(line: str, headline: bool) -> None:
    assert is_headline(line) is headline


@pytest.mark.parametrize(
    ("name", "title", "published", "paragraphs"),
    [
        ("000*", r"Blinken to meet .* Laos", datetime(2024, 7, 26, tzinfo=UTC), 12),
        ("001*", r"Blinken Wang holds .* topple", None, 20),
        ("002*", r"US-China Talks .* Summit", None, 7),
        ("003*", r"ASEAN talks: .* sidelines", datetime(2023, 7, 13, tzinfo=UTC), 24),
    ],
)
def test_a_seed_becomes_its_article(name: str, title: str, published: datetime | None, paragraphs: int) -> None:
    (path,) = SEEDS.glob(name + ".txt")
    raw = path.read_text()
    (article,) = read_articles(str(path), raw.encode())
    assert isinstance(article, Article)
    lines = article.text.split("\n")
    assert re.fullmatch(title, article.title or "")
    assert (article.published_at, article.published_basis) == (published, "header" if published else "none")
    assert article.language == "en"
    assert len(lines) == paragraphs
    assert len({comparable(line) for line in lines}) == paragraphs
    assert not re.search(
        r"https?://|leave a comment|skip to|scroll|also read|ago$|recent news|@|photo:|image:|afp, ", article.text, re.I
    )
    kept = comparable(article.text)
    lost = [line for line in normal_lines(raw) if is_prose(line) and comparable(line) not in kept]
    assert all(re.match(r"Your email|Also Read", line) for line in lost), lost
    assert {mark: article.text.count(mark) for mark in "“”‘’"} == {mark: _outside_repeats(raw, mark) for mark in "“”‘’"}


def _outside_repeats(raw: str, mark: str) -> int:
    """How often a mark stands in a saved text, apart from its title, its teasers and second prints of a line."""
    lines = {comparable(line): line for line in reversed(normal_lines(raw)[1:])}
    return sum(line.count(mark) for line in lines.values() if not line.startswith("Also Read"))
