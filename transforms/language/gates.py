"""The two gates before a text is read whole: a word that can tell a meeting, and a construction that does.

Both err on the side of reading. What passes neither costs a search, what fails at the second a few parsed paragraphs.
"""

import re

from spacy.tokens import Doc, Token

from transforms.language.anchors.patterns import Anchor, find_anchors
from transforms.language.grammar import syntax
from transforms.language.lexicon.constructions import AFFAIRS, NOUNS, ROUND, SIGNING, VERBS
from transforms.language.lexicon.word_classes import word_classes

_ERRANDS = "|".join(sorted(lemma for row in VERBS if row.errand for lemma in row.lemmas))
_SIGNED = "|".join(sorted(lemma.removesuffix("e") for lemma in SIGNING))
_NOT_ALONE = SIGNING | frozenset("see sit engage brief update guest invite run bump join hug".split())
_STEMS = sorted(
    {
        lemma.removesuffix("e")
        for row in VERBS + NOUNS
        if not (row.beside or row.errand)
        for lemma in row.lemmas - _NOT_ALONE
    }
    | {
        rf"(?:{_SIGNED})(?:e?s?|l?ed|l?ing)\b",
        r"put(?:s|ting)? (?:th\w+ )?(?:name|signature|initial)s?\b",
        r"(?:hour|minute|engagement|interaction|sitting|round)s? (?:[\w-]+ ){0,3}with\b",
        r"rang\b",
        r"join(?:s|ed|ing)? (?-i:(?:[a-z]+ ){0,3}[A-Z])",
        r"hug(?:s|ged|ging)?\b",
        r"(?:hand|deliver)\w* (?:[\w.'’-]+ ){0,8}(?:letter|message)",
        "credential",
        "credence",
        "exchang",
        "together",
        r"s[ai]t(?:s|ting)? (?:\w+ )?(?:down|with|opposite|across)\b",
        r"guest of (?-i:(?:[a-z]+ ){0,4}[A-Z])",
        r"['’]s? guest\b",
        r"sh\w+ hands",
        r"(?:ran|run(?:s|ning)?|bump(?:ed|s|ing)?) into (?-i:(?:[a-z]+ ){0,3}[A-Z])",
        r"engag(?:e[sd]?|ing)\b(?! in\b)",
        r"(?:brief(?:ed|s|ing)?|updat(?:e[sd]?|ing)) (?:th\w+|h\w+|(?-i:(?:[a-z]+ ){0,3}[A-Z]))",
        r"(?:t(?:ook|ak(?:en?|es|ing))|br(?:ought|ing(?:s|ing)?)) up\b",
        r"br(?:ought|ing(?:s|ing)?) (?:[\w.'’-]+ ){0,8}face\b",
        r"spen[dt](?:s|ing)? (?:[\w-]+ ){0,5}(?:time|(?:minute|hour|day)s?|morning|afternoon|evening|together)\b",
        r"(?:came|com(?:es?|ing)|sit(?:s|ting)?|sat) face\b",
        r"drop(?:s|ped|ping)? in on\b",
        r"come to (?-i:[A-Z])",
        r"invit(?:e[sd]?|ing) (?:[\w.'’-]+ ){0,8}to (?-i:[A-Z])",
        r"(?:round|cycle)s? of the",
        r"(?:saw|sees?|seeing|seen by) (?:(?:him|her|them|each|both)\b|(?-i:(?:[a-z][a-z-]*,? ){0,3}[A-Z]))",
        r"(?:saw|see[ns]?|seeing) (?:each other|one another)",
        rf"to (?:{_ERRANDS}) (?:th\w+|h\w+|(?-i:(?:[a-z]+ ){{0,3}}[A-Z]))",
        rf"(?:review|explor)\w* (?:[\w-]+ ){{0,4}}(?:{'|'.join(sorted(AFFAIRS))})",
    }
)
_TRIGGER = re.compile(rf"\b(?:met|spoken?\b|{'|'.join(_STEMS)})", re.IGNORECASE)
_OF_PARTIES = frozenset("NKROHX")


def can_tell_a_meeting(text: str) -> bool:
    """Does the text have a word of any construction?"""
    return bool(_TRIGGER.search(text))


def tells_a_meeting(doc: Doc) -> bool:
    """Does the parsed text have a construction of a meeting of somebody, whoever takes part?"""
    anchors = (anchor for anchor in find_anchors(doc) if anchor.slots or anchor.construction is not ROUND)
    return not all(map(_is_of_things, anchors))


def _is_of_things(anchor: Anchor) -> bool:
    """Is a verb told of what can be no party ("the bridge met the target", "she received an award")?"""
    met = [slot for slot in anchor.slots if slot.kind == "counterpart"]
    told = met if anchor.nature == "reception" else anchor.slots
    return bool(met) and anchor.token.pos_ == "VERB" and not any(_may_be_party(slot.token) for slot in told)


def _may_be_party(token: Token) -> bool:
    """Is it a pronoun, or has its phrase, what its clauses tell apart, a word that parties are told by?"""
    head = syntax.relative_antecedent(token) or token
    if head.lower_ in syntax.PRONOUNS or head.tag_ in ("WP", "WDT"):
        return True
    sentence = head.sent
    classes = word_classes(sentence)
    return any(classes[word.i - sentence.start] in _OF_PARTIES for word in syntax.phrase(head))
