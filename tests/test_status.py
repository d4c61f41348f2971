"""Did it happen? Status, on trees written by hand and on sentences as the pipeline reads them."""

import pytest

from schemas.mention import Status
from transforms.language.grammar.status import status_of


@pytest.mark.parametrize(
    ("status", "tree"),
    [
        (
            "held",
            "Berg/NNP/2/nsubj visited=visit/VBD/0/ROOT Rome/NNP/2/obj to/TO/5/mark *meet/VB/2/advcl Costa/NNP/5/obj",
        ),
        ("held", "The/DT/2/det *meeting/NN/3/nsubj took=take/VBD/0/ROOT place/NN/3/obj"),
        ("ongoing", "It/PRP/2/nsubj saw=see/VBD/0/ROOT *talks/NNS/2/obj being/VBG/5/aux:pass hosted=host/VBN/3/acl"),
        ("held", "It/PRP/2/nsubj saw=see/VBD/0/ROOT *talks/NNS/2/obj hosted=host/VBN/3/acl"),
        (
            "planned",
            "Berg/NNP/2/nsubj flew=fly/VBD/0/ROOT leading=lead/VBG/2/advcl envoys/NNS/3/obj to/TO/6/mark "
            "*meet/VB/3/advcl Costa/NNP/6/obj",
        ),
        (
            "planned",
            "They/PRP/2/nsubj urged=urge/VBD/0/ROOT her/PRP/2/obj to/TO/5/mark cancel/VB/2/advcl *talks/NNS/5/obj",
        ),
        ("ongoing", "The/DT/2/det *meeting/NN/0/ROOT opened=open/VBD/2/acl"),
        ("held", "Berg/NNP/2/nsubj spoke=speak/VBD/0/ROOT after/IN/5/case a/DT/5/det *meeting/NN/2/obl"),
        ("held", "Berg/NNP/2/nsubj proposed=propose/VBD/0/ROOT it/PRP/2/obj after/IN/5/mark *meeting=meet/VBG/2/advcl"),
        (
            "planned",
            "Berg/NNP/3/nsubj will/MD/3/aux propose/VB/0/ROOT it/PRP/3/obj after/IN/6/mark *meeting=meet/VBG/3/advcl",
        ),
        (
            "held",
            "Berg/NNP/2/nsubj called=call/VBD/0/ROOT on/IN/4/case Lie/NNP/2/obl before/IN/6/mark "
            "*meeting=meet/VBG/2/advcl",
        ),
        (
            "planned",
            "Berg/NNP/2/nsubj calls=call/VBZ/0/ROOT on/IN/4/case Lie/NNP/2/obl before/IN/6/mark "
            "*meeting=meet/VBG/2/advcl",
        ),
        ("held", "Berg/NNP/2/nsubj held=hold/VBD/0/ROOT *talks=talk/NNS/2/obj"),
        (
            "ongoing",
            "Envoys/NNS/6/nsubj attending=attend/VBG/1/acl the/DT/4/det *talks=talk/NNS/2/obj are/VBP/6/aux "
            "asking=ask/VBG/0/ROOT",
        ),
        (
            "held",
            "Envoys/NNS/5/nsubj attending=attend/VBG/1/acl the/DT/4/det *talks=talk/NNS/2/obj asked=ask/VBD/0/ROOT",
        ),
        ("cancelled", "Oslo/NNP/2/nsubj called=call/VBN/0/ROOT off/IN/4/case *talks=talk/NNS/2/obl"),
        ("held", "Berg/NNP/4/nsubj was/VBD/4/cop in/IN/4/case Rome/NNP/0/ROOT for/IN/6/case *talks=talk/NNS/4/obl"),
        (
            "held",
            "Berg/NNP/2/nsubj went=go/VBD/0/ROOT to/IN/4/case Rome/NNP/2/obl for/IN/6/case *talks=talk/NNS/2/obl",
        ),
        ("held", "Berg/NNP/2/nsubj said=say/VBD/0/ROOT they/PRP/5/nsubj had/VBD/5/aux *met=meet/VBN/2/ccomp"),
        ("ongoing", "*Talks=talk/NNS/3/nsubj are/VBP/3/aux continuing=continue/VBG/0/ROOT"),
        ("ongoing", "The/DT/2/det *talks=talk/NNS/5/nsubj are/VBP/5/cop under/IN/5/case way/NN/0/ROOT"),
        ("ongoing", "Berg/NNP/4/nsubj is/VBZ/4/cop in/IN/4/case Rome/NNP/0/ROOT for/IN/6/case *talks=talk/NNS/4/obl"),
        ("ongoing", "Berg/NNP/3/nsubj is/VBZ/3/aux holding=hold/VBG/0/ROOT *talks=talk/NNS/3/obj"),
        ("planned", "Berg/NNP/2/nsubj agreed=agree/VBD/0/ROOT to/TO/4/mark *meet/VB/2/xcomp Costa/NNP/4/obj"),
        ("planned", "Berg/NNP/2/nsubj plans=plan/VBZ/0/ROOT to/TO/4/mark *meet/VB/2/xcomp Costa/NNP/4/obj"),
        (
            "planned",
            "Berg/NNP/3/nsubj:pass is/VBZ/3/aux:pass expected=expect/VBN/0/ROOT to/TO/5/mark *meet/VB/3/xcomp "
            "Costa/NNP/5/obj",
        ),
        ("planned", "Berg/NNP/3/nsubj is/VBZ/3/cop due/JJ/0/ROOT to/TO/5/mark *meet/VB/3/xcomp Costa/NNP/5/obj"),
        (
            "planned",
            "Berg/NNP/2/nsubj said=say/VBD/0/ROOT he/PRP/5/nsubj would/MD/5/aux *meet/VB/2/ccomp Costa/NNP/5/obj",
        ),
        (
            "planned",
            "Berg/NNP/2/nsubj flew=fly/VBD/0/ROOT to/IN/4/case Rome/NNP/2/obl to/TO/6/mark *meet/VB/2/advcl "
            "Costa/NNP/6/obj",
        ),
        (
            "planned",
            "Berg/NNP/3/nsubj will/MD/3/aux visit/VB/0/ROOT Rome/NNP/3/obj to/TO/6/mark *meet/VB/3/xcomp "
            "Costa/NNP/6/obj",
        ),
        ("planned", "Berg/NNP/2/nsubj left=leave/VBD/0/ROOT for/IN/4/case *talks=talk/NNS/2/obl"),
        ("planned", "Berg/NNP/2/nsubj spoke=speak/VBD/0/ROOT before/IN/5/case a/DT/5/det *meeting/NN/2/obl"),
        ("planned", "The/DT/2/det *meeting/NN/4/nsubj:pass is/VBZ/4/aux:pass planned=plan/VBN/0/ROOT"),
        ("planned", "The/DT/2/det *meeting/NN/4/nsubj will/MD/4/aux take/VB/0/ROOT place/NN/4/obj"),
        ("planned", "Berg/NNP/3/nsubj will/MD/3/aux hold/VB/0/ROOT *talks=talk/NNS/3/obj"),
        ("planned", "Berg/NNP/2/nsubj agreed=agree/VBD/0/ROOT to/TO/4/mark hold/VB/2/xcomp *talks=talk/NNS/4/obj"),
        ("planned", "The/DT/3/det scheduled=schedule/VBN/3/amod *meeting/NN/0/ROOT"),
        ("proposed", "Berg/NNP/2/nsubj hopes=hope/VBZ/0/ROOT to/TO/4/mark *meet/VB/2/xcomp Costa/NNP/4/obj"),
        ("proposed", "Berg/NNP/2/nsubj offered=offer/VBD/0/ROOT to/TO/4/mark *meet/VB/2/xcomp Costa/NNP/4/obj"),
        ("proposed", "Berg/NNP/3/nsubj is/VBZ/3/cop ready/JJ/0/ROOT to/TO/5/mark *meet/VB/3/xcomp Costa/NNP/5/obj"),
        (
            "proposed",
            "Berg/NNP/2/nsubj invited=invite/VBD/0/ROOT Costa/NNP/2/obj to/TO/5/mark *meet/VB/2/xcomp her/PRP/5/obj",
        ),
        (
            "planned",
            "Berg/NNP/2/nsubj threatened=threaten/VBD/0/ROOT to/TO/4/mark boycott/VB/2/xcomp *talks=talk/NNS/4/obj",
        ),
        (
            "refused",
            "Berg/NNP/2/nsubj rejected=reject/VBD/0/ROOT an/DT/4/det "
            "offer/NN/2/obj of/IN/6/case *talks=talk/NNS/4/nmod",
        ),
        (
            "proposed",
            "Berg/NNP/2/nsubj made=make/VBD/0/ROOT an/DT/4/det offer/NN/2/obj of/IN/6/case *talks=talk/NNS/4/nmod",
        ),
        ("proposed", "Berg/NNP/2/nsubj proposed=propose/VBD/0/ROOT a/DT/4/det *meeting/NN/2/obj"),
        (
            "proposed",
            "Berg/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod refuse/VB/0/ROOT to/TO/6/mark *meet/VB/4/xcomp "
            "Costa/NNP/6/obj",
        ),
        ("proposed", "A/DT/3/det possible/JJ/3/amod *meeting/NN/0/ROOT"),
        (
            "proposed",
            "Berg/NNP/3/nsubj may/MD/3/aux visit/VB/0/ROOT Rome/NNP/3/obj for/IN/6/case *talks=talk/NNS/3/obl",
        ),
        ("refused", "Berg/NNP/2/nsubj refused=refuse/VBD/0/ROOT to/TO/4/mark *meet/VB/2/xcomp Costa/NNP/4/obj"),
        ("refused", "Berg/NNP/2/nsubj declined=decline/VBD/0/ROOT to/TO/4/mark *meet/VB/2/xcomp Costa/NNP/4/obj"),
        (
            "refused",
            "Berg/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod agree/VB/0/ROOT to/TO/6/mark *meet/VB/4/xcomp "
            "Costa/NNP/6/obj",
        ),
        ("refused", "Berg/NNP/2/nsubj rejected=reject/VBD/0/ROOT a/DT/4/det *meeting/NN/2/obj"),
        ("refused", "Berg/NNP/2/nsubj ruled=rule/VBD/0/ROOT out/RP/2/compound:prt a/DT/5/det *meeting/NN/2/obj"),
        ("refused", "Berg/NNP/2/nsubj boycotted=boycott/VBD/0/ROOT the/DT/4/det *talks=talk/NNS/2/obj"),
        (
            "cancelled",
            "Berg/NNP/5/nsubj was/VBD/5/aux to/TO/5/mark have/VB/5/aux *met=meet/VBN/0/ROOT Costa/NNP/5/obj",
        ),
        (
            "cancelled",
            "Berg/NNP/3/nsubj had/VBD/3/aux planned=plan/VBN/0/ROOT to/TO/5/mark *meet/VB/3/xcomp Costa/NNP/5/obj",
        ),
        ("cancelled", "Berg/NNP/2/nsubj failed=fail/VBD/0/ROOT to/TO/4/mark *meet/VB/2/xcomp Costa/NNP/4/obj"),
        (
            "planned",
            "Berg/NNP/2/nsubj left=leave/VBD/0/ROOT after/IN/7/case next/JJ/5/amod week/NN/7/nmod:poss 's/POS/5/case "
            "*summit/NN/2/obl",
        ),
        (
            "held",
            "Berg/NNP/3/nsubj will/MD/3/aux act/VB/0/ROOT on/IN/8/case last/JJ/6/amod week/NN/8/nmod:poss "
            "'s/POS/6/case *summit/NN/3/obl",
        ),
        (
            "planned",
            "Berg/NNP/3/nsubj may/MD/3/aux cut/VB/0/ROOT taxes=tax/NNS/3/obj at/IN/7/case a/DT/7/det *meeting/NN/3/obl",
        ),
        (
            "held",
            "Berg/NNP/2/nsubj rejected=reject/VBD/0/ROOT it/PRP/2/obj at/IN/6/case a/DT/6/det *meeting/NN/2/obl",
        ),
        (
            "planned",
            "Berg/NNP/3/nsubj will/MD/3/aux act/VB/0/ROOT if/IN/7/mark the/DT/6/det *talks=talk/NNS/7/nsubj "
            "fail/VBP/3/advcl",
        ),
        ("held", "The/DT/2/det deal/NN/3/nsubj follows=follow/VBZ/0/ROOT long/JJ/5/amod *talks=talk/NNS/3/obj"),
        ("planned", "Berg/NNP/2/nsubj headed=head/VBD/0/ROOT to/IN/5/case a/DT/5/det *meeting/NN/2/obl"),
        (
            "refused",
            "Berg/NNP/2/nsubj refused=refuse/VBD/0/ROOT to/TO/4/mark attend/VB/2/xcomp *talks=talk/NNS/4/obj "
            "planned=plan/VBN/5/acl for/IN/8/case May/NNP/6/obl",
        ),
        ("planned", "Police/NNS/2/nsubj acted=act/VBD/0/ROOT ahead/RB/2/advmod of/IN/5/case *talks=talk/NNS/3/obl"),
        ("cancelled", "Berg/NNP/2/nsubj cancelled=cancel/VBD/0/ROOT a/DT/4/det *meeting/NN/2/obj"),
        ("cancelled", "Berg/NNP/2/nsubj called=call/VBD/0/ROOT off/RP/2/compound:prt a/DT/5/det *meeting/NN/2/obj"),
        (
            "cancelled",
            "The/DT/2/det *meeting/NN/4/nsubj:pass was/VBD/4/aux:pass called=call/VBN/0/ROOT off/RP/4/compound:prt",
        ),
        ("cancelled", "The/DT/2/det *meeting/NN/5/nsubj did/VBD/5/aux not/RB/5/advmod take/VB/0/ROOT place/NN/5/obj"),
        (
            "cancelled",
            "*Talks=talk/NNS/0/ROOT between/IN/3/case Berg/NNP/1/nmod and/CC/5/cc Costa/NNP/3/conj "
            "did/VBD/8/aux not/RB/8/advmod materialize/VB/5/acl:relcl",
        ),
        (
            "held",
            "*Talks=talk/NNS/0/ROOT between/IN/3/case Berg/NNP/1/nmod and/CC/5/cc Costa/NNP/3/conj "
            "did/VBD/8/aux not/RB/8/advmod eat/VB/5/acl:relcl",
        ),
        ("cancelled", "The/DT/2/det *meeting/NN/3/nsubj failed=fail/VBD/0/ROOT to/TO/5/mark materialize/VB/3/xcomp"),
        (
            "cancelled",
            "The/DT/3/det planned=plan/VBN/3/amod *meeting/NN/5/nsubj:pass was/VBD/5/aux:pass "
            "scrapped=scrap/VBN/0/ROOT",
        ),
        ("postponed", "Berg/NNP/2/nsubj postponed=postpone/VBD/0/ROOT a/DT/4/det *meeting/NN/2/obj"),
        (
            "postponed",
            "The/DT/2/det *meeting/NN/4/nsubj:pass was/VBD/4/aux:pass put/VBN/0/ROOT off/RP/4/compound:prt",
        ),
        (
            "postponed",
            "The/DT/3/det planned=plan/VBN/3/amod *meeting/NN/5/nsubj:pass was/VBD/5/aux:pass delayed=delay/VBN/0/ROOT",
        ),
    ],
)
def test_words_above_a_meeting_tell_its_status(token_of, status: Status, tree: str) -> None:
    assert status_of(token_of(tree)) == status


BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("held", "{} met {} in Oslo on Monday."),
        ("held", "{} has met {} twice."),
        ("held", "{} was meeting {} at the palace on Friday."),
        ("planned", "{} meets next with {}."),
        ("held", "A meeting of {} and {} called by the chair ended on Monday."),
        ("ongoing", "{} and {}, meeting in Oslo, are expected to sign a treaty."),
        ("held", "{} and {}, meeting in Oslo, signed a treaty on Monday."),
        ("ongoing", "{} and {} are gathered in Oslo for talks."),
        ("planned", "Officials have begun preparations for the first summit between {} and {}."),
        ("held", "{} was meeting {} at the palace when the news came."),
        ("held", "The news came as {} was meeting {} at the palace."),
        ("held", "{} met with {} for two hours on Tuesday."),
        ("held", "A meeting between {} and {} took place in Oslo on Monday."),
        ("planned", "{} is supposed to meet {} in Oslo on Monday."),
        ("held", "{} and {} reviewed ways to boost trade during a meeting in Oslo."),
        ("held", "{} returned from Rome after talks with {}."),
        ("held", "{} visited Rome and met {}."),
        ("held", "{} was in Rome for talks with {}."),
        ("ongoing", "{} was meeting {} in Rome on Wednesday."),
        ("planned", "{} is in Rome to meet {}."),
        ("planned", "{} threatened to cancel talks with {}."),
        ("planned", "{} and {} are due to hold talks in Rome."),
        ("proposed", "{} says she is prepared to meet {}."),
        ("planned", "{} is preparing to meet {} in Rome."),
        ("planned", "{} has prepared for talks with {} in Rome."),
        ("held", "{} and {} failed to agree during a day of talks in Rome."),
        ("held", "{} shakes hands with {} in Rome."),
        ("held", "{} was in Rome to meet {}."),
        ("planned", "The border will be discussed when {} meets {} on Friday."),
        ("proposed", "{} invited {} to visit Copenhagen."),
        ("planned", "{} and {} are expected to discuss trade."),
        ("held", "{} had dinner with {} on Monday."),
        ("held", "{} concluded talks with {} in Rome."),
        ("ongoing", "{} is meeting {} in Rome."),
        ("ongoing", "{} is in Rome for talks with {}."),
        ("ongoing", "{} is holding talks with {} in Rome."),
        ("ongoing", "Talks between {} and {} are under way in Geneva."),
        ("ongoing", "Talks between {} and {} are continuing in Geneva."),
        ("planned", "{} will meet {} on Friday."),
        ("planned", "{} is to meet {} on Friday."),
        ("planned", "{} will fly to Rome and be received by {}."),
        ("held", "{} was in Rome to sign a treaty and was received by {}."),
        ("postponed", "A summit of {} and {} in Rome has been shelved."),
        ("postponed", "A meeting of {} and {} was deferred to June."),
        ("cancelled", "A meeting of {} and {} is no longer planned."),
        ("planned", "{} is expected to meet {} on Friday."),
        ("planned", "{} is scheduled to meet {} on Friday."),
        ("planned", "{} is set to meet {} on Friday."),
        ("planned", "{} is planning to meet {} in June."),
        ("planned", "{} intends to meet {} in June."),
        ("planned", "{} agreed to meet {}."),
        ("planned", "{} has agreed to meet {} in June."),
        ("planned", "{} would meet {} on Friday, her office said."),
        ("planned", "{} is going to meet {} on Friday."),
        ("planned", "{} will travel to Rome to meet {}."),
        ("planned", "{} will travel to Rome for talks with {}."),
        ("planned", "{} arrived in Rome for talks with {}."),
        ("planned", "{} left for Rome for talks with {}."),
        ("planned", "{} flew to Rome to meet {}."),
        ("planned", "{} and {} announced a meeting in June."),
        ("planned", "A meeting between {} and {} is planned for June."),
        ("planned", "A meeting between {} and {} has been agreed."),
        ("planned", "A meeting between {} and {} will take place in Oslo on Friday."),
        ("planned", "The upcoming meeting between {} and {} is important."),
        ("proposed", "{} may meet {} in June."),
        ("proposed", "{} might meet {} in June."),
        ("proposed", "{} could meet {} in June."),
        ("proposed", "{} wants to meet {} in June."),
        ("proposed", "{} offered to meet {} in June."),
        ("proposed", "{} asked to meet {} in June."),
        ("proposed", "{} is ready to meet {} in Oslo."),
        ("proposed", "{} is considering a meeting with {} in June."),
        ("proposed", "{} proposed a meeting with {} in June."),
        ("proposed", "{} expressed interest in meeting {} in June."),
        ("proposed", "{} may visit Rome for talks with {}."),
        ("proposed", "{} would not rule out meeting {}."),
        ("proposed", "{} did not rule out a meeting with {}."),
        ("proposed", "{} demanded a meeting with {}."),
        ("proposed", "{} invited {} to a meeting in Oslo."),
        ("planned", "{} is slated to meet {} in June."),
        ("planned", "{} agreed that she would meet {} in June."),
        ("planned", "Norway agreed that {} should meet {} in June."),
        ("proposed", "Norway proposed that {} meet {} in June."),
        ("proposed", "Norway said that {} should meet {} in June."),
        ("proposed", "{} extended an invitation to {} to pay a visit to Oslo."),
        ("planned", "{} accepted an offer by {} to meet in Oslo."),
        ("refused", "{} turned down a request by {} to meet in Oslo."),
        ("refused", "{} refused to meet {}."),
        ("refused", "{} declined to meet {}."),
        ("refused", "{} will not meet {}."),
        ("refused", "{} ruled out meeting {}."),
        ("refused", "{} ruled out a meeting with {}."),
        ("refused", "{} rejected a meeting with {}."),
        ("refused", "{} rejected an offer to meet {}."),
        ("refused", "{} boycotted the talks with {}."),
        ("refused", "{} said she would not meet {}."),
        ("refused", "{} said she had no plans to meet {}."),
        ("refused", "{} rejected a proposal to meet {}."),
        ("cancelled", "{} did not meet {}."),
        ("cancelled", "{} failed to meet {}."),
        ("cancelled", "{} was to have met {} on Monday."),
        ("cancelled", "{} had planned to meet {}, but fell ill."),
        ("cancelled", "{} cancelled a meeting with {}."),
        ("cancelled", "{} canceled her talks with {}."),
        ("cancelled", "{} called off a meeting with {}."),
        ("cancelled", "{} skipped a meeting with {}."),
        ("cancelled", "{} broke off talks with {}."),
        ("cancelled", "The meeting between {} and {} did not take place."),
        ("cancelled", "The meeting between {} and {} was called off."),
        ("cancelled", "The meeting between {} and {} has been cancelled."),
        ("cancelled", "The meeting between {} and {} failed to materialize."),
        ("cancelled", "The meeting between {} and {} did not materialize."),
        ("cancelled", "The meeting between {} and {} never happened."),
        ("cancelled", "The planned meeting between {} and {} was scrapped."),
        ("cancelled", "{} left without meeting {}."),
        ("planned", "{} may cancel a meeting with {}."),
        ("planned", "A round of talks between {} and {} is scheduled for May."),
        ("planned", "A round of talks between {} and {} has been pencilled in for May."),
        ("planned", "{} embarked on a visit to Rome to meet {}."),
        ("held", "{} held talks aimed at peace with {}."),
        ("held", "The meeting between {} and {} held in Rome last month failed to bring peace."),
        ("held", "{} did not raise tariffs in a call with {}."),
        ("refused", "{} will not take part in talks with {}."),
        ("held", "The meeting between {} and {} failed to bring peace."),
        ("held", "Details of the talks between {} and {} were not known."),
        ("ongoing", "{} and {} are locked in talks."),
        ("ongoing", "{} began talks with {} in Rome on Monday."),
        ("ongoing", "A meeting between {} and {} opened in Rome on Monday."),
        ("ongoing", "{} and {} have started talks in Rome."),
        ("held", "{} began talks with {} in Rome in 2016."),
        ("planned", "{} will begin talks with {} in Rome."),
        ("planned", "{} is set to begin talks with {}."),
        ("planned", "{} prepared a meeting with {}, to be held in Oslo."),
        ("held", "{} had been meeting {} for hours."),
        ("cancelled", "{} had been due to meet {} in Oslo on Monday."),
        ("ongoing", "{} is the first premier to come to Oslo for talks with {}."),
        ("proposed", "{} invited {} to visit Copenhagen for the next meeting."),
        ("planned", "10:30 a.m. {} meets {} in Oslo."),
        ("planned", "{} meets {} in Oslo on Monday."),
        ("planned", "{} meets this week with {} in Oslo."),
        ("ongoing", "{} meets every Monday with {} in Oslo."),
        ("held", "{} meets {} in Oslo on Monday"),
        ("postponed", "{} postponed her meeting with {}."),
        ("postponed", "{} put off a meeting with {}."),
        ("postponed", "The summit between {} and {} was put off."),
        ("postponed", "The meeting between {} and {} was delayed until June."),
        ("postponed", "The meeting between {} and {} has been postponed."),
        ("postponed", "The meeting between {} and {} was rescheduled for June."),
        ("postponed", "The meeting between {} and {} was pushed back to June."),
    ],
)
def test_the_status_of_a_meeting_told_in_one_sentence(told, status: Status, words: str) -> None:
    (mention,) = told(words.format(BERG, COSTA))
    assert mention.status == status
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("held", "The *talks had prepared the ground for a treaty."),
        ("held", "The *talks did not produce a treaty."),
        ("planned", "The *talks will not bring quick results."),
        ("cancelled", "The *talks did not take place."),
        ("refused", "The *talks will not take place."),
        ("postponed", "The *talks were postponed."),
        ("held", "The *talks collapsed on Monday."),
        ("planned", "There is no news on the *meeting on the sidelines of the upcoming summit."),
        ("held", "They reported on the *meeting on the sidelines of the recent summit."),
        ("planned", "Her programme in Rome also includes a *meeting with President Luca Costa."),
        ("planned", "Danish Minister Anna Berg is due in Geneva in June for *talks with President Luca Costa."),
        ("planned", "A *meeting with President Luca Costa is on her agenda."),
        ("planned", "On her schedule is a *meeting with President Luca Costa."),
        ("held", "Her programme in Rome included a *meeting with President Luca Costa."),
        ("planned", "Berg was expected to be received by Costa and to hold a *meeting with Lie."),
    ],
)
def test_what_a_meeting_brings_and_what_stands_on_a_programme(parse, status: Status, text: str) -> None:
    doc = parse(text.replace("*", ""))
    word = text[text.index("*") + 1 :].split()[0]
    assert status_of(next(token for token in doc if token.text == word)) == status


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("held", "{} was the first Nordic premier to be received by {}."),
        ("held", "{} became the first Nordic premier to be received by {} in Astana."),
        ("held", "{} is the highest-ranking Nordic official to hold talks with {} since 2021."),
        ("planned", "{} will become the first Nordic premier to be received by {}."),
        ("planned", "{} is in Oslo to meet {}."),
        ("planned", "In talks on Friday with {1}, {0} is expected to raise trade."),
        ("held", "In talks on Friday with {1}, {0} raised trade."),
    ],
)
def test_what_somebody_is_the_first_to_do_has_been_done(told, status: Status, words: str) -> None:
    (mention,) = told(words.format(BERG, COSTA))
    assert (mention.status, {p.name for p in mention.participants}) == (status, {"Anna Berg", "Luca Costa"})


