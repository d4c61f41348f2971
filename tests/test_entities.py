"""Leaders are marked where the network misses them."""

import pytest
from spacy.tokens import Span

from transforms.language import nlp
from transforms.language.parties.entities import with_missed_leaders


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


def test_a_name_read_across_two_leaders_is_no_error(pipeline) -> None:
    doc = nlp.read(pipeline, "They met Uhuru Kenyatta and Dmytro Kuleba in Oslo.")
    across = [Span(doc, 3, 6, "PERSON")]
    assert [entity.text for entity in with_missed_leaders(doc, across)] == ["Uhuru Kenyatta", "Dmytro Kuleba"]
