"""One meeting, one mention: which events of a text tell the same meeting, and what they tell together."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from transforms.language.anchors.manners import is_remark, is_round
from transforms.language.anchors.patterns import is_announced
from transforms.language.discourse.casts import Members, distinct, is_same_party, prefer_named
from transforms.language.discourse.matching import are_of_one_side, can_be_one, is_sent_by
from transforms.language.discourse.retelling import identified, is_told_in_full_by, names_several
from transforms.language.discourse.series import rounds_of
from transforms.language.events.circumstances import is_supposed_call
from transforms.language.events.directions import UNDONE, direction_of
from transforms.language.events.event import Event
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import EVENT_ENDINGS, EVENT_OPENINGS, SETTINGS, measured
from transforms.language.grammar.tenses import is_in_headline, is_in_pluperfect, is_travelled_for
from transforms.language.lexicon.constructions import BESIDE, EVENT_NOUNS, ORDINALS
from transforms.language.parties.pairs import is_anaphoric
from transforms.language.parties.party import Party
from transforms.language.parties.standing import is_of_states, side_of
from transforms.language.temporal.dates import ANY_DAY, Resolved
from transforms.language.toponyms.places import Place

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ANEW = frozenset("again another further next second third new more later begin start launch open".split())
_AFTERWARDS = frozenset("later then afterwards afterward subsequently".split())
_DEFINITE = ("the", "their", "his", "her", "this", "that", "its")
_TIMES = ("DATE", "TIME")
_BESIDE = frozenset("before prior ahead after following on".split())
_EARLIER = frozenset("last previous previously preceding earlier".split())
_OF_TWO = re.compile(r"\b(?:one-on-one|bilaterals?|t[eê]te-[aà]-t[eê]te)\b")
_REACH = 800
_LATELY = timedelta(14)
_ARRIVAL = timedelta(2)  # from the day of a journey to that of the meeting
_STRENGTH = {"held": 3, "ongoing": 2, "cancelled": 4, "postponed": 4, "refused": 3, "planned": 2, "proposed": 1}


def is_same_meeting(known: Event, event: Event, published: date | None) -> bool:
    """Can the later event be the same meeting as the earlier: its cast no contradiction, its place and day none?"""
    if _is_purpose_of(event, known) or _is_in_one_breath(event, known) or _is_remark_on(event, known):
        return True
    differ = {known.status, event.status} & UNDONE and {known.status, event.status} & {"held", "ongoing"}
    if differ and not (is_definite(event) if event.status not in UNDONE else _can_be_undone(known, event)):
        return False
    if _is_earlier(known) != _is_earlier(event) and event.first.sent.start != known.first.sent.start:
        return False
    if known.place.country and event.place.country and known.place.country != event.place.country:
        return False
    unsure = known.is_headline and not known.place.country  # "Berg, Costa hold talks in Palazzo"
    if known.place.city and event.place.city and known.place.city != event.place.city and not unsure:
        return False
    if not (_can_be_one_day(known, event, published) and _can_be_one_round(known, event)):
        return False
    if _differ_in_mode(known, event):
        return False
    ours = [p for p, _ in known.cast]
    theirs = [p for p, _ in event.cast if p.kind != "group" or p.named or not is_anaphoric(p.name)]
    if event.is_resumed and not (event.date or event.place or event.is_one_of_several):
        theirs = []
    if len(theirs) < 2 and len(theirs) == len(event.cast) and not (is_definite(event) or _is_begun(known)):
        return False
    if len(event.cast) < len(ours) and (
        event.is_one_of_several or _is_told_beside_another(event) or _is_of_two_among_more(event, known)
    ):
        return False
    in_time = _lies_ahead(known) == _lies_ahead(event) or _is_untensed(known) or _is_errand_done(known, event)
    if not theirs:
        near = event.first.sent.start - known.first.sent.start < _REACH
        is_another = event.is_resumed and event.natures == {"meeting"} and not (in_time or is_definite(event))
        return near and not event.open_slot and not is_another
    if not in_time:
        return False
    if _is_of_one_organisation(known, event):
        return True
    if is_told_in_full_by(known, event):
        return True
    return _is_of_one_cast(known, event, theirs)


def _is_of_one_cast(known: Event, event: Event, theirs: Sequence[Party]) -> bool:
    """Are all of `theirs`, whom the later event tells, among the earlier one's, or all of its among them?"""
    ours = [party for party, _ in known.cast]
    resumed = is_definite(event) and not syntax.children(event.first, "amod", "compound", "nmod")
    is_later = bool(_words_beside(event) & _AFTERWARDS) or event.first.sent[0].lower_ in _AFTERWARDS
    is_later = is_later or (_is_with_another(event) and any(party.kind == "group" for party in theirs))
    same = is_same_party if is_later else can_be_one
    if _is_errand_done(known, event):
        same = are_of_one_side
    covered = sum(any(same(a, b) or is_sent_by(a, b) or (resumed and is_sent_by(b, a)) for a in ours) for b in theirs)
    return covered == len(theirs) or (covered == len(ours) and len(ours) > 1 and not is_later)


