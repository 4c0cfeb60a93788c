"""What is named on the command line into documents, one after the other, with a word on each that cannot be read."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lagebild.model.document import Document
from lagebild.reading.documents import SUFFIXES, documents_of
from lagebild.reading.failure import Failure
from lagebild.reading.raw import Raw

__all__ = ["STANDARD_INPUT", "Failure", "read_inputs"]

STANDARD_INPUT = "-"
_ENDINGS = tuple(SUFFIXES)
_SHOWN = sorted(suffix for suffix in SUFFIXES if not suffix.endswith(".gz"))


def read_inputs(paths: Iterable[str], *, mapping: Mapping[str, str] = {}) -> Iterator[Document | Failure]:
    """The documents of files, folders and standard input ("-"), in the order given; a failure costs only itself."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _read_pipe(mapping)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path), mapping)
        else:
            yield from _read_file(Path(path), mapping)


def _read_folder(folder: Path, mapping: Mapping[str, str]) -> Iterator[Document | Failure]:
    files = sorted(file for file in folder.rglob("*") if file.name.lower().endswith(_ENDINGS) and file.is_file())
    if not files:
        yield Failure(str(folder), f"has no file that can be read ({', '.join(_SHOWN)})")
    for file in files:
        yield from _read_file(file, mapping)


def _read_file(file: Path, mapping: Mapping[str, str]) -> Iterator[Document | Failure]:
    raw = Raw(origin=str(file), stem=file.stem, suffix=file.suffix.lower(), path=file)
    return documents_of(raw, mapping=mapping)


def _read_pipe(mapping: Mapping[str, str]) -> Iterator[Document | Failure]:
    raw = Raw(origin="standard input", stem="stdin", data=sys.stdin.buffer.read())
    return documents_of(raw, mapping=mapping)
