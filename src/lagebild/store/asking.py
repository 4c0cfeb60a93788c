"""Questions in SQL from people: anything may be asked, nothing can be changed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from lagebild.errors import UsageError
from lagebild.store.database import open_database

_ALLOWED = frozenset({apsw.SQLITE_SELECT, apsw.SQLITE_READ, apsw.SQLITE_FUNCTION, apsw.SQLITE_RECURSIVE})
_TELLING = frozenset({"table_info", "table_xinfo", "table_list", "index_list", "index_info", "user_version"})
"""Pragmas that only tell."""


class Answer(NamedTuple):
    """The names of the columns, and the rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def ask(path: Path, query: str, values: Sequence[Any] = ()) -> Answer:
    """The answer to one SELECT (or WITH, EXPLAIN, or a PRAGMA that only tells) over a connection of its own.

    Raises UsageError for a wrong, missing or second statement and for one that would change something or reach
    outside the base, StoreError as `open_database` does.
    """
    connection = open_database(path, write=False)
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
    words = str(problem).removeprefix("SQLError: ")
    return f"SQL: {words}; the tables and their columns stand in docs/base.md (in {query.strip()[:80]!r})"
