"""From slots to parties: lists, relative clauses, nations in one word."""

import pytest

from schemas.mention import Participant
from transforms.language.anchors.patterns import find_anchors
from transforms.language.events.participants import Cast, to_participant
from transforms.language.parties.party import Party

BERG, COSTA, LIE = "Danish President Anna Berg", "Italian President Luca Costa", "Norwegian Prime Minister Kari Lie"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg", "Luca Costa"], f"{BERG} met {COSTA}."),
        (["Anna Berg", "Luca Costa"], f"{BERG} and {COSTA} met in Oslo."),
        (["Denmark", "Italy", "Norway"], "Denmark, Italy and Norway met in Geneva."),
        (["Anna Berg", "Luca Costa", "Kari Lie"], f"{BERG} met {COSTA} and {LIE} in Oslo."),
        (["Anna Berg", "Luca Costa", "Kari Lie"], f"{BERG} met {COSTA} as well as {LIE}."),
        (["Anna Berg", "Luca Costa", "senior Chinese officials"], f"{BERG} met {COSTA} and senior Chinese officials."),
        (["Anna Berg", "Karl Holm", "Luca Costa"], f"{BERG} and her foreign minister, Karl Holm, met {COSTA}."),
        (["Thailand", "Laos", "China"], "The talks between Thailand, Laos and China ended."),
        (["EU", "Denmark", "Italy"], "Talks between the EU, Denmark and Italy ended."),
        (["Thailand", "Laos"], "Thailand and Laos held talks."),
        (["Thai officials", "Lao officials"], "Thai and Lao officials met in Vientiane."),
        (["Thai officials", "Lao officials"], "On Friday in Oslo, Thai and Lao officials met."),
        (["Anna Berg", "Luca Costa"], f"{BERG} said she and {COSTA} had met."),
        (["Anna Berg", "Luca Costa"], f"{BERG} met {COSTA}, Government Spokesman Jan Lupo said."),
        (["Anna Berg", "Karl Holm"], f"{BERG} received the envoy to the region, Karl Holm, on Monday."),
        (["Anna Berg", "Luca Costa"], f"Danish Ministry of Trade Secretary Anna Berg met {COSTA}."),
        (["Danish officers", "UN officers"], "Danish and UN officers met."),
        (["Denmark", "EU negotiators"], "Talks between Denmark and EU negotiators ended."),
        (["Luca Costa"], f"In a call with {COSTA}, he urged restraint."),
        (["Kari Lie", "Luca Costa", "aides"], f"{LIE} met {COSTA} and {BERG}'s aides."),
        (["Anna Berg", "Luca Costa", "Kari Lie"], f"{BERG} met both envoys, {COSTA} and {LIE}."),
        (["Anna Berg", "three envoys", "Luca Costa", "Kari Lie"], f"{BERG} met three envoys, {COSTA} and {LIE}."),
        (["Kari Lie", "Luca Costa"], f"In Denmark and Italy, {LIE} met {COSTA}."),
        (["Kari Lie", "Luca Costa"], f"{LIE} will travel. She will meet {BERG}. In Rome, she will meet {COSTA}."),
        (["Anna Berg", "Luca Costa"], f"{BERG} discussed with {COSTA} the Thai launch."),
        (["Anna Berg", "Luca Costa"], f"{BERG} discussed the war in Laos with the Italian President Luca Costa."),
        (["Anna Berg", "Luca Costa"], f"{BERG} met Monday with opera composer Luca Costa."),
        (["Anna Berg", "Luca Costa"], f"{BERG} left Rome after meeting with Ms. Neri's widower, {COSTA}, in Oslo."),
        (["Tran Van Minh", "Anna Berg"], f"{BERG} had talks with NA Standing Vice Chairman Tran Van Minh."),
        (["Luca Costa", "Kari Lie"], "HE President of Italy Luca Costa met HE Prime Minister of Norway Kari Lie."),
        (["Iran", "the remaining signatories"], "Talks between Iran and the remaining signatories resumed in Vienna."),
        (["Anna Berg", "Luca Costa"], f"{BERG} met with the Italian poet and campaigner Luca Costa."),
        (["Anna Berg"], f"{BERG} met with farmers, and Luca Costa left."),
        (["Anna Berg"], f"{BERG} met with the newspaper reporter Luca Costa."),
        (["Thailand", "Denmark"], "Denmark rejected a Thai offer to hold talks."),
        (["Kim Sook", "Anna Berg"], f"{BERG} held talks with Saiki and the South Korean negotiator Kim Sook."),
        (["NATO", "Anna Berg"], f"At a meeting of NATO's 35-member board, {BERG} spoke of peace."),
        (["several Arab ministers"], "On Monday several Arab ministers said they would meet."),
        (["Officials from Thailand", "Officials from Laos"], "Officials from Thailand and Laos met in Vientiane."),
    ],
)
def test_all_who_are_listed_together_take_part(fill, names: list[str], text: str) -> None:
    assert fill(text) == names


