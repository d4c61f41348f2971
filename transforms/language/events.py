"""From an anchor to what its sentence tells: cast, status, mode, place, date, duration, occasion and topics."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Token

from schemas.mention import Mode, Role, Status
from transforms.language import gazetteers, syntax
from transforms.language.circumstances import date_of, duration_of, mode_of, occasion_of, topics_of
from transforms.language.dates import DateExpression, Resolved, resolve
from transforms.language.directions import direction_of, status_on
from transforms.language.journeys import Journey, find_journeys
from transforms.language.pairs import is_numbered
from transforms.language.participants import Cast
from transforms.language.party import Party
from transforms.language.patterns import (
    Anchor,
    find_anchors,
    is_announced,
    is_errand,
    needs_subject,
    reporter,
)
from transforms.language.places import Located, Place, heading_place
from transforms.language.placing import place_of
from transforms.language.scenes import find_scene, gathering_place, place_at_home, scene_places
from transforms.language.standing import side_of
from transforms.language.status import status_of

_STATESMEN = frozenset("president premier minister king chancellor".split())
_OFFICIALS = frozenset("government officials leaders counterparts authorities ministers parties lawmakers".split())
_SAME_DAY = re.compile(r"\bsame (?:day|morning|afternoon|evening|night)\b", re.IGNORECASE)
_A_DAY = re.compile(r"\d|day\b", re.IGNORECASE)
_GOING_ON = frozenset("also separately then later earlier afterwards subsequently".split())
_SEPARATE = frozenset("separate separately individual individually".split())
_AND_WITH = re.compile(r"(?:\band|,) (?:also |then |later |separately )?with\b|\band (?:then|later)\b")
_ON_VISIT = re.compile(r"\bduring (?:his|her|their) (?:[\w-]+ ){0,3}(?:visit|trip|stay)\b")


@dataclass
class Event:
    """What one or more anchors of a text tell of one meeting."""

    anchors: list[Anchor]
    cast: list[tuple[Party, Role]]
    status: Status
    mode: Mode | None
    place: Place
    date: DateExpression | None
    duration: int | None
    occasion: str | None
    topics: list[str]
    open_slot: bool = False
    is_first: bool = False
    lacks_counterpart: bool = False
    is_resumed: bool = False
    is_abroad: bool = False
    counted_from: DateExpression | None = None

    @property
    def first(self) -> Token:
        """The word that tells the meeting best: the one with the fullest cast, the earliest of such."""
        return self.anchors[0].token

    @property
    def is_headline(self) -> bool:
        """Is it told by the first line of the text?"""
        return self.first.sent.start == 0

    def time(self, published: datetime.date | None) -> Resolved | None:
        """The days on which it is, as seen from the day of publication; None where the text leaves them open."""
        direction = direction_of(self.status)
        found = resolve(self.date.text, published, direction) if self.date else None
        if found is None or self.date is None or found.basis != "anchor":
            return found
        start = resolve(self.counted_from.text, published, direction) if self.counted_from else None
        return resolve(self.date.text, start.start, direction) if start and start.precision == "day" else None

    @property
    def natures(self) -> frozenset[str]:
        """All natures its anchors give the meeting."""
        return frozenset(anchor.nature for anchor in self.anchors)


def find_events(cast: Cast, dates: list[DateExpression]) -> list[Event]:
    """One event for every anchor of a text of these parties and dates, in order; not yet judged, not yet joined."""
    doc = cast.doc
    scene = find_scene(doc)
    places = scene_places(doc, scene)
    events = [part for anchor in find_anchors(doc) for part in _apart(_event(anchor, cast, dates, places))]
    journeys = find_journeys(doc, cast, dates, places)
    for n, event in enumerate(events):
        event.counted_from = next((d for d in reversed(dates) if event.date and d.start < event.date.start), None)
        _take_from_neighbour(event, events[:n])
        _take_from_narrative(event, events[:n])
        _take_from_journey(event, journeys)
        _place_cast(event)
        if event.is_headline and is_announced(event.anchors[0]):
            event.place = event.place or heading_place(doc)
        event.place = event.place or gathering_place(event.occasion) or _place_of_host(event)
        if scene and event.mode in ("in_person", None) and event.status in ("held", "ongoing"):
            event.place = place_at_home(event.place, event.anchors[0], event.cast, places, scene)
        if event.mode == "phone":
            event.place = Place()
    return events


def _apart(event: Event) -> list[Event]:
    """The meetings of one word: with each of those met where "separate" says so, or "with" or "then" before each."""
    word = event.first
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    beside = (*word.children, *(verb.children if verb is not None else ()))
    separate = any(child.lower_ in _SEPARATE for child in beside)
    met: list[list[tuple[Party, Role]]] = []
    for party, role in sorted(event.cast, key=lambda member: member[0].start):
        before = word.doc[met[-1][-1][0].end : party.start + 1].text if met else ""
        if party.start > word.i:
            if met and not (separate or _AND_WITH.search(before)):
                met[-1].append((party, role))
            else:
                met.append([(party, role)])
    if len(met) < 2:
        return [event]
    others = [member for member in event.cast if member[0].start <= word.i]
    return [replace(event, anchors=list(event.anchors), topics=list(event.topics), cast=others + part) for part in met]


def _take_from_narrative(event: Event, before: list[Event]) -> None:
    """The day and place of what one of the cast did before, where the sentence goes on with that day ("also met")."""
    verb = event.first if event.first.pos_ == "VERB" else syntax.verb_above(event.first)
    if verb is None or event.status != "held" or syntax.auxiliaries(verb):
        return
    same_day = event.date is not None and bool(_SAME_DAY.search(event.date.text))
    goes_on = event.date is None and any(child.lower_ in _GOING_ON for child in syntax.children(verb, "advmod"))
    if not (same_day or goes_on):
        return
    names = _names(event)
    for other in reversed(before):
        if other.status == "held" and names & _names(other) and other.date and _A_DAY.search(other.date.text):
            event.date, event.place = other.date, event.place or other.place
            return


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
            and other.status == event.status
            and names & {party.name for party, _ in other.cast}
        ):
            event.place = other.place


def _place_of_host(event: Event) -> Place:
    """The country of who receives the others, or of those whom a visitor meets."""
    hosts = {party.country for party, role in event.cast if role == "host" and party.country}
    visitors = {party.country for party, _ in event.cast if _is_visiting(party, event.first)}
    others = {party.country for party, _ in event.cast if party.country} - visitors
    at = hosts if "reception" in event.natures or not visitors else others
    return Place(country=at.pop()) if len(at) == 1 and event.mode not in ("phone", "video") else Place()


def _is_visiting(party: Party, word: Token) -> bool:
    """Is the party called a visitor ("the visiting premier", "during her two-day visit")?"""
    words = word.doc[max(party.start - 1, 0) : party.end].text.lower()
    subject = party.end <= word.i and bool(_ON_VISIT.search(word.sent.text))
    return "visiting" in words.split() or (subject and party.kind == "person")


def _place_cast(event: Event) -> None:
    """What the place tells of the cast: whose officials are met there, and who receives a traveller."""
    everyone = [party for party, _ in event.cast]
    event.cast = [(_local(party, event.place, everyone), role) for party, role in event.cast]
    if host := _implied_host(event):
        event.cast.append((host, "host"))


def _take_from_journey(event: Event, journeys: list[Journey]) -> None:
    """Days and place that the text told of the journey on which one of the cast meets the others."""
    cast = [party for party, _ in event.cast]
    within = (journey for journey in journeys if journey.first <= event.first.i < journey.last)
    fitting = [journey for journey in within if journey.is_made_by(cast) and journey.can_hold(event.status)]
    leg = _leg(event, fitting)
    if event.date is None:
        event.date = next((journey.date for journey in (*leg, *fitting) if journey.date), None)
    reached = [journey.place for journey in leg or fitting if journey.place is None or journey.place]
    if not event.place and len({place and place.country for place in reached}) == 1:
        event.place = reached[0] or event.place


def _leg(event: Event, journeys: list[Journey]) -> list[Journey]:
    """The journey told last before the event, in its paragraph."""
    doc, end = event.first.doc, event.first.sent.end
    before = [journey for journey in journeys if journey.start < end and (journey.place or journey.date)]
    return [journey for journey in before[-1:] if "\n" not in doc[journey.start : event.first.i].text]


def _event(anchor: Anchor, cast: Cast, dates: list[DateExpression], places: list[Located]) -> Event:
    members: dict[tuple[int, str], tuple[Party, Role]] = {}
    open_slot = resumed = False
    filled_kinds: set[str] = set()
    for slot in anchor.slots:
        filled = cast.fill(anchor, slot)
        resumed |= any(cast.is_resumed(party) for party, _ in filled)
        filled_kinds.update({slot.kind} if filled else ())
        open_slot |= not filled and slot.token.lower_ in syntax.PRONOUNS - syntax.FIRST_PERSON
        for party, role in filled:
            if anchor.token.i not in range(party.start, party.end) or party.start == party.end - 1:
                members.setdefault((party.start, party.name), (party, role))
    if members and not open_slot and not any(k == "subject" for k in filled_kinds) and needs_subject(anchor):
        for party in cast.missing_subject(anchor):
            members.setdefault((party.start, party.name), (party, anchor.construction.subject))
    if not members and not open_slot and anchor.token.sent.start == 0 and is_announced(anchor):
        members = {(p.start, p.name): (p, "attendee") for p in cast.persons_before(anchor)}
    sentence = anchor.token.sent
    topic = _topic(anchor)
    dates = [date for date in dates if date.start not in topic]
    places = [located for located in places if located.start not in topic]
    place = place_of(anchor, places)
    mode, date = mode_of(anchor, place), date_of(anchor, dates)
    for party in _telling_of_itself(anchor, cast, members.values(), fixed=bool(place or date)):
        members[(party.start, party.name)] = (party, "attendee")
    return Event(
        anchors=[anchor],
        cast=list(members.values()),
        status=status_of(anchor.token) if anchor.token.tag_ == "VBD" else status_on(status_of(anchor.token), date),
        mode=mode,
        place=place,
        date=date,
        duration=duration_of(anchor),
        occasion=occasion_of(sentence.text, anchor),
        topics=topics_of(anchor),
        open_slot=open_slot,
        lacks_counterpart=_lacks_counterpart(anchor, filled_kinds, dates),
        is_resumed=resumed,
        is_abroad=_is_abroad(anchor, cast, [party for party, _ in members.values()]),
        is_first=_is_first(anchor, cast),
    )


def _lacks_counterpart(anchor: Anchor, filled: set[str], dates: list[DateExpression]) -> bool:
    """Is somebody or something met that is no party ("met survivors", "meet the demand")?"""
    dated = {i for date in dates for i in range(date.start, date.end)}
    objects = [slot for slot in anchor.slots if slot.kind == "counterpart" and slot.token.i not in dated]
    return anchor.token.pos_ == "VERB" and bool(objects) and "counterpart" not in filled


def _topic(anchor: Anchor) -> set[int]:
    """The words of what is discussed, whose day and place are not those of the talks ("discussed the May 3 crash")."""
    objects = syntax.children(anchor.token, "obj") if anchor.construction.joint else []
    return {token.i for head in objects for token in head.subtree if "with" not in syntax.cases(token.head)}


def _is_first(anchor: Anchor, cast: Cast) -> bool:
    """Is no country told before it, but that of who tells of it?"""
    teller = reporter(anchor.token)
    told = cast.at(teller) if teller is not None else []
    before = (party for party in cast.parties if party.country and party.end <= anchor.token.i)
    return all(party in told for party in before)


def _is_abroad(anchor: Anchor, cast: Cast, members: list[Party]) -> bool:
    """Does the sentence name a country, and none of those that the meeting's own parties stand for?"""
    sentence = anchor.token.sent
    told = {p.country for p in cast.parties if p.kind == "government" and sentence.start <= p.start < sentence.end}
    return bool(told - {None} - {party.country for party in members})


