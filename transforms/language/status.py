"""Did it happen? The status of a meeting from the words that govern it.

The grammar is a table of governing words, each with what it makes of a meeting below it ("agreed to meet" plans one,
"refused to meet" refuses one), and the tense of the verb where no such word stands. Words are read from the meeting
upwards: the nearest that says something decides, what stands above can still weaken it ("hopes to announce a meeting").
"""

from typing import Literal, cast

from spacy.tokens import Token

from schemas.mention import Status
from transforms.language import syntax

Direction = Literal["past", "future"]

_GOVERNING = {
    "planned": "plan schedule expect agree intend arrange prepare set due slate decide promise accept aim will shall "
    "going organize await announce confirm anticipate slated likely look-forward",
    "proposed": "propose offer invite ask urge request seek want hope wish ready willing suggest consider may might "
    "could would demand call press appeal encourage push try attempt able possible prepared like recommend eager",
    "refused": "refuse turn-down decline reject boycott snub unwilling rebuff spurn shun rule-out",
    "cancelled": "cancel call-off scrap abandon abort fail break-off break-down fall-through collapse skip miss "
    "walk-out pull-out withdraw",
    "postponed": "postpone delay put-off reschedule defer suspend push-back",
    "ongoing": "continue underway under-way ongoing",
}
_MODIFYING = {
    "planned": "planned scheduled upcoming forthcoming expected future coming next slated tentative",
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
DENIED: dict[Status, Status] = {
    "held": "cancelled",
    "planned": "refused",
    "refused": "proposed",
    "ongoing": "cancelled",
}
DEPARTURES = frozenset("head leave depart fly arrive embark travel go come return".split())
MOTION = DEPARTURES | frozenset("be visit tour make pay trip journey stop cross enter land".split())
TRAVEL = MOTION - {"be", "make", "pay", "leave", "return"}
EVENT_OPENINGS = frozenset("begin start open resume commence kick".split())
LATER = frozenset("before ahead eve advance".split())
SETTINGS = frozenset(("at", "during"))
_SETTING_OUT = frozenset(("head", "fly"))
_OUTCOMES = frozenset("fail manage refuse begin".split())
_PARTS = frozenset("day round session hour week".split())
_MOMENTARY = frozenset("shake shook greet".split())  # in the present tense only below a picture
_CONJUNCTIONS_OF_TIME = frozenset("when once until before after if".split())
_OF_EVENTS_ONLY = frozenset("happen occur materialize materialise transpire".split())
_PERIODS = frozenset("week month year weekend".split())


def status_of(word: Token) -> Status:
    """The status that the sentence gives the meeting told by this verb or noun."""
    if word.pos_ in ("VERB", "AUX"):
        return _of_verb(word)
    return _of_noun(word)


def governing_word(word: Token) -> str | None:
    """The lemma, with its particle, of the verb that decides of a meeting ("demand", "break-off"); None for none."""
    above = _governing(word) if word.pos_ == "VERB" else _verb_above(word)
    return _lemma(above) if above is not None else None


def direction_of(status: Status) -> Direction | None:
    """Whether the dates of such a meeting lie before or after the publication."""
    if status in ("held", "cancelled"):
        return "past" if status == "held" else None
    return "future" if status in ("planned", "proposed", "postponed") else None


def _of_noun(noun: Token) -> Status:
    for child in _modifiers(noun):
        if child.dep_ in ("amod", "acl", "acl:relcl", "compound") and (status := MODIFIERS.get(child.lower_)):
            return _overruled(noun, status)
        if child.dep_ == "acl" and child.tag_ == "VBN" and (status := GOVERNORS.get(_lemma(child))):
            return _overruled(noun, status)
    if syntax.children(noun, "cop"):
        return _of_state(noun)
    if status := _of_period(noun):
        return _overruled(noun, status)
    verb = _verb_above(noun)
    if verb is None:
        return "ongoing" if _prepositions(noun) & LATER else "held"
    if (noun.dep_ in ("nsubj", "nsubj:pass") or noun.is_ancestor(verb)) and syntax.is_negated(verb):
        return _denied_tense([token.lower_ for token in syntax.auxiliaries(verb)])
    prepositions = _prepositions(noun)
    if prepositions & LATER:
        return "planned"
    if prepositions & {"after", "following", "since"}:
        return "planned" if _tense(verb) == "planned" else "held"
    if prepositions & SETTINGS and verb.pos_ == "VERB":
        return _of_setting(verb)
    is_object = noun.dep_ in ("obj", "nsubj:pass") or (noun.dep_ == "conj" and noun.head.dep_ in ("obj", "nsubj:pass"))
    status = GOVERNORS.get(_lemma(verb))
    if is_object and _lemma(verb) == "follow":
        return "held"
    left = status == "cancelled" and bool(prepositions & {"of", "from"})
    if status and (is_object or noun.dep_ == "nsubj" or prepositions & {"for", "to"} or left):
        if status == "ongoing":
            return _continued(verb)
        if status == "cancelled" and _is_conditional(verb):
            return "planned"
        return _denied(status, verb) if status != "planned" or not _is_unfulfilled(verb) else "cancelled"
    if ("for" in prepositions and _lemma(verb) in MOTION) or ("to" in prepositions and _lemma(verb) in _SETTING_OUT):
        return _of_purpose(verb)
    if syntax.children(verb, "cop") and verb.pos_ != "VERB":
        return _of_state(verb)
    if _lemma(verb) in EVENT_OPENINGS and noun.dep_ == "nsubj" and _tense(verb) == "ongoing":
        return "planned"
    return _of_verb(verb)


def _modifiers(noun: Token) -> list[Token]:
    """The modifiers of an event noun and of the nouns it depends on ("the planned start of talks")."""
    found = list(noun.children)
    while noun.dep_ == "nmod" and syntax.lemma(noun.head) in (
        "start",
        "round",
        "resumption",
        "beginning",
        "series",
        "opening",
    ):
        noun = noun.head
        found += noun.children
    return found


def _of_period(noun: Token) -> Status | None:
    """The status that "next month's" or "last week's" before an event gives it."""
    periods = [token for token in syntax.children(noun, "nmod:poss") if token.lower_ in _PERIODS]
    words = {word.lower_ for period in periods for word in period.children}
    return "planned" if "next" in words else "held" if "last" in words else None


def _of_setting(verb: Token) -> Status:
    """The status of what something is done at: still to come where that is, whatever the verb says of its object."""
    awaited = syntax.is_passive(verb) and _lemma(verb) in ("expect", "schedule", "set", "slate")
    if awaited or _tense(verb) in ("planned", "proposed", "refused"):
        return "planned"
    if verb.dep_ == "xcomp" and _lemma(verb.head) in _OUTCOMES:
        return _of_setting(verb.head)
    if verb.tag_ == "VB" and not syntax.auxiliaries(verb) and verb.head.i != verb.i:
        return "planned"
    return "ongoing" if _tense(verb) == "ongoing" else "held"


def _is_conditional(verb: Token) -> bool:
    """Does the verb stand in a condition or a threat ("if the talks fail", "threatened to walk out of the talks")?"""
    if verb.dep_ == "xcomp" and _lemma(verb.head) == "threaten":
        return True
    return any(child.lower_ in ("if", "unless") for child in syntax.children(verb, "mark"))


def _continued(verb: Token) -> Status:
    """Talks that continue are under way, unless that is itself still to come ("will meet to continue talks")."""
    status = _of_verb(verb)
    return "ongoing" if status == "held" else status


def _of_state(predicate: Token) -> Status:
    """The status of what somebody is "in" or "at": the copula's tense, where a lasting state is meant."""
    helpers = {token.lower_ for token in syntax.auxiliaries(predicate)}
    if helpers & {"will", "would", "may", "might", "could", "wo", "to"} or syntax.is_negated(predicate):
        return _tense(predicate)
    return "ongoing" if helpers & {"is", "are", "has", "have", "am", "'s", "’s"} else "held"


def _overruled(noun: Token, status: Status) -> Status:
    """A scheduled meeting that was cancelled, postponed or refused is so."""
    verb = _verb_above(noun)
    above = GOVERNORS.get(_lemma(verb)) if verb is not None else None
    if verb is not None and verb.dep_ == "xcomp":
        above = above or _of_verb(verb)
    if verb is not None and above in ("cancelled", "postponed", "refused"):
        return above
    is_told = verb is not None and (noun.dep_ in ("nsubj", "obj", "nsubj:pass") or noun.is_ancestor(verb))
    if verb is not None and is_told and syntax.is_negated(verb):
        return "cancelled"
    return status


def _of_verb(verb: Token) -> Status:
    status = _tense(verb)
    current = verb
    for _ in range(5):
        above = _governing(current)
        if above is None:
            break
        lemma = _lemma(above)
        if above.pos_ == "NOUN" and (fate := _fate(above)):
            return fate
        if found := GOVERNORS.get(lemma):
            if found == "planned" and _is_unfulfilled(above):
                return "cancelled"
            return _denied(found, above)
        if above.pos_ in ("NOUN", "PROPN") and current.tag_ == "VB":
            return _of_stay(above) if syntax.children(above, "cop") else _of_plan(above)
        if lemma in MOTION and current.dep_ in ("advcl", "xcomp") and current.tag_ == "VB":
            return _of_purpose(above)
        if current.tag_ in ("VB", "VBG") and not syntax.auxiliaries(current):
            status = (
                _tense(above)
                if current.tag_ == "VB" or current.dep_ in ("xcomp", "conj")
                else _of_participle(current, above)
            )
            current = above
            continue
        break
    return status


def _of_plan(noun: Token) -> Status:
    """The status of what a noun is for ("an invitation to meet", "leaders to meet in Oslo"): that of its own verb."""
    verb = _verb_above(noun)
    if verb is None:
        return "planned"
    return GOVERNORS.get(_lemma(verb)) or _of_verb(verb)


def _of_stay(place: Token) -> Status:
    """The status of what somebody is somewhere for ("is in Oslo to meet"): still to come while he is there."""
    status = _of_state(place)
    return "planned" if status == "ongoing" else status


def _fate(noun: Token) -> Status | None:
    """What became of a plan, an offer or a visit: refused, cancelled, postponed, where its verb says so."""
    verb = _verb_above(noun)
    status = GOVERNORS.get(_lemma(verb)) if verb is not None else None
    return status if status in ("refused", "cancelled", "postponed") else None


def _of_participle(verb: Token, above: Token) -> Status:
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "case")}
    return "planned" if marks & LATER or _tense(above) == "planned" else "held"


