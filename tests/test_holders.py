"""An office told alone is the person who bears it elsewhere in the text, where one fits."""

import pytest

from transforms.language.parties.holders import resolve_offices

COSTA, LIE = "Italian President Luca Costa", "Norwegian Prime Minister Kari Lie"
MINISTER = "Danish Foreign Minister Anna Berg left early.\n"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg", "Luca Costa"], f"{MINISTER}The foreign minister met {COSTA}."),
        (["Anna Berg", "Luca Costa"], f"{MINISTER}The Danish minister met {COSTA}."),
        (["The Italian minister", "Kari Lie"], f"{MINISTER}The Italian minister met {LIE}."),
        (["a minister", "Kari Lie"], f"{MINISTER}{LIE} met a minister."),
        (["Anna Berg", "Kari Lie"], f"{MINISTER}The visiting minister met {LIE}."),
        (
            ["Anna Berg", "Luca Costa"],
            f"{MINISTER}Danish Prime Minister Lars Holm left. The Danish minister met {COSTA}.",
        ),
        (["Lars Holm", "Luca Costa"], f"Danish Prime Minister Lars Holm left. The Danish premier met {COSTA}."),
        (["Lars Holm", "Luca Costa"], f"Danish President Lars Holm left. The head of state met {COSTA}."),
        (["Anna Berg", "Luca Costa"],
         f"Danish Deputy Prime Minister and Foreign Minister Anna Berg left. The Danish minister met {COSTA}."),
        (["Jane Wood", "Luca Costa"], f"US President Jane Wood left. The US president met {COSTA}."),
        (["Jane Wood", "Luca Costa"], f"U.S. President Jane Wood left. The U.S. president met {COSTA}."),
        (["Karl II", "Luca Costa"], f"King Karl II of Denmark came. The monarch met {COSTA}."),
        (["Karl II", "Luca Costa"],
         f"King Karl II of Denmark came. Norwegian Premier Kari Lie left. His Majesty met {COSTA}."),
        (["Hamad bin Ali", "Luca Costa"],
         f"Qatari Emir Sheikh Hamad bin Ali came. Norwegian Premier Kari Lie left. His Highness met {COSTA}."),
        (["William Ruto", "Luca Costa"], f"The Kenyan president met {COSTA}. William Ruto left on Monday."),
        (["Anna Berg", "Luca Costa"], f"{MINISTER}The former Danish premier met {COSTA}."),
        (["The Danish leader", "Luca Costa"], f"{MINISTER}The Danish leader met {COSTA}."),
        (["Anna Berg", "Luca Costa"], f"{MINISTER}The European diplomat met {COSTA}."),
        (["the ambassador of Denmark", "Luca Costa"],
         f"They saw the ambassador of Denmark. The ambassador met {COSTA}."),
        (["Anna Berg", "Luca Costa"], f"{MINISTER}The Danish official met {COSTA}."),
        (["a Danish official", "Luca Costa"], f"{MINISTER}{COSTA} met a Danish official."),
        (["Anna Berg", "Luca Costa"],
         f"A Danish delegation led by Minister Anna Berg came. The Danish minister met {COSTA}."),
        (["Anna Berg", "Luca Costa"], f"{MINISTER}The head of Danish diplomacy met {COSTA}."),
        (["Anna Berg", "Luca Costa"], f"{MINISTER}Denmark's top diplomat met {COSTA}."),
        (["A top diplomat", "Luca Costa"], f"{MINISTER}A top diplomat met {COSTA}."),
        (["Karl Holm", "Luca Costa"], f"{MINISTER}Danish Consul Karl Holm came. The diplomat met {COSTA}."),
        (["The diplomat", "Luca Costa"], f"{MINISTER}The diplomat met {COSTA}."),
        (["Luca Costa"], f"{MINISTER}His Majesty met {COSTA}."),
        (["Anna Berg", "Luca Costa"],
         f"{MINISTER}Danish Consul Lars Holm spoke. The Danish guest met {COSTA}."),
    ],
)  # fmt: skip
def test_an_office_told_alone_is_the_person_who_holds_it(fill, names: list[str], text: str) -> None:
    assert sorted(fill(text)) == sorted(names)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (
            ["Anna Berg", "Luca Costa"],
            f"Danish Premier Anna Berg and {COSTA} came.\nThe leaders of Denmark and Italy met.",
        ),
        (
            ["Anna Berg", "Luca Costa"],
            f"{MINISTER}Italian Foreign Minister Luca Costa left.\nThe foreign ministers of Denmark and Italy met.",
        ),
        (
            ["Anna Berg", "Luca Costa"],
            f"Danish Premier Anna Berg and {COSTA} came.\nThe Danish and Italian leaders met.",
        ),
        (
            ["Danish delegates", "Italian delegates"],
            f"{MINISTER}{COSTA} came.\nThe Danish and Italian delegates met.",
        ),
        (["The leaders of Denmark", "The leaders of Italy"], "The leaders of Denmark and Italy met."),
    ],
)
def test_an_office_shared_by_nations_is_that_of_each_ones_holder(parse, parties, names: list[str], text: str) -> None:
    assert [party.name for party in resolve_offices(parse(text), parties(text))][-2:] == names


