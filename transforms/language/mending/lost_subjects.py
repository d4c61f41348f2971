"""Verbs given the subjects that the tree hung elsewhere.

A name behind an adverbial is the subject of the verb behind it, not told of the adverbial ("After talks in Oslo, Berg
left"). The verb behind a relative clause is that of the sentence ("The minister, who came from Oslo with aides, met
Costa"), and so is the one behind an aside ("Berg, after seeing Costa, left"), a participle ("Having met Berg, Costa
left") or an aim ("a trip to meet Berg was put off"); the verb behind "where" is that of its clause, and who is
"received by" somebody suffers it. Who stands before a verb of saying is its subject, not what is said, and at the end
not one more of a list ("met Berg, Costa said"). A verb behind a parenthesis has the noun before this for its subject
("after the envoy, Anna Berg, visited Oslo"), one behind "and" both nouns ("The envoy, Anna Berg, and Costa met"), one
behind "both" or a headline's comma the names before it ("Berg, Costa discuss trade"). Times that stand beside subjects:
see opening_times.
"""

from spacy.tokens import Doc, Token

from transforms.language.grammar import syntax
from transforms.language.lexicon import offices
from transforms.language.lexicon.constructions import EVENT_NOUNS, TELLING, VERBS
from transforms.language.mending.opening_times import set_apart

_RECEIVING = frozenset(lemma for row in VERBS if row.nature == "reception" for lemma in row.lemmas)
_BEFORE_VERBS = ("aux", "aux:pass", "cop", "mark", "advmod")
_FRONTED = ("obl", "advcl", "obl:unmarked", "advmod")
_SUBORDINATING = {"as", "before", "after", "until", "since"}


def restore_subjects(doc: Doc) -> None:
    """Hangs lost subjects on their verbs, in place."""
    for token in (token for token in doc if token.dep_ not in syntax.FUNCTION_WORDS):
        if verb := _verb_without_subject(token):
            for behind in (noun for noun in syntax.children(verb, "nsubj") if noun.i > verb.i):
                behind.dep_ = "obj"
            syntax.hang(token, verb, "nsubj")
        set_apart(token)
        if verb := _main_verb_within(token):
            verb.tag_ = verb.tag_ if syntax.children(verb, "aux:pass") else "VBD"
            syntax.make_root(verb, token)
        if verb := _verb_behind_aside(token) or _planned_in_headline(token):
            syntax.make_root(verb, token)
        if verb := _verb_behind_perfect(token):
            syntax.make_root(verb, _head_of_name(verb.nbor(-1)))
            syntax.hang(token, verb, "advcl")
        if verb := _verb_below_aim(token):
            for met in syntax.children(verb, *syntax.SUBJECTS):
                syntax.hang(met, verb.head, "obj")
            syntax.make_root(verb, token)
        if verb := _verb_joined_to_noun(token):
            _share(verb, token)
        if _is_speaker(token):
            for clause in syntax.children(token, "advcl", "obl"):
                clause.head = token.head
            token.dep_ = "nsubj"
        if verb := _verb_of_where(token):
            subject = syntax.children(token, "nsubj")[0]
            verb.head, verb.dep_ = token.head, "acl:relcl"
            syntax.hang(subject, verb, "nsubj")
            syntax.hang(token, verb, "advmod")
        if verb := _verb_of_clause(token):
            syntax.open_clause(token, verb)
        if first := _first_subject(token):
            title = token.nbor(-1)
            syntax.hang(first, token.head, "nsubj")
            syntax.hang(token, _member(first), "conj")
            syntax.hang(title, token, "nmod:desc")
        if guest := _guest(token):
            guest.dep_, token.tag_ = "nsubj:pass", "VBN"
        if speaker := _speaker_listed(token):
            _free(token)
            syntax.hang(speaker, token, "nsubj")
            token.head, token.dep_, token.tag_ = token.sent.root, "parataxis", "VBD"
        if verb := _verb_of_conjunction(token):
            for adverbial in [noun for noun in syntax.own_subjects(verb) if syntax.cases(noun)]:
                adverbial.dep_ = "obl"
            syntax.hang(token, verb, "nsubj")
        if partner := _named_behind_comma(token):
            token.dep_ = "nsubj"
            syntax.hang(partner, token, "conj")
        if name := _name_before_all(token):
            syntax.hang(name, token.head, "nsubj")
            token.dep_ = "advmod"
        if noun := _parenthesised(token):
            syntax.hang(noun, token, "nsubj")


