"""`lagebild watch`: saved questions, and what is new about them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lagebild.cli import console, options
from lagebild.cli.comparing import compare
from lagebild.cli.main import DONE
from lagebild.report.layout import Line, Piece, wrapped

if TYPE_CHECKING:
    from lagebild.watching import News

Found = tuple[datetime, "News"]

_WATCHES = ("name", "words", "unread", "news", "looked", "made")
_NEWS = (
    "watch", "kind", "sentence", "words", "outlet", "day", "document", "claim", "gloss", "telling", "found", "key",
)  # fmt: skip
_DIGITS = 10


@click.group(
    epilog="""\b
Examples:
  lagebild watch add kursk Nordkorea Kursk         from now on, what is new about North Korea and Kursk
  lagebild add https://www.example.org/feed.xml    reports come in; a line says how many news there are
  lagebild watch run                               shows them, once
  lagebild watch run --format atom --out feeds/    a feed file for each watch, for a feed reader
  lagebild watch show kursk                        all news so far
  lagebild watch list
  lagebild watch remove kursk

\b
News are: a claim that nobody made before, another independent origin, a denial, a confirmation, somebody who says
something else than before, another figure, and somebody who is told of in the matter for the first time. Each has
the exact words of the document. What was in the base when the watch was made is no news. docs/watches.md tells more."""
)
def watch() -> None:
    """Keep questions and tell what is new about them since you last looked."""


@watch.command(epilog="\b\nExample:\n  lagebild watch add kursk Nordkorea Kursk")
@click.argument("name")
@click.argument("words", nargs=-1, required=True)
@options.database
def add(*, name: str, words: tuple[str, ...], base: Path) -> int:
    """Save the question WORDS under NAME; claims that speak of all the words are watched."""
    import lagebild

    with lagebild.open(base) as opened:
        opened.watch(name, " ".join(words))
    console.say(f"{base}: from now on `lagebild watch run` tells what is new about {' '.join(words)}")
    return DONE


@watch.command(name="list")
@options.database
@options.shape
@options.color
def listing(*, base: Path, shape: console.Shape, color: console.Color) -> int:
    """List the watches, with how many news there are and how many nobody has read."""
    import lagebild

    console.utf8_output()
    with lagebild.open(base, write=False, make=False) as opened:
        rows: list[Sequence[Any]] = [
            (item.name, item.words, item.unread, item.news, _told(item.looked), _told(item.made))
            for item in opened.watches()
        ]
    if not console.print_rows(_WATCHES, rows, shape, console.Page(color=color, many=True)):
        console.say("no watches yet; `lagebild watch add NAME WORDS` makes one")
    return DONE


@watch.command(epilog="\b\nExample:\n  lagebild watch show kursk --format json")
@click.argument("name")
@options.database
@options.shape
@options.color
def show(*, name: str, base: Path, shape: console.Shape, color: console.Color) -> int:
    """Show all news of a watch so far, the newest first."""
    import lagebild

    console.utf8_output()
    page = console.Page(color=color, many=True)
    with lagebild.open(base, write=False, make=False) as opened:
        news = opened.news(name)
    if shape == "table":
        console.print_page(_page(name, news, page.width), page)
    else:
        console.print_rows(_NEWS, _rows(name, news), shape, page)
    if not news:
        console.say(f"no news for {name} yet")
    return DONE


@watch.command()
@click.argument("name")
@options.database
def remove(*, name: str, base: Path) -> int:
    """Forget a watch with all its news."""
    import lagebild

    with lagebild.open(base, make=False) as opened:
        opened.unwatch(name)
    console.say(f"{base}: {name} is watched no more")
    return DONE


@watch.command(
    epilog="""\b
Examples:
  lagebild watch run
  lagebild watch run kursk --format json
  lagebild watch run --format atom --out feeds/"""
)
@click.argument("name", required=False)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "jsonl", "csv", "atom"]),
    default="text",
    show_default=True,
    help="How news are printed; atom writes a file for each watch and leaves the news unread.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="With atom: the folder for the files, or with NAME the file.",
)
@click.option("--keep", is_flag=True, help="Leave the news unread.")
@options.database
@options.color
def run(*, name: str | None, shape: str, out: Path | None, keep: bool, base: Path, color: console.Color) -> int:
    """Look for news and show those that nobody has read, of all watches or of the one called NAME."""
    import lagebild

    if (shape == "atom") != (out is not None):
        raise click.UsageError("--format atom and --out PATH go together: a feed is a file.")
    console.utf8_output()
    page = console.Page(color=color, many=True)
    with lagebild.open(base, make=False) as opened:
        compare(opened)
        opened.look_for_news()
        names = [item.name for item in opened.watches() if name in (None, item.name)]
        if name is not None and not names:
            opened.news(name)  # says that there is none of that name
        if not names:
            console.say("no watches yet; `lagebild watch add NAME WORDS` makes one")
            return DONE
        if out is not None:
            for one in names:
                opened.write_feed(one, out if name is not None and not out.is_dir() else out / f"{_file(one)}.xml")
            return DONE
        news = {one: opened.news(one, unread=True) for one in names}
        if shape == "text":
            for one, found in news.items():
                console.print_page(_page(one, found, page.width), page)
        else:
            rows = [row for one, found in news.items() for row in _rows(one, found)]
            console.print_rows(_NEWS, rows, shape, page)  # type: ignore[arg-type]
        if not keep:
            for one in names:
                opened.read_news(one)
    if not any(news.values()):
        console.say("no news")
    return DONE


def _page(name: str, news: Sequence[Found], width: int) -> Iterator[Line]:
    """The news of one watch for a person: what is new, and the words that it stands on."""
    if not news:
        return
    count = "1 news" if len(news) == 1 else f"{len(news)} news"
    yield (Piece(f"{name}: {count}", "heading"),)
    for _, item in news:
        begin = (Piece("  "), Piece(f"{item.kind.value:13}", "act"))
        yield from wrapped([Piece(item.sentence)], width=width, first=begin, indent=15)
        where = ", ".join(part for part in (item.outlet, item.day) if part)
        document, _, record = item.ref.partition("/")
        place = f"{document[:_DIGITS]}/{record.partition('@')[0]}"
        quoted = [Piece(f"“{item.words}” ", "quote"), Piece(f"({where}) {place}", "faint")]
        yield from wrapped(quoted, width=width, first=(Piece(" " * 15),), indent=15)


def _rows(name: str, news: Sequence[Found]) -> Iterator[Sequence[Any]]:
    for found, item in news:
        yield (
            name, item.kind.value, item.sentence, item.words, item.outlet, item.day, item.document, item.claim,
            item.gloss, item.ref, _told(found), item.key,
        )  # fmt: skip


def _told(at: datetime) -> str:
    return at.isoformat(sep=" ", timespec="seconds").removesuffix("+00:00")


def _file(name: str) -> str:
    """The name as that of a file on every system."""
    return "".join(sign if sign.isalnum() or sign in "-_ " else "-" for sign in name).strip() or "watch"
