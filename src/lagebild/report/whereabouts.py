"""The section of places: each with the state it lies in, the most frequent first, in one paragraph."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lagebild.model.findings import Findings
from lagebild.model.place import Place, PlaceKind
from lagebild.report.layout import Line, Piece, shown, wrapped
from lagebild.report.listing import MARGIN, cut
from lagebild.report.sides import Sides

Labels = dict[str, Any]


def places(findings: Findings, labels: Labels, width: int, *, most: int | None = None) -> Iterator[Line]:
    """One paragraph; a place without a point on the map is marked."""
    if not findings.places:
        return
    yield (Piece(labels["words"]["places"], "heading"),)
    sides = Sides(findings, labels)
    counts = Counter(_shown(place, sides, labels) for place in findings.places)
    first = cut(len(counts), most)
    pieces: list[Piece] = []
    for (name, remark), count in counts.most_common(first):
        pieces.append(Piece(f"{' · ' if pieces else ''}{name}"))
        faint = remark + (f" ×{count}" if count > 1 else "")
        if faint:
            pieces.append(Piece(faint, "faint"))
    if first < len(counts):
        pieces.append(Piece(f" … {len(counts) - first} {labels['words']['more']}", "faint"))
    yield from wrapped(pieces, width=width, first=(Piece(" " * MARGIN),), indent=MARGIN)


def _shown(place: Place, sides: Sides, labels: Labels) -> tuple[str, str]:
    """The usual name and, in parentheses, the state; of a place that cannot be found on the map, that."""
    state = sides.of_code(place.code) if place.code and place.kind is not PlaceKind.COUNTRY else None
    unknown = labels["words"]["not_located"] if place.latitude is None else None
    remark = ", ".join(part for part in (state, unknown) if part and part != place.name)
    return shown(place.name), f" ({shown(remark)})" if remark else ""
