"""Is the base sound: the file itself, each text, each record's words, and the rows made from the findings."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import apsw

from lagebild.errors import EvidenceError, StoreError
from lagebild.model.codec import encode
from lagebild.store import comparing, documents, judgements, sightings
from lagebild.store.evidence import verified
from lagebild.store.projection import COLUMNS, rows_of
from lagebild.store.search.index import is_indexed
from lagebild.store.selection import Selection


class Problem(NamedTuple):
    """What is wrong: with which document (None: with the file), what, and what helps."""

    document: str | None
    what: str
    remedy: str


def problems(connection: apsw.Connection) -> Iterator[Problem]:
    """Every problem, the file's first; nothing is changed."""
    yield from _of_the_file(connection)
    for row in documents.all_stored(connection, Selection(superseded=True)):
        yield from _of_a_document(connection, row)
    if not sightings.is_stale(connection):
        for key in comparing.differences(connection):
            yield Problem(None, f"entity {key}: comparing the documents anew gives another", "lagebild entities renew")
    yield from _of_claims(connection)


def _of_claims(connection: apsw.Connection) -> Iterator[Problem]:
    """The claims, unless some are still to be compared."""
    from lagebild.store.claims import checking, stale  # takes words apart, which nothing else in the store does

    if stale.is_stale(connection):
        return
    unlike = list(checking.unlike_documents(connection))
    for key in unlike:
        yield Problem(key, "its tellings are not those of its findings", "lagebild claims renew")
    for key in checking.unlike_claims(connection) if not unlike else ():
        yield Problem(None, f"claim {key}: comparing the documents anew gives another", "lagebild claims renew")


def _of_the_file(connection: apsw.Connection) -> Iterator[Problem]:
    for (said,) in connection.execute("pragma integrity_check").fetchall():
        if said != "ok":
            yield Problem(None, f"the file is damaged: {said}", "take your last backup")
    query = "select key from documents where id not in (select document from copies_reports) order by id"
    for (key,) in connection.execute(query).fetchall():
        yield Problem(str(key), "was never compared with the others", "lagebild copies --again")
    for table, row, *_ in connection.execute("pragma foreign_key_check").fetchall():
        yield Problem(None, f"row {row} of {table} belongs to no document", "take your last backup")


def _of_a_document(connection: apsw.Connection, row: documents.Stored) -> Iterator[Problem]:
    page = connection.execute("select text, digest from pages where document = ?", (row.id,)).fetchone()
    if page is None:
        yield Problem(row.key, "its text is missing", "take your last backup, or add the document again")
        return
    text, digest = page
    if documents.digest_of(text) != digest:
        yield Problem(row.key, "its text is not the one that was stored", "take your last backup")
        return
    try:
        findings = documents.raw_findings(connection, row)
        verified(encode(findings))
    except (EvidenceError, StoreError, ValueError) as problem:
        yield Problem(row.key, str(problem), "lagebild reread")
        return
    effective, standing = judgements.applied(connection, row.key, findings)
    if sightings.sighted(connection, row.id) != sightings.to_be_sighted(row.key, effective):
        yield Problem(row.key, "its entities are not those of its findings", "lagebild reread")
    if not is_indexed(connection, row.id, effective):
        yield Problem(
            row.key, "a search does not find it by all of its words and names", "lagebild reread --everything"
        )
    made = rows_of(effective, standing)
    for table, columns in COLUMNS.items():
        if _there(connection, table, columns, row.id) != sorted(made[table], key=repr):
            yield Problem(row.key, f"its rows in {table} are not those of its findings", "lagebild reread")


def _there(connection: apsw.Connection, table: str, columns: str, document: int) -> list[tuple[Any, ...]]:
    query = f"select {', '.join(columns.split())} from {table} where document = ?"
    return sorted(connection.execute(query, (document,)), key=repr)
