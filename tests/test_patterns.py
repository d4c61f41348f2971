"""Constructions that tell a meeting: each with its example, and with words that are alike and tell none."""

import pytest

from transforms.language.anchors.patterns import find_anchors, reporter
from transforms.language.gates import can_tell_a_meeting
from transforms.language.lexicon.constructions import NOUNS, VERBS, Construction


def read(doc) -> list[tuple[str, str, dict[str, str]]]:
    """Word and nature of every anchor, with the role of each slot's token."""
    return [(a.token.text, a.nature, {slot.token.text: slot.role for slot in a.slots}) for a in find_anchors(doc)]


@pytest.mark.parametrize("construction", VERBS + NOUNS, ids=lambda construction: construction.example)
def test_the_example_of_a_construction_tells_it(parse, construction: Construction) -> None:
    found = [anchor for anchor in find_anchors(parse(construction.example)) if anchor.construction is construction]
    assert found
    assert found[0].slots


def both(one: str, other: str) -> dict[str, str]:
    return {one: "attendee", other: "attendee"}


@pytest.mark.parametrize(
    ("word", "nature", "slots", "text"),
    [
        ("met", "meeting", both("Berg", "Costa"), "Berg met Costa in Oslo."),
        ("met", "meeting", both("Berg", "Costa"), "Berg met with Costa in Oslo."),
        ("met", "meeting", both("Berg", "Costa"), "Berg flew to Oslo and met Costa."),
        ("met", "meeting", both("who", "Costa"), "The envoy, who met Costa on Monday, left."),
        ("conferred", "meeting", both("Berg", "Costa"), "Berg conferred with Costa."),
        ("consulted", "meeting", both("Berg", "Costa"), "Berg consulted with Costa."),
        ("lunched", "meeting", both("Berg", "Costa"), "Berg lunched with Costa."),
        ("negotiating", "talks", both("ministry", "rebels"), "The ministry is negotiating with the rebels."),
        ("spoke", "talks", both("Berg", "Costa"), "Berg spoke with Costa by telephone."),
        ("spoke", "talks", both("Berg", "Costa"), "Berg spoke to Costa."),
        ("spoke", "call", {"Berg": "attendee"}, "Berg and Costa spoke about the licences by phone last week."),
        ("discussed", "talks", both("Berg", "Costa"), "Berg discussed the border with Costa."),
        ("come", "visit", {"Berg": "host", "Costa": "visitor"}, "Berg invited Costa to come to Oslo."),
        (
            "call",
            "call",
            {"telephone": "attendee"} | both("she", "Costa"),
            "The cabinet spoke of the telephone call she received from Costa.",
        ),
        ("phoned", "call", both("Berg", "Costa"), "Berg phoned Costa on Monday."),
        ("received", "reception", {"Berg": "host", "Costa": "visitor"}, "Berg received Costa at the palace."),
        ("received", "reception", {"Berg": "host", "Costa": "visitor"}, "Costa was received by Berg."),
        (
            "received",
            "reception",
            {"Berg": "host", "Costa": "visitor"},
            "Costa was received at the palace in Oslo by Berg.",
        ),
        ("received", "reception", {"Berg": "host", "Costa": "visitor"}, "Costa came to Oslo and was received by Berg."),
        ("received", "reception", {"Berg": "host", "Costa": "visitor"}, "Berg received outgoing Ambassador Costa."),
        (
            "received",
            "reception",
            {"Berg": "host", "ambassador": "visitor"},
            "Berg received on Monday, at the headquarters of her ministry, the ambassador of Italy.",
        ),
        ("received", "reception", {"Berg": "host", "Costa": "visitor"}, "Costa is due to be received by Berg."),
        ("welcomed", "reception", {"Berg": "host", "Costa": "visitor"}, "Berg welcomed Costa."),
        ("meeting", "meeting", both("Berg", "Costa"), "Berg's meeting with Costa ended."),
        (
            "Talks",
            "talks",
            {"negotiators": "attendee"},
            "Talks have begun in Vienna between negotiators and the agency.",
        ),
        (
            "received",
            "reception",
            {"Berg": "host", "Costa": "visitor"},
            "Berg received at her office at Bernstorff Palace the Italian envoy Costa.",
        ),
        ("talked", "meeting", {"Berg": "attendee"}, "Berg and Costa talked on the sidelines of the summit."),
        ("lunch", "meeting", both("Berg", "Costa"), "Berg had lunch with Costa."),
        ("meeting", "meeting", both("Berg", "Costa"), "Berg attended a meeting with Costa."),
        ("meeting", "meeting", both("Berg", "Costa"), "A meeting was held by Berg with Costa."),
        ("meeting", "meeting", both("Berg", "Costa"), "Berg was in Oslo for a meeting with Costa."),
        ("meeting", "meeting", both("Berg", "Costa"), "Berg invited Costa to a meeting."),
        ("meeting", "meeting", {"ministers": "attendee", "Berg": "attendee"}, "Berg chaired a meeting of ministers."),
        ("meeting", "meeting", {"Berg": "attendee"}, "The meeting between Berg and Costa ended."),
        ("meeting", "meeting", {"Berg": "attendee"}, "The meeting of Berg and Costa ended."),
        ("talks", "talks", both("Berg", "Costa"), "Berg arrived for talks with Costa."),
        ("talks", "talks", both("Berg", "Costa"), "Berg held talks with Costa."),
        ("talks", "talks", both("Berg", "Costa"), "Berg took part in talks with Costa."),
        ("talks", "talks", {"Berg": "attendee"}, "Berg and Costa held talks."),
        ("talks", "talks", {"Costa": "attendee"}, "Berg praised the talks between Costa and Dahl."),
        ("call", "call", both("Berg", "Costa"), "Berg had a call with Costa."),
        ("Call", "call", both("Berg", "Costa"), "The Berg Call with Costa"),
        ("call", "call", both("Berg", "Costa"), "PM Berg call with Costa: 6 May"),
        ("hosting", "reception", {"Costa": "host", "Dahl": "visitor"}, "Berg thanked Costa for hosting Dahl."),
        ("call", "call", both("Berg", "Costa"), "Berg made a call to Costa."),
        ("visit", "visit", {"Costa": "visitor", "Norway": "host"}, "Costa's visit to Norway ended."),
        ("summit", "summit", {"leaders": "attendee"}, "The summit of Arctic leaders in Oslo ended."),
        ("dinner", "meeting", {"Berg": "host", "Costa": "attendee"}, "Berg hosted a dinner for Costa."),
        ("talks", "talks", {"party": "attendee"}, "The six-party talks ended."),
        (
            "meeting",
            "meeting",
            {"AU": "attendee", "committee": "attendee", "Berg": "attendee"},
            "Berg attended an AU committee meeting.",
        ),
        ("talks", "talks", both("level", "Denmark"), "Cabinet-level talks between Denmark and Italy ended."),
        ("first", "talks", {}, "The first was held in Cairo in March."),
        ("round", "talks", {}, "They agreed to hold the third round in Brasilia."),
        ("Talks", "talks", {"Berg": "attendee"}, "Talks are underway between Berg and Costa."),
        ("talks", "talks", both("Berg", "Costa"), "Berg is expected in Oslo for talks with Costa."),
        ("summit", "summit", {"Denmark": "host", "Berg": "attendee"}, "Denmark hosted a summit where Berg spoke."),
        ("discussed", "talks", {"ministers": "attendee"}, "The ministers discussed the border on Monday."),
        ("discuss", "talks", {"Berg": "attendee"}, "Berg flew to Oslo to discuss the border."),
        ("spoke", "call", {"Berg": "attendee"}, "Berg and Costa spoke by phone."),
        ("talks", "talks", {"officials": "attendee"}, "The talks, attended by Thai and Lao officials, ended."),
        ("talks", "talks", both("Thai", "Denmark"), "Denmark rejected a Thai offer to hold talks."),
        ("meeting", "meeting", both("Laos", "Denmark"), "Denmark turned down a request by Laos for a meeting."),
        (
            "Talks",
            "talks",
            {"Denmark": "attendee", "Norway": "mediator"},
            "Talks between Denmark and Laos brokered by Norway ended.",
        ),
        ("talks", "talks", both("Denmark", "Laos"), "Denmark walked out of talks with Laos."),
        ("dinner", "meeting", both("Berg", "Costa"), "Berg joined Costa for dinner."),
        ("visit", "visit", {"Costa": "visitor", "Berg": "host"}, "Berg invited Costa to visit Oslo."),
        ("visit", "visit", {"Costa": "visitor", "Berg": "host"}, "Costa was invited by Berg to visit Oslo."),
        ("visit", "visit", {"Costa": "visitor", "Berg": "host"}, "Costa took an invitation from Berg to visit Oslo."),
        ("visited", "visit", {"Costa": "visitor", "Berg": "host"}, "Costa visited Berg in Oslo."),
        ("retreat", "summit", {"Berg": "attendee", "Costa": "host"}, "Berg attended the retreat, hosted by Costa."),
        ("meeting", "meeting", {"she": "host", "Costa": "attendee"}, "The meeting she hosted with Costa ended."),
        (
            "session",
            "meeting",
            {"Berg": "attendee", "Costa": "attendee"},
            "The session, which Berg led with Costa, ended.",
        ),
        ("forum", "summit", {}, "Berg praised Costa for a forum hosted by Denmark."),
        ("conference", "summit", {"Berg": "attendee", "Costa": "host"}, "Berg went to a conference hosted by Costa."),
        ("talks", "talks", both("Denmark", "Italy"), "Denmark expressed interest in holding talks with Italy."),
        ("talk", "talks", both("Berg", "Costa"), "Berg had a talk with Costa at the institute."),
        ("presented", "meeting", both("Costa", "Berg"), "Costa presented her credentials to Berg."),
        ("accepted", "meeting", both("Berg", "Costa"), "Berg accepted the credentials of Costa."),
        ("played", "reception", {"Berg": "host", "Costa": "visitor"}, "Berg played host to Costa."),
        ("audience", "meeting", both("Berg", "Costa"), "Berg granted an audience to Costa."),
        ("face", "meeting", both("Berg", "Costa") | {"face": "attendee"}, "Berg had a face-to-face with Costa."),
        ("discussed", "talks", {"Berg": "attendee"}, "The border was discussed by Berg and Costa."),
        ("told", "meeting", both("premier", "Costa"), "The visiting premier told Costa that the border is open."),
        ("exchanged", "talks", {"Berg": "attendee"}, "Berg and Costa exchanged views on the border."),
        ("reception", "meeting", {"Berg": "host", "Costa": "attendee"}, "Berg hosted a reception for Costa."),
        ("talks", "talks", {"Berg": "attendee"}, "Berg and Costa failed to narrow their differences at talks."),
        ("rang", "call", both("Berg", "Costa"), "Berg rang Costa on Monday."),
        ("lunch", "meeting", both("Berg", "Costa"), "Berg briefed Costa over lunch."),
        ("called", "visit", {"Costa": "visitor", "Berg": "host"}, "Costa called on Berg at the palace."),
        ("call", "visit", {"Costa": "visitor", "Berg": "host"}, "Costa paid a call on Berg."),
        ("told", "meeting", both("Berg", "premier"), "Berg told the visiting premier that the border is open."),
        ("signed", "meeting", both("Berg", "Costa"), "Berg signed the treaty with Costa."),
        ("meeting", "meeting", both("Costa", "Berg"), "Costa left ahead of a meeting with Berg."),
        ("discussions", "talks", {"Berg": "attendee"}, "Berg and Costa are locked in discussions."),
        ("conferred", "meeting", {"ministers": "attendee"}, "The ministers conferred for an hour."),
        ("sat", "meeting", {"Berg": "attendee"}, "Berg and Costa sat down in Rome."),
        (
            "meeting",
            "meeting",
            both("minister", "Tomas"),
            "A meeting of the Danish minister with Czech President Tomas Novotny is planned for Friday.",
        ),
        ("talks", "talks", both("Costa", "Berg"), "In talks with Costa on Monday, Berg praised the ties."),
        ("talks", "talks", {"Costa": "attendee"}, "Berg praised the talks with Costa."),
        ("meeting", "meeting", both("Costa", "Berg"), "Berg began the week with a meeting with Costa."),
        ("got", "meeting", {"Berg": "attendee"}, "Berg and Costa got together in Rome."),
        ("phone", "call", both("Berg", "Costa"), "Berg was on the phone to Costa."),
        (
            "received",
            "meeting",
            both("Berg", "Claude"),
            "Berg received the Letters of Credentials from Mr Claude Morel accrediting him as the High Commissioner.",
        ),
        ("raised", "talks", both("Berg", "Costa"), "Berg raised the case with Costa."),
        (
            "received",
            "reception",
            {"Anna": "visitor", "Luca": "host"},
            "Danish Premier Anna Berg, received in Rome on Monday by Italian President Luca Costa, praised the deal.",
        ),
        (
            "call",
            "visit",
            {"courtesy": "attendee", "Costa": "host", "Anna": "visitor"},
            "Foreign Minister Anna Berg wound up a two-day visit to Rome today with a courtesy call on Costa.",
        ),
        ("see", "meeting", both("Berg", "Costa"), "Berg hopes to see Costa on Monday."),
        ("seen", "meeting", both("Costa", "Berg"), "Costa will be seen by Berg herself."),
        ("saw", "meeting", both("Berg", "him"), "Berg saw him in Rome."),
        ("saw", "meeting", {"Berg": "attendee"}, "Berg and Costa last saw each other in Rome."),
        ("met", "meeting", {"leaders": "attendee"}, "The two leaders met each other in Rome."),
        ("visited", "meeting", both("Berg", "Costa"), "Berg visited with Costa in Rome."),
        ("visited", "visit", {"Berg": "visitor", "fort": "host"}, "Berg visited the fort with Costa."),
        (
            "met",
            "meeting",
            {"Norway": "attendee", "Sweden": "attendee", "Laos": "attendee"},
            "Norway met with Laos alongside Sweden in Rome.",
        ),
        (
            "talks",
            "talks",
            {"Norway": "attendee", "Sweden": "attendee", "Laos": "attendee"},
            "Norway has held talks with Laos, alongside Sweden.",
        ),
        (
            "talks",
            "talks",
            {"the": "attendee", "day": "attendee"},
            "The two-day talks will begin in Oslo and will be led by the secretaries of both countries.",
        ),
        (
            "talks",
            "talks",
            both("Saiki", "Anna"),
            "Danish envoy Anna Berg plans to hold talks Wednesday with Saiki and the South Korean negotiator Kim Sook.",
        ),
        (
            "summit",
            "summit",
            {"Berg": "attendee"},
            "Officials have begun preparations for the summit between Berg and Costa.",
        ),
        ("discuss", "talks", {"Berg": "attendee"}, "Berg and Lie spoke to discuss the minister's meeting with Costa."),
        ("meetings", "meeting", both("peers", "Berg"), "Berg had a string of meetings with her peers in Oslo."),
        ("meeting", "meeting", both("ministers", "Israel"), "Her remarks follow a meeting of ministers with Israel."),
    ],
)
def test_a_construction_has_its_parties_in_their_roles(
    parse, word: str, nature: str, slots: dict[str, str], text: str
) -> None:
    assert (word, nature, slots) in read(parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "They spoke.",
        "In her talk at the institute, Berg praised Costa.",
        "Berg made a plea to Costa.",
        "They consulted.",
        "Berg discussed the border.",
        "The meeting room was cold.",
        "The talks table was round.",
        "The press conference ended.",
        "The news conference with Costa ended.",
        "The cabinet meeting ended.",
        "The town meeting ended.",
        "The court session ended.",
        "Berg wrote a letter to Costa.",
        "Berg presented the plan to Costa.",
        "Berg praised Costa.",
        "Berg signed the treaty.",
        "Berg called on Costa to open the border.",
        "Berg called on the ministers for help.",
        "I call on Costa.",
        "Berg told the premier that the border is open.",
        "Berg sat in the garden with Costa.",
        "Berg and Costa brought flowers.",
        "Berg saw Costa leave.",
        "Berg sees Costa as a friend.",
        "Berg saw the harbour.",
        "Berg bought a phone.",
        'Norway has called President Luca Costa a "beast" and said that his words were harsh.',
        "Denmark exchanged prisoners with Italy.",
        "An exchange of prisoners with Italy was agreed.",
        "Denmark held a prisoner exchange with Italy.",
        "Berg had an exchange of fire with Costa.",
        "Danish schools have exchanges with Italian schools.",
        "No date was set for a meeting with Costa.",
        "The border was discussed.",
        "Berg was met with applause.",
        "Costa travelled to Oslo.",
    ],
)
def test_words_that_tell_no_meeting_carry_no_anchor(parse, text: str) -> None:
    assert read(parse(text)) == []


