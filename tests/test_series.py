"""Rounds of talks that a text tells beside its own."""

import pytest

TALKS = "Danish and Norwegian officials held talks in Oslo on Monday.\nIt rained.\n"


@pytest.mark.parametrize(
    ("status", "day", "text"),
    [
        ("planned", "June", "The next session will be held in Copenhagen in June."),
        ("held", "April", "The 11th session was held in Copenhagen in April."),
        ("planned", "June", "The next round will begin in Copenhagen in June."),
        ("planned", "June", "The next round is expected to be held in Copenhagen in June."),
        ("held", "April", "The previous summit was hosted by Denmark in Copenhagen in April."),
        ("held", "April", "The talks were last held in Copenhagen in April."),
        ("held", "April", "The second round of the BCM was held in Copenhagen in April."),
        ("planned", "June", "The two sides agreed to hold the next round of talks in Copenhagen in June."),
    ],
)
def test_another_round_has_the_sides_of_the_one_that_the_text_is_about(told, status: str, day: str, text: str) -> None:
    _, mention = told(TALKS + text)
    assert sorted(p.country for p in mention.participants) == ["DNK", "NOR"]
    assert (mention.status, mention.city, f"{mention.date_start:%B}") == (status, "Copenhagen", day)


def test_another_meeting_may_be_of_the_same_group(told) -> None:
    group = "Leaders of Central Asian states met in Oslo on Friday.\n"
    first = told(f"{group}It rained.\nThe first such meeting took place in Copenhagen in March 2018.")[-1]
    assert ([p.name for p in first.participants], first.city) == (["Leaders of Central Asian states"], "Copenhagen")


def test_a_first_visit_is_no_round_of_talks(told) -> None:
    text = (
        "Danish Premier Anna Berg and Italian President Luca Costa held talks in Rome on Monday.\nUnlike others, Costa "
    )
    met = told(f"{text}had chosen Laos, where he met President Som Dee in January, for his first trips abroad.")[-1]
    assert {p.name for p in met.participants} == {"Luca Costa", "Som Dee"}


@pytest.mark.parametrize(
    "text",
    [
        "The session will be held in June.",
        "The next round will be difficult.",
        "The Second Copenhagen Conference will be held in June.",
        "She won the next round of the election in June.",
    ],
)
def test_no_round_is_told_without_its_place_in_a_series_and_a_day_or_a_town(told, text: str) -> None:
    assert len(told(TALKS + text)) == 1


@pytest.mark.parametrize(
    "text", ["The commission last met in Rome in May.", "The joint committee will next meet in Rome in May."]
)
def test_a_joint_body_that_met_before_is_of_the_same_states(told, text: str) -> None:
    assert {p.name for p in told(TALKS + text)[-1].participants} == {"Denmark", "Norway"}


def test_a_cabinet_that_met_before_is_of_no_other_state(told) -> None:
    assert len(told(TALKS + "The Danish cabinet last met in Rome in May.")) == 1


def test_a_round_alone_has_no_sides(told) -> None:
    assert told("It rained.\nThe next round will begin in Copenhagen in June.") == []


def test_who_led_delegations_to_one_round_did_not_lead_them_to_another(told) -> None:
    text = (
        "Denmark and Italy held the fourth round of talks in Oslo on Monday.\nThe Danish delegation was led by Anna "
        "Berg and the Italian delegation by Luca Costa.\nThe third round was held in Rome in April."
    )
    assert [sorted(p.name for p in mention.participants) for mention in told(text)] == [
        ["Anna Berg", "Luca Costa"],
        ["Denmark", "Italy"],
    ]


def test_officers_told_with_their_states_hold_their_own_round(told) -> None:
    _, mention = told(
        TALKS + "The next meeting of the trade ministers of the two countries will be held in Rome in June."
    )
    assert [p.name for p in mention.participants] == ["trade ministers of the two countries"]


def test_the_leaders_of_the_two_countries_are_those_of_the_meeting_told(told) -> None:
    text = (
        "Danish President Anna Berg and Italian President Luca Costa sat down for talks on Monday, the first meeting "
        "between leaders of the two countries in ten years."
    )
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    ("status", "city", "text"),
    [
        ("held", "Copenhagen", "The previous round, held in Copenhagen in April, collapsed."),
        ("held", "Copenhagen", "The last one took place in Copenhagen in April."),
        ("planned", "Copenhagen", "The next one will be held in Copenhagen in June."),
        ("postponed", None, "A second round fixed for June has been put off."),
        ("planned", "Copenhagen", "The second will be organised in Copenhagen in June."),
        ("planned", "Copenhagen", "The talks resume in Copenhagen on June 5."),
        ("planned", "Copenhagen", "The negotiations will reconvene in Copenhagen in June."),
        ("cancelled", None, "A third round of talks that was slated for April 17 did not take place."),
    ],
)
def test_a_round_may_be_told_by_its_fate_or_its_number(told, status: str, city: str | None, text: str) -> None:
    _, mention = told(TALKS + text)
    assert sorted(p.country for p in mention.participants) == ["DNK", "NOR"]
    assert (mention.status, mention.city) == (status, city)


def test_rebels_are_a_side_of_their_next_round_too(told) -> None:
    text = "The government of Laos and the rebels held talks in Oslo on Monday.\nA fourth round is expected in June."
    assert [[p.name for p in m.participants] for m in told(text)][1] == ["Laos", "rebels"]


def test_the_group_that_the_text_tells_most_of_has_the_next_meeting(told) -> None:
    group = "Leaders of Central Asian states met in Oslo on Friday.\nThe leaders spoke for two hours at the meeting.\n"
    other = "Norwegian Premier Kari Lie met Italian President Luca Costa on Sunday.\n"
    found = told(f"{group}{other}The third meeting will be held in Copenhagen in June.")[-1]
    assert [p.name for p in found.participants] == ["Leaders of Central Asian states"]


def test_the_rebels_of_another_round_are_those_told_before(told) -> None:
    text = "The Lao government and separatist rebels held talks in Oslo on Monday.\n"
    found = told(f"{text}A second cycle of talks with the rebels is to be held in Rome in June.")[-1]
    assert ([p.name for p in found.participants], found.status) == (["Laos", "separatist rebels"], "planned")


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (
            {"six parties"},
            "The European Union met Chinese officials. A fourth round of six-party talks is set for September.",
        ),
        (
            {"Denmark", "Norway", "Sweden"},
            "Denmark, Norway and Sweden have held three rounds of talks. "
            "A fourth round of three-party talks is set for September.",
        ),
    ],
)
def test_a_round_of_so_many_parties_is_of_as_many_told(told, names: set[str], text: str) -> None:
    assert {p.name for p in told(text, title="News")[-1].participants} == names
