"""Whom unnamed parties stand for, where other words tell: their owner, their leader, those they are listed with."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from spacy.tokens import Doc, Span, Token

from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers
from transforms.language.parties.organs import is_body_of_states
from transforms.language.parties.pairs import is_guests
from transforms.language.parties.party import Party, without_article
from transforms.language.toponyms.cities import find_city

_COUNTRY = re.compile(r"\b(?:the|that|this) (?:country|nation|state)['’]s?\b", re.IGNORECASE)
_BODY = re.compile(r"\bthe (?:[\w-]+ )?(?:bloc|alliance|union|organi[sz]ation|grouping)['’]s", re.IGNORECASE)
_OWNED = 4  # tokens before a party among which "that country's" stands
_DELEGATIONS = frozenset("delegation delegations team mission group side negotiators".split())
_RETOLD = frozenset(("group",))  # words under which a delegation is told again
_LED_BY = re.compile(
    r"(?: (?:of|from|for|to|at|in) [\w’' -]{2,60}?)?(?: ?\([^)]*\))?,? *(?:(?:is|are|was|were|being) )?"
    r"(?:led|headed|(?:co-)?chaired|represented) by(?: (?:the|its|their|his|her))? *"
)
_ALSO_BY = re.compile(r" by(?: the)? *")
_LED = re.compile(r"\b(?:led|headed|chaired|represented) by\b")
_FOR_STATE = re.compile(r" ?, (?:led|headed|chaired|represented) by(?: the| its)? *")
_HEADING = re.compile(
    r"\b(?:head|leader|chief|chair\w*) of .*(?:delegation|team|side|mission)$|"
    r"\b(?:chief|lead|head) (?:negotiator|delegate)",
    re.IGNORECASE,
)
_IS = re.compile(r"(?:is|was|will be)(?: the)?")
_SENT = re.compile(r"(?:\w+ )?(?:sent|dispatched|named|appointed)(?: the| its)?")
_LISTED = re.compile(r"\s*,?\s*(?:(?:and|&)(?: the)?)?\s*(?:also|jointly|together)?\s*")
_MEMBERS = re.compile(
    r"\bmembers of (?:the|his|her|its) (?:[\w.-]+ ){0,2}delegation (?:will )?(?:include|included|are|were) $|"
    r"\bthe (?:[\w.-]+ ){0,2}delegation (?:comprise[sd]|(?:was |is )?(?:made up|composed|consist\w*) of) $",
    re.IGNORECASE,
)
_JOINED_BY = re.compile(r"\b(?:joined|accompanied) by (?:the )?$")
_DELEGATION = re.compile(r"the (?:[\w.]+ )?delegation", re.IGNORECASE)
_TOGETHER = re.compile(r",? *(?:and|with|accompanied by) *(?:an?|her|his)? *(?:[\w.-]+(?: |$)){0,3}")
_OWN_PARTIES = frozenset(
    "rebels militants insurgents separatists guerrillas fighters mediators peacekeepers monitors inspectors partners "
    "allies neighbors neighbours rivals opponents donors".split()
)
Owners = Callable[[Token], list[Party]]


def with_owner(doc: Doc, party: Party, owners: Owners) -> Party:
    """An unnamed party with the side of its owner ("her government", "that country's army", "the bloc's ministers").

    A host's guests are of another side.

    owners: whom a possessive stands for.
    """
    if not _is_without_side(party) or is_guests(party.name):
        return party
    first, before = doc[party.start], doc[max(party.start - 1, 0)]
    words = doc[max(party.start - _OWNED, first.sent.start) : party.end].text
    found: list[str] = []
    if party.kind == "group" and _BODY.search(words) and (body := _last_organisation(doc, party.start)):
        return replace(party, name=f"{body} {party.name}", organisation=body)
    if before.lower_ == "whose":
        clauses = (clause.head for clause in before.ancestors if clause.dep_ == "acl:relcl")
        owned_by = [p for noun in islice(clauses, 1) for p in owners(noun)]
        if bodies := [p.name for p in owned_by if is_body_of_states(p)]:
            return replace(party, name=f"{bodies[0]} {party.name}", organisation=bodies[0])
        found = [p.country for p in owned_by if p.country]
    elif _COUNTRY.search(words):
        found = [code] if (code := _last_country(doc, party.start)) else []
    elif first.lower_ in syntax.POSSESSIVES:
        told = dict.fromkeys(p.country for p in owners(first) if p.country)
        found = [*told] if len(told) == 1 else []  # "their ministers" are of both
    elif before.tag_ == "POS" and before.i > first.sent.start:
        found = [p.country for p in owners(before.nbor(-1)) if p.country]
    elif party.kind != "organisation" and doc[party.end : party.end + 1].text in ("of", "from", "to"):
        found = [p.country for token in _complement(doc, party.end + 1) for p in owners(token) if p.country]
    return replace(party, country=found[0]) if found else party


def with_principals(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties, who is told by whom he serves marked with his country, there too ("Karl Holm, Berg's envoy,")."""
    served = list(parties)
    for n, (person, owner, office) in enumerate(zip(parties, parties[1:], parties[2:], strict=False)):
        unmarked = person.kind == "person" and person.named and not (person.country or person.organisation)
        told = person.kind == office.kind and not office.named and doc[person.end : owner.start].text.strip() == ","
        if unmarked and told and doc[owner.end : office.start].text in ("'s", "’s"):
            served[n] = replace(person, country=office.country, title=person.title or office.title)
            served[n + 2] = replace(served[n], start=office.start, end=office.end)
    return served


