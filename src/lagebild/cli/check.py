"""`lagebild check`: is a knowledge base sound."""

from pathlib import Path

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE, SOME_FAILED


@click.command(
    epilog="""\b
Examples:
  lagebild check                        the base lagebild.db in this folder
  lagebild check --db nordkorea.db --format jsonl

\b
Checked are the file itself, the text of each document against what was stored, each record's words against the
text, and the rows that searches use against the findings. An older base is brought up to date first.
Exit codes: 0 sound, 3 something is wrong (each thing is named, with what helps)."""
)
@options.database
@options.shape
@options.color
def check(*, base: Path, shape: console.Shape, color: console.Color) -> int:
    """Check that a knowledge base is sound, and say what is not."""
    import lagebild

    console.utf8_output()
    with lagebild.open(base, make=False) as opened:
        documents = opened.store.count()
        found = console.print_rows(
            ("document", "problem", "remedy"), opened.check(), shape, console.Page(color=color, many=True)
        )
    console.say(f"{base}: {documents} documents, " + (f"{found} problems" if found else "all sound"))
    return SOME_FAILED if found else DONE
