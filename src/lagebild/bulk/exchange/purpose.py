"""Purpose: what steps are for, and what they leave in a run's folder."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lagebild.bulk.folder import Folder
from lagebild.tables import Table


class Step(NamedTuple):
    """A step by name: whether its jobs are on shards or on parts, and whose rows nobody needs behind it."""

    name: str
    on_shards: bool
    frees: tuple[str, ...] = ()


class Purpose(NamedTuple):
    """`unit` is the function that children call ("module:function"); `tables` are written by its steps, of which
    `stars` is taken in rounds."""

    name: str
    unit: str
    steps: Sequence[Step]
    tables: Sequence[Table]

    @property
    def work(self) -> str:
        """The folder of what is under way."""
        return f"{self.name}-work"

    def sums_in(self, folder: Folder) -> Path:
        """The file with the sums: only with it the tables are whole."""
        return folder.path / f"{self.name}.json"

    def found_in(self, folder: Folder) -> dict[str, Any] | None:
        """The sums of what was found; None where nothing is whole."""
        try:
            sums: dict[str, Any] = json.loads(self.sums_in(folder).read_bytes())
        except FileNotFoundError:
            return None
        return sums

    def forget(self, folder: Folder) -> None:
        """Takes away what was found before, the word that it is whole first, and what is under way. Raises OSError."""
        self.sums_in(folder).unlink(missing_ok=True)
        for name in (self.work, *(table.name for table in self.tables)):
            shutil.rmtree(folder.path / name, ignore_errors=True)
