"""Beside: the server's end of a process that does long work; it begins when first asked, and can be ended."""

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from lagebild.errors import LagebildError

_MODULE = "lagebild.web.beside.work"
_PATIENCE = 20.0
"""Seconds that a process has to end cleanly: it makes safe what it holds, which takes one or two."""
Hear = Callable[..., None]


class EndedError(LagebildError):
    """The process is gone: somebody ended it, or the server ends."""


class Beside:
    """One process that works for one caller at a time; others wait."""

    def __init__(self, base: Path) -> None:
        self._base = base
        self._process: subprocess.Popen[bytes] | None = None
        self._asking = threading.Lock()
        self._closed = False

    def ask(self, task: str, *given: Any, hear: Hear | None = None, seconds: float | None = None) -> Any:
        """What the task returns; `hear` is called with each thing that it tells before. Raises what the task raises,
        and EndedError where the process ends before it is done, or has to, because it takes longer than `seconds`."""
        with self._asking:
            if self._closed:
                raise EndedError("the server ends")
            process = self._started()
            assert process.stdin is not None
            assert process.stdout is not None
            clock = threading.Timer(seconds, process.kill) if seconds is not None else None
            if clock is not None:
                clock.start()
            try:
                pickle.dump((task, given), process.stdin)
                process.stdin.flush()
                while True:
                    kind, told = pickle.load(process.stdout)
                    if kind == "told" and hear is not None:
                        hear(*told)
                    elif kind == "done":
                        return told
                    elif kind == "raised":
                        raise told
            except (OSError, EOFError, pickle.UnpicklingError) as problem:
                self._ended()
                if clock is not None and clock.finished.is_set():
                    raise EndedError(f"this took longer than {seconds:g} seconds, and was ended") from problem
                raise EndedError("the process that did this has ended before it was done") from problem
            finally:
                if clock is not None:
                    clock.cancel()

    def close(self) -> None:
        """Ends the process cleanly: a task that can stop half way does, and its caller still hears of that."""
        self._closed = True
        process = self._process
        if process is None:
            return
        assert process.stdin is not None
        with suppress(OSError, ValueError):
            process.stdin.close()  # which it takes for the sign to end
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
        with self._asking:  # whoever still hears from it does so to the end
            self._ended()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._ended()
            # In a group of its own: Ctrl-C is for the server, which ends its processes in order.
            self._process = subprocess.Popen(
                [sys.executable, "-m", _MODULE, str(self._base)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
        return self._process

    def _ended(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
