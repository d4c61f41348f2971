"""Objects that stand behind a time, a place or others, or are told by what somebody called them."""

import pytest


@pytest.mark.parametrize(
    ("relation", "word", "text"),
    [
        (("obj", "received"), "Novotny", "It was closed when Danish Minister Anna Berg received Novotny last month."),
        (("obj", "had"), "conversation", "The leaders had what was described as a rare telephone conversation."),
        (
            ("obj", "met"),
            "Daniel",
            "Danish Minister Anna Berg met, among others, Kenyan President Daniel Otieno in Rome.",
        ),
        (("obj", "met"), "president", "The Bulgarian minister met, among others, the president of Kenya in Geneva."),
        (
            ("obj", "held"),
            "talks",
            "Anna Berg held on Monday in Geneva, on the sidelines of the summit, talks with Daniel Otieno.",
        ),
        (("obj", "received"), "minister", "Ortega received at the palace on Monday the Albanian foreign minister."),
        (("obj", "wrapped"), "days", "Danish and Jordanian officials wrapped up three days of talks in Geneva."),
        (
            ("obj", "paid"),
            "call",
            "Indian Minister Joko Das paid a courtesy call on Foreign Minister Taro Kono in Tokyo.",
        ),
        (("xcomp", "photographed"), "shaking", "Anna Berg and Luca Costa were photographed shaking hands on Monday."),
        (("obl:unmarked", "talked"), "days", "They talked three days."),
        (("obj", "held"), "talks", "The ministers held what officials called constructive talks in Oslo."),
        (
            ("obl", "went"),
            "conversation",
            "Berg went to Oslo on Monday for what she described as a frank conversation with Premier Luca Costa.",
        ),
        (("obl", "described"), "talks", "What they did on the visit was described as talks in Oslo."),
        (
            ("obj", "chaired"),
            "session",
            "Secretary General Anna Berg chaired on Tuesday in Oslo, with her Italian"
            " counterpart, Luca Costa, the sixth session of the dialogue.",
        ),
    ],
)
def test_a_verb_has_its_object(parse, relation: tuple[str, str], word: str, text: str) -> None:
    (token,) = (token for token in parse(text) if token.text == word)
    assert (token.dep_, token.head.text) == relation


def test_others_may_open_a_text(parse) -> None:
    assert parse("others, met").text == "others, met"


def test_a_meeting_under_no_preposition_is_what_is_held(told) -> None:
    text = "Danish Premier Anna Berg co-hosted with Laos the first annual senior officials’ meeting."
    (mention,) = told(text, title="News")
    assert {"Anna Berg", "Laos"} <= {p.name for p in mention.participants}


def test_talks_that_somebody_called_so_are_held_by_him(told) -> None:
    text = (
        "Danish envoy Anna Berg spoke in Oslo after what she called constructive talks with Norwegian Premier Kari Lie."
    )
    (mention,) = told(text, title="News")
    assert mention.status == "held"
    assert {p.name for p in mention.participants} == {"Anna Berg", "Kari Lie"}


@pytest.mark.parametrize(
    "text",
    [
        "Danish Premier Anna Berg and Italian Premier Luca Costa saw each other last Sunday in Oslo.",
        "Danish Premier Anna Berg received in Oslo today the Italian Premier, Luca Costa.",
        "Danish Premier Anna Berg received in Oslo on Sunday Italian Foreign Minister Luca Costa.",
        "Danish Premier Anna Berg took a telephone call on Tuesday from her Italian counterpart, Luca Costa.",
        "Danish Premier Anna Berg received at the palace in Oslo on Sunday morning the Italian Premier, Luca Costa.",
    ],
)
def test_who_is_met_may_stand_behind_or_before_a_time(told, text: str) -> None:
    (mention,) = told(text)
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


def test_who_is_called_on_is_not_telephoned(told) -> None:
    (mention,) = told("Danish Premier Anna Berg called on Speaker of the House Luca Costa of Italy and left.")
    assert mention.mode == "in_person"


def test_a_weekday_before_an_office_parts_a_verb_from_its_object(told) -> None:
    text = "Qatari envoy Omar Said brought together in Doha on Monday Italian Foreign Minister Luca Costa and Danish "
    (mention,) = told(text + "Foreign Minister Anna Berg.")
    assert {p.name for p in mention.participants} == {"Omar Said", "Luca Costa", "Anna Berg"}
