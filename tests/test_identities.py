"""One person under one name, and whom each stands for."""

import pytest

from transforms.language.parties.identities import (
    resolve_names,
    trim_headline_names,
    with_allegiance,
)
from transforms.language.parties.party import Party


def person(name: str, title: str | None = None, country: str | None = None) -> Party:
    return Party(0, 1, "person", name, title, country)


ANNA = person("Anna Berg", "President", "DNK")


@pytest.mark.parametrize(
    ("named", "resolved"),
    [
        (["Anna Berg", "Berg"], ["Anna Berg", "Anna Berg"]),
        (["Berg", "Anna Berg"], ["Anna Berg", "Anna Berg"]),
        (["Anna Berg", "Anna Maria Berg"], ["Anna Maria Berg", "Anna Maria Berg"]),
        (["Min Soo-jin", "Min"], ["Min Soo-jin", "Min Soo-jin"]),
        (["Łukasz Żak", "Zak"], ["Łukasz Żak", "Łukasz Żak"]),
        (["Anna Berg", "Karl Berg", "Berg"], ["Anna Berg", "Karl Berg", "Karl Berg"]),
        (["Anna Berg", "Costa"], ["Anna Berg", "Costa"]),
        (["Jokowi", "Joko Widodo"], ["Joko Widodo", "Joko Widodo"]),
        (["Jokowi", "Anna Berg"], ["Jokowi", "Anna Berg"]),
        (["A. Berg", "Anna Berg"], ["Anna Berg", "Anna Berg"]),
        (["A.Berg", "Anna Berg"], ["Anna Berg", "Anna Berg"]),
        (["A. Berg", "Anna Maria Berg"], ["Anna Maria Berg", "Anna Maria Berg"]),
        (["B. Berg", "Anna Berg"], ["B. Berg", "Anna Berg"]),
        (["A. Berg", "Anna Costa"], ["A. Berg", "Anna Costa"]),
        (["Ali bin Said", "Karim bin Ali bin Said"], ["Ali bin Said", "Karim bin Ali bin Said"]),
        (["Karim bin Ali Said", "Karim bin Ali"], ["Karim bin Ali Said", "Karim bin Ali Said"]),
        (["Bergman Olsen", "Berg"], ["Bergman Olsen", "Berg"]),
        (["Anna Berg", "Karl Berg"], ["Anna Berg", "Karl Berg"]),
    ],
)
def test_a_short_name_joins_the_full_one_that_has_all_its_words(named: list[str], resolved: list[str]) -> None:
    assert [party.name for party in resolve_names([person(name) for name in named])] == resolved


@pytest.mark.parametrize(
    ("name", "title"), [("Karl Berg", "President"), ("Karl Berg", "the President"), ("Anna Berg", "First Lady")]
)
def test_a_surname_of_two_is_borne_by_the_one_of_its_title(name: str, title: str) -> None:
    two = [person("Karl Berg", "President"), person("Anna Berg", "First Lady")]
    assert resolve_names([*two, person("Berg", title)])[2].name == name


def test_the_spouse_of_a_head_of_state_is_not_meant_by_his_title() -> None:
    assert resolve_names([person("Anna Berg", "First Lady"), person("Berg", "President")])[1].name == "Berg"


def test_a_name_is_spelled_in_one_way() -> None:
    named = resolve_names([person("Luca A. Costa, Jr."), person("Luca A Costa Jr")])
    assert [party.name for party in named] == ["Luca A. Costa, Jr."] * 2


def test_title_and_country_hold_for_every_naming() -> None:
    resolved = resolve_names([person("Berg"), ANNA, person("Berg")])
    assert {(party.name, party.title, party.country) for party in resolved} == {("Anna Berg", "President", "DNK")}


def test_what_a_naming_tells_itself_stands() -> None:
    resolved = resolve_names([person("Anna Berg", "President"), person("Berg", "Premier")])
    assert [party.title for party in resolved] == ["President", "Premier"]


def test_governments_keep_their_names() -> None:
    denmark = Party(0, 1, "government", "Denmark", country="DNK")
    assert resolve_names([denmark, person("Anna Denmark")])[0] == denmark


