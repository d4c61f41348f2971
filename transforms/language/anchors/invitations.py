"""Who is invited to come, and by whom: the parties of a visit that is offered, accepted or refused."""

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.language.anchors.slots import Slot, owners_of
from transforms.language.grammar import syntax
from transforms.language.lexicon.constructions import PAYING, Construction

_TAKING = frozenset("accept take receive reject decline refuse get turn welcome consider".split())


def invitation_slots(word: Token, construction: Construction) -> Iterator[Slot]:
    """The guest and the host of a coming below "invite" or an "invitation"; nothing where it stands free.

    It may be told by a verb ("invited her to visit Oslo") or by a noun ("… to pay a visit to Oslo", "… for a visit").
    """
    verb = word.head if word.dep_ == "obj" and syntax.lemma(word.head) in PAYING else word
    above = verb.head
    is_aim = verb.tag_ == "VB" or ("for" in syntax.cases(word) and syntax.lemma(above) == "invite")
    if not is_aim or above.i == verb.i:
        return
    if syntax.lemma(above) == "invite":
        passive = syntax.is_passive(above)
        guests = syntax.children(above, *syntax.SUBJECTS) if passive else _objects(above)
        hosts = syntax.obliques(above, "by") if passive else syntax.subjects(above)
    elif noun := _invitation(above):
        guests, hosts = _of_noun(noun)
    else:
        return
    places = (*syntax.obliques(word, "to"), *syntax.obliques(verb, "to"), *_objects(verb))
    yield from (Slot(token, construction.subject, "subject") for token in guests)
    yield from (Slot(token, construction.counterpart, "counterpart") for token in hosts or places if token.i != word.i)


def _objects(verb: Token) -> list[Token]:
    return syntax.children(verb, *syntax.OBJECTS) or syntax.word_after(verb)


def _invitation(above: Token) -> Token | None:
    """The invitation that a verb of coming hangs on, itself or as the object of its verb."""
    nouns = (above, *syntax.children(above, "obj", "nsubj:pass"))
    return next((noun for noun in nouns if syntax.lemma(noun) == "invitation"), None)


def _of_noun(noun: Token) -> tuple[list[Token], list[Token]]:
    """Whom an invitation is for, and whose it is: its verb's subject takes it or makes it."""
    verb = syntax.verb_above(noun)
    guests, hosts = syntax.obliques(noun, "to", "for"), owners_of(noun) + syntax.obliques(noun, "of")
    subjects = syntax.subjects(verb) if verb is not None else []
    if verb is not None and syntax.lemma(verb) in _TAKING:
        return guests or subjects, hosts
    return guests or (syntax.obliques(verb, "to") if verb is not None else []), hosts or subjects


def stay_slots(noun: Token, construction: Construction) -> Iterator[Slot]:
    """The guest and the host where somebody is or goes somewhere at an invitation; nothing for other invitations."""
    verb = syntax.verb_above(noun)
    if verb is None or not syntax.cases(noun) & {"at", "on"}:
        return
    hosts = owners_of(noun) + syntax.obliques(noun, "of")
    yield from (Slot(token, construction.counterpart, "counterpart") for token in hosts)
    yield from (Slot(token, construction.subject, "subject") for token in syntax.subjects(verb))
