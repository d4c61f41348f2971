"""Verbs given the objects that the tree hung elsewhere, or took for something else.

A name before a time is what the verb has for its object ("received Costa last month"), an officer under no preposition
too, however far behind ("received at the palace on Monday the envoy"), and who follows "among others". What is held may
stand behind those who share in it ("co-chaired, with Berg, the third session") or a place ("held on Monday, on the
sidelines of the summit, talks with Costa"), be told by its length ("wrapped up three days of talks") or by what one
called it ("held what he described as talks", "came for what he called talks"), and is parted by its preposition from
whom it is told of ("paid a call on Berg"). A weekday is no part of the officer behind it ("met on Monday Thai Premier
Berg"), nor "each other" of the time behind it. What somebody was seen doing is no attribute of the noun behind it
("photographed shaking hands"), nor is a name one of "face to face" ("brought Berg face to face with Costa").
"""

from spacy.tokens import Doc, Token

from transforms.language.grammar import syntax
from transforms.language.lexicon import offices
from transforms.language.lexicon.constructions import DAYS, EVENT_NOUNS, HOLDING, PARTS_OF_DAY, VERBS

_CALLING = frozenset("call describe term characterize characterise label bill dub".split())
_ACTS = HOLDING | {lemma for row in VERBS for lemma in row.lemmas}
_RECEIVING = {lemma for row in VERBS if row.nature == "reception" and row.takes_object for lemma in row.lemmas}
_MODIFYING = ("amod", "compound", "nmod:desc")


def restore_objects(doc: Doc) -> None:
    """Hangs lost objects on their verbs, in place."""
    for token in (token for token in doc if token.dep_ not in syntax.FUNCTION_WORDS):
        if _is_met_at(token):
            time = token.head
            syntax.hang(token, time.head, "obj")
            time.dep_, token.tag_, token.pos_ = "obl:unmarked", "NNP", "PROPN"
        if act := _seen_doing(token):
            syntax.hang(act, token.head, "xcomp")
            syntax.hang(token, act, "obj")
        if name := _brought_before(token):
            token.dep_ = "advmod"
            for word in [word for word in token.lefts if word.i != name.i]:
                word.head = name
            syntax.hang(name, token.head, "obj")
        if _is_parted(token):
            _put_over(token, token.head)
        if preposition := _before_day(token):
            _part_from_day(token, preposition)
        if verb := _holding(token) or _receiving(token):
            syntax.hang(token, verb, "obj")
        if verb := _met_each_other(token):
            syntax.hang(token.nbor(-1), verb, "obj")
            syntax.hang(token, token.nbor(-1), "fixed")
        lost = _measures_event(token) or _is_bare_person(token) or _is_bare_event(token)
        if lost and not syntax.children(token.head, "obj"):
            token.dep_ = "obj"
        if what := _called(token):
            _put_in_place(token, what)
        if first := _first_among(token):
            syntax.hang(first, syntax.verb_above(token) or token.head, "obj")
        if _is_held(token):
            token.dep_, token.tag_, token.pos_ = "obj", "NNS", "NOUN"


def _is_met_at(name: Token) -> bool:
    """Is it the object that the tree has the time behind it described by ("received Costa last month")?"""
    if name.dep_ not in ("amod", "compound") or not name.text[0].isupper():
        return False
    verb, behind = name.head.head, name.doc[name.i + 1 : name.i + 2].text
    return (
        behind in ("last", "this", "next")
        and verb.i == name.i - 1
        and verb.pos_ == "VERB"
        and not syntax.children(verb, "obj")
    )


def _seen_doing(noun: Token) -> Token | None:
    """What somebody was seen doing, taken for what the noun behind is like ("were photographed shaking hands")."""
    if noun.dep_ != "obj" or not syntax.is_passive(noun.head):
        return None
    acts = (word for word in syntax.children(noun, "amod") if word.tag_ == "VBG" and word.i == noun.head.i + 1)
    return next((word for word in acts if syntax.lemma(word) in _ACTS), None)


def _brought_before(face: Token) -> Token | None:
    """The name that the tree has for a part of "face to face" behind it ("brought Berg face to face with Costa")."""
    if face.doc[face.i : face.i + 3].text != "face to face" or face.dep_ != "obj":
        return None
    return next((word for word in syntax.children(face, *_MODIFYING, "nmod:poss") if word.text[0].isupper()), None)


def _is_parted(event: Token) -> bool:
    """Does a preposition part an event from whom the tree has it told of ("paid a call | on Premier Berg")?"""
    behind = event.doc[event.i + 1 : event.i + 2]
    if event.dep_ not in _MODIFYING or not behind or syntax.lemma(event) not in EVENT_NOUNS:
        return False
    return behind[0].dep_ == "case" and event.head in (behind[0].head, behind[0].head.head) and event.i < event.head.i


def _put_over(event: Token, partner: Token) -> None:
    """Gives an event its partner's place in the tree, with what stands before it, and hangs the partner on it."""
    is_root = partner.head.i == partner.i
    event.head, event.dep_ = (event, "ROOT") if is_root else (partner.head, partner.dep_)
    for word in [word for word in partner.children if word.i < event.i]:
        word.head = event
    syntax.hang(partner, event, "nmod")


def _holding(event: Token) -> Token | None:
    """The verb whose object stands behind those who share in it ("co-chaired, with Berg, the third session")."""
    if event.dep_ != "appos" or event.head.pos_ != "PROPN" or syntax.lemma(event) not in EVENT_NOUNS:
        return None
    verb = next((word for word in event.head.ancestors if word.pos_ == "VERB"), None)
    if verb is None or verb.i > event.head.i or syntax.lemma(verb) not in HOLDING or syntax.children(verb, "obj"):
        return None
    return verb


