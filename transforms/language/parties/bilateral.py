"""Whose officer meets another's, where no dateline tells: the state paired with the other's, or that he speaks for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers
from transforms.language.parties.party import Party

_RELATIONS = re.compile(
    r"\b(?:relations|relationship|ties|cooperation|friendship|partnership|trade|links|bonds|bridges) between(?: the)?$"
)
_AFFIRMING = frozenset(
    "affirm confirm convey emphasise emphasize express highlight pledge reaffirm reiterate renew restate stress "
    "underline underscore voice".split()
)
_ATTITUDES = frozenset(
    "appreciation backing commitment condolence desire determination gratitude intention interest position readiness "
    "solidarity stance support willingness".split()
)
_ACCREDITED = re.compile(
    r"(?:ambassador|high commissioner|envoy|affaires) (?:to|in) (?:the )?(?P<host>.+)", re.IGNORECASE
)
_OFFICES_OF_STATE = frozenset("ministry government presidency office embassy".split())


def mark_paired(doc: Doc, parties: Sequence[Party], officers: Sequence[Party]) -> list[Party]:
    """Those of the officers, of no told country, to whom the text gives one country beside their counterparts'.

    "Norway and Denmark will trade more, Minister Berg said after talks with her Danish counterpart": she is Norway's.
    """
    homes = ((officer, _home_of(doc, officer, parties)) for officer in officers)
    return [replace(officer, country=home) for officer, home in homes if home]


def _home_of(doc: Doc, officer: Party, parties: Sequence[Party]) -> str | None:
    sentence = doc[officer.start].sent
    here = [party for party in parties if sentence.start <= party.start < sentence.end]
    others = {party.country for party in here if party.kind in ("person", "group") and party.country}
    if not others:
        return None
    told = {state.country for state in _own_states(doc, officer, parties) if state.country not in others}
    paired = {one for one, other in _pairs(doc, officer, parties) if other in others and one not in others}
    homes = told or paired
    return homes.pop() if len(homes) == 1 else None


def _own_states(doc: Doc, officer: Party, parties: Sequence[Party]) -> Iterator[Party]:
    """The governments whose attitude is told with the officer ("reaffirmed Norway's support"), or whose ministry is."""
    sentence = doc[officer.start].sent
    for state in parties:
        if state.kind != "government" or not sentence.start <= state.start < sentence.end:
            continue
        head = doc[state.start : state.end].root
        owned = head.head if head.dep_ == "nmod:poss" else None
        if owned is not None and syntax.lemma(owned) in _ATTITUDES:
            verb = syntax.verb_above(owned)
            if verb is not None and syntax.lemma(verb) in _AFFIRMING:
                yield state
        seat = doc[max(state.start - 2, 0) : state.start]
        if len(seat) == 2 and seat[1].lower_ == "in" and seat[0].lower_ in _OFFICES_OF_STATE:
            yield state


def _pairs(doc: Doc, officer: Party, parties: Sequence[Party]) -> Iterator[tuple[str, str]]:
    """The countries told as two: as subjects of the officer's sentence or the one before, or of relations anywhere.

    So are those of an envoy whom the officer's sentence tells ("the Danish ambassador to Norway").
    """
    sentence = doc[officer.start].sent
    for envoy in parties:
        accredited = _ACCREDITED.search(envoy.title or "") if sentence.start <= envoy.start < sentence.end else None
        if accredited and envoy.country and (host := gazetteers.country_code(accredited["host"])):
            yield host, envoy.country
    first = syntax.start_before(doc[officer.start])
    states = [party for party in parties if party.kind == "government" and party.country]
    for one, other in pairwise(states):
        is_list = one.start > 0 and doc[one.start - 1].text == ","
        if is_list or doc[one.end : other.start].text.strip() not in ("and", "and the"):
            continue
        root = doc[one.start : one.end].root
        subjects = first <= one.start < sentence.end and root.dep_ in syntax.SUBJECTS
        if one.country and other.country and (subjects or _RELATIONS.search(doc[: one.start].text[-60:])):
            yield one.country, other.country
            yield other.country, one.country
