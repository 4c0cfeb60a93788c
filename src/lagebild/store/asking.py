"""Questions in SQL from people: anything may be asked, nothing can be changed."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from lagebild.errors import UsageError
from lagebild.store.database import open_database

_ALLOWED = frozenset({apsw.SQLITE_SELECT, apsw.SQLITE_READ, apsw.SQLITE_FUNCTION, apsw.SQLITE_RECURSIVE})
_TELLING = frozenset({"table_info", "table_xinfo", "table_list", "index_list", "index_info", "user_version"})
"""Pragmas that only tell."""


_STEPS = 10_000
"""Of SQLite's machine, after which the clock is looked at."""
_LONGEST = 10_000_000


class Answer(NamedTuple):
    """The names of the columns, and the rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def ask(path: Path, query: str, values: Sequence[Any] = (), *, seconds: float | None = None) -> Answer:
    """The answer to one SELECT (or WITH, EXPLAIN, or a PRAGMA that only tells) over a connection of its own.

    Raises UsageError for a wrong, missing or second statement and for one that would change something or reach
    outside the base, StoreError as `open_database` does. With `seconds` a question that takes longer is wrong, too, and
    so is one that makes single values of more than 10 MB.
    """
    connection = open_database(path, write=False)
    if seconds is not None:
        end = time.monotonic() + seconds
        connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        connection.limit(apsw.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.authorizer = _authorizer
    try:
        cursor = connection.cursor()
        rows = cursor.execute(query, values, can_cache=False)
        columns = tuple(name for name, *_ in cursor.get_description())
    except apsw.ExecutionCompleteError:
        return Answer(_columns(connection, query), iter(()))
    except (apsw.Error, TypeError, ValueError) as problem:
        connection.close()
        raise UsageError(_wrong(problem, query)) from problem
    return Answer(columns, _read(connection, rows, query))


def _columns(connection: apsw.Connection, query: str) -> tuple[str, ...]:
    """The names of an answer without rows; raises UsageError for a text without a statement."""
    import apsw.ext

    try:
        told = apsw.ext.query_info(connection, query)
    except apsw.Error as problem:
        raise UsageError(_wrong(problem, query)) from problem
    finally:
        connection.close()
    if not told.description:
        raise UsageError('ask a question, such as "select speaker, words from statements limit 10"')
    return tuple(name for name, *_ in told.description)


def _read(connection: apsw.Connection, rows: Iterator[tuple[Any, ...]], query: str) -> Iterator[tuple[Any, ...]]:
    try:
        yield from rows
    except apsw.Error as problem:
        raise UsageError(_wrong(problem, query)) from problem
    finally:
        connection.close()


def _authorizer(action: int, first: str | None, second: str | None, database: str | None, trigger: str | None) -> int:
    del second, database, trigger
    if action in _ALLOWED or (action == apsw.SQLITE_PRAGMA and first in _TELLING):
        return int(apsw.SQLITE_OK)
    return int(apsw.SQLITE_DENY)


def _wrong(problem: Exception, query: str) -> str:
    if isinstance(problem, apsw.AuthError):
        return "only questions are allowed: nothing in the base can be changed, and no other file opened, from here"
    if isinstance(problem, apsw.InterruptError):
        return f"the question took too long; ask for less at once, or use `lagebild sql` (in {query.strip()[:80]!r})"
    words = str(problem).removeprefix("SQLError: ")
    return f"SQL: {words}; the tables and their columns stand in docs/base.md (in {query.strip()[:80]!r})"
