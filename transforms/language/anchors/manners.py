"""How a text speaks of a meeting: as a wish, a denial, an aside or a topic, rather than of one that takes place."""

import re
from itertools import pairwise

from spacy.tokens import Token

from transforms.language.anchors.patterns import Anchor
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import GOVERNORS, lemma_of
from transforms.language.lexicon.constructions import (
    BESIDE,
    CHANCES,
    COMPRISING,
    CONTINENTAL,
    EVENT_NOUNS,
    HOLDING,
    INVITING,
    NEGOTIATED,
    OFFICIAL_VISIT,
    ORDINALS,
    REPORTING,
    VERBS,
)

_SPEAKING = frozenset(
    "discuss raise address emphasize underscore highlight stress mention review cover speak talk welcome praise".split()
)
_SPORT = frozenset(
    "semi semifinal semifinals quarterfinal quarterfinals cup tournament championship championships playoff playoffs "
    "qualifier qualifiers champion champions seeded ranked football soccer basketball hockey cricket rugby "
    "tennis coach midfielder striker goalkeeper footballer footballers cricketer cricketers wicket wickets".split()
)
_SCORE = re.compile(r"\b(?:won|win|beat|lost|drew|draw|defeated|victory)\b[^.;]{0,60}? \d{1,3}[-–]\d{1,3}\b")
_STARTING = frozenset("resume restart re-start revive renew start launch relaunch return save".split())
_STANDING_STILL = frozenset("stall freeze deadlock deadlocked stalled frozen".split())
_EFFORTS = frozenset("effort attempt bid way push initiative chance prospect hope drive".split())
_READINESS = frozenset(
    "openness preparedness readiness willingness commitment support need importance hope path appeal".split()
)
_MEETING = frozenset().union(*(row.lemmas for row in VERBS if row.nature == "meeting")) - REPORTING
_PROSPECTS = CHANCES | frozenset("plan question intention talk agreement".split())
_SETTINGS = ("occasion", "framework", "part")
_NEAR = 8
_CONDITIONAL = ("if", "unless", "until")
_MODALS = frozenset("will would wo could may might can".split())
_SCHEDULED = frozenset("planned scheduled upcoming forthcoming".split())
_HOW_OFTEN = frozenset("regularly often frequently occasionally periodically routinely sometimes seldom rarely".split())
_EVERY = re.compile(r"from time to time|every (?:\w+ )?(?:week|month|year|summer|winter|spring|autumn)s?")
_ASKING = REPORTING | frozenset("ask wonder question unclear uncertain know".split())
_AGREEING = frozenset("sign issue agree conclude reach pledge".split())
_WISHES = frozenset(
    "call urge encourage push press appeal hope want seek ready willing demand favor favour support advocate wish need "
    "interest desire".split()
)


def is_bare_wish(anchor: Anchor) -> bool:
    """Are talks only called for or hoped for, with no proposal to meet ("urged dialogue", "is ready to negotiate")?"""
    if is_only_spoken_of(anchor):
        return True
    if syntax.cases(syntax.top_noun(anchor.token)) & {"at", "during", "after"}:
        return False
    above = anchor.token if anchor.token.pos_ == "VERB" else syntax.verb_above(anchor.token)
    chain = [] if above is None else [above, *above.ancestors][:3]
    apart = (n for n, word in enumerate(chain) if word.dep_ in ("conj", "advcl") and word.tag_ in syntax.FINITE)
    beside = next(apart, len(chain))
    return any(syntax.lemma(word) in _WISHES or _is_due(word) for word in chain[: beside + 1])


def _is_due(word: Token) -> bool:
    """Is it what should be done, or what somebody is open to ("talks should resume", "is open to talks")?"""
    advised = {"should", "must"} & {token.lower_ for token in syntax.auxiliaries(word)}
    return bool(advised) or (word.lower_ == "open" and bool(syntax.children(word, "cop")))


