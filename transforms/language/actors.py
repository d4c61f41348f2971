"""Who is named: the parties that a text tells, persons with their offices, governments, organisations, groups.

Parties are read off runs of token classes (nationality, office, modifier, preposition …), which hold up where trees
and entity spans err: "Danish Foreign Minister" before a name is a title whatever the network made of it. The classes
are the alphabet of the two regular expressions below, one letter a token.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from schemas.mention import Kind
from transforms.language import gazetteers, offices
from transforms.language.leaders import find_leader

GROUP_HEADS = frozenset(
    "officials leaders ministers diplomats negotiators representatives delegation delegations delegates envoys "
    "counterparts rebels militants insurgents separatists mediators lawmakers businessmen executives generals "
    "commanders members parties groups factions chiefs heads presidents ambassadors authorities sides countries "
    "nations states partners allies monitors inspectors donors troops peacekeepers team party faction group "
    "government administration regime junta council coalition opposition movement side".split()
)
COLLECTIVES = frozenset(
    "delegation team party faction group government administration regime junta council coalition movement".split()
)
MODIFIERS = frozenset(
    "former acting then top senior high-ranking high-level visiting new newly-elected outgoing incoming interim chief "
    "deputy vice first second key other several two three four five six seven eight all some both various many local "
    "regional military government rebel opposition political religious tribal foreign international security peace "
    "trade nuclear main ruling ethnic armed separatist caretaker transitional de facto supreme major chosen old "
    "longtime close fellow".split()
)
GOVERNMENT_HEADS = frozenset("government administration regime junta authorities".split())
DETERMINERS = frozenset("the a an his her its their our my this these those".split())
COMPLEMENT_PREPOSITIONS = frozenset("of for to on from in".split())
COORDINATORS = frozenset(("and", "&", "or"))
HONORIFICS = frozenset("mr mrs ms dr sir lord dame".split())
PRONOUNS = frozenset("he she him her his hers they them their theirs it its we us our ours i me my".split())
SUFFIXES = frozenset("jr sr ii iii iv".split())
PARTICLES = frozenset("bin bint al el ibn abu de da di del della von van der den la le dos du ben ter zu y".split())

_HYPHEN = re.compile(r"[-–]")
_WORD = re.compile(r"\w+")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART")
_TITLE = re.compile(r"D?M*(?:[NK]+G?|R+G?)?(?:[MOX]A?)*(?:O)(?:C?PD?[NKMOXRA]+){0,4}")
_NAME_AFTER_POST = re.compile(r"OPD?[NKR]+(X+)")
_UNNAMED = re.compile(
    r"D?M*(?:(?P<nations>[NK]+(?:C?A?C?[NK]+)*)G?|R+G?)?(?:M|O)*(?:(?<=[MO])A(?:M|O)+)?(?P<head>[OH])"
    r"(?:PD?(?P<of>[NKR]+(?:C?A?C?[NKR]+)*)(?![NKRGMOHX]))?"
)


@dataclass(frozen=True, slots=True)
class Party:
    """One party where the text names it: doc[start:end], its head among them.

    name: a person's name without title, else the words; named: whether it bears a name of its own.
    country: ISO 3166-1 alpha-3 of whom it stands for; organisation: the short name of the one it speaks for.
    """

    start: int
    end: int
    kind: Kind
    name: str
    title: str | None = None
    country: str | None = None
    organisation: str | None = None
    named: bool = True
    relational: bool = False


def find_parties(doc: Doc, year: int | None = None) -> list[Party]:
    """All parties of a text in order, without overlaps, each under the fullest name that the text gives it.

    year: of publication, to tell leaders of one name apart.
    """
    surnames = _known_surnames(doc)
    found: list[Party] = []
    for sentence in doc.sents:
        found += _parties_in(sentence, surnames)
    known = [_with_allegiance(party, year) for party in resolve_names(found, _headline_names(doc, found))]
    home = _home_country(doc, known)
    return [replace(party, country=home) if home and _is_unmarked(party) else party for party in known]


def _headline_names(doc: Doc, parties: Iterable[Party]) -> set[str]:
    """Names read in lines where nearly every word has a capital, so that their ends cannot be trusted."""
    names, trusted = set(), set()
    for party in parties:
        words = [token for token in doc[party.start].sent if token.is_alpha and len(token) > 3]
        titled = sum(token.text[0].isupper() for token in words) > 0.7 * len(words) and len(words) > 3
        (names if titled else trusted).add(party.name)
    return names - trusted


def _home_country(doc: Doc, parties: Iterable[Party]) -> str | None:
    """The country whose officials the text need not mark: the one state whose offices and seats it names as its own."""
    votes: Counter[str] = Counter()
    for party in parties:
        words = doc[party.start : party.end].text
        if party.kind == "government" and gazetteers.find_venue(words) or _is_own_office(party):
            votes[party.country or ""] += 1
    votes.pop("", None)
    return votes.most_common(1)[0][0] if len(votes) == 1 else None


def _is_own_office(party: Party) -> bool:
    """Does a title tell its country by itself, with no nationality beside it ("Secretary of State")?"""
    title = party.title or ""
    return party.named and bool(_office_country(title)) and not gazetteers.nationality(title)


def _is_unmarked(party: Party) -> bool:
    """Is it a secretary (an American minister) whose country neither the text nor the dictionary of leaders tells?"""
    words = set((party.title or "").lower().split())
    secretary = "secretary" in words and not words & {"general", "foreign", "home", "permanent", "party"}
    return party.kind == "person" and secretary and not (party.country or party.organisation)


def _with_allegiance(party: Party, year: int | None) -> Party:
    """A known leader whose country the text leaves out, with that country or organisation."""
    if party.kind != "person" or not party.named or party.country:
        return party
    leader = find_leader(party.name, party.title, year)
    if leader is None:
        return party
    return replace(party, country=leader.country, organisation=party.organisation or leader.organisation)


def _parties_in(sentence: Span, surnames: set[str]) -> list[Party]:
    classes = _classes(sentence)
    persons = []
    for start, end in _name_spans(sentence, classes, surnames):
        persons.append(_with_title(sentence, classes, start, end))
        for i in range(persons[-1].start, persons[-1].end):
            classes[i - sentence.start] = "#"
    others = _unnamed(sentence, classes)
    others += _places_and_organisations(sentence, classes)
    parties = _join_appositions(sentence.doc, sorted(persons + others, key=lambda party: party.start))
    return _share_nation(sentence.doc, parties)


def _classes(sentence: Span) -> list[str]:
    """One letter a token: N nationality adjective, K country, R organisation, O office, H group, M modifier, …"""
    letters = [_class_of(token) for token in sentence]
    for i, token in enumerate(sentence):
        if (
            token.text in ("-", "–")
            and 0 < i < len(letters) - 1
            and not sentence[i - 1].whitespace_
            and letters[i - 1] in "MO"
        ):
            letters[i] = "M"
    words = [token.text for token in sentence]
    for size in (5, 4, 3, 2):
        for i in range(len(words) - size + 1):
            phrase = " ".join(words[i : i + size]).replace(" - ", "-").replace(" ’s", "’s").replace(" 's", "'s")
            if not words[i][:1].isupper() or not words[i + size - 1][:1].isalpha():
                continue
            if letter := _entity_class(phrase):
                letters[i : i + size] = letter * size
    return letters


def _class_of(token: Token) -> str:
    word = token.lower_
    if word in ("'s", "’s", "'", "’") and token.tag_ == "POS":
        return "G"
    if word in COORDINATORS:
        return "A"
    if word == ",":
        return "C"
    if word in DETERMINERS:
        return "D"
    if letter := _entity_class(token.text) if token.text[:1].isupper() else None:
        return letter
    if _is_hyphenated_pair(token.text):
        return "N"
    if word in COMPLEMENT_PREPOSITIONS:
        return "P"
    if offices.is_office_head(word):
        return "H" if token.tag_ == "NNS" and token.text.islower() else "O"
    if word in GROUP_HEADS and token.pos_ in ("NOUN", "PROPN", "ADJ"):
        return "H"
    if word in offices.office_words() or word in MODIFIERS or token.like_num and token.pos_ == "NUM":
        return "M"
    return "X" if token.pos_ in ("PROPN", "NOUN", "ADJ") and token.text[0].isupper() else "V"


def _entity_class(phrase: str) -> str | None:
    if gazetteers.country_code(phrase) or gazetteers.capital_code(phrase):
        return "K"
    if gazetteers.demonym_code(phrase):
        return "N"
    return "R" if gazetteers.organisation(phrase) else None


def _known_surnames(doc: Doc) -> set[str]:
    """Words that alone may stand for a person of this text: the last, and in East Asian order the first, of full names."""
    known = set()
    for entity in doc.ents:
        words = [t.text for t in entity if t.is_alpha or "-" in t.text or "’" in t.text or "'" in t.text]
        if entity.label_ == "PERSON" and len(words) > 1:
            known |= {words[-1], words[0]}
    return {word for word in known if len(word) > 1 and word[0].isupper() and not _entity_class(word)}


def _name_spans(sentence: Span, classes: Sequence[str], surnames: set[str]) -> list[tuple[int, int]]:
    """Where persons are named, titles apart: by the network, after a title, or by a surname known from elsewhere."""
    doc, taken, spans = sentence.doc, set(), []

    def take(start: int, end: int) -> None:
        while start < end and _is_title_word(doc[start], classes[start - sentence.start]) and end - start > 1:
            start += 1
        while end > start and not doc[end - 1].text[0].isupper() and doc[end - 2].text not in ("-", "‑"):
            end -= 1
        if (
            start < end
            and not taken & set(range(start, end))
            and _can_be_name(doc[start:end], classes[start - sentence.start : end - sentence.start])
        ):
            taken.update(range(start, end))
            spans.append((start, end))

    for entity in sentence.ents:
        if entity.label_ == "PERSON":
            take(entity.start, _name_end(doc, entity.end, sentence.end))
    for i in range(sentence.start, sentence.end - 1):
        titled = classes[i - sentence.start] == "O" and doc[i].text[0].isupper() or _is_honorific(doc[i])
        if titled and i + 1 not in taken and _starts_name(doc[i + 1], classes[i + 1 - sentence.start]):
            take(i + 1, _name_end(doc, i + 2, sentence.end))
    for match in _NAME_AFTER_POST.finditer("".join(classes)):
        take(sentence.start + match.start(1), sentence.start + match.end(1))
    for token in sentence:
        if token.i not in taken and token.text in surnames and classes[token.i - sentence.start] in "XV":
            take(token.i, _name_end(doc, token.i + 1, sentence.end) if token.tag_ in ("NNP", "NNPS") else token.i + 1)
    return sorted(spans)


def _is_honorific(token: Token) -> bool:
    return token.lower_.rstrip(".") in HONORIFICS


def _is_title_word(token: Token, letter: str) -> bool:
    return letter in "NKROMD" or _is_honorific(token)


def _starts_name(token: Token, letter: str) -> bool:
    return (
        letter == "X"
        and token.text[0].isupper()
        and token.ent_type_ not in ("GPE", "ORG", "NORP", "DATE", "FAC", "LOC")
    )


def _name_end(doc: Doc, end: int, limit: int) -> int:
    """The end of a name that begins before `end`: further capitalised words of no class, particles between them."""
    while end < limit:
        token = doc[end]
        following = doc[end + 1] if end + 1 < limit else None
        part = token.pos_ == "PROPN" and token.text[0].isupper() and token.is_alpha
        particle = token.lower_ in PARTICLES and following is not None and following.text[:1].isupper()
        if not (part or particle) or token.ent_type_ in ("GPE", "NORP", "ORG", "DATE", "FAC", "LOC", "TIME", "EVENT"):
            break
        if part and token.ent_type_ != "PERSON" and (_entity_class(token.text) or offices.is_office_head(token.lower_)):
            break
        end += 1
    suffix = end + 1 if end + 1 < limit and doc[end].text == "," else end
    return suffix + 1 if suffix < limit and doc[suffix].lower_.rstrip(".") in SUFFIXES else end


def _can_be_name(span: Span, classes: Sequence[str]) -> bool:
    if any(t.lower_ in ("of", "to", "for", "the", "and") for t in span):
        return False
    return any(t.text[:1].isupper() for t in span) and not set(classes) <= set("NKRG")


def _with_title(sentence: Span, classes: Sequence[str], start: int, end: int) -> Party:
    """The person named by doc[start:end], with the title and nationality that stand before the name."""
    doc, offset = sentence.doc, sentence.start
    name = _join(doc[start:end])
    after, abroad = _country_after(doc, end, sentence.end)
    left = start - 1 if start > offset and _is_honorific(doc[start - 1]) else start
    for first in range(max(offset, left - 18), left):
        run = classes[first - offset : left - offset]
        if "#" not in run and _TITLE.fullmatch("".join(run)):
            title, country = _read_title(doc[first:left], run)
            return Party(first, after, "person", name, title, country or abroad)
    first = left
    while first > offset and classes[first - 1 - offset] in "GNK" and left - first < 4:
        first -= 1
    nation = gazetteers.nationality(_join(doc[first:left])) if first < left else None
    return Party(first if nation else left, after, "person", name, country=nation or abroad)


def _read_title(span: Span, classes: Sequence[str]) -> tuple[str, str | None]:
    """The title that the words give, and the country it speaks for."""
    words = _join(span)
    office = offices.office(words)
    head = next((i for i, letter in enumerate(classes) if letter in "MOX"), 0)
    title = office.title if office and not office.rest else _join(span[head:])
    if office and office.country or "R" in classes:
        return title, office.country if office else None
    before = _join(span[: classes.index("O")])
    return title, gazetteers.nationality(before) or gazetteers.nationality(words)


def _country_after(doc: Doc, end: int, limit: int) -> tuple[int, str | None]:
    """In "Minister Solano of Costa Rica": where the country ends, and its code."""
    if end < limit and doc[end].lower_ == "of":
        for size in (5, 4, 3, 2, 1):
            last = end + size
            if (
                last < limit
                and doc[last].text[-1:].isalpha()
                and (code := gazetteers.country_code(_join(doc[end + 1 : end + 1 + size])))
            ):
                return end + 1 + size, code
    return end, None


def _office_country(words: str) -> str | None:
    """Whom an office stands for by itself ("the pope", "Secretary of State")."""
    office = offices.office(words)
    return office.country if office else None


def _is_reporter(word: str) -> bool:
    """Is it an office whose holder tells of meetings rather than takes part ("spokesman")?"""
    office = offices.office(word)
    return office is not None and office.kind == "reporting"


def _join(span: Span) -> str:
    return re.sub(r"\s+", " ", span.text).strip(" ,'’\"“”")


def _unnamed(sentence: Span, classes: list[str]) -> list[Party]:
    """Parties told by office or as a group: "the Danish premier", "senior Thai and Lao officials", "a rebel delegation"."""
    found: list[Party] = []
    for match in _UNNAMED.finditer("".join(classes)):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        head = sentence[match.start("head")]
        if head.pos_ not in ("NOUN", "PROPN") or _modifies_noun(head) or _is_reporter(head.text):
            continue
        end = max(end, _complement_end(head, classes, sentence.start))
        found += _split_nations(sentence, match, start, end, head)
        for i in range(match.start(), end - sentence.start):
            classes[i] = "#"
    return found


def _complement_end(head: Token, classes: Sequence[str], offset: int) -> int:
    """Where the "of …" that tells whose leaders or members they are ends; the head's own end where none short does."""
    doc, limit, end = head.doc, head.sent.end, head.i + 2
    if end >= limit or doc[head.i + 1].lower_ != "of":
        return head.i + 1
    while end < limit and end - head.i < 9 and classes[end - offset] != "#" and doc[end].pos_ in _NOMINAL:
        end += 1
    return end if doc[end - 1].pos_ in ("NOUN", "PROPN") else head.i + 1


