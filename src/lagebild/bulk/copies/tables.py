"""The tables in which copies are told."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from lagebild.bulk.folder import Folder
from lagebild.export.parquet import Sheet
from lagebild.model.holding import Holding
from lagebild.tables import Column, Kind, Row, Table


def _none(holding: Holding) -> Iterator[Row]:
    del holding
    yield from ()


COPIES = Table(
    "copies",
    "groups of documents that are one report: one row for each document of a group",
    (
        Column("origin", Kind.TEXT, "key of the group's first document, by which the group goes"),
        Column("document", Kind.TEXT, "key of the document"),
        Column("shard", Kind.INTEGER, "the shard that it is in"),
        Column("published", Kind.DAY, "its day of publication"),
        Column("role", Kind.TEXT, "`first`; `tie` where nothing tells which of several was first; `copy`"),
    ),
    _none,
)
PAIRS = Table(
    "copy_pairs",
    "documents that have text in common",
    (
        Column("document", Kind.TEXT, "key of the one document"),
        Column("other", Kind.TEXT, "key of the other"),
        Column("relation", Kind.TEXT, "`copy`, `agency` or `excerpt`"),
        Column("share", Kind.REAL, "which part of the one's words stands in the other"),
        Column("other_share", Kind.REAL, "which part of the other's words stands in the one"),
        Column("words", Kind.INTEGER, "how many words they have in common"),
    ),
    _none,
)
REPEATS = Table(
    "repeats",
    "documents that stand in several shards: one row for each further time",
    (
        Column("document", Kind.TEXT, "key of the document"),
        Column("shard", Kind.INTEGER, "the shard in which it stands again"),
        Column("first", Kind.INTEGER, "the shard in which it stands first"),
    ),
    _none,
)
TABLES = (COPIES, PAIRS, REPEATS)


def sums_of(folder: Folder) -> Path:
    """The file that says how many copies there are: only with it the tables are whole."""
    return folder.path / "copies.json"


def forget(folder: Folder) -> None:
    """Takes away what was found before, the word that it is whole first. Raises OSError."""
    sums_of(folder).unlink(missing_ok=True)
    for table in TABLES:
        shutil.rmtree(folder.path / table.name, ignore_errors=True)


def written(table: Table, folder: Folder, number: int, rows: Iterable[Row]) -> None:
    """One file of a table, which appears when it is whole. Raises OSError."""
    target = folder.table(table.name, number)
    target.parent.mkdir(exist_ok=True)
    draft: Path = target.with_name(f".{target.name}.part")
    with draft.open("wb") as file:
        sheet = Sheet(table, file)
        for row in rows:
            sheet.add(row)
        sheet.flush()
        sheet.close()
    draft.replace(target)
