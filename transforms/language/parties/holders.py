"""Who is meant by an office told alone: the person who bears it elsewhere in the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice, pairwise

from spacy.tokens import Doc, Span, Token

from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.leaders import find_leader
from transforms.language.parties.descriptions import STYLES
from transforms.language.parties.party import Party, without_article
from transforms.language.parties.standing import is_statesman

GUESTS = frozenset("guest guests visitor visitors host interlocutor".split())
_OF_WHOM = re.compile(r"^the | (?:of|from) .*", re.IGNORECASE)
_RECEIVING = frozenset("receive host welcome".split())
_OFFICERS = frozenset("official diplomat".split())
_FORMER = re.compile(r"(?:the )?(?:former|ex-)", re.IGNORECASE)
_REGIONS = frozenset("african arab asian caribbean european".split())
_PREMIER = re.compile(r"\bprime minister", re.IGNORECASE)
_OF_DIPLOMACY = frozenset("top chief head diplomat diplomacy".split())
_CHIEFS = frozenset("chief head leader boss".split())
_HEADS_OF_BODIES = _CHIEFS | frozenset("chair chairman chairwoman chairperson president director".split())
_SECONDS = frozenset("vice deputy assistant under undersecretary".split())
_LINKS = frozenset("of for the and affairs".split())
_SHARED = ("leaders", "presidents", "premiers", "ministers")


def resolve_offices(doc: Doc, parties: list[Party]) -> list[Party]:
    """The named person for an office told alone: "the Deputy Secretary", "the Danish premier", where one fits.

    The office's words must be among those of the person's title, and no country told may differ; of several the one
    named last before it is meant, by "the Danish guest" the one named first, by "his guest" the one received last. A
    style that is nobody's is left out.
    """
    parties = _with_shared_titles(doc, parties)
    resolved: list[Party] = []
    for n, party in enumerate(parties):
        if received := _of_reception(doc, party, resolved):
            party = replace(received, start=party.start, end=party.end)
        elif _is_told_by_office(party):
            if holders := _holders_of_two(party, resolved):
                resolved += [replace(holder, start=party.start, end=party.end) for holder in holders]
                continue
            fitting = _best([p for p in resolved if _holds(p, party)], party)
            if not fitting:
                later = (p for p in islice(parties, n, None) if _holds(p, party))
                fitting = [p for p in later if doc[p.start].sent != doc[party.start].sent][:1]
            fitting = fitting or [p for p in resolved if _is_told_again(p, party)] or _once_in(party, resolved)
            if fitting:
                holder = fitting[0 if party.name.split()[-1] in GUESTS else -1]
                party = replace(holder, start=party.start, end=party.end)
            elif party.name.split()[-1] in STYLES:
                continue
        elif peer := _peer(party, parties):
            party = replace(peer, start=party.start, end=party.end)
        elif office := _shared_office(party, parties):
            holders = list({p.name: p for p in parties if _holds(p, office)}.values())
            party = replace(holders[0], start=party.start, end=party.end) if len(holders) == 1 else party
        resolved.append(party)
    return resolved


def _once_in(office: Party, told: Sequence[Party]) -> list[Party]:
    """The only person named of the country, for an office held no more ("the former Danish premier")."""
    is_former = office.country and _FORMER.match(office.name)
    persons = [p for p in told if p.kind == "person" and p.named and p.country == office.country] if is_former else []
    return persons if len({person.name for person in persons}) == 1 else []


def _with_shared_titles(doc: Doc, parties: list[Party]) -> list[Party]:
    """The parties, statesmen behind an office of several with that title ("the foreign ministers, Berg and Costa")."""
    titles = {
        token.i: title
        for party in parties
        if party.kind == "group" and not party.named
        if (title := offices.singular_title(_OF_WHOM.sub("", party.name)))
        for token in doc[party.start : party.end]
    }
    if not titles:
        return parties
    untitled = [party for party in parties if party.kind == "person" and party.named and not party.title]
    told = {party: titles.get(_apposed(doc[party.start : party.end]).head.i) for party in untitled}
    titled = {party: replace(party, title=title) for party, title in told.items() if title}
    return [titled[party] if party in titled and is_statesman(titled[party]) else party for party in parties]


def _apposed(name: Span) -> Token:
    """The first of the names that stand behind what they are, of which this is one; else its root."""
    first = name.root
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    return first if first.dep_ == "appos" else name.root


def _of_reception(doc: Doc, party: Party, told: Sequence[Party]) -> Party | None:
    """The person received last, for "his guest" or "the visitor", or who received him, for "her host"."""
    word = party.name.lower().split()[-1]
    if party.kind != "person" or party.named or party.country or word not in ("guest", "visitor", "host"):
        return None
    for verb in reversed(doc[: party.start]):
        if verb.pos_ != "VERB" or syntax.lemma(verb) not in _RECEIVING:
            continue
        passive = syntax.is_passive(verb)
        guests = syntax.children(verb, "nsubj:pass") if passive else syntax.objects(verb)
        hosts = syntax.obliques(verb, "by") if passive else syntax.subjects(verb)
        for token in hosts if word == "host" else guests:
            if found := next((p for p in told if p.start <= token.i < p.end and p.named and p.kind == "person"), None):
                return found
    return None


def _peer(counterpart: Party, parties: Sequence[Party]) -> Party | None:
    """The one named of a counterpart's country who holds an office that one of another country holds too."""
    if not (counterpart.relational and counterpart.country) or counterpart.kind != "person":
        return None
    officers = [
        p for p in parties if p.kind == "person" and p.named and p.country and (p.title or _known_offices(p.name))
    ]
    others = [offices.words_of_one(p.title) - _LINKS for p in officers if p.title and p.country != counterpart.country]
    own = {p.name: p for p in officers if p.country == counterpart.country}
    peers = [p for p in own.values() if any(_is_same_office(p, words) for words in others)]
    return peers[0] if len(peers) == 1 else None


