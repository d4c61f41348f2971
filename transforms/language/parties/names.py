"""Persons by name: where names stand, and how far they reach."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from transforms.language.grammar import syntax
from transforms.language.lexicon import offices
from transforms.language.lexicon.constructions import EVENT_NOUNS, HOLDING, HOSTING, NOUNS, VERBS
from transforms.language.lexicon.word_classes import (
    INITIALED,
    PARTICLES,
    PATRONYMICS,
    entity_class,
    is_honorific,
    names_event,
)
from transforms.language.toponyms.cities import find_city

_PARTNERS = {
    lemma: {"with", "between", "among", "for"} & set(row.partners)
    for row in (*VERBS, *NOUNS)
    if row.nature in ("meeting", "talks", "call") and not row.beside
    for lemma in row.lemmas
}  # the prepositions under which those stand with whom one meets
_MEETING = frozenset(
    lemma for row in VERBS if row.nature != "visit" and row.takes_object and not row.beside for lemma in row.lemmas
)
_ARTICLES = frozenset("al el ul ad an ar as at ash az".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_HYPHENS = frozenset("-‑–")
_STOPS = frozenset((".", "!", "?", "”", '"'))
_MISREAD = frozenset(("VBN", "VBD", "JJ", "NN"))  # tags that a name of a language unknown to the network may have
_INITIAL = re.compile(r"[A-Z]\.")
_TITLES_AS_NAMES = frozenset("sultan amir emir shah sheikha".split())
_WHEN = frozenset("today tomorrow yesterday tonight meanwhile earlier later".split())
_MONTHS = ("May", "March")
_PLACES = frozenset("state province region district county island islands airport strip".split())
_NAME_AFTER_POST = re.compile(r"OB*PD?(?:[NKRMO]+(?:G|B+|AD?|PD?|C[AP]?D?)?){0,6}(?<=[NKRMB])(X+)")
_NAME_BESIDE_POST = re.compile(r"[OH]B*(?:PD?[NKRMOG]+(?:A[NKRMO]+)?)*C(X{1,4})(?:A(X{2,4}))?(?=C|V$)")
_NAME_BEFORE_POST = re.compile(r"(?<![XPNKR])(X{2,3})(?=CM*OPD?[NKRM])")
_OPEN_POST = re.compile(r"OB*PD?[NKRMOXP]+A")


def known_surnames(doc: Doc) -> set[str]:
    """Words that alone may stand for a person of this text: the first and last words of its full names."""
    known = set()
    for entity in syntax.entities(doc, "PERSON"):
        words = [t.text for t in entity if t.is_alpha or "-" in t.text or "’" in t.text or "'" in t.text]
        if (
            len(words) > 1
            and not _is_thing(entity)
            and not all(_is_of_office(word) for word in words)
            and words[-1].lower() not in _PLACES
        ):
            first = words[words[0].lower() in _WHEN]
            known |= {words[-1]} if doc.vocab[first].is_stop else {first, words[-1]}  # "He Lifeng"; "Theresa May"
    return {word for word in known if len(word) > 1 and word[0].isupper() and not entity_class(word)}


def _is_of_office(word: str) -> bool:
    return offices.is_office_head(word) or word.lower() in offices.office_words()


def find_names(sentence: Span, classes: Sequence[str], surnames: set[str]) -> list[tuple[int, int]]:
    """Where persons are named, titles apart: by the network, after a title, or by a surname known from elsewhere."""
    doc, taken, spans = sentence.doc, set[int](), []

    def take(start: int, end: int) -> None:
        while hyphen := _hyphen_between(doc[start:end]):
            take(start, hyphen)
            start = hyphen + 1
        start -= start > sentence.start and _is_town_as_name(sentence, classes, start - 1)
        given = doc[start].lower_ == "amir" and not any(t.lower_ in PATRONYMICS for t in doc[start:end])
        given = given or _is_town_as_name(sentence, classes, start)
        while end - start > 1 and _is_title_word(doc[start], classes[start - sentence.start]) and not given:
            start += 1
        start -= _is_behind_given_name(sentence, classes, start)
        while end > start and not doc[end - 1].text[0].isupper() and doc[end - 2].text not in ("-", "‑"):
            end -= 1
        runs_on = classes[end - 1 - sentence.start] in "NK" and classes[end - sentence.start :][:1] == ["O"]
        reigns = end - start == 1 and offices.is_office_head(doc[start].text) and doc[end : end + 1].text == "of"
        if (
            start < end
            and not (runs_on or reigns)
            and not taken & set(range(start, end))
            and _can_be_name(doc[start:end], classes[start - sentence.start : end - sentence.start], surnames)
        ):
            taken.update(range(start, end))
            spans.append((start, end))

    for start, end in _of_months(sentence):
        take(start, end)
    for entity in syntax.entities(sentence, "PERSON"):
        verb = next((t.i for t in entity[1:] if _is_verb_behind_name(t)), entity.end)
        last = min(verb, sentence.end)
        take(_name_start(sentence, classes, entity.start), _name_end(doc, last, sentence.end))
    for i in range(sentence.start, sentence.end - 1):
        if i + 1 not in taken and _is_named_holder(sentence, classes, i):
            take(i + 1, _name_end(doc, _run_end(sentence, i), sentence.end))
    for start, end in (*_beside_posts(sentence, classes), *_in_meetings(sentence, classes)):
        take(start, _name_end(doc, end, sentence.end))
    for token in sentence:
        if token.i not in taken and token.text in surnames and classes[token.i - sentence.start] in "XV":
            take(token.i, _name_end(doc, token.i + 1, sentence.end) if token.tag_ in ("NNP", "NNPS") else token.i + 1)
    return sorted(spans)


def _is_verb_behind_name(word: Token) -> bool:
    return word.is_lower and word.pos_ == "VERB" and word.nbor(-1).text not in _HYPHENS


def _hyphen_between(span: Span) -> int | None:
    """The hyphen that joins one's name to another's ("the Berg-Luca Costa talks"), both named in full elsewhere."""
    hyphens = [token.i for token in span[1:-1] if token.text in _HYPHENS]
    parts = ((i, span.doc[span.start : i], span.doc[i + 1 : j]) for i, j in pairwise([*hyphens, span.end]))
    return next((i for i, first, second in parts if _ends_full_name(first) and _ends_full_name(second)), None)


def _ends_full_name(words: Span) -> bool:
    """Does the text elsewhere name somebody in full by these words at the end, no hyphen beside them?"""
    names = (name for name in syntax.entities(words.doc, "PERSON") if f" {name.text}".endswith(f" {words.text}"))
    return any(len(name) > 1 and name.doc[name.end : name.end + 1].text not in _HYPHENS for name in names)


def _is_behind_given_name(sentence: Span, classes: Sequence[str], start: int) -> bool:
    """Does a name begin behind a given name that was taken for a verb or a title ("Said bin …", "Dr. Sultan Al …")?"""
    if start == sentence.start:
        return False
    before = sentence.doc[start - 1]
    if before.lower_ in _TITLES_AS_NAMES and start - 1 > sentence.start and _opens_name(sentence, classes, start - 2):
        return True
    if sentence.doc[start].lower_ not in PATRONYMICS:
        return False
    return before.text[0].isupper() and (
        classes[start - 1 - sentence.start] in "XV" or before.lower_ in _TITLES_AS_NAMES
    )


def _opens_name(sentence: Span, classes: Sequence[str], i: int) -> bool:
    """Does a name begin behind an honorific or an office, not a title ("Minister Sultan …", not "Deputy Emir …")?"""
    word = sentence.doc[i]
    is_office = classes[i - sentence.start] == "O" and not offices.is_deputy(word.text)
    return is_honorific(word) or is_office


def _is_town_as_name(sentence: Span, classes: Sequence[str], i: int) -> bool:
    """Is a given name behind an office taken for the place that is called so ("Foreign Minister Santiago Costa")?"""
    word, place = sentence.doc[i], i - sentence.start
    behind_office = place > 0 and word.nbor(-1).text.istitle()
    behind_office = behind_office and (classes[place - 1] in "OM" or is_honorific(word.nbor(-1)))
    named = word.ent_type_ in ("GPE", "PERSON") and classes[place + 1 : place + 2] == ["X"]
    return behind_office and named and classes[place] == "K" and word.nbor(1).text.istitle()


def _is_named_holder(sentence: Span, classes: Sequence[str], i: int) -> bool:
    """Does a name follow: one word behind a title with a capital ("Minister Berg"), two behind one in small letters?"""
    doc, place = sentence.doc, i - sentence.start
    if classes[place + 1] != "X" or not doc[i + 1].text[0].isupper():
        return False
    if is_honorific(doc[i]):
        return doc[i + 1].is_alpha
    if not _starts_name(doc[i + 1], classes[place + 1]):
        return False
    two = i + 2 < sentence.end and _starts_name(doc[i + 2], classes[place + 2]) and doc[i + 2].tag_ == "NNP"
    return classes[place] == "O" and (doc[i].text[0].isupper() or two)


def _run_end(sentence: Span, i: int) -> int:
    """Where the name behind a title ends at least: with the body that the network took it for behind an honorific."""
    end = i + 2
    while is_honorific(sentence.doc[i]) and end < sentence.end and sentence.doc[end].ent_iob_ == "I":
        end += 1
    return end


def _beside_posts(sentence: Span, classes: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a name stands beside an office and what it is of ("Speaker of the Polish Senate Anna Berg", "…, X Y,")."""
    for match in _NAME_AFTER_POST.finditer("".join(classes)):
        span = sentence[match.start(1) : match.end(1)]
        if all(map(is_honorific, span)):
            continue
        of_nation = classes[match.start(1) - 1] in "NKR"
        if _is_run_over(span[0], classes[match.start(1) - 1]):
            yield span.start, next((t.i for t in sentence.doc[span.end : sentence.end] if t.ent_iob_ != "I"), span.end)
        elif (of_nation or _is_full_name(span)) and not _is_of_body(span):
            yield span.start, span.end
    for match in _NAME_BESIDE_POST.finditer("".join(classes)):
        for span in (sentence[slice(*match.span(n))] for n in (1, 2) if match[n]):
            if len(span) > 1 or INITIALED.fullmatch(span.text):
                yield span.start, span.end
    for match in _NAME_BEFORE_POST.finditer("".join(classes)):
        span = sentence[match.start(1) : match.end(1)]
        if all(token.tag_ == "NNP" and not token.ent_type_ for token in span):
            yield span.start, span.end


