"""Times that open a sentence, told by the meetings that then are found."""

import pytest


@pytest.mark.parametrize(
    ("status", "clause"),
    [
        ("held", "Danish Premier Anna Berg and Italian Premier Luca Costa talked by phone on Monday."),
        ("planned", "Danish Premier Anna Berg will be in Rome on Friday for talks with Italian Premier Luca Costa."),
    ],
)
def test_how_long_after_something_is_not_what_the_sentence_says(told, status: str, clause: str) -> None:
    (mention,) = told(f"Two weeks after the coup in Niger, {clause}", title="News")
    assert mention.status == status
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


def test_a_time_is_no_second_subject(told) -> None:
    text = "Two weeks after the coup in Niger, talks between Danish and Italian officials are due to begin in Rome."
    (mention,) = told(text, title="News")
    assert mention.status == "planned"
