"""Points in time as programs write them, into days."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_CLOCK_AND_ZONE = re.compile(r"[T ](\d\d):(\d\d)(?::\d\d)?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]00:?00)$", re.IGNORECASE)
FIRST = date(1600, 1, 1)
"""No news was printed before: an older day stands where a program knew none, as "0001-01-01"."""
_SECONDS = range(100_000_000, 100_000_000_000)
_MILLISECONDS = range(_SECONDS.stop, _SECONDS.stop * 1000)


def day_of(value: object) -> date | None:
    """The day of "2024-12-04", "2024-12-04T10:00:00+01:00", "4.12.2024", "Wed, 04 Dec 2024 10:00:00 +0100", of a date
    or datetime of a table, and of seconds or milliseconds since 1970; None for anything else, and before FIRST."""
    day = _told(value)
    return day if day is not None and day >= FIRST else None


def local_day(value: str) -> date | None:
    """Like `day_of`, but what is told in UTC becomes the day in Central Europe: there the report's "today" is."""
    day = day_of(value)
    clock = _CLOCK_AND_ZONE.search(value.strip())
    if day is None or clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return day
    moment = datetime(day.year, day.month, day.day, int(clock[1]), int(clock[2]))
    try:
        return (moment + timedelta(hours=2 if _is_summer(moment) else 1)).date()
    except OverflowError:
        return day


def _told(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return _since_1970(value)
    return _written(value.strip()) if isinstance(value, str) else None


def _written(value: str) -> date | None:
    try:
        if dotted := _DOTTED.match(value):
            return date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
        if _ISO.match(value) or value[:8].isdecimal():
            return date.fromisoformat(value[:10] if "-" in value[:10] else value[:8])
        return parsedate_to_datetime(value[:100]).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _since_1970(value: int) -> date | None:
    seconds = value / 1000 if value in _MILLISECONDS else value
    if value not in _SECONDS and value not in _MILLISECONDS:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).date()
    except (OverflowError, OSError, ValueError):
        return None


def _is_summer(moment: datetime) -> bool:
    """Whether clocks in Central Europe stand on summer time at this moment in UTC (the rule since 1996)."""
    return _last_sunday(moment.year, 3) <= moment < _last_sunday(moment.year, 10)


def _last_sunday(year: int, month: int) -> datetime:
    """One o'clock in UTC on the last Sunday of a month of 31 days: there the clocks change."""
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)
