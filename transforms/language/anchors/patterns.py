"""Finding the constructions that tell a meeting: the words that carry one, and the tokens where its parties stand.

Who those parties are, and whether they make a meeting, is not decided here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from transforms.language.anchors.calls import is_appeal, is_paid, is_telephoned
from transforms.language.anchors.invitations import invitation_slots, stay_slots
from transforms.language.anchors.slots import Slot, noun_slots, verb_slots
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import SETTINGS, TRAVEL, is_prepared, is_undone
from transforms.language.grammar.tenses import is_in_headline
from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.constructions import (
    DOCUMENTS,
    EVENT_NOUNS,
    EXCHANGED_SO,
    EXCLUDED_MODIFIERS,
    FIXING,
    GREETING,
    HAPPENING,
    HOLDING,
    NOUNS,
    ORDINALS,
    ROUND,
    SIGNING,
    TALKING_BY_PHONE,
    TELLING,
    VERBS,
    WITH_SOMEBODY,
    Construction,
    Nature,
)
from transforms.language.lexicon.word_classes import GOVERNMENTS, GROUP_HEADS
from transforms.language.toponyms.cities import find_city

_BY_PHONE = frozenset(("phone", "telephone"))
_NOT_ALONE = frozenset(("speak", "talk", "take", "visit", *TALKING_BY_PHONE))
_ALONE_AS_VERBS = {
    lemma for row in VERBS if row.nature != "visit" and not row.beside & _BY_PHONE for lemma in row.lemmas
} - _NOT_ALONE
_ALONE_AS_NOUNS = {
    lemma for row in NOUNS if row.nature != "visit" and not row.beside for lemma in row.lemmas
} - _NOT_ALONE
_VERBS_OF = {lemma: [row for row in VERBS if lemma in row.lemmas] for every in VERBS for lemma in every.lemmas}
_NOUNS_OF = {lemma: [row for row in NOUNS if lemma in row.lemmas] for every in NOUNS for lemma in every.lemmas}
_HYPHENATED = {lemma for row in NOUNS for lemma in row.lemmas if lemma.count("-") == 2}
_MET = ("him", "her", "them", "each", "both")
_ERRANDS = TRAVEL | {"visit", "trip", "send", "dispatch"}
_MATTERS = frozenset("matter issue question case concern subject dispute".split())
_SHARED = frozenset("joint bilateral trilateral intergovernmental mixed".split())  # bodies of several states


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

    @property
    def is_joint(self) -> bool:
        """Is it something that those who do it do together, none of them its object ("Berg and Costa discussed")?"""
        return self.construction.needs_partner and not any(slot.kind == "counterpart" for slot in self.slots)


def find_anchors(doc: Doc) -> Iterator[Anchor]:
    """Every word of the text that may tell a meeting, in order."""
    for token in doc:
        event = _misread_event(token)
        lemma = event or syntax.lemma(token)
        if token.tag_ == "VBN" and token.dep_ == "amod":
            continue
        if (token.pos_ == "VERB" or token.tag_.startswith("VB")) and not event:
            if found := next(_verb_anchors(token, lemma), None):
                yield found
        elif lemma == "meeting" and token.dep_ in ("advcl", "acl", "xcomp") and not syntax.children(token, "det"):
            yield Anchor(token, VERBS[0], tuple(verb_slots(token, VERBS[0])))
        elif _is_counted(token) and _takes_place(token) and syntax.children(token, "det"):
            yield Anchor(token, ROUND, ())
        elif event or token.pos_ in ("NOUN", "PROPN"):
            for construction in _NOUNS_OF.get(lemma, ()):
                if lemma == "call" and is_paid(token) != (construction.nature == "visit"):
                    continue
                if lemma == "phone" and "on" not in syntax.cases(token):
                    continue
                if (gate := _GATED_NOUNS.get(lemma)) and not gate(token):
                    continue
                if construction.beside and not _is_exchange(token, construction.beside):
                    continue
                if not (_is_dead(token) or is_appeal(token) or _is_speech(token)):
                    yield Anchor(token, construction, _slots_of_noun(token, construction))
            if lemma in ROUND.lemmas and _is_of_body(token):
                yield Anchor(token, ROUND, tuple(noun_slots(token, ROUND)))
            elif lemma in WITH_SOMEBODY.lemmas and (slots := _slots_with_somebody(token)):
                yield Anchor(token, WITH_SOMEBODY, slots)
            elif lemma in ROUND.lemmas and _takes_place(token):
                yield Anchor(token, ROUND, ())


def _is_exchange(noun: Token, views: frozenset[str]) -> bool:
    """Is it views that are exchanged, or what one has with another and no more told of it ("a frank exchange with")?"""
    exchanged = syntax.obliques(noun, "of")
    had = noun.dep_ == "obj" and noun.tag_ == "NN" and syntax.lemma(noun.head) in HOLDING
    told = {word.lower_ for word in syntax.children(noun, "compound", "amod")}
    had = had or (noun.tag_ == "NN" and "for" in syntax.cases(noun))
    spoken = had and told <= EXCHANGED_SO and bool(syntax.obliques(noun, "with"))
    return not views.isdisjoint(word.lower_ for word in exchanged) if exchanged else spoken


def _misread_event(token: Token) -> str | None:
    """The event noun that the tagger takes for something else: a headline's "call", "the meeting", "talks between"."""
    if token.lower_ == "call":
        return "call" if _is_headline_call(token) else None
    if token.lower_ == "meeting":
        within = not syntax.cases(token).isdisjoint(SETTINGS | {"in"})
        return "meeting" if within or syntax.children(token, "det", "compound") else None
    if token.i < 4 or token.nbor(-1).text != "-" or token.dep_ not in (*syntax.OBJECTS, *syntax.SUBJECTS, "obl"):
        return None
    words = token.doc[max(token.i - 4, token.sent.start) : token.i + 1].text.lower()
    return words if words in _HYPHENATED else None


