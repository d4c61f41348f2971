"""One meeting, one event: which events of a text are the same, and what they tell together."""

import pytest

from transforms.language.discourse.joining import join

BERG, COSTA, LIE = "Danish President Anna Berg", "Italian President Luca Costa", "Norwegian Prime Minister Kari Lie"


MET = f"{BERG} met {COSTA} in Rome on Monday.\n"
WILL_MEET = f"{BERG} will meet {COSTA} in Rome on Friday.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}Berg and Costa talked for two hours.",
        f"{MET}The meeting lasted two hours.\nThe talks were friendly.",
        f"{BERG} phoned {COSTA} on Monday, their first conversation in almost two years.",
        f"{BERG} will hold a meeting with {COSTA} on Friday to discuss the border.",
        f"{MET}{BERG} met {COSTA}.",
        f"{MET}They discussed trade.",
        f"{MET}Berg and Costa had a wonderful conversation.",
        f"{MET}The two presidents may take the talks to the next level.",
        f"{MET}Berg talked with Costa before the opening of the fair.",
        f"{MET}Berg and Costa also discussed the May 3 crash.",
        f"{MET}It was a sequel to their previous talks.\nDuring the discussion Berg and Costa spoke of trade.",
        f"Berg, Costa hold talks in Palazzo\n{MET}",
        f"{MET}Berg and her Italian counterpart discussed trade.",
        f"{MET}The leaders discussed relations with Laos and Thailand.",
        f"{MET}“It was a good meeting,” Berg said after the meeting with Costa.",
        f"Berg Meets Costa for Talks\n{MET}",
        f"{BERG} met {COSTA} in Rome for talks on trade.",
        f"{BERG} held talks with Italian officials in Rome on Monday.\nBerg met {COSTA}.",
        f"{WILL_MEET}The talks will focus on trade.",
        f"{BERG} met {COSTA} on Sunday.\nBerg met Costa in Rome, her office said on Monday.",
        f"{BERG} met {COSTA} in Rome on Monday and they agreed to continue the discussions.",
        "Italy and Denmark held talks in Rome.\n"
        "Danish Foreign Minister Anna Berg met Italian Foreign Minister Luca Costa in Rome.",
        "Danish Foreign Minister Anna Berg met Italian Foreign Minister Luca Costa in Rome.\n"
        "The talks between Denmark and Italy were friendly.",
        f"Call with {COSTA}\n{BERG} held a video call with {COSTA} on Monday.",
        f"{BERG}'s Call with {COSTA}\n{BERG} spoke with {COSTA} about Costa's trip to Laos.",
        f"Statement on the Meeting Between {BERG} and {COSTA}\n{BERG} will meet {COSTA} in Rome.",
        f"{BERG} and {COSTA} Before Their Meeting\nIt is a pleasure to welcome President Berg here.",
        "Danish, Italian security officials hold talks\n"
        "Danish Deputy Minister Anna Berg and Italian Deputy Minister Luca Costa held consultations in Oslo on Monday.",
        f"Danish Foreign Minister Anna Berg arrived in Rome on Monday to negotiate with Italian authorities.\n"
        f"In a meeting with {COSTA}, Berg spoke of trade.",
        f"{BERG} is in Rome to hold talks with Italian officials.\nBerg was received by {COSTA}.",
        f"{MET}It rained on Tuesday.\nCosta told reporters that his talks with Berg had been friendly.",
        f"{MET}Berg thanked Costa for receiving her delegation.",
        f"{BERG} left Oslo on Monday to hold talks with {COSTA}.\nBerg and Costa met in Rome.",
        f"{BERG} spoke with {COSTA} on Monday.\n"
        "It was the first conversation between Denmark and Italy after their meeting in Oslo last month.",
        f"Berg, Costa discuss trade\n{BERG} received a phone call from {COSTA} on Monday.",
        f"A note by Spokeswoman Kari Lie on {BERG}'s meeting with {COSTA}\n{BERG} met {COSTA} on Monday.",
    ],
)
def test_a_meeting_told_in_several_sentences_is_one(told, text: str) -> None:
    (mention,) = told(text)
    assert {participant.name for participant in mention.participants} == {"Anna Berg", "Luca Costa"}


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}{BERG} met {COSTA} in Oslo on Tuesday.",
        f"{BERG} met {COSTA} on Monday.\n{BERG} met {COSTA} on Tuesday.",
        f"{MET}{WILL_MEET}",
        f"{MET}Berg phoned Costa on Tuesday.",
        f"{MET}The two presidents agreed to meet again soon.",
        f"{MET}Berg met {LIE}.",
        f"{MET}The two leaders last met in Oslo in June 2030.",
        f"{BERG} and {COSTA} held the third session on Monday.\nThe second session was held in May 2030.",
        f"It rained.\n{BERG} met {COSTA}.\nThe second session of the Joint Committee was held in May 2030.",
        f"{BERG} and {COSTA} held a virtual summit.\nThe two leaders last met in June 2030.",
        f"Denmark and Italy held the third round of talks on Monday.\nA Danish envoy called on {COSTA}.",
        f"Denmark and Italy held talks in Rome on Monday.\nThe Danish envoy later called on {COSTA}.",
        f"They spoke.\n{MET}Later in the day, the two presidents called on {LIE}.",
        f"{MET}The last meeting of Berg and Costa was friendly.",
        f"{BERG} opened a bridge on Monday.\nShe met {COSTA}.\nBerg met Costa in May 2029.",
        f"{BERG}, {COSTA} and {LIE} held talks in Rome on Monday.\nBerg and Costa held separate talks.",
        f"NATO leaders held a summit in Rome on Monday.\n{BERG} met {COSTA} on the sidelines of the summit.",
        f"{BERG} met {COSTA} in May 2029.\nDenmark has called off high-level talks with Italy over the border.",
        f"{LIE} met {BERG} in Oslo on Tuesday.\nIt was the first session since January, when Lie and Berg met in Rome.",
        f"{BERG}, {COSTA} and {LIE} held talks in Rome on Monday.\nPrior to the talks, Berg met Costa.",
        f"{BERG}, {COSTA} and {LIE} held talks in Rome on Monday.\nBerg met Costa before the opening of the talks.",
    ],
)
def test_another_day_place_mode_or_cast_is_another_meeting(told, text: str) -> None:
    assert len(told(text)) == 2


