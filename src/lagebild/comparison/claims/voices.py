"""Voices: on whose word a piece of a document stands, and through whom it came."""

from collections.abc import Mapping
from dataclasses import replace

from lagebild.comparison.origins.described import Described, described, seat_of
from lagebild.comparison.origins.outlets import is_known_outlet
from lagebild.language.load import Language
from lagebild.language.words import word_lists
from lagebild.model.attribution import Attribution
from lagebild.model.claim import Voice, VoiceKind
from lagebild.model.entity import Entity, EntityKind
from lagebild.model.findings import Findings

_NAMED = "named"
"""Stands in the reason of a speaker whose name the text gives."""


class Voices:
    """Answers for one document; `people` maps its entities to those across documents."""

    def __init__(self, findings: Findings, people: Mapping[str, str], language: Language) -> None:
        self._findings = findings
        self._entities = {item.key: item for item in findings.entities}
        self._said = {item.key: item for item in findings.attributions}
        self._people = people
        self._language = language

    def of(self, said: Attribution | None) -> Voice:
        """The speaker of the statement with everybody around it, or the outlet where nobody else speaks.

        A body that is only described ("der südkoreanische Geheimdienst") is a speaker, as there is one of it; persons
        and several who have no name are not.
        """
        outlet = self._findings.document.publisher
        if said is None:
            return Voice(VoiceKind.OUTLET, outlet)
        via = (*(self._name(outer) for outer in self._around(said)), outlet)
        source = said.source.of(self._findings.document.text) if said.source else None
        outer = self._around(said)
        if source is not None and outer and _belongs_to_speaker(source, self._language):
            return replace(self.of(outer[0]), via=via[1:])
        entity = self._entities.get(said.entity or "")
        house = self._house(source, entity)
        if house is not None:
            return Voice(VoiceKind.SPEAKER, house, None, entity.code if entity else None, via)
        if entity is not None and (entity.kind != EntityKind.GROUP or entity.code is not None):
            return Voice(VoiceKind.SPEAKER, _called(entity), self._people.get(entity.key), entity.code, via)
        name = said.speaker or source
        found = described(source or name or "", self._language)
        code = (entity.code if entity else None) or found.code
        kind = VoiceKind.SPEAKER if name and self._is_certain(said, name, found) else VoiceKind.UNNAMED
        return Voice(kind, name, None, code, via)

    def _house(self, source: str | None, entity: Entity | None) -> str | None:
        """What to call a part of a government that the words name by its house: "Pentagon" is more than "USA"."""
        if source is None or entity is None or entity.kind != EntityKind.STATE:
            return None
        return " ".join(source.split()[1:]) or source if seat_of(source, self._language) else None

    def _is_certain(self, said: Attribution, name: str, found: Described) -> bool:
        """Whether the words mean one certain speaker."""
        told = _NAMED in said.speaker_reason.split()
        return told or found.is_body or found.speaks_for is not None or is_known_outlet(name, self._language)

    def _around(self, said: Attribution) -> list[Attribution]:
        around: list[Attribution] = []
        while said.within is not None and said.within in self._said and len(around) < len(self._said):
            said = self._said[said.within]
            around.append(said)
        return around

    def _name(self, said: Attribution) -> str | None:
        entity = self._entities.get(said.entity or "")
        return _called(entity) if entity is not None else said.speaker


def _belongs_to_speaker(source: str, language: Language) -> bool:
    """Whether the words are for somebody of whoever speaks around: "nach Informationen seiner Geheimdienste"."""
    return source.split()[0].lower() in word_lists(language, "comparing")["possessives"]


def _called(entity: Entity) -> str:
    return entity.known or entity.name
