"""How a text speaks of a meeting: wishes, topics, asides, official visits."""

import pytest

from transforms.language.manners import is_aside, is_bare_wish, is_official_visit, is_topic

BERG, COSTA = "Danish President Anna Berg", "Italian President Luca Costa"


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        (True, "Denmark urged talks with Italy."),
        (True, "Denmark is ready to negotiate with Italy."),
        (True, f"{BERG} called for talks with Italy."),
        (False, "Denmark held talks with Italy."),
        (False, "Denmark will hold talks with Italy."),
    ],
)
def test_a_bare_wish_only_calls_for_talks(events, wish: bool, text: str) -> None:
    assert is_bare_wish(events(text)[0].anchors[0]) is wish


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        (True, "Denmark raised the negotiations with Italy."),
        (True, f"{BERG} stressed the importance of talks with Italy."),
        (True, f"{BERG} praised the talks with Italy."),
        (False, "Denmark held talks with Italy."),
        (False, f"{BERG} discussed the border with {COSTA}."),
        (False, f"{BERG} left after talks with Italy."),
    ],
)
def test_talks_that_are_only_spoken_of_are_a_topic(events, topic: bool, text: str) -> None:
    assert is_topic(events(text)[0].anchors[0]) is topic


@pytest.mark.parametrize(
    ("aside", "text"),
    [
        (True, "Oil fell amid a meeting of Gulf ministers."),
        (False, "A meeting of Gulf ministers ended on Monday."),
        (False, f"{BERG} met {COSTA}."),
    ],
)
def test_an_aside_is_only_the_occasion_of_something_else(events, aside: bool, text: str) -> None:
    assert is_aside(events(text)[0].anchors[0]) is aside


@pytest.mark.parametrize(("official", "kind"), [(True, "an official"), (True, "a state"), (False, "a private")])
def test_an_official_visit_is_called_so(events, official: bool, kind: str) -> None:
    (event,) = events(f"{BERG} paid {kind} visit to Italy.")
    assert is_official_visit(event.anchors[0]) is official
