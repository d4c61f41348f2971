"""Did it happen? The status of a meeting from the words that govern it.

The grammar is the table of governing words, and the tense of the verb where no such word stands. Words are read from
the meeting upwards: the nearest that says something decides, what stands above can still weaken it ("hopes to announce
a meeting").
"""

from spacy.tokens import Token

from schemas.mention import Status
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import (
    DENIED,
    DEPARTURES,
    EVENT_OPENINGS,
    GOVERNORS,
    LATER,
    MODIFIERS,
    MOTION,
    SETTINGS,
    TRAVEL,
    can_only_happen,
    governing,
    is_bare_passive,
    is_prepared,
    lemma_of,
    made_by,
    measured,
    status_given_by,
    verb_above,
)
from transforms.language.grammar.tenses import denied_tense, is_conditional, is_simple_past, is_unfulfilled, tense_of
from transforms.language.lexicon.constructions import (
    BESIDE,
    BUSY,
    CHANCES,
    COMPRISING,
    HAPPENING,
    HOSTING,
    ORDINALS,
    OUTCOMES,
    PROGRAMMES,
    PROPOSALS,
)

_OPENED: dict[Status, Status] = {"held": "ongoing", "ongoing": "planned"}  # what "opened" and "opens" make of talks
_AFTERWARDS = frozenset("after following since upon".split())
_TEMPORAL = _AFTERWARDS | {"before", "while"}
_SETTING_OUT = frozenset(("head", "fly"))
_PARTS = frozenset("day round session hour week".split())
_TAKING_PART = frozenset("participate take join engage sit appear agree".split())
_INTENTIONS = frozenset("intention intent desire wish plan".split())
_COMING = frozenset("attend participate come join appear arrive show-up turn-up show".split())
_LEAVING_OUT = frozenset("pull-out back-out drop-out stay-away withdraw".split())
_WILLING = frozenset("willing ready prepared inclined open".split())
_PERIODS = frozenset("week month year weekend".split())


def status_of(word: Token) -> Status:
    """The status that the sentence gives the meeting told by this verb or noun."""
    if syntax.lemma(word) == "invite":
        status: Status = "proposed"
    else:
        status = _of_verb(word) if word.pos_ in ("VERB", "AUX") else _of_noun(word)
    if status == "planned":
        return _shunned(word) or status
    return "refused" if status == "proposed" and _is_turned_down(word) else status


def _shunned(word: Token) -> Status | None:
    """What becomes of a plan behind a "but", where somebody did not come ("was set for May, but Chad pulled out")."""
    behind = word.doc[word.i + 1 : word.sent.end]
    but = next((token.i for token in behind if token.lower_ == "but"), word.sent.end)
    deeds = (verb for verb in behind if verb.i > but and verb.pos_ == "VERB")
    return next((status for verb in deeds if (status := _stayed_away(verb))), None)


def _stayed_away(verb: Token) -> Status | None:
    """Did somebody refuse to come, or not come?"""
    kept_from = any(lemma_of(act) in _COMING for act in syntax.children(verb, "xcomp"))
    if any(aux.tag_ == "MD" for aux in syntax.auxiliaries(verb)):
        return None
    if GOVERNORS.get(lemma_of(verb)) == "refused":
        return "refused" if kept_from else None
    away = lemma_of(verb) in _LEAVING_OUT or (lemma_of(verb) == "fail" and kept_from)
    return "cancelled" if away or (syntax.is_negated(verb) and lemma_of(verb) in _COMING) else None


def _is_turned_down(word: Token) -> bool:
    """Is what is proposed refused in the same breath ("sought a meeting but was rebuffed", "… who declined")?"""
    behind = word.doc[word.i + 1 : word.sent.end]
    refusing = [verb for verb in behind if verb.pos_ == "VERB" and GOVERNORS.get(lemma_of(verb)) == "refused"]
    return any(_refuses_it(verb, word) for verb in refusing)


