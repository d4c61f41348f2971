"""What a party is by its words: whose side it stands on, and whether it is political, of many states, or rebels."""

import re

from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.word_classes import REGIONS
from transforms.language.parties.pairs import is_numbered
from transforms.language.parties.party import Party

_REBELS = frozenset(
    "rebel rebels insurgent insurgents militant militants guerrilla guerrillas separatist separatists".split()
)
_IN_ARMS = re.compile(
    r"\b(?:Liberation|Resistance|Revolutionary|Independence|Freedom|Patriotic|Insurgent)\b.*"
    r"\b(?:Front|Movement|Army|Forces|Council)\b|\b(?:Front|Movement|Army|Forces) (?:of|for) .*\bLiberation\b"
)
_DIPLOMATIC_GROUPS = _REBELS | frozenset(
    "delegation delegations negotiators envoys diplomats mediators representatives ministers emissaries delegates "
    "monitors observers inspectors peacekeepers signatories guarantors".split()
)
_PEOPLES = frozenset("europeans arabs africans asians".split())
_FOREIGN = _PEOPLES | frozenset(
    "latin transatlantic international regional world global diplomatic european african arab asian western gulf "
    "muslim islamic foreign bloc region continent countries nations states republics democracies powers europe africa "
    "asia".split()
)
REGIONAL = REGIONS | frozenset(
    "latin european europe african africa arab asian asia western gulf muslim islamic".split()
)
_VAGUE = frozenset("the those these our their other all both many several two some most such".split())
_AT_HOME = {"african", "american"}
_RANKS = frozenset("senior top high-level high-ranking local government political military key".split())
_OF_STATES = re.compile(r"\bheads of state\b|\d+[- ](?:member|nation|state|country)\b")
_STATES = re.compile(r" (?:of|from) (?!.*\bfederal\b).*\b(?:countries|nations|states|republics)$", re.IGNORECASE)
_SOLE_OFFICES = re.compile(
    r"\b(?:prime|foreign|defen[cs]e|interior|finance|trade|energy|oil|agriculture|health|environment|justice|"
    r"transport) ministers$"
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
    "leaders ministers officials diplomats representatives delegates envoys negotiators presidents heads donors "
    "powers democracies countries nations states speakers undersecretaries".split()
)
_SENT = frozenset(
    "ministers diplomats delegates delegations envoys negotiators mediators presidents heads donors foreign".split()
)
_SEVERAL = re.compile(
    r"(?:the (?:two|three|pair|duo)$|(?:the two|both|the three) "
    r"(?:leaders|presidents|prime ministers|foreign ministers|officials|diplomats|statesmen|sides|countries|nations|"
    r"governments))"
)


def side_of(party: Party) -> str | None:
    """Whom a party stands for: a state, or a movement or organisation of its own; None where the text does not tell."""
    if known := gazetteers.organisation(party.name):
        return known.name
    if party.organisation:
        known = gazetteers.organisation(party.organisation)
        return known.name if known else party.organisation
    if (
        not (party.kind == "person" and party.named)
        and not party.country
        and (known := gazetteers.find_organisation(party.name))
    ):
        return known.name
    return party.country


def is_political(party: Party) -> bool:
    """Can a party whose side is not told be one to a meeting of nations: an officeholder, a delegation, rebels?"""
    if party.kind == "person":
        return (bool(party.title) and not is_home_minister(party)) or not party.named
    if party.kind == "government":
        return True
    words = party.name.lower().split()
    return party.kind == "group" and bool((_DIPLOMATIC_GROUPS | _FOREIGN) & set(words))


def is_multinational(party: Party) -> bool:
    """Does the group by itself stand for several states ("European leaders", "ministers from Arab states")?"""
    if party.kind != "group" or party.named or party.country or is_numbered(party):
        return False
    words = set(gazetteers.fold(party.name).split()) - _VAGUE
    known = gazetteers.find_organisation(party.name)
    counted = bool(_OF_STATES.search(party.name.lower()))
    foreign = (bool(words & _FOREIGN) and not words >= _AT_HOME) or counted
    if words & _PEOPLES:
        return True
    regional = bool(words & REGIONS) or any(region in gazetteers.fold(party.name) for region in _REGIONS)
    abroad = foreign or regional or _is_of_sole_office(party)
    return (
        len(words) > 1
        and (bool(words & (_DELEGATES | {"members"})) or counted)
        and (abroad or bool(known and known.kind == "international"))
    )


def _is_of_sole_office(group: Party) -> bool:
    """Do they hold an office of which a state has one ("the defence ministers"), so that they are of several?"""
    return bool(_SOLE_OFFICES.search(group.name.lower()))


def is_regional(party: Party) -> bool:
    """Is a group told by the region that its states lie in ("the three European powers"), not only by its number?"""
    return party.kind == "group" and bool(REGIONAL & set(party.name.lower().split()))


def is_of_states(party: Party) -> bool:
    """Are they told by their office and by the states they hold it in ("the police chiefs of the two countries")?"""
    return party.kind == "group" and bool(_STATES.search(party.name))


def is_official(party: Party) -> bool:
    """Are they a government's leaders or officials, whichever's ("top officials", "local leaders")?"""
    words = set(party.name.lower().split()) - _VAGUE
    return party.kind == "group" and bool(words & _DELEGATES) and words <= _DELEGATES | _RANKS


def is_delegates(party: Party) -> bool:
    """Are they envoys or donors, whichever's, or "the ministers" that the text has told of?"""
    words = set(party.name.lower().split()) - _VAGUE
    known = party.name.lower().startswith("the ") or words.isdisjoint(("ministers", "presidents", "heads"))
    return party.kind == "group" and bool(words) and words <= _SENT and known


def is_two(party: Party) -> bool:
    """Are they two or more statesmen, whoever they be ("the two leaders", "both presidents")?"""
    return party.kind == "group" and bool(_SEVERAL.search(party.name.lower()))


def is_two_persons(party: Party) -> bool:
    """Are they two or more statesmen by that word, not two sides or countries ("the two leaders")?"""
    return is_two(party) and not re.search("sides|countries|nations|governments", party.name.lower())


def is_home_minister(party: Party) -> bool:
    """Is it a minister whose office is at home ("Health Minister"), so that no country told means the same country?"""
    words = (party.title or "").lower().split()
    return "minister" in words and not {"foreign", "prime", "defense", "defence", "external", "trade"} & set(words)


def is_rebel(party: Party) -> bool:
    """Are they in arms against a government, or want to leave its state?"""
    told = (party.title if party.kind == "person" else party.name) or ""
    named = party.kind != "person" and _IN_ARMS.search(told)
    return party.kind != "government" and bool(named or _REBELS & set(told.lower().split()))


def is_in_office(party: Party) -> bool:
    """Is it a government, a statesman or mediators: one with whom rebels talk?"""
    return party.kind == "government" or is_statesman(party) or "mediators" in party.name


def is_statesman(party: Party) -> bool:
    """Is it one who leads a state or speaks for it abroad?"""
    title = party.title or ""
    return offices.is_high_office(title) or "secretary general" in title.lower()
