"""Counting: what passes is in Beam's metrics by name, and a slow run tells of it."""

import apache_beam as beam
from apache_beam.metrics import MetricsFilter
from apache_beam.testing.util import assert_that, equal_to
from beam_testing import pipeline

from transforms import tally
from transforms.tally import NAMESPACE, Tally


def count(elements: list[str]) -> dict[str, int]:
    root = pipeline()
    assert_that(root | beam.Create(elements) | Tally(lambda word: [f"of {word}"]), equal_to(elements))
    counters = root.run().metrics().query(MetricsFilter().with_namespace(NAMESPACE))["counters"]
    return {counter.key.metric.name: counter.result for counter in counters}


def test_elements_are_counted_by_name_and_passed_on() -> None:
    assert count(["a", "b", "a"]) == {"of a": 2, "of b": 1}


def test_a_line_tells_all_counts_so_far_when_it_is_due(monkeypatch, caplog) -> None:
    monkeypatch.setattr(tally, "_SECONDS_BETWEEN_LINES", 0.0)
    with caplog.at_level("INFO", "transforms.tally"):
        count(["a"] * 3)
    assert caplog.messages[-1] == "3 of a"


def test_a_quick_run_is_silent(caplog) -> None:
    with caplog.at_level("INFO", "transforms.tally"):
        count(["a"])
    assert caplog.messages == []
