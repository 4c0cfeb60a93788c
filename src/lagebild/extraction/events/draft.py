"""Draft: an event as a trigger proposes it, before status, chain and key."""

from typing import NamedTuple

from lagebild.model.event import EventType, Party
from lagebild.model.span import Span


class Draft(NamedTuple):
    """`first` and `last` bound the trigger's core token; `clause` is the clause that it stands in, -1 for none.

    `negated` and `unreal` are what the trigger's own words say: "nicht", a modal verb, a future.
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
    object: Span | None
    negated: bool = False
    unreal: bool = False
    attribution: str | None = None
