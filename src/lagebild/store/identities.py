"""Entities across documents, asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.identities import Group, Join
from lagebild.comparison.identities.context import traits_of
from lagebild.comparison.identities.naming import plain
from lagebild.model.findings import Findings
from lagebild.store.sightings import LANGUAGE, of_identity

ORDERS = {
    "documents": "documents desc, statements desc, name, key",
    "statements": "statements desc, documents desc, name, key",
    "name": "plain, key",
    "first": "first_day, name, key",
    "last": "last_day desc, name, key",
}
"""What a list may be ordered by."""
SHORTEST_KEY = 4
"""Fewer letters of a key are taken for a name."""
_COLUMNS = "key, kind, name, known, code, office, documents, statements, mentions, first_day, last_day, decided"


class Identity(NamedTuple):
    """One entity across documents, as lists show it."""

    key: str
    kind: str
    name: str
    known: str | None
    code: str | None
    office: str | None
    documents: int
    statements: int
    mentions: int
    first_day: str | None
    last_day: str | None
    decided: bool


class Place(NamedTuple):
    """Where one is: a document with the name that it uses, and "document/entity" to split it off by."""

    day: str | None
    publisher: str | None
    title: str | None
    name: str
    office: str | None
    statements: int
    ref: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entities are meant; everything given must hold. `name` is any part of a name in any spelling of accents."""

    kinds: tuple[str, ...] = ()
    name: str | None = None
    codes: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    least: int = 1
    decided: bool = False
    order: str = "documents"

    def where(self) -> tuple[str, list[Any]]:
        """An SQL condition on `identities` with its values."""
        conditions, values = ["documents >= ?"], list[Any]([self.least])
        for column, allowed in (("kind", self.kinds), ("code", self.codes)):
            if allowed:
                conditions.append(f"{column} in ({', '.join('?' * len(allowed))})")
                values.extend(allowed)
        if self.name:
            conditions.append("instr(plain, ?) > 0")
            values.append(plain(self.name))
        if self.since:
            conditions.append("last_day >= ?")
            values.append(self.since.isoformat())
        if self.until:
            conditions.append("first_day <= ?")
            values.append(self.until.isoformat())
        if self.decided:
            conditions.append("decided")
        return " and ".join(conditions), values


def listed(connection: apsw.Connection, asked: Asked, *, limit: int | None = None, skip: int = 0) -> Iterator[Identity]:
    """The entities meant, in the order asked for, without the first `skip`."""
    condition, values = asked.where()
    query = f"select {_COLUMNS} from identities where {condition} order by {ORDERS[asked.order]} limit ? offset ?"
    for row in connection.execute(query, (*values, -1 if limit is None else limit, skip)):
        yield _identity(row)


def named(connection: apsw.Connection, words: str) -> list[Identity]:
    """Those whose key begins so; else those of that name, the most frequent first."""
    if any("\ud800" <= mark <= "\udfff" for mark in words):
        return []  # half a surrogate pair, which no name in a file has
    query = f"select {_COLUMNS} from identities where {{}} order by {ORDERS['documents']}"
    if len(words) > SHORTEST_KEY and words.startswith("n"):
        found = list(map(_identity, connection.execute(query.format("key glob ?"), (f"{_literal(words)}*",))))
        if found:
            return found
    condition = "plain = ? or known = ? or code = ? and kind in ('state', 'organisation')"
    return list(map(_identity, connection.execute(query.format(condition), (plain(words), words, words.upper()))))


def group(connection: apsw.Connection, key: str) -> Group | None:
    """An entity with everything that is known of it; None where there is none of that key."""
    row: Any = connection.execute("select kind, name, known from identities where key = ?", (key,)).fetchone()
    if row is None:
        return None
    members = of_identity(connection, key)
    query = "select one, other, score, reason from identity_joins where identity = ? order by number"
    joins = tuple(Join(*values) for values in connection.execute(query, (key,)))
    kind, name, known = row
    return Group(key, kind, name, known, traits_of(members, LANGUAGE), tuple(members), joins)


def places(connection: apsw.Connection, key: str) -> Iterator[Place]:
    """Where an entity is, the newest document first."""
    query = """select d.day, d.publisher, d.title, e.name, e.office, s.statements, d.key || '/' || s.entity
               from sightings s join documents d on d.id = s.document
               join entities e on e.document = s.document and e.key = s.entity
               where s.identity = ? and d.newer is null order by d.day desc, d.key"""
    return map(Place._make, connection.execute(query, (key,)))


def suggested(connection: apsw.Connection, key: str | None = None) -> list[tuple[Identity, Identity, float, str]]:
    """Pairs that may be one, the likeliest first; those of one entity with `key`."""
    condition = "1" if key is None else "one = ?1 or other = ?1"
    query = (
        f"select one, other, score, reason from identity_suggestions where {condition} order by score desc, one, other"
    )
    told = list(connection.execute(query, () if key is None else (key,)))
    return [
        (one, other, score, reason)
        for first, second, score, reason in told
        if (one := _with_key(connection, first)) is not None and (other := _with_key(connection, second)) is not None
    ]


def renamed(connection: apsw.Connection, row: int) -> dict[str, str]:
    """What people call entities of a document, where they gave them a name."""
    query = """select s.entity, i.renamed from sightings s join identities i on i.key = s.identity
               where s.document = ? and i.renamed is not null"""
    return dict(connection.execute(query, (row,)))


def renamed_findings(connection: apsw.Connection, row: int, findings: Findings) -> Findings:
    """The findings with the names that people gave entities across documents as their usual ones."""
    names = renamed(connection, row)
    if not names:
        return findings
    entities = tuple(replace(item, known=names.get(item.key, item.known)) for item in findings.entities)
    return replace(findings, entities=entities)


def _identity(row: Sequence[Any]) -> Identity:
    return Identity._make((*row[:-1], bool(row[-1])))


def _with_key(connection: apsw.Connection, key: str) -> Identity | None:
    row = connection.execute(f"select {_COLUMNS} from identities where key = ?", (key,)).fetchone()
    return None if row is None else _identity(row)


def _literal(words: str) -> str:
    """The words without what GLOB gives a meaning."""
    return "".join(f"[{mark}]" if mark in "*?[" else mark for mark in words)
