"""Which words of a text tell a date, and which days they mean."""

from datetime import date, timedelta

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from transforms.language.temporal.date_rules import ANY_DATE, RULES
from transforms.language.temporal.dates import find_dates, resolve

WEDNESDAY = date(2023, 7, 12)
NEW_YEAR = date(2024, 1, 2)  # a Tuesday


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.mark.parametrize(
    ("expression", "published", "direction", "start", "end", "precision"),
    [
        # told in full
        ("July 13, 2023", None, None, "2023-07-13", "2023-07-13", "day"),
        ("13 July 2023", None, None, "2023-07-13", "2023-07-13", "day"),
        ("on Thursday, 13 July 2023", None, None, "2023-07-13", "2023-07-13", "day"),
        ("the 13th of July, 2023", None, None, "2023-07-13", "2023-07-13", "day"),
        ("Sept. 5, 2022", None, None, "2022-09-05", "2022-09-05", "day"),
        ("MARCH 2, 2022", None, None, "2022-03-02", "2022-03-02", "day"),
        ("2022-03-04", None, None, "2022-03-04", "2022-03-04", "day"),
        ("2022/03/04", None, None, "2022-03-04", "2022-03-04", "day"),
        ("14.03.2022", None, None, "2022-03-14", "2022-03-14", "day"),
        ("3/14/2022", None, None, "2022-03-14", "2022-03-14", "day"),
        ("14/3/2022", None, None, "2022-03-14", "2022-03-14", "day"),
        ("3/3/2022", None, None, "2022-03-03", "2022-03-03", "day"),
        ("July 18 to August 2, 2023", None, None, "2023-07-18", "2023-08-02", "range"),
        ("July 18, 2023, to July 25, 2023", None, None, "2023-07-18", "2023-07-25", "range"),
        ("18–25 July 2023", None, None, "2023-07-18", "2023-07-25", "range"),
        ("December 30, 2021 – January 2, 2022", None, None, "2021-12-30", "2022-01-02", "range"),
        ("December 30 to January 2, 2022", None, None, "2021-12-30", "2022-01-02", "range"),
        ("April 2024", None, None, "2024-04-01", "2024-04-30", "month"),
        ("in February of 2024", None, None, "2024-02-01", "2024-02-29", "month"),
        ("early October 2022", None, None, "2022-10-01", "2022-10-31", "month"),
        ("April to June 2022", None, None, "2022-04-01", "2022-06-30", "range"),
        ("December to January 2022", None, None, "2021-12-01", "2022-01-31", "range"),
        ("December 2021 to January 2022", None, None, "2021-12-01", "2022-01-31", "range"),
        ("March 2020 to May 2022", None, None, "2020-03-01", "2022-05-31", "range"),
        ("in 1994", None, None, "1994-01-01", "1994-12-31", "year"),
        ("late 2023", None, None, "2023-01-01", "2023-12-31", "year"),
        ("early Summer 2022", None, None, "2022-01-01", "2022-12-31", "year"),
        ("in the second quarter of 2022", None, None, "2022-04-01", "2022-06-30", "range"),
        ("the first half of 2022", None, None, "2022-01-01", "2022-06-30", "range"),
        ("in the last quarter of next year", WEDNESDAY, "future", "2024-10-01", "2024-12-31", "range"),
        ("the second half of the year", WEDNESDAY, "future", "2023-07-01", "2023-12-31", "range"),
        ("2001-05", None, None, "2001-01-01", "2005-12-31", "range"),
        ("between 2001 and 2005", None, None, "2001-01-01", "2005-12-31", "range"),
        ("Christmas Eve 2022", None, None, "2022-12-24", "2022-12-24", "day"),
        ("the week of March 14, 2022", None, None, "2022-03-14", "2022-03-20", "week"),
        # a day or month without its year
        ("July 13", WEDNESDAY, "future", "2023-07-13", "2023-07-13", "day"),
        ("July 13", WEDNESDAY, "past", "2023-07-13", "2023-07-13", "day"),  # nearer than a year ago
        ("July 20", WEDNESDAY, "past", "2022-07-20", "2022-07-20", "day"),
        ("July 10", WEDNESDAY, "future", "2023-07-10", "2023-07-10", "day"),
        ("July 4", WEDNESDAY, "future", "2024-07-04", "2024-07-04", "day"),
        ("on 20 December", WEDNESDAY, None, "2023-12-20", "2023-12-20", "day"),
        ("on 20 December", NEW_YEAR, None, "2023-12-20", "2023-12-20", "day"),
        ("on 20 December", NEW_YEAR, "future", "2024-12-20", "2024-12-20", "day"),
        ("February 29", WEDNESDAY, "past", "2020-02-29", "2020-02-29", "day"),
        ("February 29", WEDNESDAY, "future", "2024-02-29", "2024-02-29", "day"),
        ("July 18 to July 25", date(2023, 7, 15), "future", "2023-07-18", "2023-07-25", "range"),
        ("July 18-25", date(2023, 7, 20), "past", "2023-07-18", "2023-07-25", "range"),
        ("July 18-25", date(2023, 7, 20), "future", "2023-07-18", "2023-07-25", "range"),
        ("from May 25 to 27", WEDNESDAY, "past", "2023-05-25", "2023-05-27", "range"),
        ("between July 18 and 25", WEDNESDAY, "future", "2023-07-18", "2023-07-25", "range"),
        ("August 3, 4 and 5", WEDNESDAY, "future", "2023-08-03", "2023-08-05", "range"),
        ("February 28-March 2", date(2022, 2, 28), "future", "2022-02-28", "2022-03-02", "range"),
        ("December 30 to January 2", NEW_YEAR, "past", "2023-12-30", "2024-01-02", "range"),
        ("in April", WEDNESDAY, "past", "2023-04-01", "2023-04-30", "month"),
        ("in April", WEDNESDAY, "future", "2024-04-01", "2024-04-30", "month"),
        ("in July", WEDNESDAY, "past", "2023-07-01", "2023-07-31", "month"),
        ("in July", WEDNESDAY, "future", "2023-07-01", "2023-07-31", "month"),
        ("in December", NEW_YEAR, None, "2023-12-01", "2023-12-31", "month"),
        ("in April last year", WEDNESDAY, "past", "2022-04-01", "2022-04-30", "month"),
        ("May 25 of next year", WEDNESDAY, "future", "2024-05-25", "2024-05-25", "day"),
        ("mid-June", WEDNESDAY, "past", "2023-06-01", "2023-06-30", "month"),
        ("at the end of March", WEDNESDAY, "past", "2023-03-01", "2023-03-31", "month"),
        ("late February", NEW_YEAR, "future", "2024-02-01", "2024-02-29", "month"),
        ("During the week of March 14", date(2022, 3, 19), "past", "2022-03-14", "2022-03-20", "week"),
        ("New Year's Day", WEDNESDAY, "future", "2024-01-01", "2024-01-01", "day"),
        ("on the 5th", WEDNESDAY, "past", "2023-07-05", "2023-07-05", "day"),
        ("on the 5th", WEDNESDAY, "future", "2023-08-05", "2023-08-05", "day"),
        # weekdays
        ("on Saturday", WEDNESDAY, "past", "2023-07-08", "2023-07-08", "day"),
        ("on Saturday", WEDNESDAY, "future", "2023-07-15", "2023-07-15", "day"),
        ("on Saturday", WEDNESDAY, None, "2023-07-15", "2023-07-15", "day"),
        ("Monday", WEDNESDAY, None, "2023-07-10", "2023-07-10", "day"),
        ("late Wednesday", WEDNESDAY, "past", "2023-07-12", "2023-07-12", "day"),
        ("Wednesday evening", WEDNESDAY, "future", "2023-07-12", "2023-07-12", "day"),
        ("earlier on Friday", WEDNESDAY, "past", "2023-07-07", "2023-07-07", "day"),
        ("last Wednesday", WEDNESDAY, "past", "2023-07-05", "2023-07-05", "day"),
        ("next Wednesday", WEDNESDAY, "future", "2023-07-19", "2023-07-19", "day"),
        ("next Monday", WEDNESDAY, "future", "2023-07-17", "2023-07-17", "day"),
        ("this Thursday", WEDNESDAY, None, "2023-07-13", "2023-07-13", "day"),
        ("this Thursday", WEDNESDAY, "past", "2023-07-06", "2023-07-06", "day"),
        ("this coming Friday", WEDNESDAY, "future", "2023-07-14", "2023-07-14", "day"),
        ("Thursday and Friday", WEDNESDAY, "future", "2023-07-13", "2023-07-14", "range"),
        ("Monday through Wednesday", WEDNESDAY, "past", "2023-07-10", "2023-07-12", "range"),
        ("Monday, Tuesday and Wednesday", WEDNESDAY, "past", "2023-07-10", "2023-07-12", "range"),
        ("Saturday to Monday", WEDNESDAY, "past", "2023-07-08", "2023-07-10", "range"),
        ("Tuesday of last week", WEDNESDAY, "past", "2023-07-04", "2023-07-04", "day"),
        ("next week on Thursday", WEDNESDAY, "future", "2023-07-20", "2023-07-20", "day"),
        ("over the weekend", WEDNESDAY, "past", "2023-07-08", "2023-07-09", "range"),
        ("this weekend", WEDNESDAY, None, "2023-07-15", "2023-07-16", "range"),
        ("last weekend", date(2023, 7, 9), "past", "2023-07-01", "2023-07-02", "range"),
        # counted from the publication
        ("today", WEDNESDAY, None, "2023-07-12", "2023-07-12", "day"),
        ("later today", WEDNESDAY, "future", "2023-07-12", "2023-07-12", "day"),
        ("this morning", WEDNESDAY, "past", "2023-07-12", "2023-07-12", "day"),
        ("yesterday evening", WEDNESDAY, "past", "2023-07-11", "2023-07-11", "day"),
        ("last night", WEDNESDAY, "past", "2023-07-11", "2023-07-11", "day"),
        ("tomorrow", WEDNESDAY, "future", "2023-07-13", "2023-07-13", "day"),
        ("the day after tomorrow", WEDNESDAY, "future", "2023-07-14", "2023-07-14", "day"),
        ("the day before yesterday", WEDNESDAY, "past", "2023-07-10", "2023-07-10", "day"),
        ("next week", WEDNESDAY, "future", "2023-07-17", "2023-07-23", "week"),
        ("earlier this week", WEDNESDAY, "past", "2023-07-10", "2023-07-16", "week"),
        ("late last week", WEDNESDAY, "past", "2023-07-03", "2023-07-09", "week"),
        ("in the coming week", WEDNESDAY, "future", "2023-07-17", "2023-07-23", "week"),
        ("in the past week", WEDNESDAY, "past", "2023-07-05", "2023-07-12", "range"),
        ("later this month", WEDNESDAY, "future", "2023-07-01", "2023-07-31", "month"),
        ("last month", NEW_YEAR, "past", "2023-12-01", "2023-12-31", "month"),
        ("early next month", WEDNESDAY, "future", "2023-08-01", "2023-08-31", "month"),
        ("the end of the month", WEDNESDAY, "future", "2023-07-01", "2023-07-31", "month"),
        ("late last year", WEDNESDAY, "past", "2022-01-01", "2022-12-31", "year"),
        ("last November", WEDNESDAY, "past", "2022-11-01", "2022-11-30", "month"),
        ("last July", WEDNESDAY, "past", "2022-07-01", "2022-07-31", "month"),
        ("next July", WEDNESDAY, "future", "2024-07-01", "2024-07-31", "month"),
        ("this August", WEDNESDAY, None, "2023-08-01", "2023-08-31", "month"),
        ("this April", WEDNESDAY, "past", "2023-04-01", "2023-04-30", "month"),
        ("this January", date(2023, 12, 20), "future", "2024-01-01", "2024-01-31", "month"),
        ("last summer", WEDNESDAY, "past", "2022-01-01", "2022-12-31", "year"),
        ("last spring", WEDNESDAY, "past", "2023-01-01", "2023-12-31", "year"),
        ("next spring", WEDNESDAY, "future", "2024-01-01", "2024-12-31", "year"),
        ("two days ago", WEDNESDAY, "past", "2023-07-10", "2023-07-10", "day"),
        ("a week ago", WEDNESDAY, "past", "2023-07-03", "2023-07-09", "week"),
        ("three months ago", NEW_YEAR, "past", "2023-10-01", "2023-10-31", "month"),
        ("12 years ago", WEDNESDAY, "past", "2011-01-01", "2011-12-31", "year"),
        ("in two weeks", WEDNESDAY, "future", "2023-07-24", "2023-07-30", "week"),
        ("in two weeks' time", WEDNESDAY, "future", "2023-07-24", "2023-07-30", "week"),
        ("in a couple of hours from now", WEDNESDAY, "future", "2023-07-12", "2023-07-12", "day"),
        ("48 hours ago", WEDNESDAY, "past", "2023-07-10", "2023-07-10", "day"),
        # counted from another event, whose day is given
        ("the following day", WEDNESDAY, "past", "2023-07-13", "2023-07-13", "day"),
        ("the day before", WEDNESDAY, "past", "2023-07-11", "2023-07-11", "day"),
        ("that evening", WEDNESDAY, "past", "2023-07-12", "2023-07-12", "day"),
        ("the same night", WEDNESDAY, "past", "2023-07-12", "2023-07-12", "day"),
        ("the previous evening", WEDNESDAY, "past", "2023-07-11", "2023-07-11", "day"),
        ("the following morning", WEDNESDAY, "past", "2023-07-13", "2023-07-13", "day"),
        ("the eve of", WEDNESDAY, "past", "2023-07-11", "2023-07-11", "day"),
        ("a fortnight ago", WEDNESDAY, "past", "2023-06-26", "2023-07-02", "week"),
        ("the week before last", WEDNESDAY, "past", "2023-06-26", "2023-07-02", "week"),
        ("the month after next", WEDNESDAY, "future", "2023-09-01", "2023-09-30", "month"),
        ("the month before", NEW_YEAR, "past", "2023-12-01", "2023-12-31", "month"),
        ("the day before that", NEW_YEAR, "past", "2024-01-01", "2024-01-01", "day"),
        ("a month after", WEDNESDAY, "past", "2023-08-01", "2023-08-31", "month"),
        ("three weeks earlier", WEDNESDAY, "past", "2023-06-19", "2023-06-25", "week"),
        ("the same week", WEDNESDAY, "past", "2023-07-10", "2023-07-16", "week"),
        ("that day", WEDNESDAY, "past", "2023-07-12", "2023-07-12", "day"),
        ("the following Monday", WEDNESDAY, "past", "2023-07-17", "2023-07-17", "day"),
        ("the previous November", WEDNESDAY, "past", "2022-11-01", "2022-11-30", "month"),
    ],
)
def test_an_expression_means_these_days(expression, published, direction, start, end, precision) -> None:
    found = resolve(expression, published, direction)
    assert found is not None
    assert (str(found.start), str(found.end), found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("expression", "published", "direction"),
    [
        ("soon", WEDNESDAY, "future"),
        ("recently", WEDNESDAY, "past"),
        ("in recent weeks", WEDNESDAY, "past"),
        ("in the coming days", WEDNESDAY, "future"),
        ("a few days ago", WEDNESDAY, "past"),
        ("more than a year ago", WEDNESDAY, "past"),
        ("in two weeks", WEDNESDAY, "past"),  # how long it took
        ("since Monday", WEDNESDAY, "past"),
        ("by Friday", WEDNESDAY, "future"),
        ("until the end of the year", WEDNESDAY, "future"),
        ("over the next year", WEDNESDAY, "future"),
        ("3/4/2022", WEDNESDAY, None),  # March or April
        ("February 30", WEDNESDAY, "past"),
        ("2022-13-01", WEDNESDAY, None),
        ("July 25-18, 2022", WEDNESDAY, None),
        ("December 30, 2021 to January 2, 2021", WEDNESDAY, None),
        ("2005-01", WEDNESDAY, None),
        ("today", None, None),
        ("on Saturday", None, "past"),
        ("July 13", None, "past"),
        ("in April", None, "past"),
        ("monday", WEDNESDAY, "past"),
        ("", WEDNESDAY, "past"),
    ],
)
def test_nothing_fixes_the_days(expression, published, direction) -> None:
    assert resolve(expression, published, direction) is None


