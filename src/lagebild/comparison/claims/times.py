"""Times of reports: the days between their publication."""

from datetime import date
from functools import lru_cache

from lagebild.comparison.claims.matter import Report


def days_apart(one: Report, other: Report) -> int | None:
    """Between their publication; None where one has no day."""
    return days_between(one.day, other.day)


@lru_cache(maxsize=100_000)
def days_between(one: str | None, other: str | None) -> int | None:
    """Between two days, YYYY-MM-DD; None where one is unknown."""
    if one is None or other is None:
        return None
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
