"""Runs: reports that visitors add, read one run after the other while pages go on."""

import json
import shutil
import tempfile
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from lagebild.errors import LagebildError
from lagebild.intake.options import Options
from lagebild.intake.tally import Happened, Outcome, Tally
from lagebild.knowledge import KnowledgeBase, adding

_KEPT = 50
"""So many runs are remembered."""
_LATEST = 200
"""So many documents of a run are listed."""
Doing = Callable[[KnowledgeBase, Callable[[Happened, Tally], None]], Tally]


@dataclass(slots=True)
class Run:
    """One addition. `state` is "waiting", "running", "done" or "broken"; `happened` what came of each, newest last."""

    id: str
    what: str
    begun: str
    state: str = "waiting"
    counts: dict[str, int] = field(default_factory=dict)
    sources: int = 0
    total: int | None = None
    statements: int = 0
    happened: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=_LATEST))
    problem: str | None = None

    def told(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "id": self.id,
            "what": self.what,
            "begun": self.begun,
            "state": self.state,
            "counts": dict(self.counts),
            "sources": self.sources,
            "total": self.total,
            "statements": self.statements,
            "happened": list(self.happened),
            "problem": self.problem,
        }


class Runs:
    """The additions of one server; each reads in processes of its own that can be killed."""

    def __init__(self, base: Path) -> None:
        self._base = base
        self._runs: dict[str, Run] = {}
        self._lock = threading.Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="lagebild-add")

    def add(self, sources: list[str], what: str, options: Options, *, folder: Path | None = None) -> Run:
        """Begins to add what the sources hold; `folder` is thrown away when nothing of it failed: who tries again needs
        it."""

        def doing(base: KnowledgeBase, watch: Callable[[Happened, Tally], None]) -> Tally:
            name = adding.engine_name(options.engine)
            return adding.add(base.store, sources, options=options, engine=name, watch=watch)

        return self._begin(what, doing, folder)

    def retry(self, what: str, options: Options) -> Run:
        """Tries again what failed before."""

        def doing(base: KnowledgeBase, watch: Callable[[Happened, Tally], None]) -> Tally:
            return adding.retry(base.store, options=options, engine=adding.engine_name(options.engine), watch=watch)

        return self._begin(what, doing, None)

    def get(self, id: str) -> dict[str, Any] | None:
        """One run as it is now."""
        with self._lock:
            run = self._runs.get(id)
            return run.told() if run else None

    def every(self) -> list[dict[str, Any]]:
        """All runs, the newest first."""
        with self._lock:
            return [run.told() for run in reversed(self._runs.values())]

    def close(self) -> None:
        """Waits for nothing that has not begun."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _begin(self, what: str, doing: Doing, folder: Path | None) -> Run:
        run = Run(uuid4().hex[:12], what, datetime.now(UTC).isoformat(timespec="seconds"))
        with self._lock:
            self._runs[run.id] = run
            while len(self._runs) > _KEPT:
                del self._runs[next(iter(self._runs))]
        self._worker.submit(self._do, run, doing, folder)
        return run

    def _do(self, run: Run, doing: Doing, folder: Path | None) -> None:
        def watch(happened: Happened, tally: Tally) -> None:
            with self._lock:
                self._count(run, tally)
                run.happened.append(_told(happened))

        run.state = "running"
        try:
            with KnowledgeBase(self._base) as base:
                tally = doing(base, watch)
            with self._lock:
                self._count(run, tally)
                run.state = "done"
            if folder is not None and not tally.failed:
                shutil.rmtree(folder, ignore_errors=True)
        except LagebildError as problem:
            run.problem, run.state = str(problem), "broken"
        except BaseException as problem:
            run.problem, run.state = f"our fault, please report this: {problem!r}", "broken"
            raise

    @staticmethod
    def _count(run: Run, tally: Tally) -> None:
        run.counts = {outcome.value: count for outcome, count in tally.counts.items() if count}
        run.sources, run.total, run.statements = tally.sources, tally.total, tally.attributions


def _told(happened: Happened) -> dict[str, Any]:
    failed = happened.outcome in (Outcome.FAILED, Outcome.BROKEN)
    return {
        "outcome": happened.outcome.value,
        "failed": failed,
        "origin": Path(happened.origin).name if happened.origin.startswith("/") else happened.origin,
        "key": happened.key,
        "reason": happened.reason or happened.remark,
        "statements": happened.attributions,
        "events": happened.events,
    }


def folder_for_uploads() -> Path:
    """A new folder that only this user can look into."""
    return Path(tempfile.mkdtemp(prefix="lagebild-"))


def written(folder: Path, name: str, fields: dict[str, str | None]) -> str:
    """A text that somebody typed, as a file that is read like any other; returns where it is."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps({key: value for key, value in fields.items() if value}, ensure_ascii=True), "ascii")
    return str(path)
