"""Validators: what a server said to tell by whether a page has changed since."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Validator:
    """The ETag and the Last-Modified of an address, word for word, to be sent back on the next visit.

    In a stream of inputs it says: all that came from this address stands before me. It may be kept once that has been
    stored, and no earlier, or a report lost in between would be taken for unchanged ever after.
    """

    address: str
    etag: str | None = None
    modified: str | None = None


class Validators(Protocol):
    """What is known of earlier visits; only asked, never told, while sources are read."""

    def of(self, address: str) -> Validator | None:
        """The validator of the address, None where it was never fetched."""
        ...


class Remembered:
    """Validators in memory; with none at all, every page is fetched anew."""

    def __init__(self, validators: Iterable[Validator] = ()) -> None:
        self._known = {validator.address: validator for validator in validators}

    def of(self, address: str) -> Validator | None:
        """As in Validators."""
        return self._known.get(address)

    def keep(self, validator: Validator) -> None:
        """Remembers the validator in place of an earlier one for the same address."""
        self._known[validator.address] = validator
