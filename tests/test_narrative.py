"""The day and the place that a narrative is at, for meetings told without their own."""

import pytest

BERG, COSTA, LIE = "Danish President Anna Berg", "Italian President Luca Costa", "Norwegian Premier Kari Lie"


def last(told, text: str):
    """The day, the town and the mode of the meeting that the text tells last."""
    mention = max(told(text), key=lambda m: m.quote_start)
    return mention.date_start and mention.date_start.strftime("%m-%d"), mention.city, mention.mode


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("05-05", f"{BERG} arrived on Monday.\nShe met {COSTA}."),
        ("05-05", f"{BERG} opened a bridge on Monday.\nIt rained.\nPresident Berg was received by {COSTA}."),
        ("05-05", f"{BERG} said on Monday that she had held talks with {COSTA}."),
        ("05-05", f"{BERG} visited a bridge on Monday, where she talked with {COSTA}."),
        ("05-05", f"{BERG} and {COSTA} pledged on Monday to build a bridge as they held talks."),
        ("05-05", f"{BERG} is opening a bridge on Monday.\nShe was received by {COSTA}."),
        (None, f"{BERG} is opening a bridge on 3 April.\nShe was received by {COSTA}."),
        ("05-05", f"{BERG} met {COSTA} in Rome.\nHer office announced this on Monday.\nIt rained."),
        (None, f"{BERG} met {COSTA} in Rome.\nIt rained.\nIt snowed.\nHer office announced this on Monday."),
        (
            "05-05",
            f"It rained on Monday.\nMinister Kari Lie spoke after chairing a meeting between {BERG} and {COSTA}.",
        ),
        (None, f"{LIE} said on Monday that {BERG} had held talks with {COSTA}."),
        (None, f"{BERG} arrived on Monday.\nShe had met {COSTA}."),
        (None, f"{BERG} arrived on Monday.\nShe has met {COSTA}."),
        (None, f"{BERG} arrived on Monday.\nShe previously met {COSTA}."),
        (None, f"{BERG} arrived on Monday.\nShe spoke of bridges after she met {COSTA}."),
        (None, f"{BERG} arrived on Monday.\nShe will meet {COSTA}."),
        (None, f"{BERG} will arrive on Monday.\nShe met {COSTA}."),
        (None, f"{BERG} met {COSTA}.\nIt rained on Monday."),
    ],
)
def test_a_meeting_in_the_simple_past_was_on_the_day_that_the_text_is_at(told, day: str | None, text: str) -> None:
    assert last(told, text)[0] == day


def test_a_headline_has_the_day_of_the_first_sentence(told) -> None:
    text = "OSLO (NTB) — Berg and Costa agreed Monday to build a bridge.\nThe two did not speak to reporters."
    (mention,) = told(text, title=f"{BERG}, {COSTA} agree on bridge at talks in Oslo")
    assert mention.date_text == "Monday"


@pytest.mark.parametrize(
    ("basis", "text"),
    [
        ("publication", f"{BERG} and {COSTA} are holding talks in Rome."),
        ("relative", f"{BERG} and {COSTA} are holding talks in Rome today."),
        (None, f"{BERG} and {COSTA} have held talks in Rome."),
    ],
)
def test_what_goes_on_is_on_the_day_of_publication(told, basis: str | None, text: str) -> None:
    assert told(text)[0].date_basis == basis


@pytest.mark.parametrize(
    ("city", "text"),
    [
        ("Rome", f"{BERG} met {COSTA} in Rome on Monday.\nShe talked with {LIE} on Monday."),
        ("Geneva", f"GENEVA (Ritzau) — It rained.\n{BERG} met {COSTA} on Monday."),
        ("Geneva", f"GENEVA (Reuters) — It rained in Geneva.\n{BERG} met {COSTA} on Monday."),
        ("Copenhagen", f"COPENHAGEN (Reuters) — It rained.\n{BERG} met {COSTA} on Monday."),
        ("Rome", f"{BERG} met {COSTA} in Rome on Tuesday.\nPresident Berg will talk with {LIE} on Wednesday."),
        (None, f"GENEVA (Reuters) — It rained.\n{BERG} met {COSTA} on Monday."),
        (None, f"{BERG} met {COSTA} in Rome on Monday.\nPresident Berg will talk with {LIE} on Friday."),
        ("Bergen", f"GENEVA (Ritzau) — It rained.\n{BERG} met {COSTA} in Bergen on Monday."),
        (None, f"GENEVA (Ritzau) — It rained.\n{BERG} met {COSTA} on 3 April."),
        (None, f"GENEVA (Ritzau) — It rained.\n{BERG} will meet {COSTA} on Monday."),
        (None, f"GENEVA (Ritzau) — It rained.\n{BERG} spoke by phone with {COSTA} on Monday."),
        (None, f"{BERG} met {COSTA} in Rome on Sunday.\nShe talked with {LIE} on Monday."),
    ],
)
def test_a_meeting_was_where_the_text_is_at_on_its_day(told, city: str | None, text: str) -> None:
    assert last(told, text)[1] == city


def test_talks_that_are_placed_are_in_person(told) -> None:
    journey = f"{BERG} arrived in Rome on Sunday.\nOn Monday Berg held talks with {COSTA}."
    assert last(told, journey)[1:] == ("Rome", "in_person")
    assert last(told, f"GENEVA (Ritzau) — It rained.\n{BERG} held talks with {COSTA} on Monday.")[1:] == (
        "Geneva",
        "in_person",
    )


