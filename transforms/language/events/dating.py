"""Which of the dates that a sentence tells is that of its meeting."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Token

from transforms.language.anchors.patterns import Anchor
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import GOVERNORS, MOTION, happening, lemma_of, measured
from transforms.language.grammar.tenses import is_in_pluperfect, is_on_timetable, is_simple_past
from transforms.language.lexicon.constructions import EVENT_NOUNS, HAPPENING, TELLING
from transforms.language.temporal.dates import DateExpression, without_preposition

_BOUND = re.compile(r"(?:since|until|till|by|before|after|prior) ", re.IGNORECASE)
_INTERVAL = re.compile(r"in (?:[\w-]+ ){1,3}(?:days|weeks|months|years|decades)", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\b[^.;]*$", re.IGNORECASE)
_OF = re.compile(r"of ", re.IGNORECASE)
_PARTS_OF_TIME = frozenset(
    "hour morning noon afternoon evening night day week weekend half part beginning start middle end course".split()
)
_APART = frozenset("ahead before after following prior".split())
_STARTING = ("begin", "commence", "start")  # "On May 7, commencing at 1 p.m., Berg met Costa"
_TOLD_IN = frozenset("statement address speech interview report remark broadcast letter message article".split())
_DAY_BEFORE = re.compile(r"\b(?:the|an?|its|their) [A-Z][a-z]+ \d")


class _Clause(NamedTuple):
    """The word of a meeting, the verb over it, those that tell what becomes of it, and those that share its subject."""

    word: Token
    verb: Token
    verbs: frozenset[int]
    joined: frozenset[int]


def date_of(anchor: Anchor, dates: list[DateExpression]) -> DateExpression | None:
    """The date that belongs to the anchor: its own dependent, its governing verb's, or the nearest in its clause."""
    word, sentence = anchor.token, anchor.token.sent
    verb = word if word.pos_ == "VERB" else happening(word) or _verb_of(word)
    told_of = (
        *syntax.verbs_of_event(measured(word), verb),
        *_awaiting(verb),
        *_told_behind(word),
        *_told_behind(measured(word)),
        *_followed(verb),
    )
    clause = _Clause(word, verb, frozenset(v.i for v in told_of), frozenset(v.i for v in _joined(verb)))
    near = [date for date in dates if sentence.start <= date.start < sentence.end]
    if told := _told_before_when(clause, near):
        return told
    ranked = [(_score(date, clause), -abs(date.start - word.i), date) for date in near]
    fitting = [rank for rank in ranked if rank[0]]
    if not fitting and is_on_timetable(word):
        return next((date for date in reversed(dates) if date.start < sentence.start and _heads(word.doc, date)), None)
    return max(fitting, key=lambda rank: rank[:2])[2] if fitting else None


def _heads(doc: Doc, expression: DateExpression) -> bool:
    """Does it stand in a line without a verb, as over a timetable?"""
    return not any(token.pos_ in ("VERB", "AUX") for token in doc[expression.start].sent)


