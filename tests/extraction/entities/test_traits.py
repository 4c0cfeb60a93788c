"""Traits are read off the words beside a name and off a description itself."""

import pytest

import lagebild
from lagebild.extraction.entities.body_kinds import body_kinds
from lagebild.extraction.entities.known import known
from lagebild.extraction.entities.traits import Traits
from lagebild.language.load import language_of


def read(text: str) -> Traits:
    analysis = lagebild.read(text, language="de").analysis
    assert analysis is not None
    german = language_of("de")
    return Traits(analysis, known(german), body_kinds(german))


@pytest.mark.parametrize(
    ("description", "gender"),
    [
        ("Die Ministerin", "f"),
        ("Der Sprecher", "m"),
        ("Das Ministerium", "n"),
        ("Die Abgeordneten", "p"),
    ],
)
def test_a_description_has_the_gender_of_its_noun(description: str, gender: str) -> None:
    traits = read(f"{description} kamen am Abend nach Genf.")
    assert traits.gender(traits.phrases[0]) == gender


@pytest.mark.parametrize(
    "words", ["Die französische Ministerin", "Die Ministerin Frankreichs", "Frankreichs Ministerin"]
)
def test_an_adjective_or_a_genitive_tells_the_state(words: str) -> None:
    traits = read(f"{words} reiste am Abend nach Genf.")
    assert "FRA" in {traits.state_of(phrase) for phrase in traits.phrases}


def test_a_compound_names_its_party() -> None:
    traits = read("Der SPD-Politiker Karl Tann widersprach am Abend.")
    assert traits.parties_in(0, 3) == {"SPD"}


def test_a_noun_that_no_table_has_is_of_no_kind() -> None:
    traits = read("Die Wolke zog am Abend nach Genf.")
    assert traits.kind(traits.tokens[1]) is None
