"""Voices: on whose word a piece of a document stands, and through whom it came."""

from collections.abc import Mapping

from lagebild.model.attribution import Attribution
from lagebild.model.claim import Voice, VoiceKind
from lagebild.model.entity import Entity, EntityKind
from lagebild.model.findings import Findings


class Voices:
    """Answers for one document; `people` maps its entities to those across documents."""

    def __init__(self, findings: Findings, people: Mapping[str, str]) -> None:
        self._findings = findings
        self._entities = {item.key: item for item in findings.entities}
        self._said = {item.key: item for item in findings.attributions}
        self._people = people

    def of(self, said: Attribution | None) -> Voice:
        """The speaker of the statement with everybody around it, or the outlet where nobody else speaks."""
        outlet = self._findings.document.publisher
        if said is None:
            return Voice(VoiceKind.OUTLET, outlet)
        entity = self._entities.get(said.entity or "")
        source = said.source.of(self._findings.document.text) if said.source else None
        via = (*(self._name(outer) for outer in self._around(said)), outlet)
        if entity is None or (entity.kind == EntityKind.GROUP and entity.code is None):
            return Voice(VoiceKind.UNNAMED, said.speaker or source, None, entity.code if entity else None, via)
        return Voice(VoiceKind.SPEAKER, _called(entity), self._people.get(entity.key), entity.code, via)

    def _around(self, said: Attribution) -> list[Attribution]:
        around: list[Attribution] = []
        while said.within is not None and said.within in self._said and len(around) < len(self._said):
            said = self._said[said.within]
            around.append(said)
        return around

    def _name(self, said: Attribution) -> str | None:
        entity = self._entities.get(said.entity or "")
        return _called(entity) if entity is not None else said.speaker


def _called(entity: Entity) -> str:
    return entity.known or entity.name
