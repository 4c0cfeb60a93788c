"""Piece: a file of the inputs, or a part of it that can be read by itself."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class How(StrEnum):
    """How a piece is read."""

    FILE = "file"
    """Whole, as `lagebild add` reads it."""
    LINES = "lines"
    ROWS = "rows"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Piece:
    """A file or a part of it: the bytes `[start, end)`; of a table the rows `[before, before + rows)`.

    `before` says how many lines stand before a piece of lines. `size` is the whole file's: it tells of a change.
    """

    name: str
    how: How
    start: int
    end: int
    size: int
    before: int = 0
    rows: int | None = None

    @property
    def bytes(self) -> int:
        """About what it costs to read."""
        return self.end - self.start

    @property
    def whole(self) -> bool:
        """Whether it is the whole file."""
        return self.start == 0 and self.end == self.size and self.rows is None

    def wire(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)

    @classmethod
    def of(cls, wire: dict[str, Any]) -> "Piece":
        """The piece that `wire` made."""
        return cls(**{**wire, "how": How(wire["how"])})
