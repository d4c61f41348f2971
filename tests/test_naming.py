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