def _score(expression: DateExpression, clause: _Clause) -> int:
    """How near to the meeting the tree hangs a date: 0 where it is another's."""
    word, verb, verbs, joined = clause
    root = word.doc[expression.start : expression.end].root
    between = word.doc[min(word.i, expression.end) : max(word.i, expression.start)]
    broken = any(_breaks(token, word, verbs | joined) for token in between)
    if expression.leads:
        return 4 if expression.end <= word.i and not broken and "," not in between.text else 0
    if _BOUND.match(expression.text) or _is_bound_clause(root, word) or _tells_an_interval(word.doc, expression):
        return 0
    if _is_since_then(word, expression) or _dates_another(root, word) or _tells_of_a_party(root, word):
        return 0
    if verb.dep_ == "acl:relcl" and is_in_pluperfect(verb) and not verb.is_ancestor(root):
        return 0
    if (dated := _dated_noun(root, expression)) is not None and dated.i != word.i:
        return 0
    heads = {root.head.i, root.head.head.i} if root.head.dep_ in ("obl", "nmod", "flat", "appos") else {root.head.i}
    if root.head.tag_ == "VBG" and syntax.lemma(root.head) in _STARTING:
        heads.add(root.head.head.i)
    told = word.dep_ in ("nsubj:pass", "obj") and syntax.lemma(verb) in TELLING
    if (verb.i in heads and told) or _dates_the_decision(expression, verb, word):
        return 0
    if word.i in heads or (_is_under(root, word) and not broken):
        return 4
    if syntax.lemma(root.head) in _TOLD_IN and expression.end <= word.i:
        return 0 if broken else 1
    if root.head.i == word.head.i and word.tag_ == "VB" and not broken:  # "was in Oslo on Monday to see Berg"
        return 3
    if "ahead" in {*syntax.cases(word), word.head.lower_}:
        return 0
    if expression.end <= word.i and _is_topic(word):
        return 0
    if verbs & heads:
        return 3
    if broken:
        return 0
    if joined & heads:
        return 2
    return 1 if syntax.is_clause(root.head) or _dates_the_telling(root, word) else 2


def _verb_of(noun: Token) -> Token:
    """The word that an event depends on; for that during which something is done, the verb."""
    above = syntax.governor(measured(noun))
    verb = syntax.verb_above(noun) if above.pos_ == "NOUN" and "during" in syntax.cases(noun) else None
    return verb if verb is not None else above


def _awaiting(verb: Token) -> Iterator[Token]:
    """The predicates above it that only tell that it is to come ("is expected on Monday to meet")."""
    while verb.dep_ == "xcomp" and GOVERNORS.get(lemma_of(verb.head)) == "planned" and syntax.auxiliaries(verb.head):
        yield (verb := verb.head)


def _told_behind(noun: Token) -> Iterator[Token]:
    """The verbs of a clause that tells when it takes place ("talks, which are set to begin on Friday")."""
    for clause in syntax.children(noun, "acl:relcl", "acl"):
        if syntax.tells_of_thing(clause) or clause.tag_ == "VBN":
            verbs = (clause, *syntax.children(clause, "xcomp"))
            yield from (verb for verb in verbs if syntax.lemma(verb) in HAPPENING)


def _followed(verb: Token) -> Iterator[Token]:
    """The verb of what was done right before it, on the same day ("called on Lie on Monday before meeting Costa")."""
    marks = {child.lower_ for child in syntax.children(verb, "mark", "case")}
    if (verb.dep_, verb.tag_) == ("advcl", "VBG") and marks & {"before", "while"}:
        yield verb.head


def _joined(verb: Token) -> Iterator[Token]:
    """The verbs before it that share its subject ("on Monday will meet Berg and hold talks with Costa")."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not syntax.own_subjects(verb):
        yield (verb := verb.head)


def _told_before_when(clause: _Clause, near: list[DateExpression]) -> DateExpression | None:
    """The date before the "when" of the meeting's clause, whatever it bounds ("since May, when they met")."""
    for when in (child for child in clause.verb.children if child.lower_ == "when"):
        end = when.i - 1 if when.i and when.nbor(-1).text == "," else when.i
        for date in near:
            if date.end == end:
                return replace(date, text=without_preposition(date.text))
    return None


def _is_since_then(word: Token, expression: DateExpression) -> bool:
    """Does it only tell when something was since which one tells ("the first talks since the coup last May")?"""
    before = word.doc[max(word.sent.start, word.i + 1) : expression.start]
    noun = takewhile(
        lambda t: t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "SCONJ", "PART") or t.tag_ == "HYPH",
        reversed(before),
    )
    return any(token.lower_ == "since" for token in noun)


