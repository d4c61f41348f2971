"""The whole graph on one screen: from files to the four published tables."""

from collections.abc import Sequence
from dataclasses import dataclass

import apache_beam as beam
from apache_beam.pvalue import AsDict

from schemas.article import Article, ArticleKey, Citation
from schemas.meeting import Meeting
from schemas.mention import Mention
from schemas.reject import Reject
from schemas.tables import ARTICLES, MEETINGS, MENTIONS, REJECTS
from transforms.dedupe import DedupeArticles, KeepNews
from transforms.extract import ExtractMentions
from transforms.lake import FetchArticles, ReadColumns, ReadPartitions, ReadTable
from transforms.landing import ReadLanded, RecallReadings
from transforms.merge import MergeMeetings
from transforms.partitions import partition_of
from transforms.poll import ReadPolled
from transforms.publish import CompactTables, PublishTables
from transforms.read import Part, ReadArticles
from transforms.restate import AssembleReports, RestateTables, SplitRestated, cite, to_the_day
from transforms.tally import Tally
from transforms.touched import ReadTouched
from transforms.unite import Unite


def build(
    root: beam.Pipeline,
    *,
    inputs: Sequence[str | Part],
    output: str,
    spacy_model: str,
    feeds: ReadPolled | None = None,
    landed: Sequence[str] = (),
) -> None:
    """Files, and what feeds had when they were polled, to tables, on top of what earlier runs published in `output`.

    landed: files in which a stream left articles that it has read already; they are withdrawn as the tables change.
    An article is restated when it is new or its link to another changed: its row is written anew, and its mentions and
    the rejects of its extraction replace those it had. Then the meetings that this can change are merged again, from
    the lake's mentions and the new. Where no article is new, none of that is read.
    """
    lake = root | _Lake(output)
    polled = [root | "Feeds" >> feeds] if feeds else []
    streamed = [root | "Landed" >> ReadLanded(output, tuple(landed))] if landed else []
    sources = [root | "Read" >> ReadArticles(tuple(inputs)), *polled, *streamed]
    articles = [source.articles for source in sources] | "Articles" >> beam.Flatten()
    refused = [source.rejects for source in sources] | "Refused" >> beam.Flatten()
    news = (articles, lake) | KeepNews()
    grown = news | "Grown" >> beam.Map(lambda _: (output, None)) | beam.GroupByKey() | beam.Keys()
    deduped = (news, grown | ReadColumns(ARTICLES, ArticleKey)) | "Dedupe" >> DedupeArticles()
    relinked = deduped.relinked | "FetchRelinked" >> FetchArticles(output)
    restated = (deduped.articles, relinked) | "Restated" >> Unite()
    originals = restated | "Originals" >> beam.Filter(_is_original)
    recalled = [(originals, source.readings) | RecallReadings() for source in streamed]
    unread = recalled[0].unread if recalled else originals
    known = [each.known for each in recalled]
    spread = unread | "Spread" >> beam.Reshuffle()  # else the local runner gives one worker most of them
    extracted = [spread | ExtractMentions(spacy_model), *known]
    told = [each.mentions for each in extracted] | "Told" >> beam.Flatten()
    untold = [each.rejects for each in extracted]

    ids = AsDict(restated | "Ids" >> beam.Map(lambda article: (article.article_id, None)))
    old_rejects = (
        restated
        | "Partitions" >> beam.Map(lambda article: partition_of(ARTICLES.date_of(article)))
        | ReadPartitions(REJECTS, Reject, output)
        | beam.Filter(_is_of_extraction)
        | "OldRejects" >> SplitRestated(ids)
    )
    changed = (restated, deduped.replaced) | "Changed" >> Unite() | "Linked" >> beam.FlatMap(_with_original)
    touched = (grown, changed, told) | ReadTouched(output, ids)

    mentions = (touched.mentions, told) | "AllMentions" >> Unite()
    citations = (touched.citations, restated | "Cite" >> beam.Map(cite)) | "AllCitations" >> beam.Flatten()
    meetings = (mentions, citations) | AssembleReports() | MergeMeetings()
    withdrawn = (source.withdrawn for source in (*polled, *streamed))
    stale_rejects = [old_rejects.stale, *withdrawn] | "StaleRejects" >> beam.Flatten()
    rejects = [refused, *untold] | "AllRejects" >> beam.Flatten() | beam.Map(to_the_day)
    changes = {
        ARTICLES.name: (deduped.replaced, restated),
        MENTIONS.name: (touched.stale, told),
        MEETINGS.name: (touched.meetings, meetings),
        REJECTS.name: (stale_rejects, rejects),
    } | RestateTables()
    changes | PublishTables(output, withdrawn=tuple(landed))

    articles | "CountRead" >> Tally(lambda _: ["articles read"])
    deduped.articles | "CountNew" >> Tally(_kinds)
    relinked | "CountRelinked" >> Tally(lambda _: ["relinked"])
    originals | "CountOriginals" >> Tally(lambda _: ["articles searched"])
    told | "CountMentions" >> Tally(lambda _: ["mentions"])
    rejects | "CountRejects" >> Tally(lambda reject: [f"rejected {reject.reason}"])


def build_merge(root: beam.Pipeline, *, output: str) -> None:
    """The mentions of a lake to its meetings again, and several files of a partition to one."""
    lake = root | _Lake(output)
    mentions, citations = lake | ReadTable(MENTIONS, Mention), lake | ReadTable(ARTICLES, Citation)
    meetings = (mentions, citations) | AssembleReports() | MergeMeetings()
    changed = {MEETINGS.name: (lake | ReadTable(MEETINGS, Meeting), meetings)} | RestateTables()
    (changed, lake | CompactTables()) | beam.Flatten() | PublishTables(output)
    mentions | "CountMentions" >> Tally(lambda _: ["mentions"])


@dataclass(eq=False)
class _Lake(beam.PTransform):
    output: str

    def expand(self, root: beam.pvalue.PBegin) -> beam.PCollection[str]:
        output = self.output
        return root | beam.Impulse() | beam.Map(lambda _: output)


def _with_original(row: Article | ArticleKey) -> list[str]:
    return [row.article_id, *([row.duplicate_of] if row.duplicate_of else [])]


def _kinds(article: Article) -> list[str]:
    return ["articles new"] if _is_original(article) else ["articles new", "copies"]


def _is_original(article: Article) -> bool:
    return article.duplicate_of is None


def _is_of_extraction(reject: Reject) -> bool:
    return reject.stage == "extract"
