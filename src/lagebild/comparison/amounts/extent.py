"""Extent: from where to where a figure may reach, as a reader takes it."""

import math
from typing import NamedTuple

from lagebild.model.claim import Figure

# How far words blur a number was set by hand, so that "rund 10.000" and "etwa 11.000" agree and "rund 10.000" and
# "12.000" do not; docs/origins.md tells them.
ABOUT = 0.1
"""“Rund 10.000” may be a tenth less or more."""
NEARLY = 0.1
"""“Fast 10.000” may be a tenth less."""
VAGUE = 0.5
VAGUE_ABOVE = 5.0
"""“Hunderte” are two hundred to a thousand."""
OPEN_ABOVE = 2.0
"""“Mehr als 10.000” is not said of more than twice as many."""
OPEN_BELOW = 0.5
"""“Bis zu 10.000” is not said of fewer than half as many."""
DIGITS = 2
"""A plain number is rounded to its last digit that is not zero, but to no fewer digits than these."""


class Extent(NamedTuple):
    """`centre` is the number told, None where only bounds are."""

    low: float
    high: float
    centre: float | None

    @property
    def width(self) -> float:
        """How much lies between the ends."""
        return self.high - self.low


def extent_of(figure: Figure) -> Extent | None:
    """The reach of a figure; None for one without a number ("mehrere Tausend")."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return None
    if low is None:
        assert high is not None
        return _between(high * OPEN_BELOW, high)
    if high is None and figure.approximation == "vague":
        return _between(low, low * VAGUE_ABOVE)
    if high is None:
        return _between(low, _above(low))
    if low != high:
        return _between(low, high)
    step = _rounding(low)
    match figure.approximation:
        case "about":
            step = max(step, abs(low) * ABOUT)
        case "vague":
            step = max(step, abs(low) * VAGUE)
        case "nearly":
            return Extent(low - max(step, abs(low) * NEARLY), low, low)
        case "more_than" | "at_least":
            return Extent(low, max(low, _above(low)), low)
        case "less_than" | "at_most":
            return Extent(min(low, low * OPEN_BELOW), low, low)
    return Extent(low - step, low + step, low)


def _above(bound: float) -> float:
    return bound * OPEN_ABOVE if bound else math.inf


def _between(one: float, other: float) -> Extent:
    return Extent(min(one, other), max(one, other), None)


def _rounding(number: float) -> float:
    """Half of the step in which the number seems to be told: 500 for 12,000, 50 for 12,500, half for 7."""
    if not number or not math.isfinite(number):
        return 0.0
    if number != int(number):
        digits = len(f"{number:.6f}".rstrip("0").partition(".")[2])
        return 0.5 * 10.0**-digits
    zeros = len(str(abs(int(number)))) - len(str(abs(int(number))).rstrip("0"))
    size = len(str(abs(int(number))))
    return 0.5 * 10.0 ** min(zeros, max(0, size - DIGITS))
