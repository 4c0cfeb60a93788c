"""Pairs of tellings scored in children: what grows most with the size of a base."""

from collections.abc import Iterator, Sequence
from typing import Any

from lagebild.intake.answers import Crew
from lagebild.intake.frames import Frame
from lagebild.store.claims.scoring import Job, scores

_UNIT = f"{__name__}:score"
_SECONDS = 600.0
"""Of processor time for a job, which takes a few."""


def scored(crew: Crew, jobs: Sequence[Job]) -> list[bytes | None]:
    """The scores of each job; nothing for one whose child came to grief."""
    return crew.payloads(map(_asked, jobs))


def score(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """The unit of work: one job."""
    size = header["packed"]
    documents = [(key, day, length) for key, day, length in header["documents"]]
    yield Frame({"kind": "scores"}, scores(Job(documents, payload[:size], payload[size:])))


def _asked(job: Job) -> Frame:
    header = {"unit": _UNIT, "seconds": _SECONDS, "documents": job.documents, "packed": len(job.packed)}
    return Frame(header, job.packed + job.pairs)
