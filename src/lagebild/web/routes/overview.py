"""The first page: what came in, who speaks most, what wants a person's eye."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta

from fastapi import APIRouter

from lagebild.store.identities import Asked
from lagebild.web.pairs import Values, page
from lagebild.web.remembered import Remembered
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
_SPEAKERS = 8
_BARS = 60
"""Bars of the picture at most."""
_SPEAKING = ("person", "organisation", "state", "medium", "group")


@page(router, "/", "overview.html")
def overview(visit: Visiting) -> Values:
    """The base at a glance."""
    values = _counted(visit)
    return {
        **values,
        "base": visit.base.store.path.name,
        "writable": visit.bases.writable,
        "_most": max((bar["count"] for bar in values["bars"]), default=1),
    }


def _counted(visit: Visit) -> Values:
    """The numbers, counted once for each state of the base."""
    memory: Remembered = visit.request.app.state.remembered
    values: Values = memory.get("overview", visit.base.store.state(), lambda: _values(visit))
    return values


def _values(visit: Visit) -> Values:
    told = asdict(visit.base.overview())
    told["arrived"] = [one._asdict() for one in visit.base.overview().arrived]
    asked = Asked(kinds=_SPEAKING, order="statements")
    speakers = [one._asdict() for one in visit.base.store.identities(asked, limit=_SPEAKERS) if one.statements]
    return {**told, "speakers": speakers, "bars": bars(told.pop("days"))}


def bars(days: Sequence[tuple[str, int]]) -> list[Values]:
    """Documents by day; where the days reach too far, by month, and then by year."""
    counts: dict[str, int] = {}
    if not days:
        return []
    first, last = date.fromisoformat(days[0][0]), date.fromisoformat(days[-1][0])
    length = 10 if (last - first).days < _BARS else 7 if (last - first).days < _BARS * 30 else 4
    for period in _periods(first, last, length):
        counts[period] = 0
    for day, count in days:
        counts[day[:length]] = counts.get(day[:length], 0) + count
    return [
        {"period": period, "count": count, "since": _ends(period)[0], "until": _ends(period)[1]}
        for period, count in sorted(counts.items())
    ]


def _ends(period: str) -> tuple[str, str]:
    """The first and the last day of a day, month or year."""
    if len(period) == 4:
        return f"{period}-01-01", f"{period}-12-31"
    if len(period) == 7:
        return f"{period}-01", f"{period}-{monthrange(int(period[:4]), int(period[5:]))[1]}"
    return period, period


def _periods(first: date, last: date, length: int) -> Sequence[str]:
    if length == 4:
        return [str(year) for year in range(first.year, last.year + 1)]
    step = 1 if length == 10 else 27
    days = [first + timedelta(number) for number in range(0, (last - first).days + 1, step)]
    return list(dict.fromkeys(day.isoformat()[:length] for day in [*days, last]))
