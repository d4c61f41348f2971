"""The stream on a real Flink: what a feed has lands once, whatever is lost or stopped on the way."""

import ipaddress
import json
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import apache_beam as beam
import pytest
from apache_beam.options.pipeline_options import PipelineOptions
from flink_cluster import cluster, job_server, wait_for, worker_command
from test_live import rss
from web_server import Publication, serve

import pipeline.flink  # noqa: F401 (its options become known)
from pipeline.streaming import Pace, build_stream
from schemas.reading import Reading
from transforms.fetcher import Manners
from transforms.landing import landed_files, read_landed
from transforms.language import nlp
from transforms.language.mentions import extract_mentions
from transforms.read import read_articles

pytestmark = pytest.mark.flink

MANNERS = Manners("desk@parley.example", (ipaddress.ip_network("127.0.0.0/8"),), pause=0.0)
SECOND = timedelta(seconds=1)
PACE = Pace(tick=2 * SECOND, window=4 * SECOND, minimum=SECOND, again=5 * SECOND)


def landed(lake: Path) -> list[Reading]:
    return [reading for name in landed_files(str(lake)) for reading in read_landed(f"{lake}/{name}")]


def titles(lake: Path) -> Counter[str]:
    return Counter(reading.article.title for reading in landed(lake) if reading.article)


def has(lake: Path, *numbers: int) -> Callable[[], bool]:
    return lambda: {f"Talks {n}" for n in numbers} <= titles(lake).keys()


def test_a_task_manager_killed_and_a_savepoint_lose_and_double_nothing(tmp_path: Path) -> None:
    lake, feed = tmp_path / "lake", Publication(rss(1, 2, 3))
    settings = {
        "state.checkpoints.dir": (tmp_path / "checkpoints").as_uri(),
        "cluster.evenly-spread-out-slots": "true",
        "taskmanager.numberOfTaskSlots": "2",
        "heartbeat.interval": "2000",
        "heartbeat.timeout": "20000",
    }
    with (
        serve() as web,
        cluster(tmp_path, settings) as flink,
        job_server(tmp_path, flink.address) as endpoint,
    ):
        web.sites["127.0.0.1"]["/feed"] = feed
        url = web.url("127.0.0.1", "/feed")
        submit(endpoint, url, lake)
        wait_for("the first entries land", has(lake, 1, 2, 3))
        job = flink.running_job()
        done = flink.checkpoints(job)
        wait_for("what landed is behind a checkpoint", lambda: flink.checkpoints(job) > done + 1)

        feed.publish(rss(3, 4, 5, 6))
        flink.kill(0)
        wait_for("the job goes on from a checkpoint", lambda: flink.checkpoints(job, "restored"))
        wait_for("entries land after a TaskManager was lost", has(lake, 4, 5, 6))

        savepoint = flink.stop(job, tmp_path / "savepoints")
        feed.publish(rss(6, 7, 8))
        polls = len(web.paths("127.0.0.1"))
        submit(endpoint, url, lake, "--savepoint_path", savepoint)
        wait_for("entries land after the savepoint", has(lake, 7, 8))
        wait_for("the feed was polled again", lambda: len(web.paths("127.0.0.1")) > polls + 3)
    assert titles(lake) == {f"Talks {n}": 1 for n in range(1, 9)}
    assert rows_of(landed(lake)) == rows_of(in_a_loop())


def submit(endpoint: str, url: str, lake: Path, *more: str) -> None:
    """Starts the stream, without waiting for it."""
    command = json.dumps({"command": worker_command(lake.parent)})
    flags = ["--runner", "PortableRunner", "--job_endpoint", endpoint, "--parallelism", "2", "--streaming"]
    beside = ["--environment_type", "PROCESS", "--environment_config", command, "--no_save_main_session"]
    options = PipelineOptions([*flags, *beside, "--checkpointing_interval", "1000", *more])
    root = beam.Pipeline(options=options)
    build_stream(root, feeds=[url], manners=MANNERS, output=str(lake), spacy_model=nlp.DEFAULT_MODEL, pace=PACE)
    root.run()


def in_a_loop() -> list[Reading]:
    """What plain functions read in the same entries."""
    articles = read_articles("feed.xml", rss(*range(1, 9)))
    model = nlp.load()
    return [Reading(article, tuple(extract_mentions(model, article))) for article in articles]  # type: ignore[arg-type]


def rows_of(readings: list[Reading]) -> set[tuple[str, str | None, tuple[str, ...]]]:
    """Articles and their mentions, by id, text and all that is told; not the time and place they were fetched from."""
    return {
        (reading.article.article_id, reading.article.text, tuple(sorted(map(repr, reading.mentions))))
        for reading in readings
        if reading.article
    }
