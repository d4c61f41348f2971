"""What the sentence of an anchor tells of its cast, and what a headline is."""

import pytest

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("place", "cast", "text"),
    [
        ("NOR", [("Anna Berg", "attendee"), ("Norway", "host")], f"{BERG} is in Norway for talks."),
        ("NOR", [("Anna Berg", "attendee"), ("Norway", "host")], f"{BERG} travelled to Norway for talks."),
        ("NOR", [("Anna Berg", "attendee"), ("Norway", "host")], f"{BERG} left for Norway for talks."),
        (None, [("Anna Berg", "attendee")], f"{BERG} left Norway for talks."),
        ("DNK", [("Anna Berg", "attendee")], f"{BERG} arrived in Copenhagen for talks."),
        (
            "NOR",
            [("Anna Berg", "attendee"), ("Lars Holm", "attendee"), ("Norway", "host")],
            f"{BERG} and Danish envoy Lars Holm are in Norway for talks.",
        ),
        (
            "NOR",
            [("Anna Berg", "attendee"), ("Luca Costa", "attendee")],
            f"{BERG} and {COSTA} are in Norway for talks.",
        ),
    ],
)
def test_who_goes_abroad_for_talks_meets_those_who_govern_there(events, place: str, cast: list, text: str) -> None:
    (event,) = events(text)
    assert event.place.country == place
    assert [(party.name, role) for party, role in event.cast] == cast


@pytest.mark.parametrize(
    ("hosts", "text"),
    [
        (["Norway"], f"{BERG} was received in Norway on Monday."),
        (["Norway"], "The Danish ambassador was summoned to the Foreign Ministry in Oslo on Monday."),
        ([], f"{BERG} was received in Norway by crowds."),
    ],
)
def test_who_is_received_abroad_by_nobody_told_is_by_those_who_govern_there(events, hosts: list, text: str) -> None:
    (event,) = events(text)
    assert [party.name for party, role in event.cast if role == "host"] == hosts


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg", "Luca Costa"], f"{BERG} flew to Rome.\nTalks with {COSTA} were held at the palace."),
        (["Luca Costa"], f"{BERG} flew to Rome with Norwegian Premier Kari Lie.\nTalks with {COSTA} were held there."),
        (["Luca Costa"], f"Italian Minister Elena Riva flew home.\nTalks with {COSTA} were held at the palace."),
        (["officials"], f"{BERG} flew to Rome.\nTalks with officials were held at the palace."),
    ],
)
def test_talks_without_a_subject_are_those_of_whom_the_text_is_about(events, names: list[str], text: str) -> None:
    event = events(text)[-1]
    assert sorted(party.name for party, _ in event.cast) == names


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg", "Luca Costa"], f"{BERG} will fly to Rome, where a dinner with {COSTA} is on the programme."),
        (["Anna Berg", "Luca Costa"], f"{BERG} will be in Rome on Monday, where meetings are planned with {COSTA}."),
        (["Luca Costa"], f"{BERG} praised the plan, which a meeting with {COSTA} has delayed."),
    ],
)
def test_who_goes_where_a_meeting_is_takes_part_in_it(events, names: list[str], text: str) -> None:
    assert sorted(party.name for party, _ in events(text)[-1].cast) == names


def test_a_government_that_tells_of_its_talks_is_their_second_party(events) -> None:
    (event,) = events("Oslo says talks with Rome will begin on Monday.")
    assert {party.country for party, _ in event.cast} == {"NOR", "ITA"}


def test_a_person_who_tells_of_talks_on_a_day_is_their_second_party(events) -> None:
    assert {p.country for p, _ in events(f"{BERG} says talks with Rome begin on Monday.")[0].cast} == {"DNK", "ITA"}
    assert {p.country for p, _ in events(f"{BERG} says talks with Rome failed.")[0].cast} == {"ITA"}


@pytest.mark.parametrize(
    ("headline", "text"), [(True, f"{BERG} met {COSTA}."), (False, f"It rained.\n{BERG} met {COSTA}.")]
)
def test_an_event_of_the_first_line_may_be_a_headline(events, headline: bool, text: str) -> None:
    (event,) = events(text)
    assert event.is_headline is headline
    assert event.natures == {"meeting"}
    assert event.first.text == "met"


