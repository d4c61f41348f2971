"""Which events are meetings: parties of two countries, organisations or movements, and none that only sound alike."""

import pytest

from transforms.language.discourse.judgement import is_meeting

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    "text",
    [
        f"{BERG} met {COSTA}.",
        f"{BERG} will be in Vilnius on Thursday for the Eastern Partnership summit.",
        f"{BERG} conferred with {COSTA}.",
        f"{BERG} spoke with {COSTA}.",
        f"{BERG} phoned {COSTA}.",
        f"{BERG} received {COSTA}.",
        f"{BERG} met senior Chinese officials.",
        f"{BERG} met a Taliban delegation.",
        f"{BERG} held talks with the European Union.",
        "Thai and Lao officials met in Vientiane.",
        "The IAEA board is meeting to discuss inspections.",
        f"The border was shut until {BERG} met {COSTA}.",
        "The Europeans cancelled talks set for August 31.",
        "U.N. officials met experts from Lebanon and Syria on Monday.",
        "Foreign and trade ministers from the Arctic Council opened talks on Monday.",
        "Denmark held talks with Italy.",
        "Denmark will hold talks with Italy next week.",
        "The Kenyan government is negotiating with the rebels.",
        "Hamas leader Salim Haddad met Egyptian officials.",
        "Israeli and Palestinian negotiators met in Cairo.",
        "European leaders met in Brussels on Monday.",
        "Leaders of the Arctic Council met in Oslo on Monday.",
        "ASEAN leaders met in Jakarta on Monday.",
        "The two presidents met in Oslo on Monday.",
        "Denmark hosted a NATO summit in Copenhagen on Monday.",
        f"{BERG} attended the NATO summit in Rome.",
        f"{BERG} paid an official visit to Italy.",
        f"{BERG} cancelled a visit to Italy.",
        "A visit by the Danish foreign minister to Rome was called off.",
        f"The planned visit of {BERG} to Rome has been cancelled.",
        f"A planned visit by {BERG} to Rome has been postponed.",
        "The UN envoy met rebels in Nairobi.",
        "The Colombian president will meet Colombian rebels in Cali on Monday.",
        "Danish and Italian officials discussed the border.",
        f"{BERG} and {COSTA} are expected to discuss trade.",
        "Danish officials will fly to Rome to discuss the border.",
        f"{BERG} visited {COSTA} at the palace.",
        f"{BERG} called on {COSTA} at the palace.",
        f"Danish Ambassador Karl Holm presented his credentials to {COSTA}.",
        "The Kenyan president met Kenyan rebels in Oslo.",
        "The Nepali government met the Maoists.",
        "The Danish envoy met with cease-fire monitors.",
        "The guerrillas and the Colombian government will resume talks in Oslo.",
        "Seoul held talks with the North in June.",
        f"{BERG} says talks with Italy will begin on Monday.",
        f"{BERG} paid a courtesy call on {COSTA}.",
        f"{BERG} received a courtesy call from {COSTA}.",
        f"{BERG} received a visit from {COSTA}.",
        f"A farewell call by Danish Ambassador Karl Holm on {COSTA} took place on Monday.",
        f"{BERG} gave a lunch in honour of {COSTA}.",
        f"{BERG} hosted a dinner in honor of the visiting {COSTA}.",
        f"{BERG} and {COSTA} presided over the consultations in Oslo.",
        "Consultations between the foreign ministries of Denmark and Italy were held in Oslo on Monday.",
        f"{BERG} had an exchange of views with {COSTA}.",
        "Talks between Denmark and Italy are set for Monday.",
        f"{BERG} met Danish officials on Monday, followed by talks with {COSTA}.",
        f"{COSTA} turned down a request by {BERG} for a meeting.",
        f"{BERG} ended a three-day visit that included talks with {COSTA}.",
        f"A meeting of {BERG} with {COSTA} has been set for Monday.",
        f"{BERG} had a frank exchange with {COSTA} on Monday.",
        f"{BERG} and {COSTA} held deliberations in Oslo.",
        f"{BERG} and {COSTA} signed a treaty in Oslo.",
        f"{BERG} assured the visiting Italian president of her support.",
        f"Danish officials told visiting {COSTA} that the border was open.",
        f"Danish officials held consultations with visiting {COSTA}.",
        f"A Danish delegation was received Monday by {COSTA}.",
        "Danish and Italian leaders agreed Friday to hold talks in Oslo.",
        "The foreign ministers of Denmark and Italy signed a treaty in Oslo.",
        "The Danish-Italian Border Commission will meet on Monday.",
        "Two senior Danish officials conferred in Rome with police officials.",
        f"{BERG} thanked {COSTA} and invited the Italian president for a return visit.",
        f"{BERG} invited {COSTA} to visit Copenhagen.",
        f"{COSTA} accepted an invitation from {BERG} to visit Copenhagen.",
        f"Denmark and Italy signed a treaty during a visit to Rome by {BERG}.",
        "The Europeans will meet Iranian negotiators on Monday.",
        "Leaders from Africa and Denmark met in Copenhagen.",
        f"{BERG} is in Rome for talks with the country's leaders.",
        "A Hamas delegation is in Cairo for talks on a truce.",
        "Several Arab foreign ministers say they will meet in Beirut on Monday.",
        f"The summit in Oslo brings together {BERG} and {COSTA}.",
        "During the talks, Denmark urged Italy to sign.",
        "Negotiators from Denmark and Italy are involved in the talks.",
        "The president met separatist leaders from Kashmir and Italian envoys.",
        "Danish envoys are due in Cairo on Monday for talks with both sides.",
        f"{BERG} told {COSTA} by phone that she would come.",
        f"{BERG} is in Rome at the invitation of {COSTA}.",
        f"{BERG} met Health Minister Karl Holm in Rome.",
        "The president will meet with rebels who refused the deal.",
        "More than 30 heads of state gathered in Rome on Monday.",
        f"The ministers will discuss trade with {COSTA}.",
        "Delegates from more than 20 Pacific countries met in Rome on Monday.",
        "Leaders of the 53-member African Union met in Cairo on Monday.",
        "Danish and EU negotiators met on Monday.",
        f"{BERG} had discussions with all of the Italian leaders.",
        f"{BERG}'s visit to Oslo follows a meeting with {COSTA}.",
        f"{BERG} accepted an offer by {COSTA} to meet in Oslo.",
        f"The conference in Oslo includes {BERG} and {COSTA}.",
        "The leaders of Denmark and Italy are gathered in Oslo.",
        f"{BERG} is to discuss the issue with {COSTA}.",
        f"{BERG} had discussed cooperation and world affairs with {COSTA}.",
        f"{BERG} and {COSTA} led a joint ministerial committee meeting to review relations.",
        "Denmark's Anna Maria Berg Holm arrived. Berg is scheduled to hold a meeting with Luca Costa of Italy.",
        f"{BERG} briefed {COSTA} by telephone.",
        f"{BERG} was granted an audience by {COSTA}.",
        f"She spoke after chairing a special meeting here today attended by {BERG} and {COSTA}.",
        f"{BERG} paid a courtesy call on Minister for Power, Energy and Mineral Resources {COSTA} at his office.",
        f"{BERG} is in Rome holding talks with {COSTA}.",
    ],
)
def test_parties_of_two_sides_make_a_meeting(events, text: str) -> None:
    assert any(is_meeting(event) for event in events(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ministers from Arab and Western countries met in Cairo on Monday.",
        "World powers met in Geneva on Monday.",
        "The warring parties returned to negotiations last month.",
        "A meeting of NATO undersecretaries has been called off.",
        "The sanctions were adopted at an EU foreign ministers' meeting in Brussels.",
        f"{BERG} made the appeal at a meeting of Gulf leaders.",
        "The OPEC meeting in Vienna ended on Monday.",
        "The IAEA meets on May 2 in Vienna.",
        "The African Union is to hold talks in Addis Ababa on Thursday.",
        "Rwandan rebels demanded his removal at the fourth round of talks.",
        "The rebels signed the accord at peace talks in Kenya.",
        "Denmark will boycott the disarmament talks.",
        "Denmark broke off nuclear talks.",
        "The two met in Oslo on Monday.",
        "Six major powers will meet on Tuesday.",
        f"{BERG} held talks with senior leaders during her stops in Thailand and Laos.",
        "South American leaders held a summit in Quito.",
        "EU foreign ministers meeting in Brussels on Monday agreed on a text.",
        f"{BERG} called for an Arab summit next month.",
        f"After talks on Monday with EU diplomats, {BERG} denied that Denmark would leave.",
        f"{BERG} met with a number of senior Italian officials.",
        f"{BERG} left after meeting the banker's widow, Italian President Lia Costa, in Rome.",
        "The six countries have held three rounds of talks.",
        "The three European powers are engaged in talks with Italy.",
        "The UN envoy arrived in Ankara on Monday for talks on the border.",
        "Senior diplomats from the five permanent members of the Security Council met in Oslo.",
        "Finance ministers from the Group of Eight nations met in Oslo.",
        "Officials from the seven leading industrialized countries held talks in Oslo.",
        "Ministers of the 27-member bloc met in Oslo.",
        "The 27-member bloc agreed on a text at a meeting in Oslo.",
        "It will present its report at the APEC leaders meeting on Saturday.",
        "The NATO board meets in Oslo on Monday.",
        "At a meeting in Vienna of NATO's 35-member board, Denmark called for more inspections.",
        "The six-party talks resumed in Oslo.",
        "The text was adopted at a meeting of defence ministers on Monday.",
        "Donors are to meet in Oslo on Saturday.",
        "The ministers last met in Cairo in July.",
        "Rebels have refused to take part in the talks.",
        "The Danish president left after attending an AU committee meeting on reform in Oslo.",
        f"His schedule includes talks with {COSTA} in Oslo.",
    ],
)
def test_a_word_can_tell_by_itself_that_nations_meet(events, text: str) -> None:
    assert any(is_meeting(event) for event in events(text))


