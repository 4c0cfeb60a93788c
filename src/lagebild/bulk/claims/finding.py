"""The order of the steps: claims of a run are found by an engine, from what each document tells to what all tell."""

from collections import Counter

from lagebild.bulk.claims.purpose import FIND
from lagebild.bulk.copies.finding import find_copies
from lagebild.bulk.copies.purpose import FIND as COPIES
from lagebild.bulk.engine import Engine
from lagebild.bulk.exchange.at import Told
from lagebild.bulk.exchange.stars import rounds
from lagebild.bulk.exchange.stepping import Stepping, Watch, carried_out
from lagebild.bulk.run import Run
from lagebild.version import VERSION

_PARTS_OF_A_SHARD = 2
_MOST_PARTS = 4_096
_TOLD = (
    "documents", "repeats", "tellings", "broken", "candidates", "ties", "claims", "joined", "origins", "relations",
    "cut",
)  # fmt: skip
_UNTIL_TIED = (
    "keys", "repeats", "copied", "sight", "identify", "tell", "agree", "bodies", "meet", "once", "compare",
)  # fmt: skip


def find_claims(run: Run, engine: Engine, *, watch: Watch = lambda step, done, of: None) -> Told:
    """Writes the tables of `claims.tables` into the run's folder; returns how many of each there are.

    The run has to be finished. Copies are looked for first where nobody has: a copy is nobody's own word. Goes on where
    it was cut off; what was found before is found anew. Raises UsageError for a run that is not finished.
    """
    copies = COPIES.found_in(run.folder)
    if run.folder.manifest.exists() and (copies is None or copies["version"] != VERSION):
        find_copies(run, engine, watch=watch)
    parts = min(max(run.breadth * _PARTS_OF_A_SHARD, 1), _MOST_PARTS)
    return carried_out(run, engine, FIND, _found, parts=parts, watch=watch)


def _found(stepping: Stepping) -> Told:
    counts: Counter[str] = Counter()
    for step in _UNTIL_TIED:
        counts.update(stepping.step(step))
    before = rounds(stepping.step, after="compare")
    stepping.step("members", before=before)
    for step in ("gather", "join", "write"):
        counts.update(stepping.step(step))
    return {name: counts[name] for name in _TOLD}
