"""Known: what a source tells of a document, each fact with how it was found."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from lagebild.model.document import Document
from lagebild.reading.formats.paragraphs import one_line
from lagebild.reading.raw import Raw

TOLD_OUTSIDE = "told by where it came from"
"""A feed's entry, an archive's record: what stands around the input, not in it."""
FILE_MADE = "the day on which the file was made"
LAST_CHANGE = "the day of its last change"
"""Days that may be those of publication, and may not: what somebody tells outranks them."""
_LONGEST = 500
"""Signs of a title, author or publisher; what is longer is something else."""


class Known(NamedTuple):
    """A fact and where it stands: `Known("Tagesblick", "meta og:site_name")`."""

    value: str
    source: str


def first(facts: Iterable[Known]) -> Known | None:
    """The first fact that says something, in one line."""
    return next(stated(facts), None)


def stated(facts: Iterable[Known]) -> Iterator[Known]:
    """The facts that say something, each in one line."""
    for fact in facts:
        value = one_line(fact.value[: 4 * _LONGEST])
        if value and len(value) <= _LONGEST:
            yield Known(value, fact.source)


def completed(document: Document, raw: Raw, *, today: date) -> Document:
    """The document with what is known from outside where its content says nothing; no day of the future."""
    day = raw.day if raw.day and not in_future(raw.day, today) else None
    told = {"title": raw.title, "publisher": raw.publisher, "date": day}
    new = {name: value for name, value in told.items() if value and getattr(document, name) is None}
    sources = [(name, TOLD_OUTSIDE) for name in new]
    if raw.day and day is None and document.date is None:
        sources.append(("date", f"{TOLD_OUTSIDE}: {raw.day.isoformat()}, which cannot be"))
    if raw.url and document.url is None:
        new["url"] = raw.url
        sources.append(("url", "the address that was read"))
    if not sources:
        return document
    return replace(document, **new, known_from=(*document.known_from, *sources))  # type: ignore[arg-type]


def in_future(day: date, today: date) -> bool:
    """Whether a day is later than tomorrow, which it already is somewhere: nothing is published then."""
    return (day - today).days > 1


def with_day(document: Document, day: date | None) -> Document:
    """The document with a day that its reader gives, unless it tells its day of publication itself.

    A day on which its file was made, or its page changed, is none.
    """
    source = dict(document.known_from).get("date", "")
    if day is None or (document.date is not None and FILE_MADE not in source and LAST_CHANGE not in source):
        return document
    known = tuple(pair for pair in document.known_from if pair[0] != "date")
    return replace(document, date=day, known_from=known)
