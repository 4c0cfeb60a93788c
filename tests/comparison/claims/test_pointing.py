"""What makes a sentence point back to what stands before it."""

import re

import pytest

from lagebild.comparison.claims.pointing import At, pointing_in
from tests.comparison.claims.reports import GERMAN

ROWS = GERMAN.table("pointing", key=("needs",))
WORD = re.compile(r"\w+")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["needs"])
def test_each_row_meets_its_example_and_not_its_counterexample(row: dict[str, str]) -> None:
    found = pointing_in(WORD.findall(row["example"]), GERMAN)
    assert At(row["at"]) in {item.at for item in found}
    assert not pointing_in(WORD.findall(row["counterexample"]), GERMAN)


def test_the_rows_are_sorted() -> None:
    needs = [row["needs"] for row in ROWS]
    assert needs == sorted(needs)


def test_words_in_any_order_point_back() -> None:
    for words in (["Das", "bestreitet", "er"], ["Er", "bestreitet", "das"], ["Bestreitet", "er", "das"]):
        assert [item.at for item in pointing_in(words, GERMAN)] == [At.THAT]


def test_one_word_meets_only_one_need() -> None:
    assert not pointing_in(["Erkenntnisse", "bestätigt"], GERMAN)
