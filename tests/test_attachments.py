"""Words hung where they belong, told by the meetings that then are found."""


def test_a_town_without_a_comma_is_no_part_of_the_subject(told) -> None:
    (mention,) = told("While in Brussels President Berg will meet Danish Premier Karl Holm.", title="News")
    assert (mention.city, mention.country) == ("Brussels", "BEL")


def test_a_name_with_an_office_is_no_part_of_the_one_before(told) -> None:
    text = "Danish Premier Ida Berg and Swedish Premier Maria Holm exchanged views in Rome on the war in Sudan."
    (mention,) = told(text, title="News")
    assert {p.name for p in mention.participants} == {"Ida Berg", "Maria Holm"}
