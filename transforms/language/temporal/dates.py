"""Dates in a text: which words tell one, and which days they mean.

resolve's basis says what fixed the days: "explicit" the text alone, which tells the year; "month" a day or month whose
year was chosen by the publication day; "weekday" a weekday or weekend chosen by it; "relative" counted from it
("today", "next week", "two days ago"); "anchor" counted from another event of the text ("the following day").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from schemas.mention import Precision
from transforms.language.grammar import syntax
from transforms.language.grammar.status import status_of
from transforms.language.grammar.tenses import was_going_on
from transforms.language.lexicon.constructions import COUNTED
from transforms.language.temporal.date_patterns import Resolved, expand
from transforms.language.temporal.date_rules import ANY_DATE, PREPOSITION, RULES
from transforms.language.temporal.periods import Direction

RECENT = timedelta(3)  # how old news is at most
ANY_DAY = date(2000, 1, 3)  # a Monday, from which the dates of a text are compared whose own day is not known
_SAME_LENGTH = str.maketrans({"\u00a0": " ", "‘": "'", "’": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-"})
# Words that make a weekday or month beside them a name: holy days and days of disaster, newspapers, treaties.
_NAMED_BEFORE = frozenset(
    {"good", "black", "bloody", "ash", "palm", "holy", "maundy", "easter", "super", "cyber", "fat", "shrove", "whit"}
)
_NAMED_AFTER = frozenset(
    {"agreement", "accord", "accords", "times", "telegraph", "mirror", "express", "mail", "herald", "mosque", "island"}
)
# What tells a date only after its preposition: months that are also names or verbs, years, Christmas.
_ALSO_WORDS = r"(?:March|April|May|June|August|MARCH|APRIL|MAY|JUNE|AUGUST|[Cc]hristmas)"
_NEEDS_PREPOSITION = re.compile(
    rf"(?:[Tt]he )?(?:{_ALSO_WORDS}(?: [a-z]+ {_ALSO_WORDS})?|(?:year )?\d{{4}}(?:\D+\d+)?)"
)
_NUMBERED_DAY = re.compile(r"the \d+[a-z]{2}", re.IGNORECASE)
_COUNTED_IN = re.compile(
    r"in (?:(?:almost|nearly|over|about|more than|less than|at least) )?(?!the)\w+ (?:hour|day|week|month|year)s?$",
    re.IGNORECASE,
)
_MONTH = re.compile(expand("{MONTH:m1}"))
_PRECISIONS: tuple[Precision, ...] = ("day", "range", "week", "month", "year")
_REACH = 16  # tokens before "in two years" in which "the first" makes it a length of time
_END = re.compile(expand("{END}"))
_OPPOSITE = {"before": "after", "after": "before"}
_OF_NOUN = re.compile(r"of ", re.IGNORECASE)
_EVE = re.compile(r"\beve of$", re.IGNORECASE)
_EVENT = re.compile(
    r" (?:the|a|an|its|their)(?: [\w-]+){0,3}"
    r" (?:opening|start|beginning|meetings?|talks|negotiations|summit|conference|forum|session|visit|trip)\b"
)
_IN_THE_DAY = re.compile(r"(?:earlier|later) in the day$", re.IGNORECASE)
_AROUND = re.compile(r"\b(?:before|after)$", re.IGNORECASE)
_THIS_YEAR = re.compile(r"(?:so far )?this year", re.IGNORECASE)
_NTH = re.compile(rf"\b(?:{'|'.join(COUNTED[1:])}|\d+(?:nd|rd|th)|only|times?)(?: [\w-]+){{0,3}} ?$", re.IGNORECASE)
_COUNTING = re.compile(r"\b(?:first|second|third|fourth|fifth|latest|only|times?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Tokens start to end (exclusive) of a Doc that tell a date, with the preposition that belongs to it.

    before: the expression told last before it, from which it counts if it does ("the following day").
    leads: whether it tells the day of what stands behind it ("a day after Berg met Costa").
    root: the word of it that the tree hangs on others.
    """

    start: int
    end: int
    text: str
    before: "DateExpression | None" = field(default=None, compare=False, repr=False)
    leads: bool = False
    root: Token | None = field(default=None, compare=False, repr=False)

    def time(self, published: date | None, direction: Direction | None) -> Resolved | None:
        """The days it means, as resolve gives them; where it counts from another day, from that told before."""
        text = _AROUND.sub(lambda word: _OPPOSITE[word[0].lower()], self.text) if self.leads else self.text
        found = resolve(text, published, direction)
        if found is None or found.basis != "anchor":
            return found
        side = None if self.leads else direction
        told = ((before, resolve(text, before.start, direction)) for before in self._told_before(published, direction))
        counted = (time for before, time in told if time and _can_count(text, before, time))
        fitting = (time for time in counted if _can_lie(time, published, side))
        return next(fitting, None) or (resolve(text, published, direction) if _IN_THE_DAY.search(text) else None)

    def _told_before(self, published: date | None, direction: Direction | None) -> Iterator[Resolved]:
        """The times told before it, the last first, but those of a noun ("the elections of 4 May")."""
        before = self.before
        while before is not None:
            found = None if _OF_NOUN.match(before.text) else before.time(published, _way(before.root) or direction)
            if found and not (_IN_THE_DAY.search(self.text) and self._is_old_story(before, found, published)):
                yield found
            before = before.before

    def _is_old_story(self, before: "DateExpression", found: Resolved, published: date | None) -> bool:
        """Was that long before the publication, told in a paragraph before, so that "the day" is none of its?"""
        if published is None or self.root is None or before.root is None:
            return False
        apart = "\n" in self.root.doc[before.root.i : self.root.i].text
        return apart and published - found.end > RECENT


