"""Writes and reads single documents with their findings."""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from hashlib import blake2b
from typing import Any, NamedTuple

import apsw

from lagebild.errors import InputError, StoreError
from lagebild.model.codec import decode
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding
from lagebild.model.keys import document_key
from lagebild.model.packing import unpacked
from lagebild.store import identities, judgements, origins, sightings
from lagebild.store.claims.stale import stale
from lagebild.store.moments import moment, stamp
from lagebild.store.projection import COLUMNS, rows_of
from lagebild.store.search.index import index_names, index_text
from lagebild.store.selection import Selection

OWN_ID = "id"
"""What `Document.known_from` calls an id that its maker gave."""
_DIGEST = 16


class Stored(NamedTuple):
    """A row of `documents`."""

    id: int
    key: str
    given: str
    own_id: int
    title: str | None
    day: str | None
    language: str
    url: str | None
    publisher: str | None
    author: str | None
    origin: str | None
    known_from: str
    characters: int
    added: str
    engine: str
    newer: int | None


def insert(
    connection: apsw.Connection, findings: Findings, found: bytes, *, engine: str, added: datetime, origin: str | None
) -> int:
    """Stores a document that is not there yet, with its findings, and returns its row; inside a transaction.

    Raises InputError for a text that holds half of a surrogate pair, which no file can hold.
    """
    document = findings.document
    own = any(field == OWN_ID for field, _ in document.known_from)
    values = (
        None, document_key(document), document.id, own, document.title, _iso(document.date), document.language,
        document.url, document.publisher, document.author, origin, _json(document.known_from),
        len(document.text), stamp(added), engine, None,
    )  # fmt: skip
    try:
        digest = digest_of(document.text)
        marks = ", ".join("?" * len(Stored._fields))
        connection.execute(f"insert into documents ({', '.join(Stored._fields)}) values ({marks})", values)
    except UnicodeEncodeError as problem:
        half = problem.object[problem.start]
        raise InputError(f"holds half of a surrogate pair ({half!r}), which is no text") from None
    row = connection.last_insert_rowid()
    connection.execute("insert into pages values (?, ?, ?, ?)", (row, document.text, digest, found))
    index_text(connection, row, findings)
    return row


def project(connection: apsw.Connection, row: int, findings: Findings, *, key: str, fresh: bool = False) -> Findings:
    """Makes the record rows of a document from its findings and the judgements on it; returns the judged findings.

    With `fresh` there are none yet to be taken away.
    """
    stale(connection, row)
    effective, standing = judgements.applied(connection, key, findings)
    index_names(connection, effective)
    before = () if fresh else sightings.told_of(connection, row)
    for table, rows in rows_of(effective, standing).items():
        if not fresh:
            connection.execute(f"delete from {table} where document = ?", (row,))
        if rows:
            connection.executemany(_insertion(table), ((row, *values) for values in rows))
    sightings.sight(connection, row, key, effective, before=before)
    return effective


def found_again(connection: apsw.Connection, row: int, findings: Findings, found: bytes, *, engine: str) -> None:
    """Puts the findings of a newer engine in the place of the old."""
    connection.execute("update pages set found = ? where document = ?", (found, row))
    index_text(connection, row, findings, again=True)  # what is furniture may have changed
    connection.execute("update documents set engine = ? where id = ?", (engine, row))


def stored(connection: apsw.Connection, key: str) -> Stored | None:
    """The row of a document, by its key."""
    return next(_rows(connection, "d.key = ?", (key,)), None)


def with_row(connection: apsw.Connection, row: int) -> Stored | None:
    """The row of a document, by its number."""
    return next(_rows(connection, "d.id = ?", (row,)), None)


def all_stored(connection: apsw.Connection, selection: Selection) -> Iterator[Stored]:
    """The rows of the documents meant, by day (undated first) and key: the same order in every base."""
    condition, values = selection.where()
    return _rows(connection, condition, values, order="d.day, d.key")


