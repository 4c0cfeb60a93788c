"""The whole answer to why a record is there."""

from typing import Any, NamedTuple

from lagebild.language.load import Language
from lagebild.model.findings import Findings
from lagebild.report.explained.clauses import ClauseTold, clause_told
from lagebild.report.explained.entries import Entry, entry_of
from lagebild.report.explained.people import Found, people
from lagebild.report.explained.reality import status_reason
from lagebild.report.explained.records import Part, Record

Labels = dict[str, Any]

_CHECKED = frozenset(("attribution", "time"))
"""Kinds whose confidence is checked against annotated articles (docs/confidence.md)."""


class Explanation(NamedTuple):
    """Fields mean what docs/explain.md says; None or empty where there is nothing to tell."""

    kind: str
    key: str | None
    is_what: str
    parts: tuple[Part, ...]
    rule: str
    rule_meaning: str | None
    entry: Entry | None
    clause: ClauseTold | None
    people: tuple[Found, ...]
    chain: tuple[str | None, ...]
    status: str | None
    status_reason: str | None
    confidence: float | None
    confidence_meaning: str | None


def explain(record: Record, findings: Findings, language: Language, labels: Labels) -> Explanation:
    """Everything that is known of why the record is there."""
    item = record.item
    rule = str(getattr(item, "rule", None) or getattr(item, "form", ""))
    status = getattr(item, "status", None)
    offset = _anchor(record)
    confidence = getattr(item, "confidence", None)
    return Explanation(
        kind=record.kind,
        key=record.key,
        is_what=_what(record, labels),
        parts=record.parts,
        rule=rule,
        rule_meaning=_meaning(record, rule, language, labels),
        entry=entry_of(record, findings, language),
        clause=clause_told(findings, offset, labels),
        people=people(record, findings, labels),
        chain=_chain(record, findings),
        status=status,
        status_reason=status_reason(item, offset, findings, labels) if status else None,
        confidence=confidence,
        confidence_meaning=_sureness(record.kind, confidence, labels),
    )


def _anchor(record: Record) -> int:
    """Where the word stands that made the record: a cue before the content that it introduces."""
    cue = next((part.span for part in record.parts if part.name == "cue"), None)
    return int((cue or record.words).start)


def _what(record: Record, labels: Labels) -> str:
    """The kind in plain words, with what is special about this one."""
    item = record.item
    special = _special(record.kind, item, labels)
    name = str(labels["records"][record.kind])
    return f"{name}: {special}" if special else name


def _special(kind: str, item: Any, labels: Labels) -> str:
    facts: dict[str, tuple[str, ...]] = {
        "event": ("type", "mode", "context"),
        "mention": ("form",),
        "time": ("type", "value"),
        "quantity": ("low", "high"),
        "place": ("name", "kind", "code"),
    }
    values = [getattr(item, name) for name in facts.get(kind, ())]
    if kind == "attribution":
        values = [labels["acts"][item.act], labels["forms"][item.form]]
    told = (f"{value:,g}" if isinstance(value, float) else str(value) for value in values if value is not None)
    return ", ".join(dict.fromkeys(told))


def _meaning(record: Record, rule: str, language: Language, labels: Labels) -> str | None:
    if record.kind == "attribution":
        return next((row["meaning"] for row in language.table("attribution_rules") if row["rule"] == rule), None)
    told: str | None = labels["rules"].get(rule) or getattr(record.item, "reason", None)
    return told


def _chain(record: Record, findings: Findings) -> tuple[str | None, ...]:
    """Who vouches, the nearest first; of a statement the speakers of those around it."""
    if record.kind != "attribution":
        return tuple(getattr(record.item, "chain", ()))
    said = {item.key: item for item in findings.attributions}
    around: dict[str, str | None] = {record.item.key: record.item.speaker}
    outer = said.get(record.item.within or "")
    while outer is not None and outer.key not in around:
        around[outer.key] = outer.speaker
        outer = said.get(outer.within or "")
    return tuple(around.values())


def _sureness(kind: str, confidence: float | None, labels: Labels) -> str | None:
    if confidence is None:
        return None
    told = labels["confidence"]["checked" if kind in _CHECKED else "ordering"]
    return str(told).format(round(confidence * 20))
