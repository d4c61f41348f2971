"""Parties told by office or as a group: "the Danish premier", "senior Thai and Lao officials", "a rebel delegation"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from schemas.mention import Kind
from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.word_classes import (
    DETERMINERS,
    GOVERNMENTS,
    HYPHEN,
    is_hyphenated_pair,
    is_of_many,
    is_reporter,
    office_country,
    plain,
)
from transforms.language.parties.pairs import is_anaphoric
from transforms.language.parties.party import Party
from transforms.language.parties.standing import REGIONAL

COLLECTIVES = frozenset(
    "delegation mission team party faction group government administration regime junta council coalition alliance "
    "bloc movement opposition side pair duo society sector".split()
)
GOVERNMENT_HEADS = frozenset("government administration regime junta authorities".split())
STYLES = {
    "Majesty": frozenset("king queen sultan emperor empress agong".split()),
    "Highness": frozenset("emir amir prince princess sheikh sheikha ruler sultan duke duchess".split()),
}
_ABROAD = frozenset("rebels insurgents militants guerrillas envoys diplomats delegates negotiators mediators".split())
_MEMBERS = ("members", "countries", "nations", "states", "government", "governments", "republic", "kingdom")
_LONGEST_COMPLEMENT = 14
_JOINED = (["N", "A", "N"], ["N", "A", "K"])
_PEERS = ("counterpart", "homologue", "peer")
_EACH = frozenset("counterpart colleague number minister president premier chancellor king".split())
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART")
_UNNAMED = re.compile(
    r"D?M*+(?:(?P<nations>(?:[NK]|R+(?=AC?[NK]))(?:(?:CA?C?|AC?)(?:[NK]|R+)|[NK])*)G?|R+G?)?[MO]*(?:(?<=[MO])A[MO]+)?(?P<head>[OH])B*"
    r"(?:PD?(?P<of>[NKR](?:(?:CA?C?D?|AC?D?)?[NKR])*)(?![NKRGMOHX]))?"
)
_ACCREDITED = re.compile(r" (?:to|for|on) .*")
_POSSESSIVES = ("'s", "’s")
_ENVOYS = frozenset(("ambassador", "commissioner", "envoy", "representative", "consul", "d'affaires", "diplomat"))
_END_OF_TITLE = re.compile(
    r" (?:in|at|to|on|with|about) | and the |['’]s\b|\.$| for (?:talks|consultations|discussions|negotiations)\b"
)
_IN_POST = re.compile(r" (?:to|for|on|in) .*")
_ACCREDITED_TO = re.compile(r"PD?[NKR]+(?:(?:CA?|A)D?[NKR]+)*")
_REGIONS = re.compile(r"(?:MAN|NAM)(?=M*H)")
_OTHERS = re.compile(r"(?P<scene>(?<=P)(?<![OH]P)K+(?=C[NK]))|(?P<before>K+(?=AC?R))")
_BEHIND_TOWN = re.compile(r"(?P<town>P[XK]{1,3}C)K(?=C[NKR])")
_OFFICE_TO = re.compile(r"OP(?=D?[NKR])")
_GOVERNED = re.compile(r"HPD?[NKR]+A")
_OF_PARTY = re.compile(r"D?[NKR]")
_SHORT_NAME = re.compile(r"\([A-Z]{2,}\)")
_OF_TWO = re.compile(r"(?:[Tt]he )?((?:(?!of |from )[\w-]+ )+(?:of|from) (?:the )?)([A-Z]\w+) and ([A-Z]\w+) ([a-z].+)")
_PLACED = re.compile(r" in (?:the )?[A-Z].*")


def find_described(sentence: Span, classes: list[str]) -> list[Party]:
    """The parties of a sentence that are told by office or as a group; their tokens' classes become "#"."""
    found: list[Party] = []
    for match in _UNNAMED.finditer(_without_others(sentence, _with_regions(sentence, "".join(classes)))):
        if "#" in classes[match.start() : match.end()]:
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        head = sentence[match.start("head")]
        is_part = _modifies_noun(head) and head.head.i >= end  # no part of "commander-in-chief"
        is_other = is_part or _is_bare(match, head) or _is_commentator(match, head)
        is_other = is_other or _names_body(head) or _is_border(head)
        is_noun = head.pos_ in ("NOUN", "PROPN", "NUM") or _is_misread_noun(head) or _is_general(head)
        if not is_noun or is_other:
            continue
        end = max(end, _complement_end(head, classes, sentence.start))
        if match.group("head") == "O":
            end = max(end, _title_end(sentence, classes, start))
            end = _accreditation_end(sentence, classes, end)
        found += _split_nations(sentence, classes, match, start, end)
        for i in range(match.start(), end - sentence.start):
            classes[i] = "#"
    return found


