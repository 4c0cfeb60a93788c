"""Comparing: claims are kept up to date with documents and decisions, as if all had been compared at once."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.claims.alike import score_of
from lagebild.comparison.claims.decided import decided
from lagebild.comparison.claims.gather import ties_and_groups
from lagebild.comparison.claims.group import Group, group_of
from lagebild.comparison.claims.joining import TIED, Pair
from lagebild.comparison.claims.matter import Matter
from lagebild.judging import Outcome
from lagebild.store import documents
from lagebild.store import judgements as judged
from lagebild.store.claims.deciding import spots
from lagebild.store.claims.meeting import Meeting
from lagebild.store.claims.shelf import Marked, Shelf, made_of, marks_as_numbers
from lagebild.store.claims.stale import done, due
from lagebild.store.claims.writing import Tied, forget, write

TOGETHER = 4000
"""Tellings that are put together in one transaction, with all that hang together with them."""
AT_ONCE = 500
"""Documents that are compared in one transaction: others may write between two."""


class Done(NamedTuple):
    """How many documents were compared, and how many tellings were put together anew."""

    documents: int
    tellings: int


def refresh(connection: apsw.Connection) -> Done:
    """Does a part of what is due, in the transaction around it; call it until nothing was done.

    First all documents find their ties, then the tellings that this concerns are put together: so a claim that many
    documents touch is made once.
    """
    rows = due(connection, AT_ONCE)
    return Done(_tied(connection, rows), 0) if rows else Done(0, _put_together(connection))


def _tied(connection: apsw.Connection, rows: Sequence[tuple[int, int]]) -> int:
    shelf = Shelf(connection)
    added, removed, near = _shelved(connection, shelf, [row for row, _ in rows])
    touched = near | _tied_anew(connection, shelf, added, removed)
    touched |= {item.entry.telling for item in added}
    for row, again in rows:
        if again:
            touched.update(telling for (telling,) in connection.execute(_OF_DOCUMENT, (row,)))
    for telling in sorted(touched):
        forget(connection, telling)
    done(connection, (row for row, _ in rows))
    return len(rows)


def _put_together(connection: apsw.Connection) -> int:
    query = "select id from tellings where claim is null order by id limit ?"
    waiting = {telling for (telling,) in connection.execute(query, (TOGETHER,))}
    if waiting:
        _regroup(connection, Shelf(connection), waiting)
    return len(waiting)


_OF_DOCUMENT = "select id from tellings where document = ?"


def outcomes(connection: apsw.Connection) -> dict[str, Outcome]:
    """What became of each decision that holds."""
    made = list(judged.of_claims(connection))
    if not made:
        return {}
    shelf = Shelf(connection)
    settled = {telling for _, telling in spots(connection, made)}
    groups = [group for group, _ in _found(connection, shelf, settled)]
    return dict(decided(groups, made).outcomes)


def _shelved(
    connection: apsw.Connection, shelf: Shelf, rows: Iterable[int]
) -> tuple[list[Marked], list[Marked], set[int]]:
    """Puts the documents' tellings on the shelf as they are now; returns which came and went, and the tellings that
    were tied to those that went."""
    added: list[Marked] = []
    removed: list[Marked] = []
    near: set[int] = set()
    for row in rows:
        stored = documents.with_row(connection, row)
        made = made_of(connection, stored) if stored is not None and stored.newer is None else None
        if made is not None and shelf.is_as(row, made):
            continue
        gone = shelf.marked(row)
        for item in gone:
            near.update(_neighbours(connection, item.entry.telling))
            forget(connection, item.entry.telling)
        removed += gone
        shelf.remove(row)
        if made is not None:
            added += shelf.put(row, made)
    return added, removed, near - {item.entry.telling for item in removed}


def _tied_anew(
    connection: apsw.Connection, shelf: Shelf, added: Sequence[Marked], removed: Sequence[Marked]
) -> set[int]:
    """Ties what is alike now and unties what no longer meets; returns the tellings that this concerns."""
    meeting = Meeting(connection, lambda telling: marks_as_numbers(shelf.matter(telling)))
    found = meeting.changes(added=added, removed=removed)
    touched: set[int] = set()
    for one, other in found.new:
        score = score_of(shelf.matter(one), shelf.matter(other))
        if score >= TIED:
            connection.execute("insert or replace into claims_ties values (?, ?, ?)", (one, other, score))
            touched |= {one, other}
    for one, other in found.gone:
        connection.execute("delete from claims_ties where one = ? and other = ?", (one, other))
        touched |= {one, other}
    return touched


def _regroup(connection: apsw.Connection, shelf: Shelf, touched: set[int]) -> None:
    """Makes the claims anew in which these tellings are, or were."""
    made = list(judged.of_claims(connection))
    settled = {telling for _, telling in spots(connection, made)}
    whole = _hanging_together(connection, touched)
    if settled.isdisjoint(whole):
        made = []
    else:
        whole |= _hanging_together(connection, settled - whole)
    groups: list[Group] = []
    ties: list[Tied] = []
    for group, pairs in _found(connection, shelf, whole):
        groups.append(group)
        ties += pairs
    if made:
        groups = list(decided(groups, made).groups)
    ids = {ref: telling for telling, ref in refs_of(connection, whole).items()}
    write(connection, whole, groups, ids, ties, matter=shelf.matter)


def _found(connection: apsw.Connection, shelf: Shelf, tellings: set[int]) -> Iterator[tuple[Group, list[Tied]]]:
    """The groups that the comparison makes of these tellings and all that hang together with them, with the ties inside
    each."""
    seen: set[int] = set()
    for telling in sorted(tellings):
        if telling in seen:
            continue
        whole = _hanging_together(connection, (telling,))
        seen |= whole
        yield from _parted(connection, shelf, whole)


def _parted(connection: apsw.Connection, shelf: Shelf, whole: set[int]) -> Iterator[tuple[Group, list[Tied]]]:
    """The same for tellings that all hang together."""
    refs = refs_of(connection, whole)
    if len(whole) == 1:
        yield group_of(refs.values()), []
        return
    places = dict(_with(connection, "select id, place from tellings where id = ?", whole))
    ordered = sorted(whole, key=lambda telling: (places[telling], telling))
    numbers = {telling: number for number, telling in enumerate(ordered)}
    tied = [
        Pair(numbers[one], numbers[other], score)
        for one, other, score in _with(connection, "select one, other, score from claims_ties where one = ?", whole)
    ]
    matters: dict[int, Matter] = {}

    def matter(number: int) -> Matter:
        if number not in matters:
            matters[number] = shelf.matter(ordered[number])
        return matters[number]

    @cache
    def score(one: int, other: int) -> float:
        return score_of(matter(one), matter(other))

    for members, pairs in ties_and_groups(range(len(ordered)), tied, score_of=score):
        group = group_of(refs[ordered[number]] for number in members)
        yield group, [(ordered[one], ordered[other], score) for one, other, score in pairs]


def _hanging_together(connection: apsw.Connection, tellings: Iterable[int]) -> set[int]:
    """The tellings with all that ties lead to from them."""
    whole = set(tellings)
    front = sorted(whole)
    while front:
        found = {other for telling in front for other in _neighbours(connection, telling)}
        front = sorted(found - whole)
        whole |= found
    return whole


def _neighbours(connection: apsw.Connection, telling: int) -> list[int]:
    query = "select other from claims_ties where one = ?1 union select one from claims_ties where other = ?1"
    return [other for (other,) in connection.execute(query, (telling,))]


def refs_of(connection: apsw.Connection, tellings: Iterable[int]) -> dict[int, str]:
    """The refs of tellings, by their numbers."""
    query = """select t.id, d.key || '/' || t.record || '@' || t.start
               from tellings t join documents d on d.id = t.document where t.id = ?"""
    return dict(_with(connection, query, tellings))


def _with(connection: apsw.Connection, query: str, values: Iterable[int]) -> Iterator[Any]:
    """The rows of a query for each of the values."""
    for value in sorted(values):
        yield from connection.execute(query, (value,))
