"""Plain text: the text as it is, to the character."""

from collections.abc import Iterator

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.decode import decoded
from lagebild.reading.failure import Failure
from lagebild.reading.formats.format import Asked
from lagebild.reading.raw import Raw


def read_plain(raw: Raw, _asked: Asked) -> Iterator[Document | Failure]:
    """One document with the text unchanged; only the mark of an encoding is taken off."""
    text = decoded(raw.content())
    if not text.strip():
        raise InputError("is empty")
    yield Document(id=raw.stem, text=text, origin=raw.origin)
