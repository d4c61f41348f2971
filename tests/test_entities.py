"""Leaders are marked where the network misses them."""

import pytest

from transforms.language import nlp


@pytest.mark.parametrize(
    ("persons", "text"),
    [
        (["Uhuru Kenyatta", "Hama Amadou"], "Uhuru Kenyatta and Hama Amadou hold discussions"),
        (["Luiz Inácio Lula"], "He told Brazilian President Luiz Inácio Lula da Silva so."),
        (["Prithvirajsing Roopun"], "Mr Prithvirajsing Roopun received them."),
        (["Dmytro Kuleba"], "The Minister of Foreign Affairs of Ukraine Dmytro Kuleba is on a working visit."),
        ([], "They went to Jimmy Carter Center in Atlanta."),
        ([], "They went to Jomo Kenyatta University."),
    ],
)
def test_leaders_whom_the_network_misses_are_marked(pipeline, persons: list[str], text: str) -> None:
    assert [entity.text for entity in nlp.read(pipeline, text).ents if entity.label_ == "PERSON"] == persons
