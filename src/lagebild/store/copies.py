"""Which documents are one report: each gets its place when it is added."""

from collections.abc import Callable
from datetime import date

import apsw

from lagebild.comparison.copies.place import place, place_again
from lagebild.comparison.copies.report import Report, report_of
from lagebild.comparison.copies.sketch import fingerprint
from lagebild.model.analysis import Furniture
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.packing import unpacked
from lagebild.model.span import Span
from lagebild.store.copies_shelf import FileShelf, rows

Progress = Callable[[int, int], None]

_MADE = ("copies_bands", "copies_samples", "copies_common", "copies_reports", "copies_outlets", "copies_sketching")


def placed(connection: apsw.Connection, row: int, findings: Findings) -> None:
    """Gives a document that has just been stored its group; inside the transaction that stores it."""
    if not _sketched_alike(connection):
        made_again(connection)
        return
    place(row, _report(connection, row, findings.document, findings.furniture), FileShelf(connection))


def placed_again(connection: apsw.Connection, row: int, findings: Findings) -> None:
    """The same for a document whose findings are new: other furniture, or credits, may count now."""
    if not _sketched_alike(connection):
        made_again(connection)
        return
    place_again(row, _report(connection, row, findings.document, findings.furniture), FileShelf(connection))


def made_again(connection: apsw.Connection, *, progress: Progress | None = None) -> int:
    """Gives all documents their groups anew, and returns how many documents there are; inside a transaction."""
    connection.execute("delete from excerpts")
    for table in _MADE:
        connection.execute(f"delete from {table}")
    connection.execute("insert into copies_sketching values (?)", (fingerprint(),))
    shelf = FileShelf(connection)
    documents = rows(connection, "select id from documents order by id")
    for number, (row,) in enumerate(documents, 1):
        place(row, _report(connection, row, *_read(connection, row)), shelf)
        if progress:
            progress(number, len(documents))
    return len(documents)


def _report(connection: apsw.Connection, row: int, document: Document, furniture: tuple[Furniture, ...]) -> Report:
    query = "select distinct agency from credits where document = ?"
    return report_of(document, furniture, [agency for (agency,) in rows(connection, query, row)])


def _read(connection: apsw.Connection, row: int) -> tuple[Document, tuple[Furniture, ...]]:
    """What the comparison asks of a stored document, without all that was found in it."""
    query = """select d.key, p.text, d.title, d.day, d.url, d.publisher, p.found
               from documents d join pages p on p.document = d.id where d.id = ?"""
    ((key, text, title, day, url, publisher, found),) = rows(connection, query, row)
    wire = unpacked(found, text)
    document = Document(
        id=key, text=text, title=title, date=date.fromisoformat(day) if day else None, url=url, publisher=publisher
    )
    return document, tuple(Furniture(Span(*item["span"]), item["rule"]) for item in wire["furniture"])


def _sketched_alike(connection: apsw.Connection) -> bool:
    return rows(connection, "select fingerprint from copies_sketching") == [(fingerprint(),)]
