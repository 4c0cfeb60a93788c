"""Ledgers of figures: every value told of one force or thing, and between which the last ones lie."""

from collections.abc import Sequence

from lagebild.model.keys import content_key
from lagebild.model.situation import Ledger, Presence
from lagebild.situation.figures import bounds


def ledgers(presences: Sequence[Presence]) -> tuple[Ledger, ...]:
    """A ledger for each deployment of which a number is told."""
    return tuple(_ledger(item) for item in presences if any(value.low or value.high for value in item.values))


def _ledger(item: Presence) -> Ledger:
    low, high = bounds(item.values)
    return Ledger(
        key=content_key("l", item.key),
        about=item.forces,
        whose=item.whose,
        where=item.place,
        unit=next((value.unit for value in item.values if value.unit), None),
        values=item.values,
        low=low,
        high=high,
    )
