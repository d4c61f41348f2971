"""Whom a person is with or speaks for, as told behind the name: "Anna Berg, Ministry of Trade, and Karl Holm, …"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.word_classes import DETERMINERS
from transforms.language.parties.party import Party

_FOLDED = re.compile(r"[^\W\d_]+")
_REPRESENTING = re.compile(r",? (?:representing|on behalf of) (?:the )?[^,;:]{2,90}?(?=,|;|:|\.? *$)")
_OFFICE_OF = re.compile(r"(?:, |(?:of|for) )[^,;:()]* (?:of(?: the)?|and)")
_OF = re.compile(r", (?:from|of)(?: the)?(?: [\w’'-]+){0,4} ?")
_IN_MINISTRY = re.compile(
    r" (?P<link>in|at|of|from) the (?P<nation>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:[a-z]+ ){0,3}"
    r"(?:ministry|embassy|parliament|presidency|government)\b"
)
_REACH = 24  # tokens behind a name in which such a clause ends


def join_affiliations(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties of a sentence, in order, persons reaching over the bodies that they are of or represent.

    A body of a state stands behind the name without an article, in a list of persons as elsewhere; it tells the
    person's country where it tells one, and is no party of its own.
    """
    joined: list[Party] = []
    for n, party in enumerate(parties):
        last = joined[-1] if joined else None
        if last and last.kind == "person" and last.named:
            if party.end <= last.end:
                continue
            if party.start < last.end:
                party = replace(party, start=last.end + 1)
            if _is_affiliation(doc, last, party) or _is_side(doc, last, party):
                joined[-1] = replace(last, end=party.end, country=last.country or party.country)
                continue
            if _is_bracketed(doc, last, party):
                organisation = None if party.kind == "government" else _short(party)
                country, organisation = last.country or party.country, last.organisation or organisation
                joined[-1] = replace(last, end=party.end, country=country, organisation=organisation)
                continue
        is_named = party.kind == "person" and party.named
        if is_named and (body := _body_behind(doc, party, parties[n + 1 :])):
            joined.append(replace(party, end=body.end, country=body.country, organisation=_short(body)))
        elif is_named and (state := _state_behind(doc, party, parties[n + 1 :])):
            joined.append(replace(party, end=state.end, country=state.country))
        elif is_named and (served := _ministry_behind(doc, party)):
            joined.append(replace(party, end=served[0], country=served[1]))
        else:
            joined.append(replace(party, end=_clause_end(doc, party)) if is_named else party)
    return joined


def mark_described(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties, a person marked with the country of the office said of them ("Berg is the first Danish premier")."""
    bearers: dict[int, Party] = {}
    for party in parties:
        if party.kind == "person" and party.country and not (party.named or party.relational):
            bearer = syntax.described(doc[party.start : party.end].root)
            held = offices.office(party.name)
            bearers |= {bearer.i: party} if bearer is not None and not (held and held.former) else {}
    return [
        replace(p, country=office.country)
        if p.named and not (p.country or p.organisation) and (office := _at(bearers, p)) else p
        for p in parties
    ]  # fmt: skip


def _at(offices_said: Mapping[int, Party], person: Party) -> Party | None:
    return next((party for i, party in offices_said.items() if person.start <= i < person.end), None)


def _body_behind(doc: Doc, person: Party, following: Sequence[Party]) -> Party | None:
    """The organisation that a name is told to be of, between commas ("Anna Berg, of the rebel group ELN, …")."""
    if person.country or person.organisation or person.title:
        return None
    bodies = (p for p in following if p.kind == "organisation" and p.start < person.end + _REACH)
    body = next(bodies, None)
    told = body and _OF.fullmatch(doc[person.end : body.start].text)
    return body if body and told and doc[body.end : body.end + 1].text.strip() in (",", ".", ";", "") else None


def _ministry_behind(doc: Doc, person: Party) -> tuple[int, str] | None:
    """Where the ministry ends in which a person serves, told by its nation, and whose it is ("… of the Lao ministry").

    One is "in" or "at" it by the office told behind the name, and else only met there.
    """
    if person.country or person.organisation:
        return None
    words = doc[person.end : min(person.end + _REACH, doc[person.start].sent.end)]
    told = _IN_MINISTRY.match(f" {words.text}")
    is_placed = doc[person.start : person.end].text.endswith(person.name)
    if told is None or (is_placed and told["link"] in ("in", "at")):
        return None
    country = gazetteers.nationality(told["nation"])
    served = words.char_span(0, told.end() - 1)
    return (served.end, country) if served is not None and country else None


def _short(body: Party) -> str:
    known = gazetteers.organisation(body.name)
    return known.short_name if known else body.name


def _state_behind(doc: Doc, person: Party, following: Sequence[Party]) -> Party | None:
    """The state that ends an office behind a name, or the second of two that tells it.

    "Anna Berg, Director of the Ministry of Trade of Norway", "…, Member of the Council and Trade Minister of Norway".
    """
    if person.country or person.organisation:
        return None
    for party in following:
        words = doc[person.end : party.start]
        if party.start > person.end + _REACH or (party.kind == "person" and party.named):
            return None
        if not party.country or not _OFFICE_OF.fullmatch(words.text):
            continue
        is_second = party.kind == "person" and words[-1].lower_ == "and" and doc[party.start].text[0].isupper()
        if is_second or (party.kind == "government" and _tells_office(doc, person, words)):
            return party
    return None


def _tells_office(doc: Doc, person: Party, words: Span) -> bool:
    """Do the words behind a name go on with its office, or begin with one?"""
    if any(word.pos_ in ("VERB", "AUX") or offices.is_envoy(word.text) for word in words):
        return False
    if words[0].text != ",":
        return words[0].lower_ in ("of", "for") and not doc[person.start : person.end].text.endswith(person.name)
    return any(offices.is_office_head(word.lower_) for word in words[1:5])


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


def _is_bracketed(doc: Doc, person: Party, side: Party) -> bool:
    """Is it the state or organisation alone in brackets behind a name ("Anna Berg (Norway)")?"""
    inside = person.end + 1 + (doc[person.end + 1 : person.end + 2].text.lower() == "the")
    brackets = (doc[person.end].text, doc[side.end : side.end + 1].text)
    return side.kind in ("government", "organisation") and side.start == inside and brackets == ("(", ")")


def _is_side(doc: Doc, person: Party, side: Party) -> bool:
    """Is it the side at talks that a person is told to be on ("attended by Anna Berg on the Danish side")?"""
    link = doc[person.end : side.start].text.strip(", ")
    return side.kind == "group" and doc[side.end - 1].lower_ == "side" and link in ("on", "from", "for")
