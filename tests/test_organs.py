"""Bodies in which states sit together meet by themselves; bodies of one state do not."""

import pytest


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "GCC Ministerial Council",
            "The GCC Ministerial Council will convene an extraordinary session in Doha tonight.",
        ),
        ("Arab League Council", "The Arab League Council convened in Cairo on Monday."),
        ("African Union Peace and Security Council", "The African Union Peace and Security Council met on Monday."),
        ("ECOWAS Authority of Heads of State", "The ECOWAS Authority of Heads of State will meet in Abuja on Sunday."),
        ("Permanent Council of the OAS", "The Permanent Council of the OAS met in Washington on Monday."),
        ("General Border Committee", "The General Border Committee is to meet in Oslo on 4 August."),
        ("Joint Military Commission", "The Joint Military Commission met in Oslo on Monday."),
    ],
)
def test_a_body_of_states_meets(told, name: str, text: str) -> None:
    (mention,) = told(text)
    assert [(p.name, p.kind, p.country) for p in mention.participants] == [(name, "organisation", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Boundary Committee of Denmark and Italy will meet in Oslo in June.",
        "The second session of the Joint Commission on Fisheries between Denmark and Italy was held in Oslo on Monday.",
        "The Danish-Italian Joint Commission met in Oslo on Monday.",
        "The Joint Economic Committee of Denmark and Italy met in Oslo on Monday.",
    ],
)
def test_of_the_joint_body_of_two_the_two_are_told(told, text: str) -> None:
    (mention,) = told(text)
    assert {p.name for p in mention.participants} == {"Denmark", "Italy"}


def test_an_organisation_can_be_one_of_the_two(told) -> None:
    (mention,) = told("The EU-Armenia Partnership Council met in Brussels on Monday.")
    assert {p.name for p in mention.participants} == {"EU", "Armenia"}


def test_a_body_of_states_is_met_received_and_told_beside_other_meetings(told) -> None:
    text = (
        "Danish Premier Anna Berg met the AU Peace and Security Council in Addis Ababa on Monday. "
        "Italy will host the General Border Committee in Rome on Friday."
    )
    assert [{p.name for p in mention.participants} for mention in told(text)] == [
        {"Anna Berg", "AU Peace and Security Council"},
        {"Italy", "General Border Committee"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The National Security Council met in Ankara on Monday.",
        "The Council of Ministers met in Rome on Monday.",
        "The Senate Foreign Relations Committee will meet on Tuesday.",
        "The Joint Chiefs of Staff Committee met on Monday.",
        "The Joint Economic Committee will meet on Tuesday.",
        "The Joint Parliamentary Committee met in Delhi on Monday.",
    ],
)
def test_a_body_of_one_state_does_not_meet_another(told, text: str) -> None:
    assert told(text) == []


def test_who_holds_an_office_of_a_body_is_no_body(told) -> None:
    text = "Danish Premier Anna Berg met the chairperson of the Commission of the African Union, Luca Costa, on Monday."
    (mention,) = told(text)
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}
