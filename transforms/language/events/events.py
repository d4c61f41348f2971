"""The events of a text: what each sentence tells of its own, and what the text around gives it."""

import re
from dataclasses import replace
from datetime import date
from itertools import takewhile

from spacy.tokens import Token

from transforms.language.anchors.patterns import Anchor, find_anchors, is_announced, is_done_when_met, is_errand
from transforms.language.events.circumstances import is_supposed_call
from transforms.language.events.event import Event
from transforms.language.events.journeys import Journey, find_journeys
from transforms.language.events.participants import Cast
from transforms.language.events.scenes import find_scene, gathering_place, place_at_home, scene_places
from transforms.language.events.separate import events_at
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import SETTINGS
from transforms.language.grammar.tenses import was_ahead
from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.constructions import BESIDE, EVENT_NOUNS, NOUNS, VERBS
from transforms.language.parties.pairs import is_numbered, is_several
from transforms.language.parties.party import Party
from transforms.language.parties.standing import is_regional, side_of
from transforms.language.temporal.dates import ANY_DAY, DateExpression
from transforms.language.toponyms.datelines import Dateline
from transforms.language.toponyms.places import Place, heading_place

_OFFICIALS = frozenset(
    "government officials leaders counterparts authorities ministers parties lawmakers governors mayors".split()
)
_SAME_DAY = re.compile(r"\bsame (?:day|morning|afternoon|evening|night)\b", re.IGNORECASE)
_A_DAY = re.compile(r"\b\d\d?(?:st|nd|rd|th)?\b|day\b", re.IGNORECASE)
_ANY_EVENTS = frozenset("gathering event meeting".split())
_SUMMITS = frozenset(lemma for row in NOUNS if row.nature == "summit" for lemma in row.lemmas)
_GATHERING = frozenset(("meet",)) | {lemma for row in VERBS if row.nature == "summit" for lemma in row.lemmas}
_BESIDE = ("on", "before", "during", "after", "following", "prior", "at")
_GOING_ON = frozenset("also separately separate then later earlier afterwards subsequently".split())
_WHO_VISITS = re.compile(
    r",? who (?:is|are|was|were) (?:currently |now )?(?:visiting|on (?:[\w-]+ ){1,4}(?:visit|trip|tour))\b"
)
_VISITS = frozenset("visit trip stay".split())
_IN_COURSE = SETTINGS | {"in", "after", "following"}


def find_events(cast: Cast, dates: list[DateExpression], published: date | None = None) -> list[Event]:
    """One event for every anchor of a text of these parties and dates, in order; not yet judged, not yet joined.

    published: the day from which those of journeys and meetings are compared; any day does where none is known.
    """
    doc, seen = cast.doc, published or ANY_DAY
    scene = find_scene(doc)
    places = scene_places(doc, scene)
    anchors = (anchor for anchor in find_anchors(doc) if not is_done_when_met(anchor.token))
    events = [event for anchor in anchors for event in events_at(anchor, cast, dates, places)]
    journeys = find_journeys(doc, cast, [date for date in dates if not date.leads], places)
    for n, event in enumerate(events):
        _take_from_neighbour(event, events[:n])
        _take_from_narrative(event, events[:n])
        _take_from_gathering(event, events[:n])
        told = event.place
        _take_from_journey(event, journeys, seen)
        _take_fate(event, events[:n])
        _place_cast(event, events[:n], journeys)
        if event.is_headline and is_announced(event.anchors[0]):
            event.place = event.place or heading_place(doc)
        event.place = event.place or gathering_place(event.occasion) or _place_of_host(event, scene)
        if event.place.city and not event.place.country:
            event.place = replace(event.place, country=_country_of_town(event, scene))
        if scene and event.mode in ("in_person", None) and event.took_place:
            event.place = place_at_home(event.place, event.anchors[0], event.cast, places, scene, is_told=bool(told))
        if event.mode in ("phone", "video"):
            event.place = Place()
    return events