def _complement(doc: Doc, start: int) -> list[Token]:
    """The words behind the "of" of a party ("members of Premier Berg's Security Council")."""
    if start == len(doc):
        return []
    behind = doc[start : doc[start].sent.end]
    return list(takewhile(lambda token: token.tag_ in ("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS"), behind))


def _told_before(doc: Doc, end: int) -> str:
    """The text before a token in its sentence, and the sentence before."""
    start = doc[max(doc[end].sent.start - 1, 0)].sent.start
    return doc[start:end].text


def _last_country(doc: Doc, end: int) -> str | None:
    """The country told last before a token, in its sentence or the one before."""
    text = _told_before(doc, end)
    words, last, place = gazetteers.words_of(text), None, 0
    while place < len(words):
        code, after = gazetteers.nationality_at(text, words, place)
        last, place = code or last, max(after, place + 1)
    return last


def _last_organisation(doc: Doc, end: int) -> str | None:
    """The international organisation told last before a token, in its sentence or in the one before."""
    text = _told_before(doc, end)
    words = gazetteers.words_of(text)
    found = (gazetteers.organisation_at(text, words, place) for place in reversed(range(len(words))))
    return next((told[0].short_name for told in found if told and told[0].kind == "international"), None)


def leaders_of_delegations(doc: Doc, parties: Sequence[Party]) -> dict[int, list[Party]]:
    """The named persons who lead a delegation, by its place in the list, also where it is told again."""
    leaders: dict[int, list[Party]] = {}
    led: dict[str, list[Party]] = {}
    unled: list[int] = []
    for n, party in enumerate(parties):
        span = doc[party.start : party.end]
        if party.kind == "government" and n not in leaders and not find_city(span.text):
            leaders |= _representatives(doc, parties, n)
        if heads := _heads(doc, parties, n):
            leaders[n] = heads
        if party.named:
            continue
        is_again = span[0].lower_ == "the" and bool(unled)
        if span.root.lower_ not in (_DELEGATIONS | _RETOLD if is_again else _DELEGATIONS):
            continue
        if found := _leaders(doc, span.root, parties, n):
            before = [parties[m] for m in unled if is_again and party.country in (None, parties[m].country)]
            first = before[0] if len({other.country for other in before}) == 1 else party
            known = [
                replace(leader, country=_side(span, first, leader), organisation=_organisation(first, leader))
                for leader in found
            ]
            led |= dict.fromkeys((span.text.lower(), f"the {without_article(span.text).lower()}"), known)
            led[f"the {span.root.lower_}"] = known
            again = [m for m in unled if first is not party and parties[m].country == first.country]
            leaders |= {m: [_at(parties[m], leader) for leader in known] for m in again}
            unled = [m for m in unled if m not in again]
        if known := led.get(span.text.lower(), []):
            leaders[n] = [_at(party, leader) for leader in known]
        elif span.root.lower_ in _DELEGATIONS:
            unled.append(n)
    sides = {leader.country or leader.organisation: known for known in led.values() for leader in known[:1]}
    for n in unled if led else ():
        side = parties[n].country or _organisation_of(parties[n])
        if side and side in sides and doc[parties[n].start].sent.start == 0:
            leaders.setdefault(n, [_at(parties[n], leader) for leader in sides[side]])
    return _with_members(doc, parties, leaders)


