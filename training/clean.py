"""Take noise out of the annotation: markers, and names labelled against the corpus's own clear majority."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from training.passages import Passage, entities

MARKERS = frozenset({"-DOCSTART-"})
OFFICES = frozenset(["Secretary", "Secretaries", "Minister", "Ministers", "Undersecretary"])
NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
LEAST, SHARE = 5, 0.85
Majority = dict[tuple[str, ...], str]


def without_markers(passage: Passage) -> Passage:
    """Drop tokens that a corpus format, not a writer, put there."""
    return [token for token in passage if token.text not in MARKERS]


def majority_labels(passages: list[Passage]) -> Majority:
    """Tell the label of every name that is seen often enough and labelled alike nearly always."""
    counts: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for passage in passages:
        for start, end, label in entities(passage):
            counts[_texts(passage, start, end)][label] += 1
    tops = ((texts, *labels.most_common(1)[0], labels.total()) for texts, labels in counts.items())
    return {texts: label for texts, label, n, total in tops if total >= LEAST and n >= SHARE * total}


def relabel(passage: Passage, majority: Majority) -> Passage:
    """Give names their majority label, and fill in unknown stretches that are a known person or place."""
    result = list(passage)
    for start, end, label in entities(passage):
        new = majority.get(_texts(passage, start, end), label)
        if {label, new} <= NAMES:
            _label(result, start, end, new)
    for start, end in _unknown(passage):
        new = majority.get(_texts(passage, start, end), "")
        if new in ("PERSON", "GPE"):
            _label(result, start, end, new)
    return result


def without_portfolios(passage: Passage) -> Passage:
    """Unlabel the State of a Secretary of State: a minister's field is part of the title, not an organisation."""
    result = list(passage)
    for start, end, label in entities(passage):
        before = _texts(passage, max(0, start - 2), start)
        if label == "ORG" and len(before) == 2 and before[0] in OFFICES and before[1] in ("of", "for"):
            result[start:end] = [replace(token, tag="O") for token in passage[start:end]]
    return result


def _label(passage: Passage, start: int, end: int, label: str) -> None:
    for i in range(start, end):
        passage[i] = replace(passage[i], tag=f"{'B' if i == start else 'I'}-{label}")


def _unknown(passage: Passage) -> list[tuple[int, int]]:
    """Find the stretches of tokens whose annotation is missing."""
    bounds = [i for i in range(len(passage) + 1) if _missing(passage, i) != _missing(passage, i - 1)]
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def _missing(passage: Passage, i: int) -> bool:
    return 0 <= i < len(passage) and passage[i].tag is None


def _texts(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    return tuple(token.text for token in passage[start:end])
