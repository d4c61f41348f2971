"""Offices and titles: what a person is called before the name ("Deputy Secretary of State", "Crown Prince", "Mr.").

A title is read by a small grammar over word classes, so that no full titles are listed:

    title = (before | nationality | organisation)* (modifier | domain | nationality)* head+ (link complement)*
    complement = (the | modifier | domain | nationality | organisation)+ | the head

The longest title at the start of the text is taken. Origin: our own table in transforms/data.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal, NamedTuple, get_args

from transforms.language.lexicon.gazetteers import (
    Span,
    fold,
    lengths_of,
    longest_name,
    nationality_at,
    organisation_at,
    rows,
    words_of,
)

OfficeKind = Literal["reporting", "relational", "office", "royal", "religious", "rank", "honorific"]
_HEADS = frozenset(get_args(OfficeKind))
_PERSONAL = frozenset({"royal", "religious", "rank", "honorific"})
_MIDDLE = frozenset({"modifier", "domain"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our"})
_FORMER = frozenset({"former", "ex", "then", "late", "deposed", "ousted"})
_DEPUTIES = frozenset({"vice", "deputy"})
_SHORT_OFFICES = {
    "pm": ("prime", "minister"), "premier": ("prime", "minister"), "dpm": ("deputy", "prime", "minister"),
    "fm": ("foreign", "minister"), "eam": ("external", "affairs", "minister"),
}  # fmt: skip
_UNKNOWN = "unknown to "
_PARTIES = frozenset({"country", "organisation"})
_OWNING = frozenset({"of", "at"})


@dataclass(frozen=True, slots=True)
class Office:
    """A title at the start of a phrase, whom it speaks for, and what follows it.

    title: as written, without what stands before it (determiners, "former", the nationality). country: of whom its
    holder stands for, where the phrase tells. organisation: its short name, where that is what the holder stands for.
    reporting holders speak about meetings; relational ones ("counterpart") need another person to be understood.
    """

    title: str
    kind: OfficeKind
    country: str | None
    organisation: str | None
    former: bool
    plural: bool
    rest: str


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    """The classes of each word or phrase of the table."""
    classes: defaultdict[str, set[str]] = defaultdict(set)
    for (name,), words in rows("offices.tsv"):
        for word in words if ":" not in name else ():
            classes[word].add(name)
    return {word: frozenset(names) for word, names in classes.items()}


@cache
def _parties() -> Mapping[str, str]:
    """The country that a phrase tells by itself."""
    table = [(name, words) for (name,), words in rows("offices.tsv") if name.startswith("party:")]
    return {word: name.removeprefix("party:") for name, words in table for word in words}


@cache
def _leading(what: str) -> list[frozenset[str]]:
    """The words of each office that leads a state, government or diplomacy."""
    return [
        frozenset(p.split()) for (name,), phrases in rows("offices.tsv") if name == f"leads:{what}" for p in phrases
    ]


def _plural(phrase: str) -> str:
    first, of, rest = phrase.partition(" of ")
    if first.endswith("y") and not first.endswith(("ay", "ey", "oy")):
        return first[:-1] + "ies" + of + rest
    if first.endswith("man"):
        return first[:-3] + "men" + of + rest
    return first + "s" + of + rest


@cache
def _plurals() -> Mapping[str, str]:
    """The singular of each plural that heads a title or a domestic body."""
    return {_plural(word): word for word, names in _classes().items() if names & (_HEADS | {"domestic"})}


def _singular(word: str) -> str:
    """The folded word, a plural of our table as its singular."""
    folded = fold(word).removesuffix("'s")
    return folded if folded in _classes() else _plurals().get(folded, folded)


@lru_cache(1 << 14)
def is_office_head(word: str) -> bool:
    """Whether the word, singular or plural, heads a title: "minister", "envoys"."""
    return bool(_classes().get(_singular(word), frozenset()) & _HEADS)


@cache
def _head_phrases() -> frozenset[str]:
    """The heads of several words, none of which is one by itself."""
    heads = _HEADS - {"honorific"}
    phrases = {p for p, names in _classes().items() if " " in p and " of " not in p and names & heads}
    return frozenset(phrase for phrase in phrases if not any(is_office_head(word) for word in phrase.split()))


@cache
def _head_phrase_lengths() -> dict[str, int]:
    return lengths_of(_head_phrases())


@lru_cache(1 << 14)
def _longest_from(word: str) -> int:
    """How many words the longest such head has that opens with a word."""
    return _head_phrase_lengths().get(fold(word), 0)


def head_phrase_at(words: Sequence[str], first: int) -> int:
    """How many tokens from the first on are an office together and not alone ("opposite number"); 0 for none."""
    longest = _longest_from(words[first])
    for size in range(min(2 * longest - 1, len(words) - first), 1, -1):
        if fold(" ".join(words[first : first + size])) in _head_phrases():
            return size
    return 0


def is_envoy(title: str) -> bool:
    """Whether a title is of one whom a state or body sends to another: "ambassador", "special envoy"."""
    words = fold(title).split()
    phrases = {" ".join(words[i : i + n]) for i in range(len(words)) for n in (1, 2)}
    return any("sent" in _classes().get(_singular(phrase), ()) for phrase in phrases)


def is_head_of_state(title: str) -> bool:
    """Whether a title is that of a president or monarch, not of a deputy."""
    return _leads("state", title) and not is_deputy(title)


def leads_state(title: str) -> bool:
    """Whether a title is that of the head of a state or of its government, not of a deputy."""
    return (_leads("state", title) or _leads("government", title)) and not is_deputy(title)


def is_chief_diplomat(title: str) -> bool:
    """Whether a title is that of the minister, or another, who speaks for a state or union abroad, not of a deputy."""
    return _leads("diplomacy", title) and not is_deputy(title)


def is_high_office(title: str) -> bool:
    """Whether a title is that of one who leads a state, its government or its diplomacy, or of a deputy of theirs."""
    return any(_leads(what, title) for what in ("state", "government", "diplomacy"))


@lru_cache(1 << 12)
def _leads(what: str, title: str) -> bool:
    return any(office <= words_of_one(title) for office in _leading(what))


@cache
def _unknown() -> Mapping[str, Sequence[str]]:
    """The offices that a state does not have, by its code."""
    table = rows("offices.tsv")
    return {name.removeprefix(_UNKNOWN): words for (name,), words in table if name.startswith(_UNKNOWN)}


def is_unknown_to(country: str, title: str) -> bool:
    """Is it an office that the state does not have, so that its holder is another's ("Premier" of the USA)?"""
    words = f" {fold(title)} "
    return any(f" {office} " in words for office in _unknown().get(country, ()))


