"""Words hung where they belong: on the clause or the noun that they tell of.

What stands before "…, she said" belongs to the clause before, also whom one met before "…, aides said". A gerund has
its object behind it ("welcoming Premier Berg"), a participle its agent ("a lunch hosted by Berg ended"), a clause whom
it tells of ("by Costa, with whom she had held talks"), and a noun under a preposition is joined to the one under the
same. Who are met with somebody are joined to him. What is told of a meeting: see event_phrases.
"""

from spacy.tokens import Token

from transforms.language.grammar import syntax
from transforms.language.lexicon import gazetteers, offices
from transforms.language.lexicon.constructions import ADDRESSING, DAYS, EVENT_NOUNS, PROPOSALS, RELATIONS, TELLING
from transforms.language.lexicon.word_classes import GROUP_HEADS
from transforms.language.mending.event_phrases import hang_on_events

_GERUNDS = {"welcoming": "welcome", "hosting": "host", "receiving": "receive", "meeting": "meet"}
_CHANGING = frozenset(
    "boosting improving strengthening expanding increasing deepening restoring enhancing developing mending".split()
)
_BEFORE_GERUNDS = ("to", "of", "for", "before", "after", "by")
_LINKING = ("while", "and", "but", "as", "when")
_MODIFYING = ("amod", "compound", "nmod:desc")
_NEXT = frozenset(("then", "later", "also"))


def attach(token: Token) -> None:
    """Hangs one word of a Doc, and what depends on where it hangs, in place."""
    if clause := _clause_before_speakers(token) or _clause_behind_town(token):
        for link in _links_of(token):
            link.head = token
        syntax.hang(token, clause, "obl")
    if clause := _clause_before(token):
        token.head = clause
    if _is_joined(token) or _is_another(token):
        token.dep_ = "conj"
    if token.dep_ == "conj" and token.head.dep_ == "flat" and token.head.head.i < token.head.i:
        token.head = token.head.head
    if title := _torn_off(token):
        token.dep_ = "conj"
        syntax.hang(title, token, "nmod:desc")
    if met := _met_before(token):
        syntax.hang(token, met, "conj")
    if alike := _told_alike(token):
        _put_beside(token, alike)
    if token.dep_ == "appos" and token.pos_ == "PROPN" and syntax.cases(token) & {"by", "with", "from"}:
        token.dep_ = "nmod"
    if token.dep_ == "advcl" and token.pos_ == "PROPN" and syntax.cases(token):
        token.dep_ = "obl"
    if token.dep_ == "flat" and token.lower_ in DAYS and token.head.head.i != token.head.i:
        token.head, token.dep_ = token.head.head, "obl:unmarked"
    if token.lower_ in DAYS and token.i and (token.nbor(-1).lower_, token.nbor(-1).dep_) == ("on", "compound:prt"):
        syntax.hang(token.nbor(-1), token, "case")  # "took a call on Tuesday"
    if token.dep_ == "obl" and token.tag_ in syntax.FINITE and syntax.own_subjects(token):
        token.dep_ = "advcl"  # "said so after the two held talks"
        for link in syntax.children(token, "case"):
            link.dep_ = "mark"
    if participle := _done_by(token):
        syntax.hang(token, participle, "obl:agent")
    if relation := _shared(token):
        syntax.hang(token, relation, "nmod")
    if antecedent := _told_of_whom(token):
        syntax.hang(token.head, antecedent, "acl:relcl")
    if offer := _offered_by(token):
        syntax.hang(token, offer, "nmod")
    if _is_purpose(token):
        token.dep_ = "advcl"
    if _is_told_to(token):
        syntax.hang(token, token.head.head, "ccomp")
    if _is_gerund(token):
        _turn(token)
    hang_on_events(token)


def _offered_by(person: Token) -> Token | None:
    """The offer right before whom it comes from, who hangs on the verb ("declined an invitation | from Berg")."""
    first = person.left_edge
    if person.dep_ not in syntax.OBLIQUES or first.lower_ not in ("from", "by") or first.i == first.sent.start:
        return None
    return first.nbor(-1) if syntax.lemma(first.nbor(-1)) in PROPOSALS else None


def _is_purpose(clause: Token) -> bool:
    """Is it what somebody is there for, taken for a second subject ("she is due in Oslo to see Premier Berg")?"""
    if clause.dep_ != "csubj" or clause.i < clause.head.i or "to" not in syntax.cases(clause):
        return False
    return any(word.lower_ != "it" for word in syntax.children(clause.head, "nsubj"))


def _is_told_to(clause: Token) -> bool:
    """Is it what somebody tells others, hung on these ("told a press conference that they might meet")?"""
    addressed, saying = clause.head, clause.head.head
    told = clause.dep_ == "acl" and addressed.dep_ in syntax.OBJECTS and syntax.lemma(saying) in ADDRESSING
    return told and any(word.lower_ == "that" for word in syntax.children(clause, "mark"))


