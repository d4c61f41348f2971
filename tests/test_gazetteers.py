"""Names as news writes them resolve to countries, cities, venues, organisations and offices; others resolve to none."""

import pycountry
import pytest

from transforms.language.lexicon.gazetteers import (
    Venue,
    capital_code,
    countries_told,
    country_code,
    country_name,
    country_table,
    demonym_code,
    find_organisation,
    find_venue,
    fold,
    is_region,
    longest_from,
    nationality,
    organisation,
    region_code,
    rows,
    site_country,
)
from transforms.language.lexicon.offices import (
    Office,
    is_chief_diplomat,
    is_domestic_body,
    is_envoy,
    is_head_of_state,
    is_high_office,
    is_office_head,
    leads_state,
    office,
    office_words,
)
from transforms.language.toponyms.cities import City, find_city

UN_MEMBERS = """
    AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF
    CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI
    FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN
    KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT
    MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT
    ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON
    TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
"""
TABLES = (
    "countries.tsv",
    "seats.tsv",
    "cities.tsv",
    "regions.tsv",
    "organisations.tsv",
    "offices.tsv",
    "gatherings.tsv",
)


def test_there_are_193_members_of_the_united_nations() -> None:
    assert len(set(UN_MEMBERS.split())) == 193


@pytest.mark.parametrize("code", UN_MEMBERS.split())
def test_every_member_has_a_name_people_and_a_capital(code: str) -> None:
    names, demonyms, capitals = next(rest for c, *rest in country_table() if c == code)
    assert {country_code(name) for name in (*names, country_name(code))} == {code}
    assert demonyms
    assert {demonym_code(word) for word in demonyms} == {code}
    if code != "BEL":  # Brussels stands for the European Union as often
        assert capitals
        assert {capital_code(name) for name in capitals} == {code}
        assert {city.country for name in capitals if (city := find_city(name))} == {code}


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda c: c.alpha_3)
def test_every_country_of_iso_3166_is_known_by_its_formal_name(country) -> None:
    told_in_news = {"COG": "COD"}  # ISO's "Congo" is the smaller one
    assert country_code(country.name) == told_in_news.get(country.alpha_3, country.alpha_3)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_tells_its_origin_and_its_codes_are_of_iso_3166(name: str) -> None:
    iso = {country.alpha_3 for country in pycountry.countries} | {"XKX", "-"}
    codes = {entry for row in rows(name) for cell in row for entry in cell if len(entry) == 3 and entry in iso}
    last = {row[-1][0] for row in rows(name) if row[-1] and name in ("cities.tsv", "regions.tsv", "organisations.tsv")}
    assert last <= iso
    assert codes or name == "offices.tsv"


@pytest.mark.parametrize("name", TABLES)
def test_no_spelling_stands_twice_in_a_table_of_places(name: str) -> None:
    if name in ("cities.tsv", "regions.tsv", "seats.tsv", "gatherings.tsv"):
        spellings = [fold(n) for row in rows(name) for n in dict.fromkeys(map(fold, row[0] + row[1]))]
        assert sorted(spellings) == sorted(set(spellings))


