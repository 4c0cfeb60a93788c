"""Scoring: pairs of tellings as jobs that another process can do, which has not the base."""

import json
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import starmap
from typing import Any, NamedTuple

import apsw

from lagebild.comparison.claims.tying import Tying
from lagebild.store.claims.wire import Packed

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


def job(connection: apsw.Connection, pairs: Sequence[Pair]) -> Job:
    """The job of scoring these pairs of tellings."""
    places = _places(connection, pairs)
    rows = sorted({document for document, _ in places.values()})
    query = """select d.key, d.day, m.matters from claims_matters m join documents d on d.id = m.document
               where m.document in (select value from json_each(?)) order by m.document"""
    found: list[Any] = connection.execute(query, (json.dumps(rows),)).fetchall()
    numbers = {row: at for at, row in enumerate(rows)}
    spots = {telling: (numbers[document], number) for telling, (document, number) in places.items()}
    told = array(NUMBERS, (at for pair in pairs for telling in pair for at in spots[telling]))
    documents = [(key, day, len(matters)) for key, day, matters in found]
    return Job(documents, b"".join(matters for _, _, matters in found), told.tobytes())


def scores(job: Job) -> bytes:
    """Does a job: the scores of its pairs, as far as they tie."""
    documents: list[Packed] = []
    at = 0
    for key, day, size in job.documents:
        documents.append(Packed(job.packed[at : at + size], key, day))
        at += size
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


def _places(connection: apsw.Connection, pairs: Sequence[Pair]) -> dict[int, Pair]:
    """Document and number of tellings."""
    given = json.dumps(sorted({telling for pair in pairs for telling in pair}))
    query = "select id, document, number from tellings where id in (select value from json_each(?))"
    return {telling: (document, number) for telling, document, number in connection.execute(query, (given,))}