def _verb_without_subject(token: Token) -> Token | None:
    """The verb whose subject a name is that hangs on the adverbial before it ("After talks in Oslo, Berg left").

    The name or office stands behind the adverbial's comma, and the verb, which has no subject before it, right behind
    the name or behind what is told of it.
    """
    of_gerund = (token.dep_, token.head.tag_, token.head.dep_) == ("obj", "VBG", "advcl")
    is_name = token.tag_ == "NNP" or offices.is_office_head(token.lower_)
    if not (is_name and (token.dep_ in ("appos", "dep") or of_gerund)):
        return None
    verb = next((above for above in token.ancestors if above.i > token.i), None)
    if verb is None or token.nbor(1).text == "-":
        return None
    finite = verb.tag_ in syntax.FINITE or syntax.children(verb, "aux", "cop")
    adverbial = next(above for above in (token, *token.ancestors) if above.head.i == verb.i)
    comma = any(word.text == "," for word in token.doc[adverbial.i + 1 : token.i])
    if not (comma and finite) or any(subject.i < verb.i for subject in syntax.own_subjects(verb)):
        return None
    own = {word.i for word in adverbial.subtree}
    behind = [word for word in verb.doc[token.right_edge.i + 1 : verb.i] if word.i not in own and not word.is_punct]
    fronted = adverbial.dep_ in _FRONTED and adverbial.i < token.i
    return verb if fronted and all(word.dep_ in _BEFORE_VERBS for word in behind) else None


def _main_verb_within(noun: Token) -> Token | None:
    """The verb of a sentence that the tree has for a noun, which it put into the noun's relative clause.

    It stands behind the comma that ends the clause, and no "and" joins it.
    """
    if noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or syntax.children(noun, "cop"):
        return None
    holders = (noun, *syntax.children(noun, "appos"))
    clauses = [
        word for holder in holders for word in syntax.children(holder, "acl:relcl") if word.tag_ in syntax.FINITE
    ]
    behind = [word for word in noun.subtree if word.i > clauses[0].i] if clauses else []
    return next((word for word in behind if _follows_comma(word)), None)


def _verb_behind_perfect(participle: Token) -> Token | None:
    """The verb of a sentence that a participle opens, which the tree has for its ("Having met Berg, Costa left")."""
    opens = any(
        word.lower_ == "having" and word.i == participle.sent.start for word in syntax.children(participle, "aux")
    )
    if participle.dep_ != "ROOT" or not opens:
        return None
    verbs = (word for word in syntax.children(participle, "advcl", "ccomp", "conj") if word.tag_ in syntax.FINITE)
    return next((verb for verb in verbs if verb.nbor(-1).pos_ in ("NOUN", "PROPN")), None)


def _head_of_name(word: Token) -> Token:
    while word.dep_ in ("flat", "compound") and word.head.i != word.i:
        word = word.head
    return word


def _follows_comma(verb: Token) -> bool:
    """Is it a finite verb, or one that may be, behind a comma and hung on what stands before it by no "and"?"""
    if verb.tag_ not in (*syntax.FINITE, "VBN") or verb.dep_ not in ("acl", "conj", "advcl", "parataxis"):
        return False
    if syntax.children(verb, "cc", "mark", "nsubj", "nsubj:pass"):
        return False
    first = min([verb.i, *(word.i for word in syntax.children(verb, "aux", "aux:pass"))])
    return verb.doc[first - 1].text == ","


def _verb_behind_aside(name: Token) -> Token | None:
    """The verb of a sentence that an aside parts from its subject in the tree ("Berg, after seeing Lie, | left")."""
    if name.dep_ != "ROOT" or name.pos_ != "PROPN" or syntax.children(name, "cop", "nsubj"):
        return None
    verbs = (verb for verb in syntax.children(name, "parataxis") if verb.tag_ in ("VBD", "VBZ"))
    bare = (verb for verb in verbs if verb.nbor(-1).text == "," and not syntax.own_subjects(verb))
    return next((verb for verb in bare if any(word.dep_ in ("advcl", "obl") for word in verb.lefts)), None)


