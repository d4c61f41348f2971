"""One letter a token: the alphabet in which parties are read, so that a regular expression can span them.

N nationality, K country, R organisation, O office, H group, M modifier, X capitalised word, P preposition,
D determiner, G possessive, A conjunction, C comma, B what stands in brackets or behind a hyphen at an office,
V anything else.
"""

import calendar
import re
from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Span, Token

from transforms.language.lexicon import gazetteers, offices

GROUP_HEADS = frozenset(
    "officials leaders ministers diplomats negotiators representatives delegation delegations mission delegates "
    "envoys counterparts rebels militants insurgents separatists mediators lawmakers businessmen executives generals "
    "commanders experts specialists scientists engineers technicians governments cabinets members parties groups "
    "factions chiefs heads presidents ambassadors authorities sides countries nations states partners allies monitors "
    "inspectors donors troops peacekeepers guerrillas fighters team teams party faction alliance bloc group "
    "government administration regime junta council coalition opposition movement side visitors powers peers "
    "signatories guarantors creditors backers pair duo europeans arabs africans asians".split()
)
GOVERNMENTS = frozenset(("government", "cabinet"))  # each of which is of one state
MODIFIERS = frozenset(
    "former acting then top senior high-ranking high-level visiting new newly-elected outgoing incoming "
    "interim chief deputy vice first second key other several two three four five six seven eight all some "
    "both various many local regional military government rebel opposition political religious tribal foreign "
    "international security peace trade nuclear main ruling ethnic armed warring separatist caretaker transitional de "
    "facto supreme major chosen old longtime close fellow opposite".split()
)
REGIONS = frozenset("andean balkan baltic mekong nordic sahel".split())  # by which leaders are told
_MODIFYING = MODIFIERS | REGIONS
DETERMINERS = frozenset("the a an his her its their our my this these those".split())
COMPLEMENT_PREPOSITIONS = frozenset("of for to on from in".split())
COORDINATORS = frozenset(("and", "&", "or"))
EVENTS = frozenset("forum summit conference meeting talks".split())
_NAMED_EVENTS = EVENTS | frozenset(
    "meetings summits dialogue dialogues ministerial retreat roundtable consultations negotiations accords".split()
)
HONORIFICS = frozenset(
    "mr mrs ms dr sir lord dame h.e h.h hon hon'ble honourable honorable rt shri smt datuk dato dato' dato’ datin puan "
    "alhaji alhaja engr eng engineer cde msgr".split()
)
PARTICLES = frozenset(
    "bin bint al el ibn abu da de di do du del dell der della von van den la las le los dos ben ter zu y".split()
)  # within the names of persons and towns
INITIALED = re.compile(r"(?:(?:[A-Z]|Ch|Dz|Kh|Sh|Ts|Ya|Yu|Zh)\.){1,2}[A-Z]\w+")  # "A.Berg", "Kh.Battulga"
PATRONYMICS = frozenset("bin bint ibn".split())
_HONORIFIC_PAIRS = (
    frozenset((("tan", "sri"), ("tan", "seri"), ("h", "e"), ("h", "h")))
    | frozenset((first, second) for first in ("most", "rt", "rt.", "right") for second in ("hon", "hon.", "honourable"))
    | frozenset((first, second) for first in ("datuk", "dato", "dato'", "dato’", "datin") for second in ("seri", "sri"))
)
_CLERKS = frozenset("Secretary Director Minister Adviser Advisor Counsellor General".split())
HYPHEN = re.compile(r"[-–]")
_WEEKDAYS = frozenset(day.lower() for day in calendar.day_name)
_SECTORS = {word: pair for pair in (("civil", "society"), ("private", "sector")) for word in pair}
_OF_NOUNS = ("nsubj", "nsubj:pass", "nsubj:outer", "obj", "obl", "nmod")
_SUFFIXES = tuple(
    words.split()
    for words in ("- elect", "- designate", "- in - chief", "- at - large", "extraordinary and plenipotentiary")
)
_VERBS = ("VB", "VBD", "VBP", "VBZ")
_DESCRIBING = ("JJ", "JJR", "JJS", "VBG", "VBN")
_LEVELS = ("level", "ranking")
_AGED = ["-", "year", "-", "old"]
_OF_STATES = (["of", "state", "and", "government"], ["of", "state", "or", "government"])
_PORTFOLIO = re.compile(r"OPD?(?:M+(?:CM+)*C?AM*(?P<last>X+)|(?P<first>X)(?=AM)|(?P<only>X+))")
_OFFICE_OF_BODY = re.compile(r"OPD?M*H")
_BRACKETED = 4  # words that a bracket behind a title may hold ("Secretary (East Asia)")


