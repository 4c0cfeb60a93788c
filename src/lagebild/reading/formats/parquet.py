"""Parquet: rows into documents, batch by batch, and only the columns that are needed."""

from collections.abc import Iterator
from typing import Any

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.formats.columns import columns_of, document_of
from lagebild.reading.formats.format import Asked
from lagebild.reading.raw import Raw

_BATCH = 64
"""Rows held at a time; reports of a megabyte each would still fit."""
_LARGEST_CHUNK = 2_000_000_000
"""Bytes of one column in one group of rows, unpacked; files of millions of reports have a tenth of it."""


def is_parquet(head: bytes) -> bool:
    """Whether bytes begin like a Parquet file."""
    return head.startswith(b"PAR1")


def read_parquet(raw: Raw, asked: Asked) -> Iterator[Document | Failure]:
    """One document a row, numbered from 1. Raises InputError, naming the columns, where none holds the text."""
    import pyarrow
    from pyarrow import parquet

    with raw.opened() as stream:
        try:
            file = parquet.ParquetFile(stream, pre_buffer=False)
            names = file.schema_arrow.names
        except (pyarrow.ArrowException, OSError, ValueError) as problem:
            raise InputError(f"is a damaged Parquet file: {_first_line(problem)}") from problem
        columns = columns_of(names, asked.mapping)
        _refuse_bombs(file.metadata)
        groups, number = _groups(file.metadata, raw)
        last = file.metadata.num_rows if raw.rows is None else raw.before + raw.rows
        wanted = {"batch_size": _BATCH, "row_groups": groups, "columns": sorted(set(columns.values()))}
        try:
            for batch in file.iter_batches(**wanted, use_threads=False):
                skipped = min(max(raw.before - number, 0), batch.num_rows)
                number += skipped
                for record in batch.slice(skipped, max(last - number, 0)).to_pylist():
                    number += 1
                    yield _document({name: _text(value) for name, value in record.items()}, number, columns, raw, asked)
        except (pyarrow.ArrowException, OSError) as problem:
            yield Failure(f"{raw.origin}, from row {number + 1} on", f"is damaged: {_first_line(problem)}")


def _document(
    record: dict[str, Any], number: int, columns: dict[str, str], raw: Raw, asked: Asked
) -> Document | Failure:
    origin = f"{raw.origin}, row {number}"
    try:
        return document_of(
            record, id=f"{raw.stem}-{number}", origin=origin, asked=asked, columns=columns, kind="column"
        )
    except InputError as problem:
        return Failure(origin, str(problem))


def _groups(metadata: Any, raw: Raw) -> tuple[list[int], int]:
    """The groups of rows that hold those that are meant, and how many rows stand before them."""
    end = metadata.num_rows if raw.rows is None else raw.before + raw.rows
    groups: list[int] = []
    first = start = 0
    for group in range(metadata.num_row_groups):
        size = metadata.row_group(group).num_rows
        if start + size <= raw.before:
            first = start + size
        elif start < end:
            groups.append(group)
        start += size
    return groups, first


def _refuse_bombs(metadata: Any) -> None:
    for group in range(min(metadata.num_row_groups, 10_000)):
        row_group = metadata.row_group(group)
        if any(
            row_group.column(column).total_uncompressed_size > _LARGEST_CHUNK for column in range(row_group.num_columns)
        ):
            raise InputError(f"has a group of rows of more than {_LARGEST_CHUNK:,} bytes; write it with smaller ones")


def _text(value: Any) -> Any:
    """Bytes as the text that they are, if they are."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _first_line(problem: Exception) -> str:
    return str(problem).strip().split("\n")[0][:200]
