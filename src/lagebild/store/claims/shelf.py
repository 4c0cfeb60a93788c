"""The tellings of documents on their shelf: put there, taken away, and their matters at hand."""

from array import array
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.claims.blocks import marks_of
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.tellings import Told, told_in
from lagebild.comparison.origins import publication_of
from lagebild.language.load import Language
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding
from lagebild.store import documents, judgements
from lagebild.store.claims.publications import publication_on_wire
from lagebild.store.claims.wire import Packed, packed
from lagebild.store.moments import moment

LANGUAGE = Language("de")
"""Whose tables take wordings apart."""
HELD = 30_000
"""Tellings whose matters stay at hand; each takes some three kilobytes."""
AT_HAND = 500
"""Documents whose tellings stay at hand unpacked, though not made into matters."""
MARKS = "q"
"""Type of the arrays of marks."""
_KEY, _NUMBER = 30, 11
"""Bits of a place for the document's key and for the number; 22 are left for the day."""
_UNDATED = (1 << 22) - 1


class Entry(NamedTuple):
    """A telling with where it stands in the order of all, and its number in the base."""

    place: int
    telling: int


class Marked(NamedTuple):
    """An entry with the marks by which it is found."""

    entry: Entry
    marks: Sequence[int]


class Made(NamedTuple):
    """What is made of a document, as it is kept: the rows of its tellings, what is compared of them, their marks, and
    in JSON what the document owes to others."""

    rows: list[tuple[Any, ...]]
    matters: bytes
    marks: "list[array[int]]"
    publication: str


class Shelf:
    """The tellings of one base, inside transactions between which nobody else has written (`forget` where one has)."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._packed: OrderedDict[int, Packed] = OrderedDict()
        self._matters: OrderedDict[int, Matter] = OrderedDict()

    def forget(self) -> None:
        """Reads again what it is asked for from now on."""
        self._packed.clear()
        self._matters.clear()

    def matter(self, telling: int) -> Matter:
        """What is compared of a telling."""
        found = self._matters.get(telling)
        if found is None:
            query = "select document, number from tellings where id = ?"
            ((document, number),) = self._connection.execute(query, (telling,))
            found = self._matters[telling] = self._of(document).matter(number)
            if len(self._matters) > HELD:
                self._matters.popitem(last=False)
        else:
            self._matters.move_to_end(telling)
        return found

    def marks(self, telling: int) -> frozenset[int]:
        """The marks of a telling."""
        return frozenset(marks_as_numbers(self.matter(telling)))

    def matters(self, document: int) -> list[Matter]:
        """What is compared of all tellings of a document, in order."""
        return self._of(document).all()

    def marked(self, document: int) -> list[Marked]:
        """The tellings of a document that are on the shelf, with their marks."""
        query = "select place, id from tellings where document = ? order by number"
        entries = [Entry(place, telling) for place, telling in self._connection.execute(query, (document,))]
        if not entries:
            return []
        return [
            Marked(entry, marks_as_numbers(matter))
            for entry, matter in zip(entries, self.matters(document), strict=True)
        ]

    def remove(self, document: int) -> list[Marked]:
        """Takes the tellings of a document away, with their ties, and returns what was there."""
        gone = self.marked(document)
        for item in gone:
            self._connection.execute("delete from claims_ties where one = ?1 or other = ?1", (item.entry.telling,))
            self._matters.pop(item.entry.telling, None)
        for table in ("tellings", "claims_matters"):
            self._connection.execute(f"delete from {table} where document = ?", (document,))
        self._packed.pop(document, None)
        return gone

    def put(self, made: Mapping[int, Made]) -> list[Marked]:
        """Puts the tellings of documents there, which have none yet."""
        ((last,),) = self._connection.execute("select coalesce(max(id), 0) from tellings")
        rows = [(document, *values) for document, item in made.items() for values in item.rows]
        marks = [marks for item in made.values() for marks in item.marks]
        told = list(enumerate(rows, last + 1))
        self._connection.executemany(
            "insert into claims_matters values (?, ?, ?)",
            ((document, item.matters, item.publication) for document, item in made.items()),
        )
        if told:
            self._connection.executemany(
                f"insert into tellings values (?, {', '.join('?' * len(told[0][1]))}, null)",
                ((telling, *values) for telling, values in told),
            )
        return [Marked(Entry(values[_PLACE], telling), own) for (telling, values), own in zip(told, marks, strict=True)]

    def is_as(self, document: int, made: Made) -> bool:
        """Whether these are the tellings of the document that are on the shelf."""
        query = "select matters, publication from claims_matters where document = ?"
        row = self._connection.execute(query, (document,)).fetchone()
        return row == (made.matters, made.publication) and there(self._connection, document) == made.rows

    def _of(self, document: int) -> Packed:
        found = self._packed.get(document)
        if found is None:
            query = """select m.matters, d.key, d.day from claims_matters m join documents d on d.id = m.document
                       where m.document = ?"""
            found = self._packed[document] = Packed(*next(iter(self._connection.execute(query, (document,)))))
            if len(self._packed) > AT_HAND:
                self._packed.popitem(last=False)
        return found


class Source(NamedTuple):
    """All that it takes to make that of a document on which nobody has judged: its row, its text, and its findings as
    they are kept."""

    row: documents.Stored
    text: str
    found: bytes


class Given(NamedTuple):
    """What was made of a document, and of what."""

    source: Source
    made: Made


def source_of(connection: apsw.Connection, row: documents.Stored) -> Source | None:
    """That of a document; None where people have judged, which is to be applied first."""
    if next(judgements.of_document(connection, row.key), None) is not None:
        return None
    return Source(row, *documents.page(connection, row))


def made_of_source(source: Source) -> Made:
    """What the document tells."""
    return _made(source.row, documents.findings_of(*source))


def made_of(connection: apsw.Connection, row: documents.Stored) -> Made:
    """What a document tells after people's judgements."""
    findings, _ = judgements.applied(connection, row.key, documents.raw_findings(connection, row))
    return _made(row, findings)


