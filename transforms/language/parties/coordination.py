"""Titles and nations told once for several: "Thai President A and Premier B", "Danish and Thai Premiers A and B"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.leaders import find_leader
from transforms.language.lexicon.word_classes import entity_class, plain
from transforms.language.parties.party import Party, without_article

_BY_BIRTH = (None, "Prince", "Princess")  # the titles of those who are told by name alone
_AND = ("and", ", and", "&")
_GAPS = (*_AND, ",")
_COORDINATED = re.compile(r", and |, | and ")
_LISTS = (",", ", and", "and", ", and of", "and of", ", of")


def share_titles(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties of a sentence, in order, each person with the title and nation that a coordination tells it."""
    shared: list[Party] = []
    nation: str | None = None
    for n, party in enumerate(parties):
        last = shared[-1] if shared else None
        told = last.country if last and doc[last.end].text != "," else nation
        if last and _is_of_list(doc, last, parties[n:]) and not _is_told(party) and _may_be_of(told, party, last):
            party = replace(party, country=told)
        elif party.country != nation:
            nation = _nation_before(doc, party)
        shared.append(party)
    return _share_plurals(doc, _with_plurals(shared))


def name_in_turn(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties of a sentence, several told by one office each with the name of its turn.

    "The Danish and Thai premiers, A and B" are two; where the names are not as many as the offices, all stay.
    """
    rest, told = list(parties), list[Party]()
    while rest:
        several = [p for p in rest if (p.start, p.end) == (rest[0].start, rest[0].end) and p.title and not p.named]
        names = _run(doc, rest[len(several) :]) if several else []
        if len(several) == 1 and (titles := _titles_in_turn(doc, several[0], names)):
            several = [replace(several[0], name=title, title=title) for title in titles]
            rest = [*several, *rest[1:]]
        if len(names) == len(several) > 1 and doc[several[0].end : names[0].start].text in ("", ",", "–", "—"):
            named = [_with_office(name, bearer) for name, bearer in zip(names, several, strict=True)]
            told += [replace(named[0], start=several[0].start), *named[1:]]
            rest = rest[2 * len(several) :]
        else:
            told.append(rest.pop(0))
    return told


def _titles_in_turn(doc: Doc, office: Party, names: Sequence[Party]) -> list[str]:
    """The title of each of those named right behind an office of one state, a plural or two that "and" joins.

    "Her Danish colleagues, A and B, met"; "the President and Premier of Laos, A and B, met".
    """
    named = len(names) > 1 and office.country and doc[office.end : names[0].start].text == "," and _is_bare(names[0])
    closed = bool(named) and doc[names[-1].end : names[-1].end + 1].text in (",", ".", ";", ")", "–", "—")
    words = without_article(office.name)
    if closed and office.kind == "group" and (title := offices.singular_title(words)):
        return [title] * len(names)
    heads, of, state = words.partition(" of ")
    two = heads.split(" and ")
    told = closed and len(two) == len(names) and all(offices.is_office_head(title.split()[-1]) for title in two)
    return [f"{title}{of}{state}" for title in two] if told else []


def mark_in_turn(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties of a text, those named behind a sentence that tells their offices each with the nation of its turn.

    "The Danish and Italian premiers met on Monday. Anna Berg and Luca Costa agreed …": no country told may differ.
    """
    told: dict[str, str | None] = {}
    for n, party in enumerate(parties):
        if party.named or not party.title:
            continue
        countries = [p.country for p in parties[n:] if (p.start, p.end) == (party.start, party.end)]
        end = doc[party.start].sent.end
        names = _run(doc, [p for p in parties[n:] if p.start >= end]) if len(countries) > 1 else []
        if not 1 < len(countries) == len(names) or not _is_bare(names[0]) or not _follows(doc, party, names[0]):
            continue
        if all(p.country in (None, code) for p, code in zip(names, countries, strict=True)):
            told |= {p.name: code for p, code in zip(names, countries, strict=True)}
    return [replace(p, country=p.country or told.get(p.name)) if p.kind == "person" else p for p in parties]


def _follows(doc: Doc, party: Party, other: Party) -> bool:
    """Does a party open the sentence behind that of another?"""
    between = doc[doc[party.start].sent.end : other.start]
    return not between.text.strip()


def name_by_nation(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties of a sentence, officers told nation by nation each by name and country.

    "The premiers of Denmark, Anna Berg, and Italy, Luca Costa" are the two persons.
    """
    rest, told = list(parties), list[Party]()
    while rest:
        named = list[Party]()
        for nation, name in zip(rest[::2], rest[1::2], strict=False):
            is_first = not (named or nation.named) and nation.kind == "group" and bool(nation.title)
            is_next = bool(named) and nation.kind == "government" and doc[named[-1].end : nation.start].text in _LISTS
            beside = doc[nation.end : name.start].text == "," and name.kind == "person" and name.named
            if not (nation.country and beside and (is_first or is_next)):
                break
            told_of = without_article(rest[0].name).rpartition(" of ")[0]
            title = None if rest[0].relational else offices.singular_title(told_of)
            named.append(replace(name, start=nation.start, title=name.title or title, country=nation.country))
        told += named if len(named) > 1 else rest[:1]
        rest = rest[2 * len(named) if len(named) > 1 else 1 :]
    return told


def _with_office(person: Party, bearer: Party) -> Party:
    told = None if bearer.relational else offices.office(bearer.name)
    title = told.title if told else None
    return replace(person, kind="person", title=title, country=bearer.country or person.country)


def _is_told(party: Party) -> bool:
    return bool(party.country or party.organisation or find_leader(party.name, party.title))


def _may_be_of(country: str | None, officer: Party, last: Party) -> bool:
    """Can an officer be of this state, as the one before is: not by an office that it lacks, nor by a second of one?"""
    title = officer.title or ""
    is_second = last.title == title and offices.is_high_office(title)
    return not (is_second or (country and offices.is_unknown_to(country, title)))


def _is_of_list(doc: Doc, last: Party, following: Sequence[Party]) -> bool:
    """Are two officeholders coordinated, the second perhaps one of more that end in an "and"?"""
    first = following[0]
    if not all(party.kind == "person" and party.title for party in (last, first)):
        return False
    if doc[last.end : first.start].text.strip() not in _GAPS:
        return False
    for party in following:
        gap = doc[last.end : party.start].text.strip()
        if gap in _AND:
            return True
        if not gap.startswith(","):
            return False
        last = party
    return False


def _nation_before(doc: Doc, party: Party) -> str | None:
    """The nation before a title, which holds for those listed behind it ("Thai President A, Minister B and …")."""
    words = plain(doc[party.start : party.end])
    return gazetteers.nationality(words[: words.find(party.name)]) if party.named else party.country


def _with_plurals(parties: Sequence[Party]) -> list[Party]:
    """The parties, officers told right before a name as its title ("foreign ministers Berg and Costa")."""
    found: list[Party] = []
    for party in parties:
        before = found[-1] if found else None
        is_beside = before and _is_bare(party) and before.end == party.start and not before.named
        if before and is_beside and offices.singular_title(before.name):
            found[-1] = replace(party, start=before.start, title=before.name, country=party.country or before.country)
        else:
            found.append(party)
    return found


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
        if len(behind := _nations_behind(title)) == len(run):
            title, nations = title.rpartition(" of ")[0], behind
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
        if not _is_bare(party) or doc[run[-1].end : party.start].text.strip() not in _GAPS:
            break
        run.append(party)
    return run


def _is_bare(party: Party) -> bool:
    return party.kind == "person" and party.named and party.title in _BY_BIRTH


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


def _nations_behind(title: str) -> list[str | None]:
    """The nations coordinated behind the "of" of a title, where it is of several ("Presidents of Laos and Italy")."""
    parts = _COORDINATED.split(title.rpartition(" of ")[2])
    nations = [gazetteers.nationality(part) for part in parts if _is_nation(part.removeprefix("the "))]
    return nations if len(nations) == len(parts) > 1 else []


def _is_nation(words: str) -> bool:
    return entity_class(words) in ("N", "K")
