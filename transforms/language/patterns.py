"""Finding the constructions that tell a meeting: the words that carry one, and the tokens where its parties stand.

Who those parties are, and whether they make a meeting, is not decided here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from schemas.mention import Role
from transforms.language import gazetteers, syntax
from transforms.language.cities import find_city
from transforms.language.constructions import (
    BEING,
    BESIDE,
    EXCLUDED_MODIFIERS,
    HAPPENING,
    HOSTING,
    INVITING,
    MEASURES,
    NOT_TAKING_PART,
    NOUNS,
    REPORTING,
    TALKING_BY_PHONE,
    TALKING_BY_VIDEO,
    TELLING,
    VERBS,
    Construction,
    Nature,
)

_STEMS = sorted(
    {lemma.removesuffix("e") for row in VERBS + NOUNS for lemma in row.lemmas}
    | {"travel", "fl[iy]", "flew", "tour", "journey"}
)
_GOING = r"(?:go|goes|going|gone|went|head|heads|headed|heading|lead|leads|leading|led)\b"
_TRIGGER = re.compile(rf"\b(?:met|spoke|{'|'.join(_STEMS)}|{_GOING})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a construction where a party may stand."""

    token: Token
    role: Role
    kind: Literal["subject", "counterpart", "shared"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that tells a meeting, and where its parties stand."""

    token: Token
    construction: Construction
    slots: tuple[Slot, ...]

    @property
    def nature(self) -> Nature:
        """What sort of meeting the word tells."""
        return self.construction.nature


def can_tell_a_meeting(text: str) -> bool:
    """Does the text have a word of any construction or journey? A cheap gate that errs on the side of reading."""
    return bool(_TRIGGER.search(text))


def find_anchors(doc: Doc) -> Iterator[Anchor]:
    """Every word of the text that may tell a meeting, in order."""
    for token in doc:
        lemma = syntax.lemma(token)
        if token.tag_ == "VBN" and token.dep_ == "amod":
            continue
        if token.pos_ == "VERB" or token.tag_.startswith("VB"):
            for construction in VERBS:
                if lemma not in construction.lemmas:
                    continue
                slots = tuple(_verb_slots(token, construction))
                if not construction.needs_partner or any(slot.kind == "counterpart" for slot in slots):
                    yield Anchor(token, construction, slots)
        elif lemma == "meeting" and token.dep_ in ("advcl", "acl", "xcomp") and not syntax.children(token, "det"):
            yield Anchor(token, VERBS[0], tuple(_verb_slots(token, VERBS[0])))
        elif token.pos_ in ("NOUN", "PROPN"):
            for construction in NOUNS:
                if lemma in construction.lemmas and not _is_dead(token) and not _is_appeal(token):
                    yield Anchor(token, construction, tuple(_noun_slots(token, construction)))


def _is_dead(noun: Token) -> bool:
    """Does the noun only modify another ("meeting room"), or tell another sort of event ("press conference")?"""
    if noun.dep_ == "compound" and noun.head.i > noun.i:
        return True
    if syntax.lemma(syntax.governor(noun)) == "set":
        return True
    modifiers = syntax.children(noun, "compound", "amod")
    for child in modifiers:
        counted = child.i > 1 and child.nbor(-1).text == "-" and child.nbor(-2).like_num
        if counted or child.nbor(1).lower_ == "level" or gazetteers.organisation(child.text):
            return False
    return any(child.lower_ in EXCLUDED_MODIFIERS for child in modifiers)


def _is_appeal(noun: Token) -> bool:
    """Is a "call" no telephone call but an appeal: nobody told with whom, nor that it was by phone?"""
    if syntax.lemma(noun) != "call":
        return False
    told = any(child.lower_ in TALKING_BY_PHONE + TALKING_BY_VIDEO + ("conference",) for child in noun.children)
    return not told and not syntax.obliques(noun, "with", "between", "to")


def _verb_slots(verb: Token, construction: Construction) -> Iterator[Slot]:
    passive = syntax.is_passive(verb)
    for token in syntax.subjects(verb) or syntax.word_before(verb):
        active = not passive or "by" in syntax.cases(token)
        yield Slot(
            token, construction.subject if active else construction.counterpart, "subject" if active else "counterpart"
        )
    if construction.takes_object:
        for token in (*syntax.children(verb, *syntax.OBJECTS), *syntax.word_after(verb)):
            yield Slot(token, construction.counterpart, "counterpart")
    for token in _partners(verb, construction):
        yield Slot(token, construction.counterpart, "counterpart")


def _partners(word: Token, construction: Construction) -> list[Token]:
    """Under the partner prepositions: where the tree hangs them, else the next such phrase of the clause."""
    holders = (word, *syntax.children(word, "acl")) if word.pos_ != "VERB" else (word,)
    if word.pos_ != "VERB" and word.dep_ in ("nsubj", "nsubj:pass") and _happens(word.head):
        holders += (word.head,)
    found = [token for holder in holders for token in syntax.obliques(holder, *construction.partners)]
    if found or not construction.partners:
        return found
    partners = set(construction.partners)
    for token in word.doc[word.i + 1 : word.sent.end]:
        if token.lower_ in ("on", "about", "over") and token.head.ent_type_ != "DATE":
            partners &= {"with"} if word.pos_ == "VERB" else {"between"}
        if token.lower_ in partners and token.head.i > token.i:
            if token.dep_ == "case":
                return [token.head]
            if token.dep_ == "mark" and token.head.tag_ == "VB":
                return [token.nbor(1)]
        stop = (
            token.pos_ in ("VERB", "AUX", "SCONJ")
            or token.text in (";", ":", "—", "–")
            or (token.text == "," and word.doc[token.i + 1 : token.i + 2].text.lower() not in construction.partners)
        )
        if stop or token.i - word.i > 8:
            return []
    return []


def _happens(predicate: Token) -> bool:
    """Does it say that an event takes place, or how it stands ("began", "are underway")?"""
    return syntax.lemma(predicate) in HAPPENING or bool(syntax.children(predicate, "cop"))


def _noun_slots(noun: Token, construction: Construction) -> Iterator[Slot]:
    for child in noun.children:
        if child.dep_ == "nmod:poss" and (syntax.children(child, "case") or not find_city(child.text)):
            yield Slot(child, construction.subject, "subject")
        elif child.dep_ in ("compound", "amod", "nmod") and child.i < noun.i and not find_city(child.text):
            yield Slot(child, "attendee", "shared")
    shared = {"between", "among", "of"}
    for token in _partners(noun, construction):
        cases = syntax.cases(token)
        if cases & shared:
            yield Slot(token, "attendee", "shared")
        elif "by" in cases or "from" in cases:
            yield Slot(token, construction.subject, "subject")
        else:
            yield Slot(token, "attendee" if construction.nature == "visit" else construction.counterpart, "counterpart")
    if construction.nature == "visit":
        for token in syntax.obliques(noun, "to"):
            yield Slot(token, "host", "counterpart")
    for clause in syntax.children(noun, "acl:relcl"):
        if any(child.lower_ == "where" for child in clause.children):
            yield from (Slot(token, "attendee", "subject") for token in syntax.own_subjects(clause))
    yield from _outer_slots(noun, construction)


def _outer_slots(noun: Token, construction: Construction) -> Iterator[Slot]:
    """The parties at the verb that governs an event noun: who holds it, travels for it, or speaks after it."""
    if syntax.children(noun, "cop"):
        yield from (Slot(token, construction.subject, "subject") for token in syntax.own_subjects(noun))
        return
    verb = syntax.verb_above(noun)
    if verb is None:
        return
    following = syntax.lemma(verb) == "follow" and verb.tag_ == "VBG" and verb.head.pos_ == "VERB"
    verb = verb.head if following else verb
    top = syntax.top_noun(noun)
    if syntax.lemma(top) in BESIDE or (syntax.lemma(verb) in VERBS[0].lemmas and not syntax.cases(top) & {"for"}):
        return
    lemma, cases = syntax.lemma(verb), syntax.cases(noun) | syntax.cases(top) | ({"following"} if following else set())
    event = top if syntax.lemma(top) in MEASURES else noun
    takes = event.dep_ in ("obj", "conj", "nsubj:pass") and not syntax.cases(event)
    if (takes and lemma not in NOT_TAKING_PART) or _is_there_for(verb, cases) or _tells_of(verb, cases, construction):
        role: Role = "host" if lemma in HOSTING else construction.subject
        if verb.dep_ == "acl" and verb.head.pos_ == "NOUN":
            yield from (Slot(token, role, "subject") for token in syntax.obliques(verb.head, "from", "by"))
        agents = (
            syntax.obliques(verb, "by")
            if event.dep_ == "nsubj:pass"
            else syntax.subjects(verb) or syntax.word_before(verb)
        )
        yield from (Slot(token, role, "subject") for token in agents if token.i != noun.i)
        if takes:
            yield from (Slot(token, construction.counterpart, "counterpart") for token in syntax.obliques(verb, "with"))
        if construction.nature == "call" or (lemma in INVITING and cases & {"for", "to"}):
            objects = syntax.children(verb, *syntax.OBJECTS)
            yield from (Slot(token, construction.counterpart, "counterpart") for token in objects if token.i != event.i)


def _is_there_for(verb: Token, cases: set[str]) -> bool:
    """Is somebody somewhere, or invited, for the event ("is in Oslo for talks", "invited him to a meeting")?"""
    if syntax.lemma(verb) in INVITING:
        return bool(cases & {"for", "to"})
    places = (verb, *syntax.children(verb, "xcomp"))
    if (syntax.lemma(verb) in ("prepare", "plan", "expect") and "for" in cases) or (
        syntax.lemma(verb) == "agree" and "to" in cases
    ):
        return True
    present = syntax.lemma(verb) in BEING or any(syntax.children(w, "cop") and syntax.cases(w) for w in places)
    return present and bool(cases & {"for", "in", "at", "to", "into"})


def _tells_of(verb: Token, cases: set[str], construction: Construction) -> bool:
    """Does somebody do or say something in the course of the event ("said after talks", "thanked him in a call")?"""
    within = bool(cases & {"after", "during", "in", "following", "before", "at", "from", "on"})
    attended = "at" in cases and construction.nature in ("summit", "meeting")
    return within and (construction.nature == "call" or attended or syntax.lemma(verb) in REPORTING | BEING)


def needs_subject(anchor: Anchor) -> bool:
    """Does somebody outside take part: one who meets, or who goes, comes or speaks on the event's account?"""
    if anchor.token.pos_ == "VERB":
        return any(slot.kind == "counterpart" for slot in anchor.slots)
    cases = syntax.cases(anchor.token) | syntax.cases(syntax.top_noun(anchor.token))
    shared = any(slot.kind == "shared" and slot.token.i > anchor.token.i for slot in anchor.slots)
    return not shared and bool(cases & {"for", "after", "following", "during"})


def is_announced(anchor: Anchor) -> bool:
    """Is it what a headline's persons are about to begin or have ended ("Berg and Costa Before Bilateral Meeting")?"""
    return anchor.token.pos_ != "VERB" and bool(syntax.cases(anchor.token) & {"before", "after", "ahead"})


def reporter(word: Token) -> Token | None:
    """Who says so: the subject of the clause above, as a government may tell of its own talks."""
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    for above in (verb, *verb.ancestors) if verb is not None else ():
        if syntax.lemma(above) in TELLING and (found := syntax.own_subjects(above)):
            return found[0]
    return None
