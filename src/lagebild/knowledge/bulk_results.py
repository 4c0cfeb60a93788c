"""The result of a bulk run into a base, without reading anything again."""

from collections.abc import Iterator
from pathlib import Path

from lagebild.bulk.results import Read, Unread, results
from lagebild.bulk.run import Run, made_by, opened
from lagebild.intake.sink import Sink
from lagebild.intake.tally import Outcome
from lagebild.intake.work import Found, Lost, Result, There, Through
from lagebild.model.packing import packed_wire
from lagebild.reading.failure import Failure


def engine_of(folder: str) -> str:
    """What took the documents of a run apart."""
    return made_by(opened(Path(folder)).about)


def read(folder: str, sink: Sink) -> Iterator[Result]:
    """What the finished shards hold, as an intake knows it; documents that the sink has already cost little."""
    run: Run = opened(Path(folder))
    for item in results(run):
        if isinstance(item, Unread):
            outcome = Outcome.BROKEN if item.outcome == "broken" else Outcome.FAILED
            yield Lost(Failure(item.origin, item.reason), item.source, outcome, trace=item.trace)
        else:
            yield _document(item, folder, sink)
    yield Through(folder, whole=run.folder.manifest.exists())


def _document(item: Read, folder: str, sink: Sink) -> Result:
    kept = sink.seen(item.document)
    if kept is not None:
        return There(item.document, kept)
    counts = len(item.found["attributions"]), len(item.found["events"])
    return Found(item.document, item.key, folder, packed_wire(item.found), *counts)