def _is_headline_call(token: Token) -> bool:
    """Does it stand before its partner in a headline ("Readout of Berg Call with Costa")?"""
    following = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("with", "between")
    is_told = token.text == "Call" or is_in_headline(token)
    return is_told and token.i > token.sent.start and following


def _verb_anchors(verb: Token, lemma: str) -> Iterator[Anchor]:
    """The anchors that a verb can be, that of its surest construction first; none for "was met with applause"."""
    for anchor in _verb_readings(verb, lemma):
        if not anchor.is_joint or (_is_done_together(anchor) and not _is_told_beside(verb)):
            yield anchor


def _verb_readings(verb: Token, lemma: str) -> Iterator[Anchor]:
    """The constructions that a verb's words allow, whoever stands in them."""
    if lemma == "meet" and syntax.is_passive(verb) and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "with":
        return
    by_phone = lemma == "call" and is_telephoned(verb)
    if lemma == "call" and is_appeal(verb) and not by_phone:
        return
    for construction in _VERBS_OF.get(lemma, ()):
        if lemma == "call" and by_phone != (construction.nature == "call"):
            continue
        if construction.errand and not is_errand(verb):
            continue
        gate = (_GATED_BESIDE if construction.beside else _GATED).get(lemma)
        if gate is not None and not gate(verb):
            continue
        if lemma == "visit" and _is_with(verb) != (construction.nature == "meeting"):
            continue
        if construction.beside and not any(word.lower_ in construction.beside for word in _words_beside(verb)):
            continue
        invited = tuple(invitation_slots(verb, construction)) if construction.nature == "visit" else ()
        yield Anchor(verb, construction, invited or tuple(verb_slots(verb, construction)))


def _is_with(verb: Token) -> bool:
    """Does "with" stand right behind it ("visited with Berg")?"""
    return verb.doc[verb.i + 1 : verb.i + 2].text == "with"


def _is_beside(verb: Token) -> bool:
    """Does it tell with, opposite or across from whom one sits ("sat across the table from Berg")?"""
    behind = next((word.text for word in verb.doc[verb.i + 1 : verb.i + 3] if word.pos_ != "ADV"), "")
    return behind in ("with", "opposite", "across")


def _is_received(verb: Token) -> bool:
    """Is it persons who are seen, and no more is told of them ("saw Premier Berg", not "saw her leave", "saw off")?"""
    seen = syntax.children(verb, "nsubj:pass") if syntax.is_passive(verb) else syntax.children(verb, "obj")
    more = syntax.children(verb, "xcomp", "ccomp", "iobj", "compound:prt") + syntax.obliques(verb, "as")
    told = [n for n in seen if n.pos_ == "PROPN" or _is_officer(n) or n.lower_ in _MET or syntax.is_reciprocal(n)]
    return bool(told) and not more


def _is_with_persons(verb: Token) -> bool:
    """Is it certain persons whom one engages ("engaged her counterpart on trade"), no state, no "partners"?"""
    engaged = syntax.objects(verb) or syntax.obliques(verb, "with")
    officers = (noun for noun in engaged if noun.tag_ == "NN" or syntax.lemma(noun) == "counterpart")
    return any(map(_is_person, engaged)) or any(map(_is_officer, officers))


