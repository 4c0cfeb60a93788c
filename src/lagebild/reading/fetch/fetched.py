"""Fetched: a page as it came."""

from dataclasses import dataclass
from datetime import datetime

from lagebild.reading.fetch.validators import Validator


@dataclass(frozen=True, slots=True)
class Fetched:
    """`address` is what was asked for, `url` where it was found after redirects, without what only tracks readers.

    `suffix` is what readers know the content type by. `validator` is for the next visit.
    """

    address: str
    url: str
    data: bytes
    suffix: str
    media: str | None
    at: datetime
    validator: Validator | None = None
