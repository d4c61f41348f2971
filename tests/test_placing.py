"""Where they meet: the place told at the words of the meeting, not the dateline's nor that of another journey."""

import pytest

from transforms.language.anchors.patterns import find_anchors
from transforms.language.events.placing import place_of
from transforms.language.toponyms.places import Place, find_places

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("Oslo", "NOR"), f"{BERG} met {COSTA} in Oslo on Monday."),
        (Place("Oslo", "NOR"), f"In Oslo, {BERG} met {COSTA}."),
        (Place("Oslo", "NOR"), f"In Oslo, {BERG} is scheduled to meet {COSTA}."),
        (Place("Oslo", "NOR"), f"In Oslo, {BERG} is expected to hold talks with {COSTA}."),
        (Place(), f"In Oslo, a spokesman said {BERG} was scheduled to meet {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} flew from Rome to meet {COSTA} in Oslo."),
        (Place("Oslo", "NOR"), f"{BERG} flew to Oslo to meet {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} arrived in Oslo for talks with {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} left for Oslo for talks with {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} will travel to Oslo for talks with {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} held talks in Oslo with {COSTA}."),
        (Place("Oslo", "NOR"), f"A meeting between {BERG} and {COSTA} took place in Oslo."),
        (Place("Oslo", "NOR"), f"Talks between {BERG} and {COSTA} are expected to be held in Oslo next week."),
        (Place("Oslo", "NOR"), f"A round of talks between {BERG} and {COSTA} is set to begin in Oslo."),
        (Place("Oslo", "NOR"), f"{BERG} invited {COSTA} to a meeting in Oslo."),
        (Place("Oslo", "NOR"), f"{BERG} was in Oslo on Monday, when she also walked to a school and met {COSTA}."),
        (Place(None, "LAO"), f"{BERG} chose Norway and then Laos, where she met {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} visited Oslo and met {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} began a visit to Oslo for talks with {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} is on a trip to Oslo to meet {COSTA}."),
        (Place("Oslo", "NOR"), f"A new round of talks between {BERG} and {COSTA} will take place in Oslo in May."),
        (Place(None, "NOR"), f"{BERG} is to make a first visit to Norway next week to meet {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} met on Monday with {COSTA}, a peace envoy, in Oslo."),
        (Place("Oslo", "NOR"), f"During a visit to Oslo, {BERG} met {COSTA}."),
        (Place("Oslo", "NOR"), f"Talks between {BERG} and {COSTA} will take place in Oslo in May."),
        (Place(), f"{BERG} criticized the visit to Oslo and met {COSTA}."),
        (Place(None, "NOR"), f"{BERG} came from Rome. This was followed by Norway, where she met {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} came to Rome from Oslo, where she met {COSTA}."),
        (
            Place("Oslo", "NOR"),
            "A round of talks between Denmark and Italy scheduled for Monday in Oslo was postponed.",
        ),
        (Place(None, "NOR"), f"{BERG} met {COSTA} in Norway."),
        (Place("Paris", "FRA"), f"{BERG} held talks with {COSTA} on the sidelines of the climate conference in Paris."),
        (Place("Oslo", "NOR"), "The summit of Denmark and Italy, which Oslo will host on 4 June, was prepared."),
        (Place("Oslo", "NOR"), "On Friday, the Norwegian capital will host a summit of Denmark and Italy."),
        (Place("Buenos Aires", "ARG"), f"{BERG} visited Buenos Aires in May for talks with {COSTA}."),
        (Place("Washington", "USA", "White House"), f"{BERG} met {COSTA} at the White House."),
        (Place(), f"{BERG} met {COSTA} on Monday."),
        (Place(), f"{BERG} and {COSTA} discussed human rights and religious freedom in China."),
        (Place("Oslo", "NOR"), f"{BERG} and {COSTA} discussed trade in Oslo."),
        (Place(), f"{BERG} met {COSTA}, Oslo said."),
        (Place(), f"OSLO, May 6 (NTB) - {BERG} met {COSTA} on Monday."),
        (Place("Rome", "ITA"), f"OSLO, May 6 (NTB) - {BERG} met {COSTA} in Rome on Monday."),
        (Place("Rome", "ITA"), f"{BERG}, who visited Norway last week, met {COSTA} in Rome."),
        (Place(), f"{BERG} met {COSTA} in response to Norway's request."),
        (Place(), f"{BERG} and {COSTA} held talks on South Korea's exports."),
        (Place(None, "NOR"), f"{BERG} will travel to Norway's south to meet {COSTA}."),
        (Place(None, "NOR"), f"{BERG} met {COSTA} in Norway's south."),
        (Place("Oslo", "NOR"), f"{BERG} met {COSTA} at Oslo's harbour."),
        (
            Place("Oslo", "NOR"),
            "A meeting of Denmark and Italy, which was scheduled to take place in Oslo this week, was put off.",
        ),
        (Place("Oslo", "NOR"), "Talks between Denmark and Italy, which began in Oslo on Monday, are to continue."),
        (Place("Oslo", "NOR"), "Talks between Denmark and Italy due to open in Oslo on Monday have been postponed."),
        (
            Place("Bergen", "NOR"),
            f"{BERG} is preparing a summit of the European Union and the African Union, to be held in the port city of"
            " Bergen.",
        ),
        (Place(), f"A meeting of {BERG} and {COSTA}, who live in Oslo, was put off."),
        (Place("Oslo", "NOR"), f"{BERG} wrapped up a visit to Oslo on Monday after meeting {COSTA}."),
        (Place(), f"{BERG} cancelled a visit to Oslo before meeting {COSTA}."),
        (Place("Oslo", "NOR"), f"On arrival in Oslo, {BERG} met {COSTA}."),
        (Place(), f"{BERG} said in Oslo that she had met {COSTA}."),
        (Place("Oslo", "NOR"), f"The treaty was signed following talks between {BERG} and visiting {COSTA} in Oslo."),
        (Place("Oslo", "NOR"), "The Danes are to meet with the Italians later in the day and Monday in Oslo."),
        (Place("Oslo", "NOR"), f"{BERG} is rejecting talks with the rebels that began in Oslo on Tuesday."),
        (Place("Oslo", "NOR"), f"{BERG} received a delegation from the World Bank led by {COSTA} at a hotel in Oslo."),
        (
            Place("Oslo", "NOR"),
            "A meeting between Italy's government and representatives of armed groups in Oslo was put off.",
        ),
        (Place(), "A meeting between Italy and Denmark was put off after a fire at the offices of the firm in Oslo."),
        (Place(None, "USA"), f"{BERG} is travelling to the United States for a meeting with {COSTA}."),
        (Place("Oslo", "NOR"), f"{BERG} will attend a summit in Oslo next month, where she is to meet {COSTA}."),
        (Place("Oslo", "NOR"), "They agreed to hold the next round of the Denmark-Italy dialogue in Oslo."),
        (Place("Genoa", "ITA"), f"{BERG} and {COSTA} signed a pact aboard a frigate in the port of Genoa."),
        (Place("Oslo", "NOR"), f"{BERG} signed a memorandum in Oslo on Friday with {COSTA}."),
        (Place(), f"{BERG} and {COSTA} signed a pact on the war in Syria."),
        (Place("Capri", "ITA"), f"{BERG} met {COSTA} on the Italian island of Capri."),
        (Place("Oslo", "NOR"), f"{BERG} refused to meet her rival {COSTA} at a summit in Oslo this week."),
        (Place("Oslo", "NOR"), f"{BERG} said in Rome that she had met {COSTA} in Oslo."),
        (Place("Rome", "ITA"), "Oslo and Stockholm's chief negotiators will hold talks in Rome on Monday."),
        (Place("Washington", "USA", "Capitol Hill"), f"{BERG} met {COSTA} on Capitol Hill on Monday."),
        (Place(), f"{BERG} and {COSTA} held talks on Oslo."),
        (
            Place("Quito", "ECU", "Hacienda Santa Clara"),
            "Danish Foreign Minister Anna Berg met Italian Foreign Minister Luca Costa at Hacienda Santa Clara, a"
            " Jesuit mansion outside Quito.",
        ),
        (Place(None, "NOR"), f"{BERG} offered to meet {COSTA} in Norway, an official at a ministry in Oslo said."),
    ],
)
def test_a_meeting_takes_place_where_its_own_words_say(parse, place: Place, text: str) -> None:
    doc = parse(text)
    anchor = list(find_anchors(doc))[-1]
    assert place_of(anchor, find_places(doc)) == place


