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
            body = self._spoken_for(said, entity, source)
            code = entity.code or (described(body, self._language).code if body else None)
            return Voice(VoiceKind.SPEAKER, _called(entity), self._people.get(entity.key), code, via, body)
        name = said.speaker or source
        found = described(source or name or "", self._language)
        code = (entity.code if entity else None) or found.code
        kind = VoiceKind.SPEAKER if name and self._is_certain(said, name, found) else VoiceKind.UNNAMED
        return Voice(kind, name, None, code, via)

    def _spoken_for(self, said: Attribution, entity: Entity, source: str | None) -> str | None:
        """Whose spokesman somebody is: the body behind the office, or within it ("Kremlsprecher"), else the last body
        that spoke before; None for everybody else."""
        office = (entity.office or "").lower()
        ends = word_lists(self._language, "comparing")["spokesmen"]
        end = next((end for end in sorted(ends, key=len, reverse=True) if office.endswith(end)), None)
        if entity.kind != EntityKind.PERSON or end is None:
            return None
        named = (source or "").removesuffix(entity.name).rstrip(" ,")
        told = described(named, self._language).speaks_for
        within = (entity.office or "")[: -len(end)].rstrip("-")
        if told is not None or within:
            return told or (within if seat_of(within, self._language) else None)
        before = [item for item in self._findings.attributions if _start(item) < _start(said)]
        return next((body for item in sorted(before, key=_start, reverse=True) if (body := self._as_body(item))), None)

    def _as_body(self, said: Attribution) -> str | None:
        """The body that speaks by itself in a statement."""
        source = said.source.of(self._findings.document.text) if said.source else None
        house = self._house(source, self._entities.get(said.entity or ""))
        if house is not None or said.entity is not None:
            return house
        return said.speaker if source and described(source, self._language).is_body else None

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


def _start(said: Attribution) -> int:
    return min(span.start for span in (*said.content, *said.cue))


def _belongs_to_speaker(source: str, language: Language) -> bool:
    """Whether the words are for somebody of whoever speaks around: "nach Informationen seiner Geheimdienste"."""
    return source.split()[0].lower() in word_lists(language, "comparing")["possessives"]


def _called(entity: Entity) -> str:
    return entity.known or entity.name