AMBASSADOR, ENVOY = "Danish Ambassador Anna Berg left early.\n", "Danish special envoy Jan Holm left early.\n"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg", "Luca Costa"], f"{AMBASSADOR}The envoy met {COSTA}."),
        (["Anna Berg", "Luca Costa"], f"{AMBASSADOR}The Danish envoy met {COSTA}."),
        (["Jan Holm", "Luca Costa"], f"{ENVOY}{AMBASSADOR}The Danish envoy met {COSTA}."),
        (["Luca Costa", "the UN envoy"], f"{AMBASSADOR}{COSTA} met the UN envoy."),
        (["Luca Costa", "an envoy"], f"{AMBASSADOR}{COSTA} met an envoy."),
    ],
)
def test_an_envoy_is_one_who_is_called_so_or_else_an_ambassador(fill, names: list[str], text: str) -> None:
    assert fill(text) == names


@pytest.mark.parametrize(
    ("names", "officer", "office"),
    [
        (["Jane Lute", "Luca Costa"], "UN special envoy Jane Lute", "The UN envoy"),
        (["Jane Lute", "Luca Costa"], "NATO Secretary General Jane Lute", "The NATO chief"),
        (["Jane Lute", "Luca Costa"], "IMF Managing Director Jane Lute", "The IMF's managing director"),
        (["Jane Lute", "Luca Costa"], "Head of the AU Commission Jane Lute", "The AU Commission chairman"),
        (["Jane Lute", "Luca Costa"], "EU foreign policy chief Jane Lute", "The EU's top diplomat"),
        (["Jane Lute", "Luca Costa"], "Rebel leader Jane Lute", "The rebel chief"),
        (["The UN chief", "Luca Costa"], "UN special envoy Jane Lute", "The UN chief"),
        (["The NATO chief", "Luca Costa"], "NATO Deputy Secretary General Jane Lute", "The NATO chief"),
        (["The AU envoy", "Luca Costa"], "UN special envoy Jane Lute", "The AU envoy"),
        (["The army chief", "Luca Costa"], "Rebel leader Jane Lute", "The army chief"),
    ],
)  # fmt: skip
def test_an_office_told_with_its_body_is_that_of_who_speaks_for_the_body(
    fill, names: list[str], officer: str, office: str
) -> None:
    assert fill(f"{officer} left early. {office} met {COSTA}.") == names


def test_leaders_of_states_are_not_those_of_the_one_who_is_named(told) -> None:
    text = f"The leaders of Egypt, Norway and Sudan will meet in Oslo on Monday.\n{LIE} met an envoy of Denmark in May."
    first = told(text)[0]
    assert {party.country for party in first.participants} == {"EGY", "NOR", "SDN"}