def _clause_before_speakers(noun: Token) -> Token | None:
    """The verb before a noun that the tree hangs on speakers behind its comma ("met with Premier Berg, aides said")."""
    speakers, saying = noun.head, noun.head.head
    if noun.dep_ not in ("amod", "compound", "nmod") or speakers.dep_ != "nsubj" or speakers.i < noun.i:
        return None
    last = noun.right_edge
    is_apart = last.text == "," or last.nbor(1).text == ","
    if not (is_apart and _links_of(noun)) or syntax.lemma(saying) not in TELLING:
        return None
    told = (*syntax.children(saying, "ccomp", "parataxis"), saying.head)
    return next((verb for verb in told if verb.pos_ == "VERB" and verb.i < noun.i), None)


def _links_of(noun: Token) -> list[Token]:
    """The prepositions before a noun that the tree has for those of its head behind."""
    return [word for word in syntax.children(noun.head, "case") if word.i < noun.i]


def _clause_behind_town(town: Token) -> Token | None:
    """The verb done in a town that the tree puts before its subject ("while in Oslo Premier Berg will meet Costa")."""
    person = town.head
    is_part = town.dep_ in _MODIFYING and {town.pos_, person.pos_} == {"PROPN"}
    if not is_part or person.dep_ not in syntax.SUBJECTS or town.i < 1:
        return None
    before = town.nbor(-1)
    return person.head if (before.lower_, before.dep_, before.head.i) == ("in", "case", person.i) else None


def _clause_before(adverbial: Token) -> Token | None:
    """The verb of the clause that an adverbial before "…, she said" belongs to ("met in Oslo on Monday, she said")."""
    saying = adverbial.head
    if adverbial.dep_ not in ("obl", "obl:unmarked", "advmod", "advcl") or saying.i < adverbial.i:
        return None
    speakers = [noun for noun in syntax.children(saying, "nsubj") if noun.i > adverbial.right_edge.i]
    if not speakers or syntax.lemma(saying) not in TELLING or speakers[0].nbor(1).i > saying.i:
        return None
    edge = speakers[0].left_edge.i
    if not any(word.text in (",", "”", '"') for word in saying.doc[edge - 1 : edge + 1]):
        return None
    first = adverbial.left_edge
    if any(word.lower_ in _LINKING for word in first.doc[max(first.i - 1, 0) : first.i + 2]):
        return None
    told = [*syntax.children(saying, "ccomp", "parataxis"), saying.head]
    return next((verb for verb in told if verb.pos_ == "VERB" and verb.i < adverbial.i), None)


def _is_joined(token: Token) -> bool:
    """Does a name hang by an "and" on the one before, as something else than what is joined to it?"""
    if token.dep_ not in ("nmod", "appos") or token.pos_ != "PROPN" or token.head.pos_ not in ("PROPN", "PRON"):
        return False
    return token.head.i < token.i and token.left_edge.lower_ == "and" and not syntax.cases(token)


def _is_another(name: Token) -> bool:
    """Is it one with an office of his own that the tree has for a part of the name before ("Berg and Minister Lie")?"""
    titles = syntax.children(name, "nmod:desc") if name.dep_ == "flat" else []
    return bool(titles) and any(word.lower_ == "and" for word in name.doc[name.head.i : titles[0].i])


def _torn_off(name: Token) -> Token | None:
    """The office before a name that the tree joins to the one before ("Anna Berg and Thai leader | Luca Costa met")."""
    title = name.nbor(-1) if name.dep_ == "flat" and name.i > name.head.i + 1 else name
    is_joined = title.dep_ == "conj" and title.head.i == name.head.i and bool(syntax.children(title, "cc"))
    return title if is_joined and offices.is_office_head(title.lower_) else None


def _met_before(noun: Token) -> Token | None:
    """Whom somebody is met with who is joined to the verb, the event or the subject ("received Berg and then Costa").

    So are officials ("who held talks with Berg and senior officials, left") and whom talks are with or between; other
    names only behind "then" or the like.
    """
    above = noun.head
    is_joined = noun.dep_ == "conj" or (noun.dep_ == "appos" and noun.left_edge.lower_ == "and")
    if not is_joined or syntax.cases(noun) or syntax.own_subjects(noun):
        return None
    is_event = syntax.lemma(above) in EVENT_NOUNS
    are_officials = noun.pos_ == "NOUN" and noun.lower_ in GROUP_HEADS
    is_next = noun.pos_ == "PROPN" and not _NEXT.isdisjoint(word.lower_ for word in syntax.children(noun, "advmod"))
    if not (are_officials or (noun.pos_ == "PROPN" and is_event) or (is_next and above.pos_ == "VERB")):
        return None
    tellers = [above] if is_event or above.pos_ == "VERB" else syntax.children(above, "acl:relcl")
    met = [
        word for teller in tellers for word in (*syntax.objects(teller), *syntax.obliques(teller, "with", "between"))
    ]
    before = [word for word in met if word.i < noun.left_edge.i]
    return before[-1] if before and before[-1].right_edge.i + 1 >= noun.left_edge.i else None


