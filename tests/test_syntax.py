"""Reading trees: subjects, obliques, conjunctions, auxiliaries and negation, on trees written by hand."""

import pytest

from transforms.language.grammar import syntax

MET = "Berg/NNP/2/nsubj *met=meet/VBD/0/ROOT with/IN/4/case Costa/NNP/2/obl in/IN/6/case Oslo/NNP/2/obl"
LIST = "*Berg/NNP/5/nsubj ,/,/3/punct Costa/NNP/1/conj and/CC/3/cc met=meet/VBD/0/ROOT"
ROUNDS = "three/CD/2/nummod rounds=round/NNS/5/nsubj of/IN/4/case *talks=talk/NNS/2/nmod failed=fail/VBD/0/ROOT"
SPOKE_BESIDE = (
    "Berg/NNP/2/nsubj spoke=speak/VBD/0/ROOT on/IN/5/case the/DT/5/det sidelines=sideline/NNS/2/obl of/IN/8/case "
    "the/DT/8/det *summit/NN/5/nmod"
)


@pytest.mark.parametrize(
    ("subjects", "tree"),
    [
        (["Berg"], "Berg/NNP/2/nsubj *met=meet/VBD/0/ROOT Costa/NNP/2/obj"),
        (["Berg"], "Berg/NNP/2/nsubj agreed=agree/VBD/0/ROOT to/TO/4/mark *meet/VB/2/xcomp Costa/NNP/4/obj"),
        (["Costa"], "Berg/NNP/2/nsubj asked=ask/VBD/0/ROOT Costa/NNP/2/obj to/TO/5/mark *meet/VB/2/xcomp"),
        (["Berg"], "Berg/NNP/2/nsubj flew=fly/VBD/0/ROOT and/CC/4/cc *met=meet/VBD/2/conj Costa/NNP/4/obj"),
        (["Dahl"], "Berg/NNP/2/nsubj flew=fly/VBD/0/ROOT and/CC/5/cc Dahl/NNP/5/nsubj *met=meet/VBD/2/conj"),
        (["Berg"], "Berg/NNP/2/nsubj left=leave/VBD/0/ROOT after/IN/4/mark *meeting=meet/VBG/2/advcl Costa/NNP/4/obj"),
        (["envoy"], "the/DT/2/det envoy/NN/5/nsubj *meeting=meet/VBG/2/acl Costa/NNP/3/obj smiled=smile/VBD/0/ROOT"),
        (
            ["Costa", "Berg"],
            "Costa/NNP/3/nsubj:pass was/VBD/3/aux:pass *received=receive/VBN/0/ROOT by/IN/5/case Berg/NNP/3/obl:agent",
        ),
        (
            ["Costa"],
            "Berg/NNP/2/nsubj thanked=thank/VBD/0/ROOT Costa/NNP/2/obj for/IN/5/mark *meeting=meet/VBG/2/advcl "
            "Dahl/NNP/5/obj",
        ),
        (
            ["Berg"],
            "Berg/NNP/2/nsubj has=have/VBZ/0/ROOT hopes=hope/NNS/2/obj of/IN/5/mark *meeting=meet/VBG/3/acl "
            "Costa/NNP/5/obj",
        ),
        (
            ["Berg"],
            "Berg/NNP/2/nsubj told=tell/VBD/0/ROOT the/DT/4/det plan/NN/2/obj after/IN/6/mark *meeting=meet/VBG/4/acl "
            "Costa/NNP/6/obj",
        ),
        (
            ["doubts"],
            "Berg/NNP/2/nsubj has=have/VBZ/0/ROOT doubts=doubt/NNS/2/obj about/IN/5/mark *meeting=meet/VBG/3/acl "
            "Costa/NNP/5/obj",
        ),
        (
            ["Berg"],
            "Berg/NNP/2/nsubj agreed=agree/VBD/0/ROOT Friday/NNP/2/obj/B-DATE to/TO/5/mark *meet/VB/2/xcomp",
        ),
        (
            ["Costa", "Berg"],
            "Costa/NNP/3/nsubj:pass was/VBD/3/aux:pass *received=receive/VBN/0/ROOT Monday/NNP/3/obl:tmod/B-DATE "
            "by/IN/6/case Berg/NNP/4/nmod",
        ),
        (
            ["Berg"],
            "Berg/NNP/4/nsubj is=be/VBZ/4/cop in/IN/4/case Oslo/NNP/0/ROOT and/CC/6/cc *meets=meet/VBZ/4/conj "
            "Costa/NNP/6/obj",
        ),
        (
            ["Berg"],
            "Berg/NNP/2/nsubj plans=plan/VBZ/0/ROOT to/TO/4/mark *hold/VB/2/xcomp talks=talk/NNS/4/obj Lie/NNP/2/obj",
        ),
        ([], "*Met=meet/VBN/0/ROOT Costa/NNP/1/obj"),
    ],
)
def test_subjects_are_a_verbs_own_or_those_it_shares(token_of, subjects: list[str], tree: str) -> None:
    assert [token.text for token in syntax.subjects(token_of(tree))] == subjects