def _refuses_it(verb: Token, word: Token) -> bool:
    """Does a verb behind a "but", or in a relative clause, refuse nothing else than what was proposed?"""
    joined = verb.dep_ == "acl:relcl" or any(token.lower_ == "but" for token in word.doc[word.i : verb.i])
    suffered = syntax.own_subjects(verb) if syntax.is_passive(verb) else []
    told = (*suffered, *syntax.children(verb, "obj", "xcomp", "ccomp"))
    alone = all(noun.tag_ == "PRP" or syntax.lemma(noun) in PROPOSALS for noun in told)
    return joined and alone and not syntax.is_negated(verb)


def _of_noun(noun: Token) -> Status:
    if status := _of_modifiers(noun):
        return _overruled(noun, status)
    if _is_on_programme(noun):
        return "planned"
    if syntax.children(noun, "cop"):
        return _of_state(noun)
    if status := _of_occasion(noun) or _of_period(noun) or _of_proposal(noun):
        return _overruled(noun, status)
    if is_prepared(noun):
        return "planned"
    verb = verb_above(noun)
    if verb is None:
        return "ongoing" if _prepositions(noun) & LATER else "held"
    event = measured(noun)
    if (event.dep_ in ("nsubj", "nsubj:pass") or noun.is_ancestor(verb)) and _denies_events(verb):
        return denied_tense([token.lower_ for token in syntax.auxiliaries(verb)])
    prepositions = _prepositions(noun)
    if prepositions & LATER:
        return "planned"
    if prepositions & _AFTERWARDS:
        return "planned" if tense_of(verb) == "planned" else "held"
    if _is_on_programme(verb):
        return "planned"
    if _is_going_on(verb):
        return "ongoing"
    if verb.lower_ in BUSY and "in" in prepositions:
        return _of_state(verb)
    if verb.dep_ == "acl:relcl" and syntax.lemma(verb) in COMPRISING and syntax.lemma(verb.head) in TRAVEL:
        return _of_noun(verb.head)
    if "in" in prepositions and _is_awaited(verb):
        return "planned"
    if prepositions & SETTINGS and verb.pos_ == "VERB":
        return _of_setting(verb)
    first = event.head if event.dep_ == "conj" else event
    is_object = first.dep_ in ("obj", "nsubj:pass") or lemma_of(verb).partition("-")[2] in prepositions
    acts = event.dep_ == "nsubj" and bool(syntax.children(verb, "obj"))  # "the talks prepared the ground"
    status = None if acts else status_given_by(verb)
    if is_object and lemma_of(verb) == "follow":
        return "held"
    left = status == "cancelled" and bool(prepositions & {"of", "from"})
    if status and (is_object or event.dep_ == "nsubj" or prepositions & {"for", "to"} or left):
        if status == "ongoing":
            return _continued(verb)
        if status in ("cancelled", "refused") and is_conditional(verb):
            return "planned"
        if _fails_to_settle(verb):
            return "held"
        return _denied(status, verb) if status != "planned" or not is_unfulfilled(verb) else "cancelled"
    lemma = lemma_of(verb)
    if ("for" in prepositions and lemma in MOTION) or ("to" in prepositions and lemma in _SETTING_OUT):
        return _of_purpose(verb)
    if syntax.children(verb, "cop") and verb.pos_ != "VERB":
        return _of_state(verb)
    is_subject = event.dep_ == "nsubj" or verb.head.i == noun.i
    if syntax.lemma(verb) in EVENT_OPENINGS and verb.tag_ != "VB" and (is_object or is_subject):
        return _OPENED.get(tense_of(verb)) or _of_verb(verb)
    if syntax.is_negated(verb) and acts:  # "the talks will not bring results"
        return "planned" if _of_verb(verb) == "refused" else "held"
    return "held" if syntax.is_negated(verb) and _is_aside(event, verb) else _of_verb(verb)


def _is_aside(event: Token, verb: Token) -> bool:
    """Does a verb tell of something else that is done in, of or after an event ("did not raise it in the talks")?"""
    within = bool(_prepositions(event) & {"in", "on", "about", "over"})
    return event.dep_ == "nmod" or (within and lemma_of(verb) not in _TAKING_PART)


