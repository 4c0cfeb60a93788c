"""Nearby: the claims of a base that may be the same as one of them, looked for when somebody asks."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.claims.decided import apart_from, kept_apart
from lagebild.comparison.claims.joining import SPOKESMEN, evenly
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.near import MOST, Nearest, nearest
from lagebild.store import judgements as judged
from lagebild.store.claims.shelf import Shelf

ALL = 150
"""Of so many reports all are looked through."""
REPORTS = 40
"""Of more of them so many that have most in common with those of a claim."""
FIRST = 10
"""So many of its tellings say what a report is of; with all of them the same was found in 1,000 reports."""
AROUND = 10
"""Of each block so many tellings before and after one are seen."""


class Standing(NamedTuple):
    """The telling whose words stand for a claim, by its document and number, and how many documents tell the claim."""

    document: str
    number: int
    documents: int


class Nearby:
    """Finds claims near others in one base, inside one transaction; keeps at hand what it has read."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._shelf = Shelf(connection)
        self._around: dict[int, Counter[int]] = {}
        self._tellings: dict[int, list[tuple[str, int]]] = {}
        self._home: dict[frozenset[str], set[str]] = {}
        self._apart = kept_apart(judged.of_claims(connection))

    def has(self, key: str) -> bool:
        """Whether a claim has this very key."""
        return self._connection.execute("select 1 from claims where key = ?", (key,)).fetchone() is not None

    def of(self, key: str, *, most: int = MOST) -> list[Nearest]:
        """The claims most likely the same as this one, without those that people keep apart from it."""
        query = "select id, document from tellings where claim = ? order by place, id"
        rows: list[Any] = self._connection.execute(query, (key,)).fetchall()
        own = [self._shelf.matter(telling) for telling, _ in rows]
        apart = self._apart_from(key)
        others: dict[str, list[Matter]] = {}
        for document in self._reports(list(dict.fromkeys(document for _, document in rows))):
            for other, telling in self._told(document):
                if other != key and other not in apart:
                    others.setdefault(other, []).append(self._shelf.matter(telling))
        return nearest(own, others, most=most)

    def among(self, keys: Iterable[str], others: Iterable[str], *, most: int = MOST) -> Iterator[tuple[str, Nearest]]:
        """For each of these claims, by its key, those of the `others`, among which it is itself, that are most likely
        the same, without those that people keep apart from it; a key that is no claim's has none."""
        told = {key: self._matters(key) for key in dict.fromkeys(others)}
        for key in keys:
            apart = self._apart_from(key)
            rest = {other: items for other, items in told.items() if other != key and other not in apart}
            for item in nearest(told[key], rest, most=most):
                yield key, item

    def _matters(self, key: str) -> list[Matter]:
        query = "select id from tellings where claim = ? order by place, id"
        rows: list[Any] = self._connection.execute(query, (key,)).fetchall()
        return [self._shelf.matter(telling) for (telling,) in rows]

    def standing(self, key: str) -> Standing:
        """What stands for a claim."""
        query = """select d.key, t.number, c.documents from claims c join tellings t on t.id = c.glossed
                   join documents d on d.id = t.document where c.key = ?"""
        return Standing(*next(iter(self._connection.execute(query, (key,)))))

    def _told(self, document: int) -> list[tuple[str, int]]:
        """The claims that a document tells, each with its telling, in order."""
        if document not in self._tellings:
            query = """select claim, id from tellings where document = ? and claim is not null
                       and document not in (select document from claims_stale where not again) order by number"""
            rows: list[Any] = self._connection.execute(query, (document,)).fetchall()
            self._tellings[document] = rows
        return self._tellings[document]

    def _reports(self, own: Sequence[int]) -> list[int]:
        """These documents, or some of them, with those that have most in common with them, in the order of their
        keys; of a small base all."""
        query = "select id, key from documents where newer is null order by key limit ?"
        few: list[Any] = self._connection.execute(query, (ALL + 1,)).fetchall()
        if len(few) <= ALL:
            return [row for row, _ in few]
        count: Counter[int] = Counter()
        for document in evenly(own, SPOKESMEN):
            count.update(self._in_common(document))
        keys = self._keys({*own, *count})
        ordered = sorted(count.keys() - set(own), key=lambda row: (-count[row], keys[row]))
        return sorted({*own[:REPORTS], *ordered[:REPORTS]}, key=keys.__getitem__)

    def _in_common(self, document: int) -> Counter[int]:
        """Other documents, with the number of blocks in which tellings of both stand near each other."""
        if document not in self._around:
            marks = {mark: item.entry for item in self._shelf.marked(document)[:FIRST] for mark in item.marks}
            near = ((mark, self._connection.execute(_AROUND, (mark, *entry, AROUND))) for mark, entry in marks.items())
            seen = {(mark, other) for mark, rows in near for (other,) in rows}
            self._around[document] = Counter(other for _, other in seen if other != document)
        return self._around[document]

    def _keys(self, rows: Collection[int]) -> dict[int, str]:
        query = "select id, key from documents where id in (select value from json_each(?))"
        return dict(self._connection.execute(query, (json.dumps(sorted(rows)),)))

    def _apart_from(self, key: str) -> set[str]:
        """The claims that people said are not this one."""
        return apart_from(key, ((self._homes(sides.one), self._homes(sides.other)) for sides in self._apart))

    def _homes(self, spots: frozenset[str]) -> set[str]:
        """The claims in which the tellings at these places are now."""
        if spots not in self._home:
            places = [place.rpartition("@")[::2] for place in sorted(spots)]
            told = json.dumps([[document, int(start)] for document, start in places if start.isdecimal()])
            query = """select distinct t.claim from json_each(?) asked join documents d on d.key = asked.value ->> 0
                       join tellings t on t.document = d.id and t.start = asked.value ->> 1 where t.claim is not null"""
            self._home[spots] = {claim for (claim,) in self._connection.execute(query, (told,))}
        return self._home[spots]


_AROUND = """
    select t.document from (
        select * from (select telling from claims_marks where mark = ?1 and (place, telling) < (?2, ?3)
                       order by place desc, telling desc limit ?4)
        union all
        select * from (select telling from claims_marks where mark = ?1 and (place, telling) > (?2, ?3)
                       order by place, telling limit ?4)
    ) near join tellings t on t.id = near.telling"""
