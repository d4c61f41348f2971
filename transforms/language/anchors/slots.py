"""Where the parties of a meeting stand: the slots around the word that tells it, beside it and at the verb above it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Literal

from spacy.tokens import Token

from schemas.mention import Role
from transforms.language.anchors.attendance import is_meal_given, takes_part
from transforms.language.anchors.calls import PLACING
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import is_prepared
from transforms.language.lexicon.constructions import (
    ADDRESSING,
    ATTENDING,
    BESIDE,
    COMPRISING,
    EVENT_NOUNS,
    GRANTING,
    HAPPENING,
    HOLDING,
    HOSTING,
    INVITING,
    JOINING,
    MEASURES,
    MEDIATING,
    NOT_TAKING_PART,
    PAYING,
    PROGRAMMES,
    PROPOSALS,
    RELATIONS,
    SEEKING,
    SETTLING,
    TAKING,
    VERBS,
    Construction,
)
from transforms.language.lexicon.offices import is_envoy
from transforms.language.toponyms.cities import find_city

_HOMES = frozenset("home house residence villa estate ranch office".split())
_MODIFYING = ("compound", "amod", "nmod")
_ARRANGED = ("-sponsored", "-brokered", "-mediated", "-facilitated", "-arranged", "-backed", "-supported")
_LED = ("led", "headed", "chaired", "co-led", "co-hosted")


SlotKind = Literal["subject", "counterpart", "shared"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a construction where a party may stand."""

    token: Token
    role: Role
    kind: SlotKind


def verb_slots(verb: Token, construction: Construction) -> Iterator[Slot]:
    """The parties of a verb: its subject, its object, and those under its partner prepositions."""
    passive = syntax.is_passive(verb)
    own = _plural_before(verb) or syntax.subjects(verb) or syntax.word_before(verb)
    for token in (*own, *_raised(verb, passive)):
        active = not passive or "by" in syntax.cases(token) or construction.nature == "summit"
        if not (active or construction.takes_object):
            continue
        yield Slot(
            token, construction.subject if active else construction.counterpart, "subject" if active else "counterpart"
        )
    if construction.takes_object:
        for token in (*(syntax.objects(verb) or _behind_obliques(verb) or _left_out(verb)), *syntax.word_after(verb)):
            yield Slot(token, construction.counterpart, "counterpart")
    yield from (Slot(token, construction.subject, "subject") for token in _alongside(verb))
    partners = _partners(verb, construction)
    for token in partners or ([] if syntax.objects(verb) else _offerers(verb)):
        yield Slot(token, construction.counterpart, "counterpart")
    if passive and construction.nature == "reception" and not syntax.obliques(verb, "by"):
        yield from (Slot(token, construction.subject, "subject") for token in _at_home(verb))


def _at_home(verb: Token) -> list[Token]:
    """At whose home or office somebody is received ("was received at the Oslo home of Premier Berg")."""
    places = [noun for noun in syntax.obliques(verb, "at", "in") if syntax.lemma(noun) in _HOMES]
    return [token for noun in places for token in (*syntax.obliques(noun, "of"), *syntax.children(noun, "nmod:poss"))]


def _offerers(verb: Token) -> list[Token]:
    """Whose offer or request it is that others take or refuse ("turned down a request by Costa to meet")."""
    above = verb.head
    nouns = (above, *syntax.children(above, "obj")) if verb.tag_ == "VB" else ()
    offer = next((noun for noun in nouns if syntax.lemma(noun) in PROPOSALS), None)
    if offer is None:
        return []
    return owners_of(offer) + ([] if offer.i == above.i else syntax.obliques(above, "by", "from"))


def _behind_obliques(verb: Token) -> list[Token]:
    """The object that the tree hangs on a time or place before it ("received on Monday, at the palace, the envoy")."""
    obliques = syntax.children(verb, "obl")
    nouns = obliques + [noun for oblique in obliques for noun in syntax.children(oblique, "nmod")]
    behind = [word for noun in nouns for word in syntax.children(noun, "appos")]
    return [word for word in behind if word.tag_ == "NN" or word.head.ent_type_ == "DATE" or not _is_behind_comma(word)]


def _left_out(verb: Token) -> list[Token]:
    """The object that a relative clause leaves out ("are among the leaders she is expected to meet")."""
    clause = verb
    while clause.dep_ == "xcomp":
        clause = clause.head
    is_bare = clause.dep_ == "acl:relcl" and "among" in syntax.cases(clause.head) and not syntax.is_passive(verb)
    return [clause.head] if is_bare and syntax.own_subjects(clause) else []