def _at(party: Party, leader: Party) -> Party:
    return replace(leader, start=party.start, end=party.end)


def _with_members(doc: Doc, parties: Sequence[Party], leaders: dict[int, list[Party]]) -> dict[int, list[Party]]:
    """The leaders of delegations by place, those of "the delegation" with its members where a sentence names them."""
    persons = [p for p in parties if p.kind == "person" and p.named]
    members: list[Party] = []
    principals: list[Party] = []
    for n, person in enumerate(persons):
        sentence = doc[person.start].sent
        before = doc[sentence.start : person.start].text_with_ws
        joined = [p for p in persons[:n] if p.start >= sentence.start] if _JOINED_BY.search(before) else []
        if joined or _MEMBERS.search(before):
            members += _list_of(doc, persons[n:])
            principals += joined[:1]
    if not members:
        return leaders
    for n, party in enumerate(parties):
        if not party.named and party.kind == "group" and _DELEGATION.fullmatch(doc[party.start : party.end].text):
            known = leaders.get(n) or principals[:1]
            names = {leader.name for leader in known}
            own = [m for m in members if m.name not in names and party.country in (None, m.country)]
            home = party.country or next((leader.country for leader in known), None)
            own = [replace(m, country=m.country or (None if m.organisation else home)) for m in own]
            if known or own:
                leaders[n] = [_at(party, member) for member in known + own]
    return leaders


def _side(delegation: Span, party: Party, leader: Party) -> str | None:
    """The country of a leader: that of the delegation, but of "her delegation" his own; none of an organisation's."""
    if delegation[0].lower_ in ("his", "her", "their"):
        return leader.country or party.country
    return party.country or (None if _organisation(party, leader) else leader.country)


def _organisation(delegation: Party, leader: Party) -> str | None:
    """The organisation that the leader of a delegation speaks for."""
    return leader.organisation or _organisation_of(delegation)


def _organisation_of(delegation: Party) -> str | None:
    known = None if delegation.country else gazetteers.find_organisation(delegation.name)
    return known.short_name if known and not known.country else None


def _representatives(doc: Doc, parties: Sequence[Party], n: int) -> dict[int, list[Party]]:
    """Who is told right behind states to stand for them: "Norway, represented by Minister Berg, and …", by place.

    Of several states, as many persons stand for them in turn ("Norway and Italy, led by Berg and Costa").
    """
    states = _list_of(doc, list(takewhile(lambda party: party.kind == "government", parties[n:])))
    place = n + len(states)
    persons = list(takewhile(lambda party: party.kind == "person" and party.named, parties[place:]))
    if not persons or not _FOR_STATE.fullmatch(doc[states[-1].end : persons[0].start].text):
        return {}
    persons = _list_of(doc, persons) if len(states) > 1 else persons[:1]
    told = zip(states, persons, strict=True) if len(states) == len(persons) else ()
    return {n + i: [replace(person, country=state.country)] for i, (state, person) in enumerate(told)}


