"""What tense, modals and negation alone say of the event that a verb tells."""

import re

from spacy.tokens import Token

from schemas.mention import Status
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import GOVERNORS, MOTION, TRAVEL, lemma_of

_AGREEING = frozenset("agree decide promise pledge".split())
_PROPOSING = frozenset("propose suggest recommend demand request".split())  # … that they meet
_WEIGHING = frozenset("discuss debate examine mull weigh study".split())  # whether to meet
_MOMENTARY = frozenset("shake shook greet".split())  # in the present tense only below a picture
_GATHERING = frozenset(("gather", "assemble"))
_FULL_STOPS = frozenset((".", "!", "?", '"', "”"))
_ARRANGED = re.compile(r"(?:this|next|coming) week\b|^(?:next |this |coming )?[A-Z]\w+day$|^tomorrow$")
_HOUR = re.compile(r"\d{1,2}[:.]\d\d (?:[ap]\.?m\b|[A-Z])", re.IGNORECASE)
_CONJUNCTIONS_OF_TIME = frozenset("when once until before after if".split())


def tense_of(verb: Token) -> Status:
    """What tense and modals alone say of the verb's event."""
    helpers = [token.lower_ for token in syntax.auxiliaries(verb)]
    if syntax.is_negated(verb):
        return denied_tense(helpers)
    if any(word in ("will", "'ll", "’ll", "shall", "wo") for word in helpers):
        return "planned"
    if (
        "would" in helpers
        and "have" not in helpers
        and verb.dep_ in ("ccomp", "conj", "xcomp", "acl")
        and _is_reported(verb)
    ):
        return "planned"
    if {"would", "should"} & set(helpers) and verb.dep_ == "ccomp" and syntax.lemma(verb.head) in _AGREEING:
        return "planned"
    if any(word in ("would", "may", "might", "could", "can", "should", "must") for word in helpers):
        return "proposed" if "have" not in helpers else "cancelled"
    is_infinitive = any(child.lower_ in ("to", "due") and child.dep_ in ("mark", "aux") for child in verb.children)
    if "had" in helpers and any(child.lower_ == "due" for child in verb.children):
        return "cancelled"
    if is_infinitive and any(word in ("is", "are", "was", "were", "am", "'s", "’s") for word in helpers):
        return "cancelled" if "have" in helpers else "planned"
    if verb.tag_ == "VBG" and any(word in ("is", "are", "am", "'s", "'re", "been", "was", "were") for word in helpers):
        told_as_news = was_going_on(verb) and verb.dep_ == "ROOT" and not _is_cut_short(verb)
        return "ongoing" if told_as_news or not {"was", "were", "had"} & set(helpers) else "held"
    if is_infinitive and verb.dep_ in ("ROOT", "acl", "parataxis"):
        return "planned"
    if verb.dep_ == "ccomp" and not helpers and verb.tag_ in ("VB", "VBP") and syntax.lemma(verb.head) in _PROPOSING:
        return "proposed"
    if verb.tag_ in ("VBZ", "VBP") and not syntax.is_passive(verb):
        if _is_temporal(verb) or is_on_timetable(verb):
            return "held" if _is_after_past(verb) else "planned"
        if _is_arranged(verb) and not is_in_headline(verb):
            return "planned"
        return "held" if lemma_of(verb) in _MOMENTARY or is_in_headline(verb) else "ongoing"
    if verb.tag_ == "VBN" and syntax.lemma(verb) in _GATHERING and {"is", "are"} & set(helpers):
        return "ongoing"
    if "being" in helpers and syntax.lemma(verb) in _WEIGHING:
        return "proposed"
    if verb.tag_ == "VBN" and "being" in helpers and not {"was", "were"} & set(helpers):
        return "ongoing"
    return "held"


def was_going_on(word: Token) -> bool:
    """Is it told by a past progressive ("was meeting her", "was holding talks"), as news tells what goes on?"""
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    if verb is None or verb.tag_ != "VBG" or syntax.lemma(verb) in ("speak", "talk"):  # "was speaking after talks"
        return False
    return not {token.lower_ for token in syntax.auxiliaries(verb)}.isdisjoint(("was", "were"))


def is_told_in_past(word: Token) -> bool:
    """Is it told by a verb in the simple past ("began talks on Saturday"), also one misread as its participle?"""
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    if verb is None or syntax.auxiliaries(verb):
        return False
    return is_simple_past(verb) or (verb.tag_, verb.head.dep_) == ("VBN", "ROOT")


def is_simple_past(verb: Token) -> bool:
    """Is a verb in the simple past, also where the tagger has a participle ("the two met")?"""
    in_past = verb.tag_ == "VBD" or (verb.tag_, verb.dep_) == ("VBN", "ROOT")
    return in_past and not syntax.auxiliaries(verb)


def _is_cut_short(verb: Token) -> bool:
    """Does a clause of time tell what happened meanwhile ("were meeting when the news came")?"""
    clauses = syntax.children(verb, "advcl")
    return any(child.lower_ in _CONJUNCTIONS_OF_TIME for clause in clauses for child in clause.children)


