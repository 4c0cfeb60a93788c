"""Figures side by side: whether two count the same thing, and whether they agree."""

from lagebild.comparison.amounts.agreement import Agreement, Verdict, agreement
from lagebild.comparison.amounts.counting import (
    LARGE,
    Thing,
    comparable,
    is_of_people,
    is_usual_word,
    kind_named,
    thing_of,
)
from lagebild.comparison.amounts.extent import Extent, extent_of
from lagebild.comparison.amounts.vague import with_bounds
from lagebild.comparison.amounts.wording import told

__all__ = [
    "LARGE", "Agreement", "Extent", "Thing", "Verdict", "agreement", "comparable", "extent_of", "is_of_people",
    "is_usual_word", "kind_named", "thing_of", "told", "with_bounds",
]  # fmt: skip
