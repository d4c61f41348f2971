"""Whom unnamed parties stand for, by their owner, their leader, or those beside them."""

import pytest

from transforms.language import nlp
from transforms.language.mentions import read_events


def cast(text: str) -> list[tuple[str, str | None]]:
    """The parties of all meetings of a text, with their countries."""
    events = read_events(nlp.read(nlp.load(), text))
    return [(party.name, party.country) for event in events for party, _ in event.cast]


@pytest.mark.parametrize(
    ("party", "text"),
    [
        (("his government", "DNK"), "Danish Premier Karl Holm said his government held talks with Italy."),
        (("government", "DNK"), "Talks between Danish Premier Karl Holm's government and Italy began on Monday."),
        (("foreign minister", "DNK"), "The UN envoy to Denmark met on Monday with that country's foreign minister."),
        (("members of the country's parliament", "DNK"),
         "Italian Premier Luca Costa went to Denmark and met members of the country's parliament."),
        (("two members", "DNK"), "On Monday two members of Danish Premier Karl Holm's council met Italian officials."),
        (("two members", None), "On Monday two members of Holm's club met Danish and Italian officials."),
        (("UN envoy to Denmark", None), "The UN envoy to Denmark met on Monday with that country's foreign minister."),
    ],
)  # fmt: skip
def test_what_belongs_to_somebody_is_of_his_country(party: tuple[str, str | None], text: str) -> None:
    assert party in [(name.removeprefix("The "), country) for name, country in cast(text)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("NATO defence ministers", "NATO has promised aid. The alliance's defence ministers met in Brussels."),
        ("EU leaders", "The EU is divided over it, and the bloc's leaders will meet in Brussels."),
        ("defence ministers", "Nothing is settled. The alliance's defence ministers met in Brussels."),
    ],
)
def test_whose_the_leaders_of_a_bloc_are_was_told_before(name: str, text: str) -> None:
    assert [party for party, _ in cast(text)] == [name]


@pytest.mark.parametrize(
    ("holm", "text"),
    [
        ("DNK", "Danish Premier Anna Berg waits. Karl Holm, Berg's special envoy, met Italian Premier Luca Costa."),
        ("DNK", "Karl Holm, Danish Premier Anna Berg's Arctic envoy, met Italian Premier Luca Costa."),
        ("DNK", "Italian Premier Luca Costa met Karl Holm, Danish Premier Anna Berg's envoy, on Friday."),
        (None, "Karl Holm, not Danish Premier Anna Berg's envoy, met Italian Premier Luca Costa."),
    ],
)
def test_who_serves_somebody_is_of_his_country(holm: str | None, text: str) -> None:
    assert ("Karl Holm", holm) in cast(text)


@pytest.mark.parametrize(
    ("parties", "text"),
    [
        ({("Costa", "ITA"), ("opposition leaders", "ITA")}, "Holm met Italian Premier Costa and opposition leaders."),
        ({("Costa", "ITA"), ("rebels", None)}, "Holm met Italian Premier Costa and rebels."),
        ({("Costa", "ITA"), ("Kari Lie", "ITA")}, "Holm met Premier Costa of Italy and peace envoy Kari Lie."),
        ({("Sisavath", "DEU")}, "Holm met Foreign Minister Sisavath and Chancellor Olaf Scholz."),
        ({("Sisavath", None)}, "Holm met Foreign Minister Sisavath and German Chancellor Olaf Scholz."),
        ({("Sisavath", None)}, "Holm met Chancellor Sisavath and Chancellor Olaf Scholz."),
        ({("Costa", "ITA"), ("NATO officials", None)}, "Holm met Italian Premier Costa and NATO officials."),
    ],
)  # fmt: skip
def test_the_unnamed_are_on_the_side_of_those_they_are_listed_with(
    parties: set[tuple[str, str | None]], text: str
) -> None:
    assert parties <= set(cast(text))