@pytest.mark.parametrize(
    ("status", "visit"),
    [
        ("planned", "{} will travel to Rome for a visit that includes a meeting with {}."),
        ("ongoing", "{} is on a visit to Rome that includes a meeting with {}."),
        ("held", "{} was on a visit to Rome that included a meeting with {}."),
    ],
)
def test_a_visit_lends_its_status_to_what_it_includes(told, status: Status, visit: str) -> None:
    (mention,) = told(visit.format(BERG, COSTA))
    assert mention.status == status


def test_who_declines_an_invitation_to_an_event_is_of_it(told) -> None:
    (mention,) = told(f"{BERG} declined an invitation to a dinner with {COSTA}.")
    assert {p.name: mention.status for p in mention.participants} == {"Anna Berg": "refused", "Luca Costa": "refused"}


def test_what_is_agreed_after_talks_has_other_parties(told) -> None:
    text = (
        "Denmark and Italy agreed to hold border talks in June after a meeting between their envoys and Thai officials."
    )
    assert ["THA" in {p.country for p in m.participants} for m in told(text) if m.status == "planned"] == [False]


@pytest.mark.parametrize("verb", ["resumed", "opened", "began"])
def test_a_verb_hung_on_its_subject_tells_what_goes_on(told, verb: str) -> None:
    (mention,) = told(f"Peace talks between Laos and Denmark {verb} in Rome on Saturday.")
    assert (mention.status, str(mention.date_start)) == ("ongoing", "2031-05-03")


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("refused", "sought a meeting with Italian Premier Luca Costa on Saturday, but was rebuffed."),
        ("refused", "asked to meet Italian Premier Luca Costa but was refused."),
        ("refused", "proposed talks with Italian Premier Luca Costa but the offer was rejected."),
        ("refused", "requested a meeting with Italian Premier Luca Costa, who declined."),
        ("proposed", "proposed talks with Italian Premier Luca Costa but refused to say where."),
        ("proposed", "proposed talks with Italian Premier Luca Costa but rejected criticism of the plan."),
        ("proposed", "proposed talks with Italian Premier Luca Costa, who did not decline."),
    ],
)
def test_what_is_proposed_and_turned_down_is_refused(told, status: str, text: str) -> None:
    (mention,) = told(f"Danish Premier Anna Berg {text}", title="News")
    assert mention.status == status