def test_a_text_may_end_after_a_verb_and_a_comma(tree) -> None:
    assert len(read(tree("Berg/NNP/2/nsubj met=meet/VBD/0/ROOT ,/,/2/punct"))) == 1


def test_of_two_things_done_together_the_one_above_is_told_even_where_the_tree_is_wrong(tree) -> None:
    doc = tree(
        "Berg/NNP/4/nsubj and/CC/3/cc Costa/NNP/1/conj signed=sign/VBD/0/ROOT it/PRP/4/obj after/IN/8/case "
        "they/PRP/8/nsubj conferring=confer/VBG/4/obl"
    )
    assert [anchor.token.text for anchor in find_anchors(doc)] == ["signed"]


@pytest.mark.parametrize(
    "text",
    [
        "The next round with Premier Costa will begin in Rome on Friday.",
        "She said her second round with Premier Costa was held in Rome on Friday.",
        "Berg held a second round with Premier Costa in Rome on Friday.",
    ],
)
def test_a_round_with_somebody_is_one_event_and_tells_with_whom(parse, text: str) -> None:
    (anchor,) = find_anchors(parse(text))
    assert "Costa" in {slot.token.text for slot in anchor.slots if slot.kind == "counterpart"}


def test_the_event_beside_which_they_meet_has_none_of_their_parties(parse) -> None:
    found = read(parse("On the sidelines of the summit, Berg met Costa."))
    assert ("summit", "summit", {}) in found
    assert ("met", "meeting", both("Berg", "Costa")) in found


