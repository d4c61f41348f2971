"""Whom "the two leaders", "the pair" and "the three presidents" mean, of whom a meeting was told before."""

import pytest

MET = "Danish Prime Minister Anna Berg met Italian Prime Minister Luca Costa in Rome on Monday.\n"
THREE = "Danish President Anna Berg, Italian President Luca Costa and Thai President Som Dee met in Rome on Monday.\n"


def last_names(mentions) -> set[str]:
    return {participant.name for participant in mentions[-1].participants}


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}The jailed Norwegian critic Kari Lie was not spoken of.\nThe two last met in Oslo in May 2030.",
        f"{MET}The pair last met in Oslo in May 2030.",
        f"{MET}Berg will meet Italian Speaker Pia Neri on Friday.\nThe two prime ministers last met in May 2030.",
    ],
)
def test_the_two_are_those_of_the_meeting_told_before(told, text: str) -> None:
    assert last_names(told(text)) == {"Anna Berg", "Luca Costa"}


@pytest.mark.parametrize(
    ("named", "text"),
    [
        (
            {"Anna Berg", "Luca Costa"},
            "Danish Interior Minister Anna Berg met her Italian counterpart Luca Costa in Rome.",
        ),
        (
            {"Anna Berg", "Luca Costa", "Kari Holm"},
            "Danish Interior Minister Anna Berg met Italian Interior Minister Luca Costa and Norwegian Interior "
            "Minister Kari Holm in Rome.",
        ),
    ],
)
def test_officers_without_a_number_are_those_of_a_meeting_of_such(told, named: set[str], text: str) -> None:
    assert last_names(told(f"{text}\nIt rained.\nThe interior ministers will next meet in Oslo in June.")) == named


@pytest.mark.parametrize("who", ["heads of state", "heads of government"])
def test_they_may_be_told_behind(told, who: str) -> None:
    talks = "Danish Prime Minister Anna Berg held talks with Italian President Luca Costa in Rome on Monday.\n"
    met = told(f"{talks}When they met in Oslo in May, the two {who} agreed on trade, Berg said.")[-1]
    assert (met.city, last_names([met])) == ("Oslo", {"Anna Berg", "Luca Costa"})


def test_the_premiers_may_be_told_in_a_clause(told) -> None:
    call = told(f"{MET}The day was fixed when the premiers spoke by telephone last month.")[-1]
    assert (call.mode, last_names([call])) == ("phone", {"Anna Berg", "Luca Costa"})


def test_officers_are_not_those_who_hold_another_office(told) -> None:
    assert len(told(f"{MET}It rained.\nThe interior ministers will next meet in Oslo in June.")) == 1


def test_the_three_are_those_of_a_meeting_of_three(told) -> None:
    text = f"{THREE}Berg will meet Costa in Oslo on Friday.\nThe three leaders previously met in Oslo in May 2030."
    assert last_names(told(text)) == {"Anna Berg", "Luca Costa", "Som Dee"}


def test_the_four_are_those_of_a_meeting_of_four(told) -> None:
    text = THREE.replace(" and Thai President Som Dee", ", Thai President Som Dee and Lao President Keo Soe")
    mentions = told(f"{text}The four are to reconvene in Oslo in June.")
    assert last_names(mentions) == {"Anna Berg", "Luca Costa", "Som Dee", "Keo Soe"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministers agreed to meet in Oslo on 5 June.",
        "The ministers will convene again in Lund within 15 days.",
        "They had met for the first time in May 2030 in Oslo.",
        "They also talked by phone in May 2030.",
        "It had been arranged in a phone call on 5 May.",
    ],
)
def test_who_have_no_name_are_those_of_the_meeting_told_most_of(told, text: str) -> None:
    mentions = told(f"{MET}At the meeting they spoke of trade.\nBerg met the Norwegian envoy, Kari Lie.\n{text}")
    assert len(mentions) == 3
    assert last_names(mentions) == {"Anna Berg", "Luca Costa"}


def test_what_is_told_of_a_meeting_is_none_of_its_own(told) -> None:
    assert len(told(f"{MET}It rained.\nThey also discussed trade.")) == 1


def test_what_is_told_of_the_latest_meeting_is_none_of_its_own(told) -> None:
    call = "Berg had a video call with Thai Minister Som Dee on Friday, in which the ministers discussed trade."
    assert len(told(f"{MET}It rained.\n{call}")) == 2


def test_the_two_who_were_told_last_keep_their_meeting(told) -> None:
    text = f"{MET}Norwegian Premier Kari Lie will meet Thai Premier Som Dee on Friday.\nThe two last met in May 2030."
    assert last_names(told(text)) == {"Kari Lie", "Som Dee"}


def test_without_a_meeting_told_before_they_stay_unnamed(told) -> None:
    assert last_names(told("The three leaders previously met in Oslo in May 2030.")) == {"three leaders"}
