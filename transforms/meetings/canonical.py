"""What a meeting is, by the evidence of all its mentions."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from schemas.article import Citation
from schemas.meeting import Meeting, Source
from schemas.mention import Mention, Precision, Report
from transforms.meetings.life import NEVER, final_status, report_order, status_history
from transforms.meetings.participants import join_participants, most_frequent

_MOST_PRECISE_FIRST: tuple[Precision, ...] = ("day", "range", "week", "month", "year")
_UNSPECIFIC_CODE = "040"
_MOST_TOPICS = 12
_SUREST = 0.99
_ID_DIGITS = 16

_Dates = tuple[date | None, date | None, Precision | None]


def meeting_of(dates: Sequence[Sequence[Report]]) -> Meeting:
    """The meeting that these reports tell, given by each date it was set for, first date first.

    Date and place are those of the last date it was set for, everything else is chosen from all reports. Where
    reports differ, the most precise date, the fullest name, and else what most of them say is taken.
    """
    reports = sorted((r for each in dates for r in each), key=report_order)
    mentions = [r.mention for r in reports]
    last = [r.mention for r in dates[-1]]
    status = final_status(dates)
    start, end, precision = _most_precise_date(last)
    city, country = _place(last)
    code, event, mode = _codes(m for m in mentions if m.status == status)
    citations = _citations(reports)
    times = [c.published_at for c, _ in citations if c.published_at]
    return Meeting(
        meeting_id=meeting_id_of(_earliest(reports).mention_id),
        status=status,
        status_history=status_history(reports),
        mode=most_frequent(m.mode for m in mentions),
        participants=join_participants(
            [m.participants for m in mentions if m.status == status],
            [m.participants for m in mentions if m.status != status],
        ),
        date_start=start,
        date_end=end,
        date_precision=precision,
        city=city,
        country=country,
        venue=most_frequent(m.venue for m in last),
        occasion=most_frequent(m.occasion for m in mentions),
        topics=_topics(mentions),
        duration_minutes=most_frequent(m.duration_minutes for m in mentions),
        first_reported_at=min(times, default=None),
        last_reported_at=max(times, default=None),
        n_articles=len(citations),
        n_independent_articles=len({r.article.article_id for r in reports}),
        sources=tuple(Source(c.article_id, c.url, c.publisher, c.title, quote) for c, quote in citations),
        confidence=_confidence(mentions),
        cameo_code=code,
        plover_event=event,
        plover_mode=mode,
    )


def _earliest(reports: Sequence[Report]) -> Mention:
    """The mention that a meeting is named by: it stays when later ones join it."""
    return min(
        reports, key=lambda r: (r.article.published_at is None, report_order(r)[0], r.mention.mention_id)
    ).mention


def meeting_id_of(mention_id: str) -> str:
    """The id of the meeting whose earliest mention is this."""
    return sha256(f"meeting {mention_id}".encode()).hexdigest()[:_ID_DIGITS]


def _most_precise_date(mentions: Iterable[Mention]) -> _Dates:
    counts = Counter(
        (m.date_start, m.date_end or m.date_start, m.date_precision or "range") for m in mentions if m.date_start
    )
    none: _Dates = (None, None, None)
    return min(counts, key=lambda d: (_MOST_PRECISE_FIRST.index(d[2]), d[1] - d[0], -counts[d], d), default=none)


def _place(mentions: Sequence[Mention]) -> tuple[str | None, str | None]:
    """The city most give, and the country most give with it, or at all where none gives both."""
    city = most_frequent(m.city for m in mentions)
    with_city = most_frequent(m.country for m in mentions if m.city == city)
    return city, with_city or most_frequent(m.country for m in mentions)


def _codes(mentions: Iterable[Mention]) -> tuple[str, str, str | None]:
    """The codes most give of those that say more than that somebody met, always from one mention."""
    counts = Counter((m.cameo_code, m.plover_event, m.plover_mode) for m in mentions)
    return min(counts, key=lambda c: (c[0] == _UNSPECIFIC_CODE, -counts[c], c[0], c[1], c[2] or ""))


def _topics(mentions: Iterable[Mention]) -> tuple[str, ...]:
    counts = Counter(topic for m in mentions for topic in m.topics)
    return tuple(sorted(counts, key=lambda topic: (-counts[topic], topic))[:_MOST_TOPICS])


def _confidence(mentions: Iterable[Mention]) -> float:
    """The probability that at least one of the independent articles is right."""
    wrong = math.prod(sorted(1 - m.confidence for m in mentions))
    return min(round(1 - wrong, 6), _SUREST)


def _citations(reports: Iterable[Report]) -> list[tuple[Citation, str]]:
    """Every article and copy once, in order of publication, with its words."""
    cited: dict[str, tuple[Citation, str]] = {}
    for report in reports:
        for citation in (*report.copies, report.article):
            cited.setdefault(citation.article_id, (citation, report.mention.quote))
    return sorted(cited.values(), key=lambda row: (row[0].published_at or NEVER, row[0].article_id))
