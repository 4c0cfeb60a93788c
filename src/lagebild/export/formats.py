"""FORMATS: all formats by name, each with what it is for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lagebild.export import annotations, claims, csv_files, followthemoney, geojson, graphml, jsonl, parquet, polecat
from lagebild.export.destination import Destination
from lagebild.export.options import Options
from lagebild.model.holding import Holding

Write = Callable[[Iterable[Holding], Destination, Options], dict[str, int]]


@dataclass(frozen=True, slots=True)
class Format:
    """`write` writes the holdings to a destination in one pass, and returns how many of what it wrote.

    `file` is the name of the one file that it writes, None where it writes several.
    """

    purpose: str
    write: Write
    file: str | None = None


FORMATS: dict[str, Format] = {
    "csv": Format("spreadsheets, R, Stata: one table for each kind of record", csv_files.write),
    "parquet": Format("DuckDB, pandas, Spark: the same tables, typed and compressed", parquet.write),
    "jsonl": Format("programs: all that is known of a document on one line", jsonl.write, jsonl.NAME),
    "graphml": Format("Gephi, Cytoscape: who says and does what to whom, as a network", graphml.write, graphml.NAME),
    "geojson": Format("QGIS, web maps: places, and what happens and is said of there", geojson.write),
    "jsonld": Format("linked data: Web Annotations, PROV-O for who says so", annotations.write, annotations.NAME),
    "claims": Format("fact checkers: schema.org Claims with where they appeared", claims.write, claims.NAME),
    "ftm": Format("Aleph, OpenSanctions tools: FollowTheMoney entities", followthemoney.write, followthemoney.NAME),
    "polecat": Format("event research: the table of the POLECAT data set", polecat.write, polecat.NAME),
}
