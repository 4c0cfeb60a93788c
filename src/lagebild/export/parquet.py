"""Parquet: one typed, compressed file for each kind of record."""

import json
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import UTC
from typing import Any

from lagebild.export.characters import whole
from lagebild.export.destination import Destination
from lagebild.export.options import Options
from lagebild.model.holding import Holding
from lagebild.tables import SCHEMA_VERSION, Kind, Row, Table, Words, tables
from lagebild.version import VERSION

GROUP = 20_000
"""Rows of a row group: enough to compress well, few enough to hold in memory."""
GROUP_CHARACTERS = 8_000_000
"""A row group ends here too, since one with the texts of documents would grow large."""


def write(holdings: Iterable[Holding], to: Destination, options: Options) -> dict[str, int]:
    """Writes `TABLE.parquet` for every table and returns how many rows each has."""
    with ExitStack() as stack:
        sinks = []
        for table in tables(text=options.text):
            sink = Sheet(table, stack.enter_context(to.binary(f"{table.name}.parquet")))
            stack.callback(sink.close)
            sinks.append(sink)
        for holding in holdings:
            for sink in sinks:
                for row in sink.table.rows(holding):
                    sink.add(row)
        for sink in sinks:
            sink.flush()
    return {sink.table.name: sink.count for sink in sinks}


def schema(table: Table) -> Any:
    """The Arrow schema of a table, every field with its meaning, and the versions of program and schema."""
    import pyarrow as pa

    types = {
        Kind.TEXT: pa.string(), Kind.INTEGER: pa.int64(), Kind.REAL: pa.float64(), Kind.TRUTH: pa.bool_(),
        Kind.DAY: pa.date32(), Kind.MOMENT: pa.timestamp("us", tz="UTC"), Kind.TEXTS: pa.list_(pa.string()),
        Kind.SPANS: pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32()), ("words", pa.string())])),
    }  # fmt: skip
    fields = []
    for column in table.columns:
        meaning = {"meaning": column.meaning}
        if column.kind is Kind.SPAN:
            for part, type_ in (("words", pa.string()), ("start", pa.int32()), ("end", pa.int32())):
                fields.append(pa.field(column.part(part), type_, metadata=meaning))
        else:
            fields.append(pa.field(column.name, types[column.kind], metadata=meaning))
    about = {"version": SCHEMA_VERSION, "table": table.name, "meaning": table.meaning, "program": VERSION}
    return pa.schema(fields, metadata={"lagebild": json.dumps(about)})


class Sheet:
    """One table being written to a file that whoever opened it closes; `flush` and `close` when all rows are in.

    A row group ends behind so many `rows`, or when their texts have more `characters` than that.
    """

    def __init__(self, table: Table, file: Any, *, rows: int | None = None, characters: int | None = None) -> None:
        import pyarrow.parquet as pq

        self.table = table
        self.count = 0
        self._schema = schema(table)
        self._writer = pq.ParquetWriter(file, self._schema, compression="zstd", version="2.6")
        self._rows: list[Row] = []
        self._characters = 0
        self._most = rows or GROUP, characters or GROUP_CHARACTERS

    def add(self, row: Row) -> None:
        """One more row."""
        self._rows.append(row)
        self._characters += sum(len(value) for value in row if isinstance(value, str))
        self.count += 1
        if len(self._rows) >= self._most[0] or self._characters > self._most[1]:
            self.flush()

    def close(self) -> None:
        """Writes what ends the file."""
        self._writer.close()

    def flush(self) -> None:
        """Writes the rows that are held as a row group of their own."""
        import pyarrow as pa

        if not self._rows:
            return
        columns = zip(self.table.columns, zip(*self._rows, strict=True), strict=True)
        values = [part for column, values in columns for part in _columns(column.kind, values)]
        arrays = [_array(part, field.type) for part, field in zip(values, self._schema, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema), row_group_size=self._most[0])
        self._rows = []
        self._characters = 0


def _columns(kind: Kind, values: Sequence[Any]) -> tuple[Sequence[Any], ...]:
    """The column or, of spans, the columns that Arrow is given."""
    if kind is Kind.SPAN:
        return (
            [value.words if value is not None else None for value in values],
            [value.start if value is not None else None for value in values],
            [value.end if value is not None else None for value in values],
        )
    if kind is Kind.SPANS:
        return ([None if value is None else [_span(words) for words in value] for value in values],)
    if kind is Kind.MOMENT:
        return ([value.replace(tzinfo=UTC) if value and not value.tzinfo else value for value in values],)
    return (values,)


def _span(words: Words) -> dict[str, Any]:
    return {"start": words.start, "end": words.end, "words": words.words}


def _array(values: Sequence[Any], type_: Any) -> Any:
    """The values as Arrow has them. Halves of surrogate pairs are rare, and replaced only where there are some."""
    import pyarrow as pa

    try:
        return pa.array(values, type_)
    except UnicodeEncodeError:
        return pa.array([_whole(value) for value in values], type_)


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    return [_whole(part) for part in value] if isinstance(value, list | tuple) else value
