"""The program of a child process: runs units of work one after the other and sends back what they yield.

`python -m lagebild.intake.worker MEMORY` takes units from standard input until that ends. With a unit as its second
argument it runs that one and ends, and standard input is the unit's own.
"""

import importlib
import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from lagebild.errors import InputError, LagebildError
from lagebild.garbage import tables_spared
from lagebild.intake import confine, frames
from lagebild.intake.frames import Frame

Unit = Callable[[dict[str, Any], bytes], Iterator[Frame]]
"""What a unit of work is: the header and payload that it was asked with in, frames out, one for each item."""

_LOADED = (1, 20)
"""Behind so many units the tables are there that units of all kinds need."""
_BEAT = 0.5
"""Seconds between two signs of life."""


def main() -> None:
    """Works until there is nothing more to do."""
    memory = int(sys.argv[1])
    alone = json.loads(sys.argv[2]) if len(sys.argv) > 2 else None
    confine.ignore_interrupts()
    confine.limit_memory(memory)
    receive, send = _pipes(keep_input=alone is not None)
    out = _Out(send, memory)
    out.say(Frame({"kind": "ready"}))
    _silence()
    if alone is not None:
        _work(Frame(alone), out)
        return
    with tables_spared() as loaded:
        units = 0
        while (asked := frames.read(receive)) is not None:
            _work(asked, out)
            units += 1
            if units in _LOADED:
                loaded()


class _Out:
    """The way back to the parent. While a unit runs, a thread says that we are alive and what it has cost."""

    def __init__(self, stream: BinaryIO, memory: int) -> None:
        self._stream, self._memory, self._before = stream, memory, confine.peak_memory()
        self._lock, self._busy = threading.Lock(), threading.Event()
        self._seconds = 0.0
        self._since = 0.0
        self._limited = 0.0
        """Processor time used when the item began, and when the kernel was last told the limit."""
        threading.Thread(target=self._beat, daemon=True).start()

    def begin(self, seconds: float) -> None:
        """A unit begins; it has so many seconds of processor time until each of its items."""
        self._seconds, self._since = seconds, time.process_time()
        self._limit()
        self._busy.set()

    def item(self, frame: Frame) -> None:
        """One item of the unit; the time for the next begins, of as many `seconds` as it says or as before."""
        before, self._seconds = self._seconds, float(frame.header.get("seconds", self._seconds))
        self.say(frame)
        self._since = time.process_time()
        # The kernel counts in whole seconds: it need not hear of each of many small items.
        if self._since - self._limited > 1 or self._seconds != before:
            self._limit()

    def end(self, **how: object) -> None:
        """The unit is over."""
        self._busy.clear()
        self.say(Frame({"kind": "end", **how}))

    def say(self, frame: Frame) -> None:
        """Sends the frame. Ends the process where nobody is left who listens."""
        try:
            with self._lock:
                frames.write(self._stream, frame)
        except OSError:
            os._exit(1)

    def _limit(self) -> None:
        confine.limit_seconds(self._seconds + 1)
        self._limited = time.process_time()

    def _beat(self) -> None:
        while True:
            self._busy.wait()
            time.sleep(_BEAT)
            confine.watch_memory(self._memory, before=self._before)
            if self._busy.is_set():
                self.say(Frame({"kind": "beat", "cpu": time.process_time() - self._since}))


def _work(asked: Frame, out: _Out) -> None:
    """One unit from its beginning to the frame that ends it."""
    out.begin(asked.header["seconds"])
    try:
        for frame in _unit(asked.header["unit"])(asked.header, asked.payload):
            out.item(frame)
    except MemoryError:
        os._exit(confine.OUT_OF_MEMORY)
    except InputError as problem:
        out.end(why="input", reason=str(problem))
    except LagebildError as problem:
        out.end(why="usage", error=type(problem).__name__, reason=str(problem))
    except Exception as problem:  # noqa: BLE001 - a defect of ours in one input must not cost the others
        out.end(why="fault", reason=_told(problem), trace=traceback.format_exc())
    else:
        out.end(why="done")


def _unit(name: str) -> Unit:
    """The function of that name, "module:function"."""
    module, _, function = name.partition(":")
    unit: Unit = getattr(importlib.import_module(module), function)
    return unit


def _told(problem: Exception) -> str:
    """The error in a line, with the place in our program where it came up."""
    place = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{type(problem).__name__}: {problem} ({Path(place.filename).name}, line {place.lineno})"


def _pipes(*, keep_input: bool) -> tuple[BinaryIO, BinaryIO]:
    """The pipes to and from the parent, out of reach for whoever reads standard input or prints."""
    receive = os.fdopen(os.dup(0), "rb")
    send = os.fdopen(os.dup(1), "wb", buffering=0)
    if not keep_input:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    return receive, send


def _silence() -> None:
    """What libraries print while they read is nobody's to see; until here it told why we could not start."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


if __name__ == "__main__":
    main()
