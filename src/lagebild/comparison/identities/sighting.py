"""Sighting: one entity of one document, with what speaks for who it is."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lagebild.comparison.identities.naming import block_of, body_words, name_of
from lagebild.language.load import Language
from lagebild.model.entity import Entity, EntityKind
from lagebild.model.findings import Findings


@dataclass(frozen=True, slots=True)
class Sighting:
    """`block` is what all share who could be the same; `company` are the others of the document, as they are told from
    each other anywhere; `mentions` and `statements` count the places where the document names it and lets it speak."""

    document: str
    entity: str
    kind: str
    name: str
    known: str | None
    code: str | None
    office: str | None
    gender: str | None
    day: datetime.date | None
    block: str
    mentions: int = 1
    statements: int = 0
    company: frozenset[str] = frozenset()

    @property
    def ref(self) -> str:
        """What names it among all sightings."""
        return f"{self.document}/{self.entity}"


def sightings_of(document: str, findings: Findings, language: Language) -> list[Sighting]:
    """The entities of the document with that key, in its order."""
    mentions = Counter(mention.entity for mention in findings.mentions)
    statements = Counter(item.entity for item in findings.attributions if item.entity)
    found = findings.entities
    company = company_of(((item.key, item.kind.value, item.known or item.name) for item in found), language)
    return [
        Sighting(
            document=document,
            entity=item.key,
            kind=item.kind.value,
            name=item.name,
            known=item.known,
            code=item.code,
            office=item.office,
            gender=item.gender,
            day=findings.document.date,
            block=_block(item, language),
            mentions=mentions[item.key],
            statements=statements[item.key],
            company=_others(item, company, language),
        )
        for item in found
    ]


def company_of(entities: Iterable[tuple[str, str, str]], language: Language) -> frozenset[str]:
    """Who appears together, from key, kind and name of each."""
    words = (company_word(kind, name, language) for _, kind, name in entities)
    return frozenset(word for word in words if word)


def company_word(kind: str, name: str, language: Language) -> str:
    """Who somebody is for those who appear with him: "person ada kroll", "state peru"; "" for a person without a full
    name, who could be anybody."""
    if kind == EntityKind.PERSON:
        told = name_of(name, language)
        return f"person {told.words}" if told.is_full else ""
    return f"{kind} {body_words(name, language)}"


def _others(item: Entity, company: frozenset[str], language: Language) -> frozenset[str]:
    """Whom it appears with; of a body that a table knows nobody needs to ask."""
    if item.kind != EntityKind.PERSON and item.known is not None:
        return frozenset()
    return company - {company_word(item.kind.value, item.known or item.name, language)}


def _block(item: Entity, language: Language) -> str:
    return block_of(item.kind.value, item.known or item.name, language)
