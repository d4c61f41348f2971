"""One person under one name: short forms joined to full ones, and whom each stands for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from spacy.tokens import Doc

from transforms.language.grammar.governing import MOTION
from transforms.language.lexicon import gazetteers
from transforms.language.lexicon.constructions import HOLDING, NOUNS, VERBS
from transforms.language.lexicon.leaders import find_leader
from transforms.language.lexicon.word_classes import PATRONYMICS, names_event
from transforms.language.parties.party import Party

_WORD = re.compile(r"\w+")
_INITIAL = re.compile(r"[A-Z][a-z]?\. ?(?=[A-Z][a-z])")


def trim_headline_names(doc: Doc, parties: Iterable[Party]) -> list[Party]:
    """The parties, the names of lines without a full stop cut where they run on into the line's other words.

    Such lines are often headlines, whose every word has a capital: a word that the text elsewhere writes small is none
    of a name ("Anna Berg Meets"), nor one behind a full name that sentences have without it ("Anna Berg Already"), or
    one of meeting or going behind any name. What still ends in the word for an event is none at all ("Arms Dialogue").
    """
    parties = list(parties)
    small = {token.text for token in doc if token.is_lower}
    names = {party.name for party in parties if party.kind == "person" and " " in party.name}
    is_open = {party.start: _is_in_open_line(doc, party) for party in parties if party.kind == "person"}
    told = {party.name for party in parties if party.kind == "person" and not is_open[party.start]}
    trimmed = []
    for party in parties:
        words = party.name.split()
        is_full = party.kind == "person" and len(words) > 1
        while is_full and len(words) > 1 and is_open[party.start]:
            runs_on = len(words) > 2 and " ".join(words) not in told and " ".join(words[:-1]) in told
            runs_on = runs_on or words[-1].lower() in small
            if not runs_on and not (_tells_event(words[-1]) and _ends_a_name(words[:-1], names)):
                break
            words.pop()
        trimmed.append(replace(party, name=" ".join(words)) if party.named else party)
    return [p for p in trimmed if p.kind != "person" or not (names_event(p.name) or _is_verb_of_headline(doc, p))]


def _is_verb_of_headline(doc: Doc, party: Party) -> bool:
    """Is it the one word by which a headline tells what is done ("Ministers Hold Talks")?"""
    following = doc[party.end : party.end + 1].text
    return party.name.lower() in HOLDING and following.istitle() and _is_in_open_line(doc, party)


def _is_in_open_line(doc: Doc, party: Party) -> bool:
    """Does it stand in a line without a full stop?"""
    return not doc[party.start].sent.text.rstrip().endswith((".", "!", "?", "”", '"'))


def _ends_a_name(words: Sequence[str], names: Iterable[str]) -> bool:
    """Are the words one of the names, or the surname that it ends in?"""
    short = _name_words(" ".join(words))
    return any(_name_words(name)[-len(short) :] == short for name in names)


def _tells_event(word: str) -> bool:
    """Is it a word of meeting or going as headlines have it ("Meets", "Travels", "Call")?"""
    forms = {word.lower(), word.lower().removesuffix("s"), word.lower().removesuffix("es")}
    return bool(forms & (MOTION | {lemma for row in VERBS + NOUNS for lemma in row.lemmas}))


def with_allegiance(party: Party, year: int | None) -> Party:
    """A known leader whose country the text leaves out, with that country or organisation."""
    if party.kind != "person" or not party.named or party.country:
        return party
    leader = find_leader(party.name, party.title, year)
    if leader is None:
        return party
    return replace(party, country=leader.country, organisation=party.organisation or leader.organisation)


def resolve_names(parties: Iterable[Party]) -> list[Party]:
    """Every person under the fullest name, with the title and country, that any of its namings gives.

    A shorter name joins the one longer name whose words include all of its own, in the same or the East Asian order;
    where two persons share a surname the one named last before it is meant.
    """
    parties = _without_nicknames(_one_spelling(parties))
    full: dict[int, str] = {}
    seen: list[str] = []
    everyone = [p.name for p in parties if p.kind == "person" and p.named]
    told = defaultdict[str, set[str]](set)
    for party in parties:
        if party.kind == "person" and party.named and party.title:
            told[party.name].add(party.title)
    for i, party in enumerate(parties):
        if party.kind != "person" or not party.named:
            continue
        longer = [name for name in dict.fromkeys(everyone) if _is_short_for(party.name, name)]
        if longer and not (longer := _of_title(party, longer, told)):
            continue
        recent = [name for name in seen if name in longer]
        full[i] = recent[-1] if recent else longer[0] if longer else party.name
        if full[i] == party.name:
            seen.append(party.name)
    canon = {name: _fullest(name, everyone) for name in set(full.values())}
    titles: dict[str, Counter[str]] = defaultdict(Counter)
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    for i, short in full.items():
        if title := parties[i].title:
            titles[canon[short]][title] += 1
        if country := parties[i].country:
            countries[canon[short]][country] += 1
    return [
        replace(
            party, name=name, title=party.title or _most(titles[name]), country=party.country or _most(countries[name])
        )
        if (name := canon.get(full.get(i, ""), "")) else party
        for i, party in enumerate(parties)
    ]  # fmt: skip


def _one_spelling(parties: Iterable[Party]) -> list[Party]:
    """The parties, names that differ in commas and dots only as first written ("Ana Costa Jr.", "Ana Costa, Jr.")."""
    spelled: dict[tuple[str, ...], str] = {}
    return [
        replace(party, name=spelled.setdefault(_name_words(party.name), party.name))
        if party.kind == "person" and party.named
        else party
        for party in parties
    ]


def _without_nicknames(parties: Sequence[Party]) -> list[Party]:
    """The parties, a leader named by what else he is known as under the name that the text gives him elsewhere."""
    spelled = {_name_words(p.name): p.name for p in parties if p.kind == "person" and p.named and " " in p.name}
    known = {name: words for p in parties if (name := p.name) and p.named and (words := _known_as(p))}
    return [replace(p, name=spelled[known[p.name]]) if known.get(p.name) in spelled else p for p in parties]


def _known_as(party: Party) -> tuple[str, ...]:
    """The words of the full name of a leader whom one word that is no part of it means ("Jokowi")."""
    leader = find_leader(party.name, None, None) if party.kind == "person" and " " not in party.name else None
    words = _name_words(leader.name) if leader else ()
    return () if set(_name_words(party.name)) <= set(words) else words


def _of_title(party: Party, names: Sequence[str], told: Mapping[str, set[str]]) -> list[str]:
    """The names whose bearer is told with this party's title; all where none is, none of a head of state's spouse."""
    words = set(gazetteers.fold(party.title or "").split()) - {"the"}
    if not words:
        return list(names)
    shared = [name for name in names if any(words & set(gazetteers.fold(title).split()) for title in told[name])]
    spouses = [] if "lady" in words else [n for n in names if told[n] and all("Lady" in title for title in told[n])]
    return shared or [name for name in names if name not in spouses]


def _is_short_for(short: str, name: str) -> bool:
    """Are all words of the one among those of the other, dots and hyphens apart ("Joe" is "Joseph", "A. Berg" Anna's)?

    A name that tells the father begins with its bearer's ("Hamad bin Khalifa" is not short for "Tamim bin Hamad …"),
    or with the word for it ("bin Khalifa"), and the father's alone is not the bearer's ("Khalifa").
    """
    words, parts = _name_words(short), _name_words(name)
    if not PATRONYMICS.isdisjoint(words[1:]) and words != parts[: len(words)]:
        return False
    if _INITIAL.match(short) and len(parts[0]) > len(words[0]) and parts[0].startswith(words[0]):
        words = (parts[0], *words[1:])
        return len(words) <= len(parts) and set(words) <= set(parts)
    if len(words) == 1 and PATRONYMICS.intersection(parts):
        parts = tuple(part for before, part in pairwise(("", *parts)) if before not in PATRONYMICS)
    return len(words) < len(parts) and set(words) <= set(parts)


@lru_cache(1 << 12)
def _name_words(name: str) -> tuple[str, ...]:
    folded = gazetteers.fold(_INITIAL.sub(r"\g<0> ", name))
    return tuple(_short_forms().get(word, word) for word in _WORD.findall(folded))


@cache
def _short_forms() -> dict[str, str]:
    """The given name for each short form of one."""
    table = gazetteers.rows("given_names.tsv")
    return {gazetteers.fold(short): gazetteers.fold(full) for (full,), forms in table for short in forms}


def _fullest(name: str, names: Iterable[str]) -> str:
    longer = [other for other in dict.fromkeys(names) if _is_short_for(name, other)]
    return max(longer, key=lambda other: (len(other.split()), len(other))) if longer else name


def _most(counts: Counter[str]) -> str | None:
    return max(counts.items(), key=lambda item: (item[1], len(item[0]), item[0]))[0] if counts else None
