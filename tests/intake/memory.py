"""A base in memory, for tests of what is put into it."""

from pathlib import Path

from lagebild.errors import InputError
from lagebild.intake.sink import Kept
from lagebild.intake.tally import Outcome
from lagebild.model.document import Document
from lagebild.model.keys import document_key
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.validators import Validator


class Memory:
    """A sink that remembers all that happened to it, in order, sources by their names."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.found: dict[str, bytes] = {}
        self.failures: dict[str, str] = {}
        self.sources: dict[str, str] = {}
        self.happened: list[str] = []
        self.seen_texts: list[str] = []

    def seen(self, document: Document) -> Kept | None:
        self.seen_texts.append(document.text)
        key = document_key(document)
        return Kept(Outcome.THERE, key) if key in self.found else None

    def add(self, document: Document, found: bytes) -> Kept:
        if document.text == "refused":
            raise InputError("holds what no file can hold")
        key = document_key(document)
        self.texts.append(document.text)
        self.found[key] = found
        self.happened.append(document.text)
        return Kept(Outcome.ADDED, key)

    def fail(self, failure: Failure, *, source: str) -> None:
        self.failures[failure.origin] = failure.reason
        self.sources[failure.origin] = Path(source).name
        self.happened.append(f"{failure.origin}: failed")

    def visited(self, validator: Validator) -> None:
        self.happened.append(f"visited {validator.address}")

    def settle(self) -> None:
        pass

    def through(self, source: str) -> None:
        self.happened.append(f"through {Path(source).name}")
