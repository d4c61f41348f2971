"""Which word above a meeting decides of it, and what it makes of the meeting."""

import pytest

from schemas.mention import Status
from transforms.language.grammar.governing import governing_word
from transforms.language.grammar.status import status_of

WORDINGS = [
    (
        "planned",
        "leaders=leader/NNS/0/ROOT to/TO/3/mark *meet/VB/1/acl in/IN/5/case Rome/NNP/3/obl",
        "an infinitive under a noun: a headline",
    ),
    (
        "planned",
        "Berg/NNP/2/nsubj accepted=accept/VBD/0/ROOT an/DT/4/det invitation/NN/2/obj to/TO/6/mark *meet/VB/4/acl",
        "an infinitive under a noun: an invitation accepted",
    ),
    (
        "refused",
        "Berg/NNP/2/nsubj turned=turn/VBD/0/ROOT down/RP/2/compound:prt a/DT/5/det *meeting/NN/2/obj",
        "turned down",
    ),
    (
        "cancelled",
        "the/DT/2/det *meeting/NN/3/nsubj fell=fall/VBD/0/ROOT through/RP/3/compound:prt",
        "fell through",
    ),
    (
        "held",
        "Berg/NNP/2/nsubj walked=walk/VBD/0/ROOT out/RP/2/compound:prt of/IN/5/case *talks=talk/NNS/2/obl",
        "walked out of",
    ),
]


@pytest.mark.parametrize(
    ("status", "tree"),
    [pytest.param(*row[:2], id=row[2]) for row in WORDINGS],
)
def test_wordings_above_a_meeting_decide_of_it(token_of, status: Status, tree: str) -> None:
    assert status_of(token_of(tree)) == status


@pytest.mark.parametrize(
    ("word", "tree"),
    [
        ("demand", "Berg/NNP/2/nsubj demanded=demand/VBD/0/ROOT a/DT/4/det *meeting/NN/2/obj"),
        ("break-off", "Berg/NNP/2/nsubj broke=break/VBD/0/ROOT off/RP/2/compound:prt *talks=talk/NNS/2/obj"),
        ("agree", "Berg/NNP/2/nsubj agreed=agree/VBD/0/ROOT to/TO/4/mark *meet/VB/2/xcomp Costa/NNP/4/obj"),
        (None, "Berg/NNP/2/nsubj *met=meet/VBD/0/ROOT Costa/NNP/2/obj"),
    ],
)
def test_the_word_that_governs_a_meeting(token_of, word: str | None, tree: str) -> None:
    assert governing_word(token_of(tree)) == word


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("held", "Talks between {} and {} collapsed in Oslo on Monday."),
        ("held", "Talks between {} and {} broke down in Oslo on Monday."),
        ("cancelled", "A planned summit of {} and {} collapsed on Monday."),
        ("planned", "{} and {} undertook to meet again in the autumn."),
        ("held", "{} pledged support during talks with {} on Monday."),
        ("proposed", "{} floated a summit with {}."),
        ("cancelled", "{} scuttled a meeting with {}."),
    ],
)
def test_what_collapses_was_held_and_what_one_undertakes_is_planned(told, status: Status, text: str) -> None:
    (mention,) = told(text.format("Danish Premier Anna Berg", "Italian Premier Luca Costa"), title="News")
    assert mention.status == status
