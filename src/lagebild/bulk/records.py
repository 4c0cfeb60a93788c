"""The tables that a shard is written to: those of an export, the findings as a whole, and what could not be read."""

import json
from collections.abc import Iterator

from lagebild.model.codec import encode
from lagebild.model.holding import Holding
from lagebild.tables import TABLES, Column, Kind, Row, Table, no_rows

_ADDED = next(number for number, column in enumerate(TABLES[0].columns) if column.name == "added")


def _documents(holding: Holding) -> Iterator[Row]:
    """Without the time at which it was read, for the same input gives the same bytes."""
    for row in TABLES[0].rows(holding):
        yield (*row[:_ADDED], None, *row[_ADDED + 1 :])


def found(holding: Holding) -> str:
    """The findings as JSON without the text and its words, from which a knowledge base takes them."""
    return json.dumps(encode(holding.findings, words=False), separators=(",", ":"))


def _findings(holding: Holding) -> Iterator[Row]:
    yield holding.key, holding.findings.document.origin, found(holding)


DOCUMENTS = Table(TABLES[0].name, TABLES[0].meaning, TABLES[0].columns, _documents)
FINDINGS = Table(
    "findings",
    "everything found in a document as one JSON object, for `lagebild add`",
    (
        Column("document", Kind.TEXT, "key of the document"),
        Column("origin", Kind.TEXT, "where it was read from: the file, with line, row or record"),
        Column("found", Kind.TEXT, "as docs/json.md describes it, without the text and the words under spans"),
    ),
    _findings,
)
FAILURES = Table(
    "failures",
    "inputs that could not be read: one row for each",
    (
        Column("origin", Kind.TEXT, "what it is called: the file, with line, row or record"),
        Column("reason", Kind.TEXT, "why, and what to do"),
        Column("outcome", Kind.TEXT, "`failed`, or `broken` where it is our fault"),
        Column("trace", Kind.TEXT, "where in our program it broke"),
        Column("source", Kind.TEXT, "the file to be named to read it again"),
    ),
    no_rows,
)
RECORDS: tuple[Table, ...] = (DOCUMENTS, *TABLES[1:])
"""What has rows for a document, apart from its findings as a whole."""
SHEETS: tuple[Table, ...] = (*RECORDS, FINDINGS, FAILURES)
"""All tables of a shard; each is a folder of the result."""