def word_classes(sentence: Span) -> list[str]:
    """One letter a token: N nationality adjective, K country, R organisation, O office, H group, M modifier, …"""
    letters = [_class_of(token) for token in sentence]
    words = [token.text for token in sentence]
    for i, word in enumerate(words):
        if word in ("-", "–") and 0 < i < len(letters) - 1:
            if not sentence[i - 1].whitespace_ and letters[i - 1] in "MO":
                is_name = letters[i + 1] == "X" and words[i - 1][0].isupper() and not sentence[i].whitespace_
                letters[i - 1 : i + 1] = "XX" if is_name else letters[i - 1] + "M"
            if words[i - 1].lower() == "co" and letters[i + 1] in "OH":
                letters[i - 1 : i + 1] = "MM"
            if words[i + 1] in _LEVELS:
                letters[i - 1 : i + 2] = "MMM"
            if {letters[i - 1], letters[i + 1]} <= {"N", "K"}:
                letters[i] = "A"
        if letters[i] == "O" and _is_compound_office(words, i):
            letters[i : i + 5] = "MMMMO"
        if words[i : i + 4] == _AGED and i:
            letters[i - 1 : i + 4] = "MMMMM"
    _mark_names(words, letters)
    for i in range(1, len(letters) - 2):
        if words[i] == "(" and words[i + 2] == ")" and letters[i - 1] in "NKR":
            letters[i : i + 3] = letters[i - 1] * 3
    _mark_phrases(words, letters)
    _mark_bearers(words, letters)
    _mark_additions(words, letters)
    _mark_portfolios(sentence, letters)
    return letters


def _is_compound_office(words: Sequence[str], i: int) -> bool:
    """Does an office run on over hyphens ("Chairman-in-Office")?"""
    run = words[i : i + 5]
    return len(run) == 5 and run[1] == run[3] == "-" and run[2].lower() in COMPLEMENT_PREPOSITIONS


def _mark_names(words: Sequence[str], letters: list[str]) -> None:
    """Names of several words that the gazetteers know have the letters of their class, those of no country M."""
    opening = (i for i, word in enumerate(words) if word[:1].isupper() and word != "The")
    longest = {i: min(2 * gazetteers.longest_from(words[i]) - 1, len(words) - i) for i in opening}  # hyphens are tokens
    for size in range(max(longest.values(), default=0), 1, -1):
        for i in (i for i in longest if longest[i] >= size):
            last = words[i + size - 1]
            if not last[:1].isalnum() or last in EVENTS:
                continue
            phrase = " ".join(words[i : i + size]).replace(" - ", "-").replace(" ’s", "’s").replace(" 's", "'s")
            letter = entity_class(phrase)
            no_country = gazetteers.names_no_country(phrase) and "R" not in letters[i : i + size]
            if no_country or (letter == "R" and i and gazetteers.is_states_own(words[i - 1], phrase)):
                letters[i : i + size] = "M" * size
            elif letter:
                letters[i : i + size] = letter * size


def _mark_phrases(words: Sequence[str], letters: list[str]) -> None:
    """An office of several words, none of them an office ("opposite number", "point man"), has its letter last."""
    for i in range(len(words)):
        if size := offices.head_phrase_at(words, i):
            letters[i : i + size] = "M" * (size - 1) + "O"


def _mark_bearers(words: Sequence[str], letters: list[str]) -> None:
    """A rank that closes a title behind an office is the name of its bearer ("Prime Minister Major", no general)."""
    for i in range(1, len(words)):
        if letters[i - 1] != "O" or letters[i] != "O" or letters[i + 1 : i + 2] in (["O"], ["X"], ["M"]):
            continue
        told = [offices.office(word) for word in words[i - 1 : i + 1] if word.istitle() and word != "General"]
        kinds = [office.kind for office in told if office]
        if len(kinds) == 2 and kinds[0] == "office" and kinds[1] in ("rank", "royal", "religious"):
            letters[i] = "X"


def _mark_additions(words: Sequence[str], letters: list[str]) -> None:
    """What is added to an office or a body: "Secretary (East)", "Lt Gen (retd)", "Ambassador-designate"."""
    for i in range(1, len(letters) - 1):
        if letters[i - 1] not in "OMH":
            continue
        if words[i] in ("I", "II", "III") and letters[i - 1] in "OM":
            letters[i] = "B"
        following = [word.lower() for word in words[i : i + 4]]
        suffix = next((s for s in (*_SUFFIXES, *_OF_STATES) if following[: len(s)] == s), [])
        if letters[i - 1] in "OH" and suffix:
            letters[i : i + len(suffix)] = "B" * len(suffix)
        elif words[i] == "(" and letters[i - 1] in "OM":
            close = next((j for j in range(i + 1, min(i + 2 + _BRACKETED, len(letters))) if words[j] == ")"), i)
            letters[i : close + 1] = "B" * (close + 1 - i) if close > i else letters[i]