def _can_count(text: str, before: Resolved, time: Resolved) -> bool:
    """Is that from which a time counts told exactly enough ("May that year" of any year, "a day later" of a day)?"""
    least = "year" if text.endswith("year") else time.precision
    return _PRECISIONS.index(before.precision) <= _PRECISIONS.index(least)


def _can_lie(time: Resolved, published: date | None, direction: Direction | None) -> bool:
    """Is it not on the other side of the publication?"""
    if published is None or direction is None:
        return True
    return time.start <= published if direction == "past" else time.end >= published


def find_dates(doc: Doc) -> list[DateExpression]:
    """The date expressions of a text, in its order, none overlapping.

    A preposition is part of the expression ("since Monday" is not "on Monday") unless the date only modifies a noun
    ("after Monday's talks"). Durations ("for two days") and names ("Black Friday") are none. Uses part-of-speech tags
    where the Doc has them.
    """
    found: list[DateExpression] = []
    for match in ANY_DATE.finditer(doc.text.translate(_SAME_LENGTH)):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        end = found[-1].end if found else 0
        if span is not None and span.start >= end and _is_date(span, match[0]):
            if end and _is_eve_told_by_day(match[0], doc[end : span.start]):
                continue
            leads = bool(_AROUND.search(match[0])) and not _END.match(match.string, match.end())
            leads = leads and not _is_adverb(span)
            span = _without_foreign_preposition(span)
            before = found[-1] if found else None
            found.append(DateExpression(span.start, span.end, span.text, before, leads, span.root))
    return found


def _is_eve_told_by_day(words: str, gap: Span) -> bool:
    """Does the eve of an event stand right behind its day ("on Monday, on the eve of the talks")?"""
    return gap.text == "," and _EVE.search(words) is not None


def _way(root: Token | None) -> Direction | None:
    """Whether the clause of a date tells what is past or what is to come."""
    verb = syntax.verb_above(root) if root is not None else None
    if verb is not None and was_going_on(verb):
        return "past"
    status = status_of(verb) if verb is not None else None
    return "past" if status == "held" else "future" if status in ("planned", "proposed") else None


