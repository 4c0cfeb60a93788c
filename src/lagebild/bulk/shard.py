"""The unit of work that a child runs: one shard, from its pieces to finished files in a folder of its own."""

import importlib
import json
import os
import traceback
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from lagebild.bulk.files import told
from lagebild.bulk.places import writing
from lagebild.bulk.plan import Shard
from lagebild.bulk.reading import Asked, Fault, documents, fault, step
from lagebild.bulk.records import found
from lagebild.bulk.sheets import Sheets
from lagebild.bulk.spool import Spool
from lagebild.errors import BulkError, InputError, LagebildError
from lagebild.intake.confine import peak_memory
from lagebild.intake.frames import Frame
from lagebild.intake.limits import Limits
from lagebild.intake.options import Options
from lagebild.model.codec import decode
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding
from lagebild.model.keys import document_key
from lagebild.reading.failure import Failure
from lagebild.reading.passed import Passed

SPOOL = "spool"
FAILED, BROKEN = "failed", "broken"
_FIRST = 20
"""So many failures are told with the counts; all of them are in the table."""
_GROWTH = 150 * 1024**2
"""So many bytes a process may grow beyond its tables in any case."""
_NO_TIME = datetime.min.replace(tzinfo=UTC)
"""When a document came into a base: never. The table leaves it out."""

Apart = Callable[..., Findings]


def read(header: dict[str, Any], payload: bytes) -> Generator[Frame, None, None]:
    """Writes the tables of a shard into the folder `into`, and yields the steps that it takes and at last the counts.

    Steps that are `lost` are not taken again, and what an earlier attempt found lies in the spool. Where this process
    has grown too large it ends before, without counts, and another one goes on. Raises BulkError where the folder
    cannot be written.
    """
    del payload
    shard, into = Shard.of(header["shard"]), Path(header["into"])
    _go_to(header.get("here"))
    with writing(into.parents[1]), Spool(into / SPOOL) as spool, Sheets(into) as sheets:
        work = _Work(header, sheets, spool)
        for failure in shard.unread:
            work.source = failure.origin
            work.fail(failure)
        for passed in shard.passed:
            work.passed[passed.reason] += passed.count
        for number, piece in enumerate(shard.pieces):
            work.source = piece.name
            for item in documents(number, piece, work.asked):
                match item:
                    case Frame():
                        yield item
                    case Document():
                        yield from work.document(item)
                        if work.full:
                            return
                    case Failure():
                        work.fail(item)
                    case Fault(failure, trace):
                        work.fail(failure, BROKEN, trace)
                    case Passed():
                        work.passed[item.reason] += item.count
    yield Frame({"kind": "counts", "counts": work.counts()})


def _go_to(here: str | None) -> None:
    """To the folder from which inputs are named: a run goes on from any folder, and on any machine that has it."""
    if here is None:
        return
    try:
        os.chdir(here)
    except OSError as problem:
        raise BulkError(
            f"{here}: cannot be seen by a worker; name INPUT in full, or begin in a folder that every machine has"
        ) from problem


@dataclass(slots=True)
class _Seen:
    """Sums over a shard."""

    documents: int = 0
    repeated: int = 0
    undated: int = 0
    characters: int = 0
    failed: int = 0
    broken: int = 0