@pytest.mark.parametrize(
    ("expression", "basis"),
    [
        ("July 13, 2023", "explicit"),
        ("in 1994", "explicit"),
        ("July 13", "month"),
        ("in early May", "month"),
        ("April of last year", "relative"),
        ("Friday evening", "weekday"),
        ("this weekend", "weekday"),
        ("next week", "relative"),
        ("two days ago", "relative"),
        ("two days later", "anchor"),
        ("the next day", "anchor"),
        ("later in the day", "anchor"),
    ],
)
def test_the_basis_says_what_fixed_the_days(expression, basis) -> None:
    found = resolve(expression, WEDNESDAY, None)
    assert found is not None
    assert found.basis == basis


FOUND = [
    ("They met on Saturday in Oslo.", ["on Saturday"]),
    ("The ministers spoke late Wednesday.", ["late Wednesday"]),
    ("Talks resume Friday evening, after a break Thursday.", ["Friday evening", "Thursday"]),
    ("She arrives later today and leaves tomorrow.", ["later today", "tomorrow"]),
    ("Envoys met earlier this week; they meet again next month.", ["earlier this week", "next month"]),
    ("He visited two days ago, and three weeks earlier.", ["two days ago", "three weeks earlier"]),
    ("They will meet in two weeks.", ["in two weeks"]),
    ("The next day they flew home.", ["The next day"]),
    ("A week later, talks began; the month before, they had failed.", ["A week later", "the month before"]),
    ("In April and in early October both sides met.", ["In April", "in early October"]),
    ("A summit is set for mid-June or the end of March.", ["for mid-June", "the end of March"]),
    ("It was signed on July 13, 2023, not on 14 July 2023.", ["on July 13, 2023", "on 14 July 2023"]),
    ("The tour runs July 18 to July 25.", ["July 18 to July 25"]),
    ("The tour runs July 18–25, from Rome.", ["July 18–25"]),
    ("They confer from May 25 to 27 in Riga.", ["from May 25 to 27"]),
    ("They confer on May 25 and 26.", ["on May 25 and 26"]),
    ("He saw her on May 25 and 26 others.", ["on May 25"]),
    ("A call between Monday and Wednesday is likely.", ["between Monday and Wednesday"]),
    ("Both met in 1994, and again in 2001-02.", ["in 1994", "in 2001-02"]),
    ("Expect it in early summer 2025.", ["in early summer 2025"]),
    ("They spoke over the weekend and on Christmas Eve.", ["over the weekend", "on Christmas Eve"]),
    ("Sept. 5 suits both.", ["Sept. 5"]),
    ("They met on the 18th and 19th of May.", ["on the 18th and 19th of May"]),
    ("The envoy returns on the 5th.", ["on the 5th"]),
    ("After Monday's talks he left.", ["Monday"]),
    ("Nothing happened the day before the vote.", ["the day before"]),
    ("They met in the last week of May.", ["of May"]),
    ("On the eve of the vote she left for Rome on the eve of the regional summit.", ["on the eve of"]),
    ("The first round failed. Nobody minded, and all of them will meet in two weeks.", ["in two weeks"]),
    # lengths of time
    ("They talked for two days.", []),
    ("A two-day visit and 10 days of talks ended.", []),
    ("It is the first visit in three years.", []),
    ("A 45-year-old mayor came.", []),
    # names and other words
    ("Theresa May and August Berg may march.", []),
    ("May I ask what Jan Berg said?", []),
    ("March with us, said April.", []),
    ("Black Friday and the Good Friday Agreement came up.", []),
    ("The Sunday Times reported a deal.", []),
    ("The 2004 total was 2022 tonnes.", []),
    ("COP27 and the G20 met at the 1972 games.", []),
    ("It was his second, and the 5th round.", []),
    ("Shares rose 3/4 of 1 percent to 12.5.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), FOUND)
def test_a_sentence_tells_these_dates(nlp, sentence, expected) -> None:
    doc = nlp(sentence)
    found = find_dates(doc)
    assert [expression.text for expression in found] == expected
    assert all(doc[expression.start : expression.end].text == expression.text for expression in found)


def test_a_bound_is_found_with_its_preposition_and_fixes_nothing(nlp) -> None:
    (found,) = find_dates(nlp("There have been no talks since Monday."))
    assert found.text == "since Monday"
    assert resolve(found.text, WEDNESDAY, "past") is None


@pytest.mark.parametrize(
    ("leads", "sentence"),
    [
        (True, "The storm came a day after she left."),
        (True, "The storm came the day before her talks."),
        (False, "The storm came a day after."),
        (False, "The storm came the day before, on a Sunday."),
        (False, "The storm came a day earlier."),
    ],
)
def test_a_day_before_or_after_something_tells_the_day_of_it(nlp, leads: bool, sentence: str) -> None:
    (found,) = find_dates(nlp(sentence))[:1]
    assert found.leads == leads


@pytest.mark.parametrize("sentence", [sentence for sentence, expected in FOUND if expected])
def test_what_is_found_is_understood(nlp, sentence) -> None:
    assert all(resolve(expression.text, WEDNESDAY, None) for expression in find_dates(nlp(sentence)))


def test_a_preposition_of_the_noun_that_the_date_modifies_is_left_out() -> None:
    words = ["After", "Friday", "talks", "they", "left", "on", "Saturday", "."]
    tags = ["ADP", "PROPN", "NOUN", "PRON", "VERB", "ADP", "PROPN", "PUNCT"]
    doc = Doc(spacy.blank("en").vocab, words=words, pos=tags)
    assert [expression.text for expression in find_dates(doc)] == ["Friday", "on Saturday"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_every_rule_reads_its_example(rule) -> None:
    assert rule.pattern.search(rule.example)
    assert ANY_DATE.fullmatch(rule.example)
    assert resolve(rule.example, WEDNESDAY, "future") is not None


WORDS = (
    *("on", "in", "the", "early", "late", "mid-", "end", "of", "last", "this", "next", "from", "to", "-", "and", ","),
    *(
        "Monday",
        "Friday",
        "morning",
        "weekend",
        "today",
        "tomorrow",
        "now",
        "May",
        "July",
        "Sept.",
        "summer",
        "Christmas",
    ),
    *(
        "hours",
        "days",
        "week",
        "month",
        "year",
        "ago",
        "later",
        "before",
        "following",
        "two",
        "a",
        "12",
        "5th",
        "31",
        "29",
    ),
    *("1999", "2024", "24"),
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
DIRECTIONS = st.sampled_from(["past", "future", None])


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.none() | DAYS, DIRECTIONS)
def test_any_words_resolve_to_ordered_days_or_nothing(words, published, direction) -> None:
    found = resolve(words, published, direction)
    assert found is None or found.start <= found.end
    if found and published is None:
        assert found.basis == "explicit"


@given(
    st.sampled_from(
        ["Monday", "on Friday", "in July", "July 4", "July 30-August 2", "the weekend", "mid-May", "New Year's Day"]
    ),
    DAYS,
)
def test_past_has_begun_and_future_is_not_over(words, published) -> None:
    slack = timedelta(7)  # how far a day without its year may lie on the other side
    past, future, near = (resolve(words, published, d) for d in ("past", "future", None))
    assert past is not None
    assert past.start <= published + slack
    assert future is not None
    assert future.end >= published - slack
    assert near in (past, future)


def test_a_length_of_time_since_the_last_is_no_date(parse) -> None:
    text = "Berg is the first Danish premier to come to Rome for a bilateral summit with her Italian peer in 12 years."
    assert find_dates(parse(text)) == []


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ([], "They held the highest talks of the two countries in almost 30 years."),
        ([], "They held the longest round of talks in two years."),
        (["in almost two years"], "They will meet in almost two years."),
        (["in November last year"], "It was the longest of the talks held in November last year."),
    ],
)
def test_years_without_such_a_meeting_are_no_date(parse, found: list[str], text: str) -> None:
    assert [date.text for date in find_dates(parse(text))] == found


def test_a_given_name_is_no_month(told) -> None:
    (mention,) = told("Foreign Minister January Makamba of Tanzania met his Danish counterpart Anna Berg.")
    assert mention.date_text is None


def test_how_often_they_have_met_this_year_is_no_date(told) -> None:
    (mention,) = told("The meeting in Oslo between Danish and Italian officials was their third this year.")
    assert mention.date_text is None


@pytest.mark.parametrize("told_so", ["on Tuesday (April 29)", "on Tuesday evening (29 April)", "on Tuesday, April 29,"])
def test_the_date_of_a_weekday_stands_behind_it(told, told_so: str) -> None:
    (mention,) = told(f"Danish Premier Anna Berg met Italian Premier Luca Costa {told_so} in Oslo.", title="News")
    assert str(mention.date_start) == "2031-04-29"


def test_how_long_something_took_is_no_date(parse) -> None:
    doc = parse("Berg toured three towns in a day on Monday.")
    assert [date.text for date in find_dates(doc)] == ["on Monday"]
    assert [date.text for date in find_dates(parse("Berg will tour three towns in a week."))] == ["in a week"]
