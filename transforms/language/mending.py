"""Trees mended: an officer's attribute taken for a verb ("met with visiting Premier Berg"), words hung too low.

A gerund has its object behind a determiner or a preposition of time ("met him after visiting the fort"); the attribute
stands between a verb of meeting, or "with", and an office or a nationality. A preposition belongs to the head of its
noun phrase, not to a word that only modifies it ("by His Majesty Anna Berg"), a name behind an adverbial to the verb
("After talks in Oslo, Berg left"), and what is to become of a meeting to its noun ("the summit of Denmark and Italy, to
be held in Oslo"), and a subject or a "last" to the verb and not to its auxiliary or subject ("the leaders had last
met"). What "the two" did is no attribute ("where the two reviewed plans"). Who stands before a verb of saying at the
end is its subject, not one more of a list ("met Berg, Costa said"). What stands before "…, she said" belongs to the
clause before. A day is no subject beside a name ("Berg, the premier, today met Costa"), and a verb behind a parenthesis
has the noun before this for its subject ("after the envoy, Anna Berg, visited Oslo").
"""

from spacy.tokens import Doc, Token

from transforms.language import gazetteers, offices, syntax
from transforms.language.constructions import ADDRESSING, EVENT_NOUNS, HOLDING, HOSTING, TELLING, VERBS

_MEETING = frozenset(lemma for row in VERBS if row.takes_object for lemma in row.lemmas) | ADDRESSING
_MODIFYING = ("amod", "compound", "nmod:desc")
_LINKS = ("with", "between")
_ARRANGED = HOSTING | {"hold", "schedule", "slate", "plan"}
_ATTRIBUTES = ("visiting", "outgoing", "incoming")
_DAYS = frozenset("today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday".split())
_GERUNDS = {"welcoming": "welcome", "hosting": "host", "receiving": "receive", "meeting": "meet"}
_BEFORE_GERUNDS = ("to", "of", "for", "before", "after", "by")
_LINKING = ("while", "and", "but", "as", "when")
_BEFORE_VERBS = ("aux", "aux:pass", "cop", "mark", "advmod")
_TWO = ("two", "three", "pair", "duo", "trio")
_FINITE = ("VBD", "VBZ", "VBP")


def mend(doc: Doc) -> Doc:
    """The same Doc, its trees mended."""
    for token in doc:
        if token.dep_ == "case":
            token.head = _head_of(token.head)
        if verb := _verb_without_subject(token):
            token.head, token.dep_ = verb, "nsubj"
        if token.dep_ == "nsubj" and token.head.dep_ == "aux" and not syntax.own_subjects(token.head.head):
            token.head = token.head.head
        if _is_before_verb(token):
            _put_before(token, token.nbor(1))
        if _is_act_of_two(token):
            _put_over(token, token.head)
        if speaker := _speaker_listed(token):
            speaker.head, speaker.dep_ = token, "nsubj"
            token.head, token.dep_, token.tag_ = token.sent.root, "parataxis", "VBD"
        if clause := _clause_before(token):
            token.head = clause
        if name := _name_before_day(token) or _name_behind_day(token):
            name.head, name.dep_, token.dep_ = token.head, "nsubj", "obl:unmarked"
        if _is_joined(token):
            token.dep_ = "conj"
        if token.dep_ == "appos" and token.pos_ == "PROPN" and syntax.cases(token) & {"by", "with"}:
            token.dep_ = "nmod"
        if token.dep_ == "flat" and token.lower_ in _DAYS and token.head.head.i != token.head.i:
            token.head, token.dep_ = token.head.head, "obl:unmarked"
        if subject := _parenthesised(token):
            subject.head, subject.dep_ = token, "nsubj"
        if _is_gerund(token):
            _turn(token)
        if event := _followed(token):
            event.head, event.dep_ = next(word for word in token.ancestors if word.pos_ == "VERB"), "obl"
            token.head, token.dep_ = event, "case"
        if verb := _holding(token):
            token.head, token.dep_ = verb, "obj"
        if meeting := _arranged(token):
            token.head, token.dep_ = meeting, "acl"
        visitors = syntax.children(token, "obj") if _is_attribute(token) else []
        if visitors:
            _hang(token, visitors[0])
    return doc


def _head_of(word: Token) -> Token:
    """The head of the noun phrase that a word before it modifies."""
    while word.dep_ in _MODIFYING and word.head.i > word.i:
        word = word.head
    return word