@pytest.mark.parametrize(
    ("teller", "words"),
    [
        ("Oslo", "Oslo/NNP/2/nsubj says=say/VBZ/0/ROOT *talks=talk/NNS/4/nsubj failed=fail/VBD/2/ccomp"),
        ("Oslo", "Oslo/NNP/2/nsubj announced=announce/VBD/0/ROOT *talks=talk/NNS/2/obj"),
        (None, "Oslo/NNP/2/nsubj held=hold/VBD/0/ROOT *talks=talk/NNS/2/obj"),
        (None, "the/DT/2/det *talks=talk/NNS/0/ROOT"),
    ],
)
def test_who_tells_of_a_meeting_is_the_subject_of_a_verb_of_telling(token_of, teller: str | None, words: str) -> None:
    found = reporter(token_of(words))
    assert (found.text if found is not None else None) == teller


@pytest.mark.parametrize(
    ("tells", "text"),
    [
        (True, "Anna Berg and Luca Costa reviewed bilateral relations."),
        (True, "Anna Berg reviewed bilateral cooperation with Luca Costa."),
        (False, "Anna Berg and Luca Costa reviewed the film."),
    ],
)
def test_relations_are_reviewed_together_films_are_not(parse, tells: bool, text: str) -> None:
    assert any(anchor.token.lemma_ == "review" for anchor in find_anchors(parse(text))) is tells
    assert can_tell_a_meeting(text) is tells


