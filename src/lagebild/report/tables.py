"""The sections of times and of figures: the words of the report, what they mean, and who gives the figure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lagebild.model.attribution import Attribution
from lagebild.model.findings import Findings
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.model.timex import Timex
from lagebild.report.figures import quantity_value
from lagebild.report.layout import Line, Piece, padded, shown, width_of, wrapped
from lagebild.report.listing import cut, more
from lagebild.report.times import time_words, when

Labels = dict[str, Any]

_MARGIN = 2
_FAR = 60
"""Code points between a number and the thing counted up to which the words between them are shown too."""


class Row(NamedTuple):
    """The words in the report, their value, and a remark; in a table of times the value stands first."""

    first: str
    second: str
    remark: str = ""


def times(findings: Findings, labels: Labels, width: int, *, most: int | None = None) -> Iterator[Line]:
    """Times in their order, each with the words for it; those that no reader could look up stand together last."""
    text = findings.document.text
    told: dict[str, list[str]] = {}
    vague: list[str] = []
    for timex in sorted(findings.timexes, key=_order):
        words = shown(timex.span.of(text))
        value = time_words(timex, labels)
        (vague if value is None else told.setdefault(value, [])).append(words)
    rows = [Row(value, _counted([said for said in words if said != value])) for value, words in told.items()]
    if not rows and not vague:
        return
    yield (Piece(labels["words"]["times"], "heading"),)
    yield from _table(rows, labels, width, styles=("value", "", "faint"), most=most)
    if vague:
        listed = f"{labels['words']['vague']}: {_counted(vague)}"
        yield from wrapped([Piece(listed, "faint")], width=width, first=_BEGIN, indent=_MARGIN + 2)


def _order(timex: Timex) -> tuple[int, str]:
    """Points in time by the calendar, then how long, then how often."""
    kind = {"DURATION": 1, "SET": 2}.get(timex.type, 0)
    return kind, when(timex.value or "") if kind == 0 else ""


def figures(findings: Findings, labels: Labels, width: int, *, most: int | None = None) -> Iterator[Line]:
    """Figures with their value, what they are a part of, and whose figure it is where somebody says it."""
    text = findings.document.text
    names = {entity.key: entity.name for entity in findings.entities}
    quantities = sorted(findings.quantities, key=lambda quantity: quantity.span)
    sources = _said_in([quantity.span for quantity in quantities], findings.attributions)
    rows = [
        _figure(quantity, text, labels, source=_source(said, names, labels) if said else "")
        for quantity, said in zip(quantities, sources, strict=True)
    ]
    if rows:
        yield (Piece(labels["words"]["figures"], "heading"),)
        yield from _table(rows, labels, width, styles=("", "value", "faint"), most=most)


def _figure(quantity: Quantity, text: str, labels: Labels, *, source: str) -> Row:
    value = quantity_value(quantity, labels)
    whole = f"{labels['words']['part_of']} {quantity.part_of.of(text)}" if quantity.part_of else ""
    same = value == quantity.span.of(text)
    remark = " · ".join(shown(part) for part in (whole, source) if part)
    return Row(shown(_with_counted(quantity, text)), "" if same else value, remark)


def _with_counted(quantity: Quantity, text: str) -> str:
    """The figure as the report has it, with the thing counted."""
    number, counted = quantity.span, quantity.counted
    if counted is None or number.contains(counted):
        return number.of(text)
    first, last = sorted((number, counted))
    if last.start - first.end > _FAR:
        return f"{first.of(text)} … {last.of(text)}"
    return text[first.start : max(first.end, last.end)]


def _said_in(spans: Sequence[Span], attributions: Sequence[Attribution]) -> Iterator[Attribution | None]:
    """For each span, in text order, the innermost statement that holds it."""
    parts = sorted((*part, place) for place, said in enumerate(attributions) for part in said.content)
    begun: list[tuple[int, int, int]] = []
    at = 0
    for span in spans:
        while at < len(parts) and parts[at][0] <= span.start:
            begun.append(parts[at])
            at += 1
        begun = [part for part in begun if part[1] > span.start]
        holding = [(end - start, place) for start, end, place in begun if end >= span.end]
        yield attributions[min(holding)[1]] if holding else None


def _source(said: Attribution, names: dict[str, str], labels: Labels) -> str:
    name = names.get(said.entity or "") or said.speaker
    return f"{labels['acts'][said.act]} {name}" if name else str(labels["words"]["nobody_says"])


def _table(
    rows: list[Row], labels: Labels, width: int, *, styles: tuple[str, str, str], most: int | None
) -> Iterator[Line]:
    """Columns as wide as they need; rows that are the same are shown once, with a count."""
    distinct = Counter(rows)
    counts = dict(list(distinct.items())[: cut(len(distinct), most)])
    left = min(max((width_of(row.first) for row in counts), default=0), width // 2 - _MARGIN)
    middle = min(max((width_of(row.second) for row in counts), default=0), width // 3)
    for row, count in counts.items():
        many = f" ×{count}" if count > 1 else ""
        last = Piece(row.remark + many, styles[2])
        if width_of(row.first) > left:
            loose = (Piece(row.first + "  ", styles[0]), Piece(row.second + "  ", styles[1]), last)
            yield from wrapped(loose, width=width, first=_BEGIN, indent=_MARGIN + 2)
            continue
        begin: Line = (*_BEGIN, Piece(padded(row.first, left) + "  ", styles[0]))
        column = _MARGIN + left + 2
        if width_of(row.second) > middle or width_of(last.text) > width - column - middle - 2:
            rest = (Piece(row.second + "  ", styles[1]), last)
            yield from wrapped(rest, width=width, first=begin, indent=column)
        else:
            begin = (*begin, Piece(padded(row.second, middle) + "  ", styles[1]))
            yield from wrapped([last], width=width, first=begin, indent=column + middle + 2)
    yield from more(len(distinct) - len(counts), labels)


def _counted(words: list[str]) -> str:
    """The words, each once, with how often they stand there."""
    return ", ".join(f"{said} ×{count}" if count > 1 else said for said, count in Counter(words).items())


_BEGIN = (Piece(" " * _MARGIN),)
