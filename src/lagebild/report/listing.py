"""A section of entries under a heading: each wrapped with a hanging indent, a long list cut with a count."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lagebild.report.layout import Line, Piece, padded, width_of, wrapped

Labels = dict[str, Any]
Entry = tuple[str, Sequence[Sequence[Piece]]]
"""A word for the left column, may be empty, and the lines that stand right of it; each is wrapped where it is long."""

MARGIN = 2
_HANGING = 4
_NOT_WORTH_HIDING = 2


def section(heading: str, entries: Sequence[Entry], labels: Labels, width: int, *, most: int | None) -> Iterator[Line]:
    """The heading and the entries, at most `most` of them; nothing where there are none."""
    if entries:
        yield (Piece(labels["words"][heading], "heading"),)
        shown_entries = entries[: cut(len(entries), most)]
        yield from listed(shown_entries, width, column=column_of(shown_entries))
        yield from more(len(entries) - len(shown_entries), labels)


def cut(total: int, most: int | None) -> int:
    """How many of the entries to show: all where the rest would be hardly more than the line that tells of it."""
    return total if most is None or total <= most + _NOT_WORTH_HIDING else most


def column_of(entries: Iterable[Entry]) -> int:
    """The width of the left column with the blanks behind it; 0 where no entry has a word for it."""
    widest = max((width_of(name) for name, _ in entries), default=0)
    return widest + 2 if widest else 0


def listed(entries: Iterable[Entry], width: int, *, column: int, margin: int = MARGIN) -> Iterator[Line]:
    """The entries, their words for the left column in it."""
    for name, lines in entries:
        begin = [Piece(" " * margin), *([Piece(padded(name, column), "act")] if column else [])]
        for pieces in lines:
            yield from wrapped(pieces, width=width, first=begin, indent=margin + (column or _HANGING))
            begin = [Piece(" " * (margin + column))]


def more(hidden: int, labels: Labels) -> Iterator[Line]:
    """How many entries are not shown, and how to see them."""
    if hidden > 0:
        yield (Piece(" " * MARGIN + str(labels["words"]["hidden"]).format(hidden), "faint"),)


def remarked(remarks: Iterable[str]) -> tuple[Piece, ...]:
    """The remarks in square brackets, nothing where there are none."""
    text = " · ".join(remark for remark in remarks if remark)
    return (Piece(f" [{text}]", "faint"),) if text else ()
