"""`lagebild entities`: who and what the reports of a base speak of, as one entity each."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE
from lagebild.errors import StoreError

if TYPE_CHECKING:
    from lagebild.knowledge import KnowledgeBase

author = click.option("--author", metavar="NAME", help="Who decides; else LAGEBILD_AUTHOR, else your user name.")


def _named_before() -> Path:
    """The base that `lagebild entities --db FILE show …` names before the verb."""
    context = click.get_current_context().parent
    base = context.params["base"] if context is not None else Path("lagebild.db")
    return Path(base)


below = click.option(
    "--db",
    "base",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    default=_named_before,
    help="The knowledge base.  [env var: LAGEBILD_DB; default: lagebild.db]",
)

_KINDS = ("person", "state", "organisation", "medium", "group", "place", "other")
_COLUMNS = ("key", "kind", "name", "code", "office", "documents", "statements", "mentions", "first", "last")


@click.group(
    invoke_without_command=True,
    epilog="""\b
Examples:
  lagebild entities                                       those in most documents
  lagebild entities --kind person --name merkel
  lagebild entities --code RUS --least 5 --since 2024-01-01 --format csv
  lagebild entities show "Angela Merkel"                  where, under which names, and why it is one person
  lagebild entities suggest                               who may be one besides
  lagebild entities merge "Mahmud Karsai" n81c2           these are one
  lagebild entities split "Thomas Müller" d01234567       in this report it is somebody else
  lagebild entities rename n81c2 "Hamid Karsai"

ENTITY is a key, cut as short as you like, or a name. Decisions are judgements: they outrank what the program finds,
hold when documents are added, are exported and imported with `lagebild judge`, and can be undone for ever.""",
)
@options.database
@click.option("--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Only these kinds.")
@click.option("--name", metavar="WORDS", help="A part of the name, with or without accents.")
@click.option(
    "--code", "codes", metavar="CODE", multiple=True, help="A state (RUS) or body (NATO) that it is or stands for."
)
@click.option("--since", type=options.Time(last=False), help="Told of on that day or later.")
@click.option("--until", type=options.Time(last=True), help="Told of on that day or before.")
@click.option("--least", type=click.IntRange(min=1), default=1, help="In so many documents at least.")
@click.option("--decided", is_flag=True, help="Only those that people decided about.")
@click.option(
    "--order", type=click.Choice(["documents", "statements", "name", "first", "last"]), default="documents",
    show_default=True, help="What the list is ordered by.",
)  # fmt: skip
@click.option("--limit", type=click.IntRange(min=1), help="So many rows at most.")
@options.shape
@options.color
@click.pass_context
def entities(
    context: click.Context,
    *,
    base: Path,
    kinds: tuple[str, ...],
    name: str | None,
    codes: tuple[str, ...],
    since: date | None,
    until: date | None,
    least: int,
    decided: bool,
    order: str,
    limit: int | None,
    shape: console.Shape,
    color: console.Color,
) -> int:
    """List who and what the reports speak of, each as one entity across documents.

    Counts are of documents, of statements that it makes, and of the places that mention it; first and last are the days
    of the first and the last report.
    """
    if context.invoked_subcommand is not None:
        return DONE
    from lagebild.store.identities import Asked

    console.utf8_output()
    asked = Asked(
        kinds=kinds, name=name, codes=tuple(code.upper() for code in codes), since=since, until=until, least=least,
        decided=decided, order=order,
    )  # fmt: skip
    with opened_base(base) as opened:
        rows = (
            (
                item.key, item.kind, item.name, item.code, item.office, item.documents, item.statements, item.mentions,
                item.first_day, item.last_day,
            )
            for item in opened.entities(asked, limit=limit)
        )  # fmt: skip
        console.print_rows(_COLUMNS, rows, shape, console.Page(color=color, many=True))
    return DONE


@entities.command(
    epilog='\b\nExamples:\n  lagebild entities show "Angela Merkel"\n  lagebild entities show n81c2 --json'
)
@click.argument("entity")
@below
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@options.color
def show(*, entity: str, base: Path, as_json: bool, color: console.Color) -> int:
    """Show one entity: its names, why they are one, where it is, who it may be besides."""
    console.utf8_output()
    with opened_base(base) as opened:
        told = opened.entity_page(entity)
    if as_json:
        console.print_object(told)
        return DONE
    from lagebild.report.layout import Line, Piece

    page = console.Page(color=color, many=False)
    lines: list[Line] = [(Piece(told["name"], "headline"), Piece(f"  {told['kind']}  {told['key']}", "faint"))]
    for title, values in (("called", told["names"]), ("office", told["offices"]), ("code", told["codes"])):
        if values:
            counted = ", ".join(f"{value} ({count})" for value, count in values.items())
            lines.append((Piece(f"  {title:8}", "heading"), Piece(counted)))
    for join in told["joins"]:
        names = f"{join['one']} = {join['other']}"
        lines.append((Piece("  one     ", "heading"), Piece(f"{names}: {join['reason']} ({join['score']:.2f})")))
    for other in told["suggestions"]:
        maybe = f"{other['name']} {other['key']}: {other['reason']} ({other['score']:.2f})"
        lines.append((Piece("  maybe   ", "heading"), Piece(maybe)))
    for place in told["documents"]:
        where = " · ".join(str(part) for part in (place["day"], place["publisher"], place["title"]) if part)
        words = Piece(f"{place['name']}  "), Piece(f"{where}  {place['ref']}", "faint")
        lines.append((Piece("  in      ", "heading"), *words))
    console.print_page(lines, page)
    return DONE


@entities.command(
    epilog="""\b
