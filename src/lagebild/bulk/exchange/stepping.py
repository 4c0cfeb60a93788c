"""Stepping: steps are carried out one after the other by an engine, and go on where they were cut off.

WORK/about.json             which run and version this is of, and into how many parts it is cut
WORK/STEP/00000012.*.npy    the rows that a job hands on
WORK/STEP/00000012.json     what it counted: only with it the job is done
WORK/STEP.json              the sums over all jobs: only with it the step is done
"""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from lagebild.bulk.alone import alone
from lagebild.bulk.engine import Engine
from lagebild.bulk.exchange.at import Told
from lagebild.bulk.exchange.purpose import Purpose, Step
from lagebild.bulk.exchange.stars import STARS
from lagebild.bulk.folder import Folder
from lagebild.bulk.hands import Hands
from lagebild.bulk.jobs import Job
from lagebild.bulk.places import put, writing
from lagebild.bulk.run import Run
from lagebild.errors import BulkError, UsageError
from lagebild.intake.child import Ended
from lagebild.tables import SCHEMA_VERSION
from lagebild.version import VERSION

DOES = "lagebild.bulk.exchange.stepping:in_child"
_SECONDS = 7_200.0
_TRIES = 3
_MIXED = "mixed"
"""What is not summed but mixed over the jobs."""

Watch = Callable[[str, int, int], None]
"""Told the step, how many of its jobs are done, and of how many."""


def carried_out(
    run: Run, engine: Engine, purpose: Purpose, order: "Callable[[Stepping], Told]", *, parts: int, watch: Watch
) -> Told:
    """Has the steps taken in the order that `order` gives them, and writes the sums that it returns, which say that all
    tables are whole. What was found before is found anew.

    Raises UsageError for a run that is not finished, BulkError where folder or engine stand in the way.
    """
    out = run.folder.path
    if not run.folder.manifest.exists():
        raise UsageError(
            f"{out}: is not finished, and {purpose.name} are looked for among all documents;"
            f" `lagebild bulk --out {out}` goes on with it"
        )
    if run.about["asked"]["schema"] != SCHEMA_VERSION:
        raise BulkError(
            f"{out}: was written by lagebild {run.about['asked']['version']}, whose tables this version does not read;"
            " read the inputs again into another folder"
        )
    with alone(run.folder), writing(out):
        stepping = Stepping(run, engine, purpose, parts=parts, watch=watch)
        stepping.begin()
        counts = order(stepping)
        told = json.dumps({"run": run.about["run"], "version": VERSION, **counts}, indent=2) + "\n"
        put(purpose.sums_in(run.folder), told.encode("utf-8"))
        shutil.rmtree(stepping.work, ignore_errors=True)
    return counts


class Stepping:
    """The steps of one purpose on one run. Raises BulkError and OSError."""

    def __init__(self, run: Run, engine: Engine, purpose: Purpose, *, parts: int, watch: Watch) -> None:
        self._run, self._engine, self._purpose, self._watch = run, engine, purpose, watch
        self._steps = {step.name: step for step in purpose.steps}
        self._parts = parts
        self.work = run.folder.path / purpose.work
        self._about = {"run": run.about["run"], "version": VERSION, "shards": run.shards, "parts": parts}

    def begin(self) -> None:
        """Goes on with what is of this run, cut in the same way, by this version; else from the beginning."""
        if _loaded(self.work / "about.json") != self._about:
            self._purpose.forget(self._run.folder)
            self.work.mkdir()
            put(self.work / "about.json", json.dumps(self._about).encode())

    def step(self, name: str, *, round: str = "", before: str = "") -> Told:
        """Does a step, or what is left of it; returns the sums of what its jobs counted."""
        step, done = self._steps[name], self.work / f"{name}{round}.json"
        sums: Told | None = _loaded(done)
        if sums is None:
            sums = {}
            for told in self._told(step, round, before):
                for key, value in told.items():
                    sums[key] = sums.get(key, 0) ^ value if key == _MIXED else sums.get(key, 0) + value
            put(done, json.dumps(sums).encode())
        for other in (*step.frees, *([before] if name == STARS and before.startswith(STARS) else [])):
            for path in (self.work / other, *self.work.glob(f"{other}-*/")):
                shutil.rmtree(path, ignore_errors=True)
        return sums

    def _told(self, step: Step, round: str, before: str) -> Iterator[Told]:
        into = self.work / f"{step.name}{round}"
        of = self._run.shards if step.on_shards else self._parts
        into.mkdir(exist_ok=True)
        there = {path.name for path in into.glob("*.json")}
        base = {
            "out": str(self._run.folder.path.absolute()), "run": self._run.about["run"], "unit": self._purpose.unit,
            "work": self._purpose.work, "parts": self._parts, "step": step.name, "round": round, "before": before,
        }  # fmt: skip
        jobs = (Job(at, DOES, {**base, "number": at}) for at in range(of) if _told_in(at) not in there)
        number = 0
        for name in sorted(there):
            number += 1
            yield json.loads((into / name).read_bytes())
        with closing(self._engine.run(jobs, lambda job, documents: None)) as outcomes:
            for done in outcomes:
                if done is not None:
                    number += 1
                    yield done.result
                self._watch(step.name, number, of)


def in_child(asked: dict[str, Any], hands: Hands, tell: Callable[[int], None]) -> dict[str, Any]:
    """Has a child do a job of a step; returns what it counted. Raises BulkError where it costs the child its life every
    time."""
    del tell
    folder = Folder(Path(asked["out"]))
    folder.known(asked["run"])
    ended = Ended("crashed")
    for _ in range(_TRIES):
        result: dict[str, Any] | None = None
        for frame in hands.do(asked["unit"], _SECONDS, asked):
            if isinstance(frame, Ended):
                ended = frame
            else:
                result = frame.header["result"]
        if ended.why == "done" and result is not None:
            into = folder.path / asked["work"] / f"{asked['step']}{asked['round']}"
            put(into / _told_in(asked["number"]), json.dumps(result).encode())
            return result
    what = f"{asked['work'].removesuffix('-work')}, {asked['step']} {asked['number']}"
    raise BulkError(f"{what}: {ended.reason}; --memory gives each process more")


class State(NamedTuple):
    """How far a purpose is that is under way: the step, and how many of its jobs are done."""

    step: str
    done: int
    of: int


def state_of(folder: Folder, purpose: Purpose) -> State | None:
    """How far it is; None where nothing is under way."""
    work = folder.path / purpose.work
    about: Mapping[str, Any] | None = _loaded(work / "about.json")
    if about is None:
        return None
    for step in purpose.steps:
        of = about["shards" if step.on_shards else "parts"]
        begun = [path for path in (work / step.name, *work.glob(f"{step.name}-*/")) if path.is_dir()]
        for path in begun:
            if not (work / f"{path.name}.json").exists():
                return State(step.name, sum(1 for _ in path.glob("*.json")), of)
        if not begun and not any(work.glob(f"{step.name}*.json")):
            return State(step.name, 0, of)
    return State(purpose.steps[-1].name, of, of)


def _told_in(number: int) -> str:
    return f"{number:08}.json"


def _loaded(path: Path) -> Any:
    """What the file holds; None where it is not there."""
    try:
        return json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
