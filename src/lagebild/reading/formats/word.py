"""Word files (.docx): the text with what was inserted and without what was deleted, and the file's own facts."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.formats.format import Asked
from lagebild.reading.formats.known import FILE_MADE, Known, first, in_future
from lagebild.reading.formats.packed import ZIP_ERRORS, is_zip, refuse_zip_bomb
from lagebild.reading.formats.paragraphs import text_of
from lagebild.reading.raw import Raw

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_LEFT_OUT = frozenset((f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}instrText", f"{_W}delText"))
"""What was deleted or moved away, fields' formulas, and the second version of boxes that old programs show."""
_TITLES = ("Title", "Titel", "Heading 1", "heading 1")
_NO_DATE = date(2013, 12, 23)
"""What python-docx's own template says; files made with it and never dated carry it."""
_BETWEEN_CELLS = " | "


def is_word(head: bytes) -> bool:
    """Whether bytes begin like an archive whose first parts are those of a Word file."""
    return is_zip(head) and (b"word/" in head[:4096] or b"wordprocessingml" in head[:4096])


def read_word(raw: Raw, asked: Asked) -> Iterator[Document | Failure]:
    """One document. Raises InputError for bombs, what is damaged or encrypted, and other office files by that name."""
    data = raw.content()
    refuse_zip_bomb(data)
    file = _opened(data)
    body = getattr(file.element, "body", None)
    if body is None:
        raise InputError("is a damaged Word file: its document has no body")
    text = text_of(_paragraphs(body))
    if not text:
        raise InputError("is a Word file without text; where it shows pictures of text, have them recognised (OCR)")
    yield _document(raw, text, file, asked)


def _opened(data: bytes) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    try:
        return docx.Document(io.BytesIO(data))
    except ValueError as problem:
        if "content type" in str(problem):
            what = "is an office file of another kind (a template, a sheet or slides); save it as .docx"
            raise InputError(what) from problem
        raise InputError(f"is a damaged Word file: {problem}") from problem
    except (*ZIP_ERRORS, OpcError, AttributeError, etree.LxmlError) as problem:
        raise InputError(f"is a damaged Word file: {problem}") from problem


def _paragraphs(body: Any) -> Iterator[str]:
    """The paragraphs in order, those of boxes after the one that they hang on; the rows of tables in one line each."""
    for element in body.iterchildren():
        if element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                if next(row.iterancestors(f"{_W}tbl")) is element:
                    cells = (" ".join(_words(cell).split()) for cell in row.iterchildren(f"{_W}tc"))
                    yield _BETWEEN_CELLS.join(cell for cell in cells if cell)
        else:
            # Content controls and the like hold paragraphs further down.
            for paragraph in element.iter(f"{_W}p"):
                if not any(above.tag in _LEFT_OUT for above in paragraph.iterancestors()):
                    yield from _words(paragraph).split("\n")


def _words(root: Any) -> str:
    """The words below an element, without those of paragraphs inside its boxes, which come by themselves."""
    parts: list[str] = []
    stack = [root]
    while stack:
        element = stack.pop()
        if element is None:
            parts.append("\n")
        elif element.tag in _LEFT_OUT or (element.tag == f"{_W}p" and root.tag == f"{_W}p" and element is not root):
            continue
        elif element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in _SIGNS:
            parts.append(_SIGNS[element.tag])
        else:
            if element.tag == f"{_W}p" and element is not root:
                stack.append(None)
            stack.extend(reversed(element))
    return "".join(parts)


def _document(raw: Raw, text: str, file: Any, asked: Asked) -> Document:
    told = file.core_properties
    headings = (p.text for p in file.paragraphs[:12] if p.style is not None and p.style.name in _TITLES)
    title = first([Known(_told(told, "title"), "Word title"), Known(next(headings, ""), "heading")])
    author = _told(told, "author")
    facts = {"title": title, "author": first([Known("" if author == "python-docx" else author, "Word author")])}
    known = [(name, fact.source) for name, fact in facts.items() if fact]
    made = _day(told)
    if made is not None and in_future(made, asked.today):
        known.append(("date", f"Word created says {made.isoformat()}, which cannot be"))
        made = None
    elif made is not None:
        known.append(("date", f"Word created, {FILE_MADE}"))
    return Document(
        id=raw.stem,
        text=text,
        title=facts["title"].value if facts["title"] else None,
        author=facts["author"].value if facts["author"] else None,
        date=made,
        origin=raw.origin,
        known_from=tuple(known),
    )


def _told(properties: Any, name: str) -> str:
    try:
        return str(getattr(properties, name) or "")
    except (AttributeError, ValueError):
        return ""


def _day(properties: Any) -> date | None:
    try:
        made = properties.created
    except (AttributeError, ValueError, TypeError):
        return None
    day = made.date() if made is not None else None
    return None if day == _NO_DATE else day
