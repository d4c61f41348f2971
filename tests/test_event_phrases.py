"""Phrases hung on the meetings that they tell of."""

import pytest

from transforms.language.mending.event_phrases import hang_on_events
from transforms.language.mending.mending import mend


@pytest.mark.parametrize(
    ("names", "city", "text"),
    [
        ({"Anna Berg", "Luca Costa"}, "Muscat",
         "The meeting in Muscat, Oman, between Premier Anna Berg of Denmark and Premier Luca Costa of Italy is over."),
        ({"Danish officials", "Italian officials"}, "Jeddah",
         "Talks in the Saudi city of Jeddah between Danish and Italian officials ended without a deal."),
        ({"Denmark", "Italy"}, "Muscat", "The meeting in Muscat, Oman, between Denmark and Italy lasted an hour."),
        ({"Anna Berg", "Luca Costa"}, "Munich",
         "Danish Premier Anna Berg held talks on the margins of the Munich Security Conference with Italian Premier "
         "Luca Costa, his office said."),
    ],
)  # fmt: skip
def test_with_whom_is_told_behind_the_place_of_a_meeting(told, names: set[str], city: str, text: str) -> None:
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == names
    assert mention.city == city


def test_what_lies_between_two_countries_is_no_meeting_of_theirs(told) -> None:
    text = "The dispute in the border region between Kenya and Somalia was discussed at talks of Danish ministers."
    assert told(text, title="News") == []


@pytest.mark.parametrize(
    "text",
    [
        "Danish Minister Anna Berg took part in a meeting on Monday hosted by Italian Premier Luca Costa.",
        "Danish Minister Anna Berg attended a meeting of bankers in Oslo hosted by Italian Premier Luca Costa.",
    ],
)
def test_who_hosts_a_meeting_is_told_behind_its_day_or_town(told, text: str) -> None:
    (mention,) = told(text, title="News")
    assert [p.name for p in mention.participants if p.role == "host"] == ["Luca Costa"]
    assert "Anna Berg" in {p.name for p in mention.participants}


def test_a_clause_behind_the_place_tells_when_a_summit_is(told) -> None:
    text = (
        "Danish Premier Anna Berg will attend the African Union summit in Accra, Ghana, which is happening on June 11."
    )
    (mention,) = told(text, title="News")
    assert str(mention.date_start) == "2031-06-11"


@pytest.mark.parametrize("saying", ["State media reported that ", "The ministry announced on Tuesday that "])
def test_what_somebody_will_be_there_for_is_told_of_the_stay(told, saying: str) -> None:
    text = f"{saying}Danish Premier Anna Berg will be in Rome on Friday for talks with Italian Premier Luca Costa."
    (mention,) = told(text, title="News")
    assert (mention.status, mention.city) == ("planned", "Rome")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


def test_whom_a_plan_is_for_is_who_was_to_meet(told) -> None:
    text = "Snow forced officials to cancel plans for the Danish premier to meet Italian Premier Luca Costa in Rome."
    (mention,) = told(text, title="News")
    assert mention.status == "cancelled"
    assert {p.name for p in mention.participants} == {"Danish premier", "Luca Costa"}


@pytest.mark.parametrize(
    "text",
    [
        "Danish Premier Anna Berg and Italian Premier Luca Costa agreed yesterday that neither state will close its "
        "ports, in the first encounter of the two since March.",
        "Danish Premier Anna Berg and Italian Premier Luca Costa agreed yesterday to open a bridge, in a meeting that "
        "both called useful.",
    ],
)
def test_what_came_of_a_meeting_may_be_told_before_it(told, text: str) -> None:
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}
    assert (mention.status, f"{mention.date_start:%m-%d}") == ("held", "05-06")


def test_a_partner_taken_for_a_subject_is_one_of_those_who_meet(told) -> None:
    text = "Talks between Norwegian President Arvid Holm and Chilean President Juan Perez are under way in Oslo."
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Arvid Holm", "Juan Perez"}
    assert (mention.status, mention.city) == ("ongoing", "Oslo")


def test_a_meeting_that_only_ends_a_list_of_aims_in_a_headline_is_none(told) -> None:
    assert told("Berg, Costa Agree to Boost Trade, Meeting", title="News") == []


def test_an_event_whose_preposition_opens_a_clause_is_left_where_it_hangs(tree) -> None:
    agreed = "They/PRP/2/nsubj agreed=agree/VBD/0/ROOT to/TO/4/mark trade/VB/2/xcomp ,/,/9/punct "
    doc = tree(f"{agreed}in/IN/9/mark a/DT/9/det first/JJ/9/amod meeting/NN/4/obl")
    hang_on_events(doc[8])
    assert doc[8].head == doc[3]


def test_what_is_set_to_begin_is_the_event_before_the_comma(told) -> None:
    text = "Her trip precedes the next round of six-nation talks on arms, set to take place in Beijing next month."
    (mention,) = told(text, title="News")
    assert (mention.status, mention.city, str(mention.date_start)) == ("planned", "Beijing", "2031-06-01")


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("held", "North Korea confirmed a meeting with Danish officials held earlier this month."),
        ("planned", "Danish Premier Anna Berg confirmed talks with Italian officials scheduled for Monday."),
    ],
)
def test_a_meeting_is_held_not_those_whom_one_met(told, status: str, text: str) -> None:
    assert [m.status for m in told(text, title="News")] == [status]


def test_a_subject_behind_and_is_one_more_of_those_between_whom_talks_are(tree) -> None:
    doc = mend(
        tree(
            "Talks=talk/NNS/7/nsubj between/IN/3/case Norway/NNP/1/nmod and/CC/7/cc Laos/NNP/7/nsubj will/MD/7/aux "
            "resume/VB/0/ROOT"
        )
    )
    assert (doc[4].dep_, doc[4].head.text, doc[3].head.text) == ("conj", "Norway", "Laos")


def test_who_holds_something_is_met_and_stays_what_holds_it(tree) -> None:
    doc = tree(
        "They/PRP/2/nsubj held=hold/VBD/0/ROOT talks=talk/NNS/2/obj with/IN/5/case officials=official/NNS/3/nmod "
        "holding=hold/VBG/5/acl keys=key/NNS/6/obj"
    )
    hang_on_events(doc[5])
    assert doc[5].head.text == "officials"


@pytest.mark.parametrize(
    "words",
    [
        "set/NN/2/flat for/IN/7/case Friday/NNP/1/nmod looked=look/VBD/0/ROOT doubtful/JJ/8/xcomp",
        "set/NN/8/nsubj for/IN/7/case Friday/NNP/5/nmod looked=look/VBD/0/ROOT doubtful/JJ/8/xcomp",
        "set/NN/0/ROOT for/IN/7/case Friday/NNP/5/obl looked=look/VBD/5/advcl doubtful/JJ/8/xcomp",
    ],
)
def test_an_event_set_for_a_day_is_told_by_a_participle(tree, words: str) -> None:
    verb = "5/nsubj" if "set/NN/0" in words else "8/nsubj"
    doc = mend(tree(f"summit/NN/{verb} of/IN/3/case Laos/NNP/1/nmod Dee/NNP/3/flat {words}"))
    assert [(doc[i].dep_, doc[i].head.text) for i in (4, 0)] == [("acl", "summit"), ("nsubj", "looked")]
