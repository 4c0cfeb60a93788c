"""Event: something done, by whom, to whom, when, where, and who vouches for it (PLOVER, Halterman et al. 2023)."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.model.span import Span


class EventType(StrEnum):
    """The sixteen types of PLOVER."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """How real the text makes an event."""

    FACT = "fact"
    """The author states it."""
    ATTRIBUTED = "attributed"
    """Told only inside what somebody says."""
    POSSIBLE = "possible"
    """A risk, threat, plan, offer, demand or future event."""
    DENIED = "denied"
    """Said not to be so."""


@dataclass(frozen=True, slots=True)
class Party:
    """A side of an event. `code` is a state's ISO 3166-1 alpha-3 code, an organisation's code, one of these with
    "-OPP", "-CVL", "-MED" or "-JUD", or a short name as the text has it; `span` the words that name the side
    here; `entity` the key of the entity where one is found."""

    code: str
    span: Span | None
    entity: str | None = None


def code_of(party: Party | None) -> str | None:
    """The side's code, None for a side that nobody names."""
    return party.code if party is not None else None


@dataclass(frozen=True, slots=True)
class Role:
    """A further part of an event: "object" (what is given or demanded), "instrument", "target", "purpose"."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One event as the document tells it, at the place where it tells most. Field meanings: docs/json.md.

    `mode` and `context` are PLOVER's, None where the words say nothing. `chain` names who vouches, the nearest first,
    None for a speaker whom the text does not name; it is empty where only the author does. `attribution` is the key of
    the attribution whose content holds the trigger (for a verbal event, of the attribution that it is). `lexeme` is the
    lexicon entry that was met. `also` are other places that tell the same event.
    """

    key: str
    trigger: Span
    type: EventType
    mode: str | None
    context: str | None
    actor: Party | None
    recipient: Party | None
    roles: tuple[Role, ...]
    place: Span | None
    time: Span | None
    quantities: tuple[Span, ...]
    status: Status
    chain: tuple[str | None, ...]
    attribution: str | None
    lexeme: str
    rule: str
    confidence: float
    also: tuple[Span, ...] = ()
