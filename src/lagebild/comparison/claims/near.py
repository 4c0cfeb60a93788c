"""Near: which other claims may be the same as one, though it is not sure enough to make them one."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lagebild.comparison.claims.alike import OF_NOTHING_COMMON, score_of
from lagebild.comparison.claims.joining import SPOKESMEN, evenly
from lagebild.comparison.claims.matter import Matter, summed
from lagebild.comparison.claims.signs import has_signs, likelihood, reports_alike

# Both by the open small matters, each with weights that were learned from the others (docs/claims.md).
NEAR = 0.12
"""From what likelihood on two claims may be one: about one pair in four from here on is."""
BESIDE_THE_BEST = 0.4
"""What has less than so much of the likelihood of the best of a claim is not worth reading beside it."""
MOST = 5
"""So many are told of a claim."""


class Nearest(NamedTuple):
    """Another claim, by its key: how likely it is the same by the two tellings that are most alike (`one` of this claim
    and `other` of that), and on average over all that were compared."""

    key: str
    score: float
    average: float
    one: Matter
    other: Matter


def nearest(own: Sequence[Matter], others: Mapping[str, Sequence[Matter]], *, most: int = MOST) -> list[Nearest]:
    """The claims most likely the same as one with these tellings, the likeliest first; `others` are the tellings of
    other claims by their keys. The same in whatever order they come."""
    spokesmen = evenly(_in_order(own), SPOKESMEN)
    alike: dict[tuple[str, str], float] = {}

    def likely(one: Matter, other: Matter) -> float:
        """Not at all where the comparison finds nothing that they have in common."""
        reports = one.document, other.document
        if reports not in alike:
            alike[reports] = reports_alike(one, other)
        near = alike[reports]
        if near < OF_NOTHING_COMMON or not has_signs(one, other):
            return 0.0
        found = likelihood(one, other, near=near)
        return found if found < NEAR or score_of(one, other) else 0.0

    found = (_nearest(key, spokesmen, _in_order(tellings), likely) for key, tellings in others.items())
    ordered = sorted(filter(None, found), key=lambda item: (-item.score, -item.average, item.key))
    return [item for item in ordered[:most] if item.score >= BESIDE_THE_BEST * ordered[0].score]


def _in_order(items: Sequence[Matter]) -> list[Matter]:
    return sorted(items, key=lambda item: item.place)


def _nearest(
    key: str, own: Sequence[Matter], theirs: Sequence[Matter], likely: Callable[[Matter, Matter], float]
) -> Nearest | None:
    """The two tellings that are most alike; None where that is not enough."""
    scored = [(likely(one, other), one, other) for one in own for other in theirs]
    if not scored:
        return None
    score, one, other = max(scored, key=lambda item: item[0])
    average = summed(item[0] for item in scored) / len(scored)
    return Nearest(key, round(score, 3), round(average, 3), one, other) if score >= NEAR else None
