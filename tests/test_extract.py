"""Articles to mentions in Beam: the same as the plain loop, and an error that says which article."""

import apache_beam as beam
import beam_testing
import pytest
from apache_beam.testing.util import assert_that, equal_to, is_empty
from conftest import article

from transforms import extract
from transforms.extract import ExtractMentions, extract_all

ARTICLES = [
    article("Danish President Anna Berg met Italian President Luca Costa in Oslo on Monday.", article_id="a1"),
    article("Thai and Lao officials will hold talks in Geneva next week.\nIt rained in Oslo.", article_id="a2"),
    article("The cabinet met on Monday.", article_id="a3"),
    article("", article_id="a4"),
]


def test_beam_gives_what_the_plain_loop_gives(pipeline) -> None:
    expected = list(extract_all(pipeline, ARTICLES))
    assert [mention.article_id for mention in expected] == ["a1", "a2"]
    with beam_testing.pipeline() as root:
        extracted = root | beam.Create(ARTICLES) | ExtractMentions()
        assert_that(extracted.mentions, equal_to(expected), label="mentions")
        assert_that(extracted.rejects, is_empty(), label="rejects")


def test_an_article_tells_the_same_whatever_was_read_before_it(pipeline) -> None:
    backward = list(extract_all(pipeline, reversed(ARTICLES)))
    assert list(reversed(backward)) == list(extract_all(pipeline, ARTICLES))


def test_a_bug_names_the_article_it_crashes_on(monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(extract, "extract_mentions", fail)
    with (
        pytest.raises(Exception, match="extraction failed on article a1 from test"),
        beam_testing.pipeline() as root,
    ):
        _ = root | beam.Create(ARTICLES[:1]) | ExtractMentions()


def test_an_article_too_long_for_the_pipeline_is_a_reject(pipeline, monkeypatch) -> None:
    monkeypatch.setattr(pipeline, "max_length", 50)
    with beam_testing.pipeline() as root:
        extracted = root | beam.Create(ARTICLES[1:3]) | ExtractMentions()
        reasons = extracted.rejects | beam.Map(lambda reject: (reject.stage, reject.reason, reject.article_id))
        assert_that(reasons, equal_to([("extract", "too_large", "a2")]))
