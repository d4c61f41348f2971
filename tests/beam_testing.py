"""What several tests of pipelines share: a pinned runner, a lake's files and rows, an extractor that needs no model."""

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import apache_beam as beam
import pyarrow.dataset as ds
import pytest

from pipeline.graph import build
from schemas.article import Article
from schemas.mention import Mention, Participant
from schemas.reject import Reject
from schemas.tables import Table
from transforms.commit import exclusive

RUNNER = "apache_beam.runners.portability.fn_api_runner.FnApiRunner"


def pipeline(runner: str = RUNNER) -> beam.Pipeline:
    """A pipeline on the one runner that tests mean, or on another by name."""
    return beam.Pipeline(runner=runner)


def digests(lake: Path) -> dict[str, str]:
    """The digest of every file under a lake, hidden ones too, by its path in it."""
    files = (path for path in lake.rglob("*") if path.is_file())
    return {str(path.relative_to(lake)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def times(lake: Path) -> dict[str, int]:
    """When every file under a lake was last written."""
    return {str(path.relative_to(lake)): path.stat().st_mtime_ns for path in lake.rglob("*") if path.is_file()}


def rows(lake: Path, table: Table) -> list[Any]:
    """All rows of a table, typed, in order of partition and file."""
    return table.from_arrow(ds.dataset(lake / table.name, schema=table.schema).to_table())


_TOLD = re.compile(r"(\w+) met (\w+) on (\d{4}-\d\d-\d\d) in (\w+)\.")


def find_told(article: Article) -> Iterator[Mention]:
    """One mention for every "Anna met Olav on 2024-05-06 in Oslo." of the text."""
    for match in _TOLD.finditer(article.text):
        first, second, day, city = match.groups()
        held = date.fromisoformat(day)
        name = hashlib.sha256(f"{article.article_id} {match.start()}".encode()).hexdigest()[:16]
        yield Mention(
            name, article.article_id, article.published_at, "held", "in_person",
            (Participant(first, "person"), Participant(second, "person")), held, held, "day", day, "text",
            city, None, None, None, (), None, match.group(), match.start(), match.end(), 0.5, "040", "CONSULT", None,
            "f",
        )  # fmt: skip


class Found(NamedTuple):
    """What the extraction of mentions gives."""

    mentions: beam.PCollection[Mention]
    rejects: beam.PCollection[Reject]


@dataclass(eq=False)
class FindTold(beam.PTransform):
    """Takes the place of ExtractMentions where a test is not about language. Rejects a text that says "unreadable"."""

    spacy_model: str

    def expand(self, articles: beam.PCollection[Article]) -> Found:
        """Article to Mention and Reject."""
        rejects = articles | "Unreadable" >> beam.FlatMap(find_unreadable).with_output_types(Reject)
        return Found(articles | "Told" >> beam.FlatMap(find_told).with_output_types(Mention), rejects)


def find_unreadable(article: Article) -> Iterator[Reject]:
    """A reject for a text that says so."""
    if "unreadable" in article.text:
        yield Reject("extract", article.source, "unreadable", "says so", article.article_id, article.published_at)


def ingest(lake: Path | str, files: Iterable[Path], patched: pytest.MonkeyPatch, runner: str = RUNNER) -> None:
    """Runs the whole graph on these files with FindTold in place of the reading of language."""
    patched.setattr("pipeline.graph.ExtractMentions", FindTold)
    with exclusive(str(lake)), pipeline(runner) as root:
        build(root, inputs=[str(path) for path in files], output=str(lake), spacy_model="none")


_WORDS = [
    "harbour",
    "tariff",
    "envoy",
    "border",
    "treaty",
    "grain",
    "station",
    "visit",
    "accord",
    "river",
    "summit",
    "market",
    "quota",
    "fleet",
    "pledge",
]
_NAMES = ["Anna", "Olav", "Mira", "Tomas", "Ines", "Karl"]
_CITIES = ["Oslo", "Lima", "Quito"]


def write_corpus(folder: Path, seed: int, files: int = 8) -> list[Path]:
    """Files of made-up articles: stories, copies under earlier, later and no dates, deliveries twice, bad lines."""
    dice = random.Random(seed)
    stories = [_story(dice) for _ in range(2 * files)]
    paths = []
    for number in range(files):
        records = [_delivery(dice, dice.choice(stories)) for _ in range(5)]
        lines = [json.dumps(record) for record in [*records, dice.choice(records)]]
        paths.append(folder / f"{number}.jsonl")
        paths[-1].write_text("\n".join([*lines, "{cut off"]))
    return paths


def _story(dice: random.Random) -> str:
    told = []
    for _ in range(dice.randint(0, 2)):
        who = " met ".join(dice.sample(_NAMES, 2))
        told.append(f"{who} on 2024-05-{dice.randint(6, 12):02} in {dice.choice(_CITIES)}.")
    words = " ".join(dice.choice(_WORDS) + str(dice.randint(0, 99)) for _ in range(80))
    return " ".join([*told, f"This is what the {words}", *(["unreadable"] if dice.random() < 0.2 else [])])


def _delivery(dice: random.Random, story: str) -> dict[str, str]:
    day = dice.choice([None, None, *range(5, 15)])
    record = {"text": f"{story} and the end {dice.choice(['', 'came late', 'was near and clear'])}"}
    if day:
        record["published"] = f"2024-05-{day:02}T0{dice.randint(0, 9)}:00:00Z"
    if dice.random() < 0.7:
        record["url"] = f"https://{dice.choice('abc')}.example/{dice.randint(0, 30)}"
    return record
