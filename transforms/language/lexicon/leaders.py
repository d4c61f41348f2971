"""People who speak for a state or an organisation, as the actor dictionaries of event data have them.

News tells a leader's country once, or not at all: "Berg flew home after talks with Costa". A name is found in any usual
spelling: accents, hyphens, initials, articles and the order of family and given name do not count, nor does what
romanisations of a name differ in ("Mohammed", "Muhammad"; "Sergei", "Sergey"). The names are of 1988 to 2026.
Origin: our own table in transforms/data.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from string import ascii_lowercase

from transforms.language.lexicon.gazetteers import fold
from transforms.language.lexicon.offices import office

_BEFORE, _AFTER = 3, 6  # years around a term in which a surname alone still means its holder
_ROMANISED_LENGTH = 5
_ARTICLES = frozenset({"al", "el", "ul", "ur", "as", "ash", "an", "ar", "at", "jr", "sr"})
_NUMERAL = re.compile(r"[ivx]{2,4}")
_INITIALS = re.compile(r"\b(\w) (?=\w\b)")
_MUHAMMAD = re.compile(r"\bm[ou]h?am+[ae]d\b")
_SPELLINGS = (
    ("ayev", "aev"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("sch", "sh"),
    ("tch", "ch"), ("tz", "ts"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("q", "k"), ("ph", "f"), ("w", "v"), ("y", "i"),
    ("j", "i"), *((letter * 2, letter) for letter in ascii_lowercase),
)  # fmt: skip
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "ð": "d"})
_DEPUTY = re.compile(r"\b(?:deputy|assistant|under|undersecretary|vice (?!president))\b")
_ONE_NAME = (
    "crown prince", "emir", "king", "queen", "pope", "president", "vice president", "secretary general",
    "interior minister",
)  # fmt: skip
_OFFICES = {name: (name,) for name in _ONE_NAME} | {
    "ambassador": ("ambassador", "envoy"),
    "chancellor": ("chancellor",),
    "defence minister": (
        "defence minister", "defence secretary", "defense minister", "defense secretary", "minister of defence",
        "minister of defense", "secretary of defense",
    ),
    "envoy": ("envoy",),
    "finance minister": ("finance minister", "treasury secretary", "chancellor"),
    "foreign minister": (
        "foreign minister", "foreign secretary", "foreign affairs minister", "external affairs minister",
        "minister of foreign affairs", "secretary of state",
    ),
    "foreign secretary": ("foreign secretary",),
    "national security adviser": ("national security adviser", "national security advisor"),
    "prime minister": ("prime minister", "premier", "taoiseach"),
}  # fmt: skip
_PHRASES = frozenset(phrase for phrases in _OFFICES.values() for phrase in phrases)
_LOCAL = re.compile(
    r"\b(?:senator|congress(?:wo)?man|lawmaker|judge|justice|mayor|governor|commissioner|prosecutor|professor|sheriff|"
    r"attorney|lawyer|detective|coach|bishop)\b"
)
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leader:
    """A person, whom they stand for, a country (alpha-3) or an organisation (its short name), and in which offices."""

    name: str
    country: str | None
    organisation: str | None
    offices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Term:
    """A row of the table; alone: does the surname alone mean its holder ("yes", "no", "" where no other bears it)."""

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

    def distance(self, year: int | None) -> int:
        return 0 if year is None else max(self.first - year, year - self.last, 0)


def _words(name: str) -> Words:
    """The words of a name that tell it from others."""
    return tuple(w for w in _folded(name).split() if len(w) > 1 and w not in _ARTICLES)


def _folded(text: str) -> str:
    """The folded text, initials that stand together as one word."""
    return _INITIALS.sub(r"\1", fold(text.translate(_LETTERS)).replace("'", "")).replace(",", " ")


def _romanised(text: str) -> str:
    """The folded text with all that romanisations of one name differ in made one."""
    text = _MUHAMMAD.sub("muhamad", text)
    for old, new in _SPELLINGS:
        text = text.replace(old, new)
    return text


@lru_cache(maxsize=1 << 15)
def _spoken(words: Words) -> Words:
    return tuple(_romanised(" ".join(words)).split())


@cache
def _lines() -> list[str]:
    text = resources.files("transforms.data").joinpath("leaders.tsv").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _lines_by_word() -> Mapping[str, list[int]]:
    """The lines of the table that hold a word, romanised, in a name; no term is read before it is asked for."""
    names = "|".join(" ".join(line.split("\t", 3)[:3]).replace(";", ",") for line in _lines())
    found = defaultdict(list)
    for number, line in enumerate(_romanised(_folded(names)).split("|")):
        for word in set(line.split()):
            found[word].append(number)
    return found


@cache
def _term(number: int) -> _Term:
    cells = [[entry for entry in cell.split(";") if entry] for cell in _lines()[number].split("\t")]
    name, others, known_as, country, organisation, first, last, offices, alone = cells
    return _Term(
        leader=Leader(
            name[0], country[0] if country else None, organisation[0] if organisation else None, frozenset(offices)
        ),
        names=tuple(_words(n) for n in name + others),
        known_as=tuple(_words(n) for n in known_as),
        first=int(first[0]),
        last=int(last[0]),
        offices=frozenset(offices),
        alone=alone[0] if alone else "",
    )


def _holding(words: Words) -> list[_Term]:
    """The terms that hold one of these words in a name."""
    numbers = {number for word in _spoken(words) if word != "bin" for number in _lines_by_word().get(word, ())}
    return [_term(number) for number in sorted(numbers)]


def _extends(words: Words, term: _Term) -> bool:
    """Whether the words are a name of the term with further given names, and perhaps a line or one more surname.

    No surname behind one that many bear ("Muhammad Ali Tamim" is no Ali).
    """
    first = min((words.index(given) for name in term.names if (given := _spoken(name)[0]) in words[:2]), default=None)
    if first is None:
        return False
    for short in map(_spoken, term.known_as):
        for start in range(first + 1, len(words)):
            rest = words[start + len(short) :]
            goes_on = not rest or (term.alone != "no" and len(rest) == 1) or rest[0] == "bin"
            if words[start : start + len(short)] == short and goes_on:
                return True
    return False


def _named(words: Words) -> list[_Term]:
    """The terms of a full name."""
    if len(words) < 2:
        return []
    terms = _holding(words[1:])
    if found := [t for t in terms if any(sorted(name) == sorted(words) for name in t.names)]:
        return found
    spoken = _spoken(words)
    found = [t for t in terms if any(sorted(_spoken(name)) == sorted(spoken) for name in t.names)]
    return found or [t for t in terms if _extends(spoken, t)]


def _known_as(words: Words) -> list[_Term]:
    """The terms of a surname, or of a short name."""
    terms = _holding(words)
    found = [t for t in terms if words in t.known_as]
    if found or sum(map(len, words)) < _ROMANISED_LENGTH:
        return found
    return [t for t in terms if _spoken(words) in map(_spoken, t.known_as)]


def _offices_of(title: str) -> frozenset[str]:
    """The offices that a title can mean; none where it means one that the table does not tell apart."""
    folded = f" {fold(title)} "
    if _DEPUTY.search(folded):
        return frozenset()
    told = max((phrase for phrase in _PHRASES if f" {phrase} " in folded), key=len, default=None)
    return frozenset(name for name, phrases in _OFFICES.items() if told in phrases)


def _titled(name: str, title: str) -> list[_Term]:
    """The terms of one known by title and given name: "King Abdullah"."""
    last_words = title.split()[-2:]
    for start in range(len(last_words)):
        words = _words(" ".join([*last_words[start:], name]))
        if found := [t for t in _holding(words) if any(sorted(known) == sorted(words) for known in t.names)]:
            return found
    return []


def _agreed(terms: Sequence[_Term], year: int | None) -> Leader | None:
    """The leader whom the terms mean, if all stand for one party; of several, the one nearest in time or in note."""
    if len({term.party for term in terms}) != 1:
        return None
    return min(terms, key=lambda t: (t.distance(year), t.alone != "yes", -t.last, t.leader.name)).leader


def _kept(terms: list[_Term], keep: Callable[[_Term], bool]) -> list[_Term]:
    """The terms to keep, or all where none is."""
    return [t for t in terms if keep(t)] or terms


def _nearest(terms: Sequence[_Term], year: int | None) -> list[_Term]:
    """The terms that lie nearest to the year."""
    nearest = min((term.distance(year) for term in terms), default=0)
    return [term for term in terms if term.distance(year) == nearest]


def _fully_named(terms: list[_Term], title: str | None, year: int | None) -> Leader | None:
    """The leader of a full name that several terms bear."""
    offices = _offices_of(title) if title else frozenset()
    held = _kept(terms, lambda t: bool(t.offices & offices))
    nearest = _nearest(held, year)
    known = _kept(nearest, lambda t: t.alone == "yes")
    return next((found for kept in (terms, held, nearest, known) if (found := _agreed(kept, year))), None)


def _allowed(terms: Iterable[_Term], title: str) -> list[_Term]:
    """The terms that a title allows."""
    if offices := _offices_of(title):
        return [t for t in terms if t.offices & offices]
    if local := _LOCAL.search(fold(title)):
        return [t for t in terms if any(local.group() in name for name in t.offices)]
    told = office(title)
    return [] if told and told.kind == "reporting" else list(terms)


def _surnamed(terms: Iterable[_Term], title: str | None, year: int | None) -> Leader | None:
    """The leader of a surname that may be anybody's."""
    offices = _offices_of(title) if title else frozenset()
    terms = _allowed(terms, title) if title else list(terms)
    terms = [t for t in terms if t.alone != "no" or offices]
    if year is not None:
        past = [t for t in terms if t.alone == "yes" and t.last <= year]
        terms = [t for t in terms if t.covers(year)] or past
        if offices:
            terms = _kept(terms, lambda t: not t.distance(year))
    if found := _agreed(terms, year):
        return found
    known = [t for t in terms if t.alone == "yes"]
    return _agreed(_nearest(known, year), year)


def find_leader(name: str, title: str | None = None, year: int | None = None) -> Leader | None:
    """The leader of this name, told with the title or in the year if given; None for who is none or may be several.

    name: a full name in any usual spelling ("Kofi A. Annan"), or a surname alone, without title or possessive. A
    surname is its bearer's only if all leaders of that surname whom the title and the year allow stand for the same
    country or organisation, or if one is far better known. Given names alone find nobody, except with the title of one
    who is known by it ("Abdullah", "King").
    """
    words = _words(name)
    if title and (found := _titled(name, title)):
        return _fully_named(found, title, year)
    unnumbered = tuple(w for w in words if not _NUMERAL.fullmatch(w))
    if found := _named(words) or ([] if unnumbered == words else _named(unnumbered)):
        return _fully_named(found, title, year)
    return _surnamed(_known_as(words), title, year)


@lru_cache(1 << 12)
def is_named_in_full(words: str) -> bool:
    """Are these words a leader's name, and not of something named after one ("Jimmy Carter Center")?"""
    leader = find_leader(words)
    return leader is not None and _words(words)[-1] in _words(leader.name)
