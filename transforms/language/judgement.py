"""Which events are meetings: parties of two countries, organisations or political entities meet, or mean to."""

import re

from transforms.language import gazetteers, syntax
from transforms.language.constructions import HAPPENING
from transforms.language.events import Event
from transforms.language.manners import is_aside, is_bare_wish, is_denied, is_official_visit, is_sport, is_topic
from transforms.language.participants import is_anaphoric
from transforms.language.party import Party
from transforms.language.patterns import Anchor

_DIPLOMATIC_GROUPS = frozenset(
    "delegation delegations negotiators envoys diplomats mediators rebel rebels insurgents militants separatists "
    "representatives ministers emissaries delegates".split()
)
_FOREIGN = frozenset(
    "latin transatlantic international regional world global diplomatic european african arab asian western gulf "
    "countries nations states".split()
)
_REGIONS = (
    "south american",
    "central american",
    "north american",
    "central asian",
    "middle eastern",
    "caribbean",
    "pacific",
)
_DELEGATES = frozenset(
    "leaders ministers officials diplomats representatives delegates envoys negotiators presidents heads".split()
)
_STATESMEN = (
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "foreign minister",
    "secretary of state",
    "secretary general",
)


_NUMBERED = re.compile(r"(?:three|four|five|six|seven|eight|nine|ten|multi) (?:parties|nations|countries)$")
_SEVERAL = re.compile(
    r"(?:the two|both|the three) "
    r"(?:leaders|presidents|prime ministers|foreign ministers|sides|countries|nations|governments)"
)


def side_of(party: Party) -> str | None:
    """Whom a party stands for: a state, or a movement or organisation of its own; None where the text does not tell."""
    if known := gazetteers.organisation(party.name):
        return known.name
    if party.organisation:
        return party.organisation
    if (
        not (party.kind == "person" and party.named)
        and not party.country
        and (known := gazetteers.find_organisation(party.name))
    ):
        return known.name
    return party.country


def _is_political(party: Party) -> bool:
    """Can a party whose side is not told be one to a meeting of nations: an officeholder, a delegation, rebels?"""
    if party.kind == "person":
        return (bool(party.title) and not _is_home_minister(party)) or not party.named
    if party.kind == "government":
        return True
    words = party.name.lower().split()
    return party.kind == "group" and bool((_DIPLOMATIC_GROUPS | _FOREIGN) & set(words))


def is_meeting(event: Event) -> bool:
    """Do the parties stand for two countries, organisations or political entities, as far as is told?"""
    cast = [party for party, _ in event.cast]
    sides = {side for party in cast if (side := side_of(party))}
    unknown = [party for party in cast if not side_of(party)]
    if is_denied(event.anchors[0]):
        return False
    if is_sport(event.anchors[0]) and not any(party.kind == "person" and party.title for party in cast):
        return False
    vague = event.natures == {"talks"} and not event.date and not event.place
    if vague and event.status in ("proposed", "held") and is_bare_wish(event.anchors[0]):
        return False
    if is_topic(event.anchors[0]) and not event.date and not event.place:
        return False
    if event.natures == {"reception"} and not any(
        r == "visitor" and p.kind in ("person", "group") for p, r in event.cast
    ):
        return False
    if any(is_anaphoric(p.name) for p in cast if p.kind == "group") and len(cast) == 2:
        return False
    if event.natures == {"visit"}:
        called = event.status in ("cancelled", "postponed") or is_official_visit(event.anchors[0])
        return called and (len(sides) > 1 or (bool(sides) and any(p.kind == "person" for p in unknown)))
    if len(sides) > 1:
        return True
    if sides and any(_is_political(party) or party.kind == "person" for party in unknown):
        return True
    if (
        len(unknown) > 1
        and all(p.kind == "person" and p.named for p in unknown)
        and any(_is_statesman(p) for p in unknown)
    ):
        return True
    if event.open_slot and any(p.kind in ("person", "group") and (side_of(p) or _is_statesman(p)) for p in cast):
        return True
    if len(cast) == 1 and event.is_first and _is_two(cast[0]):
        return True
    if len(cast) == 1 and (event.date or event.place) and _NUMBERED.match(cast[0].name):
        return True
    if len(cast) == 1 and _is_multinational(cast[0]) and not is_aside(event.anchors[0]):
        return True
    return _is_summit(event, cast)


def _is_multinational(party: Party) -> bool:
    """Does the group by itself stand for several states ("European leaders", "ministers from Arab states")?"""
    if party.kind != "group" or party.named or party.country:
        return False
    words = set(gazetteers.fold(party.name).split())
    known = gazetteers.find_organisation(party.name)
    abroad = bool(words & _FOREIGN) or any(region in gazetteers.fold(party.name) for region in _REGIONS)
    return bool(words & _DELEGATES) and (abroad or bool(known and known.kind == "international"))


def _is_two(party: Party) -> bool:
    """Are they two or more statesmen, whoever they be ("the two leaders", "both presidents")?"""
    return party.kind == "group" and bool(_SEVERAL.search(party.name.lower()))


def _is_home_minister(party: Party) -> bool:
    """Is it a minister whose office is at home ("Health Minister"), so that no country told means the same country?"""
    words = (party.title or "").lower().split()
    return "minister" in words and not {"foreign", "prime", "defense", "defence", "external", "trade"} & set(words)


def _is_statesman(party: Party) -> bool:
    return any(word in (party.title or "").lower() for word in _STATESMEN)


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
    told = len(cast) > 1 or _takes_place(event.anchors[0])
    return "summit" in event.natures and bool(leagues) and told
