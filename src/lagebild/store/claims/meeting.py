"""Meeting: which tellings have to be compared, and which no longer, after some came and some went."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import apsw

from lagebild.comparison.claims.blocks import REACH, SHARED
from lagebild.store.claims.shelf import Marked, weight

Spot = tuple[int, int]
"""An entry of a block: the place of a telling, and its number."""
Pair = tuple[int, int]
"""Two tellings by their numbers in the base, in the order of all."""
_BITS = 32
_LAST = (1 << _BITS) - 1
"""A pair as one number, which takes a third of the room: the first telling, and the other in the last bits."""


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
        came, went = _by_mark(added), _by_mark(removed)
        before = self._stretches(came, went)
        self._write(came, went)
        met = _Met({item.entry.telling for item in added})
        for mark in sorted(came.keys() | went.keys()):
            stood, arrived, departed = before.get(mark, []), came.get(mark, []), went.get(mark, [])
            if len(stood) + len(arrived) > 1:
                met.in_block(mark, stood, arrived, departed)
        new = [_pair(number) for number in met.new]
        new += [pair for pair in map(_pair, met.nearer) if not self._is_tied(pair) and self._shared(pair) >= SHARED]
        apart = map(_pair, met.apart)
        gone = [pair for pair in apart if self._is_tied(pair) and self._shared(pair) < SHARED]
        return Changes(sorted(new), sorted(gone))

    def _stretches(
        self, came: Mapping[int, Sequence[Spot]], went: Mapping[int, Sequence[Spot]]
    ) -> dict[int, list[Spot]]:
        """The entries of these blocks as they were, in order, from so many before the first change to so many behind
        the last that no pair is missed whose distance changes."""
        self._connection.execute(_WANTED)
        self._connection.execute("delete from temp.claims_wanted")
        changed = dict(came)
        for mark, entries in went.items():
            changed[mark] = sorted([*changed.get(mark, ()), *entries])
        self._connection.executemany(
            "insert into temp.claims_wanted values (?, ?, ?)",
            ((mark, changed[mark][0][0], changed[mark][-1][0]) for mark in sorted(changed)),
        )
        found: dict[int, list[Spot]] = {}
        for mark, place, telling in self._connection.execute(_STRETCHES, (REACH - 1,)):
            found.setdefault(mark, []).append((place, telling))
        return found

    def _write(self, came: Mapping[int, Sequence[Spot]], went: Mapping[int, Sequence[Spot]]) -> None:
        """In the order of the table, so that each page of it is written once."""
        for query, blocks in (
            ("delete from claims_marks where mark = ? and place = ? and telling = ?", went),
            ("insert into claims_marks values (?, ?, ?)", came),
        ):
            self._connection.executemany(query, ((mark, *entry) for mark in sorted(blocks) for entry in blocks[mark]))

    def _is_tied(self, pair: Pair) -> bool:
        query = "select 1 from claims_ties where one = ? and other = ?"
        return self._connection.execute(query, pair).fetchone() is not None

    def _shared(self, pair: Pair) -> int:
        """What the blocks are worth in which two tellings meet."""
        places = [
            self._connection.execute("select place from tellings where id = ?", (one,)).fetchone() for one in pair
        ]
        (first,), (last,) = (place or (0,) for place in places)
        shared = 0
        for mark in sorted(self._marks(pair[0]) & self._marks(pair[1])):
            row = self._connection.execute(_DISTANCE, (mark, first, pair[0], last, pair[1], REACH)).fetchone()
            shared += weight(mark) if row and row[0] < REACH else 0
        return shared


class _Met:
    """The pairs that meet, as numbers: `new` of which one came, and that have enough in common; `nearer` and `apart`
    those of which both were there that some block brings together now, or no longer."""

    def __init__(self, added: set[int]) -> None:
        self._added = added
        self._once: set[int] = set()
        self.new: set[int] = set()
        self.nearer: set[int] = set()
        self.apart: set[int] = set()

    def in_block(self, mark: int, stood: Sequence[Spot], arrived: Sequence[Spot], departed: Sequence[Spot]) -> None:
        """Counts one block. All blocks of those that came are seen, so that what they gain is all that they have."""
        stays = [entry for entry in stood if entry not in departed] if departed else stood
        now = [telling for _, telling in sorted([*stays, *arrived])]
        found = set(self._windows(now))
        if weight(mark) < SHARED:
            self.new |= found & self._once
            self._once |= found
        else:
            self.new |= found
        if departed or (len(now) > REACH + 1 and stays and arrived and stays[-1] > min(arrived)):
            self._moved([telling for _, telling in stood], now)

    def _windows(self, tellings: Sequence[int]) -> Iterator[int]:
        """The pairs near each other of which one came."""
        added = self._added
        for at, one in enumerate(tellings):
            if one in added:
                for other in tellings[max(0, at - REACH) : at]:
                    yield other << _BITS | one
                first = one << _BITS
                for other in tellings[at + 1 : at + 1 + REACH]:
                    if other not in added:
                        yield first | other

    def _moved(self, before: Sequence[int], after: Sequence[int]) -> None:
        """Those of which both were there before, and are."""
        then, now = set(_near(before)), set(_near(after))
        both = set(before) & set(after)
        self.nearer |= {pair for pair in now - then if both.issuperset(_pair(pair))}
        self.apart |= {pair for pair in then - now if both.issuperset(_pair(pair))}


def _near(tellings: Sequence[int]) -> Iterator[int]:
    for at, one in enumerate(tellings):
        for other in tellings[at + 1 : at + 1 + REACH]:
            yield one << _BITS | other


def _pair(number: int) -> Pair:
    return number >> _BITS, number & _LAST


def _by_mark(marked: Iterable[Marked]) -> dict[int, list[Spot]]:
    """The entries of each block, in order."""
    found: dict[int, list[Spot]] = {}
    for item in sorted(marked, key=lambda item: item.entry):
        for mark in item.marks:
            found.setdefault(mark, []).append(item.entry)
    return found


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
