"""Times set apart from the subjects that stand beside them.

A day is no subject beside a name ("Berg, the premier, today met Costa"), nor is the time before a clause ("A day after
Berg met Costa", "Two weeks after the coup, Berg met Costa"). A day or date that opens a sentence is told of its verb,
not of the name behind it ("On Monday Premier Anna Berg met").
"""

from spacy.tokens import Token

from transforms.language.grammar import syntax
from transforms.language.lexicon.constructions import DAYS

_TIMES = frozenset("hour hours day days week weeks month months year years".split())
_LAPSED = ("after", "before", "since")


def set_apart(token: Token) -> None:
    """Hangs a time on the verb it is told of, and gives that verb its subject, in place."""
    if predicate := _predicate_behind_time(token):
        _put_below(token, predicate)
    if _is_time_before_subject(token):
        token.dep_ = "obl"
    if noun := _subject_behind_time(token):
        syntax.open_clause(noun, token.head)
        token.dep_ = "obl:unmarked"
    if name := _name_before_day(token) or _name_behind_day(token):
        syntax.hang(name, token.head, "nsubj")
        token.dep_ = "obl:unmarked"
    if day := _day_before_name(token):
        syntax.hang(day.nbor(-1), day, "case")
        syntax.hang(day, token.head, "obl")
        token.dep_ = "nsubj"
    if verb := _verb_behind_date(token):
        syntax.hang(token, verb, "nsubj")


def _predicate_behind_time(noun: Token) -> Token | None:
    """What the sentence says, where the tree has a time before its comma for that ("A week after that, Berg met")."""
    if noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or syntax.cases(noun).isdisjoint(_LAPSED):
        return None
    behind = [word for word in noun.rights if any(t.text == "," for t in noun.doc[noun.i : word.left_edge.i + 1])]
    return next((word for word in behind if word.tag_ in syntax.FINITE or syntax.children(word, "aux", "cop")), None)


def _put_below(time: Token, predicate: Token) -> None:
    """Makes a predicate the head of the time that it was hung on, and of what stands behind that one's comma."""
    comma = next(word.i for word in time.doc[time.i :] if word.text == ",")
    behind = [word for word in time.rights if word.left_edge.i >= comma and word.i != predicate.i]
    predicate.head, predicate.dep_ = predicate, "ROOT"
    syntax.hang(time, predicate, "obl")
    for word in behind:
        is_subject = word.i < predicate.i and word.dep_ == "appos" and not syntax.own_subjects(predicate)
        syntax.hang(word, predicate, "nsubj" if is_subject else "obl" if word.dep_ == "nmod" else word.dep_)


def _is_time_before_subject(noun: Token) -> bool:
    """Is it a time before the subject, which the tree has for a subject too ("A week after the coup, Berg met Lie")?"""
    if noun.dep_ != "nsubj" or syntax.cases(noun).isdisjoint(_LAPSED):
        return False
    return any(other.i > noun.i for other in syntax.children(noun.head, "nsubj"))


def _subject_behind_time(time: Token) -> Token | None:
    """The subject that the tree hangs on the time before its clause ("A day after Berg met Costa")."""
    if time.dep_ != "nsubj" or time.lower_ not in _TIMES:
        return None
    if time.head.tag_ not in syntax.FINITE and not syntax.children(time.head, "aux", "cop"):
        return None
    return next((noun for noun in syntax.obliques(time, "after", "before") if noun.i < time.head.i), None)


def _name_before_day(day: Token) -> Token | None:
    """The name before a day that the tree has for the subject of its verb."""
    if day.dep_ != "nsubj" or day.lower_ not in DAYS or day.head.tag_ not in syntax.FINITE:
        return None
    before = [word for word in day.head.lefts if word.i < day.i and word.pos_ in ("PROPN", "NOUN")]
    return next((word for word in before if not syntax.cases(word) and word.dep_ != "obl:unmarked"), None)


def _name_behind_day(day: Token) -> Token | None:
    """The name that the tree hangs on the day before it, which it has for the subject ("Also Monday, Berg met …")."""
    if day.dep_ != "nsubj" or day.lower_ not in DAYS or day.head.tag_ not in syntax.FINITE:
        return None
    return next((word for word in day.rights if word.pos_ == "PROPN" and word.i < day.head.i), None)


def _day_before_name(name: Token) -> Token | None:
    """The day that opens a sentence, to whose "on" the tree hung the subject ("On Monday Danish Premier Berg met")."""
    verb = name.head
    if name.dep_ != "obl" or name.tag_ != "NNP" or not (verb.tag_ in syntax.FINITE and name.i < verb.i):
        return None
    on, day = name.doc[name.sent.start], name.doc[name.sent.start + 1]
    opens = on.lower_ == "on" and day.lower_ in DAYS and day.i < name.i
    return day if opens and day.head in name.subtree and not syntax.own_subjects(verb) else None


def _verb_behind_date(name: Token) -> Token | None:
    """The verb of a name that the tree hangs on the date before it ("On January 2 Denmark's Premier Anna Berg met")."""
    date, verb = name.head, name.head.head
    is_date = date.tag_ == "CD" and date.dep_ in syntax.OBLIQUES and bool(syntax.children(date, "nmod:unmarked"))
    behind = is_date and name.dep_ == "appos" and name.tag_ == "NNP"
    if not behind or verb.tag_ not in syntax.FINITE or verb.i < name.i or syntax.own_subjects(verb):
        return None
    return None if "," in name.doc[date.i : name.left_edge.i + 1].text else verb
