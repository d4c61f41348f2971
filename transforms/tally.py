"""Counting what passes, for the summary at the end of a run and for the person who waits for it."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import apache_beam as beam
from apache_beam.metrics import Metrics
from apache_beam.typehints.decorators import no_annotations

NAMESPACE = "parley"
_SECONDS_BETWEEN_LINES = 5.0

_logger = logging.getLogger(__name__)


@dataclass(eq=False)
class Tally(beam.PTransform):
    """Counts elements in Beam's metrics under the names that `counters` gives each; logs a line every few seconds.

    What it passes on nobody else reads, as Flink and Spark want it before a Flatten (Beam's issue 34647).
    """

    counters: Callable[[Any], Iterable[str]]

    @no_annotations
    def expand(self, elements: beam.PCollection) -> beam.PCollection:
        """Any elements to the same elements."""
        return elements | "Count" >> beam.ParDo(_Count(self.counters)).with_output_types(elements.element_type)


class _Count(beam.DoFn):
    def __init__(self, counters: Callable[[Any], Iterable[str]]) -> None:
        self._counters = counters

    def setup(self) -> None:
        self._counts: dict[str, int] = {}
        self._due = time.monotonic() + _SECONDS_BETWEEN_LINES

    def process(self, element: Any) -> Iterator[Any]:
        for name in self._counters(element):
            Metrics.counter(NAMESPACE, name).inc()
            self._counts[name] = self._counts.get(name, 0) + 1
        if time.monotonic() >= self._due:
            _logger.info("%s", ", ".join(f"{count:,} {name}" for name, count in sorted(self._counts.items())))
            self._due = time.monotonic() + _SECONDS_BETWEEN_LINES
        yield element
