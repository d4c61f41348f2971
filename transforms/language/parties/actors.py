"""Who is named: the parties that a text tells, persons with their offices, governments, organisations, groups.

Parties are read off runs of token classes (nationality, office, modifier, preposition …), which hold up where trees
and entity spans err: "Danish Foreign Minister" before a name is a title whatever the network made of it. The classes
are the alphabet of the two regular expressions below, one letter a token.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.constructions import TELLING
from transforms.language.lexicon.word_classes import DETERMINERS, is_honorific, names_event, plain, word_classes
from transforms.language.parties.affiliations import join_affiliations, mark_described
from transforms.language.parties.coordination import mark_in_turn, name_by_nation, name_in_turn, share_titles
from transforms.language.parties.descriptions import find_described, find_styles
from transforms.language.parties.holders import name_behind
from transforms.language.parties.home import mark_officers
from transforms.language.parties.identities import resolve_names, trim_headline_names, with_allegiance
from transforms.language.parties.names import find_names, known_surnames
from transforms.language.parties.organs import find_organs
from transforms.language.parties.party import Party
from transforms.language.parties.titles import titled_person
from transforms.language.toponyms.datelines import datelines

_APPOSITION = re.compile(
    r",?|(?:for|to|on|of|in charge of|accredited to) (?:the )?[\w’' -]{2,40}(?:, [\w’' -]{2,40} and [\w’' -]{2,40})?,"
)
_IN_TOWN = re.compile(r"(?:in|at) [A-Z][\w’' -]{2,30},")  # "the Danish consul in Rome, Anna Berg"
_MEMBER_AND = re.compile(r", (?:an? )?(?:[\w-]+ )?member of(?P<body> (?:[\w’'-]+ ){1,14}?and(?: the)?)?", re.IGNORECASE)
_OF_PEER = re.compile(r" (?:of|from) (?:his|her|their) (?:[\w-]+ ){0,2}counterpart$")  # "envoy of her counterpart"
_FURTHER_POST = re.compile(r"and (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?, (?=[a-z])")  # of "Mali | and the Sahel,"
_SERVING = re.compile(r"(?:(?:for|of|on) [\w’' -]{2,40} )?(?:to|of|for|at)(?: the)?")
_HELD_IN = re.compile(r"(?:to|in|for|at)(?: the)?")
_KOREA = re.compile(r"\b(?:Korea|Pyongyang|Seoul)")
_AND_KOREA = re.compile("and (?:North|South) Korea")
KOREAS = {"North": "PRK", "South": "KOR"}
_BUILDINGS = frozenset("house palace castle hall hotel airport residence lodge villa barracks stadium".split())
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")


def find_parties(doc: Doc, year: int | None = None, site: str | None = None) -> list[Party]:
    """All parties of a text in order, without overlaps, each under the fullest name that the text gives it.

    What a dateline names is none.

    year: of publication, to tell leaders of one name apart; site: the country of the government on whose site the
    text stands, whose own officers it does not mark.
    """
    surnames = known_surnames(doc)
    heads = [range(dateline.start, dateline.end) for dateline in datelines(doc.text)]
    found: list[Party] = []
    for sentence in doc.sents:
        if not any(sentence.start_char in head for head in heads):
            found += _parties_in(sentence, surnames)
    known = [with_allegiance(party, year) for party in resolve_names(trim_headline_names(doc, found))]
    return mark_officers(doc, name_behind(doc, mark_in_turn(doc, known)), site)


def _parties_in(sentence: Span, surnames: set[str]) -> list[Party]:
    classes = word_classes(sentence)
    persons = []
    for start, end in find_names(sentence, classes, surnames):
        persons.append(titled_person(sentence, classes, start, end))
        for i in range(persons[-1].start, persons[-1].end):
            classes[i - sentence.start] = "#"
    others = find_organs(sentence, "".join(classes))
    for i in (i for organ in others for i in range(organ.start, organ.end)):
        classes[i - sentence.start] = "#"
    others += find_described(sentence, classes) + find_styles(sentence, classes)
    others += _places_and_organisations(sentence, classes) + _halves_of_korea(sentence, classes)
    told = sorted(persons + others, key=lambda party: party.start)
    parties = name_by_nation(sentence.doc, name_in_turn(sentence.doc, _of_owners(sentence.doc, told)))
    joined = join_affiliations(sentence.doc, _join_appositions(sentence.doc, parties))
    return share_titles(sentence.doc, mark_described(sentence.doc, joined))


def _of_owners(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties, a body or officer with the country of its owner ("Denmark's Ministry", "Premier A's envoy B")."""
    owned: list[Party] = []
    for party in parties:
        last = owned[-1] if owned else None
        if last and last.country and not party.country and doc[last.end : party.start].text in ("'s", "’s"):
            if last.kind == "government" and party.kind == "organisation" and _is_body(party):
                last, party = owned.pop(), replace(party, start=last.start, country=last.country)
            elif last.kind == party.kind == "person" and party.title and not party.relational:
                start = party.start if last.named else owned.pop().start
                party = replace(party, start=start, country=last.country)
        owned.append(party)
    return owned


