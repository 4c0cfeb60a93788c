"""Lines: what has words, on its way from many jobs to many others by files, as `shuffle` does it with numbers.

00000012.lines       for each part a line of JSON for each item, packed
00000012.ends.npy    where each part ends in it
"""

import io
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from lagebild.bulk.places import put

Line = tuple[int, Any]
"""The part that an item goes to, and the item as JSON has it."""


def write(folder: Path, number: int, lines: Iterable[Line], parts: int) -> None:
    """The lines of the job of that number, in their order; they count when both files are there. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    held: dict[int, list[str]] = {}
    for part, item in lines:
        held.setdefault(part, []).append(json.dumps(item, ensure_ascii=True, separators=(",", ":")))
    packed = {part: zlib.compress("\n".join(items).encode("ascii"), 6) for part, items in held.items()}
    ends = np.cumsum([len(packed.get(part, b"")) for part in range(parts)], dtype=np.int64)
    put(folder / f"{number:08}.lines", b"".join(packed[part] for part in sorted(packed)))
    file = io.BytesIO()
    np.save(file, np.r_[np.int64(0), ends], allow_pickle=False)
    put(folder / f"{number:08}.ends.npy", file.getvalue())


def read(folder: Path, part: int) -> Iterator[Any]:
    """All items that went to a part, those of each job in their order, job by job."""
    for path in sorted(folder.glob("*.ends.npy")):
        ends = np.load(path)
        first, last = int(ends[part]), int(ends[part + 1])
        if first < last:
            with path.with_name(path.name.replace(".ends.npy", ".lines")).open("rb") as file:
                file.seek(first)
                lines = zlib.decompress(file.read(last - first)).decode("ascii")
            yield from map(json.loads, lines.split("\n"))
