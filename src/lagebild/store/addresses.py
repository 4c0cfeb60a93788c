"""What a person names a document or record by: its key or the beginning of it, "DOCUMENT/RECORD" for a record."""

from typing import NamedTuple

import apsw

from lagebild.errors import UsageError

_LEAST = 4
_SHOWN = 5


class Address(NamedTuple):
    """A document's key, and the key or "start-stop" of one of its records as it was given (None: the document)."""

    document: str
    record: str | None


def resolved(connection: apsw.Connection, given: str) -> Address:
    """The document that is meant. Raises UsageError where there is none, or where several begin like this."""
    start, _, record = given.strip().partition("/")
    if len(start) < _LEAST:
        raise UsageError(f"{given!r} names nothing; `lagebild find` prints the id of each row")
    query = "select key from documents where key >= ? and key < ? order by key limit ?"
    keys = [key for (key,) in connection.execute(query, (start, start + "\U0010ffff", _SHOWN + 1))]
    if start in keys or len(keys) == 1:
        return Address(start if start in keys else keys[0], record or None)
    if not keys:
        raise UsageError(f"there is no document {start!r}; `lagebild find` prints the id of each row")
    raise UsageError(f"{start!r} is the beginning of several: {', '.join(keys[:_SHOWN])} …; give more of it")
