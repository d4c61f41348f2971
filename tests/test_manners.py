"""How a text speaks of a meeting: wishes, topics, asides, official visits."""

import pytest

from transforms.language.anchors.manners import (
    is_aim,
    is_at_a_standstill,
    is_bare_wish,
    is_habit,
    is_invited,
    is_joint_visit,
    is_negotiation,
    is_occasion,
    is_official_visit,
    is_only_spoken_of,
    is_question,
    is_remark,
    is_round,
    is_topic,
)
from transforms.language.anchors.patterns import find_anchors

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        (True, "Denmark urged talks with Italy."),
        (True, "Denmark is ready to negotiate with Italy."),
        (True, f"{BERG} called for talks with Italy."),
        (True, "Denmark should hold talks with Italy."),
        (True, "Denmark is open to talks with Italy."),
        (False, f"{BERG} urged the embassy to reconsider and spoke with {COSTA} about the case."),
        (False, "Denmark opened talks with Italy."),
        (False, "Denmark held talks with Italy."),
        (False, "Denmark will hold talks with Italy."),
        (False, "Denmark called for help during talks with Italy."),
    ],
)
def test_a_bare_wish_only_calls_for_talks(events, wish: bool, text: str) -> None:
    assert is_bare_wish(events(text)[0].anchors[0]) is wish


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        (True, "Denmark raised the negotiations with Italy."),
        (True, f"{BERG} stressed the importance of talks with Italy."),
        (True, f"{BERG} praised the talks with Italy."),
        (False, "Denmark held talks with Italy."),
        (False, f"{BERG} discussed the border with {COSTA}."),
        (False, f"{BERG} left after talks with Italy."),
    ],
)
def test_talks_that_are_only_spoken_of_are_a_topic(events, topic: bool, text: str) -> None:
    assert is_topic(events(text)[0].anchors[0]) is topic


@pytest.mark.parametrize(
    ("occasion", "text"),
    [
        (True, f"{BERG} left on the sidelines of the NATO summit."),
        (True, f"{BERG} met {COSTA} at the NATO summit."),
        (False, f"{BERG} spoke at the NATO summit."),
        (True, "Oil fell amid a meeting of Gulf ministers."),
        (False, f"{BERG} met {COSTA}."),
    ],
)
def test_an_occasion_is_only_where_others_meet(events, occasion: bool, text: str) -> None:
    assert is_occasion(events(text)[-1].anchors[0]) is occasion


@pytest.mark.parametrize(
    ("negotiated", "text"),
    [
        (True, "Denmark held peace talks in Oslo."),
        (True, "Denmark attended the six-party talks."),
        (True, "Denmark welcomed the UN-sponsored talks."),
        (False, "Denmark held talks in Oslo."),
        (False, "Denmark negotiated in Oslo."),
    ],
)
def test_some_talks_are_by_their_nature_between_powers(events, negotiated: bool, text: str) -> None:
    assert is_negotiation(events(text)[-1].anchors[0]) is negotiated


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (True, "Denmark left after the fourth round of talks."),
        (True, "Denmark left on the second day of the talks."),
        (False, "Denmark left after the talks."),
    ],
)
def test_a_round_is_one_of_several(events, part: bool, text: str) -> None:
    assert is_round(events(text)[-1].anchors[0]) is part


@pytest.mark.parametrize(
    ("aim", "text"),
    [
        (True, f"{BERG} praised the effort to resume talks with Italy."),
        (True, f"{BERG} discussed restarting the talks with Italy."),
        (True, "Efforts aimed at bringing Denmark and Italy together have failed."),
        (False, f"The summit brings together {BERG} and {COSTA}."),
        (False, f"{BERG} agreed to resume talks with Italy."),
        (False, f"{BERG} will start talks with Italy."),
    ],
)
def test_talks_to_be_brought_about_are_an_aim(events, aim: bool, text: str) -> None:
    assert is_aim(events(text)[-1].anchors[0]) is aim


@pytest.mark.parametrize(("official", "kind"), [(True, "an official"), (True, "a state"), (False, "a private")])
def test_an_official_visit_is_called_so(events, official: bool, kind: str) -> None:
    (event,) = events(f"{BERG} paid {kind} visit to Italy.")
    assert is_official_visit(event.anchors[0]) is official


@pytest.mark.parametrize(
    ("invited", "text"),
    [
        (True, f"{BERG} invited {COSTA} to visit Copenhagen."),
        (True, f"{COSTA} accepted an invitation by {BERG} to visit Copenhagen."),
        (False, f"{COSTA} hopes to visit {BERG}."),
    ],
)
def test_a_guest_is_invited(events, invited: bool, text: str) -> None:
    assert any(is_invited(event.anchors[0]) for event in events(text)) is invited


