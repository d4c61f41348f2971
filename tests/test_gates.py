"""The gates before a text is read whole: open for whatever tells a meeting, shut for what does so of nobody."""

import pytest

from transforms.language.gates import can_tell_a_meeting, tells_a_meeting
from transforms.language.lexicon.constructions import NOUNS, VERBS, Construction


@pytest.mark.parametrize("construction", VERBS + NOUNS, ids=lambda construction: construction.example)
def test_every_word_of_a_construction_opens_the_gate(construction: Construction) -> None:
    assert can_tell_a_meeting(construction.example)
    behind = " ".join((*sorted(construction.beside)[:1], *construction.partners[:1], "Berg to Oslo"))
    assert all(can_tell_a_meeting(f"They came to {lemma} {behind}.") for lemma in construction.lemmas)


@pytest.mark.parametrize("text", ["They urged calm.", "They invited bids to build a bridge."])
def test_a_word_that_tells_a_meeting_only_beside_others_does_not_open_it_alone(text: str) -> None:
    assert not can_tell_a_meeting(text)


def test_a_guest_alone_opens_the_gate() -> None:
    assert can_tell_a_meeting("The guest sat down.")


@pytest.mark.parametrize(
    "form",
    "met meets meeting Met MEETING conferred conferring consulted huddled huddling dined dining lunched negotiating "
    "spoke spoken speaking talks talked discussed phoned telephoned hosted hosting received receiving welcomed greeted "
    "entertained convened convening gathered gathering assembled encounters audiences luncheon dialogue consultations "
    "calls called visits visited visiting trips summits conferences forums retreats travelled".split(),
)
def test_every_form_of_a_word_opens_the_gate(form: str) -> None:
    assert can_tell_a_meeting(f"Berg {form} Costa.")


@pytest.mark.parametrize(
    "text",
    ["", "A spokesman said so.", "The government rose.", "It rained in Oslo on Monday.", "The helmet was yellow."],
)
def test_words_without_a_meeting_keep_it_shut(text: str) -> None:
    assert not can_tell_a_meeting(text)


@pytest.mark.parametrize("construction", VERBS + NOUNS, ids=lambda construction: construction.example)
def test_the_example_of_a_construction_opens_the_second_gate(parse, construction: Construction) -> None:
    assert tells_a_meeting(parse(construction.example))


@pytest.mark.parametrize(
    "text",
    [
        "She received an envoy.",
        "She received them in Oslo.",
        "She will receive two guests from Rome.",
        "The envoy, whom she received, left on Monday.",
        "The two met their target.",
        "The ministers met the survivors.",
        "The bridge where they met was closed.",
        "The company met a Danish one.",
    ],
)
def test_somebody_who_may_take_part_opens_it(parse, text: str) -> None:
    assert tells_a_meeting(parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "She received an award.",
        "Anna Berg received two thirds of the votes.",
        "The award was received by Anna Berg.",
        "Oslo received criticism that the premier rejected.",
        "The bridge met the target that the ministers had set.",
        "The factory met none of the demands.",
    ],
)
def test_things_that_are_met_or_received_keep_it_shut(parse, text: str) -> None:
    assert not tells_a_meeting(parse(text))