def _is_going_on(verb: Token) -> bool:
    """Is it a participle at who now does something ("delegates attending the talks are demanding")?"""
    main = syntax.verb_above(verb.head) if (verb.tag_, verb.dep_) == ("VBG", "acl") else None
    return main is not None and tense_of(main) == "ongoing"


def _is_on_programme(verb: Token) -> bool:
    """Is it told to stand on somebody's programme ("is on the agenda", "her schedule includes a meeting")?"""
    present = verb.tag_ in ("VBZ", "VBP") or any(aux.tag_ in ("VBZ", "VBP") for aux in syntax.auxiliaries(verb))
    beside = [verb, *syntax.own_subjects(verb), *(syntax.children(verb, "obl") if syntax.children(verb, "cop") else [])]
    return present and any(syntax.lemma(word) in PROGRAMMES for word in beside)


def _denies_events(verb: Token) -> bool:
    """Does a negated verb deny that its subject takes place ("no talks were held"), not that it is or does something?

    What "is not the right forum" or "will not bring results" may take place.
    """
    acts = bool(syntax.children(verb, "obj")) and not can_only_happen(verb)
    is_open = GOVERNORS.get(lemma_of(verb)) == "refused"  # "cannot be ruled out"
    return syntax.is_negated(verb) and not (acts or is_open or syntax.children(verb, "cop"))


def _of_modifiers(noun: Token) -> Status | None:
    """The status that a word beside it gives an event ("planned talks", "talks scheduled for Monday")."""
    for child in _modifiers(noun):
        if child.dep_ in ("acl", "acl:relcl") and syntax.is_passive(child) and lemma_of(child) in HAPPENING | HOSTING:
            return tense_of(child)
        if child.dep_ in ("amod", "acl", "acl:relcl", "compound") and (status := MODIFIERS.get(child.lower_)):
            return status
        given = status_given_by(child) if (child.dep_, child.tag_) == ("acl", "VBN") else None
        if given and lemma_of(child) != "call":  # "a meeting called by the chair"
            return given
    return None


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


def _of_occasion(noun: Token) -> Status | None:
    """The status of what is on the margins of an event to come ("a meeting on the sidelines of the coming summit")."""
    asides = (child for child in noun.children if syntax.lemma(child) in BESIDE)
    gatherings = (event for aside in asides for event in syntax.obliques(aside, "of"))
    told = (MODIFIERS.get(child.lower_) for event in gatherings for child in event.children)
    return "planned" if "planned" in told else None


def _of_period(noun: Token) -> Status | None:
    """The status that "next month's" or "last week's" before an event gives it."""
    periods = [token for token in syntax.children(noun, "nmod:poss") if token.lower_ in _PERIODS]
    words = {word.lower_ for period in periods for word in period.children}
    return "planned" if "next" in words else "held" if "last" in words else None


def _of_proposal(noun: Token) -> Status | None:
    """The status of what is offered, asked for or possible ("an offer of talks", "the chance of a meeting")."""
    if noun.dep_ != "nmod" or not syntax.cases(noun) & {"of", "for", "to"}:
        return None
    if syntax.lemma(noun.head) in CHANCES:
        return "proposed"
    if syntax.lemma(noun.head) not in PROPOSALS:
        return None
    verb = verb_above(noun.head)
    fate = GOVERNORS.get(lemma_of(verb)) if verb is not None and noun.head.dep_ in ("obj", "nsubj:pass") else None
    return _denied(fate, verb) if verb is not None and fate else "proposed"


def _of_setting(verb: Token) -> Status:
    """The status of what something is done at: still to come where that is, whatever the verb says of its object."""
    if _is_awaited(verb) or tense_of(verb) in ("planned", "proposed", "refused"):
        return "planned"
    if verb.dep_ == "xcomp" and lemma_of(verb.head) in OUTCOMES:
        return _of_setting(verb.head)
    if verb.tag_ == "VB" and not syntax.auxiliaries(verb) and verb.head.i != verb.i:
        return "planned"
    return "ongoing" if tense_of(verb) == "ongoing" else "held"


