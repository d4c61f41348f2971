"""Whom "the two leaders", "both sides" or "the two countries" mean: the last two of different sides told before.

A singular or plural pronoun is not looked at here; see participants.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.numbers import number
from transforms.language.parties.party import Party

_OF_PERSONS = (
    "leaders|men|women|ministers|diplomats|presidents|premiers|chancellors|officials|pair|duo|two|three|statesmen|"
    "heads of state|heads of government|guests|visitors"
)
_OF_STATES = "ministries|countries|nations|governments|cabinets|neighbors|neighbours|rivals|states"
_NOUNS = rf"(?:sides?|parties|delegations|counterparts|{_OF_PERSONS}|{_OF_STATES})"
_PAIR = re.compile(
    r"(?:(?:his|her|their) )?(?:two |both )?(?:guests|visitors)|"
    rf"(?:the |both )?(?:{_NOUNS}|(?:two|both|three|four|pair|duo) (?:[\w-]+ ){{0,2}}{_NOUNS}|"
    rf"(?:delegations|representatives|negotiators|teams) (?:of|from) (?:the two|both) (?:{_OF_STATES})|"
    r"(?:[\w-]+ )?(?:commanders|officers|officials|diplomats|experts|envoys|representatives) from both sides)",
    re.IGNORECASE,
)
_COUNTS = frozenset(("two", "both", "three", "four"))
_SO_MANY = re.compile(
    rf"(?:the )?(?:(?P<count>two|three|four)(?: (?:[\w-]+ ){{0,2}}(?:{_OF_PERSONS}))?|pair|duo)", re.IGNORECASE
)
_TWO = re.compile(
    r"(?:(?:the |his |her |their )?two|both|the pair|the duo|.* (?:of|from) (?:the two|both))\b", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:the |all )*(?:three|four|five|six|seven|eight|nine|ten|multi) (?:[\w-]+ ){0,3}"
    r"(?:parties|nations|countries|powers)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(two|both|three|four|five|six) (?:[\w-]+ ){{0,3}}(?:{_OF_PERSONS}|{_OF_STATES})\b", re.IGNORECASE
)
_AT_ODDS = re.compile(r"\b(?:rivals|foes|enemies|adversaries|(?:warring|rival|opposing) \w+s)$", re.IGNORECASE)
_AND = ("and", ", and", "&")
_REACH, _REACH_OF_NAMES = 3, 8


def is_anaphoric(text: str) -> bool:
    """Do the words stand for parties told before ("the two leaders", "both sides")?"""
    return bool(_PAIR.fullmatch(text.strip()))


def is_numbered(party: Party) -> bool:
    """Are they the unnamed parties of "six-party talks", or "the five powers" of some?"""
    return party.kind == "group" and bool(_NUMBERED.fullmatch(party.name))


def is_at_war(party: Party) -> bool:
    """Are they told to be the sides of a war, and so several ("the warring parties")?"""
    return party.kind == "group" and not party.named and "warring" in party.name.lower().split()


def number_of_persons(text: str) -> int | None:
    """How many persons, told before, the words stand for ("the two ministers", "the pair"); None for other words."""
    told = _SO_MANY.fullmatch(text.strip())
    return number((told["count"] or "two").lower()) if told else None


def is_several(party: Party) -> bool:
    """Are they at odds, of two offices, or so and so many, not told before ("rivals", "ministers of two states")?"""
    if is_anaphoric(party.name) or party.name.lower().startswith("the "):
        return False
    told = _AT_ODDS.search(party.name) or " and " in party.name or count_of(party)
    return party.kind == "group" and not party.named and bool(told)


def count_of(party: Party) -> int | None:
    """The number that a group's words tell of persons or states; None where they tell none."""
    told = _COUNTED.search(party.name)
    return number("two" if told[1].lower() == "both" else told[1].lower()) if told else None


def are_persons_told(text: str) -> bool:
    """Do the words stand for persons told before, and tell not how many ("the ministers")?"""
    return bool(re.fullmatch(rf"the (?:{_OF_PERSONS})", text.strip().lower())) and number_of_persons(text) is None


def office_of(group: Party) -> frozenset[str]:
    """The words of the office that the members of a group of some hold ("the two deputy ministers")."""
    return offices.words_of_title(offices.singular_title(group.name) or "") - _COUNTS


def is_guests(text: str) -> bool:
    """Do the words tell of those whom somebody receives ("his two guests")?"""
    return bool(re.search(r"\b(?:guest|visitor)s?$", text.lower()))


def find_pair(doc: Doc, parties: Iterable[Party], group: Party, *, counted: bool = True) -> list[Party]:
    """The two whom a group of two stands for; nothing where the text before does not tell exactly two.

    Where they meet others they can be of one side: "the two" or "the three" whom a sentence right before tells as one
    list.

    counted: whether the words must tell that they are two.
    """
    told = list(parties)
    return _of_two_sides(doc, told, group, counted) or _listed(doc, told, group)