ANNA, LUCA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("proposed", f"A meeting between {ANNA} and {LUCA} cannot be ruled out."),
        ("proposed", f"There is a chance of a meeting between {ANNA} and {LUCA}."),
        ("proposed", f"{ANNA} said she was open to meeting {LUCA}."),
        ("proposed", "The envoy told a press conference that the presidents of Norway and Laos might meet in Oslo."),
        ("refused", f"A meeting between {ANNA} and {LUCA} is out of the question."),
        ("refused", f"{ANNA} is not willing to meet {LUCA}."),
        ("refused", f"{ANNA} said she had no intention of meeting {LUCA}."),
        ("cancelled", f"{ANNA} scrapped plans to meet {LUCA}."),
        ("held", f"{ANNA} was able to meet {LUCA} on Monday."),
        ("proposed", f"{ANNA} is able to meet {LUCA}."),
    ],
)
def test_what_may_be_cannot_be_or_was_possible(told, status: str, text: str) -> None:
    assert [mention.status for mention in told(text, title="News")] == [status]


@pytest.mark.parametrize(
    "text",
    [
        f"There are no plans for a meeting between {ANNA} and {LUCA}.",
        f"There is no question of a meeting between {ANNA} and {LUCA}.",
        f"A meeting between {ANNA} and {LUCA} is not planned.",
        f"There is no agreement yet on a meeting between {ANNA} and {LUCA}.",
        f"A meeting between {ANNA} and {LUCA} would be useful, the envoy said.",
    ],
)
def test_what_is_not_planned_is_no_meeting(told, text: str) -> None:
    assert told(text, title="News") == []