def _can_be_undone(known: Event, event: Event) -> bool:
    """May what is told as held not have been: by a headline, or if only not all was done ("did not speak to us")?"""
    return (is_in_headline(known.first) and len(event.cast) > 1) or event.lacks_counterpart


def _is_earlier(event: Event) -> bool:
    """Is it told as the one before another ("the last retreat", "they last met"), not only "earlier today"?"""
    return any(child.lower_ in _EARLIER and child.nbor(1).lower_ != "today" for child in event.first.children)


def _words_beside(event: Event) -> set[str]:
    """The words that hang on the word that tells a meeting, and on the verb above it."""
    verb = event.first if event.first.pos_ == "VERB" else syntax.verb_above(event.first)
    return {child.lower_ for head in (event.first, verb) if head is not None for child in head.children}


def _is_with_another(event: Event) -> bool:
    """Is it told with whom somebody met as well ("she also met customs officials")?"""
    told = any(slot.kind == "counterpart" for slot in event.anchors[0].slots)
    return told and "also" in _words_beside(event)


def _is_told_beside_another(event: Event) -> bool:
    """Is it told to be before, after or beside another ("before the talks, Berg received Costa", "separate talks")?"""
    verb = event.first if event.first.pos_ == "VERB" else syntax.verb_above(event.first)
    if any(word.lower_ == "separate" for word in syntax.children(event.first, "amod")):
        return True
    told = syntax.children(verb, *syntax.OBLIQUES) if verb is not None else []
    told += syntax.children(event.first, "nmod")
    return any(noun.i != event.first.i and _is_beside(noun) and _is_event(noun) for noun in told)


def _is_of_two_among_more(event: Event, known: Event) -> bool:
    """Is it told to be of two alone, who met with others too ("the two presidents held a one-on-one meeting")?"""
    sides = ({side_of(party) for party, _ in one.cast} - {None} for one in (event, known))
    before = event.first.doc[event.first.left_edge.i : event.first.i + 1].text.lower()
    return [len(told) > 2 for told in sides] == [False, True] and bool(_OF_TWO.search(before))


def _is_beside(noun: Token) -> bool:
    before = noun.doc[max(noun.left_edge.i - 1, noun.sent.start) : noun.i]
    return any(word.lower_ in _BESIDE for word in before)


def _is_event(noun: Token) -> bool:
    """Is it a meeting, or the beginning, the end or the sidelines of one?"""
    held = syntax.obliques(noun, "of", "to")
    nouns = (noun, *held)
    return (syntax.lemma(noun) in BESIDE and not held) or any(syntax.lemma(word) in EVENT_NOUNS for word in nouns)