def _mark_portfolios(sentence: Span, letters: list[str]) -> None:
    """What an office is of has the letter of modifiers: a body ("the High Council"), words of no table ("Looms")."""
    for match in _OFFICE_OF_BODY.finditer("".join(letters)):
        body = sentence[match.end() - 1].text
        letters[match.end() - 1] = "M" if body[0].isupper() and offices.is_body(body) else "H"
    for match in _PORTFOLIO.finditer("".join(letters)):
        start, end = match.span(match.lastgroup or 0)
        name = next((t.i - sentence.start for t in sentence[start:end] if t.ent_type_ == "PERSON"), end)
        alone = bool(match["last"]) and end - start == 1
        is_told = bool(match["first"]) or name < end or alone
        letters[start:name] = "M" * (name - start) if is_told else letters[start:name]


@lru_cache(1 << 16)
def _class_by_itself(text: str) -> str | None:
    """The class of a word whatever stands beside it."""
    word = text.lower()
    if word in COORDINATORS:
        return "A"
    if word == ",":
        return "C"
    if word in DETERMINERS:
        return "D"
    if word in _WEEKDAYS:
        return "V"
    if letter := entity_class(text) if text[:1].isupper() else None:
        return letter
    if is_hyphenated_pair(text):
        return "N"
    return "P" if word in COMPLEMENT_PREPOSITIONS else None


def _class_of(token: Token) -> str:
    word = token.lower_
    if word in ("'s", "’s", "'", "’") and token.tag_ == "POS":
        return "G"
    if letter := _class_by_itself(token.text):
        return "X" if letter == "P" and token.tag_ == "NNP" else letter
    if word == "at" and _is_of_clerk(token):
        return "P"
    if word in ("number", "numbers") and token.i and token.nbor(-1).lower_ == "opposite":
        return "H" if token.tag_ == "NNS" else "O"
    if is_counted(token):
        return "H"
    if word == "heads" and token.doc[token.i + 1 : token.i + 2].text in ("for", "to", "home", "back"):
        return "V"
    if word == "guest" and any(child.dep_ == "cop" for child in token.children):  # "was the guest of Premier Berg"
        return "V"
    if offices.is_office_head(word) and not (token.is_lower and token.tag_ == "VB"):
        return "H" if token.tag_ == "NNS" and token.text.islower() else "O"
    if letter := _class_in_sector(token):
        return letter
    if word in GROUP_HEADS and token.pos_ in ("NOUN", "PROPN", "ADJ"):
        modifies = token.dep_ == "compound" and token.head.i > token.i and not is_of_many(token)
        return "M" if modifies or _leads_to_office(token) else "H"
    if word in ("men", "women") and token.i > 0 and token.nbor(-1).lower_ in ("two", "both"):
        return "H"
    if token.is_lower and token.tag_ in _VERBS:
        return "V"
    modifies = word in offices.office_words() or word in _MODIFYING or (token.like_num and token.pos_ == "NUM")
    if modifies and not _opens_surname(token):
        return "M"
    if _describes_group(token):
        return "M"
    is_name = token.pos_ in ("PROPN", "NOUN", "ADJ", "") or token.tag_ in ("NNP", "NNPS")
    return "X" if is_name and token.text[0].isupper() else "V"


def _opens_surname(word: Token) -> bool:
    """Is it one of the words of titles, but in a name ("President De Gasperi", "Prime Minister Key")?"""
    behind_office = word.i > word.sent.start and offices.is_office_head(word.nbor(-1).lower_)
    named = word.ent_type_ == "PERSON" and behind_office
    return word.is_title and (word.lower_ in PARTICLES or named)


def _leads_to_office(word: Token) -> bool:
    """Does a singular stand right before the office that it tells of ("junta boss Berg")?"""
    behind = word.doc[word.i + 1 : word.i + 2]
    singular = word.is_lower and word.tag_ in ("NN", "NNP")
    return singular and bool(behind) and behind[0].is_lower and offices.is_office_head(behind[0].text)


