"""What waits for the end of a transaction, to be written all at once: indexes cost far less that way."""

from collections.abc import Callable, Iterable
from typing import Any
from weakref import WeakKeyDictionary

import apsw

Write = Callable[[apsw.Connection, list[Any]], None]
Mark = dict[Write, int]

_WAITING: WeakKeyDictionary[apsw.Connection, dict[Write, list[Any]]] = WeakKeyDictionary()


def later(connection: apsw.Connection, write: Write, items: Iterable[Any]) -> None:
    """Has `write` called with these items, and all others that wait for it, before the transaction ends."""
    _WAITING.setdefault(connection, {}).setdefault(write, []).extend(items)


def write_waiting(connection: apsw.Connection) -> None:
    """Writes what waits, in the order in which it came; whoever asks the indexes in between calls this first."""
    waiting = _WAITING.pop(connection, {})
    for write, items in waiting.items():
        write(connection, items)


def waiting_now(connection: apsw.Connection) -> Mark:
    """How much waits, for `take_back`."""
    return {write: len(items) for write, items in _WAITING.get(connection, {}).items()}


def take_back(connection: apsw.Connection, mark: Mark) -> None:
    """Forgets what came to wait since the mark was taken."""
    for write, items in _WAITING.get(connection, {}).items():
        del items[mark.get(write, 0) :]