@pytest.mark.parametrize("form", ["{}", "THE {}", "{}'s"])
@pytest.mark.parametrize("table", ["countries.tsv", "organisations.tsv", "regions.tsv"])
def test_every_name_of_a_country_or_body_is_no_longer_than_the_longest_with_its_opening(table: str, form: str) -> None:
    names = [form.format(name) for row in rows(table) for cell in row for name in cell]
    known = [name for name in names if country_code(name) or demonym_code(name) or organisation(name)]
    assert [name for name in known if longest_from(name.split()[0]) < len(name.split())] == []
    assert longest_from("Ferry") == 0


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("United States", "USA"),
        ("the U.S.", "USA"),
        ("US", "USA"),
        ("U.S.A.", "USA"),
        ("America's", "USA"),
        ("UK", "GBR"),
        ("Britain", "GBR"),
        ("Scotland", "GBR"),
        ("Republic of Korea", "KOR"),
        ("ROK", "KOR"),
        ("DPRK", "PRK"),
        ("People’s Republic of China", "CHN"),
        ("CHINA", "CHN"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire’s", "CIV"),
        ("Türkiye", "TUR"),
        ("the Netherlands'", "NLD"),
        ("Saint Lucia", "LCA"),
        ("St. Lucia", "LCA"),
        ("Kosovo", "XKX"),
        ("Taiwan", "TWN"),
        ("the West Bank", "PSE"),
        ("the Holy See", "VAT"),
        ("Zaire", "COD"),
        ("Soviet Union", "RUS"),
        ("Congo-Brazzaville", "COG"),
        ("us", None),
        ("Us", None),
        ("uk", None),
        ("turkey", None),
        ("Yugoslavia", None),
        ("Europe", None),
        ("EU", None),
        ("the North", None),
        ("", None),
        ("the", None),
    ],
)
def test_a_country_by_any_usual_name(name: str, code: str | None) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Chinese", "CHN"),
        ("Britons", "GBR"),
        ("Scottish", "GBR"),
        ("U.S.", "USA"),
        ("Americans", "USA"),
        ("Israelis", "ISR"),
        ("Emirati", "ARE"),
        ("South Korean", "KOR"),
        ("North Koreans", "PRK"),
        ("New Zealander", "NZL"),
        ("Kosovar", "XKX"),
        ("Germans", "DEU"),
        ("Bosnian Serb", "BIH"),
        ("Turkish Cypriots", None),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Soviet", "RUS"),
        ("polish", None),
        ("USS", None),
        ("Kurdish", None),
        ("European", None),
        ("Arab", None),
        ("African", None),
    ],
)
def test_a_people_and_its_adjective(word: str, code: str | None) -> None:
    assert demonym_code(word) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Beijing", "CHN"),
        ("the Kremlin's", "RUS"),
        ("The White House", "USA"),
        ("the U.S. State Department", "USA"),
        ("No. 10", "GBR"),
        ("Élysée", "FRA"),
        ("Ramallah", "PSE"),
        ("Washington, D.C.", "USA"),
        ("Brussels", None),
        ("Munich", None),
        ("Camp David", None),
        ("male", None),
    ],
)
def test_a_seat_of_government_stands_for_its_country(name: str, code: str | None) -> None:
    assert capital_code(name) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("South Korean", "KOR"),
        ("China's", "CHN"),
        ("the Russian Federation's", "RUS"),
        ("senior Chinese", "CHN"),
        ("visiting Papua New Guinean", "PNG"),
        ("Israeli and Egyptian", "ISR"),
        ("co-chairs of the Minsk Group", None),
        ("Indian Ocean Commission ministers", None),
        ("Afghan Taliban", "AFG"),
        ("Turkish Cypriot leader", None),
        ("U.S.-China", "USA"),
        ("Kremlin", "RUS"),
        ("Turkish-backed", None),
        ("U.S.-led", None),
        ("Latin American", None),
        ("New Jersey", None),
        ("Texas", None),
        ("Victoria", None),
        ("foreign", None),
    ],
)
def test_the_country_a_modifier_tells(text: str, code: str | None) -> None:
    assert nationality(text) == code


