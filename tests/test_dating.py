"""Which of the dates that a sentence tells is that of its meeting."""

import pytest

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ("on Monday", f"{BERG} met {COSTA} on Monday."),
        ("On Monday", f"On Monday, {BERG} met {COSTA}."),
        ("On May 5", f"On May 5, commencing at 1 p.m. for some 15 minutes, {BERG} held talks with {COSTA}."),
        ("on Monday", f"{BERG} said on Tuesday that she met {COSTA} on Monday."),
        ("on Monday", f"{BERG} met {COSTA} in Rome on Monday and flew home on Tuesday."),
        ("on Monday", f"A meeting between {BERG} and {COSTA} took place on Monday."),
        ("next week", f"{BERG} will hold talks with {COSTA} next week."),
        (
            "last month",
            "Proposed talks between Defense Minister Anna Berg and her Italian counterpart Luca Costa did not "
            "materialize at last month's Rome Dialogue, however.",
        ),
        ("next week", f"Talks between {BERG} and {COSTA} are expected to be held next week."),
        ("on Friday", f"A meeting between {BERG} and {COSTA} is scheduled to take place on Friday."),
        ("On Friday", f"On Friday {BERG} is expected to be received by {COSTA}."),
        (None, f"On Friday {BERG} expected to be received by {COSTA}."),
        ("on 9 May", f"{BERG} plans to open a bridge next week and hold a meeting with {COSTA} on 9 May."),
        ("next week", f"{BERG} plans to open a bridge next week and hold a meeting with {COSTA}."),
        ("on Monday", f"{BERG} opened a bridge on Monday and met {COSTA}, while the army had struck 10 days earlier."),
        ("yesterday", f"{BERG} yesterday pledged continued support for the port during talks with {COSTA}."),
        (None, f"Lars Holm opened a bridge on Monday ahead of a meeting of {BERG} and {COSTA}."),
        (None, f"{BERG} met {COSTA}."),
        (None, f"The ministry on Monday ruled out a meeting of {BERG} and {COSTA}."),
        (None, f"Denmark on Monday night called off the talks between {BERG} and {COSTA}."),
        ("in May", f"The ministry ruled out a meeting of {BERG} and {COSTA} in May."),
        (None, f"{BERG} met {COSTA}. It rained on Monday."),
        (None, f"It was the first meeting of {BERG} and {COSTA} in almost three years."),
        (None, f"It was the first meeting of {BERG} and {COSTA} since Berg returned to office in January."),
        ("on Monday", f"{BERG} met {COSTA} on Monday for the first time since she was elected in May."),
        (None, f"{BERG} and {COSTA} discussed the need for timely preparations for the June 24 general election."),
        ("in May", f"{BERG} met {COSTA} at the close of the conference of 2019 in May."),
        ("of Monday", f"{BERG} met {COSTA} in the early hours of Monday."),
        (None, f"The bridge of May 2019 was praised by {BERG}, who met {COSTA}."),
        ("May", f"It was the first storm since May, when {BERG} met {COSTA} in Rome."),
        ("2019", f"The treaty was signed in 2019, when {BERG} held talks with {COSTA}."),
        (None, f"It was the first storm since May and {BERG} met {COSTA} when it rained."),
        ("a day after", f"The storm came a day after {BERG} met {COSTA} in Rome."),
        ("two days before", f"The army struck on Monday, two days before {BERG} is to meet {COSTA}."),
        ("a day after", f"The army struck on Monday, a day after talks between {BERG} and {COSTA}."),
        ("on Monday", f"{BERG} met {COSTA} on Monday, a day after the army struck."),
        (None, f"Three days after the army struck the town, {BERG} met {COSTA}."),
        ("On the eve of", f"On the eve of the summit, {BERG} met {COSTA}."),
        ("on March 4", f"{BERG} met {COSTA} on March 4 for general talks."),
        (None, f"{BERG} met {COSTA} ahead of a summit in June."),
        (None, f"{BERG}, who was elected in January, met {COSTA}."),
        ("on Monday", f"{BERG}, who meets {COSTA} on Monday, praised the treaty."),
        ("on Monday", f"{BERG} met {COSTA} on Monday ahead of a summit in June."),
        ("on Friday", f"{BERG} met {COSTA} at the summit on Friday."),
    ],
)
def test_the_date_is_the_one_at_the_meetings_own_words(events, when: str | None, text: str) -> None:
    date = events(text)[0].date
    assert (date.text if date else None) == when


def test_a_line_of_a_timetable_has_the_day_above(told) -> None:
    text = f"Minister Anna Lie has no appointments.\n2:00 p.m. {BERG} meets {COSTA} in Oslo."
    (mention,) = told(text, title="Schedule for May 8, 2031")
    assert (mention.status, str(mention.date_start)) == ("planned", "2031-05-08")