@pytest.mark.parametrize(
    ("city", "text"),
    [
        ("Oslo", "Danish Premier Anna Berg left Oslo on Monday after meeting Italian Premier Luca Costa."),
        ("Oslo", "Danish Premier Anna Berg returned from Oslo on Monday after talks with Italian Premier Luca Costa."),
        ("Oslo", "Danish Premier Anna Berg wrapped up a visit to Oslo after talks with Italian Premier Luca Costa."),
        ("Oslo", "Danish Premier Anna Berg will meet Italian Premier Luca Costa on Thursday before leaving Oslo."),
        ("Paris", "Danish Premier Anna Berg left Oslo for Rome after meeting Italian Premier Luca Costa in Paris."),
        ("Oslo", "Danish Premier Anna Berg met Italian Premier Luca Costa for the first time in Oslo on Monday."),
        ("Oslo", "Danish Premier Anna Berg met Premier Kari Lie and senior Norwegian officials in Oslo on Monday."),
        ("Oslo", "Danish Premier Anna Berg exchanged views with Italian Premier Luca Costa in Oslo on Monday."),
    ],
)
def test_where_they_met_before_somebody_left(told, city: str, text: str) -> None:
    (mention,) = told(text, title="News")
    assert mention.city == city


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), f"{BERG} was to meet {COSTA} to sign a deal ending the war in Laos."),
        (Place(None, "LAO"), f"{BERG} was to meet {COSTA} at talks ending in Laos."),
        (Place(), f"{BERG} met {COSTA} and told him what to say to the US side."),
    ],
)
def test_a_war_or_a_side_is_no_place(parse, place: Place, text: str) -> None:
    doc = parse(text)
    assert place_of(next(find_anchors(doc)), find_places(doc)) == place


def test_who_receives_others_is_at_home_where_no_place_is_told(told) -> None:
    left = "Danish President Anna Berg will fly to Laos on Friday. "
    assert told(f"{left}She received Norwegian Premier Kari Lie on Monday.")[-1].country == "DNK"
    assert told(f"{left}She will receive Norwegian Premier Kari Lie in Laos on Sunday.")[-1].country == "LAO"


@pytest.mark.parametrize("talks", ["following talks on trade", "following three days of talks", "after talks on trade"])
def test_who_leaves_a_town_following_talks_had_them_there(told, talks: str) -> None:
    (mention,) = told(f"Danish envoy Anna Berg left New Delhi {talks}.", title="News")
    assert (mention.city, {p.country for p in mention.participants}) == ("New Delhi", {"DNK", "IND"})


def test_where_somebody_is_received_is_told_with_what_for(tree) -> None:
    words = "Berg/NNP/2/nsubj hosted=host/VBD/0/ROOT Costa/NNP/2/obj for/IN/5/case talks=talk/NNS/2/obl in/IN/7/case"
    doc = tree(f"{words} Oslo/NNP/5/nmod")
    assert place_of(next(find_anchors(doc)), find_places(doc)) == Place("Oslo", "NOR")
