"""Findings to a few bytes and back: the wire form without what the text says already."""

import json
import zlib
from typing import Any

Wire = dict[str, Any]
_LEVEL = 6
_TOLD_BY_THE_TEXT = "words"


def packed(wire: Wire) -> bytes:
    """zlib of the wire form (docs/json.md) without `text` and the words under spans; equal wires give equal bytes."""
    slim = _without_words({name: value for name, value in wire.items() if name != "text"})
    return zlib.compress(json.dumps(slim, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), _LEVEL)


def unpacked(data: bytes, text: str) -> Wire:
    """A wire form from which `codec.decode` makes the findings again; it has no `words`."""
    wire: Wire = json.loads(zlib.decompress(data))
    wire["text"] = text
    return wire


def _without_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_words(part) for name, part in value.items() if name != _TOLD_BY_THE_TEXT}
    if isinstance(value, list):
        return [_without_words(part) for part in value]
    return value
