"""What the tests of language share: the pipeline, trees written by hand, and the meetings that a few words tell."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from schemas.article import Article
from schemas.mention import Mention
from transforms.language import nlp
from transforms.language.anchors.patterns import find_anchors
from transforms.language.events.event import Event
from transforms.language.events.events import find_events
from transforms.language.events.participants import Cast
from transforms.language.mentions import extract_mentions
from transforms.language.parties.actors import find_parties
from transforms.language.parties.party import Party
from transforms.language.temporal.dates import find_dates

settings.register_profile("fixed", derandomize=True, deadline=None)
settings.load_profile("fixed")

WEDNESDAY = date(2031, 5, 7)
_POS = {"NNP": "PROPN", "NN": "NOUN", "JJ": "ADJ", "VB": "VERB", "RB": "ADV", "PRP": "PRON", "W": "PRON", "CD": "NUM"}
_VOCAB = spacy.blank("en").vocab


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """The spaCy pipeline that parley ships, loaded once for all tests."""
    return nlp.load()


def plant(words: str) -> Doc:
    """A Doc of words written as "text=lemma/tag/head/dep", heads counted from 1, 0 for a root.

    The lemma is left out where it is the text in lower case. A word of an entity has its tag last ("B-GPE").
    """
    rows = [word.split("/") for word in words.split()]
    forms = [row[0].partition("=") for row in rows]
    closed = [row[1] in ("HYPH", "POS", ",", ".") for row in rows]
    open_after = [row[1] != "HYPH" for row in rows]
    return Doc(
        _VOCAB,
        spaces=[after and not before for after, before in zip(open_after, [*closed[1:], True], strict=True)],
        words=[text for text, _, _ in forms],
        lemmas=[lemma or text.lower() for text, _, lemma in forms],
        tags=[row[1] for row in rows],
        pos=[_pos(row[1], row[3]) for row in rows],
        heads=[int(row[2]) - 1 if int(row[2]) else i for i, row in enumerate(rows)],
        deps=[row[3] for row in rows],
        ents=[row[4] if len(row) > 4 else "O" for row in rows],
    )


def _pos(tag: str, dep: str) -> str:
    if dep.startswith(("aux", "cop")):
        return "AUX"
    if dep in ("mark", "case", "cc", "det", "punct"):
        return {"mark": "PART", "case": "ADP", "cc": "CCONJ", "det": "DET", "punct": "PUNCT"}[dep]
    return next((pos for start, pos in _POS.items() if tag.startswith(start)), "X")


@pytest.fixture(scope="session")
def tree() -> Callable[[str], Doc]:
    """Trees written by hand; see plant."""
    return plant


@pytest.fixture(scope="session")
def token_of() -> Callable[[str], Token]:
    """The token of a tree written by hand whose word has a star before it."""

    def find(words: str) -> Token:
        starred = next(i for i, word in enumerate(words.split()) if word.startswith("*"))
        return plant(words.replace("*", ""))[starred]

    return find


@pytest.fixture(scope="session")
def parse(pipeline: Language) -> Callable[[str], Doc]:
    """A text as the pipeline reads it, each text once."""
    return cache(lambda text: nlp.read(pipeline, text))


@pytest.fixture(scope="session")
def sentence(parse: Callable[[str], Doc]) -> Callable[[str], Span]:
    """The first sentence of a text as the pipeline reads it."""
    return lambda text: next(iter(parse(text).sents))


@pytest.fixture(scope="session")
def parties(parse: Callable[[str], Doc]) -> Callable[[str], list[Party]]:
    """The parties of a text of 2031."""
    return lambda text: find_parties(parse(text), 2031)


def article(text: str, published: date | None = WEDNESDAY, title: str | None = None, article_id: str = "a") -> Article:
    """An article of this text, published at noon."""
    when = datetime(published.year, published.month, published.day, 12, tzinfo=UTC) if published else None
    return Article(article_id, None, None, "test", None, title, text, "en", when, "header" if when else "none")


@pytest.fixture(scope="session")
def told(pipeline: Language) -> Callable[..., list[Mention]]:
    """The meetings that a text tells, published on Wednesday, 7 May 2031 unless another day is given."""

    @cache
    def read(text: str, published: date | None = WEDNESDAY, title: str | None = None) -> list[Mention]:
        return extract_mentions(pipeline, article(text, published, title))

    return read


@pytest.fixture(scope="session")
def fill(parse: Callable[[str], Doc], parties: Callable[[str], list[Party]]) -> Callable[[str], list[str]]:
    """The names in the slots of the last anchor of a text, in order."""

    def names(text: str) -> list[str]:
        cast = Cast(parse(text), parties(text))
        anchor = list(find_anchors(parse(text)))[-1]
        return list(dict.fromkeys(party.name for slot in anchor.slots for party, _ in cast.fill(anchor, slot)))

    return names


@pytest.fixture(scope="session")
def events(parse: Callable[[str], Doc], parties: Callable[[str], list[Party]]) -> Callable[[str], list[Event]]:
    """The events of a text, neither judged nor joined."""
    return lambda text: find_events(Cast(parse(text), parties(text)), find_dates(parse(text)))
