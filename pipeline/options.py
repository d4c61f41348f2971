"""The command line, parsed once: what a person may say, and plain values for the rest of the program.

Beam's own options pass through. Beam only warns of one that it does not know; here that is an error.
"""

import argparse
import difflib
import importlib.metadata
import ipaddress
import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from transforms.addresses import Network

if TYPE_CHECKING:
    from apache_beam.options.pipeline_options import PipelineOptions

# By name: "DirectRunner" becomes another runner on a machine that has Internet access than on one that has not.
DEFAULT_RUNNER = "FnApiRunner"
# Types are checked as the graph is built in the tests; it would take every run half a second.
_DEFAULTS = ("--no_save_main_session", "--no_pipeline_type_check")

# What reads and writes an object store, and the extra of parley that brings it.
_OBJECT_STORES = {"gs://": ("google-cloud-storage", "gcs"), "s3://": ("boto3", "s3")}


class UsageError(Exception):
    """The person asked for what cannot be done; the message says what to do instead."""


@dataclass(frozen=True, slots=True)
class Feeds:
    """A list of feeds, the networks that may be dialled though they are not public, and where sites can complain."""

    path: str
    networks: tuple[Network, ...]
    contact: str


@dataclass(frozen=True, slots=True)
class Ingest:
    """parley ingest: read articles, publish what they tell."""

    inputs: tuple[str, ...]
    feeds: Feeds | None
    output: str
    spacy_model: str | None
    beam_flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stream:
    """parley stream: poll feeds for ever, publish what they tell."""

    feeds: Feeds
    output: str
    spacy_model: str | None
    beam_flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """parley merge: what a stream has landed into the tables, meetings again from mentions, and few files from many."""

    output: str
    spacy_model: str | None
    beam_flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """parley report: show the meetings."""

    lake: str


@dataclass(frozen=True, slots=True)
class Check:
    """parley check: say what is wrong with the tables."""

    lake: str


Command = Ingest | Stream | Merge | Report | Check

_DESCRIPTION = "From diplomatic news to a dataset that answers: who met whom, when, where, and did it happen?"

_EXAMPLES = """\
examples:
  parley ingest --input 'news/*.txt' --output lake    read saved articles into the folder lake
  parley report lake                                  show the meetings they tell
  parley ingest --input 'news/*' 'feeds/*.xml' 'dump.jsonl.gz' --output lake
                                                      add more; what is there already is not read twice
  parley ingest --feeds deploy/feeds.opml --output lake
                                                      poll feeds once, as cron does
  parley stream --feeds deploy/feeds.opml --output lake
                                                      poll them for ever

"parley COMMAND --help" tells about one command.
"""

_INGEST = """\
Reads articles, finds the meetings they tell, and publishes four tables of Parquet files under the
output folder: articles, mentions (what one article says of one meeting), meetings (what all say of
it together) and rejects (what could not be read, and why).

A folder that holds earlier runs is added to: running on A and then on B gives the same as running
on both together, and running on the same again changes nothing. One run at a time may write to it.
The local runner takes input in portions, each published when it is done.
"""

_FORMATS = """\
input files, by the ending of their name, each also with .gz, .bz2 or .xz behind it:
  .txt           one saved article
  .html          one saved page
  .jsonl         one object a line, with "text" or "html", and perhaps "url", "title",
                 "published", "publisher"
  .xml           a saved RSS or Atom feed

examples:
  parley ingest --input 'news/*.txt' --output lake
  parley ingest --input 'gs://bucket/2024/*.jsonl.gz' --output gs://bucket/lake \\
      --runner DataflowRunner --project P --region R --temp_location gs://bucket/tmp
  parley ingest --input 'pages/*.html' --output lake \\
      --direct_running_mode multi_processing --direct_num_workers 4

feeds:
  --feeds names a list of them, OPML or text with one address a line. Each is asked once, but never more
  often than every 15 minutes; entries that are no whole articles are fetched, with pauses, where robots.txt
  allows it. What was read is remembered in the output folder, under .state.

exit codes: 0 done (rejected inputs are counted, no failure), 1 failed, 2 wrong usage
"""

_STREAM = """\
Polls the feeds of a list until it is stopped.

With --runner FlinkRunner, DataflowRunner or PrismRunner as one unbounded pipeline, which lands what it has
read in DIR/landed every five minutes. The tables show it when parley merge has run, which may run beside it
at any time. Ctrl-C or SIGTERM cancels the pipeline.

Else in repeated runs over what is new, each as of parley ingest --feeds, with the output folder as memory.
Ctrl-C or SIGTERM ends it after the run that is under way; a second one ends it at once.

What is published is whole either way.
"""

_MERGE = """\
Brings into the tables what parley stream has landed in the folder, all at once; it may run beside the
stream at any time. Then makes the meetings again from all mentions, and turns partitions that lie in
several files into one file each, their rows unchanged: use it after an update of parley that merges better.
"""

_CHECK = """\
Checks the tables in a folder: that their files are those that the manifests list, byte for byte, and that
their rows keep what they promise, such as that every mention has its article and no meeting ends before it
starts. Prints one line for each thing that is wrong. While a run publishes, files may seem to be wrong that
are right when it is done.

exit codes: 0 nothing is wrong, 1 something is, 2 wrong usage
"""

