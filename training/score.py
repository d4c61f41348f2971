"""Score pipelines side by side on the test parts: `python -m training.score --corpora DIR MODEL...`."""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import PRFScore, Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

ENTITY_TESTS = ("t_pud_n.jsonl", "t_gum.jsonl", "t_gmb.jsonl")
TREE_TESTS = ("ud_test_pud_news", "ud_test_pud_wiki", "ud_test_gum", "ud_test_ewt")
ENTITY_GROUPS = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "NORP": "NORP",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
KINDS = ("PERSON", "ORG", "NORP", "place", "DATE")
RELATIONS = ("nsubj", "obj", "obl", "conj", "appos", "nmod")


def entity_scores(nlp: Language, path: Path) -> Iterator[tuple[str, float]]:
    """Compare entities with the gold's, exactly, in the kinds a test marks; GPE, LOC and FAC are one, place."""
    records = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    counts = Counter(kind for record in records for _, _, kind in _spans(record["ents"]))
    kinds = {kind for kind, count in counts.items() if count >= 10}
    scores: dict[str, PRFScore] = defaultdict(PRFScore)
    for record, doc in zip(records, nlp.pipe(record["text"] for record in records), strict=True):
        gold = _spans(record["ents"])
        found = _spans((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
        for row in ("all", *KINDS, *_genre(record["id"])):
            wanted = {row} & set(KINDS) or kinds
            scores[row].score_set(*({s for s in spans if s[2] in wanted} for spans in (found, gold)))
    for row, score in scores.items():
        if row in kinds or row not in KINDS:
            yield f"{path.stem} {row}", score.fscore


def _spans(spans: Iterable[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
    return {(start, end, ENTITY_GROUPS.get(label, label)) for start, end, label in spans}


def _genre(name: str) -> list[str]:
    """Read the genre off the name of a GUM document, GUM_news_nasa."""
    return [f"genre {name.split('_')[1]}"] if name.startswith("GUM_") else []


def tree_scores(nlp: Language, path: Path) -> Iterator[tuple[str, float]]:
    """Compare tags, trees and sentences with the gold's, relations by label."""
    golds = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    docs = nlp.pipe(gold.text for gold in golds)
    examples = [Example(doc, gold) for doc, gold in zip(docs, golds, strict=True)]
    result = Scorer(nlp).score(examples)
    for name in ("tag_acc", "pos_acc", "dep_uas", "dep_las", "sents_f"):
        yield f"{path.stem} {name}", result[name] or 0.0
    for relation in RELATIONS:
        yield f"{path.stem} {relation}", result["dep_las_per_type"].get(relation, {"f": 0.0})["f"]


def words_per_second(nlp: Language, docs: list[Doc]) -> float:
    """Time the whole pipeline on texts; the best of three."""
    texts = [doc.text for doc in docs]
    words = sum(len(doc) for doc in docs)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        list(nlp.pipe(texts))
        times.append(time.perf_counter() - start)
    return words / min(times)


def score(model: Path, corpora: Path) -> dict[str, float]:
    """Give every figure of one model."""
    nlp = spacy.load(model)
    result: dict[str, float] = {}
    for test in ENTITY_TESTS:
        result.update(entity_scores(nlp, corpora / test))
    if nlp.has_pipe("parser"):
        for test in TREE_TESTS:
            result.update(tree_scores(nlp, corpora / f"{test}.spacy"))
    docs = list(DocBin().from_disk(corpora / "ud_test_pud_news.spacy").get_docs(nlp.vocab))
    return {**{name: 100 * value for name, value in result.items()}, "words/s": words_per_second(nlp, docs)}


def main() -> None:
    """Read the command line and print one row a figure, one column a model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--corpora", type=Path, required=True)
    options = parser.parse_args()
    columns = [score(model, options.corpora) for model in options.models]
    print("| figure |", " | ".join(model.name for model in options.models), "|")
    print("| --- |" + " --- |" * len(columns))
    for name in max(columns, key=len):
        print(f"| {name} |", " | ".join(f"{column.get(name, float('nan')):.1f}" for column in columns), "|")


if __name__ == "__main__":
    main()