def find_styles(sentence: Span, classes: Sequence[str]) -> list[Party]:
    """The royal persons told by their style alone ("His Majesty received …", "Her Royal Highness")."""
    found: list[Party] = []
    for token in sentence:
        if token.text not in STYLES:
            continue
        first = token.i - 1 - (token.i > 1 and token.nbor(-1).lower_ == "royal")
        if first < sentence.start or sentence.doc[first].lower_ not in ("his", "her"):
            continue
        if sentence.doc[token.i + 1 : min(token.i + 2, sentence.end)].text == "the":  # "His Highness the Amir"
            continue
        if "#" not in classes[first - sentence.start : token.i + 1 - sentence.start]:
            words = plain(sentence.doc[first : token.i + 1])
            found.append(Party(first, token.i + 1, "person", words, words, named=False))
    return found


def _with_regions(sentence: Span, letters: str) -> str:
    """The classes, a region a nation where it stands beside one ("Thai and Arab officials")."""

    def name(match: re.Match[str]) -> str:
        region = match.start() + match.group().index("M")
        return "NAN" if sentence[region].lower_ in REGIONAL else match.group()

    return _REGIONS.sub(name, letters)


def _without_others(sentence: Span, letters: str) -> str:
    """The classes, those countries made none that only stand before a coordination of nations, or are where one goes.

    Of "in Cairo, Thai and Lao officials" two are officials, of "Iran and EU negotiators" and "in Bath, England, EU
    officials" one. An envoy is "to Oslo" by office, a minister on a visit. A government is of one nation ("the
    government of Laos and the rebels"), and members are of a body alone ("the members of the Council and Germany").
    """

    def hide(match: re.Match[str]) -> str:
        is_scene = bool(match.start()) and sentence[match.start() - 1].lower_ in ("in", "to")
        is_word = match.group("before") and not sentence[match.start()].text.isupper()
        return "V" * len(match.group()) if (match.group("scene") and is_scene) or is_word else match.group()

    def behind(match: re.Match[str]) -> str:
        return f"{match['town']}V" if sentence[match.start()].lower_ in ("in", "at") else match.group()

    def part(match: re.Match[str]) -> str:
        office = sentence[max(0, match.start() - 2) : match.start() + 1].text
        is_way = sentence[match.start() + 1].lower_ == "to" and not offices.is_envoy(office)
        return "OV" if is_way else match.group()

    def govern(match: re.Match[str]) -> str:
        head = sentence[match.start()].lower_
        is_one = head in GOVERNMENT_HEADS or (head == "members" and "R" in match.group())
        return match.group()[:-1] + "V" if is_one else match.group()

    apart = _OTHERS.sub(hide, _BEHIND_TOWN.sub(behind, letters))
    return _GOVERNED.sub(govern, _OFFICE_TO.sub(part, apart))