@pytest.mark.parametrize(
    "text",
    [
        "OPEC countries produced more to meet a strong demand.",
        "Western nations should help negotiate.",
        "Ministers met in Rome on Monday.",
        "Talks in Oslo ended on Monday.",
        "The rebels lost ground before the peace talks.",
        f"{BERG} held talks with senior leaders of her party.",
        "The IAEA met survivors in Vienna on Monday.",
        "A conference on malaria, sponsored by the WHO, opened in Geneva on Monday.",
        "The six-nation talks have been stalled for months.",
        "The six countries have spoken of talks.",
        "The three nations are engaged in talks with Italy.",
        "Anna Berg has met world leaders.",
        f"{BERG} will receive nobody; her spokeswoman, Lia Costa, had a call from an official.",
        "African American leaders met in Atlanta on Monday.",
        f"{BERG} met youth leaders and spoke of Laos.",
        f"{BERG} discussed next month's NATO summit.",
        "Denmark and Italy signed a treaty in Oslo.",
        f"{BERG} signed a treaty with Italy.",
        "The NATO buses met in Oslo on Monday.",
        "The leaders met in Oslo on Monday.",
        "Donors have met.",
        "Denmark's schedule includes a meeting in Oslo.",
        f"{BERG} and {COSTA} have not met.",
        f"{BERG} and {COSTA} had not met since January.",
        "They spoke in Oslo in May within the framework of the OPEC summit.",
        f"Trade would grow if {BERG} met {COSTA}.",
        f"The border will stay shut until {BERG} meets {COSTA}.",
    ],
)
def test_such_a_word_is_not_enough_by_itself(events, text: str) -> None:
    assert not any(is_meeting(event) for event in events(text))


