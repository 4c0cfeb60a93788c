"""Draft: an event as a trigger proposes it, before status, chain and key."""

from typing import NamedTuple

from lagebild.model.event import EventType, Party
from lagebild.model.span import Span

CIVILIAN = "-CVL"
# The mode of a coup, whose actor may stay unknown and is nobody who only stands nearby.
COUP = "coup"
# What only states, organisations and armed groups do.
OF_THE_MIGHTY = frozenset(
    (EventType.CONSULT, EventType.AGREE, EventType.SANCTION, EventType.MOBILIZE, EventType.RETREAT, EventType.COERCE)
)
# What neither courts nor media do.
OF_FORCES = frozenset((EventType.ASSAULT, EventType.MOBILIZE, EventType.RETREAT))
UNARMED = ("-MED", "-JUD")

# Modes of coercion that anybody may do to people, and not their state alone.
BY_ANYBODY = (None, "", "violence")


class Draft(NamedTuple):
    """`token` is the trigger's core, `clause` the clause that it stands in, -1 for none.

    `negated` and `unreal` are what the trigger's own words say: "nicht", a modal verb, a future. `needs` says who must
    be known in the end: "actor", "recipient", "both", or "" for either. `mutual` marks acts done together,
    `closed` those whose recipient stands there and is no side: nobody else is meant, `unnamed` an attack of which
    nobody says who did it.
    """

    rule: str
    lexeme: str
    type: EventType
    mode: str | None
    context: str | None
    trigger: Span
    token: int
    clause: int
    actor: Party | None
    recipient: Party | None
    object: Span | None = None
    negated: bool = False
    unreal: bool = False
    attribution: str | None = None
    needs: str = ""
    mutual: bool = False
    closed: bool = False
    unnamed: bool = False


def is_whole(draft: Draft) -> bool:
    """Whether everybody is known who must be, and nobody does it to himself."""
    if draft.actor is not None and draft.recipient is not None and draft.actor.code == draft.recipient.code:
        # One minister may ask another of the same state.
        apart = draft.actor.span != draft.recipient.span
        if draft.attribution is None or not apart:
            return False
    if draft.actor is None and draft.attribution is not None:
        return draft.recipient is not None
    if draft.actor is None and draft.mode != COUP and not draft.unnamed:
        return False
    if draft.actor is not None and draft.actor.code.endswith(CIVILIAN) and draft.type in OF_THE_MIGHTY:
        return False
    if draft.actor is not None and draft.actor.code.endswith(UNARMED) and draft.type in OF_FORCES:
        return False
    if draft.needs == "actor":
        return draft.actor is not None
    if draft.needs == "recipient":
        return draft.recipient is not None
    if draft.needs == "both":
        return draft.actor is not None and draft.recipient is not None
    return draft.actor is not None or draft.recipient is not None
