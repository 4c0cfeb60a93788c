"""Options: how the sources of an intake are to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from lagebild.model.document import Document


@dataclass(frozen=True, slots=True)
class Options:
    """`day`, `language` and `publisher` are for documents that do not say; `language` holds for all where it is given.

    `mapping` says which columns of tables are which fields. `engine` and `resources` are as for `lagebild.read`.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    day: date | None = None
    language: str | None = None
    publisher: str | None = None
    offline: bool = False
    engine: str | None = None
    resources: Path | None = None

    def given(self, document: Document) -> Document:
        """The document with what was said on the command line of all."""
        return replace(
            document,
            date=document.date or self.day,
            publisher=document.publisher or self.publisher,
            language=self.language or document.language,
        )


@dataclass(frozen=True, slots=True)
class Units:
    """Which functions the children run for each kind of work, as "module:function"."""

    unpack: str = "lagebild.intake.units:unpack"
    parse: str = "lagebild.intake.units:parse"
    extract: str = "lagebild.intake.units:extract"
