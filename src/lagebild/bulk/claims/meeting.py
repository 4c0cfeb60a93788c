"""Meeting: pairs of tellings that stand near each other in blocks, as rows of numbers."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from lagebild.bulk.exchange.shuffle import Rows
from lagebild.comparison.claims.blocks import REACH

AT_ONCE = 100_000
"""Rows of which pairs are made at a time."""


def met(rows: Rows) -> Rows:
    """Each pair that meets in these blocks, sorted. Rows are (block, place, telling), sorted."""
    rows = rows[_has_equal_beside(rows[:, 0])]
    found = [each_once(pairs) for pairs in _near(rows)]
    return each_once(np.concatenate(found)) if found else np.empty((0, 2), dtype=np.int64)


def each_once(pairs: Rows) -> Rows:
    """Each pair once, sorted."""
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return pairs[np.r_[True, (pairs[1:] != pairs[:-1]).any(axis=1)]] if len(pairs) else pairs


def _near(rows: Rows) -> Iterator[Rows]:
    """Pairs of those near each other in a block, some at a time."""
    for start in range(0, len(rows), AT_ONCE):
        stretch = rows[start : start + AT_ONCE + REACH]
        most = min(AT_ONCE, len(stretch))
        near: list[Rows] = []
        for apart in range(1, REACH + 1):
            left, right = stretch[: max(0, len(stretch) - apart)][:most], stretch[apart:][:most]
            same = left[:, 0] == right[:, 0]
            near.append(np.column_stack([left[same, 2], right[same, 2]]))
        yield np.concatenate(near)


def _has_equal_beside(values: Rows) -> Any:
    """Which of the sorted values stand there more than once."""
    same = values[1:] == values[:-1]
    return np.r_[same, False] | np.r_[False, same] if len(values) else np.empty(0, dtype=bool)