def _can_be_one_day(known: Event, event: Event, published: date | None) -> bool:
    """Can their dates mean the same day: the same words, periods that overlap, or a weekday of its date?

    A later day can be that on which it came to its end.
    """
    if _is_long_past(known, event, published) or _is_long_past(event, known, published):
        return False
    one, other = known.date or known.at, event.date or (None if is_definite(event) else event.at)
    if not (one and other) or one.text == other.text:
        return True
    ways = direction_of(known.status), direction_of(event.status)
    first, second = one.time(published, ways[0]), other.time(published, ways[1])
    if not (first or second):  # since nobody knows when the text was published
        first, second = one.time(ANY_DAY, ways[0]), other.time(ANY_DAY, ways[1])
    if first and second:
        if _is_on_arrival(known, first, second):
            return True
        return first.start <= second.end and (second.start <= first.end or _is_over(event))
    told = first or second
    weekday = next((day for day in _WEEKDAYS if day in (other if first else one).text.lower()), None)
    return bool(told and weekday and told.precision == "day" and _WEEKDAYS[told.start.weekday()] == weekday)


def _is_on_arrival(known: Event, journey: Resolved, day: Resolved) -> bool:
    """Is one told on the day of the journey to it ("flies to Oslo on Monday for talks"), the other soon after?"""
    return known.is_on_day_of_journey and timedelta(0) < day.start - journey.end <= _ARRIVAL


def _is_long_past(done: Event, going_on: Event, published: date | None) -> bool:
    """Is one told of a day weeks ago, and does the other go on now?"""
    if going_on.status != "ongoing" or going_on.date or done.status != "held" or not (done.date and published):
        return False
    time = done.date.time(published, "past")
    return time is not None and published - time.end > _LATELY


def _can_be_one_round(known: Event, event: Event) -> bool:
    """Have they the same place in their series; or is one told by its place, and on the day or in the town of both?"""
    ours, theirs = rounds_of(known), rounds_of(event)
    if ours and theirs:
        return bool(ours & theirs)
    if (ours and event.natures == {"visit"}) or (theirs and known.natures == {"visit"}):
        return False
    if _began(event) and any(map(is_round, known.anchors)):
        return False
    if known.is_headline or not theirs or not (event.date or event.place.city):
        return True
    return bool(known.date and event.date) or (known.place.city == event.place.city is not None)


def _began(event: Event) -> bool:
    """Is it only told when negotiations, of which there are rounds, began?"""
    verb = syntax.verb_above(event.first)
    dated = event.date is not None and event.took_place and not event.cast
    return dated and verb is not None and syntax.lemma(verb) in EVENT_OPENINGS


def best_match(events: list[Event], event: Event, published: date | None) -> Event | None:
    """The meeting that a later event tells again: the last that fits, or for a bare "the meeting" the one told most.

    A meeting told only as the one before is not what the text goes on about.
    """
    fitting = [known for known in events if is_same_meeting(known, event, published)]
    fitting = [known for known in fitting if _is_earlier(known) == _is_earlier(event)] or fitting
    if not event.cast:
        return max(fitting, key=lambda known: (len(known.anchors), known.first.i), default=None)
    return fitting[-1] if fitting else None


def _differ_in_mode(known: Event, event: Event) -> bool:
    """Is one by phone and the other not?

    What a headline calls a call may be told as talks, or as one by video, and a conversation can be what was a meeting.
    What had been by video on some day is another than the meeting that the text is about.
    """
    modes = {known.mode, event.mode} - {None}
    if modes == {"video", "in_person"}:
        return event.date is not None and is_in_pluperfect(event.first)
    by_video = known.is_headline and event.mode == "video"
    unfixed = event.natures == {"talks"} and (known.is_headline or not (event.date or event.place))
    unfixed = unfixed or _is_headline_of_talks(known)
    supposed = is_supposed_call(event.anchors[0]) and not (event.date or event.place)
    return len(modes) > 1 and "phone" in modes and not (by_video or supposed or unfixed)


