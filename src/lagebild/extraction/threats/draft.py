"""Draft: a threat as a trigger proposes it, before status, chain and key."""

from typing import NamedTuple

from lagebild.model.event import Party
from lagebild.model.span import Span


class Draft(NamedTuple):
    """`danger` marks what is said of somebody, against what somebody says to threaten; `supposed` what is
    feared or planned."""

    rule: str
    trigger: Span
    clause: int
    source: Party | None
    to: tuple[Party, ...]
    means: Span | None
    condition: Span | None
    danger: bool
    negated: bool
    unreal: bool
    supposed: bool = False