@pytest.mark.parametrize(
    ("day", "place", "text"),
    [
        ("on Monday", "Rome", "Berg also met Norwegian Premier Kari Lie."),
        ("on Monday", "Rome", "Berg also met separately with Norwegian Premier Kari Lie."),
        ("on Monday", "Rome", "Earlier the same day Berg met Norwegian Premier Kari Lie."),
        ("on Monday", "Oslo", "Berg later met Norwegian Premier Kari Lie in Oslo."),
        ("in April", None, "Berg also met Norwegian Premier Kari Lie in April."),
        ("on Monday", "Rome", "Berg had a separate meeting with Norwegian Premier Kari Lie."),
        (None, None, "Berg has also met Norwegian Premier Kari Lie."),
        (None, None, "Berg will also meet Norwegian Premier Kari Lie."),
        (None, None, "Finnish Premier Juho Salo also met Norwegian Premier Kari Lie."),
    ],
)
def test_what_one_of_the_cast_also_did_was_on_the_same_day_and_there(events, day, place, text: str) -> None:
    *_, event = events(f"{BERG} met {COSTA} in Rome on Monday.\nIt rained.\n{text}")
    assert (event.date and event.date.text, event.place.city) == (day, place)


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        ("in_person", "Berg also had a conversation with Norwegian Premier Kari Lie."),
        ("phone", "Berg also had a telephone conversation with Norwegian Premier Kari Lie."),
        ("phone", "Berg had a conversation with Norwegian Premier Kari Lie."),
    ],
)
def test_a_conversation_had_beside_a_meeting_was_face_to_face(events, mode: str, text: str) -> None:
    assert events(f"{BERG} met {COSTA} in Rome on Monday.\nIt rained.\n{text}")[-1].mode == mode


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2031-05-06", "It rained on Monday.\n{} met {} the following day."),
        ("2031-05-04", "It rained on Monday.\n{} met {} a day earlier."),
        ("2031-05-04", "It rained on Monday, a day after {} met {} in Rome."),
        ("2031-05-08", "It rained on Monday, three days before {} is to meet {} in Rome."),
        ("2031-05-04", "The summit opened on Monday.\nOn the eve of the summit, {} met {}."),
        ("2031-05-06", "It rained on Monday.\nIt was the third storm of this year.\n{} met {} the following day."),
        ("2031-05-06", "It rained on Monday before the vote of 9 May.\n{} met {} the following day."),
        (None, "It rained in May.\n{} met {} the following day."),
        (None, "{} met {} the following day."),
    ],
)
def test_a_day_that_counts_from_another_counts_from_the_one_told_before(told, day: str | None, text: str) -> None:
    (mention,) = told(text.format(BERG, COSTA))
    assert (mention.date_start and str(mention.date_start)) == day


def test_a_round_of_a_body_is_a_meeting_of_its_members(events) -> None:
    (event,) = events(f"{BERG} and {COSTA} co-chaired the seventh round of the Joint Commission.")
    assert sorted(party.name for party, _ in event.cast) == ["Anna Berg", "Luca Costa"]
    assert events(f"{BERG} and {COSTA} praised the seventh round of the election.") == []


def test_who_takes_over_a_day_that_counts_counts_from_the_same(told) -> None:
    text = f"It rained on Monday.\n{BERG} met {COSTA} the following day.\nBerg also met Norwegian Premier Kari Lie."
    assert [str(mention.date_start) for mention in told(text)] == ["2031-05-06"] * 2


@pytest.mark.parametrize(
    ("day", "place", "text"),
    [
        ("on Friday", "Rome", "Berg will also meet Premier Kari Lie of Norway."),
        ("on Friday", "Rome", "Berg is also due to meet Premier Kari Lie of Norway."),
        (None, None, "Berg will meet Premier Kari Lie of Norway."),
        (None, None, "Berg also met Premier Kari Lie of Norway."),
    ],
)
def test_what_one_of_the_cast_is_also_to_do_is_on_the_same_day_and_there(events, day, place, text: str) -> None:
    *_, event = events(f"{BERG} will meet {COSTA} in Rome on Friday.\nIt rained.\n{text}")
    assert (event.date and event.date.text, event.place.city) == (day, place)


