"""Titles and nations told once for several persons."""

import pytest


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ([("Anna Berg", "Foreign Minister", "DNK"), ("Luca Costa", "Foreign Minister", "ITA")],
         "Danish and Italian Foreign Ministers Anna Berg and Luca Costa left."),
        ([("Karl Holm", "Foreign Minister", "USA"), ("Anna Berg", "Foreign Minister", "DNK"),
          ("Luca Costa", "Foreign Minister", "ITA")],
         "U.S., Danish, and Italian Foreign Ministers Karl Holm, Anna Berg, and Luca Costa left."),
        ([("Anna Berg", "Foreign Minister", "DNK"), ("Luca Costa", "Foreign Minister", "DNK")],
         "Danish Foreign Ministers Anna Berg and Luca Costa left."),
        ([("Anna Berg", "President", "DNK"), ("Luca Costa", "President", "ITA")],
         "Presidents Anna Berg of Denmark and Luca Costa of Italy left."),
        ([("Anna Berg", "President", "DNK"), ("Luca Costa", "President", "ITA")],
         "The Presidents of Denmark and Italy Anna Berg and Luca Costa left."),
        ([("Anna Berg", "President", "TTO"), ("Luca Costa", "President", "TTO")],
         "The Presidents of Trinidad and Tobago Anna Berg and Luca Costa left."),
        ([("Anna Berg", "President", "DNK"), ("Luca Costa", "Prime Minister", "DNK")],
         "Danish President Anna Berg and Prime Minister Luca Costa left."),
        ([("Anna Berg", "Trade Minister", "DNK"), ("Luca Costa", "Trade Commissioner", None)],
         "Danish Trade Minister Anna Berg and EU Trade Commissioner Luca Costa left."),
        ([("Anna Berg", "premier", "DNK"), ("Luca Costa", "premier", "ITA")],
         "The Danish and Italian premiers, Anna Berg and Luca Costa, left."),
        ([("Anna Berg", "foreign minister of Denmark", "DNK"), ("Luca Costa", "foreign minister of Italy", "ITA")],
         "The foreign ministers of Denmark and Italy, Anna Berg and Luca Costa, left."),
        ([("Karl Holm", "President", "USA"), ("Anna Berg", None, "DNK"), ("Luca Costa", None, "ITA")],
         "U.S. President Karl Holm and his Danish and Italian counterparts, Anna Berg and Luca Costa, left."),
        ([("Anna Berg", None, "DNK"), ("Luca Costa", None, "ITA")],
         "His Danish and Italian colleagues Anna Berg and Luca Costa left."),
        ([("Danish premier", "the Danish and Italian premiers", "DNK"),
          ("Italian premier", "the Danish and Italian premiers", "ITA"), ("Anna Berg", None, None)],
         "He met the Danish and Italian premiers, Anna Berg among them."),
        ([("Anna Berg", "President", "DNK"), ("Luca Costa", None, None)],
         "Danish President Anna Berg and Luca Costa left."),
        ([("Anna Berg", "President", "DNK"), ("Luca Costa", "Prime Minister", "DNK"), ("Karl Holm", "Envoy", "DNK")],
         "Danish President Anna Berg, Prime Minister Luca Costa and Envoy Karl Holm left."),
        ([("Anna Berg", "Premier", "DNK"), ("Luca Costa", "President", None), ("Karl Holm", "Premier", "ITA")],
         "Premier Anna Berg of Denmark, President Luca Costa and Premier Karl Holm of Italy left."),
        ([("Anna Berg", "Premier", "DNK"), ("Luca Costa", "President", None)],
         "After meeting Danish Premier Anna Berg, President Luca Costa left."),
        ([("Anna Berg", "President", "DNK"), ("Luca Costa", "President", None)],
         "Danish President Anna Berg and President Luca Costa left."),
        ([("Anna Berg", "Secretary of State", "USA"), ("Luca Costa", "Foreign Minister", None)],
         "U.S. Secretary of State Anna Berg and Foreign Minister Luca Costa left."),
        ([("Anna Berg", None, "DNK"), ("Luca Costa", None, "ITA")],
         "He met his Danish and Italian counterparts, Anna Berg and Luca Costa."),
    ],
)  # fmt: skip
def test_each_person_has_the_title_and_nation_of_his_turn(parties, told: list[tuple], text: str) -> None:
    assert [(p.name, p.title, p.country) for p in parties(text) if p.kind == "person"] == told


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "The foreign ministers of Denmark and Italy, Anna Berg and Luca Costa, left."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "The Danish and Italian counterparts, Anna Berg and Luca Costa, left."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "Denmark and Italy's chief negotiators, Anna Berg and Luca Costa, left."),
        ([("Anna Berg", "DNK"), ("Lars Holm", "DNK")],
         "She met the President and Prime Minister of Denmark, Anna Berg and Lars Holm, in Oslo."),
        ([("Anna Berg", "DNK")], "She met the Premier and Foreign Minister of Denmark, Anna Berg, in Oslo."),
        ([("Egils Levits", "LVA"), ("Alar Karis", "EST")],
         "She met the presidents of Latvia and Estonia, Egils Levits and Alar Karis, in Oslo."),
        ([("Gabriel Boric", "CHL"), ("Dina Boluarte", "PER")],
         "The presidents of Chile and Peru, Gabriel Boric and Dina Boluarte, left."),
        ([("Danish premier", "DNK"), ("Italian premier", "ITA"), ("Anna Berg", None)],
         "The Danish and Italian premiers left, and Anna Berg stayed."),
        ([("Anna Berg", "DNK"), ("Karl Holm", "DNK")],
         "She met her Danish counterparts, Anna Berg and Karl Holm, in Oslo."),
        ([("Anna Berg", None), ("Karl Holm", None)],
         "She met Danish ministers, Anna Berg and Karl Holm said."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA"), ("Karl Holm", "NOR")],
         "The foreign ministers of Denmark, Anna Berg, Italy, Luca Costa, and Norway, Karl Holm, left."),
        ([("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "She met counterparts from Denmark, Anna Berg, and Italy, Luca Costa, in Oslo."),
        ([("Danish premier", "DNK"), ("Italian premier", "ITA"), ("Anna Berg", "DNK"), ("Luca Costa", "ITA")],
         "The Danish and Italian premiers met on Monday. Anna Berg and Luca Costa agreed."),
        ([("Danish premier", "DNK"), ("Italian premier", "ITA"), ("Anna Berg", None), ("Luca Costa", None)],
         "The Danish and Italian premiers met on Monday. On trade, Anna Berg and Luca Costa agreed."),
        ([("Danish premier", "DNK"), ("Italian premier", "ITA"), ("Anna Berg", None), ("Luca Costa", "DNK")],
         "The Danish and Italian premiers met on Monday. Anna Berg and Luca Costa of Denmark agreed."),
    ],
)  # fmt: skip
def test_those_described_together_are_named_in_turn(parties, told: list[tuple], text: str) -> None:
    assert [(p.name, p.country) for p in parties(text) if p.kind == "person"] == told


def test_a_prince_is_named_in_turn(told) -> None:
    text = "The ministers of Laos and Saudi Arabia, Karl Holm and Prince Omar bin Rashid, met in Rome on Monday."
    (mention,) = told(text, title="News")
    assert {(p.name, p.country) for p in mention.participants} == {("Karl Holm", "LAO"), ("Omar bin Rashid", "SAU")}