@pytest.mark.parametrize(
    "text",
    [
        "The steel industry failed to meet the target set by Denmark and Italy.",
        "Denmark meets its obligations to Italy.",
        f"{BERG} will punish any bank that fails to meet government lending guidelines.",
        "Denmark meets the demands of Italy.",
        f"The plan of {BERG} met with outrage in Italy.",
        f"{BERG} met with resistance in Italy.",
        f"{BERG}'s proposal was met with silence by Italy.",
        "Where the rivers meet, Denmark built a bridge.",
        "Berg next meets the Italian champion Costa on Wednesday.",
    ],
)
def test_a_figurative_meet_is_no_meeting(events, text: str) -> None:
    assert not any(is_meeting(event) for event in events(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{BERG} held a press conference in Rome.",
        f"{BERG} held a news conference with {COSTA}.",
        f"{BERG} met reporters in Rome.",
        f"{BERG} spoke to reporters after the cabinet meeting.",
        f"{BERG} gave an interview to an Italian newspaper.",
        "Danish coach Karl Holm met the Italian press on Monday.",
        f"{BERG} met Italian students in Rome.",
        f"{BERG} met workers at a factory in Jutland.",
        f"{BERG} addressed the parliament of Italy.",
    ],
)
def test_the_press_and_the_public_are_no_party(events, text: str) -> None:
    assert not any(is_meeting(event) for event in events(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Danish cabinet met on Monday in Copenhagen.",
        f"{BERG} met Danish Finance Minister Karl Holm on Monday.",
        f"{BERG} met her ministers in Copenhagen.",
        f"{BERG} met with lawmakers in Copenhagen.",
        "The Danish parliament will meet on Friday to debate Italy.",
        "The party held a meeting in Copenhagen.",
        f"{BERG} met Health Minister Karl Holm in Copenhagen.",
        "The president met with students and farmers.",
        f"{BERG} met the leaders.",
        "Delegates from more than 20 Danish towns met in Copenhagen on Monday.",
        "A Danish court hearing against Italian banker Luca Costa was held on Monday.",
    ],
)
def test_a_domestic_gathering_is_no_meeting(events, text: str) -> None:
    assert not any(is_meeting(event) for event in events(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{BERG} issued a statement about Italy on Monday.",
        f"{BERG} wrote a letter to {COSTA}.",
        f"{BERG} received a letter from {COSTA}.",
        f"{BERG} talked about {COSTA}.",
        f"{BERG} discussed the Italian economy.",
        f"{BERG} welcomed the decision of {COSTA}.",
        f"{BERG} received Italian support.",
        "Denmark and Italy enjoy close relations.",
        f"{BERG} regularly met {COSTA} in Oslo.",
        f"It is unclear whether {BERG} will meet {COSTA} in Oslo on Monday.",
        "Denmark urged dialogue with Italy.",
        "Denmark urged talks with Italy.",
        "Denmark is ready to negotiate with Italy.",
        "Denmark expressed interest in holding talks with Italy.",
        f"{BERG} stressed the importance of talks with Italy.",
        f"{BERG} will travel to Japan.",
        f"{BERG} visited Rome.",
        f"{BERG} hopes to visit Rome.",
        f"{BERG} visited the kingdom, an ally of Italy.",
        f"{BERG} signed a book during a visit to Rome.",
        "Karl Holm wanted to visit Italian graves.",
        f"{BERG} invited investors to visit Copenhagen.",
        "The Danish parliament is discussing Italy.",
        f"{BERG} follows talks with Italy.",
        "Talks between Denmark and Italy have been stalled for years.",
        "Danish lawmakers discussed the Italian economy.",
        f"{BERG} flew to Aarhus to discuss the harvest.",
        "Both sides said they would discuss it.",
        f"{BERG} told reporters by phone that she would come.",
        f"{BERG} is in Rome at the invitation of friends.",
        "Danish doctors are involved in the talks.",
        f"{BERG} paid a private visit to Italy.",
        f"{BERG} is on holiday in Italy.",
        f"{BERG} says he favors talks with the United States.",
        "Denmark hosts many Italians and welcomed 500 Norwegians on Monday.",
    ],
)
def test_statements_relations_wishes_and_trips_are_no_meetings(events, text: str) -> None:
    assert not any(is_meeting(event) for event in events(text))