def _take_from_gathering(event: Event, before: list[Event]) -> None:
    """The place of the summit told before beside which they meet, and its day where they meet on its sidelines."""
    gathering = None if event.place else _gathering_beside(event.first)
    if gathering is None:
        return
    word = syntax.lemma(gathering)
    aside = syntax.lemma(gathering.head) in BESIDE
    for other in reversed(before):
        told = syntax.lemma(other.first)
        gathers = told in _GATHERING and word in _ANY_EVENTS | _SUMMITS
        is_same = told == word or gathers or (word in _ANY_EVENTS and told in EVENT_NOUNS)
        if other.place and is_same and other.first.i < gathering.i and (aside or other.status == event.status):
            event.date = event.date or (other.date if aside else None)
            event.place = replace(other.place, venue=None)
            return


def _gathering_beside(word: Token) -> Token | None:
    """The event on whose margins, on whose eve, before, during or after which they meet ("before the summit")."""
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    near = [noun for head in (word, verb) if head is not None for noun in syntax.obliques(head, *_BESIDE)]
    aside = [token for token in word.sent if syntax.lemma(token) in BESIDE]
    held = (noun for top in (*aside, *near) for noun in (*syntax.obliques(top, "of"), top))
    found = next((noun for noun in held if syntax.lemma(noun) in EVENT_NOUNS | _ANY_EVENTS and noun.i != word.i), None)
    named = found is not None and any(child.text[0].isupper() for child in syntax.children(found, "compound", "amod"))
    return None if named else found


def _take_from_narrative(event: Event, before: list[Event]) -> None:
    """The day and place of what one of the cast did before, where the sentence goes on with that day ("also met")."""
    verb = event.first if event.first.pos_ == "VERB" else syntax.verb_above(event.first)
    is_past = verb is not None and event.status == "held" and not syntax.auxiliaries(verb)
    if verb is None or not (is_past or event.status == "planned"):
        return
    same_day = event.date is not None and bool(_SAME_DAY.search(event.date.text))
    above = verb.head if verb.dep_ == "xcomp" else verb  # "is also due to meet"
    beside = (
        *syntax.children(above, "advmod"),
        *syntax.children(verb, "advmod"),
        *syntax.children(event.first, "amod"),
    )
    goes_on = event.date is None and any(child.lower_ in _GOING_ON for child in beside)
    if not (same_day or goes_on):
        return
    same = (other for other in before if other.status == event.status and _names(event) & _names(other))
    dated = [other for other in same if other.date and _A_DAY.search(other.date.text)]
    if event.status == "planned":
        dated = [other for other in dated if other.place.may_be(event.place)]
        if len({other.date for other in dated}) > 1:
            return
    there = [other for other in dated if other.place.city and other.place.city == event.place.city]
    for other in (there or dated)[-1:]:
        event.mode = other.mode if is_supposed_call(event.anchors[0]) else event.mode
        event.date = other.date
        event.place = event.place or (replace(other.place, venue=None) if other.place.city else Place())


def _names(event: Event) -> set[str]:
    return {party.name for party, _ in event.cast if party.kind == "person" and party.named}


def _take_from_neighbour(event: Event, before: list[Event]) -> None:
    """The place of what one of the cast does in the sentence before, where the event tells none."""
    names = _names(event)
    start = event.first.sent.start
    for other in takewhile(lambda other: other.first.sent.end >= start, reversed(before)):
        adjoins = other.first.sent.end == start
        remote = event.mode in ("phone", "video")
        if (
            not event.place
            and not remote
            and adjoins
            and (len(other.cast) > 1 or other.natures != {"reception"})  # "welcomed the support"
            and (other.status == event.status or (other.took_place and event.took_place))
            and names & {party.name for party, _ in other.cast}
        ):
            event.place = replace(other.place, venue=None)


def _place_of_host(event: Event, scene: Dateline | None) -> Place:
    """The country of who receives the others, or of those whom a visitor meets; the capital that stands for a host.

    Of those who meet a visitor and are of no told country, it is where the text was filed.
    """
    hosts = {party.country for party, role in event.cast if role == "host" and party.country}
    visitors = {party.country for party, _ in event.cast if _is_visiting(party, event.first)}
    others = {party.country for party, _ in event.cast if party.country} - visitors
    at = hosts if "reception" in event.natures or not visitors else others
    if visitors and not at and scene and scene.country not in visitors and event.mode == "in_person":
        return Place(scene.city, scene.country)
    if len(at) != 1 or event.mode in ("phone", "video"):
        return Place()
    country, doc = at.pop(), event.first.doc
    named = (doc[party.start : party.end].text for party, role in event.cast if role == "host")
    return Place(next((words for words in named if words == gazetteers.capital_of(country)), None), country)


