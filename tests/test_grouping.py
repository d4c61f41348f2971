"""Grouping: what CoGroupByKey gives, side by side."""

import apache_beam as beam
from apache_beam.testing.util import assert_that, equal_to
from beam_testing import pipeline

from transforms.grouping import GroupSides, apart, in_one_group


def test_rows_of_all_sides_meet_under_their_key() -> None:
    with pipeline() as root:
        words = root | "Words" >> beam.Create(["ab", "ac", "b"])
        numbers = root | "Numbers" >> beam.Create([(1, "a"), (2, "c")])
        groups = (words, numbers) | GroupSides(lambda word: word[0], lambda pair: pair[1])
        sorted_sides = groups | beam.MapTuple(lambda key, group: (key, [sorted(rows) for rows in apart(group)]))
        expected = [("a", [["ab", "ac"], [(1, "a")]]), ("b", [["b"], []]), ("c", [[], [(2, "c")]])]
        assert_that(sorted_sides, equal_to(expected))


def test_one_worker_sees_all_rows_together() -> None:
    with pipeline() as root:
        sides = tuple(root | str(n) >> beam.Create([n]) for n in range(3))
        groups = sides | GroupSides(in_one_group, in_one_group, in_one_group)
        assert_that(groups | beam.MapTuple(lambda _, group: apart(group, sides=3)), equal_to([[[0], [1], [2]]]))
