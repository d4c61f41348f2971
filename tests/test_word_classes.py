"""One letter a token: the alphabet in which parties are read, on trees written by hand."""

import pytest

from transforms.language.lexicon.word_classes import (
    entity_class,
    is_honorific,
    is_hyphenated_pair,
    is_reporter,
    office_country,
    plain,
    word_classes,
)


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("NMOX", "Danish/JJ/3/amod foreign/JJ/3/amod minister/NN/4/compound Berg/NNP/0/ROOT"),
        ("MH", "richest=rich/JJS/2/amod nations=nation/NNS/0/ROOT"),
        ("VV", "richest=rich/JJS/2/amod farmers=farmer/NNS/0/ROOT"),
        ("KGOX", "Denmark/NNP/3/nmod:poss 's/POS/1/case president/NN/4/compound Berg/NNP/0/ROOT"),
        ("DMNH", "the/DT/4/det senior/JJ/4/amod Thai/JJ/4/amod officials=official/NNS/0/ROOT"),
        ("NANH", "Thai/JJ/4/amod and/CC/3/cc Lao/JJ/1/conj officials=official/NNS/0/ROOT"),
        ("NANM", "Thai/JJ/4/amod -/HYPH/4/punct Lao/JJ/4/amod border/NN/0/ROOT"),
        ("DMMMH", "a/DT/5/det high/JJ/4/amod -/HYPH/4/punct level/NN/5/compound delegation/NN/0/ROOT"),
        ("MMMH", "lower/JJR/3/amod -/HYPH/1/punct level/NN/4/compound officials=official/NNS/0/ROOT"),
        ("MMMH", "highest=high/JJS/3/amod -/HYPH/1/punct ranking/VBG/4/amod officials=official/NNS/0/ROOT"),
        ("MMOX", "vice/NN/3/compound -/HYPH/3/punct president/NN/4/compound Berg/NNP/0/ROOT"),
        ("KCKAK", "Denmark/NNP/0/ROOT ,/,/3/punct Italy/NNP/1/conj and/CC/5/cc Norway/NNP/1/conj"),
        ("DHPK", "the/DT/2/det leaders=leader/NNS/0/ROOT of/IN/4/case Italy/NNP/2/nmod"),
        ("RV", "NATO/NNP/2/nsubj agreed=agree/VBD/0/ROOT"),
        ("DRRV", "the/DT/3/det European/NNP/3/amod Union/NNP/4/nsubj agreed=agree/VBD/0/ROOT"),
        ("KKX", "South/NNP/2/compound Korea/NNP/3/compound Airlines/NNP/0/ROOT"),
        ("KV", "Beijing/NNP/2/nsubj agreed=agree/VBD/0/ROOT"),
        ("DMO", "her/PRP$/3/nmod:poss opposite/JJ/3/amod number/NN/0/ROOT"),
        ("OBBB", "Secretary/NNP/0/ROOT (/-LRB-/3/punct East/NNP/1/appos )/-RRB-/3/punct"),
        ("OBBX", "President/NNP/4/compound -/HYPH/1/punct elect/JJ/1/amod Berg/NNP/0/ROOT"),
        ("VO", "Wednesday/NNP/2/compound Ambassador/NNP/0/ROOT"),
        ("HBBBB", "heads=head/NNS/0/ROOT of/IN/3/case state/NN/1/nmod and/CC/5/cc government/NN/3/conj"),
        ("OXXX", "Minister/NNP/4/compound Amir/NNP/4/compound -/HYPH/2/punct Berg/NNP/0/ROOT"),
        ("OPMAMV", "Minister/NNP/0/ROOT of/IN/3/case Trade/NNP/1/nmod and/CC/5/cc Looms/NNP/3/conj left/VBD/1/acl"),
        ("OPMAMV", "Minister/NNP/0/ROOT of/IN/3/case Looms/NNP/1/nmod and/CC/5/cc Trade/NNP/3/conj left/VBD/1/acl"),
        ("OPMAXX", "Minister/NNP/0/ROOT of/IN/3/case Trade/NNP/1/nmod and/CC/6/cc Kia/NNP/6/compound Berg/NNP/1/conj"),
        ("OPDMM", "Chair/NNP/0/ROOT of/IN/5/case the/DT/5/det High/NNP/5/compound Council/NNP/1/nmod"),
        ("NMMO", "Thai/JJ/4/amod Security/NNP/3/compound Council/NNP/4/compound Secretary/NNP/0/ROOT"),
        ("DRRO", "the/DT/4/det Security/NNP/3/compound Council/NNP/4/compound president/NN/0/ROOT"),
        ("MO", "former/JJ/2/amod president/NN/0/ROOT"),
        (
            "DMMMMMO",
            "the/DT/7/det 84/CD/4/nummod -/HYPH/4/punct year/NN/6/compound -/HYPH/6/punct old/JJ/7/amod"
            " premier/NN/0/ROOT",
        ),
        ("DOVMH", "The/DT/2/det minister/NN/3/nsubj met=meet/VBD/0/ROOT two/CD/5/nummod envoys=envoy/NNS/3/obj"),
        ("DMH", "The/DT/3/det two/CD/3/nummod men=man/NNS/0/ROOT"),
        ("MV", "Ten/CD/2/nummod men=man/NNS/0/ROOT"),
        ("XV", "Berg/NNP/2/nsubj chair/VB/0/ROOT"),
        ("VNO", "host/VB/0/ROOT Danish/JJ/3/amod premier/NN/1/obj"),
        ("NMH", "Danish/JJ/3/amod technical/JJ/3/amod teams=team/NNS/0/ROOT"),
        ("VV", "turkey/NN/2/nsubj sells=sell/VBZ/0/ROOT"),
        ("DVPV", "the/DT/2/det cup/NN/0/ROOT of/IN/4/case tea/NN/2/nmod"),
    ],
)
def test_each_token_has_the_letter_of_its_class(tree, letters: str, words: str) -> None:
    assert "".join(word_classes(tree(words)[:])) == letters