def was_ahead(word: Token) -> bool:
    """Was it still to come in the past, so that it may have come to nothing ("was due to hold talks")?"""
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    while verb is not None and verb.dep_ in ("xcomp", "advcl") and verb.tag_ in ("VB", "VBN") and not _was_to(verb):
        verb = verb.head
    return verb is not None and _was_to(verb)


def is_travelled_for(word: Token) -> bool:
    """Is it what somebody has travelled for, is there for or looked forward to ("arrived to meet Berg")?"""
    verb = _purposed(word)
    if verb is None or tense_of(verb) not in ("held", "ongoing"):
        return False
    is_there = bool(syntax.children(verb, "cop")) and not syntax.cases(verb).isdisjoint(("in", "at"))
    return is_there or lemma_of(verb) in MOTION | {"look-forward"}


def journey_to(word: Token) -> Token | None:
    """The verb before it that tells of a journey for it ("flies to Oslo on Monday for talks")."""
    verb = _purposed(word)
    if verb is None or verb.i > word.i:
        return None
    leaves = syntax.lemma(verb) == "leave" and any(noun.i < word.i for noun in syntax.obliques(verb, "for"))
    return verb if leaves or lemma_of(verb) in TRAVEL else None


def _purposed(word: Token) -> Token | None:
    """The verb of what is done to meet or for a meeting."""
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    while verb is not None and verb.dep_ in ("xcomp", "advcl", "acl") and verb.tag_ == "VB" and verb.head.i != verb.i:
        verb = verb.head
    return verb


def _was_to(verb: Token) -> bool:
    helpers = {token.lower_ for token in syntax.auxiliaries(verb)}
    is_plan = verb.tag_ == "VB" or GOVERNORS.get(lemma_of(verb)) == "planned"
    return is_plan and (bool(helpers & {"was", "were"}) or helpers >= {"had", "been"}) and "being" not in helpers


def is_in_headline(word: Token) -> bool:
    """Does it stand in a first line without a full stop, or in its repetition? Its present tense tells what is past."""
    sentence = word.sent
    last = next((token for token in reversed(list(sentence)) if not token.is_space), word)
    if last.text in _FULL_STOPS:
        return False
    return sentence.start == 0 or sentence.text.strip() == next(iter(word.doc.sents)).text.strip()


def is_on_timetable(word: Token) -> bool:
    """Does it stand in a line of a timetable, whose present is a future ("2:00 p.m. Berg meets Costa")?"""
    return bool(_HOUR.match(word.sent.text))


def _is_arranged(verb: Token) -> bool:
    """Does a day, a week or "next" at the verb tell that its present means what is arranged ("meets on Monday")?"""
    near = syntax.children(verb, "obj", "obl", "obl:unmarked", "obl:tmod", "advmod")
    return any(
        token.lower_ == "next" or (token.ent_type_ == "DATE" and _ARRANGED.search(syntax.noun_phrase(token).text))
        for token in near
    )


def _is_temporal(verb: Token) -> bool:
    """Does the verb stand in a clause of time, whose present is a future ("when they meet")?"""
    return verb.dep_ == "advcl" and any(child.lower_ in _CONJUNCTIONS_OF_TIME for child in verb.children)


def _is_after_past(verb: Token) -> bool:
    """Does it tell after what something was done, also in a headline ("Laos frees monk after envoy sees premier")?"""
    done = verb.head.tag_ == "VBD" or (verb.head.tag_ in ("VBZ", "VBP") and is_in_headline(verb))
    return done and any(child.lower_ == "after" for child in syntax.children(verb, "mark"))


def _is_reported(verb: Token) -> bool:
    """Is it the content of a report, whose "would" is a "will" told in the past?"""
    return any(
        syntax.lemma(above) in ("say", "report", "announce", "confirm", "tell", "add", "state")
        for above in verb.ancestors
    )


def denied_tense(helpers: list[str]) -> Status:
    """What a denied event is by the auxiliaries of its verb: refused where it lay ahead, else cancelled."""
    if any(word in ("will", "wo", "would", "can", "ca", "shall") for word in helpers):
        return "refused"
    return "cancelled"


def is_unfulfilled(verb: Token) -> bool:
    """A plan told in the pluperfect ("had planned to meet") or perfect infinitive came to nothing."""
    return "had" in [t.lower_ for t in syntax.auxiliaries(verb)]


def is_in_pluperfect(word: Token) -> bool:
    """Is it told as what had been before ("had met", "had held talks")?"""
    verb = word if word.pos_ == "VERB" else syntax.verb_above(word)
    return verb is not None and is_unfulfilled(verb)


def is_conditional(verb: Token) -> bool:
    """Is the verb a condition, a threat, a wish or a possibility ("if talks fail", "urged to cancel")?"""
    if {"may", "might", "could"} & {token.lower_ for token in syntax.auxiliaries(verb)}:
        return True
    above = lemma_of(verb.head) if verb.dep_ == "xcomp" or (verb.dep_, verb.tag_) == ("advcl", "VB") else None
    if above == "threaten" or GOVERNORS.get(above or "") == "proposed":
        return True
    return any(child.lower_ in ("if", "unless") for child in syntax.children(verb, "mark"))
