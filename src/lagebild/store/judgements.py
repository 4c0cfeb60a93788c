"""What people decided, kept in order; and applied to the findings of a document."""

from collections.abc import Iterator, Mapping
from typing import Any

import apsw

from lagebild.judging import judged
from lagebild.model.findings import Findings
from lagebild.model.holding import Standing
from lagebild.model.judgement import Judgement, Verdict
from lagebild.store.moments import moment, stamp

_FIELDS = ("key", "verdict", "document", "kind", "record", "field", "value", "before", "author", "at")


def applied(
    connection: apsw.Connection, document: str, findings: Findings
) -> tuple[Findings, Mapping[tuple[str, str], Standing]]:
    """The findings after the judgements on the document, and the standing of the judged records."""
    made = tuple(of_document(connection, document))
    if not made:
        return findings, {}
    return judged(findings, made)


def append(connection: apsw.Connection, judgement: Judgement) -> bool:
    """Appends a judgement; False where the same one is there already."""
    values = [*(getattr(judgement, name) for name in _FIELDS[:-1]), stamp(judgement.at)]
    values[1] = judgement.verdict.value
    marks = ", ".join("?" * len(_FIELDS))
    query = f"insert into judgements ({', '.join(_FIELDS)}) values ({marks}) on conflict (key) do nothing"
    before = connection.total_changes()
    connection.execute(query, values)
    return connection.total_changes() > before


def of_document(connection: apsw.Connection, document: str) -> Iterator[Judgement]:
    """The judgements on one document, those that undo included, oldest first."""
    return _those(connection, "document = ?", (document,))


def of_entities(connection: apsw.Connection) -> Iterator[Judgement]:
    """Those about entities across documents, oldest first."""
    return _those(connection, "document is null and kind = 'entity'", ())


def of_claims(connection: apsw.Connection) -> Iterator[Judgement]:
    """Those about claims, oldest first."""
    return _those(connection, "document is null and kind = 'claim'", ())


def newest_about(connection: apsw.Connection, kind: str) -> str | None:
    """The key of the newest judgement about entities across documents ("entity") or claims ("claim")."""
    query = "select key from judgements where document is null and kind = ? order by number desc limit 1"
    row: Any = connection.execute(query, (kind,)).fetchone()
    return str(row[0]) if row else None


def newer_about(connection: apsw.Connection, kind: str, key: str) -> Iterator[Judgement]:
    """Those about entities or claims that came in after the judgement of this key; all where there is none."""
    condition = """document is null and kind = ? and number >
                   coalesce((select number from judgements where key = ?), 0)"""
    return _those(connection, condition, (kind, key))


def every(connection: apsw.Connection) -> Iterator[Judgement]:
    """All judgements, oldest first."""
    return _those(connection, "1", ())


def with_key(connection: apsw.Connection, key: str) -> Judgement | None:
    """One judgement."""
    return next(_those(connection, "key = ?", (key,)), None)


def _those(connection: apsw.Connection, condition: str, values: tuple[Any, ...]) -> Iterator[Judgement]:
    query = f"select {', '.join(_FIELDS)} from judgements where {condition} order by at, key"
    return map(_judgement, connection.execute(query, values))


def _judgement(row: tuple[Any, ...]) -> Judgement:
    key, verdict, document, kind, record, field, value, before, author, at = row
    return Judgement(key, Verdict(verdict), document, kind, record, field, value, before, author, moment(at))
