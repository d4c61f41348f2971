"""Makes Beam's job server for Flink ready, and prints the path of its jar: what --flink_job_server_jar takes.

    python deploy/flink/job_server.py

Maven puts the jar together from the artifacts that pom.xml names, from the repositories and mirrors of your own
settings. What is in it must be, byte for byte, what parley was tested with. The jar is kept in ~/.cache/parley, or
under XDG_CACHE_HOME. Needs Maven, and Java 11 or 17 to run it; see README.md beside this file.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

CONTENT = "38102af8f04b8bf2107ba8043a0abcc0333a2768ddcadd18ae9ac220aa946e80"
_POM = Path(__file__).with_name("pom.xml")


def digest(jar: Path) -> str:
    """The SHA-256 of the names and contents in a jar, in order of name, whatever machine compressed it."""
    found = hashlib.sha256()
    with zipfile.ZipFile(jar) as archive:
        for name in sorted(archive.namelist()):
            found.update(f"{name} {hashlib.sha256(archive.read(name)).hexdigest()}\n".encode())
    return found.hexdigest()


def cached() -> Path:
    """Where the jar is kept, whether it is there or not; there is only one that was found to be right."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "parley" / f"flink-job-server-{CONTENT[:12]}.jar"


def job_server_jar() -> Path:
    """The jar, put together if it is not there yet. Raises RuntimeError where that fails."""
    jar = cached()
    if not jar.exists():
        jar.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=jar.parent) as folder:
            made = _assemble(Path(folder))
            if (found := digest(made)) != CONTENT:
                raise RuntimeError(f"Maven brought other contents than those that were tested: {found}, not {CONTENT}")
            made.rename(jar)
    return jar


def _assemble(folder: Path) -> Path:
    command = ["mvn", "--batch-mode", "--strict-checksums", "--file", str(_POM), f"-Dfolder={folder}", "package"]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    except FileNotFoundError as error:
        raise RuntimeError("there is no mvn; install Maven 3.6 or later") from error
    if done.returncode:
        told = [line for line in done.stdout.splitlines() if "ERROR" in line]
        raise RuntimeError("\n".join(["Maven failed:", *told]))
    return folder / "job-server.jar"


if __name__ == "__main__":
    try:
        print(job_server_jar())
    except RuntimeError as error:
        sys.exit(f"job_server.py: {error}")
