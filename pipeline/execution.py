"""Runs of Beam pipelines: each to its end, or only their description made."""

import gc
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable

import apache_beam as beam
from apache_beam.options.pipeline_options import (
    GoogleCloudOptions,
    PipelineOptions,
    PortableOptions,
    StandardOptions,
    TestOptions,
)
from apache_beam.runners.portability.portable_runner import PipelineResult as PortableResult
from apache_beam.runners.runner import PipelineResult, PipelineState

from pipeline.options import DEFAULT_RUNNER
from pipeline.summary import counts_of
from schemas.tables import MEETINGS
from transforms.lake import count_rows

_SECONDS_BETWEEN_LOOKS = 1.0
_MILLISECONDS_FOR_LAST_WORDS = 10_000
_logger = logging.getLogger(__name__)


def execute(
    graphs: Iterable[Callable[[beam.Pipeline], None]],
    output: str,
    options: PipelineOptions,
    summary: Callable[..., str],
) -> None:
    """Builds graphs that write to this folder, runs each to its end before the next, and prints what they did.

    Where the options ask for a description of the job only, another runs it, or nobody.
    """
    started = time.monotonic()
    counts: Counter[str] = Counter()
    before = count_rows(output, MEETINGS)
    gc.freeze()  # the model is no garbage, as the libraries are none
    for build in graphs:
        if counts:
            _logger.info("articles read and published: %s, more follow", f"{counts['parley: articles read']:,}")
        root = beam.Pipeline(options=options)
        build(root)
        if only_described(options):
            describe(root)
            return
        result = root.run()
        if (state := wait_for_end(result)) != PipelineState.DONE:
            raise RuntimeError(f"the run ended {state}; what it published is whole, run it again to complete it")
        counts += counts_of(result)
    print(summary(counts, output, before, time.monotonic() - started), flush=True)


def runs_here(options: PipelineOptions) -> bool:
    """Whether the runner is Beam's local one: it has no streams, and holds all of a run in memory."""
    return options.view_as(StandardOptions).runner == DEFAULT_RUNNER


def only_described(options: PipelineOptions) -> bool:
    """Whether the runner makes the job but does not run it: for a template, as a trial, or as a jar for Flink."""
    return bool(
        options.view_as(GoogleCloudOptions).template_location
        or options.view_as(TestOptions).dry_run
        or options.view_as(PortableOptions).output_executable_path
    )


def describe(root: beam.Pipeline) -> None:
    """Has the runner make the job; a job server takes its time for it."""
    result = root.run()
    if isinstance(result, PortableResult):
        wait_for_end(result)


def wait_for_end(result: PipelineResult) -> str:
    """The state that a run ended in. Raises RuntimeError with the last error that a job server told of.

    A job server is asked again and again: what it is to send by itself may never come (Beam issue 21597).
    """
    if not isinstance(result, PortableResult):
        return result.wait_until_finish()
    while not PipelineState.is_terminal(result.state):
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    return result.wait_until_finish(_MILLISECONDS_FOR_LAST_WORDS)
