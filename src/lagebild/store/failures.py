"""Inputs that could not be read, with the reason, until they can."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

import apsw

from lagebild.store.moments import moment, stamp


class Failed(NamedTuple):
    """One input that could not be read: since when, how often tried, and how to try again.

    `source` is what was named on the command line, `options` the JSON of how it was to be read.
    """

    origin: str
    reason: str
    source: str
    options: str
    first: datetime
    last: datetime
    times: int


def note(connection: apsw.Connection, origin: str, reason: str, *, source: str, options: str, at: datetime) -> None:
    """Keeps a failure; one that is known already counts once more, with the newest reason."""
    query = """insert into failures values (?1, ?2, ?3, ?4, ?5, ?5, 1) on conflict (origin) do update
               set reason = excluded.reason, source = excluded.source, options = excluded.options,
                   last = excluded.last, times = times + 1"""
    connection.execute(query, (_plain(origin), _plain(reason), _plain(source), options, stamp(at)))


def strike(connection: apsw.Connection, origin: str) -> None:
    """Takes a failure out, since the input could be read now."""
    connection.execute("delete from failures where origin = ?", (_plain(origin),))


def strike_older(connection: apsw.Connection, source: str, *, since: datetime) -> None:
    """Takes out the failures of a source that did not come again in a run that began at `since`."""
    connection.execute("delete from failures where source = ? and last < ?", (_plain(source), stamp(since)))


def every(connection: apsw.Connection) -> Iterator[Failed]:
    """All failures, the newest last."""
    query = "select origin, reason, source, options, first, last, times from failures order by last, origin"
    for origin, reason, source, options, first, last, times in connection.execute(query):
        yield Failed(origin, reason, source, options, moment(first), moment(last), times)


def _plain(words: str) -> str:
    """File names may hold bytes that are no text."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")
