"""The life of a meeting: what each article reported of it, and what it came to."""

from collections.abc import Sequence
from datetime import UTC, datetime

from schemas.meeting import StatusReport
from schemas.mention import Report, Status

# What a later report may replace. Nothing undoes a meeting held, and plans told again revive none that was called off.
_REPLACES: dict[Status, frozenset[Status]] = {
    "proposed": frozenset(),
    "planned": frozenset({"proposed", "refused"}),
    "postponed": frozenset({"proposed", "planned"}),
    "refused": frozenset({"proposed", "planned", "postponed"}),
    "cancelled": frozenset({"proposed", "planned", "postponed", "refused", "ongoing"}),
    "ongoing": frozenset({"proposed", "planned", "postponed", "refused", "cancelled"}),
    "held": frozenset({"proposed", "planned", "postponed", "refused", "cancelled", "ongoing"}),
}
_STAGES: tuple[Status, ...] = ("proposed", "planned", "postponed", "refused", "cancelled", "ongoing", "held")
NEVER = datetime.max.replace(tzinfo=UTC)


def report_order(report: Report) -> tuple[datetime, int, str]:
    """The order of reports: by publication; those of unknown publication last, in the order a meeting's life takes."""
    published = report.article.published_at
    stage = 0 if published else _STAGES.index(report.mention.status)
    return published or NEVER, stage, report.mention.mention_id


def status_history(reports: Sequence[Report]) -> tuple[StatusReport, ...]:
    """What each article reported, in order of report."""
    ordered = sorted(reports, key=report_order)
    return tuple(StatusReport(r.mention.status, r.article.published_at, r.article.article_id) for r in ordered)


def final_status(dates: Sequence[Sequence[Report]]) -> Status:
    """The latest status that can hold, of the reports on each date a meeting was set for, first date first.

    A report on a new date replaces a postponement, whatever it says.
    """
    rounds = {r.mention.mention_id: number for number, reports in enumerate(dates) for r in reports}
    status: Status | None = None
    last_round = 0
    for report in sorted((r for reports in dates for r in reports), key=report_order):
        new, number = report.mention.status, rounds[report.mention.mention_id]
        moved = status == "postponed" and number > last_round
        if status is None or moved or status in _REPLACES[new]:
            status, last_round = new, number
    assert status is not None, "a meeting without reports"
    return status
