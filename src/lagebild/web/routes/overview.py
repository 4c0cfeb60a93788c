"""The first page: what came in, who speaks most, what wants a person's eye."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta

from fastapi import APIRouter

from lagebild.store.identities import Asked
from lagebild.web.pairs import Values, page
from lagebild.web.views.titles import called
from lagebild.web.views.watches import in_short
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
_SPEAKERS = 8
_BARS = 92
"""Bars of the picture at most."""
_OUTSIDE = 100
"""One in so many documents may have a date that lies outside the picture, on each side."""
_SPEAKING = ("person", "organisation", "state", "medium", "group")


@page(router, "/", "overview.html")
def overview(visit: Visiting) -> Values:
    """The base at a glance."""
    values = _counted(visit)
    return {
        **values,
        "watches": [in_short(one) for one in visit.base.watches()],
        "base": visit.base.store.path.name,
        "writable": visit.bases.writable,
        "_most": max((bar["count"] for bar in values["bars"]), default=1),
    }


def _counted(visit: Visit) -> Values:
    """The numbers, counted once for each state of the base."""
    values: Values = visit.memory.get("overview", visit.state, lambda: _values(visit))
    return values


def _values(visit: Visit) -> Values:
    counted = visit.base.overview()
    told = asdict(counted)
    del told["days"]
    told["arrived"] = called(visit.base, (one._asdict() for one in counted.arrived))
    asked = Asked(kinds=_SPEAKING, order="statements")
    speakers = [one._asdict() for one in visit.base.store.identities(asked, limit=_SPEAKERS) if one.statements]
    shown = bars(counted.days)
    dated = sum(count for _, count in counted.days)
    return {**told, "speakers": speakers, "bars": shown, "outside": dated - sum(bar["count"] for bar in shown)}


def bars(days: Sequence[tuple[str, int]]) -> list[Values]:
    """Documents by day; where the days reach too far, by month, and then by year.

    A few dates far from all others, which reports get wrong now and then, are left outside.
    """
    if not days:
        return []
    first, last = _within(days)
    length = 10 if (last - first).days < _BARS else 7 if (last - first).days < _BARS * 30 else 4
    counts = dict.fromkeys(_periods(max(first, _least(last, length)), last, length), 0)
    for day, count in days:
        if day[:length] in counts:
            counts[day[:length]] += count
    return [
        {"period": period, "count": count, "since": _ends(period)[0], "until": _ends(period)[1]}
        for period, count in sorted(counts.items())
    ]


def _within(days: Sequence[tuple[str, int]]) -> tuple[date, date]:
    """The first and the last day without the outermost of many documents."""
    spare = sum(count for _, count in days) // _OUTSIDE
    found = []
    for ordered in (days, days[::-1]):
        passed = 0
        for day, count in ordered:
            passed += count
            if passed > spare:
                found.append(date.fromisoformat(day))
                break
    return found[0], found[1]


def _least(last: date, length: int) -> date:
    """No more bars than there is room for, even if all dates are wrong."""
    return date(max(last.year - _BARS + 1, 1), 1, 1) if length == 4 else date.min


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