def _is_behind_comma(word: Token) -> bool:
    first = word.left_edge.i
    return "," in (word.doc[first].text, word.doc[first - 1].text)


def _raised(verb: Token, passive: bool) -> list[Token]:
    """Who is received where the verb above has him for its subject ("is to be received", "came and was received").

    A noun that the verb describes may be said of him ("was the first premier to be received").
    """
    agents = [token for token in syntax.own_subjects(verb) if "by" in syntax.cases(token)] if passive else []
    has_agent = bool(agents) and not syntax.children(verb, "nsubj:pass")
    if has_agent and verb.dep_ == "acl":
        return [syntax.described(verb.head) or verb.head]
    if not has_agent or not (verb.dep_ in ("xcomp", "conj") or syntax.is_purpose(verb)):
        return []
    return syntax.children(verb.head, "nsubj:pass") or syntax.subjects(verb.head)


def _plural_before(verb: Token) -> list[Token]:
    """Those who meet by standing right before a "meeting", whatever the tree hangs it on ("the ministers meeting")."""
    if verb.lower_ != "meeting" or verb.i == verb.sent.start:
        return []
    before = verb.nbor(-1)
    return [before] if before.tag_ in ("NNS", "NNPS") and before.ent_type_ != "DATE" else []


def _partners(word: Token, construction: Construction) -> list[Token]:
    """Under the partner prepositions: where the tree hangs them, else the next such phrase of the clause."""
    if word.pos_ == "VERB":
        beside = (*syntax.children(word, "obj"), *syntax.obliques(word, "in"))
        deeds = (noun for noun in beside if noun.lower_ in construction.beside)
        holders = (word, *deeds)
    else:
        holders = (word, *syntax.children(word, "acl"))
    if word.pos_ != "VERB" and word.dep_ in ("nsubj", "nsubj:pass") and _happens(word.head):
        holders += (word.head, *syntax.children(word.head, "obl"))
    obliques = (token for holder in holders for token in syntax.obliques(holder, *construction.partners))
    found = [token for token in obliques if token.pos_ != "ADV"]  # "with trade high on the agenda"
    if found or not construction.partners:
        return found + _further_partners(found, construction.partners)
    partners = set(construction.partners)
    for token in word.doc[word.i + 1 : word.sent.end]:
        is_topic = token.lower_ in ("on", "about", "over") and token.lower_ not in construction.partners
        if is_topic and token.head.ent_type_ != "DATE":
            partners &= {"with"} if word.pos_ == "VERB" else {"between"}
        if token.head.lower_ in construction.beside:  # "letters of credence from Costa"
            continue
        if (
            token.lower_ in partners
            and not _is_before_date(token)
            and token.head.i > token.i
            and not _is_absolute(token.head)
        ):
            if token.dep_ == "case":
                noun = token.head.head
                if noun.i != word.i and _is_told_after(noun):
                    return []
                related = _is_relation(noun) and not _is_person(token.head)
                of_noun = token.head.dep_ == "nmod" and (related or _is_another_event(noun, word))
                of_noun = of_noun or (_is_aim(noun, word) and not _is_person(token.head))
                found = [] if of_noun and word.pos_ == "VERB" else [token.head]
                return found + _further_partners(found, construction.partners)
            if token.dep_ == "mark" and token.head.tag_ == "VB":
                return [token.nbor(1)]
            following = word.doc[token.i + 1 : token.i + 2].text
            if following == "visiting" and (guests := syntax.children(token.nbor(1), *syntax.OBJECTS)):
                return guests
        stop = (
            (token.pos_ in ("VERB", "AUX", "SCONJ") and not _is_aim(token, word))
            or token.text in (";", "—", "–")
            or (token.text == ":" and word.doc[token.i + 1 : token.i + 2].text not in ("first", *construction.partners))
            or (token.text == "," and word.doc[token.i + 1 : token.i + 2].text.lower() not in construction.partners)
        )
        if stop or token.i - word.i > 8:
            return []
    return []


def _is_aim(verb: Token, word: Token) -> bool:
    """Is it what they discuss doing ("discussed strengthening ties with Premier Costa")?"""
    return (verb.tag_, verb.dep_, verb.head.i) == ("VBG", "xcomp", word.i)