@pytest.mark.parametrize(
    "text",
    [
        f"{BERG} met with {COSTA}, and {LIE} praised the deal.",
        f"{BERG} met {COSTA}, and {LIE} praised the deal.",
        f"{LIE} said {BERG} met {COSTA} on Monday.",
        f"In Oslo, {BERG} met {COSTA}.",
        f"{BERG} met {COSTA} in Oslo, and Norway agreed.",
    ],
)
def test_neighbours_of_another_clause_and_places_do_not_take_part(fill, text: str) -> None:
    assert fill(text) == ["Anna Berg", "Luca Costa"]


def test_the_two_whom_somebody_meets_are_others(told) -> None:
    text = f"Danish President Anna Berg and {COSTA} came. {LIE} came. Lie met the two leaders on Monday."
    assert {p.name for p in told(text)[0].participants} == {"Anna Berg", "Luca Costa", "Kari Lie"}


def test_nobody_in_the_middle_of_a_list_is_lost(tree) -> None:
    doc = tree(
        "Berg/NNP/7/nsubj ,/,/3/punct Costa/NNP/1/flat and/CC/5/cc Lie/NNP/1/conj have/VBP/7/aux met=meet/VBN/0/ROOT"
    )
    people = [Party(i, i + 1, "person", doc[i].text, country=doc[i].text) for i in (0, 2, 4)]
    (anchor,) = find_anchors(doc)
    assert [p.name for p, _ in Cast(doc, people).fill(anchor, anchor.slots[0])] == ["Berg", "Costa", "Lie"]


def test_a_word_of_two_nations_is_two_parties(tree) -> None:
    doc = tree("US-China/NNP/2/compound talks=talk/NNS/3/nsubj ended=end/VBD/0/ROOT")
    assert [(party.name, party.country) for party in Cast(doc, []).at(doc[0])] == [
        ("United States", "USA"),
        ("China", "CHN"),
    ]
    assert Cast(doc, []).at(doc[1]) == []


def test_a_word_of_two_surnames_is_two_persons(tree) -> None:
    doc = tree(
        "Anna/NNP/3/nsubj Berg/NNP/1/flat met=meet/VBD/0/ROOT Luca/NNP/3/obj Costa/NNP/4/flat "
        "before/IN/8/case Berg-Costa/NNP/8/compound talks=talk/NNS/3/obl"
    )
    people = [Party(0, 2, "person", "Anna Berg", country="DNK"), Party(3, 5, "person", "Luca Costa", country="ITA")]
    assert [party.name for party in Cast(doc, people).at(doc[6])] == ["Anna Berg", "Luca Costa"]


@pytest.mark.parametrize(
    ("party", "participant"),
    [
        (
            Party(0, 1, "person", "Anna Berg", "President", "DNK"),
            Participant("Anna Berg", "person", "President", "DNK", "host"),
        ),
        (
            Party(0, 1, "person", "the Danish premier", "the Danish premier", "DNK", named=False),
            Participant("Danish premier", "person", None, "DNK", "host"),
        ),
        (
            Party(0, 1, "group", "some senior Chinese officials", None, "CHN", named=False),
            Participant("senior Chinese officials", "group", None, "CHN", "host"),
        ),
        (
            Party(0, 1, "organisation", "NATO", organisation="NATO"),
            Participant("NATO", "organisation", None, None, "host"),
        ),
    ],
)
def test_a_party_is_published_without_its_article(party: Party, participant: Participant) -> None:
    assert to_participant(party, "host") == participant