@pytest.mark.parametrize(
    ("name", "country", "city"),
    [
        ("Washington", None, City("Washington", "USA")),
        ("Washington, D.C.", None, City("Washington", "USA")),
        ("New York City", None, City("New York", "USA")),
        ("San Jose", None, City("San Jose", "CRI")),
        ("San Jose", "USA", City("San Jose", "USA")),
        ("San Jose, California", None, City("San Jose", "USA")),
        ("San Jose, Costa Rica", None, City("San Jose", "CRI")),
        ("Paris", None, City("Paris", "FRA")),
        ("Kiev", None, City("Kyiv", "UKR")),
        ("Rangoon", None, City("Yangon", "MMR")),
        ("Sharm el-Sheik", None, City("Sharm el-Sheikh", "EGY")),
        ("Jeddah", None, City("Jeddah", "SAU")),
        ("Davos", None, City("Davos", "CHE")),
        ("Mar del Plata", None, City("Mar del Plata", "ARG")),
        ("Tskhinvali", None, City("Tskhinvali", "GEO")),
        ("Brussels", None, City("Brussels", "BEL")),
        ("Singapore", None, City("Singapore", "SGP")),
        ("Basra", None, City("Basra", "IRQ")),
        ("Frankfurt", None, City("Frankfurt", "DEU")),
        ("Whitehall", None, None),
        ("Bolton", None, None),
        ("Bolton", "GBR", City("Bolton", "GBR")),
        ("Clinton", None, None),
        ("Mexico", None, None),
        ("Texas", None, None),
        ("Gaza", None, None),
        ("OAS", None, None),
        ("nice", None, None),
        ("Nowhere at All", None, None),
        ("", None, None),
        (",", None, None),
    ],
)
def test_a_city_by_its_name(name: str, country: str | None, city: City | None) -> None:
    assert find_city(name, country) == city


@pytest.mark.parametrize(
    ("name", "told", "country"),
    [
        ("Toledo", {"ESP"}, "ESP"),
        ("Toledo", {"ESP", "USA"}, "USA"),
        ("Toledo", {"FRA"}, "USA"),
        ("Hyderabad", {"PAK"}, "PAK"),
        ("Hodonín", {"CZE"}, "CZE"),
        ("Moscow", {"USA"}, "RUS"),
        ("Sydney", {"CAN"}, "AUS"),
    ],
)
def test_a_city_of_several_countries_is_of_the_one_that_is_told(name: str, told: set[str], country: str) -> None:
    assert find_city(name, told=lambda: told) == City(name, country)


def test_the_countries_that_a_text_tells() -> None:
    told = countries_told(
        "Danes and the Kremlin met U.S. envoys in Norway, where the Danes and Norway's premier spoke."
    )
    assert told == {"DNK": 2, "RUS": 1, "USA": 1, "NOR": 2}


@pytest.mark.parametrize(
    ("name", "code"),
    [("Texas", "USA"), ("Crimea", "UKR"), ("Bavaria", "DEU"), ("Ontario", "CAN"), ("Punjab", None), ("Paris", None)],
)
def test_the_country_of_a_region(name: str, code: str | None) -> None:
    assert region_code(name) == code


def test_a_region_that_several_countries_share_is_a_region() -> None:
    assert is_region("Punjab")
    assert not is_region("Lahore")


@pytest.mark.parametrize(
    ("name", "venue"),
    [
        ("the White House", Venue("White House", "Washington", "USA")),
        ("10 Downing Street", Venue("Downing Street", "London", "GBR")),
        ("Chequers", Venue("Chequers", None, "GBR")),
        ("Camp David", Venue("Camp David", "Camp David", "USA")),
        ("U.N. headquarters", Venue("UN headquarters", "New York", "USA")),
        ("a white house", None),
    ],
)
def test_a_famous_building(name: str, venue: Venue | None) -> None:
    assert find_venue(name) == venue


@pytest.mark.parametrize(
    ("name", "short", "kind", "country"),
    [
        ("U.N.", "UN", "international", None),
        ("the United Nations", "UN", "international", None),
        ("Group of 20", "G20", "international", None),
        ("G-20", "G20", "international", None),
        ("the African Union's", "AU", "international", None),
        ("Taleban", "Taliban", "movement", None),
        ("Hizbullah", "Hezbollah", "movement", None),
        ("Palestine Liberation Organization", "PLO", "movement", "PSE"),
        ("al-Shabaab", "Al-Shabab", "movement", None),
    ],
)
def test_an_organisation_by_its_names(name: str, short: str, kind: str, country: str | None) -> None:
    found = organisation(name)
    assert found
    assert (found.short_name, found.kind, found.country) == (short, kind, country)


