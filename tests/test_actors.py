"""Who is named: parties of a text in order, appositions joined, each under the fullest name."""

import pytest
from spacy.tokens import Span

from transforms.language.parties.actors import find_parties


def told(parties: list) -> list[tuple]:
    return [(party.name, party.kind, party.country) for party in parties]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ([("Denmark", "government", "DNK")], "Denmark agreed on Monday."),
        ([("China", "government", "CHN"), ("Russia", "government", "RUS")], "Beijing and Moscow agreed on Monday."),
        ([("Russia", "government", "RUS")], "The Kremlin agreed on Monday."),
        ([("United States", "government", "USA")], "The White House agreed on Monday."),
        ([("Hamas", "organisation", None)], "Hamas agreed on Monday."),
        ([("Anna Berg", "person", "DNK")], "Danish Premier, Dr. the Most Hon. Anna Berg agreed on Monday."),
        (
            [("African Union", "organisation", None), ("ECOWAS", "organisation", None)],
            "The African Union and ECOWAS agreed on Monday.",
        ),
        (
            [("Association of Southeast Asian Nations", "organisation", None)],
            "The Association of Southeast Asian Nations (ASEAN) agreed on Monday.",
        ),
        (
            [("Palestinians", "group", "PSE"), ("Israelis", "group", "ISR")],
            "The Palestinians and the Israelis agreed on Monday.",
        ),
        (
            [("A US delegation", "group", "USA"), ("Karl Holm", "person", "USA")],
            "A US delegation led by Karl Holm agreed on Monday.",
        ),
        (
            [("South Korea", "government", "KOR"), ("North Korea", "government", "PRK")],
            "Seoul told the North on Monday.",
        ),
        ([("Italy", "government", "ITA")], "Italy told the North on Monday."),
        (
            [("South Korea", "government", "KOR"), ("North Korea", "government", "PRK")],
            "South and North Korea agreed on Monday.",
        ),
        (
            [("Kari Lie", "person", "UKR")],
            "Kari Lie, head of the trade committee of the Verkhovna Rada, agreed on Monday.",
        ),
        (
            [("Denmark", "government", "DNK"), ("Thailand", "government", "THA")],
            "The Danish-Thai Military Commission agreed on Monday.",
        ),
        ([], "The weather changed on Monday."),
    ],
)
def test_governments_organisations_and_peoples_are_parties(parties, found: list[tuple], text: str) -> None:
    assert told(parties(text)) == found


@pytest.mark.parametrize(
    "phrase",
    [
        "Anna Berg, the Danish foreign minister",
        "The Danish foreign minister, Anna Berg",
        "Denmark's foreign minister, Anna Berg",
        "The foreign minister of Denmark, Anna Berg",
        "Denmark's ambassador in Rome, Anna Berg",
        "Danish Foreign Minister Anna Berg",
        "The Danish commissioner for trade, peace and security, Anna Berg",
        "The Danish commander, Gen. Anna Berg",
        "Anna Berg, Minister for Foreign Affairs of Denmark",
        "Anna Berg, president of the Assembly of the Kingdom of Denmark",
        "Anna Berg, president of the State Affairs of the Kingdom of Denmark",
        "The Commander-in-Chief of the Danish Defence Force (DDF), Anna Berg",
        "Anna Berg, Minister for Looms and Prevention of Denmark",
        "The ambassador of Denmark to Laos, Anna Berg",
        "The ambassador of Denmark accredited to the Sultanate, Anna Berg",
        "The leader of the military government in Denmark, Gen. Anna Berg",
        "The Danish premier's special envoy for Laos, Anna Berg",
        "Anna Berg, Chairwoman of the Trade Committee of the Folketing",
        "The speaker of Denmark's National Assembly (the lower chamber of parliament), Anna Berg",
        "The head of the Danish Defence Force (DDF) Department of Foreign Relations, Anna Berg",
        "Her Danish peer Anna Berg",
    ],
)
def test_an_office_and_the_name_beside_it_are_one_party(parties, phrase: str) -> None:
    (party,) = parties(f"{phrase}, spoke on Monday.")
    assert (party.name, party.kind, party.country, party.named) == ("Anna Berg", "person", "DNK", True)
    assert party.title


@pytest.mark.parametrize(
    ("country", "phrase"),
    [
        ("DNK", "Anna Berg, adviser to the Danish premier"),
        ("DNK", "Anna Berg, diplomatic adviser to the Danish premier"),
        ("DNK", "Anna Berg, secretary for trade to the Danish premier"),
        ("CHN", "Anna Berg, secretary of the Chinese Communist Party"),
        (None, "Anna Berg, adviser to the premier"),
    ],
)
def test_who_serves_a_state_stands_for_it(parties, country: str | None, phrase: str) -> None:
    assert parties(f"{phrase}, spoke on Monday.")[0].country == country


