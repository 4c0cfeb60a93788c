"""Groups of documents that are one report: who is in them, who was first, and what ties each to the others."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lagebild.comparison.copies.likeness import Likeness, Relation
from lagebild.comparison.copies.precedence import First, Release, first_of

MERGES = (Relation.COPY, Relation.AGENCY)
"""What makes one origin of two documents; an excerpt does not."""

Compare = Callable[[str, str], tuple[Likeness, Relation | None]]
"""Asked for two documents by their keys."""


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a group. `agencies` are those that it credits; `by_agency` says that one of them brought it out
    itself; `superseded` that a newer version took its place."""

    key: str
    date: datetime.date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    agencies: tuple[str, ...] = ()
    by_agency: bool = False
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """`document` is what `relation` says of the document `to`; `likeness` has `document` on its left side."""

    document: str
    to: str
    relation: Relation
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`document` stands almost whole in `within`, which has much beside; `likeness` has `document` on its left side."""

    document: str
    within: str
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Group:
    """One report in several documents. `key` is that of the first (of several that may have been first, the smallest).

    `members` come by day (those without one last) and key; `ties` has one for each member but the one named by `key`.
    """

    key: str
    first: First
    members: tuple[Member, ...]
    ties: tuple[Tie, ...]


def group_of(members: Sequence[Member], compare: Compare) -> Group:
    """The group of at least one member; the same for every order of them."""
    first = _first(members)
    ordered = sorted(members, key=lambda member: (member.date or datetime.date.max, member.key))
    tied = ties([member.key for member in members], first.keys[0], compare)
    return Group(first.keys[0], first, tuple(ordered), tied)


def origin_key(members: Iterable[Member]) -> str:
    """The key by which a group goes."""
    return _first(members).keys[0]


def ties(members: Iterable[str], first: str, compare: Compare) -> tuple[Tie, ...]:
    """One tie for each member but the first, in the order of the members' keys.

    A member that is like the first is tied to it; else to the member that is tied most closely to the first, by steps
    and then by key. One that nothing ties any more (other words of it count since) is left out.
    """
    found: dict[str, Tie] = {}
    waiting = sorted(set(members) - {first})
    near = [first]
    while near and waiting:
        nearer: list[str] = []
        for to in near:
            for member in tuple(waiting):
                likeness, relation = compare(member, to)
                if relation is not None and relation in MERGES:
                    found[member] = Tie(member, to, relation, likeness)
                    waiting.remove(member)
                    nearer.append(member)
        near = sorted(nearer)
    return tuple(found[member] for member in sorted(found))


def _first(members: Iterable[Member]) -> First:
    return first_of(Release(member.key, member.date, member.by_agency) for member in members)