def _is_into_person(verb: Token) -> bool:
    """Is it somebody into whom one runs, no obstacle?"""
    return any(_is_person(noun) or offices.is_office_head(noun.text) for noun in syntax.obliques(verb, "into"))


def _is_person(noun: Token) -> bool:
    """Is it a person, or a name that is not marked as another's, as none is before names are marked?"""
    return noun.ent_type_ == "PERSON" or (noun.pos_ == "PROPN" and not noun.ent_type_)


def _is_of_other(verb: Token) -> bool:
    """Is it a certain person whom one informs, no "counterpart" whom the text has told to be met?"""
    told = (offices.office(noun.text) for noun in syntax.objects(verb))
    return _is_with_persons(verb) and not any(office and office.kind == "relational" for office in told)


def _is_officer(noun: Token) -> bool:
    phrase = [word.text for word in noun.doc[max(noun.i - 1, 0) : noun.i + 1]]
    is_group = noun.lower_ in GROUP_HEADS and syntax.lemma(noun) not in GOVERNMENTS
    return offices.is_office_head(noun.text) or is_group or offices.head_phrase_at(phrase, 0) == 2


def _is_of_matter(verb: Token) -> bool:
    """Is it a matter that one takes up with another, no post?"""
    return any(syntax.lemma(noun) in _MATTERS for noun in syntax.objects(verb))


def _is_witnessed(verb: Token) -> bool:
    """Is something signed by one person at most, so that who is present are those who meet?"""
    signers = [word for word in syntax.own_subjects(verb) if _is_person(word) or _is_officer(word)]
    return len(signers) < 2 and not any(map(_is_several, signers))


def _is_of_each_other(verb: Token) -> bool:
    """Do several embrace, rather than somebody a plan?"""
    return all(map(syntax.is_reciprocal, syntax.children(verb, "obj")))


def _is_joined_there(verb: Token) -> bool:
    """Is it a person whom one joins somewhere or at something, not in what both say or do ("joined Berg in urging")?"""
    joined = any(_is_person(noun) or offices.is_office_head(noun.text) for noun in syntax.objects(verb))
    shared = verb.doc[verb.i + 1 : verb.sent.end]
    acts = any(link.lower_ == "in" and act.is_lower and act.text.endswith("ing") for link, act in pairwise(shared))
    return joined and bool(syntax.obliques(verb, "in", "at", "for", "on")) and not acts


def _is_to_person(verb: Token) -> bool:
    """Is it to a person that one hands a letter or credentials?"""
    given = [verb, *syntax.children(verb, "obj")]
    return any(_is_person(noun) or _is_officer(noun) for word in given for noun in syntax.obliques(word, "to"))


def _is_of_envoy(verb: Token) -> bool:
    """Is it an envoy, at hand to be called in, whom one summons?"""
    summoned = syntax.children(verb, "nsubj:pass") if syntax.is_passive(verb) else syntax.objects(verb)
    return any(offices.is_envoy(syntax.noun_phrase(noun).text) for noun in summoned)


def _is_guest(noun: Token) -> bool:
    """Is it said of somebody that he is the guest of a certain person?"""
    hosts = (*syntax.obliques(noun, "of"), *syntax.children(noun, "nmod:poss"))
    told = bool(syntax.children(noun, "cop")) or "as" in syntax.cases(noun)
    return told and any(_is_person(host) or _is_officer(host) for host in hosts)


def _is_given(welcome: Token) -> bool:
    return welcome.dep_ in (*syntax.OBJECTS, "obl:unmarked") and syntax.lemma(welcome.head) in GREETING


def _slots_with_somebody(time: Token) -> tuple[Slot, ...]:
    """Who has time with a certain person, of which no other word tells a meeting; nobody where one does."""
    if time.dep_ == "compound" or _tells_alone(syntax.governor(time)) or syntax.lemma(time.head) == "spend":
        return ()
    if syntax.obliques(time, "of"):  # "ten hours of talks with Berg"
        return ()
    slots = tuple(noun_slots(time, WITH_SOMEBODY))
    partners = (slot.token for slot in slots if slot.kind == "counterpart")
    return slots if any(_is_person(partner) or _is_officer(partner) for partner in partners) else ()


def _is_of_document(verb: Token) -> bool:
    """Is it a treaty or a statement that they adopt or conclude?"""
    told = [*syntax.objects(verb), *syntax.children(verb, "nsubj:pass")]
    told += [verb.head] if verb.dep_ in ("acl", "acl:relcl") else []
    return any(syntax.lemma(noun) in DOCUMENTS for noun in told)


