"""Values of times and quantities in words that a person reads at a glance."""

from datetime import date
from typing import Any

from lagebild.model.quantity import Quantity
from lagebild.model.timex import Timex


def time_gloss(timex: Timex, labels: dict[str, Any]) -> str:
    """What the value means, where it does not say so itself: the day of the week, the kind, that it floats."""
    parts = [_day(timex, labels) or (timex.type.lower() if timex.type in {"DURATION", "SET"} else timex.precision)]
    if timex.mod:
        parts.append(timex.mod.lower().replace("_", " "))
    if not timex.anchored:
        parts.append(labels["words"]["unanchored"])
    return ", ".join(parts)


def quantity_value(quantity: Quantity, labels: dict[str, Any]) -> str:
    """The number or range with its approximation and unit: "about 2,400", "24–30", "more than 1.8 billion EUR"."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low != high:
        number = f"{_number(low, labels)}–{_number(high, labels)}"
    else:
        known = low if low is not None else high
        number = "" if known is None else _number(known, labels)
    approximation = labels["approximations"].get(quantity.approximation or "", "")
    unit = "" if quantity.unit is None else quantity.unit
    if unit == "%":
        number, unit = f"{number} %", ""
    return " ".join(part for part in (approximation, number, unit) if part)


def long_date(day: date, labels: dict[str, Any]) -> str:
    """ "Thursday, 13 March 2031"."""
    weekday = labels["days"]["names"][day.weekday()]
    return f"{weekday}, {day.day} {labels['months']['names'][day.month - 1]} {day.year}"


def _day(timex: Timex, labels: dict[str, Any]) -> str | None:
    try:
        day = date.fromisoformat((timex.value or "")[:10])
    except ValueError:
        return None
    return str(labels["days"]["names"][day.weekday()])


def _number(value: float, labels: dict[str, Any]) -> str:
    for size, name in labels["scales"].items():
        scaled = value / float(size)
        if abs(scaled) >= 1 and round(scaled, 3) == scaled:
            return f"{_plain(scaled)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text or "0"
