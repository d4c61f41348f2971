"""Persons by name: where the name stands, and how far it reaches."""

import pytest

from transforms.language import nlp
from transforms.language.lexicon.word_classes import word_classes
from transforms.language.parties.names import find_names, known_surnames


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Anna Berg", "Luca Costa"], "Danish President Anna Berg and Italian President Luca Costa spoke on Monday."),
        (["Anna Berg", "Luca Costa"], "Anna Berg, Denmark's president, thanked Luca Costa."),
        ([], "The European Union praised Denmark and the Italian parliament."),
        ([], "The foreign minister spoke in Copenhagen on Monday."),
        ([], "Officials from Denmark praised the Danes."),
        ([], "The Vice Chairwoman of the Senate praised the National Gallery Trust."),
        ([], "Premier to Receive Slovenian Speaker on Friday"),
        (["Domingas Lobu"], "The President of the Assembly, Domingas Lobu, spoke on Monday."),
        (["Anna Berg"], "Italy hosted Wednesday Ambassador Anna Berg."),
        (["Inese Berg"], "She met the Chairwoman of the Senate's Trade Committee, Inese Berg."),
        (["Karl Holm"], "Tomorrow Karl Holm will travel to Rome."),
        ([], "They came from Molvane State on Monday."),
        (["Ingrid Sandvik"], "The minister received here today Ingrid Sandvik, Special Envoy of the Danish Ministry."),
    ],
)
def test_nations_offices_and_organisations_are_no_names(sentence, names: list[str], text: str) -> None:
    span = sentence(text)
    assert [span.doc[start:end].text for start, end in find_names(span, word_classes(span), set())] == names


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["Odo Quell"], "deputy/NN/2/compound Odo/NNP/3/dep Quell/NNP/4/nsubj/B-PERSON left/VBD/0/ROOT ././4/punct"),
        (["Odo Quell"], "deputy/NN/2/compound Odo/NNP/3/nsubj/B-PERSON Quell/VBN/4/dep left/VBD/0/ROOT ././4/punct"),
        (["Odo Quell"], "deputy/NN/2/compound Odo/NNP/3/nsubj Quell/NNP/4/flat left/VBD/0/ROOT ././4/punct"),
        (["Quell"], "Nova/NNP/2/compound/B-ORG Quell/NNP/3/nsubj/B-PERSON left/VBD/0/ROOT ././3/punct"),
        (["Quell"], "Visiting/NNP/2/compound Quell/NNP/0/ROOT/B-PERSON"),
    ],
)
def test_a_name_that_the_network_marks_in_part_is_completed(tree, names: list[str], words: str) -> None:
    span = tree(words)[:]
    assert [span[start:end].text for start, end in find_names(span, word_classes(span), set())] == names


def test_what_stands_behind_the_alone_is_no_person(tree) -> None:
    span = tree(
        "They/PRP/2/nsubj saw=see/VBD/0/ROOT the/DT/5/det Taj/NNP/5/compound/B-PERSON Mahal/NNP/2/obj/I-PERSON"
    )[:]
    assert find_names(span, word_classes(span), set()) == []


