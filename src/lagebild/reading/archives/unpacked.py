"""Compressed archives as a stream of plain bytes that goes on behind damaged places."""

import zlib
from collections.abc import Iterator
from typing import Protocol


class Readable(Protocol):
    """Whatever bytes can be read from, forward only."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes, none at the end."""
        ...


GZIP = b"\x1f\x8b"
_MEMBER = b"\x1f\x8b\x08"
_PIECE = 262_144
_GZIP_ONLY = 31
"""What zlib calls a stream with a header of gzip."""


def plain(stream: Readable) -> Iterator[bytes | None]:
    """The bytes of the stream, decompressed where they are gzip; None stands where some are missing or damaged."""
    data = stream.read(_PIECE)
    if data.startswith(GZIP):
        yield from _members(stream, data)
        return
    while data:
        yield data
        data = stream.read(_PIECE)


def _members(stream: Readable, data: bytes) -> Iterator[bytes | None]:
    """What the members of a gzip file hold. Archives have one for each record, so damage ends with the member."""
    machine, out = zlib.decompressobj(_GZIP_ONLY), b""
    while True:
        try:
            out = machine.decompress(data, _PIECE)
        except zlib.error:
            yield None
            data, machine = _next_member(stream, data[1:]), zlib.decompressobj(_GZIP_ONLY)
            if not data:
                return
            continue
        if out:
            yield out
        data = machine.unconsumed_tail
        if machine.eof:
            # Zeros may fill the space between members.
            data, machine = machine.unused_data.lstrip(b"\0") or stream.read(_PIECE), zlib.decompressobj(_GZIP_ONLY)
            if data and not data.startswith(GZIP[: len(data)]):
                yield None
                data = _next_member(stream, data)
            if not data:
                return
        elif not data and len(out) < _PIECE:
            data = stream.read(_PIECE)
            if not data:
                yield None
                return


def _next_member(stream: Readable, data: bytes) -> bytes:
    """The bytes from the next one on that may begin a member; empty at the end."""
    while (at := data.find(_MEMBER)) < 0:
        more = stream.read(_PIECE)
        if not more:
            return b""
        data = data[-len(_MEMBER) + 1 :] + more
    return data[at:]
