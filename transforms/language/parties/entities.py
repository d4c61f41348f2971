"""Named entities: those that the network marks, and the leaders of our table whom it misses."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from transforms.language.grammar import syntax
from transforms.language.lexicon import offices
from transforms.language.lexicon.constructions import DAYS
from transforms.language.lexicon.leaders import is_named_in_full
from transforms.language.lexicon.word_classes import is_honorific

_LONGEST_NAME = 4  # words
_HYPHENS = ("-", "–")


def with_missed_leaders(doc: Doc, entities: Sequence[Span]) -> list[Span]:
    """The entities of a Doc, leaders named in full marked as persons, whatever they were taken for."""
    named = {i for entity in entities if entity.label_ == "PERSON" for i in range(entity.start, entity.end)}
    missed = [leader for leader in _leaders(doc, named) if not any(_holds(entity, leader) for entity in entities)]
    told = [_whole(leader, entities) for leader in missed]
    return filter_spans([entity for entity in entities if not any(_overlap(entity, leader) for leader in told)] + told)


def _whole(leader: Span, entities: Sequence[Span]) -> Span:
    """A leader's name with what of it has been read as a person's ("Luiz Inácio" and "Inácio Lula")."""
    starts = [entity.start for entity in entities if entity.label_ == "PERSON" and _overlap(entity, leader)]
    start = min([leader.start, *starts])
    is_name = all(token.text[0].isupper() for token in leader.doc[start : leader.start])
    return Span(leader.doc, start if is_name else leader.start, leader.end, "PERSON")


def _holds(entity: Span, leader: Span) -> bool:
    """Is a leader's name a person's already, or a part of something named after him?"""
    inside = entity.start <= leader.start and leader.end <= entity.end
    return inside and (entity.label_ == "PERSON" or len(entity) > len(leader))


def _overlap(entity: Span, leader: Span) -> bool:
    return entity.start < leader.end and leader.start < entity.end


def _leaders(doc: Doc, named: set[int]) -> Iterator[Span]:
    """Where leaders are named in full: the last words of a run of capital letters, as few as tell one.

    named: the tokens of persons' names; a run that ends with two of them is not looked up.
    """
    for is_name, run in groupby(doc, _can_be_of_name):
        tokens = [token.i for token in run] if is_name else []
        if len(tokens) < 2 or named.issuperset(tokens[-2:]):
            continue
        start, end = tokens[0], tokens[-1] + 1
        is_cut = doc[end : end + 1].text in _HYPHENS
        firsts = range(end - 2, max(start, end - _LONGEST_NAME) - 1, -1) if not is_cut else ()
        first = next((first for first in firsts if is_named_in_full(doc[first:end].text)), None)
        if first is not None:
            yield Span(doc, first, end, "PERSON")


def _can_be_of_name(token: Token) -> bool:
    if not token.text[0].isupper() or token.tag_ in syntax.FINITE or token.lower_ in DAYS:
        return False
    return not (is_honorific(token) or offices.is_office_head(token.text))
