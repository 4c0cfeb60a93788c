"""Rows of an answer as an aligned table for a person."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from lagebild.report.layout import Line, Piece, padded, shown, width_of

Row = Sequence[Any]

_LOOKED_AT = 500
"""So many rows decide how wide the columns are; later ones are cut to fit."""
_GAP = "  "
_NARROWEST = 8
"""A column is not made narrower than this to fit the window."""


def table(columns: Sequence[str], rows: Iterable[Row], *, width: int | None) -> Iterator[Line]:
    """A heading and a line for each row; numbers stand to the right, unknown values are blank.

    Lines fit `width` columns by cutting long cells ("…"); None cuts nothing, but the first 500 rows still decide the
    widths.
    """
    stream = iter(rows)
    looked_at = list(islice(stream, _LOOKED_AT))
    right = [_holds_numbers([row[number] for row in looked_at]) for number in range(len(columns))]
    first = [_cells(row) for row in looked_at]
    widths = _widths(columns, first, width)
    yield tuple(_line(columns, widths, right, "heading"))
    for cells in chain(first, map(_cells, stream)):
        yield tuple(_line(cells, widths, right, ""))


def _cells(row: Row) -> list[str]:
    return ["" if value is None else f"{value:,}" if _is_count(value) else shown(str(value)).strip() for value in row]


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _holds_numbers(values: Sequence[Any]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, int | float) for value in known)


def _turned(rows: list[list[str]], columns: Sequence[str]) -> list[list[str]]:
    return [[row[number] for row in rows] for number in range(len(columns))]


def _widths(columns: Sequence[str], rows: list[list[str]], width: int | None) -> list[int]:
    """As wide as the longest cell, the widest ones narrowed until the line fits."""
    widths = [
        max([width_of(name), *map(width_of, column)])
        for name, column in zip(columns, _turned(rows, columns), strict=True)
    ]
    if width is None:
        return widths
    left = width - len(_GAP) * (len(columns) - 1)
    while sum(widths) > left and max(widths) > _NARROWEST:
        widest = max(range(len(widths)), key=widths.__getitem__)
        second = max((value for number, value in enumerate(widths) if number != widest), default=_NARROWEST)
        target = max(_NARROWEST, widths[widest] - (sum(widths) - left), min(second, widths[widest] - 1))
        widths[widest] = target
    return widths


def _line(cells: Sequence[str], widths: list[int], right: list[bool], style: str) -> Iterator[Piece]:
    for number, (cell, width, to_right) in enumerate(zip(cells, widths, right, strict=True)):
        cut = _cut(cell, width)
        blanks = " " * (width - width_of(cut))
        yield Piece((_GAP if number else "") + (blanks + cut if to_right else padded(cut, width)), style)


def _cut(cell: str, width: int) -> str:
    if width_of(cell) <= width:
        return cell
    kept = cell
    while kept and width_of(kept) >= width:
        kept = kept[: -max(1, (width_of(kept) - width) // 2)]
    return kept + "…"
