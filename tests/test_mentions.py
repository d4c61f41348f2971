"""Articles to mentions: every column from its own words, quotes at their offsets, ids that do not move."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from conftest import WEDNESDAY, article
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.mention import Participant
from transforms.language.mentions import EXTRACTOR_VERSION, extract_mentions, filed_on, local_day
from transforms.language.nlp import model_version

BERG, COSTA, LIE = "Danish President Anna Berg", "Italian President Luca Costa", "Norwegian Prime Minister Kari Lie"
FULL = (
    f"{BERG} met {COSTA} in Rome on Monday at the NATO summit.\nThe meeting lasted two hours.\n"
    "The two held talks on trade."
)


def test_a_mention_holds_what_the_text_tells(pipeline, told) -> None:
    (mention,) = told(FULL)
    assert mention.participants == (
        Participant("Anna Berg", "person", "President", "DNK"),
        Participant("Luca Costa", "person", "President", "ITA"),
    )
    assert (mention.status, mention.mode, mention.city, mention.country) == ("held", "in_person", "Rome", "ITA")
    assert (mention.date_start, mention.date_end, mention.date_precision) == (date(2031, 5, 5), date(2031, 5, 5), "day")
    assert (mention.date_text, mention.occasion, mention.duration_minutes) == ("on Monday", "the NATO summit", 120)
    assert (mention.cameo_code[:2], mention.plover_event) == ("04", "CONSULT")
    assert (mention.article_id, mention.published_at) == ("a", article(FULL).published_at)
    assert mention.extractor_version == f"{EXTRACTOR_VERSION}+{model_version(pipeline)}"
    assert 0 < mention.confidence <= 1


@pytest.mark.parametrize(
    ("roles", "text"),
    [
        ({"Anna Berg": "host", "Luca Costa": "visitor"}, f"{BERG} received {COSTA} on Monday."),
        ({"Anna Berg": "host", "Luca Costa": "visitor"}, f"{BERG} hosted {COSTA} for dinner."),
        ({"Anna Berg": "host", "Luca Costa": "visitor"}, f"{COSTA} was received by {BERG} in Copenhagen."),
        ({"Anna Berg": "host", "Luca Costa": "visitor"}, f"{BERG} welcomed {COSTA} in Copenhagen."),
        ({"Anna Berg": "visitor", "Italy": "host"}, f"{BERG} paid an official visit to Italy."),
        ({"Anna Berg": "attendee", "Luca Costa": "attendee"}, f"{BERG} met {COSTA} in Rome."),
    ],
)
def test_host_and_visitor_are_told_apart(told, roles: dict[str, str], text: str) -> None:
    (mention,) = told(text)
    assert {participant.name: participant.role for participant in mention.participants} == roles


@pytest.mark.parametrize(
    ("start", "end", "precision", "text"),
    [
        (date(2031, 5, 5), date(2031, 5, 5), "day", f"{BERG} met {COSTA} on Monday."),
        (date(2031, 5, 12), date(2031, 5, 12), "day", f"{BERG} will meet {COSTA} on Monday."),
        (date(2031, 5, 12), date(2031, 5, 18), "week", f"{BERG} will meet {COSTA} next week."),
        (date(2031, 6, 1), date(2031, 6, 30), "month", f"{BERG} will meet {COSTA} in June."),
        (date(2030, 6, 1), date(2030, 6, 30), "month", f"{BERG} met {COSTA} in June."),
        (None, None, None, f"{BERG} met {COSTA} in Rome."),
    ],
)
def test_dates_lie_where_the_status_says(
    told, start: date | None, end: date | None, precision: str | None, text: str
) -> None:
    (mention,) = told(text)
    assert (mention.date_start, mention.date_end, mention.date_precision) == (start, end, precision)


def test_without_a_publication_date_no_day_is_made_up(told) -> None:
    (mention,) = told(f"{BERG} met {COSTA} in Rome on Monday.", published=None)
    assert (mention.published_at, mention.date_start, mention.date_end) == (None, None, None)
    assert mention.date_text == "on Monday"


TEXTS = [
    FULL,
    f"It rained.\n\n{BERG} met {COSTA} in Rome.\nIt rained again.",
    f"OSLO, May 6 (NTB) - {BERG} met {COSTA} on Monday.",
    f"“We met,” she said.\r\n\r\n  {BERG} met {COSTA} — in Rome — “on Monday”.",
    f"{BERG} met {COSTA} in Rome. She will meet {LIE} in Oslo on Friday. The cabinet met on Monday.",
]


@pytest.mark.parametrize("title", [None, "Berg Meets Costa in Rome", "Weather"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_quote_stands_at_its_offsets(told, text: str, title: str | None) -> None:
    mentions = told(text, title=title)
    assert mentions
    for mention in mentions:
        assert text[mention.quote_start : mention.quote_end] == mention.quote
        assert mention.quote == mention.quote.strip()
        assert "met" in mention.quote or "meet" in mention.quote


def test_a_title_tells_the_meeting_and_the_text_is_quoted(told) -> None:
    text = f"{BERG} met {COSTA} in Rome on Monday."
    (mention,) = told(text, title="Berg Meets Costa")
    assert (mention.quote, mention.quote_start) == (text, 0)


def test_a_dateline_elsewhere_is_no_place_and_no_part_of_the_quote(told) -> None:
    (mention,) = told(f"OSLO, May 6 (NTB) - {BERG} met {COSTA} on Monday.")
    assert mention.city is None
    assert mention.quote.startswith("Danish President")


def test_what_a_headline_alone_tells_is_quoted_from_the_sentence_behind_the_dateline(told) -> None:
    (mention,) = told("OSLO, May 6 (NTB) - Both leaders praised it.", title=f"{BERG} meets {COSTA}")
    assert mention.quote == "Both leaders praised it."


@pytest.mark.parametrize(
    "behind",
    ["called on her to", "left, visiting", "met members of", "spoke of defence cooperati", "led the talks -"],
)
def test_a_text_may_be_cut_off_anywhere(told, behind: str) -> None:
    assert told(f"{BERG} met {COSTA} in Rome on Monday.\n{BERG} {behind}")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "It rained in Oslo on Monday.", "The cabinet met."])
def test_an_article_without_a_meeting_tells_none(told, text: str) -> None:
    assert told(text) == []


def test_paragraphs_that_are_not_parsed_still_tell_who_is_who(told) -> None:
    (mention,) = told(
        "Danish President Anna Berg is angry.\nOil rose.\nBerg met Costa on Monday.\nLuca Costa of Italy slept."
    )
    assert {(p.name, p.country) for p in mention.participants} == {("Anna Berg", "DNK"), ("Luca Costa", "ITA")}


def test_mentions_have_ids_of_their_own_that_do_not_move(pipeline) -> None:
    again = [extract_mentions(pipeline, article(TEXTS[-1])) for _ in range(2)]
    assert again[0] == again[1]
    assert len({mention.mention_id for mention in again[0]}) == len(again[0]) == 2
    (other, _) = extract_mentions(pipeline, article(TEXTS[-1], article_id="b"))
    assert other.mention_id not in {mention.mention_id for mention in again[0]}


def test_two_meetings_of_one_sentence_have_two_ids(told) -> None:
    mentions = told(f"{BERG} met {COSTA} in Rome on Monday and Berg met Costa in Oslo on Tuesday.")
    assert len({mention.mention_id for mention in mentions}) == 2


_WORDS = st.sampled_from(
    "Danish President Anna Berg Italian Luca Costa met with the in Oslo on Monday will meet said talks between and , . "
    "“ ” ’s \n — ( ) who her they of officials summit 90 minutes not to NATO call".split(" ")
)
_TEXTS = (
    st.text(max_size=120)
    | st.lists(_WORDS, max_size=40).map(" ".join)
    | st.lists(st.sampled_from([*TEXTS, "\n", "\u00a0", "“", "🕊️", "\t"]), max_size=4).map("".join)
)


@given(text=_TEXTS, title=st.none() | st.text(max_size=20), published=st.sampled_from([WEDNESDAY, None]))
@settings(max_examples=30, deadline=None)
def test_whatever_the_text_quotes_stand_in_it_and_ids_differ(
    pipeline, text: str, title: str | None, published: date | None
) -> None:
    mentions = extract_mentions(pipeline, article(text, published, title))
    assert all(text[m.quote_start : m.quote_end] == m.quote for m in mentions)
    assert all(0 <= m.quote_start <= m.quote_end <= len(text) and m.participants for m in mentions)
    assert len({m.mention_id for m in mentions}) == len(mentions)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "World leaders met in Rome on Monday."),
        (1, f"{BERG} met {COSTA} in Oslo on Monday.\nWorld leaders met in Rome on Tuesday."),
        (2, f"{BERG} met {COSTA} in Oslo on Monday.\nSix-party talks were held in Rome on Tuesday."),
        (2, f"{BERG} met {COSTA} in Oslo on Monday.\nThe police chiefs of the two countries met in Rome on Tuesday."),
        (2, f"{BERG} met {COSTA} in Oslo on Monday.\nOfficials from both countries met in Rome on Tuesday."),
        (1, f"{BERG} met {COSTA} in Oslo on Monday.\nPremiers of the 16 federal states met in Rome on Tuesday."),
    ],
)
def test_a_meeting_of_whomever_is_told_only_where_no_other_is(told, count: int, text: str) -> None:
    assert len(told(text)) == count


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, f"{BERG} will visit Rome on Friday to present the proposal."),
        (1, f"A declaration was announced at the end of a two-day visit to Italy by {BERG} on Monday."),
        (1, f"{BERG} will visit Rome on Friday to present the offer.\nBerg met {COSTA} in Rome."),
        (0, f"{BERG} will visit Rome on Friday."),
        (0, f"Officials doubt that they will sign a deal before {BERG} visits Rome on Friday."),
        (0, f"{BERG} will visit Rome to present the proposal."),
        (0, f"{BERG} will visit Copenhagen on Friday to present the proposal."),
        (0, "Tourists will visit Rome on Friday to discuss the offer."),
    ],
)
def test_a_working_visit_is_told_where_no_meeting_of_its_sides_is(told, count: int, text: str) -> None:
    assert len(told(text)) == count


def test_mentions_come_in_the_order_of_their_quotes(told) -> None:
    visit = f"{BERG} will visit Rome on Friday to present the proposal."
    met = "Norwegian Prime Minister Kari Lie met Thai Prime Minister Som Dee in Oslo."
    starts = [mention.quote_start for mention in told(f"{visit}\n{met}")]
    assert len(starts) == 2
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("day", "moment", "publisher"),
    [
        (date(2023, 7, 20), datetime(2023, 7, 21, 2, 14, tzinfo=UTC), "USA"),
        (date(2023, 7, 21), datetime(2023, 7, 21, 14, 0, tzinfo=UTC), "USA"),
        (date(2023, 7, 22), datetime(2023, 7, 21, 16, 0, tzinfo=UTC), "JPN"),
        (date(2023, 7, 21), datetime(2023, 7, 21, 2, 14, tzinfo=UTC), None),
        (date(2023, 7, 21), datetime(2023, 7, 21, tzinfo=UTC), "USA"),
        (None, None, "USA"),
    ],
)
def test_a_governments_day_is_that_of_its_capital(
    day: date | None, moment: datetime | None, publisher: str | None
) -> None:
    assert local_day(moment, publisher) == day


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2031, 5, 6), "OSLO, May 6 (NTB) - Berg met Costa today."),
        (date(2031, 5, 7), "OSLO, May 7 (NTB) - Berg met Costa today."),
        (date(2031, 5, 7), "OSLO (NTB) - Berg met Costa today."),
        (date(2031, 5, 7), "OSLO, May 6 (NTB) - Berg met Costa yesterday."),
        (date(2031, 5, 7), "OSLO, May 2 (NTB) - Berg met Costa today."),
        (date(2031, 5, 7), "OSLO, May 9 (NTB) - Berg met Costa today."),
    ],
)
def test_a_text_is_of_the_day_on_which_it_was_filed(day: date, text: str) -> None:
    assert filed_on(text, date(2031, 5, 7)) == day


def test_a_text_without_a_day_of_publication_has_none_by_its_dateline() -> None:
    assert filed_on("OSLO, May 6 (NTB) - Berg met Costa today.", None) is None


def test_today_in_a_release_of_the_night_is_the_day_before(pipeline) -> None:
    text = "Office of the Spokesperson\nDeputy Secretary Karl Holm met Italian Premier Luca Costa today in Rome."
    released = replace(article(text), published_at=datetime(2023, 7, 21, 2, 14, tzinfo=UTC))
    (mention,) = extract_mentions(pipeline, released)
    assert mention.date_start == date(2023, 7, 20)


@pytest.mark.parametrize(
    ("status", "day", "text"),
    [
        ("ongoing", "2031-05-07", f"{BERG} was holding talks with {COSTA} in Oslo on Wednesday."),
        ("ongoing", "2031-05-07", f"{BERG} was meeting {COSTA} in Oslo on Wednesday."),
        ("held", "2031-05-02", f"{BERG} was holding talks with {COSTA} in Oslo on Friday."),
        ("held", "2031-05-02", f"{BERG} was meeting {COSTA} in Oslo on Friday."),
    ],
)
def test_what_was_under_way_on_a_day_long_gone_was_held(told, status: str, day: str, text: str) -> None:
    (mention,) = told(text)
    assert (mention.status, str(mention.date_start)) == (status, day)


@pytest.mark.parametrize(
    ("status", "day", "text"),
    [
        ("cancelled", "2031-05-09", "{} called off a meeting with {} that had been planned for Friday in Oslo."),
        ("planned", "2031-05-09", "{} prepared for talks with {}, which are set to begin on Friday in Oslo."),
        ("planned", "2031-05-09", "{} looks forward to a meeting with {}, which will be held on Friday in Oslo."),
        ("held", "2031-05-02", "{} attended a meeting with {}, which was held on Friday in Oslo."),
    ],
)
def test_a_clause_behind_its_parties_tells_of_the_meeting(told, status: str, day: str, text: str) -> None:
    (mention,) = told(text.format("Danish Premier Anna Berg", "Italian Premier Luca Costa"))
    assert (mention.status, str(mention.date_start), mention.city) == (status, day, "Oslo")


def test_spaced_hyphens_are_dashes(told) -> None:
    text = "Luca Costa - a lawyer from Rome - flew home on Monday after a meeting with top Danish officials."
    (mention,) = told(text, title="News")
    assert mention.quote == text
    assert {p.name for p in mention.participants} == {"Luca Costa", "top Danish officials"}