def _told_alike(noun: Token) -> Token | None:
    """The noun under the same preposition that one is joined to ("to Oslo, where she met Costa, and to Rome")."""
    links = syntax.children(noun, "case") if noun.dep_ == "conj" else []
    if not links or links[0].i < 1 or links[0].nbor(-1).lower_ != "and" or noun.head.pos_ not in ("NOUN", "PROPN"):
        return None
    told = {link.lower_ for link in links}
    if told & syntax.cases(noun.head):
        return None
    before = noun.doc[noun.sent.start : noun.head.i]
    alike = (word for word in reversed(before) if word.dep_ in ("obl", "nmod") and told & syntax.cases(word))
    return next(alike, None)


def _put_beside(noun: Token, alike: Token) -> None:
    """Hangs a noun on the one that it is told like, and what the clause between them is told behind it on its verb."""
    clause, above = syntax.verb_above(noun.head), syntax.verb_above(alike)
    syntax.hang(noun, alike, "conj")
    if clause is None or above is None or clause.i < alike.i:
        return
    for word in [word for word in clause.rights if word.i > noun.i]:
        syntax.hang(word, above, word.dep_)


def _done_by(agent: Token) -> Token | None:
    """The participle before a "by" whose agent the tree has for a subject ("a lunch hosted by Berg ended at 2")."""
    if agent.dep_ not in syntax.SUBJECTS:
        return None
    by = agent.left_edge
    is_agent = by.lower_ == "by" and by.dep_ == "case" and by.i > agent.sent.start
    return by.nbor(-1) if is_agent and by.nbor(-1).tag_ == "VBN" else None


def _shared(partner: Token) -> Token | None:
    """What one has with a state and wants to change, where the tree hangs it on the verb ("discuss boosting ties")."""
    first = partner.left_edge
    if partner.dep_ != "obl" or first.lower_ != "with" or first.i == first.sent.start:
        return None
    state = partner.doc[first.i + 1 : partner.i + 1].text.removeprefix("the ")
    noun = first.nbor(-1) if gazetteers.country_code(state) else partner
    is_aim = any(word.lower_ in _CHANGING for word in partner.doc[partner.head.i + 1 : noun.i])
    return noun if is_aim and syntax.lemma(noun) in RELATIONS else None


def _told_of_whom(pronoun: Token) -> Token | None:
    """Whom a clause tells of that the tree hangs on a verb ("was seen off by Costa, with whom she had held talks")."""
    clause = pronoun.head
    if pronoun.lower_ != "whom" or clause.dep_ not in ("advcl", "conj", "parataxis"):
        return None
    if pronoun.i - 3 < pronoun.sent.start:
        return None
    if pronoun.nbor(-2).text != "," or pronoun.nbor(-1).dep_ != "case" or clause.head.i > pronoun.i:
        return None
    noun = pronoun.nbor(-3)
    while noun.dep_ in ("flat", "appos", "nmod") and noun.head.i < noun.i:
        if noun.dep_ == "nmod" and "with" in syntax.cases(noun):  # "at a news conference with Costa, with whom"
            break
        noun = noun.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _is_gerund(token: Token) -> bool:
    """Is it a verb that the tree has for the adjective of its object ("looks forward to welcoming Premier Berg")?"""
    linked = token.i > 0 and token.nbor(-1).lower_ in _BEFORE_GERUNDS
    return token.lower_ in _GERUNDS and token.dep_ == "amod" and linked and token.head.pos_ == "PROPN"


def _turn(gerund: Token) -> None:
    """Make a gerund the verb over what it had been hung on."""
    noun, link = head_of(gerund), gerund.nbor(-1)
    is_root = noun.head.i == noun.i
    gerund.head, gerund.dep_ = (gerund, "ROOT") if is_root else (noun.head, "advcl")
    gerund.tag_, gerund.pos_, gerund.lemma_ = "VBG", "VERB", _GERUNDS[gerund.lower_]
    noun.head, noun.dep_ = gerund, "obj"
    link.head, link.dep_ = gerund, "mark"


def head_of(word: Token) -> Token:
    """The head of the noun phrase that a word before it modifies."""
    while word.dep_ in _MODIFYING and word.head.i > word.i:
        word = word.head
    return word