def _verb_below_aim(noun: Token) -> Token | None:
    """The verb of a sentence that the tree puts below what its subject is for ("a trip to meet | Berg was put off")."""
    if noun.dep_ != "ROOT" or noun.pos_ != "NOUN" or syntax.children(noun, "cop"):
        return None
    aims = (aim for aim in syntax.children(noun, "acl") if aim.tag_ == "VB")
    told = (verb for aim in aims for verb in syntax.children(aim, "xcomp") if syntax.own_subjects(verb))
    return next(
        (verb for verb in told if any(aux.tag_ in (*syntax.FINITE, "MD") for aux in syntax.auxiliaries(verb))), None
    )


def _verb_joined_to_noun(noun: Token) -> Token | None:
    """The verb of a sentence that the tree joins to the first of its subjects ("The envoy, Berg, and Lie met").

    Its other subject stands right behind the "and", and behind what is told of the first.
    """
    if noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or syntax.children(noun, "cop"):
        return None
    verb = next((word for word in syntax.children(noun, "conj") if word.pos_ == "VERB"), None)
    links = syntax.children(verb, "cc") if verb is not None else []
    if verb is None or not links or not (verb.tag_ in syntax.FINITE or syntax.auxiliaries(verb)):
        return None
    second = [word for word in syntax.children(verb, *syntax.SUBJECTS) if word.left_edge.i == links[0].i + 1]
    told = any(word.tag_ in syntax.FINITE for word in noun.doc[noun.i : links[0].i])
    return verb if second and not told else None


def _share(verb: Token, noun: Token) -> None:
    """Make a verb that of its sentence, its second subject one more beside the first, or beside those it is between."""
    second = syntax.children(verb, *syntax.SUBJECTS)[0]
    syntax.hang(syntax.children(verb, "cc")[0], second, "cc")
    syntax.hang(second, _member(noun), "conj")
    syntax.make_root(verb, noun)


def _member(noun: Token) -> Token:
    """Who is joined to others by the "and" behind a noun: itself, or those whom an event is between."""
    between = syntax.obliques(noun, "between", "of") if syntax.lemma(noun) in EVENT_NOUNS else []
    return next(iter(between), noun)


def _is_speaker(noun: Token) -> bool:
    """Is it the subject of a verb of saying behind it that the tree has for what is said?"""
    verb = noun.head
    if noun.dep_ != "ccomp" or noun.pos_ not in ("NOUN", "PROPN") or syntax.children(noun, "cop"):
        return False
    return noun.i < verb.i and syntax.lemma(verb) in TELLING and not syntax.own_subjects(verb)


def _verb_of_where(where: Token) -> Token | None:
    """The verb below a "where" that the tree made the head of its clause ("Oslo, where Berg, in power, met them")."""
    if where.lower_ != "where" or not syntax.children(where, "nsubj"):
        return None
    return next((child for child in where.children if child.pos_ == "VERB" and child.i > where.i), None)


def _verb_of_clause(noun: Token) -> Token | None:
    """The verb behind a noun that the tree has for all that stands under "as" or "before" ("as envoys had met")."""
    behind = noun.right_edge.i + 1
    if noun.dep_ not in syntax.OBLIQUES or not syntax.cases(noun) & _SUBORDINATING or behind >= noun.sent.end:
        return None
    first = noun.doc[behind]
    verb = first.head if first.dep_ == "aux" else first
    finite = first.tag_ in syntax.FINITE or (noun.tag_ in ("NNS", "NNPS") and verb.tag_ == "VB")
    fits = verb.pos_ == "VERB" and finite and verb.dep_ in ("advcl", "conj", "parataxis")
    return verb if fits and not any(subject.i < verb.i for subject in syntax.children(verb, *syntax.SUBJECTS)) else None


def _first_subject(name: Token) -> Token | None:
    """What is subject together with one whose title the tree has torn off his name ("he and Premier Lie spoke")."""
    if name.dep_ != "nsubj" or name.tag_ != "NNP" or name.i == name.sent.start:
        return None
    title = name.nbor(-1)
    is_title = offices.is_office_head(title.lower_) or bool(syntax.children(title, "nmod:poss"))
    joined = is_title and title.dep_ == "conj" and title.head.i < title.i and syntax.children(title, "cc")
    return title.head if joined and title.head.head.i == name.head.head.i else None


def _guest(verb: Token) -> Token | None:
    """Who is received in a passive without an auxiliary ("Berg received by Costa", "Berg, received in Oslo by Lie")."""
    if verb.tag_ not in ("VBD", "VBN") or syntax.lemma(verb) not in _RECEIVING:
        return None
    agents = [noun for noun in syntax.children(verb, "obl:agent") if noun.pos_ == "PROPN"]
    if verb.doc[verb.i + 1 : verb.i + 2].text != "by" and not agents:
        return None
    bare = not syntax.children(verb, "aux", "aux:pass", "obj")
    return next(iter(syntax.children(verb, "nsubj")), None) if bare else None


