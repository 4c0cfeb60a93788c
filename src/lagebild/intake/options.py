"""Options: how the sources of an intake are to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from lagebild.model.document import Document
from lagebild.reading.documents import with_day
from lagebild.reading.source_options import FeedContent

GIVEN = "given by whoever added it"
"""How a field is known that the document does not hold."""


@dataclass(frozen=True, slots=True)
class Options:
    """`day` and `publisher` are for documents that do not say (the day when a file was made is no such day);
    `language` holds for all where it is given.

    `mapping` says which columns of tables are which fields. `engine` and `resources` are as for `lagebild.read`; from
    `offline` on the fields say how far the network may be used, as in `reading.source_options`.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    day: date | None = None
    language: str | None = None
    publisher: str | None = None
    engine: str | None = None
    resources: Path | None = None
    offline: bool = False
    fetch_inside: bool = False
    allow_private: bool = False
    robots: bool = True
    feed_content: FeedContent = "auto"
    contact: str | None = None
    base: Path | None = None
    """The base that is added to: it and the files that SQLite keeps beside it are no sources."""
    visited: Path | None = None
    """The base that knows what servers said on earlier visits, so that they send only what is new."""

    def given(self, document: Document) -> Document:
        """The document with what was said on the command line of all."""
        dated = with_day(document, self.day)
        known = [*dated.known_from]
        if dated is not document:
            known.append(("date", GIVEN))
        if self.publisher and not document.publisher:
            known.append(("publisher", GIVEN))
        return replace(
            dated,
            publisher=document.publisher or self.publisher,
            language=self.language or document.language,
            known_from=tuple(known),
        )

    def for_sources(self) -> dict[str, Any]:
        """What has to be known to open a source."""
        return {
            "offline": self.offline,
            "fetch_inside": self.fetch_inside,
            "allow_private": self.allow_private,
            "robots": self.robots,
            "feed_content": self.feed_content,
            "contact": self.contact,
            "visited": str(self.visited) if self.visited else None,
        }

    def for_documents(self) -> dict[str, Any]:
        """What has to be known to take a document apart."""
        return {"engine": self.engine, "resources": str(self.resources) if self.resources else None}


@dataclass(frozen=True, slots=True)
class Units:
    """Which functions the children run for each kind of work, as "module:function"."""

    unpack: str = "lagebild.intake.units:unpack"
    parse: str = "lagebild.intake.units:parse"
    extract: str = "lagebild.intake.units:extract"
