"""CSV: rows into documents, with the delimiter and the encoding that the file has."""

import csv
import io
import re
from collections.abc import Iterator, Mapping

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.decode import encoding_of
from lagebild.reading.failure import Failure
from lagebild.reading.formats.columns import FIELDS, columns_of, document_of
from lagebild.reading.formats.format import Asked
from lagebild.reading.raw import Raw

_HEAD = 65_536
_DELIMITERS = ",;\t|"
_TOLD = re.compile("\ufeff?sep=([,;\t|])\r?\n", re.IGNORECASE)
"""The line by which some programs tell the delimiter."""
_LONGEST_CELL = 16_000_000
_ESCAPED = re.compile("[\udc80-\udcff]+")


def read_table(raw: Raw, asked: Asked) -> Iterator[Document | Failure]:
    """One document a row, numbered from 1 behind the header; a bad row costs only itself, and rows stream.

    Raises InputError, naming the columns that are there, where none holds the text.
    """
    csv.field_size_limit(_LONGEST_CELL)  # the default of 131,072 signs is shorter than long reports
    with raw.opened() as stream:
        head = stream.read(_HEAD)
        encoding = encoding_of(head)
        stream.seek(0)
        # Bytes that break the encoding are found again as surrogates; one of them must not cost the file.
        lines = io.TextIOWrapper(
            stream, encoding, errors="surrogateescape" if encoding.startswith("utf-8") else "replace", newline=""
        )
        told = _TOLD.match(head.decode(encoding, errors="replace"))
        if told is not None:
            lines.readline()
        rows = csv.reader(lines, delimiter=told[1] if told else _delimiter(head, encoding, asked.mapping))
        header = _header(rows)
        columns = columns_of(header, asked.mapping)
        yield from _documents(rows, header, columns, raw, asked)


def _delimiter(head: bytes, encoding: str, mapping: Mapping[str, str]) -> str:
    """The sign that parts the header into most of the wanted columns, then into most columns at all."""
    wanted = {*mapping.values(), *FIELDS}
    sample = head.decode(encoding, errors="replace")

    def parted(delimiter: str) -> tuple[int, int]:
        try:
            names = next(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), [])
        except csv.Error:
            return (0, 0)
        return sum(name in wanted or name.strip().lower() in wanted for name in names), len(names)

    return max(_DELIMITERS, key=parted)


def _header(rows: Iterator[list[str]]) -> list[str]:
    try:
        return [_whole(name).removeprefix("\ufeff") for name in next(rows, [])]
    except csv.Error as problem:
        raise InputError(f"is not CSV: {problem}") from problem


def _documents(
    rows: Iterator[list[str]], header: list[str], columns: Mapping[str, str], raw: Raw, asked: Asked
) -> Iterator[Document | Failure]:
    number = 0
    while True:
        number += 1
        origin = f"{raw.origin}, row {number}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield Failure(origin, f"is not CSV: {problem}; a quotation mark may be missing")
            continue
        if not any(map(str.strip, row)):
            continue
        if len(row) > len(header):
            cells = f"has {len(row)} cells where the header has {len(header)}"
            yield Failure(origin, f"{cells}; a cell that holds the delimiter needs quotation marks")
            continue
        record = dict(zip(header, map(_whole, row), strict=False))
        try:
            yield document_of(
                record, id=f"{raw.stem}-{number}", origin=origin, asked=asked, columns=columns, kind="column"
            )
        except InputError as problem:
            yield Failure(origin, str(problem))


def _whole(cell: str) -> str:
    """A cell with bytes that are not UTF-8 read as Windows-1252."""
    return _ESCAPED.sub(
        lambda broken: bytes(ord(sign) - 0xDC00 for sign in broken[0]).decode("cp1252", "replace"), cell
    )
