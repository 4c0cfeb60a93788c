"""Pieces: a file cut into parts that can be read by themselves, always at the same places."""

import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from lagebild.bulk.files import opened, size_of
from lagebild.bulk.piece import How, Piece
from lagebild.errors import InputError
from lagebild.reading.archives import is_archive
from lagebild.reading.decode import encoding_of
from lagebild.reading.formats import named
from lagebild.reading.formats.packed import is_gzip

_HEAD = 65_536
_BLOCK = 1 << 20
_WIDE = ("utf-16", "utf-32", "utf_16_le", "utf_16_be")
_MEMBER = b"\x1f\x8b\x08"
_RECORD = b"WARC/"
_NEXT = b"\nWARC/"


def pieces_of(name: str, *, target: int) -> Iterator[Piece]:
    """The file in pieces of about `target` bytes where its format has places to cut, else as it is.

    Raises OSError where it cannot be read.
    """
    size = size_of(name)
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    with opened(name) as stream:
        head = stream.read(_HEAD)
        if is_archive(head):
            yield from _archive(name, stream, size, target)
            return
        format = _format(suffix, head) if size > target else None
        if format == "JSON lines":
            yield from _lines(name, stream, size, target)
        elif format == "Parquet":
            yield from _rows(name, stream, size, target)
        else:
            yield Piece(name, How.FILE, 0, size, size)


def _format(suffix: str, head: bytes) -> str | None:
    """The format by name; None where the bytes have to be read as a whole."""
    if is_gzip(head):
        return None
    try:
        found = named(suffix, None, head, of_the_web=False).name
        return None if found == "JSON lines" and encoding_of(head) in _WIDE else found
    except InputError:
        return None


def _lines(name: str, stream: BinaryIO, size: int, target: int) -> Iterator[Piece]:
    """Ends behind the first line end that comes when there is enough; counts lines, since records are named by them."""
    stream.seek(0)
    start = position = before = lines = 0
    while block := stream.read(_BLOCK):
        at = 0
        while position + len(block) - start >= target:
            cut = block.find(b"\n", max(at, start + target - position - 1))
            if cut < 0:
                break
            lines += block.count(b"\n", at, cut + 1)
            at = cut + 1
            yield Piece(name, How.LINES, start, position + at, size, before)
            start, before = position + at, lines
        lines += block.count(b"\n", at)
        position += len(block)
    if start < position:
        yield Piece(name, How.LINES, start, position, size, before)


def _rows(name: str, stream: BinaryIO, size: int, target: int) -> Iterator[Piece]:
    """Equal numbers of rows; their bytes are estimated, for a table's rows lie in columns."""
    import pyarrow
    from pyarrow import parquet

    try:
        rows = parquet.ParquetFile(stream, pre_buffer=False).metadata.num_rows
    except (pyarrow.ArrowException, OSError, ValueError):
        rows = 0  # whoever reads it will say what is wrong
    number = min(-(-size // target), rows)
    if number < 2:
        yield Piece(name, How.FILE, 0, size, size)
        return
    for part in range(number):
        first, last = rows * part // number, rows * (part + 1) // number
        yield Piece(name, How.ROWS, size * part // number, size * (part + 1) // number, size, first, last - first)


def _archive(name: str, stream: BinaryIO, size: int, target: int) -> Iterator[Piece]:
    """Ends where the first record begins that comes when there is enough."""
    start = 0
    while start < size:
        end = _record_from(stream, start + target, size) if start + target < size else size
        yield Piece(name, How.ARCHIVE, start, end, size)
        start = end


def _record_from(stream: BinaryIO, position: int, size: int) -> int:
    """Where the first record behind a position begins; the size of the file where none does."""
    stream.seek(0)
    mark = _MEMBER if is_gzip(stream.read(len(_MEMBER))) else _NEXT
    while position < size:
        stream.seek(position)
        block = stream.read(_BLOCK + _HEAD)
        at = block.find(mark)
        while 0 <= at < _BLOCK:
            if mark is _NEXT:
                return position + at + 1
            if _begins_record(block[at : at + _HEAD]):
                return position + at
            at = block.find(mark, at + 1)
        position += _BLOCK
    return size


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(packed, len(_RECORD)) == _RECORD
    except zlib.error:
        return False
