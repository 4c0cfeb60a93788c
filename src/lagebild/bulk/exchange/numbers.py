"""Numbers for documents, and for whatever else lies in a shard: the shard, and behind that the place in it."""

from collections.abc import Iterator

import numpy as np

from lagebild.bulk.folder import Folder
from lagebild.bulk.results import rows_of

BITS = 32
_HALF = 1 << 63


def number_of(shard: int, row: int) -> int:
    """The number of what stands in that row of a shard's table."""
    return shard << BITS | row


def shard_of(number: int) -> int:
    """The shard that it is in."""
    return number >> BITS


def row_of(number: int) -> int:
    """The row of the shard's table that it is in."""
    return number & ((1 << BITS) - 1)


def keys(folder: Folder, shard: int) -> Iterator[tuple[int, str]]:
    """Number and key of each document of a shard."""
    for row, (key,) in enumerate(rows_of(folder.table("documents", shard), ("key",))):
        yield number_of(shard, row), key


def of_key(key: str) -> int:
    """A key (a letter and 16 hex digits) as a number with a sign, in the order of the keys."""
    return int(key[1:], 16) - _HALF


def key_of(prefix: str, number: int) -> str:
    """The key again."""
    return f"{prefix}{number + _HALF:016x}"


def bits_of(score: float) -> int:
    """A score on its way through rows of whole numbers."""
    return int(np.float64(score).view(np.int64))


def score_in(bits: int) -> float:
    """The score again."""
    return float(np.int64(bits).view(np.float64))