def test_what_was_not_agreed_at_talks_leaves_them_held(told) -> None:
    text = f"There was no agreement on trade at the talks between {ANNA} and {LUCA} in Rome on Monday."
    assert [mention.status for mention in told(text, title="News")] == ["held"]
    important = f"The meeting of {ANNA} with {LUCA} will be important, the envoy said."
    assert [mention.status for mention in told(important, title="News")] == ["planned"]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("refused", "were scheduled for September, but Norway refused to attend"),
        ("cancelled", "had been planned for April, but Norway pulled out"),
        ("cancelled", "were set for April, but the Norwegian envoys did not show up"),
        ("cancelled", "were to begin on Monday, but Norway stayed away"),
        ("cancelled", "were to begin on Monday, but the Norwegian side failed to appear"),
        ("planned", "are scheduled for September, but Norway has refused to say who will attend"),
        ("planned", "are scheduled for September, but Sweden will not attend"),
        ("planned", "are scheduled for September, but Sweden did not comment"),
    ],
)
def test_talks_to_which_somebody_did_not_come_were_not_held(told, status: str, words: str) -> None:
    assert [m.status for m in told(f"Talks between Norway and Laos {words}.", title="News")] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Premier Anna Berg said Norway has not invited her to visit.",
        "Danish Premier Anna Berg was not invited to meet Italian President Luca Costa.",
        "The regional group brings together Norway, Sweden and Denmark.",
        "Danish Premier Anna Berg ended a tour of Italy, which did not include a meeting with President Luca Costa.",
    ],
)
def test_what_nobody_is_invited_to_or_has_on_his_way_is_no_meeting_nor_is_a_league(told, text: str) -> None:
    assert told(text, title="News") == []


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("held", "Danish Premier Anna Berg said her meeting with Italian President Luca Costa in Rome had failed."),
        ("cancelled", "A meeting of Danish Premier Anna Berg with Italian President Luca Costa failed to take place."),
    ],
)
def test_a_meeting_that_failed_was_held(told, status: str, text: str) -> None:
    assert [m.status for m in told(text, title="News")] == [status]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("planned", "Danish Premier Anna Berg will fly to Rome on Friday to be received by Italian Premier Luca Dee."),
        ("held", "Danish Premier Anna Berg arrived in Rome on Monday to be welcomed by Italian Premier Luca Dee."),
        ("planned", "Danish Premier Anna Berg arrived in Rome on Monday to meet Italian Premier Luca Dee on Friday."),
    ],
)
def test_who_has_arrived_to_be_welcomed_was_welcomed(told, status: str, text: str) -> None:
    assert [mention.status for mention in told(text, title="News")] == [status]
