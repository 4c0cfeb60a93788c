"""The story of an intake: sources are unpacked, parsed and taken apart in children, and kept in their order."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path
from types import FrameType

from lagebild.errors import EvidenceError, InputError, LagebildError
from lagebild.intake.limits import Limits
from lagebild.intake.options import Options, Units
from lagebild.intake.running import Running
from lagebild.intake.sink import Kept, Sink
from lagebild.intake.tally import Happened, Outcome, Tally
from lagebild.intake.work import Found, Listed, Lost, Result, Skipped, Space, There, Through, Twin, Visited
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.addresses import is_address
from lagebild.reading.passed import Passed
from lagebild.reading.sources import LIST, STANDARD_INPUT, spread

_TOGETHER = 16
_AT_LATEST = 0.5
"""So many documents become safe together, or as many as come in so many seconds: one by one, a fifth of the time of
storing would go into ending transactions."""

_CHANGED = "is there already with another text ({key}), which was left alone; --update takes the new version"
Watch = Callable[[Happened, Tally], None]


def take(
    sources: Iterable[str],
    *,
    sink: Sink,
    workers: int | None = None,
    limits: Limits | None = None,
    options: Options | None = None,
    watch: Watch | None = None,
    units: Units | None = None,
) -> Tally:
    """Reads the sources and gives the sink what they hold, in their order, whatever the number of workers.

    `watch` hears of each document and failure once the sink has it. An input that costs a child its life becomes a
    failure, and the others go on. Ctrl-C ends the run cleanly: what the sink has been given is all that it has, and the
    tally says `interrupted`. Raises UsageError and ResourceError for options that cannot be.
    """
    own = _files_of_base(options.base) if options and options.base else ()
    named = list(_spread(sources, own))
    running = Running(
        workers=workers or default_workers(),
        limits=limits or Limits(),
        options=options or Options(),
        units=units or Units(),
        seen=sink.seen,
    )
    delivery = _Delivery(sink, watch, landed=running.landed)
    delivery.tally.total = sum(isinstance(part, str) for part in named)
    with _interruptible() as interrupted, closing(running):
        running.begin(named)
        try:
            while not running.line.over and not interrupted():
                running.advance()
                for result in running.line.ready():
                    delivery.take(result)
                    if interrupted():
                        break
                delivery.settle(now=False)
            delivery.settle()
        except BaseException:
            # What was given before is kept where the sink still has it; why the run ends is told either way.
            with suppress(LagebildError):
                delivery.settle()
            raise
        delivery.tally.interrupted = not running.line.over
    return delivery.tally


def deliver(results: Iterable[Result], *, sink: Sink, watch: Watch | None = None) -> Tally:
    """Gives the sink what was read elsewhere, as `take` does with what it reads."""
    delivery = _Delivery(sink, watch, landed=lambda key: None)
    delivery.tally.total = 0
    with _interruptible() as interrupted:
        try:
            for result in results:
                if interrupted():
                    delivery.tally.interrupted = True
                    break
                delivery.take(result)
        finally:
            delivery.settle()
    return delivery.tally


def default_workers() -> int:
    """One for each core but one, which the main process and the child that unpacks share."""
    return max((os.cpu_count() or 2) - 1, 1)


def _files_of_base(base: Path) -> tuple[Path, ...]:
    return tuple(base.absolute().with_name(base.name + end) for end in ("", "-wal", "-shm", "-journal"))


def _spread(sources: Iterable[str], own: tuple[Path, ...]) -> Iterator[str | Passed | Failure | Listed]:
    """Folders as the files in them, so that a file that costs a child its life costs no other."""
    for source in sources:
        parts = list(spread(source, without=own))
        yield from parts
        if parts != [source]:
            yield Listed(source)


class _Delivery:
    """Gives results to the sink, and counts them."""

    def __init__(self, sink: Sink, watch: Watch | None, *, landed: Callable[[str], None]) -> None:
        self._sink, self._watch, self._landed = sink, watch, landed
        self._lost: dict[str, str] = {}
        self._failing: set[str] = set()
        self._lately = False
        """Whether something failed since a server last told how to ask for what is new."""
        self._untold: list[Happened] = []
        self._since = 0.0
        self.tally = Tally()

    def settle(self, *, now: bool = True) -> None:
        """Makes safe what the sink was given, and tells of it; or only if that is enough, or has waited long enough."""
        if now or len(self._untold) >= _TOGETHER or (self._untold and time.monotonic() - self._since > _AT_LATEST):
            untold, self._untold = self._untold, []
            self._sink.settle()
            for happened in untold:
                if self._watch is not None:
                    self._watch(happened, self.tally)

    def take(self, result: Result) -> None:
        """One result, in its turn."""
        self.settle(now=False)
        match result:
            case Space(room, size):
                room.give(size)
            case Through(source, whole):
                self.tally.sources += 1
                if whole:
                    self._sink.through(again(source, source))
            case Skipped(passed):
                self._tell(Happened(Outcome.PASSED, passed.origin, reason=passed.reason, number=passed.count))
            case Visited(validator):
                # With a failure in it the page must be sent again, or it would be passed over as unchanged for ever.
                if not self._lately and validator.address not in self._failing:
                    self._sink.visited(validator)
                self._lately = False
            case Listed(source):
                self._sink.through(again(source, source))
            case There(document, kept):
                self._there(document, kept)
            case Twin(document, key, source):
                if key in self._lost:
                    self._fail(Lost(Failure(_name(document), self._lost[key]), source))
                else:
                    self._tell(Happened(Outcome.THERE, _name(document), key, document.id))
            case Lost():
                self._fail(result)
            case Found():
                self._found(result)

    def _found(self, result: Found) -> None:
        """Keeps a document with its findings; what the sink refuses is a failure."""
        document = result.document
        self._landed(result.key)
        try:
            kept = self._sink.add(document, result.findings)
        except EvidenceError as problem:
            reason = f"our fault, please report this: {problem}"
            self._fail(Lost(Failure(_name(document), reason), result.source, Outcome.BROKEN, result.key))
            return
        except InputError as problem:
            self._fail(Lost(Failure(_name(document), str(problem)), result.source, key=result.key))
            return
        if kept.outcome in (Outcome.ADDED, Outcome.REPLACED):
            self.tally.undated += document.date is None
            happened = Happened(kept.outcome, _name(document), kept.key, document.id, remark=_ahead(document))
            self._tell(happened._replace(attributions=result.attributions, events=result.events))
        else:
            self._there(document, kept)

    def _there(self, document: Document, kept: Kept) -> None:
        """The base has it, or another version of it."""
        remark = _CHANGED.format(key=kept.key) if kept.outcome is Outcome.CHANGED else None
        self._tell(Happened(kept.outcome, _name(document), kept.key, document.id, remark=remark))

    def _fail(self, lost: Lost) -> None:
        """Keeps a failure."""
        origin, reason = lost.failure
        if lost.key is not None:
            self._landed(lost.key)
            self._lost[lost.key] = reason
        source = again(lost.source, origin)
        self._lately = True
        self._failing.add(source)
        self._sink.fail(lost.failure, source=source)
        self._tell(Happened(lost.outcome, origin, reason=reason, trace=lost.trace))

    def _tell(self, happened: Happened) -> None:
        self.tally.count(happened)
        if not self._untold:
            self._since = time.monotonic()
        self._untold.append(happened)


def again(source: str, origin: str) -> str:
    """What to name to read an input again, from whatever folder: its address, or the file that it stands in."""
    for named in (origin, source):
        if is_address(named) and " " not in named:
            return named
        if named.startswith(LIST) and Path(named.removeprefix(LIST)).exists():
            return LIST + str(Path(named.removeprefix(LIST)).absolute())
        if named != STANDARD_INPUT and Path(named).exists():
            return str(Path(named).absolute())
    return source if source == STANDARD_INPUT else str(Path(source).absolute())


def _ahead(document: Document) -> str | None:
    """A word on a date of publication that cannot be right; a day ahead may be one of the other side of the earth."""
    if document.date is None or document.date <= date.today() + timedelta(1):
        return None
    return f"has the date of publication {document.date.isoformat()}, which lies in the future; it was taken as it is"


def _name(document: Document) -> str:
    return document.origin or document.id


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was pressed; pressed once more it raises KeyboardInterrupt as ever.

    Only the main thread hears of it: elsewhere nobody interrupts.
    """
    pressed = threading.Event()

    def press(number: int, frame: FrameType | None) -> None:
        if pressed.is_set():
            raise KeyboardInterrupt
        pressed.set()

    if threading.current_thread() is not threading.main_thread():
        yield pressed.is_set
        return
    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)
