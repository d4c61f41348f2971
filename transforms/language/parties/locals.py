"""Whose officers news leaves unmarked: those of the country whose agency tells it, or of the town it is filed from."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from spacy.tokens import Doc

from transforms.language.grammar import syntax
from transforms.language.lexicon.gazetteers import nationality
from transforms.language.lexicon.offices import is_envoy, is_office_head, office
from transforms.language.parties.bilateral import mark_paired
from transforms.language.parties.holders import is_told_of_another
from transforms.language.parties.party import Party
from transforms.language.parties.sides import leaders_of_delegations
from transforms.language.toponyms.datelines import datelines, source_country
from transforms.language.toponyms.places import Located, find_places

_LED_BY = re.compile(r"(?<!delegations )(?<!delegations, )\b(?:led|headed) by(?: the| its| their)?$")
_MEETING = frozenset("meet receive welcome host hold have confer pay see greet discuss speak talk conduct".split())
_RANKED = re.compile(r"(?<=\w) Ambassador$")
_SOLE = ("prime minister", "premier", "chancellor")
_BEHIND = 10  # words behind an officer that may still tell whose they are


def mark_local_officers(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties, officers without a country marked where the text's origin tells whose they are.

    A national agency writes of its own officers wherever it files from, but for whom they meet abroad, who are the
    dateline's. Elsewhere those of the dateline's country are meant, unless the words just before the officer tell of
    another country alone: a correspondent covers several. A text without either may pair the officer's state with the
    counterpart's.
    """
    text = doc.text
    origin = next(iter(datelines(text)), None)
    agency = origin.agency if origin and origin.agency else source_country(text)
    home = agency or (origin.country if origin else None)
    introduced = _introduced(doc, parties)
    there = {p: country for p in introduced if (country := _country_gone_to(doc, p, parties))}
    parties = _mark_everywhere(parties, [replace(p, country=country) for p, country in there.items()])
    introduced = [p for p in introduced if p not in there]
    if not home:
        return _mark_everywhere(parties, mark_paired(doc, parties, introduced))
    introduced = [p for p in introduced if not is_told_of_another(p, parties, home)]
    places = [] if agency or not introduced else find_places(doc)
    local = [p for p in introduced if agency or _is_at_home(doc, p, home, parties, places)]
    local = [p for p in local if not _meets_one_of(home, doc, p, parties)]
    place = origin.country if origin else None
    hosts = [p for p in local if agency and _is_met_by(doc, p, agency, parties, place not in (None, agency))]
    homes = [place if p in hosts else home for p in local]
    marked = [replace(p, country=_country_behind(doc, p, parties) or c) for p, c in zip(local, homes, strict=True)]
    return _mark_everywhere(parties, _one_of_each(marked))


def _one_of_each(marked: Iterable[Party]) -> list[Party]:
    """The officers without a second head of government of the same state."""
    kept: list[Party] = []
    heads: set[str | None] = set()
    for party in marked:
        is_head = party.named and (party.title or "").lower() in _SOLE
        if not (is_head and party.country in heads):
            kept.append(party)
        heads |= {party.country} if is_head else set()
    return kept


def _is_met_by(doc: Doc, officer: Party, home: str, parties: Sequence[Party], is_abroad: bool) -> bool:
    """Does one of the home state's meet the officer ("Danish Premier Berg was received by Speaker Costa")?

    is_abroad: the report is from elsewhere, so that whoever is not told to be another's is the home state's.
    """
    head = doc[officer.start : officer.end].root
    verb = syntax.verb_above(head)
    if verb is None or not (head.dep_ == "obj" or syntax.cases(head) & {"with", "by"}):
        return False
    if syntax.lemma(verb) not in _MEETING:
        return False
    subjects = [token for token in syntax.subjects(verb) if not officer.start <= token.i < officer.end]
    told = {p.country for p in parties for token in subjects if p.start <= token.i < p.end and p.kind == "person"}
    told |= {None for token in subjects if token.pos_ == "PRON"}
    return bool(told) and told <= ({home, None} if is_abroad else {home})


def _introduced(doc: Doc, parties: Iterable[Party]) -> list[Party]:
    """Every officer left unmarked where the text first names them, and each place where it tells only the office."""
    found, named = list[Party](), set[str]()
    for party in parties:
        if party.kind == "person" and party.name not in named and _is_unmarked_officer(doc, party):
            found.append(party)
        named |= {party.name} if party.named else set()
    return found


def _mark_everywhere(parties: Sequence[Party], marked: Sequence[Party]) -> list[Party]:
    """The parties, those that are marked with their country, under the same name wherever they are named."""
    names = {party.name: party.country for party in marked if party.named}
    told = {party.start: party.country for party in marked if not party.named}
    return [
        replace(p, country=p.country or (names.get(p.name) if p.named else told.get(p.start)))
        if p.kind == "person" and not p.organisation else p
        for p in parties
    ]  # fmt: skip


