"""Selection: which documents of a base are meant."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Selection:
    """Documents by day of publication (both ends included; undated ones only where no day is asked for), publisher,
    language and key. Everything given must hold; of several values one has to. `superseded` takes older versions too.
    """

    since: date | None = None
    until: date | None = None
    publishers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    superseded: bool = False

    def where(self) -> tuple[str, list[str]]:
        """An SQL condition on `documents d` with its values."""
        conditions, values = [] if self.superseded else ["d.newer is null"], list[str]()
        if self.since:
            conditions.append("d.day >= ?")
            values.append(self.since.isoformat())
        if self.until:
            conditions.append("d.day <= ?")
            values.append(self.until.isoformat())
        for column, allowed in (("publisher", self.publishers), ("language", self.languages), ("key", self.keys)):
            if allowed:
                conditions.append(f"d.{column} in ({', '.join('?' * len(allowed))})")
                values.extend(allowed)
        return " and ".join(conditions) or "1", values
