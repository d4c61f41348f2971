"""The pieces of work that the table compares, each to be run by `measure` in a process of its own."""

import json
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow.dataset as ds
import pyarrow.parquet as pq

import pipeline.graph
from bench.told import FindTold
from pipeline.cli import main
from schemas.tables import MEETINGS
from transforms.language import nlp

_MONTH = """
    SELECT date_start, status, list_transform(participants, lambda p: p.name) FROM read_parquet('{files}'{options})
    WHERE {day} BETWEEN DATE '{first}' AND DATE '{first}' + INTERVAL 1 MONTH - INTERVAL 1 DAY AND status = 'held'
"""


def ingest(paths: Sequence[str], output: str, *flags: str) -> None:
    """The whole batch job."""
    if main(["ingest", "--input", *paths, "--output", output, *flags]):
        raise RuntimeError(f"parley ingest failed on {output}")


def ingest_told(paths: Sequence[str], output: str) -> None:
    """The whole batch job without the reading of language, which costs the same for every article."""
    pipeline.graph.ExtractMentions = FindTold  # type: ignore[misc, assignment]
    ingest(paths, output)


def read_bare(paths: Sequence[str]) -> None:
    """trafilatura and parley's own spaCy pipeline on every page, and nothing else."""
    import trafilatura

    model = nlp.load()
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            model(trafilatura.extract(json.loads(line)["html"]) or "")


def sort_meetings(lake: str, path: str) -> None:
    """One file of all meetings, by the day they begin on."""
    meetings = ds.dataset(f"{lake}/{MEETINGS.name}", schema=MEETINGS.schema).to_table()
    pq.write_table(meetings.sort_by("date_start"), path, compression="zstd", row_group_size=20_000)


def query_month(files: str, first: str, hive: bool, times: int = 20) -> int:
    """Who met whom in the month that begins on this day: how many rows, the query made so many times."""
    options, day = (", hive_partitioning = true", "date") if hive else ("", "date_start")
    query = _MONTH.format(files=files, options=options, day=day, first=first)
    return [len(duckdb.sql(query).fetchall()) for _ in range(times)][-1]