@pytest.mark.parametrize(
    ("trimmed", "name", "text"),
    [
        ("Anna Berg", "Anna Berg Meets", "Anna Berg Meets Guest\nShe meets him in Oslo."),
        ("Anna Berg", "Anna Berg Meets Guest", "Anna Berg Meets Guest\nShe meets a guest in Oslo."),
        ("Anna Berg Meets", "Anna Berg Meets", "Anna Berg Meets Guest\nShe saw him in Oslo."),
        ("Anna Berg Meets", "Anna Berg Meets", "Anna Berg Meets a guest.\nShe meets him in Oslo."),
        ("Anna Berg", "Anna Berg", "Anna Berg Meets Guest\nShe meets him in Oslo."),
        ("Meets", "Meets", "Meets Guest\nShe meets him in Oslo."),
    ],
)
def test_a_name_of_a_headline_ends_before_words_that_are_written_small_elsewhere(
    parse, trimmed: str, name: str, text: str
) -> None:
    (party,) = trim_headline_names(parse(text), [Party(0, len(name.split()), "person", name)])
    assert party.name == trimmed


@pytest.mark.parametrize(
    ("named", "headline"), [("Anna Berg", "Anna Berg Travels"), ("Anna Berg", "Berg Meetings"), ("Anna Lunch", "Lunch")]
)
def test_a_word_of_meeting_is_no_part_of_a_name_that_stands_elsewhere_without_it(
    parse, named: str, headline: str
) -> None:
    doc = parse(f"{headline} to Oslo\n{named} left.")
    first, _ = trim_headline_names(doc, [person(headline), person(named)])
    assert first.name in named


def test_a_name_of_a_headline_has_no_words_more_than_in_sentences(parse) -> None:
    doc = parse("Denmark: President Anna Berg Already in Rome\nAnna Berg left.")
    names = [Party(3, 6, "person", "Anna Berg Already"), Party(9, 11, "person", "Anna Berg")]
    assert [party.name for party in trim_headline_names(doc, names)] == ["Anna Berg", "Anna Berg"]


def test_what_a_headline_tells_is_done_is_no_name(parties) -> None:
    assert [p for p in parties("Thai, Indian Foreign Ministers Hold Talks In Rome") if p.kind == "person"] == []


def test_only_names_of_persons_are_trimmed(parse) -> None:
    doc = parse("Arctic Council Meets\nIt meets in Oslo.")
    council = Party(0, 3, "organisation", "Arctic Council Meets")
    assert trim_headline_names(doc, [council]) == [council]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("USA", "Defense Secretary Karl Holm left on Monday. The White House confirmed it."),
        (None, "Defense Secretary Karl Holm left on Monday. The White House and the Kremlin confirmed it."),
    ],
)
def test_an_unmarked_secretary_is_of_the_home_country(parties, country: str | None, text: str) -> None:
    assert parties(text)[0].country == country


def test_a_leader_the_dictionary_knows_stands_for_his_country() -> None:
    assert with_allegiance(person("Emmanuel Macron", "President"), 2023).country == "FRA"
    assert with_allegiance(person("Emmanuel Macron", "President", "DNK"), 2023).country == "DNK"
    assert with_allegiance(person("Anna Berg", "President"), 2023).country is None


@pytest.mark.parametrize(
    ("short", "name", "same"),
    [
        ("Joe Berg", "Joseph R. Berg, Jr.", True),
        ("Bill Berg", "William J. Berg", True),
        ("Joe Berg", "James R. Berg", False),
        ("Joe Berg", "Joseph R. Costa", False),
    ],
)
def test_a_short_form_is_its_given_name(short: str, name: str, same: bool) -> None:
    assert ({party.name for party in resolve_names([person(short), person(name)])} == {name}) is same


@pytest.mark.parametrize("name", ["Strategic Dialogue", "Arctic Summit", "Security Dialogue"])
def test_an_event_by_name_is_no_party(parties, name: str) -> None:
    told = [party.name for party in parties(f"Danish Premier Anna Berg welcomed the {name} in Oslo.")]
    assert not [party for party in told if name.split()[-1] in party]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ({"Omar bin Rashid"}, "Sheikh Omar bin Rashid spoke on Monday. On Tuesday Sheikh bin Rashid left."),
        ({"Omar bin Rashid", "Rashid"}, "King Rashid spoke on Monday, Crown Prince Omar bin Rashid on Tuesday."),
        ({"Omar bin Rashid", "Ali bin Omar"}, "Omar bin Rashid spoke on Monday. On Tuesday Ali bin Omar left."),
    ],
)
def test_a_name_that_begins_with_the_word_for_a_son_is_short_for_the_whole(parties, names: set[str], text: str) -> None:
    assert {party.name for party in parties(text) if party.kind == "person"} == names
