"""Parties told by office or as a group, with one party for each nation of a coordinated phrase."""

import pytest

from transforms.language.lexicon.word_classes import word_classes
from transforms.language.parties.actors import find_parties
from transforms.language.parties.descriptions import country_of, find_described


@pytest.mark.parametrize(
    ("described", "phrase"),
    [
        ([("Senior Chinese officials", "group", "CHN")], "Senior Chinese officials"),
        ([("A Taliban delegation", "group", None)], "A Taliban delegation"),
        ([("The Danish foreign minister", "person", "DNK")], "The Danish foreign minister for talks"),
        ([("The Danish envoy for peace talks", "person", "DNK")], "The Danish envoy for peace talks"),
        ([("A delegation of the Republic of Quellia", "group", None)], "A delegation of the Republic of Quellia"),
        ([("A high-level Danish delegation", "group", "DNK")], "A high-level Danish delegation"),
        ([("Two Danish envoys", "group", "DNK")], "Two Danish envoys"),
        ([("Rebels", "group", None)], "Rebels"),
        ([("The Danish premier", "person", "DNK")], "The Danish premier"),
        ([("The president of Denmark", "person", "DNK")], "The president of Denmark"),
        ([("The Danish ambassador to Italy", "person", "DNK")], "The Danish ambassador to Italy"),
        ([("The special envoy to Italy", "person", None)], "The special envoy to Italy"),
        ([("Danish officials", "group", "DNK")], "Danish officials in Rome"),
        ([("Officials in Italy", "group", "ITA")], "Officials in Italy"),
        ([("European and Arab leaders", "group", None)], "European and Arab leaders in Qatar"),
        ([("Western diplomats", "group", None)], "Western diplomats in Tehran"),
        (
            [("Thai officials", "group", "THA"), ("Arab officials", "group", None)],
            "Thai and Arab officials",
        ),
        (
            [("African ministers", "group", None), ("Danish ministers", "group", "DNK")],
            "African and Danish ministers",
        ),
        (
            [("Danish missile experts", "group", "DNK"), ("Thai missile experts", "group", "THA")],
            "Danish and Thai missile experts",
        ),
        ([("monitors", "group", None)], "The cease-fire monitors"),
        (
            [("Danish government", "government", "DNK"), ("Italian government", "government", "ITA")],
            "The Danish and Italian governments",
        ),
        (
            [("The cabinet of Denmark", "government", "DNK"), ("The cabinet of Italy", "government", "ITA")],
            "The cabinets of Denmark and Italy",
        ),
        ([("The secretary-general", "person", None)], "The secretary-general"),
        ([("Officials from two former Soviet republics", "group", None)], "Officials from two former Soviet republics"),
        ([("The high commissioner in Rome", "person", None)], "The high commissioner in Rome"),
        ([("The Danish side", "group", "DNK")], "The Danish side"),
        ([("The opposition", "group", None)], "The opposition"),
        ([("The Danish minister for Baltic affairs", "person", "DNK")], "The Danish minister for Baltic affairs"),
        (
            [("The premier of Denmark", "person", "DNK"), ("Italy's president", "person", "ITA")],
            "The premier of Denmark and Italy's president",
        ),
        ([("Trinidad and Tobago's minister", "person", "TTO")], "Trinidad and Tobago's minister"),
        ([("Hamas's number two", "person", None)], "Hamas's number two"),
        ([("The Danish chargé d'affaires", "person", "DNK")], "The Danish chargé d'affaires"),
        (
            [("Members of the trade committees of the Danish and Thai parliaments", "group", "DNK")],
            "Members of the trade committees of the Danish and Thai parliaments",
        ),
        ([("Hamas militants", "group", None)], "Hamas militants in Italy"),
        ([("Leaders of the Danish government", "group", "DNK")], "Leaders of the Danish government"),
        (
            [("The Danish defense minister", "person", "DNK"), ("The Danish foreign minister", "person", "DNK")],
            "The Danish defense and foreign ministers",
        ),
        ([("The Danish health officials", "group", "DNK")], "The Danish health officials"),
        ([("Envoys of the 10-nation group", "group", None)], "Envoys of the 10-nation group"),
        ([("Envoys of the five richest nations", "group", None)], "Envoys of the five richest nations"),
        ([("Envoys from members of NATO", "group", None)], "Envoys from members of NATO"),
        ([("Chiefs of Staff of NATO member states", "group", None)], "Chiefs of Staff of NATO member states"),
        ([("Asean ministers", "group", None)], "Asean ministers"),
        ([("Heads of state and government", "group", None)], "Heads of state and government"),
        (
            [("A mission from the Economic Community of West African States", "group", None)],
            "A mission from the Economic Community of West African States",
        ),
        ([("Ministers of the Group of Eight nations", "group", None)], "Ministers of the Group of Eight nations"),
        ([("The pope", "person", "VAT")], "The pope"),
        ([("The Secretary of State", "person", "USA")], "The Secretary of State"),
        ([("The Danish government", "government", "DNK")], "The Danish government"),
        ([("The junta", "government", None)], "The junta"),
        ([("The Danish consul general", "person", "DNK")], "The Danish consul general"),
        (
            [("The Danish special representative to Italy", "person", "DNK")],
            "The Danish special representative to Italy",
        ),
        ([("The Danish foreign minister", "person", "DNK")], "The Danish foreign minister to Italy"),
        ([("Both sides", "group", None)], "Both sides"),
        ([("Members of the Danish parliament", "group", "DNK")], "Members of the Danish parliament"),
        ([("Thai officials", "group", "THA"), ("Lao officials", "group", "LAO")], "Thai and Lao officials"),
        ([("US officials", "group", "USA"), ("China officials", "group", "CHN")], "US-China officials"),
        (
            [("Israeli negotiators", "group", "ISR"), ("Palestinian negotiators", "group", "PSE")],
            "Israeli and Palestinian negotiators",
        ),
        (
            [("Thai envoys", "group", "THA"), ("Lao envoys", "group", "LAO"), ("Burmese envoys", "group", "MMR")],
            "Thai, Lao and Burmese envoys",
        ),
        (
            [("Danish prime minister", "person", "DNK"), ("Italian prime minister", "person", "ITA")],
            "The Danish and Italian prime ministers",
        ),
        (
            [("prime minister of Denmark", "person", "DNK"), ("prime minister of Italy", "person", "ITA")],
            "The prime ministers of Denmark and Italy",
        ),
        (
            [("The foreign minister of the People's Republic of China", "person", "CHN")],
            "The foreign minister of the People's Republic of China",
        ),
        (
            [("Officials from Japan", "group", "JPN"), ("Officials from South Korea", "group", "KOR")],
            "Officials from Japan and South Korea",
        ),
        (
            [("The Danish premier", "person", "DNK"), ("the Italian president", "person", "ITA")],
            "The Danish premier and the Italian president",
        ),
    ],
)
def test_a_description_is_a_party_of_each_nation_told(sentence, described: list[tuple], phrase: str) -> None:
    span = sentence(f"{phrase} spoke on Monday.")
    found = find_described(span, word_classes(span))
    assert [(party.name, party.kind, party.country) for party in found] == described
    assert not any(party.named for party in found)


