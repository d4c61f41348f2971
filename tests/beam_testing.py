"""What several tests of pipelines share: a pinned runner, a lake's files and rows, an extractor that needs no model."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import apache_beam as beam
import pyarrow.dataset as ds
from apache_beam.testing.test_pipeline import TestPipeline

from schemas.article import Article
from schemas.mention import Mention, Participant
from schemas.reject import Reject
from schemas.tables import Table

RUNNER = "apache_beam.runners.portability.fn_api_runner.FnApiRunner"


def pipeline() -> TestPipeline:
    """A pipeline on the one runner that tests mean."""
    return TestPipeline(runner=RUNNER)


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
