"""`lagebild find`: documents and records by words and filters."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lagebild.cli import console, filters, options
from lagebild.cli.main import DONE

if TYPE_CHECKING:
    from lagebild.store.search.wanted import Wanted

_DOCUMENT_DIGITS, _RECORD_DIGITS = 10, 6


@click.command(
    epilog="""\b
Examples:
  lagebild find Atomprogramm                         documents with the word, in any form or as a part of another
  lagebild find '"nordkoreanische Soldaten" -Kursk'  a phrase as it is, and a word that must not be there
  lagebild find --speaker Rutte --since 2024-11-01   who said what (statements, the newest first)
  lagebild find Raketen --speaker Rutte --act warn
  lagebild find --type AID --actor PRK --recipient Russland
  lagebild find --kind deals --entity NATO --format csv > deals.csv
  lagebild find --kind events --happened --since 2024-08-01 --until 2024-08-31 --country RUS

\b
Without --kind the filters decide: --speaker, --act and --form ask for statements; --type, --actor, --recipient,
--status and --happened for events; anything else for documents. A search finds "Atomprogramm" for "Atom",
"Südkorea" for "sudkorea", "Raketen" for "Rakete". `lagebild show ID` shows what a row stands on."""
)
@click.argument("words", nargs=-1)
@click.option("--kind", type=click.Choice(filters.KINDS), help="What to find.")
@filters.wanted
@options.limit
@options.every
@options.database
@options.shape
@options.color
def find(
    *,
    words: tuple[str, ...],
    kind: str | None,
    limit: int,
    every: bool,
    base: Path,
    shape: console.Shape,
    color: console.Color,
    **given: Any,
) -> int:
    """Find documents, or records in them, by WORDS and filters; the newest first."""
    wanted = filters.wanted_of(" ".join(words), given)
    return answered(kind, wanted, limit=None if every else limit, base=base, shape=shape, color=color)


def answered(
    kind: str | None, wanted: "Wanted", *, limit: int | None, base: Path, shape: console.Shape, color: console.Color
) -> int:
    """Prints what is found, and says whether there is nothing or more; all rows without a `limit`."""
    import lagebild

    console.utf8_output()
    with lagebild.open(base, write=False) as opened:
        columns, rows = opened.find(kind, wanted)
        rest = iter(rows)
        page = console.Page(color=color, many=True)
        if not console.print_rows(*brief(columns, islice(rest, limit), shape), shape, page):
            console.say("nothing found")
        if limit is not None and next(rest, None) is not None:
            console.say(f"there are more than {limit}; --limit N or --all shows them")
    return DONE


def brief(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], shape: console.Shape
) -> tuple[Sequence[str], Iterable[Sequence[Any]]]:
    """What a table for people shows: the telling columns, ids as short as `lagebild show` takes them."""
    from lagebild.store.search.kinds import ASIDE

    if shape != "table":
        return columns, rows
    kept = [number for number, name in enumerate(columns) if name not in ASIDE]
    at = columns.index("id")

    def shortened() -> Iterator[Sequence[Any]]:
        for row in rows:
            yield [_short(row[number]) if number == at else row[number] for number in kept]

    return [columns[number] for number in kept], shortened()


def _short(id: str) -> str:
    document, _, record = id.partition("/")
    short = record if "-" in record else record[:_RECORD_DIGITS]
    return document[:_DOCUMENT_DIGITS] + (f"/{short}" if short else "")
