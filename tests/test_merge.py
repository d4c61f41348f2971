"""Mentions become meetings: the situations of the gold, the choice of values, and the set of reports alone counts."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import apache_beam as beam
import pytest
from apache_beam.testing.util import assert_that, equal_to
from beam_testing import pipeline
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.article import Citation
from schemas.meeting import Meeting
from schemas.mention import Mention, Participant, Report
from transforms.meetings.groups import components
from transforms.meetings.parties import same_name
from transforms.merge import MergeMeetings, blocks_of, merge_mentions

GOLD = [json.loads(line) for line in (Path(__file__).parent / "gold" / "merging.jsonl").read_text().splitlines()]


def participant(told: str) -> Participant:
    """From "Name (country or -, kind, role)", all but the name optional."""
    name, _, rest = told.partition(" (")
    country, kind, role = (*[part.strip() for part in rest.rstrip(")").split(",")], "", "")[:3]
    kind = kind or "person"
    return Participant(name, kind, None, country.replace("-", "") or None, role or "attendee")  # type: ignore[arg-type]


def report(
    id: str,
    parties: Iterable[str],
    published: str | None = None,
    status: Any = "held",
    date: str | None = None,
    article: str | None = None,
    copies: Iterable[Citation] = (),
    **fields: Any,
) -> Report:
    """A report told in short; date is "day" or "first..last precision"."""
    days, _, precision = (date or "").partition(" ")
    start, _, end = days.partition("..")
    at = datetime.fromisoformat(published).replace(hour=12, tzinfo=UTC) if published else None
    values: dict[str, Any] = {
        "mode": None, "date_text": None, "date_basis": None, "city": None, "country": None, "venue": None,
        "occasion": None, "topics": (), "duration_minutes": None, "quote": f"words of {id}", "quote_start": 0,
        "quote_end": 1, "confidence": 0.5, "cameo_code": "040", "plover_event": "CONSULT", "plover_mode": None,
        "extractor_version": "1",
    }  # fmt: skip
    mention = Mention(
        mention_id=id,
        article_id=article or id,
        published_at=at,
        status=status,
        participants=tuple(map(participant, parties)),
        date_start=day(start),
        date_end=day(end or start),
        date_precision=(precision or "day") if start else None,  # type: ignore[arg-type]
        **(values | fields),
    )
    return Report(mention, Citation(mention.article_id, None, None, None, at), tuple(copies))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def split_of(meetings: Iterable[Meeting], reports: Iterable[Report]) -> set[frozenset[str]]:
    """Which mentions lie together, told by their quotes."""
    ids = {r.mention.quote: r.mention.mention_id for r in reports}
    return {frozenset(ids[s.quote] for s in m.sources) for m in meetings}


@pytest.mark.parametrize("case", GOLD, ids=lambda case: case["situation"])
def test_a_situation_of_the_gold(case: dict[str, Any]) -> None:
    reports = [report(**mention) for mention in case["mentions"]]
    meetings = merge_mentions(reports)
    assert split_of(meetings, reports) == {frozenset(ids) for ids in case["meetings"]}
    if expect := case.get("expect"):
        (meeting,) = meetings
        found = {
            "status": meeting.status,
            "history": [h.status for h in meeting.status_history],
            "date": str(meeting.date_start),
            "precision": meeting.date_precision,
            "city": meeting.city,
            "country": meeting.country,
            "participants": [p.name for p in meeting.participants],
        }
        assert {key: found[key] for key in expect} == expect


NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)
PAIR = ("Anna Berg (SWE)", "Park Joon (KOR)")


def one_meeting(*reports: Report) -> Meeting:
    (meeting,) = merge_mentions(reports)
    return meeting


def test_every_source_and_copy_is_cited_with_its_words() -> None:
    copy = Citation("z", "https://z.example", "Z", "T", datetime(2025, 3, 3, tzinfo=UTC), "a")
    meeting = one_meeting(
        report("b", PAIR, "2025-03-05", date="2025-03-04"),
        report("a", PAIR, "2025-03-04", date="2025-03-04", copies=(copy,)),
    )
    assert [(s.article_id, s.quote) for s in meeting.sources] == [
        ("z", "words of a"),
        ("a", "words of a"),
        ("b", "words of b"),
    ]
    assert (meeting.n_articles, meeting.n_independent_articles) == (3, 2)
    assert meeting.first_reported_at == copy.published_at
    assert meeting.last_reported_at == datetime(2025, 3, 5, 12, tzinfo=UTC)
    assert [h.article_id for h in meeting.status_history] == ["a", "b"]


@pytest.mark.parametrize(
    ("field", "told", "chosen"),
    [
        ("city", ["Oslo", "Oslo", None], "Oslo"),
        ("venue", ["City Hall", "City Hall", "the Castle"], "City Hall"),
        ("duration_minutes", [90, 80, 90], 90),
        ("topics", [("trade", "tariffs"), ("trade",), ("arms",)], ("trade", "arms", "tariffs")),
        ("mode", [None, None, "in_person"], "in_person"),
        ("cameo_code", ["040", "040", "042"], "042"),
        ("cameo_code", ["042", "043", "043"], "043"),
        ("confidence", [0.5, 0.5, 0.2], 0.8),
        ("confidence", [0.9, 0.9, 0.9], 0.99),
    ],
)
def test_what_most_say_or_the_most_precise_is_chosen(field: str, told: list[Any], chosen: Any) -> None:
    reports = [report(f"m{i}", PAIR, "2025-03-05", date="2025-03-04", **{field: v}) for i, v in enumerate(told)]
    assert getattr(one_meeting(*reports), field) == chosen


def test_codes_are_those_of_the_final_status() -> None:
    planned = report("a", PAIR, "2025-03-01", "planned", "2025-03-04", cameo_code="036", plover_event="AGREE")
    held = report("b", PAIR, "2025-03-04", "held", "2025-03-04")
    assert (one_meeting(planned, held).cameo_code, one_meeting(planned, held).plover_event) == ("040", "CONSULT")


def test_the_id_stays_when_later_and_undated_articles_add() -> None:
    first = report("m", PAIR, "2025-03-04", date="2025-03-04")
    later = report("a", PAIR, "2025-03-05", date="2025-03-04")
    undated = report("b", PAIR, None, date="2025-03-04")
    assert len({one_meeting(first, *more).meeting_id for more in [(), (later,), (undated,), (later, undated)]}) == 1


def test_titles_roles_and_countries_are_those_most_give() -> None:
    minister = Participant("Anna Berg", "person", "Foreign Minister", "SWE", "visitor")
    reports = [report(str(i), PAIR, "2025-03-05", date="2025-03-04") for i in range(3)]
    lists = [(minister, reports[0].mention.participants[1])] * 2 + [reports[2].mention.participants]
    told = [_with(r, participants=parties) for r, parties in zip(reports, lists, strict=True)]
    assert one_meeting(*told).participants[0] == minister


@pytest.mark.parametrize(
    "parties",
    [
        ("Anna Berg (SWE)", "the ambassador (KOR)", "Korean officials (KOR, group)"),
        ("Fatah (PSE, group)", "Hamas (PSE, group)"),
        ("Sweden (SWE, government, host)", "Haddad", "Nordic Council (-, organisation)"),
    ],
)
def test_participants_of_a_single_report_stay_as_told(parties: tuple[str, ...]) -> None:
    assert one_meeting(report("a", parties)).participants == tuple(map(participant, parties))


def _with(told: Report, **fields: Any) -> Report:
    return replace(told, mention=replace(told.mention, **fields))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("wang", "yi"), ("wang",), True),
        (("wang", "yi"), ("yi", "wang"), True),
        (("anna", "berg"), ("nils", "berg"), False),
        (("ann", "berg"), ("anna", "berg"), True),
        ((), ("berg",), False),
    ],
)
def test_names_of_one_person(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert same_name(one, other) is same


NAMES = ["Anna Berg (SWE)", "Berg (SWE)", "Sweden (SWE, government)", "Park Joon (KOR)", "Korea (KOR, government)"]
NAMES += ["Han Minsu (KOR)", "Omar Haddad (JOR)", "Haddad", "Park"]
STATUSES = ["planned", "proposed", "held", "ongoing", "cancelled", "postponed", "refused"]
DATES = [None, "2025-03-04", "2025-03-05", "2025-03-20", "2025-03-03..2025-03-09 week", "2025-03-01..2025-03-31 month"]


@st.composite
def some_reports(draw: st.DrawFn) -> list[Report]:
    """Few parties, days and places, so that much can be one and much contradicts."""
    return [
        report(
            f"m{i}",
            draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)),
            draw(st.sampled_from([None, "2025-03-02", "2025-03-05", "2025-03-21"])),
            draw(st.sampled_from(STATUSES)),
            draw(st.sampled_from(DATES)),
            article=f"a{draw(st.integers(0, 8))}",
            city=(city := draw(st.sampled_from([None, "Oslo", "Seoul"]))),
            country=city and draw(st.sampled_from([None, "NOR" if city == "Oslo" else "KOR"])),
            mode=draw(st.sampled_from([None, "phone", "in_person"])),
        )
        for i in range(draw(st.integers(0, 14)))
    ]


@settings(max_examples=60, deadline=None)
@given(some_reports(), st.randoms(use_true_random=False))
def test_order_and_repeated_delivery_change_nothing(reports: list[Report], chance: random.Random) -> None:
    again = reports + chance.sample(reports, len(reports) // 2)
    chance.shuffle(again)
    assert merge_mentions(again) == merge_mentions(reports)


@settings(max_examples=60, deadline=None)
@given(some_reports())
def test_every_mention_lies_in_one_meeting_and_no_article_twice_in_one(reports: list[Report]) -> None:
    meetings = merge_mentions(reports)
    assert sum(len(m.status_history) for m in meetings) == len(reports)
    assert all(len({h.article_id for h in m.status_history}) == len(m.status_history) for m in meetings)
    assert len({m.meeting_id for m in meetings}) == len(meetings)


@settings(max_examples=60, deadline=None)
@given(some_reports())
def test_a_meeting_has_one_place_and_days_in_common_unless_it_was_moved(reports: list[Report]) -> None:
    by_article = {(r.mention.article_id, r.mention.quote): r.mention for r in reports}
    for meeting in merge_mentions(reports):
        mentions = [by_article[s.article_id, s.quote] for s in meeting.sources]
        placed = {m.city for m in mentions if m.mode != "phone"} - {None}
        assert len(placed) <= 1
        days = [(m.date_start, m.date_end) for m in mentions if m.date_start and m.date_end]
        if days and all(m.status != "postponed" for m in mentions):
            assert max(first for first, _ in days) <= min(last for _, last in days)


@settings(max_examples=60, deadline=None)
@given(some_reports())
def test_components_apart_give_what_all_together_give(reports: list[Report]) -> None:
    blocks = sorted((r.mention.mention_id, *blocks_of(r.mention)) for r in reports)
    component_of = dict(components(blocks))
    parts: dict[str, list[Report]] = {}
    for told in reports:
        parts.setdefault(component_of[told.mention.mention_id], []).append(told)
    apart = [meeting for part in parts.values() for meeting in merge_mentions(part)]
    assert sorted(apart, key=lambda m: m.meeting_id) == merge_mentions(reports)


def gold_reports() -> list[Report]:
    """All mentions of the gold at once, each situation in a world of its own names."""
    return [
        report(**mention | {"id": f"{i}{mention['id']}", "article": f"{i}{mention.get('article', mention['id'])}"})
        for i, case in enumerate(GOLD)
        for mention in case["mentions"]
    ]


def test_the_transform_equals_the_function() -> None:
    reports = gold_reports()
    with pipeline() as root:
        meetings = root | beam.Create(reports + reports[::3]) | MergeMeetings()
        assert_that(meetings, equal_to(merge_mentions(reports)))


def test_the_hash_seed_changes_nothing() -> None:
    program = "import test_merge as t; print([repr(m) for m in t.merge_mentions(t.gold_reports())])"
    here = Path(__file__).parent
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{here}:{here.parent}"},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(printed) == 1
    assert printed != {""}
