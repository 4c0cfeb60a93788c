"""`lagebild export`: a knowledge base to files that other programs read."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import click

from lagebild.cli import console, filters, options
from lagebild.cli.main import DONE
from lagebild.export import FORMATS, Exported, Options, export_to
from lagebild.export.destination import manifest_of

STEP = 0.2
"""Seconds between two lines of progress."""
_SHOWN = {
    "attributions": "statement", "events": "event", "exchanges": "deal", "deployments": "deployment",
    "threats": "threat", "breaches": "breach", "places": "place",
}  # fmt: skip
"""What is told in the end, and what one of it is called."""


def _formats() -> str:
    """The table of formats for the page of help."""
    return "\n".join(f"  {name:<9} {item.purpose}" for name, item in FORMATS.items())


@click.command(
    epilog=f"""\b
Formats:
{_formats()}

\b
Examples:
  lagebild export csv --out tables                      one CSV file for each kind of record, in the folder tables
  lagebild export csv --excel --out tables.zip          as a German Excel opens it, in one zip
  lagebild export parquet --out tables                  then: duckdb -c "from 'tables/attributions.parquet'"
  lagebild export graphml --out network.graphml         open it in Gephi
  lagebild export geojson --out map --since 2024-11-01  drag the files of the folder map into QGIS
  lagebild export ftm --speaker Rutte --out rutte.json  all of the documents in which he says something
  lagebild export jsonl | jq '.attributions[].speaker'  formats of one file go to standard output without --out

With every file goes a manifest: what was asked for, how many records of each kind, versions, and the SHA-256 of each
file. The same base gives the same bytes. What people rejected is left out. Articles belong to their publishers:
--without-text keeps offsets and quoted words and leaves the texts out. docs/export.md describes every column."""
)
@click.argument("format", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@options.database
@click.option("--out", type=click.Path(path_type=Path), metavar="PATH", help="File (.gz too), folder or .zip to write.")
@click.option("--force", is_flag=True, help="Replace an earlier export.")
@click.option("--words", default="", metavar="WORDS", help="Documents with these words, as `lagebild find` has them.")
@click.option("--kind", type=click.Choice(filters.KINDS), help="What the filters are about, as in `lagebild find`.")
@filters.wanted
@click.option("--without-text", is_flag=True, help="Leave out the texts of documents, keep offsets and quoted words.")
@click.option("--excel", is_flag=True, help="CSV with semicolons, decimal commas and the mark that Excel wants.")
@click.option("--raw-cells", is_flag=True, help="CSV without the apostrophe that keeps a cell from being a formula.")
@click.option("--stamp", is_flag=True, help="Note the time of this export in the manifest.")
@click.option("--quiet", is_flag=True, help="Nothing on standard error.")
def export(
    *,
    format: str,
    base: Path,
    out: Path | None,
    force: bool,
    words: str,
    kind: str | None,
    without_text: bool,
    excel: bool,
    raw_cells: bool,
    stamp: bool,
    quiet: bool,
    **given: Any,
) -> int:
    """Write the knowledge base in FORMAT, for spreadsheets, maps, networks and other programs.

    Without filters everything goes out; with filters the documents that hold what they find, whole, with all their
    records. There is no limit. The file or folder appears when it is complete: a broken export leaves nothing behind.
    """
    import lagebild

    if (excel or raw_cells) and format != "csv":
        raise click.UsageError("--excel and --raw-cells are for csv")
    if force and out is None:
        raise click.UsageError("--force replaces a file; name it with --out")
    settings = Options(text=not without_text, excel=excel, guard=not raw_cells)
    with lagebild.open(base, write=False, make=False) as opened:
        wanted = filters.wanted_of(words, given)
        number, documents = opened.meant(wanted, kind)
        progress = _Progress(number, loud=not quiet)
        if out is None or str(out) == "-":
            done = export_to(sys.stdout.buffer, documents, format=format, options=settings, progress=progress)
        else:
            time = datetime.now(UTC).replace(microsecond=0) if stamp else None
            done = opened.export(
                format,
                out,
                wanted=wanted,
                kind=kind,
                options=settings,
                force=force,
                stamp=time,
                progress=progress,
            )
    console.clear_progress()
    if not quiet:
        _close(done, format, out)
    return DONE


class _Progress:
    """Tells how many documents are done, and how long it will take, a few times a second."""

    def __init__(self, whole: int, *, loud: bool) -> None:
        self._whole, self._loud = whole, loud
        self._begun = self._last = monotonic()

    def __call__(self, done: int) -> None:
        now = monotonic()
        if self._loud and now - self._last >= STEP:
            self._last = now
            rate = done / (now - self._begun)
            left = max(self._whole - done, 0) / rate
            console.progress(done, f"of {self._whole:,} · {rate:,.0f} a second · {left:,.0f} s to go")


def _close(done: Exported, format: str, out: Path | None) -> None:
    """What was written, and where."""
    kinds = ", ".join(_many(done.counts[kind], one) for kind, one in _SHOWN.items() if done.counts[kind])
    if done.counts["documents"]:
        console.say(_many(done.counts["documents"], "document") + (f": {kinds}" if kinds else ""))
    else:
        console.say("no document of the base is meant, so the export is empty")
    if out is None or str(out) == "-":
        return
    manifest = manifest_of(out) if FORMATS[format].file else f"manifest.json in {out}"
    console.say(f"{out} written; {manifest} says what is in it")


def _many(number: int, one: str) -> str:
    """So many of something, in words."""
    ending = "" if number == 1 else "es" if one.endswith("ch") else "s"
    return f"{number:,} {one}{ending}"
