"""The order of the steps: copies of a run are found by an engine, from the keys of the documents to their groups."""

from collections import Counter

from lagebild.bulk.copies.purpose import FIND
from lagebild.bulk.engine import Engine
from lagebild.bulk.exchange.at import Told
from lagebild.bulk.exchange.stars import rounds
from lagebild.bulk.exchange.stepping import Stepping, Watch, carried_out
from lagebild.bulk.run import Run

_SHARDS_OF_A_PART = 4
_MOST_PARTS = 4_096
_TOLD = ("documents", "repeats", "candidates", "tied", "groups", "members", "crowds")
_UNTIL_TIED = ("keys", "repeats", "samples", "common", "marks", "pairs", "worth", "compare")


def find_copies(run: Run, engine: Engine, *, watch: Watch = lambda step, done, of: None) -> Told:
    """Writes the tables `copies`, `copy_pairs` and `repeats` into the run's folder; returns how many of each there are.

    The run has to be finished. Goes on where it was cut off; what was found before is found anew. Raises UsageError for
    a run that is not finished.
    """
    parts = min(max(run.breadth // _SHARDS_OF_A_PART, 1), _MOST_PARTS)
    return carried_out(run, engine, FIND, _found, parts=parts, watch=watch)


def _found(stepping: Stepping) -> Told:
    counts: Counter[str] = Counter()
    for step in _UNTIL_TIED:
        counts.update(stepping.step(step))
    before = rounds(stepping.step, after="compare")
    for step in ("members", "dates"):
        stepping.step(step, before=before)
    counts.update(stepping.step("groups"))
    return {name: counts[name] for name in _TOLD}