@pytest.mark.parametrize("name", ["who", "Who", "au", "quad", "Norway", "Ira", ""])
def test_no_organisation(name: str) -> None:
    assert organisation(name) is None


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("leaders of the African Union", "AU"),
        ("Hamas negotiators", "Hamas"),
        ("the UN Security Council", "UNSC"),
        ("members of the Security Council", "UNSC"),
        ("members of the National Security Council", None),
        ("Thai Security Council officials", None),
        ("the Danish UN ambassador", "UN"),
        ("two ministers", None),
    ],
)
def test_the_organisation_a_phrase_names(text: str, short: str | None) -> None:
    found = find_organisation(text)
    assert (found.short_name if found else None) == short


def read(text: str) -> tuple[str, str | None, str | None, str] | None:
    found = office(text)
    return (found.title, found.country, found.organisation, found.rest) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvian Foreign Minister Ilze Ozola", ("Foreign Minister", "LVA", None, "Ilze Ozola")),
        ("Peru's Vice Foreign Minister Ana Rey", ("Vice Foreign Minister", "PER", None, "Ana Rey")),
        ("Deputy Secretary of State Lee Moss", ("Deputy Secretary of State", "USA", None, "Lee Moss")),
        ("Special Envoy for Climate Jo Lind", ("Special Envoy for Climate", None, None, "Jo Lind")),
        (
            "Under Secretary for Trade, Energy, and Industry Kim Roe",
            ("Under Secretary for Trade, Energy, and Industry", None, None, "Kim Roe"),
        ),
        ("Deputy U.S. Trade Representative Lee Moss", ("Deputy U.S. Trade Representative", "USA", None, "Lee Moss")),
        ("U.S. Ambassador to Chad Lee Moss", ("Ambassador to Chad", "USA", None, "Lee Moss")),
        ("the foreign minister of Japan", ("foreign minister of Japan", "JPN", None, "")),
        ("U.N. Secretary-General Ana Rey", ("Secretary-General", None, "UN", "Ana Rey")),
        ("Secretary General of NATO Jan Bos", ("Secretary General of NATO", None, "NATO", "Jan Bos")),
        ("Swiss Security Council Secretary Jan Bos", ("Security Council Secretary", "CHE", None, "Jan Bos")),
        ("State Councilor and Foreign Minister Wu Lan", ("State Councilor and Foreign Minister", None, None, "Wu Lan")),
        ("foreign and defence ministers", ("foreign and defence ministers", None, None, "")),
        ("Prime Minister Sheikh Noor", ("Prime Minister", None, None, "Sheikh Noor")),
        ("Defense Minister General Jan Bos", ("Defense Minister", None, None, "General Jan Bos")),
        ("Lieutenant General Jan Bos", ("Lieutenant General", None, None, "Jan Bos")),
        ("Ambassador King", ("Ambassador", None, None, "King")),
        ("Ambassador Power", ("Ambassador", None, None, "Power")),
        ("Crown Prince Noor", ("Crown Prince", None, None, "Noor")),
        ("the pope", ("pope", "VAT", None, "")),
        ("adviser to President Rey", ("adviser", None, None, "to President Rey")),
        (
            "Envoy of the Secretary-General Jan Bos",
            ("Envoy of the Secretary-General", None, None, "Jan Bos"),
        ),
        ("Secretary of State for Health Jan Bos", ("Secretary of State for Health", None, None, "Jan Bos")),
        (
            "Minister for Trade and Deputy Prime Minister Jan Bos",
            ("Minister for Trade and Deputy Prime Minister", None, None, "Jan Bos"),
        ),
        ("premier of Laos and President Rey", ("premier of Laos", "LAO", None, "and President Rey")),
        ("envoys of Laos and Fiji", ("envoys of Laos", "LAO", None, "and Fiji")),
        ("top nuclear envoy, Kim Roe", ("top nuclear envoy", None, None, "Kim Roe")),
        ("President, Chancellor Rey", ("President", None, None, "Chancellor Rey")),
        ("Jan Bos", None),
        ("Norway", None),
        ("foreign policy", None),
        ("General Assembly", None),
        ("Turkish-backed rebels", None),
        ("", None),
    ],
)
def test_the_title_before_a_name(text: str, expected: tuple[str, str | None, str | None, str] | None) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("President Rey", "office"),
        ("King Noor", "royal"),
        ("Cardinal Bos", "religious"),
        ("Gen. Bos", "rank"),
        ("Mr. Bos", "honorific"),
        ("Foreign Ministry spokeswoman Rey", "reporting"),
        ("deputy spokesman Rey", "reporting"),
        ("her Danish counterpart", "relational"),
    ],
)
def test_the_kind_of_a_title(text: str, kind: str) -> None:
    found = office(text)
    assert found
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "former", "plural"),
    [
        ("former Danish President Rey", True, False),
        ("ministers", False, True),
        ("heads of state", False, True),
        ("deputies", False, True),
        ("Finance Secretary Rey", False, False),
    ],
)
def test_former_holders_and_several(text: str, former: bool, plural: bool) -> None:
    found = office(text)
    assert isinstance(found, Office)
    assert (found.former, found.plural) == (former, plural)