def _modifies_noun(head: Token) -> bool:
    """Is the word no head of a phrase but part of another noun ("government spokesman", "leaders' summit")?"""
    return head.dep_ in ("compound",) and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN")


def _split_nations(sentence: Span, match: re.Match[str], start: int, end: int, head: Token) -> list[Party]:
    """One party for each nation that a coordinated phrase tells of: "Thai and Lao officials" are two."""
    doc, plural = sentence.doc, head.tag_ in ("NNS", "NNPS") or head.lower_ in COLLECTIVES
    kind: Kind = "government" if head.lower_ in GOVERNMENT_HEADS else "group" if plural else "person"
    words, title = _join(doc[start:end]), _office_title(_join(doc[start:end]), head)
    relational = head.lower_.startswith("counterpart")
    group = next((g for g in ("nations", "of") if match.group(g)), None)
    nations = _split(sentence, *match.span(group)) if group else []
    if len(nations) < 2:
        told = _country_of(nations[0]) if nations else None
        country = told or _office_country(words) or gazetteers.nationality(words)
        return [Party(start, end, kind, words, title, country, named=False, relational=relational)]
    if plural and head.lemma_ in ("counterpart", "minister", "president", "premier", "chancellor", "king"):
        kind = "person"
    first = sentence.start + (match.end(group) if group == "nations" else match.start())
    core = re.sub(r"^(?:the|The) ", "", _join(doc[first : head.i])) if first < head.i else ""
    each = f"{core} {head.lemma_ if kind == 'person' else head.text}".strip()
    linking = "from" if "from" in doc[head.i : end].text.split() else "of"
    names = [f"{nation} {each}" if group == "nations" else f"{each} {linking} {nation}" for nation in nations]
    return [
        Party(start, end, kind, name, title, _country_of(nation), named=False, relational=relational)
        for name, nation in zip(names, nations, strict=True)
    ]


