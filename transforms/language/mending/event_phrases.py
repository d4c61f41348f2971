"""What is told of a meeting, hung on the word that tells it.

With whom it is belongs to the meeting, also behind its place ("talks in Muscat, Oman, between Berg and Costa"; "a
meeting of Berg, the premier, with Costa is planned"), and so does what became or is to become of it ("a meeting with
Berg that was planned", "the summit of Denmark and Italy, to be held in Oslo", "a summit with Berg set for May"). A
meeting at which somebody "told him that …" belongs to the telling, one told behind what came of it to that, one for
which somebody will be in Oslo to the stay, and one at which they "reviewed ways to trade" to the review. What it is
planned that somebody does is said of him ("plans for Berg to meet Costa"). What was done in a meeting has that at its
verb ("Berg and Costa in a meeting in Oslo urged calm").
"""

from itertools import takewhile

from spacy.tokens import Token

from transforms.language.grammar import syntax
from transforms.language.grammar.governing import EVENT_OPENINGS, SETTINGS
from transforms.language.lexicon import offices
from transforms.language.lexicon.constructions import (
    BESIDE,
    EVENT_NOUNS,
    HAPPENING,
    HOSTING,
    ORDINALS,
    PROPOSALS,
    TELLING,
    VERBS,
)
from transforms.language.toponyms.places import LOCATIVE, TOWNS

_COURSE = frozenset(("in", "during"))
_HELD = frozenset("hold schedule slate plan".split())
_ARRANGED = HOSTING | _HELD
_MEETING = frozenset(lemma for row in VERBS if "with" in row.partners for lemma in row.lemmas)
_PERIODS = frozenset("week weekend month year day morning afternoon evening night".split())
_SETTINGS = SETTINGS | {"in", "on", "over"}
_TOPICS = frozenset("way step measure means mean effort mechanism avenue opportunity prospect need possibility".split())


def hang_on_events(token: Token) -> None:
    """Hangs one word of a Doc on the event it tells of, or an event on what is done at it, in place."""
    if event := _followed(token):
        event.head, event.dep_ = next(word for word in token.ancestors if word.pos_ == "VERB"), "obl"
        token.head, token.dep_ = event, "case"
    if partner := _partner_before(token):
        syntax.make_root(token.head, partner.head)
        syntax.hang(token, partner, "conj")
    if partner := _partner_beside(token):
        syntax.hang(token.left_edge.nbor(-1), token, "cc")
        syntax.hang(token, partner, "conj")
    if event := _met_as_subject(token):
        syntax.hang(token, event, "nmod")
    if above := _meeting_there(token):
        _hang_past_place(token, above)
    if verb := _done_in(token):
        syntax.hang(token, verb, "obl")
    if verb := _opened_by(token):
        syntax.hang(token, verb, "obl")
    if verb := _told_at(token) or _discussed_at(token):
        syntax.hang(token, verb, "obl")
    if verb := _planned_for(token):
        syntax.hang(verb, token.left_edge.nbor(-1), "acl")
        syntax.open_clause(token, verb)
    if clause := _clause_of_errand(token):
        syntax.hang(token, clause, "obl")
    if meeting := _arranged(token):
        syntax.hang(token, meeting, "acl")
    if event := _set_for(token):
        _hang_on_event(token, event)
    if event := _told_of(token):
        syntax.hang(token, event, token.dep_)


def _followed(token: Token) -> Token | None:
    """The event behind a "following" that is its preposition ("adopted a text following talks in Oslo")."""
    if token.lower_ != "following" or token.tag_ != "VBG" or token.dep_ not in ("acl", "advcl"):
        return None
    is_told = any(word.pos_ == "VERB" for word in token.ancestors)
    events = (noun for noun in syntax.children(token, "obj") if _tells_event(noun))
    return next(events, None) if is_told else None


def _tells_event(noun: Token) -> bool:
    """Is it an event, or so much of one ("three days of talks")?"""
    return any(syntax.lemma(word) in EVENT_NOUNS for word in (noun, *syntax.obliques(noun, "of")))


def _partner_before(subject: Token) -> Token | None:
    """Whom the tree parts from who meets them, taken for a subject ("talks between A | and B are under way")?"""
    predicate, event = subject.head, subject.head.head
    first = subject.left_edge
    parted = subject.dep_ in syntax.SUBJECTS and predicate.dep_ == "parataxis" and event.dep_ == "ROOT"
    if not parted or syntax.lemma(event) not in EVENT_NOUNS or first.lower_ != "and":
        return None
    return next((word for word in syntax.obliques(event, "between", "of") if word.right_edge.i + 1 == first.i), None)


def _partner_beside(subject: Token) -> Token | None:
    """Whom the tree parts from who meets them as one more subject ("talks between A | and B will resume")."""
    link = subject.left_edge.nbor(-1) if subject.left_edge.i > subject.sent.start else subject
    if subject.dep_ not in syntax.SUBJECTS or (link.lower_, link.dep_) != ("and", "cc"):
        return None
    others = (word for word in syntax.children(subject.head, *syntax.SUBJECTS) if word.i < link.i)
    events = (word for word in others if syntax.lemma(word) in EVENT_NOUNS)
    partners = (word for event in events for word in syntax.obliques(event, "between", "of"))
    return next((word for word in partners if word.right_edge.i + 1 == link.i), None)