def _complement_end(head: Token, classes: Sequence[str], offset: int) -> int:
    """Where the "of …" that tells whose leaders or members they are ends; the head's own end where none short does."""
    doc, limit, after = head.doc, head.sent.end, head.i + 1
    while after < limit and classes[after - offset] == "B":
        after += 1
    if after + 1 >= limit or doc[after].lower_ not in ("of", "from"):
        return head.i + 1
    end = after + 1
    while end < min(limit, after + _LONGEST_COMPLEMENT):
        nations = classes[end - offset - 1 : end - offset + 2] in _JOINED
        joins = (nations and doc[end + 2 : end + 3].text not in _POSSESSIVES) or _joins_modifiers(doc[end])
        of_party = doc[end].lower_ == "of" and _OF_PARTY.match("".join(classes[end - offset + 1 :]))
        is_short_name = head.tag_ in ("NN", "NNP") and _is_within_name(doc[end])
        if not (joins or of_party or is_short_name or _is_in_complement(doc[end], classes[end - offset])):
            break
        end += 1
    while doc[end - 1].pos_ not in ("NOUN", "PROPN") and end > after + 1:
        end -= 1
    if doc[end - 1].pos_ not in ("NOUN", "PROPN"):
        return head.i + 1
    return next((i for i in range(end, limit) if classes[i - offset] != "B"), limit)


def _joins_modifiers(link: Token) -> bool:
    """Does it join two words before one noun ("from 12 Arab and African states")?"""
    last, first = link.head, link.head.head
    is_link = link.dep_ in ("cc", "punct") and last.dep_ == "conj" and first.dep_ in ("amod", "compound")
    return is_link and last.doc[last.i + 1 : last.i + 2].text in _MEMBERS


def _is_in_complement(token: Token, letter: str) -> bool:
    """Can it stand in the noun phrase that tells whose they are: "more than 20", "53-member", "the members of NATO"?"""
    counts = token.lower_ in ("more", "than", "about", "some") or token.tag_ == "HYPH"
    describes = token.dep_ == "amod" and token.tag_ in ("VBG", "VBN")
    before = token.nbor(-1)
    owned = letter in "RK" or before.lower_ in _MEMBERS or offices.is_body(before.text.removesuffix("s"))
    links = token.lower_ == "of" and owned
    nominal = token.pos_ in _NOMINAL and token.ent_type_ not in ("DATE", "TIME")
    return letter != "#" and (nominal or counts or describes or links)


def _is_within_name(token: Token) -> bool:
    """Is it of a short name in brackets behind which a body's name goes on ("the World Bank (WB) Board")?"""
    words = token.doc[token.i - {"(": 0, ")": 2}.get(token.text, 1) :]
    return len(words) > 3 and _SHORT_NAME.match(words[:3].text) is not None and words[3].pos_ in ("NOUN", "PROPN")


def _title_end(sentence: Span, classes: Sequence[str], start: int) -> int:
    """Where the longest title that begins at a token ends ("chairman of the Joint Chiefs of Staff of Denmark")."""
    words = sentence.doc[start : sentence.end]
    office = offices.office(words.text)
    title = _END_OF_TITLE.split(office.title)[0].rstrip(" ,") if office else ""
    last = words.start_char + words.text.find(title) + len(title)
    end = next((token.i for token in words if token.idx >= last), sentence.end)
    is_cut = end < sentence.end and (sentence.doc[end].pos_ in _NOMINAL or sentence.doc[end].tag_ == "HYPH")
    is_taken = "#" in classes[start - sentence.start : end - sentence.start]
    return start if not title or is_cut or is_taken else end


def _accreditation_end(sentence: Span, classes: Sequence[str], end: int) -> int:
    """Where it is told to whom a mission is accredited ("head of the EU delegation to Laos and ASEAN")."""
    is_mission = sentence.doc[end - 1].lower_ in ("delegation", "mission", "office")
    behind = _ACCREDITED_TO.match("".join(classes[end - sentence.start :])) if is_mission else None
    return end + behind.end() if behind and sentence.doc[end].lower_ == "to" else end


