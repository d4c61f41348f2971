"""The words that govern a meeting: what each makes of it, and which of them stands above a verb or a noun.

The table gives each word what it makes of a meeting below it ("agreed to meet" plans one, "refused to meet" refuses
one); the tree tells which word that is, past the nouns, copulas and particles between them.
"""

from typing import cast

from spacy.tokens import Token

from schemas.mention import Status
from transforms.language.grammar import syntax
from transforms.language.lexicon.constructions import MEASURES, PROPOSALS

_GOVERNING = {
    "planned": "plan schedule expect agree intend arrange prepare set due slate decide promise accept aim will shall "
    "going organize await announce confirm anticipate slated likely look-forward pencil-in pencil suppose",
    "proposed": "propose offer invite ask urge request seek want hope wish ready willing suggest consider may might "
    "could would demand call press appeal encourage push try attempt able possible prepared like recommend float eager "
    "favor favour interest willingness readiness desire",
    "refused": "refuse turn-down decline reject boycott snub unwilling rebuff spurn shun rule-out",
    "cancelled": "cancel call-off break-off scrap scuttle abandon abort fail fall-through skip miss pull-out withdraw",
    "postponed": "postpone delay put-off reschedule defer shelve suspend push-back",
    "ongoing": "continue underway under-way ongoing",
}
_MODIFYING = {
    "planned": "planned scheduled set upcoming forthcoming expected future coming next slated tentative",
    "proposed": "proposed possible potential would-be",
    "cancelled": "cancelled canceled aborted scrapped",
    "postponed": "postponed delayed",
    "ongoing": "ongoing current continuing",
    "held": "held recent",
}


def _by_word(table: dict[str, str]) -> dict[str, Status]:
    return {word: cast(Status, status) for status, words in table.items() for word in words.split()}


GOVERNORS = _by_word(_GOVERNING)
MODIFIERS = _by_word(_MODIFYING)
_BROKEN = frozenset("break-down break-up collapse walk-out".split())  # in its course
_VOWING = frozenset("pledge undertake vow".split())  # what one is to do, not what one gives or makes
DENIED: dict[Status, Status] = {
    "held": "cancelled",
    "planned": "refused",
    "refused": "proposed",
    "ongoing": "cancelled",
}
DEPARTURES = frozenset("head leave depart fly arrive embark travel go come return".split())
MOTION = DEPARTURES | frozenset("be visit tour make pay trip journey stop cross enter land".split())
TRAVEL = MOTION - {"be", "make", "pay", "leave", "return"}
EVENT_OPENINGS = frozenset("begin start open resume reconvene commence kick".split())
EVENT_ENDINGS = frozenset("end conclude finish close wrap wind".split())
LATER = frozenset("before ahead eve advance".split())
SETTINGS = frozenset(("at", "during"))
_PARTICLES = ("off", "out", "away", "back", "forward", "down", "through")
_OF_EVENTS_ONLY = frozenset("happen occur materialize materialise transpire".split())


def governing_word(word: Token) -> str | None:
    """The lemma, with its particle, of the verb that decides of a meeting ("demand", "break-off"); None for none."""
    above = governing(word) if word.pos_ == "VERB" else verb_above(word)
    return lemma_of(above) if above is not None else None


def is_bare_passive(verb: Token) -> bool:
    """Is it a passive whose tense another verb tells ("will hold talks and be received", "will fly to be received")?"""
    is_told = verb.dep_ == "conj" or syntax.is_purpose(verb)
    return is_told and syntax.is_passive(verb) and all(word.tag_ == "VB" for word in syntax.auxiliaries(verb))


def governing(verb: Token) -> Token | None:
    """The word that a verb is the complement of: "agreed" for the meet of "agreed to meet"."""
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "acl", "csubj", "conj", "obl", "nmod") and verb.head.i != verb.i:
        if verb.dep_ == "ccomp" and (syntax.auxiliaries(verb) or verb.tag_ in syntax.FINITE):
            return None
        told = syntax.children(verb, *syntax.SUBJECTS) if is_bare_passive(verb) else syntax.own_subjects(verb)
        if verb.dep_ == "conj" and (verb.tag_ in syntax.FINITE or told):
            return None
        if verb.dep_ == "advcl" and told:
            return None
        return verb.head
    return None


