"""What a table is: a name, columns with their meaning, and the rows that one document gives it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from lagebild.model.holding import Holding
from lagebild.model.span import Span


class Kind(StrEnum):
    """What the values of a column are. Every value may be None, which means that it is unknown."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    TRUTH = "truth"
    DAY = "day"
    MOMENT = "moment"
    """A datetime in UTC."""
    SPAN = "span"
    """One stretch of the text with its words (Words)."""
    SPANS = "spans"
    """A tuple of Words, empty where there is none."""
    TEXTS = "texts"
    """A tuple of texts, each of which may be None."""


class Words(NamedTuple):
    """A stretch of a document's text, in code points, and the words there."""

    start: int
    end: int
    words: str


Value = str | int | float | bool | date | datetime | Words | tuple[Words, ...] | tuple[str | None, ...] | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. A SPAN column is stored as three: its name with _start, _end and _words behind it."""

    name: str
    kind: Kind
    meaning: str

    def part(self, name: str) -> str:
        """What "start", "end" or "words" of a SPAN column is called."""
        return f"{self.name}_{name}" if self.name else name


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of record. `rows` gives those of one document, in text order, with a value for every column."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[Holding], Iterator[Row]]


def no_rows(holding: Holding) -> Iterator[Row]:
    """The rows of a table that no single document tells."""
    del holding
    yield from ()


def words(span: Span | None, text: str) -> Words | None:
    """The span with its words."""
    return None if span is None else Words(span.start, span.end, span.of(text))


def all_words(spans: tuple[Span, ...], text: str) -> tuple[Words, ...]:
    """The spans with their words."""
    return tuple(Words(span.start, span.end, span.of(text)) for span in spans)
