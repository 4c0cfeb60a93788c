"""The shelf of `comparison.copies` in the base: what the comparison knows of the documents so far."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

import apsw

from lagebild.comparison.copies.report import Report
from lagebild.comparison.copies.shelf import Marks, Met, Shelf
from lagebild.comparison.copies.words import report_words
from lagebild.model.span import Span

_LISTED = "in (select value from json_each(?))"
"""A list of numbers as one value, so that a query is the same statement however long its list is."""


class FileShelf(Shelf[int]):
    """Documents go by their rows; everything happens in the caller's transaction.

    A report is made from the text again when it is asked for, so that the base holds no second copy of the words.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._outlets: dict[str, int] = {}
        self._read: tuple[int, str, Mapping[int, int]] = 0, "", {}
        """The document that was counted last, its samples, and how many of these each other document had then."""

    def report(self, document: int) -> Report:
        """The report of a document that was put on the shelf."""
        query = """select p.text, d.title, d.day, o.name, r.furniture,
                       (select json_group_array(distinct c.agency) from credits c where c.document = d.id)
                   from copies_reports r join copies_outlets o on o.id = r.outlet
                   join documents d on d.id = r.document join pages p on p.document = r.document
                   where r.document = ?"""
        text, title, day, outlet, furniture, agencies = self._row(query, document)
        without = tuple(Span(*pair) for pair in json.loads(furniture))
        return Report(
            words=report_words(text, without=without, title=title),
            outlet=outlet,
            agencies=frozenset(json.loads(agencies)),
            date=date.fromisoformat(day) if day else None,
            without=without,
        )

    def put(self, document: int, report: Report) -> None:
        """Keeps a new document's report."""
        furniture = json.dumps(report.without, separators=(",", ":"))
        values = (document, self._outlet(report.outlet), furniture, 0, document)
        self._connection.execute("insert into copies_reports values (?, ?, ?, ?, ?)", values)

    def take_out(self, document: int, marks: Marks) -> None:
        """Forgets the document."""
        self._read = 0, "", {}
        self.unfile(document, marks)
        outlet, *_ = self._row("select outlet from copies_reports where document = ?", document)
        query = "delete from copies_samples where sample = ? and outlet = ? and document = ?"
        self._connection.executemany(query, ((sample, outlet, document) for sample in marks.samples))
        self._connection.execute("delete from copies_reports where document = ?", (document,))

    def count(self, document: int, outlet: str, samples: Collection[int], *, many: int) -> frozenset[int]:
        """Notes the samples of a document; returns those that now stand in more than `many` of the outlet's."""
        row, listed = self._outlet(outlet), _list(samples)
        query = f"select sample, outlet, document from copies_samples where sample {_LISTED}"
        there = self._rows(query, listed)
        self._read = document, listed, Counter(other for _, _, other in there)
        query = "insert into copies_samples select value, ?, ? from json_each(?)"
        self._connection.execute(query, (row, document, listed))
        counted = Counter(sample for sample, holder, _ in there if holder == row)
        return frozenset(sample for sample, others in counted.items() if others >= many)

    def holders(self, outlet: str, samples: Collection[int]) -> frozenset[int]:
        """The outlet's documents that have one of the samples."""
        query = f"select distinct document from copies_samples where sample {_LISTED} and outlet = ?"
        return frozenset(document for (document,) in self._rows(query, _list(samples), self._outlet(outlet)))

    def make_common(self, outlet: str, samples: Collection[int]) -> None:
        """Makes them boilerplate of the outlet."""
        self._read = 0, "", {}
        pairs = [(sample, self._outlet(outlet)) for sample in sorted(samples)]
        self._connection.executemany("insert into copies_common values (?, ?)", pairs)
        self._connection.executemany("delete from copies_samples where sample = ? and outlet = ?", pairs)

    def common(self, outlet: str, samples: Collection[int]) -> frozenset[int]:
        """Those of the samples that are boilerplate of the outlet."""
        query = f"select sample from copies_common where sample {_LISTED} and outlet = ?"
        return frozenset(sample for (sample,) in self._rows(query, _list(set(samples)), self._outlet(outlet)))

    def file(self, document: int, marks: Marks) -> None:
        """Lets the document be found by its marks."""
        query = "insert into copies_bands select value, ? from json_each(?)"
        self._connection.execute(query, (document, _list(set(marks.bands))))
        query = "update copies_reports set samples = ? where document = ?"
        self._connection.execute(query, (len(marks.samples), document))

    def unfile(self, document: int, marks: Marks) -> None:
        """Lets it be found by these bands no longer."""
        pairs = ((band, document) for band in marks.bands)
        self._connection.executemany("delete from copies_bands where band = ? and document = ?", pairs)

    def met(self, document: int, marks: Marks) -> Mapping[int, Met]:
        """The other documents that share a mark."""
        banded = f"select distinct document from copies_bands where band {_LISTED}"
        in_band = {other for (other,) in self._rows(banded, _list(marks.bands))}
        shared = self._shared(document, _list(marks.samples))
        others = (in_band | shared.keys()) - {document}
        if not others:
            return {}
        sizes = self._rows(f"select document, samples from copies_reports where document {_LISTED}", _list(others))
        return {other: Met(other in in_band, shared.get(other, 0), size) for other, size in sizes}

    def one(self, left: int, right: int) -> bool:
        """Whether the two are in one group."""
        return self._origin(left) == self._origin(right)

    def join(self, left: int, right: int) -> None:
        """Makes one group of theirs."""
        first, second = sorted((self._origin(left), self._origin(right)))
        self._connection.execute("update copies_reports set origin = ? where origin = ?", (first, second))

    def part(self, documents: Iterable[int]) -> frozenset[int]:
        """Gives each member of the documents' groups a group of its own again; returns all of them."""
        query = f"""select document from copies_reports where origin in
                    (select origin from copies_reports where document {_LISTED})"""
        members = frozenset(member for (member,) in self._rows(query, _list(documents)))
        apart = f"update copies_reports set origin = document where document {_LISTED}"
        self._connection.execute(apart, (_list(members),))
        return members

    def keep_excerpt(self, short: int, long: int) -> None:
        """Notes an excerpt."""
        self._connection.execute("insert or ignore into excerpts values (?, ?)", (short, long))

    def drop_excerpts(self, documents: Iterable[int]) -> None:
        """Forgets the excerpts in which one of the documents has a part."""
        listed = _list(documents)
        self._connection.execute(f"delete from excerpts where short {_LISTED}", (listed,))
        self._connection.execute(f"delete from excerpts where long {_LISTED}", (listed,))

    def _shared(self, document: int, listed: str) -> Mapping[int, int]:
        """How many of the samples other documents have; `count` has just read it of a document that is new."""
        if self._read[:2] == (document, listed):
            return self._read[2]
        query = f"select document, count(*) from copies_samples where sample {_LISTED} group by document"
        return dict(self._rows(query, listed))

    def _origin(self, document: int) -> int:
        origin, *_ = self._row("select origin from copies_reports where document = ?", document)
        return int(origin)

    def _outlet(self, name: str) -> int:
        if name not in self._outlets:
            query = "select id from copies_outlets where name = ?"
            found = self._rows(query, name)
            if not found:
                self._connection.execute("insert into copies_outlets (name) values (?)", (name,))
                found = self._rows(query, name)
            ((self._outlets[name],),) = found
        return self._outlets[name]

    def _row(self, query: str, document: int) -> tuple[Any, ...]:
        (row,) = self._rows(query, document)
        return row

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        return rows(self._connection, query, *values)


def rows(connection: apsw.Connection, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """All rows of an answer, so that the tables may be written while they are gone through."""
    return connection.execute(query, values).fetchall()


def _list(numbers: Iterable[int]) -> str:
    return json.dumps(sorted(numbers), separators=(",", ":"))
