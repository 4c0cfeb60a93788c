"""Sightings as rows: the entities of each document, and the blocks in which they have to be compared again."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import apsw

from lagebild.comparison.identities import Sighting, sightings_of
from lagebild.comparison.identities.sighting import company_word
from lagebild.language.load import Language
from lagebild.model.entity import EntityKind
from lagebild.model.findings import Findings

LANGUAGE = Language("de")
"""Whose tables tell names apart; reports in other languages name the same people."""


def told_of(connection: apsw.Connection, row: int) -> Sequence[tuple[Any, ...]]:
    """All that the rows of a document tell of its entities, before they are made again."""
    query = """select e.key, e.kind, e.name, e.known, e.code, e.office, e.mentions, s.block, s.company, s.gender,
                      s.statements
               from sightings s join entities e on e.document = s.document and e.key = s.entity
               where s.document = ? order by e.key"""
    return connection.execute(query, (row,)).fetchall()


def sight(
    connection: apsw.Connection, row: int, key: str, findings: Findings, *, before: Sequence[tuple[Any, ...]]
) -> None:
    """Writes the sightings of a document; those who may be concerned are compared again when asked for. Nobody is where
    all is as it was `before` (`told_of`), as after most judgements."""
    made = to_be_sighted(key, findings)
    there = dict(_homes(connection, row)) if before else {}
    blocks = [block for (block,) in connection.execute("select block from sightings where document = ?", (row,))]
    if before:
        connection.execute("delete from sightings where document = ?", (row,))
    query = "insert into sightings values (?, ?, ?, ?, ?, ?, ?)"
    connection.executemany(query, ((row, *values, there.get(values[0])) for values in made))
    if not before or before != told_of(connection, row):
        stale(connection, {*blocks, *(block for _, block, *_ in made)})


def _homes(connection: apsw.Connection, row: int) -> Sequence[tuple[Any, ...]]:
    return connection.execute("select entity, identity from sightings where document = ?", (row,)).fetchall()


def to_be_sighted(key: str, findings: Findings) -> list[tuple[Any, ...]]:
    """The rows that a document's findings make, without the document's number."""
    return sorted(
        (
            item.entity,
            item.block,
            company_word(item.kind, item.known or item.name, LANGUAGE),
            item.gender,
            item.statements,
        )
        for item in sightings_of(key, findings, LANGUAGE)
    )


def sighted(connection: apsw.Connection, row: int) -> list[tuple[Any, ...]]:
    """The rows that are there."""
    query = "select entity, block, company, gender, statements from sightings where document = ? order by entity"
    return list(connection.execute(query, (row,)))


def leave(connection: apsw.Connection, row: int) -> None:
    """Has all compared again whom a document speaks of that changes, or that a newer version replaces."""
    stale(
        connection, [block for (block,) in connection.execute("select block from sightings where document = ?", (row,))]
    )


def is_stale(connection: apsw.Connection) -> bool:
    """Whether somebody has to be compared again."""
    return connection.execute("select 1 from stale_blocks limit 1").fetchone() is not None


def renew(connection: apsw.Connection) -> None:
    """Has everybody compared again."""
    connection.execute("insert or ignore into stale_blocks select distinct block from sightings")
    connection.execute("insert or ignore into stale_blocks select distinct block from identities")


def in_block(connection: apsw.Connection, block: str) -> list[Sighting]:
    """The sightings of a block in current documents, with their company where anybody asks for it."""
    return list(_with_company(connection, "s.block = ?", block))


def of_identity(connection: apsw.Connection, key: str) -> list[Sighting]:
    """The sightings of an entity across documents, in current ones."""
    return list(_with_company(connection, "s.identity = ?", key))


def _with_company(connection: apsw.Connection, condition: str, value: str) -> Iterator[Sighting]:
    query = f"""select d.id, d.key, d.day, s.entity, e.kind, e.name, e.known, e.code, e.office, s.gender, s.block,
                       e.mentions, s.statements, s.company
                from sightings s join documents d on d.id = s.document
                join entities e on e.document = s.document and e.key = s.entity
                where {condition} and d.newer is null order by d.day is null, d.day, d.key, s.entity"""
    rows: list[Any] = connection.execute(query, (value,)).fetchall()
    documents = sorted({row[0] for row in rows if row[4] == EntityKind.PERSON or row[6] is None})
    company: dict[int, set[str]] = {}
    for document in documents:
        told = connection.execute("select company from sightings where document = ? and company <> ''", (document,))
        company[document] = {word for (word,) in told}
    for (
        number,
        document,
        day,
        entity,
        kind,
        name,
        known,
        code,
        office,
        gender,
        block,
        mentions,
        statements,
        own,
    ) in rows:
        asked = kind == EntityKind.PERSON or known is None
        yield Sighting(
            document, entity, kind, name, known, code, office, gender, date.fromisoformat(day) if day else None, block,
            mentions, statements, frozenset(company[number] - {own}) if asked else frozenset(),
        )  # fmt: skip


def stale(connection: apsw.Connection, blocks: Iterable[str]) -> None:
    """Has these blocks compared again."""
    connection.executemany("insert or ignore into stale_blocks values (?)", ((block,) for block in sorted(set(blocks))))


def people(connection: apsw.Connection, row: int) -> dict[str, str]:
    """The entity across documents of each entity of a document."""
    query = "select entity, identity from sightings where document = ? and identity is not null order by entity"
    return dict(connection.execute(query, (row,)))
