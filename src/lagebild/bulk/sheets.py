"""Sheets: the files of one shard while they are being written."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing, nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from lagebild.bulk.folder import Folder
from lagebild.bulk.places import whole
from lagebild.bulk.records import FAILURES, FINDINGS, RECORDS, SHEETS
from lagebild.export.parquet import Sheet
from lagebild.model.holding import Holding
from lagebild.tables import Row, Table

_ROWS = 5_000
_CHARACTERS = 4_000_000
"""A row group of a shard is smaller than that of an export: sixteen tables of them are held by each worker."""


class Sheets:
    """One Parquet file for each table, called like it, in a folder that is there. Raises OSError where none fits."""

    def __init__(self, folder: Path) -> None:
        self._stack = ExitStack()
        self._sheets: dict[str, Sheet] = {}
        for table in SHEETS:
            file = self._stack.enter_context((folder / f"{table.name}.parquet").open("wb"))
            self._sheets[table.name] = Sheet(table, file, rows=_ROWS, characters=_CHARACTERS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._stack:
            if kind is None:
                self._each(Sheet.flush)
            with nullcontext() if kind is None else suppress(OSError, ValueError):
                self._each(Sheet.close)

    def document(self, holding: Holding, found: str) -> None:
        """A document with all its records, and its findings as `records.found` has them."""
        for table in RECORDS:
            sheet = self._sheets[table.name]
            for row in table.rows(holding):
                sheet.add(row)
        self._sheets[FINDINGS.name].add((holding.key, holding.findings.document.origin, found))

    def failure(self, row: Row) -> None:
        """A row of `failures`."""
        self._sheets[FAILURES.name].add(row)

    @property
    def rows(self) -> dict[str, int]:
        """How many rows each table has by now."""
        return {name: sheet.count for name, sheet in self._sheets.items()}

    def _each(self, does: Callable[[Sheet], None]) -> None:
        for sheet in self._sheets.values():
            does(sheet)


def written(table: Table, folder: Folder, number: int, rows: Iterable[Row]) -> None:
    """One file of a table, which appears when it is whole; where it fails nothing is left. Raises OSError."""
    target = folder.table(table.name, number)
    target.parent.mkdir(exist_ok=True)
    with whole(target, target.with_name(f".{target.name}.part")) as file, closing(Sheet(table, file)) as sheet:
        for row in rows:
            sheet.add(row)
        sheet.flush()
