"""Compressed bodies to plain bytes, never more of them than asked for."""

import zlib
from collections.abc import Iterable, Iterator

from lagebild.errors import InputError

ENCODINGS = "gzip, deflate"
"""What we tell servers that we take; a better one would need a decoder that can be stopped in the middle."""
_PIECE = 65_536


def plain_pieces(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The bytes as they were before compression, in pieces of at most 64 kB: a bomb can be left at any of them.

    `encoding` is the header Content-Encoding. Raises InputError for one that is not ours and for damaged data.
    """
    names = [name for name in (part.strip().lower() for part in encoding.split(",")) if name not in ("", "identity")]
    if not names:
        return iter(pieces)
    if len(names) > 1 or names[0] not in ("gzip", "x-gzip", "deflate"):
        raise InputError(f"comes compressed in a way that was not asked for ({encoding}); save the page in a browser")
    return _inflated(pieces, raw_allowed=names[0] == "deflate")


def _inflated(pieces: Iterable[bytes], *, raw_allowed: bool) -> Iterator[bytes]:
    # 32 + 15: a header of gzip or of zlib, whichever there is.
    machine, begun = zlib.decompressobj(47), False
    for piece in pieces:
        waiting, out = piece, b""
        # A full piece of output may leave more of it inside, with nothing waiting outside.
        while not machine.eof and (waiting or len(out) == _PIECE):
            try:
                out = machine.decompress(waiting, _PIECE)
            except zlib.error as problem:
                if begun or not raw_allowed:
                    raise InputError("is damaged: it cannot be decompressed; try again later") from problem
                # Some servers mean the bare stream when they say "deflate".
                machine, raw_allowed = zlib.decompressobj(-15), False
                continue
            begun, waiting = True, machine.unconsumed_tail
            if out:
                yield out
    if begun and not machine.eof:
        raise InputError("breaks off in the middle; try again later")
