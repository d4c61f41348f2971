"""Trees mended: an officer's attribute taken for a verb ("met with visiting Premier Berg"), words hung too low.

The attribute stands between a verb of meeting, or "with", and an office or a nationality. A preposition belongs to the
head of its noun phrase, not to a word that only modifies it ("by His Majesty Anna Berg", "with the president-elect"), a
subject or a "last" to the verb and not to its auxiliary or subject ("the leaders had last met"). What "the two" did is
no attribute ("where the two reviewed plans"). First verbs are rejoined, subjects and objects restored, and words hung
where they belong; see parted_verbs, lost_subjects, lost_objects, attachments. Where a word's class and its tag
contradict each other, the tag counts, and where its tag and its place in the tree do, the tree.
"""

from spacy.tokens import Doc, Token

from transforms.language.grammar import syntax
from transforms.language.grammar.governing import TRAVEL
from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.constructions import ADDRESSING, EVENT_NOUNS, VERBS
from transforms.language.mending.attachments import attach, head_of
from transforms.language.mending.lost_objects import restore_objects
from transforms.language.mending.lost_subjects import restore_subjects
from transforms.language.mending.parted_verbs import rejoin_verbs

_MEETING = frozenset(lemma for row in VERBS if row.takes_object for lemma in row.lemmas) | ADDRESSING
_NOUN_OF = {"NNS": "NOUN", "NNPS": "PROPN"}
_LINKS = ("with", "between")
_ATTRIBUTES = ("visiting", "outgoing", "incoming")
_TWO = ("two", "three", "pair", "duo", "trio")


def mend(doc: Doc) -> Doc:
    """The same Doc, its trees mended."""
    for token in doc:
        if tag := _tag_told_by_tree(token):
            token.tag_ = tag
            if tag == "VBZ":
                _turn_into_verb(token)
        token.pos_ = _class_told_by_tag(token)
    rejoin_verbs(doc)
    restore_subjects(doc)
    restore_objects(doc)
    for token in doc:
        if _is_noun(token):
            _turn_into_noun(token)
        if token.dep_ == "case":
            token.head = head_of(token.head)
            token.dep_ = "compound" if _is_hyphenated(token) else "case"
        if _is_elect(token):
            _put_behind_office(token, token.nbor(-2))
        if token.dep_ in syntax.FUNCTION_WORDS:
            continue
        if token.dep_ == "nsubj" and token.head.dep_ == "aux" and not syntax.own_subjects(token.head.head):
            token.head = token.head.head
        if _is_before_verb(token):
            _put_before(token, token.nbor(1))
        if _is_act(token):
            _put_over(token, token.head)
        attach(token)
        visitors = syntax.children(token, "obj") if _is_attribute(token) else []
        if visitors:
            _hang_on_visitor(token, visitors[0])
    return doc


def _tag_told_by_tree(token: Token) -> str | None:
    """The tag of a word that the tagger takes for what the parser does not.

    A plural with a subject is a verb ("Berg travels to Oslo", "Berg plans to go"), and a verb that is itself a subject
    a plural ("representatives met").
    """
    if token.tag_ == "VBZ" and token.dep_ in syntax.SUBJECTS:
        return "NNS"
    if (token.lower_, token.tag_) == ("wound", "VBP"):
        return "VBD"
    if (token.lower_, token.tag_) == ("set", "VB") and token.dep_ in ("advcl", "conj") and token.i:
        return "VBN" if token.nbor(-1).text == "," else None  # "the talks, set to begin on Monday"
    if token.tag_ != "NNS" or syntax.children(token, "cop", "det"):
        return None
    if any(word.tag_ == "VBD" for word in syntax.children(token, "amod")):  # "Berg scrapped plans to meet"
        return None
    if syntax.lemma(token) in TRAVEL and token.dep_ == "ROOT" and _is_behind_name(token):
        return "VBZ"
    if not syntax.children(token, "nsubj"):
        return None
    aims = any(word.tag_ == "VB" for word in syntax.children(token, "acl"))
    return "VBZ" if aims or syntax.lemma(token) in TRAVEL else None


def _is_behind_name(word: Token) -> bool:
    """Does it stand between a name and "to" or "for" ("Premier Berg heads to Oslo")?"""
    behind = word.doc[word.i + 1 : word.i + 2].text
    return word.i > word.sent.start and word.nbor(-1).pos_ == "PROPN" and behind in ("to", "for")


def _turn_into_verb(verb: Token) -> None:
    """Makes what hangs on a noun what it is at the verb that the noun is."""
    for word in list(verb.children):
        if word.dep_ == "acl":
            word.dep_ = "xcomp"
        elif word.dep_ == "nmod" and syntax.cases(word):
            word.dep_ = "obl"
        elif word.dep_ == "compound" and word.i < verb.i:
            word.dep_ = "nsubj"


def _class_told_by_tag(token: Token) -> str:
    """The word class, by the tag where the two contradict each other: it is the surer."""
    if token.pos_ == "VERB" and token.tag_ in _NOUN_OF:
        return _NOUN_OF[token.tag_]
    if token.pos_ in ("VERB", "NOUN") and token.tag_ == "NNP" and _is_name_alone(token):
        return "PROPN"
    return "VERB" if token.pos_ in ("NOUN", "PROPN") and token.tag_ in syntax.FINITE else token.pos_


