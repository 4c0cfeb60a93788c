"""Quantity: a number or range, its unit, what is counted."""

from dataclasses import dataclass

from lagebild.model.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low` and `high` are equal for a plain number; either is None where the text leaves it open ("mehr als 150").

    `approximation`: None, "about", "more_than", "less_than", "at_least", "at_most", "nearly", "vague".
    `unit`: "EUR", "USD", "%", "km", ..., "share" for a part of one ("ein Drittel" is 0.333), or None for a
    count; `counted`: the span of the thing counted ("Soldaten");
    `part_of`: the span of the quantity this one is a part of ("unter ihnen etwa 10.000").
    """

    span: Span
    low: float | None
    high: float | None
    approximation: str | None
    unit: str | None
    counted: Span | None
    part_of: Span | None
    rule: str
    confidence: float
