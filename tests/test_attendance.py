"""Who does something on an event's account."""

import pytest

from transforms.language import nlp
from transforms.language.mentions import read_events


def names(text: str) -> set[str]:
    """The parties of all meetings of a text."""
    return {party.name for event in read_events(nlp.read(nlp.load(), text)) for party, _ in event.cast}


@pytest.mark.parametrize(
    "text",
    [
        "Danish Premier Anna Berg participated in the ASEAN Leaders' Retreat, hosted by Premier Luca Costa of Italy.",
        "Danish Premier Anna Berg will join Italian Premier Luca Costa in hosting a meeting of the ministers of ASEAN.",
        "The ministers of ASEAN held a dialogue in Oslo on Monday, led by Premier Anna Berg and Premier Luca Costa.",
        "Danish Premier Anna Berg is in Rome to meet Italian Premier Luca Costa and ASEAN officials.",
    ],
)
def test_who_leads_hosts_joins_or_participates_takes_part(text: str) -> None:
    assert {"Anna Berg", "Luca Costa"} <= names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Danish Premier Anna Berg will lead the Danish delegation to the summit of ASEAN leaders in Oslo.",
        "Danish Premier Anna Berg will travel to Rome as the head of the Danish delegation to talks with Italy.",
    ],
)
def test_who_leads_those_sent_to_an_event_takes_part(text: str) -> None:
    assert "Anna Berg" in names(text)


def test_who_speaks_after_the_talks_of_two_others_takes_no_part() -> None:
    text = (
        "Norwegian Premier Kari Lie said after Danish Premier Anna Berg's talks with Italian Premier Luca Costa that "
        "the deal was near."
    )
    assert names(text) == {"Anna Berg", "Luca Costa"}


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "At a rare meeting, Danish Premier Anna Berg and Italian Premier Luca Costa stood side by side."),
        (1, "The trilateral was chaired by Danish Premier Anna Berg and attended by Italian Premier Luca Costa."),
        (0, "During her visit, Danish Premier Anna Berg and Trade Minister Karl Holm laid a wreath."),
    ],
)
def test_several_who_do_something_at_a_meeting_are_of_it(told, count: int, text: str) -> None:
    mentions = told(text)
    assert [{p.name for p in m.participants} for m in mentions] == [{"Anna Berg", "Luca Costa"}] * count


def test_who_does_something_at_a_meeting_with_another_is_there(told) -> None:
    text = "Danish Premier Anna Berg praised ties with Italy in a meeting with Italian Premier Luca Costa."
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


def test_who_announces_something_after_a_meeting_between_others_takes_no_part(told) -> None:
    text = (
        "Danish officials announced it after a meeting between Norwegian Premier Kari Lie and Premier Som Dee of Laos."
    )
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Kari Lie", "Som Dee"}
