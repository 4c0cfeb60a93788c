"""What other records say of a stretch of text: the value of a time, the place on the map, the figure."""

from lagebild.model.findings import Findings
from lagebild.model.near import Near
from lagebild.model.place import Place
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.model.timex import Timex


class Beside:
    """Built once for the findings of one document."""

    def __init__(self, findings: Findings) -> None:
        self._times = {item.span: item for item in findings.timexes}
        self._quantities = {item.span: item for item in findings.quantities}
        self._places = Near(findings.places, lambda item: item.span)

    def time(self, span: Span | None) -> Timex | None:
        """The time expression that stands exactly there."""
        return self._times.get(span) if span is not None else None

    def quantity(self, span: Span | None) -> Quantity | None:
        """The quantity that stands exactly there."""
        return self._quantities.get(span) if span is not None else None

    def places(self, span: Span | None) -> list[Place]:
        """The places named there, in text order."""
        return self._places.overlapping(span) if span is not None else []

    def place(self, span: Span | None) -> Place | None:
        """The first of them that has a point, else the first."""
        found = self.places(span)
        return next((item for item in found if item.latitude is not None), found[0] if found else None)