def count(connection: apsw.Connection, selection: Selection) -> int:
    """How many documents are meant."""
    condition, values = selection.where()
    row = connection.execute(f"select count(*) from documents d where {condition}", values).fetchone()
    return int(row[0]) if row else 0


def predecessor(connection: apsw.Connection, document: Document) -> Stored | None:
    """The current version that this document would take the place of: the same address, or the same id of its maker's.

    The maker's id counts within one publisher only; a file's name never does.
    """
    if document.url:
        found = next(_rows(connection, "d.url = ? and d.newer is null", (document.url,)), None)
        if found:
            return found
    if any(field == OWN_ID for field, _ in document.known_from):
        condition = "d.given = ? and d.own_id and d.publisher is ? and d.newer is null"
        return next(_rows(connection, condition, (document.id, document.publisher)), None)
    return None


def page(connection: apsw.Connection, row: Stored) -> tuple[str, bytes]:
    """The text of a document, and its findings as they are kept. Raises StoreError where there is none."""
    found = connection.execute("select text, found from pages where document = ?", (row.id,)).fetchone()
    if found is None:
        raise StoreError(f"document {row.key}: its text is missing; `lagebild check` says what else is")
    return found[0], found[1]


def raw_findings(connection: apsw.Connection, row: Stored) -> Findings:
    """What the engine found, before any judgement. Raises StoreError where the page cannot be read."""
    return findings_of(row, *page(connection, row))


def findings_of(row: Stored, text: str, found: bytes) -> Findings:
    """The same of a page that has been read."""
    try:
        findings = decode(unpacked(found, text))
    except (KeyError, TypeError, ValueError, zlib.error) as problem:
        remedy = "`lagebild reread` makes them anew"
        raise StoreError(f"document {row.key}: its findings cannot be read ({problem}); {remedy}") from problem
    return replace(findings, document=replace(findings.document, origin=row.origin))


def holding(connection: apsw.Connection, row: Stored, *, as_of: date | None = None) -> Holding:
    """The document with its judged findings and what is known around it; of copies, with `as_of`, what was known
    then."""
    findings, standing = judgements.applied(connection, row.key, raw_findings(connection, row))
    findings = identities.renamed_findings(connection, row.id, findings)
    newer = connection.execute("select key from documents where id = ?", (row.newer,)).fetchone() if row.newer else None
    return Holding(
        key=row.key,
        findings=findings,
        added=moment(row.added),
        engine=row.engine,
        standing=standing,
        origin=origins.origin_of(connection, row.id, as_of=as_of),
        people=sightings.people(connection, row.id),
        judgements=tuple(judgements.of_document(connection, row.key)),
        newer=newer[0] if newer else None,
    )


def digest_of(text: str) -> bytes:
    """What `check` compares: BLAKE2b-128 of the text in UTF-8."""
    return blake2b(text.encode("utf-8"), digest_size=_DIGEST).digest()


def _rows(
    connection: apsw.Connection, condition: str, values: Sequence[Any], *, order: str = "d.id"
) -> Iterator[Stored]:
    columns = ", ".join(f"d.{name}" for name in Stored._fields)
    query = f"select {columns} from documents d where {condition} order by {order}"
    return map(Stored._make, connection.execute(query, values))


def _insertion(table: str) -> str:
    columns = COLUMNS[table].split()
    marks = ", ".join("?" * (len(columns) + 1))
    return f"insert into {table} (document, {', '.join(columns)}) values ({marks})"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _json(known_from: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(dict(known_from), ensure_ascii=False, separators=(",", ":"))


def beginnings(connection: apsw.Connection, keys: Iterable[str], *, length: int = 90) -> dict[str, str]:
    """How the texts of documents begin, by key: what they go by where they have no title."""
    query = """select d.key, substr(ltrim(p.text), 1, ?) from documents d join pages p on p.document = d.id
               where d.key in (select value from json_each(?))"""
    return dict(connection.execute(query, (length, json.dumps(sorted(keys)))))
