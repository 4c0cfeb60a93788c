"""Overview: a base in a few numbers, and what came in last."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import apsw


class Arrived(NamedTuple):
    """A document that came in, with how much was found in it."""

    key: str
    day: str | None
    publisher: str | None
    title: str | None
    added: str
    statements: int
    events: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Current documents only. `days` are documents by day of publication, `types` events by type, both counted;
    `publishers` the ten with most documents."""

    documents: int
    undated: int
    statements: int
    events: int
    entities: int
    failures: int
    judgements: int
    suggestions: int
    days: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    publishers: tuple[tuple[str, int], ...]
    arrived: tuple[Arrived, ...]


def overview(connection: apsw.Connection, *, newest: int = 8) -> Overview:
    """The base as it is now."""
    return Overview(
        documents=_one(connection, "select count(*) from documents where newer is null"),
        undated=_one(connection, "select count(*) from documents where newer is null and day is null"),
        statements=_one(connection, "select count(*) from attributions"),
        events=_one(connection, "select count(*) from events"),
        entities=_one(connection, "select count(*) from identities"),
        failures=_one(connection, "select count(*) from failures"),
        judgements=_one(connection, "select count(*) from judgements"),
        suggestions=_one(connection, "select count(*) from identity_suggestions"),
        days=_pairs(
            connection, "select day, count(*) from documents where newer is null and day is not null group by day"
        ),
        types=_pairs(connection, "select type, count(*) from events group by type order by count(*) desc, type"),
        publishers=_pairs(
            connection,
            """select publisher, count(*) from documents where newer is null and publisher is not null
               group by publisher order by count(*) desc, publisher limit 10""",
        ),
        arrived=_arrived(connection, newest),
    )


def state(connection: apsw.Connection) -> tuple[int, ...]:
    """Another value whenever documents, judgements, failures or entities across documents have changed."""
    queries = (
        "select coalesce(max(id), 0) from documents",
        "select coalesce(max(number), 0) from judgements",
        "select count(*) from failures",
        "select count(*) from identities",
    )
    return tuple(_one(connection, query) for query in queries)


def _arrived(connection: apsw.Connection, newest: int) -> tuple[Arrived, ...]:
    query = """select d.key, d.day, d.publisher, d.title, d.added,
                      (select count(*) from attributions a where a.document = d.id),
                      (select count(*) from events e where e.document = d.id)
               from documents d where d.newer is null order by d.id desc limit ?"""
    return tuple(map(Arrived._make, connection.execute(query, (newest,))))


def _one(connection: apsw.Connection, query: str) -> int:
    row: Any = connection.execute(query).fetchone()
    return int(row[0])


def _pairs(connection: apsw.Connection, query: str) -> tuple[tuple[str, int], ...]:
    return tuple((str(name), int(count)) for name, count in connection.execute(query))
