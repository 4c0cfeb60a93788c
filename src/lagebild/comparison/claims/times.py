"""Times of reports: the days between their publication."""

from datetime import date
from functools import lru_cache

from lagebild.comparison.claims.matter import Report


def days_apart(one: Report, other: Report) -> int | None:
    """Between their publication; None where one has no day."""
    if one.day is None or other.day is None:
        return None
    return _between(one.day, other.day)


@lru_cache(maxsize=100_000)
def _between(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
