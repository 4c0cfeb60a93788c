"""Positions: what an actor said of each matter over time, and where that changed."""

from typing import Any

from lagebild.comparison.positions import Position
from lagebild.knowledge import KnowledgeBase
from lagebild.model.claim import Telling

Values = dict[str, Any]
SHOWN = 12
"""Matters on the page of an actor, those with a change first."""


def positions(base: KnowledgeBase, name: str, words: str = "") -> list[Values]:
    """The matters on which somebody was heard on more than one day, or changed what they say."""
    found = [position for position in base.positions(name, words) if _over_time(position)][:SHOWN]
    return [_told(base, position) for position in found]


def _over_time(position: Position) -> bool:
    days = {statement.telling.day for statement in position.statements if statement.telling.day}
    return len(days) > 1 or bool(position.changes)


def _told(base: KnowledgeBase, position: Position) -> Values:
    turned = {change.one: change for change in position.changes}
    return {
        "claim": position.claim,
        "gloss": base.claim(position.claim).gloss,
        "statements": [
            {
                "day": statement.telling.day,
                "speaker": statement.speaker,
                "side": statement.side.value,
                "words": statement.telling.words,
                "document": statement.telling.document,
                "open": _open(statement.telling),
                "documents": len(statement.documents),
                "turn": turned[statement.telling.ref].turn.value if statement.telling.ref in turned else None,
                "reason": turned[statement.telling.ref].reason if statement.telling.ref in turned else None,
            }
            for statement in position.statements
        ],
    }


def _open(telling: Telling) -> str | None:
    """The record whose card shows the words, None where they stand in no record."""
    return None if telling.kind == "sentence" else f"{telling.kind}:{telling.record}"
