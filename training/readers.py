"""Corpus readers for the configs: endless epochs, each shuffled and augmented anew (max_epochs = -1)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus, Example

from training.augment import augment, gather
from training.clean import majority_labels, relabel, without_markers, without_portfolios
from training.passages import from_doc, to_doc

Reader = Callable[[Language], Iterable[Example]]


@spacy.registry.readers("parley.EntityCorpus.v1")
def entity_corpus(paths: list[Path], seed: int = 1) -> Reader:
    """Read DocBins with entities, cleaned; every epoch rewrites the passages differently."""
    rng = random.Random(seed)
    passages = [without_portfolios(without_markers(from_doc(doc))) for path in paths for doc in _docs(path)]
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
def tree_corpus(path: Path, augmenter: Callable[[Language, Example], Iterator[Example]]) -> Reader:
    """Read a DocBin with trees; spaCy's own reader, shuffled, which its config does not offer."""
    return Corpus(path, gold_preproc=False, shuffle=True, augmenter=augmenter)


def _docs(path: Path) -> Iterator[Doc]:
    return DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
