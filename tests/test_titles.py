"""Persons with the titles and nations beside their names."""

import pytest

from transforms.language.lexicon.word_classes import word_classes
from transforms.language.parties.names import find_names
from transforms.language.parties.titles import titled_person


@pytest.mark.parametrize(
    ("name", "title", "country", "phrase"),
    [
        ("Anna Berg", "Foreign Minister", "DNK", "Danish Foreign Minister Anna Berg"),
        ("Anna Berg", "Foreign Minister", "DNK", "Denmark's Foreign Minister Anna Berg"),
        ("Anna Berg", "Foreign Minister", "DNK", "Foreign Minister Anna Berg of Denmark"),
        ("Anna Berg", "Premier", "DNK", "Premier Anna Berg of the Kingdom of Denmark"),
        ("Anna Berg", "Speaker of the House of People's Deputies of Denmark", "DNK",
         "Speaker of the House of People's Deputies of Denmark Anna Berg"),
        ("Anna Berg", "Minister of Industry and Supply", "DNK", "Danish Minister of Industry and Supply Anna Berg"),
        (
            "Anna Berg",
            "Minister for Trade, Energy and Oil",
            "DNK",
            "Danish Minister for Trade, Energy and Oil Anna Berg",
        ),
        ("Anna Berg", "President", "DNK", "Former Danish President Anna Berg"),
        ("Anna Berg", "Minister for Foreign Affairs", "DNK", "Danish Minister for Foreign Affairs Anna Berg"),
        ("Anna Berg", "Minister of Trade and Industry", "DNK", "Danish Minister of Trade and Industry Anna Berg"),
        ("Anna Berg", "Trade and Industry Minister", "DNK", "Danish Trade and Industry Minister Anna Berg"),
        ("Karl Holm", "Deputy Secretary of State", "USA", "U.S. Deputy Secretary of State Karl Holm"),
        ("Karl Holm", "Secretary of State", "USA", "Secretary of State Karl Holm"),
        ("Karl Holm", "Maj.-Gen.", "DNK", "Danish Maj.-Gen. Karl Holm"),
        ("Karl Holm", "Energy Minister", None, "Energy Minister Eng. Karl Holm"),
        ("Karl Holm", "special envoy", "USA", "US special envoy Karl Holm"),
        ("Jane Wood", "Foreign Secretary", "GBR", "British Foreign Secretary Jane Wood"),
        ("Min Soo-jin", "President", "KOR", "South Korean President Min Soo-jin"),
        ("Park Min-soon", "Deputy Minister", "KOR", "South Korean Deputy Minister Park Min-soon"),
        ("Salim Haddad", "President", "PSE", "Palestinian President Salim Haddad"),
        ("Maria Duarte", "Secretary-General", None, "UN Secretary-General Maria Duarte"),
        ("Maria Duarte", "President", None, "European Commission President Maria Duarte"),
        ("Karl", "Crown Prince", "DNK", "Crown Prince Karl of Denmark"),
        ("Margit II", "Queen", "DNK", "Queen Margit II of Denmark"),
        ("Clement", "Pope", "VAT", "Pope Clement"),
        ("Karl Holm", "General", None, "General Karl Holm"),
        ("Salim bin Rashid", "Sheikh", None, "Sheikh Salim bin Rashid"),
        ("Anna van der Berg", "Prime Minister", "DNK", "Danish Prime Minister Anna van der Berg"),
        ("Anna Berg Jr.", "Foreign Minister", "DNK", "Danish Foreign Minister Dr. Anna Berg Jr."),
        ("Anna Berg", None, "DNK", "Denmark's Anna Berg"),
        ("Luca Costa", "Milan Mayor", "ITA", "Milan Mayor Luca Costa"),
        ("Luca Costa", "Governor", None, "Governor Luca Costa"),
        ("Anna Berg-Lund", "Speaker of the Senate", "POL", "Polish Speaker of the Senate Anna Berg-Lund"),
        ("Anna Berg", "Speaker of the Polish Senate", "POL", "Speaker of the Polish Senate Anna Berg"),
        ("Anna Berg", "Deputy Speaker of the House", None, "Deputy Speaker of the House Anna Berg"),
        ("Anna Berg", "Chair of the Trade Board (TB)", None, "Chair of the Trade Board (TB) Anna Berg"),
        ("Anna Berg", "Minister of Trade and Supply", None, "Minister of Trade and Supply Anna Berg"),
        ("Anna Berg", "Adviser to the Premier on Trade and Textile", None,
         "Adviser to the Premier on Trade and Textile Anna Berg"),
        ("Anna Berg", "Head of the Senate's Trade Committee", None, "Head of the Senate's Trade Committee Anna Berg"),
        ("B.Dorji", "Speaker of Parliament", None, "Speaker of Parliament B.Dorji"),
        ("Anna Berg", "Minister for Health, North America and Trade", "DNK",
         "Danish Minister for Health, North America and Trade Anna Berg"),
        ("Karl Holm", "Minister at the Premier's Office and Minister of Trade", None,
         "Minister at the Premier's Office and Minister of Trade Karl Holm"),
        ("Karl Holm", "Minister of Trade II", None, "Minister of Trade II Karl Holm"),
        ("Karl Holm", "Home Adviser Maj Gen (retd)", None, "Home Adviser Maj Gen (retd) Karl Holm"),
        ("Karl Holm", "Joint Secretary (East Asia)", "IND", "Indian Joint Secretary (East Asia) Karl Holm"),
        ("Karl Holm", "Ambassador-designate", "DNK", "Danish Ambassador-designate Karl Holm"),
        ("Karl Holm", "Security Council Secretary", "KGZ", "Kyrgyz Security Council Secretary Karl Holm"),
        ("Karl Holm", "National Security Council Secretary", None, "National Security Council Secretary Karl Holm"),
        ("Karl Holm", "Deputy FM", "POL", "Polish Deputy FM Karl Holm"),
        ("Karl Holm", "Chargé d'Affaires", "USA", "US Chargé d'Affaires Karl Holm"),
        ("Karl Holm", "opposite number", "DNK", "Danish opposite number Karl Holm"),
        ("Karl Holm", "Foreign Minister", None, "Foreign Minister Datuk Seri Karl Holm"),
        ("Karl Holm", "Trade Minister Senator", None, "Trade Minister Senator the Hon. Karl Holm"),
        ("Karl Holm", "Trade Minister", "DNK", "Danish Trade Minister the Rt. Hon. Karl Holm"),
        ("Karl Holm", "Trade Minister", "DNK", "Danish Trade Minister the Hon'ble Karl Holm"),
        ("Karl Holm", None, None, "H.E. Mr. Karl Holm"),
        ("Karl Holm", "Trade Minister", None, "Trade Minister H E Karl Holm"),
        ("Karl Holm", "Commander-in-Chief", "DNK", "Danish Commander-in-Chief Karl Holm"),
        ("Anna Berg", "Ambassador of the Netherlands", "NLD", "Ambassador of the Netherlands Anna Berg"),
        ("A. B. Berg", "Director of the Department of Trade", None, "Director of the Department of Trade A. B. Berg"),
        ("Anna Berg", "State Secretary at the Ministry of Trade", "DNK",
         "Danish State Secretary at the Ministry of Trade Anna Berg"),
        ("Anna Berg", "Trade Office (TO) Director", None, "Trade Office (TO) Director Anna Berg"),
        ("Sultan bin Rashid Al Noor", None, None, "Sultan bin Rashid Al Noor"),
        ("Said bin Hilal Al Noor", None, None, "Dr Said bin Hilal Al Noor"),
        ("Holm", None, None, "Mr. Holm"),
        ("Anna Berg", None, None, "Anna Berg"),
    ],
)  # fmt: skip
def test_a_name_is_read_with_its_title_and_nation(
    sentence, name: str, title: str | None, country: str | None, phrase: str
) -> None:
    span = sentence(f"{phrase} spoke on Monday.")
    classes = word_classes(span)
    ((start, end),) = find_names(span, classes, set())
    person = titled_person(span, classes, start, end)
    assert (person.name, person.title, person.country) == (name, title, country)
    assert span.doc[person.start : person.end].text == phrase


