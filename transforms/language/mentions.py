"""What one article says of each meeting that it tells: anchors judged, joined into meetings, and written down."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from spacy.language import Language
from spacy.tokens import Doc, Span

from schemas.article import Article
from schemas.mention import Mention, Participant
from transforms.language import nlp
from transforms.language.anchors.manners import is_aim, is_only_spoken_of
from transforms.language.anchors.patterns import is_announced
from transforms.language.codes import event_codes
from transforms.language.confidence import confidence
from transforms.language.discourse.casts import distinct, with_leaders, without_bodies, without_company
from transforms.language.discourse.company import add_company
from transforms.language.discourse.implied import of_those_beside
from transforms.language.discourse.joining import best_match, join
from transforms.language.discourse.judgement import is_meeting, is_vague, is_working_visit
from transforms.language.discourse.naming import heads_of_delegations, name_officials
from transforms.language.discourse.narrative import day_at, days_told, take_up
from transforms.language.discourse.resumed import resume
from transforms.language.discourse.retelling import sums_up
from transforms.language.discourse.series import sides_of_series
from transforms.language.events.directions import status_at
from transforms.language.events.event import Event
from transforms.language.events.events import find_events
from transforms.language.events.participants import Cast, to_participant
from transforms.language.gates import can_tell_a_meeting, tells_a_meeting
from transforms.language.grammar.governing import governing_word
from transforms.language.grammar.tenses import was_going_on
from transforms.language.lexicon import gazetteers
from transforms.language.parties.actors import find_parties
from transforms.language.parties.home import release_country
from transforms.language.parties.standing import side_of
from transforms.language.temporal.dates import Resolved, find_dates, resolve
from transforms.language.toponyms.cities import capital_zone
from transforms.language.toponyms.datelines import datelines, find_dateline

EXTRACTOR_VERSION = "1"
_PARENTHESIS = re.compile(r" - ([^\n]{3,120}?) - ")
_YESTERDAY = re.compile(r"\byesterday\b", re.IGNORECASE)
_NEWS = timedelta(3)  # between a dateline's day and publication at most


def extract_mentions(pipeline: Language, article: Article) -> list[Mention]:
    """All meetings that the article tells, one mention each, in the order of their quotes. No network, no clock."""
    head = f"{article.title}\n" if article.title else ""
    text = _PARENTHESIS.sub(r" – \1 – ", head + article.text)  # the network reads a spaced hyphen as one within a word
    doc = nlp.read_where(pipeline, text, can_tell_a_meeting, tells_a_meeting)
    if doc is None:
        return []
    site = gazetteers.site_country(article.url)
    published = filed_on(text, local_day(article.published_at, site or release_country(text)))
    version = f"{EXTRACTOR_VERSION}+{nlp.model_version(pipeline)}"
    events = read_events(doc, published, site)
    mentions = [_mention(event, events, article, published, len(head), version) for event in events]
    return sorted(mentions, key=lambda mention: mention.quote_start)


def local_day(moment: datetime | None, publisher: str | None) -> date | None:
    """The day of a publication where a government publishes: its releases of 02:00 UTC call the day before "today".

    publisher: the country whose government it is, if any; its capital's clock counts. Midnight is a day without a time.
    """
    zone = capital_zone(publisher) if publisher else None
    if moment is None or zone is None or moment.time() == time.min:
        return moment.date() if moment else None
    return moment.astimezone(zone).date()


def filed_on(text: str, published: date | None) -> date | None:
    """The day that a text's first dateline tells, from which "today" counts, if it was published a few days later.

    A paper's "yesterday" counts from the day on which it comes out, whenever the text was filed.
    """
    dateline = next(iter(datelines(text)), None)
    if published is None or dateline is None or dateline.day is None or _YESTERDAY.search(text):
        return published
    told = resolve(dateline.day, published, "past")
    return told.start if told and timedelta(0) <= published - told.start <= _NEWS else published


def read_events(doc: Doc, published: date | None = None, site: str | None = None) -> list[Event]:
    """The meetings that a text of this day tells: its events that are meetings, those of the same one joined.

    One whose parties are vague is given only where the text tells no other.

    site: the country of the government on whose own site the text stands, ISO 3166-1 alpha-3.
    """
    cast = Cast(doc, find_parties(doc, published.year if published else None, site))
    dates = find_dates(doc)
    joined: list[Event] = []
    visits: list[Event] = []
    bare: list[Event] = []
    events = find_events(cast, dates, published)
    days = days_told(doc, dates, published)
    done = [told for told in days if not told.is_report]
    for event in events:
        past = was_going_on(event.first) or event.is_on_day_of_departure
        event.status = status_at(event.status, event.time(published), published, was_going_on=past)
        event.at = day_at(event, cast, done)
        event.cast = distinct(resume(event, joined) or event.cast)
        if is_aim(event.anchors[0]) or is_only_spoken_of(event.anchors[0]):
            continue
        series = sides_of_series(event, joined)
        event.is_another_round = bool(series)
        event.cast = series or heads_of_delegations(event, cast) or event.cast
        if same := best_match(joined, event, published):
            join(same, event, published)
        elif is_meeting(event):
            joined.append(event)
        elif is_working_visit(event):
            visits.append(event)
        else:
            bare.append(event)
    meetings = [event for event in joined if is_meeting(event)]
    meetings = [event for event in meetings if not sums_up(event, meetings)]
    meetings += _alone(visits, meetings)
    meetings += of_those_beside(bare, meetings, cast, published)
    for event in meetings:
        if event.took_place:
            event.cast = with_leaders(event.cast, cast, event.first, here=event.is_another_round)
    name_officials(meetings, doc, cast)
    add_company(meetings, doc, cast)
    for event in meetings:
        event.cast = without_company(without_bodies(event.cast))
    take_up(meetings, cast, days, published)
    return [event for event in meetings if not is_vague(event)] or meetings


def _alone(visits: Sequence[Event], meetings: Sequence[Event]) -> Iterator[Event]:
    """The visits of whose sides the text tells no meeting, nor their sentence any, each once."""
    told = [{side_of(party) for party, _ in event.cast} for event in meetings]
    sentences = {anchor.token.sent.start for event in meetings for anchor in event.anchors}
    for visit in visits:
        sides = {side_of(party) for party, _ in visit.cast}
        if visit.first.sent.start not in sentences and not any(sides <= known for known in told):
            told.append(sides)
            yield visit


def _mention(
    event: Event, told: Sequence[Event], article: Article, published: date | None, shift: int, version: str
) -> Mention:
    participants = tuple(to_participant(party, role) for party, role in event.cast)
    when = _when(event, published)
    quote = _quote(event, article.text, shift)
    start, end = quote.start_char - shift, quote.end_char - shift
    cameo, plover, plover_mode = event_codes(
        event.status, event.mode, participants, event.natures, event.place.country, governing_word(event.first)
    )
    return Mention(
        mention_id=_mention_id(article.article_id, participants, event.status, event.first.idx - shift),
        article_id=article.article_id,
        published_at=article.published_at,
        status=event.status,
        mode=event.mode,
        participants=participants,
        date_start=when.start if when else None,
        date_end=when.end if when else None,
        date_precision=when.precision if when else None,
        date_text=event.date.text if event.date else None,
        date_basis=when.basis if when else None,
        city=event.place.city,
        country=event.place.country,
        venue=event.place.venue,
        occasion=event.occasion,
        topics=tuple(event.topics[:5]),
        duration_minutes=event.duration,
        quote=article.text[start:end],
        quote_start=start,
        quote_end=end,
        confidence=confidence(event, told),
        cameo_code=cameo,
        plover_event=plover,
        plover_mode=plover_mode,
        extractor_version=version,
    )


def _when(event: Event, published: date | None) -> Resolved | None:
    if event.date is None and published and event.is_headline and is_announced(event.anchors[0]):
        return Resolved(published, published, "day", "publication")
    return event.time(published)


def _quote(event: Event, text: str, shift: int) -> Span:
    """The sentence that tells the meeting, in the text, which starts at `shift`: that of its title if no other does."""
    doc = event.first.doc
    sentences = [anchor.token.sent for anchor in event.anchors]
    inside = [sentence for sentence in sentences if sentence.start_char >= shift]
    dateline = find_dateline(text)
    begin = shift + (dateline.end if dateline else 0)
    chosen = inside[0] if inside else next((s for s in doc.sents if s.start_char >= begin), sentences[0])
    tokens = [token for token in chosen if not token.is_space]
    return doc[tokens[0].i : tokens[-1].i + 1] if tokens else chosen


def _mention_id(article_id: str, participants: tuple[Participant, ...], status: str, start: int) -> str:
    names = ",".join(sorted(participant.name for participant in participants))
    return hashlib.sha256(f"{article_id}|{names}|{status}|{start}".encode()).hexdigest()[:20]
