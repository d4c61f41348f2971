"""Which of the dates that a sentence tells is that of its meeting."""

import re
from itertools import takewhile

from spacy.tokens import Doc, Token

from transforms.language import syntax
from transforms.language.constructions import MEASURES, TELLING
from transforms.language.dates import DateExpression
from transforms.language.governing import GOVERNORS, happening, lemma_of
from transforms.language.patterns import Anchor

_BOUND = re.compile(r"(?:since|until|till|by|before|after|prior) ", re.IGNORECASE)
_INTERVAL = re.compile(r"in (?:[\w-]+ ){1,3}(?:days|weeks|months|years|decades)", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\b[^.;]*$", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"\bthe [A-Z][a-z]+ \d")


def date_of(anchor: Anchor, dates: list[DateExpression]) -> DateExpression | None:
    """The date that belongs to the anchor: its own dependent, its governing verb's, or the nearest in its clause."""
    word, sentence = anchor.token, anchor.token.sent
    verb = word if word.pos_ == "VERB" else happening(word) or syntax.governor(_measured(word))
    verbs = {above.i for above in syntax.verbs_of_event(_measured(word), verb)}
    told = word.dep_ in ("nsubj:pass", "obj") and syntax.lemma(verb) in TELLING
    best: tuple[int, int] | None = None
    chosen = None
    for expression in dates:
        if not sentence.start <= expression.start < sentence.end or _BOUND.match(expression.text):
            continue
        if (dated := _dated_noun(word.doc, expression)) is not None and dated.i != word.i:
            continue
        root = word.doc[expression.start : expression.end].root
        if _is_bound_clause(root, word) or _tells_an_interval(word.doc, expression):
            continue
        heads = {root.head.i, root.head.head.i} if root.head.dep_ in ("obl", "nmod", "flat", "appos") else {root.head.i}
        inside = _is_under(root, word)
        between = word.doc[min(word.i, expression.end) : max(word.i, expression.start)]
        broken = any(_breaks(t, word, verbs) for t in between)
        if (verb.i in heads and told) or _dates_the_decision(expression, verb, word):
            continue
        score = 4 if word.i in heads or (inside and not broken) else 3 if verbs & heads else 0 if broken else 2
        rank = (score, -abs(expression.start - word.i))
        if score and (best is None or rank > best):
            best, chosen = rank, expression
    return chosen


def _dates_the_decision(expression: DateExpression, verb: Token, word: Token) -> bool:
    """Does it stand before a verb that only decides of the event ("on Monday ruled out a meeting")?"""
    return expression.end <= verb.i < word.i and lemma_of(verb) in GOVERNORS and verb.tag_ == "VBD"


def _is_bound_clause(root: Token, word: Token) -> bool:
    """Does the date stand in a clause that only tells since or until when ("the first since Berg left in January")?"""
    clauses = (token for token in (root, *root.ancestors) if token.dep_ == "advcl" and not token.is_ancestor(word))
    return any(child.lower_ in ("since", "until") for clause in clauses for child in syntax.children(clause, "mark"))


def _tells_an_interval(doc: Doc, expression: DateExpression) -> bool:
    """Does it only tell how long ago the last one was ("the first visit in three years")?"""
    before = doc[doc[expression.start].sent.start : expression.start].text
    return bool(_INTERVAL.fullmatch(expression.text) and _FIRST.search(before))


def _dated_noun(doc: Doc, expression: DateExpression) -> Token | None:
    """The noun that a day with an article tells the date of ("the May 3 general election", "the March 4 talks")."""
    if not _DAY_BEFORE.search(expression.text):
        return None
    behind = takewhile(lambda t: t.pos_ in ("ADJ", "NOUN", "PROPN") or t.text == ",", doc[expression.end :])
    return next((token for token in reversed(list(behind)) if token.pos_ == "NOUN"), None)


def _measured(noun: Token) -> Token:
    """The "round" of "the next round of talks", the noun itself where there is none."""
    is_part = noun.dep_ == "nmod" and syntax.lemma(noun.head) in MEASURES
    return noun.head if is_part else noun


def _is_under(token: Token, word: Token) -> bool:
    """Does the token depend on the word, no other verb between?"""
    while token.head.i not in (token.i, word.i):
        token = token.head
        if token.pos_ == "VERB":
            return False
    return token.head.i == word.i


def _breaks(token: Token, word: Token, verbs: set[int]) -> bool:
    """Does another clause begin at the token: a verb neither the event's own nor a participle at it, or a dash?"""
    other = token.pos_ == "VERB" and token.i not in (word.i, *verbs) and token.head.i != word.i
    return other or token.text in (";", "—", "–") or (token.lower_ == "that" and token.dep_ == "mark")