def is_at_a_standstill(anchor: Anchor) -> bool:
    """Are talks said to stand still, or meetings not to have been held, for a time ("have been frozen since 1999")?

    Of one round that is told to be stalled this tells what became of it.
    """
    verb = anchor.token if anchor.token.pos_ == "VERB" else syntax.verb_above(anchor.token)
    if verb is None or is_round(anchor):
        return False
    lasting = any(word.lower_ in ("has", "have") for word in syntax.auxiliaries(verb))
    since = any("since" in syntax.cases(child) for child in verb.children)
    never = syntax.is_negated(verb) and (lasting or since)
    return syntax.lemma(verb) in _STANDING_STILL or never


def is_only_spoken_of(anchor: Anchor) -> bool:
    """Are talks only what somebody is open to, supports or needs ("openness to diplomacy and dialogue")?"""
    word = anchor.token
    if word.pos_ == "VERB":
        linked = word.i > word.sent.start + 1 and word.nbor(-1).lower_ in ("to", "for")
        return linked and syntax.lemma(word.nbor(-2)) in _READINESS - GOVERNORS.keys()
    for token in reversed(word.doc[max(word.sent.start, word.i - _NEAR) : word.i]):
        if token.text == "-":  # "inter-Korean"
            continue
        if token.pos_ in ("VERB", "AUX", "PUNCT") or anchor.nature != "talks":
            return False
        if syntax.lemma(token) in _READINESS:
            return token.nbor(1).lower_ in ("to", "for", "of", "in")
    return False


def is_remark(anchor: Anchor) -> bool:
    """Is it only said of a meeting told before which one it is ("It was her first meeting with a foreign leader")?"""
    before = [token.lower_ for token in anchor.token.sent if token.i < anchor.token.i and not token.is_space]
    return before[:1] in (["it"], ["this"]) and bool({"is", "was", "be"} & set(before[:4]) and ORDINALS & set(before))


def is_sport(anchor: Anchor) -> bool:
    """Does its sentence tell of a match ("Denmark met Italy in the semi-final", "Denmark meet Italy in Rome")?"""
    sentence = anchor.token.sent
    told = any(token.lower_ in _SPORT or syntax.lemma(token) in _SPORT for token in sentence)
    return told or bool(_SCORE.search(sentence.text)) or _is_of_teams(anchor.token)


def _is_of_teams(verb: Token) -> bool:
    """Is a country told to meet another in the plural, as a team is?"""
    if (verb.lower_, verb.tag_) != ("meet", "VBP") or not syntax.children(verb, "obj"):
        return False
    subjects = syntax.own_subjects(verb)
    joined = any(syntax.children(word, "conj", "appos", "cc") for word in subjects)
    return [word.tag_ for word in subjects] == ["NNP"] and not (joined or syntax.auxiliaries(verb))


def is_denied(anchor: Anchor) -> bool:
    """Is there said to be none ("no meeting is planned", "no plans for talks", "denied that they had met")?"""
    word = anchor.token
    plan = _prospect(word)
    none = any(child.lower_ == "no" and child.dep_ == "det" for noun in (word, plan) if noun for child in noun.children)
    path = [word, *word.ancestors]
    return (
        none
        or _is_unplanned(word)
        or _is_uninvited(word)
        or _is_left_out(word)
        or any(
            syntax.lemma(above) == "deny" and below.dep_ in ("obj", "nsubj:pass", "ccomp", "xcomp")
            for below, above in pairwise(path)
        )
    )


def _prospect(word: Token) -> Token | None:
    """The plan, question or agreement that is told to be there, or not, of an event ("there is no plan for talks")?"""
    if not syntax.cases(word) & {"for", "of", "on"}:  # "there was no agreement at the talks"
        return None
    above = [word.head] if word.dep_ == "nmod" else syntax.children(word.head, "nsubj") if word.dep_ == "obl" else []
    there = word.dep_ == "nmod" or any(child.dep_ == "expl" for child in word.head.children)
    return next((noun for noun in above if there and syntax.lemma(noun) in _PROSPECTS), None)


