"""Writing claims: what the comparison made of tellings, in place of what it had made before."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import apsw

from lagebild.comparison.claims.gather import is_whole, most_tied
from lagebild.comparison.claims.group import Group
from lagebild.comparison.claims.matter import Matter
from lagebild.model.claim import Stance

Tied = tuple[int, int, float]
"""Two tellings by their numbers in the base, with the score of their tie."""


def forget(connection: apsw.Connection, telling: int) -> None:
    """Takes away the claim that a telling is in, which is to be made anew with all that hang together with it."""
    rows: list[Any] = connection.execute("select claim from tellings where id = ?", (telling,)).fetchall()
    for (key,) in rows:
        if key is not None:
            connection.execute("delete from claims where key = ?", (key,))
            connection.execute("delete from claims_joins where claim = ?", (key,))
    connection.execute("update tellings set claim = null where id = ?", (telling,))


def write(
    connection: apsw.Connection,
    tellings: Iterable[int],
    groups: Sequence[Group],
    ids: Mapping[str, int],
    ties: Iterable[Tied],
    *,
    matter: Callable[[int], Matter],
) -> None:
    """Writes the claims of these tellings in place of all that they were in; `ids` has their numbers by refs, `matter`
    tells what is compared of each."""
    for telling in sorted(tellings):
        forget(connection, telling)
    home = {ids[ref]: number for number, group in enumerate(groups) for ref in group.members}
    inside: dict[int, list[Tied]] = {}
    for tie in ties:
        if home[tie[0]] == home[tie[1]]:
            inside.setdefault(home[tie[0]], []).append(tie)
    for number, group in enumerate(groups):
        _write_one(connection, group, [ids[ref] for ref in group.members], inside.get(number, ()), matter)


def _write_one(
    connection: apsw.Connection,
    group: Group,
    tellings: Iterable[int],
    ties: Iterable[Tied],
    matter: Callable[[int], Matter],
) -> None:
    query = """select t.place, t.id, t.stance, t.document, d.day
               from tellings t join documents d on d.id = t.document where t.id = ?"""
    rows: list[Any] = sorted(row for telling in tellings for row in connection.execute(query, (telling,)))
    connection.executemany("update tellings set claim = ? where id = ?", ((group.key, row[1]) for row in rows))
    best = most_tied([(row[1], Stance(row[2]), is_whole(matter(row[1]))) for row in rows], ties)
    days = sorted(row[4] for row in rows if row[4])
    values = (
        group.key, best, rows[0][0], len(rows), len({row[3] for row in rows}), days[0] if days else None,
        days[-1] if days else None, group.decided,
    )  # fmt: skip
    connection.execute(f"insert into claims values ({', '.join('?' * len(values))})", values)
    connection.executemany(
        "insert into claims_joins values (?, ?, ?, ?, ?)",
        ((group.key, tie.one, tie.other, tie.by, tie.reason) for tie in group.joins),
    )
