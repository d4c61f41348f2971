"""Persons by name: where names stand, how far they reach, and the titles before them."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from transforms.language import gazetteers, offices, syntax
from transforms.language.cities import find_city
from transforms.language.party import Party
from transforms.language.word_classes import entity_class, is_honorific, plain

SUFFIXES = frozenset("jr sr ii iii iv".split())
PARTICLES = frozenset("bin bint al el ibn abu de da di del della von van der den la le dos du ben ter zu y".split())
HYPHENS = frozenset("-‑–")
_TITLE = re.compile(r"D?M*(?:[NK]+G?|R+G?)?(?:[MOX]A?)*O(?:C?PD?[NKMOXRA]*[NKMOXR](?:C[NKMXRA]*[NKMXR])*){0,4}")
_NAME_AFTER_POST = re.compile(r"OPD?[NKR]+(X+)")


def known_surnames(doc: Doc) -> set[str]:
    """Words that alone may stand for a person of this text: the first and last words of its full names."""
    known = set()
    for entity in syntax.entities(doc, "PERSON"):
        words = [t.text for t in entity if t.is_alpha or "-" in t.text or "’" in t.text or "'" in t.text]
        if len(words) > 1:
            known |= {words[-1], words[0]}
    return {word for word in known if len(word) > 1 and word[0].isupper() and not entity_class(word)}


def find_names(sentence: Span, classes: Sequence[str], surnames: set[str]) -> list[tuple[int, int]]:
    """Where persons are named, titles apart: by the network, after a title, or by a surname known from elsewhere."""
    doc, taken, spans = sentence.doc, set[int](), []

    def take(start: int, end: int) -> None:
        while start < end and _is_title_word(doc[start], classes[start - sentence.start]) and end - start > 1:
            start += 1
        while end > start and not doc[end - 1].text[0].isupper() and doc[end - 2].text not in ("-", "‑"):
            end -= 1
        if (
            start < end
            and not taken & set(range(start, end))
            and _can_be_name(doc[start:end], classes[start - sentence.start : end - sentence.start])
        ):
            taken.update(range(start, end))
            spans.append((start, end))

    for entity in syntax.entities(sentence, "PERSON"):
        take(entity.start, _name_end(doc, entity.end, sentence.end))
    for i in range(sentence.start, sentence.end - 1):
        titled = (classes[i - sentence.start] == "O" and doc[i].text[0].isupper()) or is_honorific(doc[i])
        if titled and i + 1 not in taken and _starts_name(doc[i + 1], classes[i + 1 - sentence.start]):
            take(i + 1, _name_end(doc, i + 2, sentence.end))
    for match in _NAME_AFTER_POST.finditer("".join(classes)):
        take(sentence.start + match.start(1), sentence.start + match.end(1))
    for token in sentence:
        if token.i not in taken and token.text in surnames and classes[token.i - sentence.start] in "XV":
            take(token.i, _name_end(doc, token.i + 1, sentence.end) if token.tag_ in ("NNP", "NNPS") else token.i + 1)
    return sorted(spans)


def _is_title_word(token: Token, letter: str) -> bool:
    return letter in "NKROMD" or is_honorific(token)


def _starts_name(token: Token, letter: str) -> bool:
    return (
        letter == "X"
        and token.text[0].isupper()
        and token.ent_type_ not in ("GPE", "ORG", "NORP", "DATE", "FAC", "LOC")
    )


def _name_end(doc: Doc, end: int, limit: int) -> int:
    """The end of a name that begins before `end`: further capitalised words of no class, particles between them.

    A given name written small behind a hyphen ("Min-soon") belongs to it.
    """
    while end < limit:
        token = doc[end]
        if token.text in HYPHENS and not (doc[end - 1].whitespace_ or token.whitespace_) and doc[end + 1].is_alpha:
            end += 2
            continue
        following = doc[end + 1] if end + 1 < limit else None
        proper = token.pos_ == "PROPN" or (token.pos_ == "" and not token.is_stop)  # none in what is not parsed
        part = proper and token.text[0].isupper() and token.is_alpha
        particle = token.lower_ in PARTICLES and following is not None and following.text[:1].isupper()
        if not (part or particle) or token.ent_type_ in ("GPE", "NORP", "ORG", "DATE", "FAC", "LOC", "TIME", "EVENT"):
            break
        if part and token.ent_type_ != "PERSON" and (entity_class(token.text) or offices.is_office_head(token.lower_)):
            break
        end += 1
    suffix = end + 1 if end + 1 < limit and doc[end].text == "," else end
    return suffix + 1 if suffix < limit and doc[suffix].lower_.rstrip(".") in SUFFIXES else end


def _can_be_name(span: Span, classes: Sequence[str]) -> bool:
    if any(t.lower_ in ("of", "to", "for", "the", "and") for t in span):
        return False
    return any(t.text[:1].isupper() for t in span) and not set(classes) <= set("NKRG")


def titled_person(sentence: Span, classes: Sequence[str], start: int, end: int) -> Party:
    """The person named by doc[start:end], with the title and nationality that stand before the name."""
    doc, offset = sentence.doc, sentence.start
    name = plain(doc[start:end])
    name = name.title() if name.isupper() and len(name) > 3 else name
    after, abroad = _country_after(doc, end, sentence.end)
    left = start - 1 if start > offset and is_honorific(doc[start - 1]) else start
    for first in range(max(offset, left - 18), left):
        run = classes[first - offset : left - offset]
        if "#" not in run and _TITLE.fullmatch("".join(run)) and not _is_two_offices(doc[first:left], run):
            title, country, organisation = _read_title(doc[first:left], run)
            return Party(first, after, "person", name, title, country or abroad, organisation)
    first = left
    while first > offset and classes[first - 1 - offset] in "GNK" and left - first < 4:
        first -= 1
    nation = gazetteers.nationality(plain(doc[first:left])) if first < left else None
    return Party(first if nation else left, after, "person", name, country=nation or abroad)


def _is_two_offices(span: Span, run: Sequence[str]) -> bool:
    """Is it one's office with the next one's, whose name follows ("aide to Danish President")?"""
    link = next((i for i in reversed(range(len(run))) if run[i] == "P"), None)
    if link is None or "O" not in run[:link] or run[-1] != "O" or "D" in run[link:]:
        return False
    last = offices.office(span[-1].text)
    return span[link].lower_ in ("to", "for") and last is not None and last.kind in ("office", "royal")


def _read_title(span: Span, classes: Sequence[str]) -> tuple[str, str | None, str | None]:
    """The title that the words give, and the country or the organisation it speaks for."""
    words = plain(span)
    office = offices.office(words)
    head = next((i for i, letter in enumerate(classes) if letter in "MOX"), 0)
    title = office.title if office and not office.rest else plain(span[head:])
    before = plain(span[: classes.index("O")])
    known = gazetteers.find_organisation(before)
    organisation = office.organisation if office and office.organisation else known.short_name if known else None
    if (office and office.country) or organisation:
        return title, office.country if office else None, organisation
    return title, gazetteers.nationality(before) or _country_of_town(before, span[-1]), None


def _country_of_town(words: str, head: Token) -> str | None:
    """The country of the town that a mayor is of ("Milan Mayor")."""
    town = find_city(words) if head.lower_ == "mayor" else None
    return town.country if town else None


def _country_after(doc: Doc, end: int, limit: int) -> tuple[int, str | None]:
    """In "Minister Ferro of Costa Rica", "… of the Kingdom of Denmark": where the country ends, and its code."""
    if end + 1 < limit and doc[end].lower_ == "of":
        first = end + 2 if doc[end + 1].lower_ == "the" else end + 1
        for last in range(min(first + 5, limit), first, -1):
            if doc[last - 1].text[-1:].isalpha() and (code := gazetteers.country_code(plain(doc[first:last]))):
                return last, code
    return end, None
