"""The units of work that children run: unpacking a source, parsing a raw input, taking a document apart.

The main process names them and never runs them: what they import is heavy, and what they read may be hostile.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lagebild.intake.frames import Frame
from lagebild.intake.items import framed, item_of
from lagebild.model.document import Document

if TYPE_CHECKING:
    from lagebild.analysis.engine import Engine


def unpack(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """What a source that was named holds: raw inputs, documents, failures."""
    del payload
    from lagebild.reading.inputs import read_inputs

    for item in read_inputs([header["source"]]):
        yield framed(item)


def extract(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """The findings of a document, in wire form as JSON."""
    del payload
    from lagebild.language.detect import detect
    from lagebild.language.load import language_of
    from lagebild.model.codec import encode
    from lagebild.pipeline import read_document

    document = item_of(Frame(header["document"]))
    assert isinstance(document, Document)
    code = document.language if document.language != "und" else detect(document.text).language
    language = language_of(code, Path(header["resources"]) if header["resources"] else None)
    findings = read_document(document, language=language, engine=_engine(header["engine"]))
    yield Frame({"kind": "found"}, json.dumps(encode(findings), separators=(",", ":")).encode("ascii"))


@cache
def _engine(name: str | None) -> "Engine | None":
    """Loaded once: a pipeline takes seconds to load, and many documents may want it."""
    from lagebild.analysis.engine import engine_named

    return engine_named(name) if name else None
