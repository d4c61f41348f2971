"""What the clause of an anchor tells besides: mode, duration, occasion and topics."""

import re

from spacy.tokens import Token

from schemas.mention import Mode
from transforms.language.anchors.patterns import Anchor
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import TRAVEL
from transforms.language.lexicon.constructions import BESIDE, EVENT_NOUNS, TALKING_BY_PHONE, TALKING_BY_VIDEO
from transforms.language.temporal.durations import find_duration
from transforms.language.toponyms.places import Place

_OCCASION = re.compile(
    r"\b(?i:on the (?:sidelines|margins|fringes) of|during|at|amid|ahead of|as part of|attending) "
    r"((?:(?:the|an?|this|next) )?(?:[\w.’'&-]+ ){0,9}?"
    r"(?:[Ss]ummit|[Cc]onference|[Mm]eetings?|[Ff]orum|[Aa]ssembly|[Tt]alks|[Dd]ialogue|[Ee]vents?)"
    r"(?: of (?:the )?(?:[A-Z][\w.-]*(?: |$)?){1,6})?)"
)
_FACING = re.compile(r"\b(?:face[ -]to[ -]face|in person|sit-down|one-on-one)\b", re.IGNORECASE)
_COMING = frozenset("visit trip travel arrive fly tour journey dispatch host delegation guest".split()) | BESIDE
_TOPIC = re.compile(r"^(?:on|about|over|regarding|concerning)$")
_ARTICLE = re.compile(r"^(?:the|a|an|their|its|his|her) ")
_MAX_TOPIC_WORDS = 8


def mode_of(anchor: Anchor, place: Place) -> Mode | None:
    """By phone, by video or face to face, where the clause tells."""
    others = _events_beside(anchor.token) | _told_of_parties(anchor.token)
    words = {token.lower_ for token in anchor.token.subtree if token.i not in others}
    beside = syntax.children(syntax.governor(anchor.token), "advmod", *syntax.OBLIQUES)
    words |= {word.lower_ for token in beside if token.i not in others for word in syntax.noun_phrase(token)}
    if words & set(TALKING_BY_VIDEO):
        return "video"
    by_phone = bool(words & set(TALKING_BY_PHONE)) or _is_purpose_of_call(anchor)
    told = by_phone and anchor.nature in ("call", "talks")
    if anchor.construction.mode == "phone" or told or (words & {"phone", "telephone"} and not anchor.construction.mode):
        return "phone"
    faces = place or anchor.nature == "meeting" or _involves_travel(anchor) or _is_face_to_face(anchor)
    faces = faces or any(syntax.lemma(token) in BESIDE for token in anchor.token.subtree)
    if anchor.nature == "call" and not faces:
        return "phone"
    return anchor.construction.mode or ("in_person" if faces else None)


def _events_beside(event: Token) -> set[int]:
    """The words of another event in whose course one is told of ("set a meeting in a phone call")."""
    if event.pos_ == "VERB":
        return set()
    beside = (*syntax.children(event, "nmod"), *syntax.children(syntax.governor(event), "obl"))
    within = [word for word in beside if not syntax.cases(word).isdisjoint(("during", "in", "after"))]
    others = [word for word in within if word.i != event.i and syntax.lemma(word) in EVENT_NOUNS]
    return {token.i for word in others for token in word.subtree}


def _told_of_parties(event: Token) -> set[int]:
    """The words of what clauses tell of those who meet ("the two, who had spoken by telephone in May, met")."""
    clauses = (word for word in event.subtree if word.dep_ == "acl:relcl" and word.head.i != event.i)
    of_persons = (clause for clause in clauses if any(child.tag_ == "WP" for child in clause.lefts))
    return {token.i for clause in of_persons for token in clause.subtree}


def is_supposed_call(anchor: Anchor) -> bool:
    """Is it a conversation, of which nothing tells that it was by phone?"""
    words = {token.lower_ for token in anchor.token.sent}
    return anchor.nature == "call" and not (anchor.construction.mode or words & {*TALKING_BY_PHONE, *TALKING_BY_VIDEO})


def _is_purpose_of_call(anchor: Anchor) -> bool:
    """Does somebody call for it ("held calls to discuss the launch")?"""
    if anchor.token.tag_ != "VB":
        return False
    before = anchor.token.doc[max(anchor.token.i - 3, anchor.token.sent.start) : anchor.token.i]
    return any(token.pos_ == "NOUN" and token.lower_ in ("call", "calls") for token in before)


def _involves_travel(anchor: Anchor) -> bool:
    """Does somebody go or come for it ("arrived for talks", "on a visit to meet")?"""
    above = [anchor.token, *anchor.token.ancestors]
    return any(syntax.lemma(word) in TRAVEL for word in above)


def _is_face_to_face(anchor: Anchor) -> bool:
    """Does the sentence tell that they are in one place: a visit, a host, days of talks, "face to face"?"""
    if anchor.nature != "talks":
        return False
    sentence = anchor.token.sent
    lasts = syntax.lemma(anchor.token.head) == "day" and anchor.token.dep_ == "nmod"
    return lasts or any(syntax.lemma(token) in _COMING for token in sentence) or bool(_FACING.search(sentence.text))


def duration_of(anchor: Anchor) -> int | None:
    """How long it lasted, where its clause tells ("the meeting lasted two hours", "a 90-minute talk")."""
    verb = syntax.governor(anchor.token)
    subtree = list(anchor.token.subtree)
    if syntax.lemma(verb) in ("last", "run", "take", "go", "meet", "stretch", "span", "talk", "speak"):
        subtree = list(verb.subtree)
    text = anchor.token.doc[subtree[0].i : subtree[-1].i + 1].text
    return find_duration(text)


def occasion_of(sentence: str, anchor: Anchor) -> str | None:
    """The larger event on whose occasion they meet, as the sentence names it."""
    for match in _OCCASION.finditer(sentence):
        start = anchor.token.sent.start_char + match.start(1)
        end = start + len(match.group(1))
        if not start <= anchor.token.idx < end and re.search(r"[A-Z]|regional|global|annual", match.group(1)):
            return match.group(1).strip()
    return None


def topics_of(anchor: Anchor) -> list[str]:
    """What they talk about: the phrases under "on", "about", "over" at the anchor, its partners and its light verb."""
    word = anchor.token
    holders = [word, *(slot.token for slot in anchor.slots if slot.token.pos_ == "PROPN")]
    holders += [word.head] if word.dep_ == "obj" else []
    phrases = [child for holder in holders for child in syntax.children(holder, *syntax.OBLIQUES) if child.i > word.i]
    told = dict.fromkeys(child for child in phrases if any(_TOPIC.match(case) for case in syntax.cases(child)))
    heads = [head for child in told for head in syntax.conjuncts(child)]
    topics = [_topic(head) for head in heads if head.ent_type_ != "DATE" and syntax.lemma(head) not in BESIDE]
    return [topic for topic in topics if topic and len(topic.split()) <= _MAX_TOPIC_WORDS]


def _topic(head: Token) -> str:
    """The words of a topic, without its preposition, its article and what is coordinated with it."""
    others = [token for conjunct in syntax.children(head, "conj") for token in conjunct.subtree]
    words = [t for t in head.subtree if t not in others and (t.i > head.i or t.dep_ not in ("case", "cc", "punct"))]
    return _ARTICLE.sub("", head.doc[words[0].i : words[-1].i + 1].text.strip())
