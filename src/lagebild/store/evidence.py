"""No record without words of its document: what is to be stored is checked against the text, word for word."""

import zlib
from typing import Any

from lagebild.errors import EvidenceError
from lagebild.model.codec import decode, encode
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.packing import unpacked

Wire = dict[str, Any]


def verified(wire: Wire) -> Findings:
    """The findings of a wire form, if every span lies in the text and every quoted word stands there verbatim.

    Raises EvidenceError with the first place that does not, or for a wire form that is none.
    """
    return _as_written(wire, str(wire.get("id")), words=True)


def verified_packed(found: bytes, document: Document) -> Findings:
    """The findings of a document that `packing.packed` made a few bytes of, if every span lies in its text.

    No quoted words go with them, which could be others than those of the text. Raises EvidenceError as `verified` does.
    """
    try:
        wire = unpacked(found, document.text)
    except (ValueError, zlib.error) as problem:
        raise EvidenceError(f"{document.id}: not findings: {problem!r}") from problem
    return _as_written(wire, document.id, words=False)


def _as_written(wire: Wire, name: str, *, words: bool) -> Findings:
    try:
        findings = decode(wire)
        again = encode(findings, words=words)
    except (LookupError, TypeError, ValueError, AttributeError) as problem:
        raise EvidenceError(f"{name}: not findings as docs/json.md describes them: {problem!r}") from problem
    if not words:
        again["text"] = findings.document.text
    if again != wire:
        raise EvidenceError(f"{name}: {_difference(wire, again, '') or 'does not stand in its text'}")
    return findings


def _difference(said: Any, is_so: Any, where: str) -> str | None:
    """The first place where the two differ, and how."""
    if said == is_so:
        return None
    if isinstance(said, dict) and isinstance(is_so, dict):
        parts = ((f"{where}.{name}".lstrip("."), said.get(name), is_so.get(name)) for name in {**said, **is_so})
        return next(filter(None, (_difference(one, other, place) for place, one, other in parts)), None)
    if isinstance(said, list) and isinstance(is_so, list) and len(said) == len(is_so):
        pairs = enumerate(zip(said, is_so, strict=True))
        return next(filter(None, (_difference(*pair, f"{where}[{number}]") for number, pair in pairs)), None)
    return f"{where}: {said!r} is not what the text gives, which is {is_so!r}"
