"""Whom "the two leaders" means: the last two of different sides, by name where they are told."""

import pytest

from transforms.language.parties.pairs import find_pair, is_anaphoric, is_numbered, number_of_persons
from transforms.language.parties.party import Party

BOTH = "Danish President Anna Berg and Italian President Luca Costa spoke in Rome."


@pytest.mark.parametrize(
    ("anaphoric", "words"),
    [
        (True, "the two leaders"), (True, "both sides"), (True, "the two countries"), (True, "the pair"),
        (True, "the two vice foreign ministers"), (True, "the two"), (True, "delegations of the two countries"),
        (True, "military commanders from both sides"), (False, "officials from both countries"),
        (False, "Danish officials"), (False, "the rebels"),
        (False, "senior leaders"), (False, "two Danish ministers from Oslo"), (False, ""),
    ],
)  # fmt: skip
def test_the_two_leaders_were_told_before(anaphoric: bool, words: str) -> None:
    assert is_anaphoric(words) is anaphoric


@pytest.mark.parametrize(
    ("meant", "text"),
    [
        (["Anna Berg", "Luca Costa"], f"{BOTH} The two leaders will meet again."),
        (["Anna Berg", "Luca Costa"], f"{BOTH} The two will meet again."),
        (["Anna Berg", "Luca Costa"], f"{BOTH} Rain fell. Both leaders will meet again."),
        (["Denmark", "Italy"], f"{BOTH} The two countries will hold talks."),
        (["Denmark", "Italy"], "Denmark and Italy agreed. The two sides will hold talks."),
        (["Anna Berg", "Luca Costa"], "President Anna Berg of Denmark spoke. It rained. President Luca Costa of Italy"
         " replied. It rained. It rained. It rained. The two leaders will meet again."),
        (["Anna Berg", "Luca Costa"], f"{BOTH} Berg met the premier of Norway. The two presidents will meet again."),
        (["Anna Berg", "Luca Costa"], "Prime Minister Anna Berg of Denmark met PM Luca Costa of Italy. She also met"
         " Speaker Kari Lie of Norway. The two prime ministers will meet again."),
        (["Denmark", "Italy"], "Danish Foreign Minister Anna Berg and Italian Foreign Minister Luca Costa spoke."
         " The two presidents will meet in May."),
        (["Anna Berg", "Luca Costa"], "Danish Foreign Minister Anna Berg and Italian Foreign Minister Luca Costa spoke."
         " The two foreign ministers will meet in May."),
        (["Anna Berg", "Luca Costa"], f"{BOTH} Premier Kari Lie of Norway received her two guests."),
        (["Anna Berg", "Luca Costa"], f"{BOTH} Premier Kari Lie of Norway received the two visitors."),
        ([], "The two leaders will meet again."),
        ([], "Danish President Anna Berg spoke. The two leaders will meet again."),
        (["Anna Berg", "Kari Lie"], f"{BOTH} Norwegian Premier Kari Lie and Berg left. The two leaders agreed."),
        (["Anna Berg", "Luca Costa"], f"{BOTH} Norwegian Premier Kari Lie said that the two leaders will meet."),
        (["Denmark", "Italy"], f"{BOTH} The two countries will hold talks with Norway."),
        (["Denmark", "Italy"], f"{BOTH} Denmark will host Italy in Chad. Delegations of the two countries met."),
        ([], "Denmark, Italy and Chad spoke. Delegations of the two countries met."),
        ([], "Danish President Anna Berg, Italian President Luca Costa and Norwegian Premier Kari Lie spoke in Rome."
         " The two leaders will meet again."),
    ],
)  # fmt: skip
def test_two_are_the_last_two_of_different_sides(parse, parties, meant: list[str], text: str) -> None:
    found = parties(text)
    (group,) = [party for party in found if party.kind == "group"]
    assert sorted(party.name for party in find_pair(parse(text), found, group)) == meant


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (2, "the two leaders"), (2, "the pair"), (2, "The two deputy ministers"), (3, "the three presidents"),
        (4, "four women"), (None, "the ministers"), (None, "the two countries"), (None, "the leaders"),
    ],
)  # fmt: skip
def test_words_tell_how_many_persons_they_mean(count: int | None, words: str) -> None:
    assert number_of_persons(words) == count


@pytest.mark.parametrize(
    ("numbered", "name"),
    [
        (True, "six parties"), (True, "five major powers"), (True, "the seven most advanced nations"),
        (False, "leaders of the seven nations"), (False, "several nations"), (False, "six envoys"),
    ],
)  # fmt: skip
def test_parties_can_be_told_by_their_number(numbered: bool, name: str) -> None:
    assert is_numbered(Party(0, 2, "group", name, named=False)) is numbered


def test_the_two_leaders_are_no_ministers_where_heads_of_two_states_were_told(told) -> None:
    heads = "Danish President Anna Berg and Italian President Luca Costa opened a fair in Oslo on Monday. "
    text = f"{heads}Trade Minister Karl Holm of Denmark and Trade Minister Rosa Lupo of Italy were there. The two "
    assert {p.name for p in told(f"{text}leaders met on Tuesday.")[-1].participants} == {"Anna Berg", "Luca Costa"}
    assert {p.name for p in told(f"{text}ministers met on Tuesday.")[-1].participants} == {"Karl Holm", "Rosa Lupo"}


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ({"Anna Berg", "Karl Holm"}, "Foreign Minister Anna Berg and Defence Minister Karl Holm flew to Rome. The two"),
        (
            {"Anna Berg", "Karl Holm", "Kari Lie"},
            "Foreign Minister Anna Berg, Defence Minister Karl Holm and envoy Kari Lie flew to Rome. The three",
        ),
    ],
)
def test_those_of_one_list_may_meet_another_together(told, names: set[str], text: str) -> None:
    (mention,) = told(f"Danish {text} also sat down with Italian Premier Luca Costa.")
    assert {p.name for p in mention.participants} == names | {"Luca Costa"}