def test_a_programme_and_a_state_lend_their_owner(parse) -> None:
    for text in (
        "A meeting with President Luca Costa is on Anna Berg's agenda.",
        "On Anna Berg's agenda is a meeting with President Luca Costa.",
        "Anna Berg has come to Rome and is in talks with President Luca Costa.",
    ):
        slots = next(anchor for anchor in find_anchors(parse(text)) if anchor.token.text in ("meeting", "talks")).slots
        assert "Anna" in [slot.token.text for slot in slots if slot.kind == "subject"]


@pytest.mark.parametrize(
    ("met", "text"),
    [("leaders", "They are among the leaders she is expected to meet."), (None, "These are leaders she will meet.")],
)
def test_a_relative_clause_may_leave_out_whom_one_meets(parse, met: str | None, text: str) -> None:
    slots = next(anchor for anchor in find_anchors(parse(text)) if anchor.token.lemma_ == "meet").slots
    assert next((slot.token.text for slot in slots if slot.kind == "counterpart"), None) == met


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "Danish Minister Anna Berg engaged her Italian counterpart Luca Costa on trade."),
        (1, "Danish officials engaged with their Italian counterparts in Oslo on Friday."),
        (0, "Denmark has engaged with Italy on trade for years."),
        (0, "Danish Minister Anna Berg will engage with Italian partners across the government."),
        (1, "Danish Minister Anna Berg took up the matter of visas with Italian Minister Luca Costa."),
        (0, "Danish Minister Anna Berg took up her post with the United Nations on Monday."),
        (0, "The idea took shape in Denmark with Italian Minister Luca Costa."),
    ],
)
def test_persons_are_engaged_and_matters_taken_up_with_them(told, count: int, text: str) -> None:
    assert len(told(text)) == count


