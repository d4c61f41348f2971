"""Who takes part, each once: casts without those named twice, and without bodies whose members are there."""

from spacy.tokens import Token

from schemas.mention import Role
from transforms.language.events.participants import Cast
from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.offices import words_of_title
from transforms.language.lexicon.word_classes import DETERMINERS, GROUP_HEADS
from transforms.language.parties.holders import GUESTS
from transforms.language.parties.pairs import is_anaphoric, is_numbered
from transforms.language.parties.party import Party
from transforms.language.parties.standing import is_of_states, is_statesman, side_of

Members = list[tuple[Party, Role]]
_LEADERS = frozenset("leaders heads presidents premiers ministers states nations countries secretaries".split())
_RETINUE = frozenset("delegation delegations aides advisers advisors team teams members officials staff".split())
_MINISTRIES = frozenset("ministry ministries department".split())


def distinct(cast: Members) -> Members:
    """The cast without those named twice, the state whose minister or officials are there, and "the guest"."""
    kept: Members = []
    for party, role in cast:
        if _is_guest(party) or any(is_same_party(party, other) for other, _ in kept):
            continue
        kept.append((party, role))
    if len(kept) > 2:
        kept = [(p, r) for p, r in kept if p.named or p.kind != "group" or not _is_resolved(p, kept)]
    persons = {party.country for party, _ in kept if party.kind == "person" and party.country}
    groups = {party.country for party, _ in kept if party.kind == "group" and party.country}
    return [
        (p, r) for p, r in kept
        if p.kind != "government" or (p.country not in persons and not (p.named and p.country in groups))
    ]  # fmt: skip


def _is_resolved(group: Party, cast: Members) -> bool:
    """Does a group stand for others of the cast ("the two leaders"; "the interior ministers", told by their names)?"""
    named = {party.country for party, _ in cast if party.named and party.start == group.start}
    behind = [party for party, _ in cast if party.kind == "person" and party.named and party.start > group.end]
    titles = [gazetteers.fold(party.title or "").split() for party in behind]
    if any(party.start == group.end + 1 and is_statesman(party) for party in behind) and _are_holders(group, titles):
        return True
    return is_anaphoric(group.name) or bool(named and (None in {*named, group.country} or group.country in named))


def _is_guest(party: Party) -> bool:
    """Is it whoever was told to be received before ("welcomed the guest")?"""
    return not (party.named or party.country) and party.name.lower().split()[-1] in GUESTS


def without_bodies(cast: Members) -> Members:
    """The cast without the organisations whose ministers or officials are there, and without bodies of the parties."""
    bodies = {side_of(party) for party, _ in cast if party.kind == "group" and not party.country}
    sides = {side_of(party) for party, _ in cast if not _is_of_parties(party)} - {None}
    return [
        (p, r) for p, r in cast
        if p.kind != "organisation" or p.country
        or not (side_of(p) in bodies or (len(sides) > 1 and _is_of_parties(p)))
    ]  # fmt: skip


def without_company(cast: Members) -> Members:
    """The cast without those whom the others make up or bring: leaders where three are named, "their delegations".

    Nor those "of both countries", where two are named.
    """
    named = {p.country for p, _ in cast if p.kind == "person" and p.named and p.country}
    sides = {side_of(p) for p, _ in cast if p.kind != "group"} - {None}
    states = {p.country for p, _ in cast if p.kind == "government"}
    kept = []
    for party, role in cast:
        unmarked = party.kind == "group" and not party.country
        words = party.name.lower().split()
        is_sum = len(named) > 2 and words[0] != "other" and not _LEADERS.isdisjoint(words)
        is_brought = len(sides) > 1 and set(words) - DETERMINERS - {"other"} <= _RETINUE
        is_both = len(named) > 1 and is_of_states(party)
        is_count = is_numbered(party) and len(states) > 2
        if not (unmarked and (is_sum or is_brought or is_both or is_count)):
            kept.append((party, role))
    return kept


