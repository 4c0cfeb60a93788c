"""Running: one intake under way; hands units of work to children and what comes of them to the line, in order."""

import math
import queue
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from lagebild import errors
from lagebild.intake.frames import Frame
from lagebild.intake.items import framed, item_of
from lagebild.intake.keeper import Keeper, Over, Part, Task
from lagebild.intake.limits import PATIENCE_OUTSIDE, Limits
from lagebild.intake.line import Place
from lagebild.intake.options import Options, Units
from lagebild.intake.pool import Pool
from lagebild.intake.room import Room
from lagebild.intake.sink import Kept
from lagebild.intake.work import Found, Kind, Listed, Lost, Result, Skipped, Space, There, Through, Twin, Visited, Work
from lagebild.model.document import Document
from lagebild.model.keys import document_key
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.validators import Validator
from lagebild.reading.folders import Inside
from lagebild.reading.passed import Passed
from lagebild.reading.raw import Raw
from lagebild.reading.sources import STANDARD_INPUT

_LOOK = 0.2
"""Seconds between two looks at the clocks of the children, and at whether we are interrupted."""

Seen = Callable[[Document], Kept | None]


class Running:
    """Children at work on sources. `advance` until `over`, deliver what is `ready` each time, and `close` in any case.

    One child unpacks sources, one opens files of many documents, the pool does the rest. None waits for another with
    its hands full: whatever a child yields either has room already or waits in its pipe, and the earliest input always
    has a worker that will get to it. So the line always moves.
    """

    def __init__(self, *, workers: int, limits: Limits, options: Options, units: Units, seen: Seen) -> None:
        self._limits, self._options, self._units, self._seen = limits, options, units, seen
        self._events: queue.SimpleQueue[Part | Over] = queue.SimpleQueue()
        self._rooms = {Kind.UNPACK: Room(), Kind.OPEN: Room()}
        self._walker = Keeper(self._events, limits=limits, room=self._rooms[Kind.UNPACK])
        self._opener = Keeper(self._events, limits=limits, room=self._rooms[Kind.OPEN])
        self._pool = Pool(self._events, workers=workers, limits=limits)
        self._sources: deque[str | Passed | Failure | Listed] = deque()
        self._flying: set[str] = set()
        self.line: Place[Result] = Place()

    def begin(self, sources: Iterable[str | Passed | Failure | Listed]) -> None:
        """These are to be read, in this order; what is said of others stands between them."""
        self._sources.extend(sources)
        self._next_source()

    def advance(self) -> None:
        """Waits a little for something to happen, and sees to it and to all that has happened by then."""
        try:
            event = self._events.get(timeout=_LOOK)
            while True:
                self._see_to(event)
                event = self._events.get_nowait()
        except queue.Empty:
            pass
        for keeper in (self._walker, self._opener, self._pool):
            keeper.look()

    def landed(self, key: str) -> None:
        """The document of that key is no longer on its way."""
        self._flying.discard(key)

    def close(self) -> None:
        """Ends all children."""
        for keeper in (self._walker, self._opener, self._pool):
            keeper.close()

    def _see_to(self, event: Part | Over) -> None:
        work = event.task.of
        assert isinstance(work, Work)
        if isinstance(event, Part):
            self._part(work, event.frame)
            return
        self._pool.freed(event.keeper)
        ended = event.ended
        if ended.why == "usage":
            raise getattr(errors, ended.error, errors.UsageError)(ended.reason)
        if ended.why == "unready":
            raise RuntimeError(ended.reason)
        if work.found is not None and work.document is not None and work.key is not None:
            told, findings = work.found
            counts = told["attributions"], told["events"]
            work.place.put(Found(work.document, work.key, work.source, findings, *counts))
        elif ended.why != "done":
            work.place.put(work.lost(ended))
        if work.kind is Kind.UNPACK:
            work.place.put(Through(work.source, whole=ended.why == "done"))
            self._next_source()
        work.close()

    def _part(self, work: Work, frame: Frame) -> None:
        """Something that a child yielded: findings, or an item that is to be seen to in its turn."""
        if work.kind is Kind.EXTRACT:
            work.found = frame
            return
        work.parts += 1
        place = work.place.place()
        room = self._rooms.get(work.kind)
        space = Space(room, frame.size) if room is not None else None
        item = item_of(frame)
        if isinstance(item, Document):
            self._document(self._options.given(item), place, work.source, space)
        elif isinstance(item, Raw):
            many = bool(frame.header.get("many"))
            inner = Work(Kind.OPEN if many else Kind.PARSE, place, work.source, item.origin, space)
            task = self._task(inner, self._units.parse, self._limits.seconds, frame.payload, raw=frame.header)
            if many:
                self._opener.give(task)
            else:
                self._pool.give(task, place=place.name)
        else:
            place.put(_said(item, work.source))
            if space is not None:
                place.put(space)
            place.close()

    def _document(self, document: Document, place: Place[Result], source: str, space: Space | None) -> None:
        """A document: known, the same as one before it, or to be taken apart."""
        key = document_key(document)
        work = Work(Kind.EXTRACT, place, source, document.origin or document.id, space, document, key)
        kept = self._seen(document)
        if kept is not None:
            place.put(There(document, kept))
            work.close()
        elif key in self._flying:
            place.put(Twin(document, key, source))
            work.close()
        else:
            self._flying.add(key)
            seconds = self._limits.for_text(len(document.text))
            asked = {"document": framed(document).header, **self._options.for_documents()}
            self._pool.give(self._task(work, self._units.extract, seconds, **asked), place=place.name)

    def _next_source(self) -> None:
        """Begins to unpack the next source; behind the last the line is complete."""
        while self._sources:
            source = self._sources.popleft()
            if isinstance(source, str):
                break
            self.line.put(_said(source, ""))
        else:
            self.line.close()
            return
        work = Work(Kind.UNPACK, self.line.place(), source, source)
        patience = math.inf if source == STANDARD_INPUT else PATIENCE_OUTSIDE
        asked = {
            "source": source,
            "inside": isinstance(source, Inside),
            "patience": patience,
            **self._options.for_sources(),
        }
        self._walker.give(self._task(work, self._units.unpack, self._limits.seconds, **asked))

    def _task(self, work: Work, unit: str, seconds: float, payload: bytes = b"", **asked: Any) -> Task:
        """A unit of work for a child, and the mapping of columns, which all but extraction may want."""
        header = {"unit": unit, "seconds": seconds, "mapping": dict(self._options.mapping), **asked}
        return Task(work, Frame(header, payload), alone=asked.get("source") == STANDARD_INPUT)


def _said(item: Failure | Passed | Validator | Listed, source: str) -> Result:
    """What is already known of an input without reading it."""
    match item:
        case Passed():
            return Skipped(item)
        case Validator():
            return Visited(item)
        case Failure():
            return Lost(item, source or item.origin)
        case Listed():
            return item