def _is_of_clerk(at: Token) -> bool:
    """Does an "at" tell whose secretary or director one is ("State Secretary at the Ministry of Health")?"""
    behind = at.doc[at.i + 1 : at.i + 3].text.removeprefix("the ")
    return at.i > at.sent.start and at.nbor(-1).text in _CLERKS and behind[:1].isupper()


def _class_in_sector(token: Token) -> str | None:
    """The class of the words of "civil society" and "private sector": a group, or what tells which officials."""
    pair = _SECTORS.get(token.lower_)
    if pair is None:
        return None
    first = token.i - (token.lower_ == pair[1])
    if first < token.sent.start or token.doc[first : first + 2].text.lower() != " ".join(pair):
        return None
    behind = token.doc[first + 2 : first + 3]
    describes = bool(behind) and behind[0].pos_ == "NOUN"
    return "H" if token.lower_ == pair[1] and not describes else "M"


def _describes_group(token: Token) -> bool:
    """Is it an adjective or participle before an office, officials or states, whatever it says ("trading nations")?"""
    if token.is_lower and token.tag_ == "NN" and _is_field_of_group(token):
        return True
    before = token.dep_ in ("amod", "compound") and token.tag_ in _DESCRIBING and token.i < token.head.i
    described = token.head.lower_ in GROUP_HEADS or (token.head.is_lower and offices.is_office_head(token.head.text))
    if not (before and token.is_lower and described):
        return False
    return token.i == token.sent.start or token.nbor(-1).tag_ != "HYPH"


def _is_field_of_group(noun: Token) -> bool:
    """Does a noun tell what those named right behind it are versed in ("Danish and Lao missile experts")?"""
    behind = noun.doc[noun.i + 1 : min(noun.i + 2, noun.sent.end)]
    of_group = bool(behind) and behind[0].tag_ == "NNS" and behind[0].lower_ in GROUP_HEADS
    hyphened = noun.i > noun.sent.start and noun.nbor(-1).text == "-"
    return of_group and noun.dep_ in ("compound", "conj") and not hyphened


def is_of_many(token: Token) -> bool:
    """Is it a plural that tells who meets by standing before the event ("the EU ministers meeting")?"""
    return token.tag_ in ("NNS", "NNPS") and token.head.lower_ in ("meeting", "summit", "talks")


def is_counted(token: Token) -> bool:
    """Is it a number that stands for persons told before ("the two met")?"""
    if token.lower_ not in ("two", "three", "four") or token.dep_ not in _OF_NOUNS:
        return False
    return token.i > token.sent.start and token.nbor(-1).lower_ == "the"


@lru_cache(1 << 16)
def entity_class(phrase: str) -> str | None:
    """The class of a phrase that the gazetteers know: K, N or R."""
    if gazetteers.country_code(phrase) or gazetteers.capital_code(phrase):
        return "K"
    if gazetteers.demonym_code(phrase):
        return "N"
    return "R" if gazetteers.organisation(phrase) else None


def is_hyphenated_pair(word: str) -> bool:
    """Does the word name two nations ("US-China", "Israeli-Palestinian")?"""
    parts = HYPHEN.split(word)
    return len(parts) > 1 and all(part[:1].isupper() and gazetteers.nationality(part) for part in parts)


def names_event(words: str) -> bool:
    """Is it the name of a meeting or treaty, not of one who takes part ("Strategic Dialogue", "Arctic Summit")?"""
    return words.rpartition(" ")[2].lower() in _NAMED_EVENTS


def is_honorific(token: Token) -> bool:
    """Is it a "Mr." or its like, which tells no office?"""
    word = token.lower_.rstrip(".")
    if word in HONORIFICS or (token.text == "HE" and token.i + 1 < len(token.doc) and token.nbor(1).text[0].isupper()):
        return True
    pairs = [(word, token.nbor(1).lower_)] if token.i + 1 < len(token.doc) else []
    pairs += [(token.nbor(-1).lower_, word)] if token.i else []
    return any(pair in _HONORIFIC_PAIRS for pair in pairs)


def is_reporter(word: str) -> bool:
    """Is it an office whose holder tells of meetings rather than takes part ("spokesman", "NSC Spokesperson")?"""
    office = offices.office(word) or offices.office(word.rpartition(" ")[2])
    return office is not None and office.kind == "reporting"


def office_country(words: str) -> str | None:
    """Whom an office stands for by itself ("the pope", "Secretary of State")."""
    office = offices.office(words)
    return office.country if office else None


def plain(span: Span) -> str:
    """The words of a span with single spaces and no quotes or commas around them."""
    return " ".join(span.text.split()).strip(" ,'’\"“”")
