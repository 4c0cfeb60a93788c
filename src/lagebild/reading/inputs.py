"""What is named on the command line into documents, one after the other, with a word on each that cannot be read."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.decode import decoded
from lagebild.reading.records import document_of, lines_of, parsed

STANDARD_INPUT = "-"
LINES = (".jsonl", ".ndjson")
_RECORD = re.compile(r'\s*(?:\[\s*)?\{\s*"')
"""How a JSON object, or an array of them, begins."""
_MAYBE_LINES = ("", ".json")
"""A stream without a name, and a name that many give to JSON lines too."""
_PAGE = re.compile(r"\s*<(!doctype\s+html|html)\b", re.IGNORECASE)
SUFFIXES = (".txt", ".json", *LINES)
"""The files of a folder that are read."""


class Failure(NamedTuple):
    """One input that cannot be read: its name, with the line where it has several, and why."""

    origin: str
    reason: str


def read_inputs(paths: Iterable[str]) -> Iterator[Document | Failure]:
    """The documents of files, folders and standard input ("-"), in the order given; a failure costs only itself."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _read("standard input", "stdin", "", sys.stdin.buffer.read)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path))
        else:
            yield from _read_file(Path(path))


def _read_folder(folder: Path) -> Iterator[Document | Failure]:
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    if not files:
        yield Failure(str(folder), f"has no {', '.join(SUFFIXES)} files")
    for file in files:
        yield from _read_file(file)


def _read_file(file: Path) -> Iterator[Document | Failure]:
    return _read(str(file), file.stem, file.suffix.lower(), file.read_bytes)


def _read(origin: str, stem: str, suffix: str, content: Callable[[], bytes]) -> Iterator[Document | Failure]:
    try:
        data = content()
        text = decoded(data)
    except OSError as problem:
        yield Failure(origin, problem.strerror or str(problem))
        return
    except InputError as problem:
        yield Failure(origin, str(problem))
        return
    if not text.strip():
        yield Failure(origin, "is empty")
    elif _PAGE.match(text):
        yield Failure(origin, "is a web page; only plain text and JSON are read, so save the text of the report")
    elif suffix in LINES or (suffix in _MAYBE_LINES and _each_line_is_an_object(text)):
        for number, line in lines_of(text):
            yield _document(line, f"{stem}-{number}", f"{origin}, line {number}")
    elif suffix == ".json" or (not suffix and _RECORD.match(text)):
        yield from _read_value(text, stem, origin)
    else:
        yield Document(id=stem, text=text, origin=origin)


def _read_value(text: str, stem: str, origin: str) -> Iterator[Document | Failure]:
    """One object, or an array of them."""
    try:
        value = parsed(text)
    except InputError as problem:
        yield Failure(origin, str(problem))
        return
    records = value if isinstance(value, list) else [value]
    if not records:
        yield Failure(origin, "holds no reports")
    for number, record in enumerate(records, 1):
        several = isinstance(value, list)
        name = f"{origin}, record {number}" if several else origin
        try:
            yield document_of(record, id=f"{stem}-{number}" if several else stem, origin=name)
        except InputError as problem:
            yield Failure(name, str(problem))


def _document(line: str, id: str, origin: str) -> Document | Failure:
    try:
        return document_of(parsed(line), id=id, origin=origin)
    except InputError as problem:
        return Failure(origin, str(problem))


def _each_line_is_an_object(text: str) -> bool:
    """Whether a text is JSON lines: its first line is an object by itself, and there is a second."""
    first, _, rest = text.lstrip().partition("\n")
    if not first.startswith("{") or not rest.strip():
        return False
    try:
        return isinstance(parsed(first), dict)
    except InputError:
        return False
