"""Holding: one document as a knowledge base holds it, with all that is known around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from lagebild.model.findings import Findings
from lagebild.model.judgement import Judgement


class Standing(StrEnum):
    """What people have said of a record."""

    FOUND = "found"
    """Nobody has judged it."""
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    """Kept for who asks for it; in no answer and no export otherwise."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One document with its findings after people's judgements, without the records they rejected.

    `key` is the document's key in the base (`Findings.document.id` is what its maker called it). `standing` has the
    records that somebody judged, by kind ("attribution") and key, or "start-end" where they have none; all others are
    `found`. `judgements` are those on this document, oldest first. `origin` is the key of its group of copies, None
    where it is nobody's copy and nobody copied it. `people` maps the key of an entity of this document to the key of
    the entity across documents. `engine` names the version that read it.
    """

    key: str
    findings: Findings
    added: datetime
    engine: str
    standing: Mapping[tuple[str, str], Standing] = field(default_factory=dict)
    origin: str | None = None
    people: Mapping[str, str] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    newer: str | None = None
    """Key of the document that took its place with `--update`, None for the current version."""
