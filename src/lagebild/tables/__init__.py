"""Records as rows of plain tables, whose columns every table format shares."""

from lagebild.tables.all import SCHEMA_VERSION, TABLES, tables
from lagebild.tables.columns import Column, Kind, Row, Table, Value, Words, no_rows

__all__ = ["SCHEMA_VERSION", "TABLES", "Column", "Kind", "Row", "Table", "Value", "Words", "no_rows", "tables"]
