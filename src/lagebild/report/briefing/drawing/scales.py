"""Scales: from values and days to places in a picture, and where to put ticks."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to places; values outside are brought to the nearer end."""

    first: float
    last: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value, to a tenth."""
        if self.last == self.first:
            return round((self.start + self.end) / 2, 1)
        share = min(1.0, max(0.0, (value - self.first) / (self.last - self.first)))
        return round(self.start + share * (self.end - self.start), 1)


_LEAST = 1e-6
"""Nothing is counted in smaller numbers."""


def round_ticks(most: float, *, wanted: int = 5) -> tuple[float, ...]:
    """About so many round numbers from 0 to at least `most`."""
    if most < _LEAST:
        return (0.0, 1.0)
    rough = most / wanted
    size = 10 ** math.floor(math.log10(rough))
    step = next((size * factor for factor in (1, 2, 2.5, 5) if size * factor >= rough), size * 10)
    return tuple(step * number for number in range(math.ceil(most / step - 1e-9) + 1))


def day_scale(first: date, last: date, start: float, end: float) -> Scale:
    """A scale of days; a single day stands in the middle of some around it."""
    if first == last:
        first, last = _moved(first, -3), _moved(last, 3)
    return Scale(first.toordinal(), last.toordinal(), start, end)


def day_ticks(first: date, last: date, *, most: int = 8) -> tuple[date, ...]:
    """Beginnings of weeks, months, quarters or years, at most so many."""
    for step, begin in _STEPS:
        ticks = _ticks(begin(first), first, last, step, most)
        if ticks is not None:
            return ticks
    return (first, last)


def _ticks(day: date, first: date, last: date, step: Callable[[date], date], most: int) -> tuple[date, ...] | None:
    found: list[date] = []
    while day <= last:
        if day >= first:
            found.append(day)
        if len(found) > most:
            return None
        following = step(day)
        if following <= day:
            break
        day = following
    return tuple(found) or (first,)


def _months(day: date, number: int) -> date:
    month = day.year * 12 + day.month - 1 + number
    year = month // 12
    return date(year, month % 12 + 1, 1) if year <= date.max.year else date.max


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return day


Step = Callable[[date], date]


def _year(day: date, years: int) -> date:
    """The first day of the stretch of so many years that the day is in."""
    return date(max(1, day.year // years * years), 1, 1)


_STEPS: tuple[tuple[Step, Step], ...] = (
    (lambda day: _moved(day, 1), lambda day: day),
    (lambda day: _moved(day, 7), lambda day: _moved(day, -day.weekday())),
    (lambda day: _moved(day, 14), lambda day: _moved(day, -day.weekday())),
    (lambda day: _months(day, 1), lambda day: day.replace(day=1)),
    (lambda day: _months(day, 3), lambda day: day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1)),
    (lambda day: _months(day, 12), lambda day: _year(day, 1)),
    (lambda day: _months(day, 120), lambda day: _year(day, 10)),
    (lambda day: _months(day, 1200), lambda day: _year(day, 100)),
)
"""Days, weeks, fortnights, months, quarters, years, decades, centuries: the step, and where the first one begins."""
