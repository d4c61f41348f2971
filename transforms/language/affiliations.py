"""Whom a person is with or speaks for, as told behind the name: "Anna Berg, Ministry of Trade, and Karl Holm, …"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from transforms.language import offices
from transforms.language.party import Party
from transforms.language.word_classes import DETERMINERS

_FOLDED = re.compile(r"[^\W\d_]+")
_REPRESENTING = re.compile(r",? (?:representing|on behalf of) (?:the )?[^,;:]{2,90}?(?=,|;|:|\.? *$)")
_REACH = 24  # tokens behind a name in which such a clause ends


def join_affiliations(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties of a sentence, in order, persons reaching over the bodies that they are of or represent.

    A body of a state stands behind the name without an article, in a list of persons as elsewhere; it tells the
    person's country where it tells one, and is no party of its own.
    """
    joined: list[Party] = []
    for party in parties:
        last = joined[-1] if joined else None
        if last and last.kind == "person" and last.named:
            if party.end <= last.end:
                continue
            if party.start < last.end:
                party = replace(party, start=last.end + 1)
            if _is_affiliation(doc, last, party):
                joined[-1] = replace(last, end=party.end, country=last.country or party.country)
                continue
        is_named = party.kind == "person" and party.named
        joined.append(replace(party, end=_clause_end(doc, party)) if is_named else party)
    return joined


def _clause_end(doc: Doc, person: Party) -> int:
    """Where a clause behind a name ends that tells whom it represents; the name's own end where none does."""
    limit = min(person.end + _REACH, doc[person.start].sent.end)
    clause = _REPRESENTING.match(doc[person.end - 1 : limit].text.removeprefix(doc[person.end - 1].text))
    if clause is None:
        return person.end
    last = doc[person.end - 1].idx + len(doc[person.end - 1]) + clause.end()
    return next((i for i in range(person.end, limit) if doc[i].idx >= last), limit)


def _is_affiliation(doc: Doc, person: Party, body: Party) -> bool:
    """Is it a ministry, bureau or the like behind a name and a comma, with another comma or the end behind it?"""
    words = _FOLDED.findall(doc[body.start : body.end].text.lower())
    of_state = body.kind in ("organisation", "government") and any(map(offices.is_body, words))
    beside = doc[person.end : body.start].text.strip() == "," and doc[body.start].lower_ not in DETERMINERS
    return of_state and beside and doc[body.end : body.end + 1].text.strip() in (",", ";", ".", ")", "")
