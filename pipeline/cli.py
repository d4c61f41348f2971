"""The program `parley`: one function a command, exit code 0 done, 1 failed, 2 wrong usage."""

import gc
import logging
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from pipeline.options import (
    Check,
    Command,
    Feeds,
    Ingest,
    Merge,
    Report,
    Stream,
    UsageError,
    beam_options,
    parse,
)

if TYPE_CHECKING:
    from apache_beam.options.pipeline_options import PipelineOptions

    from pipeline.live import Subscriptions

_SECONDS_BETWEEN_TRIES = 5.0


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
        case Stream():
            _stream(command)
        case Merge():
            _merge(command)
        case Report():
            _report(command)
        case Check():
            return _check(command)
    return 0


def _ingest(command: Ingest) -> None:
    with _importing():
        options = _beam_options(command.beam_flags)
        from pipeline.execution import execute, only_described, runs_here
        from pipeline.graph import build
        from pipeline.summary import ingest_summary
        from transforms.portions import portions
        from transforms.read import Part, match_files

    model = _checked_model(command.spacy_model)
    if command.feeds and only_described(options):
        raise UsageError("--feeds: parley ingest polls before it runs; a job that runs elsewhere is for parley stream")
    try:
        files = match_files(command.inputs)
    except ValueError as error:
        raise UsageError(str(error)) from error
    feeds = _subscriptions(command.feeds, command.output) if command.feeds else None
    with _exclusively(command.output):
        polled = feeds.poll() if feeds else None
        inputs: Iterable[Sequence[str | Part]] = portions(files) if runs_here(options) else [command.inputs]
        graphs = (
            partial(build, inputs=some, output=command.output, spacy_model=model, feeds=None if number else polled)
            for number, some in enumerate(inputs)
        )
        execute(graphs, command.output, options, ingest_summary)
        if feeds:
            feeds.remember()


def _stream(command: Stream) -> None:
    with _importing():
        options = _beam_options(command.beam_flags)
        from pipeline.execution import runs_here

    model = _checked_model(command.spacy_model)
    feeds = _subscriptions(command.feeds, command.output)
    if runs_here(options):
        _stream_in_runs(command.output, feeds, model, options)
    else:
        _stream_unbounded(command.output, feeds, model, options)


def _subscriptions(feeds: Feeds, output: str) -> "Subscriptions":
    from pipeline.live import Subscriptions

    try:
        return Subscriptions(feeds, output)
    except ValueError as error:
        raise UsageError(str(error)) from error


def _stream_in_runs(output: str, feeds: "Subscriptions", model: str, options: "PipelineOptions") -> None:
    from pipeline.execution import execute
    from pipeline.graph import build
    from pipeline.live import stop_on_signals
    from pipeline.summary import ingest_summary

    print("parley: repeated batch runs, as this runner has no streams, with the output folder as memory", flush=True)
    with stop_on_signals() as stopping:
        while not stopping.is_set():
            try:
                with _exclusively(output):
                    polled = feeds.poll()
                    if feeds.has_news():
                        graph = partial(build, inputs=(), output=output, spacy_model=model, feeds=polled)
                        execute([graph], output, options, ingest_summary)
                    feeds.remember()
            except _Busy:
                stopping.wait(_SECONDS_BETWEEN_TRIES)
            else:
                stopping.wait(feeds.seconds_until_due())
    print("parley: stopped; what is published is whole")


def _stream_unbounded(output: str, feeds: "Subscriptions", model: str, options: "PipelineOptions") -> None:
    import apache_beam as beam
    from apache_beam.options.pipeline_options import StandardOptions

    from pipeline.execution import describe, only_described
    from pipeline.live import run_until_stopped
    from pipeline.streaming import build_stream
    from schemas.tables import LANDED

    options.view_as(StandardOptions).streaming = True
    root = beam.Pipeline(options=options)
    build_stream(root, feeds=feeds.urls, manners=feeds.manners, output=output, spacy_model=model)
    if only_described(options):
        describe(root)
        return
    print(
        f"parley: one unbounded pipeline; parley merge brings what lands in {output}/{LANDED.name} into the tables",
        flush=True,
    )
    run_until_stopped(root)
    print("parley: stopped; what has landed is whole")


@contextmanager
def _importing() -> Iterator[None]:
    """Libraries are no garbage: the collector does not look through them as they are imported, nor later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _beam_options(flags: Sequence[str]) -> "PipelineOptions":
    """Beam's options, by which from now on files are reached too: Beam minds those of storage in a pipeline only."""
    from apache_beam.io.filesystems import FileSystems

    options = beam_options(flags)
    FileSystems.set_options(options)
    return options


def _checked_model(name: str | None) -> str:
    """The name or folder of a spaCy pipeline that can be loaded."""
    from transforms.language.nlp import DEFAULT_MODEL, load

    try:
        load(name or DEFAULT_MODEL)
    except ValueError as error:
        raise UsageError(str(error)) from error
    return name or DEFAULT_MODEL


def _merge(command: Merge) -> None:
    with _importing():
        options = _beam_options(command.beam_flags)
        from pipeline.execution import execute
        from pipeline.graph import build, build_merge
        from pipeline.summary import ingest_summary, merge_summary
        from schemas.tables import MEETINGS
        from transforms.lake import partition_files
        from transforms.landing import landed_files

    output = command.output
    model = _checked_model(command.spacy_model)
    try:
        something = partition_files(output, MEETINGS) or landed_files(output)
    except OSError as error:
        raise UsageError(f"{output} cannot be read: {error}") from error
    if not something:
        raise UsageError(f"{output} holds no meetings; parley ingest makes them")
    with _exclusively(output):
        if landed := landed_files(output):
            take = partial(build, inputs=(), output=output, spacy_model=model, landed=landed)
            execute([take], output, options, ingest_summary)
        execute([partial(build_merge, output=output)], output, options, merge_summary)


def _report(command: Report) -> None:
    from pipeline.report import meetings_table

    try:
        print(meetings_table(command.lake))
    except FileNotFoundError as error:
        raise UsageError(f"{command.lake} holds no meetings; parley ingest makes them") from error
    except OSError as error:
        raise UsageError(f"{command.lake} cannot be read: {error}") from error


class _Busy(UsageError):
    """Another run writes to the folder."""


@contextmanager
def _exclusively(output: str) -> Iterator[None]:
    """Nobody else writes to the folder meanwhile. Raises UsageError where it cannot be written, _Busy for now."""
    from transforms.commit import exclusive

    stack = ExitStack()
    try:
        stack.enter_context(exclusive(output))
    except BlockingIOError as error:
        raise _Busy(f"another run writes to {output}; wait until it is done") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"{output} cannot be written ({error}); name a folder that can") from error
    with stack:
        yield


def _check(command: Check) -> int:
    from transforms.check import check_lake

    wrong = 0
    try:
        for line in check_lake(command.lake):
            print(line)
            wrong += 1
    except FileNotFoundError as error:
        raise UsageError(f"{command.lake} holds no tables; parley ingest makes them") from error
    except OSError as error:
        raise UsageError(f"{command.lake} cannot be read: {error}") from error
    print(f"{wrong:,} {'thing is' if wrong == 1 else 'things are'} wrong" if wrong else "nothing is wrong")
    return 1 if wrong else 0


def _set_up_logging() -> None:
    """Lets through what parley tells of its progress and what Beam warns of, and errors of all."""
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%H:%M:%S", level=logging.ERROR, force=True)
    for name, level in (("transforms", logging.INFO), ("pipeline", logging.INFO), ("apache_beam", logging.WARNING)):
        logging.getLogger(name).setLevel(level)
