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
from apache_beam.pvalue import AsDict

from schemas.article import Article, ArticleKey
from transforms.links import Link, Relation, buckets, link_articles, preference, relate, resolve
from transforms.signatures import SIGNATURE_VERSION, sign
from transforms.unite import Unite

_NEW, _EARLIER, _LINK = "new", "earlier", "link"


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


def settle(
    new: Iterable[Article], earlier: Iterable[ArticleKey], link: Link | None
) -> tuple[Article | None, ArticleKey | None]:
    """Of one article_id: the row to write, if the lake lacks it, or else the lake's key, if its link changed.

    The lake lacks a row that it holds from a delivery less preferred than the new one.
    """
    target, similarity = (link.duplicate_of, link.similarity) if link else (None, None)
    article = min(new, key=_article_preference, default=None)
    known = min(earlier, key=preference, default=None)
    if article and (known is None or preference(key_of(article)) < preference(known)):
        return replace(article, duplicate_of=target, similarity=similarity), None
    if known and (known.duplicate_of, known.similarity) != (target, similarity):
        return None, replace(known, duplicate_of=target, similarity=similarity)
    return None, None


def dedupe_articles(
    articles: Iterable[Article], earlier: Iterable[ArticleKey]
) -> tuple[list[Article], list[ArticleKey]]:
    """What `DedupeArticles` gives, without Beam: the articles to write and the keys relinked, by article_id."""
    new: defaultdict[str, list[Article]] = defaultdict(list)
    known: defaultdict[str, list[ArticleKey]] = defaultdict(list)
    for article in articles:
        new[article.article_id].append(signed(article))
    for key in earlier:
        known[key.article_id].append(key)
    links = link_articles([*chain(*known.values()), *map(key_of, chain(*new.values()))])
    settled = [settle(new[name], known[name], links.get(name)) for name in sorted(new.keys() | known.keys())]
    return [row for row, _ in settled if row], [key for _, key in settled if key]


def _settle(element: tuple[str, dict[str, Iterable[Any]]]) -> Iterator[Any]:
    grouped = element[1]
    article, key = settle(grouped[_NEW], grouped[_EARLIER], next(iter(grouped[_LINK]), None))
    if article:
        yield article
    if key:
        yield beam.pvalue.TaggedOutput("relinked", key)


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
    def expand(self, inputs: tuple[beam.PCollection[Article], beam.PCollection[ArticleKey]]) -> beam.PCollection:
        """Article and ArticleKey to Article."""
        articles, earlier = inputs
        ids = AsDict(articles | "Ids" >> beam.Map(lambda article: (article.article_id, None)))
        again = earlier | "DeliveredAgain" >> beam.Filter(lambda key, ids: key.article_id in ids, ids)
        return (
            (articles | "ArticlesById" >> beam.Map(_by_id), again | "KeysById" >> beam.Map(_by_id))
            | beam.CoGroupByKey()
            | "Lacking" >> beam.FlatMap(lambda group: lacking(*group[1])).with_output_types(Article)
        )


def _by_id(row: Article | ArticleKey) -> tuple[str, Article | ArticleKey]:
    return row.article_id, row


def _relate(element: tuple[bytes, Iterable[ArticleKey]]) -> Iterator[tuple[None, Relation]]:
    return ((None, relation) for relation in relate(*element))


class DedupeArticles(beam.PTransform):
    """Signs articles and links those that repeat another, new or in the lake.

    Takes (articles, earlier): new articles, an id perhaps several times, and the keys of all articles that the lake
    holds. Gives `Deduped`: what must be written so that the lake is as if all had come together.

    The verified pairs, some 300 bytes each, meet on one worker: duplicates alone, never texts.
    """

    @beam.typehints.no_annotations
    def expand(self, inputs: tuple[beam.PCollection[Article], beam.PCollection[ArticleKey]]) -> Deduped:
        """Wires it: keys by id, candidates by bucket, pairs together, links back to their articles."""
        articles, earlier = inputs
        new = articles | "Sign" >> beam.Map(signed)
        links = (
            (new | "Key" >> beam.Map(key_of), earlier)
            | "AllKeys" >> Unite()
            | "KeysById" >> beam.GroupBy(lambda key: key.article_id)
            | "KeepOne" >> beam.Map(lambda grouped: min(grouped[1], key=preference))
            | "Buckets" >> beam.FlatMap(lambda key: ((bucket, key) for bucket in buckets(key)))
            | "ByBucket" >> beam.GroupByKey()
            | "Relate" >> beam.FlatMap(_relate)
            | "AllRelations" >> beam.GroupByKey()
            | "Resolve" >> beam.FlatMap(lambda grouped: resolve(grouped[1]).items())
        )
        settled = (
            {
                _NEW: new | "NewById" >> beam.Map(_by_id),
                _EARLIER: earlier | "EarlierById" >> beam.Map(_by_id),
                _LINK: links,
            }
            | "Join" >> beam.CoGroupByKey()
            | "Settle" >> beam.FlatMap(_settle).with_outputs("relinked", main="articles")
        )
        return Deduped(settled.articles, settled.relinked)