@pytest.mark.parametrize(
    ("day", "city", "margins"),
    [
        ("06-03", "Bergen", "the summit"),
        ("06-03", "Bergen", "the gathering"),
        (None, None, "the Arctic Summit"),
        (None, None, "the storm"),
    ],
)
def test_a_meeting_on_the_margins_is_when_and_where_the_gathering_is(told, day, city, margins: str) -> None:
    summit = "Norway will host a summit of Baltic leaders in Bergen on 3 June."
    assert last(told, f"{summit}\n{BERG} will meet {COSTA} on the margins of {margins}.")[:2] == (day, city)


@pytest.mark.parametrize(
    ("city", "text"),
    [
        ("Rome", f"{BERG} is to be received by Italian Premier Ugo Riva on Wednesday."),
        ("Rome", "Berg is to be received by the president of Italy on Wednesday."),
        ("Rome", "The Danish minister is to meet Italian Premier Ugo Riva on Wednesday."),
        ("Milan", "The Danish minister is to meet Italian Premier Ugo Riva in Milan on Wednesday."),
        (None, "The Danish minister is to meet Italian Premier Ugo Riva on Friday."),
        (None, "The Danish minister is to meet Norwegian Premier Kari Lie on Wednesday."),
    ],
)
def test_guests_stay_in_the_town_where_they_were_received_the_day_before(told, city: str | None, text: str) -> None:
    assert last(told, f"{COSTA} received {BERG} in Rome on Tuesday.\n{text}")[1] == city


@pytest.mark.parametrize(
    ("town", "text"),
    [
        ("Rome", f"{BERG} met {COSTA}.\nShe has come to Rome for two days."),
        (
            "Rome",
            f"{BERG} met {COSTA} in Rome.\nIt rained.\n"
            "President Berg was received by Senate Speaker Ugo Riva of Italy.",
        ),
        ("Copenhagen", f"{BERG} hosted {COSTA}.\nIt rained in Copenhagen."),
        (None, f"{BERG} met {COSTA}.\nShe has been to Rome and to Milan."),
        (None, f"{BERG} met {COSTA}.\nShe has come to Oslo for two days."),
        (None, f"{BERG} spoke with {COSTA}.\nShe has come to Rome for two days."),
        (None, f"{BERG} will meet {COSTA}.\nShe has come to Rome for two days."),
    ],
)
def test_the_one_town_told_in_the_country_of_a_side_is_where_it_received_the_other(
    told, town: str | None, text: str
) -> None:
    assert told(text, None)[-1].city == town


def test_where_one_met_somebody_days_before_is_not_of_the_day_of_the_narrative(told) -> None:
    text = (
        "Danish Premier Anna Berg on Monday received Italian Premier Luca Costa in Oslo.\n"
        "Costa's trip comes days after he visited Berlin, where he met German Minister Max Holm."
    )
    assert [mention.date_start is None for mention in told(text)] == [False, True]


MONTHS = f"{BERG} met {COSTA} in Rome in September 2019. "


@pytest.mark.parametrize(
    ("month", "text"),
    [
        ("2020-01", f"{MONTHS}The following January she received {LIE}."),
        ("2019-10", f"{MONTHS}A month later she received {LIE}."),
        ("2019-11", f"{MONTHS}In November that year she received {LIE}."),
        ("2020-05", f"{MONTHS}In May of the following year she received {LIE}."),
        ("2018-01", f"{MONTHS}The previous year she received {LIE}."),
        ("2019-05", f"{BERG} met {COSTA} in Rome in 2019. In May of that year she received {LIE}."),
        ("2031-04", f"{BERG} met {COSTA} in Rome on 3 April. Later that month she received {LIE}."),
    ],
)
def test_months_and_years_count_from_others_told_before(told, month: str, text: str) -> None:
    mention = max(told(text), key=lambda m: m.quote_start)
    assert {p.name for p in mention.participants} == {"Anna Berg", "Kari Lie"}
    assert f"{mention.date_start:%Y-%m}" == month


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("05-02", f"{BERG} met {COSTA} on 3 May. The day before she had received {LIE}."),
        ("05-04", f"{BERG} met {COSTA} on 3 May, and the day after she received {LIE}."),
        ("05-04", f"{BERG} met {COSTA} on 3 May. The day before she received {LIE}, it had rained."),
        ("05-02", f"{BERG} met {COSTA} in Rome on 3 May. On the eve, she received {LIE}."),
    ],
)
def test_the_day_before_is_that_of_its_clause_or_leads_another(told, day: str, text: str) -> None:
    (received,) = (m for m in told(text) if any(p.name == "Kari Lie" for p in m.participants))
    assert f"{received.date_start:%m-%d}" == day


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("05-06", f"{BERG} opened a bridge on Monday.\nShe opened a fair on Tuesday. She received {COSTA}."),
        (
            "05-05",
            f"{BERG} opened a bridge on Monday.\nKarl Holm, who came on Tuesday, left. She received {COSTA}.",
        ),
        ("05-05", f"{BERG} opened a bridge on Monday.\nShe opened a fair on Tuesday.\nShe received {COSTA}."),
        ("05-05", f"{BERG} opened a bridge on Monday.\nShe went on to see {COSTA}."),
        ("05-05", f"{BERG} opened a bridge on Monday.\nBerg and {COSTA} first talked alone and then over lunch."),
        (None, f"{BERG} opened a bridge on Monday.\nBerg and {COSTA} first met in Rome."),
    ],
)
def test_a_narrative_is_at_the_day_told_last_in_its_paragraph(told, day: str | None, text: str) -> None:
    assert last(told, text)[0] == day


def test_a_delegation_is_not_received_in_its_own_town(told) -> None:
    text = (
        "Danish Premier Anna Berg has met a Chinese delegation. "
        "Another round of talks on trade is to be held in Beijing next year."
    )
    assert told(text, title="News")[0].city is None
