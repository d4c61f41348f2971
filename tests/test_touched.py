"""What a run can change: merging only that again gives what merging everything gives."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from test_merge import report, some_reports

from schemas.meeting import Meeting
from schemas.mention import Report
from transforms.meetings.canonical import meeting_id_of
from transforms.merge import merge_mentions
from transforms.touched import footprint_of, touched_mentions


def own(reports: Iterable[Report]) -> list[Report]:
    """The reports under ids that, as in life, tell the article."""
    return [
        replace(r, mention=replace(r.mention, mention_id=f"{r.mention.article_id} {r.mention.mention_id}"))
        for r in reports
    ]


def by_id(reports: Iterable[Report]) -> dict[str, Meeting]:
    return {meeting.meeting_id: meeting for meeting in merge_mentions(reports)}


@settings(deadline=None, max_examples=300)
@given(some_reports(), some_reports(), st.sets(st.sampled_from([f"a{n}" for n in range(9)])))
def test_merging_what_is_touched_is_merging_all(earlier: list[Report], later: list[Report], changed: set[str]) -> None:
    before = own(earlier)
    valid = [r for r in before if r.mention.article_id not in changed]
    new = [r for r in own(later) if r.mention.article_id in changed]
    footprints = [footprint_of(r.mention) for r in (*before, *new)]
    touched = {footprint.mention_id for footprint in touched_mentions(footprints, changed)}
    merged = by_id([*(r for r in valid if r.mention.mention_id in touched), *new])
    gone = {meeting_id_of(mention_id) for mention_id in touched}
    kept = {name: meeting for name, meeting in by_id(before).items() if name not in gone}
    assert not kept.keys() & merged.keys()
    assert kept | merged == by_id([*valid, *new])


def test_what_has_nothing_in_common_with_the_changed_is_not_touched() -> None:
    reports = [
        report("m1", ["Anna Berg (SWE)", "Olav Dahl (NOR)"], "2025-03-02", date="2025-03-02", article="a1"),
        report("m2", ["Anna Berg (SWE)", "Olav Dahl (NOR)"], "2025-03-03", date="2025-03-02", article="a2"),
        report("m3", ["Anna Berg (SWE)", "Olav Dahl (NOR)"], "2025-06-02", date="2025-06-02", article="a3"),
        report("m4", ["Mira Holt (FIN)", "Olav Dahl (NOR)"], "2025-03-02", date="2025-03-02", article="a4"),
    ]
    footprints = [footprint_of(r.mention) for r in reports]
    assert [f.mention_id for f in touched_mentions(footprints, {"a2"})] == ["m1", "m2"]
    assert list(touched_mentions(footprints, {"a9"})) == []