def test_those_who_meet_on_a_visit_under_way_have_met(told) -> None:
    (mention,) = told(f"{BERG}, who is on an official visit to {COSTA} in Rome, held talks with Costa.")
    assert mention.status == "held"


def test_a_meeting_takes_what_later_sentences_add(told) -> None:
    text = (
        f"{BERG} met {COSTA} on Monday.\nBerg held talks with Costa on trade in Rome.\n"
        "The meeting lasted two hours.\nBerg met Costa on the sidelines of the NATO summit."
    )
    (mention,) = told(text)
    assert (mention.date_text, mention.city) == ("on Monday", "Rome")
    assert (mention.duration_minutes, mention.occasion) == (120, "the NATO summit")
    assert "trade" in mention.topics


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("postponed", f"{WILL_MEET}The meeting was postponed."),
        ("cancelled", f"{WILL_MEET}The meeting was cancelled."),
        ("held", f"{MET}The meeting was friendly."),
        ("held", f"{BERG} discusses trade with {COSTA}\n{BERG} discusses trade with {COSTA}\nIt rained."),
        ("held", f"{MET}It was said that the meeting had been called off."),
        ("held", f"{BERG} arrived in Rome to meet {COSTA}.\nBerg met Costa at the palace."),
        ("planned", f"{WILL_MEET}The talks will focus on trade."),
        ("planned", f"Statement on the Meeting Between {BERG} and {COSTA}\n{WILL_MEET}"),
        ("held", f"{BERG}'s Meeting with {COSTA}\n{MET}Berg and Costa also discussed trade."),
        ("held", f"Danish President Meets Italian President\n{MET}Berg is leading a delegation."),
        ("planned", f"Danish president meets Italian president\n{WILL_MEET}"),
        ("held", f"Berg holds talks with Costa\nIt rained.\n{MET}"),
        ("held", f"{BERG} began talks with {COSTA} on Monday.\nThe talks ended on Tuesday."),
        ("ongoing", f"{BERG} began talks with {COSTA} on Monday.\nThe talks centred on trade."),
        ("ongoing", f"Danish president meets Italian president\n{BERG} is meeting {COSTA} in Rome."),
        ("ongoing", f"{BERG} and {COSTA} Before Their Meeting\nI look forward to meeting President Berg today."),
    ],
)
def test_what_became_of_a_meeting_is_told_later(told, status: str, text: str) -> None:
    (mention,) = told(text)
    assert mention.status == status


