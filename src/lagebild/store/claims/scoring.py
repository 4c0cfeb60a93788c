"""Scoring: pairs of tellings as jobs that another process can do, which has not the base."""

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import starmap
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.claims.tying import Tying
from lagebild.store.claims.wire import Packed
from lagebild.union import Union

Pair = tuple[int, int]
NUMBERS, SCORES = "i", "d"
"""Types of the arrays."""


class Job(NamedTuple):
    """`documents` have key, day and the size of their matters in `packed`, where these stand one behind the other;
    `pairs` is an array: document and number of one telling, document and number of the other, and so on."""

    documents: list[tuple[str, str | None, int]]
    packed: bytes
    pairs: bytes


Scored = Callable[[Sequence[Job]], Sequence[bytes | None]]
"""Does jobs: for each an array of the scores of its pairs, 0 where these do not tie; nothing for one that could not be
done."""


class Part(NamedTuple):
    """Some of the pairs, by their numbers in a list of all, and the job of scoring them."""

    numbers: list[int]
    job: Job


def parts(connection: apsw.Connection, pairs: Sequence[Pair], *, size: int) -> list[Part]:
    """Jobs of so many pairs for all of these; those of the same documents are in one job, as far as they go, so that
    few are unpacked twice."""
    places = places_of(connection, {telling for pair in pairs for telling in pair})
    met = [(places[one][0], places[other][0]) for one, other in pairs]
    job_of = together(met, size=size)
    numbers: dict[int, list[int]] = {}
    for number, (document, _) in enumerate(met):
        numbers.setdefault(job_of[document], []).append(number)
    return [Part(some, _job(connection, [pairs[number] for number in some], places)) for some in numbers.values()]


def together(met: Sequence[tuple[int, int]], *, size: int) -> dict[int, int]:
    """For pairs of documents that are to be compared, some of them often, to which job those of each first document go:
    documents that are often compared go together, and about so many pairs make a job."""
    load = Counter(one for one, _ in met)
    union = Union()
    for (one, other), _ in sorted(Counter(met).items(), key=lambda pair: (-pair[1], pair[0])):
        left, right = union.root(one), union.root(other)
        if left != right and load[left] + load[right] <= size:
            union.join(left, right)
            load[union.root(left)] = load[left] + load[right]
    job, left_over = 0, size
    jobs: dict[int, int] = {}
    for root in sorted({union.root(one) for one, _ in met}, key=lambda root: (-load[root], root)):
        if load[root] > left_over:
            job, left_over = job + 1, size
        left_over -= load[root]
        jobs[root] = job
    return {one: jobs[union.root(one)] for one, _ in met}


def _job(connection: apsw.Connection, pairs: Sequence[Pair], places: Mapping[int, Pair]) -> Job:
    """The job of scoring these pairs of tellings, which stand in these documents under these numbers."""
    rows = sorted({places[telling][0] for pair in pairs for telling in pair})
    numbers = {row: at for at, row in enumerate(rows)}
    told = array(NUMBERS)
    for one, other in pairs:
        (document, number), (second, second_number) = places[one], places[other]
        told.extend((numbers[document], number, numbers[second], second_number))
    return Job(*told_by(connection, rows), told.tobytes())


def told_by(connection: apsw.Connection, rows: Sequence[int]) -> tuple[list[tuple[str, str | None, int]], bytes]:
    """`documents` and `packed` of a job for the documents with these rows, which are in order."""
    query = """select d.key, d.day, m.matters from claims_matters m join documents d on d.id = m.document
               where m.document in (select value from json_each(?)) order by m.document"""
    found: list[Any] = connection.execute(query, (json.dumps(rows),)).fetchall()
    documents = [(key, day, len(matters)) for key, day, matters in found]
    return documents, b"".join(matters for _, _, matters in found)


def unpacked(documents: Iterable[tuple[str, str | None, int]], packed: bytes) -> list[Packed]:
    """The documents of a job."""
    found: list[Packed] = []
    at = 0
    for key, day, size in documents:
        found.append(Packed(packed[at : at + size], key, day))
        at += size
    return found


def scores(job: Job) -> bytes:
    """Does a job: the scores of its pairs, as far as they tie."""
    documents = unpacked(job.documents, job.packed)
    matter = cache(lambda document, number: documents[document].matter(number))
    told = iter(array(NUMBERS, job.pairs))
    tying = Tying()

    def score(one: Pair, other: Pair) -> float:
        left, right = documents[one[0]], documents[other[0]]
        if tying.cannot_tie(left, right) and left.text(one[1]) != right.text(other[1]):
            return 0.0  # most pairs of a large base, found without making matters of them
        return tying.tie(matter(*one), matter(*other))

    return array(SCORES, starmap(score, _twos(zip(told, told, strict=True)))).tobytes()


def _twos(places: Iterator[Pair]) -> Iterator[tuple[Pair, Pair]]:
    return zip(places, places, strict=True)


def places_of(connection: apsw.Connection, tellings: Iterable[int]) -> dict[int, Pair]:
    """Document and number of tellings."""
    given = json.dumps(sorted(tellings))
    query = "select id, document, number from tellings where id in (select value from json_each(?))"
    return {telling: (document, number) for telling, document, number in connection.execute(query, (given,))}
