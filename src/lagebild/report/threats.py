"""The section of threats: who may harm whom with what and under which condition."""

from collections.abc import Iterator
from typing import Any

from lagebild.model.findings import Findings
from lagebild.model.threat import Threat
from lagebild.report.extracts import extract
from lagebild.report.layout import Line, Piece
from lagebild.report.listing import Entry, remarked, section
from lagebild.report.sides import Sides
from lagebild.report.vouching import Vouching

Labels = dict[str, Any]


def threats(findings: Findings, labels: Labels, width: int, *, most: int | None = None) -> Iterator[Line]:
    """One entry for each threat."""
    sides, vouching = Sides(findings, labels), Vouching(findings, labels)
    entries = [_entry(item, findings, labels, sides, vouching) for item in findings.threats]
    yield from section("threats", entries, labels, width, most=most)


def _entry(item: Threat, findings: Findings, labels: Labels, sides: Sides, vouching: Vouching) -> Entry:
    text = findings.document.text
    who = sides.direction(item.source, item.to)
    pieces = [Piece(who, "speaker"), Piece(": " + extract(text, [item.trigger, item.means]))]
    if item.condition:
        pieces += [Piece(f" · {labels['words']['condition']} ", "faint"), Piece(extract(text, [item.condition]))]
    return "", ((*pieces, *remarked(vouching.remarks(item))),)
