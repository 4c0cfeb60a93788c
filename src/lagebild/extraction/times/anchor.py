"""Anchors relative expressions: which calendar day, week, month or year "am Mittwoch" or "im August" means.

Everything is counted from the day of publication, or from the day the text named last ("am Tag darauf").
Where the calendar leaves two answers the tense of the clause chooses between them. Without a day to count
from, the answer is the unanchored form ("XXXX-WXX-3").
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
LEAP = 8
"""The 29th of February comes back within so many years."""
UNANCHORED = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
    "L": "X",
}


class Direction(StrEnum):
    """Where the clause looks: its tense, or nothing known."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Anchor(NamedTuple):
    """What an expression is counted from. `mentioned` is the day that the text named last."""

    today: date | None
    direction: Direction = Direction.UNKNOWN
    mentioned: date | None = None
    near: date | None = None
    """The same, where it stands close by."""
    daily: bool = False
    """Whether the text tells the news of single days, so that "heute" is today and not our times."""


class Anchored(NamedTuple):
    """The value; `sure` is False where there was no day to count from."""

    value: str
    sure: bool


def anchored(steps: str, anchor: Anchor) -> Anchored:
    """Carry out an `at` line of a rule, such as "shift W -1" or "weekday 3"."""
    name, *arguments = steps.split()
    try:
        value = PLACES[name](arguments, anchor)
    except (OverflowError, ValueError):
        return Anchored(_open(name, arguments), sure=False)
    return Anchored(_open(name, arguments), sure=False) if value is None else Anchored(value, sure=True)


def _open(name: str, arguments: Sequence[str]) -> str:
    """The same expression with unknown digits."""
    match name:
        case "weekday":
            return f"XXXX-WXX-{arguments[0]}"
        case "month" | "season":
            return f"XXXX-{arguments[0]}"
        case "quarter":
            return f"XXXX-Q{arguments[0]}"
        case "half":
            return f"XXXX-H{arguments[0]}"
        case "monthday":
            return f"XXXX-{arguments[0]}-{arguments[1]}"
        case "dayofmonth":
            return f"XXXX-XX-{arguments[0]}"
        case "holiday":
            return "XXXX-XX-XX" if "+" in arguments[0] or arguments[0][0].isalpha() else f"XXXX-{arguments[0]}"
        case "today" | "thisday":
            return "XXXX-XX-XX"
        case _:
            return UNANCHORED.get(arguments[0] if arguments else "WE", "XXXX-XX-XX")


def _shift(arguments: Sequence[str], anchor: Anchor) -> str | None:
    """`shift UNIT STEP`: the unit that lies so many units from the present one."""
    return None if anchor.today is None else shifted(anchor.today, arguments[0], int(arguments[1]))


def _today(_: Sequence[str], anchor: Anchor) -> str | None:
    """`today`: the day itself in a report of the day and where something has happened, our times elsewhere."""
    if anchor.daily or anchor.direction is Direction.PAST:
        return None if anchor.today is None else anchor.today.isoformat()
    return "PRESENT_REF"


def _thisday(_: Sequence[str], anchor: Anchor) -> str | None:
    """`thisday`: the day named just before ("am Montag gegen 14 Uhr"), else that of publication."""
    day = anchor.near or anchor.today
    return None if day is None else day.isoformat()


def _from(arguments: Sequence[str], anchor: Anchor) -> str | None:
    """`from UNIT STEP`: the same, counted from the day that the text named last; years else from today."""
    start = anchor.mentioned or (anchor.today if arguments[0] == "Y" else None)
    return None if start is None else shifted(start, arguments[0], int(arguments[1]))