def test_the_words_of_titles() -> None:
    assert {"minister", "ministers", "deputy", "foreign"} <= office_words()
    assert not {"of", "the", "meeting"} & office_words()
    assert is_office_head("Envoys")
    assert not is_office_head("foreign")


@pytest.mark.parametrize(
    ("name", "domestic"),
    [("Parliament", True), ("the lawmakers", True), ("opposition leaders", True), ("envoy", False)],
)
def test_whom_one_meets_at_home(name: str, domestic: bool) -> None:
    assert is_domestic_body(name) is domestic


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Secretary–General", "secretary general"), ("São Tomé & Príncipe", "sao tome and principe"), ("U.N.’s", "un's")],
)
def test_one_spelling(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://www.state.gov/a", "USA"),
        ("https://www.gov.uk/b", "GBR"),
        ("https://www.diplomatie.gouv.fr/c", "FRA"),
        ("https://www.mofa.go.jp/d", "JPN"),
        ("https://news.example.com/government", None),
        ("https://go.example.com", None),
        (None, None),
    ],
)
def test_a_governments_own_site_tells_its_country(url: str | None, code: str | None) -> None:
    assert site_country(url) == code


@pytest.mark.parametrize(
    ("title", "sent"),
    [("Ambassador", True), ("U.S. Special Envoy", True), ("High Commissioner to Oslo", True), ("Chargé", True),
     ("U.N. Secretary-General", True), ("Secretary of State", False), ("Minister", False), ("", False)],
)  # fmt: skip
def test_an_envoy_is_sent_by_a_state_or_body(title: str, sent: bool) -> None:
    assert is_envoy(title) is sent


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("President", (True, True, False, True)),
        ("Kings", (True, True, False, True)),
        ("Premier", (False, True, False, True)),
        ("Minister of Foreign Affairs", (False, False, True, True)),
        ("EU foreign policy chief", (False, False, True, True)),
        ("Vice President", (False, False, False, True)),
        ("Deputy Foreign Minister", (False, False, False, True)),
        ("Minister for Banking", (False, False, False, False)),
        ("", (False, False, False, False)),
    ],
)
def test_who_leads_a_state_is_told_by_words_of_a_title(title: str, tells: tuple[bool, ...]) -> None:
    asked = (is_head_of_state, leads_state, is_chief_diplomat, is_high_office)
    assert tuple(is_told(title) for is_told in asked) == tells
