"""Deduplication in Beam: every article learns which one it repeats, and the lake's articles learn it anew.

The thinking is in `signatures` and `links`; here it is wired. Keys and signatures are shuffled, texts only once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from typing import Any, NamedTuple

import apache_beam as beam
import pyarrow as pa
from apache_beam.pvalue import AsDict

from schemas.article import Article, ArticleKey
from schemas.tables import ARTICLES
from transforms.lake import SelectRows
from transforms.links import Link, link_articles, preference
from transforms.signatures import SIGNATURE_VERSION, sign


class Deduped(NamedTuple):
    """The articles to write, linked, one per id; and the keys of the lake's articles whose links changed."""

    articles: beam.PCollection[Article]
    relinked: beam.PCollection[ArticleKey]


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


def settle_keys(
    new: Iterable[ArticleKey], earlier: Iterable[ArticleKey]
) -> tuple[dict[str, ArticleKey], list[ArticleKey]]:
    """The keys to write, by article_id, and the lake's keys whose links changed, all with the links that hold now.

    To write are those that the lake lacks, and those that it holds from a delivery less preferred than the new one.
    """
    if not (delivered := _preferred(new)):
        return {}, []
    known = _preferred(earlier)
    news = {name: key for name, key in delivered.items() if name not in known or _is_better(key, known[name])}
    links = link_articles({**known, **news}.values())
    written = {name: _linked(key, links.get(name)) for name, key in news.items()}
    settled = ((key, _linked(key, links.get(name))) for name, key in known.items() if name not in news)
    return written, [now for key, now in settled if now != key]


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
    written, relinked = settle_keys(map(key_of, chain(*new.values())), earlier)
    rows = [settle_article(new[name], written[name]) for name in sorted(written)]
    return rows, sorted(relinked, key=lambda key: key.article_id)


def lacking(new: Iterable[Article], earlier: Iterable[ArticleKey]) -> Iterator[Article]:
    """Of one article_id: the deliveries that the lake lacks a row of, because it has none or one less preferred."""
    # The id tells the text, so that the signature tells no delivery from another.
    known = min((preference(key)[:-1] for key in earlier), default=None)
    return (article for article in new if known is None or preference(key_of(article))[:-1] < known)


@dataclass(eq=False)
class KeepNews(beam.PTransform):
    """Drops the articles that the lake holds already: where none is left, nothing of the lake can change.

    Takes (articles, earlier) as `DedupeArticles` does. Every worker holds the ids of the new articles.
    """

    @beam.typehints.no_annotations
    def expand(self, inputs: tuple[beam.PCollection[Article], beam.PCollection[pa.Table]]) -> beam.PCollection:
        """Article, and the columns of ArticleKey, to Article."""
        articles, earlier = inputs
        ids = AsDict(articles | "Ids" >> beam.Map(lambda article: (article.article_id, None)))
        again = earlier | "DeliveredAgain" >> SelectRows(ARTICLES, ArticleKey, ("article_id",), ids)
        return (
            (articles | "ArticlesById" >> beam.Map(_by_id), again | "KeysById" >> beam.Map(_by_id))
            | beam.CoGroupByKey()
            | "Lacking" >> beam.FlatMap(lambda group: lacking(*group[1])).with_output_types(Article)
        )


def _by_id(row: Article | ArticleKey) -> tuple[str, Article | ArticleKey]:
    return row.article_id, row


class DedupeArticles(beam.PTransform):
    """Signs articles and links those that repeat another, new or in the lake.

    Takes (articles, earlier): new articles, an id perhaps several times, and the columns of ArticleKey of all articles
    that the lake holds, in Arrow tables. Gives `Deduped`: what must be written so that the lake is as if all had come
    together.

    The keys and signatures, some 800 bytes each, meet on one worker; texts do not.
    """

    @beam.typehints.no_annotations
    def expand(self, inputs: tuple[beam.PCollection[Article], beam.PCollection[pa.Table]]) -> Deduped:
        """Wires it: all keys together, then the links back to their articles."""
        articles, earlier = inputs
        new = articles | "Sign" >> beam.Map(signed)
        settled = (
            (
                new | "Key" >> beam.Map(lambda article: (None, key_of(article))),
                earlier | "Earlier" >> beam.Map(lambda some: (None, some)),
            )
            | "InOneWorker" >> beam.CoGroupByKey()
            | "SettleKeys"
            >> beam.FlatMap(lambda group: _settle_keys(*group[1])).with_outputs("relinked", main="written")
        )
        written = (
            (new | "NewById" >> beam.Map(_by_id), settled.written | "WrittenById" >> beam.Map(_by_id))
            | "Join" >> beam.CoGroupByKey()
            | "SettleArticle" >> beam.FlatMap(lambda group: _settle_article(*group[1])).with_output_types(Article)
        )
        return Deduped(written, settled.relinked)


def _settle_keys(new: Iterable[ArticleKey], tables: Iterable[pa.Table]) -> Iterator[Any]:
    earlier = (key for table in tables for key in ARTICLES.from_arrow(table, ArticleKey))
    written, relinked = settle_keys(new, earlier)
    yield from written.values()
    yield from (beam.pvalue.TaggedOutput("relinked", key) for key in relinked)


def _settle_article(deliveries: Iterable[Article], keys: Iterable[ArticleKey]) -> Iterator[Article]:
    return (settle_article(deliveries, key) for key in keys)
