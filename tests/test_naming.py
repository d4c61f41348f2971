"""Officials of a meeting who are named by what they do together behind it."""

import pytest

TALKS = "Danish and Norwegian diplomats held talks in Oslo on Monday.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Danish Vice Foreign Minister Anna Berg and her Norwegian counterpart, Kari Lie, reviewed the border.",
        "It rained. Danish envoy Anna Berg and Norwegian envoy Kari Lie agreed to build a bridge.",
    ],
)
def test_they_are_named_who_act_together_for_their_states(told, text: str) -> None:
    (mention,) = told(TALKS + text)
    assert {(p.name, p.country) for p in mention.participants} == {("Anna Berg", "DNK"), ("Kari Lie", "NOR")}


@pytest.mark.parametrize(
    "text",
    [
        "Danish envoy Anna Berg reviewed the border.",
        "Danish envoy Anna Berg and Italian envoy Luca Costa reviewed the border.",
        "Danish envoy Anna Berg and Norwegian envoy Kari Lie will review the border.",
        "It rained. It rained. It rained. Danish envoy Anna Berg and Norwegian envoy Kari Lie reviewed the border.",
    ],
)
def test_others_are_not(told, text: str) -> None:
    assert not [p for mention in told(TALKS + text) for p in mention.participants if p.name == "Anna Berg"]


def test_those_of_whom_another_meeting_is_told_act_in_that_one(told) -> None:
    text = "Danish envoy Anna Berg met Norwegian envoy Kari Lie in Rome in May 2030. Berg and Lie reviewed the border."
    assert [len(m.participants) for m in told(TALKS + text)] == [2, 2]
    assert not [p for p in told(TALKS + text)[0].participants if p.kind == "person"]


@pytest.mark.parametrize(
    "text",
    [
        "The 11th round of talks was held in Oslo today. Deputy Minister Anna Berg led the Danish side, while the Thai "
        "delegation was headed by Director General Som Dee.",
        "They agreed at the third meeting of the Joint Working Group. Foreign Secretary Anna Berg led the Danish side, "
        "while Som Dee, permanent secretary of Thailand's foreign ministry, headed his country's 15-member team.",
        "Talks opened in Oslo on Monday. The two delegations are led by Anna Berg, Foreign Minister of Denmark, and "
        "Som Dee, Special Envoy of the President of Thailand.",
    ],
)
def test_those_who_lead_the_delegations_meet_where_nobody_else_is_told_to(told, text: str) -> None:
    (mention,) = told(text)
    assert {(p.name, p.country) for p in mention.participants} == {("Anna Berg", "DNK"), ("Som Dee", "THA")}


@pytest.mark.parametrize(
    "text",
    [
        "Talks were held in Oslo on Monday. Danish Minister Anna Berg led the Danish side.",
        "Talks will be held in Oslo on Monday. Anna Berg led the Danish side and Som Dee led the Thai side.",
        "Talks were held in Oslo on Monday. It rained. It rained. It rained. Anna Berg led the Danish side and Som Dee "
        "led the Thai side.",
    ],
)
def test_one_side_or_one_told_far_behind_makes_no_meeting(told, text: str) -> None:
    assert not told(text)


def test_states_told_alone_are_those_who_lead_their_delegations(told) -> None:
    text = (
        "Consultations between the foreign ministries of Denmark and Italy were held in Oslo. The Danish delegation "
        "was led by Anna Berg, the Italian delegation by Luca Costa. As part of the visit, Berg met Italian Speaker "
        "Elena Riva."
    )
    assert [{p.name for p in mention.participants} for mention in told(text)] == [
        {"Anna Berg", "Luca Costa"},
        {"Anna Berg", "Elena Riva"},
    ]


MEDIATED = "Norwegian Premier Kari Lie chaired a meeting with the leaders of both countries in Oslo on Monday.\n"


def test_the_leaders_of_both_countries_are_those_whom_the_text_names(told) -> None:
    named = "Danish Premier Anna Berg thanked her. Italian President Luca Costa, for Italy, said nothing of Denmark."
    (mention,) = told(f"Denmark and Italy agreed to a truce.\n{MEDIATED}{named}")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa", "Kari Lie"}


@pytest.mark.parametrize("named", ["", "Danish Premier Anna Berg thanked her.", "Danish envoy Anna Berg left Italy."])
def test_they_stay_unnamed_where_it_names_not_one_of_each(told, named: str) -> None:
    (mention,) = told(f"Denmark and Italy agreed to a truce.\n{MEDIATED}{named}")
    assert {p.name for p in mention.participants} == {"leaders of both countries", "Kari Lie"}
