"""Format: what one file format is told by, and who reads it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.raw import Raw


class Asked(NamedTuple):
    """What the caller wants of a reading: which columns hold what, and which day it is (later ones are forged)."""

    mapping: Mapping[str, str]
    today: date


Reader = Callable[[Raw, Asked], Iterator[Document | Failure]]
"""Takes one input apart. May raise InputError for the input as a whole; a bad record is a Failure among the others."""


class Format(NamedTuple):
    """One format. `suffixes` are lower case with their dot; `media` are content types without parameters.

    `surely` looks at the first bytes and outranks every name: nothing else begins like this. `likely` does so only
    where neither suffix nor content type is known.
    """

    name: str
    suffixes: tuple[str, ...]
    media: tuple[str, ...]
    surely: Callable[[bytes], bool]
    likely: Callable[[bytes], bool]
    read: Reader
    many: bool = False
    """Whether one file may hold any number of reports."""


def never(_head: bytes) -> bool:
    """For a format that its first bytes cannot tell."""
    return False
