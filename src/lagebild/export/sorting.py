"""Sorts more rows than memory holds: sorted runs in temporary files, merged."""

import heapq
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import Any

AT_ONCE = 20_000
"""Rows sorted in memory; a row is a few hundred bytes."""
FAN = 200
"""Runs merged at once; systems let a program open 256 files at least."""

Record = list[Any]
"""What JSON can hold, the text that it is sorted by first."""


def in_order(rows: Iterable[Record], *, scratch: Path, at_once: int = AT_ONCE) -> Iterator[Record]:
    """The rows ordered by their first value, equal ones in the order they came."""
    runs: list[Path] = []
    held: list[Record] = []
    number = 0
    for row in rows:
        held.append(row)
        if len(held) == at_once:
            runs.append(_written(sorted(held, key=_key), scratch / f"run-{id(rows)}-{number}"))
            held, number = [], number + 1
    held.sort(key=_key)
    while len(runs) > FAN:
        merged = _written(_merged(runs[:FAN]), scratch / f"run-{id(rows)}-{number}")
        for path in runs[:FAN]:
            path.unlink()
        # The oldest rows stay in front, so that equal ones keep their order.
        runs, number = [merged, *runs[FAN:]], number + 1
    yield from _merged(runs, held)
    for path in runs:
        path.unlink()


def grouped(rows: Iterable[Record], *, scratch: Path) -> Iterator[tuple[str, Iterator[Record]]]:
    """The rows by their first value, in its order."""
    return groupby(in_order(rows, scratch=scratch), key=_key)


def _key(row: Record) -> str:
    first: str = row[0]
    return first


def _written(rows: Iterable[Record], path: Path) -> Path:
    with path.open("w", encoding="ascii") as file:
        file.writelines(json.dumps(row, separators=(",", ":")) + "\n" for row in rows)
    return path


def _merged(runs: Iterable[Path], held: Iterable[Record] = ()) -> Iterator[Record]:
    with ExitStack() as stack:
        files = [stack.enter_context(path.open(encoding="ascii")) for path in runs]
        yield from heapq.merge(*(map(json.loads, file) for file in files), held, key=_key)