def _of_purpose(motion: Token) -> Status:
    """The status of what somebody goes somewhere for: still to come while he travels, held once he was there."""
    tense = _of_verb(motion) if motion.pos_ == "VERB" or motion.pos_ == "AUX" else "held"
    if (
        tense in ("ongoing", "held")
        and _lemma(motion) in DEPARTURES
        and not (tense == "held" and _lemma(motion) in ("travel", "go", "come"))
    ):
        return "planned"
    return tense


def _governing(verb: Token) -> Token | None:
    """The word that a verb is the complement of: "agreed" for the meet of "agreed to meet"."""
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "acl", "csubj", "conj", "obl", "nmod") and verb.head.i != verb.i:
        if verb.dep_ == "ccomp" and (syntax.auxiliaries(verb) or verb.tag_ in ("VBD", "VBZ", "VBP")):
            return None
        if verb.dep_ == "conj" and (verb.tag_ in ("VBD", "VBZ", "VBP") or syntax.own_subjects(verb)):
            return None
        if verb.dep_ == "advcl" and syntax.own_subjects(verb):
            return None
        return verb.head
    return None


def _verb_above(noun: Token) -> Token | None:
    above = syntax.governor(noun)
    for _ in range(3):
        if above.pos_ in ("VERB", "AUX") or above.dep_ == "ROOT" or syntax.children(above, "cop"):
            break
        above = syntax.governor(above)
    return above if above.pos_ in ("VERB", "AUX", "ADJ") or syntax.children(above, "cop") else _happening(noun)


