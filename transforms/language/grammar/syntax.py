"""Reading of Universal Dependencies trees: the one module that knows the labels of the tagger and the parser.

A pipeline with another label scheme needs another module like this one; nothing else looks at dep_ or tag_.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
OBJECTS = ("obj", "iobj")
OBLIQUES = ("obl", "obl:agent", "obl:unmarked", "obl:tmod", "nmod", "nmod:unmarked", "nmod:tmod")
FUNCTION_WORDS = frozenset(("case", "cc", "det", "mark", "punct"))
FINITE = ("VBD", "VBP", "VBZ")  # tags
CLAUSES_SHARING_SUBJECT = ("xcomp", "advcl", "conj", "acl", "parataxis")
FIRST_PERSON = frozenset("we us our ours i me my you your".split())
HYPHENATED = {
    **dict.fromkeys(("co-host", "co-hosts", "co-hosted", "co-hosting"), "host"),
    **dict.fromkeys(("co-led", "co-leading"), "lead"),
    **dict.fromkeys(("co-organized", "co-organised", "co-organizing", "co-organising"), "organize"),
    **dict.fromkeys(("kick-start", "kick-started", "jump-start", "jump-started"), "start"),
}  # one word each, of the lemma of the act
_LEMMAS = {
    **dict.fromkeys(("hopes", "hoping", "hoped"), "hope"),
    **dict.fromkeys(("slated", "slates"), "slate"),
    **dict.fromkeys(("dined", "dining"), "dine"),
    **HYPHENATED,
    "deferred": "defer",
    "wound": "wind",
}  # where spaCy's tagger or lemmatizer errs
_JOINED_PASSIVES = 4  # that share one auxiliary
_HAVE = ("has", "have", "had", "having")
_EACH_OTHER = ("each other", "one another")
_TRIPS = frozenset("visit trip journey".split())
_JOURNEYS = frozenset("visit tour leave reach".split())
_INTENTIONS = frozenset("interest idea plan hope intention aim goal".split())
POSSESSIVES = ("his", "her", "its", "their")
PRONOUNS = frozenset("he she him her his hers they them their theirs it its we us our ours i me my".split())


def entities(span: Doc | Span, *labels: str) -> Iterator[Span]:
    """The entities with one of these labels that lie in a span, in one pass over its tokens."""
    start = None
    for token in span:
        if start is not None and token.ent_iob_ != "I":
            yield token.doc[start : token.i]
            start = None
        if token.ent_iob_ == "B" and token.ent_type_ in labels:
            start = token.i
    if start is not None:
        yield span.doc[start : span[-1].i + 1] if isinstance(span, Span) else span[start:]


def hang(word: Token, head: Token, relation: str) -> None:
    """Hang a word on another in this relation, unless the other hangs on it."""
    if head.i != word.i and not word.is_ancestor(head):
        word.head, word.dep_ = head, relation


def make_root(verb: Token, subject: Token) -> None:
    """Makes a verb that of its sentence, and a noun its subject, who suffers it where it is a passive."""
    verb.head, verb.dep_ = verb, "ROOT"
    hang(subject, verb, "nsubj:pass" if is_passive(verb) else "nsubj")


def open_clause(noun: Token, verb: Token) -> None:
    """Makes a noun the subject of a verb, and what stands before it the conjunction of their clause."""
    for word in children(noun, "case"):
        hang(word, verb, "mark")
    hang(noun, verb, "nsubj")


def start_before(token: Token) -> int:
    """Where the sentence before that of a token starts, blank lines apart; its own start for the first."""
    start = token.sent.start
    before = next((word for word in reversed(token.doc[:start]) if not word.is_space), token)
    return before.sent.start


def lemma(token: Token) -> str:
    """The dictionary form, lower case: the word itself where its tag says that it is uninflected."""
    tag, word = token.tag_, token.lower_
    if word in _LEMMAS:
        return _LEMMAS[word]
    if tag in ("VB", "VBP", "NN"):
        return word
    return word.removesuffix("s") if tag == "NNPS" else token.lemma_.lower()


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents with one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def cases(token: Token) -> set[str]:
    """The prepositions of a noun phrase's head or of the title before a name, lower case.

    "by" for "by Premier Berg"; "ahead" and "of" for "ahead of".
    """
    heads = (token, *children(token, "nmod:desc"))
    words = [child for head in heads for child in head.children if child.dep_ in ("case", "mark")]
    ahead = any(word.lower_ == "of" and word.i and word.nbor(-1).lower_ == "ahead" for word in words)
    return {word.lower_ for word in words} | ({"ahead"} if ahead else set())


def obliques(token: Token, *prepositions: str) -> list[Token]:
    """The heads of the prepositional phrases with one of these prepositions that depend on a verb or noun."""
    wanted = set(prepositions)
    return [child for child in children(token, *OBLIQUES) if cases(child) & wanted]


def is_passive(verb: Token) -> bool:
    """Is the verb a passive: its subject suffers it? "Have spoken" is none, whatever its subject is taken for.

    A participle with an agent shares the auxiliary of the one it is joined to ("was met by Berg and led by Costa").
    """
    for _ in range(_JOINED_PASSIVES):
        if children(verb, "aux:pass"):
            return True
        if not (verb.dep_ == "conj" and verb.tag_ == "VBN" and children(verb, "obl:agent")):
            break
        verb = verb.head
    return bool(children(verb, "nsubj:pass")) and not any(word.lower_ in _HAVE for word in children(verb, "aux"))


def is_negated(verb: Token) -> bool:
    """Does "not", "never", "without" or "no" deny the verb or its subject?"""
    return any(
        child.lower_ in ("not", "n't", "n’t", "never", "nor", "without")
        or (child.dep_ == "det" and child.lower_ == "no")
        or (child.lower_ == "longer" and any(word.lower_ == "no" for word in child.children))
        for child in verb.children
    )


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that stand at this verb itself, the agent of a passive among them."""
    if not is_passive(verb):
        return children(verb, *SUBJECTS)
    return children(verb, *SUBJECTS) + (obliques(verb, "by") or _agent_behind(verb))