def _modifies_noun(head: Token) -> bool:
    """Is the word no head of a phrase but part of another noun ("government spokesman", "official visit")?"""
    modifies = head.dep_ in ("compound", "amod") and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN")
    return modifies and not is_of_many(head)


def _is_bare(match: re.Match[str], head: Token) -> bool:
    """Is it a "government" by itself right before a noun that it describes ("government lending guidelines")?"""
    behind = head.doc[head.i + 1 : min(head.i + 2, head.sent.end)].text
    described = bool(behind) and head.nbor(1).tag_ in ("NN", "NNS", "VBG", "JJ")
    return head.text in GOVERNMENT_HEADS and match.group() == "H" and described


def _is_misread_noun(word: Token) -> bool:
    """Is it an adjective to the tagger that is subject or object to the parser ("the Thai emissary met them")?"""
    return word.pos_ == "ADJ" and word.dep_ in (*syntax.SUBJECTS, *syntax.OBJECTS)


def _is_general(word: Token) -> bool:
    """Is it the "general" behind an office ("the consul general"), whatever the tagger takes it for?"""
    before = word.doc[max(word.i - 2, word.sent.start) : word.i].text.rstrip("-").split()
    return word.lower_ == "general" and bool(before) and offices.is_office_head(before[-1])


def _names_body(head: Token) -> bool:
    """Does the word end the name of a body rather than describe who meets ("the Climate Working Group")?"""
    before = head.nbor(-1).text if head.i > head.sent.start else ""
    is_name = head.text[:1].isupper() and before[:1].isupper()
    return head.lower_ in ("group", "team") and (is_name or before.lower() == "working")


def _is_border(head: Token) -> bool:
    """Is a "side" no party but where something lies ("the Thai side of the river")?"""
    return head.lower_ == "side" and head.i + 1 < head.sent.end and head.nbor(1).lower_ == "of"


def _is_commentator(match: re.Match[str], head: Token) -> bool:
    """Is it one who speaks about meetings, no expert whom a country sends ("experts from Laos", "Lao experts")?"""
    behind = head.doc[head.i + 1 : min(head.i + 2, head.sent.end)].text
    is_sent = head.lower_ == "experts" and (behind == "from" or bool(match.group("nations")))
    return is_reporter(head.text) and not is_sent


def _split_nations(sentence: Span, classes: Sequence[str], match: re.Match[str], start: int, end: int) -> list[Party]:
    """One party for each nation that a coordinated phrase tells of: "Thai and Lao officials" are two."""
    doc, head, is_office = sentence.doc, sentence[match.start("head")], match.group("head") == "O"
    plural = head.tag_ in ("NNS", "NNPS") or (head.tag_ == "CD" and not is_office) or head.lower_ in COLLECTIVES
    kind: Kind = "government" if head.lower_ in GOVERNMENT_HEADS else "group" if plural else "person"
    words = plain(doc[start:end])
    title = words if is_office or (offices.is_office_head(head.lower_) and not is_reporter(head.text)) else None
    relational = head.lower_.startswith(_PEERS) or _is_of_another(match, head)
    group = next((g for g in ("nations", "of") if match.group(g)), None)
    home = (_IN_POST if head.lemma_.lower() in _ENVOYS else _ACCREDITED).sub("", words)
    nations = _split(sentence, classes, *match.span(group)) if group == "nations" or (group and home == words) else []
    if len(nations) < 2 and plural and (both := _told_of_two(words)):
        return [Party(start, end, kind, name, name if title else None, code, named=False) for name, code in both]
    if len(nations) < 2:
        told = country_of(nations[0]) if nations else None
        unplaced = _PLACED.sub("", words)
        is_told = " " in unplaced and is_anaphoric(unplaced)
        is_of_states = gazetteers.find_organisation(unplaced) or not REGIONAL.isdisjoint(unplaced.lower().split())
        is_guest = head.lower_ in _ABROAD or (plural and doc[start].lower_ in syntax.POSSESSIVES)
        if group == "nations" or is_of_states or is_told or is_guest:
            words, home, told = unplaced, _PLACED.sub("", home), told if group == "nations" else None
        of_many = plural and "international" in words.lower().split()  # "Laos' international donors"
        country = None if of_many else told or office_country(words) or gazetteers.nationality(home)
        party = Party(start, end, kind, words, title, country, named=False, relational=relational)
        return _split_offices(sentence, match, party, head)
    of_regions = not REGIONAL.isdisjoint(nation.lower() for nation in nations)
    if plural and head.lemma_ in _EACH | GOVERNMENTS and not of_regions:
        kind = "person" if head.lemma_ in _EACH else "government"
    first = sentence.start + (match.end(group) if group == "nations" else match.start())
    first += doc[first].tag_ == "POS"
    core = re.sub(r"^(?:the|The) ", "", plain(doc[first : head.i])) if first < head.i else ""
    each = f"{core} {head.text if kind == 'group' else head.lemma_}".strip()
    linking = "from" if "from" in doc[head.i : end].text.split() else "of"
    names = [f"{nation} {each}" if group == "nations" else f"{each} {linking} {nation}" for nation in nations]
    return [
        Party(start, end, kind, name, title, country_of(nation), named=False, relational=relational)
        for name, nation in zip(names, nations, strict=True)
    ]


