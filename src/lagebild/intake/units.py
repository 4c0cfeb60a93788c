"""The units of work that children run: unpacking a source, parsing a raw input, taking a document apart.

The main process names them and never runs them: what they import is heavy, and what they read may be hostile.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lagebild.garbage import tables_spared
from lagebild.intake.frames import Frame
from lagebild.intake.items import framed, item_of, raw_of
from lagebild.model.document import Document
from lagebild.reading.raw import Raw

if TYPE_CHECKING:
    from lagebild.analysis.engine import Engine
    from lagebild.model.findings import Findings
    from lagebild.reading.fetch.fetcher import Fetcher

_FOR_EVER = ExitStack()
"""What is never left: the process is ended."""


def unpack(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """What a source that was named holds: raw inputs, failures, what is passed over, what servers said.

    Of a raw input it says whether it may hold "many" documents.
    """
    del payload
    from lagebild.reading.documents import holds_many
    from lagebild.reading.folders import Inside
    from lagebild.reading.sources import unpacked

    names = ("offline", "fetch_inside", "allow_private", "robots", "feed_content", "contact", "visited")
    fetcher = _fetcher(**{name: header[name] for name in names})
    source = Inside(header["source"]) if header["inside"] else header["source"]
    for item in unpacked(source, options=fetcher.options, fetcher=fetcher):
        frame = framed(item)
        if isinstance(item, Raw):
            frame = frame._replace(header={**frame.header, "many": holds_many(item)})
        yield frame


def parse(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """The documents of a raw input."""
    from lagebild.reading.documents import documents_of

    for item in documents_of(raw_of(Frame(header["raw"], payload)), mapping=header["mapping"]):
        yield framed(item)


def extract(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """The findings of a document, packed, and how many statements and events these are."""
    del payload
    from lagebild.model.packing import packed

    document = item_of(Frame(header["document"]))
    assert isinstance(document, Document)
    findings = taken_apart(document, engine=header["engine"], resources=header["resources"])
    told = {"attributions": len(findings.attributions), "events": len(findings.events)}
    yield Frame({"kind": "found", **told}, packed(findings))


def taken_apart(document: Document, *, engine: str | None, resources: str | None) -> "Findings":
    """The findings of a document. Raises LanguageError for a language that is not read, and as `lagebild.read` does."""
    from lagebild.language.detect import detect
    from lagebild.language.load import language_of
    from lagebild.pipeline import read_document

    loaded = _tables_spared()
    code = document.language if document.language != "und" else detect(document.text).language
    language = language_of(code, Path(resources) if resources else None)
    try:
        return read_document(document, language=language, engine=_engine(engine))
    finally:
        loaded()


@cache
def _fetcher(*, visited: str | None, **how: Any) -> "Fetcher":
    """One for all sources, so that sites are treated politely; it lives as long as the process."""
    from lagebild.reading.fetch.fetcher import Fetcher
    from lagebild.reading.fetch.validators import Remembered
    from lagebild.reading.source_options import SourceOptions

    known = Remembered()
    if visited is not None and not how["offline"]:
        from lagebild.store import open_store

        with open_store(visited, write=False, make=False) as store:
            known = Remembered(store.validators())
    return Fetcher(SourceOptions(**how, validators=known)).__enter__()


@cache
def _tables_spared() -> Callable[[], None]:
    """Keeps the garbage collector from the tables, as long as this process lives; to be called when they are loaded."""
    return cache(_FOR_EVER.enter_context(tables_spared()))


@cache
def _engine(name: str | None) -> "Engine | None":
    """Loaded once: a pipeline takes seconds to load, and many documents may want it."""
    from lagebild.analysis.engine import engine_named

    return engine_named(name) if name else None
