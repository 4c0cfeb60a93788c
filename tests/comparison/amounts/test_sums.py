"""What sums of money and shares are of."""

import pytest

from lagebild.comparison.amounts import measure_of, sum_of
from tests.comparison.tellings import GERMAN

ROWS = [(row["of"], row["name"], word) for row in GERMAN.rules("comparing")["sums"] for word in row["examples"][0]]


@pytest.mark.parametrize(("measure", "name", "word"), ROWS)
def test_every_example_is_of_its_row(measure: str, name: str, word: str) -> None:
    found = sum_of(word, "", measure, GERMAN)
    assert found is not None
    assert found.name == name


def test_the_nearest_word_tells_what_a_sum_is_of() -> None:
    found = sum_of("Trotz des Schadens zahlt die Firma ein Bußgeld von", "", "money", GERMAN)
    assert found is not None
    assert found.name == "fine"


def test_nothing_is_told_where_no_word_does() -> None:
    assert sum_of("In Lima liegen", "bereit", "money", GERMAN) is None


@pytest.mark.parametrize(("unit", "measure"), [("EUR", "money"), ("%", "share"), ("t", None), (None, None)])
def test_a_unit_is_of_money_or_shares_or_neither(unit: str | None, measure: str | None) -> None:
    assert measure_of(unit, GERMAN) == measure
