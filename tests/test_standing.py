"""What a party is by its words: its side, and whether it is of many states, two statesmen, or rebels."""

import pytest

from transforms.language.parties.party import Party
from transforms.language.parties.standing import (
    is_in_office,
    is_multinational,
    is_rebel,
    is_regional,
    is_two_persons,
    side_of,
)


def group(name: str, country: str | None = None) -> Party:
    return Party(0, 1, "group", name, country=country, named=False)


@pytest.mark.parametrize(
    ("side", "party"),
    [
        ("DNK", Party(0, 1, "person", "Anna Berg", country="DNK")),
        ("North Atlantic Treaty Organization", Party(0, 1, "person", "Karl Holm", organisation="NATO")),
        ("North Atlantic Treaty Organization", Party(0, 1, "organisation", "NATO")),
        ("DNK", Party(0, 1, "government", "Denmark", country="DNK")),
        (None, Party(0, 1, "person", "Karl Holm", "President")),
        (None, Party(0, 1, "group", "senior officials", named=False)),
    ],
)
def test_a_party_stands_for_its_state_or_organisation(side: str | None, party: Party) -> None:
    assert side_of(party) == side


def test_an_organisation_and_its_delegation_stand_for_itself() -> None:
    taliban = side_of(Party(0, 1, "group", "a Taliban delegation", named=False))
    assert taliban is not None
    assert taliban == side_of(Party(0, 1, "organisation", "Taliban"))


@pytest.mark.parametrize(
    ("many", "name"),
    [
        (True, "the Europeans"),
        (True, "European leaders"),
        (True, "EU members"),
        (False, "party members"),
        (True, "officials from three former Soviet republics"),
        (True, "30 heads of state"),
        (True, "delegates from more than 20 Pacific countries"),
        (True, "leaders of the 27-member bloc"),
        (True, "the 15-member council"),
        (False, "African American leaders"),
        (False, "local leaders"),
        (False, "European farmers"),
    ],
)
def test_a_group_of_several_states_stands_for_many(many: bool, name: str) -> None:
    assert is_multinational(group(name)) is many


@pytest.mark.parametrize(("two", "name"), [(True, "the two leaders"), (False, "both sides"), (False, "two farmers")])
def test_two_statesmen_are_told_by_a_word(two: bool, name: str) -> None:
    assert is_two_persons(group(name)) is two


@pytest.mark.parametrize(("rebel", "title"), [(True, "the rebel chief"), (False, "the fire chief"), (False, None)])
def test_a_rebel_is_told_by_his_title(rebel: bool, title: str | None) -> None:
    assert is_rebel(Party(0, 1, "person", "Luca Costa", title)) is rebel


@pytest.mark.parametrize(
    ("rebel", "name"),
    [(True, "the rebels"), (True, "rebel leaders"), (True, "Thai militants"), (False, "farmers")],
)
def test_rebels_are_told_by_a_word(rebel: bool, name: str) -> None:
    assert is_rebel(group(name)) is rebel


@pytest.mark.parametrize(("regional", "name"), [(True, "the three European powers"), (False, "the three powers")])
def test_a_region_is_told_by_a_word(regional: bool, name: str) -> None:
    assert is_regional(group(name)) is regional


def test_a_government_and_a_president_are_in_office() -> None:
    assert is_in_office(Party(0, 1, "government", "the government"))
    assert is_in_office(Party(0, 1, "person", "the president", "the president", named=False))
    assert not is_in_office(group("farmers"))


def test_the_leaders_of_a_bloc_are_of_several_states(told) -> None:
    (mention,) = told("The leaders of the bloc are to meet in Abuja on Sunday.")
    assert [p.name for p in mention.participants] == ["leaders of the bloc"]
    assert told("The leaders of the village are to meet in Abuja on Sunday.") == []


def test_turkish_cypriots_are_another_side_than_the_republic(told) -> None:
    (mention,) = told("Cypriot President Nicos Petrou met Turkish Cypriot leader Mustafa Kaya in Nicosia on Monday.")
    assert [(p.name, p.country) for p in mention.participants] == [("Nicos Petrou", "CYP"), ("Mustafa Kaya", None)]
    assert told("Cypriot President Nicos Petrou met Greek Cypriot leader Mustafa Kaya in Nicosia on Monday.") == []


@pytest.mark.parametrize("states", ["14 Arab and Asian countries", "more than 30 South Asian and Caribbean countries"])
def test_officials_of_several_regions_are_one_party(told, states: str) -> None:
    (mention,) = told(f"Officials from {states} met in Oslo.", title="News")
    assert [p.name for p in mention.participants] == [f"Officials from {states}"]


@pytest.mark.parametrize(
    ("rebel", "name"),
    [
        (True, "People's Liberation Front"),
        (True, "Justice and Freedom Movement"),
        (True, "Northern Resistance Army"),
        (True, "Front for the Liberation of the Coast"),
        (False, "National Front"),
        (False, "Liberation Day Committee"),
        (False, "Salvation Army"),
    ],
)
def test_a_movement_in_arms_is_told_by_its_name(rebel: bool, name: str) -> None:
    assert is_rebel(Party(0, 1, "organisation", name)) == rebel


def test_a_state_and_a_movement_in_arms_meet(told) -> None:
    text = "The government of Laos and the People's Liberation Front held talks in Oslo on Monday."
    assert [len(m.participants) for m in told(text, title="News")] == [2]


def test_ministers_of_a_region_are_of_no_state(told) -> None:
    text = "Danish Premier Anna Berg arrived in Ohrid on Monday for a meeting of the Southeast Europe Trade Ministers."
    (mention,) = told(text, title="News")
    assert {p.country for p in mention.participants} == {None, "DNK"}
