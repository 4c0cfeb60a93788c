"""Clusters: things that are told in several places made one, whatever the order in which they come."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from lagebild.union import Union

Thing = TypeVar("Thing")


def clustered(things: Sequence[Thing], alike: Callable[[Thing, Thing], bool]) -> list[list[Thing]]:
    """Groups in which each thing is like at least one other; in the order of their first things."""
    union = Union()
    for number, thing in enumerate(things):
        for other in range(number):
            if union.root(number) != union.root(other) and alike(things[other], thing):
                union.join(number, other)
    groups: dict[int, list[Thing]] = {}
    for number, thing in enumerate(things):
        groups.setdefault(union.root(number), []).append(thing)
    return list(groups.values())


def blocked(things: Iterable[Thing], block: Callable[[Thing], Hashable]) -> list[list[Thing]]:
    """The things by what they have in common, each block in the order of its first thing."""
    blocks: dict[Hashable, list[Thing]] = {}
    for thing in things:
        blocks.setdefault(block(thing), []).append(thing)
    return list(blocks.values())
