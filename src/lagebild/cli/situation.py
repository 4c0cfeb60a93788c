"""`lagebild situation`: everything that the reports of a base say about a matter, as a page to read."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from lagebild.cli import console, options
from lagebild.cli.comparing import compare
from lagebild.cli.main import DONE

if TYPE_CHECKING:
    from lagebild.knowledge import KnowledgeBase
    from lagebild.model.situation import Situation

Shape = Literal["text", "md", "html", "json"]

SAMPLE = "Nordkorea Russland"
"""What the shipped reports are asked about where nothing else is."""
SHOWN = {"text": 8, "md": 12, "html": 12}
"""So many entries of a list at most, by format."""


@click.command(
    epilog="""\b
Examples:
  lagebild situation --sample                        a briefing on the invented reports that come with the program
  lagebild situation Nordkorea Russland              all reports in which both are, as a page for the terminal
  lagebild situation "Nordkorea Russland" --since 2024-10 --format html --out lage.html
  lagebild situation Kursk --as-of 2024-11-15        as it was known on that day
  lagebild situation --entity NATO --entity Rutte    who mentions one of them
  lagebild situation Drohnen --format json | jq '.figures[] | {about, low, high}'

\b
WORDS are searched like those of `lagebild find`: all have to be there, "a phrase" as it is, -word must not be. The HTML
page is one file that opens from disk, prints, and needs no network. docs/situation.md tells what each part means."""
)
@click.argument("words", nargs=-1)
@click.option("--entity", "entities", multiple=True, metavar="NAME|CODE", help="Reports that mention one of them.")
@click.option("--since", type=options.Time(last=False), help="Published on that day or later.")
@click.option("--until", type=options.Time(last=True), help="Published on that day or earlier.")
@click.option(
    "--as-of", "as_of", type=options.Time(last=True), help="As known on that day: nothing published later counts."
)
@click.option(
    "--format", "shape", type=click.Choice(["text", "md", "html", "json"]), help="What is written.  [default: text]"
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to that file.")
@click.option("--force", is_flag=True, help="Replace the file where it is there already.")
@click.option(
    "--language", type=click.Choice(["de", "en"]), default="de", show_default=True, help="Of the page's own words."
)
@click.option("--all", "every", is_flag=True, help="Every entry of every list; else long lists are cut.")
@click.option("--sample", is_flag=True, help="Ask the invented reports that come with the program.")
@options.database
@options.color
def situation(
    *,
    words: tuple[str, ...],
    entities: tuple[str, ...],
    since: date | None,
    until: date | None,
    as_of: date | None,
    shape: Shape | None,
    out: Path | None,
    force: bool,
    language: str,
    every: bool,
    sample: bool,
    base: Path,
    color: console.Color,
) -> int:
    """Brief me on a matter: who gives whom what, forces and their figures, threats, breaches, what is disputed, who
    says so and on whose word, from all reports about WORDS."""
    asked = " ".join(words) or (SAMPLE if sample and not entities else "")
    if not asked and not entities and not (since or until or as_of):
        raise click.UsageError('say what it is about, such as "Nordkorea Russland", or try --sample')
    if out is not None:
        _check(out, force=force)
    console.utf8_output()
    shape = shape or _by_name(out)
    with _opened(base, sample=sample) as opened:
        compare(opened)
        found = opened.situation(asked, entities=entities, since=since, until=until, as_of=as_of)
    if out is None and shape == "text":
        page = console.Page(color=color, many=False, full=every)
        from lagebild.report.briefing import briefing_of, text_page

        content = briefing_of(found, language=language, most=None if every else SHOWN["text"])
        console.print_page(text_page(content, width=page.width, full=every), page)
        return DONE
    written = _written(found, shape, language, every=every)
    if out is None:
        console.print_text(written) if shape == "text" else console.print_words(written.removesuffix("\n"))
        return DONE
    out.write_text(written, "utf-8")
    console.say(f"written to {out}: {found.counts.documents} reports")
    return DONE


def _check(out: Path, *, force: bool) -> None:
    """Says before any work is done that the file cannot be written."""
    if not out.parent.is_dir():
        raise click.UsageError(f"--out: there is no folder {out.parent}")
    if out.exists() and not force:
        raise click.UsageError(f"--out: {out} is there already; --force replaces it")


def _by_name(out: Path | None) -> Shape:
    """The format that a file's name asks for."""
    shapes: dict[str, Shape] = {".html": "html", ".htm": "html", ".md": "md", ".json": "json"}
    return shapes.get(out.suffix.lower(), "text") if out else "text"


def _written(found: "Situation", shape: Shape, language: str, *, every: bool) -> str:
    if shape == "json":
        import json

        from lagebild.situation import situation_on_wire

        return json.dumps(situation_on_wire(found), ensure_ascii=False, indent=2) + "\n"
    from lagebild.report.briefing import briefing_of, html_page, markdown_page, text_page
    from lagebild.report.layout import plain

    most = None if every else SHOWN[shape]
    content = briefing_of(found, language=language, most=most, drawn=shape == "html")
    if shape == "html":
        return html_page(content)
    if shape == "md":
        return markdown_page(content)
    return "".join(plain(line) + "\n" for line in text_page(content, width=100, full=every))


@contextmanager
def _opened(base: Path, *, sample: bool) -> "Iterator[KnowledgeBase]":
    """The base; of the sample one of its own that is gone afterwards."""
    import lagebild

    if not sample:
        with lagebild.open(base, write=False, make=False) as opened:
            yield opened
        return
    from lagebild.reading.demonstration import demonstration

    with (
        tempfile.TemporaryDirectory(prefix="lagebild-") as folder,
        lagebild.open(Path(folder) / "sample.db") as opened,
    ):
        console.say("reading the sample reports …")
        opened.add(demonstration())
        yield opened
