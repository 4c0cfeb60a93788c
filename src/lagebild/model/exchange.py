"""Exchange: a deal, what each side gives the other, and the words that tie the two."""

from dataclasses import dataclass

from lagebild.model.event import Party, Status
from lagebild.model.span import Span


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a deal; `party` is None where the text does not say who.

    `gives` are the words for what it does or hands over, empty where only the other side's gift is told; `events` the
    keys of the events that these words tell.
    """

    party: Party | None
    gives: tuple[Span, ...]
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """One deal as the document tells it, in one sentence or in several. Field meanings: docs/json.md.

    `tie` are the words that bind the gifts ("im Gegenzug für", "hat seinen Preis"). `chain` names who vouches, the
    nearest first, None for a speaker whom the text does not name; it is empty where only the author does.
    `attribution` is the key of the attribution whose content holds the tie.
    """

    key: str
    sides: tuple[Side, ...]
    tie: tuple[Span, ...]
    status: Status
    chain: tuple[str | None, ...]
    attribution: str | None
    rule: str
    confidence: float
