"""A party where the text names or describes it."""

import re
from dataclasses import dataclass

from schemas.mention import Kind


@dataclass(frozen=True, slots=True)
class Party:
    """One party where the text names it: doc[start:end], its head among them.

    name: a person's name without title, else the words; named: whether it bears a name of its own.
    country: ISO 3166-1 alpha-3 of whom it stands for; organisation: the short name of the one it speaks for.
    """

    start: int
    end: int
    kind: Kind
    name: str
    title: str | None = None
    country: str | None = None
    organisation: str | None = None
    named: bool = True
    relational: bool = False


def without_article(words: str) -> str:
    """A description without the article or possessive it begins with."""
    return re.sub(r"^(?:the|a|an|his|her|its|their|our|some|other)\s+", "", words, flags=re.IGNORECASE)
