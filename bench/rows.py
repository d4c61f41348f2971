"""The rows of the table: what is compared with what, and how far apart the two may lie."""

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from bench import dedupe, loop, merge, work
from bench.corpus import ARTICLES_A_DAY, FIRST_DAY, as_text, eval_records, save, write_news
from bench.measure import Cost, measure
from bench.pages import as_page, print_page

EVAL = Path("../shared/eval")
SEEDS = sorted(map(str, Path("seeds").glob("*.txt")))
_LIBRARIES = "import apache_beam, duckdb, lxml.html, numpy, pyarrow.dataset, pyarrow.parquet, spacy, trafilatura"
_TIMES = 2
_ADDED = 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: a ratio, the bar and the aim that it is held against (None: told only), and what was measured."""

    name: str
    ratio: float
    bar: float | None
    aim: float | None
    told: str
    more_is_better: bool = False

    @property
    def holds(self) -> bool:
        """Whether the ratio is on the right side of the bar."""
        return self.bar is None or (self.ratio >= self.bar if self.more_is_better else self.ratio <= self.bar)


class Corpora:
    """Files of made-up news in a folder, each written when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def texts(self, size: int, first: int = 0) -> list[str]:
        """So many articles from this one on, as text."""
        return self._saved(f"texts-{first}-{size}", lambda: map(as_text, islice(write_news(), first, first + size)))

    def pages(self, size: int) -> list[str]:
        """So many articles as HTML."""
        return self._saved(f"pages-{size}", lambda: map(as_page, islice(write_news(), size)))

    def real(self, as_html: bool) -> list[str]:
        """The evaluation texts, as they are or as pages: none where they are not there."""
        records = eval_records(EVAL)
        return self._saved(f"real-{as_html}", lambda: iter(map(print_page, records) if as_html else records))

    def _saved(self, name: str, records: Callable[[], Iterator[dict[str, Any]]]) -> list[str]:
        folder = self._folder / name
        if not folder.exists():
            save(records(), folder)
        return sorted(map(str, folder.glob("*.jsonl")))

    def lake(self, name: str) -> str:
        """A folder for a lake that is not there."""
        folder = self._folder / "lakes" / name
        shutil.rmtree(folder, ignore_errors=True)
        return str(folder)


def _least(costs: Sequence[Cost]) -> float:
    return min(cost.cpu for cost in costs)


def job_against_loop(corpora: Corpora, sizes: Sequence[int]) -> Iterator[Row]:
    """The whole batch job and the plain loop, in turns; their files must be the same, byte for byte."""
    made_up = [(f"{size:,} articles", corpora.texts(size)) for size in sizes[:2]]
    for name, paths in (*made_up, ("eval texts", corpora.real(False))):
        jobs, loops = [], []
        for _ in range(_TIMES if paths else 0):
            lakes = corpora.lake("job"), corpora.lake("loop")
            jobs.append(measure(work.ingest, paths, lakes[0]))
            loops.append(measure(loop.ingest, paths, lakes[1]))
            _check_same(*lakes)
        if paths:
            job, plain = _least(jobs), _least(loops)
            told = f"{job:.1f} s, loop {plain:.1f} s"
            yield Row(f"batch job, one worker / plain loop, {name}", job / plain, 1.25, 1.10, told)


def _check_same(*lakes: str) -> None:
    one, other = ({p.relative_to(lake): p.read_bytes() for p in Path(lake).rglob("*.parquet")} for lake in lakes)
    if one != other:
        raise RuntimeError(f"the job's rows in {lakes[0]} are not those of the loop in {lakes[1]}")


def loop_against_bare(corpora: Corpora, sizes: Sequence[int]) -> Iterator[Row]:
    """The plain loop over pages, and trafilatura and spaCy on every one of them, in turns."""
    for name, paths in ((f"{sizes[0]:,} pages", corpora.pages(sizes[0])), ("eval texts as pages", corpora.real(True))):
        loops, bares = [], []
        for _ in range(_TIMES if paths else 0):
            loops.append(measure(loop.ingest, paths, corpora.lake("pages")))
            bares.append(measure(work.read_bare, paths))
        if paths:
            plain, bare = _least(loops), _least(bares)
            told = f"{plain:.1f} s, bare {bare:.1f} s"
            yield Row(f"plain loop, HTML in / trafilatura + spaCy bare, {name}", plain / bare, 0.5, 0.3, told)


