"""`lagebild reread`: a newer version of the program reads the documents of a base again."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE, SOME_FAILED

if TYPE_CHECKING:
    from lagebild.knowledge.rereading import Change, Reread

_COLUMNS = ("document", "what", "kind", "words", "differs", "id")


@click.command(
    epilog="""\b
Examples:
  lagebild reread                       what an older version read is read again
  lagebild reread --dry                 only say what would change
  lagebild reread --everything --resources my-tables/
  lagebild reread --publisher derStandard --format csv > changes.csv

\b
What people decided is kept and outranks what is found now. A document that cannot be taken apart any more keeps what
was found in it. Stopped with Ctrl-C, the same command goes on from there."""
)
@options.database
@click.option("--everything", is_flag=True, help="Also what this version has read already.")
@click.option("--dry", is_flag=True, help="Change nothing; only say what would change.")
@click.option("--since", type=options.Time(last=False), help="Published on that day or later.")
@click.option("--until", type=options.Time(last=True), help="Published on that day or earlier.")
@click.option("--publisher", "publishers", multiple=True, metavar="NAME", help="Of that house alone.")
@options.engine
@options.resources
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read.  [default: one fewer than cores]")
@options.shape
@options.color
@click.option("--quiet", is_flag=True, help="Only the summary.")
def reread(
    *,
    base: Path,
    everything: bool,
    dry: bool,
    since: date | None,
    until: date | None,
    publishers: tuple[str, ...],
    engine: str | None,
    resources: Path | None,
    workers: int | None,
    shape: console.Shape,
    color: console.Color,
    quiet: bool,
) -> int:
    """Take the documents of a base apart again, and say what is found now that was not, is gone, or differs."""
    import lagebild
    from lagebild.intake.options import Options
    from lagebild.knowledge.adding import engine_name
    from lagebild.store.selection import Selection

    console.utf8_output()
    found: list[Sequence[Any]] = []

    def watch(done: "Reread", changes: "Sequence[Change]") -> None:
        console.progress(done.read, f"{done.changed} with changes")
        if not quiet:
            found.extend(_row(change) for change in changes)

    with lagebild.open(base, make=False) as opened:
        done = opened.reread(
            Selection(since=since, until=until, publishers=publishers),
            options=Options(engine=engine, resources=resources),
            engine=engine_name(engine),
            everything=everything,
            dry=dry,
            workers=workers,
            watch=watch,
        )
    console.clear_progress()
    if found:
        console.print_rows(_COLUMNS, found, shape, console.Page(color=color, many=True))
    would = "would have" if dry else "have"
    console.say(f"{done.read} read again, {done.changed} of them {would} other findings, {done.failed} failed")
    return SOME_FAILED if done.failed else DONE


def _row(change: "Change") -> Sequence[Any]:
    differs = "; ".join(f"{name}: {was} → {now}" for name, (was, now) in change.fields.items())
    return change.document, change.what, change.kind, change.words, differs, f"{change.document}/{change.name}"