def _is_unplanned(word: Token) -> bool:
    """Is it said not to be planned, nor anything that was ("a meeting is not planned")?"""
    verb = word.head if word.dep_ == "nsubj:pass" else None
    is_now = verb is not None and not any(aux.tag_ == "VBD" for aux in syntax.auxiliaries(verb))
    denied = verb is not None and any(child.lower_ in ("not", "n't", "n’t") for child in verb.children)
    return verb is not None and is_now and denied and GOVERNORS.get(lemma_of(verb)) == "planned"


def _is_uninvited(word: Token) -> bool:
    """Is nobody invited to it ("Chad has not invited her to visit", "was not invited to the talks")?"""
    inviting = word.head
    return word.i > inviting.i and syntax.lemma(inviting) in INVITING and syntax.is_negated(inviting)


def _is_left_out(word: Token) -> bool:
    """Is it no part of a journey or programme ("a trip which did not include a meeting with Berg")?"""
    return word.dep_ == "obj" and syntax.lemma(word.head) in COMPRISING and syntax.is_negated(word.head)


def is_condition(anchor: Anchor) -> bool:
    """Is it only what something else depends on ("trade would grow if they met", "will wait until they meet")?"""
    clauses = (word for word in (anchor.token, *anchor.token.ancestors) if word.dep_ == "advcl")
    conditions = (c for c in clauses if any(m.lower_ in _CONDITIONAL for m in syntax.children(c, "mark")))
    return any(word.lower_ in _MODALS for clause in conditions for word in syntax.auxiliaries(clause.head))


def is_habit(anchor: Anchor) -> bool:
    """Is it told how often they meet rather than that they did ("meet regularly", "hold talks every month")?"""
    verb = anchor.token if anchor.token.pos_ == "VERB" else syntax.verb_above(anchor.token)
    is_held = verb is anchor.token or (verb is not None and syntax.lemma(verb) in HOLDING)
    beside = syntax.children(verb, "advmod", "obl", "obl:unmarked") if verb is not None and is_held else []
    return any(word.lower_ in _HOW_OFTEN or _EVERY.fullmatch(_phrase(word)) for word in beside)


def is_membership(anchor: Anchor) -> bool:
    """Does a body, no event, bring them together for good ("The league brings together Chad and Sudan")?"""
    verb = anchor.token
    is_lasting = syntax.lemma(verb) == "bring" and verb.tag_ in ("VBZ", "VBP") and not syntax.auxiliaries(verb)
    subjects = syntax.own_subjects(verb) if is_lasting else []
    return bool(subjects) and not any(syntax.lemma(noun) in EVENT_NOUNS for noun in subjects)


def _phrase(word: Token) -> str:
    return word.doc[word.left_edge.i : word.right_edge.i + 1].text.lower()


def is_question(anchor: Anchor) -> bool:
    """Is it only asked, or left open, whether they meet ("would not say whether she will meet him")?"""
    clauses = (
        word for word in (anchor.token, *anchor.token.ancestors) if word.dep_ in ("ccomp", "csubj", "acl", "advcl")
    )
    asked = (clause for clause in clauses if any(m.lower_ == "whether" for m in clause.lefts))
    return any(syntax.lemma(clause.head) in _ASKING or syntax.is_negated(clause.head) for clause in asked)


def is_occasion(anchor: Anchor) -> bool:
    """Is it told only as where others meet ("met at the NATO summit", "on its sidelines", "amid a meeting")?"""
    noun, verb = syntax.top_noun(anchor.token), syntax.verb_above(anchor.token)
    if anchor.token.pos_ == "VERB" or verb is None:
        return False
    first = noun.left_edge.i
    if "amid" in (*syntax.cases(noun), noun.doc[max(first - 1, 0)].lower_):
        return True
    if syntax.lemma(noun) in _SETTINGS:
        return True
    return syntax.lemma(noun) in BESIDE or (
        syntax.lemma(verb) in _MEETING and bool(syntax.cases(noun) & {"at", "during"})
    )


