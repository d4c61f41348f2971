"""Persons with the titles and nations that stand before and behind their names."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.word_classes import is_honorific, plain
from transforms.language.parties.names import particle_start
from transforms.language.parties.party import Party
from transforms.language.toponyms.cities import find_city

_STYLES = frozenset(("ambassador", "senator"))
_TITLE = re.compile(
    r"D?M*(?:[NK]+G?)?(?:R+G?)?(?:[MOX]A?B*)*OB*(?:C?PD?[NKMOXRB]+G?[NKMOXRAB]*(?:CA?D?[NKMRA]+)*){0,4}(?<!A)"
)
_PLACE = re.compile(r"D?K+(?!G)")
_TWO_HOLDERS = re.compile(
    r"the (?:(?:(?:vice )?president|secretary|king|queen) and (?!ruler)|"
    r"(?:prime |foreign )?minister and (?:president|chancellor|king|secretary))",
    re.IGNORECASE,
)  # whose titles nobody bears together

_LONGEST_SIDE = 5  # words of a country's or an organisation's name behind a person's


def titled_person(sentence: Span, classes: Sequence[str], start: int, end: int) -> Party:
    """The person named by doc[start:end], with the title and nationality that stand before the name."""
    doc, offset = sentence.doc, sentence.start
    start = particle_start(doc, start, offset)
    name = plain(doc[start:end])
    name = name.title() if name.isupper() and len(name) > 3 else name
    after, abroad, body = _side_after(doc, end, sentence.end)
    left = _honorifics_start(doc, start, offset)
    free = offset
    for first in range(max(offset, left - 18), left):
        run = classes[first - offset : left - offset]
        free = max(free, _place_end(doc[first:left], run))
        if first < free or "#" in run or not _TITLE.fullmatch("".join(run)):
            continue
        if not _is_two_offices(doc[first:left], run):
            title, country, organisation = _read_title(doc[first:left], run)
            return Party(first, after, "person", name, title, country or abroad, organisation or body)
    first = left
    while first > offset and classes[first - 1 - offset] in "GNK" and left - first < 4:
        first -= 1
    nation = gazetteers.nationality(plain(doc[first:left])) if first < left else None
    return Party(first if nation else left, after, "person", name, country=nation or abroad, organisation=body)


def _place_end(span: Span, run: Sequence[str]) -> int:
    """Where a country ends that says where the one behind it does something ("In Chad President Berg met Costa").

    The start of the words where there is none; "in U.S. President Berg's view" has none.
    """
    behind_in = span.start > 0 and span[0].nbor(-1).lower_ == "in"
    place = _PLACE.match("".join(run)) if behind_in else None
    return span.start + place.end() if place and not span[place.end() - 1].is_upper else span.start


def _honorifics_start(doc: Doc, start: int, first: int) -> int:
    """Where the honorifics before a name begin ("H.E. Mr.", "the Hon.", "Dr. the Most Hon.")."""
    left = start
    while left > first and (is_honorific(doc[left - 1]) or (left < start and doc[left - 1].lower_ == "the")):
        left -= 1
    return left


def _is_two_offices(span: Span, run: Sequence[str]) -> bool:
    """Is it one's office with the next one's, whose name follows ("envoy of Danish President", "the King and Premier")?

    An ambassador's rank behind an office is the same one's ("Envoy for Arctic Affairs Ambassador Berg").
    """
    if "A" in run and _TWO_HOLDERS.search(span.doc[max(span.start - 2, 0) : span.end].text):
        return True
    link = next((i for i in reversed(range(len(run))) if run[i] == "P"), None)
    if link is None or "O" not in run[:link] or run[-1] != "O" or "D" in run[link:]:
        return False
    if span[-1].lower_ in _STYLES and run[-2] in "MX":
        return False
    last = offices.office(span[-1].text)
    sends = span[link].lower_ == "of" and offices.is_envoy(plain(span[:link]))
    return (sends or span[link].lower_ in ("to", "for")) and last is not None and last.kind in ("office", "royal")


def _read_title(span: Span, classes: Sequence[str]) -> tuple[str, str | None, str | None]:
    """The title that the words give, and the country or the organisation it speaks for."""
    words = plain(span)
    office = offices.office(words)
    head = next((i for i, letter in enumerate(classes) if letter in "MOX"), 0)
    title = office.title if office and not office.rest else plain(span[head:])
    before = plain(span[: classes.index("O")])
    is_of_state = "R" in classes and not {"N", "K"}.isdisjoint(classes[: classes.index("R")])
    known = None if is_of_state else gazetteers.find_organisation(before)
    organisation = known.short_name if known else None
    if office and office.organisation and not is_of_state:
        organisation = office.organisation
    told = gazetteers.organisation(organisation) if organisation else None
    if told and told.country:
        return title, told.country, None
    if (office and office.country) or organisation:
        return title, office.country if office else None, organisation
    last = words.rpartition(" of ")[2].removeprefix("the ")
    country = gazetteers.nationality(before) or _country_of_town(before, span[-1]) or gazetteers.country_code(last)
    return title, country, None


def _country_of_town(words: str, head: Token) -> str | None:
    """The country of the town that a mayor is of ("Milan Mayor")."""
    town = find_city(words) if head.lower_ == "mayor" else None
    return town.country if town else None


def _side_after(doc: Doc, end: int, limit: int) -> tuple[int, str | None, str | None]:
    """In "Minister Ferro of Costa Rica", "Director Berg of the World Bank": where it ends, the country, the body."""
    if end + 1 < limit and doc[end].lower_ == "of":
        first = end + 2 if doc[end + 1].lower_ == "the" else end + 1
        for last in range(min(first + _LONGEST_SIDE, limit), first, -1):
            words = plain(doc[first:last]) if doc[last - 1].text[-1:].isalpha() else ""
            if code := gazetteers.country_code(words):
                return last, code, None
            if known := gazetteers.organisation(words):
                return last, known.country, None if known.country else known.short_name
    return end, None, None