@pytest.mark.parametrize(
    ("parties_told", "text"),
    [
        (
            [("Karl Holm", "the Danish Ambassador to Italy"), ("Anna Berg", None)],
            "Karl Holm, the Danish Ambassador to Italy, and Anna Berg left.",
        ),
        ([("An aide", None), ("Luca Costa", "President")], "An aide to Italian President Luca Costa left."),
        ([("Luca Costa", "Assistant to the President")], "Assistant to the President Luca Costa left."),
        ([("Luca Costa", "Ambassador to Italy")], "Danish Ambassador to Italy Luca Costa left."),
        (
            [("Luca Costa", "Envoy for Arctic Affairs Ambassador")],
            "Envoy for Arctic Affairs Ambassador Luca Costa left.",
        ),
        ([("An aide", None), ("Luca Costa", "Ambassador")], "An aide to Italian Ambassador Luca Costa left."),
    ],
)
def test_an_office_with_an_officeholder_is_not_his(parties, parties_told: list, text: str) -> None:
    assert [(p.name, p.title if p.named else None) for p in parties(text)] == parties_told


def test_the_article_of_a_surname_belongs_to_it(parse, parties) -> None:
    text = "Egyptian President Karim al-Masri came. Italian President Luca Costa received al-Masri."
    assert [parse(text)[party.start].text for party in parties(text) if party.name == "Karim al-Masri"][-1] == "al"


