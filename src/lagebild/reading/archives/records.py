"""A WARC cut into its records, going on behind whatever is damaged: fastwarc stops at the first wrong length."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_VERSION = rb"WARC/(?:0\.\d{1,2}|1\.\d)\r?\n"
_BEGIN = re.compile(_VERSION)
_NEXT = re.compile(rb"\n" + _VERSION)
_LENGTH_OF_NEXT = 16
"""The most bytes that `_NEXT` matches."""
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_LARGEST_HEAD = 65_536
_LENGTH = re.compile(rb"^content-length\s*:\s*(\d{1,18})\s*$", re.IGNORECASE | re.MULTILINE)
_PIECE = 65_536
_LOOK = 16


@dataclass(frozen=True, slots=True)
class Record:
    """One record: `head` with its closing empty line, `content` up to the limit, `length` what the head says of it.

    `damage` says what is wrong with it; its content is not to be trusted then.
    """

    number: int
    head: bytes
    content: bytes
    length: int
    damage: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A place behind the record of that number where there is no record, or one too damaged to begin with."""

    number: int
    size: int


def records(pieces: Iterable[bytes | None], *, limit: int) -> Iterator[Record | Gap]:
    """The records of an archive whose bytes come in pieces, None where some are missing. Only `limit` bytes of each
    content are kept, and little more is held in memory at any time."""
    tape, number, wary, gap = _Tape(pieces), 0, False, 0
    while True:
        gap += tape.to_next()
        head = tape.head()
        if head is None and not tape.over:
            gap += tape.drop(1)
            continue
        if gap:
            yield Gap(number, gap)
            gap = 0
        if head is None:
            return
        number += 1
        found = _LENGTH.search(head)
        if found is None:
            yield Record(number, head, b"", 0, "says no length")
            continue
        length = int(found[1])
        content, damage = _content(tape, length, limit=limit, wary=wary)
        wary = wary or damage is not None
        yield Record(number, head, content, length, damage)


def _content(tape: "_Tape", length: int, *, limit: int, wary: bool) -> tuple[bytes, str | None]:
    """The content, and what is wrong with it. Whatever else it swallowed is put back onto the tape."""
    kept = bytearray()
    left = length
    # Where lengths have been wrong before, and where there is too much to keep, each beginning of a record counts.
    watch = wary or length > limit
    seam = b""
    while left:
        piece = tape.take(min(left, _PIECE))
        if not piece:
            return _cut_back(tape, kept) or (bytes(kept), "breaks off")
        if watch and (found := _NEXT.search(seam + piece)):
            at = max(0, found.start() + 1 - len(seam))
            tape.put_back(piece[at:] if found.start() + 1 >= len(seam) else (seam + piece)[found.start() + 1 :])
            return bytes(kept), "has a wrong length"
        seam = piece[-_LENGTH_OF_NEXT:] if watch else b""
        kept += piece[: max(0, limit - len(kept))]
        left -= len(piece)
    after = tape.look(_LOOK)
    rest = after.lstrip(b"\r\n")
    if not rest or rest.startswith(b"WARC/") or after.startswith((b"\r\n\r\n", b"\n\n")):
        return bytes(kept), None
    return _cut_back(tape, kept) or (bytes(kept), "has a wrong length")


def _cut_back(tape: "_Tape", kept: bytearray) -> tuple[bytes, str] | None:
    """Puts a record that the content swallowed back onto the tape, with all that follows."""
    found = _NEXT.search(kept)
    if found is None:
        return None
    tape.put_back(bytes(kept[found.start() + 1 :]))
    return bytes(kept[: found.start()]), "has a wrong length"


class _Tape:
    """Bytes in pieces, read forward, with room to put some back. Nothing is read across a place where some are missing
    until `to_next` has passed it."""

    def __init__(self, pieces: Iterable[bytes | None]) -> None:
        self._pieces = iter(pieces)
        self._buffer = bytearray()
        self._broken = self._ended = False

    @property
    def over(self) -> bool:
        return self._ended and not self._buffer

    def to_next(self) -> int:
        """Goes to the next beginning of a record, and says over how many bytes that are more than empty lines. A place
        where bytes are missing counts as one at least."""
        skipped = 0
        while True:
            while not self._buffer.strip(b"\r\n") and self._more():
                pass
            self.drop(len(self._buffer) - len(self._buffer.lstrip(b"\r\n")))
            self.look(_LENGTH_OF_NEXT)
            if _BEGIN.match(self._buffer):
                return skipped
            if found := _NEXT.search(self._buffer):
                return skipped + self.drop(found.start() + 1)
            skipped += self.drop(len(self._buffer) - _LENGTH_OF_NEXT)
            if not self._more():
                skipped += self.drop(len(self._buffer))
                if not self._broken:
                    return skipped
                self._broken = False
                skipped += 1

    def head(self) -> bytes | None:
        """The head of the record that begins here, taken; None where it has no end before the next record begins."""
        while True:
            if found := _END_OF_HEAD.search(self._buffer):
                sound = found.end() <= _LARGEST_HEAD and not _NEXT.search(self._buffer, 0, found.end())
                return self.take(found.end()) if sound else None
            if len(self._buffer) > _LARGEST_HEAD or not self._more():
                return None

    def look(self, size: int) -> bytes:
        """The next bytes, left where they are."""
        while len(self._buffer) < size and self._more():
            pass
        return bytes(self._buffer[:size])

    def take(self, size: int) -> bytes:
        """The next bytes, fewer where the tape breaks or ends."""
        taken = self.look(size)
        self.drop(len(taken))
        return taken

    def drop(self, size: int) -> int:
        """Leaves out so many of the bytes at hand."""
        size = min(max(size, 0), len(self._buffer))
        del self._buffer[:size]
        return size

    def put_back(self, data: bytes) -> None:
        self._buffer[:0] = data

    def _more(self) -> bool:
        if self._broken or self._ended:
            return False
        piece = next(self._pieces, b"")
        self._broken = piece is None
        self._ended = piece == b""
        self._buffer += piece or b""
        return bool(piece)
