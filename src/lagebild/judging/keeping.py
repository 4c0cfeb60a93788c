"""Keeping: a record as somebody judged it, put back where a newer engine no longer finds it or tells it otherwise."""

from typing import Any

from lagebild.judging.checks import Ground
from lagebild.judging.fields import FIELDS
from lagebild.judging.sheet import Record
from lagebild.model.naming import PLACED

_CARRIED: dict[str, dict[str, Any]] = {
    "attribution": {"speaker_reason": "somebody confirmed it"},
    "event": {"lexeme": ""},
    "place": {"reason": "somebody confirmed it"},
    "mention": {"reason": "somebody confirmed it"},
}
"""What such a record holds besides the fields that can be corrected, and what stands there where it is missing."""
_KEYS = {"entity": "entities", "within": "attributions", "attribution": "attributions"}


def kept(kind: str, name: str, before: Record, ground: Ground) -> Record:
    """The whole record as it stood; raises ValueError where a field holds what cannot stand there.

    What it referred to and is no longer found is left open.
    """
    before = _loosened(kind, before, ground)
    record = {field: check(before.get(field), ground) for field, check in FIELDS[kind].items()}
    for field, default in _CARRIED.get(kind, {}).items():
        record[field] = before[field] if isinstance(before.get(field), str) else default
    if kind not in PLACED:
        record["key"] = name
    if kind != "entity":
        confidence = before.get("confidence")
        is_share = isinstance(confidence, int | float) and not isinstance(confidence, bool) and 0 <= confidence <= 1
        record["confidence"] = confidence if is_share else 1.0
    if kind not in ("entity", "mention"):
        record["rule"] = before["rule"] if isinstance(before.get("rule"), str) else "judgement"
    return record


def confirmed(kind: str, now: Record, before: Record, ground: Ground) -> Record:
    """The record that is found now, saying what it said when somebody accepted it; references that no longer lead
    anywhere stay as they are now. Raises ValueError as `kept` does."""
    then = kept(kind, str(now.get("key")), before, ground)
    told = {field: then[field] for field in FIELDS[kind]}
    for field in told:
        if _reference(kind, field) and told[field] is None and before.get(field) is not None:
            told[field] = now[field]
    return now | told


def _loosened(kind: str, before: Record, ground: Ground) -> Record:
    """The record without references to what is not there."""
    loose = dict(before)
    for field in FIELDS[kind]:
        known = _reference(kind, field)
        if known is not None and not _among(loose.get(field), getattr(ground, known)):
            loose[field] = None
    if kind == "threat" and isinstance(loose.get("to_entities"), list):
        loose["to_entities"] = [key if _among(key, ground.entities) else None for key in loose["to_entities"]]
    if kind == "exchange" and isinstance(loose.get("sides"), list):
        loose["sides"] = [_side(side, ground) if isinstance(side, dict) else side for side in loose["sides"]]
    return loose


def _side(side: Record, ground: Ground) -> Record:
    events = side.get("events")
    return side | {
        "party_entity": side.get("party_entity") if _among(side.get("party_entity"), ground.entities) else None,
        "events": [key for key in events if _among(key, ground.events)] if isinstance(events, list) else [],
    }


def _reference(kind: str, field: str) -> str | None:
    """Among which keys the field must lead; None where it is no reference. A mention without entity is nothing."""
    if kind == "mention":
        return None
    return "entities" if field.endswith("_entity") else _KEYS.get(field)


def _among(key: Any, known: frozenset[str]) -> bool:
    return isinstance(key, str) and key in known
