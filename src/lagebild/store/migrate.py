"""Applies the numbered files of schema/ once each, in their order."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import apsw

from lagebild.errors import StoreError

MARK = 0x4C614265
"""What SQLite calls the application id: "LaBe"."""


@cache
def steps() -> tuple[tuple[int, str, str], ...]:
    """(number, name, SQL) of every step, in order; the numbers are 1, 2, 3 …"""
    found = sorted(
        (int(file.name[:4]), file.name, file.read_text("utf-8"))
        for file in (files("lagebild.store") / "schema").iterdir()
        if file.name.endswith(".sql")
    )
    assert [number for number, _, _ in found] == list(range(1, len(found) + 1)), "numbers of schema files"
    return tuple(found)


def version_of(connection: apsw.Connection, path: Path, *, exact: bool = False) -> int:
    """The number of the last step that the file has seen.

    Raises StoreError for a file that is newer than this program and, with `exact`, for one that is older.
    """
    version = int(connection.pragma("user_version"))
    newest = steps()[-1][0]
    if version > newest:
        raise StoreError(
            f"{path}: was made by a newer Lagebild (its schema is {version}, this program knows {newest}); "
            "update the program"
        )
    if exact and version < newest:
        raise StoreError(
            f"{path}: was made by an older Lagebild (its schema is {version}, this program's {newest}) and cannot be "
            f"written; `lagebild check --db {path}` on a copy of yours brings it up to date"
        )
    return version


def migrated(connection: apsw.Connection, path: Path) -> int:
    """Brings the file to the newest schema and returns how many steps that took; each step happens whole or not."""
    taken = 0
    if version_of(connection, path) == steps()[-1][0]:
        return taken
    connection.execute("begin immediate")
    try:
        version = version_of(connection, path)  # another program may have been quicker
        for number, _, sql in steps():
            if number > version:
                connection.execute(sql)
                taken += 1
        connection.pragma("application_id", MARK)
        connection.pragma("user_version", steps()[-1][0])
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")
    return taken