def _is_adverb(span: Span) -> bool:
    """Does "the day before" tell the time of a main clause ("the day before he had met Berg"), not open one itself?"""
    subject = span.doc[span.end] if span.end < len(span.doc) else None
    verb = syntax.verb_above(subject) if subject is not None else None
    if verb is None or span[0].lower_ != "the":
        return False
    opens = any(noun.left_edge.i == span.end for noun in syntax.own_subjects(verb))
    return opens and verb.dep_ in ("ROOT", "conj", "parataxis")


def _is_date(span: Span, text: str) -> bool:
    """Whether the words around leave a match a date: not "Black Friday", "the 2004 total", "January Makamba"."""
    doc, preposition = span.doc, PREPOSITION.match(text)
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if _MONTH.fullmatch(text) and after is not None and (span[-1].ent_type_, after.ent_iob_) == ("PERSON", "I"):
        return False
    if before is not None and before.is_title and before.lower_ in _NAMED_BEFORE:
        return False
    if after is not None and after.lower_ in _NAMED_AFTER:
        return False
    told = text[preposition.end() :] if preposition else text
    if _MONTH.fullmatch(told) and span[-1].ent_type_ == "PERSON":  # "between May and the premier"
        return False
    if _NEEDS_PREPOSITION.fullmatch(told) and (preposition is None or told.lower().startswith("the ")):
        return False
    if _EVE.search(told):
        return bool(_EVENT.match(doc.text, span.end_char))
    if _NUMBERED_DAY.fullmatch(told):
        return text.lower().startswith("on ")
    words = doc[max(0, span.start - _REACH) : span.start]
    clause = words.text.rpartition(". ")[2]
    if _THIS_YEAR.fullmatch(text) and _NTH.search(clause):  # "their third meeting this year"
        return False
    if not _COUNTED_IN.match(text):
        return True
    ranked = _COUNTING.search(clause) or any(word.tag_ == "JJS" for word in words)  # "the highest talks in two years"
    return not (ranked or _way(span.root) == "past")  # "toured three capitals in a day"


def _without_foreign_preposition(span: Span) -> Span:
    """The date alone where its preposition governs the noun that it modifies."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    preposition = PREPOSITION.match(span.text)
    if preposition and span[0].dep_ == "compound:prt":  # "fell through last week"
        return span[1:]
    if preposition and after is not None and (after.lower_ in ("'s", "’s") or after.pos_ == "NOUN"):
        return span.doc.char_span(span.start_char + preposition.end(), span.end_char) or span
    return span


def without_preposition(expression: str) -> str:
    """The words of a date alone ("May" of "since May")."""
    preposition = PREPOSITION.match(expression)
    return expression[preposition.end() :] if preposition else expression


@lru_cache(1 << 12)
def resolve(expression: str, published: date | None, direction: Direction | None) -> Resolved | None:
    """The days that an expression means; None where nothing fixes them, or it only bounds them ("by Friday").

    published: the publication day, or for an expression of basis "anchor" the day of the event that it counts from,
    which the caller must know; without it only explicit expressions resolve. direction: whether what is dated lies
    in the past or the future of the publication; the publication day itself can be either. Without it the nearest
    days are chosen.
    """
    text = expression.translate(_SAME_LENGTH).strip()
    preposition = PREPOSITION.match(text)
    if preposition and (preposition["bound"] or preposition["length"]):
        return None
    noun = preposition.end() if preposition else 0
    bare = noun + 4 if text[noun:].lower().startswith("the ") else noun
    for rule in RULES:
        for start in sorted({0, noun, bare}):
            match = rule.pattern.fullmatch(text, start)
            if match:
                groups = {name: words.lower() for name, words in match.groupdict().items() if words}
                return rule.read(groups, published, direction)
    return None
