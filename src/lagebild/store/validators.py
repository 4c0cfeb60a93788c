"""What servers said of addresses, so that next time only what is new is asked for."""

from collections.abc import Iterator
from datetime import datetime

import apsw

from lagebild.reading.fetch.validators import Validator
from lagebild.store.moments import stamp


def keep(connection: apsw.Connection, validator: Validator, *, at: datetime) -> None:
    """Keeps the newest for each address."""
    query = """insert into validators values (?, ?, ?, ?) on conflict (address) do update
               set etag = excluded.etag, modified = excluded.modified, at = excluded.at"""
    connection.execute(query, (validator.address, validator.etag, validator.modified, stamp(at)))


def of(connection: apsw.Connection, address: str) -> Validator | None:
    """What was kept for the address."""
    query = "select address, etag, modified from validators where address = ?"
    row = connection.execute(query, (address,)).fetchone()
    return Validator(*row) if row else None


def every(connection: apsw.Connection) -> Iterator[Validator]:
    """All that are kept."""
    for row in connection.execute("select address, etag, modified from validators"):
        yield Validator(*row)
