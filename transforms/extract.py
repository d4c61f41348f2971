"""Articles to mentions: the thin Beam wiring around the reading of language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import apache_beam as beam
from apache_beam.pvalue import TaggedOutput
from apache_beam.utils.shared import Shared
from spacy.language import Language

from schemas.article import Article
from schemas.mention import Mention
from schemas.reading import Reading
from schemas.reject import Reject
from transforms.language import nlp
from transforms.language.mentions import extract_mentions


class Extracted(NamedTuple):
    """What extraction gives: the mentions, and the articles that are too long to read."""

    mentions: beam.PCollection
    rejects: beam.PCollection


def unless_copy(article: Article) -> list[tuple[str, Article]]:
    """Gives an article under its id, but none that repeats another: copies are not read for meetings."""
    return [] if article.duplicate_of else [(article.article_id, article)]


@dataclass(eq=False)
class ExtractMentions(beam.PTransform):
    """Reads every article for the meetings it tells: PCollection[Article] to mentions and rejects.

    spacy_model: name or path of a spaCy pipeline, loaded once a process.
    """

    spacy_model: str = nlp.DEFAULT_MODEL

    def expand(self, articles: beam.PCollection) -> Extracted:
        """One Mention for each meeting of each article."""
        return split_readings(articles | ReadForMeetings(self.spacy_model))


@dataclass(eq=False)
class ReadForMeetings(beam.PTransform):
    """Reads every article for the meetings it tells, and keeps what it tells with it."""

    spacy_model: str = nlp.DEFAULT_MODEL

    def expand(self, articles: beam.PCollection[Article]) -> beam.PCollection[Reading]:
        """Article to Reading."""
        return articles | "Read" >> beam.ParDo(_Read(self.spacy_model)).with_output_types(Reading)


def split_readings(readings: beam.PCollection[Reading]) -> Extracted:
    """All mentions of the readings, and all rejects."""
    split = readings | "Split" >> beam.FlatMap(_split).with_output_types(Mention, rejects=Reject).with_outputs(
        "rejects", main="mentions"
    )
    return Extracted(split.mentions, split.rejects)


def _split(reading: Reading) -> Iterator[Any]:
    yield from reading.mentions
    yield from (TaggedOutput("rejects", reject) for reject in reading.rejects)


class _Read(beam.DoFn):
    def __init__(self, spacy_model: str) -> None:
        self._spacy_model = spacy_model
        self._shared = Shared()

    def setup(self) -> None:
        self._nlp: Language = self._shared.acquire(lambda: nlp.load(self._spacy_model), self._spacy_model)

    def process(self, article: Article) -> Iterator[Reading]:
        yield read_for_meetings(self._nlp, article)


def read_for_meetings(pipeline: Language, article: Article) -> Reading:
    """The article with its mentions, or with a reject where the pipeline does not take so long a text."""
    if (length := len(article.text)) > pipeline.max_length:
        detail = f"{length:,} characters; the spaCy pipeline reads {pipeline.max_length:,} at most"
        reject = Reject("extract", article.source, "too_large", detail, article.article_id, article.published_at)
        return Reading(article, rejects=(reject,))
    try:
        return Reading(article, tuple(extract_mentions(pipeline, article)))
    except Exception as error:
        raise RuntimeError(f"extraction failed on article {article.article_id} from {article.source}") from error


def extract_all(pipeline: Language, articles: Iterable[Article]) -> Iterator[Mention]:
    """The mentions of all articles that repeat no other: what the transform does, as a plain loop."""
    for article in articles:
        yield from extract_mentions(pipeline, article)