def _is_without_event(verb: Token) -> bool:
    """Do they convene by themselves, rather than convene an event that the text names?"""
    return not any(syntax.lemma(noun) in EVENT_NOUNS for noun in syntax.objects(verb))


def _is_asked_home(verb: Token) -> bool:
    """Is somebody invited to a town or country, and no more told of what for ("invited Premier Berg to Oslo")?"""
    towards = (noun for noun in syntax.obliques(verb, "to") if noun.pos_ == "PROPN")
    more = syntax.children(verb, "xcomp", "advcl", "ccomp") or syntax.obliques(verb, "for")
    return any(gazetteers.country_code(noun.text) or find_city(noun.text) for noun in towards) and not more


_GATED_NOUNS = {"guest": _is_guest, "welcome": _is_given}
_GATED = {
    "convene": _is_without_event,
    "invite": _is_asked_home,
    "sit": _is_beside,
    "see": _is_received,
    "engage": _is_with_persons,
    "run": _is_into_person,
    "bump": _is_into_person,
    **dict.fromkeys(SIGNING - {"sign"}, _is_of_document),
    "embrace": _is_of_each_other,
    "hug": _is_of_each_other,
    "join": _is_joined_there,
    "summon": _is_of_envoy,
    "brief": _is_of_other,
    "update": _is_of_other,
}
_GATED_BESIDE = {
    "take": _is_of_matter,
    "sign": _is_witnessed,
    "hand": _is_to_person,
    "deliver": _is_to_person,
}


def _slots_of_noun(noun: Token, construction: Construction) -> tuple[Slot, ...]:
    if syntax.lemma(noun) == "invitation":
        return tuple(stay_slots(noun, construction))
    invited = tuple(invitation_slots(noun, construction)) if construction.nature == "visit" else ()
    return invited or tuple(noun_slots(noun, construction))


def _words_beside(verb: Token) -> Iterator[Token]:
    """The words that hang on a verb or its obliques, those before its subjects and objects, the nouns these are of."""
    clauses = syntax.CLAUSES_SHARING_SUBJECT
    yield from (word for oblique in syntax.children(verb, "obl") for word in syntax.children(oblique, "nmod"))
    yield from (child for child in verb.children if child.dep_ not in clauses or child.i == verb.i + 1)
    for noun in syntax.children(verb, *syntax.OBJECTS, "nsubj"):
        yield from noun.doc[noun.left_edge.i : noun.i]
        yield from syntax.obliques(noun, "of")


def _is_done_together(anchor: Anchor) -> bool:
    """Is it done by several at once, or by one who travels for it?"""
    several = len(anchor.slots) > 1 or any(_is_several(slot.token) for slot in anchor.slots)
    return anchor.construction.joint and bool(anchor.slots) and (is_errand(anchor.token) or several)


def _is_told_beside(verb: Token) -> bool:
    """Does another word of the clause tell that they meet: a verb or noun above, or a noun beside it?"""
    above = list(verb.ancestors)
    beside = [noun for word in above for noun in syntax.children(word, *syntax.OBJECTS)]
    nouns = (word for word in (*beside, *syntax.children(verb, *syntax.OBLIQUES)) if word.pos_ != "VERB")
    return any(_tells_alone(word) for word in (*above, *nouns) if word.i != verb.i)


def _tells_alone(word: Token) -> bool:
    """Does it tell a meeting by itself, as the verb or the noun that it is ("signed the deal", not "in a sign of")?"""
    lemma = syntax.lemma(word)
    if word.pos_ != "VERB":
        return lemma in _ALONE_AS_NOUNS
    told = lemma in _ALONE_AS_VERBS
    return told and any(not reading.is_joint or _is_done_together(reading) for reading in _verb_readings(word, lemma))


def _is_several(token: Token) -> bool:
    token = syntax.relative_antecedent(token) or token
    plural = token.tag_ in ("NNS", "NNPS", "CD") or token.lower_ in ("they", "both")
    return plural or token.dep_ == "conj" or bool(syntax.children(token, "conj"))


def is_errand(word: Token) -> bool:
    """Is it what somebody travels for ("flew to Oslo to discuss the border")?"""
    if word.tag_ != "VB" or word.dep_ not in ("advcl", "xcomp", "acl"):
        return False
    above = word.head
    is_there = bool(syntax.children(above, "cop")) and bool(syntax.cases(above) & {"in", "at"})
    return syntax.lemma(above) in _ERRANDS or is_there


