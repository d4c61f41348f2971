"""Where a meeting takes place: the place told at its own words, not the dateline's nor that of another journey."""

from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Doc, Token

from transforms.language import gazetteers, syntax
from transforms.language.cities import find_city
from transforms.language.constructions import BESIDE, MEASURES, NOUNS
from transforms.language.governing import MOTION
from transforms.language.patterns import Anchor

LOCATIVE = ("in", "at", "on", "near", "outside", "to", "into")
_TOWNS = frozenset("city town capital resort port village suburb district".split())
_BUILDINGS = frozenset("palace mansion house castle villa hall residence".split())
_HEADING_LINES = 8
_AT = ("in", "at", "near", "outside")
_JOURNEYS = frozenset("visit trip tour journey stop".split())
_TOWARDS = ("to", "into", "in", "at")
_SETTING_OUT = frozenset("leave depart head embark".split())


@dataclass(frozen=True, slots=True)
class Place:
    """A place as far as it is told; country is ISO 3166-1 alpha-3."""

    city: str | None = None
    country: str | None = None
    venue: str | None = None

    def __bool__(self) -> bool:
        return bool(self.city or self.country or self.venue)


@dataclass(frozen=True, slots=True)
class Located:
    """A place where the text names it: doc[start:end] under a preposition, hanging on `head`."""

    start: int
    end: int
    place: Place
    preposition: str
    head: Token


def find_places(doc: Doc) -> list[Located]:
    """Every place that stands under a locative preposition."""
    found: list[Located] = []
    for token in doc:
        if token.pos_ == "VERB" and syntax.lemma(token) in ("visit", "tour"):
            found += _visited(doc, token)
        if token.dep_ in ("compound", "nmod:poss") and token.head.pos_ == "NOUN" and token.i < token.head.i:
            found += _modifying(doc, token)
        bound = _is_bound(token)
        located = _place_after(doc, token) if (token.lower_ in LOCATIVE or bound) and token.i + 1 < len(doc) else None
        located = replace(located, preposition="to") if located and bound else located
        if located and (not found or located.start >= found[-1].end):
            found.append(located)
    return found


def _is_bound(token: Token) -> bool:
    """Is it the "for" of somebody who sets out ("left for Oslo", "headed for the Danish capital")?"""
    verb = token.head.head
    return token.lower_ == "for" and token.dep_ == "case" and verb.pos_ == "VERB" and syntax.lemma(verb) in _SETTING_OUT


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


def _visited(doc: Doc, verb: Token) -> list[Located]:
    """The country or city that is the object of a visit."""
    for head in syntax.children(verb, "obj"):
        span = syntax.noun_phrase(head)
        if place := _known_place(doc, span.start, span.end, verb.sent.end):
            return [Located(span.start, span.end, place, "to", verb)]
    return []


def _modifying(doc: Doc, token: Token) -> list[Located]:
    """The city that tells where an event takes place by standing before it ("the Oslo talks")."""
    span = syntax.noun_phrase(token)
    if (
        syntax.children(token, "case")
        or (token.dep_ == "compound" and token.head.lower_ in _BUILDINGS)
        or not (place := _known_place(doc, span.start, span.end, span.end))
        or not place.city
    ):
        return []
    return [Located(span.start, span.end, place, "in", token.head)]


def _place_after(doc: Doc, preposition: Token) -> Located | None:
    start, limit = preposition.i + 1, min(preposition.sent.end, preposition.i + 13)
    if told := _described(doc, start, limit):
        return Located(*told, preposition.lower_, preposition.head.head)
    for left in range(start, min(start + 6, limit)):
        if doc[left].pos_ in ("VERB", "AUX", "ADP", "SCONJ") or doc[left].text in (",", ";"):
            return None
        for right in range(min(left + 6, limit), left, -1):
            words = doc[left:right].text.strip()
            if not words[:1].isupper() or (doc[right - 1].is_punct or doc[right - 1].lower_ == "and"):
                continue
            place = _known_place(doc, left, right, limit)
            if place and not place.city and _is_owner(doc, right, preposition):
                return None
            if place:
                return Located(left, right, place, preposition.lower_, _hangs_on(doc[left:right].root))
    return None


def _is_owner(doc: Doc, end: int, preposition: Token) -> bool:
    """Does a country only tell whose something is ("a reply to Denmark's note"), nothing being "in" it?"""
    possessive = any(token.tag_ == "POS" for token in doc[end - 1 : end + 1])
    goes = preposition.lower_ == "to" and syntax.lemma(preposition.head.head) in MOTION
    return possessive and not goes and preposition.lower_ not in ("in", "into")


def _described(doc: Doc, start: int, limit: int) -> tuple[int, int, Place] | None:
    """A town told by what it is: "the Danish capital", "the Black Sea resort of Sochi", "the border town of Rafah"."""
    for i in range(start, min(start + 6, limit)):
        if doc[i].pos_ in ("VERB", "AUX", "ADP", "SCONJ", "PUNCT"):
            return None
        if doc[i].lower_ not in _TOWNS:
            continue
        country = gazetteers.nationality(doc[start:i].text)
        named = i + 2 if i + 2 < limit and doc[i + 1].lower_ in ("of", ",") and doc[i + 2].text[0].isupper() else None
        end = named
        while end is not None and end < limit and doc[end].pos_ == "PROPN" and doc[end].ent_type_ != "DATE":
            end += 1
        if named and end and end > named:
            words = doc[named:end].text.strip()
            city = find_city(words, country, partial(gazetteers.countries_told, doc.text))
            return start, end, Place(city.name if city else words, country or (city.country if city else None))
        if country and doc[i].lower_ == "capital":
            return start, i + 1, Place(gazetteers.capital_of(country), country)
        return (start, i + 1, Place(country=country)) if country else None
    return None


