"""One person under one name: short forms joined to full ones, and whom each stands for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from spacy.tokens import Doc

from transforms.language import gazetteers
from transforms.language.leaders import find_leader
from transforms.language.party import Party

_WORD = re.compile(r"\w+")


def trim_headline_names(doc: Doc, parties: Iterable[Party]) -> list[Party]:
    """The parties, the names of lines without a full stop cut where they run on into the line's other words.

    Such lines are often headlines, whose every word has a capital: a word that the text elsewhere writes small is none
    of a name ("Anna Berg Meets").
    """
    small = {token.text for token in doc if token.is_lower}
    trimmed = []
    for party in parties:
        words = party.name.split()
        open_line = not doc[party.start].sent.text.rstrip().endswith((".", "!", "?", "”", '"'))
        while party.kind == "person" and open_line and len(words) > 1 and words[-1].lower() in small:
            words.pop()
        trimmed.append(replace(party, name=" ".join(words)) if party.named else party)
    return trimmed


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
    parties = list(parties)
    full: dict[int, str] = {}
    seen: list[str] = []
    everyone = [p.name for p in parties if p.kind == "person" and p.named]
    for i, party in enumerate(parties):
        if party.kind != "person" or not party.named:
            continue
        longer = [name for name in dict.fromkeys(everyone) if _is_short_for(party.name, name)]
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


def _is_short_for(short: str, name: str) -> bool:
    """Are all words of the one among those of the other, initials and hyphens apart ("Joe" is "Joseph")?"""
    words, parts = _name_words(short), _name_words(name)
    return len(words) < len(parts) and set(words) <= set(parts)


@lru_cache(1 << 12)
def _name_words(name: str) -> tuple[str, ...]:
    return tuple(_short_forms().get(word, word) for word in _WORD.findall(gazetteers.fold(name)))


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
