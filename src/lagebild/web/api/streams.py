"""Streams: rows as they come, one on a line, in the formats that programs read without an end.

In CSV no cell begins as a formula does: spreadsheets would run it (docs/export.md).
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lagebild.export.csv_files import guarded

FORMATS = {"jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8"}
"""The formats, with what they are called on the wire."""


def streamed(columns: Sequence[str], rows: Iterable[Sequence[Any]], format: str) -> Iterator[str]:
    """The rows as lines of the format."""
    return _csv(columns, rows) if format == "csv" else _jsonl(columns, rows)


def _jsonl(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=True) + "\n"


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(columns)
    yield line.getvalue()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow(guarded(cell) if isinstance(cell, str) else cell for cell in row)
        yield line.getvalue()
