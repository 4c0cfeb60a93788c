"""Comparing: claims are kept up to date with documents and decisions, as if all had been compared at once."""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.claims.decided import decided
from lagebild.comparison.claims.gather import is_whole, ties_inside
from lagebild.comparison.claims.group import Group, group_of
from lagebild.comparison.claims.joining import TIED, Pair
from lagebild.comparison.claims.tying import Tying
from lagebild.judging import Outcome
from lagebild.store import documents
from lagebild.store import judgements as judged
from lagebild.store.claims.deciding import spots
from lagebild.store.claims.grouping import Grouped, Grouping, Part, grouped, job, read, shared_out
from lagebild.store.claims.meeting import Meeting
from lagebild.store.claims.scoring import SCORES, Scored, parts
from lagebild.store.claims.shelf import Given, Made, Marked, Shelf, Source, made_of, source_of
from lagebild.store.claims.stale import done, still_due
from lagebild.store.claims.writing import Standing, Tied, forget, write
from lagebild.union import Union

MANY, MANY_TIED = 10_000, 1000
"""From so many pairs on other processes score them, and from so many tied tellings on they group these."""
JOB = 40_000
"""So many pairs at most are one job: what it unpacks stays in memory, some seven kilobytes a telling."""
TOGETHER = 4000
"""Tellings that are put together in one transaction, with all that hang together with them."""


class DoneBy(NamedTuple):
    """What does jobs in other processes, so many at once."""

    scored: Scored
    grouped: Grouping
    at_once: int


