"""Whom "she" and "he" can mean, as a person's title or given name tells."""

from functools import cache
from typing import Literal

from transforms.language.lexicon import gazetteers
from transforms.language.parties.party import Party

Gender = Literal["he", "she"]
PRONOUNS: dict[str, Gender] = {"she": "she", "her": "she", "hers": "she", "he": "he", "him": "he", "his": "he"}
_WOMEN = frozenset("mrs ms miss madam madame dame queen princess sheikha lady baroness duchess empress".split())
_MEN = frozenset("mr sir king prince emir amir sultan emperor baron duke ayatollah pope cardinal".split())


def can_mean(pronoun: str, party: Party) -> bool:
    """Can the pronoun stand for the party? Where neither a title nor a given name tells, it can."""
    told = PRONOUNS.get(pronoun.lower())
    return told is None or party.kind != "person" or _gender(party) in (None, told)


def _gender(person: Party) -> Gender | None:
    titles = set(gazetteers.fold(person.title or "").split())
    if titles & (_WOMEN | _MEN):
        return "she" if titles & _WOMEN else "he"
    given = gazetteers.fold(person.name).split()[0] if person.named and " " in person.name else ""
    return _given_names().get(given)


@cache
def _given_names() -> dict[str, Gender]:
    """The pronoun for the bearer of a given name."""
    return {name: PRONOUNS[pronoun] for (pronoun,), names in gazetteers.rows("genders.tsv") for name in names}
