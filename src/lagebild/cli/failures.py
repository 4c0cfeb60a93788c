"""`lagebild failures`: the inputs that could not be read."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE

if TYPE_CHECKING:
    from lagebild.store.failures import Failed

COLUMNS = ("origin", "reason", "last", "times", "first", "source", "options")


@click.command(
    epilog="""\b
Examples:
  lagebild failures                     the newest last
  lagebild failures --jsonl | jq -r .source | sort -u
  lagebild add --retry                  try all of them again; what now works is struck from the list"""
)
@options.database
@options.shape
@click.option("--jsonl", is_flag=True, help="The same as --format jsonl.")
@options.color
def failures(*, base: Path, shape: console.Shape, jsonl: bool, color: console.Color) -> int:
    """List the inputs that could not be read, each with its reason and when it was tried.

    `source` is what is named to read it again, `options` how; `times` says how often it failed, first and last when.
    """
    import lagebild

    console.utf8_output()
    shape = "jsonl" if jsonl else shape
    columns = COLUMNS[:4] if shape == "table" else COLUMNS
    with lagebild.open(base, write=False) as opened:
        failed = opened.failures()
        rows = _rows(failed, columns)
        if failed or shape != "table":
            console.print_rows(columns, rows, shape, console.Page(color=color, many=True))
    if not failed:
        console.say(f"{base}: nothing has failed")
    return DONE


def _rows(failed: "list[Failed]", columns: tuple[str, ...]) -> Iterator[list[Any]]:
    for one in failed:
        values = one._asdict() | {name: f"{getattr(one, name):%Y-%m-%dT%H:%M:%SZ}" for name in ("first", "last")}
        yield [values[column] for column in columns]
