"""Who else took part, told in a sentence of its own: added to the meeting that is meant by it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from schemas.mention import Role
from transforms.language.anchors.patterns import Anchor
from transforms.language.anchors.presence import Presence, find_presences
from transforms.language.anchors.slots import Slot
from transforms.language.discourse.casts import distinct
from transforms.language.events.event import Event
from transforms.language.events.participants import Cast
from transforms.language.grammar import syntax
from transforms.language.grammar.tenses import is_in_pluperfect
from transforms.language.lexicon.constructions import NOUNS, VERBS
from transforms.language.parties.party import Party
from transforms.language.parties.standing import side_of

_REACH = 3  # sentences behind those that tell a meeting


@dataclass(frozen=True, slots=True)
class _Company:
    """Those told to take part, in the sentence of a number; of: whom they join, where that is told."""

    sentence: int
    presence: Presence
    members: Sequence[tuple[Party, Role]]
    of: frozenset[str]

    @property
    def names(self) -> set[str]:
        return {party.name for party, _ in self.members}


def add_company(events: list[Event], doc: Doc, cast: Cast) -> None:
    """Adds to each meeting those who are told to have taken part in the sentences behind it.

    Persons of whom another meeting is told before took part in that one. What tells only who attended a meeting told
    before is no meeting of its own, and is removed.
    """
    sentences = [sentence for sentence in doc.sents if sentence.text.strip()]
    number = {sentence.start: n for n, sentence in enumerate(sentences)}
    for company in _companies(sentences, cast):
        told = {id(event): [number[a.token.sent.start] for a in event.anchors] for event in events}
        own = [event for event in events if _is_of_company(event, company, told[id(event)])]
        others = [event for event in events if event not in own]
        meant = _meant(company, others, told)
        elsewhere = [] if company.presence.same else [e for e in others if e not in meant]
        if not meant or _is_of_another(company, elsewhere, told):
            continue
        for event in meant:
            event.cast = distinct(event.cast + [(p, r) for p, r in company.members if _is_told(p)])
        events[:] = others


def _meant(company: _Company, events: Sequence[Event], told: dict[int, list[int]]) -> list[Event]:
    """The meetings in which they take part: the last one told before, or the first of the text that fits the word.

    By "the meetings" all told before are meant.
    """
    here = company.sentence
    sided = [e for e in events if any(side_of(p) for p, _ in e.cast) and _joins(company, e) and _in_time(company, e)]
    before = [e for e in sided if min(told[id(e)]) < here + company.presence.same]
    near = [e for e in before if _last(told[id(e)], company) >= here - _REACH]
    fitting = [e for e in before if _fits(company.presence, e)]
    if _is_plural(company.presence.meeting):
        return fitting
    chosen = [e for e in near if e in fitting] or fitting[:1] or near
    return [max(chosen, key=lambda e: _last(told[id(e)], company))] if chosen else []


def _last(numbers: Sequence[int], company: _Company) -> int:
    """The last sentence before theirs that tells a meeting."""
    return max(n for n in numbers if n < company.sentence + company.presence.same)


def _joins(company: _Company, event: Event) -> bool:
    return not company.of or any(party.name in company.of for party, _ in event.cast)


def _in_time(company: _Company, event: Event) -> bool:
    """Is it still to come where they "will attend" it, and did it take place, not long before, where they attended?"""
    words = [company.presence.verb, *syntax.auxiliaries(company.presence.verb)]
    if any(word.lower_ == "will" for word in words):
        return event.status == "planned"
    if any(word.tag_ == "VBD" for word in words):
        return event.took_place and not all(is_in_pluperfect(anchor.token) for anchor in event.anchors)
    return True


def _fits(presence: Presence, event: Event) -> bool:
    """Is the meeting of the nature that the word for it tells?"""
    noun = presence.meeting
    natures = {row.nature for row in NOUNS if syntax.lemma(noun) in row.lemmas} if noun is not None else set()
    return bool(natures & event.natures)


def _is_plural(noun: Token | None) -> bool:
    return noun is not None and noun.tag_ == "NNS" and syntax.lemma(noun) in ("meeting", "session", "encounter")


def _is_of_company(event: Event, company: _Company, numbers: Sequence[int]) -> bool:
    """Does an event tell nothing but who attended?"""
    told_here = not company.presence.same and set(numbers) == {company.sentence}
    return told_here and {party.name for party, _ in event.cast} <= company.names


def _is_of_another(company: _Company, others: Sequence[Event], told: dict[int, list[int]]) -> bool:
    """Is another meeting of one of them told before?"""
    before = (event for event in others if min(told[id(event)]) < company.sentence)
    return any(company.names & {party.name for party, _ in event.cast} for event in before)


def _is_told(party: Party) -> bool:
    """Is it a person by name, or one of a state or body that is told ("leaders from Norway and Laos")?"""
    if not party.named and party.name.endswith(" side"):
        return False
    return (party.kind == "person" and party.named) or bool(party.country or party.organisation)


def _is_unmarked(party: Party) -> bool:
    return party.kind == "person" and not (party.country or party.organisation)


def _companies(sentences: Sequence[Span], cast: Cast) -> Iterator[_Company]:
    for n, sentence in enumerate(sentences):
        for presence in find_presences(sentence):
            slot = Slot(presence.word, "attendee", "shared")
            joined = [p for token in presence.joined for p in cast.owners(token) if p.named and p.kind == "person"]
            country = presence.country or (joined[0].country if len(joined) == 1 else None)
            members = [
                (replace(p, country=country) if country and _is_unmarked(p) else p, role)
                for p, role in cast.fill(Anchor(presence.verb, VERBS[0], (slot,)), slot)
            ]
            if members:
                yield _Company(n, presence, members, frozenset(p.name for p in joined))
