"""Documents and records by the beginning of their keys."""

from typing import NamedTuple

import apsw

from lagebild.model.naming import KEYED

MOST = 20
"""More than these need not be told apart: the caller has to say more."""


class Reference(NamedTuple):
    """One record: the key of its document, its kind, and its key, or its span as "start-end"."""

    document: str
    kind: str
    record: str


def documents_like(connection: apsw.Connection, beginning: str) -> list[str]:
    """Keys of documents that begin so, older versions too."""
    query = "select key from documents where substr(key, 1, ?) = ? order by key limit ?"
    return [key for (key,) in connection.execute(query, (len(beginning), beginning, MOST))]


def records_like(connection: apsw.Connection, beginning: str) -> list[Reference]:
    """Records of current documents whose keys begin so."""
    found: list[Reference] = []
    for kind, table in KEYED.items():
        query = f"""select d.key, t.key from {table} t join documents d on d.id = t.document
                    where substr(t.key, 1, ?) = ? and d.newer is null order by d.key, t.key limit ?"""
        rows = connection.execute(query, (len(beginning), beginning, MOST))
        found.extend(Reference(document, kind, record) for document, record in rows)
    return found
