"""How linking grows: two made-up worlds of keys of articles.

In `news` every third article repeats another, edited; in `crowd` moreover all articles end in the same 300 characters,
so that they meet in the same buckets.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from schemas.article import ArticleKey
from transforms.links import link_articles
from transforms.signatures import sign

WORLDS = ("news", "crowd")
_START = datetime(2020, 1, 1, tzinfo=UTC)
_SYLLABLES = [first + second for first in "bdfgklmnprst" for second in "aeiou"]


def _write_texts(count: int, footer: str, seed: int) -> Iterator[str]:
    """Texts of some 120 words; every third repeats one of the last thousand with a new head and a cut tail."""
    pick = random.Random(seed)
    vocabulary = ["".join(pick.choices(_SYLLABLES, k=pick.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    recent: list[list[str]] = []
    for number in range(count):
        words = [word.title() if pick.random() < 0.15 else word for word in pick.choices(vocabulary, weights, k=120)]
        if number % 3 == 2:
            words = words[:8] + pick.choice(recent)[: -pick.randint(1, 20)]
        else:
            recent = [*recent[-1000:], words]
        yield " ".join(words) + footer


def make_texts(world: str, size: int) -> list[str]:
    """The texts of a world's articles."""
    footer = " " + next(_write_texts(1, "", seed=7))[:300] if world == "crowd" else ""
    return list(_write_texts(size, footer, seed=1))


def make_keys(world: str, size: int) -> list[ArticleKey]:
    """The keys of a world's articles, signed."""
    return _signed(make_texts(world, size))


def _signed(texts: list[str]) -> list[ArticleKey]:
    return [
        ArticleKey(f"{number:08}", None, "bench", _START + timedelta(minutes=number), sign(text))
        for number, text in enumerate(texts)
    ]


def dedupe(texts: list[str]) -> int:
    """How many texts repeat another: what the signatures cost, and the linking."""
    return link(_signed(texts))


def link(keys: list[ArticleKey]) -> int:
    """How many articles repeat another."""
    return len(link_articles(keys))
