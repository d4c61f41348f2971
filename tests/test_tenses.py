"""What tense, modals and negation of a verb alone say of its event, on trees written by hand."""

import pytest

from schemas.mention import Status
from transforms.language.grammar.tenses import tense_of


@pytest.mark.parametrize(
    ("status", "tree"),
    [
        ("held", "Berg/NNP/2/nsubj *met=meet/VBD/0/ROOT Costa/NNP/2/obj"),
        ("held", "Berg/NNP/3/nsubj has/VBZ/3/aux *met=meet/VBN/0/ROOT Costa/NNP/3/obj"),
        ("ongoing", "Berg/NNP/3/nsubj was/VBD/3/aux *meeting=meet/VBG/0/ROOT Costa/NNP/3/obj"),
        ("ongoing", "Berg/NNP/3/nsubj is/VBZ/3/aux *meeting=meet/VBG/0/ROOT Costa/NNP/3/obj"),
        ("cancelled", "Berg/NNP/3/nsubj never/RB/3/advmod *met=meet/VBD/0/ROOT Costa/NNP/3/obj"),
        ("planned", "Berg/NNP/3/nsubj will/MD/3/aux *meet/VB/0/ROOT Costa/NNP/3/obj"),
        (
            "proposed",
            "talks/NNS/4/nsubj:pass is/VBZ/4/aux being/VBG/4/aux:pass *discussed=discuss/VBN/0/ROOT ././4/punct",
        ),
        ("proposed", "talks/NNS/4/nsubj:pass was/VBD/4/aux being/VBG/4/aux:pass *mulled=mull/VBN/0/ROOT ././4/punct"),
        ("planned", "Berg/NNP/4/nsubj is/VBZ/4/cop to/TO/4/mark *meet/VB/0/ROOT Costa/NNP/4/obj"),
        ("proposed", "Berg/NNP/3/nsubj may/MD/3/aux *meet/VB/0/ROOT Costa/NNP/3/obj"),
        ("proposed", "Berg/NNP/3/nsubj could/MD/3/aux *meet/VB/0/ROOT Costa/NNP/3/obj"),
        ("refused", "Berg/NNP/4/nsubj will/MD/4/aux not/RB/4/advmod *meet/VB/0/ROOT Costa/NNP/4/obj"),
        ("ongoing", "Berg/NNP/2/nsubj *meets=meet/VBZ/0/ROOT Costa/NNP/2/obj ././2/punct"),
        ("held", "Berg/NNP/2/nsubj *meets=meet/VBZ/0/ROOT Costa/NNP/2/obj"),
        ("held", "Berg/NNP/2/nsubj left=leave/VBD/0/ROOT after/IN/4/mark *talks=talk/VBZ/2/advcl"),
        ("planned", "Berg/NNP/2/nsubj leaves=leave/VBZ/0/ROOT after/IN/4/mark *talks=talk/VBZ/2/advcl ././2/punct"),
        ("held", "Berg/NNP/4/nsubj had/VBD/4/aux been/VBN/4/aux *meeting=meet/VBG/0/ROOT Costa/NNP/4/obj"),
        ("ongoing", "Berg/NNP/4/nsubj has/VBZ/4/aux been/VBN/4/aux *meeting=meet/VBG/0/ROOT Costa/NNP/4/obj"),
        ("ongoing", "Berg/NNP/4/nsubj:pass is/VBZ/4/aux:pass being/VBG/4/aux *met=meet/VBN/0/ROOT"),
        ("held", "Berg/NNP/4/nsubj:pass was/VBD/4/aux:pass being/VBG/4/aux *met=meet/VBN/0/ROOT"),
        ("planned", "2:30/CD/3/discourse Berg/NNP/3/nsubj *meets=meet/VBZ/0/ROOT Costa/NNP/3/obj ././3/punct"),
        ("ongoing", "230/CD/3/discourse Berg/NNP/3/nsubj *meets=meet/VBZ/0/ROOT Costa/NNP/3/obj ././3/punct"),
        ("cancelled", "Berg/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod *meet/VB/0/ROOT Costa/NNP/4/obj"),
    ],
)
def test_a_verb_alone_tells_the_status_of_its_event(token_of, status: Status, tree: str) -> None:
    assert tense_of(token_of(tree)) == status


def test_a_headline_tells_after_what_something_was_done(told) -> None:
    text = "Danish envoy Anna Berg praised Lao President Dee."
    assert [m.status for m in told(text, title="Laos frees two monks after Berg sees Dee")] == ["held"]
