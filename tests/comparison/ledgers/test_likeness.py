"""Which reports are of the same."""

import random

from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.ledgers import Number, numbers_of
from lagebild.comparison.ledgers.likeness import alike_documents, matters_among
from tests.comparison.claims.reports import held
from tests.comparison.tellings import GERMAN

TEXTS = (
    "Die Fähre Lorna ist vor Rumo gesunken. Auf der Lorna starben vor Rumo 14 Menschen.",
    "Nach dem Untergang der Fähre Lorna vor Rumo sind 19 Menschen tot. Die Lorna kam aus Rumo.",
    "In Holtenau brannte eine Werft. In der Werft von Holtenau starben drei Menschen.",
)
NUMBERS: tuple[Number, ...] = tuple(
    number
    for at, text in enumerate(TEXTS)
    for number in numbers_of(held(f"l{at}", f"2031-03-0{at + 1}", "Bote", text), GERMAN)
)


def test_reports_of_the_same_names_are_of_one_matter() -> None:
    matters = matters_among(NUMBERS, alike_documents(NUMBERS))
    assert matters["dl0"] == matters["dl1"] != matters["dl2"]


def test_reports_of_the_same_names_long_apart_are_of_two_matters_but_for_one_in_between() -> None:
    def matters(*days: str) -> set[str]:
        reports = [held(f"t{at}", day, "Bote", TEXTS[0]) for at, day in enumerate(days)]
        told = [number for report in reports for number in numbers_of(report, GERMAN)]
        return set(matters_among(told, alike_documents(told)).values())

    assert len(matters("2031-03-01", "2031-09-01")) == 2
    assert len(matters("2031-03-01", "2031-06-01", "2031-09-01")) == 1


@given(st.integers())
def test_the_order_of_figures_makes_no_other_matters(seed: int) -> None:
    shuffled = list(NUMBERS)
    random.Random(seed).shuffle(shuffled)
    first = matters_among(NUMBERS, alike_documents(NUMBERS))
    assert matters_among(shuffled, alike_documents(shuffled)) == first
