"""The section of breaches: who is said to violate which rule by what act."""

from collections.abc import Iterator
from typing import Any

from lagebild.model.breach import Breach
from lagebild.model.findings import Findings
from lagebild.report.extracts import extract
from lagebild.report.layout import Line, Piece
from lagebild.report.listing import Entry, remarked, section
from lagebild.report.sides import Sides
from lagebild.report.vouching import Vouching

Labels = dict[str, Any]


def breaches(findings: Findings, labels: Labels, width: int, *, most: int | None = None) -> Iterator[Line]:
    """One entry for each breach."""
    sides, vouching = Sides(findings, labels), Vouching(findings, labels)
    entries = [_entry(item, findings, labels, sides, vouching) for item in findings.breaches]
    yield from section("breaches", entries, labels, width, most=most)


def _entry(item: Breach, findings: Findings, labels: Labels, sides: Sides, vouching: Vouching) -> Entry:
    text = findings.document.text
    act = extract(text, [item.act])
    who = sides.name(item.who) if item.who or not item.act else act
    pieces = [Piece(who, "speaker"), Piece(": " + extract(text, [item.trigger, item.violates]))]
    if item.act and who != act:
        pieces += [Piece(f" · {labels['words']['by_act']} ", "faint"), Piece(act)]
    return "", ((*pieces, *remarked(vouching.remarks(item))),)
