"""Draft: a breach as a trigger proposes it, before status, chain and key."""

from typing import NamedTuple

from lagebild.model.event import Party
from lagebild.model.span import Span


class Draft(NamedTuple):
    """`norm` is the noun of the rule, or the trigger where it says the rule itself."""

    rule: str
    trigger: Span
    who: tuple[Party, ...]
    act: Span | None
    violates: Span
    norm: str
    negated: bool
    unreal: bool