def _verb_without_subject(token: Token) -> Token | None:
    """The verb whose subject a name is that hangs on the adverbial before it ("After talks in Oslo, Berg left").

    The name stands behind the adverbial's comma, and the verb, which has no subject, right behind the name or behind
    what is told of it.
    """
    if token.dep_ not in ("appos", "dep") or token.tag_ != "NNP":
        return None
    verb = next((above for above in token.ancestors if above.i > token.i), None)
    if verb is None or token.nbor(1).text == "-":
        return None
    finite = verb.tag_ in _FINITE or syntax.children(verb, "aux", "cop")
    adverbial = next(above for above in (token, *token.ancestors) if above.head.i == verb.i)
    comma = any(word.text == "," for word in token.doc[adverbial.i + 1 : token.i])
    if not (comma and finite) or syntax.own_subjects(verb):
        return None
    own = {word.i for word in adverbial.subtree}
    behind = [word for word in verb.doc[token.right_edge.i + 1 : verb.i] if word.i not in own and not word.is_punct]
    fronted = adverbial.dep_ in ("obl", "advcl", "obl:unmarked") and adverbial.i < token.i
    return verb if fronted and all(word.dep_ in _BEFORE_VERBS for word in behind) else None


def _is_before_verb(last: Token) -> bool:
    """Is it a "last" that tells when something was done before ("the two last met in Oslo")?"""
    verb = last.nbor(1) if last.i + 1 < len(last.doc) else last
    return last.lower_ == "last" and verb.pos_ == "VERB" and verb.tag_ in ("VBD", "VBN", "VBP")


def _put_before(last: Token, verb: Token) -> None:
    """Make a "last" the adverb of the verb behind it, and a number before it the verb's subject."""
    last.head, last.dep_ = verb, "advmod"
    for number in syntax.children(verb, "nummod"):
        number.dep_ = "nsubj"
        for determiner in syntax.children(verb, "det"):
            determiner.head = number


def _clause_before(adverbial: Token) -> Token | None:
    """The verb of the clause that an adverbial before "…, she said" belongs to ("met in Oslo on Monday, she said")."""
    saying = adverbial.head
    if adverbial.dep_ not in ("obl", "obl:unmarked", "advmod", "advcl") or saying.i < adverbial.i:
        return None
    speakers = [noun for noun in syntax.children(saying, "nsubj") if noun.i > adverbial.right_edge.i]
    if not speakers or syntax.lemma(saying) not in TELLING or speakers[0].nbor(1).i > saying.i:
        return None
    edge = speakers[0].left_edge.i
    if not any(word.text in (",", "”", '"') for word in saying.doc[edge - 1 : edge + 1]):
        return None
    first = adverbial.left_edge
    if any(word.lower_ in _LINKING for word in first.doc[max(first.i - 1, 0) : first.i + 2]):
        return None
    told = [*syntax.children(saying, "ccomp", "parataxis"), saying.head]
    return next((verb for verb in told if verb.pos_ == "VERB" and verb.i < adverbial.i), None)


def _is_act_of_two(verb: Token) -> bool:
    """Is it what "the two" did, taken for the attribute of its object ("where the two reviewed preparations")?"""
    if verb.dep_ != "amod" or verb.tag_ != "VBN" or verb.i < 2:
        return False
    return verb.nbor(-1).lower_ in _TWO and verb.nbor(-2).lower_ == "the" and verb.head.i > verb.i


def _put_over(verb: Token, noun: Token) -> None:
    """Make a verb the head of the noun it was hung on, and the number before it its subject."""
    is_root = noun.head.i == noun.i
    verb.head, verb.dep_, verb.tag_, verb.pos_ = (verb if is_root else noun.head), noun.dep_, "VBD", "VERB"
    for child in [child for child in noun.lefts if child.i < verb.i]:
        child.head = verb
        if child.i == verb.i - 1:
            child.dep_ = "nsubj"
    verb.nbor(-2).head, noun.head, noun.dep_ = verb.nbor(-1), verb, "obj"


def _speaker_listed(saying: Token) -> Token | None:
    """The speaker behind a comma whom the tree lists with those before ("met Berg, Costa said")."""
    if saying.tag_ not in ("VBD", "VBN") or syntax.lemma(saying) not in TELLING or saying.i < saying.sent.start + 3:
        return None
    before = saying.nbor(-1)
    name = before.head if before.dep_ == "flat" else before
    edge = name.left_edge
    listed = name.dep_ in ("conj", "appos") and name.pos_ == "PROPN" and name.head.i < edge.i
    is_free = saying.head.i < edge.i and not syntax.own_subjects(saying) and not syntax.children(saying, "aux:pass")
    return name if listed and is_free and "," in (edge.text, edge.nbor(-1).text) else None


def _name_before_day(day: Token) -> Token | None:
    """The name before a day that the tree has for the subject of its verb."""
    if day.dep_ != "nsubj" or day.lower_ not in _DAYS or day.head.tag_ not in _FINITE:
        return None
    before = [word for word in day.head.lefts if word.i < day.i and word.pos_ in ("PROPN", "NOUN")]
    return next((word for word in before if not syntax.cases(word) and word.dep_ != "obl:unmarked"), None)


def _name_behind_day(day: Token) -> Token | None:
    """The name that the tree hangs on the day before it, which it has for the subject ("Also Monday, Berg met …")."""
    if day.dep_ != "nsubj" or day.lower_ not in _DAYS or day.head.tag_ not in _FINITE:
        return None
    return next((word for word in day.rights if word.pos_ == "PROPN" and word.i < day.head.i), None)


