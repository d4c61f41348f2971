"""People who speak for a state or an organisation, as the actor dictionaries of event data have them.

News tells a leader's country once, or not at all: "Berg flew home after talks with Costa". A name is found in any usual
spelling: accents, hyphens, initials, articles and the order of family and given name do not count, nor does what
romanisations of a name differ in ("Mohammed", "Muhammad"; "Sergei", "Sergey"). The names are of 1988 to 2026.
Origin: our own table in transforms/data.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from transforms.language.gazetteers import fold, rows
from transforms.language.offices import office

_BEFORE, _AFTER = 3, 6  # years around a term in which a surname alone still means its holder
_ROMANISED_LENGTH = 5
_ARTICLES = frozenset({"al", "el", "ul", "ur", "as", "ash", "an", "ar", "at", "jr", "sr"})
_NUMERAL = re.compile(r"[ivx]{2,4}")
_MUHAMMAD = re.compile(r"m[ou]h?am+[ae]d")
_DOUBLED = re.compile(r"(\w)\1+")
_SPELLINGS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("sch", "sh"), ("tch", "ch"),
    ("tz", "ts"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("q", "k"), ("ph", "f"), ("w", "v"), ("y", "i"), ("j", "i"),
)  # fmt: skip
_DEPUTY = re.compile(r"\b(?:deputy|assistant|under|undersecretary|vice (?!president))\b")
_OFFICES = {
    "ambassador": ("ambassador",),
    "chancellor": ("chancellor", "finance minister"),
    "crown prince": ("crown prince",),
    "defence minister": ("defence minister",),
    "defence secretary": ("defence minister",),
    "defense minister": ("defence minister",),
    "defense secretary": ("defence minister",),
    "emir": ("emir",),
    "envoy": ("envoy", "ambassador"),
    "external affairs minister": ("foreign minister",),
    "finance minister": ("finance minister",),
    "foreign affairs minister": ("foreign minister",),
    "foreign minister": ("foreign minister",),
    "foreign secretary": ("foreign minister", "foreign secretary"),
    "interior minister": ("interior minister",),
    "king": ("king",),
    "minister of defence": ("defence minister",),
    "minister of defense": ("defence minister",),
    "minister of foreign affairs": ("foreign minister",),
    "national security adviser": ("national security adviser",),
    "national security advisor": ("national security adviser",),
    "pope": ("pope",),
    "premier": ("prime minister",),
    "president": ("president",),
    "prime minister": ("prime minister",),
    "queen": ("queen",),
    "secretary general": ("secretary general",),
    "secretary of defense": ("defence minister",),
    "secretary of state": ("foreign minister",),
    "taoiseach": ("prime minister",),
    "treasury secretary": ("finance minister",),
    "vice president": ("vice president",),
}
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leader:
    """A person, and whom they stand for: a country (alpha-3) or an organisation (its short name)."""

    name: str
    country: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class _Term:
    """A row of the table; alone tells whether the surname alone means its holder: "yes", "no", "" where no other's."""

    leader: Leader
    names: tuple[Words, ...]
    known_as: tuple[Words, ...]
    first: int
    last: int
    offices: frozenset[str]
    alone: str

    @property
    def party(self) -> tuple[str | None, str | None]:
        return self.leader.country, self.leader.organisation

    def covers(self, year: int) -> bool:
        return self.first - _BEFORE <= year <= self.last + _AFTER


def _words(name: str) -> Words:
    """The words of a name that tell it from others."""
    words = [w for w in fold(name).replace("'", "").split() if len(w) > 1 and w not in _ARTICLES]
    return tuple(words[:2] + [w for w in words[2:] if not _NUMERAL.fullmatch(w)])


def _romanised(words: Words) -> Words:
    """The words with all that romanisations of one name differ in made one."""
    text = " ".join("muhamad" if _MUHAMMAD.fullmatch(w) else w for w in words)
    for old, new in _SPELLINGS:
        text = text.replace(old, new)
    return tuple(_DOUBLED.sub(r"\1", text).split())


@cache
def _terms() -> list[_Term]:
    terms = []
    for name, others, known_as, country, organisation, first, last, offices, alone in rows("leaders.tsv"):
        leader = Leader(name[0], country[0] if country else None, organisation[0] if organisation else None)
        terms.append(
            _Term(
                leader,
                tuple(_words(n) for n in name + others),
                tuple(_words(n) for n in known_as),
                int(first[0]),
                int(last[0]),
                frozenset(offices),
                alone[0] if alone else "",
            )
        )
    return terms


