"""Which "call" is one by telephone, which is paid on somebody, and which is an appeal."""

import pytest

from transforms.language.anchors.calls import is_appeal, is_paid, is_telephoned


@pytest.mark.parametrize(
    ("appeal", "text"),
    [
        (True, "Berg renewed her call for talks."),
        (True, "Berg renewed her call for an international conference."),
        (True, "Berg called on Costa to resign."),
        (True, "Berg has called on the ministers in Oslo to open the border."),
        (True, "The minister sent a letter, calling on Danish President Anna Berg to step down."),
        (False, "Berg had a call with Costa."),
        (False, "Berg made a call to Costa."),
        (False, "Berg took a call from Costa."),
        (True, "Berg heard a call from Costa."),
        (False, "Berg called on Costa and left for Oslo."),
        (False, "Berg paid a call on Costa."),
        (False, "Berg called on Costa to discuss trade."),
        (False, "Berg called on Costa for about 45 minutes."),
        (True, "Berg called on Costa for help."),
        (False, "Berg met Costa."),
    ],
)
def test_an_appeal_tells_what_others_are_to_do(parse, appeal: bool, text: str) -> None:
    assert any(is_appeal(token) for token in parse(text)) is appeal


@pytest.mark.parametrize(
    ("paid", "text"),
    [
        (True, "Berg paid a call on Costa."),
        (True, "Berg made a courtesy call on Costa."),
        (True, "Berg paid an introductory call on Costa."),
        (False, "Berg held an introductory call with Costa."),
        (False, "Berg had a call with Costa."),
        (False, "Berg called on Costa."),
    ],
)
def test_a_call_is_paid_on_somebody(parse, paid: bool, text: str) -> None:
    assert any(is_paid(token) for token in parse(text)) is paid


@pytest.mark.parametrize(
    ("by_phone", "text"),
    [
        (True, "Danish Premier Anna Berg called Italian President Luca Costa on Monday."),
        (True, "Danish Premier Anna Berg called Italian President Luca Costa to congratulate him."),
        (True, "Danish Premier Anna Berg called Italian President Luca Costa and assured him of her support."),
        (True, "Danish Premier Anna Berg called Italian President Luca Costa as well."),
        (False, "Danish Premier Anna Berg called Italian President Luca Costa a dictator."),
        (False, "Danish Premier Anna Berg called Italian President Luca Costa's win a surprise."),
        (False, "Danish Premier Anna Berg called Italian President Luca Costa to testify."),
        (False, "Danish Premier Anna Berg called the vote on Monday."),
        (False, "Danish Premier Anna Berg met Italian President Luca Costa on Monday."),
    ],
)
def test_a_person_called_by_no_name_is_called_by_telephone(parse, by_phone: bool, text: str) -> None:
    assert any(token.lemma_ == "call" and is_telephoned(token) for token in parse(text)) is by_phone


def test_a_telephone_call_told_by_its_verb_is_a_meeting(told) -> None:
    (mention,) = told("Danish Premier Anna Berg called Italian President Luca Costa on Monday.")
    assert (mention.mode, mention.status, len(mention.participants)) == ("phone", "held", 2)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "Danish Premier Anna Berg called Italian Premier Luca Costa on Saturday from Scotland."),
        (1, "Italian Premier Luca Costa was ill. Danish Premier Anna Berg called him on Saturday."),
        (0, "Italian Premier Luca Costa was ill. Danish Premier Anna Berg called him a liar on Saturday."),
        (0, "Italian Premier Luca Costa was ill. Danish Premier Anna Berg called him to account."),
    ],
)
def test_who_is_called_on_a_day_is_telephoned(told, count: int, text: str) -> None:
    assert len(told(text, title="News")) == count


def test_both_with_whom_one_speaks_are_called_each_by_himself(told) -> None:
    text = (
        "Danish Premier Anna Berg and Italian Premier Luca Costa quarrelled. Norwegian Premier Karl Holm spoke by "
        "phone with both premiers on Monday."
    )
    assert {frozenset(p.name for p in m.participants) for m in told(text, title="News")} == {
        frozenset(("Karl Holm", "Anna Berg")), frozenset(("Karl Holm", "Luca Costa")),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("called", "text"),
    [
        (True, "Laos's foreign minister Dee called Denmark's premier Berg on Monday to discuss trade."),
        (True, "Ukraine's prime minister Bondar called Italy's president Costa on Monday to discuss trade."),
        (False, "The minister called Italy's president Costa a friend."),
        (False, "He called Italy's president a liar on Monday."),
        (False, "Berg called Denmark's proposal on Monday a step forward."),
    ],
)
def test_an_officer_may_be_called_whose_country_has_a_possessive(parse, called: bool, text: str) -> None:
    assert any(is_telephoned(token) for token in parse(text) if token.text == "called") is called
