"""The section of deployments: forces of whom, how many, where, since when, for what, and what they are a part of."""

from collections.abc import Iterator
from typing import Any

from lagebild.model.deployment import Deployment
from lagebild.model.findings import Findings
from lagebild.report.extracts import extract
from lagebild.report.layout import Line, Piece
from lagebild.report.listing import Entry, remarked, section
from lagebild.report.sides import Sides
from lagebild.report.vouching import Vouching

Labels = dict[str, Any]


def deployments(findings: Findings, labels: Labels, width: int, *, most: int | None = None) -> Iterator[Line]:
    """One entry for each; forces that are a part of others come after these and say so."""
    sides, vouching = Sides(findings, labels), Vouching(findings, labels)
    entries: list[Entry] = []
    before: Deployment | None = None
    for item in findings.deployments:
        whole = before if item.part_of and before and before.trigger == item.trigger else None
        entries.append(_entry(item, whole, findings, labels, sides, vouching))
        before = item
    yield from section("deployments", entries, labels, width, most=most)


def _entry(
    item: Deployment, whole: Deployment | None, findings: Findings, labels: Labels, sides: Sides, vouching: Vouching
) -> Entry:
    """One line; of a part only what is not told of the whole above it already."""
    text, words = findings.document.text, labels["words"]
    forces = extract(text, [item.forces, item.strength])
    pieces = [Piece(sides.name(item.whose), "speaker"), Piece(f": {forces}")]
    if item.part_of:
        pieces.append(Piece(f" ({words['part_of']} {extract(text, [item.part_of])})", "faint"))
    told = (whole.where, whole.since, whole.purpose) if whole else (None, None, None)
    for name, span, known in zip(("", "since", "purpose"), (item.where, item.since, item.purpose), told, strict=True):
        if span is not None and span != known:
            pieces += [Piece(f" · {words[name]} " if name else " · ", "faint"), Piece(extract(text, [span]))]
    trigger = "" if whole else f"“{extract(text, [item.trigger])}”"
    return "", ((Piece("↳ " if whole else "", "faint"), *pieces, *remarked((trigger, *vouching.remarks(item)))),)
