"""Put trained parts together into the pipeline that ships: entities first, then sentences, tags, trees, lemmas."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

VERSION = "0.3.0"
SOURCES: list[dict[str, str]] = json.loads((Path(__file__).parent / "sources.json").read_text(encoding="utf8"))
DESCRIPTION = (
    "Small English pipeline for diplomatic news, for the CPU: entities, tags, Universal Dependencies trees and "
    "lemmas, trained on open corpora."
)


def assemble(entities: Path, trees: Path, output: Path) -> Language:
    """Write the pipeline made of an entity recognizer and a tagger with parser, each with its own tok2vec."""
    nlp = spacy.blank("en")
    ner, ud = spacy.load(entities), spacy.load(trees)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W113\]")  # no part has vectors, so none can differ
        nlp.add_pipe("ner", source=ner)
        for name in ("tok2vec", "tagger", "morphologizer"):
            nlp.add_pipe(name, source=ud)
        nlp.add_pipe("sentencizer")
        nlp.add_pipe("parser", source=ud)
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize()  # type: ignore[attr-defined]
    nlp.meta.update(meta())
    trim_strings(nlp)
    nlp.to_disk(output)
    (output / "NOTICE").write_text(notice(), encoding="utf8")
    return nlp


def meta() -> dict[str, Any]:
    """Describe the pipeline: its name, version, licence and what it derives from."""
    return {
        "name": "parley_news_sm",
        "version": VERSION,
        "description": DESCRIPTION,
        "license": "CC BY-SA 4.0",
        "sources": SOURCES,
        "performance": {},
    }


def trim_strings(nlp: Language) -> None:
    """Forget the words of the training texts: only English's own strings and the labels stay in the store."""
    labels = {label for _, component in nlp.pipeline for label in getattr(component, "labels", ())}
    parts = {part for label in labels for part in label.replace("|", "=").split("=")}
    nlp.vocab.strings._reset_and_load(sorted({*spacy.blank("en").vocab.strings, *labels, *parts}))


def notice() -> str:
    """Name the sources of the pipeline, as their licences ask."""
    lines = [
        "en_parley_news_sm: an English spaCy pipeline, offered under CC BY-SA 4.0",
        "(https://creativecommons.org/licenses/by-sa/4.0/). The program that uses it has its own licence.",
        "",
        "The weights derive from these works, whose authors endorse neither the pipeline nor its use:",
        "",
    ]
    for source in SOURCES:
        lines += [
            f"- {source['name']}",
            f"  {source['url']}",
            f"  {source['license']}; used for: {source['use']}",
        ]
    return "\n".join(lines) + "\n"
