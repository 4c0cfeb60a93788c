"""Values of quantities in words that a person reads at a glance."""

from fractions import Fraction
from typing import Any

from lagebild.model.quantity import Quantity

Labels = dict[str, Any]

_LARGEST_DENOMINATOR = 100
"""Shares are told as fractions ("ein Drittel" is 1/3) up to this denominator."""


def quantity_value(quantity: Quantity, labels: Labels) -> str:
    """The number or range with its approximation and unit: "about 2,400", "24–30", "more than 1.8 billion EUR".

    Empty where the report gives no number ("einige"): its own words say as much.
    """
    low, high = quantity.low, quantity.high
    number = "–".join(_numbers([bound for bound in (low, high) if bound is not None], quantity.unit, labels))
    if not number:
        return ""
    approximation = labels["approximations"].get(quantity.approximation or "", "")
    unit = "" if quantity.unit in (None, "share") else quantity.unit
    return " ".join(part for part in (approximation, number, unit) if part)


def _numbers(values: list[float], unit: str | None, labels: Labels) -> list[str]:
    """Each value once; two of the same size share its name: "3–5 billion"."""
    distinct = list(dict.fromkeys(values))
    if unit == "share":
        return [str(Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)) for value in distinct]
    told = [_scaled(value, labels) for value in distinct]
    shared = told[0][1] if told and len({scale for _, scale in told}) == 1 else None
    return [
        number if scale == "" or (scale == shared and place < len(told) - 1) else f"{number} {scale}"
        for place, (number, scale) in enumerate(told)
    ]


def _scaled(value: float, labels: Labels) -> tuple[str, str]:
    """The number and the name of its size: 1.8 and "billion"."""
    for size, name in labels["scales"].items():
        scaled = value / float(size)
        if abs(scaled) >= 1 and round(scaled, 3) == scaled:
            return _plain(scaled), name
    return _plain(value), ""


def _plain(value: float) -> str:
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text or "0"