@pytest.mark.parametrize(("surnames", "found"), [({"Quell"}, ["Quell"]), (set(), [])])
def test_a_surname_known_from_elsewhere_is_a_name(tree, surnames: set[str], found: list[str]) -> None:
    span = tree("Then/RB/3/advmod Quell/NN/3/nsubj spoke=speak/VBD/0/ROOT ././3/punct")[:]
    assert [span[start:end].text for start, end in find_names(span, word_classes(span), surnames)] == found


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"Anna", "Berg"}, "Anna/NNP/2/compound/B-PERSON Berg/NNP/0/ROOT/I-PERSON left/VBD/2/dep"),
        ({"Anna", "Berg"}, "Anna/NNP/3/compound/B-PERSON M./NNP/3/flat/I-PERSON Berg/NNP/0/ROOT/I-PERSON"),
        (set(), "the/DT/3/det Taj/NNP/3/compound/B-PERSON Mahal/NNP/0/ROOT/I-PERSON shone/VBD/3/dep"),
        ({"Berg"}, "Tomorrow/NNP/2/compound/B-PERSON Berg/NNP/0/ROOT/I-PERSON left/VBD/2/dep"),
        (set(), "Molvane/NNP/2/compound/B-PERSON State/NNP/0/ROOT/I-PERSON fell/VBD/2/dep"),
        (set(), "Berg/NNP/2/nsubj/B-PERSON left/VBD/0/ROOT"),
        (set(), "Maj/NNP/2/compound/B-PERSON Gen/NNP/0/ROOT/I-PERSON left/VBD/2/dep"),
        (set(), "Banca/NNP/2/compound/B-ORG Berg/NNP/0/ROOT/I-ORG left/VBD/2/dep"),
        ({"Anna"}, "Anna/NNP/2/compound/B-PERSON Denmark/NNP/0/ROOT/I-PERSON left/VBD/2/dep"),
    ],
)
def test_the_words_of_full_names_may_stand_alone_later(tree, known: set[str], words: str) -> None:
    assert known_surnames(tree(words)) == known


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("Quell", "Anna/NNP/2/nsubj/B-PERSON met=meet/VBD/0/ROOT Quell/NNP/2/obj/B-GPE ././2/punct"),
        ("Quell", "Quell/NNP/2/nsubj/B-GPE met=meet/VBD/0/ROOT Anna/NNP/2/obj/B-PERSON ././2/punct"),
        ("Quell", "talks=talk/NNS/0/ROOT with/IN/3/case Quell/NNP/1/nmod ././1/punct"),
        ("Quell Oster", "with/IN/2/case Anna/NNP/0/ROOT/B-PERSON and/CC/4/cc Quell/NNP/2/conj/B-GPE"
         " Oster/NNP/4/flat/I-GPE ././2/punct"),
        ("Quell Oster", "Anna/NNP/2/nsubj/B-PERSON met=meet/VBD/0/ROOT Italy/NNP/5/nmod:poss 's/POS/3/case"
         " Quell/NNP/2/obj/B-ORG Oster/NNP/5/flat/I-ORG ././2/punct"),
        ("Quell Oster", "Anna/NNP/2/nsubj/B-PERSON thanked=thank/VBD/0/ROOT Italy/NNP/5/nmod:poss 's/POS/3/case"
         " Quell/NNP/2/obj/B-GPE Oster/NNP/5/flat/I-GPE ././2/punct"),
        (None, "Anna/NNP/2/nsubj/B-PERSON met=meet/VBD/0/ROOT Italy/NNP/6/nmod:poss 's/POS/3/case"
         " Quell/NNP/6/compound/B-ORG Oster/NNP/2/obj/I-ORG ././2/punct"),
        (None, "Anna/NNP/2/nsubj/B-PERSON met=meet/VBD/0/ROOT the/DT/4/det Quell/NNP/2/obj/B-GPE ././2/punct"),
        (None, "Anna/NNP/2/nsubj/B-PERSON left=leave/VBD/0/ROOT Quell/NNP/2/obj/B-GPE ././2/punct"),
        (None, "Anna/NNP/2/nsubj/B-PERSON met=meet/VBD/0/ROOT Quell/NNP/2/obj/B-ORG ././2/punct"),
        (None, "talks=talk/NNS/0/ROOT with/IN/3/case Milan/NNP/1/nmod ././1/punct"),
        (None, "talks=talk/NNS/0/ROOT with/IN/3/case BCM/NNP/1/nmod ././1/punct"),
    ],
)  # fmt: skip
def test_who_meets_or_is_met_is_a_person_if_nothing_else_is_known(tree, named: str | None, words: str) -> None:
    span = tree(words)[:]
    found = {span[start:end].text for start, end in find_names(span, word_classes(span), set())}
    assert found - {"Anna"} == ({named} if named else set())


