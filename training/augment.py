"""Rewrite training passages the way news is written: bare surnames, titles, datelines, headlines, quotes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from training.passages import Passage, Token, entities, entity

WORDS: dict[str, Any] = json.loads((Path(__file__).parent / "offices.json").read_text(encoding="utf8"))
SMALL = frozenset(WORDS["small"])
QUOTES = {'"': "“”", "'": "‘’"}
SENTENCE_END = frozenset(".?!")


@dataclass(frozen=True, slots=True)
class Names:
    """Names to choose from, gathered from the corpus itself: they bring no text of their own."""

    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    places: list[list[str]] = field(default_factory=list)
    peoples: list[str] = field(default_factory=list)


def gather(passages: Iterable[Passage]) -> Names:
    """Collect first names, surnames, places and peoples, each once, in a fixed order."""
    first, last, places, peoples = set(), set(), set(), set()
    for passage in passages:
        for start, end, label in entities(passage):
            texts = [token.text for token in passage[start:end]]
            if not all(_is_word(text) for text in texts):
                continue
            if label == "PERSON" and len(texts) in (2, 3):
                first.add(texts[0])
                last.add(texts[-1])
            elif label == "GPE" and len(texts) < 3:
                places.add(tuple(texts))
            elif label == "NORP" and len(texts) == 1 and texts[0][-1] in "nhie":
                peoples.add(texts[0])
    return Names(sorted(first), sorted(last), [list(p) for p in sorted(places)], sorted(peoples))


def _is_word(text: str) -> bool:
    return len(text) > 2 and text[0].isupper() and text.replace("-", "").isalpha() and not text.isupper()


def _rewrite(passage: Passage, change: Callable[[int, int, str], Passage | None]) -> Passage:
    """Replace the entities for which `change` gives new tokens."""
    result: Passage = []
    done = 0
    for start, end, label in entities(passage):
        new = change(start, end, label)
        if new is not None:
            result += [*passage[done:start], *new]
            done = end
    return result + passage[done:]


def swap_names(passage: Passage, names: Names, rng: random.Random) -> Passage:
    """Rename the persons, the same one to the same name, so that context and not fame makes a person."""
    renamed: dict[str, tuple[list[str], list[str]]] = {}

    def change(start: int, end: int, label: str) -> Passage | None:
        texts = [token.text for token in passage[start:end]]
        if label != "PERSON" or len(texts) > 3 or not _is_word(texts[-1]):
            return None
        if texts[-1] not in renamed:
            renamed[texts[-1]] = new_name(names, rng)
        full, bare = renamed[texts[-1]]
        return entity(full if len(texts) > 1 else bare, label, passage[end - 1].space)

    return _rewrite(passage, change)


def new_name(names: Names, rng: random.Random) -> tuple[list[str], list[str]]:
    """Make up a person's full name and what later mentions call them."""
    first, last, kind = rng.choice(names.first), rng.choice(names.last), rng.random()
    if kind < 0.65:
        return [first, last], [last]
    if kind < 0.75:
        return [first, rng.choice("ABCDEFGHJKLMNPRSTW") + ".", last], [last]
    if kind < 0.8:
        return [first, rng.choice(["bin", "al", "van", "de", "von", "da", "Al"]), last], [last]
    if kind < 0.83:
        return [first, "bin", rng.choice(names.first), "Al", last], ["Al", last]
    if kind < 0.86:
        return [first, rng.choice(names.last), last], [last]
    family, (one, two) = rng.choice(WORDS["families"]), rng.sample(WORDS["syllables"], 2)
    given = rng.choice([[f"{one}-{two.lower()}"], [one], [one, two], [one + two.lower()]])
    return [family, *given], [family]


def swap_places(passage: Passage, names: Names, rng: random.Random) -> Passage:
    """Exchange places, so that a rare name is not a person's by default."""
    renamed: dict[str, list[str]] = {}

    def change(start: int, end: int, label: str) -> Passage | None:
        texts = [token.text for token in passage[start:end]]
        if label != "GPE" or len(texts) > 2 or not all(_is_word(text) for text in texts) or rng.random() < 0.5:
            return None
        new = renamed.setdefault(" ".join(texts), rng.choice(names.places))
        return entity(new, label, passage[end - 1].space)

    return _rewrite(passage, change)


def bare_surnames(passage: Passage, names: Names, rng: random.Random) -> Passage:
    """Shorten full names to the surname, as every mention but the first has it."""

    def change(start: int, end: int, label: str) -> Passage | None:
        if label != "PERSON" or end - start not in (2, 3) or not _is_word(passage[end - 1].text):
            return None
        return [replace(passage[end - 1], tag="B-PERSON")] if rng.random() < 0.6 else None

    return _rewrite(passage, change)


