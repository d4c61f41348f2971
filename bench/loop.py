"""The whole batch job as a plain Python loop over the functions that the graph is wired from, into an empty lake."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from schemas.article import Article
from schemas.mention import Report
from schemas.reject import Reject
from schemas.tables import ARTICLES, MEETINGS, MENTIONS, REJECTS, Row, Table
from transforms.commit import Move, commit, exclusive
from transforms.dedupe import dedupe_articles
from transforms.extract import extract_all
from transforms.language import nlp
from transforms.merge import merge_mentions
from transforms.partitions import ANCHOR
from transforms.publish import Change, stage_partition
from transforms.read import read_articles
from transforms.restate import assemble_reports, cite, differences


def ingest(paths: Iterable[str], output: str) -> None:
    """Reads these files and publishes the four tables, as `parley ingest` does into a folder that is not there yet."""
    read = list(chain.from_iterable(read_articles(path, Path(path).read_bytes()) for path in paths))
    articles, _ = dedupe_articles((row for row in read if isinstance(row, Article)), ())
    mentions = list(extract_all(nlp.load(), (article for article in articles if not article.duplicate_of)))
    rows: dict[Table, list[Row]] = {
        ARTICLES: list(articles),
        MENTIONS: list(mentions),
        MEETINGS: list(merge_mentions(_reports(mentions, articles))),
        REJECTS: [row for row in read if isinstance(row, Reject)],
    }
    with exclusive(output):
        commit([move for table, some in rows.items() for move in _stage(table, some, output)], output)


def _reports(mentions: Iterable, articles: Iterable[Article]) -> Iterator[Report]:
    told, citations = defaultdict(list), defaultdict(list)
    for mention in mentions:
        told[mention.article_id].append(mention)
    for article in articles:
        citations[article.duplicate_of or article.article_id].append(cite(article))
    for article_id, some in told.items():
        yield from assemble_reports(article_id, some, citations[article_id])


def _stage(table: Table, rows: Iterable[Row], output: str) -> Iterator[Move]:
    owners: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        owners[json.dumps(table.owner_of(row))].append(row)
    changes: dict[str, list[Change]] = defaultdict(list, {ANCHOR: []})
    for some in owners.values():
        for change in differences(table, (), some):
            changes[change.partition].append(change)
    for partition, some in changes.items():
        yield from stage_partition(table, output, partition, some)
