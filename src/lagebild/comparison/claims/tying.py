"""Tying: many pairs of tellings scored one after the other, what their reports have in common found once for each pair
of reports."""

from collections.abc import Callable

from lagebild.comparison.claims.alike import tie_of
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.signs import reports_alike

Tie = Callable[[Matter, Matter], float]
MANY = 200_000
"""So many pairs of reports are remembered; then all are forgotten at once."""


def tying() -> Tie:
    """What gives the score of two tellings where that ties them, else 0."""
    known: dict[tuple[str, str], float] = {}

    def near(one: Matter, other: Matter) -> float:
        reports = (one.document, other.document)
        found = known.get(reports)
        if found is None:
            if len(known) >= MANY:
                known.clear()
            found = known[reports] = reports_alike(one, other)
        return found

    return lambda one, other: tie_of(one, other, near=near)
