"""Deduplication in Beam: every article learns which one it repeats, and the lake's articles learn it anew.

The thinking is in `signatures` and `links`; here it is wired. Keys and signatures are shuffled, texts only once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

import apache_beam as beam
import pyarrow as pa
from apache_beam.pvalue import AsDict

from schemas.article import Article, ArticleKey
from schemas.tables import ARTICLES
from transforms.grouping import GroupSides, apart, by, in_one_group
from transforms.lake import ListFiles, read_columns, read_selected
from transforms.links import Link, link_articles, preference
from transforms.signatures import SIGNATURE_VERSION, sign


class Deduped(NamedTuple):
    """What deduplication settles.

    articles: those to write, linked, one an id. relinked: the keys of the lake's articles whose links changed, with the
    links that hold now. replaced: the keys that the lake has of both.
    """

    articles: beam.PCollection[Article]
    relinked: beam.PCollection[ArticleKey]
    replaced: beam.PCollection[ArticleKey]


class Settled(NamedTuple):
    """The same as keys: those to write by article_id."""

    written: dict[str, ArticleKey]
    relinked: list[ArticleKey]
    replaced: list[ArticleKey]


def signed(article: Article) -> Article:
    """The article with the signature of its text."""
    return replace(article, signature=sign(article.text), signature_version=SIGNATURE_VERSION)


def key_of(article: Article) -> ArticleKey:
    """What deduplication needs to know of an article."""
    return ArticleKey(
        article.article_id,
        article.canonical_url,
        article.source,
        article.published_at,
        article.signature,
        article.duplicate_of,
        article.similarity,
    )


def _article_preference(article: Article) -> tuple[Any, ...]:
    fetched = (article.fetched_at is not None, article.fetched_at or datetime(1, 1, 1, tzinfo=UTC))
    rest = (article.url, article.publisher, article.title, article.text, article.language, article.published_basis)
    return preference(key_of(article)), fetched, tuple(value or "" for value in rest)


def settle_keys(new: Iterable[ArticleKey], earlier: Iterable[ArticleKey]) -> Settled:
    """The keys to write, and the lake's keys whose links changed, all with the links that hold now.

    To write are those that the lake lacks, and those that it holds from a delivery less preferred than the new one.
    """
    if not (delivered := _preferred(new)):
        return Settled({}, [], [])
    known = _preferred(earlier)
    news = {name: key for name, key in delivered.items() if name not in known or _is_better(key, known[name])}
    links = link_articles({**known, **news}.values())
    written = {name: _linked(key, links.get(name)) for name, key in news.items()}
    settled = ((key, _linked(key, links.get(name))) for name, key in known.items() if name not in news)
    relinked = [now for key, now in settled if now != key]
    replaced = [known[name] for name in (*news, *(key.article_id for key in relinked)) if name in known]
    return Settled(written, relinked, replaced)


def _preferred(keys: Iterable[ArticleKey]) -> dict[str, ArticleKey]:
    kept: dict[str, ArticleKey] = {}
    for key in keys:
        if key.article_id not in kept or _is_better(key, kept[key.article_id]):
            kept[key.article_id] = key
    return kept


def _is_better(key: ArticleKey, other: ArticleKey) -> bool:
    return preference(key) < preference(other)


def _linked(key: ArticleKey, link: Link | None) -> ArticleKey:
    target, similarity = (link.duplicate_of, link.similarity) if link else (None, None)
    return replace(key, duplicate_of=target, similarity=similarity)


def settle_article(deliveries: Iterable[Article], key: ArticleKey) -> Article:
    """The delivery to write of one article, with the link of its key."""
    article = min(deliveries, key=_article_preference)
    return replace(article, duplicate_of=key.duplicate_of, similarity=key.similarity)


def dedupe_articles(
    articles: Iterable[Article], earlier: Iterable[ArticleKey]
) -> tuple[list[Article], list[ArticleKey]]:
    """What `DedupeArticles` gives, without Beam: the articles to write and the keys relinked, by article_id."""
    new: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        new[article.article_id].append(signed(article))
    written, relinked, _ = settle_keys(map(key_of, chain(*new.values())), earlier)
    rows = [settle_article(new[name], written[name]) for name in sorted(written)]
    return rows, sorted(relinked, key=lambda key: key.article_id)


def is_lacking(article: Article, held: ArticleKey | None) -> bool:
    """Whether the lake, which holds this key of the article, lacks this delivery: it has none or one less preferred."""
    # The id tells the text, so that the signature tells no delivery from another.
    return held is None or preference(key_of(article))[:-1] < preference(held)[:-1]


@dataclass(eq=False)
class KeepNews(beam.PTransform):
    """Drops the articles that the lake holds already: where none is left, nothing of the lake can change.

    Every worker holds the ids of the articles, and the keys of those that the lake holds, without their signatures,
    which tell no delivery from another.
    """

    output: str

    def expand(self, articles: beam.PCollection[Article]) -> beam.PCollection[Article]:
        """Article to Article."""
        ids = AsDict(articles | "Ids" >> beam.Map(lambda article: (article.article_id, None)))
        files = articles.pipeline | beam.Impulse() | ListFiles(self.output, (ARTICLES,))
        held = AsDict(files[ARTICLES.name] | "Held" >> beam.FlatMap(_held, ids))
        return articles | "Lacking" >> beam.Filter(
            lambda article, held: is_lacking(article, held.get(article.article_id)), held
        )


def _held(path: str, ids: Iterable[str]) -> list[tuple[str, ArticleKey]]:
    keys = read_selected(ARTICLES, path, ArticleKey, ["article_id"], ids)
    return [(key.article_id, replace(key, signature=b"")) for key in keys]


class DedupeArticles(beam.PTransform):
    """Signs articles and links those that repeat another, new or in the lake.

    Takes (articles, files): new articles, an id perhaps several times, and the paths of the lake's articles. Gives
    `Deduped`: what must be written so that the lake is as if all had come together.

    The keys and signatures, some 800 bytes each, meet on one worker; texts do not.
    """

    @beam.typehints.no_annotations
    def expand(self, inputs: tuple[beam.PCollection[Article], beam.PCollection[str]]) -> Deduped:
        """Wires it: all keys together, then the links back to their articles."""
        articles, files = inputs
        new = articles | "Sign" >> beam.Map(signed)
        settled = (
            (new, files)
            | "InOneWorker" >> GroupSides(in_one_group(key_of), in_one_group(_earlier))
            | "SettleKeys"
            >> beam.FlatMapTuple(lambda _, group: _settle_keys(*apart(group))).with_outputs(
                "relinked", "replaced", main="written"
            )
        )
        written = (
            (new, settled.written)
            | "ById" >> GroupSides(by(attrgetter("article_id")), by(attrgetter("article_id")))
            | "SettleArticle"
            >> beam.FlatMapTuple(lambda _, group: _settle_article(*apart(group))).with_output_types(Article)
        )
        return Deduped(written, settled.relinked, settled.replaced)


def _earlier(path: str) -> pa.Table:
    return read_columns(ARTICLES, path, ArticleKey)


def _settle_keys(new: Iterable[ArticleKey], tables: Iterable[pa.Table]) -> Iterator[Any]:
    earlier = (key for table in tables for key in ARTICLES.from_arrow(table, ArticleKey))
    settled = settle_keys(new, earlier)
    yield from settled.written.values()
    for name in ("relinked", "replaced"):
        yield from (beam.pvalue.TaggedOutput(name, key) for key in getattr(settled, name))


def _settle_article(deliveries: Iterable[Article], keys: Iterable[ArticleKey]) -> Iterator[Article]:
    return (settle_article(deliveries, key) for key in keys)
