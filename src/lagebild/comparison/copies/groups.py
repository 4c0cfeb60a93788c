"""Why the documents of a group belong together: what ties each to the first, or to one that is tied already."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lagebild.comparison.copies.likeness import Likeness, Relation
from lagebild.comparison.copies.shelf import Key

MERGES = (Relation.COPY, Relation.AGENCY)
"""What makes one origin of two documents; an excerpt does not."""

Compare = Callable[[Key, Key], tuple[Likeness, Relation | None]]


@dataclass(frozen=True, slots=True)
class Tie:
    """`document` is what `relation` says of the document `to`; `likeness` has `document` on its left side."""

    document: str
    to: str
    relation: Relation
    likeness: Likeness


def ties(members: Iterable[str], first: str, compare: "Compare[str]") -> tuple[Tie, ...]:
    """One tie for each member but the first, in the order of the members' keys.

    The same for every order of members. A member that is like the first is tied to it; else to the member that is tied
    most closely to the first, by steps and then by key. One that nothing ties (the words that count have changed
    since) is left out.
    """
    found: dict[str, Tie] = {}
    waiting = sorted(set(members) - {first})
    near = [first]
    while near and waiting:
        next_near: list[str] = []
        for to in near:
            for member in tuple(waiting):
                likeness, relation = compare(member, to)
                if relation in MERGES and relation is not None:
                    found[member] = Tie(member, to, relation, likeness)
                    waiting.remove(member)
                    next_near.append(member)
        near = sorted(next_near)
    return tuple(found[member] for member in sorted(found))
