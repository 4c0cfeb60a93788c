"""What a connection has put into its base already; forgotten whenever something is taken back."""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

import apsw

_HELD = 200_000
"""So many items of a kind at most are remembered, so that an endless run does not hold ever more."""
_KNOWN: WeakKeyDictionary[apsw.Connection, dict[str, set[str]]] = WeakKeyDictionary()


def not_yet(connection: apsw.Connection, items: Iterable[str], kind: str) -> list[str]:
    """The items of a kind that this connection has not put in yet, each once; from now on they count as put in."""
    known = _KNOWN.setdefault(connection, {}).setdefault(kind, set())
    if len(known) > _HELD:
        known.clear()
    new = [item for item in dict.fromkeys(items) if item not in known]
    known.update(new)
    return new


def forget(connection: apsw.Connection) -> None:
    """Something that the connection put in was taken back: nothing counts as put in any more."""
    _KNOWN.pop(connection, None)
