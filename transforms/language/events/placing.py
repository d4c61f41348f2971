"""Which of the places that a sentence names is the meeting's: the one best attached to its words."""

from dataclasses import replace

from spacy.tokens import Token

from transforms.language.anchors.patterns import Anchor
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import EVENT_ENDINGS, MOTION
from transforms.language.lexicon.constructions import BESIDE, EVENT_NOUNS, HAPPENING, HOSTING, MEASURES, REPORTING
from transforms.language.toponyms.places import Located, Place

_AT = ("in", "at", "near", "outside")
_WITHIN = frozenset((*_AT, "inside", "aboard"))
_JOURNEYS = frozenset("visit trip tour journey stop stopover stay arrival".split())
_ON_THE_WAY = frozenset("during on upon".split())
_TOWARDS = ("to", "into", "in", "at")
_SETTING = HAPPENING | HOSTING | frozenset("plan due set expect convene slate".split())
_TIMES = frozenset("day week month year morning afternoon evening night weekend time".split())
_RELATIVE = ("where", "when")
_ON = ("on", "in")  # before a date
_DISCUSSING = frozenset("discuss review explore raise".split())
_AFTER = {"after", "following"}
_LEADING = frozenset("lead head chair accompany".split())
_REACH = 45  # tokens
_TIED = 3  # the fit of a place that hangs on the words of the meeting


def place_of(anchor: Anchor, places: list[Located]) -> Place:
    """The place of a meeting: the best attached of the sentence's places; nothing where none is told."""
    sentence = anchor.token.sent
    candidates = [located for located in places if sentence.start <= located.start < sentence.end]
    scored = [
        (score, -abs(located.start - anchor.token.i), located)
        for located in candidates
        if (score := _fit(anchor, located)) > 0
    ]
    if not scored:
        return Place()
    chosen = max(scored, key=lambda item: item[:2])[2]
    best = _explained(chosen, candidates)
    tied = (located.place for score, _, located in scored if score >= _TIED or located is chosen)
    more = [place for place in tied if place.country == best.country]
    city = best.city or next((place.city for place in more if place.city), None)
    venue = best.venue or next((place.venue for place in more if place.venue), None)
    return Place(city, best.country, venue)


def _explained(located: Located, others: list[Located]) -> Place:
    """A place of no known town in the town that its apposition tells ("at Villa Alba, a mansion outside Oslo")."""
    if located.place.country or located.head.doc[located.end : located.end + 1].text != ",":
        return located.place
    behind = (o.place for o in others if o.start > located.end and o.head.dep_ == "appos" and o.preposition in _AT)
    town = next((place for place in behind if place.city and place.country), None)
    return replace(town, venue=located.place.venue or located.place.city) if town else located.place


def _is_destination(located: Located, word: Token) -> bool:
    """Is it where somebody goes for the meeting ("began a visit to Oslo for talks", "met during a trip to Oslo")?"""
    journey = located.head
    if syntax.lemma(journey) not in _JOURNEYS or located.preposition not in _TOWARDS:
        return False
    if _ON_THE_WAY & syntax.cases(journey):
        return journey.head.i in (word.i, syntax.governor(word).i)
    if journey.i > word.i:
        return False
    is_purpose = "for" in syntax.cases(syntax.top_noun(word)) or (word.pos_ == "VERB" and word.tag_ == "VB")
    verb = syntax.verb_above(journey)
    is_over = verb is not None and syntax.lemma(verb) in EVENT_ENDINGS
    is_close = (word.tag_ == "VBG" or is_over) and bool(syntax.cases(syntax.top_noun(word)) & _AFTER)
    return (is_purpose or is_close) and (verb or journey) in (word, *word.ancestors)


def _is_bound_there(located: Located, word: Token) -> bool:
    """Does the "for" of the meeting stand right behind where one goes ("and to Oslo on Monday for talks")?"""
    link = next((child for child in syntax.children(word, "case") if child.lower_ == "for"), None)
    if located.preposition not in _TOWARDS or link is None or link.i < located.end:
        return False
    between = word.doc[located.end : link.i]
    return all(token.ent_type_ == "DATE" or token.lower_ in _ON for token in between)


