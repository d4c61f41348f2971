"""Loading the pipeline, cutting a text into paragraphs, and joining what is read into one Doc."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.language import nlp
from transforms.language.grammar import syntax

AWKWARD = [
    "",
    " ",
    "\n",
    "\n\nBerg met Costa.\n\n\nThey talked.\n",
    "Berg  met   Costa .",
    "Berg met Costa.\r\nThey talked.\r\n",
    "\tBerg met Costa.\u00a0They talked.",
    "“Berg’s plan,” he said — twice — “is ‘good’.”",
    "OSLO, May 3 (NTB) - Berg met Costa.",
    "Ærø, Łódź, São Tomé, 北京, عمّان 🕊️",
    "no capitals no stops\nno end",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_the_text_of_what_is_read_is_the_text(pipeline, text: str) -> None:
    assert nlp.read(pipeline, text).text == text
    assert "".join(nlp.paragraphs(text)) == text


@given(text=st.text(st.characters(codec="utf-8"), max_size=80) | st.text("Aa.,-—– \n\t“’()", max_size=60))
@settings(max_examples=30, deadline=None)
def test_any_text_is_read_character_for_character(pipeline, text: str) -> None:
    assert nlp.read(pipeline, text).text == text
    assert "".join(nlp.paragraphs(text)) == text


def test_a_line_end_ends_a_sentence(pipeline) -> None:
    doc = nlp.read(pipeline, "Berg and Costa in Oslo\nThe president met her guest on Monday.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Berg and Costa in Oslo",
        "The president met her guest on Monday.",
    ]


def test_a_dateline_is_a_piece_of_its_own() -> None:
    assert nlp.paragraphs("Fog\nOSLO, May 3 (NTB) - Berg met Costa.") == [
        "Fog\n",
        "OSLO, May 3 (NTB) - ",
        "Berg met Costa.",
    ]


def test_a_text_of_which_a_paragraph_is_worth_reading_is_read_whole(pipeline) -> None:
    text = "Fog on Oslo\nFog lay on Oslo.\nAnna Berg met Luca Costa in Rome.\n\nLuca Costa slept. It rained."
    doc, whole = nlp.read_where(pipeline, text, lambda p: "met" in p, lambda _: True), nlp.read(pipeline, text)
    assert doc.text == whole.text == text
    assert [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in doc] == [
        (t.tag_, t.dep_, t.head.i, t.ent_type_) for t in whole
    ]
    assert all(sentence.root.tag_ for sentence in doc.sents)


def test_a_text_of_which_nothing_is_worth_reading_is_not_read(pipeline) -> None:
    text = "Fog lay on Oslo.\nAnna Berg met resistance.\nIt rained."
    asked: list[str] = []
    assert (
        nlp.read_where(pipeline, text, lambda paragraph: "met" in paragraph, lambda doc: asked.append(doc.text)) is None
    )
    assert asked == ["Anna Berg met resistance.\n"]


def test_names_are_those_that_the_whole_pipeline_marks(pipeline) -> None:
    text = "Foreign Minister Anna Berg of Denmark met Luca Costa in Rome on Monday, Mr. Costa said. So did the E.U."
    whole, read = pipeline(text), nlp.read(pipeline, text)
    assert [(e.start_char, e.end_char, e.label_) for e in read.ents] == [
        (e.start_char, e.end_char, e.label_) for e in whole.ents
    ]
    assert [(t.tag_, t.dep_, t.head.i, t.lemma_, t.ent_iob_) for t in read] == [
        (t.tag_, t.dep_, t.head.i, t.lemma_, t.ent_iob_) for t in whole
    ]


@pytest.mark.parametrize("model", ["no_such_pipeline", "/no/such/folder"])
def test_a_pipeline_that_is_not_there_is_an_error_that_says_what_to_do(model: str) -> None:
    with pytest.raises(nlp.ModelError, match=r"cannot be loaded .* give the name of an installed one or its folder"):
        nlp.load(model)


def test_a_pipeline_without_the_labels_is_an_error_that_names_them(tmp_path) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path)
    with pytest.raises(nlp.ModelError, match="lacks ner labels GPE, NORP, ORG, PERSON"):
        nlp.load(str(tmp_path))


def test_the_pipeline_is_loaded_once_and_named_with_its_version(pipeline) -> None:
    assert nlp.load() is pipeline
    assert nlp.model_version(pipeline) == f"{pipeline.meta['name']}-{pipeline.meta['version']}"


@pytest.mark.parametrize("title", ["Hon.", "Amb.", "Smt.", "Col.", "Lt.", "Maj.-Gen.", "Eng."])
def test_the_dot_of_a_title_ends_no_sentence(pipeline, title: str) -> None:
    doc = nlp.read(pipeline, f"Foreign Minister {title} Karl Holm met Italian officials.")
    assert title in [token.text for token in doc]
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["Kh.Battulga", "left"], "Kh.Battulga left"),
        (["A.Berg", "left"], "A.Berg left"),
        (["the", "pact", ".", "Berg", "left"], "the pact.Berg left"),
    ],
)
def test_an_initial_without_a_space_behind_it_is_of_the_name(pipeline, words: list[str], text: str) -> None:
    assert [token.text for token in nlp.read(pipeline, text)] == words


@pytest.mark.parametrize(
    ("acts", "text"),
    [
        ({"host"}, "Denmark co-hosted the conference on Monday."),
        ({"lead"}, "Berg and Costa co-led the talks."),
    ],
)
def test_what_is_done_together_is_one_word_and_the_act(parse, acts: set[str], text: str) -> None:
    assert {syntax.lemma(token) for token in parse(text) if token.lower_.startswith("co-")} == acts


def test_an_excellency_is_no_pronoun(parse) -> None:
    assert "PRP" not in {token.tag_ for token in parse("HE Prime Minister Luca Costa was received by HH the Amir.")}


def test_to_kick_start_is_one_verb(parse) -> None:
    doc = parse("She hopes to kick-start the talks.")
    assert [(t.text, t.pos_) for t in doc if "start" in t.text] == [("kick-start", "VERB")]