def _is_name_alone(word: Token) -> bool:
    """Is it written as a name, and no office, body or event?"""
    told = offices.is_office_head(word.lower_) or offices.is_body(word.lower_) or word.lower_ in EVENT_NOUNS
    return not (word.is_lower or told)


def _is_noun(token: Token) -> bool:
    """Are they events that the tagger takes for a verb, and the parser for what only nouns can be ("favours talks")?"""
    if (token.lower_, token.tag_) == ("talks", "VB"):  # "an invitation to talks"
        return _is_behind_to(token)
    if token.tag_ != "VBZ" or syntax.lemma(token) not in EVENT_NOUNS:
        return False
    is_part = token.dep_ in (*syntax.OBJECTS, *syntax.OBLIQUES) or _is_behind_to(token)
    return is_part or bool(syntax.obliques(token, "between"))


def _turn_into_noun(event: Token) -> None:
    """Makes a verb the noun that it is, and what hung on it as its subject a part of what is said of it."""
    event.pos_, event.tag_ = "NOUN", "NNS"
    if _is_behind_to(event):
        event.dep_, event.nbor(-1).dep_ = "obl", "case"
    predicate = _predicate_behind(event) or event.head
    for word in syntax.children(event, "nsubj"):
        syntax.hang(word, predicate, "obl" if syntax.cases(word) else "mark")
    if predicate.i != event.head.i:
        syntax.hang(event, predicate, "nsubj")


def _predicate_behind(event: Token) -> Token | None:
    """What is said of an event that the tree puts beside it ("reported that talks between … | are to begin")."""
    beside = syntax.children(event.head, event.dep_) if event.dep_ == "ccomp" else []
    behind = (word for word in beside if word.i > event.i and syntax.children(word, "cop", "aux"))
    return next((word for word in behind if not syntax.own_subjects(word)), None)


def _is_behind_to(word: Token) -> bool:
    return word.i > word.sent.start and word.nbor(-1).tag_ == "TO"


def _is_hyphenated(preposition: Token) -> bool:
    """Does it stand between hyphens, as in "one-on-one"?"""
    return 0 < preposition.i < len(preposition.doc) - 1 and preposition.nbor(-1).text == preposition.nbor(1).text == "-"


def _is_elect(word: Token) -> bool:
    """Does it tell that who bears the office before it does not hold it yet ("the president-elect")?"""
    if word.lower_ not in ("elect", "designate") or word.i < 2 or word.nbor(-1).text != "-":
        return False
    office = word.nbor(-2)
    return office.head.i == word.i and offices.is_office_head(office.text)


def _put_behind_office(word: Token, office: Token) -> None:
    is_root = word.head.i == word.i
    office.head, office.dep_ = (office, "ROOT") if is_root else (word.head, word.dep_)
    for child in [child for child in word.children if child.i != office.i]:
        syntax.hang(child, office, child.dep_)
    syntax.hang(word, office, "nmod:desc")


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


def _is_act(verb: Token) -> bool:
    """Is it what "the two", or somebody named, did, taken for an attribute ("the two reviewed plans")?"""
    if verb.dep_ != "amod" or verb.i < 2 or verb.head.i < verb.i:
        return False
    if verb.tag_ == "VBD" and any(syntax.children(word, "nsubj") for word in (verb, verb.head)):
        return True
    if verb.tag_ != "VBN":
        return False
    before, noun = verb.nbor(-1), verb.head
    of_two = before.lower_ in _TWO and verb.nbor(-2).lower_ == "the"
    return of_two or (before.pos_ == "PROPN" and noun.head.i == noun.i and not syntax.children(noun, "cop"))


def _put_over(verb: Token, noun: Token) -> None:
    """Make a verb the head of the noun it was hung on, and who stands before it its subject."""
    is_root = noun.head.i == noun.i
    verb.head, verb.dep_, verb.tag_, verb.pos_ = (verb if is_root else noun.head), noun.dep_, "VBD", "VERB"
    for child in [child for child in noun.lefts if child.i < verb.i]:
        child.head = verb
        if child.right_edge.i == verb.i - 1:
            child.dep_ = "nsubj"
    if verb.nbor(-1).lower_ in _TWO:
        verb.nbor(-2).head = verb.nbor(-1)
    noun.head, noun.dep_ = verb, "obj"


def _is_attribute(token: Token) -> bool:
    if token.lower_ not in _ATTRIBUTES or token.tag_ != "VBG" or token.dep_ in ("ROOT", "amod"):
        return False
    if not 0 < token.i < len(token.doc) - 1:
        return False
    before, after = token.nbor(-1), token.nbor(1)
    linked = before.lower_ in _LINKS or (before.i == token.head.i and syntax.lemma(before) in _MEETING)
    told = gazetteers.nationality(after.text) or offices.is_office_head(after.text) or after.text[0].isupper()
    return linked and bool(told or after.pos_ in ("ADJ", "NOUN"))


def _hang_on_visitor(attribute: Token, visitor: Token) -> None:
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