def test_what_one_of_the_cast_also_did_elsewhere_was_on_the_day_there(events) -> None:
    there, here = (
        f"{BERG} met {COSTA} in Rome on Monday.",
        f"{BERG} met Premier Juho Salo of Finland in Oslo on Tuesday.",
    )
    *_, event = events(f"{there}\n{here}\nIn Rome, Berg also met Premier Kari Lie of Norway.")
    assert [event.date and event.date.text] == ["on Monday"]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("DNK", f"{BERG} hosted {COSTA} in Qualborg on Monday."),
        ("ITA", f"QUALBORG, Italy (AGI) - It rained.\n{BERG} met {COSTA} in Qualborg on Monday."),
        (None, f"{BERG} met {COSTA} in Qualborg on Monday."),
    ],
)
def test_a_town_that_no_table_has_is_in_the_country_of_the_dateline_or_the_host(events, country, text: str) -> None:
    *_, event = events(text)
    assert (event.place.city, event.place.country) == ("Qualborg", country)


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("postponed", f"A visit of {BERG} to Italy has been postponed.\nBerg was to hold talks in Rome with {COSTA}."),
        ("postponed", f"A visit of {BERG} to Italy has been postponed.\nShe was due to be received by {COSTA}."),
        ("postponed", f"A visit of {BERG} to Italy has been postponed.\nBerg had been expected to meet {COSTA}."),
        ("held", f"A visit of {BERG} to Italy has been postponed.\nBerg held talks in Oslo with {COSTA}."),
        ("planned", f"A visit of {BERG} to Italy has been postponed.\nBerg will hold talks in Oslo with {COSTA}."),
        ("planned", f"{BERG} opened a bridge.\nBerg was to hold talks in Rome with {COSTA}."),
        ("cancelled", f"Talks between {BERG} and {COSTA} were called off.\nBerg was to meet Costa in Rome."),
        ("planned", f"Talks between {BERG} and {COSTA} were called off.\nBerg will meet Costa in May."),
    ],
)
def test_what_was_to_happen_shares_the_fate_of_its_journey_or_talks(events, status: str, text: str) -> None:
    assert events(text)[-1].status == status


def test_rivals_who_come_for_talks_have_no_other_host(events) -> None:
    (event,) = [event for event in events("Thai rivals met in Norway for talks.") if event.first.text == "talks"]
    assert [party.name for party, _ in event.cast] == ["Thai rivals"]


def test_who_attends_a_gathering_abroad_is_not_of_its_country(events) -> None:
    text = "Foreign Minister Anna Berg met Italian Premier Luca Costa while attending the G20 summit in Oslo, Norway."
    countries = {party.name: party.country for event in events(text) for party, _ in event.cast}
    assert countries["Anna Berg"] is None


def test_what_is_only_welcomed_tells_no_place(told) -> None:
    text = (
        f"{BERG} met with {COSTA} today on the sidelines of the Munich Security Conference to discuss trade.\n"
        "Berg welcomed Denmark’s leadership role. The two discussed the latest developments."
    )
    assert [(mention.city, mention.country) for mention in told(text)] == [("Munich", "DEU")]


@pytest.mark.parametrize(
    ("name", "country", "text"),
    [
        (
            "rebels",
            None,
            "Danish Premier Anna Berg will host talks between Ethiopia and the Oromo rebels in Oslo in June.",
        ),
        ("ministers", None, "Denmark and Italy signed a treaty after talks between their ministers in Oslo on Friday."),
        ("ministers", "DNK", "The Danish premier and her ministers met Italian Premier Luca Costa in Oslo."),
    ],
)
def test_guests_are_not_of_the_country_where_they_meet(told, name: str, country: str | None, text: str) -> None:
    (mention,) = told(text)
    assert {p.name: p.country for p in mention.participants}[name] == country


@pytest.mark.parametrize(
    "text", ["Laos and Denmark began talks in Rome on Saturday.", "The Laos-Denmark talks opened on Saturday."]
)
def test_what_began_on_a_weekday_began_on_the_last_one(told, text: str) -> None:
    (mention,) = told(text)
    assert (mention.status, str(mention.date_start)) == ("ongoing", "2031-05-03")


BAKU = "Danish Premier Anna Berg will travel to Baku on Friday to meet Azerbaijani Minister Ali Dee. "


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (None, "Berg is also expected to hold talks in Rome with Italian Minister Luca Costa."),
        (None, "Berg will hold talks in Rome with Italian Minister Luca Costa."),
        ("2031-05-09", "Berg is also expected to hold talks in Baku with Italian Minister Luca Costa."),
    ],
)
def test_no_day_is_that_of_a_journey_to_another_country(told, day: str | None, text: str) -> None:
    mention = told(f"{BAKU}{text}", title="News")[-1]
    assert (mention.date_start and str(mention.date_start)) == day


def test_nothing_was_held_where_somebody_is_still_flying_to(told) -> None:
    text = "OSLO, May 7 -- Norwegian Premier Kari Lie held talks on Tuesday with visiting Danish Premier Anna Berg.\n"
    assert told(f"{text}Lie is flying to Rome to confer with Italian Premier Luca Dee.", title="News")[0].city == "Oslo"