def _country_of(nation: str) -> str | None:
    organisation = gazetteers.organisation(nation)
    return gazetteers.nationality(nation) or (organisation.country if organisation else None)


def _split(sentence: Span, left: int, right: int) -> list[str]:
    """The nations between the commas, hyphens and conjunctions of sentence[left:right]."""
    runs: list[list[str]] = [[]]
    for token in sentence[left:right]:
        if token.text in (",", "and", "&", "or"):
            runs.append([])
        elif _is_hyphenated_pair(token.text):
            runs[-1:] = [[part] for part in _HYPHEN.split(token.text)]
        elif token.lower_ not in DETERMINERS:
            runs[-1].append(token.text)
    return [" ".join(run) for run in runs if run]


def _is_hyphenated_pair(word: str) -> bool:
    """Does the word name two nations ("US-China", "Israeli-Palestinian")?"""
    parts = _HYPHEN.split(word)
    return len(parts) > 1 and all(part[:1].isupper() and gazetteers.nationality(part) for part in parts)


def _office_title(words: str, head: Token) -> str | None:
    return words if offices.is_office_head(head.lower_) else None


def _places_and_organisations(sentence: Span, classes: Sequence[str]) -> list[Party]:
    """Countries and capitals as governments, organisations, and peoples that stand as nouns ("the Palestinians")."""
    doc, found = sentence.doc, []
    for match in re.finditer(r"K+|R+|N+", "".join(classes)):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        words, head = _join(doc[start:end]), doc[end - 1]
        if match.group()[0] == "R" and (organisation := gazetteers.organisation(words)):
            found.append(Party(start, end, "organisation", words, country=organisation.country))
        elif match.group()[0] == "K" and (country := gazetteers.country_code(words)):
            found.append(Party(start, end, "government", words, country=country))
        elif match.group()[0] == "K" and (country := gazetteers.capital_code(words)):
            found.append(Party(start, end, "government", gazetteers.country_name(country), country=country))
        elif match.group()[0] == "N" and head.tag_ in ("NNS", "NNPS"):
            found.append(Party(start, end, "group", words, country=gazetteers.demonym_code(words)))
    taken = {i for party in found for i in range(party.start, party.end)}
    for entity in sentence.ents:
        free = all(classes[i - sentence.start] not in "#KR" and i not in taken for i in range(entity.start, entity.end))
        if entity.label_ == "ORG" and free:
            found.append(
                Party(
                    entity.start,
                    entity.end,
                    "organisation",
                    _join(entity),
                    country=gazetteers.nationality(_join(entity)),
                )
            )
    return found