@pytest.mark.parametrize(
    ("joint", "text"),
    [
        (True, f"The two countries signed a treaty during a visit to Rome by {BERG}."),
        (True, f"Denmark and Italy signed a treaty during a visit to Rome by {BERG}."),
        (False, f"{BERG} signed a book during a visit to Rome."),
        (False, f"The two countries were at odds during a visit to Rome by {BERG}."),
    ],
)
def test_a_visit_on_which_two_sides_agree_is_joint(events, joint: bool, text: str) -> None:
    assert any(is_joint_visit(event.anchors[0]) for event in events(text) if event.natures == {"visit"}) is joint


@pytest.mark.parametrize(
    ("spoken_of", "text"),
    [
        (True, "Denmark reaffirmed openness to diplomacy and dialogue with Italy."),
        (True, f"{BERG} spoke of support for the talks with Italy."),
        (True, f"{BERG} reaffirmed openness to meeting {COSTA}."),
        (True, f"{BERG} underscored her preparedness to meet {COSTA}."),
        (False, f"{BERG} agreed to meet {COSTA}."),
        (False, f"{BERG} spoke after talks with Italy."),
        (False, "Denmark won support during talks with Italy."),
    ],
)
def test_talks_that_somebody_is_open_to_are_only_spoken_of(events, spoken_of: bool, text: str) -> None:
    assert is_only_spoken_of(events(text)[-1].anchors[0]) is spoken_of


@pytest.mark.parametrize(
    ("still", "text"),
    [
        (True, "Talks between Denmark and Italy have been stalled for years."),
        (True, "The talks between Denmark and Italy have been frozen since 2019."),
        (True, "Denmark and Italy have not held talks since 2019."),
        (False, "The third round of talks between Denmark and Italy has stalled."),
        (False, "Talks between Denmark and Italy have been held since 2019."),
        (False, "Denmark did not hold talks with Italy on Monday."),
    ],
)
def test_talks_that_stand_still_are_told_of_no_day(events, still: bool, text: str) -> None:
    assert is_at_a_standstill(events(text)[0].anchors[0]) is still


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        (True, f"They discussed a summit between {BERG} and {COSTA}."),
        (False, f"They discussed the agenda of an upcoming summit between {BERG} and {COSTA}."),
        (False, f"They welcomed the results of the talks that {BERG} had with {COSTA}."),
        (True, f"They welcomed the talks that calmed {BERG} and {COSTA}."),
        (False, f"They discussed the president's talks with {COSTA}."),
        (True, f"They discussed the talks with {COSTA}."),
    ],
)
def test_a_topic_that_is_scheduled_or_was_held_by_somebody_is_a_meeting_too(parse, topic: bool, text: str) -> None:
    assert any(is_topic(anchor) for anchor in find_anchors(parse(text))) is topic


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, f"It will be {BERG}'s first meeting with a foreign leader since she took office."),
        (0, f"It was the first time {BERG} had met a foreign ambassador."),
        (1, f"It was {BERG}'s first meeting with {COSTA}."),
        (1, f"{BERG} met a foreign ambassador on Monday for the first time."),
    ],
)
def test_which_meeting_it_was_is_no_meeting_with_somebody_or_other(told, count: int, text: str) -> None:
    assert len(told(text)) == count


@pytest.mark.parametrize(
    ("remark", "text"),
    [
        (True, f"It was her third meeting with {COSTA}."),
        (False, f"The third meeting with {COSTA} was long."),
        (False, f"It is time for a meeting with {COSTA}."),
    ],
)
def test_a_remark_tells_which_meeting_it_was(parse, remark: bool, text: str) -> None:
    assert any(is_remark(anchor) for anchor in find_anchors(parse(text))) is remark


@pytest.mark.parametrize(
    ("habit", "text"),
    [
        (True, "Danish and Italian officials meet regularly in Oslo."),
        (True, "Danish and Italian officials have occasionally held talks."),
        (True, "Danish and Italian officials hold talks every two months."),
        (False, "Danish and Italian officials held regular talks on Monday."),
        (False, f"{BERG} often praised the talks with {COSTA}."),
    ],
)
def test_how_often_they_meet_is_a_habit(parse, habit: bool, text: str) -> None:
    assert any(is_habit(anchor) for anchor in find_anchors(parse(text))) is habit


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (True, f"{BERG} would not say whether she plans to meet with {COSTA}."),
        (True, f"It is unclear whether {BERG} will meet {COSTA}."),
        (False, f"{BERG} will meet {COSTA} and ask whether he will help."),
        (False, f"{BERG} said that she would meet {COSTA}."),
    ],
)
def test_whether_they_meet_is_a_question(parse, question: bool, text: str) -> None:
    assert any(is_question(anchor) for anchor in find_anchors(parse(text))) is question
