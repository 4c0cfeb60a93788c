"""Report: what the comparison needs to know of one document."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lagebild.comparison.copies.words import report_words
from lagebild.model.analysis import Furniture
from lagebild.model.document import Document
from lagebild.model.span import Span

UNKNOWN_OUTLET = ""


@dataclass(frozen=True, slots=True)
class Report:
    """`words` in comparable form, without furniture (the spans `without`) and headline; `outlet` as `outlet_of` says;
    `agencies` to which the document gives credit; `date` is the day of publication."""

    words: tuple[str, ...]
    outlet: str = UNKNOWN_OUTLET
    agencies: frozenset[str] = frozenset()
    date: datetime.date | None = None
    without: tuple[Span, ...] = ()


def report_of(document: Document, furniture: Sequence[Furniture] = (), agencies: Iterable[str] = ()) -> Report:
    """The document as the comparison sees it."""
    without = tuple(piece.span for piece in furniture)
    return Report(
        words=report_words(document.text, without=without, title=document.title),
        outlet=outlet_of(document),
        agencies=frozenset(agencies),
        date=document.date,
        without=without,
    )


def outlet_of(document: Document) -> str:
    """Who brought it out: the publisher, else the host of the address, else UNKNOWN_OUTLET."""
    if document.publisher and document.publisher.strip():
        return " ".join(document.publisher.casefold().split())
    try:
        host = urlsplit(document.url or "").hostname or UNKNOWN_OUTLET
    except ValueError:
        return UNKNOWN_OUTLET
    return host.removeprefix("www.")
