"""An explanation as lines for a terminal."""

from collections.abc import Iterator
from typing import Any

from lagebild.model.findings import Findings
from lagebild.report.explained.explain import Explanation
from lagebild.report.explained.people import Found
from lagebild.report.explained.records import Part, Record
from lagebild.report.extracts import extract
from lagebild.report.layout import Line, Piece, padded, shown, wrapped

Labels = dict[str, Any]

_COLUMN = 14
"""Columns for the name of a field, with the margin."""


def explained(told: Explanation, findings: Findings, labels: Labels, width: int) -> Iterator[Line]:
    """One record: a heading, then a field on each line."""
    heading = [Piece(told.is_what, "heading"), *([Piece(f" · {told.key}", "faint")] if told.key else [])]
    yield from wrapped(heading, width=width, indent=2)
    for name, pieces in _fields(told, findings, labels):
        first = (Piece(padded(f"  {name}", _COLUMN), "form"),)
        yield from wrapped(pieces, width=width, first=first, indent=_COLUMN)


def listing(records: list[Record], findings: Findings, labels: Labels, width: int) -> Iterator[Line]:
    """A line for each record: where it stands, what it is, its key and its words."""
    for record in sorted(records, key=lambda record: (record.words, record.kind)):
        spans = [part.span for part in record.parts if part.name == record.parts[0].name]
        words = extract(findings.document.text, spans)
        first = f"{record.words.start:>6}  {padded(labels['record_names'][record.kind], 12)}{record.key or '-':<18}"
        yield from wrapped([Piece(words)], width=width, first=(Piece(first, "form"),), indent=len(first))


def _fields(told: Explanation, findings: Findings, labels: Labels) -> Iterator[tuple[str, list[Piece]]]:
    names, text = labels["explained"], findings.document.text
    sides = {found.span for found in told.people}
    for part in told.parts:
        if part.span in sides:
            continue
        yield names["parts"].get(part.name, part.name), [_quoted(part, text), Piece(f" {_place(part)}", "faint")]
    if told.rule:
        meaning = f": {told.rule_meaning}" if told.rule_meaning else ""
        yield names["rule"], [Piece(told.rule, "value"), Piece(meaning)]
    if told.entry:
        columns = ", ".join(f"{name} {value}" for name, value in told.entry.columns.items())
        yield names["entry"], [Piece(columns), Piece(f" ({told.entry.where})", "faint")]
        if told.entry.example:
            yield names["example"], [Piece(told.entry.example, "quote")]
    if told.clause:
        yield from _clause(told, names)
    for found in told.people:
        yield from _person(found, names)
    if told.chain or told.status:
        vouching = [shown(name or labels["words"]["nobody"]) for name in told.chain]
        yield names["chain"], [Piece(" ← ".join([*vouching, names["author"]]))]
    if told.status:
        yield names["status"], [Piece(told.status, "value"), Piece(f": {told.status_reason}")]
    if told.confidence is not None:
        yield names["confidence"], [Piece(f"{told.confidence:.2f}", "value"), Piece(f": {told.confidence_meaning}")]


def _clause(told: Explanation, names: Labels) -> Iterator[tuple[str, list[Piece]]]:
    clause = told.clause
    if clause is None:
        return
    yield names["clause"], [Piece(clause.kind), Piece(f": {clause.words}")]
    facts = [
        (names["opener"], clause.opener), (names["verb"], clause.verb), (names["form"], clause.form),
        (names["subject"], clause.subject), (names["objects"], " | ".join(clause.objects) or None),
    ]  # fmt: skip
    yield "", [Piece(" · ".join(f"{name} {value}" for name, value in facts if value))]
    if clause.within:
        yield "", [Piece(f"{names['within']} {clause.within}", "faint")]


def _person(found: Found, names: Labels) -> Iterator[tuple[str, list[Piece]]]:
    who = " · ".join(shown(part) for part in (found.name, found.code) if part) or names["unknown"]
    words = f"“{found.words}”" if found.words else names["not_here"]
    reason = f": {found.reason}" if found.reason else ""
    place = f" {found.span.start}–{found.span.end}" if found.span else ""
    pieces = [Piece(words), Piece(place, "faint"), Piece(" → "), Piece(who, "speaker"), Piece(reason)]
    yield names["parts"].get(found.part, found.part), pieces
    for step in found.steps:
        yield "", [Piece(f"{step.offset}: “{step.words}”, {step.form}: {step.reason}", "faint")]


def _quoted(part: Part, text: str) -> Piece:
    return Piece(f"“{extract(text, [part.span])}”")


def _place(part: Part) -> str:
    return f"{part.span.start}–{part.span.end}"
