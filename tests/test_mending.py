"""Trees in which "visiting" was taken for a verb, and words that were hung too low."""

from datetime import date

import pytest

from transforms.language.mending.mending import mend

BERG = "Norwegian Premier Anna Berg"


@pytest.mark.parametrize(
    "text",
    [
        f"{BERG} met with visiting Danish counterpart Lars Holm on Monday.",
        f"{BERG} met visiting Danish Prime Minister Lars Holm on Monday.",
        f"{BERG} received visiting Danish counterpart Lars Holm on Monday.",
        f"{BERG} held talks with visiting Danish Prime Minister Lars Holm on Monday.",
        f"{BERG} met with the visiting Prime Minister of Denmark Lars Holm on Monday.",
    ],
)
def test_a_visitor_is_met(told, text: str) -> None:
    (mention,) = told(text)
    assert {(p.name, p.country) for p in mention.participants} == {("Anna Berg", "NOR"), ("Lars Holm", "DNK")}
    assert str(mention.date_start) == "2031-05-05"


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        ([("visiting", "amod", "Holm")], f"{BERG} met visiting Danish Prime Minister Lars Holm."),
        ([("visiting", "advcl", "met")], f"{BERG} met Swedish leaders after visiting Danish troops."),
        ([("visiting", "xcomp", "began")], f"{BERG} began visiting Danish troops."),
        ([("visiting", "ROOT", "visiting")], f"{BERG} is visiting Danish troops."),
    ],
)
def test_only_an_attribute_is_mended(parse, labels: list[tuple], text: str) -> None:
    found = [(t.text, t.dep_, t.head.text) for t in parse(text) if t.text == "visiting"]
    assert found == labels


@pytest.mark.parametrize(
    "text",
    ["visiting Danish troops, she met Holm.", "Incoming Premier Anna Berg left", "She left, visiting"],
)
def test_words_at_either_end_of_a_text_are_left(parse, text: str) -> None:
    assert parse(text).text == text


def test_a_gerund_at_the_root_makes_no_circle(tree) -> None:
    doc = mend(tree("After/IN/3/case meeting/JJ/3/amod Berg/NNP/0/ROOT in/IN/5/case Oslo/NNP/3/nmod"))
    assert [token.head.text for token in doc] == ["meeting", "meeting", "meeting", "Oslo", "Berg"]


def test_a_preposition_belongs_to_the_head_of_its_noun_phrase(tree) -> None:
    doc = mend(
        tree("She/PRP/3/nsubj:pass was/VBD/3/aux:pass met/VBN/0/ROOT by/IN/5/case Anna/NNP/6/amod Berg/NNP/3/obl")
    )
    assert doc[3].head.text == "Berg"


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("summit", "They agreed to prepare the summit of Denmark and Italy, to be held in Oslo on June 5."),
        ("meeting", "They discussed the meeting of the leaders of Denmark and Italy, scheduled for June 5 in Oslo."),
        ("praised", "They praised Denmark and Italy, scheduled for June 5 in Oslo."),
    ],
)
def test_what_is_to_become_of_a_meeting_hangs_on_it(parse, head: str, text: str) -> None:
    (participle,) = (token for token in parse(text) if token.text in ("held", "scheduled"))
    above = participle.head.text
    assert above == head if head != "praised" else above not in ("summit", "meeting")


@pytest.mark.parametrize(
    ("relation", "word", "text"),
    [
        (("obl", "told"), "call", "Anna Berg told Costa so in a telephone call on Thursday, his office said."),
        (("nmod", "call"), "Wid", "Danish Premier Anna Berg took a call from Indonesian President Joko Wid on Monday."),
        (
            ("conj", "Mohamud"),
            "Abiy",
            "Erdogan had first received Mohamud and then Abiy in separate meetings on Monday.",
        ),
        (("obj", "welcoming"), "Luca", "Berg looks forward to welcoming Italian President Luca Costa to Oslo."),
        (
            ("conj", "Igor"),
            "Andris",
            "Belarus' Deputy Prime Minister Igor Lapitsky and Latvia's Minister of Transport"
            " Andris Krumholds discussed transit in Minsk on 10 September.",
        ),
        (("obl:unmarked", "visit"), "Tuesday", "Berg will visit Washington Tuesday for talks with President Costa."),
        (("obl", "adopted"), "talks", "The ministers adopted a declaration following talks in Oslo with Italy."),
        (("obj", "met"), "Costa", "Berg met Costa, visited Oslo and left."),
        (("nsubj", "met"), "leaders", "The two leaders had last met in Oslo in November."),
        (("nsubj", "met"), "two", "The two last met in Oslo in November."),
        (("advmod", "spoke"), "last", "The two ministers last spoke in Oslo in September."),
        (("amod", "week"), "last", "They met in Oslo last week."),
        (("obj", "favors"), "talks", "Danish President Anna Berg says she favors talks with Laos."),
        (("compound", "one"), "on", "Danish Minister Anna Berg had a one-on-one with Costa."),
        (
            ("obl", "told"),
            "meeting",
            "Anna Berg told President Daniel Otieno at a meeting in Geneva that trade would grow.",
        ),
        (
            ("nmod", "meeting"),
            "Mohammed",
            "A meeting of Denmark's foreign minister, Anna Berg, with Oman's Mohammed bin Saleh al-Harbi is planned.",
        ),
        (
            ("obl", "discussed"),
            "call",
            "Anna Berg and Luca Costa discussed ways to boost trade during a call on Friday.",
        ),
        (("obl", "reviewed"), "talks", "Anna Berg and Luca Costa reviewed means of boosting trade at talks in Oslo."),
        (("obl", "boost"), "talks", "Anna Berg plans to boost trade at talks in Oslo."),
        (("obl", "told"), "rally", "Anna Berg told President Daniel Otieno so at a rally in Geneva."),
    ],
)
def test_words_hang_in_their_own_clause(parse, relation: tuple[str, str], word: str, text: str) -> None:
    (token,) = (token for token in parse(text) if token.text == word)
    assert (token.dep_, token.head.text) == relation


