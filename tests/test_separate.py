"""Who is met separately: each has a meeting, with the day and the place that is told of him."""

import pytest

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("met", "text"),
    [
        (["Luca Costa", "Kari Lie"], f"{BERG} held separate talks with {COSTA} and Norwegian Premier Kari Lie."),
        (["Luca Costa", "Kari Lie"], f"{BERG} met separately with {COSTA} and Norwegian Premier Kari Lie."),
        (
            ["Luca Costa", "Kari Lie"],
            f"{BERG} met {COSTA} and Premier Kari Lie of Norway in separate meetings.",
        ),
        (
            ["Luca Costa", "Kari Lie"],
            f"{BERG} met {COSTA} and Ms Kari Lie, Premier of Norway, in separate meetings at her office on Monday.",
        ),
        (["Luca Costa", "Kari Lie"], f"{BERG} met with {COSTA} and with Norwegian Premier Kari Lie."),
        (
            ["Luca Costa", "Kari Lie"],
            f"{BERG} had talks with {COSTA}, who had come on Sunday, and with Norwegian Premier Kari Lie.",
        ),
        (["Luca Costa", "Kari Lie"], f"{BERG} received {COSTA}, and then Norwegian Premier Kari Lie."),
        (["Luca Costa", "Kari Lie"], f"{BERG} had engagements with {COSTA} and Norwegian Premier Kari Lie."),
        (
            ["Luca Costa", "Kari Lie"],
            f"{BERG} held talks with {COSTA} and Premier Kari Lie of Norway in separate meetings.",
        ),
        (
            ["Luca Costa", "Kari Lie"],
            f"{BERG} had separate telephone calls with {COSTA} and Premier Kari Lie of Norway.",
        ),
    ],
)
def test_those_met_separately_are_met_in_meetings_of_their_own(events, met: list[str], text: str) -> None:
    found = [sorted(party.name for party, _ in event.cast) for event in events(text) if event.cast]
    assert found == [sorted(["Anna Berg", name]) for name in met]


@pytest.mark.parametrize(
    "text",
    [
        f"{BERG} and {COSTA} each met with Norwegian Premier Kari Holm.",
        f"{BERG} and {COSTA} will meet Norwegian Premier Kari Holm separately.",
        f"{BERG} and {COSTA} met with Norwegian Premier Kari Holm respectively.",
    ],
)
def test_several_who_meet_one_separately_have_meetings_of_their_own(events, text: str) -> None:
    found = [sorted(party.name for party, _ in event.cast) for event in events(text)]
    assert found == [["Anna Berg", "Kari Holm"], ["Kari Holm", "Luca Costa"]]


def test_of_both_leaders_each_is_telephoned(told) -> None:
    calls = told(f"{COSTA} met Thai Premier Som Dee on Friday.\n{BERG} telephoned both leaders on Sunday.")[1:]
    assert [sorted(p.name for p in call.participants) for call in calls] == [
        ["Anna Berg", "Luca Costa"],
        ["Anna Berg", "Som Dee"],
    ]


def test_those_met_at_their_own_places_are_met_there(events) -> None:
    found = [e for e in events(f"{BERG} met {COSTA} in Rome and Norwegian Premier Kari Lie in Oslo.") if e.cast]
    assert [(e.place.city, e.cast[-1][0].name) for e in found] == [("Rome", "Luca Costa"), ("Oslo", "Kari Lie")]


def test_those_met_together_are_met_in_one_meeting(events) -> None:
    (event,) = events(f"{BERG} met with {COSTA} and Norwegian Premier Kari Lie.")
    assert len(event.cast) == 3


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            [("Rome", "on Monday"), ("Oslo", "on Tuesday")],
            f"{BERG} met with {COSTA} in Rome on Monday, and with Norwegian Premier Kari Holm in Oslo on Tuesday.",
        ),
        (
            [("Rome", "on Monday"), ("Rome", "on Monday")],
            f"{BERG} met with {COSTA} and with Norwegian Premier Kari Holm in Rome on Monday.",
        ),
    ],
)
def test_each_is_met_on_the_day_and_at_the_place_told_of_him(events, told: list[tuple[str, str]], text: str) -> None:
    assert [(event.place.city, event.date.text) for event in events(text)] == told


def test_a_separate_meeting_is_one_apart_from_another(told) -> None:
    (mention,) = told(f"In a separate meeting on Monday, {BERG} and {COSTA} discussed trade.")
    assert [p.name for p in mention.participants] == ["Anna Berg", "Luca Costa"]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (2, f"{BERG} also had phone calls with {COSTA} and Norwegian Premier Kari Lie."),
        (1, f"{BERG} also had phone calls with {COSTA} and Italian Premier Ugo Riva."),
        (1, f"{BERG} also had a phone call with {COSTA} and Norwegian Premier Kari Lie."),
        (
            1,
            "A meeting of Mali's foreign minister, Abdoulaye Traore, with Omani President Mohammed bin Saleh al-Harbi "
            "is planned for Friday.",
        ),
    ],
)
def test_calls_with_as_many_sides_are_one_with_each(told, count: int, text: str) -> None:
    assert len(told(text)) == count