@pytest.mark.parametrize("told_first", ["on Tuesday", "next week", "in May"])
def test_a_meeting_is_on_the_day_that_any_sentence_tells_of_a_longer_time(told, told_first: str) -> None:
    (mention,) = told(f"{BERG} will meet {COSTA} {told_first}.\nBerg will meet Costa in Rome on May 13.")
    assert (str(mention.date_start), mention.date_precision) == ("2031-05-13", "day")


@pytest.mark.parametrize(
    ("names", "told_later"),
    [
        ({"Anna Berg", "Luca Costa"}, f"The meeting was attended by {BERG} and {COSTA}."),
        ({"Anna Berg", "Luca Costa"}, "The talks were led by Danish premier Anna Berg and Italian premier Luca Costa."),
    ],
)
def test_those_who_attend_the_meeting_of_delegations_are_told_later(told, names: set[str], told_later: str) -> None:
    (mention,) = told(f"Danish and Italian delegations met in Rome on Monday.\n{told_later}")
    assert {participant.name for participant in mention.participants} == names
    assert mention.city == "Rome"


@pytest.mark.parametrize(
    ("names", "group"),
    [
        ({"Anna Berg", "Luca Costa", "Kari Lie"}, "Nordic ministers"),
        ({"Anna Berg", "Luca Costa", "Kari Lie"}, "the foreign ministers of the Arctic"),
    ],
)
def test_names_take_the_place_of_a_headlines_officeholders(told, names: set[str], group: str) -> None:
    ministers = "Italian Foreign Minister Luca Costa and Norwegian Foreign Minister Kari Lie"
    (mention,) = told(f"{BERG}'s Call with {group}\n{BERG} spoke by phone with {ministers} on Monday.")
    assert {participant.name for participant in mention.participants} == names


def test_a_short_office_is_the_whole_one(told) -> None:
    assert len(told(f"PM call with {COSTA}: 7 May 2031\nThe Prime Minister spoke to {COSTA} today.")) == 1


def test_a_name_takes_the_place_of_an_office_told_before(events) -> None:
    unnamed, named = events(
        "Danish officials met the Italian premier.\nDanish officials met Italian Premier Luca Costa."
    )
    join(unnamed, named, None)
    assert [party.name for party, _ in unnamed.cast] == ["Danish officials", "Luca Costa"]


def test_whom_they_do_not_speak_to_changes_no_status(told) -> None:
    (mention,) = told(f"{BERG} and {COSTA} held talks in Oslo.\nThe two did not speak to reporters.")
    assert mention.status == "held"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, f"{BERG} and {COSTA} held a meeting.\nThe two met in Rome earlier today and agreed on trade."),
        (2, f"{BERG} and {COSTA} held a meeting on Monday.\nThe two last met in Rome in April."),
        (1, f"{BERG} received {COSTA} in Oslo on Monday.\n"
            "It was decided in Monday's meeting with President Berg that trade should grow."),
    ],
)  # fmt: skip
def test_a_day_makes_a_meeting_known_and_earlier_today_is_no_other(told, count: int, text: str) -> None:
    assert len(told(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "Danish, Italian Presidents hold talks in Oslo\nPresidents of Denmark and Italy held talks in Oslo behind it.",
        "Danish officials held talks with the IMF in Oslo on Monday.\nThe first round of talks with the IMF went well.",
        "Thai Foreign Minister Anna Berg and Defence Minister Kari Lie met with their Lao counterparts on Monday.\n"
        "During the meeting between the Thai and Lao ministers, Berg spoke of trade.",
    ],
)
def test_officers_are_the_same_by_their_office_and_state(told, text: str) -> None:
    assert len(told(text)) == 1


def test_a_tour_leaves_its_other_stops_to_their_meetings(told) -> None:
    text = (
        "Danish President Anna Berg will pay an official visit to Italy and Laos next week.\n"
        "Berg will first meet Italian President Luca Costa in Rome on Tuesday."
    )
    (mention,) = told(text)
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


def test_a_meeting_by_video_before_is_another(told) -> None:
    text = (
        "Danish Premier Anna Berg held talks with Italian Premier Luca Costa in Rome. The two had already met by video "
        "on April 26."
    )
    assert [mention.mode for mention in told(text, title="News")] == ["in_person", "video"]


