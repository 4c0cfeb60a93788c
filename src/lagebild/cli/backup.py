"""`lagebild backup`: a copy of a knowledge base, made while it is in use."""

from pathlib import Path

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE


@click.command(
    epilog="""\b
Examples:
  lagebild backup lagebild-2024-12-04.db
  lagebild backup /media/stick/nordkorea.db --db nordkorea.db

The copy is one file and is checked before it gets its name; an existing file is never overwritten."""
)
@click.argument("target", type=click.Path(path_type=Path))
@options.database
def backup(*, target: Path, base: Path) -> int:
    """Copy the knowledge base to the new file TARGET. Others may go on reading and writing meanwhile."""
    import lagebild

    with lagebild.open(base, write=False) as opened:
        opened.back_up(target, progress=lambda left, whole: console.progress(whole - left, f"of {whole} pages"))
    console.say(f"{target}: {target.stat().st_size / 1e6:,.1f} MB, sound")
    return DONE
