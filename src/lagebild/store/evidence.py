"""No record without words of its document: what is to be stored is checked against the text, word for word."""

from typing import Any

from lagebild.errors import EvidenceError
from lagebild.model.codec import decode, encode
from lagebild.model.findings import Findings

Wire = dict[str, Any]


def verified(wire: Wire) -> Findings:
    """The findings of a wire form, if every span lies in the text and every quoted word stands there verbatim.

    Raises EvidenceError with the first place that does not, or for a wire form that is none.
    """
    try:
        findings = decode(wire)
        again = encode(findings)
    except (KeyError, TypeError, ValueError) as problem:
        raise EvidenceError(f"{wire.get('id')}: not findings as docs/json.md describes them: {problem!r}") from problem
    if again != wire:
        raise EvidenceError(f"{wire.get('id')}: {_difference(wire, again, '') or 'does not stand in its text'}")
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