def _is_of_parties(party: Party) -> bool:
    """Is it a part of some government ("Department of State"), or what several have set up ("Joint Commission")?"""
    words = party.name.lower().split()
    is_joint = offices.is_body(words[-1]) and not gazetteers.find_organisation(party.name)
    return party.kind == "organisation" and (is_joint or not _MINISTRIES.isdisjoint(words))


def with_leaders(members: Members, cast: Cast, event: Token, *, here: bool = False) -> Members:
    """The cast, governments and unnamed officials replaced by those who are told to lead their delegations.

    That must be told of all, or of "the" delegation of one right behind the word for the event.

    here: only the latter, as for another round than the one that the text is about.
    """
    states = [party for party, _ in members if party.kind == "government" or cast.leaders_of(party)]
    near = event if here or len(states) < 2 or not all(cast.leaders_of(party) for party in states) else None
    if len(members) < 2:
        return members
    led = [(leader, role) for party, role in members for leader in cast.leaders_of(party, near) or [party]]
    if led == members:
        return members
    return distinct([(p, r) for p, r in led if p.named or p.country or "delegation" not in p.name])


def is_same_party(one: Party, other: Party) -> bool:
    """Are the two the same party, by name and country?"""
    if one.kind == other.kind == "government":
        return one.country == other.country
    if one.kind == other.kind == "organisation" and (known := gazetteers.organisation(one.name)):
        return known == gazetteers.organisation(other.name)
    countries = {one.country, other.country} - {None}
    agree = len(countries) < 2 if one.named and other.named else one.country == other.country
    if one.kind == other.kind == "group" and agree and (_is_same_body(one, other) or _are_same_officers(one, other)):
        return True
    if one.kind == other.kind == "person" and _is_same_officer(one, other):
        return True
    return one.kind == other.kind and words_of_title(one.name) == words_of_title(other.name) and agree


def _is_same_body(one: Party, other: Party) -> bool:
    """Are both the same officers of one organisation ("ASEAN ministers", "ministers of the Association of …")?"""
    known, again = gazetteers.find_organisation(one.name), gazetteers.find_organisation(other.name)
    if known is None or known != again:
        return False
    heads, others = ((words_of_title(party.name) & GROUP_HEADS) - words_of_title(known.name) for party in (one, other))
    return bool(heads) and heads == others


def _are_same_officers(one: Party, other: Party) -> bool:
    """Are both the officers of one state by the same word ("Thai diplomats", "senior diplomats of Thailand")?"""
    heads = [words_of_title(party.name) & GROUP_HEADS for party in (one, other)]
    return not (one.named or other.named) and bool(one.country) and heads[0] == heads[1] != set()


def _is_same_officer(one: Party, other: Party) -> bool:
    """Are both who holds one office of one state ("the Thai president", "president of Thailand")?"""
    held = [words_of_title(party.name) & offices.office_words() for party in (one, other)]
    return not (one.named or other.named) and one.country == other.country is not None and held[0] == held[1] != set()


def prefer_named(cast: Members, other: Members) -> Members:
    """A cast without the unnamed whom only the other cast names ("the premier", "Danish officials", "G7 ministers")."""
    named = _countries_of_named(other) - _countries_of_named(cast)
    titles = [gazetteers.fold(party.title or "").split() for party, _ in other if party.kind == "person"]
    return [
        (party, role) for party, role in cast
        if (party.named and party.kind == "person") or party.kind == "organisation"
        or not (party.country in named or _are_holders(party, titles))
    ]  # fmt: skip


def _are_holders(group: Party, titles: list[list[str]]) -> bool:
    """Are they the officeholders of whom the titles tell two or more?"""
    office = offices.singular_title(group.name) if group.kind == "group" and not group.named else None
    head = next((word for word in reversed((office or "").lower().split()) if offices.is_office_head(word)), None)
    return head is not None and sum(head in title for title in titles) > 1


def _countries_of_named(cast: Members) -> set[str | None]:
    return {party.country for party, _ in cast if party.kind == "person" and party.named and party.country}
