"""Finding a judged record again where a newer engine has named it otherwise: by the words it stands on."""

from collections.abc import Iterable
from typing import Any

from lagebild.judging.sheet import Record

SAME_WORDS = 0.5
"""Contents that share this much of their characters may be one statement; below it, it is another one."""
OTHER_CUE = 0.8
"""So much must they share where another word is taken to introduce them."""

_ANCHORS = {
    "attribution": ("cue",), "event": ("trigger",), "exchange": ("tie",), "breach": ("trigger",),
    "threat": ("trigger",), "deployment": ("trigger", "forces"), "mention": ("span",), "timex": ("span",),
    "quantity": ("span",), "place": ("span",),
}  # fmt: skip
"""The words that a record hangs on."""
_BODIES = {
    "attribution": ("content",), "breach": ("violates",), "threat": ("means",), "deployment": ("forces",),
}  # fmt: skip
"""The words that it is about."""
_CLAIMS = {
    "attribution": ("speaker",), "event": ("type", "actor", "recipient"), "breach": ("who",), "threat": ("from", "to"),
    "deployment": ("whose",), "entity": ("kind", "name"), "mention": ("entity",), "timex": ("type", "value"),
    "quantity": ("low", "high", "unit"), "place": ("name", "code"),
}  # fmt: skip
"""The fields that make a record say something else when they change."""


def likeness(kind: str, before: Record, record: Record) -> float:
    """How surely both are the same record: 0 for no, 2 for the same words throughout."""
    if kind == "entity":
        return _same_name(before, record)
    anchor = _shared(_spans(before, _ANCHORS[kind]), _spans(record, _ANCHORS[kind]))
    body = _shared(_spans(before, _BODIES.get(kind, ())), _spans(record, _BODIES.get(kind, ())))
    if kind != "attribution":
        return anchor + body if anchor > 0 else 0.0
    cues = _spans(before, ("cue",)) and _spans(record, ("cue",))
    if anchor > 0 or not cues:
        return anchor + body if body >= SAME_WORDS or (anchor == 1 and body > 0 and cues) else 0.0
    return body if body >= OTHER_CUE else 0.0


IDENTICAL = 2.0


def claim(kind: str, record: Record) -> Any:
    """What the record says, in a form that can be compared."""
    if kind == "exchange":
        parties = [side.get("party") for side in record.get("sides", ())]
        return sorted(parties, key=lambda party: (party is None, party or ""))
    return [record.get(name) for name in _CLAIMS[kind]]


def _same_name(before: Record, record: Record) -> float:
    if before.get("kind") != record.get("kind"):
        return 0.0
    if before.get("name") == record.get("name"):
        return IDENTICAL
    return 1.0 if before.get("known") is not None and before.get("known") == record.get("known") else 0.0


def _spans(record: Record, names: Iterable[str]) -> list[tuple[int, int]]:
    """The spans in these fields, whether one or several stand there."""
    found: list[tuple[int, int]] = []
    for name in names:
        value = record.get(name)
        if value:
            found.extend((tuple(pair) for pair in value) if isinstance(value[0], list) else [tuple(value)])
    return found


def _shared(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> float:
    """The part of the characters under both among those under either; 1 where both are empty."""
    if not left and not right:
        return 1.0
    both = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in _flat(left) for b in _flat(right))
    either = sum(end - start for start, end in (*_flat(left), *_flat(right))) - both
    return both / either if either else 0.0


def _flat(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same characters without overlaps."""
    flat: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if flat and start <= flat[-1][1]:
            flat[-1] = (flat[-1][0], max(flat[-1][1], end))
        else:
            flat.append((start, end))
    return flat