def _made(row: documents.Stored, findings: Findings) -> Made:
    """Names that people gave to entities change nothing about it."""
    holding = Holding(row.key, findings, moment(row.added), row.engine)
    told = told_in(holding, LANGUAGE)
    return Made(
        rows_of(told),
        packed(item.matter for item in told),
        [marks_as_numbers(item.matter) for item in told],
        publication_on_wire(publication_of(holding, LANGUAGE)),
    )


def rows_of(told: Sequence[Told]) -> list[tuple[Any, ...]]:
    """The rows that tellings make, without numbers of the base and claim."""
    return [
        (
            matter.number, place_of(matter), telling.start, telling.spans[-1].end, telling.kind,
            telling.record, telling.stance.value, telling.voice.name,
        )
        for telling, matter in told
    ]  # fmt: skip


_PLACE = 2
"""Where a telling's place stands in its row, behind document and number."""


def there(connection: apsw.Connection, document: int) -> list[tuple[Any, ...]]:
    """The rows that are there, in the same form."""
    query = """select number, place, start, stop, kind, record, stance, voice from tellings where document = ?
               order by number"""
    return list(connection.execute(query, (document,)))


def place_of(matter: Matter) -> int:
    """Where a telling stands in the order of all, as one number: day, document's key, number in the document."""
    day = date.fromisoformat(matter.day).toordinal() if matter.day else _UNDATED
    key = int.from_bytes(_key_bytes(matter.document), "big") >> (32 - _KEY)
    return day << (_KEY + _NUMBER) | key << _NUMBER | min(matter.number, (1 << _NUMBER) - 1)


def behind(day: date) -> int:
    """The place of the first telling that was published after that day."""
    return (day.toordinal() + 1) << (_KEY + _NUMBER)


def _key_bytes(key: str) -> bytes:
    """The first bytes of a key, which is a letter and 16 hex digits: in the order of the keys themselves."""
    try:
        return bytes.fromhex(key[1:9]).ljust(4, b"\0")
    except ValueError:
        return key.encode("utf-8")[:4].ljust(4, b"\0")


def marks_as_numbers(matter: Matter) -> "array[int]":
    """The marks of a telling, each as a number that stands for it."""
    return array(MARKS, sorted({_number(mark) for mark in marks_of(matter)}))


def _number(mark: str) -> int:
    return int.from_bytes(blake2b(mark.encode("utf-8"), digest_size=8).digest(), "big", signed=True)
