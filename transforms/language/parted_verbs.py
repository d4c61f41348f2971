"""Verbs rejoined with the auxiliaries that a day parts from them ("Berg will on Monday meet Costa").

The tree then takes the day for a predicate, with the auxiliary and often the subject on it.
"""

import calendar

from spacy.tokens import Doc, Token

from transforms.language import syntax
from transforms.language.constructions import DAYS

_BE = ("is", "are", "was", "were", "be", "been")
_MONTHS = frozenset(month.lower() for month in (*calendar.month_name, *calendar.month_abbr) if month)
_OF_DATES = DAYS | _MONTHS | frozenset("morning afternoon evening night the ,".split())


def rejoin_verbs(doc: Doc) -> None:
    """Hangs an auxiliary before "on Monday", and the day itself, on the verb right behind the day, in place."""
    for preposition in doc:
        if preposition.lower_ != "on" or preposition.i == 0 or preposition.nbor(-1).pos_ != "AUX":
            continue
        end = _date_end(preposition)
        if preposition.i + 1 < end < preposition.sent.end and doc[end].tag_ in ("VB", "VBN", "VBG"):
            _rejoin(preposition.nbor(-1), range(preposition.i, end), doc[end])


def _date_end(preposition: Token) -> int:
    words = preposition.doc[preposition.i + 1 : preposition.sent.end]
    return next((word.i for word in words if word.lower_ not in _OF_DATES and not word.like_num), preposition.sent.end)


def _rejoin(auxiliary: Token, day: range, verb: Token) -> None:
    tops = [word for word in verb.doc[day.start : day.stop] if word.head.i not in day or word.head.i == word.i]
    hung = [word for word in verb.sent if word.head.i in day and word.i not in (*day, verb.i)]
    if verb.head.i in day:
        top = tops[0]
        verb.head, verb.dep_ = (verb, "ROOT") if top.head.i == top.i else (top.head, top.dep_)
    for top in tops:
        syntax.hang(top, verb, "obl")
    for word in hung:
        syntax.hang(word, verb, word.dep_)
    is_passive = verb.tag_ == "VBN" and auxiliary.lower_ in _BE
    syntax.hang(auxiliary, verb, "aux:pass" if is_passive else "aux")
    for subject in syntax.children(verb, "nsubj") if is_passive else []:
        subject.dep_ = "nsubj:pass"
