"""Grouping: tellings that ties hold together as jobs that another process can do, which has not the base."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import count, islice
from typing import NamedTuple

import apsw

from lagebild.comparison.claims.gather import groups_of, is_whole
from lagebild.comparison.claims.joining import Pair
from lagebild.comparison.claims.matter import Matter
from lagebild.comparison.claims.tying import Tying
from lagebild.store.claims.scoring import NUMBERS, SCORES, places_of, told_by, unpacked

LOAD = 10_000
"""So many tellings at most are one job, but for a part that has more."""


class Part(NamedTuple):
    """Tellings that ties hold together, in the order of all, with the ties by their numbers in that order."""

    tellings: list[int]
    ties: list[Pair]


class Grouped(NamedTuple):
    """The groups of a part, of its tellings by their numbers, each of which is in one; `whole` are those that are
    whole (`is_whole`), of all that are not alone."""

    groups: list[list[int]]
    whole: frozenset[int]


class Job(NamedTuple):
    """`documents` and `packed` are as in a job of scoring. `parts` tells how many tellings and ties each part has;
    `tellings` is an array: document and number of each, `ties` one of the two that each ties, `scores` that of these.
    """

    documents: list[tuple[str, str | None, int]]
    packed: bytes
    parts: list[tuple[int, int]]
    tellings: bytes
    ties: bytes
    scores: bytes


Grouping = Callable[[Sequence[Job]], Sequence[bytes | None]]
"""Does jobs: for each an array of the number of the group that each telling is in, twice, and one more where it is
whole; nothing for one that could not be done."""


def grouped(parts: Iterable[Part], matter: Callable[[int], Matter]) -> list[Grouped]:
    """Groups each part; `matter` is asked for its tellings, once for each."""
    tying = Tying()
    return [_grouped(part, matter, tying) for part in parts]


def _grouped(part: Part, matter: Callable[[int], Matter], tying: Tying) -> Grouped:
    kept = cache(lambda number: matter(part.tellings[number]))
    groups = groups_of(range(len(part.tellings)), part.ties, kept, tying=tying)
    together = (number for group in groups if len(group) > 1 for number in group)
    return Grouped(groups, frozenset(number for number in together if is_whole(kept(number))))


def shared_out(parts: Sequence[Part], *, jobs: int) -> list[list[int]]:
    """The parts by their numbers, shared out to so many jobs, or to more where these would be too large: those that
    begin near each other go together, as they are told by the same documents."""
    jobs = max(jobs, -(-sum(len(part.tellings) for part in parts) // LOAD))
    whole, before = sum(len(part.ties) for part in parts), 0
    shares: list[list[int]] = [[] for _ in range(jobs)]
    for number in sorted(range(len(parts)), key=lambda number: parts[number].tellings[0]):
        shares[before * jobs // whole].append(number)
        before += len(parts[number].ties)
    return [share for share in shares if share]


def job(connection: apsw.Connection, parts: Sequence[Part]) -> Job:
    """The job of grouping these parts."""
    places = places_of(connection, {telling for part in parts for telling in part.tellings})
    rows = sorted({document for document, _ in places.values()})
    numbers = {row: at for at, row in enumerate(rows)}
    tellings, ties = array(NUMBERS), array(NUMBERS)
    scores: array[float] = array(SCORES)
    for part in parts:
        for telling in part.tellings:
            document, number = places[telling]
            tellings.extend((numbers[document], number))
        for one, other, score in part.ties:
            ties.extend((one, other))
            scores.append(score)
    sizes = [(len(part.tellings), len(part.ties)) for part in parts]
    return Job(*told_by(connection, rows), sizes, tellings.tobytes(), ties.tobytes(), scores.tobytes())


def done(job: Job) -> bytes:
    """Does a job."""
    documents = unpacked(job.documents, job.packed)
    spots, ties = iter(array(NUMBERS, job.tellings)), iter(array(NUMBERS, job.ties))
    scores = iter(array(SCORES, job.scores))
    found = array(NUMBERS)
    places, numbers = list(zip(spots, spots, strict=True)), count()
    parts = (
        Part(list(islice(numbers, tellings)), [Pair(next(ties), next(ties), next(scores)) for _ in range(tied)])
        for tellings, tied in job.parts
    )

    def matter(telling: int) -> Matter:
        document, number = places[telling]
        return documents[document].matter(number)

    for groups, whole in grouped(parts, matter):
        home = {number: at for at, group in enumerate(groups) for number in group}
        found.extend(2 * home[number] + (number in whole) for number in range(len(home)))
    return found.tobytes()


def read(found: bytes, parts: Sequence[Part]) -> list[Grouped]:
    """What a job of these parts found."""
    told = iter(array(NUMBERS, found))
    return [_read(list(islice(told, len(part.tellings)))) for part in parts]


def _read(told: Sequence[int]) -> Grouped:
    groups: dict[int, list[int]] = {}
    for number, item in enumerate(told):
        groups.setdefault(item // 2, []).append(number)
    return Grouped(list(groups.values()), frozenset(number for number, item in enumerate(told) if item % 2))
