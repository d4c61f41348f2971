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
from transforms.grouping import GroupSides, apart, in_one_group
from transforms.lake import ReadColumns, ReadPartitions, ReadSelected
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
    they repeat or repeated; and the mentions of now. One worker holds the footprints of all mentions, about 1 kB each;
    every worker holds the ids of what is touched.
    """

    output: str
    restated: AsDict

    @beam.typehints.no_annotations
    def expand(self, inputs: tuple[beam.PCollection[str], beam.PCollection[str], beam.PCollection[Mention]]) -> Touched:
        """Footprints of all mentions together; then only the partitions that the touched ones lie in."""
        lakes, changed, new = inputs
        touched = self._find(lakes, changed, new)
        ids = AsDict(touched | "Ids" >> beam.FlatMap(_ids_of))
        mentions = (
            touched
            | "PartitionOf" >> beam.Map(lambda footprint: footprint.partition)
            | ReadPartitions(MENTIONS, Mention, self.output)
            | "TouchedMentions" >> beam.Filter(lambda row, ids: row.mention_id in ids, ids)
            | SplitRestated(self.restated)
        )
        citations = (
            lakes
            | "TouchedKeys" >> ReadSelected(ARTICLES, ArticleKey, ("duplicate_of", "article_id"), ids)
            | "PartitionOfKey" >> beam.Map(lambda key: partition_of(key.published_at and key.published_at.date()))
            | ReadPartitions(ARTICLES, Citation, self.output)
            | "TouchedCitations" >> beam.Filter(lambda row, ids: (row.duplicate_of or row.article_id) in ids, ids)
            | "Citations" >> SplitRestated(self.restated)
        )
        meetings = lakes | "TouchedMeetings" >> ReadSelected(MEETINGS, MeetingKey, ("meeting_id",), ids)
        return Touched(mentions.valid, mentions.stale, citations.valid, meetings)

    def _find(
        self, lakes: beam.PCollection[str], changed: beam.PCollection[str], new: beam.PCollection[Mention]
    ) -> beam.PCollection[Footprint]:
        there = lakes | ReadColumns(MENTIONS, Outline) | "FootprintsThere" >> beam.Map(_footprints)
        return (
            (there, new | "Footprint" >> beam.Map(footprint_of), changed)
            | "InOneWorker" >> GroupSides(in_one_group, in_one_group, in_one_group)
            | "Touched"
            >> beam.FlatMapTuple(lambda _, group: _touched(*apart(group, sides=3))).with_output_types(Footprint)
        )


def _ids_of(footprint: Footprint) -> list[tuple[str, None]]:
    meeting_id = meeting_id_of(footprint.mention_id)
    return [(name, None) for name in (footprint.mention_id, footprint.article_id, meeting_id)]


def _touched(there: list[list[Footprint]], new: list[Footprint], articles: list[str]) -> Iterator[Footprint]:
    return touched_mentions(chain(*there, new), set(articles))


def _footprints(outlines: pa.Table) -> list[Footprint]:
    return [footprint_of(outline) for outline in MENTIONS.from_arrow(outlines, Outline)]
