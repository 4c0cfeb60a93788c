"""Meeting: which tellings have to be compared, and which no longer, after some came and some went."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.claims.blocks import REACH, SHARED
from lagebild.store.claims.shelf import Entry, Marked

Pair = tuple[int, int]
"""Two tellings by their numbers in the base, in the order of all."""


class Changes(NamedTuple):
    """The pairs that are to be compared now, and the tied ones that are no longer, each in order."""

    new: list[Pair]
    gone: list[Pair]


class Meeting:
    """Finds the changes; `marks` tells by what a telling is found that is on the shelf."""

    def __init__(self, connection: apsw.Connection, marks: Callable[[int], frozenset[int]]) -> None:
        self._connection = connection
        self._marks = marks

    def changes(self, *, added: Sequence[Marked], removed: Sequence[Marked]) -> Changes:
        """What the tellings that were `added` to the shelf, and those `removed` from it, change.

        For the whole base that comes to what `blocks.candidates` would find, but only the blocks that changed are
        looked at, and of these only the stretch that did.
        """
        came, went = _by_mark(added), _by_mark(removed)
        gained: Counter[Pair] = Counter()
        lost: Counter[Pair] = Counter()
        for mark in sorted(came.keys() | went.keys()):
            arrived, departed = came.get(mark, []), went.get(mark, [])
            after = self._stretch(mark, arrived, departed)
            if len(after) + len(departed) < 2:
                continue
            before = sorted({*after, *departed} - set(arrived))
            now, then = set(_windows(after)), set(_windows(before))
            gained.update(now - then)
            lost.update(then - now)
        new_ones = {item.entry.telling for item in added}
        gone_ones = {item.entry.telling for item in removed}
        # All blocks of a new telling have been looked at, so that what it gained is all that it has.
        new = [pair for pair, count in gained.items() if count >= SHARED and not new_ones.isdisjoint(pair)]
        gone: list[Pair] = []
        for pair in gained.keys() | lost.keys():
            if not gone_ones.isdisjoint(pair) or not new_ones.isdisjoint(pair):
                continue
            if removed and gained[pair] and not self._is_tied(pair):
                if self._shared(pair) >= SHARED:
                    new.append(pair)
            elif lost[pair] and self._is_tied(pair) and self._shared(pair) < SHARED:
                gone.append(pair)
        return Changes(sorted(new), sorted(gone))

    def _stretch(self, mark: int, arrived: Sequence[Entry], departed: Sequence[Entry]) -> list[Entry]:
        """The block's entries from so many before the first change to so many behind the last that no pair is missed
        whose distance has changed."""
        changed = [*arrived, *departed]
        first, last = min(changed), max(changed)
        rows: list[Any] = list(self._connection.execute(_BEFORE, (mark, first.place, first.telling, REACH)))
        rows += self._connection.execute(_BEHIND, (mark, last.place, last.telling, REACH))
        if len(changed) > 1:
            rows += self._connection.execute(_BETWEEN, (mark, first.place, first.telling, last.place, last.telling))
        else:
            rows += arrived
        return sorted(Entry(*row) for row in rows)

    def _is_tied(self, pair: Pair) -> bool:
        query = "select 1 from claims_ties where one = ? and other = ?"
        return self._connection.execute(query, pair).fetchone() is not None

    def _shared(self, pair: Pair) -> int:
        """In how many blocks two tellings meet that are on the shelf."""
        places = [
            self._connection.execute("select place from tellings where id = ?", (one,)).fetchone() for one in pair
        ]
        (first,), (last,) = (place or (0,) for place in places)
        shared = 0
        for mark in sorted(self._marks(pair[0]) & self._marks(pair[1])):
            row = self._connection.execute(_DISTANCE, (mark, first, pair[0], last, pair[1], REACH)).fetchone()
            shared += bool(row and row[0] < REACH)
        return shared


_ENTRIES = """select m.place, m.telling, t.document from claims_marks m join tellings t on t.id = m.telling
              where m.mark = ?"""
_BEFORE = f"{_ENTRIES} and (m.place, m.telling) < (?, ?) order by m.place desc, m.telling desc limit ?"
_BEHIND = f"{_ENTRIES} and (m.place, m.telling) > (?, ?) order by m.place, m.telling limit ?"
_BETWEEN = f"{_ENTRIES} and (m.place, m.telling) between (?, ?) and (?, ?)"
_DISTANCE = """select count(*) from (select 1 from claims_marks where mark = ? and (place, telling) > (?, ?)
               and (place, telling) < (?, ?) limit ?)"""


def _by_mark(marked: Iterable[Marked]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = {}
    for item in marked:
        for mark in item.marks:
            found.setdefault(mark, []).append(item.entry)
    return found


def _windows(entries: Sequence[Entry]) -> Iterator[Pair]:
    for at, one in enumerate(entries):
        for other in entries[at + 1 : at + 1 + REACH]:
            yield one.telling, other.telling
