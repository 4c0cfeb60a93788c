"""Days of a TIMEX3 value: the first and the last day that it covers."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from lagebild.model.timex import Timex

Days = tuple[date, date]

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each begins; a winter reaches into the next year."""
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days]], ...] = (
    (re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?"), lambda found: _day(found)),
    (re.compile(r"(\d{4})-W(\d{2})(-WE)?"), lambda found: _week(found)),
    (re.compile(r"(\d{4})-(\d{2})"), lambda found: _months(int(found[1]), int(found[2]), 1)),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda found: _months(int(found[1]), 3 * int(found[2]) - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda found: _months(int(found[1]), 6 * int(found[2]) - 5, 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda found: _months(int(found[1]), _SEASONS[found[2]], 3)),
    (re.compile(r"(\d{4})"), lambda found: _years(int(found[1]), 1)),
    (re.compile(r"(\d{3})"), lambda found: _years(int(found[1]) * 10, 10)),
    (re.compile(r"(\d{2})"), lambda found: _years(int(found[1]) * 100, 100)),
)


def days_of(timex: Timex) -> Days | None:
    """The stretch of days that a time expression covers, both ends included, at the precision that the text gives.

    A stretch with `begin` or `end` counts these; None where the value names no days (unanchored, vague, a duration
    without a point, a repetition).
    """
    if not timex.anchored or timex.type == "SET":
        return None
    if timex.begin is not None or timex.end is not None:
        begin, end = days_of_value(timex.begin), days_of_value(timex.end)
        if begin is None and end is None:
            return None
        first, last = (begin or end), (end or begin)
        assert first is not None
        assert last is not None
        return (first[0], last[1]) if first[0] <= last[1] else None
    return days_of_value(timex.value)


def days_of_value(value: str | None) -> Days | None:
    """The same for a value alone: "2024-12" is its thirty-one days; None for what names no days."""
    if value is None:
        return None
    for pattern, days in _PATTERNS:
        found = pattern.fullmatch(value)
        if found:
            try:
                return days(found)
            except (ValueError, OverflowError):
                return None  # a 31 June, a year 0
    return None


def _day(found: re.Match[str]) -> Days:
    day = date(int(found[1]), int(found[2]), int(found[3]))
    return day, day


def _week(found: re.Match[str]) -> Days:
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return (monday + timedelta(5) if found[3] else monday), monday + timedelta(6)


def _months(year: int, month: int, count: int) -> Days:
    last = month + count - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _years(year: int, count: int) -> Days:
    return date(year, 1, 1), date(year + count - 1, 12, 31)
