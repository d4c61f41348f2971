"""Whose officer it is whom a text without a dateline leaves unmarked."""

import pytest

HOLM = "her Danish counterpart Lars Holm"


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("NOR", f"Norway and Denmark will trade more, Foreign Minister Anna Berg said after talks with {HOLM}."),
        ("NOR", f"Norway and Denmark have agreed.\nTrade Minister Anna Berg and {HOLM} signed it in Oslo."),
        ("NOR", f"Foreign Minister Anna Berg met {HOLM} and reaffirmed Norway's support for the plan."),
        ("NOR", f"Foreign Minister Anna Berg met {HOLM} on Monday, the ministry in Oslo said."),
        ("NOR", f"Foreign Minister Anna Berg met {HOLM}.\nThe relations between Norway and Denmark are good."),
        ("NOR", "The parliament of Norway met.\nForeign Minister Anna Berg of Norway left."),
        ("NOR", "Foreign Minister Anna Berg received the Danish Ambassador to Norway, Lars Holm."),
        (None, "Foreign Minister Anna Berg received the Danish Ambassador to NATO, Lars Holm."),
        (None, "Minister Anna Berg and the Danish Ambassador to Norway, Lars Holm, met Norwegian Premier Kari Lie."),
        (None, "Foreign Minister Anna Berg left.\nThe Danish Ambassador to Norway, Lars Holm, spoke."),
        (None, f"Norway, Sweden and Denmark will trade more, Minister Anna Berg said after talks with {HOLM}."),
        (None, f"Foreign Minister Anna Berg met {HOLM} to discuss Norway."),
        (None, f"Foreign Minister Anna Berg met {HOLM}, who praised Norway's commitment."),
        (None, f"Foreign Minister Anna Berg met {HOLM}.\nThe war between Norway and Denmark goes on."),
        (None, "Foreign Minister Anna Berg reaffirmed Norway's support."),
        (None, f"Anna Berg met {HOLM} and reaffirmed Norway's support for the plan."),
    ],
)
def test_an_unmarked_officer_is_of_the_state_that_the_text_pairs_with_the_others(parties, country, text: str) -> None:
    assert {party.country for party in parties(text) if party.name == "Anna Berg"} == {country}