def _is_joined(token: Token) -> bool:
    """Does a name hang by an "and" on the one before, as something else than what is joined to it?"""
    if token.dep_ not in ("nmod", "appos") or token.pos_ != "PROPN" or token.head.pos_ != "PROPN":
        return False
    return token.head.i < token.i and token.left_edge.lower_ == "and" and not syntax.cases(token)


def _parenthesised(verb: Token) -> Token | None:
    """The noun that ends with a parenthesis before a verb that the tree has joined to an earlier one by no "and"."""
    above = verb.head
    if verb.tag_ not in _FINITE or verb.dep_ != "conj" or verb.nbor(-1).text != "," or syntax.own_subjects(verb):
        return None
    if above.pos_ != "VERB" or any(syntax.children(word, "cc") for word in syntax.children(above, "conj")):
        return None
    behind = [word for word in above.rights if word.i < verb.i and word.pos_ in ("PROPN", "NOUN")]
    noun = next((word for word in behind if word.right_edge.i == verb.i - 2), None)
    if noun is None:
        return None
    return noun if any(word.text == "," for word in noun.doc[noun.left_edge.i - 1 : noun.right_edge.i]) else None


def _is_gerund(token: Token) -> bool:
    """Is it a verb that the tree has for the adjective of its object ("looks forward to welcoming Premier Berg")?"""
    linked = token.i > 0 and token.nbor(-1).lower_ in _BEFORE_GERUNDS
    return token.lower_ in _GERUNDS and token.dep_ == "amod" and linked and token.head.pos_ == "PROPN"


def _turn(gerund: Token) -> None:
    """Make a gerund the verb over what it had been hung on."""
    noun, link = _head_of(gerund), gerund.nbor(-1)
    is_root = noun.head.i == noun.i
    gerund.head, gerund.dep_ = (gerund, "ROOT") if is_root else (noun.head, "advcl")
    gerund.tag_, gerund.pos_, gerund.lemma_ = "VBG", "VERB", _GERUNDS[gerund.lower_]
    noun.head, noun.dep_ = gerund, "obj"
    link.head, link.dep_ = gerund, "mark"


def _followed(token: Token) -> Token | None:
    """The event behind a "following" that is its preposition ("adopted a text following talks in Oslo")."""
    if token.lower_ != "following" or token.tag_ != "VBG" or token.dep_ not in ("acl", "advcl"):
        return None
    is_told = any(word.pos_ == "VERB" for word in token.ancestors)
    events = (noun for noun in syntax.children(token, "obj") if syntax.lemma(noun) in EVENT_NOUNS)
    return next(events, None) if is_told else None


def _holding(event: Token) -> Token | None:
    """The verb whose object stands behind those who share in it ("co-chaired, with Berg, the third session")."""
    if event.dep_ != "appos" or event.head.pos_ != "PROPN" or syntax.lemma(event) not in EVENT_NOUNS:
        return None
    verb = next((word for word in event.head.ancestors if word.pos_ == "VERB"), None)
    if verb is None or verb.i > event.head.i or syntax.lemma(verb) not in HOLDING or syntax.children(verb, "obj"):
        return None
    return verb


def _arranged(participle: Token) -> Token | None:
    """The meeting that a participle behind its comma tells of ("the summit of both sides, to be held in Oslo")."""
    if participle.tag_ != "VBN" or participle.dep_ not in ("advcl", "acl") or syntax.own_subjects(participle):
        return None
    edge = participle.left_edge.i
    comma = edge if participle.doc[edge].text == "," else edge - 1
    if syntax.lemma(participle) not in _ARRANGED or comma <= participle.sent.start or participle.doc[comma].text != ",":
        return None
    before = participle.doc[comma - 1]
    return next((noun for noun in (before, *before.ancestors) if syntax.lemma(noun) in EVENT_NOUNS), None)


def _is_attribute(token: Token) -> bool:
    if token.lower_ not in _ATTRIBUTES or token.tag_ != "VBG" or token.dep_ in ("ROOT", "amod"):
        return False
    if not 0 < token.i < len(token.doc) - 1:
        return False
    before, after = token.nbor(-1), token.nbor(1)
    linked = before.lower_ in _LINKS or (before.i == token.head.i and syntax.lemma(before) in _MEETING)
    told = gazetteers.nationality(after.text) or offices.is_office_head(after.text) or after.text[0].isupper()
    return linked and bool(told or after.pos_ in ("ADJ", "NOUN"))


def _hang(attribute: Token, visitor: Token) -> None:
    governor = attribute.head
    links = [child for child in attribute.children if child.i < attribute.i and child.dep_ in ("mark", "case")]
    following = [child for child in attribute.children if child.i > visitor.i]
    visitor.head = governor
    visitor.dep_ = "obj" if not links else "nmod" if governor.pos_ in ("NOUN", "PROPN") else "obl"
    attribute.head, attribute.dep_ = visitor, "amod"
    for link in links:
        link.head, link.dep_ = visitor, "case"
    for child in following:
        child.head = governor
