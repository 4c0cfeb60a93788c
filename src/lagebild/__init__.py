"""Lagebild: news reports to a sourced picture of a situation.

import lagebild
findings = lagebild.read("Moskau verstoße gegen Sanktionen, sagte Rutte.", date="2024-12-04")
for attribution in findings.attributions:
    print(attribution.speaker, attribution.act)
"""

import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lagebild.version import VERSION

if TYPE_CHECKING:
    from lagebild.analysis.engine import Engine
    from lagebild.knowledge import KnowledgeBase
    from lagebild.model.document import Document
    from lagebild.model.findings import Findings

__version__ = VERSION
__all__ = ["__version__", "open", "read", "read_document"]


def open(path: Path | str, *, write: bool = True, make: bool = True) -> "KnowledgeBase":
    """The knowledge base in the file at `path`, made where there is none and `make`.

    Raises StoreError, which says what to do, for a file that is none, is newer than this program, damaged or locked.
    """
    from lagebild.knowledge import KnowledgeBase

    return KnowledgeBase(path, write=write, make=make)


def read(
    text: str,
    *,
    date: datetime.date | str | None = None,
    language: str = "auto",
    id: str = "text",
    title: str | None = None,
    engine: str | None = None,
    resources: Path | str | None = None,
) -> "Findings":
    """What one report says: its attributions, entities, times and quantities, each with spans into `text`.

    `date` is the day of publication (a date or "YYYY-MM-DD"); relative times need it. `engine` names a spaCy
    pipeline (package or path) to use instead of our own tagger; `resources` is a folder of your own language
    data. Raises UsageError for a wrong date, an unknown engine or a folder that is not there, ResourceError for a
    malformed table of yours, LanguageError for a text in a language without resources (all in `lagebild.errors`).
    """
    from lagebild.errors import UsageError
    from lagebild.model.document import Document

    if isinstance(date, str):
        try:
            date = datetime.date.fromisoformat(date)
        except ValueError as problem:
            raise UsageError(f"date: {date!r} is not a day; write it like 2024-12-04") from problem
    code = "und" if language == "auto" else language
    return read_document(
        Document(id=id, text=text, language=code, title=title, date=date), engine=engine, resources=resources
    )


def read_document(
    document: "Document", *, engine: str | None = None, resources: Path | str | None = None
) -> "Findings":
    """As `read`, for a document that is already a record."""
    from lagebild import pipeline
    from lagebild.language.detect import detect
    from lagebild.language.load import language_of

    code = document.language if document.language != "und" else detect(document.text).language
    chosen = language_of(code, Path(resources) if resources is not None else None)
    return pipeline.read_document(document, language=chosen, engine=_engine(engine) if engine else None)


@cache
def _engine(name: str) -> "Engine":
    """Loaded once: a pipeline takes seconds to load, and many documents may want it."""
    from lagebild.analysis.engine import engine_named

    return engine_named(name)
