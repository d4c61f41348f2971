"""Whom "she" and "he" can mean."""

import pytest

from transforms.language.parties.genders import can_mean
from transforms.language.parties.party import Party


@pytest.mark.parametrize(
    ("meant", "pronoun", "name", "title"),
    [
        (True, "she", "Anna Berg", None),
        (False, "he", "Anna Berg", None),
        (False, "Her", "Karl Berg", None),
        (True, "his", "Karl Berg", None),
        (False, "he", "Berg", "Queen"),
        (False, "she", "Robin Berg", "Mr"),
        (True, "she", "Robin Berg", "premier"),
        (True, "they", "Karl Berg", None),
        (True, "she", "Karl", None),
    ],
)
def test_a_pronoun_can_mean_whom_title_and_given_name_allow(
    meant: bool, pronoun: str, name: str, title: str | None
) -> None:
    assert can_mean(pronoun, Party(0, 1, "person", name, title)) is meant


def test_a_group_has_no_gender() -> None:
    assert can_mean("she", Party(0, 1, "group", "Karl Marx fans"))


def test_she_is_whom_the_text_names_so(told) -> None:
    text = (
        "Danish Premier Anna Berg received Thai Premier Karl Dee. In May she will meet Lao Premier Luca Costa in Rome."
    )
    assert {p.name for p in told(text)[-1].participants} == {"Anna Berg", "Luca Costa"}