def _is_topic(word: Token) -> bool:
    """Is it what somebody speaks about ("reacted on Sunday to remarks about a meeting", "a statement on the talks")?"""
    cases = syntax.cases(word)
    return "about" in cases or ("on" in cases and syntax.lemma(word.head) in _TOLD_IN)


def _dates_the_decision(expression: DateExpression, verb: Token, word: Token) -> bool:
    """Does it stand before a verb that only decides of the event ("on Monday ruled out a meeting")?"""
    return expression.end <= verb.i < word.i and lemma_of(verb) in GOVERNORS and is_simple_past(verb)


def _dates_the_telling(root: Token, word: Token) -> bool:
    """Does it tell when somebody said so ("met Berg, the ministry said in a statement on Tuesday")?"""
    above = syntax.verb_above(root)
    return above is not None and syntax.lemma(above) in TELLING and root.i > word.i


def _is_bound_clause(root: Token, word: Token) -> bool:
    """Does the date stand in a clause that only tells since or until when ("the first since Berg left in January")?"""
    clauses = (token for token in (root, *root.ancestors) if token.dep_ == "advcl" and not token.is_ancestor(word))
    return any(child.lower_ in ("since", "until") for clause in clauses for child in syntax.children(clause, "mark"))


def _dates_another(root: Token, word: Token) -> bool:
    """Does the tree hang a date on another event, before or after which this one is ("ahead of a summit in June")?"""
    noun = root.head
    apart = root.dep_ == "nmod" and noun.i > word.i and not noun.is_ancestor(word)
    return apart and bool({*syntax.cases(noun), noun.head.lower_} & _APART)


def _tells_of_a_party(root: Token, word: Token) -> bool:
    """Does a relative clause only tell of a party when it did something else ("Berg, who was elected in May, met")?"""
    clauses = [t for t in root.ancestors if t.dep_ == "acl:relcl" and not t.is_ancestor(word) and root.i < word.i]
    return any(clause.i != word.i and lemma_of(clause) not in MOTION for clause in clauses)


def _tells_an_interval(doc: Doc, expression: DateExpression) -> bool:
    """Does it only tell how long ago the last one was ("the first visit in three years")?"""
    if not _INTERVAL.fullmatch(expression.text):
        return False
    return bool(_FIRST.search(doc[doc[expression.start].sent.start : expression.start].text))


def _dated_noun(root: Token, expression: DateExpression) -> Token | None:
    """The noun that alone a date belongs to ("the May 3 election", "the deal of 2015", "this year's host")."""
    is_owner = root.doc[expression.end : expression.end + 1].text in ("'s", "’s")
    if is_owner and root.head.pos_ == "NOUN" and syntax.lemma(root.head) not in EVENT_NOUNS:
        return root.head
    if _OF.match(expression.text) and root.head.pos_ == "NOUN":
        return None if syntax.lemma(root.head) in _PARTS_OF_TIME else root.head
    before = root.doc[max(expression.start - 1, 0) : expression.end].text
    if not _DAY_BEFORE.search(before):
        return None
    behind = takewhile(lambda t: t.pos_ in ("ADJ", "NOUN", "PROPN") or t.text == ",", root.doc[expression.end :])
    return next((token for token in reversed(list(behind)) if token.pos_ == "NOUN"), None)


def _is_under(token: Token, word: Token) -> bool:
    """Does the token depend on the word, no other verb between?"""
    while token.head.i not in (token.i, word.i):
        token = token.head
        if syntax.is_clause(token):
            return False
    return token.head.i == word.i


def _breaks(token: Token, word: Token, verbs: frozenset[int]) -> bool:
    """Does another clause begin at the token: a verb neither the event's own nor a participle at it, or a dash?"""
    if syntax.is_clause(token) and token.i not in (word.i, *verbs):
        return token.head.i != word.i or (token.dep_ == "advcl" and bool(syntax.own_subjects(token)))
    return token.text in (";", "—", "–") or (token.lower_ == "that" and token.dep_ == "mark")
