"""Work: what a child is at, and what it has come to: results on their way to the sink."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from lagebild.intake.child import Ended
from lagebild.intake.frames import Frame
from lagebild.intake.line import Place
from lagebild.intake.room import Room
from lagebild.intake.sink import Kept
from lagebild.intake.tally import Outcome
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.validators import Validator
from lagebild.reading.passed import Passed


class Found(NamedTuple):
    """A document that was taken apart, with its findings, packed, and how many statements and events these are."""

    document: Document
    key: str
    source: str
    findings: bytes
    attributions: int
    events: int


class Lost(NamedTuple):
    """An input of a source that could not be read; `key` where it is a document that could not be taken apart."""

    failure: Failure
    source: str
    outcome: Outcome = Outcome.FAILED
    key: str | None = None
    trace: str | None = None


class Twin(NamedTuple):
    """A document that is the same as one before it that was still on its way."""

    document: Document
    key: str
    source: str


class There(NamedTuple):
    """A document that the sink has already."""

    document: Document
    kept: Kept


class Skipped(NamedTuple):
    """What is no report, or nothing new."""

    passed: Passed


class Visited(NamedTuple):
    """Everything that came from an address stands before this."""

    validator: Validator


class Listed(NamedTuple):
    """Everything in a folder stands before this."""

    source: str


class Through(NamedTuple):
    """Everything of a source stands before this; `whole` where nothing of it was cut off."""

    source: str
    whole: bool


class Space(NamedTuple):
    """What an item took up while it was on its way; it has arrived."""

    room: Room
    size: int


Result = Found | Lost | Twin | There | Skipped | Visited | Listed | Through | Space


class Kind(Enum):
    """What a child can be at."""

    UNPACK = "unpack"
    """A source into its items."""
    OPEN = "open"
    """A file of many documents into these."""
    PARSE = "parse"
    """A raw input into its documents, of which it has few."""
    EXTRACT = "extract"
    """A document into findings."""


@dataclass(slots=True, eq=False)
class Work:
    """One unit of work under way: where its results belong, and what to say if it fails.

    `origin` is the input in words; `space` is given back when all that came of it is delivered.
    """

    kind: Kind
    place: Place[Result]
    source: str
    origin: str
    space: Space | None = None
    document: Document | None = None
    key: str | None = None
    found: Frame | None = None
    parts: int = 0

    def lost(self, ended: Ended) -> Lost:
        """The failure that an end other than a good one comes to."""
        reason = ended.reason.removeprefix(f"{self.origin}: ")
        if self.parts:
            reason = f"{reason} (after {self.parts} {'report' if self.parts == 1 else 'reports'})"
        if ended.why == "fault":
            reason = f"our fault, please report this: {reason}"
        outcome = Outcome.BROKEN if ended.why == "fault" else Outcome.FAILED
        return Lost(Failure(self.origin, reason), self.source, outcome, self.key, ended.trace or None)

    def close(self) -> None:
        """All has come; when it is delivered, so is the space that it took up."""
        if self.space is not None:
            self.place.put(self.space)
        self.place.close()
