"""Near: records in text order, asked which of them touch a stretch of the text."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from lagebild.model.span import Span

Record = TypeVar("Record")


class Near(Generic[Record]):
    """Built once for a document; each question costs as much as there is near the span, however long the text."""

    def __init__(self, records: Iterable[Record], where: Callable[[Record], Span]) -> None:
        """`where` says where a record stands."""
        self._placed = sorted(((where(record), record) for record in records), key=lambda placed: placed[0])
        self._starts = [span.start for span, _ in self._placed]
        self._longest = max((span.end - span.start for span, _ in self._placed), default=0)

    def overlapping(self, span: Span) -> list[Record]:
        """The records that share a code point with the span, in text order."""
        return [record for place, record in self._around(span) if place.overlaps(span)]

    def within(self, span: Span) -> list[Record]:
        """The records that lie wholly inside the span, in text order."""
        return [record for place, record in self._around(span) if span.contains(place)]

    def holding(self, span: Span) -> list[Record]:
        """The records in which the span lies wholly, in text order."""
        return [record for place, record in self._around(span) if place.contains(span)]

    def _around(self, span: Span) -> list[tuple[Span, Record]]:
        first = bisect_left(self._starts, span.start - self._longest)
        return self._placed[first : bisect_left(self._starts, max(span.end, span.start + 1))]