BERG, COSTA = "Danish Premier Anna Berg", "Italian Premier Luca Costa"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (
            ["Anna Berg", "Jan Novak", "Luca Costa"],
            f"{BERG} met three of her counterparts: Luca Costa of Italy and Jan Novak of Poland.",
        ),
        (
            ["Anna Berg", "Luca Costa", "Somchai Na"],
            f"{COSTA} and Thai Premier Somchai Na were among the leaders with whom {BERG} exchanged views.",
        ),
        (["Denmark", "Italy"], "Border committees from Denmark and Italy will hold a meeting in Rome on Tuesday."),
        ([], "Border committees of villagers will hold a meeting in Rome on Tuesday."),
        ([], f"{BERG} was among the crowd that met in Oslo."),
        (["Anna Berg", "Luca Costa"], f"The programme of {BERG} includes a meeting with {COSTA}."),
    ],
)
def test_those_counted_and_those_told_to_be_among_others(told, names: list[str], text: str) -> None:
    assert sorted(p.name for mention in told(text) for p in mention.participants) == names


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], f"{BERG} told Agence France-Presse in a meeting on Monday that she would leave."),
        (["Denmark", "France"], "The Denmark-France talks began in Oslo on Monday."),
    ],
)
def test_a_news_agency_is_no_country(told, names: list[str], text: str) -> None:
    assert sorted(p.name for mention in told(text) for p in mention.participants) == names


@pytest.mark.parametrize(
    "text",
    [
        "An audience with Sultan Karim of Brunei will follow on Thursday.",
        "This will be followed by an audience with Sultan Karim of Brunei.",
    ],
)
def test_what_follows_is_of_the_one_whom_the_text_is_about(told, text: str) -> None:
    first = "Danish Minister Anna Berg met Crown Prince Rahman of Brunei on Wednesday."
    assert {p.name for p in told(f"{first} {text}")[-1].participants} == {"Anna Berg", "Karim"}


@pytest.mark.parametrize("leaders", ["the leaders", "the two sides", "both leaders"])
def test_of_the_two_at_a_meeting_with_somebody_he_is_one(told, leaders: str) -> None:
    first = "Danish Premier Anna Berg arrived in Rome on Thursday."
    (mention,) = told(f"{first} In talks on Friday with Italian Premier Luca Costa, {leaders} discussed trade.")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


def test_who_is_received_is_found_where_the_agent_hangs_on_a_place(told) -> None:
    text = (
        "Danish envoy Karl Holm flew to Rome on Monday and was received at the Treasury Building by the Prime Minister"
    )
    (mention,) = told(f"{text} of Italy, Luca Costa.", title="News")
    assert {(p.name, p.role) for p in mention.participants} == {("Luca Costa", "host"), ("Karl Holm", "visitor")}


@pytest.mark.parametrize(
    "text",
    [
        "Danish Premier Anna Berg left for Rome, where talks with Italian Premier Luca Dee are set for Friday.",
        "Danish Premier Anna Berg spoke before leaving for Rome, where talks with Premier Luca Dee are planned.",
    ],
)
def test_who_goes_where_talks_are_planned_is_their_second_party(told, text: str) -> None:
    assert {p.name for p in told(text, title="News")[-1].participants} == {"Anna Berg", "Luca Dee"}


def test_whose_event_somebody_puts_off_is_his_own(told) -> None:
    text = (
        "Mongolian Premier Bat Dorj was received by Israeli President Simon Lev in Jerusalem on Monday. Lev put off his"
    )
    mention = told(f"{text} meeting with Jordanian Minister Omar Judeh.", title="News")[-1]
    assert {p.name for p in mention.participants} == {"Simon Lev", "Omar Judeh"}


@pytest.mark.parametrize(
    "text",
    [
        "No Danish officials met Italian President Luca Costa in Oslo on Monday.",
        "Danish Premier Anna Berg met no Italian officials in Rome on Monday.",
    ],
)
def test_nobody_meets_none(told, text: str) -> None:
    assert told(text, title="News") == []


@pytest.mark.parametrize(
    "text",
    [
        "Danish Premier Anna Berg and no other leader met Italian President Luca Costa.",
        "Danish Premier Anna Berg met Italian President Luca Costa, but no Norwegian officials.",
    ],
)
def test_of_whom_there_is_none_is_not_among_those_who_meet(told, text: str) -> None:
    (mention,) = told(text, title="News")
    assert {party.name for party in mention.participants} == {"Anna Berg", "Luca Costa"}


def test_one_at_whom_they_meet_is_a_place(told) -> None:
    text = '"We agree," Danish Premier Anna Berg said as she saw off Thai counterpart Som Dee at Pantovčak after '
    (mention,) = told(f"{text}a luncheon.")
    assert {party.name for party in mention.participants} == {"Anna Berg", "Som Dee"}
