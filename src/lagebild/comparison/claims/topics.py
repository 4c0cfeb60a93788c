"""Topics: what a report is of, by the words of all its pieces, so that reports of one matter are known by it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import sqrt
from typing import NamedTuple

from lagebild.comparison.claims.drafts import Draft
from lagebild.comparison.claims.matter import SIDE_MARK, heaviest
from lagebild.language.load import Language

# All numbers by how well they tell reports of one small matter (quality/situations) from any two of an archive: 83 in a
# hundred of the first are more alike than 99.3 in a hundred of the second; by recurring words and headlines it was 47.
STATE, SIDE, PLACE, ROW = 0.6, 1.3, 1.2, 0.8
"""What the name of a state, any other name, a place, and a word of the thesaurus (times its own weight) say of it."""
LEAST = 0.35
"""What is more usual says nothing of it."""
RECURRING_LEAST, RECURRING_SIDE = 0.6, 0.8
"""Words that say less recur in any report; what a name says."""
OFTEN = 0.35
"""The power of the number of pieces that have it; what it says by itself counts squared."""
MOST = 60
"""So many names tell what a report is of."""


class Topic(NamedTuple):
    """`names` are those that tell most, each with how much: squares have the sum 1; the most telling first.
    `recurring` are names with the number of pieces that have them, where it is more than one."""

    names: Mapping[str, float]
    recurring: Mapping[str, int]


def topic_of(drafts: Sequence[Draft], language: Language) -> Topic:
    """That of the document whose pieces these are."""
    count: Counter[str] = Counter()
    again: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for draft in drafts:
        sides = draft.sides | draft.grounds
        most = heaviest(draft.concepts, draft.units)
        told = {name: (ROW if name.isupper() else 1) * weight for name, weight in draft.concepts.items()
                if weight >= LEAST and weight == most[draft.units[name]]}  # fmt: skip
        told |= {SIDE_MARK + side: STATE if side in _states(language) else SIDE for side in sides}
        told |= dict.fromkeys(draft.places, PLACE)
        count.update(told.keys())
        weights |= told
        worth = {**draft.concepts, **dict.fromkeys(sides | draft.places, RECURRING_SIDE)}
        again.update(name for name, weight in worth.items() if weight >= RECURRING_LEAST)
    telling = {name: count[name] ** OFTEN * weights[name] ** 2 for name in count}
    names = sorted(telling, key=lambda name: (-round(telling[name], 6), name))[:MOST]
    length = sqrt(sum(telling[name] ** 2 for name in names))
    return Topic(
        {name: round(telling[name] / length, 4) for name in names},
        {name: number for name, number in sorted(again.items()) if number > 1},
    )


@cache
def _states(language: Language) -> frozenset[str]:
    return frozenset(row["code"] for row in language.table("states", key=("code",)))
