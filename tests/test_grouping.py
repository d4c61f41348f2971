"""Grouping: what CoGroupByKey gives, side by side."""

from operator import itemgetter

import apache_beam as beam
import pytest
from apache_beam.testing.util import assert_that, equal_to
from beam_testing import pipeline

from transforms.grouping import GroupSides, IfAny, Spread, apart, by, in_one_group


def test_rows_of_all_sides_meet_under_their_key() -> None:
    with pipeline() as root:
        words = root | "Words" >> beam.Create(["ab", "ac", "b"])
        numbers = root | "Numbers" >> beam.Create([(1, "a"), (2, "c")])
        groups = (words, numbers) | GroupSides(by(itemgetter(0)), by(itemgetter(1)))
        sorted_sides = groups | beam.MapTuple(lambda key, group: (key, [sorted(rows) for rows in apart(group)]))
        expected = [("a", [["ab", "ac"], [(1, "a")]]), ("b", [["b"], []]), ("c", [[], [(2, "c")]])]
        assert_that(sorted_sides, equal_to(expected))


def test_one_worker_sees_all_rows_together() -> None:
    with pipeline() as root:
        sides = tuple(root | str(n) >> beam.Create([n]) for n in range(3))
        groups = sides | GroupSides(*[in_one_group(lambda number: -number)] * 3)
        assert_that(groups | beam.MapTuple(lambda _, group: apart(group, sides=3)), equal_to([[[0], [-1], [-2]]]))


def test_a_row_may_have_several_keys_or_none() -> None:
    with pipeline() as root:
        words = root | beam.Create(["ab", "b", ""])
        groups = (words,) | GroupSides(lambda word: [(letter, len(word)) for letter in word])
        sizes = groups | beam.MapTuple(lambda key, group: (key, sorted(apart(group, sides=1)[0])))
        assert_that(sizes, equal_to([("a", [2]), ("b", [1, 2])]))


def test_rows_that_are_spread_are_those_that_were_given() -> None:
    with pipeline() as root:
        rows = root | beam.Create(["ab", "ac", "", "ab"])
        spread = rows | Spread(lambda row: [(row[0], row)] if row else [])
        assert_that(spread, equal_to(["ab", "ac", "ab"]))


@pytest.mark.parametrize(("rows", "times"), [([], 0), ([1], 1), ([1, 1, 2], 1)])
def test_what_begins_with_any_row_is_done_once(rows, times) -> None:
    with pipeline() as root:
        started = root | beam.Create(rows) | IfAny() | beam.Map(lambda _: "done")
        assert_that(started, equal_to(["done"] * times))
