"""Whom a sentence says to take part where others meet: "Also present were …", "Norway was represented by …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers
from transforms.language.lexicon.constructions import EVENT_NOUNS
from transforms.language.parties.pairs import is_anaphoric

_PRESENT = re.compile(
    r"(?:^\W*(?:(?:also )?(?:accompanying|attending|participating|present|joining|taking part|in attendance|on hand)\b"
    r"[^,.;:]{0,60}?(?:were|was|will be|is|are)|"
    r"among (?:those|the (?:[\w-]+ )?(?:guests|participants|attendees|delegates|leaders)) "
    r"(?:(?:who )?(?:came|attend|gather|present|taking part|in attendance)[^,.;:]{0,60}? )?(?:were|was|are|is)|"
    r"(?:(?:the|other|additional|further|meeting|senior|key|[A-Z][\w.]+) ){0,3}"
    r"(?:participants|attendees|those present|(?:members|representatives) of the [\w .-]{0,40}(?:delegation|team|side))"
    r"\b[^,.;:]{0,40}? (?:include|included|are|were))|"
    r"(?:^\W*|[,;] (?:while |and )?)the (?:[\w.-]+ ){0,3}(?:delegation|team|side|meeting|talks|discussion)\b"
    r"[^.;:,]{0,90}? (?:include|included|comprised)) (?:also )?",
    re.IGNORECASE,
)
_IN_PRESENCE = re.compile(
    r"\b(?:(?:in the presence|with the participation|under the (?:(?:co-)?chairmanship|(?:watchful )?(?:gaze|eyes?)))"
    r" of|(?:, |and )(?:watched|witnessed) by) (?:the )?"
)
_WORD = re.compile(
    r"\b(?:attend|participa|join|accompan|chair|led|head|host|moderat|facilitat|mediat|represent|presen|part\b|sat\b|"
    r"members|inclu|compris|on hand|gaze|eyes? of|watched by|witnessed|among|sent\b|address|open|told the)",
    re.IGNORECASE,
)
_COURSE = re.compile(r", (?:co-)?$")
_JOINED = frozenset("join accompany".split())
_CHAIRED = frozenset("chair lead head host moderate facilitate mediate attend witness".split())
_DEFINITE = frozenset("the this these that entire both two".split())
_THERE = frozenset("present attendance participant attendee".split())
_SPOKEN_AT = frozenset("open close address inaugurate tell".split())
_DELEGATES = frozenset("delegate participant attendee".split())
_TELLING = _JOINED | _CHAIRED | _THERE | _SPOKEN_AT | {"participate", "represent", "sit", "take", "send"}


@dataclass(frozen=True, slots=True)
class Presence:
    """Those whom a verb says to take part: a word of their list.

    joined: whom they join; country: on whose side; meeting: the noun for what they attend; same: whether the sentence
    tells the meeting as well.
    """

    word: Token
    verb: Token
    joined: tuple[Token, ...] = ()
    country: str | None = None
    meeting: Token | None = None
    same: bool = False


def find_presences(sentence: Span) -> Iterator[Presence]:
    """Those whom a sentence says to take part in a meeting, by the verbs that say so."""
    if not _WORD.search(sentence.text):
        return
    yield from _listed(sentence)
    for verb in sentence:
        is_told = syntax.lemma(verb) in _TELLING and verb.dep_ not in ("aux", "aux:pass", "cop")
        if not is_told or syntax.is_negated(verb):
            continue
        yield from _by_agent(verb) if syntax.is_passive(verb) else _by_subject(verb)
        yield from _by_speech(verb)
        yield from _sent(verb)
        yield from _in_course(verb)
        yield from _beside(verb)


def _listed(sentence: Span) -> Iterator[Presence]:
    """Those listed behind "Also present were" or "in the presence of"."""
    within = _IN_PRESENCE.search(sentence.text)
    for told in (*_PRESENT.finditer(sentence.text), *([within] if within else ())):
        first = sentence.char_span(told.end(), told.end() + 1, alignment_mode="expand")
        if first is not None and first.start > sentence.start:
            opening = sentence.char_span(told.start(), told.end(), alignment_mode="expand")
            country = _nation(opening) if opening is not None and told is not within else None
            yield Presence(first[0], first[0].nbor(-1), country=country, same=told is within)


def _by_agent(verb: Token) -> Iterator[Presence]:
    """Those by whom others are joined, a meeting is attended or chaired, a state is represented."""
    suffering = syntax.children(verb, "nsubj:pass")
    agents = syntax.obliques(verb, "by")
    if syntax.lemma(verb) in _JOINED:
        yield from (Presence(agent, verb, tuple(suffering)) for agent in agents)
    elif syntax.lemma(verb) in _CHAIRED:
        if told := [word for word in suffering if word.lower_ == "it" or _is_meeting(word)]:
            yield from (Presence(agent, verb, country=_side(verb, agent), meeting=told[0]) for agent in agents)
    elif syntax.lemma(verb) == "represent" and (countries := [_nation(syntax.noun_phrase(w)) for w in suffering]):
        yield from (Presence(agent, verb, country=countries[0]) for agent in agents if countries[0])


def _by_subject(verb: Token) -> Iterator[Presence]:
    """Those who attend a meeting told before, are present, or accompany others."""
    subjects = syntax.children(verb, *syntax.SUBJECTS)
    if syntax.lemma(verb) == "accompany" and verb.tag_ in syntax.FINITE:
        yield from (Presence(subject, verb, tuple(syntax.objects(verb))) for subject in subjects)
        return
    if not (_attends(verb) or _is_there(verb)):
        return
    attended = [*(() if _takes_part(verb) else syntax.objects(verb)), *syntax.obliques(verb, "in", "at", "for", "on")]
    meeting = next((word for word in attended if _is_meeting(word)), None)
    together = any(word.lower_ in ("them", "him", "her") or _are_two(word) for word in attended)
    for subject in subjects:
        side = _side(verb, subject)
        open_end = all(word.lower_ == "side" or word.ent_type_ in ("DATE", "TIME") for word in attended) and (
            side or _is_there(verb) or any(child.lower_ in ("also", "too") for child in verb.children)
        )
        if meeting is not None or together or open_end:
            yield Presence(subject, verb, country=side, meeting=meeting)


def _by_speech(verb: Token) -> Iterator[Presence]:
    """Those who open, close or address a meeting told before, or tell its delegates something."""
    told = syntax.children(verb, *syntax.OBJECTS) if syntax.lemma(verb) in _SPOKEN_AT else []
    meeting = next((word for word in told if _is_meeting(word) or _are_delegates(word)), None)
    if meeting is not None and not syntax.is_passive(verb):
        yield from (Presence(speaker, verb, meeting=meeting) for speaker in syntax.subjects(verb))


def _sent(verb: Token) -> Iterator[Presence]:
    """The officers whom a state sends ("Norway sent Minister Berg")."""
    envoys = syntax.children(verb, "obj") if syntax.lemma(verb) == "send" else []
    subjects = syntax.children(verb, *syntax.SUBJECTS)
    sender = next(filter(None, (_nation(syntax.noun_phrase(subject)) for subject in subjects)), None)
    if sender and not syntax.is_passive(verb):
        yield from (Presence(envoy, verb, country=sender) for envoy in envoys if syntax.children(envoy, "nmod:desc"))


def _in_course(verb: Token) -> Iterator[Presence]:
    """Those who chair a meeting that their sentence tells ("held the second session, co-chaired by …")."""
    if syntax.lemma(verb) != "chair" or verb.tag_ != "VBN" or syntax.children(verb, "nsubj:pass", "aux:pass"):
        return
    if _COURSE.search(verb.doc[verb.sent.start : verb.i].text_with_ws):
        yield from (Presence(agent, verb, same=True) for agent in syntax.obliques(verb, "by"))


def _beside(verb: Token) -> Iterator[Presence]:
    """Those by whom others are joined at what their sentence tells ("met in Oslo, accompanied by Minister Berg")."""
    is_participle = verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl") and not syntax.auxiliaries(verb)
    if syntax.lemma(verb) in _JOINED and is_participle and verb.nbor(-1).text == ",":
        yield from (Presence(agent, verb, same=True) for agent in syntax.obliques(verb, "by"))


def _attends(verb: Token) -> bool:
    if verb.tag_ not in ("VBD", "VB", "VBZ", "VBP", "VBN", "VBG"):
        return False
    sits_in = syntax.lemma(verb) == "sit" and any(child.lower_ == "in" for child in syntax.children(verb, "advmod"))
    return syntax.lemma(verb) in ("attend", "participate", "join") or _takes_part(verb) or sits_in


def _takes_part(verb: Token) -> bool:
    return syntax.lemma(verb) == "take" and any(child.lower_ == "part" for child in syntax.children(verb, "obj"))


def _is_there(word: Token) -> bool:
    """Is somebody present, in attendance, or among those present?"""
    if syntax.lemma(word) not in _THERE or not syntax.children(word, "cop"):
        return False
    return word.pos_ == "ADJ" or bool(syntax.cases(word) & {"in", "among"})


def _is_meeting(noun: Token) -> bool:
    """Is it a meeting told before ("the meeting", "the two meetings")?"""
    told = [
        child for child in noun.children if child.dep_ in ("det", "amod", "compound", "nmod", "nmod:poss", "nummod")
    ]
    known = all(child.lower_ in _DEFINITE for child in told)
    return noun.is_lower and syntax.lemma(noun) in EVENT_NOUNS and bool(told) and known


def _are_delegates(noun: Token) -> bool:
    """Are they those who attend a meeting told before ("told the delegates")?"""
    return syntax.lemma(noun) in _DELEGATES and any(child.lower_ == "the" for child in noun.children)


def _are_two(noun: Token) -> bool:
    """Do the words mean those who were told to meet ("joined the two leaders")?"""
    return noun.tag_ == "NNS" and is_anaphoric(syntax.noun_phrase(noun).text)


def _side(verb: Token, word: Token) -> str | None:
    """On whose side they take part ("from the Danish side")."""
    beside = (child for head in (verb, word) for child in head.children if child.lower_ in ("side", "part"))
    return next((code for noun in beside if (code := _nation(syntax.noun_phrase(noun)))), None)


def _nation(words: Span) -> str | None:
    return gazetteers.nationality(words.text) or next(
        (code for token in words if (code := gazetteers.nationality(token.text))), None
    )
