"""Deliveries of one article that repeat one another, dropped from a stream, with a memory that ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import apache_beam as beam
from apache_beam.coders import PickleCoder
from apache_beam.transforms.timeutil import TimeDomain
from apache_beam.transforms.userstate import ReadModifyWriteStateSpec, TimerSpec, on_timer
from apache_beam.utils.timestamp import Duration

from schemas.article import Article
from transforms.dedupe import is_lacking, key_of


@dataclass(eq=False)
class DropRepeats(beam.PTransform):
    """Keeps of one article the first delivery, and each that is preferred to those before it.

    memory: how long, in event time, a delivery is remembered after the last of its repeats. One that comes later
    passes, and does no harm: merging drops it.
    """

    memory: timedelta

    def expand(self, articles: beam.PCollection[Article]) -> beam.PCollection[Article]:
        """Article, in the global window, to Article."""
        return (
            articles
            | "ById" >> beam.Map(lambda article: (article.article_id, article)).with_output_types(tuple[str, Article])
            | "Drop" >> beam.ParDo(_Drop(self.memory)).with_output_types(Article)
        )


class _Drop(beam.DoFn):
    KEPT = ReadModifyWriteStateSpec("kept", PickleCoder())
    FORGET = TimerSpec("forget", TimeDomain.WATERMARK)

    def __init__(self, memory: timedelta) -> None:
        self._memory = Duration.of(memory.total_seconds())

    def process(
        self,
        element: tuple[str, Article],
        moment: Any = beam.DoFn.TimestampParam,
        kept: Any = beam.DoFn.StateParam(KEPT),
        forget: Any = beam.DoFn.TimerParam(FORGET),
    ) -> Iterator[Article]:
        forget.set(moment + self._memory)
        article = element[1]
        if is_lacking(article, kept.read()):
            kept.write(key_of(article))
            yield article

    @on_timer(FORGET)
    def forget(self, kept: Any = beam.DoFn.StateParam(KEPT)) -> None:
        """Ends the memory of one article."""
        kept.clear()
