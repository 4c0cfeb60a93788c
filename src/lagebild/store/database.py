"""Opens the file: who made it, how old it is, whether it can be written; what goes wrong, in words that help."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from lagebild.errors import StoreError
from lagebild.store.migrate import MARK, migrated, version_of
from lagebild.store.remembered import forget
from lagebild.store.waiting import take_back, waiting_now, write_waiting

WAIT_MS = 30_000
"""How long a write waits for another program's."""
CACHE_KB = 64_000
"""Pages of the file that a writer holds in memory at most."""
STATEMENTS = 800
"""Prepared statements that a writer keeps. Each row that is written counts, and those of a document are some 300."""
_KIND = b"SQLite format 3\x00"


def open_database(path: Path, *, write: bool = True, make: bool = True) -> apsw.Connection:
    """The connection to the base at `path`, brought to the newest schema; it is made where there is none and `make`.

    WAL, so that readers go on while one writes. With `write=False` nothing in the file can be changed, and a file
    that may not be written, or lies in a folder that may not, can still be read. Raises StoreError, which says what to
    do, for a file that is no base, is newer than this program, broken, locked, or out of reach.
    """
    _check_kind(path, make=make and write)
    with said(path):
        connection = _connected(path, write=write, make=make)
    try:
        with said(path):
            connection.set_busy_timeout(WAIT_MS)
            _check_maker(connection, path)
            if write:
                connection.pragma("journal_mode", "wal")
                # A killed process loses nothing; only a power cut may take the last documents, never break the file.
                connection.pragma("synchronous", "normal")
                connection.pragma("foreign_keys", True)
                # Half the time of the writes that looking for copies makes all over its tables, at 100,000 documents.
                connection.pragma("cache_size", -CACHE_KB)
                # What a part of a transaction would have to take back is kept in memory, not in a file for each part.
                connection.pragma("temp_store", "memory")
                migrated(connection, path)
            else:
                connection.pragma("query_only", True)
                version_of(connection, path, exact=True)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turns the errors of SQLite inside the block into StoreError with the file's name and what to do."""
    try:
        yield
    except apsw.Error as problem:
        raise StoreError(f"{path}: {_words(problem)}") from problem


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """All inside happens or nothing does; other writers wait. Inside another one it is a part of that."""
    if connection.in_transaction:
        with _part(connection):
            yield
        return
    connection.execute("begin immediate")
    try:
        yield
        commit(connection)
    except BaseException:
        roll_back(connection)
        raise


@contextmanager
def _part(connection: apsw.Connection) -> Iterator[None]:
    mark = waiting_now(connection)
    connection.execute("savepoint part")
    try:
        yield
    except BaseException:
        forget(connection)
        # Where the disk is full SQLite may have taken back all of the transaction, not this part alone.
        take_back(connection, mark if connection.in_transaction else {})
        if connection.in_transaction:
            connection.execute("rollback to part")
            connection.execute("release part")
        raise
    connection.execute("release part")


def commit(connection: apsw.Connection) -> None:
    """Ends the transaction: what waits for that is written, and all of it is safe."""
    write_waiting(connection)
    connection.execute("commit")


def roll_back(connection: apsw.Connection) -> None:
    """Ends the transaction as if it had never begun; nothing happens where SQLite has done so already."""
    forget(connection)
    take_back(connection, {})
    if connection.in_transaction:
        connection.execute("rollback")


def _connected(path: Path, *, write: bool, make: bool) -> apsw.Connection:
    if write:
        flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if make else 0)
        return apsw.Connection(str(path), flags=flags, statementcachesize=STATEMENTS)
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        connection.execute("select count(*) from sqlite_schema").fetchall()
        return connection
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        # WAL wants to write beside the file even to read; where the folder forbids it the file as it lies is read.
        uri = f"{path.resolve().as_uri()}?immutable=1"
        return apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)


def _check_kind(path: Path, *, make: bool) -> None:
    """Refuses, before SQLite touches anything, what cannot be a base."""
    try:
        if path.is_dir():
            raise StoreError(f"{path}: is a folder; name a file, such as {path / 'lagebild.db'}")
        if not path.exists():
            if not make:
                raise StoreError(f"{path}: there is no such base; `lagebild add … --db {path}` makes one")
            if not path.absolute().parent.is_dir():
                raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")
            return
        with path.open("rb") as file:
            head = file.read(len(_KIND))
    except OSError as problem:
        raise StoreError(f"{path}: cannot be opened: {problem.strerror or problem}") from problem
    if head and head != _KIND:
        raise StoreError(f"{path}: is no Lagebild base (nor any SQLite file); name another file with --db")


def _check_maker(connection: apsw.Connection, path: Path) -> None:
    mark = connection.pragma("application_id")
    if mark == MARK:
        return
    if connection.execute("select count(*) from sqlite_schema").fetchone() != (0,):
        raise StoreError(f"{path}: is an SQLite file of another program; name another file with --db")


def _words(problem: apsw.Error) -> str:
    for kinds, words in _REASONS:
        if isinstance(problem, kinds):
            return words
    return str(problem)


_REASONS: tuple[tuple[tuple[type[apsw.Error], ...], str], ...] = (
    ((apsw.FullError,), "the disk is full; nothing was damaged: free some space and run the same command again"),
    (
        (apsw.BusyError, apsw.LockedError),
        "another program is writing to it and did not stop for 30 seconds; wait until it is done, then try again",
    ),
    ((apsw.ReadOnlyError,), "may not be written; copy it to a place of your own, or ask its owner"),
    ((apsw.CantOpenError, apsw.PermissionsError), "cannot be opened; check that the folder exists and is yours"),
    ((apsw.AuthError,), "may not be changed from here: only reading is allowed"),
    (
        (apsw.CorruptError, apsw.NotADBError),
        "is damaged; take your last backup (`lagebild backup` makes them), or `lagebild check` to see what is whole",
    ),
    ((apsw.IOError,), "the disk does not answer as it should; check it, then run `lagebild check`"),
)
