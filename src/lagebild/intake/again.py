"""Documents that are read already, taken apart once more in children; results come in the order of the documents."""

import queue
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from lagebild import errors
from lagebild.intake.frames import Frame
from lagebild.intake.items import framed
from lagebild.intake.keeper import Over, Part, Task
from lagebild.intake.limits import Limits
from lagebild.intake.options import Options, Units
from lagebild.intake.pool import Pool
from lagebild.model.document import Document

_LOOK = 0.2
_AHEAD = 4
"""So many documents for each worker are on their way at once."""


class Again(NamedTuple):
    """A document's key, and its findings, packed, or, where it could not be taken apart, why."""

    key: str
    found: bytes | None
    reason: str | None = None
    trace: str | None = None


@dataclass(slots=True)
class _Work:
    """A document on its way."""

    key: str
    found: bytes | None = None
    result: Again | None = None


def read_again(
    documents: Iterable[tuple[str, Document]],
    *,
    options: Options,
    workers: int,
    limits: Limits | None = None,
    units: Units | None = None,
) -> Generator[Again, None, None]:
    """The documents, given with their keys, taken apart; in their order, a few ahead at a time.

    One that costs a child its life has a reason instead of findings, and the others go on. Closing the iterator ends
    the children. Raises UsageError and ResourceError for options that cannot be.
    """
    bounds = limits or Limits()
    unit = (units or Units()).extract
    events: queue.SimpleQueue[Part | Over] = queue.SimpleQueue()
    waiting = iter(enumerate(documents))
    line: deque[_Work] = deque()
    with closing(Pool(events, workers=workers, limits=bounds)) as pool:
        while True:
            for number, (key, document) in islice(waiting, max(0, workers * _AHEAD - len(line))):
                work = _Work(key)
                line.append(work)
                header = {"unit": unit, "seconds": bounds.for_text(len(document.text)), **options.for_documents()}
                header |= {"document": framed(document).header, "mapping": {}}
                pool.give(Task(work, Frame(header)), place=(number,))
            if not line:
                return
            _see_to(events, pool)
            while line and line[0].result is not None:
                result = line.popleft().result
                assert result is not None
                yield result


def _see_to(events: "queue.SimpleQueue[Part | Over]", pool: Pool) -> None:
    """Waits a little for something to happen, and sees to it."""
    try:
        event = events.get(timeout=_LOOK)
    except queue.Empty:
        pool.look()
        return
    work = event.task.of
    assert isinstance(work, _Work)
    if isinstance(event, Part):
        work.found = event.frame.payload
        return
    pool.freed(event.keeper)
    ended = event.ended
    if ended.why == "usage":
        raise getattr(errors, ended.error, errors.UsageError)(ended.reason)
    if ended.why == "unready":
        raise RuntimeError(ended.reason)
    if work.found is not None:
        work.result = Again(work.key, work.found)
    else:
        work.result = Again(work.key, None, ended.reason or ended.why, ended.trace or None)
