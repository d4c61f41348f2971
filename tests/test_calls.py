"""Which "call" is one by telephone, which is paid on somebody, and which is an appeal."""

import pytest

from transforms.language.calls import is_appeal, is_paid


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
        (False, "Berg called on Costa and left for Oslo."),
        (False, "Berg paid a call on Costa."),
        (False, "Berg called on Costa to discuss trade."),
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
        (False, "Berg had a call with Costa."),
        (False, "Berg called on Costa."),
    ],
)
def test_a_call_is_paid_on_somebody(parse, paid: bool, text: str) -> None:
    assert any(is_paid(token) for token in parse(text)) is paid
