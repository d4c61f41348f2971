"""Verbs rejoined with their parts: auxiliaries ("will on Monday meet", "had last met"), a "co-", "fell through".

The tree then takes the day for a predicate, with the auxiliary and often the subject on it, a "had" for a verb, each of
"co", "-" and "chaired" for one, or the "through" for the preposition of what follows.
"""

import calendar

from spacy.tokens import Doc, Token

from transforms.language.grammar import syntax
from transforms.language.lexicon.constructions import DAYS, PARTS_OF_DAY

_VERBAL = ("conj", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "parataxis")
_HAVE = ("had", "has", "have")
_BE = ("is", "are", "was", "were", "be", "been")
_MONTHS = frozenset(month.lower() for month in (*calendar.month_name, *calendar.month_abbr) if month)
_OF_DATES = DAYS | PARTS_OF_DAY | _MONTHS | {"the", ","}


def rejoin_verbs(doc: Doc) -> None:
    """Hangs an auxiliary before "on Monday" or an adverb, and what is between, on the predicate behind, in place."""
    for word in doc:
        if _is_perfect(word):
            _raise(word)
        if _is_done_with_others(word):
            _rejoin_prefix(word.nbor(-2), word)
        if word.lower_ == "through" and word.i > word.sent.start and syntax.lemma(word.nbor(-1)) == "fall":
            syntax.hang(word, word.nbor(-1), "compound:prt")
    for preposition in doc:
        if preposition.lower_ != "on" or preposition.i == 0 or preposition.nbor(-1).pos_ != "AUX":
            continue
        end = _date_end(preposition)
        if not preposition.i + 1 < end < preposition.sent.end:
            continue
        told = doc[end]
        if told.dep_ == "det" and told.head.i > end:  # "was on Monday the guest"
            told = told.head
        if told.tag_ in ("VB", "VBN", "VBG") or told.i > end:
            _rejoin(preposition.nbor(-1), range(preposition.i, end), told)


def _is_perfect(participle: Token) -> bool:
    """Is it taken for the object of the "had" that it is the perfect of ("the two had last met")?"""
    had = participle.head
    if (participle.tag_, participle.dep_) != ("VBN", "obj") or had.lower_ not in _HAVE or had.i > participle.i:
        return False
    return all(word.head.i == participle.i for word in participle.doc[had.i + 1 : participle.i])


def _raise(participle: Token) -> None:
    had = participle.head
    participle.head, participle.dep_ = (participle, "ROOT") if had.head.i == had.i else (had.head, had.dep_)
    for word in list(had.children):
        if word.i != participle.i:
            syntax.hang(word, participle, word.dep_)
    syntax.hang(had, participle, "aux")


def _is_done_with_others(word: Token) -> bool:
    """Is it the verb behind a "co-" ("co-chaired the session", "will meet her and co-chair the talks")?"""
    if word.i < 2 or (word.nbor(-2).lower_, word.nbor(-1).text) != ("co", "-") or word.i < word.sent.start + 2:
        return False
    behind = word.doc[word.i + 1 : word.i + 2]
    takes_object = word.tag_ == "NN" and bool(behind) and behind[0].dep_ in ("det", "amod", "nmod:poss")
    return word.pos_ == "VERB" or (takes_object and word.nbor(-2).dep_ in (*_VERBAL, "ROOT"))


def _rejoin_prefix(prefix: Token, verb: Token) -> None:
    words = prefix.doc[prefix.i : verb.i + 1]
    parts = (prefix.i, prefix.i + 1)
    hung = [word for word in verb.sent if word.head.i in parts and word not in words]
    top = words.root
    if top.i != verb.i:
        verb.head, verb.dep_ = (verb, "ROOT") if top.head.i == top.i else (top.head, top.dep_)
    if verb.tag_ == "NN":
        verb.tag_, verb.pos_ = "VB", "VERB"
    if (verb.dep_, verb.tag_) == ("conj", "VB"):
        verb.head = next((word for word in verb.ancestors if word.pos_ == "VERB"), verb.head)
    behind = [word for word in syntax.children(verb.head, "obj") if word.left_edge.i == verb.i + 1]
    for word in (*hung, *(behind if verb.dep_ == "conj" else [])):
        syntax.hang(word, verb, word.dep_)
    for i in parts:
        syntax.hang(verb.doc[i], verb, "compound")
    if (verb.tag_, verb.dep_) == ("VBN", "conj") and verb.head.pos_ == "NOUN":
        verb.dep_ = "acl"
    for word in syntax.children(verb, "nsubj:pass", "aux:pass") if verb.tag_ == "VBG" else ():
        word.dep_ = word.dep_.removesuffix(":pass")


def _date_end(preposition: Token) -> int:
    words = preposition.doc[preposition.i + 1 : preposition.sent.end]
    end = next((word.i for word in words if word.lower_ not in _OF_DATES and not word.like_num), preposition.sent.end)
    return end - (words.doc[end - 1].lower_ == "the")


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
    is_predicate = verb.pos_ == "NOUN"
    syntax.hang(auxiliary, verb, "cop" if is_predicate else "aux:pass" if is_passive else "aux")
    for subject in syntax.children(verb, "nsubj") if is_passive else []:
        subject.dep_ = "nsubj:pass"