def test_a_sentence_without_a_finite_verb_has_its_participle_for_one(token_of) -> None:
    noun = token_of("*talks=talk/NNS/0/ROOT resumed=resume/VBN/1/acl in/IN/4/case Oslo/NNP/2/obl")
    assert syntax.governor(noun).text == "resumed"


@pytest.mark.parametrize(
    ("found", "tree"),
    [
        (["Costa"], "Berg/NNP/2/nsubj *met=meet/VBD/0/ROOT Costa/NNP/2/obj"),
        ([], "Berg/NNP/2/nsubj *met=meet/VBD/0/ROOT Friday/NNP/2/obj/B-DATE"),
        (["Costa"], "Berg/NNP/2/nsubj *told=tell/VBD/0/ROOT visiting=visit/VBG/2/ccomp Costa/NNP/3/obj"),
        ([], "Berg/NNP/2/nsubj *began=begin/VBD/0/ROOT by/IN/4/mark visiting=visit/VBG/2/advcl Costa/NNP/4/obj"),
    ],
)
def test_the_objects_of_a_verb_are_no_dates_and_may_stand_behind_visiting(
    token_of, found: list[str], tree: str
) -> None:
    assert [token.text for token in syntax.objects(token_of(tree))] == found


@pytest.mark.parametrize(
    ("prepositions", "tree"),
    [
        ({"with"}, MET.replace("*", "").replace("Costa", "*Costa")),
        ({"of", "ahead"}, "left=leave/VBD/0/ROOT ahead/RB/1/advmod of/IN/4/case *talks=talk/NNS/1/obl"),
    ],
)
def test_a_noun_stands_under_its_prepositions(token_of, prepositions: set[str], tree: str) -> None:
    assert syntax.cases(token_of(tree)) == prepositions


@pytest.mark.parametrize(
    ("passive", "tree"),
    [
        (True, "Costa/NNP/3/nsubj:pass was/VBD/3/aux:pass *received=receive/VBN/0/ROOT"),
        (False, "Berg/NNP/3/nsubj has/VBZ/3/aux *received=receive/VBN/0/ROOT Costa/NNP/3/obj"),
    ],
)
def test_a_passive_is_told_by_its_subject_and_auxiliary(token_of, passive: bool, tree: str) -> None:
    assert syntax.is_passive(token_of(tree)) is passive


@pytest.mark.parametrize(
    ("negated", "tree"),
    [
        (True, "Berg/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod *meet/VB/0/ROOT"),
        (True, "Berg/NNP/4/nsubj did/VBD/4/aux n't/RB/4/advmod *meet/VB/0/ROOT"),
        (True, "Berg/NNP/3/nsubj never/RB/3/advmod *met=meet/VBD/0/ROOT"),
        (True, "no/DT/2/det *meeting/NN/3/nsubj came=come/VBD/0/ROOT"),
        (False, "Berg/NNP/3/nsubj finally/RB/3/advmod *met=meet/VBD/0/ROOT"),
        (False, "Berg/NNP/2/nsubj *met=meet/VBD/0/ROOT not/RB/4/advmod Costa/NNP/2/obj but/CC/6/cc Dahl/NNP/4/conj"),
    ],
)
def test_negation_stands_at_the_word_itself(token_of, negated: bool, tree: str) -> None:
    assert syntax.is_negated(token_of(tree)) is negated


@pytest.mark.parametrize(
    ("prepositions", "found"), [(("with",), ["Costa"]), (("in", "with"), ["Costa", "Oslo"]), (("to",), [])]
)
def test_obliques_are_found_by_preposition(token_of, prepositions: tuple[str, ...], found: list[str]) -> None:
    assert [token.text for token in syntax.obliques(token_of(MET), *prepositions)] == found


def test_the_preposition_of_a_title_is_that_of_the_name(token_of) -> None:
    tree = "met=meet/VBD/0/ROOT with/IN/3/case premier/NN/4/nmod:desc *Costa/NNP/1/obl"
    assert syntax.cases(token_of(tree)) == {"with"}


def test_conjuncts_follow_a_whole_list(token_of) -> None:
    assert [token.text for token in syntax.conjuncts(token_of(LIST))] == ["Berg", "Costa"]


@pytest.mark.parametrize(
    ("above", "tree"),
    [
        ("failed", ROUNDS),
        ("spoke", SPOKE_BESIDE),
        (None, "the/DT/2/det *meeting/NN/0/ROOT"),
        (None, "pact/NN/0/ROOT ,/,/4/punct a/DT/4/det *meeting/NN/1/appos"),
        ("Rome", "Berg/NNP/4/nsubj is/VBZ/4/cop in/IN/4/case Rome/NNP/0/ROOT for/IN/6/case *talks=talk/NNS/4/obl"),
    ],
)
def test_the_verb_above_a_noun_is_found_over_the_nouns_between(token_of, above: str | None, tree: str) -> None:
    verb = syntax.verb_above(token_of(tree))
    assert (verb.text if verb is not None else None) == above


