"""Document: one report as read. Its text is never changed afterwards."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One report; `text` is what every span of every record points into.

    `id` is the record's own id or the file's stem. `date` is the day of publication, None when nobody gave one.
    `language` is a code such as "de"; "und" before it has been detected.
    """

    id: str
    text: str
    language: str = "und"
    title: str | None = None
    date: datetime.date | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    origin: str | None = None
    """The file or stream it was read from, for messages."""
    known_from: tuple[tuple[str, str], ...] = ()
    """How a field came to be known, as pairs: ("date", "meta article:published_time"), ("title", "<h1>")."""
