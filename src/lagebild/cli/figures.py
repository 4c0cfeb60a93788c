"""`lagebild figures`: the numbers that reports give, with what they count, who gave them and when."""

from pathlib import Path
from typing import Any

import click

from lagebild.cli import console, filters, options
from lagebild.cli.find import answered


@click.command(
    epilog="""\b
Examples:
  lagebild figures Soldaten                          how many soldiers, in which report, said by whom
  lagebild figures Soldaten --about Kursk            only from reports in which Kursk stands too
  lagebild figures Drohnen --speaker Selenskyj --since 2024-11-01
  lagebild figures Euro --format csv > figures.csv

\b
COUNTED has to stand in what is counted or in the figure itself. Rows come by day of publication, the newest first;
`low` and `high` are the same for a plain number, and one is blank where the text leaves that end open ("mehr als 150").
`lagebild show ID` shows the words around."""
)
@click.argument("counted", nargs=-1)
@filters.wanted
@options.limit
@options.every
@options.database
@options.shape
@options.color
def figures(
    *,
    counted: tuple[str, ...],
    limit: int,
    every: bool,
    base: Path,
    shape: console.Shape,
    color: console.Color,
    **given: Any,
) -> int:
    """List the figures of a base that count COUNTED, with who gave them; the newest first."""
    wanted = filters.wanted_of(" ".join(counted), given)
    return answered("figures", wanted, limit=None if every else limit, base=base, shape=shape, color=color)
