"""Values of times in words that a person reads at a glance."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from lagebild.model.timex import Timex

Labels = dict[str, Any]

_VAGUE = re.compile(r"(PAST|PRESENT|FUTURE)_REF|PT?X[A-Z]+")
"""Values that name no time a reader could look up: "seit Jahren", "kürzlich"."""
_AMOUNT = re.compile(r"PT?([0-9.]+)([A-Z]+)")
_EACH_WEEK = re.compile(r"XXXX-WXX-([1-7])(T.+)?")
_EACH_DAY = re.compile(r"XXXX-XX-XXT(.+)")


def time_words(timex: Timex, labels: Labels) -> str | None:
    """When, how long or how often: "Wednesday, 4 December 2024", "end of June 2030", "2 weeks", "every year".

    None for what names no time, such as "seit Jahren"; a value of a kind that has no words here as it is written.
    """
    value = timex.value
    if not timex.anchored:
        return str(labels["words"]["unanchored"])
    if value is None or _VAGUE.fullmatch(value):
        return None
    words = _often(value, labels) if timex.type == "SET" else _long(value, labels) or point_words(value, labels)
    modified = _modified(words or value, timex.mod, labels)
    limits = _limits(timex, labels)
    return f"{modified}, {limits}" if limits else modified


def point_words(value: str, labels: Labels) -> str | None:
    """A day, month, year or the like in words; None for another kind of value."""
    for pattern, words in _POINTS:
        found = pattern.fullmatch(value)
        if found:
            try:
                return words(found, labels)
            except ValueError:
                return None
    return None


def when(value: str) -> str:
    """A key that puts days, months, seasons and years in their order: the day on which the value begins."""
    try:
        if found := _WEEK.fullmatch(value):
            return date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat()
        if found := _PART_OF_YEAR.fullmatch(value):
            return f"{found[1]}-{_BEGINS[found[2]]:02}"
    except ValueError:
        return value
    return value


def long_date(day: date, labels: Labels) -> str:
    """ "Thursday, 13 March 2031"."""
    weekday = labels["days"]["names"][day.weekday()]
    return f"{weekday}, {_date(day, labels)}"


def short_date(day: date, labels: Labels) -> str:
    """ "13 Mar 2031"."""
    return f"{day.day} {labels['months']['short'][day.month - 1]} {day.year}"


def _day(found: re.Match[str], labels: Labels) -> str:
    day = long_date(date.fromisoformat(found[1]), labels)
    return f"{day}, {_hour(found[2], labels)}" if found[2] else day


def _hour(mark: str, labels: Labels) -> str:
    return str(labels["dayparts"].get(mark, mark))


def _month(found: re.Match[str], labels: Labels) -> str:
    month = int(found[2])
    if not 1 <= month <= 12:
        raise ValueError(month)
    return f"{labels['months']['names'][month - 1]} {found[1]}"


def _week(found: re.Match[str], labels: Labels) -> str:
    day = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
    name = labels["words"]["weekend_of" if found[3] else "week_of"]
    return f"{name} {_date(day, labels)}"


def _part_of_year(found: re.Match[str], labels: Labels) -> str:
    return f"{labels['year_parts'][found[2]]} {found[1]}"


def _decade(found: re.Match[str], labels: Labels) -> str:
    return str(labels["words"]["decade"]).format(f"{found[1]}0")


def _century(found: re.Match[str], labels: Labels) -> str:
    del labels
    return f"{found[1]}00–{found[1]}99"


_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?")
_PART_OF_YEAR = re.compile(r"([0-9]{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
"""The months in which the parts of a year begin."""

_POINTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Labels], str]], ...] = (
    (re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T(.+))?"), _day),
    (re.compile(r"([0-9]{4})-([0-9]{2})"), _month),
    (_WEEK, _week),
    (_PART_OF_YEAR, _part_of_year),
    (re.compile(r"([0-9]{4})"), lambda found, labels: found[1]),
    (re.compile(r"([0-9]{3})"), _decade),
    (re.compile(r"([0-9]{2})"), _century),
)


def _long(value: str, labels: Labels) -> str | None:
    """A stretch of time: "2 weeks"."""
    found = _AMOUNT.fullmatch(value)
    names = labels["units_of_time"].get(_unit(value, found)) if found else None
    return f"{found[1]} {names[found[1] != '1']}" if found and names else None


def _often(value: str, labels: Labels) -> str | None:
    """What comes back: "every 2 weeks", "every Wednesday"."""
    every = labels["words"]["every"]
    found = _AMOUNT.fullmatch(value)
    names = labels["units_of_time"].get(_unit(value, found)) if found else None
    if found and names:
        return f"{every} {names[0]}" if found[1] == "1" else f"{every} {found[1]} {names[1]}"
    if found := _EACH_WEEK.fullmatch(value):
        day = labels["days"]["names"][int(found[1]) - 1]
        return f"{every} {day}" + (f", {_hour(found[2][1:], labels)}" if found[2] else "")
    if found := _EACH_DAY.fullmatch(value):
        return f"{every} {_hour(found[1], labels)}"
    return None


def _unit(value: str, found: re.Match[str]) -> str:
    """The unit's letter; minutes are told from months by the T before them."""
    return ("T" if value.startswith("PT") else "") + found[2]


def _modified(words: str, mod: str | None, labels: Labels) -> str:
    if mod is None:
        return words
    return f"{labels['time_modifiers'].get(mod, mod.lower().replace('_', ' '))} {words}"


def _limits(timex: Timex, labels: Labels) -> str:
    """From when or till when a stretch of time reaches, where that can be told."""
    begin = _limit(timex.begin, labels)
    end = _limit(timex.end, labels)
    words = labels["words"]
    return " ".join(
        part for part in (f"{words['from']} {begin}" if begin else "", f"{words['to']} {end}" if end else "") if part
    )


def _limit(value: str | None, labels: Labels) -> str | None:
    """As a point in time, a day without its weekday."""
    try:
        return _date(date.fromisoformat(value or ""), labels)
    except ValueError:
        return point_words(value, labels) if value else None


def _date(day: date, labels: Labels) -> str:
    return f"{day.day} {labels['months']['names'][day.month - 1]} {day.year}"
