"""Mentions become meetings: all that is told of one meeting, in however many articles, in one row."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from operator import attrgetter
from typing import Any

import apache_beam as beam

from schemas.meeting import Meeting
from schemas.mention import Mention, Outline, Report
from transforms.grouping import GroupSides, apart, by
from transforms.meetings.canonical import meeting_of
from transforms.meetings.groups import Group, components, group_mentions
from transforms.meetings.traces import Block, found_in, looked_up_in, trace_of


def merge_mentions(reports: Iterable[Report]) -> list[Meeting]:
    """The meetings that these reports tell, in order of meeting_id: a function of the set of reports alone.

    A mention that arrives twice counts once, with the copies of both deliveries.
    """
    deliveries: dict[str, list[Report]] = {}
    for report in reports:
        deliveries.setdefault(report.mention.mention_id, []).append(report)
    by_id = {mention_id: _united(delivered) for mention_id, delivered in deliveries.items()}
    groups = group_mentions(trace_of(report.mention) for report in by_id.values())
    moved = {id(group.later) for group in groups if group.later}
    chains = (
        [[by_id[t.mention_id] for t in g.members] for g in _dates(group)] for group in groups if id(group) not in moved
    )
    return sorted(map(meeting_of, chains), key=lambda meeting: meeting.meeting_id)


def _dates(group: Group) -> Iterator[Group]:
    """The group and those of the later dates that its meeting was moved to."""
    date: Group | None = group
    while date:
        yield date
        date = date.later


def _united(deliveries: Iterable[Report]) -> Report:
    """One report of a mention, with the copies of its article that any delivery knew."""
    ordered = sorted(deliveries, key=repr)
    copies = {copy.article_id: copy for report in ordered for copy in report.copies}
    return replace(ordered[0], copies=tuple(copies[i] for i in sorted(copies)))


def _hashed(blocks: Iterable[Block]) -> list[int]:
    """Blocks as 64-bit numbers: should two collide, a component is larger and its meetings are the same."""
    return [int.from_bytes(blake2b(repr(block).encode(), digest_size=8).digest(), "big") for block in blocks]


def blocks_of(mention: Mention | Outline) -> tuple[list[int], list[int]]:
    """The blocks in which others find a mention, and those in which it looks for others."""
    trace = trace_of(mention)
    return _hashed(found_in(trace)), _hashed(looked_up_in(trace))


class MergeMeetings(beam.PTransform):
    """Merge reports into meetings: PCollection[Report] -> PCollection[Meeting], bounded.

    One worker links mentions into components, from ids and hashed blocks alone (about 1 kB a mention); the
    meetings of each component are made apart from all others.
    """

    def expand(self, reports: beam.PCollection[Report]) -> beam.PCollection[Meeting]:
        """Key each mention by its component, and merge each component."""
        blocks = (
            reports
            | "Blocks" >> beam.Map(lambda report: ("", (report.mention.mention_id, *blocks_of(report.mention))))
            | "InOneWorker" >> beam.GroupByKey()
        )
        return (
            (blocks, reports)
            | "Join" >> GroupSides(_components, by(attrgetter("mention.mention_id")))
            | "ByComponent" >> beam.FlatMapTuple(lambda _, group: _by_component(*apart(group)))
            | "GroupComponents" >> beam.GroupByKey()
            | "Merge" >> beam.FlatMapTuple(lambda _, some: merge_mentions(some))
        )


def _components(group: tuple[str, Iterable[Any]]) -> Iterator[tuple[str, str]]:
    once = {mention_id: blocks for mention_id, *blocks in group[1]}
    return components([(mention_id, *once[mention_id]) for mention_id in sorted(once)])


def _by_component(components: list[str], reports: list[Report]) -> list[tuple[str, Report]]:
    (component,) = components
    return [(component, report) for report in reports]
