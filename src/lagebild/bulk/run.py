"""One run: what was asked for, its plan, and what is done of it by now."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lagebild.bulk.folder import Folder
from lagebild.bulk.plan import BYTES, Shard, read
from lagebild.errors import BulkError

SUMMED = ("documents", "repeated", "undated", "characters", "failed", "broken")
_FEW = 4
"""Parts into which a search is cut for a few reports too, so that all cores have work."""
_FIRST = 100
"""So many failures are kept to be told; all of them are in the tables."""


@dataclass(slots=True)
class Sums:
    """What is done so far. `shards` and `bytes` are of `all_shards` and `all_bytes`; `under_way` are documents of
    shards that are not finished, and `before` what an earlier call had done."""

    all_shards: int
    all_bytes: int
    shards: int = 0
    bytes: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    files: Counter[str] = field(default_factory=Counter)
    failures: list[Mapping[str, str]] = field(default_factory=list)
    under_way: Counter[int] = field(default_factory=Counter)
    before: int = 0
    interrupted: bool = False

    def add(self, line: Mapping[str, Any]) -> None:
        """One more shard that is done."""
        self.shards += 1
        self.bytes += line["bytes"]
        self.under_way.pop(line["shard"], None)
        self.counts.update({name: line[name] for name in SUMMED})
        self.rows.update(line["rows"])
        self.passed.update(line["passed"])
        self.files.update({name: file["bytes"] for name, file in line["files"].items()})
        self.failures.extend(line["failures"][: _FIRST - len(self.failures)])

    @property
    def complete(self) -> bool:
        """Whether all shards are done."""
        return self.shards == self.all_shards

    @property
    def failed(self) -> int:
        """Inputs that could not be read, by whose fault ever."""
        return self.counts["failed"] + self.counts["broken"]


@dataclass(frozen=True, slots=True)
class Run:
    """A run whose plan is made. `about` is what `run.json` holds."""

    folder: Folder
    about: Mapping[str, Any]

    @property
    def shards(self) -> int:
        """How many shards the plan has."""
        return int(self.about["plan"]["shards"])

    @property
    def breadth(self) -> int:
        """How many shards it would have, were those at the end no smaller: into so many parts a search may cut it."""
        return min(self.shards, _FEW + int(self.about["plan"]["bytes"]) // BYTES)

    def planned(self) -> Iterator[Shard]:
        """The shards of the plan."""
        with self.folder.plan.open(encoding="utf-8") as file:
            yield from read(file)

    def sums(self) -> Sums:
        """What is done by now."""
        sums = Sums(self.shards, int(self.about["plan"]["bytes"]))
        for line in self.folder.done(self.shards):
            sums.add(line)
        sums.before = sums.counts["documents"]
        return sums


def opened(out: Path) -> Run:
    """The run that a folder holds. Raises BulkError where it holds none."""
    folder = Folder(out)
    try:
        about = json.loads(folder.run.read_bytes())
        if about["what"] != "bulk":
            raise KeyError("what")
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise BulkError(f"{out}: holds no bulk run; `lagebild bulk INPUT… --out {out}` begins one") from problem
    return Run(folder, about)


def made_by(about: Mapping[str, Any]) -> str:
    """What took the documents apart, as it is kept with what was found."""
    asked = about["asked"]
    return f"lagebild {asked['version']}" + (
        f" with {asked['options']['engine']}" if asked["options"]["engine"] else ""
    )
