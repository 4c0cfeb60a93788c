"""`lagebild sql`: a knowledge base asked in SQL."""

import sys
from itertools import islice
from pathlib import Path

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE


@click.command(
    epilog="""\b
Examples:
  lagebild sql "select speaker, count(*) from statements group by speaker order by 2 desc limit 20"
  lagebild sql "select day, publisher, low, words from figures where counted like '%Soldaten%' order by day"
  lagebild sql "select * from deals" --format csv > deals.csv
  lagebild sql - < question.sql

\b
For a start there are the views statements, happenings, figures and deals; docs/base.md lists all tables with
their columns. Nothing in the base can be changed from here."""
)
@click.argument("query")
@options.database
@options.shape
@click.option("--limit", type=click.IntRange(min=0), help="So many rows at most.")
@options.color
def sql(*, query: str, base: Path, shape: console.Shape, limit: int | None, color: console.Color) -> int:
    """Ask the knowledge base one question in SQL (SQLite's). "-" reads the question from standard input."""
    import lagebild

    console.utf8_output()
    if query == "-":
        query = sys.stdin.read()
    with lagebild.open(base, write=False) as opened:
        columns, rows = opened.sql(query)
        console.print_rows(columns, islice(rows, limit), shape, console.Page(color=color, many=True))
    return DONE
