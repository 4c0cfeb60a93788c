"""Attributions gathered by speaker, with those told inside others beneath them."""

from collections.abc import Sequence
from dataclasses import dataclass

from lagebild.model.attribution import Attribution
from lagebild.model.entity import Entity
from lagebild.model.findings import Findings


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution with the ones that stand inside its content."""

    attribution: Attribution
    inner: tuple["Statement", ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says something; `name` is None where the text names nobody."""

    name: str | None
    entity: Entity | None
    statements: tuple[Statement, ...]


def by_speaker(findings: Findings) -> tuple[Speaker, ...]:
    """Every speaker in the order in which they first speak, who is not named last; statements in text order."""
    entities = {entity.key: entity for entity in findings.entities}
    groups: dict[str | None, list[Statement]] = {}
    for statement in _trees(findings.attributions):
        who = statement.attribution
        groups.setdefault(who.entity or who.speaker, []).append(statement)
    return tuple(
        Speaker(
            name=statements[0].attribution.speaker,
            entity=entities.get(key) if key else None,
            statements=tuple(statements),
        )
        for key, statements in sorted(groups.items(), key=lambda group: group[0] is None)
    )


def _trees(attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    keys = {item.key for item in attributions}
    inner: dict[str | None, list[Attribution]] = {}
    for item in attributions:
        outer = item.within if item.within in keys and item.within != item.key else None
        inner.setdefault(outer, []).append(item)

    def tree(item: Attribution) -> Statement:
        return Statement(item, tuple(tree(part) for part in inner.get(item.key, ())))

    return tuple(tree(item) for item in inner.get(None, ()))
