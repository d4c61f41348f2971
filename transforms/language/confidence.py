"""How sure a row is: a logistic regression over what the text tells, fitted to texts that were read.

They are the halves read of the three golds, the articles to drill on, and seven lots of articles close to real news;
tests/test_quality.py measures it on the other halves.
"""

import math
from collections.abc import Sequence

from transforms.language.events.directions import UNDONE
from transforms.language.events.event import Event
from transforms.language.grammar import syntax

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
    persons = _names(event)
    of_another = any(persons and persons <= _names(other) for other in told if other is not event)
    evidence = (
        _INTERCEPT
        + _SEVERAL_PERSONS * (len(persons) > 1)
        + _A_PAIR * (len(persons) == len(event.cast) == 2)
        + _NOBODY_NAMED * (not persons)
        + _PERSONS_OF_ANOTHER * of_another
        + _PLACED_OR_DATED * bool(event.place or event.date)
        + _DECIDED * (event.status in UNDONE | {"planned"})
        + _SETTING * (event.first.pos_ == "NOUN" and bool(syntax.cases(event.first)))
    )
    return round(1 / (1 + math.exp(-evidence)), 2)


def _names(event: Event) -> set[str]:
    return {person.name for person in event.persons}
