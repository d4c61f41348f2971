"""Titles and nations told once for several: "Thai President A and Premier B", "Danish and Thai Premiers A and B"."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from transforms.language import gazetteers, offices
from transforms.language.leaders import find_leader
from transforms.language.party import Party
from transforms.language.word_classes import entity_class, plain

_AND = ("and", ", and", "&")
_GAPS = (*_AND, ",")


def share_titles(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties of a sentence, in order, each person with the title and nation that a coordination tells it."""
    shared: list[Party] = []
    for party in parties:
        last = shared[-1] if shared else None
        if last and _shares_nation(doc, last, party):
            party = replace(party, country=last.country)
        shared.append(party)
    return _share_plurals(doc, shared)


def _shares_nation(doc: Doc, last: Party, party: Party) -> bool:
    """Does the nation before "Thai President A and Prime Minister B" hold for both offices?"""
    offices_told = last.kind == party.kind == "person" and last.title and party.title
    known = party.country or not last.country or find_leader(party.name, party.title)
    return bool(offices_told) and not known and doc[last.end : party.start].text.strip() in _AND


def _share_plurals(doc: Doc, parties: list[Party]) -> list[Party]:
    """The persons under one plural title have it in the singular, and each the nation whose turn it is."""
    shared: list[Party] = []
    for n, party in enumerate(parties):
        title = offices.singular_title(party.title) if party.kind == "person" and party.named and party.title else None
        if title is None:
            shared.append(party)
            continue
        run = _run(doc, parties[n:])
        start, nations = _nations_before(doc, party)
        shared = [other for other in shared if other.end <= start]
        if len(nations) != len(run):
            nations = [nations[0] if len(nations) == 1 else None] * len(run)
        run[0] = replace(run[0], start=start)
        told = [replace(p, title=title, country=c if len(set(nations)) > 1 else p.country or c)
                for p, c in zip(run, nations, strict=True)]  # fmt: skip
        return shared + told + _share_plurals(doc, parties[n + len(run) :])
    return shared


def _run(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """A person and those listed behind it by name alone."""
    run = list(parties[:1])
    for party in parties[1:]:
        bare = party.kind == "person" and party.named and not party.title
        if not bare or doc[run[-1].end : party.start].text.strip() not in _GAPS:
            break
        run.append(party)
    return run


def _nations_before(doc: Doc, party: Party) -> tuple[int, list[str | None]]:
    """Where the nations coordinated before a title begin, and which they are, that of the title itself the last."""
    words = plain(doc[party.start : party.end])
    nations: list[str | None] = [code] if (code := gazetteers.nationality(words[: words.find(party.name)])) else []
    start, first_word = party.start, doc[party.start].sent.start
    while nations and start - 1 > first_word and doc[start - 1].text in ("and", ",", "&"):
        end = start - 1 - (doc[start - 2].text == ",")
        first = end
        while first > first_word and not doc[first - 1].is_punct and _is_nation(plain(doc[first - 1 : end])):
            first -= 1
        if first == end:
            break
        nations.insert(0, gazetteers.nationality(plain(doc[first:end])))
        start = first
    return start, nations


def _is_nation(words: str) -> bool:
    return entity_class(words) in ("N", "K")