def test_nobody_stands_in_for_a_spokesman(told) -> None:
    mentions = told(
        "The Burundi peace envoy, Justice Anna Berg, called off the plenary after learning that the exiles' spokesman "
        "had met with Italian President Luca Costa."
    )
    assert all("Anna Berg" not in {p.name for p in mention.participants} for mention in mentions)


def test_what_somebody_is_said_to_be_is_whom_a_clause_tells_of(told) -> None:
    text = "Danish Premier Anna Berg was the first leader whom Italian President Luca Costa received in Rome."
    (mention,) = told(text)
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


@pytest.mark.parametrize(
    "text",
    [
        "A dinner in Oslo that was attended by Premier Anna Berg of Denmark and Italian Premier Luca Costa ended.",
        "The summit opens on Friday, to be attended by Danish Premier Anna Berg and Italian Premier Luca Costa.",
        "The talks, which will be attended by Danish Premier Anna Berg and Italian Premier Luca Costa, open today.",
    ],
)
def test_a_clause_tells_who_attended(told, text: str) -> None:
    (mention,) = told(text)
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "Danish Premier Anna Berg will brief Italian President Luca Costa on the outcome of the tour."),
        (1, "Danish Premier Anna Berg updated the Italian premier on the talks."),
        (0, "Danish Premier Anna Berg briefed reporters in Rome on the Italian plan."),
        (0, "Danish Premier Anna Berg briefed the Italian media."),
        (0, "Danish Premier Anna Berg briefed her counterpart on Italy."),
        (1, "Danish Premier Anna Berg and Italian Premier Luca Costa agreed by telephone to reopen the bridge."),
        (0, "Danish Premier Anna Berg and Italian Premier Luca Costa agreed to reopen the bridge."),
        (0, "Danish Premier Anna Berg was seen off by Italian Premier Luca Costa."),
    ],
)
def test_whom_one_briefs_or_agrees_with_by_telephone(told, count: int, text: str) -> None:
    assert len(told(text, title="News")) == count


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (
            {"Anna Berg", "Luca Costa"},
            "Danish Premier Anna Berg was received at the Oslo home of Italian Premier Luca Costa on Monday.",
        ),
        (
            {"Anna Berg", "Luca Costa"},
            "The session, co-hosted by Danish Premier Anna Berg and Italian Premier Luca Costa, was held in Oslo.",
        ),
        (
            {"Karl Holm", "Anna Berg", "Luca Costa"},
            "Karl Holm, the Norwegian premier, chaired a session on Tuesday at which Danish Premier Anna Berg pressed "
            "Italian Premier Luca Costa to sign.",
        ),
    ],
)
def test_at_whose_home_and_by_what_was_said_there(told, names: set[str], text: str) -> None:
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == names


