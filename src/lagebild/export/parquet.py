"""Parquet: one typed, compressed file for each kind of record."""

import json
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import UTC, date, datetime
from typing import Any

from lagebild.export.characters import whole
from lagebild.export.destination import Destination
from lagebild.export.options import Options
from lagebild.model.holding import Holding
from lagebild.tables import SCHEMA_VERSION, Kind, Row, Table, Value, Words, tables
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
        self._columns: list[list[Any]] = [[] for _ in self._schema]
        self._characters = 0
        self._most = rows or GROUP, characters or GROUP_CHARACTERS

    def add(self, row: Row) -> None:
        """One more row."""
        place = 0
        for column, value in zip(self.table.columns, row, strict=True):
            if column.kind is Kind.SPAN:
                words = value if isinstance(value, Words) else None
                self._columns[place].append(whole(words.words) if words else None)
                self._columns[place + 1].append(words.start if words else None)
                self._columns[place + 2].append(words.end if words else None)
                place += 3
            else:
                self._columns[place].append(self._plain(value))
                place += 1
        self.count += 1
        if len(self._columns[0]) >= self._most[0] or self._characters > self._most[1]:
            self.flush()

    def close(self) -> None:
        """Writes what ends the file."""
        self._writer.close()

    def _plain(self, value: Value) -> Any:
        if isinstance(value, str):
            self._characters += len(value)
            return whole(value)
        if isinstance(value, tuple):
            return [self._part(part) for part in value]
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=UTC)
        return value

    def _part(self, part: Words | str | date | int | None) -> Any:
        if isinstance(part, Words):
            return {"start": part.start, "end": part.end, "words": whole(part.words)}
        return whole(part) if isinstance(part, str) else part

    def flush(self) -> None:
        """Writes the rows that are held as a row group of their own."""
        import pyarrow as pa

        if not self._columns[0]:
            return
        arrays = [pa.array(values, field.type) for values, field in zip(self._columns, self._schema, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema), row_group_size=self._most[0])
        self._columns = [[] for _ in self._schema]
        self._characters = 0
