"""Figures as values: what a telling counts, on whose word, and where the values told last lie."""

from collections.abc import Iterable, Sequence

from lagebild.language.search import folded
from lagebild.model.claim import Figure
from lagebild.model.situation import Value
from lagebild.model.span import Span
from lagebild.situation.facts import Fact


def value_of(fact: Fact, figure: Figure) -> Value:
    """The value of a figure of a fact."""
    text = fact.report.text
    counted = _end_of_counted(fact, figure)
    return Value(
        ref=fact.telling.ref,
        words=" ".join(Span(figure.span.start, counted).of(text).split()),
        low=figure.low,
        high=figure.high,
        approximation=figure.approximation,
        unit=figure.unit,
        day=fact.telling.day,
        voice=fact.telling.voice.name,
        part_of=" ".join(figure.part_of.of(text).split()) if figure.part_of else None,
    )


def bounds(values: Sequence[Value]) -> tuple[float | None, float | None]:
    """Between which numbers the values lie that each voice told last, without outliers and parts of other figures.

    An open end ("mehr als") is open in the answer only where no other value lies beyond it.
    """
    last: dict[str, Value] = {}
    for value in values:
        if not value.outlier and value.part_of is None and (value.low is not None or value.high is not None):
            last[folded(value.voice or value.ref)] = value
    lows = [value.low if value.low is not None else value.high for value in last.values()]
    highs = [value.high if value.high is not None else value.low for value in last.values()]
    return _least(lows), _most(highs)


def by_day(values: Iterable[Value]) -> tuple[Value, ...]:
    """The oldest first, the undated last."""
    return tuple(sorted(values, key=lambda value: (value.day or "9999", value.ref, value.low or 0, value.high or 0)))


def _end_of_counted(fact: Fact, figure: Figure) -> int:
    """The figure's own words with what is counted, where that stands right behind."""
    quantity = fact.report.beside.quantity(figure.span)
    counted = quantity.counted if quantity else None
    near = counted is not None and figure.span.end <= counted.start <= figure.span.end + 2
    return counted.end if counted is not None and near else figure.span.end


def _least(values: Iterable[float | None]) -> float | None:
    return min((value for value in values if value is not None), default=None)


def _most(values: Iterable[float | None]) -> float | None:
    return max((value for value in values if value is not None), default=None)
