"""Findings to a few bytes and back: the wire form without what the text says already."""

import json
import zlib
from typing import Any

from lagebild.model.codec import encode
from lagebild.model.findings import Findings

Wire = dict[str, Any]
_LEVEL = 6


def packed(findings: Findings) -> bytes:
    """zlib of the wire form (docs/json.md) without `text` and the words under spans; equal findings give equal bytes.

    Half a surrogate pair goes through unharmed. Raises ValueError as `encode` does.
    """
    return packed_wire(encode(findings, words=False))


def packed_wire(slim: Wire) -> bytes:
    """The same for a wire form without `text` and words."""
    told = json.dumps(slim, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(told.encode("utf-8", "surrogatepass"), _LEVEL)


def unpacked(data: bytes, text: str) -> Wire:
    """A wire form from which `codec.decode` makes the findings again; it has no `words`."""
    wire: Wire = json.loads(zlib.decompress(data))
    wire["text"] = text
    return wire
