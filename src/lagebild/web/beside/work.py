"""Work: the process beside the server; takes tasks from its standard input, and ends when that does."""

import os
import pickle
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import IO, Any

from lagebild.errors import LagebildError
from lagebild.garbage import tables_spared
from lagebild.web.beside.tasks import TASKS

Task = tuple[str, tuple[Any, ...]]
_LATER = 10
"""Who reads pages comes first: the system gives this process what is left."""


def main() -> None:
    """Works until the server ends or says that this should end."""
    asked, told = _pipes()
    if hasattr(os, "nice"):
        os.nice(_LATER)
    waiting: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(asked, waiting), daemon=True).start()
    with tables_spared() as loaded:
        loaded()  # tables come later, but from here on the collector looks seldom
        while (task := waiting.get()) is not None:
            pickle.dump(_done(*task, told), told)
            told.flush()


def _done(name: str, given: tuple[Any, ...], told: IO[bytes]) -> tuple[str, Any]:
    def tell(*what: Any) -> None:
        pickle.dump(("told", what), told)
        told.flush()

    base = Path(sys.argv[1])
    try:
        return "done", TASKS[name](base, tell, *given)
    except LagebildError as problem:
        return "raised", problem
    except KeyboardInterrupt:
        return "raised", LagebildError("it was ended before it was done")
    except Exception as problem:  # noqa: BLE001 - whoever asked is told, and the next task is done
        return "raised", RuntimeError(f"{type(problem).__name__}: {problem}")


def _listen(asked: IO[bytes], waiting: "queue.SimpleQueue[Task | None]") -> None:
    """Puts tasks into the line. When the server closes the pipe, or is gone, what runs is stopped."""
    while True:
        try:
            waiting.put(pickle.load(asked))
        except (EOFError, OSError, pickle.UnpicklingError):
            waiting.put(None)
            os.kill(os.getpid(), signal.SIGINT)
            return


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output for tasks and answers alone: what a library prints goes to standard error."""
    asked, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return asked, told


if __name__ == "__main__":
    try:
        main()
    except (KeyboardInterrupt, BrokenPipeError):
        os._exit(130)