def _is_body(party: Party) -> bool:
    return any(map(offices.is_body, party.name.lower().split()))


def _places_and_organisations(sentence: Span, classes: Sequence[str]) -> list[Party]:
    """Countries and capitals as governments, organisations, and peoples that stand as nouns ("the Palestinians")."""
    doc, found = sentence.doc, list[Party]()
    for match in re.finditer(r"K+|R+|N+", "".join(classes)):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        words, head = _PARENTHESIS.sub("", plain(doc[start:end])), doc[end - 1]
        if match.group()[0] == "R" and (organisation := gazetteers.organisation(words)):
            found.append(Party(start, end, "organisation", words, country=organisation.country))
        elif match.group()[0] == "K" and (country := gazetteers.country_code(words)):
            found.append(Party(start, end, "government", words, country=country))
        elif match.group()[0] == "K" and (country := gazetteers.capital_code(words)):
            found.append(Party(start, end, "government", gazetteers.country_name(country), country=country))
        elif match.group()[0] == "N" and head.tag_ in ("NNS", "NNPS"):
            found.append(Party(start, end, "group", words, country=gazetteers.demonym_code(words)))
    taken = {i for party in found for i in range(party.start, party.end)}
    for entity in syntax.entities(sentence, "ORG"):
        letters = classes[entity.start - sentence.start : entity.end - sentence.start]
        is_free = {"#", "K", "R"}.isdisjoint(letters) and taken.isdisjoint(range(entity.start, entity.end))
        if is_free and entity[-1].lower_ not in _BUILDINGS and not names_event(entity.text):
            words = plain(entity)
            country = gazetteers.nationality(words)
            found.append(Party(entity.start, entity.end, "organisation", words, country=country))
    return found


def _halves_of_korea(sentence: Span, classes: Sequence[str]) -> list[Party]:
    """The two Koreas, also as "the North" and "the South" where the text speaks of Korea, "South and North Korea"."""
    doc = sentence.doc
    both = [(token.i, code) for token in sentence if token.text == "Koreas" for code in KOREAS.values()]
    told = [
        token for token, letter in zip(sentence, classes, strict=True)
        if token.text in KOREAS and letter != "#" and (
            _AND_KOREA.match(doc[token.i + 1 : sentence.end].text)
            or (token.i > sentence.start and token.nbor(-1).lower_ == "the"
                and not doc[token.i + 1 : token.i + 2].text[:1].isupper())
        )
    ]  # fmt: skip
    codes = both + [(token.i, KOREAS[token.text]) for token in told if _KOREA.search(doc.text)]
    return [Party(i, i + 1, "government", gazetteers.country_name(code), country=code) for i, code in codes]


