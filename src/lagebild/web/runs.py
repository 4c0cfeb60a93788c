"""Runs: reports that visitors add, one run after the other, in processes beside the server."""

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
from typing import Any, NamedTuple
from uuid import uuid4

from lagebild.errors import LagebildError
from lagebild.intake.options import Options
from lagebild.intake.tally import Happened, Outcome, Tally
from lagebild.web.beside.beside import Beside

_KEPT = 50
"""So many runs are remembered."""
_LATEST = 200
"""So many documents of a run are listed."""


class Unfinished(NamedTuple):
    """An addition that the end of the server cut off: what it was called, and the files or addresses it was to read."""

    what: str
    sources: tuple[str, ...]


@dataclass(slots=True)
class Run:
    """One addition. `state` is "waiting", "running", "done", "broken", or "stopped" where the server ended before it
    was done; `happened` what came of each, newest last."""

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
    asked: tuple[str, ...] = ()
    """What it is to read, as the command line would name it."""

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

    def __init__(self, base: Path, *, done: Callable[[], None] = lambda: None) -> None:
        """`done` is called whenever something was added."""
        self._base, self._done = base, done
        self._runs: dict[str, Run] = {}
        self._beside: Beside | None = None
        self._closed = False
        self._lock = threading.Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="lagebild-add")

    def add(self, sources: list[str], what: str, options: Options, *, folder: Path | None = None) -> Run:
        """Begins to add what the sources hold; `folder` is thrown away when nothing of it failed: who tries again needs
        it."""
        return self._begin(what, ("add", sources, options), folder, asked=(*sources, *_options_told(options)))

    def retry(self, what: str, options: Options) -> Run:
        """Tries again what failed before."""
        return self._begin(what, ("retry", options), None, asked=("--retry",))

    def get(self, id: str) -> dict[str, Any] | None:
        """One run as it is now."""
        with self._lock:
            run = self._runs.get(id)
            return run.told() if run else None

    def every(self) -> list[dict[str, Any]]:
        """All runs, the newest first."""
        with self._lock:
            return [run.told() for run in reversed(self._runs.values())]

    def close(self) -> list[Unfinished]:
        """Ends the addition that runs, which makes safe what it has read; returns what was not added to the end."""
        with self._lock:
            self._closed = True
            beside = self._beside
        if beside is not None:
            beside.close()
        self._worker.shutdown(cancel_futures=True)
        cut_off = [run for run in self._runs.values() if run.state in ("waiting", "stopped")]
        return [Unfinished(run.what, run.asked) for run in cut_off]

    def _begin(self, what: str, task: tuple[Any, ...], folder: Path | None, *, asked: tuple[str, ...]) -> Run:
        run = Run(uuid4().hex[:12], what, datetime.now(UTC).isoformat(timespec="seconds"), asked=asked)
        with self._lock:
            self._runs[run.id] = run
            while len(self._runs) > _KEPT:
                del self._runs[next(iter(self._runs))]
        self._worker.submit(self._do, run, task, folder)
        return run

    def _do(self, run: Run, task: tuple[Any, ...], folder: Path | None) -> None:
        def watch(happened: Happened, tally: Tally) -> None:
            with self._lock:
                self._count(run, tally)
                run.happened.append(_told(happened))

        with self._lock:
            if self._closed:
                return
            beside = self._beside = Beside(self._base)
            run.state = "running"
        try:
            tally: Tally = beside.ask(*task, hear=watch)
            with self._lock:
                self._count(run, tally)
                run.state = "stopped" if tally.interrupted else "done"
            if folder is not None and not tally.failed and not tally.interrupted:
                shutil.rmtree(folder, ignore_errors=True)
            if tally.added:
                self._done()
        except LagebildError as problem:
            run.problem, run.state = str(problem), "stopped" if self._closed else "broken"
        except BaseException as problem:
            run.problem, run.state = f"our fault, please report this: {problem!r}", "broken"
            raise
        finally:
            with self._lock:
                self._beside = None
            beside.close()

    @staticmethod
    def _count(run: Run, tally: Tally) -> None:
        run.counts = {outcome.value: count for outcome, count in tally.counts.items() if count}
        run.sources, run.total, run.statements = tally.sources, tally.total, tally.attributions


def _options_told(options: Options) -> list[str]:
    """The options as the command line has them."""
    told = ["--offline"] if options.offline else []
    if options.day:
        told += ["--date", options.day.isoformat()]
    if options.publisher:
        told += ["--publisher", options.publisher]
    return told


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
