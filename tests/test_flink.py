"""parley on a real Flink: the rows are those of the runner in this process, byte for byte."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from beam_testing import RUNNER, digests
from flink_cluster import ROOT, Cluster, cluster, job_server, worker_command

from pipeline.cli import main
from schemas.tables import ARTICLES
from transforms.lake import count_rows

SEEDS = ROOT / "seeds"
# Workers are kept from one step to the next.
CACHED = ["--environment_cache_millis", "60000"]

pytestmark = pytest.mark.flink


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The seeds, in files of which one repeats another and one cannot be read, and enough of them for two workers."""
    folder = tmp_path_factory.mktemp("inputs")
    for path in sorted(SEEDS.glob("*.txt")):
        (folder / path.name).write_bytes(path.read_bytes())
    first = min(SEEDS.glob("*.txt")).read_text()
    (folder / "again.txt").write_text(first + "\nThe weather was fine.\n")
    (folder / "cut.jsonl").write_text('{"text": "Half a')
    days = "\n".join(
        json.dumps(
            {"published": "2024-06-01", "text": f"Mira Holt met Olav Berg in Oslo on {day} May 2024. It rained."}
        )
        for day in range(1, 21)
    )
    (folder / "days.jsonl").write_text(days)
    return ["--input", f"{folder}/*"]


@pytest.fixture(scope="module")
def lake(inputs: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the runner in this process makes of them."""
    output = tmp_path_factory.mktemp("here") / "lake"
    assert main(["ingest", *inputs, "--output", str(output), "--runner", RUNNER]) == 0
    return output


@pytest.fixture
def standalone(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster of one JobManager and two TaskManagers."""
    with cluster(tmp_path) as found:
        yield found


def parley(*arguments: str) -> str:
    """What a run of the program, in a process of its own, says that it did."""
    command = [sys.executable, "-m", "pipeline", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=540, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def on_flink(endpoint: str) -> list[str]:
    return ["--runner", "PortableRunner", "--job_endpoint", endpoint, "--parallelism", "2"]


def beside(folder: Path) -> list[str]:
    """Options for Python workers that are processes beside the TaskManagers."""
    command = json.dumps({"command": worker_command(folder)})
    return ["--environment_type", "PROCESS", "--environment_config", command, *CACHED]


def test_a_flink_inside_the_job_server_publishes_the_same_bytes(inputs, lake: Path, tmp_path: Path) -> None:
    there = tmp_path / "lake"
    with job_server(tmp_path) as endpoint:
        flags = [*on_flink(endpoint), "--environment_type", "LOOPBACK", *CACHED]
        said = parley("ingest", *inputs, "--output", str(there), *flags)
        assert digests(there) == digests(lake)
        again = parley("ingest", *inputs, "--output", str(there), *flags)
    articles = count_rows(str(lake), ARTICLES)
    assert f"articles  {articles} read: {articles} new (1 of them copies of others), 0 there already" in said
    assert "rejected  1: 1 bad_json" in said
    assert f"articles  {articles} read: 0 new, {articles} there already" in again
    assert digests(there) == digests(lake)
    assert main(["check", str(there)]) == 0


def test_two_task_managers_share_the_work_and_publish_the_same_bytes(
    inputs, lake: Path, tmp_path: Path, standalone: Cluster
) -> None:
    there = tmp_path / "lake"
    with job_server(tmp_path, standalone.address) as endpoint:
        parley("ingest", *inputs, "--output", str(there), *on_flink(endpoint), *beside(tmp_path))
    assert digests(there) == digests(lake)
    (job,) = standalone.get("/jobs")["jobs"]
    assert job["status"] == "FINISHED"
    assert shared_steps(standalone, job["id"])


def test_the_stream_is_written_as_one_jar_and_not_run(tmp_path: Path) -> None:
    (tmp_path / "feeds.txt").write_text("http://news.example/feed\n")
    lake, made = tmp_path / "lake", tmp_path / "parley.jar"
    with job_server(tmp_path) as endpoint:
        environment = ["--environment_type", "EXTERNAL", "--environment_config", "localhost:50000"]
        flags = [*on_flink(endpoint), *environment, "--output_executable_path", str(made)]
        said = parley("stream", "--feeds", str(tmp_path / "feeds.txt"), "--output", str(lake), *flags)
    assert said == ""
    with zipfile.ZipFile(made) as archive:
        assert any(name.endswith("pipeline.json") for name in archive.namelist())
    assert not lake.exists()


def shared_steps(found: Cluster, job: str) -> list[str]:
    """The steps in Python of which both TaskManagers were given elements."""
    steps = []
    for vertex in found.get(f"/jobs/{job}")["vertices"]:
        parts = found.get(f"/jobs/{job}/vertices/{vertex['id']}")["subtasks"]
        busy = {part["taskmanager-id"] for part in parts if part["metrics"]["read-records"]}
        if "MapPartition" in vertex["name"] and len(busy) == len(found.task_managers):
            steps.append(vertex["name"])
    return steps
