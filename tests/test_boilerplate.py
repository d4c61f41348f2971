"""What is not the article goes, what is stays whole."""

import tomllib
from importlib import resources

import pytest

from transforms.boilerplate import article_lines, is_furniture, normal_lines, without_credit

TABLES = tomllib.loads(resources.files("transforms.data").joinpath("furniture.toml").read_text("utf-8"))
CAPTION = "The ministers of Norland and Sudland shake hands before their talks in the old town hall of Oslo"
SENTENCES = [
    "Read more books, the minister told the pupils whom she met in Oslo.",
    "Related talks on fisheries were held in Bergen.",
    "Copyright law was on the agenda of the ministers' meeting.",
    "(c) The Commission shall consist of 25 members appointed by the President.",
    "We baked cookies for the prime minister.",
    "This report was published by the ministry on Monday.",
    "With input from allies, the plan was revised.",
    "Subscribe to the idea of peace, the envoy said.",
    "Sign up for peace, she told both sides.",
    "Home, he said, is where the talks begin.",
    "Share the burden, the minister asked of the allies.",
    "Follow the talks closely, he advised.",
    "Comments by the spokesman were brief.",
    "The image: a handshake.",
    "Reporting by the newspaper in 2019 showed that the two had met.",
    "Written by hand, the letter reached the king.",
    "Advertisement of the post was agreed by the two ministers.",
    "Go to the top of the agenda, she urged.",
    "Topics: the ministers discussed trade. They parted at noon.",
    "QUESTION: Thank you.",
    "Washington, D.C.",
    "OSLO (Agency) — The ministers met.",
    "Image matters more than words, the envoy said.",
    "Recent news from the front worried both ministers.",
    "More on the summit is expected when the ministers meet in Oslo on Monday.",
    "“We agreed,” he said. – The minister",
    "The agency cited Reuters.",
    "He spoke to AFP",
]


@pytest.mark.parametrize("line", [c["example"] for kind in ("anywhere", "credit") for c in TABLES[kind]])
def test_every_class_knows_its_example(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "1. Skip to content",
        "• Share this article",
        "12 hours ago",
        "LEAVE A REPLY",
        "Also Read: Talks in Bergen begin",
        "READ MORE » Talks in Bergen begin",
        "Facebook",
        "WhatsApp | Telegram | E-mail",
        "Share on X (opens in new window)",
        "© Norland Times",
        "(c) 2020 Norland Times",
        "All rights reserved.",
        "abc/de",
        "(AFP)",
        "Reuters",
        "Ann Lee/AFP",
        "Photo: Ann Lee",
        "Image credit: Ann Lee/Getty Images",
        "Edited by: Bo Ek",
        "Reporting by Ann Lee; Editing by Bo Ek",
        "With inputs from agencies",
        "Ann Lee and Bo Ek contributed to this report.",
        "https://n.example/a",
        "3 Comments",
        "Updated 5 minutes ago",
        "Article continues below",
        "Tagged: Norland, Sudland",
        "Accept all cookies",
        "Back to top",
    ],
)
def test_furniture_is_told(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", [c["example"] for kind in ("anywhere", "credit", "tail") for c in TABLES[kind]])
@pytest.mark.parametrize("filler", ["", " a ", " A, ", " | b c "])
def test_no_line_keeps_a_pattern_busy(line: str, filler: str) -> None:
    tedious = ((line + filler) * 400)[:390] + " !?x!"
    assert not is_furniture(tedious) or line.startswith(("©", "Your", "We use", "https"))
    assert without_credit(tedious) == tedious


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_never_furniture(line: str) -> None:
    assert article_lines([line]) == [line]


@pytest.mark.parametrize("tail", [c["example"] for c in TABLES["tail"]] + [" Photo: Ann Lee", " (Image: Ann Lee)"])
def test_a_credit_behind_a_caption_goes(tail: str) -> None:
    body = f"{CAPTION}" if not tail.startswith(".") else f"{CAPTION}."
    assert without_credit(body + tail.removeprefix(".")) == body


def test_a_caption_stands_once_however_it_is_printed() -> None:
    other = CAPTION.replace(" before ", "  before ").upper() + " – Twitter/@example"
    assert article_lines([CAPTION, other, "Between.", CAPTION + "Image: Ann Lee/AFP"]) == [CAPTION, "Between."]


def test_short_lines_may_repeat() -> None:
    lines = ["QUESTION: Thank you.", "Yes.", "QUESTION: Thank you.", "Yes.", "Yes."]
    assert article_lines(lines) == lines


def test_other_articles_behind_the_text_go_with_their_heading() -> None:
    prose = "The two ministers agreed on the price of fish in the town hall."
    assert article_lines([prose, "Recent News", "Rain expected in Bergen", "Salt tax to rise"]) == [prose]
    assert article_lines([prose, "Related Stories", "Talks in Bergen", prose + " Twice."]) == [
        prose,
        "Talks in Bergen",
        prose + " Twice.",
    ]


def test_lines_are_composed_and_singly_spaced() -> None:
    assert normal_lines("  a\u00a0 b\r\n\r\n\u2028cafe\u0301\t“d”  ") == ["a b", "café “d”"]