def _country_of_town(event: Event, scene: Dateline | None) -> str | None:
    """The country of a town that no table has: the dateline's where it names that town, else the one host's."""
    if scene and scene.country and scene.city and scene.city == event.place.city:
        return scene.country
    hosts = {party.country for party, role in event.cast if role == "host" and party.country}
    return hosts.pop() if len(hosts) == 1 else None


def _is_visiting(party: Party, word: Token) -> bool:
    """Is the party called a visitor ("the visiting premier", "who is on a visit", "during her two-day visit")?"""
    if _WHO_VISITS.match(word.doc[party.end : word.doc[party.start].sent.end].text):
        return True
    words = word.doc[max(party.start - 1, 0) : party.end].text.lower()
    subject = party.end <= word.i and party.kind == "person"
    return "visiting" in words.split() or (subject and _is_on_visit(word))


def _is_on_visit(word: Token) -> bool:
    """Does the subject do it "during her two-day visit"?"""
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    during = [noun for head in (word, verb) if head is not None for noun in syntax.obliques(head, "during")]
    return any(syntax.lemma(noun) in _VISITS and syntax.children(noun, "nmod:poss") for noun in during)


def _place_cast(event: Event, before: list[Event], journeys: list[Journey]) -> None:
    """What the place tells of the cast: whose officials are met there, and who receives a traveller."""
    everyone = [party for party, _ in event.cast]
    if not (event.occasion or "summit" in event.natures):
        event.cast = [
            (party if _is_guest(party, event, before, journeys) else _local(party, event.place, everyone), role)
            for party, role in event.cast
        ]
    if (host := _implied_host(event)) and not _is_told_with_whom(event, before):
        event.cast.append((host, "host"))


def _take_from_journey(event: Event, journeys: list[Journey], seen: date) -> None:
    """Days and place that the text told of the journey on which one of the cast meets the others.

    What was held is told after the journey on which it was; one ahead may be told first.
    """
    cast = [party for party, _ in event.cast]
    end = event.first.sent.end
    told = (j for j in journeys if j.start < end or not event.took_place or j.status == "ongoing")
    told = (j for j in told if j.start < end or not _leads_elsewhere(j, event, seen))
    within = (journey for journey in told if journey.first <= event.first.i < journey.last)
    leading = (journey for journey in within if journey.place is None or journey.place.may_be(event.place))
    fitting = [journey for journey in leading if journey.is_made_by(cast) and journey.can_hold(event.status)]
    leg = _leg(event, fitting)
    if event.date is None:
        event.date = next((journey.date for journey in (*leg, *fitting) if journey.date), None)
    given_up = (journey for journey in fitting if journey.is_given_up and journey.start < event.first.i)
    if was_ahead(event.first) and (journey := next(given_up, None)) and journey.status:
        event.status = journey.status
    reached = [journey.place for journey in leg or fitting if journey.place is None or journey.place]
    if len({place and place.country for place in reached}) == 1 and (there := reached[0]):
        event.place = event.place.in_town(there) if event.place else there


def _leads_elsewhere(journey: Journey, event: Event, seen: date) -> bool:
    """Is a journey told behind an event another: to several countries, or, as seen from a day, later?"""
    if journey.place is None:
        return True
    leaving = journey.date.time(seen, "future") if journey.date else None
    meeting = event.date.time(seen, "future") if event.date else None
    return leaving is not None and meeting is not None and leaving.start > meeting.end


def _take_fate(event: Event, before: list[Event]) -> None:
    """What became, as told before, of the meeting of the same sides that "was to" be."""
    sides = {side_of(party) for party, _ in event.cast} - {None}
    for other in reversed(before):
        same = len(sides) > 1 and sides == {side_of(party) for party, _ in other.cast} - {None}
        if same and other.status in ("cancelled", "postponed") and was_ahead(event.first):
            event.status = other.status


