"""Figures of records as values, with what they count and on whose word."""

from collections.abc import Iterable

from lagebild.model.claim import Figure
from lagebild.model.situation import Value
from lagebild.situation.facts import Fact


def value_of(fact: Fact, figure: Figure) -> Value:
    """The value of a figure of a fact."""
    return Value(
        ref=fact.telling.ref,
        words=fact.report.with_counted(figure.span),
        low=figure.low,
        high=figure.high,
        approximation=figure.approximation,
        unit=figure.unit,
        day=fact.telling.day,
        voice=fact.telling.voice.name,
        part_of=fact.report.words([figure.part_of]) if figure.part_of else None,
    )


def by_day(values: Iterable[Value]) -> tuple[Value, ...]:
    """The oldest first, the undated last."""
    return tuple(sorted(values, key=lambda value: (value.day or "9999", value.ref, value.low or 0, value.high or 0)))