def test_a_style_before_an_office_is_of_its_holder(told) -> None:
    mention = told(
        "His Highness the Amir Sheikh Sabah Al-Ahmad Al-Jaber Al-Sabah of Kuwait came home.\n"
        "In Rome on Monday, His Highness the Amir met Italian President Luca Costa."
    )[-1]
    assert {p.name for p in mention.participants} == {"Sabah Al-Ahmad Al-Jaber Al-Sabah", "Luca Costa"}


def test_a_name_ends_before_a_verb(tree) -> None:
    words = "Anna/NNP/3/nsubj/B-PERSON Quell/NNP/1/flat/I-PERSON met=meet/VBD/0/ROOT/I-PERSON Oster/NNP/3/obj/I-PERSON"
    span = tree(f"{words} ././3/punct")[:]
    assert [span[start:end].text for start, end in find_names(span, word_classes(span), set())] == ["Anna Quell"]


def test_a_name_ends_alike_where_nothing_is_parsed(pipeline) -> None:
    text = "Remarks by President Anna Berg Before Talks\nIt rained.\nAnna Berg met Luca Costa."
    for is_worth_parsing in (bool, lambda paragraph: "met" in paragraph):
        sentence = next(nlp.read_where(pipeline, text, is_worth_parsing, lambda _: True).sents)
        classes = word_classes(sentence)
        names = find_names(sentence, classes, known_surnames(sentence.doc))
        assert [sentence.doc[start:end].text for start, end in names] == ["Anna Berg"]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Ali Toro", "Karim Sall"], "The ministers of Kenya and Chad, Ali Toro and Karim Sall, met in Geneva."),
        (["Sultan Al Jamil"], "They met Special Envoy for Climate Change Dr. Sultan Al Jamil."),
        (["Zandan"], "They met Speaker of the Mongolian Parliament Zandan, and left."),
        (
            ["Anna Berg", "Theresa May"],
            "Danish Premier Anna Berg had talks with Theresa May, the UK Prime Minister, in Rome.",
        ),
        (["May"], "They met Ms May in Oslo."),
        (["Anna Berg"], "They met Anna Berg in Oslo on May 3."),
        (["D.Bataar"], "The Minister of Foreign Affairs of Mongolia, D.Bataar, received an envoy."),
        (["Santiago Costa"], "She was welcomed by Argentine Foreign Minister Santiago Costa."),
        (["Florence Riva"], "She was welcomed by French Defence Minister Florence Riva."),
        (["Karim bin Salem"], "They were received by H.H. Sheikh Karim bin Salem on Monday."),
        (["Amir Khan Lodi"], "He had a meeting with Amir Khan Lodi."),
        (["Tamim bin Hamad Al Noor"], "He had a meeting with Amir Tamim bin Hamad Al Noor."),
    ],
)
def test_names_that_the_network_tears_apart(sentence, names: list[str], text: str) -> None:
    span = sentence(text)
    found = find_names(span, word_classes(span), set())
    assert [span.doc[start:end].text for start, end in found] == names


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Isaias"], "Accordingly, President Isaias stayed."),
        (["Anna Berg"], "Premier Anna Berg left. Ole Dahl / Presidential Court"),
        (["Anna Berg", "Ole Dahl"], "Premier Anna Berg left. Ole Dahl of the Presidential Court stayed."),
        (["Anna Berg", "Luca Costa"] * 2, "PM Berg-Luca Costa meeting today\nAnna Berg and Luca Costa agreed."),
        (["Anna Berg", "Luca Costa", "Bo Dee"] * 2,
         "Berg-Costa-Dee summit today\nAnna Berg, Luca Costa and Bo Dee agreed."),
        (["Miguel Diaz-Canel", "Anna Diaz"], "Miguel Diaz-Canel thanked Anna Diaz."),
        (["Koo Chen-fu", "Pa Chen"], "Koo Chen-fu thanked Premier Pa Chen."),
    ],
)  # fmt: skip
def test_adverbs_and_credits_are_no_names_and_a_hyphen_may_join_two(parties, names: list[str], text: str) -> None:
    assert [party.name for party in parties(text) if party.kind == "person"] == names