def _join_appositions(doc: Doc, parties: list[Party]) -> list[Party]:
    """An office and the name beside it are one party: "Oman's foreign minister, Anna Berg"."""
    joined: list[Party] = []
    for n, party in enumerate(parties):
        last = joined[-1] if joined else None
        alone = all(other.start != last.start for other in joined[-2:-1]) if last else False
        gap = _PARENTHESIS.sub("", doc[last.end : party.start].text).strip() if last else ""
        if last and gap == "(" and doc[party.end : party.end + 1].text == ")" and last.kind == party.kind:
            joined[-1] = replace(last, end=party.end + 1)
            continue
        if last and gap == "," and party.named and _OF_PEER.search(last.name):
            joined[-1] = replace(last, end=party.end)
            continue
        if last and gap == "," and _is_servant(doc, joined, party):
            officer = joined[-2]
            title = plain(doc[officer.start : last.end])
            joined[-2:] = [replace(party, start=officer.start, title=title, country=officer.country)]
            continue
        if last and gap == "," and (placed := _placed(doc, joined, party)):
            joined[-2:] = [placed]
            continue
        if last and gap == "and" and _tells_office_behind(doc, last) and _is_office_without_article(doc, party):
            joined[-1] = replace(last, end=party.end)
            continue
        if (found := _member_in_office(doc, joined, party)) is not None:
            joined[found:] = [replace(joined[found], end=party.end, title=party.title, country=party.country)]
            continue
        if last and gap == "and" and _is_second_office(doc, last, party):
            joined[-1] = replace(party, start=last.start, title=last.title, country=last.country)
            continue
        if last and _serves(last, gap, party):
            joined[-1] = last = replace(last, country=party.country)
            if not party.named or _is_body(party) or (gap == "of" and offices.is_envoy(last.title or "")):
                joined[-1] = replace(last, end=party.end)
                continue
        in_town = last and _IN_TOWN.fullmatch(gap) and offices.is_envoy(last.title or "")
        beside = last and (_APPOSITION.fullmatch(gap) or in_town) and not _is_dated(doc, last, party)
        beside = beside and not _is_of_next(doc, last, parties[n : n + 2])
        if last and last.kind == party.kind == "person" and beside and alone and _is_apposition(doc, last, party, gap):
            named, office = (last, party) if last.named else (party, last)
            joined[-1] = replace(
                named,
                start=last.start,
                end=party.end,
                title=_title_of_both(named, office),
                country=named.country or office.country,
                organisation=named.organisation or _organisation_of(office),
            )
        else:
            joined.append(party)
    return joined


def _member_in_office(doc: Doc, before: Sequence[Party], office: Party) -> int | None:
    """Where the one stands who is told as a member of some body and by an office ("A, member of …, and Premier")."""
    place = next((len(before) - n for n, p in enumerate(reversed(before), 1) if p.kind == "person" and p.named), None)
    if place is None or office.kind != "person" or office.named or before[place].country:
        return None
    told = _MEMBER_AND.fullmatch(doc[before[place].end : office.start].text.strip())
    return place if told and (told["body"] or " and " in office.name) else None


def _tells_office_behind(doc: Doc, person: Party) -> bool:
    """Is it a person whose office is told behind the name?"""
    return person.kind == "person" and person.named and not doc[person.start : person.end].text.endswith(person.name)


def _is_office_without_article(doc: Doc, party: Party) -> bool:
    """Is it an office of some state or body, told as that of somebody named is ("Berg, premier of Laos")?"""
    bare = party.kind == "person" and not (party.named or party.relational) and " of " in party.name
    return (
        bare
        and doc[party.start].lower_ not in DETERMINERS
        and not any(t.tag_ == "POS" for t in doc[party.start : party.end])
    )


def _opens_predicate(doc: Doc, office: Party) -> bool:
    """Does the verb follow an office without an article, so that it is no second subject ("Berg, Thai envoy met")?"""
    behind = doc[office.end : office.end + 1]
    bare = doc[office.start].lower_ not in DETERMINERS and doc[office.start].text[:1].isupper()
    return bare and any(word.tag_ in (*syntax.FINITE, "MD") and syntax.lemma(word) not in TELLING for word in behind)


def _is_second_office(doc: Doc, first: Party, second: Party) -> bool:
    """Does one person hold an office of a state and one of an organisation ("Thai Premier and ASEAN Chair A")?"""
    bare = first.kind == "person" and not first.named and first.country and doc[first.start].text[0].isupper()
    determined = doc[first.start].lower_ in DETERMINERS
    return bool(bare) and not determined and second.kind == "person" and second.named and bool(second.organisation)


