"""A briefing as lines for a terminal."""

from collections.abc import Iterable, Iterator

from lagebild.report.briefing.pages import Briefing, Entry, Footnote, Run, Section, Table
from lagebild.report.briefing.wording import labels
from lagebild.report.layout import Line, Piece, padded, width_of, wrapped

_STYLES = {"": "", "name": "speaker", "quote": "quote", "faint": "faint", "number": "value"}
_MARGIN = 2
_NARROWEST = 60
_FEW = 10
"""So few reports are listed without being asked for."""


def text_page(briefing: Briefing, *, width: int, full: bool = False) -> Iterator[Line]:
    """The whole page, at most `width` columns wide (60 at least); reports are listed where they are few or `full`."""
    width = max(width, _NARROWEST)
    words = labels(briefing.language)
    yield from _head(briefing, width)
    for section in briefing.sections:
        yield ()
        yield from _section(section, briefing, width)
    yield from _notes(briefing, width)
    if briefing.documents and (full or len(briefing.documents) <= _FEW):
        yield ()
        yield (Piece(words["sections"]["documents"], "heading"),)
        for day, outlet, title, url in briefing.documents:
            told = " · ".join(part for part in (day, outlet, title, url) if part)
            yield from wrapped([Piece(told)], width=width, first=(Piece(" " * _MARGIN),), indent=_MARGIN * 2)
    if briefing.documents:
        yield ()
        yield (Piece(words["sections"]["method"], "heading"),)
        for line in briefing.method:
            yield from wrapped([Piece(line, "faint")], width=width, first=(Piece(" " * _MARGIN),), indent=_MARGIN)


def _head(briefing: Briefing, width: int) -> Iterator[Line]:
    yield from wrapped([Piece(briefing.title, "headline")], width=width)
    if briefing.facts:
        yield from wrapped([Piece(" · ".join(briefing.facts), "faint")], width=width)
    if briefing.as_of:
        yield from wrapped([Piece(briefing.as_of, "note")], width=width)
    for notice in briefing.notices:
        yield ()
        yield from wrapped([Piece(notice, "note")], width=width)


def _section(section: Section, briefing: Briefing, width: int) -> Iterator[Line]:
    words = labels(briefing.language)
    yield (Piece(section.heading, "heading"),)
    if section.explained:
        yield from wrapped([Piece(section.explained, "faint")], width=width, first=(Piece("  "),), indent=_MARGIN)
    yield ()
    column = max((width_of(_marked(entry, briefing)) for entry in section.entries), default=0)
    for entry in section.entries:
        yield from _entry(entry, briefing, width, indent=_MARGIN, column=column)
    for table in section.tables:
        yield from _table(table, width)
    if section.more:
        told = words["page"]["more_one"] if section.more == 1 else words["page"]["more"].format(section.more)
        yield (Piece(" " * _MARGIN + told, "faint"),)
    if section.id == "key_points":
        yield ()
        yield from _legend(briefing, width)


def _legend(briefing: Briefing, width: int) -> Iterator[Line]:
    """What the marks mean, and what an origin is."""
    for _, word, meaning in briefing.certainties:
        line = [Piece(f"{word}: ", "act"), Piece(meaning, "faint")]
        yield from wrapped(line, width=width, first=(Piece("  "),), indent=4)
    yield from wrapped([Piece(briefing.origin_explained, "faint")], width=width, first=(Piece("  "),), indent=2)


def _entry(entry: Entry, briefing: Briefing, width: int, *, indent: int, column: int) -> Iterator[Line]:
    mark = _marked(entry, briefing)
    first = [Piece(" " * indent)]
    hanging = indent + 2
    if column:
        first.append(Piece(padded(mark, column + 2), "act"))
        hanging = indent + column + 2
    lead = [Piece(f"{entry.lead} · ", "value")] if entry.lead else []
    yield from wrapped([*lead, *_pieces(entry.runs)], width=width, first=first, indent=hanging)
    inner_column = max((width_of(_marked(inner, briefing)) for inner in entry.inner), default=0)
    for inner in entry.inner:
        yield from _entry(inner, briefing, width, indent=hanging, column=inner_column)


def _marked(entry: Entry, briefing: Briefing) -> str:
    if entry.certainty is None:
        return ""
    return str(labels(briefing.language)["certainty"][entry.certainty])


def _pieces(runs: Iterable[Run]) -> Iterator[Piece]:
    for run in runs:
        yield Piece(run.text, _STYLES[run.kind])
        if run.notes:
            yield Piece(f"[{','.join(map(str, run.notes))}]", "faint")


def _table(table: Table, width: int) -> Iterator[Line]:
    """Rows as aligned columns; the last column wraps."""
    yield ()
    cells = [["".join(piece.text for piece in _pieces(cell)) for cell in row] for row in table.rows]
    widths = [
        min(max([width_of(name), *(width_of(row[place]) for row in cells)]), 34)
        for place, name in enumerate(table.columns)
    ]
    for row in [list(table.columns), *cells]:
        style = "heading" if row == list(table.columns) else ""
        yield from _row(row, widths, width, style)


def _row(row: list[str], widths: list[int], width: int, style: str) -> Iterator[Line]:
    """Each cell wrapped in its own column."""
    room = width - _MARGIN - 2 * (len(widths) - 1)
    fitted = list(widths)
    while sum(fitted) > room:
        fitted[fitted.index(max(fitted))] -= 1
    columns = [list(wrapped([Piece(text)], width=columns)) for text, columns in zip(row, fitted, strict=True)]
    for number in range(max(len(lines) for lines in columns)):
        line = [Piece(" " * _MARGIN)]
        for lines, columns_wide in zip(columns, fitted, strict=True):
            text = "".join(piece.text for piece in lines[number]) if number < len(lines) else ""
            line.append(Piece(padded(text, columns_wide + 2), style))
        yield tuple(line)


def _notes(briefing: Briefing, width: int) -> Iterator[Line]:
    if not briefing.footnotes:
        return
    words = labels(briefing.language)
    yield ()
    yield (Piece(words["sections"]["notes"], "heading"),)
    column = len(str(briefing.footnotes[-1].number)) + 2
    for note in briefing.footnotes:
        first = (Piece(" " * _MARGIN), Piece(padded(f"[{note.number}]", column + 1), "faint"))
        yield from wrapped(_note(note, briefing), width=width, first=first, indent=_MARGIN + column + 1)


def _note(note: Footnote, briefing: Briefing) -> Iterator[Piece]:
    opening, closing = labels(briefing.language)["format"]["quotes"]
    yield Piece(f"{note.source}: ", "speaker")
    yield Piece(opening, "faint")
    for text, marked in note.pieces:
        yield Piece(text, "quote" if marked else "faint")
    yield Piece(closing, "faint")
    if note.url:
        yield Piece(f" {note.url}", "faint")
    yield Piece(f" · {note.document[:10]}", "faint")
