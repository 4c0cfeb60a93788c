"""CSV: one file for each kind of record."""

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import datetime
from itertools import chain

from lagebild.export.characters import whole
from lagebild.export.destination import Destination
from lagebild.export.options import Options
from lagebild.model.holding import Holding
from lagebild.tables import Column, Kind, Row, Value, Words, tables

QUOTE = '"'
GAP = " … "
"""Between the pieces of words that stand apart in the text."""
_TO_QUOTE = {",": re.compile('[",\r\n]'), ";": re.compile('[";\r\n]')}
"""What makes a cell need quotes, by what stands between cells."""
_FORMULA = re.compile("['=+\\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
"""What a spreadsheet takes for the begin of a formula, in full width too, and our own mark."""


def write(holdings: Iterable[Holding], to: Destination, options: Options) -> dict[str, int]:
    """Writes `TABLE.csv` for every table and returns how many rows each has."""
    chosen = tables(text=options.text)
    counts = dict.fromkeys((table.name for table in chosen), 0)
    with ExitStack() as stack:
        files = [stack.enter_context(to.text(f"{table.name}.csv", bom=options.excel)) for table in chosen]
        for table, file in zip(chosen, files, strict=True):
            file.write(line(header(table.columns), options))
        for holding in holdings:
            for table, file in zip(chosen, files, strict=True):
                for row in table.rows(holding):
                    file.write(line(cells(table.columns, row, options), options))
                    counts[table.name] += 1
    return counts


def line(cells: Iterable[str], options: Options) -> str:
    """One line of a file (RFC 4180), its end included. Python's own writer leaves a lone carriage return unquoted."""
    between, end = (";", "\r\n") if options.excel else (",", "\n")
    special = _TO_QUOTE[between]
    quoted = (f'"{cell.replace(QUOTE, QUOTE * 2)}"' if special.search(cell) else cell for cell in cells)
    return between.join(quoted) + end


def header(columns: Iterable[Column]) -> list[str]:
    """The names of the columns as a CSV file has them."""
    return list(chain.from_iterable(_names(column) for column in columns))


def cells(columns: Iterable[Column], row: Row, options: Options) -> list[str]:
    """The cells of one row; an empty one is unknown."""
    found: list[str] = []
    for column, value in zip(columns, row, strict=True):
        found.extend(_cells(column, value, options))
    return found


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    It gets one too where it begins with an apostrophe itself: who takes one away from each cell that begins with one
    has the texts again.
    """
    return "'" + text if _FORMULA.match(text) else text


def _names(column: Column) -> Iterator[str]:
    if column.kind is Kind.SPAN:
        yield from (column.part("words"), column.part("start"), column.part("end"))
    elif column.kind is Kind.SPANS:
        yield from (f"{column.name}_words", f"{column.name}_spans")
    else:
        yield column.name


def _cells(column: Column, value: Value, options: Options) -> Iterator[str]:
    if column.kind is Kind.SPAN:
        if isinstance(value, Words):
            yield from (_text(value.words, options), str(value.start), str(value.end))
        else:
            yield from ("", "", "")
    elif column.kind is Kind.SPANS:
        pieces = [piece for piece in value if isinstance(piece, Words)] if isinstance(value, tuple) else []
        yield _text(GAP.join(piece.words for piece in pieces), options)
        yield " ".join(f"{piece.start}-{piece.end}" for piece in pieces)
    elif column.kind is Kind.TEXTS:
        parts = value if isinstance(value, tuple) else ()
        yield _text("; ".join("?" if part is None else str(part) for part in parts), options)
    else:
        yield _plain(value, options)


def _plain(value: Value, options: Options) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value, options)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds").removesuffix("+00:00")
    if isinstance(value, str):
        return _text(value, options)
    return str(value)


def _number(value: float, options: Options) -> str:
    shown = str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return shown.replace(".", ",") if options.excel else shown


def _text(text: str, options: Options) -> str:
    text = whole(text).replace("\0", "\ufffd")
    return guarded(text) if options.guard else text