def _is_dead(noun: Token) -> bool:
    """Does the noun only modify another ("meeting room"), or tell another sort of event ("press conference")?"""
    if noun.dep_ == "compound" and noun.head.i > noun.i:
        return True
    if "for" in syntax.cases(noun) and syntax.lemma(syntax.governor(noun)) == "set":  # no date set for talks
        return True
    modifiers = syntax.children(noun, "compound", "amod")
    shared = any(word.lower_ in _SHARED for child in modifiers for word in (child, *child.children))
    for child in modifiers:
        counted = child.i > 1 and child.nbor(-1).text == "-" and child.nbor(-2).like_num
        behind = child.doc[child.i + 1 : child.i + 2].text.lower()
        told = any(gazetteers.organisation(word.text) for word in child.subtree)
        if counted or behind == "level" or told:
            return False
    dead = {child.lower_ for child in modifiers} & EXCLUDED_MODIFIERS
    return bool(dead - {"committee", "parliamentary"} if shared else dead)


def _is_of_body(noun: Token) -> bool:
    """Is it a round of a body whose members meet ("the seventh round of the Joint Commission", "… of the BCM")?"""
    return any(offices.is_body(body.text) or body.text.isupper() for body in syntax.obliques(noun, "of"))


def _takes_place(noun: Token) -> bool:
    """Is a round told to take place ("the next round will begin"), rather than of what it is one?"""
    of_talks = [word for word in syntax.obliques(noun, "of", "in") if word.ent_type_ not in ("GPE", "DATE")]
    above = syntax.governor(noun)
    told = [above, *syntax.children(noun, "acl")]
    happens = any(syntax.lemma(verb) in HAPPENING | FIXING for verb in told) or is_undone(above)
    return noun.dep_ in (*syntax.SUBJECTS, *syntax.OBJECTS) and happens and not of_talks


def _is_counted(token: Token) -> bool:
    """Is it one of a series by its number alone ("the last was held in Oslo", "the next one will be in May")?"""
    of_one = syntax.children(token, "amod") if token.lower_ == "one" else ()
    return token.lower_ in ORDINALS or any(child.lower_ in ORDINALS | {"next", "previous"} for child in of_one)


def _is_speech(noun: Token) -> bool:
    """Is one "talk" what somebody gives an audience: nobody told with whom ("in her talk at the institute")?"""
    alone = noun.lower_ == "talk" and not syntax.obliques(noun, "with", "between", "among")
    return alone and bool(syntax.children(noun, "nmod:poss") or syntax.obliques(noun, "at", "to"))


def needs_subject(anchor: Anchor) -> bool:
    """Does somebody outside take part: one who meets, or who goes, comes or speaks on the event's account?"""
    if anchor.token.pos_ == "VERB":
        return any(slot.kind == "counterpart" for slot in anchor.slots)
    if is_prepared(anchor.token):
        return False
    cases = syntax.cases(anchor.token) | syntax.cases(syntax.top_noun(anchor.token))
    shared = any(slot.kind == "shared" and slot.token.i > anchor.token.i for slot in anchor.slots)
    return not shared and (bool(cases & {"for", "after", "following", "during"}) or _is_cut_off(anchor))


def _is_cut_off(anchor: Anchor) -> bool:
    """Has the tree hung an event with its counterpart on no verb before it, so that only half of its cast is told?"""
    verb = syntax.verb_above(anchor.token)
    told = any(slot.kind == "counterpart" for slot in anchor.slots)
    return told and (
        verb is None or (verb.i > anchor.token.i and syntax.top_noun(anchor.token).dep_ not in syntax.SUBJECTS)
    )


def is_announced(anchor: Anchor) -> bool:
    """Is it what a headline's persons are about to begin or have ended ("Berg and Costa Before Bilateral Meeting")?"""
    return anchor.token.pos_ != "VERB" and bool(syntax.cases(anchor.token) & {"before", "after", "ahead"})


def is_done_when_met(verb: Token) -> bool:
    """Is it what was done when both met, as a clause of its own tells ("raised it with Berg when they met in Oslo")?"""
    clauses = syntax.children(verb, "advcl") if verb.pos_ == "VERB" else []
    met = (clause for clause in clauses if syntax.lemma(clause) == "meet" and not syntax.objects(clause))
    return any(
        any(child.lower_ == "when" for child in clause.children)
        and any(subject.lower_ in ("they", "two") for subject in syntax.own_subjects(clause))
        for clause in met
    )


def reporter(word: Token) -> Token | None:
    """Who says so: the subject of the clause above, as a government may tell of its own talks."""
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    for above in (verb, *verb.ancestors) if verb is not None else ():
        if syntax.lemma(above) in TELLING and (found := syntax.own_subjects(above)):
            return found[0]
    return None
