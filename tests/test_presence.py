"""Whom a sentence says to take part where others meet."""

import pytest

from transforms.language import nlp
from transforms.language.anchors.presence import find_presences


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Also present were Berg and Costa.", [("Berg", None, None)]),
        ("On hand were Berg and Costa.", [("Berg", None, None)]),
        ("On his left hand were Berg and Costa.", []),
        ("Berg was present.", [("Berg", None, None)]),
        ("Berg was in attendance at the talks.", [("Berg", "talks", None)]),
        ("Berg was among those present at the meeting.", [("Berg", "meeting", None)]),
        ("The two meetings were attended by Berg.", [("Berg", "meetings", None)]),
        ("Berg attended the talks from the Danish side.", [("Berg", "talks", "DNK")]),
        ("Norway was represented by Berg.", [("Berg", None, "NOR")]),
        ("They met in Oslo in the presence of Berg.", [("Berg", None, None)]),
        ("They met in Oslo under the watchful gaze of Berg.", [("Berg", None, None)]),
        ("They signed it in Oslo, witnessed by Berg.", [("Berg", None, None)]),
        ("Among those who came to the capital were Berg and Costa.", [("Berg", None, None)]),
        ("The talks were facilitated by Berg.", [("Berg", "talks", None)]),
        ("Opening the session, Berg urged calm.", [("Berg", "session", None)]),
        ("Berg addressed the summit.", [("Berg", "summit", None)]),
        ("Berg told the delegates that she would stay.", [("Berg", "delegates", None)]),
        ("Norway sent Premier Anna Berg.", [("Anna", None, "NOR")]),
        ("Berg is attending, too.", [("Berg", None, None)]),
        ("Berg opened the bridge.", []),
        ("Berg addressed a summit.", []),
        ("Berg told the press that she would stay.", []),
        ("The firm sent Berg.", []),
        ("The firm sent Premier Anna Berg.", []),
        ("The strike was attended by Berg.", []),
        ("Berg attended a meeting.", []),
        ("Berg did not attend the meeting.", []),
        ("Berg was present in Oslo.", []),
        ("The suspect was represented by Berg.", []),
        ("Berg took the part in the film.", []),
    ],
)
def test_whom_a_sentence_says_to_be_there(sentence: str, told: list[tuple[str, str | None, str | None]]) -> None:
    presences = find_presences(next(nlp.read(nlp.load(), sentence).sents))
    assert [(p.word.text, p.meeting.text if p.meeting else None, p.country) for p in presences] == told


@pytest.mark.parametrize("how", ["joined by", "accompanied by"])
def test_who_joins_others_behind_a_comma_took_part(told, how: str) -> None:
    text = "Italian Premier Luca Dee met King Rama of Thailand in Bangkok on Monday,"
    (mention,) = told(f"{text} {how} Danish Premier Anna Berg.", title="News")
    assert {p.name for p in mention.participants} == {"Luca Dee", "Rama", "Anna Berg"}


def test_aides_are_no_party_of_their_own(told) -> None:
    text = "Italian Premier Luca Dee met King Rama of Thailand in Bangkok on Monday, accompanied by senior aides."
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Luca Dee", "Rama"}