def _is_same_office(person: Party, words: frozenset[str]) -> bool:
    own = offices.words_of_one(person.title or _known_offices(person.name)) - _LINKS
    return own <= words or words <= own


def name_behind(doc: Doc, parties: Sequence[Party]) -> list[Party]:
    """The parties of a text, a person told without an office with that which opens the sentence before.

    "The UN envoy for Laos left on Monday. Anna Berg will meet …": she is the envoy, where nobody else bears the office.
    """
    first = {party.name: party for party in reversed(parties) if party.kind == "person" and party.named}
    told: dict[str, Party] = {}
    for office, person in pairwise(_openings(doc, parties)):
        if office is None or person is None:
            continue
        is_new = first.get(person.name) == person and " " in person.name and not person.title
        fits = is_new and person.country in (None, office.country) and _is_told_by_office(office)
        if fits and office.title and not any(_holds(p, office) for p in parties):
            told[person.name] = office
    return [
        replace(p, title=without_article(bearer.name), country=bearer.country) if (bearer := told.get(p.name)) else p
        for p in parties
    ]


def _openings(doc: Doc, parties: Sequence[Party]) -> Iterator[Party | None]:
    """Who alone opens each sentence of a text; None for a sentence that no party so opens."""
    several = Counter(party.start for party in parties)
    joined = {party.start for party in parties if doc[party.end : party.end + 1].text == "and"}
    opening = {p.start: p for p in parties if several[p.start] == 1 and p.start not in joined}
    return (opening.get(sentence.start) for sentence in doc.sents if sentence.text.strip())


def _is_told_again(officer: Party, office: Party) -> bool:
    """Is an office told alone that of one whom the text told only by it, and his country ("the Thai envoy")?"""
    known = officer.kind == "person" and officer.country and not (officer.named or officer.relational)
    bare = not office.country and office.name.lower().startswith("the ")
    return bool(known) and bare and _words_of_office(office.name) <= _words_of_office(officer.name)


def _best(holders: list[Party], office: Party) -> list[Party]:
    """Those called by the very words of an office, where any are: of envoys one who is called so, no ambassador."""
    words = _words_of_office(office.name)
    return [p for p in holders if words <= offices.words_of_one(p.title or "")] or holders


def is_told_of_another(office: Party, parties: Sequence[Party], home: str) -> bool:
    """Does an office told alone mean one whom the text named before, who is not of this state ("the Secretary")?"""
    before = [p for p in parties if p.named and p.end <= office.start] if not office.named else []
    states = {p.country for p in before if _holds(p, office)}
    return bool(states) and states.isdisjoint({home, None})


def _holders_of_two(party: Party, named: Sequence[Party]) -> list[Party]:
    """The two persons named before whom "the Secretary and Foreign Minister" means; none where it is one's office."""
    single = [replace(party, name=part, title=part, country=None) for part in party.name.split(" and ")]
    found = [[p for p in named if _holds(p, office)][-1:] for office in single]
    holders = [person for persons in found for person in persons]
    return holders if len(single) == len({person.name for person in holders}) == 2 else []