@pytest.mark.parametrize(("name", "surname"), [("Theresa May", "May"), ("He Lifeng", "Lifeng"), ("Ana Costa", "Costa")])
def test_a_surname_may_be_a_word_of_grammar_and_a_first_word_may_not(parse, name: str, surname: str) -> None:
    doc = parse(f"Danish Minister Karl Holm met Premier {name} in Oslo.")
    assert {word for word in known_surnames(doc) if word in name.split()} == {surname, name.split()[0]} - {"He"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Victoria Berg", "Under Secretary of State for Political Affairs Victoria Berg will travel to Oslo."),
        ("Zandanbat", "She met Speaker of the Mongolian Parliament Zandanbat, Minister Karl Holm, and others in Oslo."),
        ("Ida Holm", "King Felipe VI hosted Ida Holm for lunch on Thursday."),
        ("Jonas Berg", "She met the Foreign Minister of Norway H.E. Mr. Jonas Berg on Monday."),
    ],
)
def test_persons_behind_what_their_offices_are_of(parties, name: str, text: str) -> None:
    assert name in {party.name for party in parties(text) if party.kind == "person"}


def test_a_style_alone_is_nobodys_name(parties) -> None:
    text = "She met the Foreign Minister of Norway H.E. Mr. Jonas Berg on Monday."
    assert "H.E." not in {party.name for party in parties(text)}


def test_the_amir_of_a_country_is_no_name(told) -> None:
    text = "Danish Premier Anna Berg met His Highness Sheikh Tamim bin Hamad Al Thani, Amir of Qatar, on Monday."
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Anna Berg", "Tamim bin Hamad Al Thani"}


def test_a_name_goes_on_behind_a_hyphen_whatever_the_word_there(tree) -> None:
    doc = tree(
        "met=meet/VBD/0/ROOT Han/NNP/1/obj/B-PERSON Myung/NNP/2/flat/I-PERSON -/HYPH/3/punct/I-PERSON "
        "bak/VB/1/advcl/I-PERSON ././1/punct"
    )
    assert find_names(doc[:], ["V", "X", "X", "V", "V", "V"], set()) == [(1, 5)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Shah Mehmood Qureshi", "Pakistani Foreign Minister Shah Mehmood Qureshi met Danish Premier Anna Berg."),
        ("Sultan Al Jaber", "Emirati Minister Sultan Al Jaber met Danish Premier Anna Berg."),
        ("Hamad bin Ali", "Qatari Deputy Emir Hamad bin Ali met Danish Premier Anna Berg."),
    ],
)
def test_a_title_behind_an_office_is_a_given_name(parties, name: str, text: str) -> None:
    assert [p.name for p in parties(text)] == [name, "Anna Berg"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Omar bin Hamad al-Badi", "Qatari Emir Sheikh Omar bin Hamad al-Badi met Danish Premier Anna Berg."),
        ("Omar bin Said al Said", "Omani Sultan Omar bin Said al Said met Danish Premier Anna Berg."),
        ("De Luca", "Italian President De Luca met Danish Premier Anna Berg."),
        ("Major", "British Prime Minister Major met Danish Premier Anna Berg."),
        ("Key", "New Zealand's Prime Minister Key met Danish Premier Anna Berg."),
        ("Karl Lie", "Norwegian Minister Major General Karl Lie met Danish Premier Anna Berg."),
    ],
)
def test_a_name_is_whole_whatever_its_words_mean_elsewhere(parties, name: str, text: str) -> None:
    assert [p.name for p in parties(text) if p.kind == "person"] == [name, "Anna Berg"]
