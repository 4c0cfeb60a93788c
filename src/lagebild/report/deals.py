"""The section of deals: what each side gives the other, with the words that tie the two and who vouches."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from lagebild.model.exchange import Exchange
from lagebild.model.findings import Findings
from lagebild.report.extracts import Sentences, extract
from lagebild.report.layout import Line, Piece
from lagebild.report.listing import Entry, remarked, section
from lagebild.report.sides import Sides
from lagebild.report.vouching import Vouching

Labels = dict[str, Any]


def deals(findings: Findings, labels: Labels, width: int, *, most: int | None = None) -> Iterator[Line]:
    """One entry for each deal."""
    sides, vouching = Sides(findings, labels), Vouching(findings, labels)
    entries = [_entry(item, findings, sides, vouching) for item in findings.exchanges]
    yield from section("deals", entries, labels, width, most=most)


def _entry(deal: Exchange, findings: Findings, sides: Sides, vouching: Vouching) -> Entry:
    text, sentences = findings.document.text, Sentences(findings)
    lines: list[Sequence[Piece]] = []
    for side in (side for side in deal.sides if side.gives):
        takers = [other.party for other in deal.sides if other is not side and other.party]
        gifts = [extract(text, gifts) for _, gifts in groupby(side.gives, lambda gift: sentences.at(gift.start))]
        lines.append((Piece(sides.direction(side.party, takers), "speaker"), Piece(": " + "; ".join(gifts))))
    tie = ", ".join(f"“{extract(text, [words])}”" for words in deal.tie)
    return "", (*lines, remarked((tie, *vouching.remarks(deal))))