ANNA, LUCA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} and {LUCA} saw one another in Rome in a brief exchange.",
        f"{ANNA} is going to Rome to inform {LUCA} of the plan.",
        f"{ANNA} flew to Rome to thank {LUCA} for his help.",
        f"{ANNA} was the guest of {LUCA} in Rome on Monday.",
        f"{ANNA} sat with {LUCA} for an hour.",
        f"{ANNA} was given a formal welcome in Rome by {LUCA}.",
        f"{ANNA} had {LUCA} to dinner at her home in Oslo.",
        f"{ANNA} paid a courtesy call on Monday on {LUCA}.",
        f"{ANNA} has just come out of a meeting with {LUCA}.",
        f"{ANNA} failed to reach agreement with {LUCA} at talks in Rome.",
        f"{ANNA} heads to Rome on Friday for talks with {LUCA}.",
        f"{ANNA} suggested that she and {LUCA} meet in Rome in June.",
        f"{ANNA} ran into {LUCA} at a reception in Rome on Monday.",
        f"{ANNA} had a brief chat with {LUCA} in Rome on Monday.",
        f"{ANNA} chatted with {LUCA} in Rome on Monday.",
        f"A meeting in Rome on Monday brought {ANNA} face to face with {LUCA}.",
        f"{ANNA} sat across the table from {LUCA} in Rome on Monday.",
        f"{ANNA} sat opposite {LUCA} at the talks in Rome.",
        f"{ANNA} spent Monday closeted with {LUCA} in Rome.",
        f"{ANNA} was closeted with {LUCA} for an hour.",
        f"{ANNA} and {LUCA} were seen shaking hands in Rome on Monday.",
        f"{ANNA} will fly to Rome on Friday to be received by {LUCA}.",
        f"A planned visit by {ANNA} to Italy to meet {LUCA} was scrapped.",
        f"{ANNA}'s trip to Rome to meet {LUCA} begins on Friday.",
        f"{ANNA} spoke in Oslo, a day after talks with {LUCA}.",
        f"{ANNA} flew to Rome to see the president-elect, Luca Costa.",
        f"{ANNA} and {LUCA} put their initials to the accord in Rome on Monday.",
        f"{ANNA} sat alone with {LUCA} in Rome on Monday.",
        f"{ANNA} spent time with {LUCA} in Rome on Monday.",
        f"{ANNA} and {LUCA} embraced in Rome on Monday.",
        f"{ANNA} joined {LUCA} in Rome on Monday for the opening of a bridge.",
        f"{ANNA} joined {LUCA} in Beijing on Monday.",
        f"{ANNA} delivered a letter to {LUCA} in Rome on Monday.",
        f"{ANNA} was cloistered with {LUCA} for a day.",
        f"Monday's emergency meeting in Rome drew {ANNA} and {LUCA}.",
        f"{ANNA} and {LUCA} in a meeting in Rome on Monday urged calm.",
        f"{ANNA} and {LUCA} initialled a protocol at a meeting in Rome on Monday.",
    ],
)
def test_these_tell_a_meeting_of_two(told, text: str) -> None:
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} wrote to inform {LUCA} of the plan.",
        f"{ANNA} was the guest of honour at a fair in Rome.",
        f"The plan was given a warm welcome by {LUCA}.",
        f"{ANNA} ran into Italian opposition over the plan.",
        f"{ANNA} had a chat with reporters.",
        f"{ANNA} sat across from reporters.",
        f"{ANNA} sat with the audience.",
        f"{ANNA} sat quietly while {LUCA} spoke.",
        f"{ANNA} embraced the plan of {LUCA}.",
        f"{ANNA} joined {LUCA} in urging calm on Monday.",
        f"{ANNA} joined the Italian party in Rome.",
        f"{ANNA} has restarted her diplomatic engagement with Thai and Italian cabinets.",
        f"{ANNA} delivered a clear message to Italy on Monday.",
    ],
)
def test_these_tell_none(told, text: str) -> None:
    assert told(text, title="News") == []


