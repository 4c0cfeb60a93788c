"""Exact words out of the report: pieces in the order of the text, "…" where words between them are left out."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.report.layout import shown

_BETWEEN = " \u00a0\n\t"
_GAP = " …"


def extract(text: str, spans: Iterable[Span | None]) -> str:
    """The words under the spans, those that overlap or touch joined."""
    return f"{_GAP} ".join(shown(span.of(text)).strip() for span in _joined(text, spans))


def cut_extract(text: str, whole: Sequence[Span], others: Sequence[Span], *, longest: int) -> str:
    """As `extract`, but of each of the others at most `longest` words; those of `whole` are all there."""
    words = extract(text, (*whole, *(_beginning(text, span, longest) for span in others)))
    return words + _GAP if others and _cut_off(text, whole, others, longest) else words


class Sentences:
    """Answers which sentence a place stands in; none where the findings come without their analysis."""

    def __init__(self, findings: Findings) -> None:
        analysis = findings.analysis
        sentences = analysis.sentences if analysis else ()
        self._spans = [analysis.span(item.first, item.last) for item in sentences] if analysis else []
        self._starts = [span.start for span in self._spans]

    def at(self, offset: int) -> Span | None:
        """The sentence that the offset stands in."""
        index = bisect_right(self._starts, offset) - 1
        span = self._spans[index] if index >= 0 else None
        return span if span is not None and offset < span.end else None


def _joined(text: str, spans: Iterable[Span | None]) -> list[Span]:
    """The spans in text order, those that overlap or have only blanks between them as one."""
    merged: list[Span] = []
    for span in sorted({span for span in spans if span is not None}):
        if merged and not text[merged[-1].end : span.start].strip(_BETWEEN):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _beginning(text: str, span: Span, longest: int) -> Span:
    """The first words of the span."""
    end = span.start
    for word in span.of(text).split()[:longest]:
        end = text.index(word, end) + len(word)
    return Span(span.start, end)


def _cut_off(text: str, whole: Sequence[Span], others: Sequence[Span], longest: int) -> bool:
    """Whether the last words shown are the cut beginning of a longer piece."""
    last = max(others, key=lambda span: _beginning(text, span, longest).end)
    shown_end = _beginning(text, last, longest).end
    return shown_end < last.end and shown_end > max(span.end for span in whole)