def _join_appositions(doc: Doc, parties: list[Party]) -> list[Party]:
    """An office and the name beside it are one party: "Oman's foreign minister, Badr Albusaidi"."""
    joined: list[Party] = []
    for party in parties:
        last = joined[-1] if joined else None
        gap = doc[last.end : party.start].text.strip() if last else None
        if last and gap == "(" and doc[party.end : party.end + 1].text == ")" and last.kind == party.kind:
            joined[-1] = replace(last, end=party.end + 1)
            continue
        if last and last.kind == party.kind == "person" and gap in ("", ",") and _is_apposition(doc, last, party):
            named, office = (last, party) if last.named else (party, last)
            joined[-1] = replace(
                named,
                start=last.start,
                end=party.end,
                title=named.title or (None if office.relational else office.title),
                country=named.country or office.country,
            )
        else:
            joined.append(party)
    return joined


def _share_nation(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """In "Thai President A and Prime Minister B" the nation holds for both offices."""
    shared: list[Party] = []
    for party in parties:
        last = shared[-1] if shared else None
        if (
            last
            and last.kind == party.kind == "person"
            and last.country
            and last.title
            and party.title
            and not party.country
            and not find_leader(party.name, party.title)
            and doc[last.end : party.start].text.strip() in ("and", ", and", "&")
        ):
            party = replace(party, country=last.country)
        shared.append(party)
    return shared


def _is_apposition(doc: Doc, first: Party, second: Party) -> bool:
    if first.named == second.named:
        return False
    after = doc[second.end : second.end + 1].text
    return first.named is False or after in (",", ".", "", ")", ";", "—", "–") or doc[first.end].text != ","


def resolve_names(parties: Iterable[Party], untrusted: Collection[str] = ()) -> list[Party]:
    """Every person under the fullest name, with the title and country, that any of its namings gives.

    A shorter name joins the one longer name whose words include all of its own, in the same or the East Asian order;
    where two persons share a surname the one named last before it is meant. An untrusted name that contains a trusted
    one is that one.
    """
    parties = [_trusted(party, parties, untrusted) for party in parties]
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
        replace(party, name=name, title=party.title or _most(titles[name]), country=party.country or _most(countries[name]))
        if (name := canon.get(full.get(i, ""), "")) else party
        for i, party in enumerate(parties)
    ]  # fmt: skip


def _trusted(party: Party, parties: Iterable[Party], untrusted: Collection[str]) -> Party:
    if party.kind != "person" or party.name not in untrusted:
        return party
    inside = [
        p.name
        for p in parties
        if p.kind == "person" and p.named and p.name not in untrusted and _is_short_for(p.name, party.name)
    ]
    return replace(party, name=max(inside, key=len)) if inside else party


def _is_short_for(short: str, name: str) -> bool:
    """Are all words of the one among those of the other, initials and hyphens apart?"""
    words, parts = _WORD.findall(gazetteers.fold(short)), _WORD.findall(gazetteers.fold(name))
    return len(words) < len(parts) and set(words) <= set(parts)


def _fullest(name: str, names: Iterable[str]) -> str:
    longer = [other for other in dict.fromkeys(names) if _is_short_for(name, other)]
    return max(longer, key=lambda other: (len(other.split()), len(other))) if longer else name


def _most(counts: Counter[str]) -> str | None:
    return max(counts.items(), key=lambda item: (item[1], len(item[0]), item[0]))[0] if counts else None
