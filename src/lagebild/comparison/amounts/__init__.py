"""Figures side by side: whether two count the same thing, and whether they agree."""

from lagebild.comparison.amounts.agreement import Agreement, Verdict, agreement
from lagebild.comparison.amounts.counting import (
    LARGE,
    Thing,
    comparable,
    fate_told,
    is_of_people,
    is_usual_word,
    kind_named,
    thing_of,
)
from lagebild.comparison.amounts.extent import Extent, extent_of
from lagebild.comparison.amounts.sums import MONEY, SHARE, Sum, measure_of, sum_of, tells_measure
from lagebild.comparison.amounts.vague import with_bounds
from lagebild.comparison.amounts.wording import told

__all__ = [
    "LARGE", "MONEY", "SHARE", "Agreement", "Extent", "Sum", "Thing", "Verdict", "agreement", "comparable", "extent_of",
    "fate_told", "is_of_people", "is_usual_word", "kind_named", "measure_of", "sum_of", "tells_measure", "thing_of",
    "told", "with_bounds",
]  # fmt: skip