def add_titles(passage: Passage, names: Names, rng: random.Random) -> Passage:
    """Put offices before persons: the office is no entity, the country or people in it is one."""

    def change(start: int, end: int, label: str) -> Passage | None:
        before = passage[start - 1].text if start else "."
        if label != "PERSON" or before[0].isupper() or before in "-–/." or rng.random() < 0.4:
            return None
        return [*_whose(names, rng), *_office(names, rng), *passage[start:end]]

    return _rewrite(passage, change)


def _whose(names: Names, rng: random.Random) -> Passage:
    """Whom an office belongs to: a people, a country, or nobody named."""
    kind = rng.random()
    if kind < 0.3:
        return entity([rng.choice(names.peoples)], "NORP")
    if kind < 0.4:
        return entity(["U.S."], "GPE")
    if kind < 0.5:
        return [*entity(rng.choice(names.places), "GPE", space=False), Token(rng.choice(["'s", "’s"]))]
    return entity(rng.choice(names.places), "GPE") if kind < 0.55 else []


def _office(names: Names, rng: random.Random) -> Passage:
    """An office: Foreign Minister, Special Envoy for Yemen, Under Secretary of State for Political Affairs."""
    post, task, kind = rng.choice(WORDS["posts"]), rng.choice(WORDS["fields"]), rng.random()
    if kind < 0.55:
        return _words(rng.choice(WORDS["heads"]))
    if kind < 0.65:
        return [*_words(post), Token("for"), *entity(rng.choice(names.places), "GPE")]
    if kind < 0.75:
        return _words(f"{task} {post.split()[-1]}")
    return _words(f"{post} {rng.choice(['for', 'for', 'of'])} {task}")


def _words(text: str) -> Passage:
    parts = text.replace(",", " ,").split()
    return [Token(part, space=after != ",") for part, after in zip(parts, [*parts[1:], ""], strict=True)]


def add_dateline(passage: Passage, names: Names, rng: random.Random) -> Passage:
    """Begin with a dateline: CITY, Country (Agency) -."""
    city = rng.choice(names.places)
    upper = rng.random() < 0.6
    line = entity([text.upper() if upper else text for text in city], "GPE", space=False)
    if rng.random() < 0.4:
        line += [Token(","), *entity(rng.choice(names.places), "GPE", space=False)]
    if rng.random() < 0.3:
        line += [
            Token(","),
            *entity([rng.choice(WORDS["months"]), str(rng.randint(1, 30))], "DATE", space=False),
        ]
    if rng.random() < 0.7:
        line[-1] = replace(line[-1], space=True)
        line += [Token("(", False), *entity([rng.choice(WORDS["agencies"])], "ORG", space=False), Token(")")]
        return [*line, Token(rng.choice("-–—")), *passage]
    return [*line, Token(":"), *passage]


def headline(passage: Passage, names: Names, rng: random.Random) -> Passage:
    """Write the first sentence as a headline: Its Words Capital, or ALL CAPITALS."""
    ends = [i for i, token in enumerate(passage) if token.text in SENTENCE_END]
    sentence = passage[: ends[0]] if ends else passage
    if rng.random() < 0.25:
        return [replace(token, text=token.text.upper()) for token in sentence]
    return [
        token if token.text in SMALL else replace(token, text=token.text[:1].upper() + token.text[1:])
        for token in sentence
    ] or passage


def curl_quotes(passage: Passage, names: Names, rng: random.Random) -> Passage:
    """Set typographic quotes and apostrophes."""
    result, opened = [], False
    for i, token in enumerate(passage):
        text = token.text
        if text in QUOTES and (text == '"' or len(text) == 1):
            opened = not opened if text == '"' else bool(i and passage[i - 1].space)
            text = QUOTES[text][0 if opened else 1]
        elif "'" in text:
            text = text.replace("'", "’")
        result.append(replace(token, text=text))
    return result


def straighten_quotes(passage: Passage, names: Names, rng: random.Random) -> Passage:
    """Set typewriter quotes and apostrophes."""
    plain = str.maketrans("“”‘’", "\"\"''")
    return [replace(token, text=token.text.translate(plain)) for token in passage]


Augmenter = Callable[[Passage, Names, random.Random], Passage]
LEVELS: tuple[tuple[Augmenter, float], ...] = (
    (bare_surnames, 0.3),
    (swap_names, 0.4),
    (swap_places, 0.15),
    (add_titles, 0.25),
    (headline, 0.06),
    (add_dateline, 0.05),
    (straighten_quotes, 0.3),
    (curl_quotes, 0.3),
)


def augment(passage: Passage, names: Names, rng: random.Random) -> Passage:
    """Apply each augmentation with its own probability, in order."""
    for change, level in LEVELS:
        if rng.random() < level:
            passage = change(passage, names, rng)
    return passage