def two_workers(corpora: Corpora, sizes: Sequence[int]) -> Iterator[Row]:
    """By the clock, on a machine that does nothing else: the start of the workers is in it."""
    size = min(10 * sizes[0], sizes[-1])
    paths = corpora.texts(size)
    one = measure(work.ingest, paths, corpora.lake("one"))
    flags = ("--direct_running_mode", "multi_processing", "--direct_num_workers", "2")
    two = measure(work.ingest, paths, corpora.lake("two"), *flags)
    told = f"{one.wall:.1f} s, two {two.wall:.1f} s by the clock"
    yield Row(f"two workers / one, throughput, {size:,} articles", one.wall / two.wall, 1.6, 1.9, told, True)


def growth(corpora: Corpora, sizes: Sequence[int]) -> Iterator[Row]:
    """All but the reading of language: it costs the same for every article, and would only hide what grows."""
    costs = [measure(work.ingest_told, corpora.texts(size), corpora.lake(f"grown-{size}")) for size in sizes]
    each = [cost.cpu / size * 1e3 for cost, size in zip(costs, sizes, strict=True)]
    told = ", ".join(f"{ms:.2f}" for ms in each) + " ms an article, without reading language"
    yield Row(f"time per article, {sizes[-1]:,} / {sizes[0]:,}", each[-1] / each[0], 1.2, 1.05, told)
    told = ", ".join(f"{cost.peak:,.0f}" for cost in costs) + " MB"
    yield Row(f"peak memory, {sizes[-1]:,} / {sizes[-2]:,}", costs[-1].peak / costs[-2].peak, 2, 1.2, told)


def added(corpora: Corpora, sizes: Sequence[int]) -> Iterator[Row]:
    """The next thousand articles into the lake that growth has left, and into none, in turns."""
    paths, full = corpora.texts(_ADDED, first=sizes[-1]), Path(corpora.lake("added")).parent / f"grown-{sizes[-1]}"
    into, empty = [], []
    for _ in range(_TIMES):
        lake = corpora.lake("added")
        shutil.copytree(full, lake)
        into.append(measure(work.ingest, paths, lake))
        empty.append(measure(work.ingest, paths, corpora.lake("empty")))
    more, less = _least(into), _least(empty)
    told = f"{more:.1f} s, into an empty one {less:.1f} s"
    yield Row(f"adding {_ADDED:,} to a lake of {sizes[-1]:,} / to an empty one", more / less, 3, 1.5, told)
    month = (FIRST_DAY + timedelta(sizes[-1] // ARTICLES_A_DAY // 2)).replace(day=1)
    sorted_file = str(full.parent / "sorted.parquet")
    work.sort_meetings(str(full), sorted_file)
    one = measure(work.query_month, f"{full}/meetings/date={month:%Y-%m}-*/*.parquet", str(month), True)
    other = measure(work.query_month, sorted_file, str(month), False)
    told = f"{one.wall * 50:.1f} ms, one file {other.wall * 50:.1f} ms"
    yield Row("DuckDB, a month of meetings, the lake / one sorted file", one.wall / other.wall, 2, 1.2, told)


def first_row(corpora: Corpora, _: Sequence[int]) -> Iterator[Row]:
    """The whole command on the seeds, and the import of the libraries alone, in turns."""
    runs, imports = [], []
    for _ in range(_TIMES + 1):
        lake = corpora.lake("seeds")
        runs.append(_processor_time("-m", "pipeline", "ingest", "--input", *SEEDS, "--output", lake))
        imports.append(_processor_time("-c", _LIBRARIES))
    told = f"{min(runs):.1f} s, imports {min(imports):.1f} s"
    yield Row("start to the rows of the seeds / importing the libraries", min(runs) / min(imports), 2, 1.3, told)


def _processor_time(*arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def stages(_: Corpora, sizes: Sequence[int]) -> Iterator[Row]:
    """The two steps that look at all articles or mentions together, alone, in worlds that are hard for them."""
    steps: list[tuple[Any, Any, str, str]] = []
    for world in dedupe.WORLDS:
        steps += [(dedupe.dedupe, dedupe.make_texts, "signing and linking", world)]
        steps += [(dedupe.link, dedupe.make_keys, "linking alone", world)]
    steps += [(merge.merge, merge.make_reports, "merging", w) for w in merge.WORLDS]
    for step, prepare, name, world in steps:
        costs = [measure(step, world, size, prepare=prepare) for size in sizes]
        each = [cost.cpu / size * 1e6 for cost, size in zip(costs, sizes, strict=True)]
        told = f"{', '.join(f'{us:.0f}' for us in each)} µs each; peak {costs[-1].peak:,.0f} MB"
        yield Row(f"{name}, {world}: time each, {sizes[-1]:,} / {sizes[0]:,}", each[-1] / each[0], None, None, told)


ROWS = {
    "job": job_against_loop,
    "pages": loop_against_bare,
    "workers": two_workers,
    "growth": growth,
    "added": added,
    "start": first_row,
    "stages": stages,
}