def is_deputy(title: str) -> bool:
    """Whether a title is that of one who stands in for another: "vice", "deputy"."""
    return not words_of_one(title).isdisjoint(_DEPUTIES)


def singular_title(title: str) -> str | None:
    """A title told of several ("Foreign Ministers") as each of them bears it; None for what is told of one."""
    words = title.split()
    link = next((i for i, word in enumerate(words) if word in ("of", "for", "to")), len(words))
    for i, word in enumerate(words[:link]):
        single = _plurals().get(fold(word))
        if single and not any(is_office_head(other) for other in words[i + 1 :]):
            words[i] = single.title() if word[0].isupper() else single
            return " ".join(words)
    return None


def words_of_title(title: str) -> frozenset[str]:
    """The words of a title or description in any order and spelling, "PM" and "premier" as "prime minister"."""
    words = fold(re.sub(r"^(?:the|a|an) ", "", title, flags=re.IGNORECASE)).split()
    return frozenset(whole for word in words for whole in _SHORT_OFFICES.get(word, (word,)))


@lru_cache(1 << 12)
def words_of_one(title: str) -> frozenset[str]:
    """The words of a title as one bears it, whether it is told of one or of several ("Foreign Ministers")."""
    return words_of_title(singular_title(title) or title)


def is_domain(word: str) -> bool:
    """Whether the word tells what an office is charged with: "foreign", "defence"."""
    return "domain" in _classes().get(fold(word), frozenset())


def is_body(word: str) -> bool:
    """Whether the name of a body ends with the word: "senate", "committee"."""
    return "body" in _classes().get(fold(word), frozenset())


@cache
def office_words() -> frozenset[str]:
    """Every word, folded, that a title is made of; "the", "his" and prepositions left out."""
    ours = {p for p, names in _classes().items() if names & (_HEADS | _MIDDLE)} - _head_phrases()
    plurals = {plural for plural, single in _plurals().items() if single in ours}
    return frozenset(word for phrase in ours | plurals for word in phrase.split()) - {"of", "in", "and", "the", "at"}


def is_domestic_body(name: str) -> bool:
    """Whether one meets them at home: "parliament", "lawmakers", "opposition leaders"."""
    return "domestic" in _classes().get(_singular(fold(name).removeprefix("the ")), frozenset())


@dataclass(frozen=True, slots=True)
class _Step:
    """One word or name of a title: its classes, its text folded (a country's code, an organisation's short name)."""

    classes: frozenset[str]
    value: str
    after: int


def _vocabulary(phrase: str) -> tuple[frozenset[str], str] | None:
    word = _singular(phrase)
    return (_classes()[word], word) if word in _classes() else None


@cache
def _lengths() -> dict[str, int]:
    return lengths_of([*_classes(), *_plurals()])


