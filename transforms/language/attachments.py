"""Words hung where they belong: on the clause, the event or the noun that they tell of.

What stands before "…, she said" belongs to the clause before, a meeting at which she "told him that …" to her telling
or "reviewed ways to trade" to her review, and with whom it is to the meeting ("a meeting of Berg, the premier, with
Costa is planned"). What became or is to become of a meeting belongs to its noun ("a meeting with Berg that was
planned", "the summit of Denmark and Italy, to be held in Oslo"). A gerund has its object behind it ("welcoming Premier
Berg"), a participle its agent ("a lunch hosted by Berg ended"), a clause whom it tells of ("by Costa, with whom she had
held talks"), and a noun under a preposition is joined to the one under the same.
"""

from itertools import takewhile

from spacy.tokens import Token

from transforms.language import syntax
from transforms.language.constructions import BESIDE, DAYS, EVENT_NOUNS, HOSTING, TELLING, VERBS
from transforms.language.governing import EVENT_OPENINGS, SETTINGS
from transforms.language.places import TOWNS

_HELD = frozenset("hold schedule slate plan".split())
_ARRANGED = HOSTING | _HELD
_GERUNDS = {"welcoming": "welcome", "hosting": "host", "receiving": "receive", "meeting": "meet"}
_BEFORE_GERUNDS = ("to", "of", "for", "before", "after", "by")
_LOCATIVE = frozenset(("in", "at", "on", "near", "outside"))
_MEETING = frozenset(lemma for row in VERBS if "with" in row.partners for lemma in row.lemmas)
_PERIODS = frozenset("week weekend month year day morning afternoon evening night".split())
_LINKING = ("while", "and", "but", "as", "when")
_MODIFYING = ("amod", "compound", "nmod:desc")
_NEXT = frozenset(("then", "later", "also"))
_SETTINGS = SETTINGS | {"in", "on", "over"}
_TAKING_PLACE = EVENT_OPENINGS | {"happen", "occur", "take"}
_TOPICS = frozenset("way step measure means mean effort mechanism avenue opportunity prospect need possibility".split())


def attach(token: Token) -> None:
    """Hangs one word of a Doc, and what depends on where it hangs, in place."""
    if clause := _clause_of_town(token):
        token.nbor(-1).head = token
        syntax.hang(token, clause, "obl")
    if clause := _clause_where(token):
        token.nbor(-1).head = token
        syntax.hang(token, clause, "obl")
    if clause := _clause_before(token):
        token.head = clause
    if _is_joined(token):
        token.dep_ = "conj"
    if met := _met_before(token):
        token.head = met
    if alike := _told_alike(token):
        _put_beside(token, alike)
    if token.dep_ == "appos" and token.pos_ == "PROPN" and syntax.cases(token) & {"by", "with", "from"}:
        token.dep_ = "nmod"
    if token.dep_ == "advcl" and token.pos_ == "PROPN" and syntax.cases(token):
        token.dep_ = "obl"
    if token.dep_ == "flat" and token.lower_ in DAYS and token.head.head.i != token.head.i:
        token.head, token.dep_ = token.head.head, "obl:unmarked"
    if participle := _done_by(token):
        syntax.hang(token, participle, "obl:agent")
    if antecedent := _told_of_whom(token):
        syntax.hang(token.head, antecedent, "acl:relcl")
    if _is_gerund(token):
        _turn(token)
    if event := _followed(token):
        event.head, event.dep_ = next(word for word in token.ancestors if word.pos_ == "VERB"), "obl"
        token.head, token.dep_ = event, "case"
    if event := _met_as_subject(token):
        syntax.hang(token, event, "nmod")
    if above := _meeting_there(token):
        _hang_past_place(token, above)
    if verb := _told_at(token) or _discussed_at(token):
        syntax.hang(token, verb, "obl")
    if meeting := _arranged(token):
        token.head, token.dep_ = meeting, "acl"
    if event := _told_of(token):
        token.head = event


