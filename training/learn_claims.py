"""Learns what signs say of two tellings, and writes comparison/claims/signs.tsv.

    python -m training.learn_claims               # figures with each matter left out in turn, then the weights of all
    python -m training.learn_claims --dry-run     # only the figures

Learned from the answer keys that may be read (quality/situations): the first matter of the demonstration and the open
small ones. The held ones are never read.

Tried with each matter left out, before what points back had the features of what it means, and no better than the few
weights that are kept (average precision of pairs 0.49 on the small matters, 0.56 on the first):

- Trees in place of weights (150 small ones): 0.48 and 0.51. Products of signs (same deed and thing, deed and side): the
  same as without.
- Contrast: how much likelier a pair is than the best other that either telling has in the other's report, whether both
  are each other's best, whether their neighbours are alike, whether a third telling is likely one with both: 0.50 and
  0.54. It seemed to give 0.55 and 0.71 until the likelihoods that it learned from were made without the matter that it
  was measured on: whoever stacks models here has to leave out both.
- How many other tellings of the base near by have a word: 0.50 and 0.57, but then each report that is added changes the
  scores of others. Kind of event, actor, recipient, place in the report, whether somebody speaks in both: within 0.006.
- Pairs without a word in common, of which the keys make one in three: no more are found at any precision. A number
  alone in common ("347 of them"): two pairs more, and none since what points back goes where that goes which it means.
- More weight or less for the first matter, for pairs across matters, or drawing weights to nothing: the same.
- How near the fields are of which the words of either are (rows of same_matter that stand near each other): 0.2651 for
  0.2645. In one matter all claims are of one field.
- More words: 858 rows of 5,060 nouns and 6,200 phrases more, written without sight of any report here: no set of pairs
  gained a hundredth, and what was joined was less often right (by 0.02 to 0.05 with the nouns).
- Verbs that tell nothing without their noun ("vornehmen") as no words at all: the same.
- Preparing as no deed at all, but a way of what is prepared: tellings by "Truppen vorbereiten" alone lost their deed.
- That a count of other people than those told before ("50 Helfer") takes up nothing: pairs of the open ones P 0.857
  for 0.853, but one claim fewer with the right origins, and relations 0.29 for 0.30.
- Merging whole groups by the average of all pairs, once ties have joined them: joins next to nothing among what ties
  hold together. Twice as many pairs compared: 0.21 F1 of pairs for 0.20, at less precision.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import numpy as np

import lagebild
from lagebild.comparison.claims.alike import is_verbatim, score_of, takes_up
from lagebild.comparison.claims.blocks import candidates, marks_of
from lagebild.comparison.claims.gather import groups_of
from lagebild.comparison.claims.joining import TIED, Pair
from lagebild.comparison.claims.signs import ALWAYS, has_signs, signs_of
from lagebild.comparison.claims.tellings import Told, told_in
from lagebild.language.load import Language
from lagebild.model.holding import Holding
from lagebild.store.selection import Selection
from quality.situations.found import FoundClaim, FoundTelling
from quality.situations.key import DEVELOPMENT, KeyTelling, folder, key, matters
from quality.situations.meeting import claims_of, met
from quality.situations.pairs import counted, pairs_figures

OUT = Path(__file__).resolve().parent.parent / "src/lagebild/comparison/claims/signs.tsv"
LANGUAGE = Language("de")
STRAY = 0.25
"""What a pair counts of which one telling is of no claim of the key: it may well be told of, and was not marked."""
RIGHT = 1.5
"""What a right pair counts, divided by the root of the number of tellings of its claim: no large one decides."""
WHOLE = 600.0
"""What all pairs of a matter count together, so that the large one does not decide either."""
HELD_BACK = 2.0
"""How strongly weights are drawn to nothing (L2)."""
LARGE, THINNED = 300, 5
"""Of a matter of more tellings only one wrong pair of so many is learned from, and counts for all."""
FIRST = 6.0
"""How much more the first matter counts than a small one: it has as many tellings as six."""
ACROSS, SPREAD = 2.0, 23
"""What all pairs of tellings of different matters count, in matters, and one of how many is learned from."""
STEPS = 25
HEAD = """\
# What each sign says of two tellings, in log-odds: learned by training/learn_claims.py from open matters.
"""


class Taught(NamedTuple):
    """What one matter's reports tell, in order, with the claim of the key that each telling is of, None for none."""

    name: str
    told: list[Told]
    ids: dict[str, str]
    tellings: tuple[KeyTelling, ...]
    claims: list[str | None]


class Examples(NamedTuple):
    """Pairs: their signs, whether they are of one claim, and what each counts; what all together are worth."""

    signs: list[dict[str, float]]
    right: list[bool]
    counts: list[float]
    worth: float


def main() -> int:
    """Prints figures with each matter left out, and writes the weights of all."""
    parser = argparse.ArgumentParser(prog="python -m training.learn_claims", description=__doc__.splitlines()[0])
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    options = parser.parse_args()
    taught = [taught_by(name) for name in (DEVELOPMENT, *matters())]
    examples = {one.name: examples_of(one) for one in taught}
    for one in taught:
        left = [other for other in taught if other.name != one.name]
        others = [*(examples[other.name] for other in left), across(left)]
        print(one.name, " ".join(f"{name} {value:.3f}" for name, value in figures(one, learned(others)).items()))
    if not options.dry_run:
        OUT.write_text(HEAD + written(learned([*examples.values(), across(taught)])), "utf-8")
    return 0


def taught_by(name: str) -> Taught:
    """The reports of a matter, read into a base of their own."""
    with tempfile.TemporaryDirectory() as place, lagebild.open(Path(place) / "taught.db") as base:
        base.add(folder(name))
        return taught_from(name, list(base.store.holdings(Selection())), key(name).tellings)