def _listed(doc: Doc, parties: Sequence[Party], group: Party) -> list[Party]:
    """The persons of one list, as many as the group is told to be, in the sentences right before."""
    count = number_of_persons(group.name)
    if count is None:
        return []
    starts = sorted({sent.start for sent in doc.sents if sent.start < group.start}, reverse=True)
    for start in starts[: _REACH - 1]:
        persons = [p for p in parties if p.kind == "person" and p.named and doc[p.start].sent.start == start]
        gaps = [doc[one.end : other.start].text.strip() for one, other in pairwise(persons)]
        if len(persons) == count and gaps[-1] in _AND and all(gap in (",", *_AND) for gap in gaps):
            return [replace(party, start=group.start, end=group.end) for party in persons]
    return []


def _of_two_sides(doc: Doc, parties: Iterable[Party], group: Party, counted: bool) -> list[Party]:
    if (counted and not _TWO.match(group.name)) or group.country or not is_anaphoric(group.name):
        return []
    before = [party for party in parties if party.end <= group.start and (party.country or party.organisation)]
    if _is_of_states(group) and (states := _most_told(before)):
        return [replace(state, start=group.start, end=group.end) for state in states]
    before = _of_office(before, group)
    named = [party for party in before if party.named]
    found = _last_sides(doc, named, group, _REACH_OF_NAMES) or _last_sides(doc, before, group, _REACH)
    if _are_others(found, group):
        found = [_government(party.country) for party in found if party.country]
    return [replace(party, start=group.start, end=group.end) for party in found] if len(found) == 2 else []


def _are_others(persons: list[Party], group: Party) -> bool:
    """Does the group lead states ("the two presidents") that these speak for, who are known not to lead them?"""
    words = office_of(group)
    leads = offices.leads_state(offices.singular_title(group.name) or "")
    return leads and all(p.title and not words <= offices.words_of_title(p.title) for p in persons)


def _most_told(parties: list[Party]) -> list[Party]:
    """The governments of the two countries that a text tells most, by the parties told so far; else nothing."""
    told = Counter(party.country for party in parties if party.country).most_common(3)
    if len(told) < 2 or (len(told) > 2 and told[1][1] == told[2][1]):
        return []
    return [_government(code) for code, _ in told[:2]]


def _government(code: str) -> Party:
    return Party(0, 1, "government", gazetteers.country_name(code), country=code)


def _last_sides(doc: Doc, parties: list[Party], group: Party, reach: int) -> list[Party]:
    """The sides that the last sentences tell, as many of them as it takes to tell two; else none.

    Persons of two sides whom a sentence joins ("Berg and Premier Costa") are the two leaders, whoever spoke since.
    """
    starts = sorted({sent.start for sent in doc.sents if sent.start <= group.start}, reverse=True)
    sides: dict[str, Party] = {}
    for start in starts[: reach + 1]:
        told = [party for party in parties if doc[party.start].sent.start == start]
        if couple := _couple(doc, told) if _is_of_persons(group) else []:
            return couple
        sides = _sides_of(told, group) | sides
        if len(sides) > 1:
            return list(sides.values())
    return []


def _sides_of(parties: list[Party], group: Party) -> dict[str, Party]:
    """One party for each side that a sentence tells: a person for leaders, a government for countries."""
    if _is_of_states(group):
        return {party.country: _government(party.country) for party in parties if party.country}
    sides: dict[str, Party] = {}
    for party in parties:
        if party.kind == "person" or not _is_of_persons(group):
            sides.setdefault(party.country or party.organisation or "", party)
    return sides


def _is_of_states(group: Party) -> bool:
    return bool(re.fullmatch(_OF_STATES, group.name.lower().split()[-1]))


def _is_of_persons(group: Party) -> bool:
    return bool(re.search(rf"\b(?:{_OF_PERSONS})$", group.name.lower()))


def _couple(doc: Doc, parties: list[Party]) -> list[Party]:
    """The last two persons of different sides that a sentence joins by "and", nobody else beside them."""
    persons = [party for party in parties if party.kind == "person"]
    joined = [doc[one.end : other.start].text.strip() in _AND for one, other in pairwise(persons)]
    for n in reversed(range(len(joined))):
        one, other = persons[n : n + 2]
        listed = n and doc[persons[n - 1].end : one.start].text.strip() == ","
        if joined[n] and not listed and (one.country, one.organisation) != (other.country, other.organisation):
            return [one, other]
    return []


def _of_office(parties: list[Party], group: Party) -> list[Party]:
    """Those whose title the group's words tell ("the two prime ministers"); all where no two have it."""
    words = office_of(group)
    if group.name.lower().endswith("leaders"):
        heads = [party for party in parties if offices.leads_state(party.title or "")]
        return heads if len({party.country for party in heads}) > 1 else parties
    holders = [party for party in parties if words and words <= offices.words_of_title(party.title or "")]
    return holders if len({party.country for party in holders}) > 1 else parties