def is_topic(anchor: Anchor) -> bool:
    """Are talks only what somebody speaks of ("raised the Thai-Lao negotiations", "talks would be useful")?

    An "upcoming" meeting is told as well, and one whose words tell who held it with whom.
    """
    noun = syntax.top_noun(anchor.token)
    verb = syntax.verb_above(anchor.token)
    if anchor.token.pos_ == "VERB" or verb is None or anchor.nature not in ("talks", "meeting", "summit"):
        return False
    if any(child.lower_ in _SCHEDULED or _tells_holders(child) for child in anchor.token.children):
        return False
    if {"subject", "counterpart"} <= {slot.kind for slot in anchor.slots if slot.token in anchor.token.subtree}:
        return False
    weighed = {aux.lower_ for aux in syntax.auxiliaries(verb)} & _MODALS - {"will", "wo"}
    if noun.dep_ == "nsubj" and verb.pos_ == "ADJ" and weighed:
        return True
    spoken_of = noun.dep_ == "obj" or bool(syntax.cases(noun) & {"on", "about", "of", "regarding"})
    return spoken_of and syntax.lemma(verb) in _SPEAKING


def _tells_holders(clause: Token) -> bool:
    """Is it a relative clause that tells who held a meeting ("the talks that he had with Premier Costa")?"""
    return clause.dep_ == "acl:relcl" and syntax.lemma(clause) in HOLDING and not syntax.is_passive(clause)


def is_negotiation(anchor: Anchor) -> bool:
    """Are they talks of a kind that powers or warring sides hold ("peace talks", "six-party talks")?"""
    word = anchor.token
    near = word.doc[max(word.i - 3, word.sent.start) : word.i]
    words = {token.lower_ for token in (*word.lefts, *near)}
    telling = NEGOTIATED | CONTINENTAL if anchor.nature == "summit" else NEGOTIATED
    return anchor.nature in ("talks", "meeting", "summit") and word.pos_ != "VERB" and bool(words & telling)


def is_round(anchor: Anchor) -> bool:
    """Is it one round of talks ("the fourth round of talks")?"""
    return syntax.lemma(anchor.token.head) in ("round", "session", "day") and anchor.token.dep_ == "nmod"


def is_aim(anchor: Anchor) -> bool:
    """Are talks only what others work or speak for ("efforts to resume talks", "discussed restarting the talks")?"""
    if anchor.token.pos_ == "VERB" and anchor.nature == "talks":
        return anchor.token.tag_ in ("VB", "VBG") and syntax.lemma(anchor.token.head) in _EFFORTS | {"aim"}
    verb = None if anchor.token.pos_ == "VERB" else syntax.verb_above(anchor.token)
    if verb is None or syntax.lemma(verb) not in _STARTING or verb.tag_ not in ("VB", "VBG") or verb.head.i == verb.i:
        return False
    return syntax.lemma(verb.head) in _EFFORTS | _SPEAKING


def is_invited(anchor: Anchor) -> bool:
    """Is it a visit to which somebody is invited, or one that is itself proposed ("refused a visit by her")?"""
    above = anchor.token.head if syntax.lemma(anchor.token) != "invite" else anchor.token
    invited = syntax.lemma(above) == "invite" or any(
        syntax.lemma(noun) == "invitation" for noun in (above, *syntax.children(above, "obj", "nsubj:pass"))
    )
    return invited or anchor.token.pos_ != "VERB"


def is_joint_visit(anchor: Anchor) -> bool:
    """Do two sides agree on something in its course ("the two countries signed a treaty during her visit to Oslo")?"""
    verb = syntax.verb_above(anchor.token)
    if anchor.token.pos_ == "VERB" or verb is None or syntax.lemma(verb) not in _AGREEING:
        return False
    several = (t for t in syntax.subjects(verb) if t.tag_ in ("NNS", "NNPS") or syntax.children(t, "conj"))
    return "during" in syntax.cases(anchor.token) and any(several)


def is_official_visit(anchor: Anchor) -> bool:
    """Is it a visit that its words call official ("a state visit"), rather than any journey?"""
    return any(child.lower_ in OFFICIAL_VISIT for child in anchor.token.children)