def _is_headline_of_talks(event: Event) -> bool:
    """Is it told by a headline as talks, which may have been by telephone ("Berg, Costa discuss trade")?"""
    return event.natures == {"talks"} and is_in_headline(event.first)


def _is_untensed(event: Event) -> bool:
    """Does a headline leave open whether it lies ahead ("Berg's Talks with Costa", "Berg Meets Costa")?"""
    if not event.is_headline:
        return False
    verb = event.first if event.first.pos_ == "VERB" else syntax.verb_above(event.first)
    return verb is None or (verb.tag_ in ("VBZ", "VBP") and is_in_headline(verb))


def _is_errand_done(known: Event, event: Event) -> bool:
    """Is one what somebody had set out for, and the other that it was held ("arrived to meet Berg", "met Berg")?"""
    ahead, done = (known, event) if _lies_ahead(known) else (event, known)
    return done.took_place and ahead.status == "planned" and is_travelled_for(ahead.first)


def _is_visit_under_way(event: Event) -> bool:
    """Is only the visit told on which they meet ("Premier Berg, who is in Rome on a visit, held talks with …")?"""
    return event.natures == {"visit"} and event.status == "ongoing"


def _is_begun(event: Event) -> bool:
    """Does the headline tell that its persons speak right before or after it, so that the text tells no other?"""
    return event.is_headline and is_announced(event.anchors[0])


def _lies_ahead(event: Event) -> bool:
    return event.status in ("planned", "proposed", "postponed")


def _is_purpose_of(event: Event, known: Event) -> bool:
    """Do they meet or travel for it, or speak at it, in so many words ("met for talks", "raised it at a meeting")?"""
    top = event.first if event.first.head.pos_ == "PROPN" else syntax.top_noun(event.first)
    verb = syntax.verb_above(event.first)
    if event.first.pos_ == "VERB" or verb is None or all(anchor.token.i != verb.i for anchor in known.anchors):
        return False
    cases = syntax.cases(top)
    first = {"in"} if any(child.lower_ in ORDINALS for child in syntax.children(event.first, "amod")) else set[str]()
    return "for" in cases or bool(cases & (SETTINGS | first) and _has_no_other(event, known))


def _has_no_other(event: Event, known: Event) -> bool:
    """Are all of its parties among those of the meeting told before, or told only as of their states?"""
    return all(
        is_of_states(theirs) or any(is_same_party(ours, theirs) for ours, _ in known.cast) for theirs, _ in event.cast
    )


def _is_of_one_organisation(one: Event, other: Event) -> bool:
    """Are both the summit of one international organisation?"""
    ours, theirs = (
        {side_of(p) for p, _ in event.cast if p.kind in ("organisation", "group") and not p.country}
        for event in (one, other)
    )
    return "summit" in one.natures & other.natures and bool((ours & theirs) - {None})


def _is_in_one_breath(event: Event, known: Event) -> bool:
    """Does one sentence tell it twice: the same parties, no day or place of its own, and not "again" or "further"?"""
    if event.date or event.place or len(event.cast) < 2 or event.first.sent.start != known.first.sent.start:
        return False
    if known.took_place and _lies_ahead(event) and (syntax.lemma(event.first), event.first.dep_) == ("meet", "xcomp"):
        return False  # "spoke by telephone and agreed to meet soon"
    anew = event.first.doc[known.first.i : event.first.i + 3].text.lower().split()
    return _has_no_other(event, known) and not _ANEW & set(anew)


def _is_remark_on(event: Event, known: Event) -> bool:
    """Is it told of what was held that it was the first of the same sides ("It was the first conversation of …")?"""
    is_first = syntax.children(event.first, "cop") and any(word.lower_ == "first" for word in event.first.children)
    if not (is_first and is_remark(event.anchors[0]) and event.took_place and known.took_place):
        return False
    ours, theirs = ({side_of(party) for party, _ in one.cast} - {None} for one in (known, event))
    return len(theirs) > 1 and theirs <= ours


