"""The parent's end of one child process: asks it for a unit of work, hears what comes, and ends it when it overruns."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from lagebild.intake import frames
from lagebild.intake.confine import OUT_OF_MEMORY
from lagebild.intake.frames import Frame
from lagebild.intake.limits import PATIENCE, Limits, too_big, too_slow

_MODULE = "lagebild.intake.worker"
_THRIFTY = {"MALLOC_ARENA_MAX": "1", "ARROW_DEFAULT_MEMORY_POOL": "system", "OMP_NUM_THREADS": "1"}
"""Allocators reserve address space by the gigabyte where they may, and that is what is limited."""


class Ended(NamedTuple):
    """How a unit of work ended. `why`: "done"; "input" for an input that cannot be read; "stopped" or "crashed" for one
    that cost the child; "fault" for a defect of ours, with its `trace`; "usage" for what nobody can be asked for, with
    the class of the `error`."""

    why: str
    reason: str = ""
    trace: str = ""
    error: str = ""


class Child:
    """One child process. `ask`, `frames` and `close` are for the thread that keeps it, `overdue` and `stop` for any."""

    def __init__(self, *, limits: Limits, alone: Frame | None = None) -> None:
        self._limits = limits
        self._process = _started(limits.memory, alone)
        self._stopped = ""
        self._seconds = limits.seconds
        self._patience = PATIENCE
        self._heard: float | None = None
        self._began: float | None = None
        self._cpu = 0.0
        self._ready = False
        if alone is not None:
            self._begin(alone)

    def ask(self, unit: Frame) -> None:
        """Begins a unit of work; `frames` gives what it yields."""
        self._begin(unit)
        assert self._process.stdin is not None
        with suppress(OSError):  # it died: reading tells how
            frames.write(self._process.stdin, unit)

    def frames(self) -> Iterator[Frame | Ended]:
        """The items of the unit, and last how it ended. An item may say how many `seconds` the next one has."""
        assert self._process.stdout is not None
        while True:
            frame = self._heard_from(self._process.stdout)
            if frame is None:
                yield self._how()
                return
            if frame.kind == "ready":
                self._ready = True
            elif frame.kind == "beat":
                self._cpu = float(frame.header["cpu"])
            elif frame.kind == "end":
                header = frame.header
                yield Ended(*(str(header.get(name, "")) for name in ("why", "reason", "trace", "error")))
                return
            else:
                self._cpu, self._began = 0.0, None
                self._seconds = float(frame.header.get("seconds", self._seconds))
                yield frame

    def overdue(self) -> bool:
        """Whether what it works at has cost more than it may: processor time, silence, or very long waiting."""
        heard, began, now = self._heard, self._began, time.monotonic()
        if heard is None or began is None:
            return False
        if self._cpu > self._seconds or now - heard > self._seconds + 1:
            return True
        return now - began > self._patience * self._seconds

    def stop(self, reason: str = "") -> None:
        """Ends it at once; the unit has then ended for that reason, by default that it took too long."""
        self._stopped = reason or too_slow(self._seconds)
        self._process.kill()

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None and not self._stopped

    def close(self) -> None:
        """Ends it and lets go of its pipes."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was still to be written goes nowhere
                    stream.close()

    def _begin(self, unit: Frame) -> None:
        self._seconds = float(unit.header["seconds"])
        self._patience = float(unit.header.get("patience") or PATIENCE)
        self._cpu = 0.0
        self._heard = self._began = None

    def _heard_from(self, stream: IO[bytes]) -> Frame | None:
        """The next frame. The clocks run only here: while nobody listens, the child may be unable to go on."""
        now = time.monotonic()
        self._heard = now
        if self._began is None:
            self._began = now
        try:
            return frames.read(stream)
        except ValueError:
            self.stop("sent what cannot be understood and was stopped")
            return None
        finally:
            self._heard = None

    def _how(self) -> Ended:
        """Why there is nothing more to hear."""
        self._process.kill()
        code = self._process.wait()
        if self._stopped:
            return Ended("stopped", self._stopped)
        if code == OUT_OF_MEMORY:
            return Ended("stopped", too_big(self._limits.memory))
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return Ended("stopped", too_slow(self._seconds))
        if not self._ready:
            return Ended("unready", f"a process that reads could not be started (exit code {code})")
        return Ended("crashed", f"made the program that reads it crash ({_named(code)})")


def _named(code: int) -> str:
    """An exit code for a person."""
    if code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"


def _started(memory: int, alone: Frame | None) -> "subprocess.Popen[bytes]":
    """The process; with a unit of its own it reads our standard input."""
    command = [sys.executable, "-P", "-m", _MODULE, str(memory)]
    if alone is not None:
        command.append(json.dumps(alone.header))
    return subprocess.Popen(
        command,
        stdin=None if alone is not None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **_THRIFTY, "PYTHONPATH": os.pathsep.join(_path())},
        bufsize=-1,
        start_new_session=sys.platform != "win32",
    )


def _path() -> list[str]:
    """Where modules are found here, and so there; never the folder that happens to be the current one."""
    ours = str(Path(__file__).parents[2])
    return [ours, *(entry for entry in sys.path if entry and entry != ours)]
