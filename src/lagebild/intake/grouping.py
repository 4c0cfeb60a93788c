"""Tellings that ties hold together grouped in children."""

from collections.abc import Iterator, Sequence
from typing import Any

from lagebild.intake.answers import Crew
from lagebild.intake.frames import Frame
from lagebild.store.claims.grouping import Job, done

_UNIT = f"{__name__}:group"
_SECONDS = 600.0
"""Of processor time for a job, which takes a few."""
_ARRAYS = ("packed", "tellings", "ties", "scores")


def grouped(crew: Crew, jobs: Sequence[Job]) -> list[bytes | None]:
    """What each job finds; nothing for one whose child came to grief."""
    return crew.payloads(map(_asked, jobs))


def group(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """The unit of work: one job."""
    arrays: dict[str, bytes] = {}
    at = 0
    for name in _ARRAYS:
        arrays[name] = payload[at : at + header[name]]
        at += header[name]
    documents = [(key, day, length) for key, day, length in header["documents"]]
    parts = [(tellings, ties) for tellings, ties in header["parts"]]
    yield Frame({"kind": "groups"}, done(Job(documents=documents, parts=parts, **arrays)))


def _asked(job: Job) -> Frame:
    arrays = {name: getattr(job, name) for name in _ARRAYS}
    sizes = {name: len(array) for name, array in arrays.items()}
    header = {"unit": _UNIT, "seconds": _SECONDS, "documents": job.documents, "parts": job.parts, **sizes}
    return Frame(header, b"".join(arrays.values()))