def verb_above(noun: Token) -> Token | None:
    """The verb or predicate that a noun stands below, over the nouns between; what happened to it where none is."""
    above = syntax.governor(noun)
    for _ in range(3):
        if above.pos_ in ("VERB", "AUX") or above.dep_ == "ROOT" or syntax.children(above, "cop"):
            break
        above = syntax.governor(above)
    if above.pos_ in ("VERB", "AUX", "ADJ") or syntax.children(above, "cop"):
        return above
    return happening(noun) or next((clause for clause in syntax.children(noun, "acl") if clause.tag_ == "VBD"), None)


def measured(noun: Token) -> Token:
    """The "round" of "a round of talks", whose verb tells what becomes of them; the noun itself where there is none."""
    is_part = noun.dep_ == "nmod" and syntax.lemma(noun.head) in MEASURES - PROPOSALS and "of" in syntax.cases(noun)
    return noun.head if is_part else noun


def is_prepared(noun: Token) -> bool:
    """Is it only prepared, as others may do for those who are to meet ("began preparations for the summit")?"""
    return noun.dep_ == "nmod" and syntax.lemma(noun.head) == "preparation"


def happening(noun: Token) -> Token | None:
    """The verb that only events can have, hung on one who meets: "talks of Berg and Costa did not materialize"."""
    members = [m for first in (noun, *syntax.obliques(noun, "between", "with")) for m in syntax.conjuncts(first)]
    clauses = (clause for member in members for clause in syntax.children(member, "acl:relcl"))
    return next((clause for clause in clauses if can_only_happen(clause)), None)


def can_only_happen(verb: Token) -> bool:
    """Can only events do it ("take place", "materialize")?"""
    takes_place = syntax.lemma(verb) == "take" and any(t.lower_ == "place" for t in syntax.children(verb, "obj"))
    return takes_place or syntax.lemma(verb) in _OF_EVENTS_ONLY


def status_given_by(word: Token) -> Status | None:
    """What a word makes of a meeting that it governs; nothing for what it is "aimed at"."""
    is_aimed = syntax.lemma(word) == "aim" and word.tag_ == "VBN"
    return None if is_aimed else made_by(word)


def made_by(word: Token) -> Status | None:
    """What a word of the table makes of what is below it; who "is prepared" for it only offers it.

    Who "is due in Oslo" is to come, though the tree has the place for what he is. What collapses has been held, but for
    what was only planned. Who "was able" to do it has done it, and what is "out of the question" is refused.
    """
    if syntax.children(word, "cop") and any(child.lower_ == "due" for child in word.lefts):
        return "planned"
    if lemma_of(word) in _BROKEN:
        told = syntax.children(word, *syntax.SUBJECTS, *syntax.OBJECTS, *syntax.OBLIQUES)
        is_ahead = any(MODIFIERS.get(child.lower_) == "planned" for noun in told for child in noun.children)
        return "cancelled" if is_ahead else None
    if lemma_of(word) in _VOWING:
        return "planned" if any(act.tag_ == "VB" for act in syntax.children(word, "xcomp", "advcl")) else None
    if word.lower_ == "able" and any(aux.lower_ in ("was", "were") for aux in syntax.children(word, "cop")):
        return None
    if word.lower_ == "question" and "out" in syntax.cases(word):
        return "refused"
    if word.lower_ == "prepared" and syntax.children(word, "cop", "aux:pass"):
        return "proposed"
    return GOVERNORS.get(lemma_of(word))


def is_undone(verb: Token) -> bool:
    """Does it tell that something is put off, called off or broken off?"""
    return GOVERNORS.get(lemma_of(verb)) in ("cancelled", "postponed")


def lemma_of(word: Token) -> str:
    """The lemma, a verb's particle with it ("call-off"), the predicate instead of its copula."""
    particle = next((c.lower_ for c in word.children if c.dep_ == "compound:prt"), None)
    following = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    if not particle and following in _PARTICLES and word.pos_ == "VERB":
        particle = following
    lemma = syntax.lemma(word)
    return f"{lemma}-{particle}" if particle else lemma
