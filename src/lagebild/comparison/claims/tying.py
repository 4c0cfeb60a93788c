"""Tying: many pairs of tellings scored one after the other, what their reports have in common found once for each pair
of reports."""

from collections.abc import Mapping

from lagebild.comparison.claims.alike import fit_of, have_nothing_in_common, tie_of
from lagebild.comparison.claims.matter import Matter, Report
from lagebild.comparison.claims.signs import reports_alike

MANY = 200_000
"""So many pairs of reports are remembered; then all are forgotten at once."""


class Tying:
    """Scores pairs of tellings, remembering their reports."""

    def __init__(self) -> None:
        self._near: dict[tuple[str, str], float] = {}
        self._apart: dict[tuple[str, str], bool] = {}

    def tie(self, one: Matter, other: Matter) -> float:
        """The score of two tellings where that ties them, else 0."""
        return tie_of(one, other, near=self._nearness)

    def fit(self, one: Matter, other: Matter, weights: Mapping[str, float] | None = None) -> float:
        """How well two fit each other that come together since others of theirs are tied."""
        return fit_of(one, other, weights, near=self._nearness)

    def cannot_tie(self, one: Report, other: Report) -> bool:
        """Whether nothing that two reports tell can be tied but what they tell word by word."""
        reports = (one.document, other.document)
        found = self._apart.get(reports)
        if found is None:
            if len(self._apart) >= MANY:
                self._apart.clear()
            near = self._nearness(one, other)
            found = self._apart[reports] = have_nothing_in_common(one, other, near=near)
        return found

    def _nearness(self, one: Report, other: Report) -> float:
        reports = (one.document, other.document)
        found = self._near.get(reports)
        if found is None:
            if len(self._near) >= MANY:
                self._near.clear()
            found = self._near[reports] = reports_alike(one, other)
        return found
