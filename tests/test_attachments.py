"""Words hung where they belong, told by the meetings that then are found."""

import pytest

from transforms.language.mending import mend


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