def _leg(event: Event, journeys: list[Journey]) -> list[Journey]:
    """The journey told last before the event, in its paragraph."""
    doc, end = event.first.doc, event.first.sent.end
    before = [journey for journey in journeys if journey.start < end and (journey.place or journey.date)]
    return [journey for journey in before[-1:] if "\n" not in doc[journey.start : event.first.i].text]


def _is_guest(party: Party, event: Event, before: list[Event], journeys: list[Journey]) -> bool:
    """Has one of no told country travelled to the place of an event, or met its people there before?"""
    there = event.place.country
    if party.country or there is None:
        return False
    arrived = (journey for journey in journeys if journey.place and journey.place.country == there)
    received = (other for other in before if party.named and other.place.country == there)
    return any(journey.is_made_by([party]) for journey in arrived) or any(
        party.name in _names(other)
        and any(host.named and host.country == there and host.name != party.name for host, _ in other.cast)
        for other in received
    )


def _local(party: Party, place: Place, everyone: list[Party]) -> Party:
    """Officials of no told country, met in a country that is not that of those who meet them, are of that country."""
    if party.country or party.organisation or not place.country or is_numbered(party):
        return party
    others = [other for other in everyone if other is not party]
    guests = [other for other in others if (other.named or other.country) and other.country != place.country]
    received = guests and not any(other.named and other.country == place.country for other in others)
    words = set((party.title or party.name).lower().split())
    if gazetteers.find_organisation(party.name) or is_regional(party) or party.name.lower().startswith("their "):
        return party
    local = words & _OFFICIALS if party.kind != "person" else party.named and _is_of_state(party.title or "")
    return replace(party, country=place.country) if local and received else party


def _is_of_state(title: str) -> bool:
    """Is it the office of a minister or of one who leads a state or its diplomacy, or a royal title?"""
    held = offices.office(title)
    royal = held is not None and held.kind == "royal"
    return royal or "minister" in title.lower().split() or offices.is_high_office(title)


def _is_told_with_whom(event: Event, before: list[Event]) -> bool:
    """Does the verb above tell whom they meet ("raised it with Berg at a meeting in Oslo")?"""
    verb = syntax.verb_above(event.first)
    return verb is not None and any(other.first.i == verb.i and len(other.cast) > 1 for other in before)


def _is_for_talks(anchor: Anchor) -> bool:
    is_told = is_errand(anchor.token) if anchor.is_joint else anchor.token.pos_ == "NOUN"
    return is_told and anchor.nature in ("talks", "meeting")


def _is_received(anchor: Anchor) -> bool:
    """Is it told that somebody is received, and not by whom?"""
    by_whom = any(slot.kind == "subject" for slot in anchor.slots)
    return anchor.nature == "reception" and syntax.is_passive(anchor.token) and not by_whom


def _implied_host(event: Event) -> Party | None:
    """The government of the country to which those of one side go "for talks", or where they are received.

    None where another counterpart is told, or by whom they are received.
    """
    anchor, country = event.anchors[0], event.place.country
    guests = [party for party, _ in event.cast]
    of_one_side = len({(side_of(guest), guest.kind) for guest in guests}) == 1
    if not (country and of_one_side and (_is_for_talks(anchor) or _is_received(anchor))):
        return None
    if any(is_several(guest) for guest in guests):
        return None
    guest = guests[0]
    counterparts = [slot.token.i for slot in anchor.slots if slot.kind == "counterpart"]
    if any(not guest.start <= i < guest.end for i in counterparts):
        return None
    if counterparts and not syntax.cases(anchor.token).isdisjoint(_IN_COURSE):  # "said after talks with Berg in Oslo"
        return None
    known = gazetteers.find_organisation(guest.name)
    envoy = guest.organisation or known if guest.kind == "person" else known and known.kind != "international"
    if guest.kind not in ("person", "group") or not (guest.country or envoy) or guest.country == country:
        return None
    at = anchor.token.i
    return Party(at, at + 1, "government", gazetteers.country_name(country), country=country)