def test_another_group_that_somebody_also_meets_is_met_apart(told) -> None:
    text = (
        "In Laos, Danish Minister Anna Berg will meet government officials. Berg will also meet with customs officials "
        "on smuggling."
    )
    assert len(told(text, title="News")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Danish Premier Anna Berg raised the issue with Italian Premier Luca Costa at a meeting in Oslo on Monday.",
        "Danish Premier Anna Berg sought support from Italian Premier Luca Costa during talks in Oslo on Monday.",
    ],
)
def test_what_is_said_to_another_at_a_meeting_is_that_meeting(told, text: str) -> None:
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}
    assert mention.city == "Oslo"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "Danish Foreign Minister Anna Berg and Italian Foreign Minister Luca Costa met in Oslo on Monday, in the "
            "first encounter of the top diplomats of the two nations in years."),
        (2, f"{BERG}, {COSTA} and {LIE} held a summit in Oslo on Monday.\nBerg and Costa exchanged views during a "
            "brief conversation on the sidelines."),
        (1, f"{BERG}, {COSTA} and {LIE} held a summit in Oslo on Monday.\nBerg and Costa exchanged views during the "
            "summit."),
        (2, f"{BERG}, {COSTA} and {LIE} held a summit in Oslo on Monday.\nBerg and Costa held a one-on-one meeting."),
        (2, f"{BERG}, {COSTA} and {LIE} held a summit in Oslo on Monday.\nBerg and Costa had bilateral talks."),
    ],
)  # fmt: skip
def test_what_is_on_the_sidelines_is_apart_and_who_are_of_the_two_states_are_not(told, count: int, text: str) -> None:
    found = told(text, title="News")
    assert len(found) == count
    assert len(found[-1].participants) == (3 if "during the summit" in text else 2)


def test_what_goes_on_now_is_not_what_was_held_weeks_ago(told) -> None:
    text = (
        "Danish envoy Anna Berg met Laotian officials in January. "
        "She is now in Singapore, where she is meeting Laotian officials."
    )
    assert [m.status for m in told(text, title="News")] == ["held", "ongoing"]


def test_those_who_talk_by_telephone_agree_on_another_meeting(told) -> None:
    text = "Danish Premier Anna Berg and Italian President Luca Costa spoke by telephone and agreed to meet soon."
    assert [(m.status, m.mode) for m in told(text, title="News")] == [("held", "phone"), ("planned", "in_person")]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (
            1,
            "Danish Premier Anna Berg flies to Rome on Monday for talks with Italian President Luca Costa. "
            "She will meet Mr. Costa on Tuesday.",
        ),
        (
            1,
            "Danish Premier Anna Berg left for Rome on Monday for talks with Italian President Luca Costa. "
            "She met Mr. Costa on Tuesday.",
        ),
        (
            2,
            "Danish Premier Anna Berg will meet Italian President Luca Costa on Monday. "
            "She will also meet Mr. Costa on Tuesday.",
        ),
        (
            2,
            "Danish Premier Anna Berg flies to Rome on Monday for talks with Italian President Luca Costa. "
            "She will meet Mr. Costa on May 30.",
        ),
    ],
)
def test_the_day_of_a_journey_to_a_meeting_is_right_before_it(told, count: int, text: str) -> None:
    assert len(told(text, title="News")) == count


def test_a_meeting_is_on_its_own_day_not_that_of_the_journey(told) -> None:
    (mention,) = told(
        "Danish Premier Anna Berg flies to Rome on Monday for talks with Italian President Luca Costa. "
        "She will meet Mr. Costa on Tuesday.",
        title="News",
    )
    assert str(mention.date_start) == "2031-05-13"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (
            "on January 17",
            "Norway and Laos plan a third round of talks in January. The talks will begin on January 17.",
        ),
        ("Saturday", "Norway and Laos are to hold talks this week. The talks will take place on Saturday."),
    ],
)
def test_a_day_is_compared_where_nobody_knows_when_a_text_was_published(told, when: str, text: str) -> None:
    assert next(m.date_text for m in told(text, None, "News")).endswith(when)


def test_when_negotiations_began_is_not_when_a_round_was(told) -> None:
    text = (
        "Negotiators from Norway and Laos met for a new round of talks in Rome. "
        "The negotiations began in May last year and are to end soon."
    )
    assert [m.date_start for m in told(text, title="News")] == [None]


def test_who_refuses_talks_may_be_in_others_now(told) -> None:
    text = (
        "Italian President Luca Costa has said he won't negotiate directly with Norway until there is progress. "
        "Danish envoy Anna Berg has been in the region for talks with both Norwegian Premier Kari Lie and Mr. Costa."
    )
    assert [m.status for m in told(text, title="News")] == ["refused", "ongoing"]
