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


@given(st.integers())
def test_the_order_of_figures_makes_no_other_matters(seed: int) -> None:
    shuffled = list(NUMBERS)
    random.Random(seed).shuffle(shuffled)
    first = matters_among(NUMBERS, alike_documents(NUMBERS))
    assert matters_among(shuffled, alike_documents(shuffled)) == first