def _agent_behind(verb: Token) -> list[Token]:
    """The agent of a passive that the tree hangs on a date or place between ("was received in Oslo by Berg")."""
    between = [child for child in verb.children if child.i > verb.i and (child.ent_type_ == "DATE" or cases(child))]
    within = [noun for child in between for noun in (child, *children(child, "nmod"))]
    return [agent for noun in within for agent in obliques(noun, "by")]


def is_reciprocal(pronoun: Token) -> bool:
    """Is it the first word of "each other"?"""
    return pronoun.doc[pronoun.i : pronoun.i + 2].text.lower() in _EACH_OTHER


def objects(verb: Token) -> list[Token]:
    """The objects of a verb, no dates ("agreed Friday to meet"), and those behind a "visiting" taken for a verb.

    "Each other" is none: those meet who are the subject.
    """
    told = [noun for noun in children(verb, *OBJECTS) if noun.ent_type_ not in ("DATE", "TIME")]
    found = [noun for noun in told if not is_reciprocal(noun)]
    guests = [child for child in verb.children if child.lower_ == "visiting" and child.i == verb.i + 1]
    return found + [noun for visiting in guests for noun in children(visiting, *OBJECTS)]


def subjects(verb: Token) -> list[Token]:
    """The subjects of a verb, its own or the one it shares with the verb above it.

    An infinitive, participle or coordinated verb without a subject is understood with its governor's object where the
    governor is a verb of asking or judging ("invited him to meet", "thanked him for meeting"), with both where one
    joins the other ("joined him in hosting"), else with its subject ("visited Oslo to meet her"), which for an active
    verb joined to a passive is not the agent ("was received by Berg and met Costa").
    """
    joined = False
    for _ in range(6):
        if found := children(verb, *SUBJECTS) if joined else own_subjects(verb):
            return found
        joined = joined or (verb.dep_ == "conj" and not is_passive(verb))
        shared = verb.dep_ == "conj" or (verb.tag_ == "VBG" and verb.dep_ == "acl" and cases(verb.head))
        if shared and verb.head.pos_ in ("NOUN", "PROPN") and children(verb.head, "cop"):
            verb = verb.head
            continue
        if verb.dep_ in ("acl", "acl:relcl", "conj") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            if owners := _travellers(verb):
                return owners
            above = verb_above(verb.head) if verb.dep_ == "acl" and _is_content(verb) else None
            if above is None:
                return [verb.head]
            verb = above
            continue
        if verb.dep_ not in CLAUSES_SHARING_SUBJECT or verb.head == verb:
            return []
        governor = verb.head
        if lemma(governor) == "join" and verb.tag_ == "VBG":
            return own_subjects(governor) + objects(governor)
        if ((verb.dep_ == "xcomp" and lemma(governor) not in _JOURNEYS) or _is_judged(verb)) and (
            found := [noun for noun in objects(governor) if noun.i < verb.i]
        ):
            return found
        verb = governor
    return []