@pytest.mark.parametrize(
    ("phrase", "letter"),
    [
        ("Denmark", "K"), ("Beijing", "K"), ("the Kremlin", "K"), ("Danish", "N"), ("Danes", "N"), ("NATO", "R"),
        ("European Union", "R"), ("Berg", None), ("Monday", None),
    ],
)  # fmt: skip
def test_a_phrase_of_the_gazetteers_has_their_class(phrase: str, letter: str | None) -> None:
    assert entity_class(phrase) == letter


@pytest.mark.parametrize(
    ("word", "is_pair"),
    [
        ("US-China", True), ("Israeli-Palestinian", True), ("Thai–Lao", True),
        ("US", False), ("us-china", False), ("Berg-Costa", False), ("Anti-Danish", False), ("well-known", False),
    ],
)  # fmt: skip
def test_a_hyphen_may_join_two_nations(word: str, is_pair: bool) -> None:
    assert is_hyphenated_pair(word) is is_pair


@pytest.mark.parametrize(
    ("word", "reports"), [("spokesman", True), ("spokeswoman", True), ("NTB Spokesperson", True), ("minister", False)]
)
def test_a_spokesman_reports_and_a_minister_takes_part(word: str, reports: bool) -> None:
    assert is_reporter(word) is reports


@pytest.mark.parametrize(
    ("words", "country"), [("the pope", "VAT"), ("Secretary of State", "USA"), ("foreign minister", None)]
)
def test_some_offices_tell_their_country_alone(words: str, country: str | None) -> None:
    assert office_country(words) == country


def test_an_honorific_tells_no_office(tree) -> None:
    doc = tree("Mr./NNP/2/compound Berg/NNP/0/ROOT")
    assert [is_honorific(token) for token in doc] == [True, False]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (2, "Tan/NNP/3/compound Sri/NNP/3/compound Berg/NNP/0/ROOT"),
        (2, "H.E./NNP/3/compound Ms./NNP/3/compound Berg/NNP/0/ROOT"),
        (0, "Tan/NNP/2/compound Berg/NNP/0/ROOT"),
        (0, "Sri/NNP/2/compound Berg/NNP/0/ROOT"),
    ],
)
def test_words_that_are_names_too_are_honorifics_only_in_pairs(tree, count: int, words: str) -> None:
    assert sum(is_honorific(token) for token in tree(words)) == count


def test_a_plain_phrase_has_no_quotes_or_commas_around_it(tree) -> None:
    doc = tree(",/,/2/punct Berg/NNP/0/ROOT 's/POS/2/case plan/NN/2/dep ,/,/2/punct")
    assert plain(doc[:]) == "Berg's plan"


def test_who_heads_for_a_place_is_no_group(sentence) -> None:
    span = sentence("Foreign minister heads for Malaysia today.")
    assert word_classes(span)[2] == "V"