def _met_each_other(other: Token) -> Token | None:
    """The verb before an "each other" that the tree has for a part of a time ("saw each other last Sunday")."""
    if other.i - 2 < other.sent.start or not syntax.is_reciprocal(other.nbor(-1)):
        return None
    verb = other.nbor(-2)
    return verb if verb.pos_ == "VERB" and other.nbor(-1).head.i != verb.i else None


def _before_day(day: Token) -> Token | None:
    """The "on" of a weekday that the tree has for a part of the officer behind ("met on Monday Thai Premier Berg")."""
    before = day.nbor(-1) if day.i > day.sent.start else day
    is_part = day.dep_ in _MODIFYING and day.lower_ in DAYS and day.head.i > day.i and day.head.pos_ == "PROPN"
    return before if is_part and (before.lower_, before.dep_) == ("on", "case") else None


def _part_from_day(day: Token, preposition: Token) -> None:
    """Gives the day its preposition, and the verb the officer behind, where it has no other object."""
    officer = day.head
    while officer.dep_ in _MODIFYING or officer.dep_ == "flat":
        officer = officer.head
    verb = syntax.verb_above(officer)
    if verb is None:
        return
    syntax.hang(day, verb, "obl")
    syntax.hang(preposition, day, "case")
    if not syntax.children(verb, "obj"):
        syntax.hang(officer, verb, "obj")


def _receiving(officer: Token) -> Token | None:
    """Who received an officer that the tree hangs on a place before him ("received in Oslo today the Thai premier")."""
    place = officer.head
    if officer.dep_ not in ("nmod:unmarked", "nmod", "appos") or _is_governed(officer) or officer.i < place.i:
        return None
    verb = place.head
    is_oblique = place.dep_ == "obl" and place.i > verb.i and syntax.lemma(verb) in _RECEIVING
    told = "det" if offices.is_office_head(officer.lower_) else "nmod:desc"
    is_officer = bool(syntax.children(officer, told, "nmod:poss"))
    return verb if is_oblique and is_officer and not syntax.children(verb, "obj") else None


def _is_governed(noun: Token) -> bool:
    """Does it stand under a preposition, rather than behind a part of a day taken for one ("on Sunday morning the")?"""
    return bool(syntax.cases(noun) - PARTS_OF_DAY)


def _measures_event(noun: Token) -> bool:
    """Is it the measure of a meeting rather than a time ("wrapped up three days of talks")?"""
    if noun.dep_ != "obl:unmarked":
        return False
    return any(syntax.lemma(event) in EVENT_NOUNS for event in syntax.obliques(noun, "of"))


def _called(event: Token) -> Token | None:
    """The "what" of an event that is told by what somebody called it ("held what he described as talks with Costa")."""
    verb = event.head
    if event.dep_ not in ("obj", "obl") or verb.i > event.i or syntax.lemma(verb) not in _CALLING:
        return None
    if syntax.lemma(event) not in EVENT_NOUNS:
        return None
    return next((word for word in event.doc[verb.sent.start : verb.i] if word.lower_ == "what"), None)


def _put_in_place(event: Token, what: Token) -> None:
    """Hangs an event where the "what" stands that it is called: behind a verb, or behind its preposition."""
    before = what.nbor(-1) if what.i > what.sent.start else what
    above = next((word for word in event.head.ancestors if word.pos_ == "VERB" and word.i < what.i), None)
    links = before.pos_ in ("ADP", "SCONJ")
    if above is None or (above.i != before.i and not links):
        return
    for partner in [word for word in syntax.obliques(event.head, "with", "between") if word.i > event.i]:
        syntax.hang(partner, event, "nmod")
    for word in syntax.children(event, "case"):
        word.head = event.head
    syntax.hang(event, above, "obj" if above.i == before.i else "obl")
    if links:
        before.head, before.dep_ = event, "case"


def _first_among(others: Token) -> Token | None:
    """The noun behind "among others", which tells whom the clause is about ("met, among others, Costa")."""
    if others.lower_ != "others" or others.doc[max(others.i - 1, 0) : others.i + 2].text.lower() != "among others,":
        return None
    behind = others.doc[others.i + 1 : others.sent.end]
    return next((word for word in behind if word.pos_ in ("NOUN", "PROPN") and word.dep_ not in _MODIFYING), None)


def _is_bare_person(noun: Token) -> bool:
    """Is it an officer who stands under no preposition, which an oblique has ("received on Monday the envoy")?"""
    if noun.dep_ != "obl" or _is_governed(noun):
        return False
    return offices.is_office_head(noun.lower_) or bool(syntax.children(noun, "nmod:desc"))


def _is_bare_event(noun: Token) -> bool:
    """Is it an event under no preposition ("co-hosted with Laos the second meeting")?"""
    is_bare = noun.dep_ == "obl" and not syntax.cases(noun) and noun.i > noun.head.i
    return is_bare and syntax.lemma(noun) in EVENT_NOUNS and syntax.lemma(noun.head) in HOLDING


def _is_held(talks: Token) -> bool:
    """Are "talks" what is held, taken for a verb ("held on Monday, on the sidelines of the summit, talks with …")?"""
    if talks.lower_ != "talks" or talks.tag_ != "VBZ" or talks.dep_ != "conj":
        return False
    return syntax.lemma(talks.head) in HOLDING and not syntax.children(talks.head, "obj")
