"""Flink on loopback: a job server, a cluster of separate processes, and Python workers beside it, started by tests."""

import ctypes
import json
import os
import runpy
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
_PATIENCE = 300
_PR_SET_PDEATHSIG = 1
_JOB_MANAGER = "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint"
_TASK_MANAGER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner"
_OPENED = ("lang", "lang.invoke", "lang.reflect", "net", "nio", "text", "time", "util", "util.concurrent")
_MEMORY = {
    "taskmanager.cpu.cores": "1",
    "taskmanager.memory.framework.heap.size": "128m",
    "taskmanager.memory.framework.off-heap.size": "128m",
    "taskmanager.memory.jvm-metaspace.size": "256m",
    "taskmanager.memory.jvm-overhead.min": "192m",
    "taskmanager.memory.jvm-overhead.max": "192m",
    "taskmanager.memory.task.heap.size": "512m",
    "taskmanager.memory.task.off-heap.size": "128m",
    "taskmanager.memory.managed.size": "256m",
    "taskmanager.memory.network.min": "256m",
    "taskmanager.memory.network.max": "256m",
}


def jar() -> Path:
    """The job server's jar; skips the test where it, or Java, is not there."""
    if shutil.which("java") is None:
        pytest.skip("there is no java")
    path = runpy.run_path(str(ROOT / "deploy/flink/job_server.py"))["cached"]()
    if not path.exists():
        pytest.skip("the job server is not there; python deploy/flink/job_server.py makes it")
    return path


def free_ports(count: int) -> list[int]:
    """Ports of loopback that nobody listens on."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def wait_for(what: str, happened: Callable[[], Any], seconds: float = _PATIENCE) -> Any:
    """What the call gives as soon as that is true; fails the test when it takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := happened():
            return found
        time.sleep(0.2)
    raise TimeoutError(f"{what}: not within {seconds:.0f} s")


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running(log: Path, *command: str) -> Iterator[subprocess.Popen]:
    """A process, and all that it starts, for as long as the context; its output goes to a file."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=out, cwd=ROOT, start_new_session=True, preexec_fn=_end_with_the_tests
        )
    try:
        yield process
    finally:
        for each in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, each)
                process.wait(10)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue


@contextmanager
def job_server(folder: Path, master: str = "[local]") -> Iterator[str]:
    """A job server, by its address; master: the address of a cluster, or a Flink inside the job server."""
    port, artifacts, expansion = free_ports(3)
    ports = ["--job-port", str(port), "--artifact-port", str(artifacts), "--expansion-port", str(expansion)]
    staged = ["--artifacts-dir", str(folder / "artifacts"), "--job-host", "localhost"]
    with running(
        folder / "job_server.log", "java", "-Xmx2g", "-jar", str(jar()), "--flink-master", master, *ports, *staged
    ):
        wait_for("the job server listens", lambda: _listens(port))
        yield f"localhost:{port}"


def worker_command(folder: Path) -> str:
    """What an engine starts Python workers by, as the program parley-worker of an installation would be."""
    path = folder / "parley-worker"
    path.write_text(f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n")
    path.write_text(path.read_text() + "from pipeline.worker import main\nmain()\n")
    path.chmod(0o755)
    return str(path)


def _end_with_the_tests() -> None:
    """In a process that is about to start: it is killed when the tests are, where Linux can do that."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


@dataclass
class Cluster:
    """A Flink of one JobManager and some TaskManagers, asked over its REST interface."""

    address: str
    task_managers: list[subprocess.Popen] = field(default_factory=list)

    def get(self, path: str) -> dict[str, Any]:
        return self._ask(urllib.request.Request(f"http://{self.address}{path}"))

    def post(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"}
        return self._ask(urllib.request.Request(f"http://{self.address}{path}", json.dumps(body).encode(), headers))

    def _ask(self, request: urllib.request.Request) -> dict[str, Any]:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read())

    def ready(self, task_managers: int) -> bool:
        try:
            return self.get("/overview")["taskmanagers"] >= task_managers
        except OSError:
            return False

    def kill(self, task_manager: int) -> None:
        """Ends a TaskManager and the Python workers beside it at once, as when its machine is lost."""
        os.killpg(self.task_managers[task_manager].pid, signal.SIGKILL)

    def running_job(self) -> str:
        """The id of the one job that runs."""
        jobs = self.get("/jobs")["jobs"]
        return next((job["id"] for job in jobs if job["status"] == "RUNNING"), "")

    def checkpoints(self, job: str, kind: str = "completed") -> int:
        """How many checkpoints of a job are completed, or restored."""
        return self.get(f"/jobs/{job}/checkpoints")["counts"][kind]

    def stop(self, job: str, folder: Path) -> str:
        """Stops a job with a savepoint, whose place it gives."""
        request = self.post(f"/jobs/{job}/stop", {"targetDirectory": folder.as_uri(), "drain": False})
        path = f"/jobs/{job}/savepoints/{request['request-id']}"
        wait_for("the savepoint is made", lambda: self.get(path)["status"]["id"] == "COMPLETED")
        return self.get(path)["operation"]["location"]


class _Processes:
    """Starts the processes of a cluster."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self._folder = folder
        rpc, self.rest = free_ports(2)
        common = {
            "jobmanager.rpc.address": "localhost",
            "jobmanager.rpc.port": str(rpc),
            "jobmanager.bind-host": "localhost",
            "rest.port": str(self.rest),
            "rest.address": "localhost",
            "rest.bind-address": "localhost",
            "taskmanager.host": "localhost",
            "taskmanager.bind-host": "localhost",
            "taskmanager.numberOfTaskSlots": "1",
            "io.tmp.dirs": str(folder),
            **settings,
        }
        (folder / "flink-conf.yaml").write_text("".join(f"{name}: {value}\n" for name, value in common.items()))
        self._started = 0

    def start(self, entry: str, options: Mapping[str, str]) -> Any:
        self._started += 1
        opened = [f"--add-opens=java.base/java.{package}=ALL-UNNAMED" for package in _OPENED]
        settings = [part for name, value in options.items() for part in ("-D", f"{name}={value}")]
        log = self._folder / f"{entry.rpartition('.')[2]}-{self._started}.log"
        command = ["java", "-Xmx1g", *opened, "-cp", str(jar()), entry, "--configDir", str(self._folder)]
        return running(log, *command, *settings)


@contextmanager
def cluster(folder: Path, settings: Mapping[str, str] = MappingProxyType({})) -> Iterator[Cluster]:
    """A cluster of one JobManager and two TaskManagers, each a process, ready for jobs; settings: of Flink."""
    processes = _Processes(folder, settings)
    found = Cluster(f"localhost:{processes.rest}")
    with ExitStack() as stack:
        stack.enter_context(processes.start(_JOB_MANAGER, {}))
        for _ in range(2):
            found.task_managers.append(stack.enter_context(processes.start(_TASK_MANAGER, _MEMORY)))
        wait_for("the cluster is there", lambda: found.ready(2))
        yield found