def _step(text: str, words: Sequence[Span], place: int) -> _Step | None:
    """The longest name or phrase at a word that a title may hold."""
    steps = []
    if found := organisation_at(text, words, place):
        steps.append(_Step(frozenset({"organisation"}), found[0].short_name, found[1]))
    code, after = nationality_at(text, words, place)
    if after > place:
        steps.append(_Step(frozenset({"country" if code else "domain"}), code or "", after))
    if phrase := longest_name(text, words, place, _vocabulary, _lengths()):
        steps.append(_Step(*phrase[0], phrase[1]))
    return max(steps, key=lambda s: s.after, default=None)


class _Head(NamedTuple):
    """A head, in the singular, and the words it lies between."""

    word: str
    first: int
    after: int


@dataclass(slots=True)
class _Reading:
    """A title as far as it is read; `end` is the word after the longest one."""

    former: bool = False
    start: int | None = None
    end: int = 0
    heads: list[_Head] = field(default_factory=list)
    party: _Step | None = None
    link: str | None = None
    determined: bool = False
    conjoined: bool = False
    lasting: bool = True

    def takes(self, step: _Step, place: int) -> bool:
        """Read one step; False where the title ends before it."""
        if self.link and self.link != "and":
            return self._complement(step)
        return self._title(step, place)

    def _title(self, step: _Step, place: int) -> bool:
        if step.classes & _PARTIES:
            if self.link:
                return False
            if self.party:
                self.start = place if self.start is None else self.start
            self.party = self.party or step
        elif step.classes & _HEADS:
            if self._is_personal(step):
                return False
            self.start = place if self.start is None else self.start
            self.heads.append(_Head(step.value, place, step.after))
            self.end, self.link = step.after, None
        elif step.classes & _MIDDLE:
            self.start = place if self.start is None else self.start
        elif "link" in step.classes:
            self.link = step.value
            return bool(self.heads) or (self.link == "and" and self.start is not None)
        else:
            self.former = self.former or step.value in _FORMER
            return self.start is None
        return True

    def _is_personal(self, step: _Step) -> bool:
        """Whether the step begins a new title, which is told with the name: "Prime Minister | Sheikh Hasina"."""
        if not self.heads or self.link:
            return False
        kinds = step.classes & _PERSONAL
        return bool(kinds) and not kinds & _classes()[self.heads[-1].word]

    def _complement(self, step: _Step) -> bool:
        """Read a step after "of", "for", "to"; a head there is the title's own only after "the" or a lasting "and"."""
        if step.value in _DETERMINERS:
            self.determined = True
        elif "link" in step.classes:
            self.conjoined = step.value == "and"
            self.link = self.link if self.conjoined else step.value
            self.determined = False
        elif step.classes & _PARTIES:
            if self.conjoined:
                return False
            self.end, self.lasting = step.after, False
            if self.link in _OWNING:
                self.party = self.party or step
        elif step.classes & _HEADS and (self.determined or (self.conjoined and self.lasting)):
            self.end = step.after
        elif step.classes & _MIDDLE:
            if "domain" in step.classes or not self.conjoined:
                self.end, self.lasting = step.after, True
        else:
            return False
        return True


def _is_plural(text: str, words: Sequence[Span], head: _Head) -> bool:
    return fold(text[words[head.first][0] : words[head.after - 1][1]]).removesuffix("'s") != head.word


def _kind(heads: Sequence[str]) -> OfficeKind:
    kinds = {name for head in heads for name in _classes()[head]}
    return next(kind for kind in get_args(OfficeKind) if kind in kinds)


def _party_of(title: str) -> str | None:
    """The country that a title tells by itself ("Deputy Secretary of State"), by the longest phrase in it."""
    folded = f" {fold(title)} ".replace("'s ", " ")
    told = max((phrase for phrase in _parties() if f" {phrase} " in folded), key=len, default=None)
    return (_parties()[told] or None) if told else None


def _read(text: str, words: Sequence[Span]) -> _Reading:
    reading, place = _Reading(), 0
    while place < len(words):
        step = _step(text, words, place)
        gap = text[words[place - 1][1] : words[place][0]] if place else ""
        broken = gap.strip(" -–&\t") and not (
            reading.link and gap.strip() == "," and step and step.classes & {"domain", "link"}
        )
        if step is None or broken or not reading.takes(step, place):
            break
        place = step.after
    return reading


@lru_cache(1 << 12)
def office(text: str) -> Office | None:
    """The longest title at the start of a phrase ("Danish Foreign Minister Lars Berg"); None where none starts it."""
    words = words_of(text)
    reading = _read(text, words)
    heads = reading.heads
    if not heads or reading.start is None:
        return None
    end = words[reading.end - 1][1]
    title = text[words[reading.start][0] : end]
    told = reading.party
    return Office(
        title=title,
        kind=_kind([head.word for head in heads]),
        country=told.value if told and "country" in told.classes else None if told else _party_of(title),
        organisation=told.value if told and "organisation" in told.classes else None,
        former=reading.former,
        plural=_is_plural(text, words, heads[-1]),
        rest=text[end:].strip(" ,"),
    )
