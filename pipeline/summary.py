"""What a run did, in the lines that a person wants to read at its end."""

from collections import Counter

from apache_beam.metrics.metric import MetricsFilter
from apache_beam.runners.runner import PipelineResult

from schemas.tables import MEETINGS, TABLES
from transforms.lake import count_rows


def counts_of(result: PipelineResult) -> Counter[str]:
    """Every counter of the run, under "namespace: name"."""
    counts: Counter[str] = Counter()
    for counter in result.metrics().query(MetricsFilter())["counters"]:
        counts[f"{counter.key.metric.namespace}: {counter.key.metric.name}"] += counter.result or 0
    return counts


def ingest_summary(counts: Counter[str], output: str, meetings_before: int, seconds: float) -> str:
    """Articles read, rejects by reason, mentions, meetings, where they lie, how long it took."""
    names = ("articles read", "articles new", "copies", "relinked", "mentions", "articles searched")
    read, new, copies, relinked, mentions, searched = (counts[f"parley: {name}"] for name in names)
    prefix = "parley: rejected "
    reasons = {name.removeprefix(prefix): n for name, n in counts.items() if name.startswith(prefix)}
    by_reason = ", ".join(f"{n:,} {reason}" for reason, n in sorted(reasons.items()))
    of_them = f" ({copies:,} of them copies of others)" if copies else ""
    lines = [
        ("articles", f"{read:,} read: {new:,} new{of_them}, {read - new:,} there already"),
        ("", f"{relinked:,} earlier ones linked anew" if relinked else ""),
        ("rejected", f"{sum(reasons.values()):,}{': ' + by_reason if by_reason else ''}"),
        ("mentions", f"{mentions:,} found in {searched:,} articles"),
    ]
    return _lay_out([line for line in lines if line[1]], output, meetings_before, seconds)


def merge_summary(counts: Counter[str], output: str, meetings_before: int, seconds: float) -> str:
    """Mentions merged, meetings, where they lie, how long it took."""
    mentions = f"{counts['parley: mentions']:,} merged again"
    return _lay_out([("mentions", mentions)], output, meetings_before, seconds)


def _lay_out(lines: list[tuple[str, str]], output: str, meetings_before: int, seconds: float) -> str:
    meetings = count_rows(output, MEETINGS)
    tables = ", ".join(f"{table.name}/" for table in TABLES)
    lines = [
        *lines,
        ("meetings", f"{meetings:,} ({meetings - meetings_before:+,})"),
        ("lie in", f"{output} ({tables})"),
        ("took", f"{seconds:,.1f} s"),
    ]
    return "\n".join(f"{name:9} {text}" for name, text in lines)