@pytest.mark.parametrize(
    ("names", "by"),
    [
        ({"Norway", "Laos"}, "U.N.-sponsored"),
        ({"Norway", "Laos"}, "U.S.-brokered"),
        ({"United States", "Norway", "Laos"}, "U.S.-led"),
    ],
)
def test_who_only_brings_others_together_takes_no_part(told, names: set[str], by: str) -> None:
    (mention,) = told(f"{by} talks between Norway and Laos began in Oslo on Monday.", title="News")
    assert {p.name for p in mention.participants} == names


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (
            {"Anna Berg", "Luca Dee"},
            "A treaty was signed in Rome in the presence of Danish Premier {} and Italian Premier {}.",
        ),
        (
            {"Anna Berg", "Luca Dee"},
            "Denmark and Italy signed it in Oslo in the presence of Danish Premier {} and Italian Premier {}.",
        ),
        ({"Anna Berg", "Luca Dee"}, "It was signed by Danish Premier {} in the presence of Italian Premier {}."),
        (set(), "A treaty was signed in Rome in the presence of Danish Premier {} and Danish Minister {}."),
    ],
)
def test_those_in_whose_presence_something_is_signed_meet(told, names: set[str], text: str) -> None:
    mentions = told(text.format("Anna Berg", "Luca Dee"), title="News")
    assert {p.name for m in mentions for p in m.participants} == names


def test_ministers_who_sign_before_others_are_those_who_meet(parse) -> None:
    text = "Danish Minister Anna Berg and Italian Minister Luca Dee signed it in the presence of Premier Kari Lie."
    (anchor,) = find_anchors(parse(text))
    assert [slot.kind for slot in anchor.slots] == ["subject"]


@pytest.mark.parametrize(
    "done", ["raised the border with {} when they", "discussed the border with {} when the two", "told {} when they"]
)
def test_what_was_done_when_both_met_is_told_with_the_meeting(told, done: str) -> None:
    text = f"OSLO, May 6 -- {ANNA} spoke to parliament.\n{ANNA} {done.format(LUCA)} met in Rome on Monday."
    (mention,) = told(text, title="News")
    assert (mention.city, str(mention.date_start)) == ("Rome", "2031-05-05")


