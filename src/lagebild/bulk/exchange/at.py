"""At: one job of a step under way, on which shard or part, and between which folders."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from lagebild.bulk.exchange import lines, shuffle
from lagebild.bulk.exchange.lines import Line
from lagebild.bulk.exchange.numbers import BITS
from lagebild.bulk.exchange.shuffle import Rows, part_of
from lagebild.bulk.folder import Folder
from lagebild.bulk.places import writing
from lagebild.intake.frames import Frame

Told = dict[str, int]
"""What a job counted; the sums over all jobs of a step are told to whoever carries it out."""


class At:
    """What the job is asked with, and the way to rows of earlier steps and to the next one."""

    def __init__(self, header: Mapping[str, Any]) -> None:
        self.folder = Folder(Path(header["out"]))
        self.number: int = header["number"]
        self.parts: int = header["parts"]
        self.before: str = header["before"]
        """The step whose rows a round of stars goes on with."""
        self.step: str = header["step"]
        self._work: str = header["work"]
        self._round: str = header["round"]

    def taken(self, step: str, *, width: int, part: int | None = None) -> Rows:
        """What came here from an earlier step."""
        return shuffle.read(self.work(step), self.number if part is None else part, width=width)

    def taken_here(self, step: str, *, width: int) -> Rows:
        """What came back to this shard; others' rows come by the same part."""
        return self.of_shard(step, self.number, width=width)

    def of_shard(self, step: str, shard: int, *, width: int) -> Rows:
        """What went back to a shard, the documents' numbers first."""
        rows = self.taken(step, width=width, part=shard % self.parts)
        ours: Rows = rows[(rows[:, 0] >> BITS) == shard]
        return ours

    def give(self, rows: Rows, part: Rows, *, to: str | None = None) -> None:
        """Hands rows on to the next step, or puts them where a later one looks for them under that name."""
        folder = self.work(self.step + self._round if to is None else to)
        shuffle.write(folder, self.number, rows, part, self.parts)

    def tell(self, items: Iterable[Line], *, to: str | None = None) -> None:
        """Hands items with words on, as `give` does it with rows."""
        lines.write(self.work(self.step if to is None else to), self.number, items, self.parts)

    def told(self, step: str) -> Iterator[Any]:
        """The items that came here from an earlier step."""
        return lines.read(self.work(step), self.number)

    def part(self, name: str) -> int:
        """The part at which all meet that have to do with a name."""
        return part_named(name, self.parts)

    def home(self, numbers: Rows) -> Rows:
        """The parts by which rows go back to their shards."""
        parts: Rows = (numbers >> BITS) % self.parts
        return parts

    def work(self, step: str) -> Path:
        """Where a step leaves what it hands on."""
        return self.folder.path / self._work / step


Does = Callable[[At], Told]


def part_named(name: str, parts: int) -> int:
    """The part at which all meet that have to do with a name; half a surrogate pair is no problem."""
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int(part_of(np.array([int.from_bytes(digest, "big", signed=True)]), parts)[0])


def taken_step(header: Mapping[str, Any], steps: Mapping[str, Does]) -> Iterator[Frame]:
    """Does the step of that name, and yields what it counted."""
    at = At(header)
    with writing(at.folder.path):
        told = steps[at.step](at)
    yield Frame({"kind": "result", "result": told})
