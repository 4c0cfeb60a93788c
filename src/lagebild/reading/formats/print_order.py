"""Printed lines of a page into reading order: columns that stand side by side are read one after the other."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_SHARE = 0.4
"""Of the rows of a page that must have a gap at the same place for it to be a gutter."""
_FEWEST = 5
"""Rows side by side; fewer are an address or a table's head."""
_NARROWEST = 18
"""Signs of a typical line in a column; less is a table, whose rows are read across."""


class Printed(NamedTuple):
    """A stretch of text in one line of a page with its box, from the left and from the bottom, in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high its signs are."""
        return self.top - self.bottom


def in_order(rows: Sequence[Sequence[Printed]]) -> list[Printed]:
    """The lines of a page, each row given as the stretches that wide gaps part it into.

    Rows that no gutter parts stay whole. Where one does, what crosses it parts the page into bands, and in each band
    the left column comes before the right.
    """
    gutter = _gutter(rows)
    if gutter is None:
        return [_whole(row) for row in rows if row]
    ordered: list[Printed] = []
    left: list[list[Printed]] = []
    right: list[list[Printed]] = []
    for row in rows:
        if any(piece.left < gutter < piece.right for piece in row):
            ordered += [*in_order(left), *in_order(right), _whole(row)]
            left, right = [], []
            continue
        if before := [piece for piece in row if piece.right <= gutter]:
            left.append(before)
        if behind := [piece for piece in row if piece.left >= gutter]:
            right.append(behind)
    return [*ordered, *in_order(left), *in_order(right)]


def _whole(row: Sequence[Printed]) -> Printed:
    return Printed(
        " ".join(piece.text.strip() for piece in row),
        min(piece.left for piece in row),
        min(piece.bottom for piece in row),
        max(piece.right for piece in row),
        max(piece.top for piece in row),
    )


def _gutter(rows: Sequence[Sequence[Printed]]) -> float | None:
    """A place that the gaps of many rows have in common and hardly a stretch crosses; the leftmost of several."""
    gaps = [(one.right, other.left) for row in rows for one, other in pairwise(row)]
    if len(gaps) < max(_FEWEST, _SHARE * len(rows)):
        return None
    pieces = [piece for row in rows for piece in row]
    if median(len(piece.text) for piece in pieces) < _NARROWEST:
        return None
    for left, right in sorted(gaps):
        place = (left + right) / 2
        common = sum(one < place < other for one, other in gaps)
        crossing = sum(piece.left < place < piece.right for piece in pieces)
        if common >= max(_FEWEST, _SHARE * len(rows)) and crossing <= 0.2 * len(rows):
            return place
    return None
