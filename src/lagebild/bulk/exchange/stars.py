"""Stars: who hangs together, however far, in rounds of "large star" and "small star" (Kiveris et al. 2014).

Nobody holds all that hangs together; every number ends at the smallest that it hangs together with.
"""

from collections.abc import Callable, Iterator
from itertools import groupby

import numpy as np

from lagebild.bulk.exchange.at import At, Told
from lagebild.bulk.exchange.shuffle import part_of

STARS = "stars"
Stepped = Callable[..., Told]


def round_of_stars(at: At) -> Told:
    """The step `stars`: one round, on the rows (number, neighbour) of the step before, which has each pair in both
    directions."""
    rows = np.unique(at.taken(at.before, width=2), axis=0)
    large = not at.before.startswith(STARS) or at.before.endswith("small")
    given: list[tuple[int, int]] = []
    for number, group in groupby(rows.tolist(), key=lambda row: row[0]):
        near = [row[1] for row in group]
        smallest = min(number, *near)
        moved = [other for other in near if (other > number) == large]
        moved += [] if large else [number]
        for other in moved:
            if other != smallest:
                given += [(other, smallest), (smallest, other)]
    found = np.unique(np.array(given, dtype=np.int64).reshape(-1, 2), axis=0)
    at.give(found, part_of(found[:, 0], at.parts))
    # Sums over all parts stay the same from one pair of rounds to the next when nothing moves any more.
    with np.errstate(over="ignore"):
        mixed = (rows[:, 0].astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) ^ rows[:, 1].astype(np.uint64)
        mixed = mixed * np.uint64(0xD1B54A32D192ED03)
        return {"rows": len(rows), "mixed": int(np.bitwise_xor.reduce(mixed)) if len(rows) else 0}


def rounds(stepped: Stepped, *, after: str) -> str:
    """Rounds until nothing moves; returns the step where the rows of the last one lie."""
    *_, last = _rounds(stepped, after)
    return last


def members(at: At) -> Told:
    """The step `members`: (number, the smallest that it hangs together with) back to the shards."""
    rows = at.taken(at.before, width=2)
    told = [
        (number, min(number, *(row[1] for row in group)))
        for number, group in groupby(rows.tolist(), key=lambda row: row[0])
    ]
    found = np.array(told, dtype=np.int64).reshape(-1, 2)
    at.give(found, at.home(found[:, 0]))
    return {"members": len(told)}


def _rounds(stepped: Stepped, before: str) -> Iterator[str]:
    sums: list[tuple[int, int]] = []
    number = 0
    while True:
        name = f"-{number:03}-{'small' if number % 2 else 'large'}"
        told = stepped(STARS, before=before, round=name)
        sums.append((told["rows"], told["mixed"]))
        before = f"{STARS}{name}"
        yield before
        if not told["rows"] or (number % 2 == 1 and len(sums) > 2 and sums[-1] == sums[-3]):
            return
        number += 1