def is_definite(event: Event) -> bool:
    """Is it one that the reader knows of ("the talks", "Monday's talks")?"""
    beside = (child for word in (event.first, measured(event.first)) for child in word.children)
    return any(
        child.lower_ in _DEFINITE or (child.dep_ == "nmod:poss" and child.ent_type_ in _TIMES) for child in beside
    )


def join(known: Event, event: Event, published: date | None) -> None:
    """Adds to a meeting what another event tells of it."""
    fuller = len(event.persons) > len(known.persons)
    if names_several(known, event):
        known.cast = event.cast
    elif not event.is_resumed:
        ours, theirs = identified(_without_other_stops(known, event), _without_setting(known, event))
        known.cast = distinct(prefer_named(ours, theirs) + prefer_named(theirs, ours))
    told = (len(event.cast) > 1 and not event.lacks_counterpart) or is_definite(event)
    if (_is_untensed(known) or _is_visit_under_way(known)) and not _is_begun(known) and len(event.cast) > 1:
        known.status, fuller = event.status, True
    elif known.status == "ongoing" and event.status == "held" and _is_over(event):
        known.status = "held"
    elif event.took_place and _is_errand_done(known, event):
        known.status, fuller = event.status, True
    elif (
        told
        and known.status != event.status
        and event.status != "held"
        and _STRENGTH[event.status] > _STRENGTH[known.status]
    ):
        known.status = event.status
    surer = event.mode if _is_headline_of_talks(known) else None
    known.mode = "video" if (known.mode, event.mode) == ("phone", "video") else surer or known.mode or event.mode
    if not (known.place.city and (known.place.country or not event.place.city)) and known.mode != "phone":
        country = known.place.country or event.place.country
        known.place = Place(event.place.city, country, known.place.venue or event.place.venue)
    if not (_is_begun(known) or (known.date and not _is_more_precise(event, known, published))):
        known.date = event.date
    if len(event.cast) >= 2:
        known.anchors.insert(0 if fuller and not _is_begun(known) else len(known.anchors), event.anchors[0])
    known.duration = known.duration or event.duration
    known.occasion = known.occasion or event.occasion
    known.topics += [topic for topic in event.topics if topic not in known.topics]


def _without_other_stops(known: Event, event: Event) -> Members:
    """The cast of a journey to several countries without those where it is not that the traveller met somebody."""
    hosts = {p.country for p, role in known.cast if role == "host" and p.kind == "government"}
    met = {p.country for p, _ in event.cast} & hosts
    if known.natures != {"visit"} or len(hosts) < 2 or event.natures == {"visit"} or not met:
        return known.cast
    return [(p, role) for p, role in known.cast if p.kind != "government" or p.country in met]


def _without_setting(known: Event, event: Event) -> Members:
    """The cast of a summit without whose it is, where persons of several sides met at it ("met at the NATO summit")."""
    sides = {side_of(party) for party, _ in known.cast if party.kind == "person"} - {None}
    if event.natures != {"summit"} or len(sides) < 2:
        return event.cast
    return [(p, r) for p, r in event.cast if p.kind != "organisation" or p.country]


def _is_over(event: Event) -> bool:
    """Does it tell that a meeting came to its end?"""
    verb = syntax.verb_above(event.first)
    return verb is not None and syntax.lemma(verb) in EVENT_ENDINGS


def _is_more_precise(event: Event, known: Event, published: date | None) -> bool:
    """Does it tell the day where the other tells a longer time that the day lies in, or the day of the journey?"""
    day, longer = event.time(published or ANY_DAY), known.time(published or ANY_DAY)
    if day and longer and _is_on_arrival(known, longer, day):
        return True
    if not (day and longer) or day.precision != "day" or longer.precision == "day":
        return False
    return longer.start <= day.start <= longer.end