def _clause_of_town(town: Token) -> Token | None:
    """The verb before a town that the tree hangs on speakers behind its comma ("met in Oslo, officials said")."""
    speakers, saying = town.head, town.head.head
    if town.dep_ not in ("amod", "compound", "nmod") or speakers.dep_ != "nsubj" or speakers.i < town.i or town.i < 2:
        return None
    if town.nbor(-1).dep_ != "case" or town.nbor(1).text != "," or syntax.lemma(saying) not in TELLING:
        return None
    told = syntax.children(saying, "ccomp", "parataxis")
    return next((verb for verb in told if verb.pos_ == "VERB" and verb.i < town.i), None)


def _clause_where(town: Token) -> Token | None:
    """The verb done in a town that the tree puts before its subject ("while in Oslo Premier Berg will meet Costa")."""
    person = town.head
    if town.dep_ not in _MODIFYING or {town.pos_, person.pos_} != {"PROPN"} or town.i < 1:
        return None
    if person.dep_ not in syntax.SUBJECTS:
        return None
    before = town.nbor(-1)
    return person.head if before.lower_ == "in" and before.dep_ == "case" and before.head.i == person.i else None


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
    if token.dep_ not in ("nmod", "appos") or token.pos_ != "PROPN" or token.head.pos_ != "PROPN":
        return False
    return token.head.i < token.i and token.left_edge.lower_ == "and" and not syntax.cases(token)


def _met_before(name: Token) -> Token | None:
    """The object to which a name is joined that hangs by "and then" on the verb ("received Berg and then Costa")."""
    if name.dep_ != "conj" or name.pos_ != "PROPN" or name.head.pos_ != "VERB" or syntax.cases(name):
        return None
    between = name.doc[name.head.i : name.left_edge.i]
    objects = [word for word in syntax.children(name.head, "obj") if word.i < name.left_edge.i]
    adverbs = {word.lower_ for word in syntax.children(name, "advmod")}
    return objects[-1] if objects and adverbs & _NEXT and objects[-1].right_edge.i + 1 >= between.end else None


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


def _followed(token: Token) -> Token | None:
    """The event behind a "following" that is its preposition ("adopted a text following talks in Oslo")."""
    if token.lower_ != "following" or token.tag_ != "VBG" or token.dep_ not in ("acl", "advcl"):
        return None
    is_told = any(word.pos_ == "VERB" for word in token.ancestors)
    events = (noun for noun in syntax.children(token, "obj") if syntax.lemma(noun) in EVENT_NOUNS)
    return next(events, None) if is_told else None


def _met_as_subject(partner: Token) -> Token | None:
    """The meeting with somebody whom the tree has for one more subject of its verb ("a meeting of A with B is due")."""
    if partner.dep_ not in syntax.SUBJECTS or not syntax.cases(partner) & {"with", "between"}:
        return None
    subjects = (word for word in syntax.children(partner.head, *syntax.SUBJECTS) if word.i < partner.i)
    return next((word for word in subjects if syntax.lemma(word) in EVENT_NOUNS), None)


def _meeting_there(partner: Token) -> Token | None:
    """What is told of with whom, where the tree hangs them on its place ("talks in Muscat, Oman, between A and B")."""
    place = partner.head
    if partner.dep_ != "nmod" or partner.i < place.i or not syntax.cases(partner) & {"with", "between"}:
        return None
    place = place.head if syntax.lemma(place.head) in BESIDE else place
    if place.pos_ != "PROPN" and syntax.lemma(place) not in TOWNS | BESIDE:
        return None
    prepositions = set[str]()
    while place.dep_ in ("nmod", "appos", "obl") and syntax.lemma(place) not in EVENT_NOUNS:
        prepositions |= syntax.cases(place)
        place = place.head
    told = (place, *syntax.children(place, "obj", *syntax.SUBJECTS))
    is_meeting = any(syntax.lemma(word) in EVENT_NOUNS | _MEETING for word in told)
    return place if is_meeting and prepositions & _LOCATIVE else None


