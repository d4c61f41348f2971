"""Whom a pronoun stands for: one of the parties told before it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from spacy.tokens import Doc, Span, Token

from transforms.language.grammar import syntax
from transforms.language.parties.genders import PRONOUNS, can_mean
from transforms.language.parties.party import Party

_REACH = 6  # sentences
_STEPS = 3
_STATEMENT_BY = re.compile(r"(?:statement|remarks|speech|address|message|letter)\b.* (?:by|from)", re.IGNORECASE)
_BYLINE_REACH = 60  # tokens of a text in which its author's line stands
_PLURAL_PRONOUNS = frozenset("they them their theirs both".split())


class Antecedents:
    """The parties of one text as those whom its pronouns mean; led: who leads a delegation, by place."""

    def __init__(self, doc: Doc, parties: Sequence[Party], led: Mapping[int, Sequence[Party]]) -> None:
        self.doc = doc
        self.parties = parties
        self._led = led

    def of(self, pronoun: Token, others: Collection[str] = (), steps: int = _STEPS) -> list[Party]:
        """Whom a pronoun stands for: the subject of the clause it lies in or of one above, else of a sentence before.

        For "they" it is the last several. others: by name, whom it cannot mean, as those whom "she" meets; where one of
        these stands before it in the sentence, only a subject is sure enough. steps: how many times more the pronoun
        may be followed to where the text has it before.
        """
        plural = pronoun.lower_ in _PLURAL_PRONOUNS
        if pronoun.lower_ in syntax.FIRST_PERSON:
            return self._speaker(pronoun)
        if pronoun.lower_ in ("it", "its"):
            return self._institution(pronoun)
        told = [p for p in self.parties if p.end <= pronoun.i and p.kind == "person" and not self._labels(p)]
        told = [p for p in told if can_mean(pronoun.lower_, p)]
        before = [p for p in told if p.name not in others]
        start = pronoun.sent.start
        same = [p for p in before if start <= p.start and not self._acts_on(p, pronoun)]
        if not same and (behind := self._subject_behind(pronoun)):
            return behind
        if not same and (again := _said_before(pronoun)) is not None:
            return self.of(again, others, steps - 1) if steps else []
        if plural:
            return self._last_group(pronoun)
        subjects = self._subject_above(pronoun, same, others, steps) or [p for p in same if self.is_subject(p)]
        subjects = subjects or [p for p in same if self._owns_occasion(p)]
        if subjects:
            return subjects[:1]
        if same:
            passed_over = any(p.name in others for p in told if start <= p.start)
            return [] if passed_over else same[-1:]
        if self._opens_paragraph(pronoun.sent) and (hero := most_named(before, times=2)):
            return [hero]
        for sent in islice(self._sentences_before(pronoun), _REACH):
            sentence = [p for p in before if sent.start <= p.start < sent.end and p.named]
            subjects = [p for p in sentence if self.is_subject(p)]
            again = next((t for t in sent if t.lower_ == pronoun.lower_ and t.dep_ == "nsubj"), None)
            if again is not None and sentence and not subjects:
                return self.of(again, others, steps - 1) if steps else []
            if chosen := subjects or sentence:
                return [chosen[0]]
        return []

    def _opens_paragraph(self, sentence: Span) -> bool:
        return sentence.start > 0 and self.doc[sentence.start - 1].is_space

    def _subject_behind(self, pronoun: Token) -> list[Party]:
        """Who is the subject of the clause that begins with the pronoun's adverbial ("When he met Lie, Berg …")."""
        below = pronoun
        for above in pronoun.ancestors:
            fronted = below.dep_ in ("advcl", "obl", "obl:unmarked")
            below, told = above, syntax.own_subjects(above) if fronted else []
            subjects = [token for token in told if pronoun.i < token.i < above.i]
            found = [p for p in self.parties for token in subjects if p.start <= token.i < p.end]
            if found and all(p.kind in ("person", "group") for p in found):
                plural = pronoun.lower_ in _PLURAL_PRONOUNS
                return found if plural == (len(found) > 1 or found[0].kind == "group") else []
        return []

    def _subject_above(
        self, pronoun: Token, persons: Sequence[Party], others: Collection[str], steps: int
    ) -> list[Party]:
        """Who of these is subject of the nearest clause above, or whose visit it tells ("his visit, when he met").

        Also by the same pronoun ("He went to see Costa before he met Lie").
        """
        for above in pronoun.ancestors:
            told = syntax.own_subjects(above) or syntax.children(above, "nmod:poss")
            if found := [p for p in persons if any(p.start <= token.i < p.end for token in told)]:
                return found
            again = [token for token in told if token.i < pronoun.i and token.lower_ == pronoun.lower_]
            if again and steps:
                return self.of(again[0], others, steps - 1)
        return []

    def _last_group(self, pronoun: Token) -> list[Party]:
        """Who are subject together in a clause above, else the persons named before it, else the last subjects."""
        before = self.before(pronoun)
        for above in pronoun.ancestors:
            told = {word.i for subject in syntax.own_subjects(above) for word in syntax.conjuncts(subject)}
            together = [p for p in before if any(p.start <= i < p.end for i in told)]
            if len(together) > 1 or any(map(self._is_several, together)):
                return together
        here = [p for p in before if p.kind == "person"]
        if len(here) > 1:
            return here
        groups = [p for p in before if self._is_several(p)] if pronoun.lower_ == "their" else []
        if groups and not here:
            return groups[-1:]
        persons = next(filter(None, map(self._subjects_in, self._sentences_before(pronoun))), [])
        if len(persons) > 1:
            return persons
        plural = [p for p in before if self._is_several(p) and self.is_subject(p)]
        start = pronoun.sent.start
        led = [leaders for leaders in self._led.values() if self.doc[leaders[0].start].sent.end == start]
        together = [p for p in plural if p.start == plural[-1].start]  # "Thai and Lao officials" are two
        together = together or [p for leaders in led[-1:] for p in leaders] or self._couple_before(pronoun)
        return together if not here else []

    def _is_several(self, party: Party) -> bool:
        """Is it a group, or a body told in the plural ("the FARC rebels")?"""
        is_plural = party.kind == "organisation" and self.doc[party.end - 1].tag_ in ("NNS", "NNPS")
        return party.kind == "group" or is_plural

    def _couple_before(self, pronoun: Token) -> list[Party]:
        """The only two named in the sentence before, where one is its subject and they are of two countries."""
        sentence = next(self._sentences_before(pronoun), None)
        if sentence is None:
            return []
        persons = {p.name: p for p in self.parties if sentence.start <= p.start < sentence.end and p.kind == "person"}
        couple = [person for person in persons.values() if person.named]
        two = len(couple) == len(persons) == len({person.country for person in couple}) == 2
        return couple if two and any(map(self.is_subject, couple)) else []

    def _subjects_in(self, sentence: Span) -> list[Party]:
        """The persons named who are subjects in a sentence."""
        there = (p for p in self.parties if sentence.start <= p.start < sentence.end)
        return [p for p in there if p.kind == "person" and p.named and self.is_subject(p)]

    def before(self, token: Token) -> list[Party]:
        """The parties told before a token in its sentence."""
        first, last = token.sent.start, token.i
        return [p for p in self.parties if first <= p.start and p.end <= last]

    def _sentences_before(self, token: Token) -> Iterator[Span]:
        """The sentences before that of a token, the nearest first."""
        start = token.sent.start
        while start > 0:
            sent = self.doc[start - 1].sent
            yield sent
            start = sent.start

    def _speaker(self, pronoun: Token) -> list[Party]:
        """Who speaks: in a transcript the last one named with a colon behind at the head of a line, else the author."""
        if pronoun.lower_ not in ("i", "me", "my"):
            return []
        labelled = (p for p in reversed(self.parties) if p.end <= pronoun.i and p.kind == "person")
        speaker = next(filter(self._labels, labelled), None)
        if speaker or _is_quoted(pronoun):
            return [speaker] if speaker else []
        return [p for p in self.parties if p.end <= pronoun.i and p.named and p.title and self._is_author(p)][:1]

    def _labels(self, person: Party) -> bool:
        """Does the person's name stand before the words that it said, as in a transcript?"""
        return self.doc[person.end : person.end + 1].text == ":" and bool(self.doc[person.start].is_sent_start)

    def _is_author(self, party: Party) -> bool:
        """Does the text give it as a statement by this one, or begin with a line of name and office alone?"""
        sentence = self.doc[party.start].sent
        before, behind = self.doc[sentence.start : party.start].text, self.doc[party.end : sentence.end].text
        if sentence.start == 0:
            return bool(_STATEMENT_BY.fullmatch(before))
        return party.kind == "person" and party.start < _BYLINE_REACH and not (before.strip() or behind.strip())

    def _owns_occasion(self, party: Party) -> bool:
        """Is it the party's occasion on which the clause tells what happened ("During Berg's visit, Costa met her")?"""
        root = self.doc[party.start : party.end].root
        occasion = root.head
        return root.dep_ == "nmod:poss" and occasion.dep_ == "obl" and occasion.i < occasion.head.i

    def _institution(self, pronoun: Token) -> list[Party]:
        return [p for p in self.before(pronoun) if p.kind != "person" and self.is_subject(p)][:1]

    def _acts_on(self, party: Party, pronoun: Token) -> bool:
        """Is the party the subject of the pronoun's own clause ("Costa met him"), which it then cannot mean?"""
        verb = syntax.verb_above(pronoun) if pronoun.dep_ not in (*syntax.SUBJECTS, "nmod:poss") else None
        return verb is not None and any(party.start <= t.i < party.end for t in syntax.subjects(verb))

    def is_subject(self, party: Party) -> bool:
        """Is the party, or the list that it stands in, a subject or somebody addressed?"""
        root = self.doc[party.start : party.end].root
        while root.dep_ == "conj":
            root = root.head
        return root.dep_ in (*syntax.SUBJECTS, "vocative")


def most_named(persons: Sequence[Party], times: float) -> Party | None:
    """The person by name whom these parties name at least so many times as often as any other, as named last."""
    named = Counter(p.name for p in persons if p.named).most_common(2)
    if not named or (len(named) > 1 and named[0][1] < times * named[1][1]):
        return None
    return next(p for p in reversed(persons) if p.name == named[0][0])


def _said_before(pronoun: Token) -> Token | None:
    """The same pronoun as the subject of an earlier verb of the sentence ("She flew to Oslo, where Costa met her")."""
    gender = PRONOUNS.get(pronoun.lower_)
    before = pronoun.doc[pronoun.sent.start : pronoun.i] if gender else ()
    return next((word for word in before if word.dep_ in syntax.SUBJECTS and PRONOUNS.get(word.lower_) == gender), None)


def _is_quoted(token: Token) -> bool:
    """Does the token stand in a quotation that its sentence opens?"""
    before = token.doc[token.sent.start : token.i].text
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
