"""`lagebild show`: a document of the base as a page, or one record with what it stands on."""

import re
from pathlib import Path

import click

from lagebild.cli import console, options
from lagebild.cli.claims import show_claim
from lagebild.cli.comparing import compare
from lagebild.cli.entities import opened_base
from lagebild.cli.main import DONE

_CLAIM = re.compile("c[0-9a-f]{3,16}")


@click.command(
    epilog="""\b
Examples:
  lagebild show d4ba002d64          a document: headline, statements by speaker, events, times, figures, names
  lagebild show d4ba002d64/cc4310   one record: its words, and everything it stands on
  lagebild show c81c2e09            one claim: who tells it, on whose word, and why these are one
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
    """Show documents, records and claims by their ID, which `lagebild find` and `lagebild claims` print."""
    import lagebild
    from lagebild.report import held

    console.utf8_output()
    page = console.Page(color=color, many=len(ids) > 1, full=full)
    for id in ids:
        if _CLAIM.fullmatch(id):
            with opened_base(base) as opened:
                compare(opened)
                show_claim(opened, id, as_json=as_json, page=page)
    ids = tuple(id for id in ids if not _CLAIM.fullmatch(id))
    if not ids:
        return DONE
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