@pytest.mark.parametrize(
    ("leader", "text"),
    [
        (("Anna Berg", "DNK"), "A Danish delegation led by Anna Berg met Italian officials."),
        (("Anna Berg", "DNK"), "The Danish side at the talks was led by Anna Berg. The side met Italian officials."),
        (("Anna Berg", "DNK"), "A Danish delegation headed by its chair Anna Berg met Italian officials."),
        (
            ("Anna Berg", "DNK"),
            "A delegation of the Danish Union of Bakers (DUB), led by Anna Berg, met Italian officials.",
        ),
        (("Anna Berg", "DNK"), "The Danish side was led by Anna Berg. The side met Italian officials."),
        (("Anna Berg", "DNK"), "Danish envoy Anna Berg led a delegation. The delegation met Italian officials."),
        (("Anna Berg", "DNK"), "Danish envoy Anna Berg and a delegation left. The delegation met Italian officials."),
        (("Anna Berg", "DNK"), "Danish envoy Anna Berg led a delegation to Rome. They met Italian officials."),
        (("Anna Berg", "DNK"), "The Danish side was headed by Anna Berg. The Danish side met Italian officials."),
        (
            ("Anna Berg", "DNK"),
            "A delegation of the Danish Union of Bakers (DUB) led by its chair Anna Berg met Italian officials.",
        ),
        (
            ("Anna Berg", "DNK"),
            "Danish envoy Anna Berg and an inter-party delegation came. The delegation met Italian officials.",
        ),
        (("Anna Berg", "DNK"), "The Danish side was chaired by Anna Berg. The side met Italian officials."),
        (
            ("Anna Berg", "DNK"),
            "Danish delegation in Rome\nA Danish delegation led by Anna Berg met Italian officials.",
        ),
        (
            ("Anna Berg", "DNK"),
            "The delegation met Italian officials. The delegation comprised Danish envoy Anna Berg.",
        ),
        (
            ("Anna Berg", "DNK"),
            "A delegation of Danish lawmakers met Italian officials. The group, led by Anna Berg, came on Monday.",
        ),
        (
            ("Anna Berg", None),
            "A NATO mission met Italian officials. The mission was led by Danish Foreign Minister Anna Berg.",
        ),
        (
            ("Anna Berg", None),
            "NATO team in Rome\nA delegation of NATO led by Danish envoy Anna Berg met Italian officials.",
        ),
        (
            ("Anna Berg", "DNK"),
            "A Danish delegation met Italian officials. The head of the Danish delegation was envoy Anna Berg.",
        ),
        (
            ("Danish delegation", "DNK"),
            "A Danish delegation met Italian officials. Danish envoy Anna Berg was content.",
        ),
        (("Danish delegation", "DNK"), "A Danish delegation met Italian officials. The group, led by him, left."),
        (("Danish delegation", "DNK"), "A Danish delegation met Italian officials."),
        (("delegation", None), "Danish envoy Anna Berg was ill. The delegation met Italian officials."),
    ],
)
def test_who_leads_a_delegation_stands_for_it(leader: tuple[str, str | None], text: str) -> None:
    found = {(name.removeprefix("A ").removeprefix("The "), country) for name, country in cast(text)}
    assert found == {leader, ("Italian officials", "ITA")}


def test_several_may_lead_a_delegation() -> None:
    text = "A Danish delegation led by Anna Berg and Karl Holm met Italian officials."
    assert {("Anna Berg", "DNK"), ("Karl Holm", "DNK")} <= set(cast(text))


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ({"Luca Costa"}, "Danish Premier Anna Berg met Italian officials, including Foreign Minister Luca Costa."),
        ({"Luca Costa"}, "Danish Premier Anna Berg met Italian officials such as Foreign Minister Luca Costa."),
        ({"Italian officials", "Luca Costa"}, "Danish Premier Anna Berg met Italian officials and Premier Luca Costa."),
        ({"Luca Costa"}, "Danish Premier Anna Berg met Italian officials (Luca Costa and others)."),
        ({"Italian officials"}, "Danish Premier Anna Berg met Italian officials in Rome."),
    ],
)
def test_a_group_gives_way_to_those_it_includes(names: set[str], text: str) -> None:
    assert {name for name, _ in cast(text)} == names | {"Anna Berg"}


def test_the_leader_of_each_side_is_told_after_one_verb() -> None:
    text = "Talks were held in Rome on Monday, with the Danish side led by Anna Berg and the Thai side by Somchai Dee."
    assert set(cast(text)) == {("Anna Berg", "DNK"), ("Somchai Dee", "THA")}