def _is_told_after(noun: Token) -> bool:
    """Is it another event, before or after which this one is ("agreed to hold talks after a meeting of …")?"""
    return syntax.lemma(noun) in EVENT_NOUNS and bool(syntax.cases(noun) & {"after", "before", "following", "ahead"})


def _alongside(verb: Token) -> list[Token]:
    """With whom somebody does it ("Norway negotiated with Laos alongside Denmark")."""
    beside = (word.head for word in verb.subtree if word.lower_ == "alongside" and word.dep_ == "case")
    return [noun for noun in beside if syntax.verb_above(noun) == verb]


def _further_partners(found: list[Token], prepositions: tuple[str, ...]) -> list[Token]:
    """Under the same preposition behind an "and" of the clause ("with Berg, who came on Monday, and with Costa")."""
    further: list[Token] = []
    rest = found[-1].doc[found[-1].i + 1 : found[-1].sent.end] if found else ()
    told = {word.i for clause in rest if clause.dep_ == "acl:relcl" for word in clause.subtree}
    behind = (token for token in rest if token.i not in told)
    for token in takewhile(lambda token: token.pos_ not in ("VERB", "AUX"), behind):
        if token.lower_ in prepositions and token.dep_ == "case" and token.nbor(-1).lower_ in ("and", "then", "later"):
            further.append(token.head)
    return further


def _is_relation(noun: Token) -> bool:
    """Is it something one has with another ("discussed ties with Laos"), no matter ("discussed the issue with …")?"""
    known = noun.tag_ == "NN" and any(child.lower_ in ("the", "this", "that") for child in noun.children)
    return syntax.lemma(noun) in RELATIONS and not (known and syntax.lemma(noun) in ("issue", "problem"))


def _is_another_event(noun: Token, verb: Token) -> bool:
    """Is it a meeting of its own, told with whom ("discussed her talks with Costa", "raised it in a call with Lie")?"""
    told = bool(syntax.children(noun, "nmod:poss")) or syntax.lemma(verb) == "raise"
    return syntax.lemma(noun) in EVENT_NOUNS and told


def _is_person(noun: Token) -> bool:
    """Is it a person's name, or an office before one, by which no relation is told ("ties with Premier Costa")?"""
    return noun.ent_type_ == "PERSON" or bool(syntax.children(noun, "nmod:desc"))


def _is_before_date(preposition: Token) -> bool:
    """Does a day stand under it ("paid a call on Friday on Premier Costa")?"""
    return any(word.ent_type_ == "DATE" for word in preposition.doc[preposition.i + 1 : preposition.i + 2])


def _is_absolute(noun: Token) -> bool:
    """Is it the subject of a participle ("they discussed trade, with Berg urging restraint")?"""
    return noun.dep_ in syntax.SUBJECTS and noun.head.tag_ == "VBG"


def _happens(predicate: Token) -> bool:
    """Does it say that an event takes place, or how it stands ("began", "are underway")?"""
    return syntax.lemma(predicate) in HAPPENING or bool(syntax.children(predicate, "cop"))


def _is_arranger(word: Token) -> bool:
    """Does one word tell who brings others together, and takes no part ("U.N.-sponsored talks", not "U.S.-led")?"""
    return word.lower_.endswith(_ARRANGED)


