"""The spaCy pipeline that parley reads with: loaded once a process, checked for what the rules need.

spaCy sees one paragraph at a time, since its sentence boundaries come from punctuation and headings have none; the
paragraphs are then joined into one Doc whose text is the article's, character for character.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from transforms.language.grammar.syntax import HYPHENATED
from transforms.language.lexicon.leaders import find_leader
from transforms.language.lexicon.word_classes import INITIALED
from transforms.language.mending.mending import mend
from transforms.language.parties.entities import with_missed_leaders
from transforms.language.toponyms.datelines import find_dateline

DEFAULT_MODEL = str(Path(__file__).parent.parent / "data" / "en_parley_news_sm")

REQUIRED_LABELS = {
    "ner": {"PERSON", "ORG", "GPE", "NORP"},
    "parser": {
        "nsubj",
        "nsubj:pass",
        "obj",
        "obl",
        "nmod",
        "nmod:poss",
        "conj",
        "case",
        "appos",
        "flat",
        "xcomp",
        "advcl",
    },
    "tagger": {"VBD", "VBN", "VBZ", "VBG", "MD", "NNP", "PRP"},
}

_ABBREVIATIONS = (
    "Adv. Amb. Brig. Brig.-Gen. Capt. Cde. Cmdr. Col. Col.-Gen. Dato' Dato’ Eng. Engr. Hon. Lt. Lt.-Col. Lt.-Gen. Maj. "
    "Maj.-Gen. Msgr. retd. Rt. Sgt. Smt. Th."
).split()  # titles whose dot ends no sentence
_NAMING = ("ner",)
_PARSING = ("tok2vec", "tagger", "morphologizer", "parser", "lemmatizer")
_STYLES = ("HE", "HH", "HM", "HRH")
_PARAGRAPH = re.compile(r"[^\n]*\n*")


class ModelError(ValueError):
    """The spaCy pipeline named cannot be loaded, or lacks what the rules need."""


def load(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of this name or path, one per process.

    Raises ModelError, saying what to do, when it is not there or lacks labels that the rules need.
    """
    return _load(model)


@cache
def _load(model: str) -> Language:
    # numpy's OpenBLAS multiplies these matrices faster than BLIS, and fastest in one thread: they are small, and
    # several workers on one machine would fight over its cores.
    threadpool_limits(1, user_api="blas")
    try:
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"spaCy pipeline {model!r} cannot be loaded ({error}); give the name of an installed one or its folder"
        ) from error
    for word in _ABBREVIATIONS:
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])  # type: ignore[union-attr]
    nlp.tokenizer.token_match = INITIALED.fullmatch  # type: ignore[union-attr]
    for word in HYPHENATED:
        _read_alike(nlp, word, word.partition("-")[2])
    for component, labels in REQUIRED_LABELS.items():
        has = set(getattr(nlp.get_pipe(component), "labels", ())) if component in nlp.pipe_names else set()
        if missing := sorted(labels - has):
            raise ModelError(
                f"spaCy pipeline {model!r} lacks {component} labels {', '.join(missing)}; parley needs a pipeline with "
                "Universal Dependencies trees and OntoNotes-like entities, such as its own"
            )
    return nlp


def _read_alike(nlp: Language, word: str, other: str) -> None:
    """Makes a word one token, capitalised too, that the network reads as it reads the other ("co-hosted", "hosted")."""
    alike = nlp.vocab[other]
    for form in (word, word.capitalize()):
        nlp.tokenizer.add_special_case(form, [{ORTH: form, NORM: alike.norm_}])  # type: ignore[union-attr]
        nlp.vocab[form].prefix, nlp.vocab[form].shape = alike.prefix, alike.shape


def model_version(nlp: Language) -> str:
    """Name and version of the pipeline, as mentions record it."""
    return f"{nlp.meta['name']}-{nlp.meta['version']}"


def paragraphs(text: str) -> list[str]:
    """The text cut at line ends and after datelines; joined, the pieces are the text."""
    pieces = []
    for match in _PARAGRAPH.finditer(text):
        if not (paragraph := match.group()):
            continue
        dateline = find_dateline(paragraph)
        pieces += [paragraph[: dateline.end], paragraph[dateline.end :]] if dateline else [paragraph]
    return pieces


def read(nlp: Language, text: str) -> Doc:
    """The whole text read: one Doc, whose text is the text given, with a sentence boundary at every line end."""
    return read_where(nlp, text, bool, lambda _: True) or nlp.make_doc(text)


def read_where(nlp: Language, text: str, can_tell: Callable[[str], bool], tells: Callable[[Doc], bool]) -> Doc | None:
    """The text read as `read` does; None where no paragraph that can tell something does.

    can_tell is asked of a paragraph's text, then tells of its Doc, in which no names are marked.
    """
    pieces = paragraphs(text)
    parsed = _parse(nlp, pieces, [n for n, piece in enumerate(pieces) if can_tell(piece)])
    if not any(map(tells, parsed.values())):
        return None
    parsed |= _parse(nlp, pieces, [n for n in range(len(pieces)) if n not in parsed])
    named = nlp.pipe((_tokenized(nlp, piece) for piece in pieces), disable=_PARSING)
    docs = [_with_names(parsed[n], doc) for n, doc in enumerate(named)]
    return Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]


def _parse(nlp: Language, pieces: list[str], chosen: list[int]) -> dict[int, Doc]:
    docs = nlp.pipe((_tokenized(nlp, pieces[n]) for n in chosen), disable=_NAMING)
    return dict(zip(chosen, map(mend, docs), strict=True))


def _tokenized(nlp: Language, text: str) -> Doc:
    """The tokens of a text; a leader's surname that is also a word of grammar has the norm of the name beside it.

    By its norm the network reads "He Lifeng" and "To Lam" as names.
    """
    doc = nlp.make_doc(text)
    for word, name in pairwise(doc):
        if word.text in _STYLES and (name.text.istitle() or name.text == "the"):
            word.norm_ = "mr."
        if word.is_stop and word.text.istitle() and name.text.istitle() and find_leader(f"{word.text} {name.text}"):
            word.norm_ = name.norm_
    return doc


def _with_names(parsed: Doc, named: Doc) -> Doc:
    """The parsed Doc with the entities of the other, of the same text, and with the leaders whom that one missed."""
    entities = [Span(parsed, entity.start, entity.end, entity.label) for entity in named.ents]
    parsed.set_ents(with_missed_leaders(parsed, entities), default="outside")
    return parsed
