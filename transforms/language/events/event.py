"""From an anchor to what its sentence tells: cast, status, mode, place, date, duration, occasion and topics."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from schemas.mention import Mode, Role, Status
from transforms.language.anchors.patterns import Anchor, is_announced, needs_subject, reporter
from transforms.language.anchors.slots import Slot
from transforms.language.events.circumstances import duration_of, mode_of, occasion_of, topics_of
from transforms.language.events.dating import date_of
from transforms.language.events.directions import direction_of, status_on
from transforms.language.events.participants import Cast
from transforms.language.events.placing import place_of
from transforms.language.grammar import syntax
from transforms.language.grammar.status import status_of
from transforms.language.grammar.tenses import is_simple_past, is_told_in_past, journey_to, was_going_on
from transforms.language.lexicon.word_classes import is_reporter
from transforms.language.parties.pairs import is_anaphoric
from transforms.language.parties.party import Party
from transforms.language.parties.standing import side_of
from transforms.language.temporal.dates import DateExpression, Resolved
from transforms.language.toponyms.places import Located, Place


@dataclass
class Event:
    """What one or more anchors of a text tell of one meeting.

    at: the day that the text is at where they tell it, for one without a day of its own.
    """

    anchors: list[Anchor]
    cast: list[tuple[Party, Role]]
    status: Status
    mode: Mode | None
    place: Place
    date: DateExpression | None
    duration: int | None
    occasion: str | None
    topics: list[str]
    at: DateExpression | None = None
    open_slot: bool = False
    is_first: bool = False
    lacks_counterpart: bool = False
    is_resumed: bool = False
    is_abroad: bool = False
    is_another_round: bool = False
    is_one_of_several: bool = False

    @property
    def first(self) -> Token:
        """The word that tells the meeting best: the one with the fullest cast, the earliest of such."""
        return self.anchors[0].token

    @property
    def persons(self) -> list[Party]:
        """The persons named in its cast."""
        return [party for party, _ in self.cast if party.kind == "person" and party.named]

    @property
    def took_place(self) -> bool:
        """Was it held, or is it under way?"""
        return self.status in ("held", "ongoing")

    @property
    def is_headline(self) -> bool:
        """Is it told by the first line of the text?"""
        return self.first.sent.start == 0

    def time(self, published: datetime.date | None) -> Resolved | None:
        """The days on which it is, as seen from the day of publication; None where the text leaves them open.

        What goes on and has no day of its own is on that day.
        """
        if self.date is None and self.status == "ongoing" and published:
            return Resolved(published, published, "day", "publication")
        is_past = was_going_on(self.first) or (self.status == "ongoing" and is_told_in_past(self.first))
        is_past = is_past or self.is_on_day_of_departure
        direction = "past" if is_past else direction_of(self.status)
        return self.date.time(published, direction) if self.date else None

    @property
    def is_on_day_of_journey(self) -> bool:
        """Is its date that of a journey for it ("flies to Oslo on Monday for talks")?"""
        told = self.date is not None and self.first.sent.start <= self.date.start < self.first.i
        return told and journey_to(self.first) is not None

    @property
    def is_on_day_of_departure(self) -> bool:
        """Is its date that on which somebody, as the past tense tells, has set out for it?"""
        journey = journey_to(self.first) if self.is_on_day_of_journey else None
        return journey is not None and is_simple_past(journey)

    @property
    def natures(self) -> frozenset[str]:
        """All natures its anchors give the meeting."""
        return frozenset(anchor.nature for anchor in self.anchors)


def event_at(anchor: Anchor, cast: Cast, dates: list[DateExpression], places: list[Located]) -> Event:
    """What an anchor's sentence tells of it, as if all whom it names met at once."""
    members: dict[tuple[int, str], tuple[Party, Role]] = {}
    open_slot = resumed = False
    filled_kinds: set[str] = set()
    for slot in anchor.slots:
        filled = cast.fill(anchor, slot)
        resumed |= any(cast.is_resumed(party) for party, _ in filled)
        filled_kinds.update({slot.kind} if filled else ())
        open_slot |= not filled and _is_somebody(slot, anchor)
        for party, role in filled:
            if anchor.token.i not in range(party.start, party.end) or party.start == party.end - 1:
                members.setdefault((party.start, party.name), (party, role))
    if members and not open_slot and not any(k == "subject" for k in filled_kinds) and needs_subject(anchor):
        for party in cast.missing_subject(anchor):
            members.setdefault((party.start, party.name), (party, anchor.construction.subject))
    met = [party for party, _ in members.values()]
    if (guests := _met_before_the_two(anchor, met)) and (hero := cast.protagonist(anchor, guests)):
        members = {(p.start, p.name): (p, "attendee") for p in (*guests, *hero)}
    if filled_kinds == {"counterpart"} and not open_slot and anchor.token.pos_ == "NOUN":
        for party in cast.traveller(anchor) or (cast.protagonist(anchor, met) if _is_one_person(met) else []):
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


def _met_before_the_two(anchor: Anchor, met: Sequence[Party]) -> list[Party]:
    """Who is met at an event told before "the leaders", one of whom he is ("In talks with Berg, the two leaders …")."""
    behind = [p for p in met if p.start > anchor.token.i]
    with_whom = [p for p in behind if any(_is_in(slot, p) and slot.kind == "counterpart" for slot in anchor.slots)]
    rest = [p for p in met if p not in with_whom]
    are_two = bool(rest) and all(is_anaphoric(anchor.token.doc[p.start : p.end].text) for p in rest)
    return with_whom if _is_one_person(with_whom) and are_two and rest[0].start > with_whom[0].end else []


def _is_in(slot: Slot, party: Party) -> bool:
    return party.start <= slot.token.i < party.end


def _is_one_person(met: Sequence[Party]) -> bool:
    """Is one person met, by name?"""
    return len(met) == 1 and met[0].kind == "person" and met[0].named


def _is_somebody(slot: Slot, anchor: Anchor) -> bool:
    """Is it a pronoun, what one's event belongs to ("His schedule includes talks"), or a spokesman, who is no party?"""
    if slot.kind == "subject" and is_reporter(slot.token.text):
        return True
    owners = syntax.children(slot.token, "nmod:poss") if slot.kind == "subject" and anchor.token.pos_ == "NOUN" else []
    return any(token.lower_ in syntax.PRONOUNS - syntax.FIRST_PERSON for token in (slot.token, *owners))


def _lacks_counterpart(anchor: Anchor, filled: set[str], dates: list[DateExpression]) -> bool:
    """Is somebody or something met that is no party ("met survivors", "meet the demand")?"""
    dated = {i for date in dates for i in range(date.start, date.end)}
    objects = [slot for slot in anchor.slots if slot.kind == "counterpart" and slot.token.i not in dated]
    return anchor.token.pos_ == "VERB" and bool(objects) and "counterpart" not in filled


def _topic(anchor: Anchor) -> set[int]:
    """The words of what is discussed, whose day and place are not those of the talks ("discussed the May 3 crash").

    Of views that are exchanged these are the words on what they are.
    """
    discusses = anchor.construction.joint and anchor.nature == "talks"
    objects = syntax.children(anchor.token, "obj") if discusses else []
    views = [noun for noun in objects if noun.lower_ in anchor.construction.beside]
    topics = [noun for view in views for noun in syntax.obliques(view, "on", "about", "over")]
    heads = topics if views else objects
    partners = [noun.left_edge.i for head in heads for noun in syntax.obliques(head, "with")]
    end = min(partners, default=len(anchor.token.doc))
    return {word.i for head in heads for word in head.subtree if word.i < end}


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