def test_a_line_of_a_timetable_has_the_day_of_its_heading_not_of_a_journey(told) -> None:
    text = f"Minister Anna Lie is on travel to Oslo from May 6-10, 2031.\n2:00 p.m. {BERG} meets {COSTA} in Oslo."
    (mention,) = told(text, title="Schedule for May 8, 2031")
    assert str(mention.date_start) == "2031-05-08"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("05-07", f"A bridge was opened on Tuesday.\n{BERG} is to meet {COSTA} later in the day."),
        ("05-06", f"A bridge was opened on Tuesday.\n{BERG} met {COSTA} later in the day."),
        ("05-09", f"A bridge will be opened on Friday.\n{BERG} will meet {COSTA} later in the day."),
        (
            "05-06",
            f"A bridge was opened on Tuesday. More will be opened on 9 May.\n{BERG} met {COSTA} earlier in the day.",
        ),
        ("05-06", f"A bridge was opened on Monday.\n{BERG} met {COSTA} the following day."),
        ("05-07", f"A bridge was opened on Tuesday.\n{BERG} will meet {COSTA} the following day."),
        (None, f"A bridge will be opened on 9 May.\n{BERG} met {COSTA} the following day."),
        ("05-07", f"A bridge was opened on 9 April.\nEarlier in the day, {BERG} met {COSTA}."),
        ("04-09", f"A bridge was opened on 9 April. Earlier in the day, {BERG} met {COSTA}."),
    ],
)
def test_what_counts_from_another_day_lies_on_its_own_side_of_the_publication(told, day: str | None, text: str) -> None:
    (mention,) = told(text)
    assert (mention.date_start and mention.date_start.strftime("%m-%d")) == day


def test_what_is_done_before_meeting_somebody_is_of_the_same_day(told) -> None:
    text = (
        "Danish Foreign Minister Karl Holm landed in Rome on Wednesday. On Thursday he called on the Governor-General, "
        "Sir Karl Lie, before sitting down with his Thai counterpart, Som Dee, and later with Lao Premier Kham Siva."
    )
    assert [mention.date_text for mention in told(text)] == ["On Thursday"] * 3


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (None, "Premier Anna Berg held her first meeting with Italian Premier Luca Costa since the coup last January."),
        (
            None,
            "Premier Anna Berg held her first talks with Premier Luca Costa of Italy since the Al-Ula pact last May.",
        ),
        ("2030-11", "Premier Anna Berg met Italian Premier Luca Costa last November, for the first time since May."),
    ],
)
def test_a_day_since_which_one_tells_is_not_the_meetings(told, day: str | None, text: str) -> None:
    (mention,) = told(text, title="News")
    assert (mention.date_start and mention.date_start.strftime("%Y-%m")) == day


@pytest.mark.parametrize(
    "text",
    [
        "Danish Premier Anna Berg flew to Oslo on Monday for talks with Italian Premier Luca Costa.",
        "Danish Premier Anna Berg arrived in Oslo on Monday and met Italian Premier Luca Costa, the ministry said in a "
        "statement on Tuesday.",
        "In a letter Tuesday, Danish Premier Karl Berg wrote about his meeting with Italian Premier Luca Costa at the "
        "palace earlier this week.",
    ],
)
def test_the_day_of_a_journey_is_past_and_that_of_a_statement_another(told, text: str) -> None:
    (mention,) = told(text, title="News")
    assert str(mention.date_start) == "2031-05-05"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (None, f"{BERG} was asked to meet {COSTA} as this year's host."),
        ("on Monday", f"A team, which was in Rome on Monday to see {COSTA} of Italy, is due in Oslo on Friday."),
        ("on 9 May", f"{BERG} will tour a port next week and hold a meeting with {COSTA} on 9 May."),
        ("On 9 May", f"On 9 May {BERG} will tour a port, open a bridge and hold a meeting with {COSTA}."),
        (None, f"{BERG}, who landed on Monday from Rome, where she had met {COSTA}, went home."),
        (None, f"{BERG} held her first talks with {COSTA} since the accord last January ended a dispute."),
    ],
)
def test_a_date_is_of_the_verbs_that_share_a_subject_and_of_no_other_scene(events, when: str | None, text: str) -> None:
    (event,) = (event for event in events(text) if any(party.name == "Luca Costa" for party, _ in event.cast))
    assert (event.date.text if event.date else None) == when


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (None, "Berg reacted on Sunday to remarks about a meeting between Danish President Lie and Thai Premier Dee."),
        (None, "The ministry released on Sunday a statement on the meeting of Danish President Lie with Luca Costa."),
        (
            "on Sunday",
            "The ministry made a statement on the talks of Danish President Lie and Luca Costa on Sunday.",
        ),
    ],
)
def test_a_day_on_which_somebody_speaks_about_a_meeting_is_not_its_own(events, when: str | None, text: str) -> None:
    assert [event.date.text if event.date else None for event in events(text)] == [when]


def test_the_day_of_a_deadline_is_not_that_of_a_meeting(told) -> None:
    text = "Danish Premier Anna Berg met Italian President Luca Costa before an August 31 deadline."
    assert [m.date_start for m in told(text, title="News")] == [None]


def test_the_eve_of_an_event_behind_a_day_is_that_day(told) -> None:
    text = "On Monday, on the eve of the summit, Danish Premier Anna Berg saw Italian Premier Luca Dee in Rome."
    (mention,) = told(text, title="News")
    assert str(mention.date_start) == "2031-05-05"