@pytest.mark.parametrize(("top", "tree"), [("rounds", ROUNDS), ("sidelines", SPOKE_BESIDE), ("met", MET)])
def test_the_top_noun_stands_right_under_the_verb(token_of, top: str, tree: str) -> None:
    assert syntax.top_noun(token_of(tree)).text == top


@pytest.mark.parametrize(
    ("helpers", "tree"),
    [
        (["was", "have"], "Berg/NNP/5/nsubj was/VBD/5/aux to/TO/5/mark have/VB/5/aux *met=meet/VBN/0/ROOT"),
        (["will"], "Berg/NNP/3/nsubj will/MD/3/aux fly/VB/0/ROOT and/CC/5/cc *meet/VB/3/conj Costa/NNP/5/obj"),
        ([], "Berg/NNP/3/nsubj will/MD/3/aux fly/VB/0/ROOT if/IN/6/mark they/PRP/6/nsubj *meet/VBP/3/advcl"),
    ],
)
def test_auxiliaries_hold_for_all_verbs_of_a_coordination(token_of, helpers: list[str], tree: str) -> None:
    assert [token.text for token in syntax.auxiliaries(token_of(tree))] == helpers


@pytest.mark.parametrize(
    ("phrase", "tree"),
    [
        ("the Danish envoy", "the/DT/3/det Danish/JJ/3/amod *envoy/NN/0/ROOT to/IN/5/case Rome/NNP/3/nmod"),
        ("two long rounds", "two/CD/3/nummod long/JJ/3/amod *rounds=round/NNS/0/ROOT of/IN/5/case talks/NNS/3/nmod"),
    ],
)
def test_a_noun_phrase_ends_at_its_head(token_of, phrase: str, tree: str) -> None:
    assert syntax.noun_phrase(token_of(tree)).text == phrase


def test_a_relative_pronoun_leads_to_its_noun(token_of) -> None:
    who = "envoy/NN/6/nsubj ,/,/4/punct *who/WP/4/nsubj met=meet/VBD/1/acl:relcl Costa/NNP/4/obj left=leave/VBD/0/ROOT"
    antecedent = syntax.relative_antecedent(token_of(who))
    assert antecedent is not None
    assert antecedent.text == "envoy"
    assert syntax.relative_antecedent(token_of(MET)) is None


def test_an_agent_may_hang_on_a_place_between(token_of) -> None:
    received = (
        "was/VBD/2/aux:pass *received=receive/VBN/0/ROOT at/IN/4/case home/NN/2/obl in/IN/6/case Rome/NNP/4/nmod"
        " by/IN/8/case Costa/NNP/6/nmod"
    )
    assert [agent.text for agent in syntax.own_subjects(token_of(received))] == ["Costa"]


@pytest.mark.parametrize(
    ("lemma", "tree"),
    [
        ("meet", "they/PRP/2/nsubj *met=meet/VBD/0/ROOT"),
        ("meeting", "the/DT/2/det *meeting=meet/NN/0/ROOT"),
        ("talk", "*Talks=talk/NNS/0/ROOT"),
    ],
)
def test_an_uninflected_word_is_its_own_lemma(token_of, lemma: str, tree: str) -> None:
    assert syntax.lemma(token_of(tree)) == lemma


@pytest.mark.parametrize(
    ("word", "tree"),
    [
        (["Berg"], "Berg/NNP/0/ROOT *met=meet/VBD/1/acl Costa/NNP/2/obj"),
        (["Berg"], "Berg/NNP/0/ROOT will/MD/3/aux *meet/VB/1/acl Costa/NNP/3/obj"),
        ([], "to/TO/2/mark *meet/VB/0/ROOT Costa/NNP/2/obj"),
    ],
)
def test_the_word_before_a_finite_verb_may_be_a_missed_subject(token_of, word: list[str], tree: str) -> None:
    assert [token.text for token in syntax.word_before(token_of(tree))] == word


def test_a_verb_joined_to_a_passive_has_its_subject_and_not_its_agent(parse) -> None:
    doc = parse("Berg was expected to be received by President Luca Costa and to hold a meeting with Kari Lie.")
    hold = next(token for token in doc if token.text == "hold")
    assert [token.text for token in syntax.subjects(hold)] == ["Berg"]
    assert syntax.auxiliaries(hold) == []


def test_a_word_is_not_hung_on_what_hangs_on_it(tree) -> None:
    doc = tree(MET.replace("*", ""))
    met, partner, place = doc[1], doc[3], doc[5]
    syntax.hang(met, place, "obl")
    syntax.hang(place, place, "obl")
    assert (met.head, met.dep_, place.head) == (met, "ROOT", met)
    syntax.hang(place, partner, "nmod")
    assert (place.head, place.dep_) == (partner, "nmod")
