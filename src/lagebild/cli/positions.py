"""`lagebild positions`: what somebody said over time, and where he changed."""

from datetime import date
from itertools import islice
from pathlib import Path

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE


@click.command(
    epilog="""\b
Examples:
  lagebild positions Pentagon                         what its spokesmen and the body itself said, matter by matter
  lagebild positions Russland --changed               where anybody who speaks for the state says otherwise than before
  lagebild positions "Mark Rutte" --about "Soldaten Kursk"
  lagebild positions PRK --as-of 2024-11-15           what had been heard by then
  lagebild positions NIS --format csv > nis.csv

\b
NAME is that of a person or body, or a part of it, or a state or organisation by any name or code: of these whoever
speaks for them is one voice, as a government may deny by one mouth and admit by another. Under a statement stands what
it changed: from a denial to an admission, back to leaving it open, to another figure, away from a demand. Matters in
which something changed come first. docs/positions.md tells the rules."""
)
@click.argument("name")
@click.option("--about", default="", metavar="WORDS", help="Only matters that speak of all the words.")
@click.option("--since", type=options.Time(last=False), help="Published on that day or later.")
@click.option("--until", type=options.Time(last=True), help="Published on that day or earlier.")
@click.option("--as-of", type=options.Time(last=True), help="As known on that day: nothing that was published later.")
@click.option("--changed", is_flag=True, help="Only matters in which the voice changed.")
@options.database
@options.limit
@options.every
@options.shape
@options.color
def positions(
    *,
    name: str,
    about: str,
    since: date | None,
    until: date | None,
    as_of: date | None,
    changed: bool,
    base: Path,
    limit: int,
    every: bool,
    shape: console.Shape,
    color: console.Color,
) -> int:
    """Tell what NAME said over time, matter by matter, and where that changed."""
    import lagebild
    from lagebild.report.positions import COLUMNS, position_wire, positions_page, positions_rows

    console.utf8_output()
    with lagebild.open(base, write=False) as opened:
        found = opened.positions(name, about, since=since, until=until, as_of=as_of)
    meant = [item for item in found if item.changes or not changed]
    shown = meant if every else list(islice(meant, limit))
    page = console.Page(color=color, many=True)
    if shape == "table":
        console.print_page(positions_page(shown, width=page.window), page)
    elif shape == "csv":
        console.print_rows(COLUMNS, positions_rows(shown), shape, page)
    else:
        wires = [position_wire(item) for item in shown]
        fields = tuple(wires[0]) if wires else ()
        console.print_rows(fields, (tuple(wire.values()) for wire in wires), shape, page)
    if not meant:
        console.say("nobody of that name changed" if found else f"nobody of the name {name} speaks in these reports")
    elif len(shown) < len(meant):
        console.say(f"there are more than {limit} matters; --limit N or --all shows them")
    return DONE