class _Work:
    """A shard under way."""

    def __init__(self, header: dict[str, Any], sheets: Sheets, spool: Spool) -> None:
        self._sheets, self._spool = sheets, spool
        self._limits = Limits(seconds=header["seconds"])
        self._options = options_of(header["options"])
        self._engine = header["made_by"]
        self._apart: Apart = _function(header["apart"])
        self._keys: set[str] = set()
        self._number = -1
        self._seen = _Seen()
        self._failures: list[dict[str, str]] = []
        self.passed: Counter[str] = Counter()
        self.source = ""
        self.full = False
        self._flat: int = header["flat"]
        self.asked = Asked(
            mapping=self._options.mapping,
            today=date.fromisoformat(header["today"]),
            seconds=self._limits.seconds,
            lost=header["lost"],
            scratch=Path(header["into"]),
        )

    def document(self, read: Document) -> Iterator[Frame]:
        """One document: announced, taken apart and written, or a failure; the same one again is counted."""
        document = self._options.given(read)
        key = document_key(document)
        if key in self._keys:
            self._seen.repeated += 1
            return
        self._keys.add(key)
        self._number += 1
        here = f"document {self._number}"
        name = document.origin or document.id
        yield step(here, self._limits.for_text(len(document.text)))
        if here in self.asked.lost:
            self.fail(Failure(name, self.asked.lost[here]))
            return
        known = self._spool.of(self._number)
        if known is None:
            known = self._found(document, name)
            self._spool.keep(known)
            self.full = peak_memory() > max(self._flat, _at_first() + _GROWTH)
        if known.kind != "found":
            self.fail(Failure(name, known.header["reason"]), known.kind, known.header["trace"])
            return
        written = known.payload.decode("ascii")
        findings = decode({**json.loads(written), "text": document.text})
        findings = replace(findings, document=replace(findings.document, origin=document.origin))
        self._sheets.document(Holding(key, findings, _NO_TIME, self._engine), written)
        self._seen.documents += 1
        self._seen.undated += document.date is None
        self._seen.characters += len(document.text)

    def _found(self, document: Document, name: str) -> Frame:
        """What is found in the document, or why nothing is, ready to be kept."""
        about: dict[str, Any] = {"number": self._number}
        options = self._options.for_documents()
        try:
            document.text.encode("utf-8")
            findings = self._apart(document, **options)
        except UnicodeEncodeError as problem:
            half = problem.object[problem.start]
            about |= {"kind": FAILED, "reason": f"holds half of a surrogate pair ({half!r}), which is no text"}
        except InputError as problem:
            about |= {"kind": FAILED, "reason": str(problem).removeprefix(f"{name}: ")}
        except (LagebildError, MemoryError):
            raise
        except Exception as problem:  # noqa: BLE001 - a defect of ours in one document must not cost the others
            return Frame({**about, "kind": BROKEN, "reason": fault(problem), "trace": traceback.format_exc()})
        else:
            written = found(Holding("", findings, _NO_TIME, ""))
            return Frame({**about, "kind": "found"}, written.encode("ascii"))
        return Frame({**about, "trace": None})

    def fail(self, failure: Failure, outcome: str = FAILED, trace: str | None = None) -> None:
        """An input that could not be read."""
        self._sheets.failure((failure.origin, failure.reason, outcome, trace, told(self.source)))
        if outcome == BROKEN:
            self._seen.broken += 1
        else:
            self._seen.failed += 1
        if len(self._failures) < _FIRST:
            self._failures.append({"origin": failure.origin, "reason": failure.reason, "outcome": outcome})

    def counts(self) -> dict[str, Any]:
        """What the shard's line in the manifest says of it."""
        return {
            **asdict(self._seen),
            "passed": dict(self.passed),
            "rows": self._sheets.rows,
            "failures": self._failures,
        }


@cache
def _at_first() -> int:
    """What this process had in memory when its first document was taken apart: tables, and a pipeline perhaps."""
    return peak_memory()


def options_of(wire: dict[str, Any]) -> Options:
    """How inputs are read, as the run wrote it down."""
    day, resources = wire["day"], wire["resources"]
    return Options(
        mapping=wire["mapping"],
        day=date.fromisoformat(day) if day else None,
        language=wire["language"],
        publisher=wire["publisher"],
        engine=wire["engine"],
        resources=Path(resources) if resources else None,
        offline=True,
    )


def _function(name: str) -> Any:
    """The function of that name, "module:function"."""
    module, _, function = name.partition(":")
    return getattr(importlib.import_module(module), function)
