"""`lagebild figures`: the numbers that reports give, with what they count, who gave them and when."""

from itertools import islice
from pathlib import Path
from typing import Any

import click

from lagebild.cli import console, filters, options
from lagebild.cli.find import brief
from lagebild.cli.main import DONE


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
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="So many rows at most.")
@click.option("--all", "every", is_flag=True, help="All rows.")
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
    import lagebild

    console.utf8_output()
    wanted = filters.wanted_of(" ".join(counted), given)
    with lagebild.open(base, write=False) as opened:
        columns, rows = opened.find("figures", wanted)
        rest = iter(rows)
        first = rest if every else islice(rest, limit)
        if not console.print_rows(*brief(columns, first, shape), shape, console.Page(color=color, many=True)):
            console.say("nothing found")
        if not every and next(rest, None) is not None:
            console.say(f"there are more than {limit}; --limit N or --all shows them")
    return DONE
