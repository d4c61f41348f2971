"""Whether two parties told at different places of a text can be one and the same."""

import pytest

from transforms.language.discourse.matching import are_of_one_side, can_be_one, is_sent_by
from transforms.language.parties.party import Party


def party(kind: str, name: str, country: str | None = None, title: str | None = None, *, named: bool = True) -> Party:
    return Party(0, 1, kind, name, title, country, named=named)


BERG = party("person", "Anna Berg", "DNK", "Foreign Minister")
DENMARK = party("government", "Denmark", "DNK")
MINISTER = party("person", "Danish foreign minister", "DNK", named=False)
OFFICIALS = party("group", "Danish officials", "DNK", named=False)
DELEGATION = party("group", "her delegation", "DNK", named=False)


@pytest.mark.parametrize(
    ("can", "one", "other"),
    [
        (True, BERG, DENMARK),
        (True, BERG, MINISTER),
        (True, MINISTER, OFFICIALS),
        (True, DENMARK, OFFICIALS),
        (True, MINISTER, party("person", "the foreign minister of Denmark", "DNK", named=False)),
        (False, BERG, OFFICIALS),
        (False, BERG, party("person", "Kari Lie", "DNK")),
        (False, BERG, party("person", "Danish president", "DNK", named=False)),
        (False, DENMARK, party("government", "Norway", "NOR")),
        (False, party("person", "Anna Berg"), party("group", "officials", named=False)),
    ],
)
def test_parties_of_one_side_can_be_one_unless_names_or_offices_differ(can: bool, one: Party, other: Party) -> None:
    assert can_be_one(one, other) is can


def test_whoever_came_to_see_officials_saw_one_of_them() -> None:
    assert are_of_one_side(BERG, OFFICIALS)
    assert not are_of_one_side(BERG, party("group", "Lao officials", "LAO", named=False))


def test_a_person_can_be_one_of_a_delegation_of_the_same_state() -> None:
    assert is_sent_by(BERG, DELEGATION)
    assert not is_sent_by(BERG, OFFICIALS)
    assert not is_sent_by(party("person", "Luca Costa", "ITA"), DELEGATION)