def taught_from(name: str, holdings: Iterable[Holding], tellings: tuple[KeyTelling, ...]) -> Taught:
    """The same of documents that have been read."""
    kept = {item.key: item for item in holdings}
    ids = {key: item.findings.document.id for key, item in kept.items()}
    told = {item.telling.ref: item for holding in kept.values() for item in told_in(holding, LANGUAGE)}
    ordered = sorted(told.values(), key=lambda item: item.matter.place)
    meeting = met(tellings, _found(ordered, [[number] for number in range(len(ordered))], ids))
    claims = [meeting[item.telling.ref][0].claim if item.telling.ref in meeting else None for item in ordered]
    return Taught(name, ordered, ids, tellings, claims)


def examples_of(taught: Taught) -> Examples:
    """All pairs with a word in common that no rule decides, of which at least one telling is of the key. What takes up
    another telling has that one's signs, and teaches nothing."""
    reports = {one.place.report for one in taught.tellings}
    size = Counter(taught.claims)
    found = Examples([], [], [], FIRST if len(taught.tellings) > LARGE else 1.0)
    inside = [
        number for number, item in enumerate(taught.told)
        if taught.ids[item.telling.document] in reports and item.matter.means is None
    ]  # fmt: skip
    thin = THINNED if len(taught.tellings) > LARGE else 1
    for one, other in combinations(inside, 2):
        ours, theirs = taught.claims[one], taught.claims[other]
        left, right = taught.told[one].matter, taught.told[other].matter
        if (ours is None and theirs is None) or is_verbatim(left, right) or takes_up(left, right):
            continue
        if not has_signs(left, right):
            continue
        same = ours is not None and ours == theirs
        if not same and (one + other) % thin:
            continue
        found.signs.append({sign.name: sign.value for sign in signs_of(left, right)})
        found.right.append(same)
        stray = ours is None or theirs is None
        found.counts.append(STRAY if stray else RIGHT / size[ours] ** 0.5 if same else 1.0)
        if not same:
            found.counts[-1] *= thin
    return found


def across(taught: Sequence[Taught]) -> Examples:
    """Tellings of different matters, as if they had come out on one day: never of one claim, whatever words they have
    in common. So it is learned what it says that reports are alike."""
    found = Examples([], [], [], ACROSS)
    for here, there in combinations(taught, 2):
        for at, (ours, theirs) in enumerate(product(here.told, there.told)):
            if at % SPREAD or not has_signs(ours.matter, theirs.matter):
                continue
            same_day = replace(theirs.matter, day=ours.matter.day, first_day=None, last_day=None)
            found.signs.append({sign.name: sign.value for sign in signs_of(ours.matter, same_day)})
            found.right.append(False)
            found.counts.append(1.0)
    return found


def learned(taught: Iterable[Examples]) -> dict[str, float]:
    """The weights of a logistic regression over all, each matter counting the same."""
    parts = list(taught)
    names = sorted({name for part in parts for signs in part.signs for name in signs})
    at = {name: number for number, name in enumerate(names)}
    rows = sum(len(part.right) for part in parts)
    table = np.zeros((rows, len(names) + 1))
    table[:, -1] = 1.0
    for row, signs in enumerate(signs for part in parts for signs in part.signs):
        for name, value in signs.items():
            table[row, at[name]] = value
    right = np.array([same for part in parts for same in part.right], float)
    counts = np.array(
        [count * part.worth * WHOLE / sum(part.counts) for part in parts for count in part.counts]
    )  # fmt: skip
    found = _solved(table, right, counts)
    return {name: round(float(weight), 3) for name, weight in zip([*names, ALWAYS], found, strict=True)}


def _solved(table: "np.ndarray", right: "np.ndarray", counts: "np.ndarray") -> "np.ndarray":
    """Newton's steps to the weights that explain most."""
    weights = np.zeros(table.shape[1])
    drawn = np.full(table.shape[1], HELD_BACK)
    drawn[-1] = 1e-3
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (likely - right)) + drawn * weights
        bend = (table * (counts * likely * (1 - likely))[:, None]).T @ table + np.diag(drawn)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def figures(taught: Taught, weights: dict[str, float]) -> dict[str, float]:
    """What the comparison says of a matter with these weights, against its key."""
    compared = [item.matter for item in taught.told]
    pairs = [
        Pair(one, other, score_of(compared[one], compared[other], weights))
        for one, other in candidates(map(marks_of, compared))
    ]  # fmt: skip
    tied = [pair for pair in pairs if pair.score >= TIED]
    groups = groups_of(range(len(compared)), tied, compared.__getitem__, weights)
    claims = _found(taught.told, groups, taught.ids)
    meeting = met(taught.tellings, claims)
    standing = claims_of(meeting, claims)
    return {
        "met": len(standing) / len(taught.tellings),
        **pairs_figures(counted(taught.tellings, standing, meeting, claims)),
    }


def _found(told: Sequence[Told], groups: Iterable[Sequence[int]], ids: dict[str, str]) -> list[FoundClaim]:
    found = []
    for number, group in enumerate(groups):
        name = f"g{number}"
        items = (told[one].telling for one in group)
        tellings = tuple(
            FoundTelling(name, item.ref, ids[item.document], item.spans, item.words, (), item.day) for item in items
        )
        found.append(FoundClaim(name, "", tellings, (), None, ()))
    return found


def written(weights: dict[str, float]) -> str:
    """As lines of a table, those that say most first."""
    ordered = sorted(weights, key=lambda name: (-abs(weights[name]), name))
    return "".join(f"{name}\t{weights[name]:g}\n" for name in ordered if weights[name])


if __name__ == "__main__":
    sys.exit(main())