def _list_of(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The first of the parties and those that a list goes on with behind it."""
    gaps = (doc[one.end : other.start].text for one, other in pairwise(parties))
    return list(parties[: 1 + sum(1 for _ in takewhile(_LISTED.fullmatch, gaps))])


def _heads(doc: Doc, parties: Sequence[Party], n: int) -> list[Party]:
    """Who is told by an office to head a side: by title, as what it "is", or sent as such by a state."""
    party, behind = parties[n], parties[n + 1 : n + 2]
    if party.kind != "person":
        return []
    if _HEADING.search(party.title or ""):
        told = not party.named and behind and behind[0].named and _IS.fullmatch(doc[party.end : behind[0].start].text)
        head = replace(behind[0], country=party.country, organisation=party.organisation) if told else party
        return [head] if head.named else []
    sender = parties[n - 1] if n and parties[n - 1].kind == "government" and party.named else None
    if sender is None or not _SENT.fullmatch(doc[sender.end : party.start].text):
        return []
    offices = (p for p in parties[n + 1 : n + 4] if doc[p.start - 1].lower_ == "as")
    is_head = any(_HEADING.search(office.title or "") for office in offices)
    return [replace(party, country=sender.country)] if is_head else []


def _leaders(doc: Doc, root: Token, parties: Sequence[Party], n: int) -> list[Party]:
    persons = [p for p in parties if p.kind == "person" and p.named]
    behind = [p for p in persons if p.start >= parties[n].end]
    if behind and _is_led_by(doc, parties[n].end, behind[0].start):
        is_owner = doc[behind[0].end : behind[0].end + 1].text in ("'s", "’s")  # "led by Berg's envoy, Luca Costa"
        return _list_of(doc, behind[is_owner:])
    verb = root.head
    if root.dep_ == "obj" and syntax.lemma(verb) in ("lead", "head", "chair"):
        leading = [word for token in syntax.subjects(verb) for word in syntax.conjuncts(token)]
        return _run_before(doc, [p for p in persons if p.end <= verb.i], verb.i, leading)
    ahead = next((p for p in reversed(persons) if p.end <= parties[n].start), None)
    countries = {p.country for p in (ahead, parties[n]) if p and p.country}
    is_own = len(countries) < 2 or doc[parties[n].start].lower_ in ("his", "her")
    return [ahead] if ahead and is_own and _TOGETHER.fullmatch(doc[ahead.end : parties[n].start].text) else []


def _run_before(doc: Doc, persons: Sequence[Party], end: int, subjects: Sequence[Token]) -> list[Party]:
    """The list of persons that ends before a verb, where one of them is its subject; else the subject alone."""
    run: list[Party] = []
    for person in reversed(persons):
        if not _LISTED.fullmatch(doc[person.end : run[0].start if run else end].text):
            break
        run.insert(0, person)
    is_subject = [any(p.start <= token.i < p.end for token in subjects) for p in run]
    return run if any(is_subject) else [p for p in persons if any(p.start <= t.i < p.end for t in subjects)][:1]


def _is_led_by(doc: Doc, start: int, end: int) -> bool:
    """Do these words, between a delegation and a name, tell its leader ("led by A and the Danish side by B")?"""
    gap = doc[max(start - 1, 0) : end].text.removeprefix(doc[max(start - 1, 0)].text)
    before = doc[doc[start - 1].sent.start : start].text
    return bool(_LED_BY.fullmatch(gap) or (_ALSO_BY.fullmatch(gap) and _LED.search(before)))


def with_neighbours(doc: Doc, listed: Sequence[Party]) -> list[Party]:
    """The parties of a list, those without a side on that of those before them ("Premier Costa, officials and …").

    So is an officer on that of the one behind whose words tell no country ("Minister Berg and Premier Costa").
    """
    sides = {party.country for party in listed if party.country}
    if len(sides) != 1 or any(party.organisation for party in listed):
        return list(listed)
    known = next(party for party in listed if party.country)
    is_told = gazetteers.nationality(doc[known.start : known.end].text) is not None

    def is_beside(party: Party) -> bool:
        if party.start > known.start:
            return _is_officer(party) or _is_group(party)
        return _is_officer(party) and not is_told and party.title != known.title

    return [replace(party, country=known.country) if is_beside(party) else party for party in listed]


def _is_officer(party: Party) -> bool:
    return party.kind == "person" and bool(party.title) and not (party.country or party.organisation)


def _is_group(party: Party) -> bool:
    return party.kind == "group" and _is_without_side(party)


def _is_without_side(party: Party) -> bool:
    """Is it neither marked nor, by its words, a party of its own ("rebels", "allies", "NATO officials")?"""
    marked = party.named or party.country or party.organisation or party.relational
    own = _OWN_PARTIES & set(party.name.lower().split()) or gazetteers.find_organisation(party.name)
    return not (marked or own)
