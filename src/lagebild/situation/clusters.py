"""Clusters: things that are told in several places made one, whatever the order in which they come."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def clustered(things: Sequence[Thing], alike: Callable[[Thing, Thing], bool]) -> list[list[Thing]]:
    """Groups in which each thing is like at least one other; in the order of their first things."""
    parent = list(range(len(things)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for number, thing in enumerate(things):
        for other in range(number):
            one, two = root(number), root(other)
            if one != two and alike(things[other], thing):
                parent[max(one, two)] = min(one, two)
    groups: dict[int, list[Thing]] = {}
    for number, thing in enumerate(things):
        groups.setdefault(root(number), []).append(thing)
    return list(groups.values())


def blocked(things: Iterable[Thing], block: Callable[[Thing], Hashable]) -> list[list[Thing]]:
    """The things by what they have in common, each block in the order of its first thing."""
    blocks: dict[Hashable, list[Thing]] = {}
    for thing in things:
        blocks.setdefault(block(thing), []).append(thing)
    return list(blocks.values())