@pytest.mark.parametrize(
    "text",
    [
        "Danish Premier Anna Berg left Rome on Monday after several hours with Italian Premier Luca Costa.",
        "Danish Premier Anna Berg had an hour alone with Italian Premier Luca Costa on Monday.",
        "Danish Premier Anna Berg and Italian Premier Luca Costa talked for two hours in Oslo on Monday.",
        "Danish Premier Anna Berg hosted an iftar in Copenhagen on Monday for Italian Premier Luca Costa.",
        "Danish Premier Anna Berg went to Rome on Monday for an exchange with Italian Premier Luca Costa.",
        "Danish Premier Anna Berg first came face to face with Italian Premier Luca Costa on Monday.",
        "Danish Premier Anna Berg and Italian Premier Luca Costa came together in Oslo on Monday.",
        "Danish Premier Anna Berg dropped in on Italian Premier Luca Costa on Monday.",
        "Danish Premier Anna Berg had a second sitting with Italian Premier Luca Costa on Monday.",
        "Danish Premier Anna Berg had an engagement with Italian Premier Luca Costa on Monday.",
        "Hopes rose on Monday, when Danish Premier Anna Berg and Italian Premier Luca Costa signed a pact in Oslo.",
        "Hopes had been raised on Monday, when Danish Premier Anna Berg and Italian Premier Luca Costa signed a pact.",
        "A meeting at the palace on Monday grouped Danish Premier Anna Berg and Italian Premier Luca Costa.",
        "The Oslo Declaration that Danish Premier Anna Berg and Italian Premier Luca Costa adopted on Monday is short.",
        "Danish Premier Anna Berg and Italian Premier Luca Costa initialled the treaty in Oslo on Monday.",
        "Danish Premier Anna Berg and Italian Premier Luca Costa concluded a pact in Oslo on Monday.",
        "Danish Premier Anna Berg and Italian Premier Luca Costa put their names to the pact in Oslo on Monday.",
    ],
)
def test_time_together_and_what_is_signed_together_tell_a_meeting(told, text: str) -> None:
    (mention,) = told(text)
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}
    assert (mention.status, mention.mode) == ("held", "in_person")


@pytest.mark.parametrize(
    "text",
    [
        "Denmark and Italy adopted a joint declaration on Monday.",
        "Danish Premier Anna Berg and Italian Premier Luca Costa adopted a hard line on Monday.",
        "Danish Premier Anna Berg endorsed the statement of Italian Premier Luca Costa on Monday.",
        "Danish Premier Anna Berg needed an hour with the documents of Italian Premier Luca Costa on Monday.",
        "Danish Premier Anna Berg put her name to a letter of Italian Premier Luca Costa on Monday.",
        "Denmark's engagement with Italy on fishing has grown, Danish Premier Anna Berg said.",
    ],
)
def test_what_each_does_alone_tells_none(told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Danish Foreign Minister Anna Berg flew to Rome on Monday and saw her opposite number, Luca Costa.",
        "Danish Premier Anna Berg gave Premier Luca Costa of Italy an audience on Monday.",
    ],
)
def test_an_opposite_number_is_seen_and_an_audience_given(told, text: str) -> None:
    (mention,) = told(text)
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("held", "Denmark's foreign ministry summoned the Italian ambassador on Monday."),
        ("held", "Italy recalled its ambassador and summoned the Danish ambassador in protest."),
        ("planned", "Denmark will summon the Italian envoy on Monday, Foreign Minister Anna Berg said."),
    ],
)
def test_an_envoy_who_is_summoned_is_met(told, status: str, text: str) -> None:
    (mention,) = told(f"It rained.\n{text}\n")
    assert (mention.status, mention.mode) == (status, "in_person")
    assert {party.country: party.role for party in mention.participants} in (
        {"DNK": "host", "ITA": "visitor"},
        {"ITA": "host", "DNK": "visitor"},
    )


@pytest.mark.parametrize(
    "text",
    [
        "Denmark summoned its ambassador to Italy home for consultations.",
        "Denmark's government summoned Italian Minister Luca Costa on Monday.",
        "Denmark summoned Italian experts on Monday.",
        "Danish Premier Anna Berg summoned the courage to approach the Italian president.",
    ],
)
def test_nobody_else_is_met_by_being_summoned(told, text: str) -> None:
    assert told(f"It rained.\n{text}\n") == []
