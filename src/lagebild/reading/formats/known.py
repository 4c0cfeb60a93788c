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


def completed(document: Document, raw: Raw) -> Document:
    """The document with what is known from outside where its content says nothing."""
    told = {"title": raw.title, "publisher": raw.publisher, "date": raw.day}
    new = {name: value for name, value in told.items() if value and getattr(document, name) is None}
    sources = [(name, TOLD_OUTSIDE) for name in new]
    if raw.url and document.url is None:
        new["url"] = raw.url
        sources.append(("url", "the address that was read"))
    if not new:
        return document
    return replace(document, **new, known_from=(*document.known_from, *sources))  # type: ignore[arg-type]


def in_future(day: date, today: date) -> bool:
    """Whether a day is later than tomorrow, which it already is somewhere: nothing is published then."""
    return (day - today).days > 1