def _met_as_subject(partner: Token) -> Token | None:
    """The meeting with somebody whom the tree has for one more subject of its verb ("a meeting of A with B is due")."""
    if partner.dep_ not in syntax.SUBJECTS or not syntax.cases(partner) & {"with", "between"}:
        return None
    subjects = (word for word in syntax.children(partner.head, *syntax.SUBJECTS) if word.i < partner.i)
    return next((word for word in subjects if syntax.lemma(word) in EVENT_NOUNS), None)


def _meeting_there(partner: Token) -> Token | None:
    """What is told of with whom, where the tree hangs them on its place ("talks in Muscat, Oman, between A and B")."""
    place = partner.head
    if partner.dep_ != "nmod" or partner.i < place.i or not syntax.cases(partner) & {"with", "between"}:
        return None
    place = place.head if syntax.lemma(place.head) in BESIDE else place
    if place.pos_ != "PROPN" and syntax.lemma(place) not in TOWNS | BESIDE:
        return None
    prepositions = set[str]()
    while place.dep_ in ("nmod", "appos", "obl") and syntax.lemma(place) not in EVENT_NOUNS:
        prepositions |= syntax.cases(place)
        place = place.head
    told = (place, *syntax.children(place, "obj", *syntax.SUBJECTS))
    is_meeting = any(syntax.lemma(word) in EVENT_NOUNS | _MEETING for word in told)
    return place if is_meeting and not prepositions.isdisjoint(LOCATIVE) else None


def _done_in(event: Token) -> Token | None:
    """The verb of what was done in a meeting that is hung on who did it ("Berg and Costa in a meeting urged")."""
    doer = event.head
    if event.dep_ != "nmod" or syntax.lemma(event) not in EVENT_NOUNS or syntax.cases(event).isdisjoint(_COURSE):
        return None
    while doer.dep_ == "conj":
        doer = doer.head
    is_officer = doer.pos_ == "PROPN" or offices.is_office_head(doer.text)
    return doer.head if doer.dep_ in syntax.SUBJECTS and is_officer and doer.head.i > event.i else None


def _hang_past_place(partner: Token, above: Token) -> None:
    """Hangs a partner, and who is joined to the place behind it, where they belong."""
    places = takewhile(lambda word: word.i != above.i, (partner.head, *partner.head.ancestors))
    for word in [word for place in places for word in syntax.children(place, "conj") if word.i > partner.i]:
        if word.left_edge.lower_ == "and" and not syntax.cases(word):
            syntax.hang(word, partner, "conj")
    syntax.hang(partner, above, "nmod" if above.pos_ in ("NOUN", "PROPN") else "obl")


def _opened_by(event: Token) -> Token | None:
    """The verb of what was done at an event told behind ("agreed that none will use force, in their first meeting")."""
    if event.dep_ not in syntax.OBLIQUES or syntax.lemma(event) not in EVENT_NOUNS or "in" not in syntax.cases(event):
        return None
    new = any(child.lower_ in ORDINALS | {"a", "an"} for child in syntax.children(event, "amod", "det"))
    link = next((child for child in syntax.children(event, "case") if child.lower_ == "in" and child.i > 0), None)
    clauses = [word for word in event.ancestors if word.dep_ in ("ccomp", "xcomp") or _is_aim(word)]
    told_behind = link is not None and link.nbor(-1).text == ","
    return clauses[-1].head if new and clauses and told_behind else None


def _is_aim(verb: Token) -> bool:
    return (verb.dep_, verb.tag_) == ("advcl", "VB")


def _told_at(event: Token) -> Token | None:
    """The verb of telling before an event that the tree puts into what is told ("told her at a meeting that …")."""
    clause = event.head
    if event.dep_ != "obl" or clause.dep_ != "ccomp" or syntax.lemma(event) not in EVENT_NOUNS:
        return None
    opening = [word.left_edge.i for word in syntax.children(clause, "mark", *syntax.SUBJECTS)]
    told = opening and clause.head.i < event.i < min(opening)
    return clause.head if told else None


def _planned_for(person: Token) -> Token | None:
    """What it is planned or proposed that somebody does, told behind the plan ("plans for him to meet Berg")."""
    first, behind = person.left_edge, person.right_edge.i + 1
    if first.lower_ != "for" or first.dep_ != "case" or first.i == person.sent.start or behind + 1 >= person.sent.end:
        return None
    to, verb = person.doc[behind], person.doc[behind + 1]
    is_plan = syntax.lemma(first.nbor(-1)) in PROPOSALS | {"plan"}
    return verb if is_plan and (to.tag_, verb.tag_) == ("TO", "VB") else None


def _clause_of_errand(event: Token) -> Token | None:
    """The clause before an event that the tree hangs on the verb of telling ("said she will be there for talks")."""
    saying = event.head
    if event.dep_ != "obl" or syntax.lemma(saying) not in TELLING or syntax.lemma(event) not in EVENT_NOUNS:
        return None
    told = (clause for clause in syntax.children(saying, "ccomp") if saying.i < clause.i < event.i)
    return next(told, None) if "for" in syntax.cases(event) else None


