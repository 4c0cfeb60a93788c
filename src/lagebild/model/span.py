"""Span: a half-open stretch of a document's text, and how spans relate."""

from typing import NamedTuple


class Span(NamedTuple):
    """Code points `[start, end)` of one document's text; never empty in a record."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers, exactly as the text has them."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one (equal spans do)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether both cover at least one common code point."""
        return self.start < other.end and other.start < self.end


def trimmed(text: str, span: Span, edge: str) -> Span | None:
    """The span without white space and without the characters of `edge` at its ends; None when nothing is left."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in edge):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in edge):
        end -= 1
    return Span(start, end) if start < end else None