def test_a_headline_of_several_is_not_the_meeting_with_each(told) -> None:
    text = (
        "Anna Berg meets with delegations of Laos, Ghana and Mozambique\n"
        f"On Monday, {BERG} held meetings with delegations of Laos, Ghana and Mozambique led by ministers."
    )
    assert sorted(sorted(p.country or "" for p in m.participants) for m in told(text)) == [
        ["DNK", "GHA"], ["DNK", "LAO"], ["DNK", "MOZ"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"{BERG} met {COSTA} and Norwegian Premier Kari Lie one after the other.",
        f"{BERG} met {COSTA} and Norwegian Premier Kari Lie separately in Rome on Monday.",
        f"{BERG} has appointments with {COSTA} and Norwegian Premier Kari Lie.",
    ],
)
def test_those_met_one_by_one_are_met_in_meetings_of_their_own(told, text: str) -> None:
    assert [len(mention.participants) for mention in told(text, title="News")] == [2, 2]


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ([("03", "Rome"), ("04", "Oslo")], f"{BERG} and {COSTA} met in Rome in March and again in Oslo in April."),
        ([("05", None), ("05", None)], f"{BERG} spoke to {COSTA} by telephone on Monday and again on Tuesday."),
        ([("03", "Rome")], f"{BERG} and {COSTA} met in Rome in March and again spoke of trade."),
        ([("03", "Rome")], f"{BERG} met {COSTA} in Rome in March, again alone."),
    ],
)
def test_what_was_done_again_is_another_meeting(told, when: list[tuple[str, str | None]], text: str) -> None:
    found = told(text, title="News")
    assert [(f"{m.date_start:%m}", m.city) for m in found] == when
    assert all({p.name for p in m.participants} == {"Anna Berg", "Luca Costa"} for m in found)


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ([("01", "Oslo"), ("12", "Rome")],
         f"{BERG} and {COSTA} met twice before, in Oslo in January and in Rome last December."),
        ([("01", "Oslo"), ("12", "Rome")],
         f"Two rounds of talks between {BERG} and {COSTA}, in Oslo in January and in Rome last December, failed."),
        ([("01", "Oslo")], f"{BERG} and {COSTA} held two days of talks in Oslo in January on trade and on security."),
    ],
)  # fmt: skip
def test_what_was_done_twice_is_two_meetings(told, when: list[tuple[str, str | None]], text: str) -> None:
    found = told(text, title="News")
    assert [(f"{m.date_start:%m}", m.city) for m in found] == when
    assert all({p.name for p in m.participants} == {"Anna Berg", "Luca Costa"} for m in found)


def test_visits_to_two_countries_are_two_each_in_its_own(told) -> None:
    mentions = told("Danish Premier Anna Berg will make official visits to Indonesia and Singapore.", title="News")
    assert [(m.country, [p.country for p in m.participants]) for m in mentions] == [
        ("IDN", ["DNK", "IDN"]),
        ("SGP", ["DNK", "SGP"]),
    ]


@pytest.mark.parametrize(
    "told_so",
    [
        "held separate talks with each of her two guests",
        "met each of them separately",
        "called both men on Tuesday",
        "saw each of the ministers separately on Tuesday",
    ],
)
def test_of_two_met_each_by_himself_each_has_a_meeting(told, told_so: str) -> None:
    text = (
        "Danish Foreign Minister Anna Berg and Italian Foreign Minister Luca Costa arrived in Oslo on Monday. "
        f"Norwegian Premier Kari Lie {told_so}."
    )
    cast = [{p.name for p in mention.participants} for mention in told(text)]
    assert cast == [{"Kari Lie", "Anna Berg"}, {"Kari Lie", "Luca Costa"}]


def test_those_met_one_by_one_are_not_the_two_who_meet_again(told) -> None:
    text = (
        "Danish Premier Anna Berg and Italian Premier Luca Costa met in Oslo on Monday. "
        "Norwegian Premier Kari Lie held separate talks with each of the two leaders on Sunday. "
        "The two leaders will meet again in March."
    )
    assert {p.name for p in told(text)[-1].participants} == {"Anna Berg", "Luca Costa"}


def test_those_told_behind_a_colon_are_met_one_after_the_other(told) -> None:
    text = f"{BERG} held a round of conversations in Oslo on Monday: first with {COSTA}, "
    cast = [{p.name for p in mention.participants} for mention in told(text + "then with Premier Kari Lie of Norway.")]
    assert cast == [{"Anna Berg", "Luca Costa"}, {"Anna Berg", "Kari Lie"}]
