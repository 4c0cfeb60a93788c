"""Deployment: forces of whom, how many, where, since when, for what purpose."""

from dataclasses import dataclass

from lagebild.model.event import Party, Status
from lagebild.model.span import Span


@dataclass(frozen=True, slots=True)
class Deployment:
    """One deployment as the document tells it. Field meanings: docs/json.md.

    `whose` is None where the text names nobody. `strength` is the span of the quantity that counts the forces;
    `part_of` the words for the forces that these are a part of, or for the mission that they belong to; `since` is the
    span of a time expression. `chain` and `attribution` are those of events.
    """

    key: str
    trigger: Span
    whose: Party | None
    forces: Span
    strength: Span | None
    part_of: Span | None
    where: Span | None
    since: Span | None
    purpose: Span | None
    status: Status
    chain: tuple[str | None, ...]
    attribution: str | None
    rule: str
    confidence: float
