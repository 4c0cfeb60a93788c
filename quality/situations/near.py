"""What the program shows as perhaps the same: how much of it is right, and what is reached when people accept that."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lagebild.union import Union
from quality.situations.found import Found, FoundClaim
from quality.situations.key import KeyTelling
from quality.situations.meeting import Meeting, claims_of
from quality.situations.pairs import counted, pairs_figures

FIRST = (3, 5)
"""So many of those shown of each claim are looked at."""


class Shown(NamedTuple):
    """How many were shown, and how many of them are right."""

    all: int
    right: int


def near_figures(found: Sequence[Found], tellings: Sequence[KeyTelling], meeting: Meeting) -> dict[str, float]:
    """Of the first three, and five, of each claim that tells one of the key: the share that is of the same claim of the
    key (what tells none is wrong), the F1 of pairs when those that are right are merged, and the share that is
    reached then of the pairs that were wanted and missed before."""
    claims = [claim for one in found for claim in one.claims]
    before = _recall(tellings, meeting, claims)[0]
    figures: dict[str, float] = {}
    for number in FIRST:
        shown, merged = accepted(found, meeting, number)
        recall, f1 = _recall(tellings, meeting, merged)
        figures |= {
            f"near{number}_p": shown.right / shown.all if shown.all else 1.0,
            f"near{number}_reached": (recall - before) / (1 - before) if before < 1 else 1.0,
            f"near{number}_f1": f1,
        }
    return figures


def accepted(found: Iterable[Found], meeting: Meeting, number: int) -> tuple[Shown, list[FoundClaim]]:
    """What is shown first of each claim, and the claims as they are when all that is right of it is merged."""
    every = right = 0
    merged: list[FoundClaim] = []
    for one in found:
        of = {claim.key: label for claim in one.claims if (label := _label(claim, meeting))}
        numbers = {claim.key: number for number, claim in enumerate(one.claims)}
        union = Union()
        for key, others in one.near.items():
            for other in others[:number] if key in of else ():
                every += 1
                if of.get(other) == of[key]:
                    right += 1
                    union.join(numbers[key], numbers[other])
        whole: dict[int, FoundClaim] = {}
        for claim in one.claims:
            root = union.root(numbers[claim.key])
            there = whole.get(root, claim._replace(tellings=()))
            whole[root] = there._replace(tellings=(*there.tellings, *claim.tellings))
        merged += whole.values()
    return Shown(every, right), merged


def _label(claim: FoundClaim, meeting: Meeting) -> str | None:
    """The claim of the key that most of its tellings are of."""
    count = Counter(meeting[telling.ref][0].claim for telling in claim.tellings if telling.ref in meeting)
    return min(count, key=lambda name: (-count[name], name), default=None)


def _recall(tellings: Sequence[KeyTelling], meeting: Meeting, claims: Sequence[FoundClaim]) -> tuple[float, float]:
    """Recall and F1 of pairs."""
    figures = pairs_figures(counted(tellings, claims_of(meeting, claims), meeting, claims))
    return figures["claims_r"], figures["claims_f1"]