def noun_slots(noun: Token, construction: Construction) -> Iterator[Slot]:
    """The parties of an event noun: those told at it, at the clause that describes it, and at the verb above it."""
    for child in noun.children:
        if child.dep_ == "nmod:poss" and (syntax.children(child, "case") or not find_city(child.text)):
            yield Slot(_possessor(child), construction.subject, "subject")
        elif child.dep_ in _MODIFYING and child.i < noun.i and not (_is_arranger(child) or find_city(child.text)):
            yield Slot(child, "attendee", "shared")
        elif child.dep_ == "nsubj" and noun.pos_ == "VERB":  # as a tagger has it ("PM Berg call with Costa")
            yield Slot(child, construction.subject, "subject")
    if noun.text.istitle() and noun.i > noun.sent.start and not any(child.i == noun.i - 1 for child in noun.children):
        yield Slot(noun.nbor(-1), construction.subject, "subject")
    is_visit = construction.nature == "visit"
    shared = {"between", "among"} if is_visit or "guest" in construction.lemmas else {"between", "among", "of"}
    for token in _partners(noun, construction):
        cases = syntax.cases(token)
        if cases & shared:
            yield Slot(token, "attendee", "shared")
            yield from (Slot(other, "attendee", "counterpart") for other in syntax.obliques(token, "with"))
        elif "by" in cases or "from" in cases or (is_visit and "of" in cases):
            yield Slot(token, construction.subject, "subject")
        else:
            joint = is_visit and "with" in cases
            yield Slot(token, "attendee" if joint else construction.counterpart, "counterpart")
    if is_visit:
        paying = [noun.head] if noun.dep_ == "obj" and syntax.lemma(noun.head) in PAYING else []
        guests = [guest for guest in syntax.obliques(noun, "by", "of") if not is_envoy(guest.text)]
        holders = (noun, *paying, *guests)
        yield from (Slot(token, "host", "counterpart") for word in holders for token in syntax.obliques(word, "to"))
    holding = HOLDING | PLACING if construction.nature == "call" else HOLDING
    for clause in [c for word in (noun, *syntax.obliques(noun, "of")) for c in syntax.children(word, "acl:relcl")]:
        if any(child.lower_ == "where" for child in clause.children):
            yield from (Slot(token, "attendee", "subject") for token in syntax.own_subjects(clause))
        elif _is_said_at(clause):
            said = (*syntax.own_subjects(clause), *syntax.children(clause, "obj"))
            yield from (Slot(token, "attendee", "subject") for token in said)
        elif _does(clause, holding):
            role: Role = "host" if syntax.lemma(clause) in HOSTING else construction.subject
            yield from (Slot(token, role, "subject") for token in syntax.own_subjects(clause))
            links = ("with", "to", "from") if construction.nature == "call" else ("with",)
            yield from (
                Slot(token, construction.counterpart, "counterpart") for token in syntax.obliques(clause, *links)
            )
    for clause in (*syntax.children(noun, "acl"), *_attended_behind(noun)):
        if syntax.lemma(clause) in ATTENDING:
            attending = syntax.obliques(clause, "by") or syntax.children(clause, *syntax.OBJECTS)
            yield from (Slot(token, "attendee", "shared") for token in attending)
        elif syntax.lemma(clause) in MEDIATING:
            yield from (Slot(token, "mediator", "shared") for token in syntax.obliques(clause, "by"))
    yield from (Slot(token, "attendee", "shared") for token in _leaders(noun))
    yield from _hosted_for(noun)
    yield from (Slot(token, construction.counterpart, "counterpart") for token in _honoured(noun))
    is_placed = any(_does(clause, PLACING) for clause in syntax.children(noun, "acl:relcl"))
    outer = [] if construction.nature == "call" and is_placed else list(_outer_slots(noun, construction))
    yield from (Slot(token, "host", "subject") for token in _hosts(noun) if outer)
    yield from outer


def _is_said_at(clause: Token) -> bool:
    """Does a relative clause tell what one said to another at an event ("a session at which Berg pressed Costa to")?"""
    at_event = (word.tag_ == "WDT" for word in syntax.obliques(clause, "at", "during"))
    return any(at_event) and syntax.lemma(clause) in ADDRESSING


def _does(clause: Token, verbs: frozenset[str]) -> bool:
    """Does a relative clause tell by such a verb whose the event before it is ("the meeting she hosted with Costa")?"""
    objects = {noun.lower_ for noun in syntax.children(clause, "obj")}
    return syntax.lemma(clause) in verbs and not syntax.is_passive(clause) and objects <= {"that", "which"}


def _possessor(token: Token) -> Token:
    """Whose name ends at the possessive ending, whatever the tree has ("a note by Berg on Costa's talks")."""
    ending = next(iter(syntax.children(token, "case")), None)
    before = ending.nbor(-1) if ending is not None and ending.i > token.i else token
    return before if before.ent_type_ == "PERSON" else token


def _hosts(noun: Token) -> list[Token]:
    """Who hosts an event that somebody attends: by the participle behind it, wherever the tree hangs that one."""
    following = noun.i + 1 + (noun.doc[noun.i + 1 : noun.i + 2].text == ",")
    behind = [word for word in noun.doc[following : following + 1] if word.tag_ in ("VBN", "VBD")]
    clauses = {word.i: word for word in (*syntax.children(noun, "acl"), *behind) if syntax.lemma(word) in HOSTING}
    return [token for clause in clauses.values() for token in syntax.obliques(clause, "by")]


