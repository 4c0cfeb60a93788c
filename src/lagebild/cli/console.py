"""The only place that prints: findings to standard output, everything else to standard error."""

import csv
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from typing import Any, Literal

import click

from lagebild.model.codec import encode
from lagebild.model.findings import Findings
from lagebild.report.layout import Line, Piece, plain, shown
from lagebild.report.rows import table
from lagebild.report.terminal import report

Color = Literal["auto", "always", "never"]
Shape = Literal["table", "json", "jsonl", "csv"]
Format = Callable[[Iterable[Findings], "Page"], None]

_STYLES: dict[str, dict[str, str | bool]] = {
    "headline": {"bold": True},
    "heading": {"fg": "blue", "bold": True},
    "speaker": {"fg": "yellow", "bold": True},
    "act": {"fg": "cyan"},
    "form": {"dim": True},
    "quote": {"fg": "green"},
    "value": {"fg": "magenta"},
    "faint": {"dim": True},
    "note": {"fg": "red"},
}
_PIECES = 10_000
"""So many pieces of JSON, of a few characters each, are written at once."""
_PIPED_WIDTH = 100
"""Columns of a report that does not go to a terminal."""
_WIDEST = 120
"""Longer lines are hard to read, however wide the window is."""


class Page:
    """How to print: the colour and width that the reader's terminal asks for, and whether many documents come,
    and whether the page for people shows every entry."""

    __slots__ = ("colored", "full", "many", "width", "window")

    def __init__(self, *, color: Color, many: bool, full: bool = False) -> None:
        terminal = sys.stdout.isatty()
        self.colored = color == "always" or (color == "auto" and terminal and not _declined())
        self.width = min(shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns, _WIDEST) if terminal else _PIPED_WIDTH
        self.window = self.width if terminal else None
        """The columns that a table must fit; None where nothing needs to be cut."""
        self.many = many
        self.full = full


def print_reports(findings: Iterable[Findings], page: Page) -> None:
    """The reports for a person, a rule between two of them."""
    for number, item in enumerate(findings):
        if number:
            _put("\n" + _painted((Piece("─" * page.width, "faint"),), page) + "\n\n")
        for line in report(item, width=page.width, full=page.full):
            _put(_painted(line, page) + "\n")
        sys.stdout.flush()


def print_page(lines: Iterable[Line], page: Page) -> None:
    """Lines for a person."""
    for line in lines:
        _put(_painted(line, page) + "\n")


def print_text(text: str) -> None:
    """A document's text as it is; in a terminal without what could write over the screen."""
    if sys.stdout.isatty():
        text = "\n".join(shown(line) for line in text.splitlines())
    _put(text if text.endswith("\n") else text + "\n")


def print_object(found: dict[str, Any]) -> None:
    """One JSON object."""
    _put(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def print_words(line: str) -> None:
    """One line as it stands."""
    _put(line + "\n")


def print_json(findings: Iterable[Findings], page: Page) -> None:
    """One object for one document; an array where several were asked for or came out of one file."""
    held: Findings | None = None
    opened = page.many
    written = 0
    if opened:
        _put("[")
    for item in findings:
        if not opened and held is None:
            held = item
            continue
        if held is not None:
            _put_object("[\n", held)
            held, opened, written = None, True, 1
        _put_object(",\n" if written else "\n", item)
        written += 1
    if held is not None:
        _put_object("", held)
        _put("\n")
    elif opened:
        _put("\n]\n" if written else "]\n")


def print_lines(findings: Iterable[Findings], page: Page) -> None:
    """One JSON object on each line, written as soon as its document has been read."""
    del page
    for item in findings:
        _put(json.dumps(encode(item), ensure_ascii=False, separators=(",", ":")) + "\n")
        sys.stdout.flush()


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], shape: Shape, page: Page) -> int:
    """The rows of an answer in the shape asked for, each as soon as it is known; returns how many there were.

    A table fits the window of a terminal; in a pipe nothing is cut, and without rows it has no heading either. JSON has
    an object for each row.
    """
    counted = _Counted(rows)
    if shape == "table":
        rest = iter(counted)
        first = next(rest, None)
        if first is None:
            return 0
        counted = _Counted(chain([first], rest))
        for line in table(columns, counted, width=page.width if sys.stdout.isatty() else None):
            _put(_painted(line, page) + "\n")
    elif shape == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(counted)
    elif shape == "jsonl":
        for row in counted:
            _put(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")
    else:
        _put("[")
        for number, row in enumerate(counted):
            _put((",\n " if number else "\n ") + json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False))
        _put("\n]\n" if counted.number else "]\n")
    return counted.number


class _Counted:
    """Rows that count themselves while they pass."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self._rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[Sequence[Any]]:
        for row in self._rows:
            self.number += 1
            yield row


def say(message: str) -> None:
    """A message for the person, on standard error; control characters in file names are made visible."""
    clear_progress()
    print(f"lagebild: {shown(message)}", file=sys.stderr)


def say_trace(trace: str) -> None:
    """Where in our program something broke, for whoever mends it."""
    for line in trace.rstrip().splitlines():
        print(f"    {shown(line)}", file=sys.stderr)


def progress(done: int, name: str) -> None:
    """A line that replaces itself, where standard error is a terminal; nothing elsewhere."""
    if sys.stderr.isatty() and not sys.stdout.isatty():
        print(f"\r\x1b[K{done} read · {shown(name)[:60]}", end="", file=sys.stderr, flush=True)


def replaces_lines() -> bool:
    """Whether standard error is a terminal that somebody looks at, where a line can replace itself."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def status(line: str) -> None:
    """A line that replaces itself, cut to the window; for where `replaces_lines`, and no findings are printed."""
    width = shutil.get_terminal_size((80, 24)).columns - 1
    print(f"\r\x1b[K{shown(line)[:width]}", end="", file=sys.stderr, flush=True)


def clear_progress() -> None:
    """Wipes the progress line."""
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def print_line(found: dict[str, Any]) -> None:
    """One JSON object on a line of its own, at once."""
    _put(json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def utf8_output() -> None:
    """Makes both streams UTF-8 whatever the locale says, so that the same input gives the same bytes everywhere.

    Half a surrogate pair, which JSON can hold and UTF-8 cannot, leaves as \\ud83d: in JSON that is itself again.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _put_object(before: str, item: Findings) -> None:
    """What stands before an object, and the object, piece by piece: that of a long text never lies whole in memory."""
    wire = encode(item)
    _put(before)
    pieces = json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(wire)
    while some := "".join(islice(pieces, _PIECES)):
        _put(some)


def _painted(line: Line, page: Page) -> str:
    if not page.colored:
        return plain(line)
    runs = ((style, "".join(piece.text for piece in run)) for style, run in groupby(line, lambda piece: piece.style))
    painted = (click.style(text, **_STYLES[style]) if style else text for style, text in runs)  # type: ignore[arg-type]
    return "".join(painted).rstrip()


def _put(text: str) -> None:
    sys.stdout.write(text)


def _declined() -> bool:
    """Whether the reader has said that colour is unwelcome (https://no-color.org)."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