def _happening(noun: Token) -> Token | None:
    """The verb that only events can have, hung on one who meets: "talks of Berg and Costa did not materialize"."""
    members = [m for first in (noun, *syntax.obliques(noun, "between", "with")) for m in syntax.conjuncts(first)]
    clauses = (clause for member in members for clause in syntax.children(member, "acl:relcl"))
    return next((clause for clause in clauses if _only_events_can(clause)), None)


def _only_events_can(verb: Token) -> bool:
    takes_place = syntax.lemma(verb) == "take" and any(t.lower_ == "place" for t in syntax.children(verb, "obj"))
    return takes_place or syntax.lemma(verb) in _OF_EVENTS_ONLY


def _prepositions(noun: Token) -> set[str]:
    first = noun
    while first.dep_ == "conj":
        first = first.head
    leading = {first.head.lower_} & LATER
    part = syntax.cases(noun.head) if noun.dep_ == "nmod" and _lemma(noun.head) in _PARTS else set()
    return syntax.cases(noun) | syntax.cases(first) | leading | part


def _lemma(word: Token) -> str:
    """The lemma, a verb's particle with it ("call-off"), the predicate instead of its copula."""
    particle = next((c.lower_ for c in word.children if c.dep_ == "compound:prt"), None)
    following = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    if not particle and following in ("off", "out", "back", "forward", "down", "through") and word.pos_ == "VERB":
        particle = following
    lemma = syntax.lemma(word)
    return f"{lemma}-{particle}" if particle else lemma


