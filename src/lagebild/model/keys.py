"""Keys from content: the same document has the same key on every machine."""

import json
from hashlib import blake2b

from lagebild.model.document import Document

SIZE = 8
"""Bytes of a key; at a hundred million documents two share one with a chance of 1 in 3,700."""


def document_key(document: Document) -> str:
    """ "d" and 16 hex digits of BLAKE2b over text, title, day, address, publisher and author.

    What the maker called it and where it was read from do not count: a renamed file is the same document.
    """
    day = document.date.isoformat() if document.date else None
    return content_key("d", document.text, document.title, day, document.url, document.publisher, document.author)


def content_key(prefix: str, *parts: str | None) -> str:
    """The prefix and 16 hex digits that stand for the parts in their order; lone surrogates are no problem."""
    data = json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return prefix + blake2b(data, digest_size=SIZE).hexdigest()