def _told_of_two(words: str) -> list[tuple[str, str]]:
    """A phrase once for each of two nations within, and its country ("the heads of the Lao and Thai border police")."""
    match = _OF_TWO.fullmatch(words)
    if match is None:
        return []
    told = [(f"{match[1]}{nation} {match[4]}", gazetteers.demonym_code(nation)) for nation in match.group(2, 3)]
    known = [(name, code) for name, code in told if code]
    return known if len(known) == len(told) else []


def _is_of_another(match: re.Match[str], head: Token) -> bool:
    """Is it told only by whom another meets, its nation beside it ("her Danish colleague", "… opposite number")?"""
    told = offices.office(head.text) or offices.office(f"{head.nbor(-1).text} {head.text}" if head.i else "")
    return bool(match.group("nations") and told and told.kind == "relational")


def _split_offices(sentence: Span, match: re.Match[str], party: Party, head: Token) -> list[Party]:
    """One party for each office that a plural tells of: "the Danish defense and foreign ministers" are two."""
    before = sentence[match.end("nations") if match.group("nations") else match.start() : match.start("head")]
    offices_told = [part.split() for part in re.split(r",? and |, ", plain(before)) if part]
    told = all(len(part) == 1 and offices.is_domain(part[0]) for part in offices_told)
    of_organisation = gazetteers.find_organisation(party.name)
    if of_organisation or head.lemma_ not in ("minister", "secretary", "chief") or len(offices_told) < 2 or not told:
        return [party]
    nation = plain(sentence[match.start() : match.end("nations")]) if match.group("nations") else ""
    names = [f"{nation} {part[0]} {head.lemma_}".strip() for part in offices_told]
    return [replace(party, kind="person", name=name, title=name) for name in names]


def country_of(nation: str) -> str | None:
    """The country that a nationality, or a national organisation, tells."""
    organisation = gazetteers.organisation(nation)
    return gazetteers.nationality(nation) or (organisation.country if organisation else None)


def _split(sentence: Span, classes: Sequence[str], left: int, right: int) -> list[str]:
    """The nations that commas, hyphens and conjunctions part in sentence[left:right]; "Trinidad and Tobago" is one."""
    runs: list[list[str]] = [[]]
    for token, letter in zip(sentence[left:right], classes[left:right], strict=True):
        if letter in "AC":
            runs.append([])
        elif is_hyphenated_pair(token.text):
            runs[-1:] = [[part] for part in HYPHEN.split(token.text)]
        elif token.lower_ not in DETERMINERS:
            runs[-1].append(token.text_with_ws)
    return ["".join(run).strip() for run in runs if run]
