"""The parts of a briefing: runs of text with what they are, entries, tables, pictures, sections."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

RunKind = Literal["", "name", "quote", "faint", "number"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; a "quote" is words of a report, whose marks it has already. `notes` are numbers of footnotes
    behind it."""

    text: str
    kind: RunKind = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a section. `certainty` is the mark before it, None where it needs none; `lead` stands in front of
    all (a day, a kind); `inner` are entries that belong under it."""

    runs: tuple[Run, ...]
    certainty: str | None = None
    lead: str = ""
    inner: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their columns; every cell is runs."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    caption: str
    numeric: frozenset[int] = frozenset()
    """The columns that hold numbers."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as inline SVG, with what it shows in words. `twin` is the place among the section's tables of the one
    that says the same, None where all its entries or tables do."""

    kind: str
    title: str
    svg: str
    caption: str = ""
    twin: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what it means in plain words, and its parts. `more` are entries that are not shown."""

    id: str
    heading: str
    explained: str
    entries: tuple[Entry, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where something stands: the words around it in pieces (marked or not), the outlet, day and address."""

    number: int
    document: str
    source: str
    voice: str | None
    title: str | None
    url: str | None
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole, ready to be written in any format."""

    language: str
    quoted_language: str
    """That of most reports, in which the quotations are."""
    title: str
    facts: tuple[str, ...]
    as_of: str | None
    notices: tuple[str, ...]
    origin_explained: str
    certainties: tuple[tuple[str, str, str], ...]
    """Each mark that occurs: its kind, its word, what it means."""
    sections: Sequence[Section]
    footnotes: tuple[Footnote, ...]
    documents: tuple[tuple[str, str, str, str | None], ...]
    """Day, outlet, title and address of each."""
    method: tuple[str, ...]
