"""Counting what passes, for the summary at the end of a run and for the person who waits for it."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import apache_beam as beam
from apache_beam.metrics import Metrics

NAMESPACE = "parley"
_SECONDS_BETWEEN_LINES = 5.0

_logger = logging.getLogger(__name__)


@dataclass(eq=False)
class Tally(beam.PTransform):
    """Counts elements in Beam's metrics under the name that `counter` gives each, and logs a line every few seconds."""

    counter: Callable[[Any], str]

    def expand(self, elements: beam.PCollection) -> beam.PCollection:
        """Any elements to none."""
        return elements | "Count" >> beam.ParDo(_Count(self.counter))


class _Count(beam.DoFn):
    def __init__(self, counter: Callable[[Any], str]) -> None:
        self._counter = counter

    def setup(self) -> None:
        self._counts: dict[str, int] = {}
        self._due = time.monotonic() + _SECONDS_BETWEEN_LINES

    def process(self, element: Any) -> None:
        name = self._counter(element)
        Metrics.counter(NAMESPACE, name).inc()
        self._counts[name] = self._counts.get(name, 0) + 1
        if time.monotonic() >= self._due:
            _logger.info("%s", ", ".join(f"{count:,} {name}" for name, count in sorted(self._counts.items())))
            self._due = time.monotonic() + _SECONDS_BETWEEN_LINES