@pytest.mark.parametrize(
    ("parties", "text"),
    [
        ({("Anna Berg", "DNK"), ("Somchai Dee", "THA")},
         "Talks between Denmark and Thailand were held, the Danish side led by Anna Berg and the Thai side by "
         "Somchai Dee."),
        ({("Anna Berg", "DNK"), ("Somchai Dee", "THA")},
         "The Danish-Thai working group met on Monday. The Danish delegation was led by Anna Berg, the Thai side was "
         "headed by Somchai Dee."),
        ({("Anna Berg", "DNK"), ("Pedro Ruiz", None)},
         "Denmark's government and the ELN began peace talks in Oslo on Monday. The government team is led by Anna"
         " Berg, while the ELN's negotiators are headed by Pedro Ruiz."),
        ({("Anna Berg", "DNK"), ("Luca Costa", "ITA")},
         "Denmark and Italy held talks in Oslo on Monday. Denmark sent Anna Berg, director of a bureau, as chief"
         " delegate, while Italy sent Luca Costa as chief negotiator."),
        ({("Anna Berg", "DNK"), ("Luca Costa", "ITA")},
         "Denmark and Italy held talks in Oslo on Monday. Danish chief negotiator Anna Berg and the leader of the"
         " Italian delegation, Luca Costa, were content."),
        ({("Denmark", "DNK"), ("Italy", "ITA")},
         "Denmark and Italy held talks in Oslo on Monday. Denmark sent Anna Berg, while Italy sent Luca Costa."),
        ({("Anna Berg", "DNK"), ("ELN", None)},
         "Denmark's government and the ELN held peace talks in Oslo on Monday. The head of the government delegation,"
         " Anna Berg, was content."),
        ({("Anna Berg", "DNK"), ("Pedro Ruiz", None)},
         "Denmark's government and the ELN held peace talks in Oslo on Monday. The head of the government delegation,"
         " Anna Berg, and the chief negotiator of the ELN, Pedro Ruiz, were content."),
        ({("Denmark", "DNK"), ("Italy", "ITA")},
         "Denmark held talks with Italy in Oslo. A Danish delegation led by Anna Berg flew to Laos."),
    ],
)  # fmt: skip
def test_the_leaders_of_both_sides_are_the_parties_of_the_talks(parties: set[tuple[str, str]], text: str) -> None:
    assert set(cast(text)) == parties


def test_who_leads_a_delegation_is_of_its_state_wherever_he_is_told() -> None:
    text = "A Danish delegation led by Minister Anna Berg came. Berg met Italian Premier Luca Costa on Monday."
    assert set(cast(text)) == {("Anna Berg", "DNK"), ("Luca Costa", "ITA")}
    own = "Italian Premier Luca Costa met Danish envoy Anna Berg and her delegation. Costa met Berg on Monday."
    assert set(cast(own)) == {("Anna Berg", "DNK"), ("Luca Costa", "ITA")}
    others = "Danish Minister Anna Berg and the Italian side met in Rome on Monday."
    assert set(cast(others)) == {("Anna Berg", "DNK"), ("the Italian side", "ITA")}


@pytest.mark.parametrize(
    ("parties", "text"),
    [
        ({("Anna Berg", "DNK"), ("Karl Holm", "DNK"), ("Italian officials", "ITA")},
         "A Danish delegation came on Monday. Premier Anna Berg and Minister Karl Holm jointly led the Danish "
         "delegation. The Danish delegation met Italian officials."),
        ({("Anna Berg", "NOR"), ("Luca Costa", "ITA")},
         "Consultations between the ministries of Norway and Italy, led by Anna Berg and Luca Costa, were held."),
        ({("Anna Berg", "NOR"), ("Luca Costa", "ITA")},
         "Norway, represented by Minister Anna Berg, and Italy, represented by Premier Luca Costa, held talks."),
        ({("Anna Berg", "NOR"), ("Luca Costa", "ITA")},
         "The delegations of Norway, led by Minister Anna Berg, and Italy, led by Premier Luca Costa, held talks."),
        ({("Anna Berg", "DNK"), ("Karl Holm", "DNK"), ("Italian officials", "ITA")},
         "Danish Premier Anna Berg will go to Rome, joined by Danish Minister Karl Holm. The delegation will meet "
         "Italian officials."),
        ({("Anna Berg", "DNK"), ("Karl Holm", "DNK"), ("Luca Costa", "ITA")},
         "Danish Premier Anna Berg will lead a delegation to Rome. Other members of the delegation include Minister "
         "Karl Holm. In Rome, the delegation will meet Italian Premier Luca Costa."),
        ({("Anna Berg", "DNK"), ("Luca Costa", "ITA")},
         "Denmark held talks with Italian Premier Luca Costa. The Danish delegation was led by Anna Berg."),
    ],
)  # fmt: skip
def test_states_and_delegations_are_those_told_to_stand_for_them(parties: set[tuple[str, str]], text: str) -> None:
    assert set(cast(text)) == parties


def test_a_team_is_led_by_an_envoy_and_not_by_who_sent_him(told) -> None:
    text = "Danish Premier Anna Berg met the Italian team, led by President Luca Costa's envoy Ugo Riva, on Monday."
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Ugo Riva"}


@pytest.mark.parametrize(
    ("party", "text"),
    [
        (
            ("Pacific Islands Forum leaders", None),
            "Fiji left the Pacific Islands Forum, whose leaders will hold their annual meeting in Port Vila on 3 June.",
        ),
        (
            ("foreign minister", "ITA"),
            "Danish Premier Anna Berg flew to Italy, whose foreign minister she met on Monday.",
        ),
    ],
)
def test_whose_leaders_they_are_a_relative_clause_tells(told, party: tuple[str, str | None], text: str) -> None:
    (mention,) = told(text)
    assert party in [(p.name, p.country) for p in mention.participants]
