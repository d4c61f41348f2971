"""Whom a person is with or speaks for, told behind the name."""

import pytest

from transforms.language import nlp
from transforms.language.mentions import read_events


def cast(text: str) -> list[tuple[str, str | None]]:
    """The parties of the first meeting of a text, with their countries."""
    return [(party.name, party.country) for party, _ in read_events(nlp.read(nlp.load(), text))[0].cast]


@pytest.mark.parametrize(
    ("parties", "text"),
    [
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "The talks were led by Director Anna Berg, Danish Ministry of Trade, and Director Luca Costa, Italian Bureau "
         "of Fisheries."),
        ([("Anna Berg", "DNK"), ("Jan Kowal", "POL"), ("Kari Lie", "NOR")],
         "Danish Premier Anna Berg met Polish Minister Jan Kowal, representing the OSCE chair, and Norwegian envoy "
         "Kari Lie."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA"), ("Bakers Union", None)],
         "Danish Premier Anna Berg met Italian Premier Luca Costa, the Bakers Union, and others."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA"), ("NATO", None)],
         "Danish Premier Anna Berg met Italian Premier Luca Costa, NATO, and others."),
    ],
)  # fmt: skip
def test_a_body_behind_a_name_is_no_party_of_its_own(parties: list[tuple[str, str | None]], text: str) -> None:
    assert cast(text) == parties


def test_an_adviser_is_named_behind_whom_he_serves() -> None:
    text = "Danish Premier Anna Berg met with Diplomatic Advisor to Thai Premier Somchai Dee, Chai Wong, on Monday."
    assert cast(text) == [("Anna Berg", "DNK"), ("Chai Wong", "THA")]
