"""`lagebild show`: a document of the base as a page, or one record with what it stands on."""

from pathlib import Path

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE


@click.command(
    epilog="""\b
Examples:
  lagebild show d4ba002d64          a document: headline, statements by speaker, events, times, figures, names
  lagebild show d4ba002d64/cc4310   one record: its words, and everything it stands on
  lagebild show d4ba002d64 --json   the same as `lagebild read --json`, with people's judgements applied

The beginning of an id is enough where it is the only one."""
)
@click.argument("ids", metavar="ID…", nargs=-1, required=True)
@options.database
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--text", "as_text", is_flag=True, help="The text of the document alone.")
@click.option("--all", "full", is_flag=True, help="Every entry on the page; else long lists are cut.")
@options.color
def show(*, ids: tuple[str, ...], base: Path, as_json: bool, as_text: bool, full: bool, color: console.Color) -> int:
    """Show documents and records by their ID, which `lagebild find` prints."""
    import lagebild
    from lagebild.report import held

    console.utf8_output()
    page = console.Page(color=color, many=len(ids) > 1, full=full)
    with lagebild.open(base, write=False) as opened:
        for number, id in enumerate(ids):
            address = opened.address(id)
            holding = opened.document(address.document)
            if number and not as_json:
                console.print_page([()], page)
            if address.record is not None:
                record = held.record(holding, address.record)
                if as_json:
                    console.print_object(record)
                else:
                    console.print_page(held.record_page(holding, record, width=page.width), page)
            elif as_json:
                console.print_object(held.wire(holding))
            elif as_text:
                console.print_text(holding.findings.document.text)
            else:
                console.print_page(held.document_page(holding, width=page.width, full=full), page)
    return DONE
