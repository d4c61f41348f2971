"""Words hung where they belong, told by the meetings that then are found."""

import pytest

from transforms.language.mending.attachments import attach
from transforms.language.mending.mending import mend


def test_a_town_without_a_comma_is_no_part_of_the_subject(told) -> None:
    (mention,) = told("While in Brussels President Berg will meet Danish Premier Karl Holm.", title="News")
    assert (mention.city, mention.country) == ("Brussels", "BEL")


def test_a_name_with_an_office_is_no_part_of_the_one_before(told) -> None:
    text = "Danish Premier Ida Berg and Swedish Premier Maria Holm exchanged views in Rome on the war in Sudan."
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Ida Berg", "Maria Holm"}


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "Danish Premier Anna Berg said she will discuss boosting trade with Laos."),
        (0, "Danish Premier Anna Berg said she will discuss expanding military cooperation with Laos."),
        (0, "Danish Premier Anna Berg left to discuss plans for new peace efforts with Laos."),
        (1, "Danish Premier Anna Berg discussed the war with Laos."),
        (1, "Danish Premier Anna Berg discussed strengthening ties with Italian President Luca Costa on Monday."),
    ],
)
def test_a_state_with_which_one_wants_more_trade_is_not_met(told, count: int, text: str) -> None:
    assert len(told(text, title="News")) == count


def test_an_office_behind_and_is_of_the_name_behind_it(tree) -> None:
    doc = mend(
        tree(
            "Anna/NNP/6/nsubj Berg/NNP/1/flat and/CC/4/cc leader/NN/1/conj Costa/NNP/1/flat met=meet/VBD/0/ROOT "
            "in/IN/8/case Rome/NNP/6/obl"
        )
    )
    assert [(doc[i].dep_, doc[i].head.text) for i in (3, 4)] == [("nmod:desc", "Costa"), ("conj", "Anna")]


@pytest.mark.parametrize("relation", ["amod", "compound"])
def test_whom_one_met_is_no_part_of_who_tells_it(tree, relation: str) -> None:
    doc = mend(
        tree(
            "Berg/NNP/2/nsubj met=meet/VBD/10/ccomp on/IN/4/case Friday/NNP/2/obl with/IN/9/case Luca/NNP/9/"
            f"{relation} Costa/NNP/6/flat ,/,/6/punct aides=aide/NNS/10/nsubj said=say/VBD/0/ROOT"
        )
    )
    assert (doc[5].dep_, doc[5].head.text, doc[4].head.text) == ("obl", "met", "Luca")


def test_what_somebody_is_there_for_is_no_second_subject(tree) -> None:
    words = "she/PRP/5/nsubj is=be/VBZ/5/cop due/JJ/5/case in/IN/5/case Rome/NNP/0/ROOT to/TO/7/mark see/VB/5/csubj"
    assert mend(tree(f"{words} Costa/NNP/7/obj"))[6].dep_ == "advcl"
    assert mend(tree(f"{words} Costa/NNP/7/obj".replace("she/PRP", "it/PRP")))[6].dep_ == "csubj"


@pytest.mark.parametrize(
    ("joined", "words"),
    [
        (
            "Costa",
            "Berg/NNP/2/nsubj met=meet/VBD/0/ROOT with/IN/4/case Costa/NNP/2/obl and/CC/6/cc "
            "officials=official/NNS/2/conj",
        ),
        (
            "Costa",
            "talks=talk/NNS/0/ROOT between/IN/3/case Costa/NNP/1/nmod and/CC/5/cc Lie/NNP/1/appos in/IN/7/case "
            "Rome/NNP/1/nmod",
        ),
        (
            "Costa",
            "Berg/NNP/9/nsubj ,/,/4/punct who/WP/4/nsubj met=meet/VBD/1/acl:relcl Costa/NNP/4/obj and/CC/7/cc "
            "officials=official/NNS/1/conj ,/,/1/punct left=leave/VBD/0/ROOT",
        ),
        (
            "talks",
            "talks=talk/NNS/0/ROOT with/IN/3/case Costa/NNP/1/nmod on/IN/5/case trade/NN/1/nmod and/CC/7/cc "
            "lunch/NN/1/conj",
        ),
    ],
)
def test_who_is_met_with_others_is_joined_to_them(tree, joined: str, words: str) -> None:
    doc = mend(tree(words))
    (word,) = (token for token in doc if token.text in ("officials", "Lie", "lunch"))
    assert (word.dep_, word.head.text) == ("conj", joined)


def test_an_invitation_is_from_whom_it_comes(tree) -> None:
    words = "declined=decline/VBD/0/ROOT an/DT/3/det invitation/NN/1/obj from/IN/5/case Berg/NNP/1/obl to/IN/7/case"
    assert mend(tree(f"{words} talks/NNS/1/obl"))[4].head.text == "invitation"


def test_whom_one_spoke_with_is_whom_a_clause_tells_of(told) -> None:
    text = (
        "Danish Premier Anna Berg told reporters at a joint news conference with Italian Premier Luca Costa, with whom "
    )
    (mention,) = told(text + "she had lunch, that she was hopeful.")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


def test_what_was_said_after_two_held_talks_is_no_wish_for_talks(told) -> None:
    text = "Danish Premier Anna Berg had called it fair at a news conference with Italian Premier Luca Costa "
    (mention,) = told(text + "after the two held talks.")
    assert ({p.name for p in mention.participants}, mention.status) == ({"Anna Berg", "Luca Costa"}, "held")


def test_who_is_joined_to_a_part_of_a_name_is_joined_to_the_name(tree) -> None:
    doc = tree("Anna/NNP/5/nsubj Berg/NNP/1/flat and/CC/4/cc Costa/NNP/2/conj met=meet/VBD/0/ROOT")
    attach(doc[3])
    assert (doc[3].dep_, doc[3].head.text) == ("conj", "Anna")
