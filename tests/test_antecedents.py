"""Whom a pronoun stands for, as the slots of the last meeting of a text show it."""

import pytest

from transforms.language import nlp
from transforms.language.mentions import read_events

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Luca Costa", "Anna Berg"], f"{COSTA}, who met {BERG} on Monday, praised the deal."),
        (["Anna Berg", "Luca Costa"], f"{BERG} left early.\nShe met {COSTA} on Monday."),
        (["Luca Costa", "Anna Berg"], f"{COSTA} said he met {BERG}."),
        (["Anna Berg", "Luca Costa"], f"During {BERG}'s attendance at the forum, {COSTA} held talks with her."),
        (["Anna Berg", "Luca Costa"], f"{BERG} said her talks with {COSTA} went well."),
        (["Denmark", "Italian officials"], "Denmark said it met Italian officials on Monday."),
        (["Anna Berg", "Luca Costa"], f"{BERG} left early.\n{COSTA} held talks with her on Monday."),
        (["Pia Neri", "Anna Berg"], f"{COSTA} and {BERG} spoke.\nItalian Speaker Pia Neri called on her on Monday."),
        (
            ["Arctic ministers"],
            "Anna Berg and Luca Costa met. It is a matter for Arctic ministers at their summit in Oslo.",
        ),
        (
            ["Anna Berg", "Luca Costa"],
            f"{BERG} left.\nThai Speaker Som Dee sat.\nIt was Berg's first visit, and she was glad.\n"
            f"Unlike others, she met {COSTA}.",
        ),
        (
            ["Robin Berg", "Pia Neri"],
            "Danish President Robin Berg waited.\nItalian Premier Sasha Costa sat.\nShe met Italian Speaker Pia Neri.",
        ),
        (
            ["Luca Costa", "Anna Berg"],
            f"{BERG} met Thai Premier Som Dee.\nShe had begun with a visit to Oslo, during which {COSTA} received her.",
        ),
        (["Luca Costa"], f"We met {COSTA}."),
        (["Thai officials", "Lao officials"], "Thai and Lao officials agreed as they met on Monday."),
        ([], "They met on Monday."),
        (
            ["Anna Berg", "Luca Costa"],
            f"The Norwegian envoy, Kari Lie, said {BERG} had flown to Rome, where she met {COSTA}.",
        ),
        (["Luca Costa"], f"KARI LIE: I think she met {COSTA}."),
        (["Anna Berg", "Luca Costa"], f"{BERG} was in Rome. {COSTA} has ruled since May. There she met Costa."),
        (["Luca Costa"], f"With {COSTA} and without Norwegian envoy Karl Dahl it was late when he met Costa."),
        (["Anna Berg", "Luca Costa"], f"{BERG} was in Rome. {COSTA} has ruled since May. She met him on Monday."),
        (
            ["Anna Berg", "Luca Costa"],
            f"{BERG} was in Rome. Berg left. Berg came back. Norwegian envoy Kari Lie spoke.\nShe met {COSTA}.",
        ),
        (
            ["Kari Lie", "Luca Costa"],
            f"{BERG} was in Rome. Berg left. Berg came back. Norwegian envoy Kari Lie spoke. She met {COSTA}.",
        ),
    ],
)
def test_a_pronoun_is_whom_it_stands_for(fill, names: list[str], text: str) -> None:
    assert fill(text) == names


@pytest.mark.parametrize(
    ("speaks", "text"),
    [
        (True, "Peace\nAnna Berg, Foreign Minister of Denmark\nI met Italian Premier Luca Costa on Monday."),
        (True, "Statement by Danish Minister Anna Berg on Peace\nI met Italian Premier Luca Costa on Monday."),
        (True, "Peace\nMINISTER BERG: I met Italian Premier Luca Costa.\nDanish Minister Anna Berg spoke."),
        (False, "Peace\nDanish Minister Anna Berg left.\nI met Italian Premier Luca Costa on Monday."),
        (False, "Statement by Danish Minister Anna Berg\nA man said: “I met Italian Premier Luca Costa on Monday.”"),
    ],
)
def test_the_author_or_speaker_is_i(speaks: bool, text: str) -> None:
    events = read_events(nlp.read(nlp.load(), text))
    assert ("Anna Berg" in {party.name for event in events for party, _ in event.cast}) is speaks


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg", "Luca Costa"], f"When she met {COSTA} on Monday, {BERG}, who had been ill, was well again."),
        (["Anna Berg", "Luca Costa"],
         f"{BERG} was in Rome. {COSTA} had invited her. In their talks, the two presidents hailed the ties."),
        (["Chad's government", "rebels"],
         "Chad's government and the rebels have agreed that they will meet again in May, the Red Cross said."),
        (["Luca Costa", "officials from Norway"], f"The officials from Norway had left before they met {COSTA}."),
    ],
)  # fmt: skip
def test_a_pronoun_may_mean_the_subject_behind_it_or_those_of_the_clause_above(
    told, names: list[str], text: str
) -> None:
    assert sorted(p.name for mention in told(text) for p in mention.participants) == sorted(names)


def test_a_pronoun_is_followed_so_far_and_no_further(told) -> None:
    assert told("She praised Robin Costa. " * 1200 + "She met Italian President Luca Neri.") is not None


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ({"Anna Berg", "Luca Costa", "Kari Lie"},
         "Danish President Anna Berg received Italian President Luca Costa in Oslo on Monday. They will meet Norwegian "
         "Premier Kari Lie in Rome on Friday."),
        ({"Kari Lie"},
         "Danish President Anna Berg received Italian President Luca Costa and Lao President Som Dee on Monday. They "
         "will meet Norwegian Premier Kari Lie in Rome on Friday."),
    ],
)  # fmt: skip
def test_they_are_the_only_two_of_the_sentence_before(told, names: set[str], text: str) -> None:
    assert {p.name for p in told(text, title="News")[-1].participants} == names


def test_the_same_pronoun_above_is_the_same_person(told) -> None:
    text = (
        "Danish Premier Karl Holm left Cairo on Monday. He then went to Oslo for talks with Norwegian Premier Jan Lie "
        "before he met Swedish Premier Per Dahl."
    )
    assert {p.name for p in told(text, title="News")[-1].participants} == {"Karl Holm", "Per Dahl"}


@pytest.mark.parametrize("rebels", ["FARC rebels", "Tamil Tigers", "rebels"])
def test_rebels_of_a_name_are_several(told, rebels: str) -> None:
    text = f"The {rebels} say their meeting with Norway's envoy in Oslo on Monday was useful."
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {rebels, "Norway's envoy"}