def _is_left_after(located: Located, word: Token) -> bool:
    """Does somebody leave it after the meeting ("left Oslo on Monday after meeting Berg")?"""
    top = syntax.top_noun(word)
    return bool(syntax.cases(top) & _AFTER) and syntax.verb_above(top) in (located.head, None) and top.i > located.end


def _is_left_by(leaving: Token, verbs: set[int]) -> bool:
    """Does somebody leave after what is told ("will meet Berg before leaving Oslo")?"""
    return leaving.dep_ == "advcl" and "before" in syntax.cases(leaving) and leaving.head.i in verbs


def _is_scene_of(located: Located, word: Token) -> bool:
    """Is it the place, or the day there, that a clause tells of ("was in Oslo on Monday, when she met him")?"""
    clauses = (child for above in (word, *word.ancestors) for child in above.children if child.lower_ in _RELATIVE)
    where = next(clauses, None)
    if where is None or where.i < located.end:
        return False
    between = word.doc[located.end : where.i]
    return all(token.text == "," or token.ent_type_ == "DATE" or token.lower_ in _ON for token in between)


def _is_set_there(located: Located, anchor: Anchor) -> bool:
    """Does a clause behind the event tell that it is to be there ("talks scheduled for Monday in Oslo")?"""
    event = anchor.token
    clause = located.head if located.head.pos_ == "VERB" else located.head.head
    if located.preposition not in (*_AT, "by") or syntax.lemma(clause) not in _SETTING or clause.i < event.i:
        return False
    if any(noun.pos_ == "NOUN" and noun.lower_ != "place" for noun in syntax.children(clause, "obj")):
        return False  # "signed a deal ending the war in Laos"
    while clause.dep_ == "xcomp" and syntax.lemma(clause) in _SETTING:
        clause = clause.head
    if clause.dep_ == "advcl":  # as a tree has it ("preparing the summit, to be held in Oslo")
        return syntax.is_passive(clause) and not syntax.own_subjects(clause) and clause.head in event.ancestors
    told_of = {event, syntax.top_noun(event), *event.subtree, *(slot.token for slot in anchor.slots)}
    return clause.dep_ in ("acl", "acl:relcl") and clause.head in told_of


def _is_fronted(located: Located, verb: Token) -> bool:
    """Does it stand before the verb that tells what is to be done there ("In Oslo she is scheduled to meet him")?"""
    while verb.dep_ == "xcomp" and syntax.lemma(verb.head) in _SETTING:
        verb = verb.head
        if located.head.i == verb.i and located.end < verb.i:
            return True
    return False


def _is_told_there(located: Located, word: Token) -> bool:
    """Is it where somebody only tells of the meeting ("said in Oslo that she had met him")?"""
    is_content = word.dep_ == "ccomp" or word.doc[located.end : located.end + 1].text == "that"
    return is_content and syntax.lemma(located.head) in REPORTING and located.head in word.ancestors


def _holder(located: Located) -> Token:
    """The word that a place hangs on, past an apposition and the clause of who leads a delegation."""
    head = located.head
    clause = head.head if syntax.cases(head) & set(_AT) else head
    if clause.dep_ == "acl" and syntax.lemma(clause) in _LEADING:
        return clause.head
    return head.head if head.dep_ == "appos" else head


def _is_of_topic(located: Located, word: Token) -> bool:
    """Is it the country of what they speak about ("discussed human rights in Laos")?"""
    behind = [noun for noun in syntax.children(word, "obj") if noun.i < located.start]
    return syntax.lemma(word) in _DISCUSSING and bool(behind) and not located.place.city


