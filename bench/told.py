"""Stands in for the reading of language where it is left out: knows the sentences of `corpus` that tell a meeting."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

import apache_beam as beam

from schemas.article import Article
from schemas.mention import Mention, Participant, Status
from schemas.reject import Reject
from transforms.extract import Extracted
from transforms.language.lexicon.gazetteers import demonym_code

_PARTY = re.compile(r"([A-Z][a-z]+) ((?:Deputy )?(?:Foreign |Prime |Trade |Defence )?(?:Minister|President)) (\w+ \w+)")
_DAY = re.compile(r"\w+day, (\w+ \d+)")
_CITY = re.compile(r" in ([A-Z]\w+(?: [A-Z]\w+)?) on ")


def find_told(article: Article) -> Iterator[Mention]:
    """A mention for each sentence with two officers and a day."""
    start = 0
    for sentence in article.text.split(". "):
        parties, day = _PARTY.findall(sentence), _DAY.search(sentence)
        if len(parties) == 2 and day:
            yield _mention(article, sentence, start, parties, day[1])
        start += len(sentence) + 2


def _mention(article: Article, sentence: str, start: int, parties: list[tuple[str, str, str]], day: str) -> Mention:
    published = cast(datetime, article.published_at)
    near = (published.date() + timedelta(n) for n in range(-40, 41))
    held = next(at for at in near if f"{at:%B %-d}" == day)
    city = _CITY.search(sentence)
    status: Status = "planned" if held > (published - timedelta(hours=1)).date() and " will " in sentence else "held"
    who = tuple(Participant(name, "person", office, demonym_code(nation)) for nation, office, name in parties)
    name = hashlib.sha256(f"{article.article_id} {start}".encode()).hexdigest()[:20]
    return Mention(
        name, article.article_id, article.published_at, status, "in_person", who, held, held, "day", day, "explicit",
        city and city[1], None, None, None, (), None, sentence, start, start + len(sentence), 0.9, "040", "CONSULT",
        None, "told",
    )  # fmt: skip


@dataclass(eq=False)
class FindTold(beam.PTransform):
    """Takes the place of `ExtractMentions` in the graph."""

    spacy_model: str

    def expand(self, articles: beam.PCollection[Article]) -> Extracted:
        """Article to Mention, and no Reject."""
        none = articles | "None" >> beam.FlatMap(lambda _: ()).with_output_types(Reject)
        return Extracted(articles | "Told" >> beam.FlatMap(find_told).with_output_types(Mention), none)
