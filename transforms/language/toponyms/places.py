"""Places as a text names them: under a preposition, before an event, by what they are, on a line of their own."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice, takewhile

from spacy.tokens import Doc, Span, Token

from transforms.language.grammar import syntax
from transforms.language.grammar.governing import MOTION
from transforms.language.lexicon import gazetteers
from transforms.language.lexicon.constructions import HOSTING, NOUNS
from transforms.language.lexicon.word_classes import PARTICLES
from transforms.language.toponyms.cities import find_city

LOCATIVE = ("in", "at", "on", "near", "outside", "to", "into")
TOWNS = frozenset("city town capital resort port village suburb district island stronghold enclave township".split())
_BUILDINGS = frozenset("palace mansion house castle villa hall residence".split())
_EVENTS = frozenset(lemma for construction in NOUNS for lemma in construction.lemmas)
_HEADING_LINES = 8
_ADJOINING = ("neighboring", "neighbouring")
_VISITING = ("visit", "tour")
_LEAVING = ("leave", "return", "depart")
_SETTING_OUT = frozenset("leave depart head embark".split())


@dataclass(frozen=True, slots=True)
class Place:
    """A place as far as it is told; country is ISO 3166-1 alpha-3."""

    city: str | None = None
    country: str | None = None
    venue: str | None = None

    def __bool__(self) -> bool:
        return bool(self.city or self.country or self.venue)

    def may_be(self, told: "Place") -> bool:
        """Are both not told to be in different countries?"""
        return None in (self.country, told.country) or self.country == told.country

    def in_town(self, told: "Place") -> "Place":
        """The place, in the town told of its country where it has none of its own."""
        return self if self.city or told.country != self.country else Place(told.city, self.country, self.venue)


@dataclass(frozen=True, slots=True)
class Located:
    """A place where the text names it: doc[start:end] under a preposition, hanging on `head`.

    The preposition of a town that is host itself is "by", that of one which somebody leaves "from".
    """

    start: int
    end: int
    place: Place
    preposition: str
    head: Token


@lru_cache(1)
def find_places(doc: Doc) -> tuple[Located, ...]:
    """Every place that stands under a locative preposition, or before a clause that tells what was done there."""
    found: list[Located] = []
    wheres = {token.i for token in doc if token.lower_ == "where"}
    for token in doc:
        if token.pos_ == "VERB":
            found += _told_by(doc, token)
        if token.dep_ in ("compound", "nmod:poss") and token.head.pos_ == "NOUN" and token.i < token.head.i:
            found += _modifying(doc, token)
        if token.i in wheres and (place := _before(doc, token)) and not (found and found[-1].end > place.start):
            found.append(place)
        bound = token.lower_ == "for" and _is_bound(token)
        leads = token.lower_ in LOCATIVE or bound
        may_tell = leads or (token.pos_ == "ADP" and not wheres.isdisjoint(range(token.i + 1, token.i + 9)))
        located = _place_after(doc, token) if may_tell and token.i + 1 < len(doc) else None
        if located and not leads and not _is_described(doc, located):
            continue
        located = replace(located, preposition="to") if located and bound else located
        if located and (not found or located.start >= found[-1].end):
            found.append(located)
    return tuple(found)


def _is_described(doc: Doc, located: Located) -> bool:
    """Does a clause with "where" follow?"""
    return any(token.lower_ == "where" for token in doc[located.end : located.end + 2])


def _before(doc: Doc, where: Token) -> Located | None:
    """The country or city before a comma and "where", whatever it stands under ("chose Laos, where she met")."""
    end = where.i - 1
    name = list(takewhile(_is_of_name, reversed(doc[where.sent.start : end])))
    place = _known_place(doc, name[-1].i, end, where.sent.end) if name and doc[end].text == "," else None
    return Located(name[-1].i, end, place, "in", name[0].head) if place else None


def _is_of_name(token: Token) -> bool:
    return token.tag_ in ("NNP", "HYPH") or token.ent_type_ == "GPE"


def _is_bound(token: Token) -> bool:
    """Is it the "for" of somebody who sets out ("left for Oslo", "headed for the Danish capital")?"""
    verb = token.head.head
    return token.dep_ == "case" and verb.pos_ == "VERB" and syntax.lemma(verb) in _SETTING_OUT


def heading_place(doc: Doc) -> Place:
    """The place that stands alone on one of the first lines, as over the transcript of remarks ("Oslo, Norway")."""
    for sentence in list(doc.sents)[1:_HEADING_LINES]:
        words = [token for token in sentence if not token.is_space]
        if not words or len(words) > 6 or not words[0].text[0].isupper():
            continue
        comma = next((token.i for token in words if token.text == ","), words[-1].i + 1)
        place = _known_place(doc, words[0].i, comma, sentence.end)
        if place and place.city and place.country:
            return place
    return Place()


def _told_by(doc: Doc, verb: Token) -> Iterator[Located]:
    """The country or city that a verb tells to be visited, left or host."""
    lemma = syntax.lemma(verb)
    if lemma in _VISITING:
        yield from _named(doc, verb, syntax.children(verb, "obj"), "to")
    elif lemma in _LEAVING:
        yield from _named(doc, verb, (*syntax.children(verb, "obj"), *syntax.obliques(verb, "from")), "from")
    elif lemma in HOSTING:
        yield from _hosting(doc, verb)


def _named(doc: Doc, verb: Token, heads: Iterable[Token], preposition: str) -> Iterator[Located]:
    """The first of these nouns that names a country or city."""
    spans = map(_name, heads)
    told = ((span, _known_place(doc, span.start, span.end, verb.sent.end)) for span in spans)
    yield from islice((Located(span.start, span.end, place, preposition, verb) for span, place in told if place), 1)


def _name(head: Token) -> Span:
    """A noun phrase with the rest of its name ("Buenos Aires")."""
    span = syntax.noun_phrase(head)
    return head.doc[span.start : max([head.i, *(token.i for token in syntax.children(head, "flat"))]) + 1]


def _hosting(doc: Doc, verb: Token) -> Iterator[Located]:
    """The town that is host to something ("the summit, which Oslo will host", "the Danish capital hosts talks")."""
    for head in syntax.own_subjects(verb):
        span = _name(head)
        told = _described(doc, span.start, span.end)
        place = told[2] if told else _known_place(doc, span.start, span.end, span.end)
        if place and place.city and not place.venue:
            yield Located(span.start, span.end, place, "by", verb)


def _modifying(doc: Doc, token: Token) -> list[Located]:
    """The city that tells where an event takes place by standing before it ("the Oslo talks")."""
    span = syntax.noun_phrase(token)
    if (
        syntax.children(token, "case")
        or (token.dep_ == "compound" and token.head.lower_ in _BUILDINGS)
        or not (place := _known_place(doc, span.start, span.end, span.end))
        or not place.city
        or not (place.country or syntax.lemma(token.head) in _EVENTS)
    ):
        return []
    return [Located(span.start, span.end, place, "in", token.head)]


def _place_after(doc: Doc, preposition: Token) -> Located | None:
    start, limit = preposition.i + 1, min(preposition.sent.end, preposition.i + 13)
    if told := _described(doc, start, limit):
        return Located(*told, preposition.lower_, preposition.head.head)
    for left in range(start, min(start + 6, limit)):
        first = doc[left]
        if first.text == "," and (behind := _town_behind(doc, left, limit)):
            venue = doc[start:left].text.removeprefix("the ") if doc[left - 1].text.istitle() else None
            return Located(start, behind[0], replace(behind[1], venue=venue), preposition.lower_, preposition.head.head)
        runs_on = (
            first.pos_ in ("VERB", "AUX", "ADP", "SCONJ") and first.text[0].islower() and first.lower_ not in _ADJOINING
        )
        if first.text in (",", ";") or runs_on or (first.is_lower and first.ent_type_ in ("DATE", "TIME")):
            return None
        if first.text[0].islower():
            continue
        for right in range(min(left + 6, limit), left, -1):
            if doc[right - 1].is_punct or doc[right - 1].lower_ == "and":
                continue
            words = doc[left:right].text.strip()
            if not words[:1].isupper():
                continue
            place = _known_place(doc, left, right, limit)
            if not place and gazetteers.names_no_country(words):
                return None
            if place and _is_owner(doc, right, preposition, is_town=place.city is not None):
                return None
            if place and not (place.city or place.country) and (behind := _town_behind(doc, right, limit)):
                place = replace(behind[1], venue=place.venue)
            if place:
                return Located(left, right, place, preposition.lower_, _hangs_on(doc[left:right].root))
    return None


def _town_behind(doc: Doc, comma: int, limit: int) -> tuple[int, Place] | None:
    """The town told behind a building and a comma, and where it ends ("at the Hilton, | Oslo")."""
    if doc[comma : comma + 1].text != "," or comma + 1 >= limit or not doc[comma + 1].text[0].isupper():
        return None
    for right in range(min(comma + 4, limit), comma + 1, -1):
        is_apposed = doc[comma + 1 : right].root.head.i < comma
        place = _known_place(doc, comma + 1, right, limit) if is_apposed and not doc[right - 1].is_punct else None
        if place and place.city and place.country:
            return right, place
    return None


def _is_owner(doc: Doc, end: int, preposition: Token, *, is_town: bool) -> bool:
    """Does a place only tell whose something is ("a reply to Denmark's note"), nothing being "in" it?

    A town's paper is no place either ("in London's 'Times'").
    """
    possessive = any(token.tag_ == "POS" for token in doc[end - 1 : end + 1])
    goes = preposition.lower_ == "to" and syntax.lemma(preposition.head.head) in MOTION
    inside = preposition.lower_ in (("in", "into", "at", "outside") if is_town else ("in", "into"))
    is_paper = any(token.is_quote for token in doc[end + 1 : end + 2])
    return possessive and not goes and (is_paper or not inside)


def _described(doc: Doc, start: int, limit: int) -> tuple[int, int, Place] | None:
    """A town told by what it is: "the Danish capital", "the Black Sea resort of Sochi", "the border town of Rafah"."""
    for i in range(start, min(start + 6, limit)):
        if doc[i].pos_ in ("VERB", "AUX", "ADP", "SCONJ", "PUNCT"):
            return None
        if doc[i].text not in TOWNS or (i + 1 < limit and doc[i + 1].text in TOWNS):
            continue
        country = gazetteers.nationality(doc[start:i].text)
        named = i + 2 if i + 2 < limit and doc[i + 1].lower_ in ("of", ",") and doc[i + 2].text[0].isupper() else None
        end = _name_end(doc, named + (doc[i + 1].lower_ == "of"), limit) if named else i + 1
        if named and end > named:
            words = doc[named:end].text.strip()
            if doc[i].lower_ == "capital" and (code := gazetteers.country_code(words)):
                return start, end, Place(gazetteers.capital_of(code), code)
            city = find_city(words, country, partial(countries_told, doc))
            if city or doc[i + 1].text != "," or doc[named].dep_ not in syntax.SUBJECTS:
                return start, end, Place(city.name if city else words, country or (city.country if city else None))
        if country and doc[i].lower_ == "capital":
            return start, i + 1, Place(gazetteers.capital_of(country), country)
        return (start, i + 1, Place(country=country)) if country else None
    return None


def _name_end(doc: Doc, start: int, limit: int) -> int:
    """Where the name of a town ends that begins at a token ("Punta del Este", "Crans-Montana")."""
    end = start
    while end < limit and doc[end].ent_type_ != "DATE":
        joined = doc[end].lower_ in PARTICLES or (doc[end].text == "-" and not doc[end].whitespace_)
        if doc[end].pos_ != "PROPN" and not (joined and doc[end + 1 : end + 2].text[:1].isupper()):
            break
        end += 1
    return end


def _known_place(doc: Doc, left: int, right: int, limit: int) -> Place | None:
    last = doc[right - 1]
    joined = right < limit and (doc[right].dep_ in ("flat", "compound") or last.head.i >= right)
    if joined and not _is_before_subject(last) and doc[right].pos_ == "PROPN" and doc[right].ent_type_ != "DATE":
        return None
    words = doc[left:right].text.strip()
    code = gazetteers.country_code(words)
    is_known = gazetteers.capital_code(words) or (code and " " in words)
    if last.ent_type_ == "PERSON" and not is_known:
        return None
    if venue := gazetteers.find_venue(words):
        return Place(venue.city, venue.country, venue.name)
    if code and last.dep_ == "compound" and last.head.i >= right and last.head.is_lower:  # "told the US side"
        return None
    if code:
        return Place(words if gazetteers.capital_code(words) == code else None, code)
    hint = _country_behind(doc, right, limit)
    if city := find_city(words, hint, partial(countries_told, doc)):
        return Place(city.name, city.country)
    if code := gazetteers.region_code(words):
        return Place(country=code)
    if last.lower_ in _EVENTS or gazetteers.organisation(words):
        return None
    begins = doc[left].ent_iob_ == "B" and doc[left].ent_type_ == "GPE"
    is_entity = begins and all(t.ent_iob_ == "I" for t in doc[left + 1 : right]) and doc[right : right + 1].text != "-"
    if is_entity and last.lower_ in _BUILDINGS:
        return Place(venue=words.removeprefix("the "))
    has_article = left > 0 and doc[left - 1].lower_ == "the"  # "the Kingdom", "the CEDRE conference": no town
    return Place(words, hint) if is_entity and not has_article else None


def _is_before_subject(name: Token) -> bool:
    """Does the subject of the verb that it hangs on stand right behind it ("while in Oslo Premier Berg met …")?"""
    following = name.nbor(1)
    return following.head.dep_ in syntax.SUBJECTS and following.head.head.i == name.head.i


def _country_behind(doc: Doc, comma: int, limit: int) -> str | None:
    """The country told by its name behind a comma ("Rabat, Morocco", not "in Geneva, the White House said")."""
    if comma >= limit or doc[comma].text != ",":
        return None
    behind = doc[comma:limit].text
    words = gazetteers.words_of(behind)
    _, after = gazetteers.nationality_at(behind, words, 0) if words else (None, 0)
    return gazetteers.country_code(behind[words[0][0] : words[after - 1][1]]) if after else None


@lru_cache(1)
def countries_told(doc: Doc) -> Counter[str]:
    """How often a text tells each country."""
    return gazetteers.countries_told(doc.text)


def _hangs_on(token: Token) -> Token:
    while (
        token.dep_ in ("appos", "conj", "flat", "compound", "amod", "nmod:poss", "nmod:desc")
        and token.head.i != token.i
    ):
        token = token.head
    return token.head
