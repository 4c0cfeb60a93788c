"""Joining: tied tellings become claims, as far as all that come together fit each other."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, product
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")
TIED = 0.66
"""From this score on a pair is tied."""
FITTING = 0.5
"""What two groups that are joined have to reach on average over their members: ties alone would glue a whole situation
together link by link."""
CERTAIN = 1.0
"""The score of copies, which belong together whatever else they have come together with."""
CLASH, CLASHING = 0.42, 0.25
"""Below this score two tellings contradict each other; no more of the pairs may, lest one that fits both joins two."""
EXACT = 1e-6
"""Sums that are nearer each other may come out either way."""
SPOKESMEN = 8
"""So many members speak for a group when groups are compared."""


class Pair(NamedTuple):
    """Two tellings by their place in the order of all, with the score of their tie."""

    one: int
    other: int
    score: float


def joined(
    pairs: Iterable[Pair], compare: Callable[[int, int], float], says_it: Callable[[int], bool] = lambda number: True
) -> list[list[int]]:
    """Groups of at least two, each in order, by their first. The surest pairs come first; where two groups meet, their
    spokesmen have to fit each other on average (`compare`), else they stay apart. What only points back and does not
    say its matter itself (`says_it`) speaks for a group where nothing else does."""
    ordered = sorted(pairs, key=lambda pair: (-pair.score, pair.one, pair.other))
    groups: dict[int, list[int]] = {}
    home: dict[int, int] = {}
    apart: dict[tuple[int, int], tuple[int, int]] = {}  # groups that do not fit as long as they are of that size
    for pair in ordered:
        left, right = sorted((home.get(pair.one, pair.one), home.get(pair.other, pair.other)))
        if left == right:
            continue
        these, those = groups.get(left, [left]), groups.get(right, [right])
        if len(these) + len(those) > 2 and pair.score < CERTAIN:
            size = len(these), len(those)
            if apart.get((left, right)) == size:
                continue
            if not _fit(_spokesmen(these, says_it), _spokesmen(those, says_it), compare):
                apart[left, right] = size
                continue
        groups[left] = sorted(these + those)
        groups.pop(right, None)
        home.update(dict.fromkeys(groups[left], left))
    return sorted(groups.values())


def _fit(these: Sequence[int], those: Sequence[int], compare: Callable[[int, int], float]) -> bool:
    """Compares no more of them than it takes to see that too many contradict each other, or how the average comes
    out."""
    pairs = list(product(these, those))
    allowed, wanted = CLASHING * len(pairs), FITTING * len(pairs)
    whole, clashes = 0.0, 0
    for left, (one, other) in zip(reversed(range(len(pairs))), pairs, strict=True):
        score = compare(one, other)
        whole += score
        clashes += score < CLASH
        if clashes > allowed or whole + left < wanted - EXACT:
            return False
        if whole > wanted + EXACT and clashes + left <= allowed:
            return True
    return whole / len(pairs) >= FITTING


def _spokesmen(group: Sequence[int], says_it: Callable[[int], bool]) -> Sequence[int]:
    """Some of a group: the first that says its matter itself of each of as many stretches of its order."""
    starts = evenly(range(len(group)), SPOKESMEN)
    firsts = (next(filter(says_it, group[start:end]), None) for start, end in pairwise([*starts, len(group)]))
    return [first for first in firsts if first is not None] or [group[start] for start in starts]


def evenly(items: Sequence[Item], number: int) -> list[Item]:
    """So many of them at most, evenly over their order."""
    step = max(1.0, len(items) / number)
    return [items[int(at * step)] for at in range(min(len(items), number))]