def _shared_office(group: Party, parties: Sequence[Party]) -> Party | None:
    """The office of one nation's member of a group of several ("the leaders of Denmark and Italy"); else nothing."""
    words = _shared_words(group)
    told = group.kind == "group" and group.country and words
    if not told or not any(_shared_words(p) == words and p.country != group.country for p in parties):
        return None
    title = "leader" if words.lower().endswith("leaders") else offices.singular_title(words) or ""
    return replace(group, name=title, title=title) if title else None


def _shared_words(group: Party) -> str:
    """What several share: the words before "of", or behind a nationality ("Danish leaders")."""
    words, of, _ = group.name.partition(" of ")
    nation, _, behind = group.name.partition(" ")
    shared = words if of else behind if gazetteers.nationality(nation) else ""
    return shared if shared.lower().endswith(_SHARED) else ""


def _is_told_by_office(party: Party) -> bool:
    """Is it a person told by an office alone, or as "the Danish guest"?"""
    words = party.name
    single = words.lower().startswith("the ") or words[:1].isupper() or bool(party.country and " of " in words)
    single = single and not words.lower().startswith(("a ", "an "))
    is_guest = words.split()[-1] in GUESTS
    return party.kind == "person" and not party.named and single and (is_guest or not party.relational)


def _holds(person: Party, office: Party) -> bool:
    if person.kind != "person" or not person.named or (office.country and office.country != person.country):
        return False
    told = person.title or (_known_offices(person.name) if office.kind == "person" and office.country else "")
    title, words = offices.words_of_one(told), _words_of_office(office.name)
    if words == {"minister"} and _is_premier(person.title or ""):
        return False
    if words and words <= title:
        return True
    if _speaks_for_same(person, office):
        title, words = _without_organisation(told), _without_organisation(office.name)
        if (words and words <= title) or _heads_body(title, words):
            return True
    if len(words) > 1 and words & _CHIEFS and words - _CHIEFS <= title and title & _CHIEFS:
        return True
    style = office.name.split()[-1]
    if style in STYLES:
        return not title.isdisjoint({style.lower()} | STYLES[style])
    if words and words - _REGIONS <= GUESTS | _OFFICERS and (office.country or words & _REGIONS):
        return bool(title)
    if words <= _OF_DIPLOMACY and len(words) > 1:
        return offices.is_chief_diplomat(told)
    of_state = office.country and not gazetteers.find_organisation(office.name)
    if words in ({"envoy"}, {"diplomat"}) or ("envoy" in words and of_state):
        return offices.is_envoy(person.title or "")
    if words == {"head", "state"}:
        return offices.is_head_of_state(told)
    if words == {"monarch"}:
        return offices.is_head_of_state(told) and "president" not in title
    return words == {"leader"} and bool(office.country) and offices.leads_state(told)


def _speaks_for_same(person: Party, office: Party) -> bool:
    """Does an office tell the organisation that the person speaks for ("the UN envoy")?"""
    known = None if office.country else gazetteers.find_organisation(office.name)
    return known is not None and person.organisation == known.short_name


def _heads_body(title: frozenset[str], told: frozenset[str]) -> bool:
    """Within one organisation, does an office told as that of its head mean this title ("the NATO chief")?"""
    heads = {"secretary", "general"} <= title or not title.isdisjoint(_HEADS_OF_BODIES)
    told = frozenset(word for word in told if not offices.is_body(word))
    return bool(told) and told <= _HEADS_OF_BODIES and heads and title.isdisjoint(_SECONDS)


@lru_cache(maxsize=1024)
def _without_organisation(title: str) -> frozenset[str]:
    """The words of an office but for the organisation's name."""
    words, place, kept = gazetteers.words_of(title), 0, []
    while place < len(words):
        if found := gazetteers.organisation_at(title, words, place):
            place = found[1]
        else:
            kept.append(title[slice(*words[place])])
            place += 1
    return _words_of_office(" ".join(kept))


@lru_cache(maxsize=1024)
def _known_offices(name: str) -> str:
    """The offices of a leader whom the text names without one."""
    leader = find_leader(name)
    return " ".join(sorted(leader.offices)) if leader else ""


def _is_premier(title: str) -> bool:
    """Is it a prime minister, and no other minister besides, whom no one calls "the minister"?"""
    return len(re.findall(r"\bminister", title, re.IGNORECASE)) == len(_PREMIER.findall(title)) > 0


@lru_cache(maxsize=1024)
def _words_of_office(office: str) -> frozenset[str]:
    told = [word for word in without_article(office).split() if not gazetteers.nationality(word)]
    return offices.words_of_title(" ".join(told)) - {"of", "the", "for", "visiting"}
