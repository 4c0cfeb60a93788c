"""Breach: an act said to violate a rule, such as a treaty, a resolution, sanctions, a cease-fire or a law."""

from dataclasses import dataclass

from lagebild.model.event import Party, Status
from lagebild.model.span import Span


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach as the document tells it. Field meanings: docs/json.md.

    `who` is None where the text names nobody; `act` are the words for what is said to be the breach; `violates` those
    for the rule, which are the trigger too where one word says both ("völkerrechtswidrig"). `chain` and `attribution`
    are those of events.
    """

    key: str
    trigger: Span
    who: Party | None
    act: Span | None
    violates: Span
    status: Status
    chain: tuple[str | None, ...]
    attribution: str | None
    rule: str
    confidence: float
