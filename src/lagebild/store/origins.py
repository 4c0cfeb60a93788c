"""Questions about origins: the groups of copies with their reasons, excerpts, cited media."""

import json
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import apsw

from lagebild.comparison.copies.boilerplate import Own
from lagebild.comparison.copies.credits import is_agency
from lagebild.comparison.copies.groups import Excerpt, Group, Member, group_of, origin_key
from lagebild.comparison.copies.likeness import Likeness, Relation
from lagebild.comparison.copies.passages import Passage, passages
from lagebild.comparison.copies.place import compared, own_of
from lagebild.comparison.copies.report import Report
from lagebild.comparison.copies.words import word_spans
from lagebild.language.load import Language
from lagebild.model.span import Span
from lagebild.store.copies_shelf import FileShelf, rows

_MEMBERS = """select d.key, d.day, d.publisher, d.title, d.url, d.language, d.newer is not null,
                  (select json_group_array(distinct c.agency) from credits c where c.document = d.id)
              from copies_reports r join documents d on d.id = r.document"""


class Cited(NamedTuple):
    """A document, by its key, has something from a medium: the keys of what the medium says there."""

    document: str
    medium: str
    attributions: tuple[str, ...]


def origin_of(connection: apsw.Connection, row: int, *, as_of: date | None = None) -> str | None:
    """The key of the document's group, which is that of its first member; None for a document that is alone. With
    `as_of` only what had been published by then is a member."""
    query = """select r.origin from copies_reports o join copies_reports r on r.origin = o.origin
               where o.document = ? limit 2"""
    found = rows(connection, query, row)
    if len(found) < 2:
        return None
    members = _members(connection, found[0][0])
    if as_of is not None:
        members = [member for member in members if member.date is not None and member.date <= as_of]
    return origin_key(members) if len(members) > 1 else None


def groups(connection: apsw.Connection, *, of: int | None = None) -> Iterator[Group]:
    """The groups of two documents and more with what ties them, the largest first; or only that of the row `of`."""
    query = """select origin, count(*) from copies_reports
               where ?1 is null or origin = (select origin from copies_reports where document = ?1)
               group by origin having count(*) > 1"""
    found = rows(connection, query, of)
    named = sorted((-size, origin_key(_members(connection, origin)), origin) for origin, size in found)
    reader = _Reader(connection)
    for _, _, origin in named:
        yield group_of(_members(connection, origin), reader.compare)
        reader.forget()


def excerpts(connection: apsw.Connection, *, of: int | None = None) -> Iterator[Excerpt]:
    """Documents that stand almost whole in another of a different group, by their keys; or only those of `of`."""
    query = """select s.key, l.key from excerpts e join documents s on s.id = e.short join documents l on l.id = e.long
               join copies_reports a on a.document = e.short join copies_reports b on b.document = e.long
               where a.origin != b.origin and (?1 is null or ?1 in (e.short, e.long)) order by s.key, l.key"""
    reader = _Reader(connection)
    for short, long in rows(connection, query, of):
        yield Excerpt(short, long, reader.compare(short, long)[0])
        reader.forget()


def citations(connection: apsw.Connection, *, of: int | None = None) -> Iterator[Cited]:
    """The media that current versions have something from, by document and medium."""
    query = """select d.key, c.medium, c.attributions from citations c join documents d on d.id = c.document
               where d.newer is null and (?1 is null or c.document = ?1) order by d.day, d.key, c.medium"""
    for key, medium, attributions in rows(connection, query, of):
        yield Cited(key, medium, tuple(json.loads(attributions)))


def shared(connection: apsw.Connection, left: int, right: int) -> tuple[Passage, ...]:
    """The passages that two documents share."""
    return passages(*_own_and_spans(connection, left), *_own_and_spans(connection, right))


class _Reader:
    """Compares documents by their keys; each is read once until `forget`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._shelf = FileShelf(connection)
        self._read: dict[str, tuple[Report, Own]] = {}

    def compare(self, left: str, right: str) -> tuple[Likeness, Relation | None]:
        """How much the two have in common, and what they are to each other."""
        return compared(*self._report(left), *self._report(right))

    def forget(self) -> None:
        """Lets go of what was read."""
        self._read.clear()

    def _report(self, key: str) -> tuple[Report, Own]:
        if key not in self._read:
            ((row,),) = rows(self._connection, "select id from documents where key = ?", key)
            report = self._shelf.report(row)
            self._read[key] = report, own_of(report, self._shelf)
        return self._read[key]


def _own_and_spans(connection: apsw.Connection, row: int) -> tuple[Own, tuple[Span, ...]]:
    shelf = FileShelf(connection)
    report = shelf.report(row)
    query = "select p.text, d.title from documents d join pages p on p.document = d.id where d.id = ?"
    ((text, title),) = rows(connection, query, row)
    return own_of(report, shelf), word_spans(text, without=report.without, title=title)


def _members(connection: apsw.Connection, origin: int) -> list[Member]:
    found = rows(connection, f"{_MEMBERS} where r.origin = ? order by d.key", origin)
    return [
        Member(
            key=key,
            date=date.fromisoformat(day) if day else None,
            publisher=publisher,
            title=title,
            url=url,
            agencies=tuple(sorted(json.loads(agencies))),
            by_agency=_by_agency(publisher, language),
            superseded=bool(superseded),
        )
        for key, day, publisher, title, url, language, superseded, agencies in found
    ]


def _by_agency(publisher: str | None, language: str) -> bool:
    known = Language(language)
    return known.exists() and is_agency(publisher, known)
