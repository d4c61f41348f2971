"""What a run changes in a lake: the difference between the rows that earlier runs published and those that hold now."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import Any

import apache_beam as beam

from schemas.article import Article, Citation
from schemas.mention import Mention, Report
from schemas.reject import Reject
from schemas.tables import ARTICLES, REJECTS, TABLES_BY_NAME, Row, Table
from transforms.grouping import GroupSides, apart, by
from transforms.lake import read_partition
from transforms.partitions import partition_of
from transforms.publish import Change


def differences(table: Table, earlier: Iterable[Any], now: Iterable[Row]) -> Iterator[Change]:
    """The changes, one a partition, that turn the earlier rows of one owner into those of now; none where they agree.

    earlier: rows, or narrower records with the owner and the date of them, which never agree. Of a reject's time only
    the day counts: no more is published of it.
    """
    published = (_to_the_day(row) if isinstance(row, Reject) else row for row in now)
    before, after = _by_partition(table, earlier), _by_partition(table, published)
    for partition in sorted(before.keys() | after.keys()):
        if before.get(partition, set()) != after.get(partition, set()):
            rows = sorted(after.get(partition, ()), key=repr)
            owner = table.owner_of((rows or list(before[partition]))[0])
            yield Change(table.name, partition, owner, tuple(rows))


def _by_partition(table: Table, rows: Iterable[Any]) -> dict[str, set[Any]]:
    partitions: dict[str, set[Any]] = {}
    for row in rows:
        partitions.setdefault(partition_of(table.date_of(row)), set()).add(row)
    return partitions


def _to_the_day(reject: Reject) -> Reject:
    day = reject.published_at
    return replace(reject, published_at=day and day.replace(hour=0, minute=0, second=0, microsecond=0))


@dataclass(eq=False)
class FetchRejects(beam.PTransform):
    """Fetches the lake's rejects of the extraction of these articles. Opens only the partitions of the articles."""

    output: str

    def expand(self, articles: beam.PCollection[Article]) -> beam.PCollection[Reject]:
        """Article to Reject."""
        output = self.output
        return (
            articles
            | "ByPartition" >> beam.Map(lambda article: (partition_of(ARTICLES.date_of(article)), article.article_id))
            | beam.GroupByKey()
            | "Fetch" >> beam.FlatMapTuple(lambda *group: fetch_rejects(output, *group)).with_output_types(Reject)
        )


def fetch_rejects(output: str, partition: str, article_ids: Iterable[str]) -> Iterator[Reject]:
    """The lake's rejects, in one partition, of the extraction of these articles."""
    ids = frozenset(article_ids)
    rows = read_partition(output, REJECTS, partition, Reject)
    return (row for row in rows if row.stage == "extract" and row.article_id in ids)


class RestateTables(beam.PTransform):
    """Finds the changes between the earlier rows of owners in the tables and those that hold now.

    Takes a dict from the name of a table to a pair: the earlier rows of every owner in question, all of them; and the
    rows of now. An owner without a row of now loses those it has.
    """

    def expand(self, rows: dict[str, tuple[beam.PCollection, beam.PCollection]]) -> beam.PCollection[Change]:
        """Pairs of PCollections of rows to Change."""
        sides = tuple(side for pair in rows.values() for side in pair)
        pairs = [by(partial(_owner_key, TABLES_BY_NAME[name])) for name, pair in rows.items() for _ in pair]
        names = tuple(rows)
        return (
            sides
            | GroupSides(*pairs)
            | "Compare" >> beam.FlatMapTuple(lambda key, group: _compare(names, key, group)).with_output_types(Change)
        )


def _owner_key(table: Table, row: Any) -> str:
    return json.dumps([table.name, *table.owner_of(row)])


def _compare(names: Sequence[str], key: str, group: Iterable[tuple[int, Any]]) -> Iterator[Change]:
    name = json.loads(key)[0]
    sides = apart(group, 2 * len(names))
    return differences(TABLES_BY_NAME[name], *sides[2 * names.index(name) :][:2])


def cite(article: Article) -> Citation:
    """What a meeting quotes of this article."""
    return Citation(
        article.article_id,
        article.url,
        article.publisher,
        article.title,
        article.published_at,
        article.duplicate_of,
    )


class AssembleReports(beam.PTransform):
    """Puts each mention together with its article and the copies of that article.

    Takes a pair: mentions, and the citations of all articles, each once.
    """

    def expand(self, pair: tuple[beam.PCollection[Mention], beam.PCollection[Citation]]) -> beam.PCollection[Report]:
        """Mention and Citation to Report."""
        return (
            pair
            | GroupSides(by(attrgetter("article_id")), by(lambda row: row.duplicate_of or row.article_id))
            | "Assemble"
            >> beam.FlatMapTuple(
                lambda article_id, group: assemble_reports(article_id, *apart(group))
            ).with_output_types(Report)
        )


def assemble_reports(article_id: str, mentions: Iterable[Mention], citations: Iterable[Citation]) -> Iterator[Report]:
    """The reports of one article, from its mentions and the citations of it and of its copies.

    Raises ValueError for mentions of an article that is not there, or that repeats another.
    """
    citations = list(citations)
    article = next((citation for citation in citations if citation.article_id == article_id), None)
    copies = tuple(sorted((c for c in citations if c.article_id != article_id), key=lambda c: c.article_id))
    for mention in mentions:
        if article is None:
            raise ValueError(f"mention {mention.mention_id} is of article {article_id}, which is no original article")
        yield Report(mention, article, copies)
