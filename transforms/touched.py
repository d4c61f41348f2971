"""What of a lake a run can change the meetings of, so that only that is read whole and merged again.

Mentions that can influence each other's meeting make up a component (`transforms.meetings.groups`). A run touches the
components that hold a mention of an article whose row or copies it changes. All other meetings stay as they are.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import apache_beam as beam
import pyarrow as pa
from apache_beam.pvalue import AsDict

from schemas.article import ArticleKey, Citation
from schemas.meeting import MeetingKey
from schemas.mention import Mention, Outline
from schemas.tables import ARTICLES, MEETINGS, MENTIONS
from transforms.lake import ReadColumns, ReadPartitions, SelectRows
from transforms.meetings.canonical import meeting_id_of
from transforms.meetings.groups import components
from transforms.merge import blocks_of
from transforms.partitions import partition_of
from transforms.restate import SplitRestated


@dataclass(frozen=True, slots=True)
class Footprint:
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

    restated: the ids of the articles that the run restates. Takes the lake; the ids of these articles and of all that
    they repeat or repeated; the columns of ArticleKey of the lake's articles; and the mentions of now. One worker holds
    the footprints of all mentions, about 1 kB each; every worker holds the ids of what is touched.
    """

    output: str
    restated: AsDict

    @beam.typehints.no_annotations
    def expand(
        self,
        inputs: tuple[
            beam.PCollection[str], beam.PCollection[str], beam.PCollection[pa.Table], beam.PCollection[Mention]
        ],
    ) -> Touched:
        """Footprints of all mentions together; then only the partitions that the touched ones lie in."""
        lakes, changed, keys, new = inputs
        touched = self._find(lakes, changed, new)
        mentions = touched | "Mentions" >> beam.Map(lambda footprint: (footprint.mention_id, None))
        articles = touched | "Articles" >> beam.Map(lambda footprint: (footprint.article_id, None))
        meetings = mentions | "Meetings" >> beam.Map(lambda mention: (meeting_id_of(mention[0]), None))
        partitions = touched | "PartitionOf" >> beam.Map(lambda footprint: footprint.partition)
        split = (
            partitions
            | ReadPartitions(MENTIONS, Mention, self.output)
            | "TouchedMentions" >> beam.Filter(lambda row, ids: row.mention_id in ids, AsDict(mentions))
            | SplitRestated(self.restated)
        )
        citations = (
            keys
            | "TouchedKeys" >> SelectRows(ARTICLES, ArticleKey, ("duplicate_of", "article_id"), AsDict(articles))
            | "PartitionOfKey" >> beam.Map(lambda key: partition_of(key.published_at and key.published_at.date()))
            | ReadPartitions(ARTICLES, Citation, self.output)
            | "TouchedCitations" >> beam.Filter(_tells_of, AsDict(articles))
            | "Citations" >> SplitRestated(self.restated)
        )
        merged = lakes | ReadColumns(MEETINGS, MeetingKey)
        earlier = merged | "TouchedMeetings" >> SelectRows(MEETINGS, MeetingKey, ("meeting_id",), AsDict(meetings))
        return Touched(split.valid, split.stale, citations.valid, earlier)

    def _find(
        self, lakes: beam.PCollection[str], changed: beam.PCollection[str], new: beam.PCollection[Mention]
    ) -> beam.PCollection[Footprint]:
        there = lakes | ReadColumns(MENTIONS, Outline) | "FootprintsThere" >> beam.Map(_footprints)
        footprints = (there, new | "Footprint" >> beam.Map(lambda mention: [footprint_of(mention)])) | beam.Flatten()
        return (
            {
                "footprints": footprints | "InOneWorker" >> beam.Map(lambda some: (None, some)),
                "articles": changed | "Changed" >> beam.Map(lambda article_id: (None, article_id)),
            }
            | beam.CoGroupByKey()
            | "Touched"
            >> beam.FlatMap(
                lambda group: touched_mentions(chain(*group[1]["footprints"]), set(group[1]["articles"]))
            ).with_output_types(Footprint)
        )


def _footprints(outlines: pa.Table) -> list[Footprint]:
    return [footprint_of(outline) for outline in MENTIONS.from_arrow(outlines, Outline)]


def _tells_of(row: Citation, articles: Container[str]) -> bool:
    """Whether the article, or the one that it repeats, is among these."""
    return (row.duplicate_of or row.article_id) in articles
