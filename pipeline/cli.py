"""The program `parley`: one function a command, exit code 0 done, 1 failed, 2 wrong usage."""

import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from pipeline.options import Check, Command, Ingest, Merge, Report, UsageError, beam_options, parse

if TYPE_CHECKING:
    import apache_beam as beam
    from apache_beam.options.pipeline_options import PipelineOptions


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives the exit code."""
    _set_up_logging()
    try:
        return _run(parse(sys.argv[1:] if argv is None else argv))
    except UsageError as error:
        print(f"parley: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print("parley: interrupted; the next run begins where the last complete one ended", file=sys.stderr)
        return 1
    return 0


def _run(command: Command) -> int:
    match command:
        case Ingest():
            _ingest(command)
        case Merge():
            _merge(command)
        case Report():
            _report(command)
        case Check():
            return _check(command)
    return 0


def _ingest(command: Ingest) -> None:
    options = beam_options(command.beam_flags)
    from pipeline.graph import build
    from pipeline.summary import ingest_summary
    from transforms.language.nlp import DEFAULT_MODEL, load
    from transforms.read import check_globs

    model = command.spacy_model or DEFAULT_MODEL
    try:
        check_globs(command.inputs)
        load(model)
    except ValueError as error:
        raise UsageError(str(error)) from error
    graph = partial(build, inputs=command.inputs, output=command.output, spacy_model=model)
    _execute(graph, command.output, options, ingest_summary)


def _merge(command: Merge) -> None:
    options = beam_options(command.beam_flags)
    from pipeline.graph import build_merge
    from pipeline.summary import merge_summary
    from schemas.tables import MEETINGS
    from transforms.lake import partition_files

    if not partition_files(command.output, MEETINGS):
        raise UsageError(f"{command.output} holds no meetings; parley ingest makes them")
    _execute(partial(build_merge, output=command.output), command.output, options, merge_summary)


def _report(command: Report) -> None:
    from pipeline.report import meetings_table

    try:
        print(meetings_table(command.lake))
    except FileNotFoundError as error:
        raise UsageError(f"{command.lake} holds no meetings; parley ingest makes them") from error


def _check(command: Check) -> int:
    from transforms.check import check_lake

    wrong = 0
    try:
        for line in check_lake(command.lake):
            print(line)
            wrong += 1
    except FileNotFoundError as error:
        raise UsageError(f"{command.lake} holds no tables; parley ingest makes them") from error
    print(f"{wrong:,} {'thing is' if wrong == 1 else 'things are'} wrong" if wrong else "nothing is wrong")
    return 1 if wrong else 0


def _execute(
    build: Callable[["beam.Pipeline"], None], output: str, options: "PipelineOptions", summary: Callable[..., str]
) -> None:
    """Builds a graph that writes to this folder, runs it to its end, and prints what it did."""
    import apache_beam as beam
    from apache_beam.runners.runner import PipelineState

    from pipeline.summary import counts_of
    from schemas.tables import MEETINGS
    from transforms.commit import exclusive
    from transforms.lake import count_rows

    started = time.monotonic()
    with ExitStack() as stack:
        try:
            stack.enter_context(exclusive(output))
        except BlockingIOError as error:
            raise UsageError(f"another run writes to {output}; wait until it is done") from error
        except (OSError, ValueError) as error:
            raise UsageError(f"{output} cannot be written ({error}); name a folder that can") from error
        before = count_rows(output, MEETINGS)
        root = beam.Pipeline(options=options)
        build(root)
        result = root.run()
        if (state := result.wait_until_finish()) != PipelineState.DONE:
            raise RuntimeError(f"the run ended {state}; what it published is whole, run it again to complete it")
        print(summary(counts_of(result), output, before, time.monotonic() - started))


def _set_up_logging() -> None:
    """Lets through what parley tells of its progress and what Beam warns of, and errors of all."""
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%H:%M:%S", level=logging.ERROR, force=True)
    for name, level in (("transforms", logging.INFO), ("pipeline", logging.INFO), ("apache_beam", logging.WARNING)):
        logging.getLogger(name).setLevel(level)