def test_events_that_somebody_favors_are_a_noun(parse) -> None:
    (talks,) = (t for t in parse("Danish President Anna Berg says she favors talks with Laos.") if t.text == "talks")
    assert (talks.pos_, talks.tag_) == ("NOUN", "NNS")


def test_a_word_class_that_the_tag_contradicts_is_that_of_the_tag(parse) -> None:
    text = "The AU ministers' meeting was held in Sirte."
    (ministers,) = (token for token in parse(text) if token.text == "ministers")
    assert (ministers.pos_, ministers.tag_) == ("NOUN", "NNS")


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (
            {"Anna Berg", "Luca Costa"},
            "A lunch hosted by Danish Premier Anna Berg for Italian Premier Luca Costa ended.",
        ),
    ],
)
def test_by_whom_a_lunch_is_hosted_and_for_whom(told, names: set[str], text: str) -> None:
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == names


def test_whom_a_clause_tells_of(told) -> None:
    text = (
        "The Danish premier was seen off at Oslo airport by Luca Costa, the Italian premier, with whom she had held "
        "talks on Monday evening on trade."
    )
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Danish premier", "Luca Costa"}
    assert mention.date_start == date(2031, 5, 5)


def test_a_passive_with_its_own_agent_is_one(told) -> None:
    text = "Danish Premier Anna Berg was welcomed by Minister Ugo Riva and received by Italian President Luca Costa."
    assert [{p.name for p in m.participants} for m in told(text, title="News")] == [
        {"Anna Berg", "Ugo Riva"}, {"Anna Berg", "Luca Costa"},
    ]  # fmt: skip


def test_what_is_wound_up_was_held(told) -> None:
    (mention,) = told("Denmark and Italy wound up their third round of talks in Oslo on Tuesday.", title="News")
    assert mention.status == "held"


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        (["NNP", "VBZ", "IN", "NNP"], "Berg/NNP/2/nsubj travels=travel/NNS/0/ROOT to/IN/4/case Oslo/NNP/2/nmod"),
        (["NNP", "VBZ", "TO", "VB"], "Berg/NNP/2/nsubj plans=plan/NNS/0/ROOT to/TO/4/mark speak/VB/2/acl"),
        (["DT", "NNS", "IN", "NNP"], "the/DT/2/det travels=travel/NNS/0/ROOT of/IN/4/case Berg/NNP/2/nmod"),
        (["NNS", "VBD"], "envoys=envoy/VBZ/2/nsubj met=meet/VBD/0/ROOT"),
    ],
)
def test_a_tag_is_what_the_tree_tells(tree, tags: list[str], words: str) -> None:
    assert [token.tag_ for token in mend(tree(words))] == tags


def test_what_somebody_did_is_no_attribute_of_its_object(tree) -> None:
    doc = mend(tree("Anna/NNP/4/compound Berg/NNP/1/flat praised=praise/VBN/4/amod reforms=reform/NNS/0/ROOT"))
    assert [(token.head.text, token.dep_) for token in doc] == [
        ("praised", "nsubj"), ("Anna", "flat"), ("praised", "ROOT"), ("praised", "obj"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("planned", "State media reported that talks between {} and {} are due to begin in Oslo on Friday."),
        ("ongoing", "State media reported that talks between {} and {} are under way in Oslo."),
        ("held", "State media reported that talks between {} and {} in Oslo on Monday ended without a deal."),
        ("proposed", "{} invited {} to talks in Rome on Friday."),
        ("planned", "Amid tensions in the region, {} plans to meet {} in Oslo on Friday, officials said."),
    ],
)  # fmt: skip
def test_talks_are_no_verb_and_plans_are_one(told, status: str, text: str) -> None:
    parties = "Danish Premier Anna Berg", "Italian Premier Luca Costa"
    (mention,) = told(text.format(*parties), title="News")
    assert mention.status == status
    assert {"Anna Berg", "Luca Costa"} <= {p.name for p in mention.participants}


def test_representatives_are_no_verb(told) -> None:
    text = (
        "Also Tuesday, representatives from the Asian Development Bank, the African Development Bank and the World "
        "Health Organization met in Oslo on malaria."
    )
    assert len(told(text, title="News")) == 1


@pytest.mark.parametrize(
    ("word", "pos"), [("Bondar", "PROPN"), ("Minister", "NOUN"), ("Summit", "NOUN"), ("bondar", "NOUN")]
)
def test_a_word_tagged_as_a_name_is_one_unless_it_is_an_office_or_event(tree, word: str, pos: str) -> None:
    doc = tree(f"Berg/NNP/2/nsubj met=meet/VBD/0/ROOT {word}/NNP/2/obj")
    doc[2].pos_ = "NOUN"
    assert mend(doc)[2].pos_ == pos


def test_talks_to_which_somebody_is_invited_are_a_noun(tree) -> None:
    doc = mend(
        tree("declined=decline/VBD/0/ROOT it/PRP/1/obj to/TO/4/mark talks/VB/1/advcl in/IN/6/case Rome/NNP/4/obl")
    )
    assert (doc[3].pos_, doc[3].dep_, doc[2].dep_) == ("NOUN", "obl", "case")
