"""The section of names: who and what the report speaks of, by kind, the most frequent first."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lagebild.model.entity import Entity, EntityKind
from lagebild.model.findings import Findings
from lagebild.report.layout import Line, Piece, padded, width_of, wrapped

Labels = dict[str, Any]

_MARGIN = 2
_NAMES = 12
"""Names listed for each kind; the rest is counted."""
_STEM = 4
"""Letters of a name that tell that another is the same word: "Belgier" and "Belgien"."""


def names(findings: Findings, labels: Labels, width: int) -> Iterator[Line]:
    """One paragraph for each kind of entity."""
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
            listed = _listed(kinds[kind], counts, labels)
            yield from wrapped(listed, width=width, first=first, indent=_MARGIN + column)


def _listed(entities: list[Entity], counts: Counter[str], labels: Labels) -> Iterator[Piece]:
    ranked = sorted(entities, key=lambda entity: -counts[entity.key])
    for number, entity in enumerate(ranked[:_NAMES]):
        yield Piece(", " if number else "")
        yield Piece(_name(entity))
        code = f" {entity.code}" if entity.code and entity.kind is EntityKind.PERSON else ""
        times = f" ×{counts[entity.key]}" if counts[entity.key] > 1 else ""
        if code or times:
            yield Piece(code + times, "faint")
    if len(ranked) > _NAMES:
        yield Piece(f" … {len(ranked) - _NAMES} {labels['words']['more']}", "faint")


def _name(entity: Entity) -> str:
    """The usual name where a table knows it, with the report's own word where that is another: "Russland (Moskau)"."""
    if entity.known is None or entity.kind is EntityKind.PERSON:
        return entity.name
    alike = entity.name[:_STEM].casefold() in entity.known.casefold()
    return entity.known if alike else f"{entity.known} ({entity.name})"
