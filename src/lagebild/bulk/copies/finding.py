"""The order of the steps: copies of a run are found by an engine, from the keys of the documents to their groups."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

from lagebild.bulk.carrying import alone
from lagebild.bulk.copies.tables import forget, sums_of
from lagebild.bulk.engine import Engine
from lagebild.bulk.hands import Hands
from lagebild.bulk.jobs import Job
from lagebild.bulk.places import put, writing
from lagebild.bulk.run import Run
from lagebild.errors import BulkError, UsageError
from lagebild.intake.child import Ended

DOES = "lagebild.bulk.copies.finding:in_child"
_UNIT = "lagebild.bulk.copies.steps:step"
_SHARDS_OF_A_PART = 4
_MOST_PARTS = 4_096
_SECONDS = 7_200.0
_TRIES = 3
_ON_SHARDS = frozenset(("keys", "samples", "marks", "compare", "dates"))
_TOLD = ("documents", "repeats", "candidates", "tied", "groups", "members", "crowds")
_UNTIL_TIED = ("keys", "repeats", "samples", "common", "marks", "pairs", "worth", "compare")

Watch = Callable[[str, int, int], None]
"""Told the step, how many of its jobs are done, and of how many."""


def find_copies(run: Run, engine: Engine, *, watch: Watch = lambda step, done, of: None) -> dict[str, int]:
    """Writes the tables `copies`, `copy_pairs` and `repeats` into the run's folder; returns how many of each there are.

    The run has to be finished. What was found before is found anew. Raises UsageError for a run that is not finished.
    """
    if not run.folder.manifest.exists():
        raise UsageError(
            f"{run.folder.path}: is not finished, and copies are looked for among all documents;"
            f" `lagebild bulk --out {run.folder.path}` goes on with it"
        )
    with alone(run.folder), writing(run.folder.path):
        work = run.folder.path / "copies-work"
        shutil.rmtree(work, ignore_errors=True)
        forget(run.folder)
        counts = _found(run, engine, watch)
        told = json.dumps({"run": run.about["run"], **counts}, indent=2) + "\n"
        put(sums_of(run.folder), told.encode("utf-8"))
        shutil.rmtree(work, ignore_errors=True)
    return counts


def in_child(asked: dict[str, Any], hands: Hands, tell: Callable[[int], None]) -> dict[str, Any]:
    """Has a child do a step; returns what it tells. Raises BulkError where it costs the child its life every time."""
    del tell
    ended = Ended("crashed")
    for _ in range(_TRIES):
        result: dict[str, Any] | None = None
        for frame in hands.do(_UNIT, _SECONDS, asked):
            if isinstance(frame, Ended):
                ended = frame
            else:
                result = frame.header["result"]
        if ended.why == "done" and result is not None:
            return result
    raise BulkError(f"copies, {asked['step']} {asked['number']}: {ended.reason}; --memory gives each process more")


def _found(run: Run, engine: Engine, watch: Watch) -> dict[str, int]:
    parts = min(max(run.shards // _SHARDS_OF_A_PART, 1), _MOST_PARTS)
    base = {"out": str(run.folder.path.absolute()), "parts": parts}
    counts: Counter[str] = Counter()

    def stepped(step: str, **more: str) -> list[dict[str, Any]]:
        number = run.shards if step in _ON_SHARDS else parts
        jobs = (Job(at, DOES, {**base, **more, "step": step, "number": at}) for at in range(number))
        told: list[dict[str, Any]] = []
        with closing(engine.run(jobs, lambda job, documents: None)) as outcomes:
            for done in outcomes:
                if done is not None:
                    told.append(done.result)
                watch(step, len(told), number)
        return told

    for step in _UNTIL_TIED:
        for told in stepped(step):
            counts.update(told)
    *_, before = _rounds(stepped)
    for step in ("members", "dates", "groups"):
        told_last = stepped(step, before=before)
        if step == "groups":
            for told in told_last:
                counts.update(told)
    return {name: counts[name] for name in _TOLD}


def _rounds(stepped: Callable[..., list[dict[str, Any]]]) -> Iterator[str]:
    """Rounds of stars until nothing moves; yields where the rows of each lie."""
    before, sums = "compare", []
    number = 0
    while True:
        name = f"-{number:03}-{'small' if number % 2 else 'large'}"
        told = stepped("stars", before=before, round=name)
        mixed = 0
        for one in told:
            mixed ^= one["sum"]
        sums.append((sum(one["rows"] for one in told), mixed))
        before = f"stars{name}"
        yield before
        if not sums[-1][0] or (number % 2 == 1 and len(sums) > 2 and sums[-1] == sums[-3]):
            return
        number += 1
