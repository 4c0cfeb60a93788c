"""From which number on words give an amount."""

import pytest

from lagebild.comparison.amounts import Verdict, agreement, with_bounds
from tests.comparison.tellings import GERMAN, figure


@pytest.mark.parametrize(
    ("words", "least"), [("Dutzende", 24), ("mehreren Hundert", 200), ("Zehntausende", 20_000), ("viele", None)]
)
def test_words_have_the_least_number_that_they_can_mean(words: str, least: float | None) -> None:
    found = with_bounds(figure(None, approximation="vague"), words, GERMAN)
    assert (found.low, found.high) == (least, None)


def test_a_number_keeps_its_own_bounds() -> None:
    assert with_bounds(figure(300), "300", GERMAN) == figure(300)


def test_hundreds_go_with_three_hundred_and_not_with_three_thousand() -> None:
    hundreds = with_bounds(figure(None, approximation="vague"), "Hunderte", GERMAN)
    verdicts = [agreement(figure(number), hundreds) for number in (300, 3_000, 100)]
    assert [found is not None and found.verdict is Verdict.DIFFERS for found in verdicts] == [False, True, True]
