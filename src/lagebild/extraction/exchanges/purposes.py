"""Purposes: what somebody gives in order that something happens, as in "gab Öl, um …"."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.gifts import is_gift
from lagebild.extraction.exchanges.partners import giver, receiver
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause
from lagebild.model.event import Party
from lagebild.model.span import Span


class Purpose(NamedTuple):
    """The clause of a purpose and that of the gift, by their places; who gives, who gets it, and the opening word."""

    clause: int
    given: int
    acting: Party
    partner: Party
    tie: Span


def gifts_for(stage: Stage, fits: Callable[[Clause], bool]) -> Iterator[Purpose]:
    """The gifts whose purpose a clause that fits tells, in text order."""
    opening = word_lists(stage.language, "exchanges")["in_order_to"]
    for index, clause in enumerate(stage.clauses):
        if clause.opener is None or clause.parent is None or not fits(clause):
            continue
        opener = stage.tokens[clause.opener]
        if opener.text.lower() not in opening or not is_gift(stage, clause.parent):
            continue
        acting = giver(stage, clause.parent)
        partner = receiver(stage, clause.parent, acting) if acting is not None else None
        if acting is not None and partner is not None:
            yield Purpose(index, clause.parent, acting, partner, opener.span)
