"""How sure a row is: a logistic regression over what the text tells, fitted to texts that were read.

They are the halves read of the three golds, the articles to drill on, and seven lots of articles close to real news;
tests/test_quality.py measures it on the other halves.
"""

import math
from collections.abc import Sequence

from transforms.language import syntax
from transforms.language.event import Event

_INTERCEPT = 0.92
_SEVERAL_PERSONS = 0.76
_A_PAIR = 1.28
_NOBODY_NAMED = -1.11
_PERSONS_OF_ANOTHER = -1.69
_PLACED_OR_DATED = 1.06
_DECIDED = 0.41
_SETTING = -0.85


def confidence(event: Event, told: Sequence[Event]) -> float:
    """The probability, 0 to 1 and rounded to two places, that a careful reader finds this meeting in the text.

    told: all meetings that the text tells. One without a person of its own may be another once more.
    """
    persons = _persons(event)
    evidence = (
        _INTERCEPT
        + _SEVERAL_PERSONS * (len(persons) > 1)
        + _A_PAIR * (len(persons) == len(event.cast) == 2)
        + _NOBODY_NAMED * (not persons)
        + _PERSONS_OF_ANOTHER * any(persons and persons <= _persons(other) for other in told if other is not event)
        + _PLACED_OR_DATED * bool(event.place or event.date)
        + _DECIDED * (event.status in ("planned", "postponed", "cancelled", "refused"))
        + _SETTING * (event.first.pos_ == "NOUN" and bool(syntax.cases(event.first)))
    )
    return round(1 / (1 + math.exp(-evidence)), 2)


def _persons(event: Event) -> set[str]:
    return {party.name for party, _ in event.cast if party.kind == "person" and party.named}
