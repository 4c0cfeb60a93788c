"""Figures held against each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.amounts import Thing, Verdict, agreement, comparable, extent_of, thing_of, told
from lagebild.model.claim import Figure
from tests.comparison.tellings import GERMAN, figure

DIFFERS, SAME, PRECISE, OPEN = Verdict.DIFFERS, Verdict.SAME, Verdict.MORE_PRECISE, Verdict.LESS_PRECISE


def about(number: float) -> Figure:
    return figure(number, approximation="about")


@pytest.mark.parametrize(
    ("later", "earlier", "verdict"),
    [
        (about(10_000), about(11_000), SAME),
        (about(10_000), about(12_000), DIFFERS),
        (figure(12_000), about(10_000), DIFFERS),
        (figure(10_500), about(10_000), PRECISE),
        (figure(10_000), about(10_000), SAME),
        (figure(12_000, approximation="at_most"), figure(10_000, approximation="more_than"), SAME),
        (figure(50_000), figure(10_000, approximation="more_than"), DIFFERS),
        (figure(3_000), figure(12_000, approximation="at_most"), DIFFERS),
        (figure(9_800), figure(10_000, approximation="nearly"), PRECISE),
        (figure(10_300), figure(10_000, approximation="nearly"), DIFFERS),
        (figure(8_000, 12_000), about(10_000), OPEN),
        (figure(11_345), figure(11_000), PRECISE),
        (figure(11_000), figure(10_000), DIFFERS),
        (figure(304), figure(300), PRECISE),
        (figure(4), figure(3), DIFFERS),
        (figure(12.5, unit="%"), figure(12, unit="%"), PRECISE),
    ],
)  # fmt: skip
def test_figures_differ_beyond_approximation_and_rounding_only(
    later: Figure, earlier: Figure, verdict: Verdict
) -> None:
    found = agreement(later, earlier)
    assert found is not None
    assert found.verdict is verdict
    assert told(later) in found.reason


def test_words_for_a_number_give_none_to_compare() -> None:
    several = Figure(figure(1).span, None, None, "vague", None, "Soldaten")
    assert extent_of(several) is None
    assert agreement(several, figure(10)) is None


numbers = st.floats(-1e12, 1e12, allow_nan=False).map(lambda number: round(number, 2))
blurs = st.sampled_from([None, "about", "nearly", "vague", "more_than", "at_most"])


@given(numbers, blurs, numbers, blurs)
def test_whether_figures_differ_does_not_depend_on_who_comes_first(
    one: float, blur: str | None, other: float, blurred: str | None
) -> None:
    left, right = figure(one, approximation=blur), figure(other, approximation=blurred)
    there, back = agreement(left, right), agreement(right, left)
    assert there is not None
    assert back is not None
    assert (there.verdict is DIFFERS) == (back.verdict is DIFFERS)
    assert (there.verdict is PRECISE) == (back.verdict is OPEN)


@given(numbers, blurs)
def test_a_figure_agrees_with_itself(number: float, blur: str | None) -> None:
    one = figure(number, approximation=blur)
    found = agreement(one, one)
    assert found is not None
    assert found.verdict is SAME


def thing(counted: str | None, words: str = "", **more: object) -> Thing:
    return thing_of(figure(1, counted=counted, **more), words, GERMAN)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (thing("nordkoreanische Soldaten"), thing("Kämpfern"), True),
        (thing("nordkoreanische Soldaten"), thing("Nordkoreaner"), True),
        (thing("nordkoreanische Soldaten"), thing("russischen Soldaten"), False),
        (thing("Soldaten"), thing("Soldaten", "wurden getötet"), False),
        (thing("Soldaten", "getötet oder verwundet"), thing("Soldaten", "wurden getötet"), False),
        (thing("Soldaten"), thing("Elitesoldaten"), True),
        (thing("Soldaten"), thing("Drohnen"), False),
        (thing("Toten"), thing("Todesopfer"), True),
        (thing(None, unit="EUR"), thing(None, unit="USD"), False),
        (thing(None, unit="EUR"), thing(None, unit="EUR"), True),
        (thing(None), thing(None), False),
        (thing_of(figure(900, counted=None), "", GERMAN), thing("Soldaten"), True),
        (thing_of(figure(90, counted=None), "", GERMAN), thing("Soldaten"), False),
        (thing("Mann"), thing("Soldaten", part=True), False),
        (thing("Nordkoreaner", part=True), thing("nordkoreanische Soldaten"), True),
    ],
)  # fmt: skip
def test_only_figures_for_the_same_thing_are_compared(one: Thing, other: Thing, same: bool) -> None:
    assert comparable(one, other) is same
    assert comparable(other, one) is same


def test_the_examples_of_things_with_several_names_are_one_thing() -> None:
    for row in GERMAN.rules("comparing")["counted"]:
        for one, other in row["examples"]:
            assert thing(one).kind == thing(other).kind == row["name"]
