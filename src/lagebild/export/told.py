"""Told: in how many documents something is told, of how many independent origins, and when."""

from lagebild.model.holding import Holding


class Told:
    """Counts documents as they pass in their order; each is `seen` as often as it tells the thing."""

    def __init__(self) -> None:
        self.documents = 0
        self.first: str | None = None
        self.last: str | None = None
        self._latest: str | None = None
        self._alone = 0
        self._origins: set[str] = set()

    @property
    def origins(self) -> int:
        """Ten copies of one report are one origin."""
        return self._alone + len(self._origins)

    def seen(self, document: str, origin: str | None, day: str | None) -> None:
        """One more time, in the document just seen or in the next."""
        if document == self._latest:
            return
        self._latest = document
        self.documents += 1
        if origin is None:
            self._alone += 1
        else:
            self._origins.add(origin)
        if day is not None:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


def telling(holding: Holding) -> list[str | None]:
    """What `seen` wants to know of a document."""
    day = holding.findings.document.date
    return [holding.key, holding.origin, day.isoformat() if day else None]
