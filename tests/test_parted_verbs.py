"""Verbs that a day parts from their auxiliaries."""

import pytest


@pytest.mark.parametrize(
    ("verb", "subject", "text"),
    [
        ("meet", ("nsubj", "Anna"), "Danish Premier Anna Berg will on Monday meet Premier Luca Costa in Oslo."),
        ("host", ("nsubj", "Anna"), "Minister Anna Berg will on Wednesday host her counterpart, Luca Costa."),
        ("hold", ("nsubj", "Berg"), "President Berg will on Tuesday, 5 May, hold talks with her counterpart."),
        ("discuss", ("nsubj", "leaders"), "The two leaders will on Friday afternoon discuss trade."),
        ("received", ("nsubj:pass", "Anna"), "Foreign Minister Anna Berg was on Monday received by Premier Costa."),
    ],
)
def test_a_day_does_not_part_a_verb_from_its_auxiliary(parse, verb: str, subject: tuple[str, str], text: str) -> None:
    (told,) = (token for token in parse(text) if token.text == verb)
    assert [(child.dep_, child.text) for child in told.lefts if child.dep_.startswith("nsubj")] == [subject]
    assert [child.dep_[:3] for child in told.lefts if child.pos_ == "AUX"] == ["aux"]
    assert [child.dep_ for child in told.lefts if child.text.endswith("day")] in (["obl"], [])


def test_what_lies_on_a_day_keeps_its_verb(parse) -> None:
    (told,) = (token for token in parse("The meeting is on Monday.") if token.text == "Monday")
    assert [child.text for child in told.children if child.dep_ == "cop"] == ["is"]


def test_an_adverb_does_not_part_a_perfect_from_its_auxiliary(parse) -> None:
    (met,) = (token for token in parse("The two had last met in Brussels in November.") if token.text == "met")
    assert [(child.dep_, child.text) for child in met.lefts] == [("nsubj", "two"), ("aux", "had"), ("advmod", "last")]
