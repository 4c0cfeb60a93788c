"""Meeting: which tellings have to be compared, and which no longer, after some came and some went."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import apsw
import numpy as np
import numpy.typing as npt

from lagebild.comparison.claims.blocks import REACH
from lagebild.store.claims.shelf import Marked

Pair = tuple[int, int]
"""Two tellings by their numbers in the base, in the order of all."""
Rows = npt.NDArray[np.int64]
"""Entries of blocks: mark, place and telling of each, in the order of the table."""
Flags = npt.NDArray[np.bool_]
_MARK, _PLACE, _TELLING = range(3)
_BITS = 32
_LAST = (1 << _BITS) - 1
"""A pair as one number: the first telling, and the other in the last bits."""


class Changes(NamedTuple):
    """The pairs that are to be compared now, and the tied ones that are no longer, each in order."""

    new: list[Pair]
    gone: list[Pair]


class Meeting:
    """Keeps the blocks of tellings, and finds the changes; `marks` tells by what a telling is found."""

    def __init__(self, connection: apsw.Connection, marks: Callable[[int], frozenset[int]]) -> None:
        self._connection = connection
        self._marks = marks

    def changes(self, *, added: Sequence[Marked], removed: Sequence[Marked]) -> Changes:
        """Puts the tellings that were `added` into their blocks, takes those `removed` out, and tells what changes.

        For the whole base that comes to what `blocks.candidates` would find, but only the blocks that changed are
        looked at, and of these only the stretch that did.
        """
        came, went = _rows(added), _rows(removed)
        stood = self._stretches(came, went)
        self._write(came, went)
        blocks = _Blocks.changed(stood, came, went)
        nearer, apart = blocks.moved()
        besides = [pair for pair in nearer if not self._is_tied(pair) and self._meets(pair)]
        gone = (pair for pair in apart if self._is_tied(pair) and not self._meets(pair))
        return Changes(blocks.new(besides), sorted(gone))

    def _stretches(self, came: Rows, went: Rows) -> Rows:
        """The entries of these blocks as they were, in order, from so many before the first change to so many behind
        the last as reach."""
        self._connection.execute(_WANTED)
        self._connection.execute("delete from temp.claims_wanted")
        changed = _in_order(np.concatenate([came, went]))
        first = _begins(changed[:, _MARK])
        last = np.roll(first, -1)
        wanted = np.column_stack([changed[first][:, [_MARK, _PLACE]], changed[last][:, _PLACE]])
        self._connection.executemany("insert into temp.claims_wanted values (?, ?, ?)", wanted.tolist())
        found: Any = self._connection.execute(_STRETCHES, (REACH - 1,))
        return np.fromiter(chain.from_iterable(found), dtype=np.int64).reshape(-1, 3)

    def _write(self, came: Rows, went: Rows) -> None:
        """In the order of the table, so that each page of it is written once."""
        query = "delete from claims_marks where mark = ? and place = ? and telling = ?"
        self._connection.executemany(query, went.tolist())
        self._connection.executemany("insert into claims_marks values (?, ?, ?)", came.tolist())

    def _is_tied(self, pair: Pair) -> bool:
        query = "select 1 from claims_ties where one = ? and other = ?"
        return self._connection.execute(query, pair).fetchone() is not None

    def _meets(self, pair: Pair) -> bool:
        """Whether two tellings are near each other in some block."""
        places = [
            self._connection.execute("select place from tellings where id = ?", (one,)).fetchone() for one in pair
        ]
        (first,), (last,) = (place or (0,) for place in places)
        for mark in self._marks(pair[0]) & self._marks(pair[1]):
            row = self._connection.execute(_DISTANCE, (mark, first, pair[0], last, pair[1], REACH)).fetchone()
            if row and row[0] < REACH:
                return True
        return False


class _Blocks(NamedTuple):
    """The blocks of several that change, in order: as far as they change, which entries come, and which go."""

    rows: Rows
    comes: Flags
    goes: Flags

    @staticmethod
    def changed(stood: Rows, came: Rows, went: Rows) -> "_Blocks":
        """Blocks of entries that stood there before, of which some went, and of those that came."""
        rows = np.concatenate([stood, came])
        gone = set(map(tuple, went.tolist()))
        comes = np.arange(len(rows)) >= len(stood)
        goes = np.zeros(len(rows), dtype=bool)
        if gone:
            goes[: len(stood)] = [tuple(entry) in gone for entry in stood.tolist()]
        order = _order(rows)
        begins = _begins(rows[order, _MARK])
        order = order[~(begins & np.roll(begins, -1))]
        return _Blocks(rows[order], comes[order], goes[order])

    def new(self, besides: Sequence[Pair] = ()) -> list[Pair]:
        """The pairs near each other of which one comes, and those besides, in order."""
        rows, comes = self.rows[~self.goes], self.comes[~self.goes]
        pairs: list[Rows] = [np.array([one << _BITS | other for one, other in besides], dtype=np.int64)]
        for apart in range(1, min(REACH, len(rows) - 1) + 1):
            one, other = rows[:-apart], rows[apart:]
            near = (one[:, _MARK] == other[:, _MARK]) & (comes[:-apart] | comes[apart:])
            pairs.append(one[near, _TELLING] << _BITS | other[near, _TELLING])
        found = np.unique(np.concatenate(pairs))
        return list(zip((found >> _BITS).tolist(), (found & _LAST).tolist(), strict=True))

    def moved(self) -> tuple[set[Pair], set[Pair]]:
        """The pairs of which both were there before, and are, that a block brings together now, and no longer."""
        nearer: set[Pair] = set()
        apart: set[Pair] = set()
        for block in self._that_move():
            tellings, comes, goes = self.rows[block, _TELLING], self.comes[block], self.goes[block]
            then, now = _near(tellings[~comes].tolist()), _near(tellings[~goes].tolist())
            both = set(tellings[~comes & ~goes].tolist())
            nearer |= {pair for pair in now - then if both.issuperset(pair)}
            apart |= {pair for pair in then - now if both.issuperset(pair)}
        return nearer, apart

    def _that_move(self) -> Iterator[slice]:
        """The blocks of which some go, or come before others that stay."""
        starts = np.flatnonzero(_begins(self.rows[:, _MARK]))
        if not len(starts):
            return
        places = np.arange(len(self.rows))
        first = np.minimum.reduceat(np.where(self.comes, places, len(places)), starts)
        last = np.maximum.reduceat(np.where(self.comes | self.goes, -1, places), starts)
        many = np.add.reduceat(~self.goes, starts, dtype=np.int64) > REACH + 1
        moves = np.logical_or.reduceat(self.goes, starts) | (many & (last > first))
        ends = np.r_[starts[1:], len(places)]
        for start, end in zip(starts[moves].tolist(), ends[moves].tolist(), strict=True):
            yield slice(start, end)


def _near(tellings: Sequence[int]) -> set[Pair]:
    return {(one, other) for at, one in enumerate(tellings) for other in tellings[at + 1 : at + 1 + REACH]}


def _rows(marked: Sequence[Marked]) -> Rows:
    """An entry for each block that a telling is in."""
    marks = np.fromiter(chain.from_iterable(item.marks for item in marked), dtype=np.int64)
    entries = np.array([item.entry for item in marked], dtype=np.int64).reshape(-1, 2)
    return _in_order(np.column_stack([marks, entries.repeat([len(item.marks) for item in marked], axis=0)]))


def _in_order(rows: Rows) -> Rows:
    return rows[_order(rows)]


def _order(rows: Rows) -> Rows:
    return np.lexsort((rows[:, _TELLING], rows[:, _PLACE], rows[:, _MARK]))


def _begins(marks: Rows) -> Flags:
    """Which of the sorted marks are another than the one before."""
    return np.concatenate([np.ones(min(1, len(marks)), dtype=bool), marks[1:] != marks[:-1]])


_WANTED = """create temp table if not exists claims_wanted (
                 mark integer primary key, first integer not null, last integer not null
             ) strict"""
_FAR = (1 << 63) - 1
_STRETCHES = f"""
    select w.mark, m.place, m.telling from temp.claims_wanted w cross join claims_marks m on m.mark = w.mark
    where m.place >= coalesce((select b.place from claims_marks b where b.mark = w.mark and b.place < w.first
                               order by b.place desc, b.telling desc limit 1 offset ?1), 0)
      and m.place <= coalesce((select b.place from claims_marks b where b.mark = w.mark and b.place > w.last
                               order by b.place, b.telling limit 1 offset ?1), {_FAR})
    order by w.mark, m.place, m.telling"""
_DISTANCE = """select count(*) from (select 1 from claims_marks where mark = ? and (place, telling) > (?, ?)
               and (place, telling) < (?, ?) limit ?)"""
