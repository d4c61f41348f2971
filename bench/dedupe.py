"""Time per article and peak memory of deduplication, as the number of articles grows.

Two made-up worlds: in `news` every third article repeats another, edited; in `crowd` moreover all articles end in the
same 300 characters, so that they meet in the same buckets. Run: python bench/dedupe.py [SIZE ...]
"""

import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from schemas.article import ArticleKey
from transforms.links import link_articles
from transforms.signatures import sign

SIZES = (1_000, 10_000, 100_000)
WORLDS = ("news", "crowd")
START = datetime(2020, 1, 1, tzinfo=UTC)
SYLLABLES = [first + second for first in "bdfgklmnprst" for second in "aeiou"]


def write_texts(count: int, footer: str, seed: int) -> Iterator[str]:
    """Texts of some 120 words; every third repeats one of the last thousand with a new head and a cut tail."""
    pick = random.Random(seed)
    vocabulary = ["".join(pick.choices(SYLLABLES, k=pick.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    recent: list[list[str]] = []
    for number in range(count):
        words = [word.title() if pick.random() < 0.15 else word for word in pick.choices(vocabulary, weights, k=120)]
        if number % 3 == 2:
            words = words[:8] + pick.choice(recent)[: -pick.randint(1, 20)]
        else:
            recent = [*recent[-1000:], words]
        yield " ".join(words) + footer


def measure(world: str, size: int) -> tuple[float, float, int, float]:
    """Microseconds an article takes to sign and to link, how many were linked, the peak of memory in MB."""
    footer = " " + next(write_texts(1, "", seed=7))[:300] if world == "crowd" else ""
    signing, keys = 0.0, []
    for number, text in enumerate(write_texts(size, footer, seed=1)):
        begun = time.process_time()
        signature = sign(text)
        signing += time.process_time() - begun
        keys.append(ArticleKey(f"{number:08}", None, "bench", START + timedelta(minutes=number), signature))
    begun = time.process_time()
    linked = len(link_articles(keys))
    linking = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return signing / size * 1e6, linking / size * 1e6, linked, peak


def main(sizes: tuple[int, ...]) -> None:
    """Prints a line for each world and size, each measured in a process of its own."""
    print(f"{'world':8}{'articles':>10}{'sign µs':>10}{'link µs':>10}{'ratio':>8}{'linked':>10}{'peak MB':>10}")
    for world in WORLDS:
        smallest = None
        for size in sizes:
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                signing, linking, linked, peak = pool.apply(measure, (world, size))
            smallest = smallest or linking
            print(f"{world:8}{size:10}{signing:10.0f}{linking:10.0f}{linking / smallest:8.2f}{linked:10}{peak:10.0f}")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
