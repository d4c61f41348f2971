"""What of a lake a run can change the meetings of, so that only that is read whole and merged again.

Mentions that can influence each other's meeting make up a component (`transforms.meetings.groups`). A run touches the
components that hold a mention of an article whose row or copies it changes. All other meetings stay as they are.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

import apache_beam as beam
from apache_beam.pvalue import AsDict, TaggedOutput

from schemas.article import Article, ArticleKey, Citation
from schemas.meeting import MeetingKey
from schemas.mention import Mention, Outline
from schemas.record import Record
from schemas.tables import ARTICLES, MEETINGS, MENTIONS
from transforms.grouping import GroupSides, apart, in_one_group
from transforms.lake import read_columns, read_partition, read_selected
from transforms.meetings.canonical import meeting_id_of
from transforms.meetings.groups import components
from transforms.merge import blocks_of
from transforms.partitions import partition_of


@dataclass(frozen=True, slots=True)
class Footprint(Record):
    """Where a mention lies, and the hashed blocks in which others find it and it looks for others."""

    mention_id: str
    article_id: str
    partition: str
    found: tuple[int, ...]
    looked_up: tuple[int, ...]


def footprint_of(mention: Mention | Outline) -> Footprint:
    """The footprint of a mention."""
    found, looked_up = blocks_of(mention)
    partition = partition_of(mention.published_at and mention.published_at.date())
    return Footprint(mention.mention_id, mention.article_id, partition, tuple(found), tuple(looked_up))


def touched_mentions(footprints: Iterable[Footprint], articles: Container[str]) -> Iterator[Footprint]:
    """The mentions that share a component with one of these articles."""
    ordered = sorted(footprints, key=lambda footprint: footprint.mention_id)
    linked = components([(f.mention_id, f.found, f.looked_up) for f in ordered])
    of = [(footprint, component) for footprint, (_, component) in zip(ordered, linked, strict=True)]
    touched = {component for footprint, component in of if footprint.article_id in articles}
    return (footprint for footprint, component in of if component in touched)


class Touched(NamedTuple):
    """Of the lake's rows those that a run can change the meetings of, and those that it restates.

    mentions, citations: of articles that the run leaves alone. stale: the mentions of those that it restates. meetings:
    all that the mentions, stale ones too, were merged into.
    """

    mentions: beam.PCollection[Mention]
    stale: beam.PCollection[Mention]
    citations: beam.PCollection[Citation]
    meetings: beam.PCollection[MeetingKey]


@dataclass(eq=False)
class ReadTouched(beam.PTransform):
    """Reads what a run can change the meetings of.

    restated: the ids of the articles that the run restates. Takes the lake's files, by table; these articles; the keys
    that the lake has of them; and the mentions of now. One worker holds the footprints of all mentions, about 1 kB
    each; every worker holds the ids of what is touched.
    """

    output: str
    restated: AsDict

    @beam.typehints.no_annotations
    def expand(self, inputs: tuple[Any, ...]) -> Touched:
        """Footprints of all mentions together; then only the partitions that the touched ones lie in."""
        files, articles, replaced, new = inputs
        changed = in_one_group(_with_original)
        touched = (
            (files[MENTIONS.name], new, articles, replaced)
            | "InOneWorker" >> GroupSides(in_one_group(_footprints), in_one_group(footprint_of), changed, changed)
            | "Touched"
            >> beam.FlatMapTuple(lambda _, group: _touched(*apart(group, 4))).with_outputs("ids", main="places")
        )
        ids = AsDict(touched.ids)
        mentions = (
            touched.places
            | beam.GroupByKey()
            | "Mentions" >> beam.FlatMap(_mentions, self.output, self.restated).with_outputs("stale", main="valid")
        )
        citations = files[ARTICLES.name] | "Citations" >> beam.FlatMap(_citations, ids, self.restated)
        meetings = files[MEETINGS.name] | "Meetings" >> beam.FlatMap(_meetings, ids)
        return Touched(mentions.valid, mentions.stale, citations, meetings)


def _touched(there: list[list[Footprint]], new: list[Footprint], *changed: list[list[str]]) -> Iterator[Any]:
    """The partition and the id of each mention that is touched; and the ids of what is touched with it."""
    articles = set(chain.from_iterable(chain(*changed)))
    for footprint in touched_mentions(chain(*there, new), articles):
        mention_id = footprint.mention_id
        yield footprint.partition, mention_id
        for name in (mention_id, footprint.article_id, meeting_id_of(mention_id)):
            yield TaggedOutput("ids", (name, None))


def _with_original(row: Article | ArticleKey) -> list[str]:
    return [row.article_id, *([row.duplicate_of] if row.duplicate_of else [])]


def _mentions(group: tuple[str, Iterable[str]], output: str, restated: Container[str]) -> Iterator[Any]:
    partition, ids = group[0], frozenset(group[1])
    for mention in read_partition(output, MENTIONS, partition, Mention):
        if mention.mention_id in ids:
            yield TaggedOutput("stale", mention) if mention.article_id in restated else mention


def _citations(path: str, ids: Iterable[str], restated: Container[str]) -> list[Citation]:
    rows = read_selected(ARTICLES, path, Citation, ["duplicate_of", "article_id"], ids)
    return [row for row in rows if row.article_id not in restated]


def _meetings(path: str, ids: Iterable[str]) -> list[MeetingKey]:
    return read_selected(MEETINGS, path, MeetingKey, ["meeting_id"], ids)


def _footprints(path: str) -> list[Footprint]:
    return [footprint_of(outline) for outline in MENTIONS.from_arrow(read_columns(MENTIONS, path, Outline), Outline)]