def _fit(anchor: Anchor, located: Located) -> int:
    """How sure it is that the meeting takes place there; 0 for not."""
    word, head = anchor.token, _holder(located)
    verb = word if word.pos_ == "VERB" else syntax.governor(word)
    verb = syntax.governor(verb) if verb.pos_ == "NOUN" and syntax.lemma(verb) in MEASURES else verb
    event = word.head if syntax.lemma(word.head) in MEASURES else word
    verbs = {above.i for above in syntax.verbs_of_event(event, verb)}
    on = located.place.venue or "island" in word.doc[located.start : located.end].text
    if _is_scene_of(located, word) or _is_bound_there(located, word):
        return 5
    if _is_of_topic(located, word):
        return 0
    if located.preposition == "from":
        return 4 if _is_left_after(located, word) or _is_left_by(located.head, verbs) else 0
    if located.preposition == "by":
        return 1 if head.i in verbs or _is_set_there(located, anchor) else 0
    at = located.preposition in _AT or (located.preposition == "on" and bool(on))
    members = {noun.i for slot in anchor.slots for noun in syntax.conjuncts(slot.token) if noun.i < located.start}
    is_guest = head.lower_ == "visiting" and head.i > word.i  # "met visiting Premier Berg", taken for a verb
    is_deed = head.lower_ in anchor.construction.beside and head.head.i == word.i  # "exchanged views with Berg in"
    if at and (head.i in (word.i, event.i, *members) or is_guest or is_deed):
        return 5
    if at and anchor.nature == "reception" and _is_purpose_of(word, head):
        return 5
    if anchor.nature in ("visit", "reception") and located.preposition == "to" and head.i == word.i:
        return 5
    if _is_set_there(located, anchor):
        return 5
    if anchor.nature == "reception" and located.preposition == "to" and located.start > word.i:
        return 3
    if at and (head.i in verbs or _is_fronted(located, verb)):
        return 4
    if syntax.lemma(verb) in MOTION and head.i == verb.i and located.preposition in _TOWARDS:
        return 4
    if verb.dep_ == "conj" and head.i == verb.head.i and at:
        return 3
    moves = head in (word, *word.ancestors) and syntax.lemma(head) in MOTION and head.pos_ in ("VERB", "NOUN", "AUX")
    if moves and located.preposition in _TOWARDS:
        return 3
    deeds = {noun.i for noun in syntax.children(verb, "obj")}
    if head.pos_ == "NOUN" and syntax.cases(head) & _WITHIN and head.head.i in (word.i, verb.i, *members, *deeds):
        return 3
    if at and head.lower_ == "place" and head.head.i == verb.i:
        return 4
    if _is_destination(located, word) or (at and _is_aside(head)):
        return 3
    return 2 if at and _is_near(anchor, located, head, verbs) else 0


def _is_purpose_of(reception: Token, event: Token) -> bool:
    """Is an event what somebody is received for ("hosted Premier Berg for talks in Oslo")?"""
    return event.head.i == reception.i and "for" in syntax.cases(event) and syntax.lemma(event) in EVENT_NOUNS


def _is_aside(noun: Token) -> bool:
    """Is it the gathering on whose sidelines they meet?"""
    while syntax.lemma(noun) not in BESIDE and noun.dep_ in ("nmod", "conj") and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return syntax.lemma(noun) in BESIDE


def _is_near(anchor: Anchor, located: Located, head: Token, verbs: set[int]) -> bool:
    """Does the place stand in the clause of the meeting, and is it not that of another thing or of who tells of it?"""
    word = anchor.token
    members = {member for slot in anchor.slots for member in syntax.conjuncts(slot.token)}
    is_thing = head.pos_ == "NOUN" and head.ent_type_ == "" and syntax.lemma(head) not in _TIMES
    is_signed = head.dep_ == "obj" and head.head.i == word.i
    if (is_thing and not is_signed and head.head not in members) or _is_told_there(located, word):
        return False
    between = word.doc[min(word.i, located.start) : max(word.i, located.start)]
    is_broken = any((syntax.is_clause(t) and t.i not in (word.i, *verbs)) or t.text in (";", "—", "–") for t in between)
    return not is_broken and abs(located.start - word.i) < _REACH
