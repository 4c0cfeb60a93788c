"""Mention: a place in the text that refers to somebody; Entity: the somebody."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.model.span import Span


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    MEDIUM = "medium"
    GROUP = "group"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """`span` covers the whole noun phrase or pronoun; `reason` says in words why it is this entity.

    `form` is one of name, surname, acronym, office, demonym, capital, government, pronoun, description, possessive.
    """

    span: Span
    entity: str
    form: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the document speaks of. `name` is the fullest name that the document itself gives.

    `code`: ISO 3166-1 alpha-3 for a state and for its officials, or an organisation's code ("NATO", "EU", "UN").
    `known`: the canonical name where a table knows it (normalised; may not stand in the text).
    `gender`: "m", "f", "n", "p" (plural) or None.
    """

    key: str
    kind: EntityKind
    name: str
    code: str | None = None
    known: str | None = None
    office: str | None = None
    gender: str | None = None
