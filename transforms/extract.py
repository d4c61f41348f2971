"""Articles to mentions: the thin Beam wiring around the reading of language."""

import logging
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import apache_beam as beam
from apache_beam.metrics import Metrics
from apache_beam.utils.shared import Shared
from spacy.language import Language

from schemas.article import Article
from schemas.mention import Mention
from schemas.reject import Reject
from transforms.language import nlp
from transforms.language.mentions import extract_mentions

_LOG = logging.getLogger(__name__)
_SECONDS_BETWEEN_LINES = 5.0


class Extracted(NamedTuple):
    """What extraction gives: the mentions, and the articles that are too long to read."""

    mentions: beam.PCollection
    rejects: beam.PCollection


@dataclass(eq=False)
class ExtractMentions(beam.PTransform):
    """Reads every article for the meetings it tells: PCollection[Article] to mentions and rejects.

    spacy_model: name or path of a spaCy pipeline, loaded once a process.
    """

    spacy_model: str = nlp.DEFAULT_MODEL

    def expand(self, articles: beam.PCollection) -> Extracted:
        """One Mention for each meeting of each article."""
        done = articles | "Read" >> beam.ParDo(_Extract(self.spacy_model)).with_outputs("rejects", main="mentions")
        return Extracted(done.mentions, done.rejects)


class _Extract(beam.DoFn):
    def __init__(self, spacy_model: str) -> None:
        self._spacy_model = spacy_model
        self._shared = Shared()
        self._mentions = Metrics.counter("extract", "mentions")
        self._articles = Metrics.counter("extract", "articles")

    def setup(self) -> None:
        self._nlp: Language = self._shared.acquire(lambda: nlp.load(self._spacy_model), self._spacy_model)
        self._progress = _Progress()

    def process(self, article: Article) -> Iterator[Mention | beam.pvalue.TaggedOutput]:
        if (length := len(article.text)) > self._nlp.max_length:
            detail = f"{length:,} characters; the spaCy pipeline reads {self._nlp.max_length:,} at most"
            reject = Reject("extract", article.source, "too_large", detail, article.article_id, article.published_at)
            yield beam.pvalue.TaggedOutput("rejects", reject)
            return
        try:
            mentions = extract_mentions(self._nlp, article)
        except Exception as error:
            raise RuntimeError(f"extraction failed on article {article.article_id} from {article.source}") from error
        self._articles.inc()
        self._mentions.inc(len(mentions))
        self._progress.add(len(mentions))
        yield from mentions


class _Progress:
    """Logs what has been extracted so far, at most once in a few seconds."""

    def __init__(self) -> None:
        self._started = self._last = time.monotonic()
        self._articles = self._mentions = 0

    def add(self, mentions: int) -> None:
        self._articles += 1
        self._mentions += mentions
        now = time.monotonic()
        if now - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = now
            _LOG.info("extracted %s articles, %s mentions, %.0f s", self._articles, self._mentions, now - self._started)


def extract_all(pipeline: Language, articles: Iterable[Article]) -> Iterator[Mention]:
    """The mentions of all articles that repeat no other: what the transform does, as a plain loop."""
    for article in articles:
        yield from extract_mentions(pipeline, article)
