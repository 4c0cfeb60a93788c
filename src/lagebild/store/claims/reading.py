"""Claims read from the base: which are meant, and each whole."""

import json
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.claims.gather import claim_of
from lagebild.comparison.claims.group import Group
from lagebild.comparison.claims.tellings import Told, told_in
from lagebild.model.claim import Claim, Tie
from lagebild.model.holding import Holding
from lagebild.store import documents
from lagebild.store.claims.comparing import standing_of
from lagebild.store.claims.shelf import LANGUAGE, behind
from lagebild.store.claims.then import Then, Was, as_known

HELD = 500
"""Documents that are kept whole while claims are read."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Which claims are meant: told at least so often, in so many documents, in that time, in one of these documents, by
    key or the beginning of one. Of each list of documents the claim has to be told in one."""

    key: str = ""
    tellings: int = 1
    documents: int = 1
    since: date | None = None
    until: date | None = None
    inside: tuple[frozenset[int], ...] = ()
    decided: bool = False


class Reader:
    """Reads claims of one base; keeps the documents that it has opened at hand.

    With `as_of` they are those of the documents published by then, as if there were no others; of the claims, with
    `inside`, only those that one of these documents tells are read so.
    """

    def __init__(
        self, connection: apsw.Connection, *, as_of: date | None = None, inside: Collection[int] | None = None
    ) -> None:
        self._connection = connection
        self._as_of = as_of
        self._then = as_known(connection, as_of, inside=inside) if as_of is not None else Then()
        self._held: OrderedDict[int, tuple[Holding, tuple[Told, ...]]] = OrderedDict()

    def keys(self, meant: Meant) -> list[str]:
        """The keys of the claims meant, in the order of `gather.order_of`."""
        conditions, values = ["c.tellings >= ?", "c.documents >= ?"], [meant.tellings, meant.documents, *list[Any]()]
        if meant.key:
            conditions.append("c.key >= ? and c.key < ? || char(0x10ffff)")
            values += [meant.key, meant.key]
        if meant.since or meant.until:
            conditions.append(
                """exists (select 1 from tellings t join documents d on d.id = t.document
                   where t.claim = c.key and d.day between ? and ?)"""
            )
            values += [(meant.since or date.min).isoformat(), (meant.until or date.max).isoformat()]
        for inside in meant.inside:
            conditions.append(
                "c.key in (select claim from tellings where document in (select value from json_each(?)))"
            )
            values.append(json.dumps(sorted(inside)))
        if meant.decided:
            conditions.append("c.decided")
        if self._as_of is not None:
            conditions.append("not exists (select 1 from tellings t where t.claim = c.key and t.place >= ?)")
            values.append(behind(self._as_of))
        query = f"select -c.documents, -c.tellings, c.place, c.key from claims c where {' and '.join(conditions)}"
        rows: list[Any] = [row for row in self._connection.execute(query, values) if row[-1] not in self._then.gone]
        for key, was in self._then.claims.items():
            if self._is_meant(was, meant):
                told = [self._then.standing[telling] for telling in was.tellings]
                rows.append((-len({item.document for item in told}), -len(told), told[0].place, key))
        return [key for *_, key in sorted(rows)]

    def _is_meant(self, was: Was, meant: Meant) -> bool:
        """The same for a claim as it was."""
        told = [self._then.standing[telling] for telling in was.tellings]
        inside = {item.document for item in told}
        first, last = (meant.since or date.min).isoformat(), (meant.until or date.max).isoformat()
        dated = not (meant.since or meant.until) or any(item.day and first <= item.day <= last for item in told)
        return (
            dated
            and len(told) >= meant.tellings
            and len(inside) >= meant.documents
            and was.group.key.startswith(meant.key)
            and (was.group.decided or not meant.decided)
            and not any(inside.isdisjoint(rows) for rows in meant.inside)
        )

    def keys_in(self, documents: Iterable[str]) -> list[str]:
        """The keys of the claims that documents of these keys tell."""
        query = """select t.id, t.claim from tellings t join documents d on d.id = t.document
                   where d.key in (select value from json_each(?))"""
        rows: list[Any] = self._connection.execute(query, (json.dumps(sorted(documents)),)).fetchall()
        then = {telling: key for key, was in self._then.claims.items() for telling in was.tellings}
        known = {then.get(telling, key) for telling, key in rows if telling in then or key not in self._then.gone}
        return sorted(key for key in known if key is not None)

    def claims(self, keys: Iterable[str]) -> Iterator[Claim]:
        """These claims, each whole; those of which nothing can be told until documents are compared are left out."""
        return (claim for key in keys if (claim := self.claim(key)) is not None)

    def claim(self, key: str) -> Claim | None:
        """One claim whole, None where it is told only in documents that were read again and not compared since."""
        was = self._then.claims.get(key) or self._today(key)
        rows: list[Any] = self._connection.execute(_TOLD, (json.dumps(was.tellings),)).fetchall()
        if not rows:
            return None
        told: dict[str, Told] = {}
        ids: dict[int, str] = {}
        for telling, document, number in rows:
            item = self._told(document)[number]
            told[item.telling.ref] = item
            ids[telling] = item.telling.ref
        tied = {
            (ids[one], ids[other]): score
            for telling in ids
            for one, other, score in self._connection.execute(_TIES, (telling,))
            if other in ids
        }
        return claim_of(replace(was.group, members=tuple(ids.values())), told, tied)

    def texts(self, key: str) -> list[str]:
        """The stretches of text in which a claim is told, each from its first word to its last, without taking a
        document apart."""
        was = self._then.claims.get(key) or self._today(key)
        return [text for (text,) in self._connection.execute(_TEXTS, (json.dumps(was.tellings),))]

    def _today(self, key: str) -> Was:
        query = "select id from tellings where claim = ? order by place, id"
        return Was(self._group(key), [telling for (telling,) in self._connection.execute(query, (key,))])

    def holdings(self, claims: Iterable[Claim]) -> Iterator[Holding]:
        """The documents in which these claims are told, each once."""
        for key in sorted({telling.document for claim in claims for telling in claim.tellings}):
            row = documents.stored(self._connection, key)
            if row is not None:
                yield self._open(row.id)[0]

    def _group(self, key: str) -> Group:
        """Without its members."""
        query = "select one, other, reason, judgement from claims_joins where claim = ? order by judgement, one, other"
        joins = tuple(
            Tie(one, other, 1.0, reason, by) for one, other, reason, by in self._connection.execute(query, (key,))
        )
        row = self._connection.execute("select decided from claims where key = ?", (key,)).fetchone()
        return Group(key, (), joins, bool(row and row[0]))

    def _told(self, document: int) -> tuple[Told, ...]:
        return self._open(document)[1]

    def _open(self, document: int) -> tuple[Holding, tuple[Told, ...]]:
        found = self._held.get(document)
        if found is None:
            row = documents.with_row(self._connection, document)
            assert row is not None, "a telling belongs to a document"
            holding = documents.holding(self._connection, row)
            found = self._held[document] = (holding, told_in(holding, LANGUAGE))
            if len(self._held) > HELD:
                self._held.popitem(last=False)
        return found


