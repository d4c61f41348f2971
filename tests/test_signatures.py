"""Signatures tell the same text, nearly the same text, and one template filled twice apart."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.signatures import (
    SIGNATURE_VERSION,
    are_near,
    bucket_hashes,
    glance,
    may_be_near,
    open_signature,
    resemblance,
    sign,
)

STORY = (
    "Finance ministers of both countries met on Tuesday to settle a quarrel over fishing rights in the northern sea. "
    "Officials who were briefed on the talks said that Ingrid Solberg had offered to share the catch data of 2019 in "
    "return for a pledge on trawlers. Her counterpart, Pavel Novak, called the offer a step that his government would "
    "study with care. The quarrel began when a patrol boat stopped three trawlers near the Faroe Islands last autumn. "
    "Fishermen on both sides have since lost weeks of work, and prices in Bergen have risen by 14 percent. Both sides "
    "agreed that experts should meet again before winter, although no day was named."
)
HEADLINE = "Ministers Seek Way Out of Dispute at Sea"
PARAGRAPH = "Analysts in Brussels doubt that a deal is close, since an election is due in Prague within the year."
READOUT = (
    "Foreign Minister {host} received {guest} of {country} in the capital on {day}. The two ministers discussed "
    "regional security, trade and the situation of refugees. Minister {host} thanked {country} for its contribution to "
    "the relief fund and underlined the importance of close cooperation. They agreed to continue their dialogue."
)


def _near(a: str, b: str) -> bool:
    one, other = sign(a), sign(b)
    meet = {*bucket_hashes(one)} & {*bucket_hashes(other)}
    return bool(meet) and are_near(open_signature(one), open_signature(other))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“It’s over,” he said.", '"It\'s over", he said'),
        ("The U.S. – EU talks", "the US-EU   talks\n"),
        ("ﬁve oﬃcials, 1,000 pages", "Five officials: 1000 pages"),
        ("co\u00adoperation\u200b ended", "cooperation ended"),
    ],
)
def test_typography_makes_no_other_text(a, b) -> None:
    assert sign(a)[:16] == sign(b)[:16]


@pytest.mark.parametrize(
    ("a", "b"),
    [("3.5 percent", "35 percent"), ("they met", "they met not"), ("…", "!!!"), ("we meet", "wemeet")],
)
def test_other_words_make_another_text(a, b) -> None:
    assert sign(a)[:16] != sign(b)[:16]


@pytest.mark.parametrize(
    "copy",
    [
        HEADLINE + "\n" + STORY,
        STORY[: len(STORY) * 2 // 3],
        STORY[: len(STORY) // 2],
        STORY + "\n" + PARAGRAPH,
        HEADLINE + "\n" + STORY[: len(STORY) * 3 // 4] + "\n" + PARAGRAPH,
        "BERGEN (Reuters) - " + STORY.replace("percent", "%"),
        STORY.replace("Pavel Novak", "Pavel Nowak"),
    ],
    ids=["headline", "tail cut", "half", "paragraph", "all three", "dateline", "spelling"],
)
def test_an_edited_copy_is_near(copy) -> None:
    assert _near(STORY, copy)


@pytest.mark.parametrize(
    "other",
    [
        {"guest": "Tomas Lind", "country": "Sweden", "day": "May 3"},
        {"guest": "Aino Salo", "country": "Finland", "day": "May 3"},
        {"guest": "Aino Salo", "country": "Norway", "day": "June 17"},
        {"host": "Berger", "guest": "Aino Salo", "country": "Norway", "day": "May 3"},
    ],
    ids=["all", "country", "day", "host"],
)
def test_one_template_filled_twice_is_not_near(other) -> None:
    first = {"host": "Keller", "guest": "Aino Salo", "country": "Norway", "day": "May 3"}
    assert not _near(READOUT.format(**first), READOUT.format(**first | other))


def test_shared_boilerplate_does_not_make_texts_near() -> None:
    boilerplate = PARAGRAPH + " Subscribe to our newsletter, follow us and read our terms of use and privacy notice."
    assert not _near(STORY + boilerplate, READOUT.format(host="K", guest="A", country="B", day="1") + boilerplate)


@pytest.mark.parametrize("text", ["", "—", "Two words", "A text of ten words, which is too short yet."])
def test_short_texts_meet_no_candidates(text) -> None:
    assert bucket_hashes(sign(text)) == ()


def test_resemblance_counts_shared_word_trigrams() -> None:
    assert resemblance(open_signature(sign("a b c d e f")), open_signature(sign("a b c d x y"))) == 2 / 6
    assert resemblance(open_signature(sign("a b")), open_signature(sign("a b"))) == 0.0


def test_a_signature_is_frozen_and_small() -> None:
    assert SIGNATURE_VERSION == "1"
    assert sign("Anna met Boris in Oslo on May 3.").hex() == (
        "8fe173498a19403b7e189910b39e770101060104e1e5cb38d360653f6339a756a978999128403fb99471a5c01a71876aa8034c286585305a"
        "7f1287ae60b319c6a582e364d0443740"
    )
    assert (
        len(sign(" ".join(f"{n:b} came to ".replace("1", "b").replace("0", "o") + "Bonn" for n in range(5000)))) == 596
    )


@pytest.mark.parametrize("signature", [b"", sign("some text")[:16] + bytes([9, 0, 0, 0])])
def test_a_foreign_signature_is_refused(signature) -> None:
    with pytest.raises(ValueError, match="sign the text again"):
        open_signature(signature)


def _mixture(seed: int, own: int, length: int) -> str:
    """So many words of a text that all share, and as many of its own."""
    shared, pick = random.Random(0), random.Random(seed)
    words = [f"w{shared.randrange(10**6)}" for _ in range(400)][:length]
    return " ".join([*words, *(f"w{pick.randrange(10**6)}" for _ in range(own))])


MIXTURES = st.builds(_mixture, st.integers(1, 9), st.integers(0, 300), st.integers(0, 400))


@settings(deadline=None, max_examples=300)
@given(MIXTURES, st.lists(MIXTURES, min_size=1, max_size=3))
def test_a_glance_misses_no_near_text(text: str, others: list[str]) -> None:
    possible = may_be_near(glance(sign(text)), [glance(sign(other)) for other in others])
    for may, other in zip(possible, others, strict=True):
        assert may or not are_near(open_signature(sign(text)), open_signature(sign(other)))


def test_a_glance_tells_most_other_texts_apart() -> None:
    crowd = [glance(sign(_mixture(seed, 200, 20))) for seed in range(1, 60)]
    assert sum(may_be_near(crowd[0], crowd[1:])) <= 2
