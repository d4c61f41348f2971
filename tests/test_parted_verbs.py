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


@pytest.mark.parametrize(
    ("names", "status", "text"),
    [
        ({"Anna Berg", "Luca Costa"}, "held",
         "The session in Rome was co-chaired by Danish Minister Anna Berg and Italian Minister Luca Costa."),
        ({"Anna Berg", "Luca Costa"}, "held",
         "The meeting, co-chaired by Danish Minister Anna Berg and Italian Minister Luca Costa, was held in Rome."),
        ({"Anna Berg", "Luca Costa"}, "ongoing",
         "Danish Minister Anna Berg is co-chairing the talks with Italian Minister Luca Costa in Rome."),
        ({"Anna Berg", "Luca Costa"}, "held",
         "Danish Minister Anna Berg, the co-chair of the fund, met Italian Minister Luca Costa in Rome."),
    ],
)  # fmt: skip
def test_a_prefix_and_its_verb_are_one(told, names: set[str], status: str, text: str) -> None:
    (mention,) = told(text, title="News")
    assert ({p.name for p in mention.participants}, mention.status) == (names, status)


def test_who_meets_one_and_chairs_talks_with_another_has_two_meetings(told) -> None:
    text = "Danish Minister Anna Berg will meet Italian President Luca Costa, co-chair the sixth round of the Dialogue "
    found = told(f"{text}with Italian Minister Rosa Lupo, and give a lecture.", title="News")
    assert [sorted(p.name for p in m.participants) for m in found] == [
        ["Anna Berg", "Luca Costa"],
        ["Anna Berg", "Rosa Lupo"],
    ]


def test_a_tree_stays_a_tree_whichever_part_of_a_prefixed_verb_heads_it(parse) -> None:
    for text in ("Co-chaired talks", "The co-chair of the co-chaired body co-chairs", "co-host and co-chair it"):
        doc = parse(text)
        assert all(token.head.i == token.i or token.head.is_ancestor(token) for token in doc)
        assert [span.root for span in doc.sents]


def test_what_fell_through_was_not_dated_by_the_through(told) -> None:
    text = (
        "A trip by Danish envoy Anna Berg to Rome, where she was to see President Luca Costa, fell through last week."
    )
    (mention,) = told(text)
    assert (mention.date_text, str(mention.date_start)) == ("last week", "2031-04-28")


def test_a_day_does_not_part_a_noun_from_its_copula(told) -> None:
    text = "Danish Premier Anna Berg was on Monday the guest of Italian Premier Luca Costa in Rome."
    (mention,) = told(text)
    assert ({p.name for p in mention.participants}, mention.date_text) == ({"Anna Berg", "Luca Costa"}, "on Monday")
