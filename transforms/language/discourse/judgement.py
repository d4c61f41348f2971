"""Which events are meetings: parties of two countries, organisations or political entities meet, or mean to."""

import re

from transforms.language.anchors.manners import (
    is_at_a_standstill,
    is_bare_wish,
    is_condition,
    is_denied,
    is_habit,
    is_invited,
    is_joint_visit,
    is_membership,
    is_negotiation,
    is_occasion,
    is_official_visit,
    is_only_spoken_of,
    is_question,
    is_remark,
    is_round,
    is_sport,
    is_topic,
)
from transforms.language.anchors.patterns import Anchor
from transforms.language.events.directions import UNDONE
from transforms.language.events.event import Event
from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers
from transforms.language.lexicon.constructions import HAPPENING, SIGNING
from transforms.language.parties.organs import is_body_of_states, is_organ
from transforms.language.parties.pairs import is_anaphoric, is_at_war, is_numbered
from transforms.language.parties.party import Party
from transforms.language.parties.standing import (
    is_delegates,
    is_home_minister,
    is_in_office,
    is_multinational,
    is_of_states,
    is_official,
    is_political,
    is_rebel,
    is_regional,
    is_statesman,
    is_two,
    is_two_persons,
    side_of,
)

_SETTLED = frozenset(
    "sign agree agreement deal treaty pact accord declaration communique memorandum talk discuss negotiate mediate "
    "offer proposal".split()
)
_SIGNED = SIGNING | {"put"}  # names to a treaty
_BOTH = re.compile(r"(?:\w+ (?:of|from) )?(?:the )?(?:both|two) ", re.IGNORECASE)


def is_meeting(event: Event) -> bool:
    """Do the parties stand for two countries, organisations or political entities, as far as is told?"""
    return not _is_ruled_out(event) and (_has_two_sides(event) or _is_between_nations(event))


def _is_ruled_out(event: Event) -> bool:
    """Is it denied, a match, a bare wish or topic, a reception of things, a mere journey, or told only by "the two"?"""
    anchor, cast = event.anchors[0], [party for party, _ in event.cast]
    if is_denied(anchor) or is_only_spoken_of(anchor) or is_at_a_standstill(anchor):
        return True
    if is_habit(anchor) or is_membership(anchor):
        return True
    if is_remark(anchor) and any(not party.named and party.name.lower().startswith(("a ", "an ")) for party in cast):
        return True
    if not any(party.kind == "person" and party.title for party in cast) and is_sport(anchor):
        return True
    if syntax.lemma(anchor.token) in _SIGNED and len(_sides_of_persons(cast)) < 2:
        return True
    if event.natures == {"summit"} and is_occasion(anchor) and any(map(_is_body, cast)):
        return True
    unfixed = not event.date and not event.place
    if is_question(anchor) or (unfixed and is_condition(anchor)):
        return True
    loose = event.natures == {"talks"} and unfixed and event.status in ("proposed", "held")
    if (loose and is_bare_wish(anchor)) or (unfixed and is_topic(anchor)):
        return True
    if event.natures == {"reception"} and not any(
        role == "visitor" and (party.kind == "person" or (party.kind == "group" and not party.named) or is_organ(party))
        for party, role in event.cast
    ):
        return True
    vague = [p for p in cast if p.kind == "group" and is_anaphoric(p.name) and not (p.country or is_regional(p))]
    if len(cast) == 2 and any(not (_is_pair_met(p, anchor) or _meets_another(p, cast, anchor)) for p in vague):
        return not any(is_multinational(party) for party in cast)
    if anchor.is_joint and anchor.nature == "talks" and len({side_of(party) for party in cast} - {None}) < 2:
        return not any(is_multinational(party) or is_two_persons(party) for party in cast)
    return event.natures == {"visit"} and not _is_visit_with_host(event)


def _is_body(party: Party) -> bool:
    """Is it an organisation, or the leaders of one, rather than of a state?"""
    return party.kind in ("organisation", "group") and not party.country


def _sides_of_persons(cast: list[Party]) -> set[str]:
    """The sides whose persons are there: states sign treaties from afar, persons do so where they meet."""
    return {side for party in cast if party.kind == "person" and (side := side_of(party))}