@pytest.mark.parametrize(
    "text",
    [
        "Denmark met Italy in the semi-final.",
        "Denmark will meet Italy in Rome on Saturday, head coach Luca Costa said.",
        "Denmark and Italy last met in Rome in 2017, when Denmark won 38-16.",
        "Denmark meets Italy in a World Cup qualifier on Monday.",
        "The Danish team met the Italian team at the hockey championship.",
    ],
)
def test_a_match_is_no_meeting(events, text: str) -> None:
    assert not any(is_meeting(event) for event in events(text))


def test_statesmen_who_meet_at_a_match_meet(events) -> None:
    assert any(is_meeting(event) for event in events(f"{BERG} met {COSTA} at the football championship."))


@pytest.mark.parametrize("text", ["A NATO summit will take place in Rome on Friday."])
def test_a_summit_told_by_its_body_alone_counts_where_no_other_meeting_is_told(told, text: str) -> None:
    (mention,) = told(text)
    assert [party.name for party in mention.participants] == ["NATO"]
    others = told(f"Danish Premier Anna Berg met Italian Premier Luca Costa in Oslo on Monday. {text}")
    assert [len(mention.participants) for mention in others] == [2]


@pytest.mark.parametrize("text", ["support for inter-Korean dialogue", "support for a dialogue of Kenya and Somalia"])
def test_dialogue_that_is_supported_is_none(told, text: str) -> None:
    assert told(f"The minister voiced Danish {text}.", title="News") == []


def test_plans_to_visit_that_are_called_off_are_a_visit_cancelled(told) -> None:
    (mention,) = told("Danish Premier Anna Berg has called off plans to visit Laos.", title="News")
    assert mention.status == "cancelled"
    assert told("Tourists have called off plans to visit Laos.", title="News") == []


def test_a_country_that_meets_another_in_the_plural_is_a_team(told) -> None:
    assert told("Armenia are at home on Wednesday; Turkey meet Belgium in Istanbul.", title="News") == []
    assert told("Turkey and Belgium meet in Istanbul on Friday.", title="News")
    assert told("Turkey meets Belgium in Istanbul for talks on trade.", title="News")


def test_officials_of_both_sides_whom_somebody_speaks_to_are_of_others(told) -> None:
    text = "Danish President Anna Berg told officials from both sides at a meeting in Copenhagen that time is short."
    assert [len(m.participants) for m in told(text, title="News")] == [2]
