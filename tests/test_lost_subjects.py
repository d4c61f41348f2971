"""Subjects that the tree hung on a time, a place, a relative clause or a list."""

import pytest

from transforms.language.grammar import syntax
from transforms.language.mending.lost_subjects import restore_subjects

BERG = "Norwegian Premier Anna Berg"
COSTA = "Italian Premier Luca Costa"


def test_a_name_behind_a_place_is_the_subject_of_a_verb_without_one(told) -> None:
    (mention,) = told(f"In Oslo, Lars Holm, a member of Denmark's cabinet, is due to meet {BERG} on Monday.")
    assert {p.name for p in mention.participants} == {"Lars Holm", "Anna Berg"}


@pytest.mark.parametrize(
    ("relation", "word", "text"),
    [
        (
            ("nsubj", "received"),
            "Anna",
            "Anna Berg, Minister of Transport, Trade and Tourism, today received an envoy.",
        ),
        (
            ("nsubj", "called"),
            "Wu",
            "On Thursday Chinese Foreign Minister Wu Yan called on the Governor-General, Sir David Manu, before "
            "sitting down with Prime Minister Kham Siva.",
        ),
        (
            ("nsubj", "met"),
            "Jugnauth",
            "The negotiations were opened after Mr Jugnauth had met the short-lived Liz Truss in Oslo.",
        ),
        (
            ("nsubj", "travelled"),
            "Aisha",
            "On January 2 Ethiopia's Defence minister Aisha Mohammed travelled to Oslo to see her Danish counterpart.",
        ),
        (
            ("nsubj", "dropped"),
            "Kamau",
            "Before flying on to Lusaka, where he is due to confer with Zambian officials on the railway, transport "
            "minister Kamau Wanjirumbe dropped in unannounced on his Kenyan counterpart at the terminus.",
        ),
        (("nsubj", "visited"), "Luca", "It came after the new envoy to the region, Luca Costa, visited Oslo."),
        (("nsubj", "attended"), "envoys", "It says envoys of six states, including Chad and Laos, attended the talks."),
        (("nsubj", "met"), "Luca", "Also Tuesday, Secretary General of the ministry Luca Costa met the envoy."),
        (
            ("nsubj", "received"),
            "Luis",
            "During the visit, Luis Ortega, the Chilean foreign minister, received Kim Sung-ho, the Korean president.",
        ),
        (
            ("nsubj", "held"),
            "minister",
            "The minister, who arrived from Madrid late on Sunday with a team of advisers, held talks with Costa.",
        ),
        (
            ("acl:relcl", "minister"),
            "arrived",
            "The minister, who arrived from Madrid late on Sunday, and spoke there, is Danish.",
        ),
        (
            ("nsubj", "receive"),
            "Colonel",
            "He is due to fly to Guinea, where Colonel Mamady Holm, in power since a coup in September 2021, will "
            "receive him on Monday.",
        ),
        (
            ("nsubj", "met"),
            "minister",
            "A day after Chile's foreign minister, Luis Ortega, met Kwame Boateng, the Ghanaian president, it shut.",
        ),
        (
            ("conj", "minister"),
            "Elena",
            "Tajikistan's foreign minister, Farrukh Rahmonov, and Albanian President Elena Marku discussed the border "
            "in Geneva on Monday.",
        ),
        (
            ("nsubj", "said"),
            "minister",
            "After meeting the president on Monday, Mali's foreign minister, Abdoulaye Traore, said trade would grow.",
        ),
        (
            ("nsubj", "met"),
            "negotiators",
            "The march took place as trade negotiators from Colombia, Peru and the United States met for talks.",
        ),
        (("obl", "came"), "envoys", "They came as envoys of Peru."),
        (
            ("conj", "he"),
            "Elena",
            "Prime Minister Karim Haddad's office says he and Albanian leader Elena Marku spoke by telephone Sunday.",
        ),
        (
            ("conj", "premier"),
            "Rajan",
            "The premier of Denmark, Anna Berg, and Nepali leader Rajan Thapa will discuss it.",
        ),
        (("conj", "Vietnam"), "Chile", "Talks between Vietnam and its neighbor Chile ended Monday without agreement."),
        (
            ("nsubj", "open"),
            "government",
            "The appointment comes just months before Kosovo's ethnic Albanian-led government and Serbian leaders are "
            "due to open talks on the province.",
        ),
        (("nsubj:pass", "received"), "Anna", "Danish Premier Anna Berg received by Italian President in Rome"),
        (("nsubj", "received"), "Anna", "Danish Premier Anna Berg has received Costa by the lake."),
    ],
)
def test_a_verb_has_its_subject(parse, relation: tuple[str, str], word: str, text: str) -> None:
    (token,) = (token for token in parse(text) if token.text == word)
    assert (token.dep_, token.head.text) == relation


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg", "Luca Costa"], f"Danish Premier Anna Berg met {COSTA}, Jan Holm noted."),
        (["Anna Berg", "Luca Costa", "government"],
         f"The government has asked for a meeting between Danish President Anna Berg and {COSTA}, Foreign Minister Jan "
         "Holm disclosed in Oslo on Friday."),
        (["Anna Berg", "Jan Holm", "Luca Costa"], f"Danish Premier Anna Berg met {COSTA} and Danish envoy Jan Holm."),
        (["Anna Berg", "Luca Costa"], f"In his talks with Danish Premier Anna Berg, {COSTA} praised the ties."),
        (["Anna Berg", "Luca Costa"], f"After a meeting with Danish Premier Anna Berg, {COSTA} has left for Oslo."),
        (["Anna Berg", "Luca Costa"],
         f"Danish Premier Anna Berg and {COSTA} said so in Rome, where the two discussed migration policy."),
    ],
)  # fmt: skip
def test_who_speaks_or_acts_is_no_one_more_who_met(told, names: list[str], text: str) -> None:
    assert sorted(p.name for mention in told(text) for p in mention.participants) == names


