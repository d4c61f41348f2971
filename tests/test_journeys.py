"""Journeys that a text tells, and what the meetings on the way take from them."""

from datetime import date

import pytest

from schemas.mention import Status
from transforms.language.events.journeys import Journey, find_journeys
from transforms.language.events.participants import Cast
from transforms.language.parties.party import Party
from transforms.language.temporal.dates import find_dates
from transforms.language.toponyms.places import Place, find_places

BERG = "Danish President Anna Berg"
ANNA, KARI = Party(0, 2, "person", "Anna Berg"), Party(4, 6, "person", "Kari Lie")


@pytest.mark.parametrize(
    ("status", "when", "place", "text"),
    [
        ("planned", "from May 12 to 14", Place(None, "NOR"), "will travel to Norway from May 12 to 14."),
        ("planned", "next week", None, "will travel to Italy and to Norway next week."),
        ("held", "last week", Place("Oslo", "NOR"), "visited Oslo last week."),
        ("held", "on Monday", Place("Rome", "ITA"), "flew to Rome on Monday."),
        (
            "planned",
            "on July 28",
            Place("Rome", "ITA"),
            "will travel to Rome, Italy, on July 28.",
        ),
        (None, "on Monday", Place("Rome", "ITA"), "will be in Rome on Monday."),
        ("held", "on Monday", Place(), "travelled on Monday."),
        ("held", None, Place(None, "NOR"), "travelled to Norway."),
        (None, None, Place("Oslo", "NOR"), "arrived in Oslo on Monday."),
        ("held", None, Place("Rome", "ITA"), "flew to Rome over last month's elections."),
        (None, None, Place("Oslo", "NOR"), "landed in Oslo on Monday."),
        (None, None, Place("Oslo", "NOR"), "spoke in Oslo, where she arrived on Monday."),
        (None, None, Place("Oslo", "NOR"), "left on Monday for Oslo."),
        (None, None, None, "departed for travel to Oslo, Rome and Paris."),
        ("held", "on Monday", Place("Oslo", "NOR"), "came to Oslo on Monday."),
        ("planned", "on 4 June", Place("Oslo", "NOR"), "will pay a visit to Oslo on 4 June."),
        ("held", None, Place(None, "NOR"), "concluded a two-day visit to Norway on Monday."),
        ("ongoing", None, Place(None, "NOR"), "is on a visit to Norway."),
        (None, None, Place("Oslo", "NOR"), "is in Oslo for a forum."),
        ("cancelled", None, Place("Oslo", "NOR"), "cancelled a visit to Oslo."),
        ("postponed", None, Place("Oslo", "NOR"), "put off a trip to Oslo."),
    ],
)
def test_a_journey_has_its_days_and_its_one_destination(
    parse, parties, status: Status | None, when: str | None, place: Place | None, text: str
) -> None:
    doc = parse(f"{BERG} {text}")
    (journey,) = find_journeys(doc, Cast(doc, parties(doc.text)), find_dates(doc), find_places(doc))
    assert [traveller.name for traveller in journey.travellers] == ["Anna Berg"]
    assert (journey.status, journey.date and journey.date.text, journey.place) == (status, when, place)


@pytest.mark.parametrize(
    ("status", "when", "text"),
    [
        ("postponed", "for July 17-19", "The visit of {} to Norway, scheduled for July 17-19, was postponed."),
        (None, None, "{} spoke of her visit to Norway."),
        (None, "in early May", "They spoke of {}'s visit to Norway in early May."),
    ],
)
def test_a_visit_is_a_journey_of_whose_it_is(
    parse, parties, status: Status | None, when: str | None, text: str
) -> None:
    doc = parse(text.format(BERG))
    (journey,) = find_journeys(doc, Cast(doc, parties(doc.text)), find_dates(doc), find_places(doc))
    assert [traveller.name for traveller in journey.travellers] == ["Anna Berg"]
    assert (journey.status, journey.date and journey.date.text, journey.place) == (status, when, Place(None, "NOR"))


@pytest.mark.parametrize(
    "text", [f"{BERG} stayed in Oslo.", "The bridge leads to Norway.", f"{BERG} praised a visit to Norway."]
)
def test_no_journey_is_told_without_a_traveller(parse, parties, text: str) -> None:
    doc = parse(text)
    assert find_journeys(doc, Cast(doc, parties(text)), find_dates(doc), find_places(doc)) == []