@dataclass(slots=True)
class _Index:
    """Terms by full name, its words in any order, and by surname or short name."""

    spell: Callable[[Words], Words]
    full: defaultdict[Words, list[_Term]] = field(default_factory=lambda: defaultdict(list))
    short: defaultdict[Words, list[_Term]] = field(default_factory=lambda: defaultdict(list))

    def add(self, term: _Term) -> None:
        for words in {tuple(sorted(self.spell(name))) for name in term.names}:
            self.full[words].append(term)
        for words in {self.spell(name) for name in term.known_as}:
            self.short[words].append(term)

    def named(self, words: Words) -> list[_Term]:
        """The terms of this full name, which may hold further given names and one more surname."""
        spelled = self.spell(words)
        return self.full.get(tuple(sorted(spelled)), []) or self._longer(spelled)

    def _longer(self, words: Words) -> list[_Term]:
        for start in range(1, len(words)):
            for end in range(len(words), start, -1):
                if end >= len(words) - 1 or words[end] == "bin":
                    found = self.short.get(words[start:end], [])
                    if fitting := [t for t in found if any(self.spell(n)[0] == words[0] for n in t.names)]:
                        return fitting
        return []


@cache
def _written() -> _Index:
    index = _Index(spell=lambda words: words)
    for term in _terms():
        index.add(term)
    return index


@cache
def _spoken() -> _Index:
    index = _Index(spell=_romanised)
    for term in _terms():
        index.add(term)
    return index


def _offices_of(title: str) -> frozenset[str]:
    """The offices that a title can mean; none where it means one that the table does not tell apart."""
    folded = f" {fold(title)} "
    if _DEPUTY.search(folded):
        return frozenset()
    told = [phrase for phrase in _OFFICES if f" {phrase} " in folded]
    return frozenset(_OFFICES[max(told, key=len)]) if told else frozenset()


def _titled(name: str, title: str) -> list[_Term]:
    """The terms of one known by title and given name: "King Abdullah"."""
    last_words = title.split()[-2:]
    for start in range(len(last_words)):
        if found := _written().full.get(tuple(sorted(_words(" ".join([*last_words[start:], name]))))):
            return found
    return []


def _agreed(terms: Sequence[_Term], year: int | None) -> Leader | None:
    """The leader whom the terms mean, if all stand for one party; of several, the one nearest in time or in note."""
    if len({term.party for term in terms}) != 1:
        return None
    distance = {id(t): 0 if year is None else max(t.first - year, year - t.last, 0) for t in terms}
    return min(terms, key=lambda t: (distance[id(t)], t.alone != "yes", -t.last, t.leader.name)).leader


def _kept(terms: Iterable[_Term], keep: Callable[[_Term], bool]) -> list[_Term]:
    """The terms to keep, or all where none is."""
    terms = list(terms)
    return [t for t in terms if keep(t)] or terms


def _fully_named(terms: Sequence[_Term], title: str | None, year: int | None) -> Leader | None:
    """The leader of a full name that several terms bear."""
    offices = _offices_of(title) if title else frozenset()
    for keep in (
        lambda t: year is not None and t.first <= year <= t.last,
        lambda t: bool(t.offices & offices),
        lambda t: t.alone == "yes",
    ):
        if found := _agreed(terms, year):
            return found
        terms = _kept(terms, keep)
    return _agreed(terms, year)


def _surnamed(terms: Sequence[_Term], title: str | None, year: int | None) -> Leader | None:
    """The leader of a surname that may be anybody's."""
    offices = _offices_of(title) if title else frozenset()
    if offices:
        terms = [t for t in terms if t.offices & offices]
    elif title and (told := office(title)) and told.kind == "reporting":
        return None
    terms = [t for t in terms if t.alone != "no" or offices]
    if year is not None:
        past = [t for t in terms if t.alone == "yes" and t.last <= year]
        terms = [t for t in terms if t.covers(year)] or past
        if offices:
            terms = _kept(terms, lambda t: t.first <= year <= t.last)
    return _agreed(terms, year) or _agreed([t for t in terms if t.alone == "yes"], year)


def find_leader(name: str, title: str | None = None, year: int | None = None) -> Leader | None:
    """The leader of this name, told with the title or in the year if given; None for who is none or may be several.

    name: a full name in any usual spelling ("Kofi A. Annan"), or a surname alone, without title or possessive. A
    surname is its bearer's only if all leaders of that surname whom the title and the year allow stand for the same
    country or organisation, or if one is far better known. Given names alone find nobody, except with the title of one
    who is known by it ("Abdullah", "King").
    """
    words = _words(name)
    if not words:
        return None
    if title and (found := _titled(name, title)):
        return _fully_named(found, title, year)
    if found := _written().named(words) or _spoken().named(words):
        return _fully_named(found, title, year)
    found = _written().short.get(words, [])
    if not found and sum(map(len, words)) >= _ROMANISED_LENGTH:
        found = _spoken().short.get(_romanised(words), [])
    return _surnamed(found, title, year)