def _speaker_listed(saying: Token) -> Token | None:
    """The speaker behind a comma whom the tree lists with those before ("met Berg, Costa said")."""
    if saying.tag_ not in ("VBD", "VBN") or syntax.lemma(saying) not in TELLING or saying.i < saying.sent.start + 3:
        return None
    before = saying.nbor(-1)
    name = before.head if before.dep_ == "flat" else before
    edge = name.left_edge
    is_name = name.pos_ == "PROPN" or (name.tag_ == "NN" and name.i > 0 and name.nbor(-1).lower_ == "the")
    listed = name.dep_ in ("conj", "appos") and is_name and name.head.i < edge.i
    is_taken = bool(syntax.own_subjects(saying)) and not syntax.children(saying, "mark")
    is_free = saying.head.i < edge.i and not is_taken and not syntax.children(saying, "aux:pass")
    return name if listed and is_free and "," in (edge.text, edge.nbor(-1).text) else None


def _free(saying: Token) -> None:
    """Hangs what stood under a preposition before a verb of saying on the verb above it ("left after talks")."""
    for noun, mark in zip(syntax.own_subjects(saying), syntax.children(saying, "mark"), strict=False):
        syntax.hang(noun, saying.head, "obl")
        syntax.hang(mark, noun, "case")


def _verb_of_conjunction(name: Token) -> Token | None:
    """The verb under a conjunction on which the tree hangs its subject ("said that Berg, in Oslo, met …")."""
    if name.dep_ != "dep" or name.head.dep_ != "mark" or name.head.i > name.i:
        return None
    verb = name.head.head
    return verb if verb.i > name.i and all(syntax.cases(own) for own in syntax.own_subjects(verb)) else None


def _planned_in_headline(name: Token) -> Token | None:
    """What somebody is to do, whom a headline's tree has for all that it says ("Berg to host Premier Costa")."""
    if name.dep_ != "ROOT" or name.pos_ != "PROPN" or syntax.children(name, "cop", "case", "nsubj"):
        return None
    verbs = (verb for verb in syntax.children(name, "acl") if verb.tag_ == "VB" and verb.i > name.i + 1)
    named = (name, *syntax.children(name, "flat"))
    return next((verb for verb in verbs if verb.nbor(-1).tag_ == "TO" and verb.nbor(-2) in named), None)


def _named_behind_comma(name: Token) -> Token | None:
    """Who is joined by a headline's comma to a name that the tree has for one spoken to ("A, B discuss trade")."""
    if name.dep_ != "vocative" or name.pos_ != "PROPN" or name.head.tag_ not in ("VBP", "VB", "VBD"):
        return None
    behind = (noun for noun in syntax.children(name.head, "nsubj") if noun.pos_ in ("PROPN", "NOUN"))
    return next((noun for noun in behind if noun.left_edge.i > name.i and noun.left_edge.nbor(-1).text == ","), None)


def _name_before_all(both: Token) -> Token | None:
    """Whom a "both" or "all" behind names sums up, which the tree has for the subject ("A and B both met C")."""
    if both.lower_ not in ("both", "all") or both.dep_ != "nsubj" or both.i == both.sent.start:
        return None
    name = both.nbor(-1)
    while name.dep_ in ("flat", "conj") and name.head.i < name.i:
        name = name.head
    return name if name.pos_ == "PROPN" and syntax.children(name, "conj") else None


def _parenthesised(verb: Token) -> Token | None:
    """The noun that ends with a parenthesis before a verb that the tree has joined to an earlier one by no "and"."""
    above = verb.head
    if verb.tag_ not in syntax.FINITE or verb.dep_ != "conj" or verb.nbor(-1).text != "," or syntax.own_subjects(verb):
        return None
    if above.pos_ != "VERB" or any(syntax.children(word, "cc") for word in syntax.children(above, "conj")):
        return None
    behind = [word for word in above.rights if word.i < verb.i and word.pos_ in ("PROPN", "NOUN")]
    noun = next((word for word in behind if word.right_edge.i == verb.i - 2), None)
    if noun is None:
        return None
    return noun if any(word.text == "," for word in noun.doc[noun.left_edge.i - 1 : noun.right_edge.i]) else None