def _is_visit_with_host(event: Event) -> bool:
    """Is it a visit to a person, an official one, or one to which somebody was invited, or that came to nothing?"""
    anchor = event.anchors[0]
    offered = event.status in ("proposed", "planned", "refused") and is_invited(anchor)
    if anchor.token.pos_ == "VERB":
        aimed_at = anchor.token.i > 0 and anchor.token.nbor(-1).lower_ == "to"
        given_up = event.status in ("cancelled", "postponed") and aimed_at
        return _is_to_somebody(event) or ((offered or given_up) and len(event.cast) > 1)
    called = event.status in UNDONE or is_official_visit(anchor)
    called = called or syntax.lemma(anchor.token) == "invitation" or _is_asked_to_come(anchor)
    return called or is_joint_visit(anchor) or _is_to_somebody(event)


def _is_asked_to_come(anchor: Anchor) -> bool:
    """Is somebody invited for a visit?"""
    return "for" in syntax.cases(anchor.token) and syntax.lemma(anchor.token.head) == "invite"


def _is_to_somebody(event: Event) -> bool:
    """Is it a person who is visited by one with an office ("visited Premier Berg"), rather than a country?"""
    told = [slot.token for slot in event.anchors[0].slots if slot.kind == "counterpart"]
    hosts = [p for p, role in event.cast if role == "host" and p.kind == "person"]
    guests = [p for p, role in event.cast if role == "visitor"]
    met = any(t.i in range(p.start, p.end) or t.lower_ in syntax.PRONOUNS for t in told for p in hosts)
    return met and any(side_of(party) or party.title for party in guests)


def _has_two_sides(event: Event) -> bool:
    """Do two different sides meet, or one and somebody political whose side is not told?"""
    cast = [party for party, _ in event.cast]
    sides = {side for party in cast if (side := side_of(party))}
    unknown = [party for party in cast if not side_of(party)]
    if len(sides) > 1:
        return True
    if event.natures == {"visit"}:
        return bool(sides) and any(party.kind == "person" for party in unknown)
    at_home = event.place.country in sides
    if sides and any(is_political(p) or (p.kind == "person" and not _is_minister_at(at_home, p)) for p in unknown):
        return True
    if sides and any(_is_pair_met(party, event.anchors[0]) for party in unknown):
        return True
    if sides and any(is_official(party) for party in unknown) and event.is_abroad:
        return True
    if any(is_rebel(party) for party in cast) and any(_faces_rebels(party) for party in cast):
        return True
    named = len(unknown) > 1 and all(party.kind == "person" and party.named for party in unknown)
    if named and any(is_statesman(party) for party in unknown):
        return True
    statesmen = (p for p in cast if p.kind in ("person", "group") and (side_of(p) or is_statesman(p)))
    return event.open_slot and any(statesmen)


def _faces_rebels(party: Party) -> bool:
    """Is it a government or one who speaks for a state, so that rebels of the same country are another side?"""
    return is_in_office(party) or (party.kind == "person" and party.named and bool(party.country))


def _is_between_nations(event: Event) -> bool:
    """Does one word tell of several nations: who meets ("European leaders"), or what is held ("peace talks")?"""
    cast = [party for party, _ in event.cast]
    if event.natures == {"visit"} or event.lacks_counterpart:
        return False
    if event.status == "proposed" and not (event.date or event.place):
        return False
    if len(cast) == 1 and event.is_first and is_two(cast[0]):
        return True
    if any(is_at_war(party) for party in cast):
        return True
    numbered = any(is_numbered(party) for party in cast)
    if numbered and (event.date or event.place or event.status in UNDONE or is_round(event.anchors[0])):
        return True
    if is_occasion(event.anchors[0]) or is_topic(event.anchors[0]):
        return False
    if len(cast) == 1 and is_delegates(cast[0]) and (event.date or event.place):
        return True
    if len(cast) == 1 and is_rebel(cast[0]) and event.status == "refused":
        return True
    private = any(p.kind == "person" and p.named and not p.title and not side_of(p) for p in cast)
    if not private and any(is_multinational(party) for party in cast):
        return True
    return _is_summit(event, cast) or _is_of_organisation(event, cast) or _is_negotiation(event, cast)