# Tellings are known by their number in their document, which counts otherwise once that was read again.
_TOLD = """select id, document, number from tellings where id in (select value from json_each(?)) and document not in
           (select document from claims_stale where not again) order by place, id"""
_TEXTS = """select substr(p.text, t.start + 1, t.stop - t.start) from tellings t join pages p on p.document = t.document
            where t.id in (select value from json_each(?))"""
_TIES = "select one, other, score from claims_ties where one = ?"


class Named(NamedTuple):
    """A claim in short: its key, the words that stand for it, and in how many documents it is told."""

    key: str
    words: str
    documents: int


def told_by(connection: apsw.Connection, records: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Named]:
    """The claim that each record tells, given by its document and key; of several the one that it tells first."""
    query = """select d.key, t.record, c.key, substr(p.text, g.start + 1, g.stop - g.start), c.documents
               from json_each(?) asked join documents d on d.key = asked.value ->> 0
               join tellings t on t.document = d.id and t.record = asked.value ->> 1
               join claims c on c.key = t.claim join tellings g on g.id = c.glossed
               join pages p on p.document = g.document
               where t.document not in (select document from claims_stale where not again) order by t.number desc"""
    rows = connection.execute(query, (json.dumps(list(records)),))
    return {(document, record): Named(*named) for document, record, *named in rows}


def refs(connection: apsw.Connection, key: str) -> list[str]:
    """The refs of a claim's tellings, in their order."""
    query = "select id from tellings where claim = ? order by place, id"
    ids = [telling for (telling,) in connection.execute(query, (key,))]
    found = standing_of(connection, ids)
    return [found[telling].ref for telling in ids]