def _is_awaited(verb: Token) -> bool:
    return syntax.is_passive(verb) and lemma_of(verb) in ("expect", "schedule", "set", "slate")


def _continued(verb: Token) -> Status:
    """Talks that continue are under way, unless that is itself still to come ("will meet to continue talks")."""
    status = _of_verb(verb)
    return "ongoing" if status == "held" else status


def _of_state(predicate: Token) -> Status:
    """The status of what somebody is "in" or "at": the copula's tense, where a lasting state is meant."""
    helpers = {token.lower_ for token in syntax.auxiliaries(predicate)}
    if helpers & {"will", "would", "may", "might", "could", "wo", "to"} or syntax.is_negated(predicate):
        return tense_of(predicate)
    return "ongoing" if helpers & {"is", "are", "has", "have", "am", "'s", "’s"} else "held"


def _overruled(noun: Token, status: Status) -> Status:
    """A scheduled meeting that was cancelled, postponed or refused is so."""
    verb = verb_above(noun)
    above = made_by(verb) if verb is not None else None
    if verb is not None and (verb.dep_ == "xcomp" or (verb.dep_, verb.tag_) == ("advcl", "VB")):
        above = above or _of_verb(verb)
    if verb is not None and above in ("cancelled", "postponed", "refused") and not _fails_to_settle(verb):
        return "planned" if is_conditional(verb) else above
    if above == "proposed" and status == "planned" and "for" in syntax.cases(noun):
        return above
    event = measured(noun)
    is_told = verb is not None and (event.dep_ in ("nsubj", "obj", "nsubj:pass") or noun.is_ancestor(verb))
    if verb is not None and is_told and _denies_events(verb):
        return "cancelled"
    return status


def _fails_to_settle(verb: Token) -> bool:
    """Does it tell that talks failed, or what they failed to bring, not that they failed to take place?"""
    brought = syntax.children(verb, "xcomp")
    return lemma_of(verb) == "fail" and (not brought or any(not can_only_happen(told) for told in brought))


def _of_verb(verb: Token) -> Status:
    bare = not (syntax.auxiliaries(verb) or syntax.children(verb, "mark", "case"))
    if verb.lower_ == "meeting" and verb.dep_ == "acl" and bare:
        return _of_those_meeting(verb)
    status = tense_of(verb)
    if any(child.lower_ == "without" for child in verb.children):
        return status
    current, is_purpose = verb, False
    for _ in range(5):
        above = governing(current)
        if above is None:
            break
        if current.tag_ == "VBG" and {child.lower_ for child in current.children} & _TEMPORAL:
            return _of_participle(current, above if above.pos_ == "VERB" else verb_above(above) or above)
        if current.tag_ == "VB" and current.dep_ == "advcl" and (offered := _proposal_of(above)):
            return _fate(offered) or _of_plan(offered)
        if above.lower_ == "open" and syntax.children(above, "cop"):  # "is open to meeting Berg"
            return _denied("proposed", above)
        if lemma_of(above) in _INTENTIONS and any(child.lower_ == "no" for child in above.children):
            return "refused"
        lemma, is_purpose = lemma_of(above), is_purpose or current.tag_ == "VB" or is_bare_passive(current)
        if above.pos_ == "NOUN" and (fate := _fate(above)):
            return fate
        if found := made_by(above):
            if found == "planned" and is_unfulfilled(above):
                return "cancelled"
            return _denied(found, above)
        if _is_distinction(above) and any(child.lower_ == "to" for child in current.children):
            return _of_distinction(above, current)
        if above.pos_ in ("NOUN", "PROPN") and current.tag_ == "VB":
            return _of_stay(above) if syntax.children(above, "cop") else _of_plan(above)
        if lemma in MOTION and current.dep_ in ("advcl", "xcomp") and is_purpose:
            is_outcome = is_bare_passive(current) and is_simple_past(above)  # "arrived to be welcomed by Berg"
            return "held" if is_outcome else _of_purpose(above)
        if (current.tag_ in ("VB", "VBG") and not syntax.auxiliaries(current)) or is_bare_passive(current):
            status = (
                tense_of(above)
                if current.tag_ == "VB" or current.dep_ in ("xcomp", "conj")
                else _of_participle(current, above)
            )
            current = above
            continue
        break
    return status