class Comparing:
    """Brings the claims of one base up to date, a part in each transaction.

    First all documents find their ties, then the tellings that this concerns are put together: so a claim that many
    documents touch is made once.
    """

    def __init__(self, connection: apsw.Connection, *, done_by: DoneBy | None = None) -> None:
        """`done_by` are other processes, where there are some."""
        self._connection = connection
        self._done_by = done_by
        self._shelf = Shelf(connection)
        self._version: int | None = None

    def source(self, row: int) -> Source | None:
        """What it takes to make what a document tells; None for one that is compared only inside `tie`."""
        stored = documents.with_row(self._connection, row)
        return source_of(self._connection, stored) if stored is not None and stored.newer is None else None

    def tie(self, rows: Mapping[int, Given | None]) -> int:
        """Finds the ties of those of these documents that are still to be compared, inside a transaction; returns how
        many these are. What was made of one before counts where its source is still the same."""
        self._look()
        waiting = still_due(self._connection, rows)
        added, removed, near = self._shelved({row: rows[row] for row, _ in waiting})
        touched = near | self._tied_anew(added, removed)
        again = [row for row, again in waiting if again]
        query = "select id from tellings where document in (select value from json_each(?))"
        touched.update(telling for (telling,) in self._connection.execute(query, (json.dumps(again),)))
        forget(self._connection, touched)
        done(self._connection, (row for row, _ in waiting))
        return len(waiting)

    def put_together(self) -> int:
        """Makes claims of some tellings that are in none, inside a transaction; returns how many that were."""
        self._look()
        query = "select id from tellings where claim is null order by id limit ?"
        waiting = {telling for (telling,) in self._connection.execute(query, (TOGETHER,))}
        if waiting:
            self._regroup(waiting)
        return len(waiting)

    def _look(self) -> None:
        """Forgets what was read before where another program has written since."""
        version = int(self._connection.pragma("data_version"))
        if version != self._version:
            self._shelf.forget()
            self._version = version

    def _shelved(self, rows: Mapping[int, Given | None]) -> tuple[list[Marked], list[Marked], set[int]]:
        """Puts the documents' tellings on the shelf as they are now; returns which came and went, and the tellings that
        were tied to those that went."""
        removed: list[Marked] = []
        near: set[int] = set()
        put: dict[int, Made] = {}
        for row, given in rows.items():
            stored = documents.with_row(self._connection, row)
            made = None
            if stored is not None and stored.newer is None:
                if given is not None and given.source == source_of(self._connection, stored):
                    made = given.made
                else:
                    made = made_of(self._connection, stored)
                if self._shelf.is_as(row, made):
                    continue
            there = [telling for (telling,) in self._connection.execute(_OF_DOCUMENT, (row,))]
            if there:
                near.update(neighbours(self._connection, there))
                forget(self._connection, there)
                removed += self._shelf.remove(row)
            if made is not None:
                put[row] = made
        added = self._shelf.put(put)
        return added, removed, near - {item.entry.telling for item in removed}

    def _tied_anew(self, added: Sequence[Marked], removed: Sequence[Marked]) -> set[int]:
        """Ties what is alike now and unties what no longer meets; returns the tellings that this concerns."""
        found = Meeting(self._connection, self._shelf.marks).changes(added=added, removed=removed)
        scores = self._scores(found.new)
        ties = [(*pair, score) for pair, score in zip(found.new, scores, strict=True) if score >= TIED]
        self._connection.executemany("insert or replace into claims_ties values (?, ?, ?)", ties)
        self._connection.executemany("delete from claims_ties where one = ? and other = ?", found.gone)
        return {telling for pair in (*(tie[:2] for tie in ties), *found.gone) for telling in pair}

    def _scores(self, pairs: Sequence[tuple[int, int]]) -> Iterable[float]:
        if self._done_by is None or len(pairs) < MANY:
            return self._scores_here(pairs)
        size = min(JOB, -(-len(pairs) // self._done_by.at_once))
        told = parts(self._connection, pairs, size=size)
        found = [0.0] * len(pairs)
        for part, scores in zip(told, self._done_by.scored([part.job for part in told]), strict=True):
            if scores is None:
                some: Iterable[float] = self._scores_here([pairs[number] for number in part.numbers])
            else:
                some = array(SCORES, scores)
            for number, score in zip(part.numbers, some, strict=True):
                found[number] = score
        return found

    def _scores_here(self, pairs: Sequence[tuple[int, int]]) -> list[float]:
        matter = self._shelf.matter
        for telling in sorted({other for _, other in pairs}):
            matter(telling)  # in the order of documents, so that each is unpacked once
        tying = Tying()
        return [tying.tie(matter(one), matter(other)) for one, other in pairs]

    def _regroup(self, touched: set[int]) -> None:
        """Makes the claims anew in which these tellings are, or were."""
        made = list(judged.of_claims(self._connection))
        settled = {telling for _, telling in spots(self._connection, made)}
        hanging = hanging_together(self._connection, touched)
        if settled.isdisjoint(hanging):
            made = []
        else:
            hanging |= hanging_together(self._connection, settled - hanging)
        groups: list[Group] = []
        ties: list[Tied] = []
        known: dict[int, bool] = {}
        standing = standing_of(self._connection, hanging)
        for group, pairs, told in found(self._connection, standing, self._grouped):
            groups.append(group)
            ties += pairs
            known |= told
        if made:
            groups = list(decided(groups, made).groups)

        def whole(telling: int) -> bool:
            return known[telling] if telling in known else is_whole(self._shelf.matter(telling))

        write(self._connection, groups, standing, ties, is_whole=whole)

    def _grouped(self, parts: Sequence[Part]) -> Sequence[Grouped]:
        if self._done_by is None or sum(len(part.tellings) for part in parts) < MANY_TIED:
            return grouped(parts, self._shelf.matter)
        shares = shared_out(parts, jobs=self._done_by.at_once)
        told = [[parts[number] for number in share] for share in shares]
        given = self._done_by.grouped([job(self._connection, some) for some in told])
        found: dict[int, Grouped] = {}
        for share, some, answer in zip(shares, told, given, strict=True):
            groups = grouped(some, self._shelf.matter) if answer is None else read(answer, some)
            found |= dict(zip(share, groups, strict=True))
        return [found[number] for number in range(len(parts))]


_OF_DOCUMENT = "select id from tellings where document = ?"


def outcomes(connection: apsw.Connection) -> dict[str, Outcome]:
    """What became of each decision that holds."""
    made = list(judged.of_claims(connection))
    if not made:
        return {}
    settled = {telling for _, telling in spots(connection, made)}
    standing = standing_of(connection, hanging_together(connection, settled))
    groups = [group for group, _, _ in found(connection, standing, partial(grouped, matter=Shelf(connection).matter))]
    return dict(decided(groups, made).outcomes)


class Found(NamedTuple):
    """A group that the comparison makes, with the ties inside it, and which of its tellings are whole
    (`is_whole`); of one that is alone that is not told."""

    group: Group
    ties: list[Tied]
    whole: dict[int, bool]


def found(
    connection: apsw.Connection,
    standing: Mapping[int, Standing],
    grouped: Callable[[Sequence[Part]], Sequence[Grouped]],
) -> Iterator[Found]:
    """The groups that the comparison makes of these tellings, with which are all that hang together with them; ties to
    others do not count."""
    ties = [tie for tie in _ties(connection, standing) if tie[1] in standing]
    parts = _parts(ties, standing)
    for telling in sorted(standing.keys() - {telling for part in parts for telling in part.tellings}):
        yield Found(group_of([standing[telling].ref]), [], {})
    for part, told in zip(parts, grouped(parts), strict=True):
        for members, inside in zip(told.groups, ties_inside(told.groups, part.ties), strict=True):
            tellings = [part.tellings[number] for number in members]
            pairs = [(part.tellings[one], part.tellings[other], score) for one, other, score in inside]
            whole = {part.tellings[number]: number in told.whole for number in members} if len(members) > 1 else {}
            yield Found(group_of(standing[telling].ref for telling in tellings), pairs, whole)


def _parts(ties: Sequence[Tied], standing: Mapping[int, Standing]) -> list[Part]:
    """Tellings by what hangs together; those without ties are in none."""
    union = Union()
    for one, other, _ in ties:
        union.join(one, other)
    tied = {telling for one, other, _ in ties for telling in (one, other)}
    parts = {union.root(telling): Part([], []) for telling in sorted(tied)}
    numbers: dict[int, int] = {}
    for telling in sorted(tied, key=lambda telling: (standing[telling].place, telling)):
        part = parts[union.root(telling)]
        numbers[telling] = len(part.tellings)
        part.tellings.append(telling)
    for one, other, score in ties:
        parts[union.root(one)].ties.append(Pair(numbers[one], numbers[other], score))
    return list(parts.values())


def hanging_together(connection: apsw.Connection, tellings: Iterable[int]) -> set[int]:
    """The tellings with all that ties lead to from them."""
    query = """with recursive whole (id) as (
                   select value from json_each(?)
                   union select t.other from whole w join claims_ties t on t.one = w.id
                   union select t.one from whole w join claims_ties t on t.other = w.id
               ) select id from whole"""
    return {telling for (telling,) in connection.execute(query, (json.dumps(sorted(tellings)),))}


def neighbours(connection: apsw.Connection, tellings: Sequence[int]) -> set[int]:
    """What these tellings are tied to."""
    given = json.dumps(tellings)
    query = """select other from claims_ties where one in (select value from json_each(?1))
               union select one from claims_ties where other in (select value from json_each(?1))"""
    return {telling for (telling,) in connection.execute(query, (given,))}


def _ties(connection: apsw.Connection, tellings: Iterable[int]) -> Iterator[Any]:
    query = (
        "select one, other, score from claims_ties where one in (select value from json_each(?)) order by one, other"
    )
    return connection.execute(query, (json.dumps(sorted(tellings)),))


def standing_of(connection: apsw.Connection, tellings: Iterable[int]) -> dict[int, Standing]:
    """Where tellings stand, by their numbers, in order of these."""
    query = """select t.id, t.place, t.document, d.day, t.stance, d.key || '/' || t.record || '@' || t.start
               from tellings t join documents d on d.id = t.document
               where t.id in (select value from json_each(?)) order by t.id"""
    rows: Any = connection.execute(query, (json.dumps(sorted(tellings)),))
    return {telling: Standing(*told) for telling, *told in rows}
