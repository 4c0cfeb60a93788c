"""FORMATS: all formats by name, each with what it is for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lagebild.export import csv_files, jsonl, parquet
from lagebild.export.options import Options
from lagebild.export.place import Place
from lagebild.model.holding import Holding

Write = Callable[[Iterable[Holding], Place, Options], dict[str, int]]


@dataclass(frozen=True, slots=True)
class Format:
    """`write` puts the holdings into a place, in one pass, and returns how many of what it wrote. `file` is the name of
    the one file that it writes, None where it writes several."""

    purpose: str
    write: Write
    file: str | None = None


FORMATS: dict[str, Format] = {
    "csv": Format("spreadsheets, R, Stata: one table for each kind of record", csv_files.write),
    "parquet": Format("DuckDB, pandas, Spark: the same tables, typed and compressed", parquet.write),
    "jsonl": Format("programs: all that is known of a document on one line", jsonl.write, jsonl.NAME),
}
