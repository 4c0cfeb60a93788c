"""Agreement: whether two figures for the same thing can both be right."""

from enum import StrEnum
from typing import NamedTuple

from lagebild.comparison.amounts.extent import Extent, extent_of
from lagebild.comparison.amounts.wording import told
from lagebild.model.claim import Figure

NARROWER = 0.5
"""A figure is more precise where it leaves at most so much of the other's reach."""


class Verdict(StrEnum):
    """How the later figure stands to the earlier."""

    SAME = "same"
    MORE_PRECISE = "more precise"
    LESS_PRECISE = "less precise"
    DIFFERS = "differs"


class Agreement(NamedTuple):
    """A verdict and the sentence for it."""

    verdict: Verdict
    reason: str


def agreement(later: Figure, earlier: Figure) -> Agreement | None:
    """How a figure stands to an earlier one for the same thing; None where one of them gives no number.

    Two numbers agree where one lies in the reach of the other; where one is a bound or a range, where the two overlap.
    """
    one, other = extent_of(later), extent_of(earlier)
    if one is None or other is None:
        return None
    new, old = told(later), told(earlier)
    if not _agree(one, other):
        return Agreement(Verdict.DIFFERS, f"{new} is not {old}")
    if new == old:
        return Agreement(Verdict.SAME, f"both say {new}")
    if one.centre is None or one.centre != other.centre:
        if one.width < other.width and one.width <= other.width * NARROWER:
            return Agreement(Verdict.MORE_PRECISE, f"{new} is more precise than {old}")
        if other.width < one.width and other.width <= one.width * NARROWER:
            return Agreement(Verdict.LESS_PRECISE, f"{new} leaves more open than {old}")
    return Agreement(Verdict.SAME, f"{new} goes with {old}")


def _agree(one: Extent, other: Extent) -> bool:
    if one.centre is not None and other.centre is not None:
        return other.low <= one.centre <= other.high or one.low <= other.centre <= one.high
    return max(one.low, other.low) <= min(one.high, other.high)
