"""The passages that two documents share, as places in either text."""

from collections.abc import Sequence
from dataclasses import dataclass

from lagebild.comparison.copies.boilerplate import Own
from lagebild.comparison.copies.runs import shared_runs
from lagebild.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """The same `words` words in a row stand at `left` in one text and at `right` in the other, but for punctuation."""

    left: Span
    right: Span
    words: int


def passages(left: Own, left_spans: Sequence[Span], right: Own, right_spans: Sequence[Span]) -> tuple[Passage, ...]:
    """The shared passages in the order of the left text; the spans are those of all words of either (`word_spans`)."""
    return tuple(
        Passage(
            _reach(left, left_spans, run.left, run.words), _reach(right, right_spans, run.right, run.words), run.words
        )
        for run in shared_runs(left.words, right.words)
    )


def _reach(own: Own, spans: Sequence[Span], first: int, words: int) -> Span:
    return Span(spans[own.place(first)].start, spans[own.place(first + words - 1)].end)