def _hosted_for(noun: Token) -> Iterator[Slot]:
    """Who hosts an event and for whom ("a lunch hosted by Berg for Costa")."""
    for host in _hosts(noun):
        if guests := [token for word in (host.head, host) for token in syntax.obliques(word, "for")]:
            yield Slot(host, "host", "subject")
            yield from (Slot(token, "visitor", "counterpart") for token in guests)


def _honoured(noun: Token) -> list[Token]:
    """In whose honour it is held ("hosted a dinner in honour of Berg")."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)]
    honours = [word for word in behind if word.lower_ in ("honour", "honor") and "in" in syntax.cases(word)]
    return [token for honour in honours for token in syntax.obliques(honour, "of")]


def _attended_behind(noun: Token) -> list[Token]:
    """The words that tell who attended, hung on others than the event ("a meeting here attended by"), or relative."""
    behind = noun.doc[noun.i + 1 : noun.sent.end]
    told = next((word for word in behind if word.lower_ == "attended"), None)
    if told is None or (told.dep_ == "acl" and told.head.i == noun.i):
        return []
    with_host = told.dep_ == "conj" and syntax.obliques(told.head, "by")
    if (with_host or told.dep_ == "advcl") and noun in syntax.own_subjects(told.head):
        return [told]
    between = (word for word in behind if word.i < told.i and word.tag_ in (*syntax.FINITE, "MD"))
    relative = syntax.tells_of_thing(told)
    return [told] if all(relative and word.head.i == told.i for word in between) else []


def _leaders(noun: Token) -> list[Token]:
    """Who lead an event, told behind it ("a dialogue in Oslo, led by Berg and Costa", "the talks will be led by …")."""
    words = noun.doc[noun.i : noun.sent.end]
    agents = (by for led, by in pairwise(words) if led.lower_ in _LED and _is_led(noun, led))
    return [by.nbor(1) for by in agents if by.lower_ == "by" and by.i + 1 < words.end]


def _is_led(noun: Token, led: Token) -> bool:
    clause = led.head if led.dep_ == "conj" else led
    told = any(subject.i == noun.i for word in (led, clause) for subject in syntax.children(word, *syntax.SUBJECTS))
    return told or led.nbor(-1).text in (",", noun.text)


def owners_of(proposal: Token) -> list[Token]:
    """Whose an offer or invitation is: "a Thai offer", "Berg's invitation", "a request by Laos"."""
    before = [t for t in syntax.children(proposal, "nmod:poss", "amod", "compound") if t.text[:1].isupper()]
    return before + syntax.obliques(proposal, "from", "by")


def _proposal(event: Token, verb: Token) -> Token | None:
    """The offer of which the event is the content ("rejected an offer to hold talks", "… a request for a meeting")."""
    objects = syntax.children(verb, "obj") if syntax.cases(event) & {"for", "of", "to"} else []
    nouns = (event, verb.head if verb.dep_ == "acl" else event, *objects)
    return next((noun for noun in nouns if syntax.lemma(noun) in PROPOSALS), None)


def _owners_of_programme(noun: Token) -> list[Token]:
    """On whose programme an event stands ("on her agenda is a meeting")."""
    programmes = (word for word in syntax.children(noun, "obl") if syntax.lemma(word) in PROGRAMMES)
    return [owner for word in programmes for owner in syntax.children(word, "nmod:poss")]


def _outer_slots(noun: Token, construction: Construction) -> Iterator[Slot]:
    """The parties at the verb that governs an event noun: who holds it, travels for it, or speaks after it."""
    if syntax.children(noun, "cop"):
        told = (*syntax.subjects(noun), *_owners_of_programme(noun))
        yield from (Slot(token, construction.subject, "subject") for token in told)
        return
    verb = syntax.verb_above(noun)
    if verb is None:
        if noun.dep_ == "nmod" and "for" in syntax.cases(noun):  # "Danish premier in Oslo for talks with Costa"
            yield Slot(noun.head, construction.subject, "subject")
        return
    if noun.dep_ == "nsubj" and syntax.lemma(verb) in PROGRAMMES:
        yield from (Slot(owner, construction.subject, "subject") for owner in syntax.children(verb, "nmod:poss"))
    clauses = [clause for clause in syntax.children(noun, "acl:relcl") if syntax.tells_of_thing(clause)]
    clauses += [verb] if noun.dep_ == "nsubj" else []
    for clause in clauses if construction.nature != "visit" else []:
        if syntax.lemma(clause) in COMPRISING:
            yield from (Slot(token, "attendee", "shared") for token in syntax.objects(clause))
    if (verb.lower_, verb.head.pos_) == ("followed", "VERB") and "by" in syntax.cases(noun):
        yield from (Slot(token, construction.subject, "subject") for token in syntax.subjects(verb.head))
        return
    following = syntax.lemma(verb) == "follow" and verb.tag_ == "VBG" and verb.head.pos_ == "VERB"
    verb = verb.head if following else verb
    top = syntax.top_noun(noun)
    if is_prepared(noun) and any(syntax.cases(word) & {"between", "of"} for word in _partners(noun, construction)):
        return
    if syntax.lemma(top) in BESIDE or (syntax.lemma(verb) in VERBS[0].lemmas and not syntax.cases(top) & {"for"}):
        return
    if proposal := _proposal(top, verb):
        is_active = bool(syntax.own_subjects(verb)) and not syntax.is_passive(verb)
        owners = owners_of(proposal) or (syntax.obliques(verb, "by") if is_active else [])
        yield from (Slot(token, construction.counterpart, "counterpart") for token in owners)
        if proposal.head.i == verb.i and syntax.lemma(verb) not in NOT_TAKING_PART:
            yield from (Slot(token, construction.subject, "subject") for token in syntax.subjects(verb))
    lemma, cases = syntax.lemma(verb), syntax.cases(noun) | syntax.cases(top) | ({"following"} if following else set())
    if lemma in TAKING and "for" in cases:
        yield from (Slot(token, construction.subject, "subject") for token in syntax.objects(verb))
    event = top if syntax.lemma(top) in MEASURES else noun
    takes = event.dep_ in ("obj", "conj", "nsubj:pass") and not syntax.cases(event)
    if "ahead" in cases and any("with" in syntax.cases(token) for token in _partners(noun, construction)):
        cases.add("before")
    between = (word for word in _partners(noun, construction) if syntax.cases(word) & {"of", "between", "among"})
    if takes and lemma == "follow" and not any(between):
        owned = (word for word in syntax.own_subjects(verb) if word.tag_ in ("NN", "NNS"))
        yield from (Slot(word, construction.subject, "subject") for word in owned if syntax.children(word, "nmod:poss"))
    if (takes and lemma not in NOT_TAKING_PART) or takes_part(noun, verb, cases, construction):
        yield from (Slot(token, construction.subject, "subject") for token in _alongside(verb))
        is_received = lemma == "receive" and construction.nature == "visit"
        role: Role = "host" if lemma in HOSTING or is_received else construction.subject
        if verb.dep_ == "acl" and verb.head.pos_ == "NOUN":
            yield from (Slot(token, role, "subject") for token in syntax.obliques(verb.head, "from", "by"))
        agents = (
            syntax.obliques(verb, "by")
            if event.dep_ == "nsubj:pass"
            else syntax.subjects(verb) or syntax.word_before(verb)
        )
        kind: SlotKind = "counterpart" if is_received else "subject"
        yield from (Slot(token, role, kind) for token in agents if token.i != noun.i)
        if takes:
            yield from (Slot(token, construction.counterpart, "counterpart") for token in syntax.obliques(verb, "with"))
        joined = lemma in JOINING and cases & {"for", "at", "in"}
        within = cases & {"during", "in", "at", "over"}
        addressed = lemma in ADDRESSING and within
        sought = (verb, *syntax.children(verb, "obj")) if lemma in SEEKING and within else ()
        if within and lemma in SETTLING:
            yield from (Slot(token, construction.counterpart, "counterpart") for token in syntax.obliques(verb, "with"))
        asked = (token for word in sought for token in syntax.obliques(word, "from"))
        yield from (Slot(token, construction.counterpart, "counterpart") for token in asked)
        invited = (lemma in INVITING and cases & {"for", "to"}) or is_meal_given(noun, verb)
        granted = event.dep_ == "obj" and lemma in GRANTING
        if construction.nature == "call" or joined or addressed or invited or granted:
            objects = syntax.children(verb, *syntax.OBJECTS)
            yield from (Slot(token, construction.counterpart, "counterpart") for token in objects if token.i != event.i)
