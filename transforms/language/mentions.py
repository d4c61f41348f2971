"""What one article says of each meeting that it tells: anchors judged, joined into meetings, and written down."""

import hashlib
import re
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from schemas.article import Article
from schemas.mention import Mention, Participant
from transforms.language import gazetteers, nlp, syntax
from transforms.language.actors import Party, find_parties
from transforms.language.codes import event_codes
from transforms.language.dates import resolve
from transforms.language.events import Event, find_events, is_aside, is_bare_wish, is_official_visit
from transforms.language.participants import Cast, is_anaphoric, to_participant
from transforms.language.places import Place
from transforms.language.status import direction_of

EXTRACTOR_VERSION = "1"
_DIPLOMATIC_GROUPS = frozenset(
    "delegation delegations negotiators envoys diplomats mediators rebels insurgents militants separatists representatives "
    "ministers emissaries delegates".split()
)
_FOREIGN = frozenset(
    "latin international regional world global diplomatic european african arab asian western gulf countries nations states".split()
)
_DELEGATES = frozenset(
    "leaders ministers officials diplomats representatives delegates envoys negotiators presidents".split()
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
_REACH = 400
_STRENGTH = {"held": 3, "ongoing": 2, "cancelled": 4, "postponed": 4, "refused": 3, "planned": 2, "proposed": 1}


def extract_mentions(pipeline: Language, article: Article) -> list[Mention]:
    """All meetings that the article tells, one mention each, in the order of their quotes. No network, no clock."""
    head = f"{article.title}\n" if article.title else ""
    doc = nlp.read(pipeline, head + article.text)
    year = article.published_at.year if article.published_at else None
    version = f"{EXTRACTOR_VERSION}+{nlp.model_version(pipeline)}"
    return [_mention(event, article, len(head), version) for event in read_events(doc, year)]


def read_events(doc: Doc, year: int | None = None) -> list[Event]:
    """The meetings of a text published in this year: its events that are meetings, those that tell the same one joined."""
    cast = Cast(doc, find_parties(doc, year))
    joined: list[Event] = []
    for event in find_events(doc, cast):
        event.cast = _distinct(event.cast)
        if same := next((known for known in reversed(joined) if _same_meeting(known, event)), None):
            _join(same, event)
        elif _is_meeting(event):
            joined.append(event)
    return [event for event in joined if _is_meeting(event)]


def _distinct(cast: list[tuple[Party, str]]) -> list[tuple[Party, str]]:
    """The cast without those named twice, and without the government whose minister is there."""
    kept: list[tuple[Party, str]] = []
    for party, role in cast:
        if any(_is_same_party(party, other) for other, _ in kept):
            continue
        kept.append((party, role))
    if len(kept) > 2:
        kept = [(p, r) for p, r in kept if p.named or p.kind != "group" or not is_anaphoric(p.name)]
    persons = {party.country for party, _ in kept if party.kind in ("person", "group") and party.country}
    return [(p, r) for p, r in kept if not (p.kind == "government" and p.country in persons)]


def _is_same_party(one: Party, other: Party) -> bool:
    if one.kind == other.kind == "government":
        return one.country == other.country
    return one.kind == other.kind and _words(one.name) == _words(other.name) and one.country == other.country


def _words(name: str) -> frozenset[str]:
    return frozenset(gazetteers.fold(re.sub(r"^(?:the|a|an) ", "", name, flags=re.IGNORECASE)).split())


def _side(party: Party) -> str | None:
    """Whom a party stands for: a state, or a movement or organisation of its own; None where the text does not tell."""
    if known := gazetteers.organisation(party.name):
        return known.name
    if party.organisation:
        return party.organisation
    if party.kind != "person" and not party.country and (known := gazetteers.find_organisation(party.name)):
        return known.name
    return party.country


def _is_political(party: Party) -> bool:
    """Can a party whose side is not told be one to a meeting of nations: an officeholder, a delegation, rebels?"""
    if party.kind == "person":
        return bool(party.title) or not party.named
    if party.kind == "government":
        return True
    words = party.name.lower().split()
    return party.kind == "group" and (words[-1] in _DIPLOMATIC_GROUPS or bool(_FOREIGN & set(words)))


def _is_meeting(event: Event) -> bool:
    """Do the parties stand for two countries, organisations or political entities, as far as is told?"""
    cast = [party for party, _ in event.cast]
    sides = {side for party in cast if (side := _side(party))}
    unknown = [party for party in cast if not _side(party)]
    if (
        event.status == "proposed"
        and event.natures == {"talks"}
        and not event.date
        and not event.place
        and is_bare_wish(event.anchors[0])
    ):
        return False
    if event.natures == {"reception"} and not any(
        r == "visitor" and p.kind in ("person", "group") for p, r in event.cast
    ):
        return False
    if event.natures == {"visit"}:
        called = event.status in ("cancelled", "postponed") or is_official_visit(event.anchors[0])
        return called and (len(sides) > 1 or bool(sides) and any(p.kind == "person" for p in unknown))
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
    if (
        event.open_slot
        and cast
        and any(_is_political(p) or p.country for p in cast)
        and cast[0].kind not in ("government", "organisation")
    ):
        return True
    if len(cast) == 1 and event.is_first and _is_two(cast[0]):
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
    return bool(words & _DELEGATES) and bool(words & _FOREIGN or known and known.kind == "international")


def _is_two(party: Party) -> bool:
    """Are they two or more statesmen, whoever they be ("the two leaders", "both presidents")?"""
    return party.kind == "group" and bool(
        re.match(
            r"(?:the two|both|the three) (?:leaders|presidents|prime ministers|foreign ministers|sides|countries|nations|governments)$",
            party.name.lower(),
        )
    )


def _is_statesman(party: Party) -> bool:
    return bool(party.title) and any(word in party.title.lower() for word in _STATESMEN)


def _is_summit(event: Event, cast: list[Party]) -> bool:
    """Is it a summit of an international organisation, told as such: held, hosted or attended?"""
    leagues = [p for p in cast if (known := gazetteers.find_organisation(p.name)) and known.kind == "international"]
    return (
        "summit" in event.natures
        and bool(leagues)
        and (len(cast) > 1 or event.anchors[0].token.dep_ in ("nsubj", "obj"))
    )


def _same_meeting(known: Event, event: Event) -> bool:
    """Can the later event be the same meeting as the earlier: its cast no contradiction, its place and day none?"""
    if _is_purpose_of(event, known):
        return True
    if known.place.country and event.place.country and known.place.country != event.place.country:
        return False
    if known.place.city and event.place.city and known.place.city != event.place.city:
        return False
    if known.date and event.date and known.date.text != event.date.text:
        return False
    if known.mode and event.mode and "phone" in (known.mode, event.mode) and known.mode != event.mode:
        return False
    ours, theirs = [p for p, _ in known.cast], [p for p, _ in event.cast]
    if len(theirs) < 2 and not _is_definite(event):
        return False
    if not theirs:
        return event.first.sent.start - known.first.sent.start < _REACH and not event.open_slot
    if _lies_ahead(known) != _lies_ahead(event):
        return False
    covered = sum(any(_matches(a, b) for a in ours) for b in theirs)
    return covered == len(theirs) or covered == len(ours) and len(ours) > 1


def _lies_ahead(event: Event) -> bool:
    return event.status in ("planned", "proposed", "postponed")


def _is_purpose_of(event: Event, known: Event) -> bool:
    """Do they meet or travel for it in so many words: the talks of "met for talks"?"""
    if event.first.pos_ == "VERB" or "for" not in syntax.cases(syntax.top_noun(event.first)):
        return False
    verb = syntax.verb_above(event.first)
    return verb is not None and any(anchor.token.i == verb.i for anchor in known.anchors)


def _matches(one: Party, other: Party) -> bool:
    """Can the two be one party: the same, or one the government or organisation that the other speaks for?"""
    if _is_same_party(one, other):
        return True
    side = _side(one)
    if side is None or side != _side(other) or one.kind == other.kind == "person":
        return False
    return one.kind == other.kind or bool({"government", "organisation"} & {one.kind, other.kind})


def _is_definite(event: Event) -> bool:
    return any(child.lower_ in ("the", "their", "his", "her", "this", "that", "its") for child in event.first.children)


def _join(known: Event, event: Event) -> None:
    """Adds to a meeting what another event tells of it."""
    for party, role in event.cast:
        known.cast.append((party, role))
    known.cast = _distinct(_prefer_named(known.cast))
    if len(event.cast) >= 2 or not known.anchors:
        known.anchors.append(event.anchors[0])
    told = len(event.cast) > 1 or _is_definite(event)
    if told and known.status != event.status and event.status != "held" and _STRENGTH[event.status] > _STRENGTH[known.status]:
        known.status = event.status
    known.mode = known.mode or event.mode
    known.place = known.place if known.place.city else Place(
        event.place.city or known.place.city, known.place.country or event.place.country, known.place.venue or event.place.venue
    )  # fmt: skip
    known.date = known.date or event.date
    known.duration = known.duration or event.duration
    known.occasion = known.occasion or event.occasion
    known.topics += [topic for topic in event.topics if topic not in known.topics]


def _prefer_named(cast: list[tuple[Party, str]]) -> list[tuple[Party, str]]:
    """Drops the unnamed who are told by name beside ("the premier" where the premier is named)."""
    named = [party for party, _ in cast if party.kind == "person" and party.named and party.country]
    return [
        (party, role) for party, role in cast
        if party.named and party.kind == "person"
        or not any(party.country == other.country and party.kind != "organisation" for other in named)
    ]  # fmt: skip


def _mention(event: Event, article: Article, shift: int, version: str) -> Mention:
    participants = tuple(to_participant(party, role) for party, role in event.cast)
    published = article.published_at.date() if article.published_at else None
    when = _when(event, published)
    quote = _quote(event, shift)
    start, end = quote.start_char - shift, quote.end_char - shift
    cameo, plover, plover_mode = event_codes(event.status, event.mode, participants, event.natures, event.place.country)
    return Mention(
        mention_id=_mention_id(article.article_id, participants, event.status, start),
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
        confidence=_confidence(event),
        cameo_code=cameo,
        plover_event=plover,
        plover_mode=plover_mode,
        extractor_version=version,
    )


def _when(event: Event, published: date | None):
    found = resolve(event.date.text, published, direction_of(event.status)) if event.date else None
    return found if found and found.basis != "anchor" else None


def _quote(event: Event, shift: int) -> Span:
    """The sentence that tells the meeting, in the text itself: that of its title only where no other does."""
    doc = event.first.doc
    sentences = [anchor.token.sent for anchor in event.anchors]
    inside = [sentence for sentence in sentences if sentence.start_char >= shift]
    chosen = inside[0] if inside else next((s for s in doc.sents if s.start_char >= shift), sentences[0])
    tokens = [token for token in chosen if not token.is_space]
    return doc[tokens[0].i : tokens[-1].i + 1] if tokens else chosen


def _mention_id(article_id: str, participants: tuple[Participant, ...], status: str, start: int) -> str:
    names = ",".join(sorted(participant.name for participant in participants))
    return hashlib.sha256(f"{article_id}|{names}|{status}|{start}".encode()).hexdigest()[:20]


def _confidence(event: Event) -> float:
    named = sum(party.named for party, _ in event.cast)
    return min(0.95, 0.4 + 0.15 * named + 0.05 * len(event.anchors))