Examples:
  lagebild entities suggest
  lagebild entities suggest "Thomas Müller"
  lagebild entities merge n81c2 n4f9d          if they are one
  lagebild entities apart n81c2 n4f9d          if they are not: the pair is not shown again"""
)
@click.argument("entity", required=False)
@below
@options.limit
@options.shape
@options.color
def suggest(*, entity: str | None, base: Path, limit: int, shape: console.Shape, color: console.Color) -> int:
    """List pairs that may be one but were left apart, the likeliest first."""
    console.utf8_output()
    columns = ("score", "one", "name", "documents", "other", "other_name", "other_documents", "reason")
    with opened_base(base) as opened:
        rows = [
            (score, one.key, one.name, one.documents, other.key, other.name, other.documents, reason)
            for one, other, score, reason in opened.entity_suggestions(entity)[:limit]
        ]
        console.print_rows(columns, rows, shape, console.Page(color=color, many=True))
    return DONE


@entities.command(epilog='\b\nExample:\n  lagebild entities merge "Mahmud Karsai" "Mahmoud Karzai" n81c2')
@click.argument("into", metavar="ENTITY")
@click.argument("others", nargs=-1, required=True, metavar="ENTITY…")
@below
@author
def merge(*, into: str, others: tuple[str, ...], base: Path, author: str | None) -> int:
    """Say that entities are one. It goes by the key and the name of the first."""
    return _decided(base, "merge_entities", into, *others, author=author)


@entities.command(
    epilog="""\b
Example:
  lagebild entities split "Thomas Müller" d01234567 d89abcdef
\b
`lagebild entities show` lists the documents with their keys, which may be cut short."""
)
@click.argument("entity")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT…")
@below
@author
def split(*, entity: str, documents: tuple[str, ...], base: Path, author: str | None) -> int:
    """Say that in these documents it is somebody else. Together they become an entity of their own."""
    return _decided(base, "split_entity", entity, *documents, author=author)


@entities.command(epilog='\b\nExample:\n  lagebild entities rename n81c2 "Hamid Karsai"')
@click.argument("entity")
@click.argument("name")
@below
@author
def rename(*, entity: str, name: str, base: Path, author: str | None) -> int:
    """Call an entity otherwise."""
    return _decided(base, "rename_entity", entity, name, author=author)


@entities.command(epilog="\b\nExample:\n  lagebild entities apart n81c2 n4f9d")
@click.argument("one", metavar="ENTITY")
@click.argument("other", metavar="ENTITY")
@below
@author
def apart(*, one: str, other: str, base: Path, author: str | None) -> int:
    """Say that two entities are not one; they are not suggested again."""
    return _decided(base, "keep_entities_apart", one, other, author=author)


@entities.command()
@below
def renew(*, base: Path) -> int:
    """Compare everybody anew: after an update of the program, or where `lagebild check` says so."""
    console.utf8_output()
    import lagebild

    with lagebild.open(base, make=False) as opened:
        blocks = opened.store.refresh_identities(everybody=True)
    console.say(f"{base}: compared anew, {blocks} groups of names")
    return DONE


def _decided(base: Path, verb: str, *words: str, author: str | None) -> int:
    import lagebild

    console.utf8_output()
    with lagebild.open(base, make=False) as opened:
        made: list[Any] = getattr(opened, verb)(*words, author=author)
    for item in made:
        console.say(f"{item.key}: {item.verdict.value} {item.record} {item.value}; `lagebild judge undo` takes it back")
    return DONE


def opened_base(base: Path) -> "KnowledgeBase":
    """The base, to be written where that is possible: what newer documents change is compared when first asked for."""
    import lagebild

    try:
        return lagebild.open(base, make=False)
    except StoreError:
        return lagebild.open(base, write=False)
