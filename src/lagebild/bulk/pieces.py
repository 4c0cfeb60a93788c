"""Pieces: a file cut into parts that can be read by themselves, always at the same places."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
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
            yield from _records(Piece(name, How.ARCHIVE, 0, size, size), stream, target)
            return
        format = _format(suffix, head) if size > target else None
        if format == "JSON lines":
            yield from _lines(Piece(name, How.LINES, 0, size, size), stream, target)
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


def parts_of(piece: Piece, *, target: int) -> Iterator[Piece]:
    """The piece in smaller ones of about `target` bytes, where there are places to cut; else as it is.

    Raises OSError where it cannot be read.
    """
    if piece.bytes <= target:
        yield piece
    elif piece.how is How.FILE:
        yield from pieces_of(piece.name, target=target)
    elif piece.how is How.ROWS:
        yield from _fewer_rows(piece, target)
    else:
        with opened(piece.name) as stream:
            if piece.how is How.LINES:
                yield from _lines(piece, stream, target)
            else:
                yield from _records(piece, stream, target)


def _lines(piece: Piece, stream: BinaryIO, target: int) -> Iterator[Piece]:
    """Ends behind the first line end that comes when there is enough; counts lines, since records are named by them."""
    stream.seek(piece.start)
    start = position = piece.start
    before = lines = piece.before
    while block := stream.read(min(_BLOCK, piece.end - position)):
        at = 0
        while position + len(block) - start >= target:
            cut = block.find(b"\n", max(at, start + target - position - 1))
            if cut < 0:
                break
            lines += block.count(b"\n", at, cut + 1)
            at = cut + 1
            yield replace(piece, start=start, end=position + at, before=before)
            start, before = position + at, lines
        lines += block.count(b"\n", at)
        position += len(block)
    if start < position:
        yield replace(piece, start=start, end=position, before=before)


def _rows(name: str, stream: BinaryIO, size: int, target: int) -> Iterator[Piece]:
    """Equal numbers of rows; their bytes are estimated, for a table's rows lie in columns."""
    import pyarrow
    from pyarrow import parquet

    try:
        rows = parquet.ParquetFile(stream, pre_buffer=False).metadata.num_rows
    except (pyarrow.ArrowException, OSError, ValueError):
        rows = 0  # whoever reads it will say what is wrong
    parts = list(_fewer_rows(Piece(name, How.ROWS, 0, size, size, 0, rows), target))
    yield from parts if len(parts) > 1 else [Piece(name, How.FILE, 0, size, size)]


def _fewer_rows(piece: Piece, target: int) -> Iterator[Piece]:
    rows = piece.rows or 0
    number = max(1, min(-(-piece.bytes // target), rows))
    for part in range(number):
        start, end = (piece.start + piece.bytes * at // number for at in (part, part + 1))
        first, last = (rows * at // number for at in (part, part + 1))
        yield replace(piece, start=start, end=end, before=piece.before + first, rows=last - first)


def _records(piece: Piece, stream: BinaryIO, target: int) -> Iterator[Piece]:
    """Ends where the first record begins that comes when there is enough."""
    start = piece.start
    while start < piece.end:
        end = piece.end
        if start + target < piece.end:
            end = min(_record_from(stream, start + target, piece.size), piece.end)
        yield replace(piece, start=start, end=end)
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
