"""Whether two parties stand in one list, by the words between them."""

import pytest

BERG, COSTA, LIE = "Danish Premier Anna Berg", "Italian Premier Luca Costa", "Norwegian Premier Kari Lie"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg", "Luca Costa", "Kari Lie"], f"{BERG}, joined by {COSTA}, met {LIE}."),
        (["Anna Berg", "Luca Costa", "Kari Lie"], f"{BERG}, accompanied by {COSTA}, met {LIE}."),
        (["Anna Berg", "Estonia", "Latvia"], f"{BERG} met the leaders of two Baltic countries: Estonia and Latvia."),
        (["Anna Berg", "Luca Costa"], f"After {BERG}'s meeting with {COSTA}, {LIE} said the deal was near."),
        (["Luca Costa", "Kari Lie"], f"In a meeting with {COSTA}, {LIE} stressed the need for peace."),
    ],
)
def test_a_list_runs_on_over_company_and_stops_at_another_subject(fill, names: list[str], text: str) -> None:
    assert fill(text) == names


def test_who_tells_reporters_of_a_meeting_is_not_of_it(told) -> None:
    text = "Danish Premier Anna Berg is preparing for a call with Italy's Luca Costa, Holm told reporters."
    (mention,) = told(text)
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}