def shifted(day: date, unit: str, step: int) -> str:
    """The value of the unit that lies `step` units from the one that holds the day."""
    match unit:
        case "D":
            return (day + timedelta(days=step)).isoformat()
        case "W":
            return _week(day + timedelta(weeks=step))
        case "WE":
            return _week(day + timedelta(weeks=step)) + "-WE"
        case "M":
            months = day.year * 12 + day.month - 1 + step
            return f"{_year(months // 12)}-{months % 12 + 1:02}"
        case "Q":
            quarters = day.year * 4 + (day.month - 1) // 3 + step
            return f"{_year(quarters // 4)}-Q{quarters % 4 + 1}"
        case "Y":
            return _year(day.year + step)
        case "DE":
            return _year(10 * (day.year // 10 + step) or 1)[:3]
        case "CE":
            return _year(100 * (day.year // 100 + step) or 1)[:2]
        case _:
            raise ValueError(unit)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{_year(year)}-W{week:02}"


def _year(year: int) -> str:
    if not 1 <= year <= 9999:
        raise ValueError(year)
    return f"{year:04}"


def _weekday(arguments: Sequence[str], anchor: Anchor) -> str | None:
    """`weekday N [WHICH [PLUS]]`: by tense, today counting for both sides; PLUS days are added to the outcome."""
    today = anchor.today
    if today is None:
        return None
    wanted, which, plus = int(arguments[0]), _which(arguments, 1), _number(arguments, 2)
    back = (today.isoweekday() - wanted) % 7
    ahead = (wanted - today.isoweekday()) % 7
    if which is None:
        day = today + timedelta(days=ahead) if anchor.direction is Direction.FUTURE else today - timedelta(days=back)
    elif which == 0:
        day = today + timedelta(days=wanted - today.isoweekday())
    elif which < 0:
        day = today - timedelta(days=(back or 7) + 7 * (-which - 1))
    else:
        day = today + timedelta(days=(ahead or 7) + 7 * (which - 1))
    return (day + timedelta(days=plus)).isoformat()


def _weekend(_: Sequence[str], anchor: Anchor) -> str | None:
    """`weekend`: by tense; on a weekend it is the present one."""
    if anchor.today is None:
        return None
    back = anchor.today.isoweekday() < 6 and anchor.direction is not Direction.FUTURE
    return shifted(anchor.today, "WE", -1 if back else 0)


def _month(arguments: Sequence[str], anchor: Anchor) -> str | None:
    """`month MM [WHICH]`."""
    if anchor.today is None:
        return None
    wanted = int(arguments[0])
    now = anchor.today.year * 12 + anchor.today.month - 1
    chosen = _choose(now, anchor.today.year * 12 + wanted - 1, 12, _which(arguments, 1), anchor.direction)
    return f"{_year(chosen // 12)}-{wanted:02}"


def _season(arguments: Sequence[str], anchor: Anchor) -> str | None:
    """`season SS [WHICH]`: named after the year it begins in."""
    if anchor.today is None:
        return None
    season, start = arguments[0], SEASON_MONTH[arguments[0]] - 1
    now = anchor.today.year * 12 + anchor.today.month - 1
    # Seasons in quarters of three months that begin in March.
    chosen = _choose(
        (now - 2) // 3, (anchor.today.year * 12 + start - 2) // 3, 4, _which(arguments, 1), anchor.direction
    )
    return f"{_year((chosen * 3 + 2) // 12)}-{season}"


def _quarter(arguments: Sequence[str], anchor: Anchor) -> str | None:
    """`quarter N`: of the year that the tense points to."""
    if anchor.today is None:
        return None
    now = anchor.today.year * 4 + (anchor.today.month - 1) // 3
    chosen = _choose(now, anchor.today.year * 4 + int(arguments[0]) - 1, 4, None, anchor.direction)
    return f"{_year(chosen // 4)}-Q{arguments[0]}"


def _half(arguments: Sequence[str], anchor: Anchor) -> str | None:
    if anchor.today is None:
        return None
    now = anchor.today.year * 2 + (anchor.today.month - 1) // 6
    chosen = _choose(now, anchor.today.year * 2 + int(arguments[0]) - 1, 2, None, anchor.direction)
    return f"{_year(chosen // 2)}-H{arguments[0]}"


def _choose(now: int, same: int, cycle: int, which: int | None, direction: Direction) -> int:
    """The recurrence of `same` (its place in the present cycle) that is meant."""
    if which is not None:
        if which == 0:
            return same
        if which < 0:
            return same - cycle * ((0 if same < now else 1) - which - 1)
        return same + cycle * ((0 if same > now else 1) + which - 1)
    if direction is Direction.PAST:
        return same if same <= now else same - cycle
    if direction is Direction.FUTURE:
        return same if same >= now else same + cycle
    return min((same - cycle, same, same + cycle), key=lambda place: (abs(place - now), place > now))


def _monthday(arguments: Sequence[str], anchor: Anchor) -> str | None:
    """`monthday MM DD [WHICH [PLUS [YEAR]]]`."""
    if len(arguments) > 4:
        return shifted(date(int(arguments[4]), int(arguments[0]), int(arguments[1])), "D", int(arguments[3]))
    if anchor.today is None:
        return None
    month, day, which, plus = int(arguments[0]), int(arguments[1]), _which(arguments, 2), _number(arguments, 3)
    found = _yearly(lambda year: date(year, month, day), anchor.today, which, anchor.direction)
    return shifted(date.fromisoformat(found), "D", plus)


def _dayofmonth(arguments: Sequence[str], anchor: Anchor) -> str | None:
    """`dayofmonth DD`: in the month that the tense points to."""
    today, wanted = anchor.today, int(arguments[0])
    if today is None:
        return None
    step = 0
    if anchor.direction is Direction.FUTURE and wanted < today.day:
        step = 1
    elif anchor.direction is Direction.PAST and wanted > today.day:
        step = -1
    return date.fromisoformat(f"{shifted(today, 'M', step)}-{wanted:02}").isoformat()


def _holiday(arguments: Sequence[str], anchor: Anchor) -> str | None:
    """`holiday KEY [WHICH or YEAR]`."""
    key = arguments[0]
    if len(arguments) > 1 and len(arguments[1]) == 4:
        return holiday(key, int(arguments[1])).isoformat()
    if anchor.today is None:
        return None
    return _yearly(lambda year: holiday(key, year), anchor.today, _which(arguments, 1), anchor.direction)


def _yearly(on: Callable[[int], date], today: date, which: int | None, direction: Direction) -> str:
    """The day of a yearly event that is meant."""
    days = [day for year in range(today.year - LEAP, today.year + LEAP + 1) if (day := _day(on, year)) is not None]
    if which == 0:
        return on(today.year).isoformat()
    past = [day for day in days if (day < today if which else day <= today)]
    coming = [day for day in days if (day > today if which else day >= today)]
    if which is not None and len(past if which < 0 else coming) >= abs(which):
        return (past[which] if which < 0 else coming[which - 1]).isoformat()
    if which is not None or not past or not coming:
        raise ValueError(str(days))  # before the year 1, after 9999
    if direction is Direction.PAST:
        return past[-1].isoformat()
    if direction is Direction.FUTURE:
        return coming[0].isoformat()
    return min(past[-1], coming[0], key=lambda day: abs((day - today).days)).isoformat()


def _day(on: Callable[[int], date], year: int) -> date | None:
    try:
        return on(year)
    except ValueError:  # the 29th of February
        return None


def holiday(key: str, year: int) -> date:
    """The day of a holiday in a year: "MM-DD", or days from Easter Sunday or the first day of Advent."""
    if key.startswith("EASTER"):
        return easter(year) + timedelta(days=int(key[6:]))
    if key.startswith("ADVENT"):
        christmas = date(year, 12, 25)
        return christmas - timedelta(days=christmas.isoweekday() + 21 - int(key[6:]))
    return date(year, int(key[:2]), int(key[3:]))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)


def _which(arguments: Sequence[str], place: int) -> int | None:
    """The step that the expression names itself; "?" and nothing leave it to the tense."""
    if len(arguments) <= place or arguments[place] == "?":
        return None
    return int(arguments[place])


def _number(arguments: Sequence[str], place: int) -> int:
    return int(arguments[place]) if len(arguments) > place else 0


PLACES: dict[str, Callable[[Sequence[str], Anchor], str | None]] = {
    "today": _today,
    "thisday": _thisday,
    "shift": _shift,
    "from": _from,
    "weekday": _weekday,
    "weekend": _weekend,
    "month": _month,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "monthday": _monthday,
    "dayofmonth": _dayofmonth,
    "holiday": _holiday,
}