def test_a_journey_is_made_by_those_who_travel() -> None:
    journey = Journey((ANNA,), "held", None, Place())
    assert journey.is_made_by([KARI, ANNA])
    assert not journey.is_made_by([KARI])


@pytest.mark.parametrize(
    ("journey", "meeting", "can"),
    [
        ("planned", "planned", True), ("planned", "proposed", True), ("held", "held", True),
        ("planned", "held", False), ("held", "planned", False), ("held", "postponed", False),
        (None, "held", True), (None, "planned", True),
        ("cancelled", "held", False), ("cancelled", "planned", True), ("cancelled", "cancelled", True),
        ("planned", "cancelled", True), ("held", "refused", True),
    ],
)  # fmt: skip
def test_a_meeting_ahead_is_not_held_on_a_journey_past(journey: Status | None, meeting: Status, can: bool) -> None:
    assert Journey((ANNA,), journey, None, Place()).can_hold(meeting) is can


def test_a_meeting_on_the_way_takes_days_and_country_from_the_journey(told) -> None:
    (mention,) = told(
        f"{BERG} will travel to Norway from May 12 to 14.\nShe will meet Norwegian Prime Minister Kari Lie."
    )
    assert (mention.date_start, mention.date_end) == (date(2031, 5, 12), date(2031, 5, 14))
    assert mention.country == "NOR"


def test_a_meeting_takes_the_days_of_the_leg_it_lies_on(told) -> None:
    text = (
        f"{BERG} will travel to Italy and Norway from May 12 to 19.\n"
        "President Berg will travel to Rome on May 12. She will meet Italian Premier Luca Costa.\n"
        "President Berg will then travel to Oslo on May 15. She will meet Norwegian Premier Kari Lie.\n"
        "President Berg will also meet Lao Premier Sida Vong."
    )
    days = [(mention.participants[1].name, str(mention.date_start)[5:], mention.city) for mention in told(text)]
    assert days == [("Luca Costa", "05-12", "Rome"), ("Kari Lie", "05-15", "Oslo"), ("Sida Vong", "05-12", None)]


def test_a_meeting_keeps_the_day_and_place_it_tells_itself(told) -> None:
    text = (
        f"{BERG} will travel to Norway from May 12 to 14.\n"
        "She will meet Norwegian Prime Minister Kari Lie in Stockholm on Friday."
    )
    (mention,) = told(text)
    assert (mention.date_start, mention.city, mention.country) == (date(2031, 5, 9), "Stockholm", "SWE")


def test_a_meeting_of_others_takes_nothing_from_the_journey(told) -> None:
    text = f"{BERG} will travel to Norway from May 12 to 14.\nItalian President Luca Costa will meet Thai officials."
    (mention,) = told(text)
    assert (mention.date_start, mention.country) == (None, None)


def test_a_visit_that_is_spoken_of_places_no_other_meeting(told) -> None:
    mentions = told(f"{BERG} met Thai Premier Luca Costa on Monday.\nShe recalled her visit to Norway in April 2030.")
    assert [(str(m.date_start), m.country) for m in mentions] == [("2031-05-05", None)]


@pytest.mark.parametrize("text", [f"invited {BERG} to visit Oslo.", f"extended an invitation to {BERG} to visit Oslo."])
def test_an_invitation_to_travel_is_no_journey(parse, parties, text: str) -> None:
    doc = parse(f"Luca Costa {text}")
    assert find_journeys(doc, Cast(doc, parties(doc.text)), find_dates(doc), find_places(doc)) == []


