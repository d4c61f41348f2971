"""Who else took part, told in a sentence of its own: "He was joined by …", "Also present were …", "… also attended"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from schemas.mention import Role
from transforms.language import gazetteers, syntax
from transforms.language.casts import distinct
from transforms.language.constructions import EVENT_NOUNS, VERBS
from transforms.language.event import Event
from transforms.language.participants import Cast
from transforms.language.party import Party
from transforms.language.patterns import Anchor
from transforms.language.slots import Slot
from transforms.language.standing import side_of

_PRESENT = re.compile(
    r"^\W*(?:(?:also )?(?:accompanying|attending|participating|present|joining|taking part)\b[^,.;:]{0,60}?"
    r"(?:were|was|will be|is|are)|"
    r"(?:(?:the|other|additional|further|meeting|senior|key|[A-Z][\w.]+) ){0,3}"
    r"(?:participants|attendees|those present|(?:members|representatives) of the [\w .-]{0,40}(?:delegation|team|side))"
    r"\b[^,.;:]{0,40}? (?:include|included|are|were)|"
    r"the (?:[\w.-]+ ){0,3}(?:delegation|team|side|meeting|talks|discussion)\b[^.;:]{0,90}? "
    r"(?:include|included|comprised)) (?:also )?",
    re.IGNORECASE,
)
_IN_PRESENCE = re.compile(r"\b(?:in the presence|with the participation|under the (?:co-)?chairmanship) of (?:the )?")
_WORD = re.compile(
    r"\b(?:attend|participa|join|accompan|chair|led|head|host|moderat|present|taking part|presence|participation"
    r"|(?:delegation|team|side|meeting|talks|discussion)\b.* (?:inclu|compris|are|were))",
    re.IGNORECASE,
)
_ATTENDING = frozenset("attend participate join".split())
_CHAIRING = frozenset("chair lead head host moderate".split())
_REACH = 3  # sentences behind those that tell a meeting


@dataclass(frozen=True, slots=True)
class _Company:
    """Those told to take part, in the sentence that starts at a token.

    of: whom they join, where that is told; same: whether the sentence tells the meeting as well.
    """

    start: int
    members: Sequence[tuple[Party, Role]]
    of: frozenset[str]
    same: bool


def add_company(events: Sequence[Event], doc: Doc, cast: Cast) -> None:
    """Adds to each meeting those who are told to have taken part in the sentences right behind it.

    Persons of whom another meeting is told took part in that one.
    """
    sentences = [sentence for sentence in doc.sents if sentence.text.strip()]
    number = {sentence.start: n for n, sentence in enumerate(sentences)}
    last = {number[anchor.token.sent.start]: event for event in events for anchor in event.anchors}
    for company in _companies(sentences, cast):
        here = number[company.start]
        before = [n for n in last if here - _REACH <= n < here + company.same]
        if not before:
            continue
        event = last[max(before)]
        joins = not company.of or any(party.name in company.of for party, _ in event.cast)
        names = {party.name for party, _ in company.members}
        if any(names & {party.name for party, _ in other.cast} for other in events if other is not event):
            continue
        if joins and any(side_of(party) for party, _ in event.cast):
            event.cast = distinct(event.cast + [(p, r) for p, r in company.members if _is_told(p)])


def _is_told(party: Party) -> bool:
    """Is it a person by name, or one of a state or body that is told ("leaders from Norway and Laos")?"""
    return (party.kind == "person" and party.named) or bool(party.country or party.organisation)


def _companies(sentences: Sequence[Span], cast: Cast) -> Iterator[_Company]:
    for sentence in sentences:
        for word, verb, joined in _told(sentence) if _WORD.search(sentence.text) else ():
            slot = Slot(word, "attendee", "shared")
            nation = _nation_before(sentence, word)
            members = [
                (replace(p, country=nation) if nation and not (p.country or p.organisation) else p, role)
                for p, role in cast.fill(Anchor(verb, VERBS[0], (slot,)), slot)
            ]
            of = (p.name for token in joined for p in cast.owners(token) if p.named and p.kind == "person")
            if members:
                yield _Company(sentence.start, members, frozenset(of), bool(_IN_PRESENCE.search(sentence.text)))


def _nation_before(sentence: Span, word: Token) -> str | None:
    """Whose participants or delegation a list is told to be ("other Danish participants included …")."""
    if not _PRESENT.match(sentence.text):
        return None
    words = sentence.doc[sentence.start : word.i]
    return next((code for token in words if (code := gazetteers.nationality(token.text))), None)


def _told(sentence: Span) -> Iterator[tuple[Token, Token, list[Token]]]:
    """A word of each list of those who take part, with the verb that says so, and whom they join by that verb."""
    if present := _PRESENT.match(sentence.text) or _IN_PRESENCE.search(sentence.text):
        first = sentence.char_span(present.end(), present.end() + 1, alignment_mode="expand")
        if first is not None and first.start > sentence.start:
            yield first[0], first[0].nbor(-1), []
    for verb in sentence:
        if syntax.lemma(verb) in ("join", "accompany") and syntax.is_passive(verb) and not syntax.is_negated(verb):
            joined = syntax.children(verb, "nsubj:pass")
            yield from ((agent, verb, joined) for agent in syntax.obliques(verb, "by"))
        elif syntax.lemma(verb) in _CHAIRING and syntax.is_passive(verb) and _is_of_the_same(verb):
            yield from ((agent, verb, []) for agent in syntax.obliques(verb, "by"))
        elif syntax.lemma(verb) in _ATTENDING and _is_in_the_same(verb):
            yield from ((subject, verb, []) for subject in syntax.own_subjects(verb))


def _is_of_the_same(verb: Token) -> bool:
    """Is the meeting told before the subject of a passive ("It was co-chaired by …", "The talks were led by …")?"""
    return any(
        word.lower_ == "it" or (syntax.lemma(word) in EVENT_NOUNS and _is_plainly_definite(word))
        for word in syntax.children(verb, "nsubj:pass")
    )


def _is_in_the_same(verb: Token) -> bool:
    """Does somebody attend what was told before ("also participated", "joined them", "attended the talks")?"""
    if verb.tag_ not in ("VBD", "VB", "VBZ", "VBP", "VBN") or syntax.is_passive(verb) or syntax.is_negated(verb):
        return False
    attended = [*syntax.objects(verb), *syntax.obliques(verb, "in", "at", "for")]
    if not attended:
        return any(child.lower_ == "also" for child in verb.children)
    return any(
        word.lower_ in ("them", "him", "her")
        or (word.is_lower and syntax.lemma(word) in EVENT_NOUNS and _is_plainly_definite(word))
        for word in attended
    )


def _is_plainly_definite(noun: Token) -> bool:
    told = [child for child in noun.children if child.dep_ in ("det", "amod", "compound", "nmod", "nmod:poss")]
    return bool(told) and all(child.lower_ in ("the", "this", "these", "that", "entire") for child in told)
