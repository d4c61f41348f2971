"""Grouping by key, in few steps: each step costs a run time before its first row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import apache_beam as beam
from apache_beam.typehints.decorators import no_annotations

Pairs = Callable[[Any], Iterable[tuple[str, Any]]]


class GroupSides(beam.PTransform):
    """Groups what the rows of several collections, the sides, give, by key.

    It does what CoGroupByKey does, with one step for each side instead of two, and none to take the groups apart: the
    step that reads them does so by `apart`. pairs: for each side what gives the keys and values of a row, any number.
    """

    def __init__(self, *pairs: Pairs) -> None:
        super().__init__()
        self._pairs = pairs

    @no_annotations
    def expand(self, sides: Sequence[beam.PCollection]) -> beam.PCollection:
        """A PCollection a side to pairs of a key and its group."""
        keyed = [
            rows | f"Side{side}" >> beam.FlatMap(_on_side, side, pairs).with_output_types(tuple[str, tuple[int, Any]])
            for side, (rows, pairs) in enumerate(zip(sides, self._pairs, strict=True))
        ]
        return keyed | beam.Flatten() | beam.GroupByKey()


def _on_side(row: Any, side: int, pairs: Pairs) -> list[tuple[str, tuple[int, Any]]]:
    return [(key, (side, value)) for key, value in pairs(row)]


def by(key: Callable[[Any], str]) -> Pairs:
    """Gives a row under this key of it."""
    return lambda row: [(key(row), row)]


def in_one_group(value: Callable[[Any], Any]) -> Pairs:
    """Gives this value of a row under the key that all have, where one worker is to see them together."""
    return lambda row: [("", value(row))]


def apart(group: Iterable[tuple[int, Any]], sides: int = 2) -> list[list[Any]]:
    """The values of a group, side by side."""
    values: list[list[Any]] = [[] for _ in range(sides)]
    for side, value in group:
        values[side].append(value)
    return values


@dataclass(eq=False)
class Spread(beam.PTransform):
    """Spreads rows over the workers: the next step is done wherever there is room for it, not where a row was made.

    It does what Reshuffle does, for rows that bear no time, in half of its steps. pairs: gives the rows that a row
    stands for, each under a key that few others have.
    """

    pairs: Pairs

    @no_annotations
    def expand(self, rows: beam.PCollection) -> beam.PCollection:
        """Rows to rows of the same type."""
        return (
            rows
            | "ByKey" >> beam.FlatMap(self.pairs).with_output_types(tuple[str, Any])
            | beam.GroupByKey()
            | "Rows" >> beam.FlatMapTuple(lambda _, some: some).with_output_types(rows.element_type)
        )


class IfAny(beam.PTransform):
    """One element where there are rows, none where there are none: what to do once for all of them begins with it."""

    def expand(self, rows: beam.PCollection) -> beam.PCollection:
        """Any rows to at most one element."""
        return rows | beam.Map(lambda _: ("", None)).with_output_types(tuple[str, None]) | beam.GroupByKey()
