"""The ledger of figures: a page for a person, rows for a spreadsheet, an object for a program."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from lagebild.comparison.amounts import extent_of, told
from lagebild.comparison.ledgers import Account, Standing, Value
from lagebild.model.claim import Figure, RelationKind
from lagebild.report.codes import with_names
from lagebild.report.layout import Line, Piece, wrapped
from lagebild.report.rows import table

PLOT = 22
"""Columns of the drawing of a value."""
DIGITS = 10
"""Of a document's id, as `lagebild show` takes it."""
ROWS = 24
"""Values of an account that a page shows, the newest, where not all are asked for."""
COLUMNS = (
    "account", "counted", "unit", "owner", "where", "fate", "day", "low", "high", "approximation", "words", "source",
    "origin", "standing", "outlet", "document", "start", "stop", "sentence",
)  # fmt: skip

_MARKS = {
    Standing.CURRENT: "●", Standing.REVISED: "○", Standing.REPEATED: "·", Standing.OUTLIER: "◆",
}  # fmt: skip


def account_heading(account: Account) -> str:
    """What an account is of: "nordkoreanische Soldaten · North Korea · Kursk · killed"."""
    owner = with_names(account.owner, "en") if account.owner else None
    parts = [account.counted or account.unit or "people", owner, account.where, account.fate]
    return " · ".join(part for part in parts if part)


def ledger_page(accounts: Iterable[Account], *, width: int | None, full: bool) -> Iterator[Line]:
    """The accounts for a person: what stands now, each value with a drawing, and what changed."""
    for number, account in enumerate(accounts):
        if number:
            yield ()
        yield (Piece(account_heading(account), "heading"), Piece(f"   {_now(account)}", "value"))
        rows = list(_collapsed(account))
        shown_rows = rows if full or len(rows) <= ROWS + 2 else rows[-ROWS:]
        yield from table(("day", "value", "", "source", "origin", "standing", "reports", "id"), shown_rows, width=width)
        if len(shown_rows) < len(rows):
            yield (Piece(f"  … {len(rows) - len(shown_rows)} earlier (--all shows them)", "faint"),)
        for change in account.changes:
            if change.kind is RelationKind.REVISES or full:
                pieces = [Piece(with_names(change.reason, "en"))]
                yield from wrapped(pieces, width=width or 100, first=(Piece("  → ", "faint"),), indent=4)


def ledger_rows(accounts: Iterable[Account]) -> Iterator[Sequence[Any]]:
    """A row for each value, in the order of COLUMNS."""
    for account in accounts:
        for value in account.values:
            span = value.figure.span
            yield (
                account.key, account.counted, account.unit, account.owner, account.where, account.fate, value.day,
                value.figure.low, value.figure.high, value.figure.approximation, value.words, value.source,
                value.origin, value.standing.value, value.outlet, value.telling.document, *span, value.telling.words,
            )  # fmt: skip


def account_wire(account: Account) -> dict[str, Any]:
    """An account as plain values; docs/ledger.md says what the fields mean."""
    return {
        "key": account.key,
        "counted": account.counted,
        "unit": account.unit,
        "owner": account.owner,
        "where": account.where,
        "fate": account.fate,
        "claim": account.claim,
        "low": account.low,
        "high": account.high,
        "values": [
            {
                "day": value.day,
                "low": value.figure.low,
                "high": value.figure.high,
                "approximation": value.figure.approximation,
                "words": value.words,
                "source": value.source,
                "origin": value.origin,
                "standing": value.standing.value,
                "outlet": value.outlet,
                "document": value.telling.document,
                "span": list(value.figure.span),
                "sentence": value.telling.words,
            }
            for value in account.values
        ],
        "origins": [
            {"name": origin.name, "reason": origin.reason, "interested": origin.interested}
            for origin in account.origins
        ],
        "changes": [
            {"kind": change.kind.value, "one": change.one, "other": change.other, "reason": change.reason}
            for change in account.changes
        ],
    }


def _now(account: Account) -> str:
    """The current span, and on how many origins it stands."""
    count = len(account.origins)
    origins = "1 origin" if count == 1 else f"{count} origins"
    if account.low is None or account.high is None:
        return f"denied only · {origins}"
    first = account.values[0].figure
    ends = Figure(first.span, account.low, account.high, None, account.unit, None)
    return f"now {told(ends)} · {origins}"


def _collapsed(account: Account) -> Iterator[Sequence[Any]]:
    """One row for all reports that have the same value from the same source."""
    scale = _scale(account)
    found: dict[tuple[Any, ...], list[Value]] = {}
    for value in account.values:
        plain_figure = replace(value.figure, span=account.values[0].figure.span, counted=None, part_of=None)
        found.setdefault((plain_figure, value.source, value.origin, value.standing), []).append(value)
    for values in found.values():
        first = values[0]
        yield (
            first.day or "undated",
            told(first.figure),
            _drawn(first, scale),
            first.source,
            first.origin if first.origin != first.source else None,
            first.standing.value,
            len({value.telling.document for value in values}),
            f"{first.telling.document[:DIGITS]}/{first.telling.record}",
        )


def _scale(account: Account) -> tuple[float, float]:
    """From nothing, or the least, to the largest number told."""
    bounds = [bound for value in account.values for bound in (value.figure.low, value.figure.high) if bound is not None]
    return min(0.0, *bounds), max(0.0, *bounds)


def _drawn(value: Value, scale: tuple[float, float]) -> str:
    """The value as a mark on a line; where it is a range or open, how far it may reach."""
    extent = extent_of(value.figure)
    start, stop = scale
    if extent is None or stop <= start:
        return ""
    cells = ["┈"] * PLOT

    def at(number: float) -> int:
        return min(PLOT - 1, max(0, round((number - start) / (stop - start) * (PLOT - 1))))

    figure = value.figure
    low, high = at(extent.low), at(extent.high)
    if figure.approximation is not None or figure.low != figure.high:
        cells[low : high + 1] = ["━"] * (high + 1 - low)
    for bound in (figure.low, figure.high):
        if bound is not None:
            cells[at(bound)] = _MARKS[value.standing]
    return "".join(cells)
