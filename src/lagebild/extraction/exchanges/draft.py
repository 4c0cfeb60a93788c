"""Draft: an exchange as a tie proposes it, before status, chain and key."""

from typing import NamedTuple

from lagebild.model.exchange import Side
from lagebild.model.span import Span


class Draft(NamedTuple):
    """`clause` is the clause with the tie; `unreal` marks what is a condition, a plan or a demand."""

    rule: str
    sides: tuple[Side, Side]
    tie: tuple[Span, ...]
    clause: int
    unreal: bool
    negated: bool = False
    guessed: bool = False
    """Whether the first side is only the one that is named near the tie."""