_BEAM = "Any other option goes to Apache Beam, such as --runner (default: FnApiRunner, in this process)."


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser("parley", description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=_raw(), allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, summary: str, description: str, epilog: str = "") -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=summary, description=description, epilog=epilog, formatter_class=_raw(), allow_abbrev=False
        )

    ingest = command("ingest", "read articles and publish the meetings they tell", _INGEST, f"{_BEAM}\n\n{_FORMATS}")
    ingest.add_argument(
        "--input",
        nargs="+",
        action="extend",
        default=[],
        metavar="GLOB",
        type=_within_reach,
        help="files to read; quote the stars",
    )
    stream = command("stream", "poll feeds for ever and publish the meetings they tell", _STREAM, _BEAM)
    for polling in (ingest, stream):
        polling.add_argument(
            "--feeds", metavar="FILE", type=_within_reach, required=polling is stream, help="list of feeds to poll"
        )
        polling.add_argument(
            "--contact",
            metavar="ADDRESS",
            type=_contact,
            help="where a site's owner can complain of your requests; every site is told (default: postmaster at this"
            " machine's name)",
        )
        polling.add_argument(
            "--allow-network",
            metavar="CIDR",
            type=ipaddress.ip_network,
            action="append",
            default=[],
            help="a network that may be fetched from though it is not the public Internet; may be given again",
        )
        polling.add_argument(
            "--output",
            required=True,
            metavar="DIR",
            type=_folder,
            help="folder of the tables; made where it is not there",
        )
    merge = command("merge", "bring a stream's articles into the tables, make the meetings again", _MERGE, _BEAM)
    merge.add_argument("--output", required=True, metavar="DIR", type=_folder, help="folder of the tables")
    for reading in (ingest, stream, merge):
        reading.add_argument(
            "--spacy-model",
            metavar="MODEL",
            help="name or folder of a spaCy pipeline (default: the one that parley brings)",
        )
    report = command(
        "report", "show the meetings as a table", "Shows the meetings in a folder as a table, newest first."
    )
    report.add_argument("lake", metavar="DIR", help="folder of the tables")
    check = command("check", "say what is wrong with the tables", _CHECK)
    check.add_argument("lake", metavar="DIR", help="folder of the tables")
    return parser


def _raw() -> type[argparse.HelpFormatter]:
    return argparse.RawDescriptionHelpFormatter


def parse(argv: Sequence[str]) -> Command:
    """What the command line asks for. Raises UsageError; --help prints and exits."""
    known, flags = _parser().parse_known_args(argv)
    if known.command in ("report", "check"):
        if flags:
            raise UsageError(f"unrecognised: {' '.join(flags)}; see parley {known.command} --help")
        return Report(known.lake) if known.command == "report" else Check(known.lake)
    if known.command == "merge":
        return Merge(known.output, known.spacy_model, tuple(flags))
    feeds = _feeds(known) if known.feeds else None
    if known.command == "stream" and feeds:
        return Stream(feeds, known.output, known.spacy_model, tuple(flags))
    if not known.input and not feeds:
        raise UsageError("required: --input or --feeds; see parley ingest --help")
    return Ingest(tuple(known.input), feeds, known.output, known.spacy_model, tuple(flags))


def _feeds(known: argparse.Namespace) -> Feeds:
    return Feeds(known.feeds, tuple(known.allow_network), known.contact or f"postmaster@{socket.getfqdn()}")


def _contact(written: str) -> str:
    """An address that may stand in a header."""
    if not written.isascii() or not written.isprintable() or not written.strip():
        raise ValueError(written)
    return written


def _folder(path: str) -> str:
    """The folder by a name that any process knows it by."""
    if "://" not in path:
        return os.path.abspath(path)
    if set("*?[ ") & set(path):
        raise UsageError(f"{path}: a folder of an object store cannot have * ? [ or a space in its name")
    return _within_reach(path.rstrip("/"))


def _within_reach(path: str) -> str:
    """The path. Raises UsageError where it names an object store whose client is not installed."""
    scheme, separator, _ = path.partition("://")
    package, extra = _OBJECT_STORES.get(scheme + separator, ("", ""))
    try:
        if package:
            importlib.metadata.distribution(package)
    except importlib.metadata.PackageNotFoundError as error:
        raise UsageError(f"{path}: needs {package}; install parley with its extra {extra}, '.[{extra}]'") from error
    return path


def beam_options(flags: Sequence[str]) -> "PipelineOptions":
    """Beam's options from these flags, with parley's defaults. Raises UsageError for a flag that Beam does not know."""
    from apache_beam.options.pipeline_options import PipelineOptions, StandardOptions
    from apache_beam.runners.runner import create_runner

    import pipeline.flink  # noqa: F401 (its options become known)

    def check(parser: argparse.ArgumentParser) -> None:
        def refuse(message: str) -> NoReturn:
            raise UsageError(f"{message}; Beam's options: https://beam.apache.org/documentation/runners/")

        parser.error = refuse  # type: ignore[method-assign]
        if unknown := parser.parse_known_args(list(flags))[1]:
            names = [option for action in parser._actions for option in action.option_strings]
            alike = difflib.get_close_matches(unknown[0].split("=")[0], names, 1)
            hint = f"did you mean {alike[0]}?" if alike else "neither parley nor Beam has it"
            raise UsageError(f"unknown option {unknown[0]}: {hint}")

    PipelineOptions([]).get_all_options(add_extra_args_fn=check)
    options = PipelineOptions([*_DEFAULTS, *flags])
    standard = options.view_as(StandardOptions)
    standard.runner = standard.runner or DEFAULT_RUNNER
    try:
        create_runner(standard.runner)
    except (ImportError, AttributeError, ValueError) as error:
        raise UsageError(f"--runner {standard.runner}: {error}") from error
    return options