def _is_of_organisation(event: Event, cast: list[Party]) -> bool:
    """Do the members of an international organisation meet, now or on a day or at a place ("an IAEA meeting")?"""
    members = any(is_body_of_states(party) for party in cast)
    kept = event.natures & {"meeting", "talks", "summit"} and syntax.lemma(event.first) not in ("conference", "forum")
    hosted = event.natures == {"reception"} and any(is_organ(party) for party in cast)
    return members and bool(kept or hosted) and bool(event.date or event.place or _is_meeting_now(event))


def _is_meeting_now(event: Event) -> bool:
    return event.status == "ongoing" and event.first.pos_ == "VERB"


def _is_negotiation(event: Event, cast: list[Party]) -> bool:
    """Is one party told of talks that by their nature are between powers, at a day or place or in a round?"""
    fixed = event.date or event.place or is_round(event.anchors[0]) or event.status in UNDONE
    sided = any(side_of(party) or is_political(party) for party in cast)
    return sided and bool(fixed) and is_negotiation(event.anchors[0])


def is_working_visit(event: Event) -> bool:
    """Does one who stands for a state or organisation visit another country, on a day that is told, to settle things?

    Its sentence tells what was agreed or brought ("will visit Oslo on Monday to present the offer").
    """
    guests = [party for party, role in event.cast if role == "visitor" and is_political(party)]
    hosts = {party.country for party, role in event.cast if role == "host" and party.kind == "government"}
    if event.natures != {"visit"} or not event.date or event.place.country not in hosts or is_denied(event.anchors[0]):
        return False
    if event.first.left_edge.lower_ == "before":  # "will sign it before she visits Rome"
        return False
    abroad = len(guests) == 1 and side_of(guests[0]) not in hosts | {None}
    return abroad and any(syntax.lemma(word) in _SETTLED for word in event.first.sent)


def is_vague(event: Event) -> bool:
    """Is the only party told a group of whomever ("world leaders", "the two"), or a body of states as a whole?"""
    parties = [party for party, _ in event.cast]
    if len(parties) == 1 and parties[0].kind == "organisation" and not parties[0].country:
        return not is_organ(parties[0])
    alone = len(parties) == 1 and parties[0].kind == "group" and not side_of(parties[0])
    told = alone and is_of_states(parties[0]) and (event.date or event.place)
    return alone and not (is_numbered(parties[0]) or told)


def _is_pair_met(party: Party, anchor: Anchor) -> bool:
    """Are they two rivals whom a third meets ("an envoy held talks with both sides")?"""
    met = any(slot.kind == "counterpart" and party.start <= slot.token.i < party.end for slot in anchor.slots)
    return met and bool(_BOTH.match(party.name))


def _meets_another(group: Party, cast: list[Party], anchor: Anchor) -> bool:
    """Do they meet somebody named who is none of them ("the ministers discussed trade with Premier Berg")?"""
    meets = any(slot.kind == "subject" and group.start <= slot.token.i < group.end for slot in anchor.slots)
    named = [party for party in cast if party.kind == "person" and party.named]
    met = (slot.token.i for slot in anchor.slots if slot.kind == "counterpart")
    return meets and any(party.start <= i < party.end for i in met for party in named)


def _is_minister_at(home: bool, party: Party) -> bool:
    return home and is_home_minister(party)


def _takes_place(anchor: Anchor) -> bool:
    """Is the event itself told: held, attended, begun or ended, rather than spoken of?"""
    verb = syntax.verb_above(anchor.token)
    told = verb is not None and syntax.lemma(verb) in HAPPENING
    return anchor.token.dep_ == "obj" or (anchor.token.dep_ in ("nsubj", "nsubj:pass") and told)


def _is_summit(event: Event, cast: list[Party]) -> bool:
    """Is it a summit of an international organisation, told as such: held, hosted or attended?"""
    if "summit" in event.natures and any(r == "host" and p.kind == "government" and p.country for p, r in event.cast):
        words = {token.text for token in event.first.lefts} | {event.first.text}
        return bool(words & {"international", "regional", "global", "Summit", "summit"})
    leagues = [p for p in cast if (known := gazetteers.find_organisation(p.name)) and known.kind == "international"]
    if not leagues and syntax.lemma(event.first) == "summit" and any(map(is_statesman, cast)):
        leagues = [p for p in cast if p.kind == "organisation" and not p.country]
    told = len(cast) > 1 or _takes_place(event.anchors[0])
    return "summit" in event.natures and bool(leagues) and told
