"""Bodies in which states sit together: the organs of an organisation ("the OAS Permanent Council"), joint ones."""

import re
from collections.abc import Iterator

from spacy.tokens import Span

from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.word_classes import plain
from transforms.language.parties.party import Party, without_article

_WORD = r"[A-Z][\w’&-]*"
_LINK = r"(?:of|on|for|and|the|de)"
_ORGAN = r"(?:Council|Committee|Commission|Authority|Assembly|Board|Conference|Group|Mechanism)"
_SCOPE = rf"(?: (?:of|on|for) (?:the )?{_WORD}(?: (?:(?:of|and) )?{_WORD}){{0,5}})?"
_JOINT = r"(?:Joint|Mixed|Border|Boundary|Bilateral|Trilateral|Intergovernmental|Inter-[Gg]overnmental)"
_END = r"(?![\w’-]| [A-Z])"
_BEHIND_OWNER = re.compile(rf"(?:['’]s)? (?:{_WORD} (?:{_LINK} ){{0,2}}){{0,5}}?{_ORGAN}{_SCOPE}{_END}")
_BEFORE_OWNER = re.compile(
    rf"(?:{_WORD} (?:{_LINK} ){{0,2}}){{0,5}}{_ORGAN}(?: of {_WORD}(?: of {_WORD})*)?(?= of (?:the )?$)"
)
_JOINT_BODY = re.compile(rf"(?:{_WORD} ){{0,3}}{_JOINT}(?: {_WORD}| and(?= [A-Z])){{0,5}}? {_ORGAN}{_END}")
_PARLIAMENTS = re.compile(r"\b(?:Parliamentary|Congressional|Senate|Economic Committee|Chiefs)\b")
_TWO_BEFORE = re.compile(r"(?P<one>[NKR]+)(?P<link>[AV])(?P<two>[NKR]+)[MXH]+")  # V: the hyphen of "EU-Armenia"
_TWO = re.compile(r"(?P<one>[KR]+)AD?(?P<two>[KR]+)")
_WHOSE = re.compile(rf"(?: (?:on|for) {_WORD})? (?:of|between) (?:the )?")
_NEAR = 8  # words before a body within which an office in it is told, or behind it whose it is
_LONGEST = 120  # characters of a body's name
_OFFICE_OF = re.compile(r"[OH]B*PD?$")


def find_organs(sentence: Span, letters: str) -> list[Party]:
    """The organs and joint bodies that a sentence names: an organ stands for its organisation.

    Of "the Thai-Lao Joint Commission" and "the Joint Commission of Laos and Vietnam" the two states are given.

    letters: the classes of the sentence's words.
    """
    found: list[Party] = []
    for match in _TWO_BEFORE.finditer(letters):
        noun = sentence[match.end() - 1].text
        linked = match["link"] == "A" or sentence[match.start("link")].text in ("-", "–")
        if linked and noun[0].isupper() and offices.is_body(noun):
            found += _two(sentence, match, sentence[match.start() : match.end()])
    for start, end, owner in (*_organs(sentence, letters), *_joint_bodies(sentence)):
        body = sentence.char_span(start, end, alignment_mode="expand")
        if body is None or any(party.start < body.end and body.start < party.end for party in found):
            continue
        first, behind = body.start - sentence.start, body.end - sentence.start
        of_nations = owner is None and not {"N", "K", "R", "A"}.isdisjoint(letters[max(0, first - 1) : behind])
        if (
            of_nations
            or _OFFICE_OF.search(letters[max(0, first - _NEAR) : first])
            or letters[behind : behind + 1] in ("O", "H")
        ):
            continue
        states = [] if owner else _states_behind(sentence, letters, body)
        organ = Party(body.start, body.end, "organisation", without_article(plain(body)), organisation=owner)
        found += states or ([organ] if is_organ(organ) else [])
    return found


def is_organ(party: Party) -> bool:
    """Is it the organ of an organisation, or a joint body of states?"""
    return party.kind == "organisation" and (bool(party.organisation) or _is_joint(party.name))


def is_body_of_states(party: Party) -> bool:
    """Is it an international organisation or a body in which states sit?"""
    known = gazetteers.organisation(party.name)
    return bool(known and known.kind == "international") or is_organ(party)


def _organs(sentence: Span, letters: str) -> Iterator[tuple[int, int, str]]:
    """Where an international organisation is named with its organ, before it or behind, and the organisation."""
    text, offset = sentence.text, sentence.start_char
    for match in re.finditer("R+", letters):
        owner = sentence[match.start() : match.end()]
        start, end = owner.start_char - offset, owner.end_char - offset
        known = gazetteers.organisation(plain(owner))
        if not known or known.kind != "international":
            continue
        if behind := _BEHIND_OWNER.match(text, end):
            yield start, behind.end(), known.short_name
        elif before := _BEFORE_OWNER.search(text, max(0, start - _LONGEST), start):
            yield before.start(), end, known.short_name


def _joint_bodies(sentence: Span) -> Iterator[tuple[int, int, None]]:
    for match in _JOINT_BODY.finditer(sentence.text):
        yield match.start(), match.end(), None


def _is_joint(name: str) -> bool:
    """Does the name alone tell a body of states ("the General Border Committee"), and none of two chambers of one?"""
    return bool(_JOINT_BODY.fullmatch(name)) and not _PARLIAMENTS.search(name)


def _states_behind(sentence: Span, letters: str, body: Span) -> list[Party]:
    """The two whose joint body it is, as told behind it."""
    behind = sentence.doc[body.end : min(body.end + _NEAR, sentence.end)]
    link = _WHOSE.match(f" {behind.text}")
    first = next((word.i for word in behind if link and word.idx - behind.start_char >= link.end() - 1), sentence.end)
    match = _TWO.match(letters, first - sentence.start)
    return _two(sentence, match, sentence.doc[body.start : sentence.start + match.end()]) if match else []


def _two(sentence: Span, match: re.Match[str], told: Span) -> list[Party]:
    """The two states or organisations of a joint body that a match of their words' classes tells."""
    found: list[Party] = []
    for words in (plain(sentence[slice(*match.span(part))]) for part in ("one", "two")):
        if code := gazetteers.nationality(words):
            found.append(Party(told.start, told.end, "government", gazetteers.country_name(code), country=code))
        elif known := gazetteers.organisation(words):
            found.append(Party(told.start, told.end, "organisation", words, country=known.country))
    return found
