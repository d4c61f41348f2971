"""What the clause of an anchor tells besides: mode, duration, occasion and topics."""

import pytest

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        ("in_person", f"{BERG} met {COSTA}."),
        ("in_person", f"{BERG} held a meeting with {COSTA}."),
        ("in_person", f"{BERG} arrived in Rome for talks with {COSTA}."),
        ("in_person", f"{BERG} held talks with {COSTA} in Rome."),
        ("in_person", f"{BERG} received {COSTA}."),
        ("in_person", f"{BERG}, who had called Italy by telephone in May, held talks with {COSTA} in Rome."),
        ("phone", f"{BERG} phoned {COSTA}."),
        ("phone", f"{BERG} had a call with {COSTA}."),
        ("phone", f"{BERG} conferred by telephone with {COSTA}."),
        ("phone", f"{BERG} had a conversation with {COSTA}."),
        ("in_person", f"{BERG} had a conversation with {COSTA} on the sidelines of the forum."),
        ("in_person", f"{BERG} held talks with an Italian delegation."),
        ("in_person", f"{BERG} held talks with {COSTA} on the sidelines of the forum."),
        ("in_person", f"{BERG} flew to Rome for a conversation with {COSTA}."),
        ("video", "The leaders of Denmark and Italy will exchange words by secure video link."),
        ("phone", f"{BERG} had a telephone conversation with {COSTA}."),
        ("phone", f"{BERG} spoke with {COSTA} by phone."),
        ("phone", f"{BERG} spoke by telephone with {COSTA}."),
        ("video", f"{BERG} met {COSTA} by video link."),
        ("video", f"{BERG} held an online meeting with {COSTA}."),
        ("video", f"{BERG} held a video conference with {COSTA}."),
        ("video", f"{BERG} met {COSTA} virtually."),
        ("video", "The meeting of Denmark and Italy was held virtually in May."),
        ("video", "The meeting of Denmark and Italy was held in virtual format."),
        ("in_person", f"{BERG} held face-to-face talks with {COSTA}."),
        ("in_person", f"{BERG} had two days of talks with {COSTA}."),
        ("in_person", f"{BERG} held talks with {COSTA}, who is visiting Copenhagen."),
        ("phone", f"{BERG} held calls to discuss trade with {COSTA}."),
        ("phone", f"{BERG} congratulated {COSTA} by telephone."),
        ("phone", f"{BERG} and {COSTA} spoke by phone before her visit."),
        (None, f"{BERG} spoke with {COSTA}."),
        (None, f"{BERG} and {COSTA} discussed the border."),
        (None, f"{BERG} held talks with {COSTA}."),
    ],
)
def test_the_mode_is_told_by_verb_noun_and_adverbial(events, mode: str | None, text: str) -> None:
    assert events(text)[0].mode == mode


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (90, f"{BERG} met {COSTA} for 90 minutes on Monday."),
        (120, f"{BERG} held a two-hour meeting with {COSTA}."),
        (120, "The meeting between Denmark and Italy lasted two hours."),
        (150, "The talks between Denmark and Italy in Rome lasted two and a half hours."),
        (None, f"{BERG} met {COSTA} two hours after landing."),
        (None, f"{BERG} met {COSTA} during a two-hour flight delay."),
        (None, f"{BERG} met {COSTA} on Monday."),
    ],
)
def test_a_duration_is_that_of_the_meeting(events, minutes: int | None, text: str) -> None:
    assert events(text)[0].duration == minutes


@pytest.mark.parametrize(
    ("occasion", "text"),
    [
        ("the NATO summit", f"{BERG} met {COSTA} on the sidelines of the NATO summit."),
        ("a regional summit", f"{BERG} met {COSTA} on the margins of a regional summit."),
        ("the UN General Assembly", f"{BERG} met {COSTA} during the UN General Assembly in New York."),
        ("the Arctic Security Conference", f"{BERG} met {COSTA} at the Arctic Security Conference in Oslo."),
        (None, f"{BERG} met {COSTA} in Rome."),
        (None, f"{BERG} met {COSTA} at a hotel."),
        (None, f"{BERG} met {COSTA} during the night."),
    ],
)
def test_the_occasion_is_the_larger_event_that_is_named(events, occasion: str | None, text: str) -> None:
    assert events(text)[0].occasion == occasion


@pytest.mark.parametrize(
    ("topics", "text"),
    [
        (["border"], f"{BERG} held talks on the border with {COSTA}."),
        (["trade", "migration"], f"{BERG} held talks with {COSTA} on trade and migration."),
        (["fishing quotas"], f"{BERG} and {COSTA} held talks about fishing quotas."),
        ([], f"{BERG} met {COSTA} on the sidelines of the NATO summit."),
        ([], f"{BERG} held talks with {COSTA} on Monday."),
        ([], f"{BERG} held talks with {COSTA} in Rome."),
    ],
)
def test_topics_are_what_they_talk_about_and_no_dates(events, topics: list[str], text: str) -> None:
    assert events(text)[0].topics == topics


def test_a_meeting_agreed_to_by_telephone_is_no_call(told) -> None:
    text = "Danish Premier Anna Berg and Italian Premier Luca Costa agreed to a meeting during a phone call."
    assert {m.mode for m in told(text, title="News") if m.status == "planned"} == {"in_person"}
