"""PDF: the text of its pages in reading order, with what its metadata say."""

import re
from collections.abc import Iterator
from datetime import date

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.formats.format import Asked
from lagebild.reading.formats.known import FILE_MADE, Known, first, in_future
from lagebild.reading.formats.paragraphs import one_line, text_of
from lagebild.reading.formats.pdf_process import printed_pages
from lagebild.reading.formats.print_paragraphs import headline_in_print, paragraphs_in_print
from lagebild.reading.raw import Raw

_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?")
_NO_TITLE = re.compile(
    r"^(?:(?:untitled|unbenannt|anonymous|unspecified|document|dokument)\d*|microsoft word\b.*"
    r"|.*\.(?:docx?|odt|indd|qxp|pdf|rtf|pptx?|html?))$",
    re.IGNORECASE,
)
_NOBODY = ("anonymous", "unknown", "administrator", "user")
"""What programs write where nobody told them a name."""
_PICTURES = "is a PDF of pictures only, such as scans; have its text recognised first (OCR, for instance with ocrmypdf)"


def is_pdf(head: bytes) -> bool:
    """Whether bytes begin like a PDF; some have junk before their mark."""
    return b"%PDF-" in head[:1024]


def read_pdf(raw: Raw, asked: Asked) -> Iterator[Document | Failure]:
    """One document. Raises InputError for what is encrypted, damaged, or holds pictures only."""
    file = printed_pages(raw.content())
    text = text_of(paragraphs_in_print(file.pages))
    if not text:
        raise InputError(_PICTURES if file.pictures else "is a PDF without any text")
    yield _document(raw, text, file.told, headline_in_print(next(page for page in file.pages if page)), asked)


def _document(raw: Raw, text: str, told: dict[str, str], headline: str, asked: Asked) -> Document:
    name = one_line(told.get("Title", ""))
    maker = one_line(told.get("Author", ""))
    titles = [
        Known("" if _NO_TITLE.match(name.strip("()")) else name, "PDF Title"),
        Known(headline, "largest line of the first page"),
    ]
    title, author = first(titles), first([Known("" if maker.strip("()").lower() in _NOBODY else maker, "PDF Author")])
    day = _day(told.get("CreationDate", ""))
    source = f"PDF CreationDate, {FILE_MADE}"
    known = [(name, fact.source) for name, fact in (("title", title), ("author", author)) if fact]
    if day is not None and in_future(day, asked.today):
        known.append(("date", f"PDF CreationDate says {day.isoformat()}, which cannot be"))
        day = None
    elif day is not None:
        known.append(("date", source))
    return Document(
        id=raw.stem,
        text=text,
        title=title.value if title else None,
        author=author.value if author else None,
        date=day,
        origin=raw.origin,
        known_from=tuple(known),
    )


def _day(told: str) -> date | None:
    found = _DATE.match(told.strip())
    try:
        return date(int(found[1]), int(found[2] or 0), int(found[3] or 0)) if found else None
    except ValueError:
        return None
