"""Timex: a time expression and its TIMEX3 value."""

from dataclasses import dataclass

from lagebild.model.span import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """TIMEX3 (TimeML 1.2.1, ISO 24617-1). `type`: DATE, TIME, DURATION or SET; `value` the ISO-8601-like value.

    `anchored` is False where the expression is relative and no publication date was given: `value` is then
    the unanchored form ("XXXX-WXX-3") or None. `begin` and `end` are the points, in the same notation, where a
    stretch reaches from or to, when that can be told: "vor zwei Jahren" is P2Y with the year it began.
    `precision`: "minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "year", "decade",
    "century" or "vague". `mod`: TIMEX3 modifier such as "APPROX", "START".
    """

    span: Span
    type: str
    value: str | None
    precision: str
    anchored: bool
    mod: str | None
    rule: str
    confidence: float
    begin: str | None = None
    end: str | None = None
