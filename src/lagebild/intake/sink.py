"""Sink: where an intake puts what it reads, all in the main process and in the order of the inputs."""

from typing import NamedTuple, Protocol

from lagebild.intake.tally import Outcome
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.validators import Validator


class Kept(NamedTuple):
    """What became of a document at the sink, and the key that it goes by there."""

    outcome: Outcome
    key: str


class Sink(Protocol):
    """A base, or something like it in a test. What it was given is safe once `settle` has returned."""

    def seen(self, document: Document) -> Kept | None:
        """How the sink has the document already, so that it need not be taken apart; None where it is wanted."""
        ...

    def add(self, document: Document, found: bytes) -> Kept:
        """Keeps a document with its findings, packed."""
        ...

    def fail(self, failure: Failure, *, source: str) -> None:
        """Keeps a failure; `source` is what to name to try again."""
        ...

    def visited(self, validator: Validator) -> None:
        """Keeps what a server said of an address; all that came from there has come."""
        ...

    def settle(self) -> None:
        """Makes safe all that was given so far; raises where some of it is lost, whatever was raised of that before."""
        ...

    def through(self, source: str) -> None:
        """All that the source held has come; failures of earlier runs that did not come again are no more."""
        ...
