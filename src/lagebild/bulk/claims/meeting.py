"""Meeting: pairs of tellings that stand near each other in blocks, as rows of numbers."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from lagebild.bulk.exchange.shuffle import Rows
from lagebild.comparison.claims.blocks import REACH, SHARED

AT_ONCE = 100_000
"""Rows of which pairs are made at a time."""


def met(rows: Rows) -> Rows:
    """Each pair that meets in these blocks, sorted, with what that is worth. Rows are (block, place, telling), sorted;
    the numbers of blocks tell what they are worth, as `weight` has it."""
    rows = rows[_has_equal_beside(rows[:, 0])]
    found = [summed(pairs) for pairs in _near(rows)]
    return summed(np.concatenate(found)) if found else np.empty((0, 3), dtype=np.int64)


def summed(pairs: Rows) -> Rows:
    """Each pair once, sorted, with the sum of what it is worth, which beyond enough says nothing."""
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    pairs = pairs[order]
    if not len(pairs):
        return pairs
    firsts = np.flatnonzero(np.r_[True, (pairs[1:, :2] != pairs[:-1, :2]).any(axis=1)])
    sums = np.minimum(np.add.reduceat(pairs[:, 2], firsts), SHARED)
    return np.column_stack([pairs[firsts, :2], sums])


def _near(rows: Rows) -> Iterator[Rows]:
    """Pairs of those near each other in a block, with what the block is worth, some at a time."""
    for start in range(0, len(rows), AT_ONCE):
        stretch = rows[start : start + AT_ONCE + REACH]
        most = min(AT_ONCE, len(stretch))
        near: list[Rows] = []
        for apart in range(1, REACH + 1):
            left, right = stretch[: max(0, len(stretch) - apart)][:most], stretch[apart:][:most]
            same = left[:, 0] == right[:, 0]
            value = np.where(left[same, 0] & 1, SHARED, 1)
            near.append(np.column_stack([left[same, 2], right[same, 2], value]))
        yield np.concatenate(near)


def _has_equal_beside(values: Rows) -> Any:
    """Which of the sorted values stand there more than once."""
    same = values[1:] == values[:-1]
    return np.r_[same, False] | np.r_[False, same] if len(values) else np.empty(0, dtype=bool)