def _travellers(verb: Token) -> list[Token]:
    """Whose journey it is that is made to do something ("a visit to Oslo by Berg to meet her", "Berg's trip to …")."""
    if verb.dep_ != "acl" or verb.tag_ != "VB" or lemma(verb.head) not in _TRIPS:
        return []
    return children(verb.head, "nmod:poss") + obliques(verb.head, "by", "of")


def _is_judged(verb: Token) -> bool:
    """Is it what somebody is thanked, praised or blamed for ("thanked her for hosting", "accused them of meeting")?"""
    return verb.tag_ == "VBG" and verb.head.pos_ == "VERB" and bool(cases(verb) & {"for", "of", "from"})


def _is_content(verb: Token) -> bool:
    """Does a clause tell what a noun is about, or when, not who it is ("a plan to meet", "interest in meeting")?"""
    if verb.tag_ != "VBG":
        return verb.tag_ == "VB"
    return bool(cases(verb)) and (lemma(verb.head) in _INTENTIONS or bool(cases(verb) & {"after", "before"}))


def word_before(verb: Token) -> list[Token]:
    """The word before a finite verb and its auxiliaries: where a subject stands that the parser missed."""
    i, finite = verb.i - 1, verb.tag_ in FINITE
    while i > verb.sent.start and verb.doc[i].pos_ in ("AUX", "ADV", "PART"):
        finite |= verb.doc[i].pos_ == "AUX"
        i -= 1
    return [verb.doc[i]] if finite and i >= verb.sent.start and verb.doc[i].pos_ in ("NOUN", "PROPN") else []


def word_after(verb: Token) -> list[Token]:
    """The nominal word right behind a verb: where an object stands that the parser hung elsewhere."""
    if verb.i + 1 >= verb.sent.end:
        return []
    token = verb.nbor(1)
    while token.dep_ in ("compound", "amod", "det", "nmod:desc", "nmod:poss") and token.head.i > token.i:
        token = token.head
    return [token] if token.pos_ in ("PROPN", "NOUN") and token.i > verb.i else []


def phrase(noun: Token) -> Iterator[Token]:
    """The words of a noun phrase, but not those of its clauses."""
    yield noun
    for child in noun.children:
        if child.dep_ not in ("acl", "acl:relcl", "advcl", "parataxis"):
            yield from phrase(child)


