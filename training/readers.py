"""Corpus readers for the configs: endless epochs, each shuffled and augmented anew (max_epochs = -1)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from training import trees
from training.augment import augment, gather
from training.clean import majority_labels, relabel, without_markers, without_portfolios
from training.held_out import DIGESTS, digests_of, without_held_out
from training.passages import from_doc, to_doc

Reader = Callable[[Language], Iterable[Example]]
Augmenter = Callable[[Language, Example], Iterator[Example]]


@spacy.registry.readers("parley.EntityCorpus.v1")
def entity_corpus(paths: list[Path], tests: list[Path], seed: int = 1) -> Reader:
    """Read DocBins with entities, cleaned and free of test sentences; every epoch rewrites them differently."""
    rng = random.Random(seed)
    digests = DIGESTS | digests_of(Path(test) for test in tests)
    passages = [without_markers(from_doc(doc)) for path in paths for doc in _docs(Path(path))]
    passages = [without_portfolios(kept) for passage in passages if (kept := without_held_out(passage, digests))]
    majority = majority_labels(passages)
    passages = [relabel(passage, majority) for passage in passages]
    names = gather(passages)

    def read(nlp: Language) -> Iterator[Example]:
        rng.shuffle(passages)
        for passage in passages:
            reference = to_doc(augment(passage, names, rng), nlp.vocab)
            yield Example(nlp.make_doc(reference.text), reference)

    return read


@spacy.registry.readers("parley.TreeCorpus.v1")
def tree_corpus(path: Path, augmenter: Augmenter, longest: int = 90, seed: int = 1) -> Reader:
    """Read a DocBin with trees, every epoch cut differently into runs of one to four sentences.

    spaCy makes a costly oracle for every text longer than its cut size: short runs train half as fast again. Half of
    them know their sentence starts beforehand, as they will from the sentencizer.
    """
    rng = random.Random(seed)
    names = trees.gather(trees.from_doc(doc) for doc in _docs(path))

    def read(nlp: Language) -> Iterator[Example]:
        runs = [run for doc in DocBin().from_disk(path).get_docs(nlp.vocab) for run in _runs(doc, longest, rng)]
        rng.shuffle(runs)
        for run in runs:
            run = trees.to_doc(trees.augment(trees.from_doc(run), names, rng), nlp.vocab)
            for example in augmenter(nlp, Example(nlp.make_doc(run.text), run)):
                yield _with_starts(example) if rng.random() < 0.5 else example

    return read


def _runs(doc: Doc, longest: int, rng: random.Random) -> Iterator[Doc]:
    """Cut a doc between sentences; a run ends when it has its share of them or the next would make it too long."""
    start, left = 0, 0
    for sent in doc.sents:
        if sent.start > start and (left == 0 or sent.end - start > longest):
            yield doc[start : sent.start].as_doc()
            start, left = sent.start, 0
        left = left - 1 if left else rng.choice((0, 0, 1, 2, 3))
    yield doc[start:].as_doc()


def _with_starts(example: Example) -> Example:
    """Tell the predicted doc where the gold's sentences start."""
    for token, start in zip(example.predicted, example.get_aligned_sent_starts(), strict=True):
        token.is_sent_start = bool(start) if start is not None else None
    return example


def _docs(path: Path) -> Iterator[Doc]:
    return DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
