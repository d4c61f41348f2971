"""Meetings whose parties are told beside them."""

import pytest


@pytest.mark.parametrize(
    ("mode", "names", "text"),
    [
        ("phone", {"Anna Berg", "Luca Costa"},
         "The idea of Danish Premier Anna Berg's mission arose on Tuesday, when Italian President Luca Costa asked for "
         "it in a telephone conversation."),
        ("in_person", {"Anna Berg", "Luca Costa"},
         "Italian President Luca Costa was greeted with an escort on Friday at a hotel, where Danish Premier Anna Berg "
         "gave him a medal."),
        ("in_person", {"Anna Berg", "Luca Costa"},
         "Danish Premier Anna Berg, who hosted a week of negotiations, looked on with Italian President Luca Costa."),
        ("in_person", {"Italian President", "Danish officials"},
         "What Danish officials had heard at a meeting in April came as news to the Italian President."),
    ],
)  # fmt: skip
def test_those_whom_its_sentence_names_took_part(told, mode: str, names: set[str], text: str) -> None:
    (mention,) = told(f"It rained.\n{text}\n")
    assert (mention.status, mention.mode) == ("held", mode)
    assert {party.name for party in mention.participants} == names


@pytest.mark.parametrize(
    "text",
    [
        "What Danish Premier Anna Berg had heard at the meeting in April came as news to Italian President Luca Costa.",
        "What Danish Premier Anna Berg had heard at a summit in April came as news to Italian President Luca Costa.",
        "Danish Premier Anna Berg spoke of an official visit in April as Italian President Luca Costa looked on.",
        "What Danish Premier Anna Berg had heard at a meeting came as news to Italian President Luca Costa.",
        "What Danish Premier Anna Berg heard at a meeting of farmers in April was new to Italian President Luca Costa.",
        "A meeting in April made Danish Premier Anna Berg news to Italian President Luca Costa.",
        "What Danish Premier Anna Berg had heard at a meeting in April was good, said Italian President Luca Costa.",
    ],
)
def test_they_did_not_in_what_is_known_or_has_members_of_its_own_nor_at_any_time_nor_does_who_says_so(
    told, text: str
) -> None:
    assert told(f"It rained.\n{text}\n") == []


def test_nor_where_the_sentence_tells_of_another_meeting(told) -> None:
    text = "Danish Premier Anna Berg met Norwegian Premier Karl Lie on Monday to speak of what Italian President "
    (mention,) = told(f"It rained.\n{text}Luca Costa had heard at a meeting in April.\n")
    assert {party.name for party in mention.participants} == {"Anna Berg", "Karl Lie"}


def test_nor_in_a_headline(told) -> None:
    assert told("It rained.\n", title="Danish Premier Berg tells Italian President Costa of meeting in Rome") == []


@pytest.mark.parametrize(
    "text",
    [
        "What Danish Premier Anna Berg had heard at a session on Monday came as news to Italian President Luca Costa.",
        "Italian President Luca Costa was greeted on Monday at a hotel, where Danish Premier Anna Berg sang for him.",
    ],
)
def test_a_meeting_that_the_text_tells_is_not_told_again(told, text: str) -> None:
    first = "Danish Premier Anna Berg met Italian President Luca Costa in Oslo on Monday."
    (mention,) = told(f"{first}\nIt rained.\n{text}\n")
    assert mention.quote == first