def relative_antecedent(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for: "envoy" for the who of "the envoy, who met them".

    What is said of somebody stands for that one ("Berg was the first leader whom they received").
    """
    if token.tag_ not in ("WDT", "WP"):
        return None
    noun = next((above.head for above in (token, *token.ancestors) if above.dep_ == "acl:relcl"), None)
    return described(noun) or noun if noun is not None else None


def is_purpose(clause: Token) -> bool:
    """Is it what something is done for ("flew to Oslo to be received")?"""
    return clause.dep_ == "advcl" and "to" in cases(clause)


def tells_of_thing(clause: Token) -> bool:
    """Is the subject of a relative clause a "which" or "that" ("talks, which began", not "talks that she leads")?"""
    return any(subject.tag_ == "WDT" for subject in children(clause, *SUBJECTS))


def described(noun: Token) -> Token | None:
    """Of whom a noun is said ("Berg was the envoy", "Berg became the envoy", "Berg, who is the envoy"): no "it"."""
    becoming = noun.dep_ in (*OBJECTS, "xcomp") and lemma(noun.head) == "become"
    holder = noun.head if becoming else noun if children(noun, "cop") else None
    told = children(holder, "nsubj") if holder is not None else []
    if holder is not None and holder.dep_ in ("acl:relcl", "appos") and any(word.tag_ == "WP" for word in told):
        return holder.head
    return next((word for word in told if word.pos_ == "PROPN" or word.lower_ in PRONOUNS - {"it", "its"}), None)


def governor(noun: Token) -> Token:
    """The verb, or else the noun, that a noun phrase depends on, over its coordinations and "round of", "series of".

    The root of a sentence without a finite verb depends on the participle behind it, which is that verb misread ("the
    talks resumed in Oslo").
    """
    token = noun
    while token.dep_ in ("conj", "appos") and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    clauses = children(token, "acl") if token.dep_ == "ROOT" else []
    return next((verb for verb in clauses if verb.tag_ in ("VBN", "VBD")), token.head)


def verb_above(noun: Token) -> Token | None:
    """The verb whose clause a noun phrase stands in, over the nouns between ("three rounds of talks")."""
    above = governor(noun)
    while above.pos_ not in ("VERB", "AUX") and not children(above, "cop") and above.head.i != above.i:
        if above.dep_ in ("appos", "parataxis"):
            return None
        above = governor(above)
    return above if above.pos_ in ("VERB", "AUX") or children(above, "cop") else None


def top_noun(noun: Token) -> Token:
    """The noun under the verb that a noun depends on: the "day" of "on the second day of the talks"."""
    while noun.dep_ in ("nmod", "conj") and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun


def noun_phrase(head: Token) -> Span:
    """A head with its determiners, adjectives and compounds to the left: no prepositional phrase."""
    left = head.i
    for token in reversed(list(head.lefts)):
        if token.dep_ in ("det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat", "advmod", "nmod"):
            left = min(left, token.left_edge.i)
    return head.doc[left : head.i + 1]


def conjuncts(token: Token) -> Iterator[Token]:
    """A token and all that is coordinated with it."""
    yield token
    for child in children(token, "conj"):
        yield from conjuncts(child)


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries and modals of a verb, in text order; those of the first verb of a coordination hold for all."""
    found = children(verb, "aux", "aux:pass", "cop")
    if not found and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not own_subjects(verb):
        shared = auxiliaries(verb.head)
        return [aux for aux in shared if aux.dep_ != "aux:pass"] if verb.tag_ == "VB" else shared
    return found


def is_clause(token: Token) -> bool:
    """Is it the verb of a clause, not a participle before its noun nor a part of a name that was taken for a verb?"""
    return token.pos_ == "VERB" and token.dep_ not in ("amod", "flat", "compound", "list")


def verbs_of_event(noun: Token, verb: Token) -> list[Token]:
    """The verb over an event noun, and those that tell what is to become of its subject ("talks are set to begin")."""
    found = [verb]
    while noun.dep_ in SUBJECTS and (below := children(found[-1], "xcomp")):
        found.append(below[0])
    return found
