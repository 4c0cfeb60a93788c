"""Shuffle: rows of numbers on their way from many jobs to many others, by files; nobody holds all of them.

Each job writes its rows sorted by the part that they go to; who does a part takes its stretch out of every file.
"""

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt

from lagebild.bulk.places import put

Rows = npt.NDArray[np.int64]
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_HIGH = np.uint64(33)


def columns(*values: "Rows | list[int]") -> Rows:
    """Rows of these columns."""
    return np.column_stack([np.asarray(value, dtype=np.int64) for value in values])


def part_of(values: Rows, parts: int) -> Rows:
    """Which part each number goes to."""
    mixed = (values.astype(np.uint64) * _SPREAD) >> _HIGH
    return (mixed % np.uint64(parts)).astype(np.int64)


def write(folder: Path, number: int, rows: Rows, part: Rows, parts: int) -> None:
    """The rows of the job of that number; they count when both files are there. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    order = np.lexsort((*(rows[:, column] for column in reversed(range(rows.shape[1]))), part))
    ends = np.searchsorted(part[order], np.arange(parts + 1), side="left")
    put(folder / f"{number:08}.rows.npy", _bytes(rows[order]))
    put(folder / f"{number:08}.parts.npy", _bytes(ends.astype(np.int64)))


def read(folder: Path, part: int, *, width: int) -> Rows:
    """All rows that went to a part, sorted."""
    found: list[Rows] = []
    for path in sorted(folder.glob("*.parts.npy")):
        ends = np.load(path)
        first, last = int(ends[part]), int(ends[part + 1])
        if first < last:
            rows = np.load(path.with_name(path.name.replace(".parts.", ".rows.")), mmap_mode="r")
            found.append(np.array(rows[first:last]))
    if not found:
        return np.empty((0, width), dtype=np.int64)
    rows = np.concatenate(found)
    return rows[np.lexsort(tuple(rows[:, column] for column in reversed(range(rows.shape[1]))))]


def _bytes(array: Rows) -> bytes:
    file = io.BytesIO()
    np.save(file, array, allow_pickle=False)
    return file.getvalue()