@pytest.mark.parametrize(
    ("city", "text"),
    [
        ("Rome", f"{BERG} flew to Rome. She was received by Italian President Luca Costa."),
        (None, f"{BERG} was received by Italian President Luca Costa. In April she had flown to Oslo."),
        ("Rome", f"{BERG} met Italian President Luca Costa. She is on a visit to Rome."),
        (None, f"{BERG} will hold talks with Italian President Luca Costa before leaving for Oslo."),
        (
            "Rome",
            f"{BERG} spoke of bridges before leaving for Rome. She will hold talks with Premier Luca Costa of Italy.",
        ),
    ],
)
def test_a_journey_told_as_later_is_not_that_of_a_meeting_before(told, city: str | None, text: str) -> None:
    assert [mention.city for mention in told(text)] == [city]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (
            "05-20",
            f"A working visit of {BERG} to Rome will take place on 20 May.\n"
            "Italian Premier Ugo Riva will receive President Berg.",
        ),
        ("05-20", f"On 20 May Italy will host {BERG}.\nShe is expected to meet Italian Premier Ugo Riva."),
        (None, f"On 20 May Italy will host a fair.\n{BERG} is expected to meet Italian Premier Ugo Riva."),
    ],
)
def test_a_visit_that_takes_place_and_a_country_that_hosts_tell_a_journey(told, day: str | None, text: str) -> None:
    mention = told(text)[-1]
    assert (mention.date_start and mention.date_start.strftime("%m-%d")) == day


@pytest.mark.parametrize("status", ["held", "planned"])
def test_a_journey_under_way_holds_what_was_and_what_will_be(status: Status) -> None:
    assert Journey([], "ongoing", None, Place(), 0).can_hold(status)


@pytest.mark.parametrize(
    ("day", "city", "text"),
    [
        ("05-12", "Oslo", f"{BERG} is expected in Oslo on Monday. She will see Norwegian Premier Kari Lie."),
        (None, None, f"{BERG} is expected to speak in Oslo on Monday. She will see Norwegian Premier Kari Lie soon."),
        (None, None, f"{BERG} held talks with Norwegian Premier Kari Lie, and left for Cairo."),
        (None, "Cairo", f"{BERG} left for Cairo, where she held talks with Norwegian Premier Kari Lie."),
    ],
)
def test_who_is_expected_in_a_town_is_there_and_who_leaves_for_one_is_not_yet(
    told, day: str | None, city: str | None, text: str
) -> None:
    (mention,) = told(text, title="News")
    assert (mention.date_start and mention.date_start.strftime("%m-%d"), mention.city) == (day, city)


@pytest.mark.parametrize(
    "text",
    [
        f"The tour will take {BERG} to Rome on Monday, where she meets Italian Premier Ugo Riva, and to Bamako on "
        "Wednesday for talks with Premier Omar Ba.",
        f"The trip took {BERG} to Rome, where she met Italian Premier Ugo Riva, and to Bamako for talks with Premier "
        "Omar Ba.",
    ],
)
def test_a_tour_takes_somebody_to_several_towns(told, text: str) -> None:
    mentions = told(text, title="News")
    assert [mention.city for mention in mentions] == ["Rome", "Bamako"]
    assert [{p.name for p in mention.participants} for mention in mentions] == [
        {"Anna Berg", "Ugo Riva"}, {"Anna Berg", "Omar Ba"},
    ]  # fmt: skip


def test_where_somebody_was_before_is_no_place_of_what_follows(told) -> None:
    text = (
        "Danish Premier Anna Berg was previously in Guatemala, where a fair was held. "
        "She is to meet Italian President Luca Costa."
    )
    (mention,) = told(text, title="News")
    assert mention.country is None


@pytest.mark.parametrize(
    ("city", "text"),
    [
        (None, "She is scheduled to travel to Rome on May 19."),
        ("Rome", "She is scheduled to travel to Rome on May 16."),
    ],
)
def test_a_journey_told_later_is_that_of_a_meeting_if_it_is_no_later(told, city: str | None, text: str) -> None:
    (mention,) = told(
        f"Danish Premier Anna Berg is expected to meet Italian President Luca Costa on May 17. {text}", title="News"
    )
    assert mention.city == city


def test_the_days_of_a_tour_told_later_are_not_those_of_a_meeting_before(told) -> None:
    text = (
        "Danish Premier Anna Berg is to meet Turkish Premier Ali Kaya. She visits Norway, Finland and Sweden next week."
    )
    assert [m.date_start for m in told(text, title="News")] == [None]


def test_how_long_ago_something_was_is_not_when_somebody_travels(told) -> None:
    text = (
        "Danish Premier Anna Berg is the first Danish leader to visit Iraq since the war two years ago. "
        "She is due to meet Iraqi Premier Ali Hasan."
    )
    assert [m.date_start for m in told(text, title="News")] == [None]
