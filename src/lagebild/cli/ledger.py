"""`lagebild ledger`: all figures told of one thing, by whom and when, and what is current."""

from datetime import date
from pathlib import Path

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE


@click.command(
    epilog="""\b
Examples:
  lagebild ledger nordkoreanische Soldaten            all figures for them, by place and by what became of them
  lagebild ledger Soldaten --place Kursk              only those that are told to be there
  lagebild ledger Soldaten Nordkorea --as-of 2024-11-15
  lagebild ledger Granaten --format csv > granaten.csv

\b
A word means what is counted, by any of its names (Soldaten finds Kämpfer, Truppen, Mann), whose it is (Nordkorea,
nordkoreanische), or it stands in the sentence. Figures for the same thing, whose, where and with the same fate make
an account. `source` says it, `origin` is whom it goes back to where that is another, `standing` what it is worth:
current (the last that its source said), revised (the source says something else since), repeated (somebody has it
from the source), outlier (nobody else goes with it). ● current, ○ revised, · repeated, ◆ outlier; a line shows how
far an approximation or an open end may reach, from zero to the largest number. docs/ledger.md tells the rules."""
)
@click.argument("words", nargs=-1, required=True)
@click.option("--place", "places", multiple=True, metavar="NAME", help="Told to be there.")
@click.option("--entity", "entities", multiple=True, metavar="NAME|CODE", help="In reports that mention them.")
@click.option("--since", type=options.Time(last=False), help="Published on that day or later.")
@click.option("--until", type=options.Time(last=True), help="Published on that day or earlier.")
@click.option("--as-of", type=options.Time(last=True), help="As known on that day: nothing that was published later.")
@click.option("--all", "full", is_flag=True, help="Every value and every difference.")
@options.database
@options.shape
@options.color
def ledger(
    *,
    words: tuple[str, ...],
    places: tuple[str, ...],
    entities: tuple[str, ...],
    since: date | None,
    until: date | None,
    as_of: date | None,
    full: bool,
    base: Path,
    shape: console.Shape,
    color: console.Color,
) -> int:
    """Tell how many: all figures for WORDS, who gave them, when, and what stands now."""
    import lagebild
    from lagebild.report.ledgers import COLUMNS, account_wire, ledger_page, ledger_rows

    console.utf8_output()
    with lagebild.open(base, write=False) as opened:
        accounts = opened.ledger(
            " ".join(words), places=places, entities=entities, since=since, until=until, as_of=as_of
        )
    page = console.Page(color=color, many=True)
    if shape == "table":
        console.print_page(ledger_page(accounts, width=page.window, full=full), page)
    elif shape == "csv":
        console.print_rows(COLUMNS, ledger_rows(accounts), shape, page)
    else:
        wires = [account_wire(account) for account in accounts]
        fields = tuple(wires[0]) if wires else ()
        console.print_rows(fields, (tuple(wire.values()) for wire in wires), shape, page)
    if not accounts:
        console.say("no figures found; each word has to be what is counted, whose it is, or stand in the sentence")
    return DONE