def _of_those_meeting(participle: Token) -> Status:
    """The status of what others do who now do something else: it goes on ("ministers meeting in Oslo say that")."""
    main = verb_above(participle.head)
    if main is None:
        return "held"
    is_now = any(word.tag_ in ("VBZ", "VBP", "MD") for word in (main, *syntax.auxiliaries(main)))
    return "ongoing" if is_now else "held"


def _of_plan(noun: Token) -> Status:
    """The status of what a noun is for ("an invitation to meet", "leaders to meet in Oslo"): that of its own verb."""
    verb = verb_above(noun)
    if verb is None:
        return "planned"
    if fate := GOVERNORS.get(lemma_of(verb)):
        return fate
    if syntax.lemma(noun) in PROPOSALS and noun.dep_ == "obj":
        return "proposed"
    return _of_purpose(verb) if lemma_of(verb) in DEPARTURES else _of_verb(verb)


def _proposal_of(verb: Token) -> Token | None:
    """What a verb offers or takes ("conveyed an invitation to the premier to visit")."""
    return next((noun for noun in syntax.children(verb, "obj") if syntax.lemma(noun) in PROPOSALS), None)


def _of_stay(place: Token) -> Status:
    """The status of what somebody is somewhere for ("is in Oslo to meet"): still to come while he is there."""
    status = _of_state(place)
    return "planned" if status == "ongoing" else status


def _is_distinction(noun: Token) -> bool:
    """Does it tell how somebody stands out by what he does ("the first premier to visit", "the highest to")?"""
    ordinal = any(word.lower_ in ORDINALS for word in syntax.children(noun, "amod"))
    return ordinal or any(word.tag_ == "JJS" for word in syntax.noun_phrase(noun))


def _of_distinction(noun: Token, act: Token) -> Status:
    """The status of that by which somebody stands out: who "is the first to meet" has done so, "to visit" is there."""
    verb = None if syntax.children(noun, "cop") else verb_above(noun)
    status = _of_verb(verb) if verb is not None else _of_state(noun)
    return "held" if status == "ongoing" and lemma_of(act) not in MOTION else status


def _fate(noun: Token) -> Status | None:
    """What became of a plan, an offer or a visit: refused, cancelled, postponed, accepted, where its verb says so."""
    verb = verb_above(noun)
    lemma = lemma_of(verb) if verb is not None else ""
    status = GOVERNORS.get(lemma)
    return status if status in ("refused", "cancelled", "postponed") or lemma == "accept" else None


def _of_participle(verb: Token, above: Token) -> Status:
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "case")}
    is_ahead = bool(marks & LATER) and not is_simple_past(above)
    return "planned" if is_ahead or tense_of(above) == "planned" else "held"


def _of_purpose(motion: Token) -> Status:
    """The status of what somebody goes somewhere for: still to come while he travels, held once he was there."""
    if motion.dep_ == "acl" and _is_distinction(motion.head):
        return _of_distinction(motion.head, motion)
    tense = _of_verb(motion) if motion.pos_ == "VERB" or motion.pos_ == "AUX" else "held"
    if (
        tense in ("ongoing", "held")
        and lemma_of(motion) in DEPARTURES
        and not (tense == "held" and lemma_of(motion) in ("travel", "go", "come"))
    ):
        return "planned"
    return tense


def _prepositions(noun: Token) -> set[str]:
    first = noun
    while first.dep_ == "conj":
        first = first.head
    leading = {first.head.lower_} & LATER
    part = syntax.cases(noun.head) if noun.dep_ == "nmod" and lemma_of(noun.head) in _PARTS else set()
    return syntax.cases(noun) | syntax.cases(first) | leading | part


def _denied(status: Status, word: Token) -> Status:
    """What a word makes of a meeting, or makes of it where it is negated: who "is not willing" refuses it."""
    if word.lower_ in _WILLING and syntax.is_negated(word):
        return "refused"
    return DENIED.get(status, status) if syntax.is_negated(word) else status
