"""The folder of a run: where everything lies, and which run it belongs to.

run.json          what was asked for: inputs, options, versions; written first
plan.jsonl        the shards, a line for each
TABLE/00000012.parquet
shards/00000/00000012.json   a shard's line of the manifest: only with it the shard is done
manifest.jsonl    these lines in order, when all are done
manifest.json     the sums; written last
work/             what is under way
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lagebild.errors import BulkError

_EACH = 1_000
"""Shards whose lines lie in one folder."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The places in it; nothing is made."""

    path: Path

    @property
    def run(self) -> Path:
        """What was asked for."""
        return self.path / "run.json"

    @property
    def plan(self) -> Path:
        """The shards."""
        return self.path / "plan.jsonl"

    @property
    def manifest(self) -> Path:
        """The sums."""
        return self.path / "manifest.json"

    @property
    def lines(self) -> Path:
        """The lines of all shards."""
        return self.path / "manifest.jsonl"

    @property
    def work(self) -> Path:
        """What is under way."""
        return self.path / "work"

    @property
    def lock(self) -> Path:
        """Held by whoever is at work."""
        return self.path / ".lock"

    @property
    def marks(self) -> Path:
        """The lines of shards that are done."""
        return self.path / "shards"

    def table(self, name: str, shard: int) -> Path:
        """A table's file of a shard."""
        return self.path / name / f"{shard:08}.parquet"

    def mark(self, shard: int) -> Path:
        """A shard's line."""
        return self.marks / f"{shard // _EACH:05}" / f"{shard:08}.json"

    def known(self, run: str) -> None:
        """Makes sure that this is the folder of that run, seen from wherever we are. Raises BulkError else."""
        try:
            found = json.loads(self.run.read_bytes())["run"]
        except (OSError, ValueError, KeyError) as problem:
            raise BulkError(
                f"{self.path}: cannot be seen by a worker; every machine has to reach the folder under this name"
            ) from problem
        if found != run:
            raise BulkError(f"{self.path}: another run has taken this folder meanwhile")

    def line(self, shard: int) -> dict[str, Any] | None:
        """The line of a shard that is done, None for another."""
        try:
            line: dict[str, Any] = json.loads(self.mark(shard).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as problem:
            raise BulkError(
                f"{self.mark(shard)}: cannot be read ({problem}); delete it to have the shard read again"
            ) from problem
        return line

    def done(self, shards: int) -> Iterator[dict[str, Any]]:
        """The lines of the shards that are done, in their order."""
        for shard in range(shards):
            line = self.line(shard)
            if line is not None:
                yield line


def is_run(path: Path) -> bool:
    """Whether a folder is that of a bulk run."""
    folder = Folder(path)
    return folder.run.is_file() and folder.plan.is_file()
