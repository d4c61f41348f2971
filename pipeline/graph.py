"""The whole graph on one screen: from files to the four published tables."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import apache_beam as beam
from apache_beam.pvalue import AsDict

from schemas.article import Article, Citation
from schemas.meeting import Meeting
from schemas.mention import Mention
from schemas.tables import ARTICLES, MEETINGS, MENTIONS, REJECTS, TABLES
from transforms.dedupe import DedupeArticles, KeepNews
from transforms.extract import ExtractMentions, unless_copy
from transforms.grouping import IfAny, Spread
from transforms.lake import FetchArticles, ListFiles, ReadTable
from transforms.landing import ReadLanded, RecallReadings
from transforms.merge import MergeMeetings
from transforms.publish import CompactTables, PublishTables
from transforms.read import Part, ReadArticles
from transforms.restate import AssembleReports, FetchRejects, RestateTables, cite
from transforms.tally import Tally
from transforms.touched import ReadTouched

if TYPE_CHECKING:
    from transforms.poll import ReadPolled


def build(
    root: beam.Pipeline,
    *,
    inputs: Sequence[str | Part],
    output: str,
    spacy_model: str,
    feeds: "ReadPolled | None" = None,
    landed: Sequence[str] = (),
) -> None:
    """Files, and what feeds had when they were polled, to tables, on top of what earlier runs published in `output`.

    landed: files in which a stream left articles that it has read already; they are withdrawn as the tables change.
    An article is restated when it is new or its link to another changed: its row is written anew, and its mentions and
    the rejects of its extraction replace those it had. Then the meetings that this can change are merged again, from
    the lake's mentions and the new. Where no article is new, none of that is read.
    """
    polled = [root | "Feeds" >> feeds] if feeds else []
    streamed = [root | "Landed" >> ReadLanded(output, tuple(landed))] if landed else []
    sources = [root | "Read" >> ReadArticles(tuple(inputs)), *polled, *streamed]
    articles = [source.articles for source in sources] | "Articles" >> beam.Flatten()
    refused = [source.rejects for source in sources] | "Refused" >> beam.Flatten()
    news = articles | KeepNews(output)
    files = news | IfAny() | ListFiles(output, (ARTICLES, MENTIONS, MEETINGS))
    deduped = (news, files[ARTICLES.name]) | "Dedupe" >> DedupeArticles()
    new = deduped.articles | "CountNew" >> Tally(_kinds)
    relinked = deduped.relinked | FetchArticles(output) | "CountRelinked" >> Tally(_kinds_relinked)
    restated = (new, relinked) | "Restated" >> beam.Flatten()
    recalled = [(restated, source.readings) | RecallReadings() for source in streamed]
    unread = recalled[0].unread if recalled else restated
    known = [each.known for each in recalled]
    spread = unread | "Spread" >> Spread(unless_copy)
    extracted = [spread | ExtractMentions(spacy_model), *known]
    told = [each.mentions for each in extracted] | "Told" >> beam.Flatten()
    untold = [each.rejects for each in extracted]

    ids = AsDict(restated | "Ids" >> beam.Map(lambda article: (article.article_id, None)))
    touched = (files, restated, deduped.replaced, told) | ReadTouched(output, ids)
    counted = told | "CountMentions" >> Tally(lambda _: ["mentions"])
    mentions = (touched.mentions, counted) | "AllMentions" >> beam.Flatten()
    citations = (touched.citations, restated | "Cite" >> beam.Map(cite)) | "AllCitations" >> beam.Flatten()
    meetings = (mentions, citations) | AssembleReports() | MergeMeetings()
    withdrawn = (source.withdrawn for source in (*polled, *streamed))
    stale_rejects = [restated | FetchRejects(output), *withdrawn] | "StaleRejects" >> beam.Flatten()
    rejects = [refused, *untold] | "AllRejects" >> beam.Flatten()
    changes = {
        ARTICLES.name: (deduped.replaced, restated),
        MENTIONS.name: (touched.stale, told),
        MEETINGS.name: (touched.meetings, meetings),
        REJECTS.name: (stale_rejects, rejects | "CountRejects" >> Tally(lambda reject: [f"rejected {reject.reason}"])),
    } | RestateTables()
    changes | PublishTables(output, withdrawn=tuple(landed))
    articles | "CountRead" >> Tally(lambda _: ["articles read"])


def build_merge(root: beam.Pipeline, *, output: str) -> None:
    """The mentions of a lake to its meetings again, and several files of a partition to one."""
    lake = root | beam.Impulse()
    files = lake | ListFiles(output, TABLES)
    mentions = files[MENTIONS.name] | ReadTable(MENTIONS, Mention)
    citations = files[ARTICLES.name] | ReadTable(ARTICLES, Citation)
    meetings = (mentions, citations) | AssembleReports() | MergeMeetings()
    earlier = files[MEETINGS.name] | ReadTable(MEETINGS, Meeting)
    changed = {MEETINGS.name: (earlier, meetings)} | RestateTables()
    (changed, lake | CompactTables(output)) | beam.Flatten() | PublishTables(output)
    mentions | "CountMentions" >> Tally(lambda _: ["mentions"])


def _kinds(article: Article) -> list[str]:
    return ["articles new", "copies" if article.duplicate_of else "articles searched"]


def _kinds_relinked(article: Article) -> list[str]:
    return ["relinked"] if article.duplicate_of else ["relinked", "articles searched"]
