"""The section of names: who and what the report speaks of, by kind, the most frequent first."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lagebild.model.entity import Entity, EntityKind
from lagebild.model.findings import Findings
from lagebild.report.layout import Line, Piece, padded, width_of, wrapped
from lagebild.report.listing import cut

Labels = dict[str, Any]

_MARGIN = 2
_STEM = 4
"""Letters of a name that tell that another is the same word: "Belgier" and "Belgien"."""


def names(findings: Findings, labels: Labels, width: int, *, most: int | None = None) -> Iterator[Line]:
    """One paragraph for each kind of entity; of many the most frequent."""
    counts = Counter(mention.entity for mention in findings.mentions)
    kinds: dict[str, list[Entity]] = {}
    for entity in findings.entities:
        kinds.setdefault(entity.kind, []).append(entity)
    if not kinds:
        return
    yield (Piece(labels["words"]["names"], "heading"),)
    column = max(width_of(labels["kinds"][kind]) for kind in kinds) + 2
    for kind in labels["kinds"]:
        if kind in kinds:
            first = (Piece(" " * _MARGIN), Piece(padded(labels["kinds"][kind], column), "form"))
            listed = _listed(kinds[kind], counts, labels, most)
            yield from wrapped(listed, width=width, first=first, indent=_MARGIN + column)


def _listed(entities: list[Entity], counts: Counter[str], labels: Labels, most: int | None) -> Iterator[Piece]:
    ranked = sorted(entities, key=lambda entity: -counts[entity.key])
    first = cut(len(ranked), most)
    for number, entity in enumerate(ranked[:first]):
        yield Piece(", " if number else "")
        yield Piece(_name(entity))
        code = f" {entity.code}" if entity.code and entity.kind is EntityKind.PERSON else ""
        times = f" ×{counts[entity.key]}" if counts[entity.key] > 1 else ""
        if code or times:
            yield Piece(code + times, "faint")
    if first < len(ranked):
        yield Piece(f" … {len(ranked) - first} {labels['words']['more']}", "faint")


def _name(entity: Entity) -> str:
    """The usual name where a table knows it, with the report's own word where that is another: "Russland (Moskau)"."""
    if entity.known is None or entity.kind is EntityKind.PERSON:
        return entity.name
    alike = entity.name[:_STEM].casefold() in entity.known.casefold()
    return entity.known if alike else f"{entity.known} ({entity.name})"