def _known_place(doc: Doc, left: int, right: int, limit: int) -> Place | None:
    words = doc[left:right].text.strip()
    runs_on = right < limit and doc[right].pos_ == "PROPN" and doc[right].dep_ in ("flat", "compound")
    if doc[right - 1].ent_type_ == "PERSON" or (runs_on and doc[right].ent_type_ != "DATE"):
        return None
    after = doc[right:limit].text.lstrip()
    following = gazetteers.words_of(after) if after.startswith(",") else []
    hint = gazetteers.nationality_at(after, following, 0)[0] if following else None
    if venue := gazetteers.find_venue(words):
        return Place(venue.city, venue.country, venue.name)
    if code := gazetteers.country_code(words):
        return Place(country=code)
    if city := find_city(words, hint, partial(gazetteers.countries_told, doc.text)):
        return Place(city.name, city.country)
    if code := gazetteers.region_code(words):
        return Place(country=code)
    if any(doc[right - 1].lower_ in construction.lemmas for construction in NOUNS) or gazetteers.organisation(words):
        return None
    begins = doc[left].ent_iob_ == "B" and doc[left].ent_type_ == "GPE"
    is_entity = begins and all(t.ent_iob_ == "I" for t in doc[left + 1 : right]) and doc[right : right + 1].text != "-"
    if is_entity and doc[right - 1].lower_ in _BUILDINGS:
        return Place(venue=words.removeprefix("the "))
    return Place(words, hint) if is_entity else None


def _hangs_on(token: Token) -> Token:
    while (
        token.dep_ in ("appos", "conj", "flat", "compound", "amod", "nmod:poss", "nmod:desc")
        and token.head.i != token.i
    ):
        token = token.head
    return token.head


def place_of(anchor: Anchor, places: list[Located]) -> Place:
    """The place of a meeting: the best attached of the sentence's places; nothing where none is told."""
    sentence = anchor.token.sent
    candidates = [located for located in places if sentence.start <= located.start < sentence.end]
    scored = [
        (score, -abs(located.start - anchor.token.i), located)
        for located in candidates
        if (score := _fit(anchor, located)) > 0
    ]
    if not scored:
        return Place()
    best = max(scored, key=lambda item: item[:2])[2].place
    more = [located.place for _, _, located in scored if located.place.country == best.country]
    city = best.city or next((place.city for place in more if place.city), None)
    venue = best.venue or next((place.venue for place in more if place.venue), None)
    return Place(city, best.country, venue)


def _is_destination(located: Located, word: Token) -> bool:
    """Is it where somebody goes for the meeting ("began a visit to Oslo for talks", "met during a trip to Oslo")?"""
    journey = located.head
    if syntax.lemma(journey) not in _JOURNEYS or located.preposition not in _TOWARDS:
        return False
    if "during" in syntax.cases(journey):
        return journey.head.i in (word.i, syntax.governor(word).i)
    if journey.i > word.i:
        return False
    purpose = "for" in syntax.cases(syntax.top_noun(word)) or (word.pos_ == "VERB" and word.tag_ == "VB")
    return purpose and (syntax.verb_above(journey) or journey) in (word, *word.ancestors)


def _fit(anchor: Anchor, located: Located) -> int:
    """How sure it is that the meeting takes place there; 0 for not."""
    word, head = anchor.token, located.head.head if located.head.dep_ == "appos" else located.head
    verb = word if word.pos_ == "VERB" else syntax.governor(word)
    verb = syntax.governor(verb) if verb.pos_ == "NOUN" and syntax.lemma(verb) in MEASURES else verb
    if located.preposition in _AT and (head.i == word.i or head.i in {slot.token.i for slot in anchor.slots}):
        return 5
    if anchor.nature in ("visit", "reception") and located.preposition == "to" and head.i == word.i:
        return 5
    if anchor.nature == "reception" and located.preposition == "to" and located.start > word.i:
        return 3
    between = word.doc[min(word.i, located.start) : max(word.i, located.start)]
    clause_break = any(
        (t.pos_ in ("VERB",) and t.i not in (word.i, verb.i)) or t.text in (";", "—", "–") for t in between
    )
    if head.i == verb.i and located.preposition in _AT:
        return 4
    if syntax.lemma(verb) in MOTION and head.i == verb.i and located.preposition in _TOWARDS:
        return 4
    if verb.dep_ == "conj" and head.i == verb.head.i and located.preposition in _AT:
        return 3
    moves = head in (word, *word.ancestors) and syntax.lemma(head) in MOTION and head.pos_ in ("VERB", "NOUN", "AUX")
    if moves and located.preposition in _TOWARDS:
        return 3
    if head.pos_ == "NOUN" and syntax.cases(head) & set(_AT) and head.head.i in (word.i, verb.i):
        return 3
    if located.preposition in _AT and head.lower_ == "place" and head.head.i == verb.i:
        return 4
    if _is_destination(located, word):
        return 3
    if located.preposition in _AT and syntax.lemma(syntax.top_noun(head)) in BESIDE:
        return 3
    apart = head.pos_ == "NOUN" and head.ent_type_ == ""
    if located.preposition in _AT and not clause_break and not apart and abs(located.start - word.i) < 45:
        return 2
    return 0
