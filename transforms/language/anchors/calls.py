"""Which "call" tells a meeting: one by telephone, or one that is paid on somebody; not what somebody appeals for."""

from spacy.tokens import Token

from transforms.language.grammar import syntax
from transforms.language.lexicon import offices
from transforms.language.lexicon.constructions import TALKING_BY_PHONE, TALKING_BY_VIDEO

PLACING = frozenset("make place get receive take".split())
_OF_VISITS = frozenset("courtesy farewell introductory".split())
_HAVING = ("hold", "have")
_CONVERSING = frozenset("discuss review exchange".split())
_TELEPHONING = _CONVERSING | frozenset(
    "congratulate thank express convey inform brief wish assure reassure extend offer tell apologize apologise".split()
)
_WHEN = frozenset("today yesterday earlier late again after before separately shortly".split())
_PERIODS = frozenset(("minute", "hour"))
_APPEALS = 14  # tokens behind "called on" in which what they are to do is told


def is_appeal(word: Token) -> bool:
    """Is it an appeal: a noun of which neither a partner nor a telephone is told, a verb of what others are to do?"""
    if syntax.lemma(word) != "call" or is_paid(word):
        return False
    return _asks(word) if word.pos_ == "VERB" else not _is_by_phone(word)


def is_telephoned(verb: Token) -> bool:
    """Is it a person who is called, on the telephone, and not by a name ("called Premier Berg on Monday")?"""
    called = next(iter(syntax.children(verb, "obj")), None) or _officer_behind(verb)
    if called is None or _is_called_a_name(called):
        return False
    is_person = called.ent_type_ == "PERSON" or offices.is_office_head(called.text)
    if not is_person and any(word.tag_ == "POS" for word in called.subtree):
        return False
    by_pronoun = called.lower_ in ("him", "her", "them")
    if called.pos_ != "PROPN" and not (is_person or by_pronoun or are_both(called)):
        return False
    if any(child.ent_type_ == "DATE" for child in called.rights):
        return True
    behind = called.doc[called.right_edge.i + 1 : called.right_edge.i + 3]
    if not behind or called.ent_type_ not in ("PERSON", ""):
        return False
    first, second = behind[0], behind[-1]
    if first.lower_ == "to":
        return syntax.lemma(second) in _TELEPHONING
    told = (
        first.lower_ in _WHEN or first.ent_type_ in ("DATE", "TIME") or (first.lower_ == "and" and second.tag_ == "VBD")
    )
    return told or (first.lower_ in ("on", "as") and (second.ent_type_ == "DATE" or second.lower_ == "well"))


def _officer_behind(verb: Token) -> Token | None:
    """The officer whom the tree takes for a name by which one calls others ("called Italy's president Costa")."""
    names = (word for word in syntax.children(verb, "xcomp") if word.pos_ == "PROPN")
    return next((name for name in names if syntax.children(name, "nmod:desc")), None)


def are_both(called: Token) -> bool:
    """Are "both" of two called, each by himself ("called both leaders")?"""
    return any(word.lower_ == "both" for word in called.lefts)


def _is_called_a_name(called: Token) -> bool:
    """Is it told what somebody is called ("called Premier Berg a beast")?"""
    behind = called.doc[called.i + 1 : called.right_edge.i + 1]
    return any(word.dep_ == "det" and word.nbor(-1).text != "," for word in behind)


def is_paid(noun: Token) -> bool:
    """Is it a call that one pays on another ("paid a call on the premier", "a courtesy call"), none held with him?"""
    verb = syntax.lemma(noun.head) if noun.dep_ == "obj" else None
    kind = any(child.lower_ in _OF_VISITS for child in noun.children)
    return noun.pos_ == "NOUN" and (verb == "pay" or (kind and verb not in _HAVING))


def _is_by_phone(noun: Token) -> bool:
    told = any(child.lower_ in TALKING_BY_PHONE + TALKING_BY_VIDEO + ("conference",) for child in noun.lefts)
    beside = noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in ("with", "between")
    placed = noun.dep_ == "obj" and syntax.lemma(noun.head) in PLACING
    made = placed and (syntax.obliques(noun.head, "to", "from") or syntax.obliques(noun, "from"))
    return bool(told or beside or made or syntax.obliques(noun, "with", "between", "to"))


def _asks(verb: Token) -> bool:
    """Does it say what somebody is to do ("called on the premier to resign"), or give a speaker the word?

    What one calls on another to discuss is a visit's purpose, and so many minutes are how long it was.
    """
    if any(token.lower_ in syntax.FIRST_PERSON for token in syntax.own_subjects(verb)):
        return True
    for word in verb.doc[verb.i + 1 : min(verb.i + _APPEALS, verb.sent.end)]:
        if word.tag_ == "TO" or word.lower_ == "for" or (word.lower_ == "to" and _precedes_verb(word)):
            lasts = word.lower_ == "for" and syntax.lemma(word.head) in _PERIODS
            return not lasts and syntax.lemma(word.nbor(1)) not in _CONVERSING
        if word.tag_ in (*syntax.FINITE, "MD"):
            return False
    return False


def _precedes_verb(word: Token) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor(1).pos_ == "VERB"