def _tense(verb: Token) -> Status:
    """What tense and modals alone say of the verb's event."""
    helpers = [token.lower_ for token in syntax.auxiliaries(verb)]
    if syntax.is_negated(verb):
        return _denied_tense(helpers)
    if any(word in ("will", "'ll", "’ll", "shall", "wo") for word in helpers):
        return "planned"
    if (
        "would" in helpers
        and "have" not in helpers
        and verb.dep_ in ("ccomp", "conj", "xcomp", "acl")
        and _is_reported(verb)
    ):
        return "planned"
    if any(word in ("would", "may", "might", "could", "can", "should", "must") for word in helpers):
        return "proposed" if "have" not in helpers else "cancelled"
    is_infinitive = any(child.lower_ in ("to", "due") and child.dep_ in ("mark", "aux") for child in verb.children)
    if is_infinitive and any(word in ("is", "are", "was", "were", "am", "'s", "’s") for word in helpers):
        return "cancelled" if "have" in helpers else "planned"
    if verb.tag_ == "VBG" and any(word in ("is", "are", "am", "'s", "'re", "been", "was", "were") for word in helpers):
        return "ongoing" if not {"was", "were"} & set(helpers) else "held"
    if is_infinitive and verb.dep_ in ("ROOT", "acl", "parataxis"):
        return "planned"
    if verb.tag_ in ("VBZ", "VBP") and not syntax.is_passive(verb):
        return "planned" if _is_temporal(verb) else "held" if _lemma(verb) in _MOMENTARY else "ongoing"
    if verb.tag_ == "VBN" and any(word in ("is", "are", "being") for word in helpers) and "being" in helpers:
        return "ongoing"
    return "held"


def _is_temporal(verb: Token) -> bool:
    """Does the verb stand in a clause of time, whose present is a future ("when they meet")?"""
    return verb.dep_ == "advcl" and any(child.lower_ in _CONJUNCTIONS_OF_TIME for child in verb.children)


def _is_reported(verb: Token) -> bool:
    """Is it the content of a report, whose "would" is a "will" told in the past?"""
    return any(
        syntax.lemma(above) in ("say", "report", "announce", "confirm", "tell", "add", "state")
        for above in verb.ancestors
    )


def _denied_tense(helpers: list[str]) -> Status:
    if any(word in ("will", "wo", "would", "can", "ca", "shall") for word in helpers):
        return "refused"
    return "cancelled"


def _denied(status: Status, word: Token) -> Status:
    return DENIED.get(status, status) if syntax.is_negated(word) else status


def _is_unfulfilled(verb: Token) -> bool:
    """A plan told in the pluperfect ("had planned to meet") or perfect infinitive came to nothing."""
    return "had" in [t.lower_ for t in syntax.auxiliaries(verb)]
