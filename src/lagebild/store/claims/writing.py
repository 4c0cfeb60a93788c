"""Writing claims: what the comparison made of tellings, in place of what it had made before."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.claims.gather import most_tied
from lagebild.comparison.claims.group import Group
from lagebild.model.claim import Stance

Tied = tuple[int, int, float]
"""Two tellings by their numbers in the base, with the score of their tie."""


class Standing(NamedTuple):
    """Where a telling stands: its place in the order of all, its document and the day of that, and its ref."""

    place: int
    document: int
    day: str | None
    stance: str
    ref: str


def forget(connection: apsw.Connection, tellings: Collection[int]) -> None:
    """Takes away the claims that these tellings are in, which are to be made anew with all that hang together with
    them."""
    given = json.dumps(sorted(tellings))
    query = "select distinct claim from tellings where id in (select value from json_each(?)) and claim is not null"
    keys = json.dumps(sorted(key for (key,) in connection.execute(query, (given,))))
    if keys != "[]":
        connection.execute("delete from claims where key in (select value from json_each(?))", (keys,))
        connection.execute("delete from claims_joins where claim in (select value from json_each(?))", (keys,))
        query = "update tellings set claim = null where id in (select value from json_each(?)) and claim is not null"
        connection.execute(query, (given,))


def write(
    connection: apsw.Connection,
    groups: Sequence[Group],
    standing: Mapping[int, Standing],
    ties: Iterable[Tied],
    *,
    is_whole: Callable[[int], bool],
) -> None:
    """Writes the claims of these tellings, which are all in `groups`, in place of those that they were in; `is_whole`
    tells of those that are not alone whether each is whole."""
    forget(connection, standing)
    ids = {told.ref: telling for telling, told in standing.items()}
    home = {ids[ref]: number for number, group in enumerate(groups) for ref in group.members}
    inside: dict[int, list[Tied]] = {}
    for tie in ties:
        if home[tie[0]] == home[tie[1]]:
            inside.setdefault(home[tie[0]], []).append(tie)
    rows = [
        _row(group, [ids[ref] for ref in group.members], standing, inside.get(number, ()), is_whole)
        for number, group in enumerate(groups)
    ]
    rows.sort()
    query = "update tellings set claim = ? where id = ?"
    connection.executemany(query, ((groups[number].key, telling) for telling, number in sorted(home.items())))
    if rows:
        connection.executemany(f"insert into claims values ({', '.join('?' * len(rows[0]))})", rows)
    connection.executemany(
        "insert into claims_joins values (?, ?, ?, ?, ?)",
        ((group.key, tie.one, tie.other, tie.by, tie.reason) for group in groups for tie in group.joins),
    )


def _row(
    group: Group,
    tellings: Iterable[int],
    standing: Mapping[int, Standing],
    ties: Iterable[Tied],
    is_whole: Callable[[int], bool],
) -> tuple[Any, ...]:
    """The row of a claim."""
    ordered = sorted(tellings, key=lambda telling: (standing[telling].place, telling))
    best = ordered[0]
    if len(ordered) > 1:
        told = [(telling, Stance(standing[telling].stance), is_whole(telling)) for telling in ordered]
        best = most_tied(told, ties)
    days = [day for telling in ordered if (day := standing[telling].day)]
    return (
        group.key, best, standing[ordered[0]].place, len(ordered),
        len({standing[telling].document for telling in ordered}), min(days, default=None), max(days, default=None),
        group.decided,
    )  # fmt: skip
