"""An explanation as plain dicts, which docs/explain.md documents."""

from typing import Any

from lagebild.report.explained.explain import Explanation
from lagebild.report.explained.people import Found


def wire(told: Explanation, text: str) -> dict[str, Any]:
    """The explanation with the words under its spans; keys always in the same order."""
    return {
        "kind": told.kind,
        "key": told.key,
        "summary": told.is_what,
        "parts": [{"name": part.name, "span": list(part.span), "words": part.span.of(text)} for part in told.parts],
        "rule": told.rule,
        "rule_meaning": told.rule_meaning,
        "entry": told.entry._asdict() if told.entry else None,
        "clause": told.clause._asdict() if told.clause else None,
        "people": [_person(found) for found in told.people],
        "chain": list(told.chain),
        "status": told.status,
        "status_reason": told.status_reason,
        "confidence": told.confidence,
        "confidence_meaning": told.confidence_meaning,
    }


def _person(found: Found) -> dict[str, Any]:
    steps = [step._asdict() for step in found.steps]
    return found._asdict() | {"span": list(found.span) if found.span else None, "steps": steps}