def _discussed_at(event: Token) -> Token | None:
    """The verb at whose event a topic was discussed, where the tree has the event in it ("ways to trade at talks")."""
    purpose = event.head
    is_setting = event.dep_ == "obl" and syntax.lemma(event) in EVENT_NOUNS and syntax.cases(event) & _SETTINGS
    first = purpose.left_edge
    if not is_setting or not purpose.i < event.i or first.i == first.sent.start:
        return None
    topic = first.nbor(-1)
    above = (word for word in topic.ancestors if word.pos_ == "VERB" and word.i < topic.i)
    return next(above, None) if syntax.lemma(topic) in _TOPICS else None


def _arranged(participle: Token) -> Token | None:
    """The meeting that a participle tells of behind a comma, a day or a town ("a summit in Oslo, to be held on …")."""
    if meeting := _meeting_with(participle):
        return meeting
    is_joined = participle.dep_ == "conj" and bool(syntax.children(participle, "cc"))
    if participle.tag_ != "VBN" or participle.dep_ not in ("advcl", "acl", "conj") or is_joined:
        return None
    if syntax.own_subjects(participle):
        return None
    if syntax.lemma(participle) not in _ARRANGED and not _is_set(participle):
        return None
    edge = participle.left_edge
    comma = edge if edge.text == "," else edge.doc[max(edge.i - 1, 0)]
    behind_comma = comma.text == ","
    words = edge.doc[edge.sent.start : comma.i if behind_comma else edge.i]
    told = [] if behind_comma else list(takewhile(_tells_when_or_where, reversed(words)))
    if len(told) == len(words) or not (behind_comma or told):
        return None
    before = words[-1 - len(told)]
    above = before.ancestors if behind_comma else takewhile(lambda word: word.pos_ != "VERB", before.ancestors)
    return next((noun for noun in (before, *above) if syntax.lemma(noun) in EVENT_NOUNS), None)


def _set_for(word: Token) -> Token | None:
    """The event that a "set" behind a name tells of, taken for a noun ("a summit of Denmark and Italy set for May")."""
    following = word.doc[word.i + 1 : word.i + 2].text
    if (word.lower_, word.tag_, following) != ("set", "NN", "for") or word.i == word.sent.start:
        return None
    before = word.doc[word.sent.start : word.i]
    event = next((noun for noun in reversed(before) if syntax.lemma(noun) in EVENT_NOUNS), None)
    return event if before[-1].pos_ == "PROPN" else None


def _hang_on_event(participle: Token, event: Token) -> None:
    """Hangs a participle on its event, a name that had hung on it on those who meet, and gives the event its verb."""
    participle.tag_, participle.pos_ = "VBN", "VERB"
    partner = next(iter(syntax.obliques(event, "between", "of", "with")), None)
    for name in [word for word in participle.lefts if word.pos_ == "PROPN"]:
        if partner is not None:
            syntax.hang(name, partner, "conj")
    said = next((word for word in participle.rights if word.tag_ in syntax.FINITE), None)
    if said is not None and participle.dep_ == "ROOT":
        syntax.make_root(said, event)
    syntax.hang(participle, event, "acl")


def _meeting_with(participle: Token) -> Token | None:
    """The meeting, where the tree has those held whom one met ("a meeting with officials held in May")."""
    partner = participle.head
    is_passive = participle.dep_ == "acl" and participle.tag_ in ("VBN", "VBD")
    is_held = is_passive and syntax.lemma(participle) in _HELD
    met = is_held and partner.dep_ == "nmod" and syntax.cases(partner) & {"with", "between"}
    return partner.head if met and syntax.lemma(partner.head) in EVENT_NOUNS else None


def _is_set(participle: Token) -> bool:
    """Does it tell that an event is to begin or take place ("talks in Rome, set to begin on Monday")?"""
    ahead = syntax.lemma(participle) in ("set", "expect")
    verbs = syntax.children(participle, "xcomp", "advcl") if ahead else []
    return any(syntax.lemma(verb) in HAPPENING | EVENT_OPENINGS for verb in verbs)


def _tells_when_or_where(word: Token) -> bool:
    return word.pos_ in ("PROPN", "NUM") or syntax.lemma(word) in _PERIODS or word.dep_ in ("case", "det", "amod")


def _told_of(clause: Token) -> Token | None:
    """The event that a relative clause tells of, hung on who meets there ("a meeting with Berg that was planned")."""
    if clause.dep_ != "acl:relcl" or syntax.lemma(clause.head) in EVENT_NOUNS:
        return None
    told = {syntax.lemma(verb) for verb in (clause, *syntax.children(clause, "xcomp"))}
    held = bool(told & (HAPPENING | EVENT_OPENINGS)) or (syntax.is_passive(clause) and syntax.lemma(clause) in _HELD)
    if not (held and syntax.tells_of_thing(clause)):
        return None
    return next((noun for noun in clause.head.ancestors if syntax.lemma(noun) in EVENT_NOUNS), None)