@pytest.mark.parametrize(
    ("bearer", "text"),
    [
        (("foreign minister", "DNK"), "The Danish foreign minister left on Monday. Anna Berg met Lao officials."),
        (("UN envoy", None), "The UN envoy left on Monday. Anna Berg will meet Lao officials."),
        ((None, None), "A Danish foreign minister left on Monday. Anna Berg met Lao officials."),
        ((None, None), "The Danish foreign minister left on Monday. Officials met Anna Berg."),
        ((None, None), "The Danish foreign minister left on Monday. Anna Berg and Luca Costa met Lao officials."),
        ((None, None), "The Danish foreign minister left. It rained on Monday. Anna Berg met Lao officials."),
        ((None, None), "Anna Berg is here.\nThe Danish foreign minister left on Monday. Anna Berg met Lao officials."),
        (
            (None, None),
            "Danish Foreign Minister Ole Dahl spoke.\nThe Danish foreign minister left. Anna Berg met Lao officials.",
        ),
    ],
)
def test_who_opens_the_sentence_behind_an_office_bears_it(
    parties, bearer: tuple[str | None, str | None], text: str
) -> None:
    (title, country), *_ = [(p.title, p.country) for p in parties(text) if p.name == "Anna Berg"]
    assert (title and title.removeprefix("Danish "), country) == bearer


PEERS = "Danish Premier Anna Berg received Italian Premier Luca Costa and Italian Envoy Pia Ricci in Oslo.\n"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg", "Luca Costa"], f"{PEERS}Berg met her Italian counterpart."),
        (["Anna Berg", "her Lao counterpart"], f"{PEERS}Berg met her Lao counterpart."),
        (
            ["Luca Costa", "his Lao counterpart"],
            f"{COSTA} and Lao Premier Bo Dee came.\nCosta met his Lao counterpart.",
        ),
    ],
)
def test_a_counterpart_is_the_one_named_who_holds_the_same_office(fill, names: list[str], text: str) -> None:
    assert sorted(fill(text)) == sorted(names)


def test_a_counterpart_is_the_leader_of_the_same_office_named_without_one(told) -> None:
    text = "Danish Foreign Minister Anna Berg met her Iranian counterpart in Oslo. Abbas Araghchi thanked Denmark."
    (mention,) = told(text)
    assert {p.name for p in mention.participants} == {"Anna Berg", "Abbas Araghchi"}


def test_an_office_in_letters_is_that_of_its_holder(told) -> None:
    text = (
        "External Affairs Minister Anna Berg will visit Rome.\nDuring the visit, EAM will hold discussions with "
        "Italian Foreign Minister Luca Costa."
    )
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Luca Costa"}


RECEIVED = "Danish President Anna Berg received Italian President Luca Costa in Oslo on Monday. "


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ({"Luca Costa", "Kari Lie"}, f"{RECEIVED}Her guest then met Norwegian Premier Kari Lie."),
        ({"Luca Costa", "Kari Lie"}, f"{RECEIVED}Norwegian Premier Kari Lie will receive the guest on Friday."),
        ({"Anna Berg", "Kari Lie"}, f"{RECEIVED}His host then met Norwegian Premier Kari Lie."),
        ({"Anna Berg", "Som Dee"},
         "Danish President Anna Berg was received by Italian President Luca Costa in Rome on Monday. The guest then "
         "met Lao Premier Som Dee."),
    ],
)  # fmt: skip
def test_a_guest_is_the_one_received_last_and_a_host_who_received_him(told, names: set[str], text: str) -> None:
    assert {p.name for p in told(text, title="News")[-1].participants} == names


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers, Karl Holm and Rosa Lupo, held separate talks.",
        "The foreign ministers of the two countries, Karl Holm and Rosa Lupo, also met.",
    ],
)
def test_an_office_of_several_is_that_of_each_named_behind_it(told, text: str) -> None:
    found = told(f"{RECEIVED}{text}", title="News")[-1]
    assert {(p.name, (p.title or "").lower()) for p in found.participants} == {
        ("Karl Holm", "foreign minister"),
        ("Rosa Lupo", "foreign minister"),
    }
