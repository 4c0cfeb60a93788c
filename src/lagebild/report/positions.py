"""Positions: what somebody said over time; a page for a person, rows for a spreadsheet, an object for a program."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lagebild.comparison.amounts import told
from lagebild.comparison.origins.sides import Side
from lagebild.comparison.positions import Position, Statement
from lagebild.report.layout import Line, Piece, wrapped

COLUMNS = (
    "claim", "day", "speaker", "side", "act", "words", "figures", "documents", "turn", "against", "reason", "document",
    "start", "stop",
)  # fmt: skip
WIDTH = 100
SIDES = {Side.FOR: "says so", Side.AGAINST: "denies", Side.OPEN: "leaves open"}
PLAIN = {None, "say", "deny"}
"""Acts that say no more than the side."""
DIGITS = 10
"""Of a document's id, as `lagebild show` takes it."""


def positions_page(positions: Iterable[Position], *, width: int | None) -> Iterator[Line]:
    """Each matter with what was said of it, day by day, and under a statement what it changed."""
    for number, position in enumerate(positions):
        if number:
            yield ()
        head = (Piece(f"{position.name} · ", "speaker"), Piece(f"{position.claim} ", "faint"))
        yield from wrapped([Piece(f"“{position.gloss}”", "heading")], width=width or WIDTH, first=head, indent=2)
        for statement in position.statements:
            yield from _statement(position, statement, width or WIDTH)


def _statement(position: Position, statement: Statement, width: int) -> Iterator[Line]:
    telling = statement.telling
    who = "" if statement.speaker == position.name else f"{statement.speaker}: "
    many = len(statement.documents)
    reports = telling.document[:DIGITS] + (f" and {many - 1} more" if many > 1 else "")
    does = SIDES[statement.side]
    if statement.side is Side.FOR and telling.act not in PLAIN:
        does = f"{telling.act}s"
    first = (Piece(f"  {telling.day or 'undated':<11}"), Piece(f"{does:<12}", "act"))
    words = [Piece(who, "speaker"), Piece(f"“{telling.words}”", "quote"), Piece(f" ({reports})", "faint")]
    yield from wrapped([piece for piece in words if piece.text], width=width, first=first, indent=25)
    for change in position.changes:
        if change.one == telling.ref:
            arrow = (Piece("             → ", "faint"),)
            yield from wrapped([Piece(change.reason, "note")], width=width, first=arrow, indent=15)


def positions_rows(positions: Iterable[Position]) -> Iterator[Sequence[Any]]:
    """A row for each statement, with its first change, in the order of COLUMNS."""
    for position in positions:
        changes = {change.one: change for change in reversed(position.changes)}
        for statement in position.statements:
            telling, change = statement.telling, changes.get(statement.telling.ref)
            yield (
                position.claim, telling.day, statement.speaker, statement.side.value, telling.act, telling.words,
                "; ".join(map(told, telling.figures)), len(statement.documents), change.turn.value if change else None,
                change.other if change else None, change.reason if change else None, telling.document,
                telling.spans[0].start, telling.spans[-1].end,
            )  # fmt: skip


def position_wire(position: Position) -> Mapping[str, Any]:
    """A position as plain values; docs/positions.md says what the fields mean."""
    return {
        "name": position.name,
        "code": position.code,
        "claim": position.claim,
        "gloss": position.gloss,
        "statements": [_statement_wire(statement) for statement in position.statements],
        "changes": [
            {"turn": change.turn.value, "one": change.one, "other": change.other, "reason": change.reason}
            for change in position.changes
        ],
    }


def _statement_wire(statement: Statement) -> Mapping[str, Any]:
    telling = statement.telling
    return {
        "telling": telling.ref,
        "day": telling.day,
        "speaker": statement.speaker,
        "side": statement.side.value,
        "act": telling.act,
        "words": telling.words,
        "figures": [
            {"low": item.low, "high": item.high, "approximation": item.approximation, "counted": item.counted}
            for item in telling.figures
        ],
        "document": telling.document,
        "spans": [list(span) for span in telling.spans],
        "documents": list(statement.documents),
    }
