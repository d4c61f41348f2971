"""The training code keeps its promises without any corpus: augmentation, cleaning, sources."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from training import towns, trees
from training.assemble import SOURCES, notice
from training.augment import LEVELS, Names, augment, bare_surnames, gather, swap_names
from training.clean import majority_labels, relabel, without_markers, without_portfolios
from training.held_out import digest, without_held_out
from training.passages import Passage, Token, entities, entity, from_doc, to_doc

DATA = Path(__file__).parents[1] / "transforms" / "data"
MODEL = DATA / "en_parley_news_sm"
NLP = spacy.blank("en")


def passage(*parts: str | tuple[str, str]) -> Passage:
    """Make a passage of plain words and (name, label) entities."""
    tokens: Passage = []
    for part in parts:
        tokens += [Token(w) for w in part.split()] if isinstance(part, str) else entity(part[0].split(), part[1])
    return tokens


def found(tokens: Passage) -> list[tuple[str, str]]:
    """Read the entities back as text and label."""
    return [(" ".join(t.text for t in tokens[start:end]), label) for start, end, label in entities(tokens)]


STORY = passage(
    ("Ana Petrova", "PERSON"), "met", ("Li Wei", "PERSON"), "in", ("Oslo", "GPE"), "on", ("Monday", "DATE"), '. "We',
    "agree", '" ,', ("Petrova", "PERSON"), "told", ("Norwegian", "NORP"), "reporters in", ("New York", "GPE"), ".",
)  # fmt: skip
NAMES = gather([STORY, passage(("Jonas Gahr", "PERSON"), "saw", ("Lima", "GPE"), "and", ("Turkish", "NORP"))])


@pytest.mark.parametrize("change", [change for change, _ in LEVELS], ids=lambda change: change.__name__)
@pytest.mark.parametrize("seed", range(20))
def test_augmented_entities_still_align_with_spacys_tokens(change, seed):
    doc = to_doc(change(STORY, NAMES, random.Random(seed)), NLP.vocab)
    example = Example(NLP.make_doc(doc.text), doc)
    assert doc.ents
    assert len(example.get_aligned_spans_y2x(doc.ents)) == len(doc.ents)


@pytest.mark.parametrize("seed", range(20))
def test_augmentation_is_decided_by_its_seed_alone(seed):
    assert augment(STORY, NAMES, random.Random(seed)) == augment(STORY, NAMES, random.Random(seed))


def test_a_person_renamed_stays_one_person():
    for seed in range(30):
        persons = [text for text, label in found(swap_names(STORY, NAMES, random.Random(seed))) if label == "PERSON"]
        assert persons[2] in persons[0]


def test_a_bare_surname_is_one_token():
    shortened = {found(bare_surnames(STORY, NAMES, random.Random(seed)))[0] for seed in range(9)}
    assert shortened == {("Ana Petrova", "PERSON"), ("Petrova", "PERSON")}


def test_a_doc_comes_back_as_it_was():
    assert from_doc(to_doc(STORY, NLP.vocab)) == STORY


def test_missing_annotation_stays_missing():
    tokens = [Token("Rice", True, None), Token("left")]
    assert from_doc(to_doc(tokens, NLP.vocab)) == tokens


def test_the_clear_majority_decides_and_fills_gaps():
    crowd = [passage(("Rice", "PERSON"), "left")] * 9
    majority = majority_labels([*crowd, passage(("Rice", "ORG"), "left")])
    assert found(relabel(passage(("Rice", "ORG"), "left"), majority)) == [("Rice", "PERSON")]
    assert found(relabel([Token("Rice", True, None), Token("left")], majority)) == [("Rice", "PERSON")]


def test_a_ministers_field_is_no_organisation():
    tokens = passage("Secretary of", ("State", "ORG"), ("Rice", "PERSON"), "left the", ("State Department", "ORG"))
    assert found(without_portfolios(tokens)) == [("Rice", "PERSON"), ("State Department", "ORG")]


def test_markers_of_a_format_are_dropped():
    assert [t.text for t in without_markers(passage("-DOCSTART- Rice left"))] == ["Rice", "left"]


def test_names_are_gathered_once_and_sorted():
    expected = Names(["Ana", "Jonas"], ["Gahr", "Petrova"], [["Lima"], ["New", "York"], ["Oslo"]])
    assert replace(expected, peoples=["Norwegian", "Turkish"]) == NAMES


def test_held_out_sentences_are_cut_from_a_passage():
    tokens = passage('He left . " The U.S. envoy met Rice . " She spoke .')
    kept = without_held_out(tokens, frozenset({digest("The U.S. envoy met Rice.")}))
    assert " ".join(t.text for t in kept) == 'He left . " She spoke .'


TALE = Doc(
    NLP.vocab,
    words=["Then", "Ana", "Petrova", "met", "with", "Jonas", "Gahr", "in", "Oslo", "."],
    spaces=[True] * 8 + [False, False],
    tags=["RB", "NNP", "NNP", "VBD", "IN", "NNP", "NNP", "IN", "NNP", "."],
    pos=["ADV", "PROPN", "PROPN", "VERB", "ADP", "PROPN", "PROPN", "ADP", "PROPN", "PUNCT"],
    heads=[3, 3, 1, 3, 5, 3, 5, 8, 3, 3],
    deps=["advmod", "nsubj", "flat", "ROOT", "case", "obl", "flat", "case", "obl", "punct"],
)
PEOPLE = trees.gather([trees.from_doc(TALE)])


def rewritten(change, seed):
    return trees.to_doc(change(trees.from_doc(TALE), PEOPLE, random.Random(seed)), NLP.vocab)


@pytest.mark.parametrize("change", [trees.rename, trees.entitle, trees.appose, trees.convene, trees.augment])
@pytest.mark.parametrize("seed", range(20))
def test_a_rewritten_tree_is_one_tree_with_the_same_arguments(change, seed):
    doc = rewritten(change, seed)
    (root,) = (t for t in doc if t.dep_ == "ROOT")
    assert [t.dep_ for t in doc if t.head == root and t.dep_ != "ROOT"] == [
        "advmod", "nsubj", "obl", "obl", "punct",
    ]  # fmt: skip
    assert "".join(t.text for t in Example(NLP.make_doc(doc.text), doc).predicted) == doc.text.replace(" ", "")


def test_offices_hang_on_the_first_token_of_the_name():
    seen = {t.head.text for seed in range(20) for t in rewritten(trees.entitle, seed) if t.dep_ == "nmod:desc"}
    assert {"Ana", "Jonas"} <= seen <= {"Ana", "Jonas", "Petrova", "Gahr"}


def test_appositions_stand_between_commas():
    docs = [rewritten(trees.appose, seed) for seed in range(20)]
    assert any(t.dep_ == "appos" for doc in docs for t in doc)
    assert all(doc.text.count(",") == 2 * sum(t.dep_ == "appos" for t in doc) for doc in docs)


DEED = Doc(
    NLP.vocab,
    words=["Ana", "and", "Jonas", "found", "keys", "."],
    spaces=[True] * 4 + [False, False],
    tags=["NNP", "CC", "NNP", "VBD", "NNS", "."],
    pos=["PROPN", "CCONJ", "PROPN", "VERB", "NOUN", "PUNCT"],
    heads=[3, 2, 0, 3, 3, 3],
    deps=["nsubj", "cc", "conj", "ROOT", "obj", "punct"],
)


def test_a_deed_becomes_a_meeting_in_the_past_or_in_the_present_of_headlines():
    docs = [trees.to_doc(trees.convene(trees.from_doc(DEED), PEOPLE, random.Random(n)), NLP.vocab) for n in range(40)]
    assert {doc[3].tag_ for doc in docs} == {"VBD", "VBP"}
    assert {doc[3].text for doc in docs} >= {"hold", "held", "host", "hosted"}
    assert {doc[4].text for doc in docs} >= {"talks", "consultations"}
    assert all([t.dep_ for t in doc] == [t.dep_ for t in DEED] for doc in docs)


def test_who_does_something_without_an_object_meets_or_gathers():
    docs = [rewritten(trees.convene, seed) for seed in range(200)]
    assert {"meets", "met", "gathers"} <= {doc[3].text for doc in docs}
    assert {doc[3].tag_ for doc in docs} == {"VBD", "VBZ"}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["name"])
def test_the_shipped_pipeline_names_its_sources(source):
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert source in meta["sources"]
    assert source["name"] in notice()
    assert (MODEL / "NOTICE").read_text(encoding="utf8") == notice()


def test_the_shipped_pipeline_knows_no_words_of_the_training_texts():
    strings = set(json.loads((MODEL / "vocab" / "strings.json").read_text(encoding="utf8")))
    assert not strings & {"Condoleezza", "Blair", "Wikinews", "Petraeus"}


def test_the_shipped_pipeline_names_no_place_on_a_disk():
    text = (MODEL / "config.cfg").read_text(encoding="utf8") + (MODEL / "meta.json").read_text(encoding="utf8")
    assert "/tmp" not in text
    assert "/home" not in text


def test_the_table_of_towns_is_what_geonames_gives() -> None:
    assert (DATA / "geonames.tsv").read_text("utf-8") == towns.HEADER + "\n".join(towns.lines()) + "\n"
