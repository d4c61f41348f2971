"""How sure a row is: a logistic regression over what the text tells, fitted to the halves read of the three golds.

On the other halves, of the rows with 0.9 and more 65 of 66, 205 of 225 and 21 of 21 were right (eval, plain, hard), of
those below 25 of 31, 42 of 64 and 10 of 17; tests/test_quality.py measures it again.
"""

import math

from transforms.language.event import Event
from transforms.language.standing import side_of

_INTERCEPT = 0.70
_TWO_NAMED_SIDES = 0.83
_NOBODY_NAMED = -1.52
_TOLD_BY_A_VERB = 0.74
_PLACED_OR_DATED = 1.10
_DECIDED = 0.70


def confidence(event: Event) -> float:
    """The probability, 0 to 1 and rounded to two places, that a careful reader finds this meeting in the text."""
    cast = [party for party, _ in event.cast]
    sides = {side_of(party) for party in cast if party.named} - {None}
    evidence = (
        _INTERCEPT
        + _TWO_NAMED_SIDES * (len(sides) > 1)
        + _NOBODY_NAMED * (not any(party.kind == "person" and party.named for party in cast))
        + _TOLD_BY_A_VERB * (event.first.pos_ == "VERB")
        + _PLACED_OR_DATED * bool(event.place or event.date)
        + _DECIDED * (event.status in ("planned", "postponed", "cancelled", "refused"))
    )
    return round(1 / (1 + math.exp(-evidence)), 2)