def test_two_offices_that_nobody_bears_together_are_of_two(parties) -> None:
    told = {party.name for party in parties("The President and Prime Minister Anna Berg of Denmark discussed trade.")}
    assert told == {"The President", "Anna Berg"}
    told = {party.name for party in parties("The Deputy Premier and Foreign Minister Anna Berg of Denmark came.")}
    assert told == {"Anna Berg"}


@pytest.mark.parametrize(
    "text",
    [
        "President Luca Costa of Italy received a special envoy of Danish Premier Anna Berg on Monday.",
        "President Luca Costa of Italy received an envoy of Premier Anna Berg of Denmark on Monday.",
        "President Luca Costa of Italy received an envoy of his Danish counterpart, Anna Berg, on Monday.",
    ],
)
def test_who_sends_an_envoy_is_not_met(told, text: str) -> None:
    (mention,) = told(text)
    envoy = next(p for p in mention.participants if p.name != "Luca Costa")
    assert (envoy.country, "envoy" in envoy.name, len(mention.participants)) == ("DNK", True, 2)


@pytest.mark.parametrize(
    ("organisation", "text"),
    [
        ("WFP", "Director Adam Sowa of the World Food Programme spoke in Oslo."),
        ("OECD", "Secretary General Adam Sowa of the OECD, Premier Karl Holm and others spoke in Oslo."),
        ("AU", "AUC Chairperson Adam Sowa spoke in Oslo."),
        (None, "Director Adam Sowa of the Oslo Museum spoke in Oslo."),
    ],
)
def test_an_organisation_behind_a_name_is_whom_he_speaks_for(parties, organisation: str | None, text: str) -> None:
    (person,) = [party for party in parties(text) if party.name == "Adam Sowa"]
    assert person.organisation == organisation
    assert {"OECD", "World Food Programme"}.isdisjoint(party.name for party in parties(text))


@pytest.mark.parametrize(
    ("country", "text"),
    [
        (None, "In Norway President Berg met Italian President Luca Costa."),
        (None, "In South Korea President Berg met Italian President Luca Costa."),
        (None, "In the Netherlands Premier Berg met Italian President Luca Costa."),
        ("USA", "In U.S. President Berg's view the talks with Italian President Luca Costa went well."),
        ("NOR", "In Norway's President Berg they have found a friend. Mr. Berg met Italian President Luca Costa."),
    ],
)
def test_the_country_where_somebody_does_something_is_not_his(parties, country: str | None, text: str) -> None:
    assert {p.country for p in parties(text) if p.name.endswith("Berg")} == {country}


def test_a_candidate_bears_his_title_behind_another(parties) -> None:
    text = "Danish Senator and former Liberal presidential nominee Anna Berg met Italian President Luca Costa."
    assert next(p.country for p in parties(text) if p.name == "Anna Berg") == "DNK"
