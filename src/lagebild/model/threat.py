"""Threat: who may harm whom with what, and under which condition."""

from dataclasses import dataclass

from lagebild.model.event import Party, Status
from lagebild.model.span import Span


@dataclass(frozen=True, slots=True)
class Threat:
    """One threat as the document tells it. Field meanings: docs/json.md.

    `source` is who threatens or is said to be a danger, None where the text names nobody; `to` are all who are
    threatened, empty where nobody is named; `means` the words for the harm or the weapon; `condition` the clause under
    which it would come. `chain` and `attribution` are those of events.
    """

    key: str
    trigger: Span
    source: Party | None
    to: tuple[Party, ...]
    means: Span | None
    condition: Span | None
    status: Status
    chain: tuple[str | None, ...]
    attribution: str | None
    rule: str
    confidence: float