def _hang_past_place(partner: Token, above: Token) -> None:
    """Hangs a partner, and who is joined to the place behind it, where they belong."""
    places = takewhile(lambda word: word.i != above.i, (partner.head, *partner.head.ancestors))
    for word in [word for place in places for word in syntax.children(place, "conj") if word.i > partner.i]:
        if word.left_edge.lower_ == "and" and not syntax.cases(word):
            syntax.hang(word, partner, "conj")
    syntax.hang(partner, above, "nmod" if above.pos_ in ("NOUN", "PROPN") else "obl")


def _told_at(event: Token) -> Token | None:
    """The verb of telling before an event that the tree puts into what is told ("told her at a meeting that …")."""
    clause = event.head
    if event.dep_ != "obl" or clause.dep_ != "ccomp" or syntax.lemma(event) not in EVENT_NOUNS:
        return None
    opening = [word.left_edge.i for word in syntax.children(clause, "mark", *syntax.SUBJECTS)]
    told = opening and clause.head.i < event.i < min(opening)
    return clause.head if told else None


def _discussed_at(event: Token) -> Token | None:
    """The verb at whose event a topic was discussed, where the tree has the event in it ("ways to trade at talks")."""
    purpose = event.head
    is_setting = event.dep_ == "obl" and syntax.lemma(event) in EVENT_NOUNS and syntax.cases(event) & _SETTINGS
    first = purpose.left_edge
    if not is_setting or not purpose.i < event.i or first.i == first.sent.start:
        return None
    topic = first.nbor(-1)
    above = (word for word in topic.ancestors if word.pos_ == "VERB" and word.i < topic.i)
    return next(above, None) if syntax.lemma(topic) in _TOPICS else None


def _arranged(participle: Token) -> Token | None:
    """The meeting that a participle tells of behind a comma, a day or a town ("a summit in Oslo, to be held on …")."""
    if participle.tag_ != "VBN" or participle.dep_ not in ("advcl", "acl") or syntax.own_subjects(participle):
        return None
    if syntax.lemma(participle) not in _ARRANGED:
        return None
    edge = participle.left_edge
    comma = edge if edge.text == "," else edge.doc[max(edge.i - 1, 0)]
    behind_comma = comma.text == ","
    words = edge.doc[edge.sent.start : comma.i if behind_comma else edge.i]
    told = [] if behind_comma else list(takewhile(_tells_when_or_where, reversed(words)))
    if len(told) == len(words) or not (behind_comma or told):
        return None
    before = words[-1 - len(told)]
    above = before.ancestors if behind_comma else takewhile(lambda word: word.pos_ != "VERB", before.ancestors)
    return next((noun for noun in (before, *above) if syntax.lemma(noun) in EVENT_NOUNS), None)


def _tells_when_or_where(word: Token) -> bool:
    return word.pos_ in ("PROPN", "NUM") or syntax.lemma(word) in _PERIODS or word.dep_ in ("case", "det", "amod")


def _told_of(clause: Token) -> Token | None:
    """The event that a relative clause tells of, hung on who meets there ("a meeting with Berg that was planned")."""
    of_thing = any(subject.tag_ == "WDT" for subject in syntax.children(clause, *syntax.SUBJECTS))
    begins = any(syntax.lemma(verb) in _TAKING_PLACE for verb in (clause, *syntax.children(clause, "xcomp")))
    held = begins or (syntax.is_passive(clause) and syntax.lemma(clause) in _HELD)
    if clause.dep_ != "acl:relcl" or not (of_thing and held) or syntax.lemma(clause.head) in EVENT_NOUNS:
        return None
    return next((noun for noun in clause.head.ancestors if syntax.lemma(noun) in EVENT_NOUNS), None)