@pytest.mark.parametrize(
    ("told", "phrase"),
    [
        ([("Anna Berg", "DNK")], "Anna Berg, member of the council and Foreign Minister of Denmark"),
        ([("Anna Berg", "DNK")], "Anna Berg, a member of the Central Committee and Foreign Minister of Denmark"),
        ([("Anna Berg", "THA")], "Thai envoy Anna Berg, member of the council and Foreign Minister of Denmark"),
        ([("Anna Berg", None)], "Anna Berg, member of the council, and the Foreign Minister of Denmark"),
    ],
)  # fmt: skip
def test_one_may_be_of_a_body_and_hold_an_office(parties, told: list[tuple[str, str | None]], phrase: str) -> None:
    found = [(party.name, party.country) for party in parties(f"He met {phrase} on Monday.")]
    assert found[: len(told)] == told


@pytest.mark.parametrize(
    ("names", "phrase"),
    [
        (["Anna Berg"], "Danish Premier and NATO Chairwoman Anna Berg"),
        (["Anna Berg"], "Danish Premier and OSCE Chairperson-in-Office Anna Berg"),
        (["the Danish premier", "Anna Berg"], "the Danish premier and NATO Chairwoman Anna Berg"),
    ],
)
def test_one_may_hold_an_office_of_a_state_and_one_of_an_organisation(parties, names: list[str], phrase: str) -> None:
    assert [party.name for party in parties(f"He met {phrase} on Monday.")] == names


def test_an_apposition_may_end_a_headline(parties) -> None:
    found = parties("Talks with Anna Berg, Premier of Norway\nThey met.")
    assert [(p.name, p.country) for p in found] == [("Anna Berg", "NOR")]


@pytest.mark.parametrize("name", ["He Lifeng", "To Lam"])
def test_a_leaders_surname_may_be_a_word_of_grammar(parties, name: str) -> None:
    found = parties(f"Danish Minister Karl Holm met Vice Premier {name} in Oslo. He left to rest.")
    assert [party.name for party in found if party.kind == "person"] == ["Karl Holm", name]


def test_an_office_is_of_the_name_behind_it_where_the_one_before_has_one(parties) -> None:
    found = parties("Speaking after talks with President Luca Costa, the Danish ambassador to Italy, Anna Berg, left.")
    assert [(p.name, p.country) for p in found if p.kind == "person"] == [("Luca Costa", "ITA"), ("Anna Berg", "DNK")]


def test_an_office_on_the_line_below_is_no_apposition(parties) -> None:
    found = parties("Talks with Anna Berg\nPremier of Norway resigns.")
    assert [(p.name, p.country) for p in found] == [("Anna Berg", None), ("Premier of Norway", "NOR")]


@pytest.mark.parametrize(
    "text",
    [
        "Danish President Anna Berg and her Italian counterpart, Luca Costa, spoke on Monday.",
        "Danish President Anna Berg and Italian President Luca Costa spoke on Monday.",
        "President Anna Berg of Denmark and President Luca Costa of Italy spoke on Monday.",
        "Anna Berg of Denmark and Luca Costa of Italy spoke on Monday.",
        "The Danish president, Anna Berg, and the Italian president, Luca Costa, spoke on Monday.",
        "The presidents of Denmark, Anna Berg, and Italy, Luca Costa, spoke on Monday.",
    ],
)
def test_two_persons_beside_each_other_stay_two(parties, text: str) -> None:
    assert told(parties(text)) == [("Anna Berg", "person", "DNK"), ("Luca Costa", "person", "ITA")]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("DNK", "Danish President Anna Berg and Prime Minister Karl Holm spoke on Monday."),
        ("ITA", "Danish President Anna Berg and Italian Prime Minister Karl Holm spoke on Monday."),
        (None, "Danish President Anna Berg thanked Prime Minister Karl Holm on Monday."),
    ],
)
def test_a_nation_holds_for_both_offices_of_a_pair(parties, country: str | None, text: str) -> None:
    assert [party.country for party in parties(text)] == ["DNK", country]


def test_a_surname_carries_the_full_name_through_the_text(parties) -> None:
    text = "Danish President Anna Berg left early.\nBerg was tired.\nMr. Costa stayed.\nPresident Berg slept."
    assert [p.name for p in parties(text)] == ["Anna Berg", "Anna Berg", "Costa", "Anna Berg"]
    assert [p.country for p in parties(text) if p.name == "Anna Berg"] == ["DNK"] * 3


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (["the representative of the council", "Anna Berg"],
         "She met the representative of the council in Denmark and Anna Berg."),
        (["the Danish envoy", "Luca Holm-Costa"], "In talks with the Danish envoy, Holm-Costa praised Laos."),
        (["the Danish envoy", "Luca Holm-Costa"], "In talks with the Danish envoy in Laos, Holm-Costa praised Laos."),
        (["Anna Berg"], "In talks with the Danish envoy, Anna Berg, he praised Laos."),
        (["Berg"], "The Danish envoy, Lord Berg of Molvane, praised Laos."),
    ],
)  # fmt: skip
def test_an_office_before_a_name_may_be_anothers(parties, told: list[str], text: str) -> None:
    found = parties(f"Italian President Luca Holm-Costa came. {text}")
    assert [p.name for p in found if p.kind == "person"][1:] == told


