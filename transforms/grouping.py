"""Grouping the rows of several collections by key, in few steps: each step costs a run time before its first row."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import apache_beam as beam
from apache_beam.typehints.decorators import no_annotations


class GroupSides(beam.PTransform):
    """Groups the rows of several collections, the sides, by key.

    It does what CoGroupByKey does, with one step for each side instead of two, and none to take the groups apart: the
    step that reads them does so by `apart`. keys: for each side what tells the key of a row.
    """

    def __init__(self, *keys: Callable[[Any], str]) -> None:
        super().__init__()
        self._keys = keys

    @no_annotations
    def expand(self, sides: Sequence[beam.PCollection]) -> beam.PCollection:
        """A PCollection a side to pairs of a key and its group."""
        keyed = [
            rows | f"Key{side}" >> beam.Map(_keyed, side, key).with_output_types(tuple[str, tuple[int, Any]])
            for side, (rows, key) in enumerate(zip(sides, self._keys, strict=True))
        ]
        return keyed | beam.Flatten() | beam.GroupByKey()


def _keyed(row: Any, side: int, key: Callable[[Any], str]) -> tuple[str, tuple[int, Any]]:
    return key(row), (side, row)


def apart(group: Iterable[tuple[int, Any]], sides: int = 2) -> list[list[Any]]:
    """The rows of a group, side by side."""
    rows: list[list[Any]] = [[] for _ in range(sides)]
    for side, row in group:
        rows[side].append(row)
    return rows


def in_one_group(_: Any) -> str:
    """The key of all rows where one worker is to see them together."""
    return ""