def _serves(officer: Party, gap: str, principal: Party) -> bool:
    """Does an officer serve one who tells his country ("adviser to the Thai premier", "secretary of the Lao party")?"""
    serving = officer.kind == "person" and officer.title and not officer.country and _SERVING.fullmatch(gap)
    told = principal.kind == "organisation" or (principal.kind == "person" and principal.title)
    return bool(serving and told and principal.country)


def _is_servant(doc: Doc, before: Sequence[Party], person: Party) -> bool:
    """Does a name follow an office and whom its holder serves ("Adviser to the Thai Premier Dee, Anna Berg,")?"""
    bare = person.kind == "person" and person.named and not person.title
    ended = doc[person.end : person.end + 1].text.strip() in (",", ".", ";", "")
    if not (bare and ended) or len(before) < 2:
        return False
    officer, principal = before[-2:]
    gap = doc[officer.end : principal.start].text.strip()
    serving = officer.kind == "person" and officer.title and not officer.named and _SERVING.fullmatch(gap)
    return bool(serving and principal.kind == "person" and principal.named)


def _placed(doc: Doc, before: Sequence[Party], person: Party) -> Party | None:
    """A name behind an office and the state it is held in ("the Danish ambassador to Laos, Anna Berg,")."""
    ended = doc[person.end : person.end + 1].text.strip() in (",", ".", ";", ")", "")
    if len(before) < 2 or person.kind != "person" or not person.named or not ended:
        return None
    officer, place = before[-2:]
    between = _HELD_IN.fullmatch(doc[officer.end : place.start].text.strip())
    if not between or not _is_bare_office(officer) or place.kind != "government":
        return None
    title = _title_of_both(person, officer) or officer.title
    is_own = not (offices.is_envoy(officer.title or "") or _organisation_of(officer))
    country = person.country or officer.country or (place.country if is_own else None)
    return replace(person, start=officer.start, title=title, country=country)


def _is_bare_office(party: Party) -> bool:
    return party.kind == "person" and bool(party.title) and not (party.named or party.relational)


def _title_of_both(named: Party, office: Party) -> str | None:
    """The office, where the title before the name is but a rank or an honorific ("the commander, Gen. Berg")."""
    own = offices.office(named.title) if named.title else None
    if named.title and (office.relational or own is None or own.kind not in ("rank", "honorific")):
        return named.title
    return named.title if office.relational else office.title


def _organisation_of(office: Party) -> str | None:
    """The organisation that an office of no country speaks for ("the head of the EU mission")."""
    known = None if office.country else gazetteers.find_organisation(office.name)
    return known.short_name if known else None


def _is_of_next(doc: Doc, last: Party | None, behind: Sequence[Party]) -> bool:
    """Is an office the one of the name behind it, since who stands before has one ("with Premier A, the envoy, B,")?"""
    if last is None or not (last.named and last.title) or len(behind) < 2:
        return False
    office, person = behind
    bare = person.kind == "person" and person.named and not person.title
    return not office.named and bare and doc[office.end : person.start].text.strip() == ","


def _is_dated(doc: Doc, last: Party, party: Party) -> bool:
    return any(token.ent_type_ in ("DATE", "TIME") for token in doc[last.end : party.start])


def _is_apposition(doc: Doc, first: Party, second: Party, gap: str) -> bool:
    if first.named == second.named:
        return False
    is_bare = second.named and not second.title and not is_honorific(doc[second.start])
    is_short = is_bare and " " not in second.name and gap == ","
    after = doc[second.end : second.end + 1].text.strip()
    ended = after in (",", ".", "", ")", ";", "—", "–") or (
        not second.named and after in ("for", "to", "of", "at", "in", "on")
    )
    of_state = doc[second.start].lower_ == "the" and second.country and not first.title and " of " in second.name
    ended = ended or (after == "and" and bool(of_state) and first.country in (None, second.country))
    ended = ended or (first.named and (_is_office_without_article(doc, second) or _opens_predicate(doc, second)))
    ended = ended or _FURTHER_POST.match(doc[second.end : doc[second.start].sent.end].text) is not None
    return ended or not gap.startswith(",") or not (first.named or is_short)