@pytest.mark.parametrize(
    ("country", "phrase"),
    [
        ("DNK", "The leader of the military government in Denmark, Anna Berg"),
        (None, "The Special Representative of the Secretary-General in Denmark, Anna Berg"),
        ("THA", "The Thai ambassador in Denmark, Anna Berg"),
    ],
)
def test_who_is_sent_to_a_state_does_not_stand_for_it(parties, country: str | None, phrase: str) -> None:
    (party,) = parties(f"{phrase}, spoke on Monday.")
    assert (party.name, party.country) == ("Anna Berg", country)


def test_a_title_met_later_holds_for_the_first_naming(parties) -> None:
    first, second = parties("Berg left on Monday.\nItalian President Anna Berg was tired.")
    assert first.name == second.name == "Anna Berg"
    assert first.country == "ITA"


def test_parties_come_in_order_of_the_text(parties) -> None:
    text = "Hamas, Denmark and Italian President Luca Costa praised senior Chinese officials in Oslo."
    starts = [party.start for party in parties(text)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("organisation", "phrase"),
    [
        ("EU", "The head of the European Union Delegation to Laos and ASEAN, Mr. Karl Holm"),
        ("UN", "The head of the UN mission, Karl Holm"),
        (None, "The head of the mission, Karl Holm"),
    ],
)
def test_an_office_of_an_organisation_makes_the_name_beside_it_its_own(parties, organisation, phrase: str) -> None:
    (party,) = parties(f"{phrase}, spoke on Monday.")
    assert (party.name, party.organisation, party.country) == ("Karl Holm", organisation, None)


def test_a_building_is_no_party(sentence) -> None:
    doc = sentence("She spoke at Harambee House on Monday.").doc
    doc.set_ents([Span(doc, 3, 5, "ORG")])
    assert find_parties(doc) == []


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (2, "Anna Berg, the premier of Denmark and Luca Costa met in Oslo."),
        (3, "Anna Berg, a Danish premier and Luca Costa met in Oslo."),
    ],
)
def test_an_office_of_a_state_behind_a_name_is_its_bearers(parties, count: int, text: str) -> None:
    assert sum(party.kind == "person" for party in parties(text)) == count


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("junta boss", "She met junta boss Luca Costa on Monday."),
        (
            "Ambassador Extraordinary and Plenipotentiary of Latvia",
            "She met the Ambassador Extraordinary and Plenipotentiary of Latvia Luca Costa on Monday.",
        ),
    ],
)
def test_a_title_may_begin_with_a_group_or_end_with_a_rank(parties, title: str, text: str) -> None:
    assert [(party.name, party.title) for party in parties(text)] == [("Luca Costa", title)]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ([("Anna Berg", "NOR"), ("Luca Costa", "ITA")],
         "Anna Berg, premier of Norway and Luca Costa, premier of Italy met."),
        ([("Anna Berg", "NOR")], "Anna Berg, Minister for Foreign Affairs of Norway held talks."),
        ([("Anna Berg", "NOR")], "Anna Berg, premier of Norway and chair of the bloc, held talks."),
        ([("Anna Berg", "NOR"), ("the chair of the bloc", None)],
         "Anna Berg, premier of Norway, and the chair of the bloc held talks."),
        ([("Anna Berg", "NOR"), ("the premier of Italy", "ITA")],
         "Norwegian Premier Anna Berg, the premier of Italy and others held talks."),
    ],
)  # fmt: skip
def test_an_office_without_an_article_is_that_of_the_name_before(parties, told: list[tuple], text: str) -> None:
    assert [(p.name, p.country) for p in parties(text) if p.kind == "person"] == told


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg"], "Ambassador Anna Berg, Danish Assistant Secretary for African Affairs held talks."),
        (["Anna Berg"], "Anna Berg, the UN envoy for Mali and the Sahel, arrived."),
        (["Anna Berg", "Danish Premier"], "They spoke after talks with Berg, Danish Premier said.\nAnna Berg left."),
        (["Anna Berg", "the Danish Premier"], "Anna Berg, the UN envoy for Mali and the Danish Premier, arrived."),
    ],
)
def test_an_office_behind_a_name_is_its_own_up_to_the_verb(parse, names: list[str], text: str) -> None:
    assert sorted({p.name for p in find_parties(parse(text)) if p.kind == "person"}) == names


def test_a_consul_is_named_behind_his_town(parse) -> None:
    text = "They received the Danish consul general in Milan, Anna Berg, on Wednesday."
    assert [(p.name, p.country) for p in find_parties(parse(text)) if p.kind == "person"] == [("Anna Berg", "DNK")]


@pytest.mark.parametrize(
    "text",
    [
        "China and the two Koreas will meet.",
        "The two Koreas and China will meet.",
        "The talks involve China and both Koreas.",
    ],
)
def test_the_two_koreas_are_two_wherever_they_are_listed(parties, text: str) -> None:
    assert {party.country for party in parties(text)} == {"CHN", "PRK", "KOR"}