def _telling_of_itself(
    anchor: Anchor, cast: Cast, members: Iterable[tuple[Party, Role]], *, fixed: bool
) -> list[Party]:
    """Who tells of talks with another and is their second party ("Oslo says talks with Rome will begin").

    fixed: whether their day or place is told; of others, persons may only give their opinion.
    """
    told = [party for party, _ in members]
    sides = {side_of(party) for party in told}
    if anchor.token.pos_ == "VERB" or len(sides) != 1 or not any(slot.kind == "counterpart" for slot in anchor.slots):
        return []
    teller = reporter(anchor.token)
    found = cast.at(teller) if teller is not None else []
    own = [party for party in found if party.kind == "government" or (fixed and party.kind == "person")]
    return [party for party in own if side_of(party) and side_of(party) not in sides]


def _local(party: Party, place: Place, everyone: list[Party]) -> Party:
    """Officials of no told country, met in a country that is not that of those who meet them, are of that country."""
    if party.country or party.organisation or not place.country or is_numbered(party):
        return party
    others = [other for other in everyone if other is not party]
    guests = [other for other in others if (other.named or other.country) and other.country != place.country]
    received = guests and not any(other.named and other.country == place.country for other in others)
    words = set((party.title or party.name).lower().split())
    if gazetteers.find_organisation(party.name):
        return party
    local = words & _OFFICIALS if party.kind != "person" else party.named and words & _STATESMEN
    return replace(party, country=place.country) if local and received else party


def _implied_host(event: Event) -> Party | None:
    """The government of the country to which somebody goes "for talks", where no other counterpart is told."""
    anchor, country = event.anchors[0], event.place.country
    is_told = is_errand(anchor.token) if anchor.is_joint else anchor.token.pos_ == "NOUN"
    if not is_told or anchor.nature not in ("talks", "meeting") or not country or len(event.cast) != 1:
        return None
    guest = event.cast[0][0]
    counterparts = [slot.token.i for slot in anchor.slots if slot.kind == "counterpart"]
    if any(not guest.start <= i < guest.end for i in counterparts):
        return None
    known = gazetteers.find_organisation(guest.name)
    envoy = guest.organisation or known if guest.kind == "person" else known and known.kind != "international"
    if guest.kind not in ("person", "group") or not (guest.country or envoy) or guest.country == country:
        return None
    at = anchor.token.i
    return Party(at, at + 1, "government", gazetteers.country_name(country), country=country)