def mark_delegates(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties, who leads a delegation marked with its country ("a Danish delegation headed by Minister Berg")."""
    delegations = leaders_of_delegations(doc, parties).values()
    led = {leader.name: leader for leaders in delegations for leader in leaders}
    return [_as_led(p, led[p.name]) if p.kind == "person" and p.name in led else p for p in parties]


def _as_led(party: Party, leader: Party) -> Party:
    """The party, on the side of the delegation that it leads, which may be an organisation's."""
    country = leader.country or (None if leader.organisation else party.country)
    return replace(party, country=country, organisation=party.organisation or leader.organisation)


def _is_unmarked_officer(doc: Doc, party: Party) -> bool:
    """Does the party hold a state's office, nobody told whose: not one by which a state or body sends somebody?"""
    if party.kind != "person" or not party.title or party.country or party.organisation or party.relational:
        return False
    if not party.named and not re.sub("^[Tt]he ", "", party.name)[:1].isupper():
        return False
    if _LED_BY.search(doc[max(party.start - 4, 0) : party.start].text):
        return False
    title = _RANKED.sub("", re.sub(r"^[Tt]he ", "", party.title))
    told = office(title) or office(title.split()[-1])
    return bool(told and told.kind in ("office", "royal") and not told.plural and not _is_sent(title))


def _is_sent(title: str) -> bool:
    """Is it an office by which a state or body sends somebody, or that leads a delegation, whose text tells whose?"""
    return is_envoy(title) or "delegation" in title.lower().split()


def _country_behind(doc: Doc, party: Party, parties: Sequence[Party]) -> str | None:
    """The country told behind an officer ("…, president of the Assembly | of the Republic of Portugal")."""
    start = party.end + (doc[party.end : party.end + 1].text == ",")
    words = takewhile(lambda token: not (token.is_punct or token.pos_ in ("VERB", "AUX")), doc[start:])
    behind = list(islice(words, _BEHIND))
    is_office = [word.lower_ for word in behind[:1]] == ["of"] or any(is_office_head(w.lower_) for w in behind[:3])
    is_another = any(p.kind == "person" and start <= p.start < start + len(behind) for p in parties)
    return nationality(doc[start : start + len(behind)].text) if is_office and not is_another else None


def _meets_one_of(home: str, doc: Doc, officer: Party, parties: Iterable[Party]) -> bool:
    """Is the officer subject of a meeting with one whom the words tell to be an officer of this state?"""
    head = doc[officer.start : officer.end].root
    verb = syntax.verb_above(head)
    if verb is None or syntax.lemma(verb) not in _MEETING or head not in syntax.own_subjects(verb):
        return False
    met = (*syntax.objects(verb), *syntax.obliques(verb, "with"))
    told = [p for p in parties for token in met if p.start <= token.i < p.end and p.country == home]
    return any(nationality(doc[p.start : p.end].text) == home for p in told)


def _country_gone_to(doc: Doc, officer: Party, parties: Iterable[Party]) -> str | None:
    """The country right before a "where", of an officer who meets somebody there ("Laos, where Dee met her")."""
    verb = syntax.verb_above(doc[officer.start : officer.end].root)
    if verb is None or syntax.lemma(verb) not in _MEETING:
        return None
    where = next((word for word in syntax.children(verb, "advmod") if word.lower_ == "where"), None)
    told = (*syntax.own_subjects(verb), *syntax.objects(verb), *syntax.obliques(verb, "with"))
    if where is None or not any(word.lower_ in syntax.PRONOUNS for word in told):
        return None
    last = where.i - (doc[where.i - 1].text == ",")
    return next((p.country for p in parties if p.kind == "government" and p.end == last), None)


def _is_at_home(doc: Doc, party: Party, home: str, parties: Iterable[Party], places: Collection[Located]) -> bool:
    """Is no other country told in the officer's sentence before them and in the one before it, unless the home too?

    Who is met abroad is no officer of the home state's.
    """
    first, last = syntax.start_before(doc[party.start]), party.start
    if is_met_abroad(doc, party, home, parties, places):
        return False
    standing = [(p.kind, p.country) for p in parties if first <= p.start < last and p.country]
    towns = {located.place.country for located in places if first <= located.start < last} - {None}
    governments = {country for kind, country in standing if kind == "government"}
    return not governments | towns or home in towns or any(country == home for _, country in standing)


def is_met_abroad(doc: Doc, party: Party, home: str, parties: Iterable[Party], places: Collection[Located]) -> bool:
    """Is somebody met in a town that is not in this state, nor in that of those who meet him?

    "In Oslo she will meet Premier Berg", but not "Danish Premier Costa met Premier Berg in Copenhagen".
    """
    first, last = doc[party.start].sent.start, party.start
    head = doc[party.start : party.end].root
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ not in (*syntax.OBJECTS, "obl") and syntax.cases(head).isdisjoint(("with", "between")):
        return False
    here = {located.place.country for located in places if first <= located.start < last} - {None}
    verb = syntax.verb_above(head) or head
    above = takewhile(lambda word: word.i != verb.head.i, head.ancestors)
    listed = (word for other in syntax.conjuncts(head) for word in (other, *other.children))
    clause = {word.i for word in (*listed, *above, verb)}
    others = {p.country for p in parties if first <= p.start < last}
    behind = {located.place.country for located in places if located.head.i in clause} - {None, *others}
    there = here or behind
    return bool(there) and home not in there
