"""Times of tellings: the days that they tell, and those between their publication."""

from datetime import date
from functools import lru_cache

from lagebild.comparison.claims.matter import Matter, Report


def days_apart(one: Report, other: Report) -> int | None:
    """Between their publication; None where one has no day."""
    if one.day is None or other.day is None:
        return None
    return abs(_ordinal(one.day) - _ordinal(other.day))


def days_of(item: Matter) -> tuple[date, date] | None:
    """The first and the last of the days that it tells."""
    first, last = item.first_day, item.last_day
    return (_date(first), _date(last)) if first and last else None


@lru_cache(maxsize=10_000)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


@lru_cache(maxsize=10_000)
def _date(day: str) -> date:
    return date.fromisoformat(day)
