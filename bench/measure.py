"""What a piece of work costs, measured in a process of its own once the libraries and the model are there."""

import gc
import io
import multiprocessing
import resource
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Cost:
    """cpu, wall: seconds, of the process and of the clock. peak: of its memory, in MB."""

    cpu: float
    wall: float
    peak: float


def measure(work: Callable[..., Any], *arguments: Any, prepare: Callable[..., Any] | None = None) -> Cost:
    """Runs a function of a module in a new process; the clock starts when libraries and model are loaded.

    prepare: makes from the arguments, before the clock starts, the one argument that the work takes.
    """
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (work, arguments, prepare))


def _measured(work: Callable[..., Any], arguments: tuple[Any, ...], prepare: Callable[..., Any] | None) -> Cost:
    import pipeline.graph
    import pipeline.summary  # noqa: F401
    from transforms.language import nlp

    nlp.read(nlp.load(), "Anna Berg met Olav Dahl in Oslo on Monday.")
    given = (prepare(*arguments),) if prepare else arguments
    gc.freeze()
    cpu, wall = time.process_time(), time.perf_counter()
    with redirect_stdout(io.StringIO()):
        work(*given)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return Cost(cpu, wall, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
