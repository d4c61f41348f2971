"""Files to articles: the readers by file name ending, and their wiring."""

import bz2
import gzip
import io
import lzma
import posixpath
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Any, BinaryIO, NamedTuple

import apache_beam as beam
from apache_beam.io.filesystem import BeamIOError, CompressionTypes
from apache_beam.io.filesystems import FileSystems
from apache_beam.pvalue import TaggedOutput
from apache_beam.typehints.decorators import no_annotations

from schemas.article import Article
from schemas.document import Document
from schemas.reject import Reject
from transforms.clean import clean_document
from transforms.decode import read_whole
from transforms.feeds import read_feed
from transforms.grouping import Spread, by
from transforms.records import read_records
from transforms.refusal import Refused
from transforms.saved_text import read_saved_text

Reader = Callable[[str, BinaryIO], Iterator[Document | Reject]]


class Part(NamedTuple):
    """Some documents of a file: from the one of this number on, and up to, but without, that one; None: to the end."""

    path: str
    first: int = 0
    stop: int | None = None


def read_page_file(source: str, stream: BinaryIO) -> Iterator[Document]:
    """The one document of a saved page, still bytes: the page says itself in which charset."""
    data = read_whole(stream)
    if not data.strip():
        raise Refused("empty", f"{len(data)} bytes, none of them text")
    yield Document(source, "html", data)


_READERS: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".text"), read_saved_text),
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_page_file),
    **dict.fromkeys((".jsonl", ".ndjson"), read_records),
    **dict.fromkeys((".xml", ".rss", ".atom", ".rdf", ".json"), read_feed),
}
# By the standard library and not by Beam, whose decompression takes a cut-off file for a whole one.
_DECOMPRESSED: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": lambda stream: gzip.GzipFile(fileobj=stream),  # type: ignore[dict-item, return-value]
    ".bz2": bz2.BZ2File,  # type: ignore[dict-item]
    ".xz": lzma.LZMAFile,  # type: ignore[dict-item]
}


def read_stream(source: str, stream: BinaryIO) -> Iterator[Document | Reject]:
    """Every document in a file, by the ending of its name, with a reject for each that cannot be had."""
    ending, compression = _endings(source)
    try:
        if compression:
            stream = _DECOMPRESSED[compression](stream)
        if ending not in _READERS:
            raise Refused(
                "unknown_format",
                f"{ending or 'no ending'}: known are {' '.join(_READERS)}, each also with .gz .bz2 .xz",
            )
        yield from _READERS[ending](source, stream)
    except Refused as refused:
        yield refused.reject("read", source)
    except (EOFError, zlib.error, lzma.LZMAError, OSError) as error:
        # Of the standard library's decompressors some tell of bad data by an OSError, but one without a number.
        if not compression or isinstance(error, BeamIOError) or getattr(error, "errno", None) is not None:
            raise
        yield Refused("bad_compression", str(error)).reject("read", source)


def holds_one(path: str) -> bool:
    """Whether a file, by the ending of its name, holds one document and no more."""
    return _READERS.get(_endings(path)[0]) in (read_saved_text, read_page_file)


def _endings(path: str) -> tuple[str, str]:
    """The ending of a file's name that tells its format, and the one that tells its compression or nothing."""
    name, ending = posixpath.splitext(path.lower())
    return (posixpath.splitext(name)[1], ending) if ending in _DECOMPRESSED else (ending, "")


def read_part(part: Part) -> Iterator[Document | Reject]:
    """What read_stream gives for a part of a file."""
    with FileSystems.open(part.path, compression_type=CompressionTypes.UNCOMPRESSED) as stream:
        yield from islice(read_stream(part.path, stream), part.first, part.stop)


def read_documents(source: str, data: bytes) -> Iterator[Document | Reject]:
    """What read_stream gives for a file that holds these bytes."""
    return read_stream(source, io.BytesIO(data))


def read_articles(source: str, data: bytes) -> Iterator[Article | Reject]:
    """What ReadArticles gives for one file that holds these bytes."""
    for document in read_documents(source, data):
        yield document if isinstance(document, Reject) else clean_document(document)


def match_files(globs: Iterable[str]) -> dict[str, int]:
    """The files that the globs match, each with its size in bytes.

    Raises ValueError, naming the glob, when one matches none or cannot be looked for.
    """
    sizes: dict[str, int] = {}
    for glob in globs:
        try:
            found = FileSystems.match([glob])[0].metadata_list
        except BeamIOError as error:
            raise ValueError(f"{glob}: {error}") from error
        if not found:
            raise ValueError(f"{glob}: no such file; a folder is written {posixpath.join(glob, '*')}")
        sizes |= {metadata.path: metadata.size_in_bytes for metadata in found}
    return sizes


_MAIN, _REJECTS = "main", "rejects"


class ArticlesRead(NamedTuple):
    """What came of documents: a PCollection of articles, and one of rejects."""

    articles: beam.PCollection
    rejects: beam.PCollection


@dataclass(eq=False)
class ReadArticles(beam.PTransform):
    """The articles, and the rejects, in every file that a glob matches, and in every part of a file; each read once.

    Both may name any filesystem that Beam knows. A glob that matches nothing fails the run.
    """

    inputs: tuple[str | Part, ...]

    @no_annotations
    def expand(self, root: beam.pvalue.PBegin) -> ArticlesRead:
        """On a pipeline's root."""
        inputs = self.inputs
        read = (
            root
            | beam.Impulse()
            | "Match" >> beam.FlatMap(lambda _: [(tuple(part), None) for part in _parts(inputs)])
            | "EachOnce" >> beam.GroupByKey()
            | "Read"
            >> beam.ParDo(_ReadPart()).with_output_types(Document, rejects=Reject).with_outputs(_REJECTS, main=_MAIN)
        )
        cleaned = read[_MAIN] | "Spread" >> Spread(by(attrgetter("source"))) | "Clean" >> CleanDocuments()
        rejects = (read[_REJECTS], cleaned.rejects) | "AllRejects" >> beam.Flatten()
        return ArticlesRead(cleaned.articles, rejects)


class CleanDocuments(beam.PTransform):
    """The article in each document, or its reject."""

    @no_annotations
    def expand(self, documents: beam.PCollection) -> ArticlesRead:
        """On a PCollection of Document."""
        cleaned = documents | beam.ParDo(_CleanDocument()).with_output_types(Article, rejects=Reject).with_outputs(
            _REJECTS, main=_MAIN
        )
        return ArticlesRead(cleaned[_MAIN], cleaned[_REJECTS])


def _parts(inputs: Iterable[str | Part]) -> Iterator[Part]:
    for each in inputs:
        yield from [each] if isinstance(each, Part) else map(Part, match_files([each]))


class _ReadPart(beam.DoFn):
    def process(self, keyed: tuple[Any, Any]) -> Iterator[Any]:
        for found in read_part(Part(*keyed[0])):
            yield TaggedOutput(_REJECTS, found) if isinstance(found, Reject) else found


class _CleanDocument(beam.DoFn):
    def process(self, document: Document) -> Iterator[Any]:
        found = clean_document(document)
        yield TaggedOutput(_REJECTS, found) if isinstance(found, Reject) else found
