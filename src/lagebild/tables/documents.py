"""The tables of documents, and of what on their pages is not the report."""

from collections.abc import Iterator

from lagebild.model.holding import Holding
from lagebild.tables.columns import Column, Kind, Row, Table, words
from lagebild.tables.shared import DOCUMENT


def _documents(holding: Holding) -> Iterator[Row]:
    document = holding.findings.document
    yield (
        holding.key, document.id, document.title, document.date, document.language, document.url, document.publisher,
        document.author, document.text, len(document.text), holding.origin, holding.added, holding.engine,
        holding.newer, tuple(f"{field}: {how}" for field, how in document.known_from), holding.findings.notes,
    )  # fmt: skip


def _textless(holding: Holding) -> Iterator[Row]:
    place = next(number for number, column in enumerate(DOCUMENTS.columns) if column.name == "text")
    for row in _documents(holding):
        yield (*row[:place], None, *row[place + 1 :])


def _furniture(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    for item in holding.findings.furniture:
        yield holding.key, words(item.span, text), item.rule


DOCUMENTS = Table(
    "documents",
    "one row for each report",
    (
        Column("key", Kind.TEXT, "names the document in every table; made from its content"),
        Column("id", Kind.TEXT, "what its maker called it, or the stem of its file"),
        Column("title", Kind.TEXT, "its title, where the input carried one"),
        Column("published", Kind.DAY, "day of publication"),
        Column("language", Kind.TEXT, "code of the language it was read as"),
        Column("url", Kind.TEXT, "its address"),
        Column("publisher", Kind.TEXT, "who published it"),
        Column("author", Kind.TEXT, "who wrote it"),
        Column("text", Kind.TEXT, "the text that all offsets point into; empty with `--without-text`"),
        Column("characters", Kind.INTEGER, "code points of the text"),
        Column("origin", Kind.TEXT, "key of its group of copies; empty where it is nobody's copy and nobody copied it"),
        Column("added", Kind.MOMENT, "when it came into the base (UTC)"),
        Column("engine", Kind.TEXT, "version of the program that read it"),
        Column("newer", Kind.TEXT, "key of the version that took its place"),
        Column("known_from", Kind.TEXTS, "how title, date and so on came to be known, such as `date: meta tag`"),
        Column("notes", Kind.TEXTS, "what a reader must know, such as that relative times stay unanchored"),
    ),
    _documents,
)
TEXTLESS_DOCUMENTS = Table(DOCUMENTS.name, DOCUMENTS.meaning, DOCUMENTS.columns, _textless)
FURNITURE = Table(
    "furniture",
    "text of the page that is not the report: teasers, link lists, captions",
    (
        DOCUMENT,
        Column("", Kind.SPAN, "where, and the text there"),
        Column("rule", Kind.TEXT, "which rule recognised it"),
    ),
    _furniture,
)
