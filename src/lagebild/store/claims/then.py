"""Then: the claims of a base with only what had been published by a day, as if it held nothing else."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple

import apsw

from lagebild.comparison.claims.decided import decided
from lagebild.comparison.claims.group import Group
from lagebild.store import judgements as judged
from lagebild.store.claims.comparing import found, standing_of
from lagebild.store.claims.deciding import spots
from lagebild.store.claims.grouping import grouped
from lagebild.store.claims.shelf import Shelf, behind
from lagebild.store.claims.writing import Standing


class Was(NamedTuple):
    """A claim as it was, with its tellings by their numbers, in order."""

    group: Group
    tellings: list[int]


@dataclass(frozen=True, slots=True)
class Then:
    """What is otherwise than today: `claims` by key, `standing` of their tellings, and the keys of today's claims in
    which these are (`gone`). All others whose tellings had all been published are as they are today."""

    claims: Mapping[str, Was] = field(default_factory=dict)
    standing: Mapping[int, Standing] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()


def as_known(connection: apsw.Connection, day: date, *, inside: Collection[int] | None = None) -> Then:
    """The claims that something published later, or undated, has a part in, without that; with `inside` at least those
    that one of these documents tells.

    Tellings are in the order of their days, and only near ones of a block are compared: so whatever two tellings have
    to be compared today had to be then, and the ties between what had been published are those of then.
    """
    bound = behind(day)
    made = list(judged.of_claims(connection))
    touched = _parted(connection, bound, inside)
    if made:
        touched |= {telling for _, telling in spots(connection, made)}
        touched |= set(_ids(connection, "select t.id from tellings t join claims c on c.key = t.claim where c.decided"))
    whole = _together(connection, _published(connection, touched, bound), bound)
    standing = standing_of(connection, whole)
    groups = [group for group, _, _ in found(connection, standing, partial(grouped, matter=Shelf(connection).matter))]
    ids = {told.ref: telling for telling, told in standing.items()}
    was: dict[str, Was] = {}
    for group in decided(groups, made).groups if made else groups:
        members = sorted((ids[ref] for ref in group.members), key=lambda telling: (standing[telling].place, telling))
        was[group.key] = Was(group, members)
    query = "select distinct claim from tellings where id in (select value from json_each(?))"
    gone = (key for (key,) in connection.execute(query, (json.dumps(sorted(whole)),)))
    return Then(was, standing, frozenset(gone))


def _parted(connection: apsw.Connection, bound: int, inside: Collection[int] | None) -> set[int]:
    """The tellings that are tied to later ones; with `inside` those that hang together with what these documents
    tell."""
    query = """select distinct t.one from claims_ties t
               join tellings a on a.id = t.one join tellings b on b.id = t.other
               where a.place < ?1 and b.place >= ?1"""
    if inside is None:
        return set(_ids(connection, query, bound))
    told = "select id from tellings where place < ?1 and document in (select value from json_each(?2))"
    whole = _together(connection, _ids(connection, told, bound, json.dumps(sorted(inside))), bound)
    near = f"{query} and t.one in (select value from json_each(?2))"
    return set(_ids(connection, near, bound, json.dumps(sorted(whole))))


def _published(connection: apsw.Connection, tellings: Iterable[int], bound: int) -> list[int]:
    query = "select id from tellings where place < ?1 and id in (select value from json_each(?2))"
    return _ids(connection, query, bound, json.dumps(sorted(tellings)))


def _together(connection: apsw.Connection, tellings: Iterable[int], bound: int) -> set[int]:
    """The tellings with all that ties between what had been published lead to from them."""
    query = """with recursive whole (id) as (
                   select value from json_each(?2)
                   union select t.other from whole w join claims_ties t on t.one = w.id
                                        join tellings b on b.id = t.other where b.place < ?1
                   union select t.one from whole w join claims_ties t on t.other = w.id
               ) select id from whole"""
    return set(_ids(connection, query, bound, json.dumps(sorted(tellings))))


def _ids(connection: apsw.Connection, query: str, *values: object) -> list[int]:
    return [telling for (telling,) in connection.execute(query, values)]