@pytest.mark.parametrize(
    "phrase",
    [
        "A spokesman for the Danish foreign ministry",
        "The Danish government spokesman",
        "The Danish newspaper",
        "Experts",
        "Danish law",
        "Denmark",
    ],
)
def test_who_only_reports_and_what_is_no_office_is_no_party(sentence, phrase: str) -> None:
    span = sentence(f"{phrase} spoke on Monday.")
    assert find_described(span, word_classes(span)) == []


@pytest.mark.parametrize(
    ("relational", "words"),
    [
        (True, "Italian counterpart"),
        (True, "Italian colleague"),
        (True, "Italian opposite number"),
        (True, "Italian peers"),
        (True, "homologue"),
        (True, "counterpart"),
        (False, "colleague"),
        (False, "Italian aide"),
    ],
)
def test_a_counterpart_needs_another_to_be_understood(sentence, relational: bool, words: str) -> None:
    span = sentence(f"The Danish premier and her {words} spoke on Monday.")
    assert [party.relational for party in find_described(span, word_classes(span))] == [False, relational]


def test_words_that_are_read_are_taken_from_the_classes(sentence) -> None:
    span = sentence("Senior Chinese officials left Oslo.")
    classes = word_classes(span)
    find_described(span, classes)
    assert "".join(classes).startswith("###V")


@pytest.mark.parametrize(
    ("nation", "country"), [("Danish", "DNK"), ("Denmark", "DNK"), ("Beijing", "CHN"), ("NATO", None), ("Berg", None)]
)
def test_a_nation_tells_its_country(nation: str, country: str | None) -> None:
    assert country_of(nation) == country


def test_a_government_is_that_of_one_nation(parse) -> None:
    parties = find_parties(parse("Talks between the Government of Colombia and the ELN will be held in Mexico."))
    assert [p.name for p in parties if p.name != "Mexico"] == ["the Government of Colombia", "ELN"]


def test_what_is_subject_is_somebody_whatever_the_tagger_takes_it_for(parse) -> None:
    parties = find_parties(parse("The Thai emissary met Danish Premier Anna Berg."))
    assert [(p.name, p.country) for p in parties] == [("The Thai emissary", "THA"), ("Anna Berg", "DNK")]


@pytest.mark.parametrize("region", ["Nordic", "Balkan", "Baltic", "Sahel", "Mekong", "Andean"])
def test_leaders_of_a_region_are_named_with_it(told, region: str) -> None:
    (mention,) = told(f"{region} leaders met in Oslo on Monday.")
    assert [(p.name, p.country) for p in mention.participants] == [(f"{region} leaders", None)]


@pytest.mark.parametrize("town", ["Bath, England", "Port Louis, Mauritius", "Rabat, Morocco"])
def test_the_country_behind_a_town_is_none_of_the_nations(parties, town: str) -> None:
    found = parties(f"At the end of a meeting in {town}, EU ministers called for quotas.")
    assert [(party.name, party.country) for party in found if party.kind != "government"] == [("EU ministers", None)]


def test_international_backers_are_not_of_the_country_they_back(told) -> None:
    (mention,) = told("Laos' international donors met the Lao president on Monday.", title="News")
    assert {p.country for p in mention.participants} == {None, "LAO"}


def test_the_members_of_a_body_are_of_that_alone(parties) -> None:
    found = parties("The permanent members of the Security Council and Germany met on Monday.")
    assert [(p.name, p.country) for p in found] == [
        ("The permanent members of the Security Council", None),
        ("Germany", "DEU"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The heads of the Lao and Thai border police met in Vientiane on Monday.",
        "Officials of the Lao and Thai fisheries ministries will meet in Vientiane in June.",
    ],
)
def test_officers_of_two_nations_are_of_each(told, text: str) -> None:
    (mention,) = told(text)
    assert {p.country for p in mention.participants} == {"LAO", "THA"}


def test_the_co_chairs_of_a_body_are_its_own(told) -> None:
    (mention,) = told("The Minsk Group co-chairs met Danish Premier Anna Berg in Oslo on Monday.")
    assert {p.name for p in mention.participants} == {"Minsk Group co-chairs", "Anna Berg"}
