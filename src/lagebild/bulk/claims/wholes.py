"""Wholes: tellings that hang together by ties, parted into claims as a knowledge base parts them."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from lagebild.comparison.claims.gather import most_tied, ties_and_groups
from lagebild.comparison.claims.joining import Pair
from lagebild.comparison.claims.matter import Matter
from lagebild.model.claim import Stance

LARGEST = 50_000
"""More tellings that hang together are parted by the days on which they came out before they are looked at: what it
takes grows faster than their number."""


class Member(NamedTuple):
    """A telling by its number, where it stands in the order of all, and whether it says by itself what it is of."""

    telling: int
    place: int
    stance: Stance
    is_whole: bool


class Tied(NamedTuple):
    """Two tellings by their numbers, the first in the order of all first."""

    one: int
    other: int
    score: float


class Hanging(NamedTuple):
    """All that hangs together, and by what."""

    members: tuple[Member, ...]
    ties: tuple[Tied, ...]


class Claimed(NamedTuple):
    """A claim: its members in their order, the ties between them, and the telling that stands for all."""

    members: tuple[Member, ...]
    ties: tuple[Tied, ...]
    glossed: int


class Parted(NamedTuple):
    """The claims that are told at least twice; `cut` tells of how many tellings too many hung together."""

    claims: list[Claimed]
    cut: int


def claims_in(hanging: Hanging, matter: Callable[[int], Matter]) -> Parted:
    """The claims of tellings that hang together."""
    found: list[Claimed] = []
    cut = len(hanging.members) if len(hanging.members) > LARGEST else 0
    for part in _stretches(hanging):
        found += _claims(part, matter)
    return Parted(found, cut)


def _stretches(hanging: Hanging) -> Iterator[Hanging]:
    """It as it is; where it is too large, stretches of its order that are not."""
    ordered = sorted(hanging.members, key=lambda member: (member.place, member.telling))
    if len(ordered) <= LARGEST:
        yield Hanging(tuple(ordered), hanging.ties)
        return
    home = {member.telling: number // LARGEST for number, member in enumerate(ordered)}
    ties = sorted(
        (tie for tie in hanging.ties if home[tie.one] == home[tie.other]), key=lambda tie: (home[tie.one], tie)
    )
    inside = {stretch: tuple(group) for stretch, group in groupby(ties, key=lambda tie: home[tie.one])}
    for stretch, start in enumerate(range(0, len(ordered), LARGEST)):
        yield Hanging(tuple(ordered[start : start + LARGEST]), inside.get(stretch, ()))


def _claims(hanging: Hanging, matter: Callable[[int], Matter]) -> Iterator[Claimed]:
    members = hanging.members
    numbers = {member.telling: number for number, member in enumerate(members)}
    tied = sorted(Pair(numbers[tie.one], numbers[tie.other], tie.score) for tie in hanging.ties)

    for group, pairs in ties_and_groups(range(len(members)), tied, lambda number: matter(members[number].telling)):
        if len(group) < 2:
            continue
        inside = tuple(members[number] for number in group)
        ties = tuple(Tied(members[one].telling, members[other].telling, value) for one, other, value in pairs)
        standing = [(member.telling, member.stance, member.is_whole) for member in inside]
        yield Claimed(inside, ties, most_tied(standing, ties))