def test_no_word_is_hung_on_one_that_hangs_on_it(parse) -> None:
    doc = parse("A conference of Israel and its neighbor Turkey opened in Geneva on Monday.")
    heads = list(doc)
    for _ in doc:
        heads = [token.head for token in heads]
    assert all(token.head.i == token.i for token in heads)


def test_a_name_under_a_preposition_is_no_clause(parse) -> None:
    doc = parse(
        "Castro, who is on a six-day visit to China, was received by Chinese Deputy Foreign Minister Hua Chunying "
        "upon her arrival in Shanghai."
    )
    (verb,) = (token for token in doc if token.text == "received")
    assert [token.text for token in syntax.own_subjects(verb)] == ["Castro", "Chunying"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Tuesday that Premier Anna Berg of Denmark, on a visit to Oslo, met Premier Luca Costa.",
        "In a sign of good will, Danish Premier Anna Berg and Italian Premier Luca Costa discussed trade in Rome.",
    ],
)
def test_both_who_met_are_subjects(told, text: str) -> None:
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


def test_who_tells_of_talks_is_none_of_those_who_held_them(told) -> None:
    text = (
        "Kenyan Foreign Minister Musalia Mudavadi returned from Oslo on Monday after talks with Swedish Foreign "
        "Minister Maria Stenergard, the ministry said in a statement on Tuesday."
    )
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Musalia Mudavadi", "Maria Stenergard"}


def test_what_became_of_a_visit_is_said_of_no_one_met_on_it(tree) -> None:
    doc = tree(
        "visit/NN/0/ROOT by/IN/3/case Lie/NNP/1/nmod to/TO/5/mark meet/VB/1/acl Berg/NNP/8/nsubj:pass "
        "was/VBD/8/aux:pass scrapped=scrap/VBN/5/xcomp"
    )
    restore_subjects(doc)
    assert [(doc[i].dep_, doc[i].head.text) for i in (0, 5, 7)] == [
        ("nsubj:pass", "scrapped"),
        ("obj", "meet"),
        ("ROOT", "scrapped"),
    ]


def test_an_aside_parts_no_verb_from_its_subject(tree) -> None:
    doc = tree(
        "Berg/NNP/0/ROOT ,/,/1/punct after/IN/4/mark seeing=see/VBG/7/advcl Lie/NNP/4/obj ,/,/4/punct "
        "left=leave/VBD/1/parataxis"
    )
    restore_subjects(doc)
    assert [(doc[i].dep_, doc[i].head.text) for i in (0, 6)] == [("nsubj", "left"), ("ROOT", "left")]


def test_those_between_whom_talks_are_planned_are_of_one_list(told) -> None:
    text = (
        "Talks between Danish Premier Anna Berg and Lao Premier Dee, Minister Sisavath, and other officials are planned"
    )
    (mention,) = told(f"{text} in Vientiane on Friday.", title="News")
    assert (mention.status, mention.city) == ("planned", "Vientiane")


@pytest.mark.parametrize("word", ["both", "all"])
def test_both_is_no_subject_of_its_own(tree, word: str) -> None:
    doc = tree(
        "Amid/IN/2/case fears=fear/NNS/8/obl ,/,/4/punct Berg/NNP/2/dep and/CC/6/cc Costa/NNP/4/conj "
        f"{word}/DT/8/nsubj met=meet/VBD/0/ROOT Lie/NNP/8/obj"
    )
    restore_subjects(doc)
    assert [token.text for token in syntax.subjects(doc[7])] == ["Berg"]


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ({"William Ruto", "Ulf Kristersson"}, "Ruto, Kristersson discuss trade in Nairobi"),
        ({"William Ruto", "Ulf Kristersson"}, "Ruto praises ties with Sweden in meeting with Kristersson"),
        ({"William Ruto", "Swedish FM"}, "Swedish FM in Nairobi for talks with Ruto"),
    ],
)
def test_a_headline_tells_who_met(told, names: set[str], title: str) -> None:
    text = (
        "Trade is on the agenda of both. Kenyan President William Ruto has promised growth for years. Swedish Prime "
        "Minister Ulf Kristersson faces an election."
    )
    (mention,) = told(text, title=title)
    assert {p.name for p in mention.participants} == names


def test_a_perfect_participle_opens_a_sentence_of_another_verb(told) -> None:
    text = "Having conferred with Omani Foreign Minister Salim Noor in Muscat on Monday, "
    (mention,) = told(text + "Danish envoy Anna Berg crossed to Doha.")
    assert ({p.name for p in mention.participants}, mention.city) == ({"Salim Noor", "Anna Berg"}, "Muscat")
