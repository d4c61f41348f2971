"""Who takes part, each once."""

import pytest

from schemas.mention import Role
from transforms.language.discourse.casts import distinct, is_same_party, without_bodies, without_company
from transforms.language.parties.party import Party

ANNA = Party(0, 1, "person", "Anna Berg", "President", "DNK")
LUCA = Party(2, 3, "person", "Luca Costa", "President", "ITA")
DENMARK = Party(4, 5, "government", "Denmark", country="DNK")
RED_CROSS = Party(4, 5, "organisation", "Red Cross")
BOTH = Party(6, 8, "group", "the two leaders", named=False)
MINISTRY = Party(9, 10, "organisation", "Foreign Ministry")
ASEAN = Party(9, 10, "organisation", "ASEAN")
MINISTERS = Party(11, 13, "group", "ASEAN ministers", named=False)
LONG_MINISTERS = Party(20, 28, "group", "ministers of the Association of Southeast Asian Nations", named=False)
OFFICIALS = Party(30, 32, "group", "ASEAN officials", named=False)
ATTENDEE: Role = "attendee"


@pytest.mark.parametrize(
    ("kept", "cast"),
    [
        ([ANNA, LUCA], [ANNA, LUCA, ANNA]),
        ([ANNA, LUCA], [ANNA, LUCA, DENMARK]),
        ([DENMARK, LUCA], [DENMARK, LUCA]),
        ([ANNA], [ANNA, Party(6, 8, "person", "the guest", named=False)]),
        ([ANNA, LUCA], [ANNA, LUCA, BOTH]),
        ([ANNA, RED_CROSS], [ANNA, RED_CROSS]),
        ([BOTH], [BOTH]),
        ([ANNA, LUCA], [ANNA, LUCA, Party(0, 2, "group", "the interior ministers", named=False)]),
        ([ANNA, MINISTERS], [ANNA, MINISTERS, LONG_MINISTERS]),
        ([ANNA, MINISTERS, OFFICIALS], [ANNA, MINISTERS, OFFICIALS]),
        ([], []),
    ],
)
def test_a_cast_has_each_party_once_and_no_government_beside_its_minister(kept: list, cast: list) -> None:
    assert [party for party, _ in distinct([(party, ATTENDEE) for party in cast])] == kept


@pytest.mark.parametrize(
    ("kept", "cast"),
    [
        ([ANNA, MINISTERS], [ANNA, MINISTERS, ASEAN]),
        ([ANNA, ASEAN], [ANNA, ASEAN]),
        ([ANNA, LUCA], [ANNA, LUCA, MINISTRY]),
        ([ANNA, MINISTRY], [ANNA, MINISTRY]),
    ],
)
def test_an_organisation_is_not_named_beside_its_ministers_nor_a_ministry_beside_two_sides(
    kept: list, cast: list
) -> None:
    assert [party for party, _ in without_bodies([(party, ATTENDEE) for party in cast])] == kept


@pytest.mark.parametrize(
    ("same", "one", "other"),
    [
        (True, ANNA, Party(9, 10, "person", "Anna Berg", None, "DNK")),
        (True, DENMARK, Party(9, 10, "government", "Kingdom of Denmark", country="DNK")),
        (True, Party(0, 1, "group", "the rebels"), Party(9, 10, "group", "rebels")),
        (True, Party(0, 2, "group", "Thai diplomats", country="THA", named=False),
         Party(5, 9, "group", "senior diplomats of Thailand", country="THA", named=False)),
        (False, Party(0, 2, "group", "Thai diplomats", country="THA", named=False),
         Party(5, 9, "group", "Thai ministers", country="THA", named=False)),
        (False, ANNA, LUCA),
        (False, ANNA, DENMARK),
        (False, Party(0, 1, "group", "officials", country="DNK"), Party(0, 1, "group", "officials", country="ITA")),
    ],
)  # fmt: skip
def test_parties_are_the_same_by_kind_name_and_country(same: bool, one: Party, other: Party) -> None:
    assert is_same_party(one, other) is same
    assert is_same_party(other, one) is same


@pytest.mark.parametrize(
    ("names", "told_later"),
    [
        (
            {"Anna Berg", "Luca Costa"},
            "The Danish delegation was led by Anna Berg and the Italian side was headed by Luca Costa.",
        ),
        (
            {"Anna Berg", "Luca Costa"},
            "Anna Berg led the Danish delegation, and Luca Costa led the Italian delegation.",
        ),
        ({"Anna Berg", "Italy"}, "The Danish delegation was led by Anna Berg."),
        ({"Denmark", "Italy"}, "A Danish delegation was led by Anna Berg."),
        ({"Denmark", "Italy"}, "The meeting ended on Monday."),
    ],
)
def test_who_leads_a_delegation_to_the_talks_stands_for_it(told, names: set[str], told_later: str) -> None:
    (mention,) = told(f"Denmark and Italy held talks in Rome on Monday.\n{told_later}")
    assert {participant.name for participant in mention.participants} == names


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (
            {"Anna Berg", "Luca Costa"},
            "Danish Minister Anna Berg and Italian Minister Luca Costa co-chaired the fifth session of the Joint "
            "Commission in Oslo.",
        ),
        (
            {"Anna Berg", "Luca Costa"},
            "Danish Premier Anna Berg and Italian Premier Luca Costa had lunch with their delegations.",
        ),
        (
            {"Anna Berg", "Luca Costa"},
            "Danish Premier Anna Berg and Italian Premier Luca Costa met in Oslo in May during the NATO summit.",
        ),
        (
            {"Anna Berg", "members of the OECD"},
            "Danish Premier Anna Berg met members of the OECD in Oslo on Monday.",
        ),
    ],
)
def test_bodies_of_the_parties_and_whom_they_bring_are_no_parties(told, names: set[str], text: str) -> None:
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == names


@pytest.mark.parametrize(
    ("is_there", "group"),
    [(False, "heads of state"), (True, "other heads of state"), (True, "rebels"), (False, "their delegations")],
)
def test_a_group_that_those_named_make_up_is_none(is_there: bool, group: str) -> None:
    named = [Party(n, n + 1, "person", name, country=code) for n, (name, code) in enumerate(
        [("Anna Berg", "DNK"), ("Luca Costa", "ITA"), ("Kari Lie", "NOR")]
    )]  # fmt: skip
    told = Party(9, 10, "group", group, named=False)
    cast = without_company([(party, ATTENDEE) for party in (*named, told)])
    assert (told in [party for party, _ in cast]) == is_there


def test_parties_that_are_named_are_not_counted_as_well(told) -> None:
    text = "The three-party talks, which involve Norway, Sweden and Denmark, will resume on Monday."
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Norway", "Sweden", "Denmark"}
