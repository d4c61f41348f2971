"""Who does something on an event's account: leads those sent to it, is there for it, speaks in its course."""

from spacy.tokens import Token

from transforms.language.grammar import syntax
from transforms.language.grammar.governing import EVENT_ENDINGS, EVENT_OPENINGS, SETTINGS
from transforms.language.lexicon.constructions import (
    BEING,
    BUSY,
    INVITING,
    LEAVING,
    MEALS,
    OUTCOMES,
    REPORTING,
    Construction,
)


def takes_part(event: Token, verb: Token, cases: set[str], construction: Construction) -> bool:
    """Does the subject of a verb take part in an event that stands under these prepositions?"""
    leads = _leads_there(verb, syntax.top_noun(event))
    return (
        leads or _is_there_for(verb, cases) or is_meal_given(event, verb) or _tells_of(event, verb, cases, construction)
    )


def _leads_there(verb: Token, top: Token) -> bool:
    """Does somebody lead the event or those sent to it ("led the delegation to the talks", "presided over them")?"""
    led = (top, *(syntax.objects(verb) if "to" in syntax.cases(top) else ()))
    sent = any(syntax.lemma(noun) in ("delegation", "participation") for noun in led)
    leads = syntax.lemma(verb) in ("lead", "head") and sent
    presides = syntax.lemma(verb) == "preside" and "over" in syntax.cases(top)
    return leads or presides or (top.lower_ in ("head", "leader", "member", "guest") and "as" in syntax.cases(top))


def _is_there_for(verb: Token, cases: set[str]) -> bool:
    """Is somebody somewhere, or invited, for the event ("is in Oslo for talks", "invited him to a meeting")?

    So is who begins or ends something with it ("began the visit with a meeting").
    """
    if syntax.lemma(verb) in INVITING:
        return bool(cases & {"for", "to"})
    if syntax.lemma(verb) in LEAVING:
        return bool(cases & {"of", "from"})
    places = (verb, *syntax.children(verb, "xcomp"))
    if (syntax.lemma(verb) in ("prepare", "plan", "expect") and "for" in cases) or (
        syntax.lemma(verb) == "agree" and "to" in cases
    ):
        return True
    if verb.lower_ in BUSY:
        return "in" in cases
    if syntax.lemma(verb) in EVENT_OPENINGS | EVENT_ENDINGS and "with" in cases:
        return True
    present = syntax.lemma(verb) in BEING or any(syntax.children(w, "cop") and syntax.cases(w) for w in places)
    return present and bool(cases & {"for", "in", "at", "to", "into", "out"})


def is_meal_given(meal: Token, verb: Token) -> bool:
    """Does somebody have others to a meal ("had Berg to dinner", not "had plans for dinner")?"""
    given = syntax.lemma(verb) == "have" and meal.head.i == verb.i and syntax.lemma(meal) in MEALS
    return given and bool(syntax.cases(meal) & {"for", "to"})


def _is_of_two(event: Token) -> bool:
    """Are both sides told at the event itself, so that who speaks after it is another ("after Berg's talks with …")?"""
    owners = [child for child in syntax.children(event, "nmod:poss") if child.lower_ not in syntax.PRONOUNS]
    between = syntax.obliques(event, "between")
    others = [noun for noun in between if not any(child.lower_ == "their" for child in noun.lefts)]
    return bool(owners and syntax.obliques(event, "with")) or bool(others)


def _tells_of(event: Token, verb: Token, cases: set[str], construction: Construction) -> bool:
    """Does somebody do or say something in the course of the event ("said after talks", "thanked him in a call")?

    At an event with another, or where one opens the clause, whatever its subject does ("Berg won a loan in talks with
    Costa"), or whatever several do there together ("In a rare meeting, Berg and Costa shook hands").
    """
    meal = {"over"} if construction.lemmas == MEALS else set[str]()
    if cases & {"after", "following"} and _is_of_two(event):
        return False
    within = bool(cases & ({"after", "during", "in", "following", "before", "at", "from", "on"} | meal))
    participates = syntax.lemma(verb) == "participate"
    attended = participates or ("at" in cases and construction.nature in ("summit", "meeting"))
    ends = verb.dep_ == "xcomp" and syntax.lemma(verb.head) in OUTCOMES and bool(cases & {"at", "during", "in"})
    if not (within or participates):
        return False
    of_verb = event.i == syntax.top_noun(event).i and event.head.i == verb.i
    together = construction.nature != "visit" and any(
        syntax.children(s, "conj") for s in syntax.children(verb, "nsubj")
    )
    with_another, opens = bool(syntax.obliques(event, "with")), verb.i > event.i
    there = opens or bool(cases & (SETTINGS | {"in"}))
    if of_verb and ((with_another and there) or (together and opens)):
        return True
    return construction.nature == "call" or attended or ends or syntax.lemma(verb) in REPORTING | BEING
