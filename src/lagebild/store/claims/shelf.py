"""The tellings of documents on their shelf: put there, taken away, and their matters at hand."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.claims.blocks import marks_of
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.tellings import Told, told_in
from lagebild.comparison.origins import publication_of
from lagebild.language.load import Language
from lagebild.model.holding import Holding
from lagebild.store import documents, judgements
from lagebild.store.claims.publications import publication_on_wire
from lagebild.store.claims.wire import packed, unpacked
from lagebild.store.moments import moment

LANGUAGE = Language("de")
"""Whose tables take wordings apart."""
HELD = 3000
"""Documents whose matters stay at hand; each takes some twenty kilobytes."""
_KEY, _NUMBER = 30, 11
"""Bits of a place for the document's key and for the number; 22 are left for the day."""
_UNDATED = (1 << 22) - 1


class Entry(NamedTuple):
    """A telling with where it stands in the order of all, its number in the base, and its document."""

    place: int
    telling: int
    document: int


class Marked(NamedTuple):
    """An entry with the marks by which it is found."""

    entry: Entry
    marks: frozenset[int]


class Made(NamedTuple):
    """What is made of a document: its tellings, and in JSON what it owes to others."""

    told: tuple[Told, ...]
    publication: str


class Shelf:
    """The tellings of one base, inside a transaction."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._matters: OrderedDict[int, list[Matter]] = OrderedDict()
        self._places: dict[int, tuple[int, int]] = {}

    def matter(self, telling: int) -> Matter:
        """What is compared of a telling."""
        place = self._places.get(telling)
        if place is None:
            query = "select document, number from tellings where id = ?"
            place = self._places[telling] = next(iter(self._connection.execute(query, (telling,))))
        document, number = place
        return self.matters(document)[number]

    def matters(self, document: int) -> list[Matter]:
        """The same for all tellings of a document."""
        found = self._matters.get(document)
        if found is None:
            query = """select d.key, d.day, m.matters from claims_matters m join documents d on d.id = m.document
                       where m.document = ?"""
            row: Any = self._connection.execute(query, (document,)).fetchone()
            found = unpacked(row[2], row[0], row[1]) if row else []
            self._keep(document, found)
        self._matters.move_to_end(document)
        return found

    def marked(self, document: int) -> list[Marked]:
        """The tellings of a document that are on the shelf, with their marks."""
        query = "select place, id from tellings where document = ? order by number"
        entries = [Entry(place, telling, document) for place, telling in self._connection.execute(query, (document,))]
        return [
            Marked(entry, marks_as_numbers(matter))
            for entry, matter in zip(entries, self.matters(document), strict=True)
        ]

    def remove(self, document: int) -> None:
        """Takes the tellings of a document away."""
        for item in self.marked(document):
            telling = item.entry.telling
            self._connection.executemany(
                "delete from claims_marks where mark = ? and place = ? and telling = ?",
                ((mark, item.entry.place, telling) for mark in sorted(item.marks)),
            )
            self._connection.execute("delete from claims_ties where one = ?1 or other = ?1", (telling,))
            self._places.pop(telling, None)
        for table in ("tellings", "claims_matters"):
            self._connection.execute(f"delete from {table} where document = ?", (document,))
        self._matters.pop(document, None)

    def put(self, document: int, made: Made) -> list[Marked]:
        """Puts the tellings of a document there, which has none yet."""
        told = made.told
        matters = [item.matter for item in told]
        values = (document, packed(matters), made.publication)
        self._connection.execute("insert into claims_matters values (?, ?, ?)", values)
        self._keep(document, matters)
        added: list[Marked] = []
        for item, values in zip(told, rows_of(told), strict=True):
            self._connection.execute(
                f"insert into tellings values (null, ?, {', '.join('?' * len(values))}, null)", (document, *values)
            )
            entry = Entry(place_of(item.matter), self._connection.last_insert_rowid(), document)
            added.append(Marked(entry, marks_as_numbers(item.matter)))
        self._connection.executemany(
            "insert into claims_marks values (?, ?, ?)",
            ((mark, item.entry.place, item.entry.telling) for item in added for mark in sorted(item.marks)),
        )
        return added

    def is_as(self, document: int, made: Made) -> bool:
        """Whether these are the tellings of the document that are on the shelf."""
        query = "select matters, publication from claims_matters where document = ?"
        row = self._connection.execute(query, (document,)).fetchone()
        return row == (packed(item.matter for item in made.told), made.publication) and there(
            self._connection, document
        ) == rows_of(made.told)

    def _keep(self, document: int, matters: list[Matter]) -> None:
        self._matters[document] = matters
        while len(self._matters) > HELD:
            self._matters.popitem(last=False)


def made_of(connection: apsw.Connection, row: documents.Stored) -> Made:
    """What a document tells after people's judgements. Names that they gave to entities change nothing about it."""
    findings, _ = judgements.applied(connection, row.key, documents.raw_findings(connection, row))
    holding = Holding(row.key, findings, moment(row.added), row.engine)
    return Made(told_in(holding, LANGUAGE), publication_on_wire(publication_of(holding, LANGUAGE)))


def rows_of(told: Sequence[Told]) -> list[tuple[Any, ...]]:
    """The rows that tellings make, without numbers of the base and claim."""
    return [
        (
            matter.number, place_of(matter), telling.spans[0].start, telling.spans[-1].end, telling.kind,
            telling.record, telling.stance.value, telling.voice.name,
        )
        for telling, matter in told
    ]  # fmt: skip


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


def _key_bytes(key: str) -> bytes:
    """The first bytes of a key, which is a letter and 16 hex digits: in the order of the keys themselves."""
    try:
        return bytes.fromhex(key[1:9]).ljust(4, b"\0")
    except ValueError:
        return key.encode("utf-8")[:4].ljust(4, b"\0")


def marks_as_numbers(matter: Matter) -> frozenset[int]:
    """The marks of a telling, each as a number that stands for it."""
    return frozenset(
        int.from_bytes(blake2b(mark.encode("utf-8"), digest_size=8).digest(), "big", signed=True)
        for mark in marks_of(matter)
    )