def _of_months(sentence: Span) -> Iterator[tuple[int, int]]:
    """Where a given name stands before a surname that is a month's too ("Theresa May", not "Oslo, May 3")."""
    for token in sentence[1:]:
        if token.text not in _MONTHS or token.nbor(-1).is_sent_start:
            continue
        before, behind = token.nbor(-1), token.doc[token.i + 1 : token.i + 2].text
        named = before.text.istitle() and before.tag_ == "NNP" and before.ent_type_ in ("PERSON", "ORG", "")
        if named and not behind[:1].isdigit():
            yield before.i, token.i + 1


def _in_meetings(sentence: Span, classes: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where somebody meets, is met or is told beside a person whom neither the network nor the gazetteers know."""
    for token, letter in zip(sentence[:-1], classes, strict=False):
        if letter != "X" or token.tag_ != "NNP" or not (token.is_alpha and token.text.istitle()):
            continue
        forms_name = bool(syntax.children(token, "flat"))
        owners = syntax.children(token, "nmod:poss") if forms_name else []
        nations = [owner for owner in owners if classes[owner.i - sentence.start] == "K"]
        unmarked = token.ent_type_ in ("", "GPE", "FAC", *(("ORG",) if forms_name else ()))
        if not unmarked or not (nations or _takes_part(token) or _is_beside(token)):
            continue
        start = nations[0].right_edge.i + 1 if nations else syntax.noun_phrase(token).start
        name = token.doc[start : token.i + 1 + len(syntax.children(token, "flat"))]
        beside = [child.i for child in token.children if child.dep_ in ("det", "amod", "nmod", "nmod:poss")]
        described = names_event(token.text) or any(i >= start for i in beside)
        if not (described or find_city(token.text) or find_city(name.text) or token.nbor(1).text in _HYPHENS):
            yield name.start, name.end


def _is_beside(noun: Token) -> bool:
    """Is it a name of two words that an "and" joins to a person's ("Anna Berg and Pete Ricketts")?"""
    is_joined = noun.dep_ == "conj" and noun.head.ent_type_ == "PERSON"
    return is_joined and bool(syntax.children(noun, "flat", "compound"))


def _takes_part(noun: Token) -> bool:
    """Is it the subject or object of a verb of meeting, or the partner with whom one meets or talks?"""
    lemma = syntax.lemma(noun.head)
    if noun.dep_ in ("nsubj", "nsubj:pass") and _holds_event(noun.head):
        return True
    if noun.dep_ == "nsubj":
        return noun.head.pos_ == "VERB" and (lemma in _MEETING or lemma in _PARTNERS)
    if noun.dep_ == "obj":
        is_guest = lemma not in HOSTING or bool(syntax.obliques(noun.head, "for"))  # "hosted Anna Berg for lunch"
        return noun.head.pos_ == "VERB" and lemma in _MEETING and is_guest
    return noun.dep_ in syntax.OBLIQUES and bool(_PARTNERS.get(lemma, frozenset()) & syntax.cases(noun))


def _holds_event(verb: Token) -> bool:
    """Does its subject hold an event, now or later ("is scheduled to have talks")?"""
    verbs = (verb, *syntax.children(verb, "xcomp"))
    held = (noun for word in verbs if syntax.lemma(word) in HOLDING for noun in syntax.children(word, "obj"))
    return any(syntax.lemma(noun) in EVENT_NOUNS for noun in held)


def _is_full_name(span: Span) -> bool:
    """Is it a name by its form: of two words, with initials, or one behind a body ("Speaker of Parliament Berg")?"""
    if len(span) > 1 or INITIALED.fullmatch(span.text):
        return True
    follows = span.doc[span.end : span.end + 1].text
    is_free = span[0].ent_type_ in ("", "PERSON") or span[0].ent_iob_ == "I"
    unknown = span[0].tag_ == "NNP" and is_free and span.text.istitle()
    return unknown and offices.is_body(span[0].nbor(-1).text) and not offices.is_body(follows)


def _is_run_over(token: Token, before: str) -> bool:
    """Did the network take a name for the rest of the country before it ("envoy of the Netherlands Anna Berg")?"""
    return (
        token.ent_iob_ == "I" and token.ent_type_ != "PERSON" and bool(before == "K" or _INITIAL.fullmatch(token.text))
    )


def _is_of_body(span: Span) -> bool:
    """Is it what the name of a body goes on with rather than a person ("Director of the National Gallery Trust")?"""
    return span[0].ent_type_ in ("ORG", "FAC", "GPE", "LOC", "EVENT") and not offices.is_body(span[0].nbor(-1).text)


def _is_title_word(token: Token, letter: str) -> bool:
    return letter in "NKROMDB" or is_honorific(token) or token.lower_ in _WHEN


def _starts_name(token: Token, letter: str) -> bool:
    return (
        letter == "X"
        and token.text[0].isupper()
        and token.ent_type_ not in ("GPE", "ORG", "NORP", "DATE", "FAC", "LOC")
    )


def _name_start(sentence: Span, classes: Sequence[str], start: int) -> int:
    """The start of a name of which the network marked the end: capitalised words of no class and no other entity."""
    if sentence[-1].text not in _STOPS:
        return start
    first = particle_start(sentence.doc, start, sentence.start)
    while first > sentence.start and classes[first - 1 - sentence.start] == "X":
        token = sentence.doc[first - 1]
        if token.ent_type_ or token.tag_ != "NNP" or not token.text[0].isupper():
            break
        first -= 1
    return start if _OPEN_POST.fullmatch("".join(classes[: first - sentence.start])[-12:]) else first


def particle_start(doc: Doc, start: int, first: int) -> int:
    """Where a surname begins that an article is joined to ("al-Masri"), not before `first`."""
    joined = start > first + 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_
    return start - 2 if joined and doc[start - 2].lower_ in _ARTICLES else start


def _name_end(doc: Doc, end: int, limit: int) -> int:
    """The end of a name that begins before `end`: further capitalised words of no class, particles between them.

    A given name written small behind a hyphen ("Min-soon") belongs to it.
    """
    is_closed = doc[limit - 1].text in _STOPS
    while end < limit:
        token = doc[end]
        joins = token.text in _HYPHENS and not (doc[end - 1].whitespace_ or token.whitespace_)
        if joins and end + 1 < limit and doc[end + 1].is_alpha:
            end += 2
            continue
        if token.lower_ in _ARTICLES and _is_joined_to_name(doc[end + 1 : min(end + 3, limit)]):  # "Hamad al-Thani"
            end += 3
            continue
        following = doc[end + 1] if end + 1 < limit else None
        unsure = token.pos_ == "" or (is_closed and token.tag_ in _MISREAD)  # no tags in what is not parsed
        proper = token.pos_ == "PROPN" or (unsure and not token.is_stop)
        part = proper and token.text[0].isupper() and token.is_alpha
        particle = token.lower_ in PARTICLES and following is not None and following.text[:1].isupper()
        if not (part or particle) or token.ent_type_ in ("GPE", "NORP", "ORG", "DATE", "FAC", "LOC", "TIME", "EVENT"):
            break
        if part and token.ent_type_ != "PERSON" and (entity_class(token.text) or offices.is_office_head(token.lower_)):
            break
        end += 1
    suffix = end + 1 if end + 1 < limit and doc[end].text == "," else end
    return suffix + 1 if suffix < limit and doc[suffix].lower_.rstrip(".") in _SUFFIXES else end


def _is_joined_to_name(words: Span) -> bool:
    """Are they a hyphen and a word with a capital, nothing between?"""
    return len(words) == 2 and words.text[0] in _HYPHENS and words.text[1:2].isupper()


def _can_be_name(span: Span, classes: Sequence[str], surnames: set[str]) -> bool:
    """Is it no nation, place, office ("Vice Chairwoman") or office with its nation, but one that the text calls so?"""
    if any(t.lower_ in ("of", "to", "for", "the", "and") and t.pos_ != "PROPN" for t in span) or _is_credit(span):
        return False
    if len(span) == 1 and span.text not in surnames and (span[0].pos_ == "ADV" or _is_behind_at(span[0])):
        return False
    if _is_thing(span) and set(classes) <= {"X"}:
        return False
    if set(classes) <= set("OMB") and not (surnames & {t.text for t in span} or _follows_honorific(span)):
        return False
    is_office = classes[-1] == "O" and not {"N", "K"}.isdisjoint(classes)
    if len(span) > 1 and span[-1].lower_ in _PLACES:
        return False
    return any(t.text[:1].isupper() for t in span) and not set(classes) <= set("NKRG") and not is_office


def _is_behind_at(word: Token) -> bool:
    """Is it told as where something is ("at Brdo")?"""
    return word.i > word.sent.start and word.nbor(-1).lower_ == "at"


def _is_thing(span: Span) -> bool:
    """Does "the" stand before it and no title, as before a building or a prize ("visited the Taj Mahal")?"""
    return span.start > 0 and span[0].nbor(-1).lower_ == "the" and not _is_of_office(span[0].text)


def _is_credit(span: Span) -> bool:
    """Is it the author of a picture, before a slash and for whom he works ("Anna Berg / Royal Court")?"""
    return span.doc[span.end : span.end + 1].text == "/" and bool(span[-1].whitespace_)


def _follows_honorific(span: Span) -> bool:
    return span.start > 0 and is_honorific(span[0].nbor(-1))
